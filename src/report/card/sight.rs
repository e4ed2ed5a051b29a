//! The line of sight upwards: what something is for, step by step.

use crate::graph::PriorityView;
use crate::phrase::{Phrase, row, say};
use crate::text::sort;

/// How many ways up are shown.
const WAYS: usize = 6;
/// How many steps of each.
const STEPS: usize = 12;

/// Each way from a priority to where it ends: `west-van → two-days`. A loop is followed once.
pub(super) fn ways(priority: PriorityView<'_>) -> Vec<Phrase> {
    let mut ways: Vec<Phrase> = Vec::new();
    let mut open = vec![vec![priority]];
    while let Some(way) = open.pop() {
        if ways.len() == WAYS {
            ways.push("…".into());
            break;
        }
        let last = way[way.len() - 1];
        let mut above: Vec<PriorityView<'_>> = last.supports().filter(|next| !way.contains(next)).collect();
        sort::by_key(&mut above, |next| std::cmp::Reverse(next.id()));
        let end = match () {
            () if way.len() == STEPS => " → …",
            () if !above.is_empty() => "",
            () if last.claims().is_strategic() => ", which is strategic",
            () if last.supports().next().is_some() => ", which leads back to itself",
            () => ", which supports nothing",
        };
        if !end.is_empty() {
            ways.push(say![row(&way, " → "), end]);
            continue;
        }
        open.extend(above.into_iter().map(|next| way.iter().copied().chain([next]).collect()));
    }
    ways
}
