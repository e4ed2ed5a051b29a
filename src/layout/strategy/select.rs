//! Keeps a strategy to what one page can show.

use std::collections::HashSet;

use crate::picture::{NodeState, Strategy, Tie, TieKind};

/// A column of more boxes is not legible on a slide.
const MOST_BOXES: usize = 24;

/// Of more lines no eye follows any.
const MOST_LINES: usize = 240;

/// How much of a strategy is not shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LeftOut {
    pub(super) boxes: usize,
    pub(super) lines: usize,
}

/// The part of a strategy that is shown: of each column at most [`MOST_BOXES`] nodes, those that nobody answers for
/// first, then those with the most lines to what is shown; they keep their order. Of the lines between them at most
/// [`MOST_LINES`], those that say who answers first.
pub(super) fn select(strategy: &Strategy) -> (Strategy, LeftOut) {
    let nodes = &strategy.nodes;
    let mut beside = vec![Vec::new(); nodes.len()];
    for tie in &strategy.ties {
        beside[tie.from].push(tie.to);
        beside[tie.to].push(tie.from);
    }
    let mut kept = vec![true; nodes.len()];
    for column in 0..strategy.headings.len() {
        let mut here: Vec<usize> = (0..nodes.len()).filter(|node| nodes[*node].column == column).collect();
        let lines = |node: usize| beside[node].iter().filter(|other| kept[**other]).count();
        let rank = |node: &usize| (nodes[*node].state != NodeState::Wrong, usize::MAX - lines(*node));
        here.sort_by_cached_key(rank);
        let rest: Vec<usize> = here.drain(MOST_BOXES.min(here.len())..).collect();
        // What has lost all that it stands beside goes, too.
        let is_lost = |node: &usize| !beside[*node].is_empty() && lines(*node) == 0;
        let lost: Vec<usize> = here.into_iter().filter(is_lost).collect();
        for node in rest.into_iter().chain(lost) {
            kept[node] = false;
        }
    }
    let mut places = vec![0; nodes.len()];
    let mut shown = Vec::new();
    for (node, _) in kept.iter().enumerate().filter(|(_, kept)| **kept) {
        places[node] = shown.len();
        shown.push(nodes[node].clone());
    }
    // A chart can say the same twice.
    let mut seen = HashSet::new();
    let mut ties: Vec<Tie> = strategy.ties.iter().filter(|tie| kept[tie.from] && kept[tie.to]).copied().collect();
    ties.retain_mut(|tie| {
        *tie = Tie { from: places[tie.from], to: places[tie.to], ..*tie };
        seen.insert((tie.from, tie.to))
    });
    // Who answers is what the view is for: those lines are the last to be left out.
    ties.sort_by_key(|tie| tie.kind != TieKind::Owns);
    let left_out = LeftOut { boxes: nodes.len() - shown.len(), lines: ties.len().saturating_sub(MOST_LINES) };
    ties.truncate(MOST_LINES);
    let (headings, lane) = (strategy.headings.clone(), strategy.lane);
    (Strategy { headings, lane, language: strategy.language, nodes: shown, ties, ..Strategy::default() }, left_out)
}
