//! What changed between two charts: exactly, claim by claim, and as people speak of it.
//!
//! Pure and position-free: what is compared is what the charts claim.

mod change;
mod fact;
mod findings;
mod flat;
mod group;
mod kinds;
mod lines;
mod load;
mod matching;
mod parties;
mod party;
mod reading;
mod told;
mod what;
mod words;

use std::collections::HashMap;

use crate::check::{Finding, Judged};
use crate::graph::Graph;
use crate::model::{Edit, Noun};

pub use change::Change;
pub use fact::{Facts, edits};
pub(crate) use fact::{compare, in_order, of_chart, of_strategy};
pub use findings::{FindingChange, FindingsDelta};
pub use flat::{Flat, KeyChange, Values};
pub use group::{Group, Sign};
pub use lines::{Line, hint, lines};
pub use load::{Crossing, LoadDelta};
pub use party::{How, Party};
pub use what::{Code, What};

/// How far to go in taking an entry with another id for the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renames {
    /// Ids alone count.
    Off,
    /// Ids, and `formerly:`.
    Declared,
    /// Also what is alike, as long as no more than `limit` pairs have to be compared.
    Likely {
        /// Removed entries times added ones, of one kind.
        limit: usize,
    },
}

impl Default for Renames {
    fn default() -> Self {
        Self::Likely { limit: 1_000_000 }
    }
}

/// Two entries of different ids that are taken for the same one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rename {
    /// As the old chart has it.
    pub old: Party,
    /// As the new chart has it.
    pub new: Party,
    /// How sure that is.
    pub how: How,
}

/// What changed between two charts.
#[derive(Debug)]
pub struct Diff<'a> {
    /// What changed as people speak of it, by group; guesses regroup and never add or hide.
    pub changes: Vec<Change>,
    /// What changed exactly: enough to apply and to undo.
    pub edits: Vec<Edit>,
    /// Entries of different ids that are taken for the same.
    pub renames: Vec<Rename>,
    /// Seats that may be the same but are not treated so; all are guesses.
    pub hints: Vec<Rename>,
    /// Who and what carries more or less; the largest difference first.
    pub loads: Vec<LoadDelta>,
    /// What the rules found in one chart and not in the other.
    pub findings: FindingsDelta<'a>,
    /// What could not be judged, and what to do about it.
    pub notes: Vec<String>,
}

impl Diff<'_> {
    /// Whether the charts claim the same, to the last claim.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The changes of one group.
    pub fn group(&self, group: Group) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.group() == group)
    }

    /// How many changes of a code there are, those included that others stand for.
    #[must_use]
    pub fn count(&self, code: Code) -> usize {
        self.changes.iter().flat_map(Change::all).filter(|change| change.code() == code).count()
    }
}

/// Compares two charts.
#[must_use]
pub fn diff<'a>(old: &'a Judged<'a>, new: &'a Judged<'a>, renames: Renames) -> Diff<'a> {
    let matched = matching::matched(&old.graph, &new.graph, renames);
    let ((changes, loads), (findings, edits)) = rayon::join(
        || (reading::changes(&matched), load::deltas(&matched, (&old.norms, &new.norms))),
        || (findings::delta(&matched, &old.outcome.findings, &new.outcome.findings), matched.edits()),
    );
    Diff { changes, edits, loads, findings, renames: matched.renames(), hints: matched.hints(), notes: matched.notes() }
}

/// What the entries of a chart were called in an older one.
#[derive(Debug)]
pub struct Counterparts(HashMap<(Noun, String), String>);

impl Counterparts {
    /// For all entries with another id.
    #[must_use]
    pub fn of(old: &Graph<'_>, new: &Graph<'_>, renames: Renames) -> Self {
        let matched = matching::matched(old, new, renames);
        let known = matched.renames().into_iter().map(|rename| ((rename.new.kind, rename.new.id), rename.old.id));
        Self(known.collect())
    }

    /// The id that an entry had, where it had another.
    #[must_use]
    pub fn old_id(&self, noun: Noun, id: &str) -> Option<&str> {
        self.0.get(&(noun, id.to_owned())).map(String::as_str)
    }
}

/// The findings of the new chart that the old has not, where nothing is taken for the same by a guess: what an exit
/// code may rest on.
#[must_use]
pub fn introduced<'a>(old: &'a Judged<'a>, new: &'a Judged<'a>, renames: Renames) -> Vec<&'a Finding> {
    let sure = if renames == Renames::Off { Renames::Off } else { Renames::Declared };
    let matched = matching::matched(&old.graph, &new.graph, sure);
    findings::delta(&matched, &old.outcome.findings, &new.outcome.findings).introduced
}
