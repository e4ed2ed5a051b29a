//! The mistakes of a chart by what they are about, whatever their messages say.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Dangling, Graph};
use crate::model::Noun;
use crate::read::{Defect, DefectKind};

/// What makes a mistake the same mistake in two charts: never its place, and never its words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mistake {
    /// Something is written that can't be read.
    Reading { rule: DefectKind, entries: Vec<(Noun, String)>, detail: Option<String> },
    /// An entry names another that is not there.
    Dangling { from: Option<(Noun, String)>, key: &'static str, wanted: Noun, id: String },
}

/// How often each mistake is there.
pub(super) type Mistakes = BTreeMap<Mistake, usize>;

impl Mistake {
    pub(super) fn reading(defect: &Defect) -> Self {
        Self::Reading { rule: defect.kind, entries: defect.entries.clone(), detail: defect.detail.clone() }
    }

    pub(super) fn dangling(graph: &Graph<'_>, dangling: &Dangling<'_>) -> Self {
        let from = dangling.from.map(|from| graph.entry(from)).map(|from| (from.noun(), from.id().to_owned()));
        Self::Dangling { from, key: dangling.key, wanted: dangling.wanted, id: dangling.id.to_owned() }
    }
}

/// Ids that entries had, and what they are called now.
pub(super) struct Renamed<'r> {
    now: BTreeMap<(Noun, &'r str), &'r str>,
    /// The ids of before and of now.
    ids: BTreeSet<&'r str>,
}

impl<'r> Renamed<'r> {
    pub(super) fn of(renames: &'r [(Noun, String, String)]) -> Self {
        Self {
            now: renames.iter().map(|(kind, from, to)| ((*kind, from.as_str()), to.as_str())).collect(),
            ids: renames.iter().flat_map(|(_, from, to)| [from.as_str(), to.as_str()]).collect(),
        }
    }

    /// A mistake of the chart before, by what its entries are called now.
    pub(super) fn before(&self, defect: &Defect) -> Mistake {
        let mut mistake = self.now(defect);
        if let Mistake::Reading { entries, .. } = &mut mistake {
            for (kind, id) in entries {
                if let Some(now) = self.now.get(&(*kind, id.as_str())) {
                    (*now).clone_into(id);
                }
            }
        }
        mistake
    }

    /// A mistake of the chart as it is now.
    pub(super) fn now(&self, defect: &Defect) -> Mistake {
        let mut mistake = Mistake::reading(defect);
        if let Mistake::Reading { detail: Some(detail), .. } = &mut mistake {
            // What stands at its place may be such an id, by its old name in the one chart and its new one in the other.
            let is_of_an_id = |c: char| c.is_alphanumeric() || "-_".contains(c);
            let words = detail.split_inclusive(|c| !is_of_an_id(c));
            *detail = words
                .map(|word| {
                    let id = word.trim_end_matches(|c| !is_of_an_id(c));
                    if self.ids.contains(id) { &word[id.len()..] } else { word }
                })
                .collect();
        }
        mistake
    }
}
