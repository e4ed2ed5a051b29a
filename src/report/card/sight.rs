//! The line of sight upwards: what something is for, step by step.

use crate::graph::PriorityView;

/// So many ways up are shown.
const WAYS: usize = 6;
/// So many steps of each.
const STEPS: usize = 12;

/// Each way from a priority to where it ends: `west-van → two-days`. A loop is gone round once.
pub(super) fn ways(priority: PriorityView<'_>) -> Vec<String> {
    let mut ways: Vec<String> = Vec::new();
    let mut open = vec![vec![priority]];
    while let Some(way) = open.pop() {
        if ways.len() == WAYS {
            ways.push("…".to_owned());
            break;
        }
        let last = way[way.len() - 1];
        let mut above: Vec<PriorityView<'_>> = last.supports().filter(|next| !way.contains(next)).collect();
        above.sort_by_key(|next| std::cmp::Reverse(next.id()));
        let end = match () {
            () if way.len() == STEPS => " → …",
            () if !above.is_empty() => "",
            () if last.claims().is_strategic() => ", which is strategic",
            () if last.supports().next().is_some() => ", which leads back to itself",
            () => ", which supports nothing",
        };
        if !end.is_empty() {
            let ids: Vec<String> = way.iter().map(|one| format!("`{}`", one.id())).collect();
            ways.push(format!("{}{end}", ids.join(" → ")));
            continue;
        }
        open.extend(above.into_iter().map(|next| way.iter().copied().chain([next]).collect()));
    }
    ways
}
