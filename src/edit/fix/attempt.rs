//! Slips put right together, and kept only where that is proven.

use std::collections::BTreeMap;

use crate::check::Claimed;
use crate::diff::edits;
use crate::graph::Graph;
use crate::model::Chart;
use crate::read::{self, Defect, Input, Outline};
use crate::text::{Source, SourceId, Sources, sort};

use super::super::mistakes::{Mistake, Mistakes};
use super::super::plan::Patch;
use super::super::yaml::Splice;
use super::Mend;
use super::find::Slip;

/// This many attempts are made in a round; what they leave is left.
pub(super) const ATTEMPTS: usize = 200;

/// A chart between two rounds.
pub(super) struct State {
    pub(super) sources: Sources,
    pub(super) chart: Chart,
    pub(super) defects: Vec<Defect>,
}

impl State {
    /// It, under the names of the chart that it comes from.
    pub(super) fn claimed<'s>(&'s self, of: &Claimed<'s>) -> Claimed<'s> {
        Claimed { sources: &self.sources, chart: &self.chart, defects: &self.defects, ..*of }
    }

    fn mistakes(&self) -> Mistakes {
        let graph = Graph::new(&self.chart, crate::graph::LoadRates::default());
        let reading = self.defects.iter().map(|defect| (Mistake::reading(defect), defect.cases()));
        let dangling = graph.dangling().iter().map(|dangling| (Mistake::dangling(&graph, dangling), 1));
        let mut mistakes = Mistakes::new();
        for (mistake, cases) in reading.chain(dangling) {
            *mistakes.entry(mistake).or_default() += cases;
        }
        mistakes
    }
}

/// The texts of these sources, some of them others, under the same ids.
pub(super) fn with(before: &Sources, other: impl Fn(SourceId) -> Option<String>) -> Option<Sources> {
    let mut sources = Sources::new();
    for (id, file) in before.ids().zip(before.files()) {
        sources.add(file.path(), other(id).unwrap_or_else(|| file.text().to_owned()))?;
    }
    Some(sources)
}

/// The result of a round: the chart, what changed in which file, and what was mended.
pub(super) type Round = (State, Vec<Patch>, Vec<Mend>);

/// The slips of a round as a round.
pub(super) fn round((next, slips): (State, Vec<Slip>)) -> Round {
    let mut patches: BTreeMap<SourceId, Vec<Splice>> = BTreeMap::new();
    for slip in &slips {
        patches.entry(slip.source).or_default().extend(slip.splices.iter().cloned());
    }
    let patches = patches.into_iter().map(|(source, splices)| Patch { source, splices }).collect();
    (next, patches, slips.into_iter().map(|slip| slip.mend).collect())
}

/// Puts right as many slips as hold: all at once where they do, else those of each half by themselves.
pub(super) fn kept(state: &State, inputs: &[Input], slips: Vec<Slip>) -> Option<(State, Vec<Slip>)> {
    let mistakes = state.mistakes();
    let mut done: Option<(State, Vec<Slip>)> = None;
    let mut left = vec![slips];
    for _ in 0..ATTEMPTS {
        let Some(mut some) = left.pop() else { break };
        if some.is_empty() {
            continue;
        }
        let mut all: Vec<Slip> = done.iter().flat_map(|(_, slips)| slips.iter().cloned()).collect();
        all.extend(some.iter().cloned());
        sort::by_key(&mut all, Slip::start);
        if let Some(next) = tried(state, &mistakes, inputs, &all) {
            done = Some((next, all));
        } else if some.len() > 1 {
            let second = some.split_off(some.len() / 2);
            left.extend([second, some]);
        }
    }
    done
}

/// The chart with these slips put right, as long as that mends one mistake each, makes none, and says nothing else of
/// any other entry.
fn tried(state: &State, mistakes: &Mistakes, inputs: &[Input], slips: &[Slip]) -> Option<State> {
    let sources = with(&state.sources, |id| spliced((id, state.sources.file(id)), slips))?;
    let (chart, defects) = read::chart(&sources, inputs);
    let next = State { sources, chart, defects };
    let after = next.mistakes();
    let count = |mistakes: &Mistakes| mistakes.values().sum::<usize>();
    let is_subset = after.iter().all(|(mistake, count)| mistakes.get(mistake).is_some_and(|known| known >= count));
    let is_meant = |edit: &crate::model::Edit| slips.iter().any(|slip| slip.is_of(edit));
    let mended = slips.iter().filter(|slip| slip.is_mistake).count();
    let is_proven = !next.chart.is_partial
        && is_subset
        && count(&after) + mended <= count(mistakes)
        && edits(&state.chart, &next.chart).iter().all(is_meant)
        && slips.chunk_by(|one, other| one.source == other.source).all(|of_file| {
            let source = of_file[0].source;
            let removed = of_file.iter().map(|slip| slip.removed).sum();
            are_comments_kept(state.sources.file(source), next.sources.file(source), removed)
        });
    is_proven.then_some(next)
}

/// The text of a file with those slips put right that are in it.
fn spliced((id, file): (SourceId, &Source), slips: &[Slip]) -> Option<String> {
    let (mut text, mut from) = (String::new(), 0);
    for splice in slips.iter().filter(|slip| slip.source == id).flat_map(|slip| &slip.splices) {
        text.push_str(file.text().get(from..splice.bytes.start)?);
        text.push_str(&splice.text);
        from = splice.bytes.end;
    }
    (from > 0).then(|| text + &file.text()[from..])
}

/// Whether a file still has all its comments, and has lost no more than this number of nodes.
fn are_comments_kept(old: &Source, new: &Source, removed: usize) -> bool {
    let (Ok(old), Ok(new)) = (Outline::of(old), Outline::of(new)) else { return false };
    let texts = |outline: &Outline<'_>| -> Vec<String> {
        outline.comments.iter().map(|comment| outline.text[comment.clone()].to_owned()).collect()
    };
    old.nodes.len() <= new.nodes.len() + removed && texts(&old) == texts(&new)
}
