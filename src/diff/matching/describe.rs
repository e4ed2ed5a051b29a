//! By what a person, a seat, a priority or a metric is known again under another id.

use std::collections::{BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::model::{
    Chart, Claim, Entry, Id, Metric, MetricClaims, Metrics, People, PersonClaims, Priorities, Priority, PriorityClaims,
    Seat, SeatClaims, Seats, Table, Text,
};
use crate::text::Spanned;

use super::likeness::{Measure, Trait};
use super::names::{End, Names};
use super::pairing::{Describe, Pairing};

/// Names that are alike to this degree may be one name and a slip of the pen.
const SLIP: f64 = 0.85;

/// So many letters of a name are compared one by one.
const LONGEST_NAME: usize = 128;
/// So many tokens of a text are compared.
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

fn listed<K>(claims: &[Spanned<Id<K>>]) -> impl Iterator<Item = &str> {
    claims.iter().map(|id| id.value.as_str())
}

/// A key made of parts, none of which runs into the next.
fn key(parts: &[Vec<String>]) -> String {
    parts.iter().map(|part| part.join("\u{1}")).collect::<Vec<_>>().join("\u{2}")
}

fn said(claim: &Claim<Text>) -> Vec<String> {
    claim.get().map(|text| text.as_str().to_owned()).into_iter().collect()
}

fn by(weight: u32, measure: Measure, tokens: Vec<String>) -> Trait {
    Trait { weight, measure, tokens }
}

/// Whether one name is the other with a slip of the pen, or is part of it, with so many words at least and no less
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

/// Seats: by title, responsibilities, owner, and the seats around them.
pub(super) struct OfSeats<'a> {
    tables: Tables<'a, Seats, SeatClaims>,
    people: &'a Names<'a>,
    reports: [HashMap<&'a str, Vec<&'a str>>; 2],
}

impl<'a> OfSeats<'a> {
    pub(super) fn new(
        charts: (&'a Chart, &'a Chart),
        pairing: &Pairing<'_, Seats, SeatClaims>,
        people: &'a Names<'a>,
    ) -> Self {
        let reports = |chart: &'a Chart, wanted: &[u32]| {
            let wanted: Vec<&str> =
                wanted.iter().map(|&at| chart.seats.entries[at as usize].id.value.as_str()).collect();
            referring(&chart.seats, &wanted, |seat| seat.reports_to.get().map(|manager| manager.as_str()))
        };
        let reports = [reports(charts.0, &pairing.removed), reports(charts.1, &pairing.added)];
        Self { tables: (&charts.0.seats, &charts.1.seats), people, reports }
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
        let owner = ids(listed(&seat.owner), end, self.people);
        Some(key(&[said(&seat.title), owner, responsibilities, ids(Self::manager(seat), end, names)]))
    }

    fn traits(&self, end: End, at: u32, names: &Names<'_>) -> Vec<Trait> {
        let seat = entry(self.tables, end, at);
        let reports = self.reports[usize::from(end == End::New)].get(seat.id.value.as_str());
        let reports = reports.into_iter().flatten().copied();
        let responsibilities = seat.responsibilities.iter().map(|one| one.value.as_str());
        vec![
            by(250, Measure::Letters, title(&seat.title)),
            by(200, Measure::Words, texts(responsibilities.clone())),
            by(100, Measure::Words, words(responsibilities)),
            by(250, Measure::Ids, ids(listed(&seat.owner), end, self.people)),
            by(100, Measure::Ids, ids(Self::manager(seat), end, names)),
            by(100, Measure::Ids, ids(reports, end, names)),
        ]
    }
}

/// Priorities: by title, owner, and what they serve.
pub(super) struct OfPriorities<'a> {
    pub(super) tables: Tables<'a, Priorities, PriorityClaims>,
    pub(super) seats: &'a Names<'a>,
}

impl Describe for OfPriorities<'_> {
    fn content(&self, end: End, at: u32, names: &Names<'_>) -> Option<String> {
        let priority: &Priority = entry(self.tables, end, at);
        priority.title.get()?;
        let owner = ids(listed(&priority.owner), end, self.seats);
        Some(key(&[said(&priority.title), owner, ids(listed(&priority.supports), end, names)]))
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
        is_one_name(title(End::Old, old), title(End::New, new), 3)
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
        let owner = ids(listed(&metric.owner), end, self.seats);
        Some(key(&[said(&metric.title), owner, ids(listed(&metric.measures), end, self.priorities)]))
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
