//! By what a person, a seat, a priority or a metric is recognised under another id.

use std::collections::{BTreeSet, HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::model::{
    Chart, Claim, Entry, Id, Metric, MetricClaims, Metrics, People, PersonClaims, PersonId, Priorities, Priority,
    PriorityClaims, Seat, SeatClaims, Seats, Table, Text,
};
use crate::text::Spanned;

use super::family::{Substitution, substitution};
use super::likeness::{Measure, Trait};
use super::names::{End, Names};
use super::pairing::{Describe, Pairing};

/// Names that are alike to this degree may be one name and a slip of the pen.
const SLIP: f64 = 0.85;

/// Texts that share less than one in this many of all their letters, in threes, have little in common.
const LITTLE: usize = 10;

/// How many letters of a name are compared one by one.
const LONGEST_NAME: usize = 128;
/// How many pairs of titles are compared for words that stand for others.
const MOST_TITLES: usize = 40_000;
/// How many words at least are the same in titles of a family.
const FEWEST_KEPT: usize = 2;
/// How many tokens of a text are compared.
const MOST_TOKENS: usize = 256;

/// The two tables of a kind.
type Tables<'a, K, C> = (&'a Table<K, C>, &'a Table<K, C>);

fn entry<K, C>(tables: Tables<'_, K, C>, end: End, at: u32) -> &Entry<Id<K>, C> {
    match end {
        End::Old => &tables.0.entries[at as usize],
        End::New => &tables.1.entries[at as usize],
    }
}

/// The letters of a text in threes, so that small differences stay small.
pub(in crate::diff) fn letters(text: &str) -> Vec<String> {
    let text: Vec<char> = format!("  {} ", text.nfc().collect::<String>().to_lowercase()).chars().collect();
    let set: BTreeSet<String> = text.windows(3).map(|three| three.iter().collect()).collect();
    set.into_iter().take(MOST_TOKENS).collect()
}

/// Some texts, whatever their case.
fn texts<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    let set: BTreeSet<String> = texts.map(|text| text.nfc().collect::<String>().to_lowercase()).collect();
    set.into_iter().take(MOST_TOKENS).collect()
}

/// The words of some texts.
fn words<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    let lower = |text: &str| text.nfc().collect::<String>().to_lowercase();
    let set: BTreeSet<String> =
        texts.flat_map(|text| lower(text).unicode_words().map(str::to_owned).collect::<Vec<_>>()).collect();
    set.into_iter().take(MOST_TOKENS).collect()
}

fn title(claim: &Claim<Text>) -> Vec<String> {
    claim.get().map_or_else(Vec::new, |text| letters(text.as_str()))
}

fn ids<'i>(ids: impl Iterator<Item = &'i str>, end: End, names: &Names<'_>) -> Vec<String> {
    let set: BTreeSet<&str> = ids.filter_map(|id| names.common(end, id)).collect();
    set.into_iter().map(str::to_owned).collect()
}

/// The same, where an id without a counterpart is one that the other chart can't have: what has vanished at both ends
/// is not one and the same.
fn apart<'i>(ids: impl Iterator<Item = &'i str>, end: End, names: &Names<'_>) -> Vec<String> {
    let own = |id: &str| format!("\u{3}{end:?}\u{3}{id}");
    let set: BTreeSet<String> = ids.map(|id| names.common(end, id).map_or_else(|| own(id), str::to_owned)).collect();
    set.into_iter().collect()
}

/// The same for a text that may name the entry itself, under whatever id.
fn apart_from<'i>(own: &str, ids: impl Iterator<Item = &'i str>, end: End, names: &Names<'_>) -> Vec<String> {
    let (itself, others): (Vec<&str>, Vec<&str>) = ids.partition(|id| *id == own);
    let itself = itself.first().map(|_| "\u{3}itself".to_owned());
    itself.into_iter().chain(apart(others.into_iter(), end, names)).collect()
}

fn listed<K>(claims: &[Spanned<Id<K>>]) -> impl Iterator<Item = &str> {
    claims.iter().map(|id| id.value.as_str())
}

/// A key made of parts that can't run into each other.
fn key(parts: &[Vec<String>]) -> String {
    parts.iter().map(|part| part.join("\u{1}")).collect::<Vec<_>>().join("\u{2}")
}

fn said(claim: &Claim<Text>) -> Vec<String> {
    claim.get().map(|text| text.as_str().to_owned()).into_iter().collect()
}

fn by(weight: u32, measure: Measure, tokens: Vec<String>) -> Trait {
    Trait { weight, measure, tokens }
}

/// Whether one name is the other with a slip of the pen, or is part of it, with this many words at least and no less
/// than half.
fn is_one_name(old: &Claim<Text>, new: &Claim<Text>, fewest: usize) -> bool {
    let of = |name: &Claim<Text>| words(name.get().map(|name| name.as_str()).into_iter());
    let (old, new) = (of(old), of(new));
    let (few, many) = if old.len() < new.len() { (&old, &new) } else { (&new, &old) };
    let is_part = few.len() >= fewest && few.len() * 2 >= many.len() && few.iter().all(|word| many.contains(word));
    let (old, new) = (old.join(" "), new.join(" "));
    let is_short = old.len().max(new.len()) <= LONGEST_NAME;
    is_part || (is_short && strsim::normalized_damerau_levenshtein(&old, &new) >= SLIP)
}

/// Whether two titles have no word in common and few letters.
pub(super) fn is_other(old: &Claim<Text>, new: &Claim<Text>) -> bool {
    let (Some(old), Some(new)) = (old.get(), new.get()) else { return false };
    let (before, after) = (words([old.as_str()].into_iter()), words([new.as_str()].into_iter()));
    let (one, other) = (letters(old.as_str()), letters(new.as_str()));
    let shared = one.iter().filter(|three| other.binary_search(three).is_ok()).count();
    !before.iter().any(|word| after.contains(word)) && shared * LITTLE < one.len() + other.len()
}

/// Which entries of a table refer to some ids.
fn referring<'c, K, C>(
    table: &'c Table<K, C>,
    wanted: &[&str],
    to: impl Fn(&'c C) -> Option<&'c str>,
) -> HashMap<&'c str, Vec<&'c str>> {
    let wanted: std::collections::HashSet<&str> = wanted.iter().copied().collect();
    let mut referring: HashMap<&str, Vec<&str>> = HashMap::new();
    if wanted.is_empty() {
        return referring;
    }
    for entry in &table.entries {
        if let Some(id) = to(&entry.claims).filter(|id| wanted.contains(id)) {
            referring.entry(id).or_default().push(entry.id.value.as_str());
        }
    }
    referring
}

/// People: by their names, and the seats that they hold.
pub(super) struct OfPeople<'a> {
    tables: Tables<'a, People, PersonClaims>,
    held: [HashMap<&'a str, Vec<&'a str>>; 2],
}

impl<'a> OfPeople<'a> {
    pub(super) fn new(charts: (&'a Chart, &'a Chart), pairing: &Pairing<'_, People, PersonClaims>) -> Self {
        let held = |chart: &'a Chart, wanted: &[u32]| {
            let wanted: Vec<&str> =
                wanted.iter().map(|&at| chart.people.entries[at as usize].id.value.as_str()).collect();
            referring(&chart.seats, &wanted, |seat| seat.owner.first().map(|owner| owner.value.as_str()))
        };
        let held = [held(charts.0, &pairing.removed), held(charts.1, &pairing.added)];
        Self { tables: (&charts.0.people, &charts.1.people), held }
    }
}

impl Describe for OfPeople<'_> {
    fn content(&self, end: End, at: u32, _: &Names<'_>) -> Option<String> {
        Some(entry(self.tables, end, at).name.get()?.as_str().to_owned())
    }

    fn traits(&self, end: End, at: u32, _: &Names<'_>) -> Vec<Trait> {
        let person = entry(self.tables, end, at);
        let held = self.held[usize::from(end == End::New)].get(person.id.value.as_str());
        // Seats are matched after people: their ids as they stand are what there is.
        let held = held.into_iter().flatten().map(|seat| (*seat).to_owned()).collect();
        vec![by(700, Measure::Letters, title(&person.name)), by(300, Measure::Ids, held)]
    }

    /// A successor is not the predecessor under another name.
    fn may_be(&self, old: u32, new: u32) -> bool {
        let name = |end, at| &entry(self.tables, end, at).name;
        is_one_name(name(End::Old, old), name(End::New, new), 2)
    }
}

/// Seats: by title, responsibilities, owner, what they lead, and the seats around them.
pub(super) struct OfSeats<'a> {
    tables: Tables<'a, Seats, SeatClaims>,
    people: &'a Names<'a>,
    priorities: &'a Names<'a>,
    reports: [HashMap<&'a str, Vec<&'a str>>; 2],
    led: [HashMap<&'a str, Vec<&'a str>>; 2],
    titles: [HashMap<&'a str, usize>; 2],
}

impl<'a> OfSeats<'a> {
    pub(super) fn new(
        charts: (&'a Chart, &'a Chart),
        pairing: &Pairing<'_, Seats, SeatClaims>,
        people: &'a Names<'a>,
        priorities: &'a Names<'a>,
    ) -> Self {
        let ids = |chart: &'a Chart, wanted: &[u32]| -> Vec<&'a str> {
            wanted.iter().map(|&at| chart.seats.entries[at as usize].id.value.as_str()).collect()
        };
        let wanted = [(charts.0, ids(charts.0, &pairing.removed)), (charts.1, ids(charts.1, &pairing.added))];
        let reports = wanted.each_ref().map(|(chart, wanted)| {
            referring(&chart.seats, wanted, |seat| seat.reports_to.get().map(|manager| manager.as_str()))
        });
        let led = wanted.each_ref().map(|(chart, wanted)| {
            referring(&chart.priorities, wanted, |priority| priority.owner.first().map(|owner| owner.value.as_str()))
        });
        let titles = [charts.0, charts.1].map(|chart| {
            let mut titles: HashMap<&str, usize> = HashMap::new();
            for title in chart.seats.entries.iter().filter_map(|seat| seat.title.get()) {
                *titles.entry(title.as_str()).or_default() += 1;
            }
            titles
        });
        Self { tables: (&charts.0.seats, &charts.1.seats), people, priorities, reports, led, titles }
    }

    /// Whether a title occurs once in each chart, so that it identifies a seat.
    fn is_telling(&self, title: &Claim<Text>) -> bool {
        title.get().is_some_and(|title| self.titles.iter().all(|titles| titles.get(title.as_str()) == Some(&1)))
    }

    fn manager(seat: &Seat) -> impl Iterator<Item = &str> {
        seat.reports_to.get().map(|manager| manager.as_str()).into_iter()
    }
}

impl Describe for OfSeats<'_> {
    fn content(&self, end: End, at: u32, names: &Names<'_>) -> Option<String> {
        let seat = entry(self.tables, end, at);
        let mut responsibilities: Vec<String> =
            seat.responsibilities.iter().map(|one| one.value.as_str().to_owned()).collect();
        responsibilities.sort();
        seat.title.get()?;
        let owner = apart(listed(&seat.owner), end, self.people);
        let manager = apart_from(seat.id.value.as_str(), Self::manager(seat), end, names);
        Some(key(&[said(&seat.title), owner, responsibilities, manager]))
    }

    fn traits(&self, end: End, at: u32, names: &Names<'_>) -> Vec<Trait> {
        let seat = entry(self.tables, end, at);
        let reports = self.reports[usize::from(end == End::New)].get(seat.id.value.as_str());
        let reports = reports.into_iter().flatten().copied();
        let led = self.led[usize::from(end == End::New)].get(seat.id.value.as_str()).into_iter().flatten().copied();
        let responsibilities = seat.responsibilities.iter().map(|one| one.value.as_str());
        vec![
            by(250, Measure::Letters, title(&seat.title)),
            by(200, Measure::Words, texts(responsibilities.clone())),
            by(100, Measure::Words, words(responsibilities)),
            by(250, Measure::Ids, apart(listed(&seat.owner), end, self.people)),
            by(150, Measure::Ids, ids(led, end, self.priorities)),
            by(100, Measure::Ids, ids(Self::manager(seat), end, names)),
            by(100, Measure::Ids, ids(reports, end, names)),
        ]
    }

    /// Somebody left a seat and somebody joined another: that both are called the same does not make them one, unless
    /// nothing else is called so, or they answer for the same.
    fn may_be(&self, old: u32, new: u32) -> bool {
        let (old, new) = (entry(self.tables, End::Old, old), entry(self.tables, End::New, new));
        let is_alone = |end, owners: &[Spanned<PersonId>]| {
            !owners.is_empty() && listed(owners).all(|id| self.people.common(end, id).is_none())
        };
        let is_handed_on = is_alone(End::Old, &old.owner) && is_alone(End::New, &new.owner);
        let shares = || old.responsibilities.iter().any(|one| new.responsibilities.iter().any(|other| one == other));
        !is_handed_on || shares() || (old.title == new.title && self.is_telling(&new.title))
    }
}

/// Priorities: by title, owner, and what they serve.
pub(super) struct OfPriorities<'a> {
    tables: Tables<'a, Priorities, PriorityClaims>,
    seats: &'a Names<'a>,
    /// Words that stand for others in several titles: `search` is called `discovery` now.
    families: HashSet<Substitution>,
}

impl<'a> OfPriorities<'a> {
    pub(super) fn new(
        charts: (&'a Chart, &'a Chart),
        pairing: &Pairing<'_, Priorities, PriorityClaims>,
        seats: &'a Names<'a>,
    ) -> Self {
        let tables = (&charts.0.priorities, &charts.1.priorities);
        let titles = |end, wanted: &[u32]| -> Vec<&str> {
            wanted.iter().filter_map(|&at| Some(entry(tables, end, at).title.get()?.as_str())).collect()
        };
        let (old, new) = (titles(End::Old, &pairing.removed), titles(End::New, &pairing.added));
        let mut counts: HashMap<Substitution, usize> = HashMap::new();
        if old.len().saturating_mul(new.len()) <= MOST_TITLES {
            for found in old.iter().flat_map(|old| new.iter().filter_map(|new| substitution(old, new))) {
                if found.kept >= FEWEST_KEPT {
                    *counts.entry(found).or_default() += 1;
                }
            }
        }
        counts.retain(|_, count| *count > 1);
        Self { tables, seats, families: counts.into_keys().collect() }
    }
}

impl Describe for OfPriorities<'_> {
    fn content(&self, end: End, at: u32, names: &Names<'_>) -> Option<String> {
        let priority: &Priority = entry(self.tables, end, at);
        priority.title.get()?;
        let owner = apart(listed(&priority.owner), end, self.seats);
        let supports = apart_from(priority.id.value.as_str(), listed(&priority.supports), end, names);
        Some(key(&[said(&priority.title), owner, supports]))
    }

    fn traits(&self, end: End, at: u32, names: &Names<'_>) -> Vec<Trait> {
        let priority = entry(self.tables, end, at);
        vec![
            by(600, Measure::Letters, title(&priority.title)),
            by(200, Measure::Ids, ids(listed(&priority.owner), end, self.seats)),
            by(100, Measure::Ids, ids(listed(&priority.supports), end, names)),
            by(100, Measure::Ids, ids(listed(&priority.contributors), end, self.seats)),
        ]
    }

    /// What comes next in the same seat is often called much the same.
    fn may_be(&self, old: u32, new: u32) -> bool {
        let title = |end, at| &entry(self.tables, end, at).title;
        let (old, new) = (title(End::Old, old), title(End::New, new));
        let is_of_family = || {
            let found = substitution(old.get()?.as_str(), new.get()?.as_str())?;
            self.families.contains(&found).then_some(())
        };
        is_one_name(old, new, 3) || is_of_family().is_some()
    }
}

/// Metrics: by title, owner, and what they measure.
pub(super) struct OfMetrics<'a> {
    pub(super) tables: Tables<'a, Metrics, MetricClaims>,
    pub(super) seats: &'a Names<'a>,
    pub(super) priorities: &'a Names<'a>,
}

impl Describe for OfMetrics<'_> {
    fn content(&self, end: End, at: u32, _: &Names<'_>) -> Option<String> {
        let metric: &Metric = entry(self.tables, end, at);
        metric.title.get()?;
        let owner = apart(listed(&metric.owner), end, self.seats);
        Some(key(&[said(&metric.title), owner, apart(listed(&metric.measures), end, self.priorities)]))
    }

    fn traits(&self, end: End, at: u32, _: &Names<'_>) -> Vec<Trait> {
        let metric = entry(self.tables, end, at);
        let target = metric.target.get().map(ToString::to_string).into_iter().collect();
        vec![
            by(600, Measure::Letters, title(&metric.title)),
            by(200, Measure::Ids, ids(listed(&metric.owner), end, self.seats)),
            by(100, Measure::Ids, ids(listed(&metric.measures), end, self.priorities)),
            by(100, Measure::Ids, target),
        ]
    }

    fn may_be(&self, old: u32, new: u32) -> bool {
        let title = |end, at| &entry(self.tables, end, at).title;
        is_one_name(title(End::Old, old), title(End::New, new), 3)
    }
}
