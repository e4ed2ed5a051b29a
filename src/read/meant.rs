//! What was meant where the id of an entry should stand: people write names, titles, and several at once.

use std::collections::{HashMap, HashSet};

use crate::text::{Suggestions, is_nobody};

use crate::model::{Chart, Noun};
use crate::phrase::{self, Phrase, code, of_kind, say};

/// Keys that take a list.
const LISTS: [&str; 6] = ["members", "dotted_to", "formerly", "supports", "contributors", "measures"];
/// What stands between several, with spaces around it.
const AND: [&str; 8] = ["and", "und", "et", "y", "or", "with", "&", "+"];
/// How many of one name are reported.
const TOLD: usize = 3;

/// The names and titles of a chart.
#[derive(Debug)]
pub(crate) struct Names<'c> {
    /// The entries by their kind and name, in lower case.
    named: HashMap<(Noun, String), Vec<&'c str>>,
    /// The names of a kind, in order, for suggestions.
    sorted: HashMap<Noun, Vec<String>>,
    ids: HashMap<Noun, HashSet<&'c str>>,
    /// Who owns a seat.
    owners: HashMap<&'c str, &'c str>,
    /// The seats that a person owns.
    owned: HashMap<&'c str, Vec<&'c str>>,
    suggestions: Suggestions,
}

impl<'c> Names<'c> {
    pub(crate) fn of(chart: &'c Chart) -> Self {
        let mut names = Self {
            named: HashMap::new(),
            sorted: HashMap::new(),
            ids: HashMap::new(),
            owners: HashMap::new(),
            owned: HashMap::new(),
            suggestions: Suggestions::default(),
        };
        for person in &chart.people.entries {
            names.add(Noun::Person, person.id.value.as_str(), person.name.get().map(|name| name.as_str()));
        }
        for seat in &chart.seats.entries {
            let id = seat.id.value.as_str();
            names.add(Noun::Seat, id, seat.title.get().map(|title| title.as_str()));
            if let [owner] = &seat.owner[..] {
                names.owners.insert(id, owner.value.as_str());
                names.owned.entry(owner.value.as_str()).or_default().push(id);
            }
        }
        for priority in &chart.priorities.entries {
            names.add(Noun::Priority, priority.id.value.as_str(), priority.title.get().map(|title| title.as_str()));
        }
        for metric in &chart.metrics.entries {
            names.add(Noun::Metric, metric.id.value.as_str(), metric.title.get().map(|title| title.as_str()));
        }
        names
    }

    fn add(&mut self, noun: Noun, id: &'c str, name: Option<&str>) {
        self.ids.entry(noun).or_default().insert(id);
        if let Some(name) = name {
            self.named.entry((noun, folded(name))).or_default().push(id);
        }
    }

    /// What to write where a text stands for the id of an entry under a key; `None` where nobody can tell.
    pub(crate) fn help(&mut self, text: &str, wanted: Noun, key: &str) -> Option<Phrase> {
        if is_nobody(text) {
            return Some(match (wanted, key) {
                (Noun::Person, "owner") => {
                    say![
                        code(text),
                        " is nobody: remove the line, and say ",
                        code("vacant: {since: …, plan: …}"),
                        " in the seat"
                    ]
                }
                _ => say![code(text), " names nothing: leave it out"],
            });
        }
        let whole = self.by_name(text, wanted);
        let whole = whole.or_else(|| self.of_another_kind(text, wanted)).or_else(|| self.several(text, wanted, key));
        whole.or_else(|| self.near(text, wanted))
    }

    /// The one entry of a kind that has this name, as long as nothing has the text for an id, in whatever case.
    pub(crate) fn only(&self, text: &str, wanted: Noun) -> Option<&'c str> {
        let [id] = self.ids_named(text, wanted) else { return None };
        let is_it = |known: &&str| known == id || !known.eq_ignore_ascii_case(text);
        let is_clear = self.ids.get(&wanted)?.iter().all(is_it);
        let is_of_another = self.ids.iter().any(|(noun, ids)| *noun != wanted && ids.contains(text));
        (is_clear && !is_of_another && !is_nobody(text)).then_some(*id)
    }

    fn by_name(&self, text: &str, wanted: Noun) -> Option<Phrase> {
        Some(match self.ids_named(text, wanted) {
            [] => return None,
            [id] => say![code(text), " is ", of_kind(wanted, id, ""), ": write ", code(id)],
            several => say![code(text), " is ", either(several), ": write the one that is meant"],
        })
    }

    /// A person where a seat is wanted, or a seat where a person is.
    fn of_another_kind(&self, text: &str, wanted: Noun) -> Option<Phrase> {
        match wanted {
            Noun::Person => match self.ids_named(text, Noun::Seat) {
                [seat] => Some(match self.owners.get(seat) {
                    Some(owner) if self.ids.get(&Noun::Person).is_some_and(|ids| ids.contains(owner)) => {
                        say![
                            code(text),
                            " is the seat ",
                            code(seat),
                            ", owned by ",
                            code(owner),
                            ": write ",
                            code(owner)
                        ]
                    }
                    _ => say![code(text), " is the seat ", code(seat), ": name a person"],
                }),
                _ => None,
            },
            Noun::Seat => match self.ids_named(text, Noun::Person) {
                [person] => Some(match self.owned(person) {
                    [] => say![code(text), " is the person ", code(person), ", who owns no seat: name a seat"],
                    [seat] => {
                        say![
                            code(text),
                            " is the person ",
                            code(person),
                            ", who owns ",
                            code(seat),
                            ": write ",
                            code(seat)
                        ]
                    }
                    several => {
                        let several = either(several);
                        say![code(text), " is the person ", code(person), ": write the seat that is meant, ", several]
                    }
                }),
                _ => None,
            },
            Noun::Priority => match self.ids_named(text, Noun::Metric) {
                [metric] => Some(say![code(text), " is the metric ", code(metric), ": name a priority"]),
                _ => None,
            },
            _ => None,
        }
    }

    fn several(&self, text: &str, wanted: Noun, key: &str) -> Option<Phrase> {
        let parts = parts(text);
        if parts.len() < 2 {
            return None;
        }
        let known: Vec<&str> = parts.iter().filter_map(|part| self.one(part, wanted)).collect();
        let all = known.len() == parts.len();
        if LISTS.contains(&key) {
            return all.then(|| say!["write each by itself: ", code(format_args!("[{}]", known.join(", ")))]);
        }
        match known.as_slice() {
            // A stroke or a comma may stand in something else.
            [] => None,
            [one] => Some(say!["name one ", wanted.name(), ", such as ", code(one)]),
            several => Some(say!["name one ", wanted.name(), ": write ", either(several)]),
        }
    }

    /// The id of the kind that is wanted which a part of a text leads to.
    pub(crate) fn one(&self, part: &str, wanted: Noun) -> Option<&'c str> {
        let by_id = |noun| self.ids.get(&noun).and_then(|ids| ids.get(part)).copied();
        by_id(wanted).or_else(|| match (self.ids_named(part, wanted), wanted) {
            ([id], _) => Some(*id),
            (_, Noun::Seat) => {
                let named = self.ids_named(part, Noun::Person).first().copied();
                let person = named.or_else(|| by_id(Noun::Person));
                match self.owned(person?) {
                    [seat] => Some(*seat),
                    _ => None,
                }
            }
            _ => None,
        })
    }

    /// The seats that a person owns.
    fn owned(&self, person: &str) -> &[&'c str] {
        self.owned.get(person).map_or(&[], Vec::as_slice)
    }

    /// The entry whose name is nearest.
    fn near(&mut self, text: &str, wanted: Noun) -> Option<Phrase> {
        let by_name = &self.named;
        let sorted = self.sorted.entry(wanted).or_insert_with(|| {
            let of_kind = by_name.keys().filter(|(noun, _)| *noun == wanted);
            let mut names: Vec<String> = of_kind.map(|(_, name)| name.clone()).collect();
            names.sort_unstable();
            names
        });
        let near = self.suggestions.nearest(&folded(text), sorted.iter().map(String::as_str))?.to_owned();
        let id = self.named.get(&(wanted, near))?.first()?;
        Some(say!["did you mean ", code(id), "?"])
    }

    fn ids_named(&self, name: &str, noun: Noun) -> &[&'c str] {
        self.named.get(&(noun, folded(name))).map_or(&[], Vec::as_slice)
    }
}

/// The parts of a text that names several.
pub(crate) fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for part in text.split([',', ';', '/']) {
        let (mut start, mut at) = (0, 0);
        for word in part.split(' ') {
            if AND.contains(&word.to_lowercase().as_str()) {
                parts.push(&part[start..at]);
                start = at + word.len();
            }
            at = (at + word.len() + 1).min(part.len());
        }
        parts.push(&part[start..]);
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Ids in code quotes, with "or" before the last.
fn either(ids: &[&str]) -> Phrase {
    phrase::either(ids.iter().map(code), TOLD)
}

/// In lower case, each run of spaces one.
fn folded(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn several_in_one_value_are_told_apart() {
        for text in ["kim and ana", "kim & ana", "kim/ana", "kim, ana", "kim und ana", "kim; ana", "kim,ana"] {
            assert_eq!(parts(text), ["kim", "ana"], "{text}");
        }
        assert_eq!(parts("Andy Sandberg"), ["Andy Sandberg"]);
        assert_eq!(parts("kim, ana and  Jo Lee"), ["kim", "ana", "Jo Lee"]);
        assert_eq!(parts("and"), Vec::<&str>::new());
        assert_eq!(parts("é & ü"), ["é", "ü"]);
    }
}
