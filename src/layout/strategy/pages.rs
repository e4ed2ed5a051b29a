//! Which part of a strategy is on which page: each priority and each metric on one, with all that it is tied to.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::picture::{NodeKind, Strategy, TieKind};

/// Boxes that share one page: a priority or a metric, and what its lines lead to.
type Unit = BTreeSet<usize>;

/// The strategy with each line once: a chart can say the same twice.
pub(super) fn without_repeats(strategy: &Strategy) -> Strategy {
    let mut seen = HashSet::new();
    let ties = strategy.ties.iter().filter(|tie| seen.insert((tie.from, tie.to)));
    Strategy { ties: ties.copied().collect(), ..strategy.clone() }
}

/// The parts of a strategy that fit on a page, one a page: strategic priorities with all that serves them, as many on
/// each as fit; one that does not fit on its own continues over several pages, and is repeated on each.
pub(super) fn split(strategy: &Strategy, fits: impl Fn(&Strategy) -> bool) -> Vec<Strategy> {
    let all: Unit = (0..strategy.nodes.len()).collect();
    let whole = strategy.part(&all);
    if fits(&whole) {
        return vec![whole];
    }
    let mut pages: Vec<Unit> = Vec::new();
    let mut page = Unit::new();
    let fit = |boxes: &Unit| fits(&strategy.part(boxes));
    for group in groups(strategy) {
        let together: Unit = group.iter().flatten().copied().collect();
        let next = &page | &together;
        if fit(&next) {
            page = next;
            continue;
        }
        if !page.is_empty() && fit(&together) {
            pages.push(std::mem::replace(&mut page, together));
            continue;
        }
        for unit in group {
            let next = &page | &unit;
            if page.is_empty() || fit(&next) {
                page = next;
            } else {
                pages.push(std::mem::replace(&mut page, unit));
            }
        }
    }
    if !page.is_empty() {
        pages.push(page);
    }
    pages.iter().map(|boxes| strategy.part(boxes)).collect()
}

/// What belongs together: each strategic priority with what serves it and what measures those that answer; then what
/// serves none, and what nobody answers for.
fn groups(strategy: &Strategy) -> Vec<Vec<Unit>> {
    let nodes = &strategy.nodes;
    let (mut above, mut seats) = (vec![Vec::new(); nodes.len()], vec![Vec::new(); nodes.len()]);
    for tie in &strategy.ties {
        match tie.kind {
            TieKind::Serves => above[tie.to].push(tie.from),
            TieKind::Owns if nodes[tie.from].kind == NodeKind::Priority => seats[tie.from].push(tie.to),
            TieKind::Owns => seats[tie.to].push(tie.from),
        }
    }
    let unit = |node: usize| {
        let mut boxes: Unit = seats[node].iter().copied().collect();
        let mut left = vec![node];
        while let Some(node) = left.pop() {
            if boxes.insert(node) {
                left.extend(&above[node]);
            }
        }
        boxes
    };
    let of_kind = |kind| (0..nodes.len()).filter(move |node| nodes[*node].kind == kind);
    // Those without a strategic priority come last.
    let mut groups: BTreeMap<(bool, usize), Vec<Unit>> = BTreeMap::new();
    let mut shown_in: BTreeMap<usize, (bool, usize)> = BTreeMap::new();
    for priority in of_kind(NodeKind::Priority) {
        let group = nodes[priority].root.map_or((true, 0), |root| (false, root));
        groups.entry(group).or_default().push(unit(priority));
        for seat in &seats[priority] {
            let first = shown_in.entry(*seat).or_insert(group);
            *first = group.min(*first);
        }
    }
    // Whatever a line to what is shown can't bring in.
    for node in of_kind(NodeKind::Metric).chain(of_kind(NodeKind::Seat)) {
        let group = seats[node].iter().find_map(|seat| shown_in.get(seat)).copied();
        let is_alone = nodes[node].kind == NodeKind::Metric || !shown_in.contains_key(&node);
        if is_alone {
            groups.entry(group.unwrap_or((true, 1))).or_default().push(unit(node));
        }
    }
    groups.into_values().collect()
}
