//! Which entry of the old chart is which of the new.
//!
//! People first, then seats, then priorities, then metrics, so that what an entry refers to is known before the
//! entry itself is looked for.

mod describe;
mod family;
mod likeness;
mod names;
mod pairing;

use crate::graph::Graph;
use crate::model::{
    Claim, Entry, Id, Kind, MetricClaims, Metrics, People, PersonClaims, Priorities, PriorityClaims, SeatClaims, Seats,
    Text,
};

use super::{How, Party, Rename, Renames};

use describe::is_other;
pub(super) use describe::letters;
use describe::{OfMetrics, OfPeople, OfPriorities, OfSeats};
pub(super) use family::{Substitution, substitution};
pub(super) use pairing::Pairing;

/// Two charts, their entries matched.
#[derive(Debug)]
pub(super) struct Matched<'a> {
    pub(super) old: &'a Graph<'a>,
    pub(super) new: &'a Graph<'a>,
    pub(super) people: Pairing<'a, People, PersonClaims>,
    pub(super) seats: Pairing<'a, Seats, SeatClaims>,
    pub(super) priorities: Pairing<'a, Priorities, PriorityClaims>,
    pub(super) metrics: Pairing<'a, Metrics, MetricClaims>,
}

/// Matches two charts.
pub(super) fn matched<'a>(old: &'a Graph<'a>, new: &'a Graph<'a>, renames: Renames) -> Matched<'a> {
    let (a, b) = (old.chart(), new.chart());
    let ((people, priorities), (seats, metrics)) = rayon::join(
        || (Pairing::by_id(&a.people, &b.people), Pairing::by_id(&a.priorities, &b.priorities)),
        || (Pairing::by_id(&a.seats, &b.seats), Pairing::by_id(&a.metrics, &b.metrics)),
    );
    let people =
        people.with_renames(renames, |_| &[], |person| person.refs.get(), |so_far| OfPeople::new((a, b), so_far));
    let seats = seats.with_renames(
        renames,
        |seat| &seat.formerly,
        |seat| seat.refs.get(),
        |so_far| OfSeats::new((a, b), so_far, &people.names, &priorities.names),
    );
    let priorities =
        priorities.with_renames(renames, |_| &[], |_| None, |so_far| OfPriorities::new((a, b), so_far, &seats.names));
    let metrics = metrics.with_renames(
        renames,
        |_| &[],
        |_| None,
        |_| OfMetrics { tables: (&a.metrics, &b.metrics), seats: &seats.names, priorities: &priorities.names },
    );
    Matched { old, new, people, seats, priorities, metrics }
}

/// Claims that say what an entry is called.
pub(super) trait Named {
    /// Its title or name.
    fn called(&self) -> &Claim<Text>;
}

macro_rules! named {
    ($($claims:ident $field:ident;)*) => {$(
        impl Named for $claims {
            fn called(&self) -> &Claim<Text> {
                &self.$field
            }
        }
    )*};
}

named! {
    PersonClaims name;
    SeatClaims title;
    PriorityClaims title;
    MetricClaims title;
}

/// An entry as changes speak of it.
pub(super) fn party<K: Kind, C: Named>(entry: &Entry<Id<K>, C>) -> Party {
    let id = entry.id.value.as_str().to_owned();
    let name = entry.claims.called().get().map_or_else(|| id.clone(), |name| name.as_str().to_owned());
    Party { kind: K::NOUN, id, name, span: Some(entry.id.span()) }
}

impl<K: Kind, C: Named> Pairing<'_, K, C> {
    pub(super) fn old_party(&self, at: u32) -> Party {
        party(&self.old.entries[at as usize])
    }

    pub(super) fn new_party(&self, at: u32) -> Party {
        party(&self.new.entries[at as usize])
    }

    /// Both ends of a pair.
    pub(super) fn both(&self, (old, new): (u32, u32)) -> (Party, Party) {
        (self.old_party(old), self.new_party(new))
    }

    fn told(&self, pairs: &[(u32, u32, How)], to: &mut Vec<Rename>) {
        let told =
            |&(old, new, how): &(u32, u32, How)| Rename { old: self.old_party(old), new: self.new_party(new), how };
        to.extend(pairs.iter().map(told));
    }

    fn noted(&self, section: &str, notes: &mut Vec<String>) {
        notes.extend(self.disputes.iter().cloned());
        if let Some((removed, added)) = self.skipped {
            let pairs = removed.saturating_mul(added);
            notes.push(format!(
                "renamed {section} are not looked for: {removed} are gone and {added} new, which is many to compare; \
                 `--rename-limit {pairs}` compares them"
            ));
        }
    }
}

impl Matched<'_> {
    /// What is taken for the same under two ids.
    pub(super) fn renames(&self) -> Vec<Rename> {
        let mut renames = Vec::new();
        self.people.told(&self.people.renamed, &mut renames);
        self.seats.told(&self.seats.renamed, &mut renames);
        self.priorities.told(&self.priorities.renamed, &mut renames);
        self.metrics.told(&self.metrics.renamed, &mut renames);
        renames.sort_by(|one, other| one.old.cmp(&other.old));
        renames
    }

    /// Seats that may be the same under two ids: what a chart can say with `formerly:`.
    pub(super) fn hints(&self) -> Vec<Rename> {
        let mut hints = Vec::new();
        self.seats.told(&self.seats.hints, &mut hints);
        hints
    }

    /// Priorities whose id stood for something else before.
    fn used_again(&self) -> Vec<String> {
        let pairs = self
            .priorities
            .changed()
            .map(|(old, new)| (&self.priorities.old.entries[old as usize], &self.priorities.new.entries[new as usize]));
        let others =
            pairs.filter(|(old, new)| old.id == new.id && is_other(&old.title, &new.title)).map(|(old, new)| {
                let title = |claim: &Claim<Text>| claim.get().map_or_else(String::new, ToString::to_string);
                format!(
                    "`{}` was \"{}\" and is \"{}\": if that is another priority, give it an id of its own",
                    new.id.value,
                    title(&old.title),
                    title(&new.title)
                )
            });
        others.collect()
    }

    /// What could not be judged.
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        self.people.noted("people", &mut notes);
        self.seats.noted("seats", &mut notes);
        self.priorities.noted("priorities", &mut notes);
        notes.extend(self.used_again());
        self.metrics.noted("metrics", &mut notes);
        notes
    }
}
