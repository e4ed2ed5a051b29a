//! Sentences as parts: our words, entries of a chart, texts that stand in it, codes to write, figures and days.
//!
//! A [`Phrase`] is written where something is found, with `say!`, and worded where it is shown:
//! each writer decides how an entry looks and escapes every part by its kind. It knows no graph: an entry is its kind,
//! its id and its name.

mod args;
mod labels;
mod page;
mod part;
mod refused;
mod row;
mod section;

pub(crate) use args::code_point;
pub(crate) use args::say;
pub use args::{ARROW, Args, Say, code, count, figure, named, of_kind, ours, percent, quoted, text};
pub use labels::{Label, PageLabel, Spoken};
pub use page::{Block, CodeLine, Column, Item, Mark, Page, Picture, Prose, Table, Tone, View};
pub use part::{By, Entry, Figure, Part, Parts, Unit};
pub use row::{all, cut, listed, row};
pub(crate) use row::{either, more_of};
pub use section::Section;

use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};

/// The placeholder for an argument in a template; no literal contains it.
const SLOT: char = '\u{1}';
/// What surrounds a code in a template.
const CODE_BEGINS: char = '\u{2}';
const CODE_ENDS: char = '\u{3}';
const MARKS: [char; 3] = [SLOT, CODE_BEGINS, CODE_ENDS];

/// A sentence, or a part of one, that is not worded yet.
///
/// Our words cost nothing, since they are part of the program; the rest is one small block of bytes.
#[derive(Clone, Default)]
pub struct Phrase {
    /// Our words, with a mark for each argument.
    template: &'static str,
    args: Box<[u8]>,
}

impl Phrase {
    /// What `say!` makes.
    #[must_use]
    pub fn of(template: &'static str, args: Args) -> Self {
        Self { template, args: args.finish() }
    }

    /// A sentence that was worded elsewhere, such as the reason why a value of the model was refused: all of it is text
    /// that may come from a chart.
    #[must_use]
    pub fn worded(sentence: &str) -> Self {
        say![text(sentence)]
    }

    /// The parts, in their order.
    #[must_use]
    pub fn parts(&self) -> Parts<'_> {
        Parts::new(self.template, &self.args)
    }

    /// As machines get it: ids and codes in backticks.
    #[must_use]
    pub fn plain(&self) -> String {
        self.to_string()
    }

    /// The same with a capital at its head, as it begins a line.
    #[must_use]
    pub fn capitalized(&self) -> Self {
        let mut args = Args::default();
        for (at, part) in self.parts().enumerate() {
            match part {
                Part::Words(words) if at == 0 => {
                    let mut letters = words.chars();
                    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
                    args.part(Part::Words(&(capital + letters.as_str())));
                }
                part => args.part(part),
            }
        }
        args.phrase()
    }

    /// The same with entries only by their ids, as in lists of many.
    #[must_use]
    pub fn bare(&self) -> Self {
        let mut args = Args::default();
        for part in self.parts() {
            args.part(match part {
                Part::Entry(entry) if entry.by == By::Id => Part::Entry(Entry { by: By::Bare, ..entry }),
                part => part,
            });
        }
        args.phrase()
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts().all(|part| matches!(part, Part::Words("")))
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts().try_for_each(|part| write!(f, "{part}"))
    }
}

impl fmt::Debug for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.parts()).finish()
    }
}

/// Two phrases are the same where their parts are, however they were put together.
impl PartialEq for Phrase {
    fn eq(&self, other: &Self) -> bool {
        self.parts().eq(other.parts())
    }
}

impl Eq for Phrase {}

impl PartialOrd for Phrase {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Phrase {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts().cmp(other.parts())
    }
}

impl From<&'static str> for Phrase {
    fn from(words: &'static str) -> Self {
        debug_assert!(!words.contains(MARKS), "words hold no marks");
        Self { template: words, args: Box::default() }
    }
}

/// Machines get the plain words.
impl Serialize for Phrase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Say for Phrase {
    fn say(&self, to: &mut Args) {
        self.parts().for_each(|part| to.part(part));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Noun;

    fn seat() -> impl Say {
        of_kind(Noun::Seat, "service-lead", "Head of Service")
    }

    #[test]
    fn a_sentence_reads_as_it_is_written() {
        let phrase = say!["", seat(), " carries ", percent(117), " of one full-time person"];
        assert_eq!(phrase.plain(), "`service-lead` carries 117 % of one full-time person");
        let entry = Entry { noun: Noun::Seat, id: "service-lead", name: "Head of Service", by: By::Id };
        assert!(phrase.parts().any(|part| part == Part::Entry(entry)));
        assert!(phrase.parts().any(|part| part == Part::Figure(Figure { value: "117", unit: Unit::Percent })));
    }

    #[test]
    fn phrases_stand_in_phrases() {
        let which = say![quoted("a `b`"), ", ", count(1, "time", "times")];
        let phrase =
            say![named(Noun::Person, "ana", "Ana Ruiz"), " says ", which, Some(code("owner:")), None::<Phrase>];
        assert_eq!(phrase.plain(), "Ana Ruiz says \"a `b`\", 1 time`owner:`");
        assert_eq!(phrase, phrase.clone());
        assert_ne!(phrase, say!["Ana Ruiz"]);
    }

    #[test]
    fn rows_are_cut_in_one_place() {
        let ids = |count: usize| (0..count).map(|at| code(at.to_string())).collect::<Vec<_>>();
        assert_eq!(listed(ids(0), 2).plain(), "");
        assert_eq!(listed(ids(1), 2).plain(), "`0`");
        assert_eq!(listed(ids(3), 3).plain(), "`0`, `1` and `2`");
        assert_eq!(listed(ids(5), 2).plain(), "`0`, `1` and 3 more");
        assert_eq!(either(ids(3), 3).plain(), "`0`, `1` or `2`");
        assert_eq!(either(ids(4), 2).plain(), "`0`, `1` or another");
    }

    #[test]
    fn a_phrase_is_no_larger_than_its_text() {
        assert_eq!(size_of::<Phrase>(), 32);
        assert_eq!(size_of::<Option<Phrase>>(), 32);
        let phrase = say!["", code("seat-012345"), " has ", count(2, "duty", "duties"), ", fewer than ", 3];
        assert!(phrase.args.len() < phrase.plain().len(), "{phrase:?}");
    }
}
