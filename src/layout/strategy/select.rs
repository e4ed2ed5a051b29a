//! Keeps a strategy to what one page can show.

use super::{EntryState, Strategy, Tie};

/// A column of more boxes is not legible on a slide.
const MOST_BOXES: usize = 24;

/// The part of a strategy that is shown: of each column at most [`MOST_BOXES`] entries, those that nobody answers for
/// first, then those with the most lines to what is shown; they keep their order. How many were left out comes back.
pub(super) fn select(strategy: &Strategy) -> (Strategy, usize) {
    let entries = &strategy.entries;
    let mut beside = vec![Vec::new(); entries.len()];
    for tie in &strategy.ties {
        beside[tie.from].push(tie.to);
        beside[tie.to].push(tie.from);
    }
    let mut kept = vec![true; entries.len()];
    for column in 0..strategy.headings.len() {
        let mut here: Vec<usize> = (0..entries.len()).filter(|entry| entries[*entry].column == column).collect();
        let lines = |entry: usize| beside[entry].iter().filter(|other| kept[**other]).count();
        let rank = |entry: &usize| (entries[*entry].state != EntryState::Wrong, usize::MAX - lines(*entry));
        here.sort_by_cached_key(rank);
        let rest: Vec<usize> = here.drain(MOST_BOXES.min(here.len())..).collect();
        // What has lost all that it stands beside goes, too.
        let is_lost = |entry: &usize| !beside[*entry].is_empty() && lines(*entry) == 0;
        let lost: Vec<usize> = here.into_iter().filter(is_lost).collect();
        for entry in rest.into_iter().chain(lost) {
            kept[entry] = false;
        }
    }
    let mut places = vec![0; entries.len()];
    let mut selected = Strategy { entries: Vec::new(), ties: Vec::new(), ..strategy.clone() };
    for (entry, _) in kept.iter().enumerate().filter(|(_, kept)| **kept) {
        places[entry] = selected.entries.len();
        selected.entries.push(entries[entry].clone());
    }
    let ties = strategy.ties.iter().filter(|tie| kept[tie.from] && kept[tie.to]);
    selected.ties = ties.map(|tie| Tie { from: places[tie.from], to: places[tie.to], ..*tie }).collect();
    let left_out = entries.len() - selected.entries.len();
    (selected, left_out)
}
