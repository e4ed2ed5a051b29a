//! Where a tree that is too large for one page is cut into pages.
//!
//! From the leaves up: as soon as a branch can't be read on a page, its largest branches are cut off, as few as suffice.
//! For weights that add up this makes the fewest pieces (S. Kundu and J. Misra, "A linear tree partitioning algorithm",
//! SIAM Journal on Computing 6, 1977); shapes nearly add up. Pieces cut off on one page then share others, as many on
//! each as can be read.

use super::shapes::Shape;
use super::{BRANCH_GAPS, Fit, Head, TREE_GAPS, scale};
use crate::layout::block::Block;
use crate::layout::geometry::{Scale, Size};
use crate::layout::tree::Tree;

/// What the box of a seat needs where the tree is cut.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Markers<'m> {
    /// The height of each seat's box with the words that say where its reports are.
    pub(in crate::layout) cut: &'m [i64],
    /// How much higher a box is with the words that say where its manager is.
    pub(in crate::layout) above: i64,
}

/// The page on which each seat stands with its reports, counted from 0, so that every page is drawn at `least` in its
/// room, as far as cutting can help.
pub(in crate::layout) fn homes(
    tree: &Tree,
    blocks: &[Block],
    markers: Markers<'_>,
    room: Size,
    least: Scale,
) -> Vec<usize> {
    let fits = |shapes: &[Shape]| shapes.iter().any(|shape| scale(shape.size(), room) >= least);
    let mut fit = Fit::unsettled(tree, blocks);
    let mut seats = vec![1_usize; tree.len()];
    for seat in fit.upwards() {
        fit.settle(seat);
        let reports = tree.children(seat);
        let fits = |fit: &Fit<'_>| fits(&beginning(fit, seat, markers));
        if !reports.is_empty() && !fits(&fit) {
            cut(&mut fit, reports, &seats, markers, fits);
            fit.settle(seat);
        }
        let drawn = reports.iter().map(|report| if fit.is_cut[*report as usize] { 1 } else { seats[*report as usize] });
        seats[seat] += drawn.sum::<usize>() + tree.assistants(seat).len();
    }
    let forest_fits = |fit: &Fit<'_>| fits(&fit.arranged(tree.roots(), Head::NONE, TREE_GAPS));
    if tree.roots().len() > 1 && !forest_fits(&fit) {
        cut(&mut fit, tree.roots(), &seats, markers, forest_fits);
    }
    share(&mut fit, markers, fits)
}

/// The shapes of a branch with which a page begins.
fn beginning(fit: &Fit<'_>, seat: usize, markers: Markers<'_>) -> Vec<Shape> {
    let block = Block { height: fit.blocks[seat].height + markers.above, ..fit.blocks[seat] };
    fit.arranged(fit.tree.children(seat), Head::of(block), BRANCH_GAPS)
}

/// The pages of all seats: branches that are cut on one page share another for as long as they fit, in order.
fn share(fit: &mut Fit<'_>, markers: Markers<'_>, fits: impl Fn(&[Shape]) -> bool) -> Vec<usize> {
    let tree = fit.tree;
    let mut homes = vec![0; tree.len()];
    // Of each page: the last one that branches were cut to, and which.
    let mut last: Vec<(usize, Vec<u32>)> = vec![(0, Vec::new())];
    for branch in tree.order() {
        let seat = branch as usize;
        let page = tree.parent(seat).map_or(0, |manager| homes[manager]);
        homes[seat] = page;
        if !fit.is_cut[seat] {
            continue;
        }
        // Below it the branches that are cut still have the shapes of single boxes.
        let whole = beginning(fit, seat, markers);
        fit.keep(seat, &whole);
        fit.is_cut[seat] = false;
        last[page].1.push(branch);
        if last[page].1.len() == 1 || !fits(&fit.arranged(&last[page].1, Head::NONE, TREE_GAPS)) {
            last[page] = (last.len(), vec![branch]);
            last.push((0, Vec::new()));
        }
        homes[seat] = last[page].0;
    }
    homes
}

/// Cuts as many of some branches as it takes to fit, the largest first.
fn cut(fit: &mut Fit<'_>, branches: &[u32], seats: &[usize], markers: Markers<'_>, fits: impl Fn(&Fit<'_>) -> bool) {
    let has_reports = |branch: &usize| !fit.tree.children(*branch).is_empty();
    let mut largest: Vec<usize> = branches.iter().map(|branch| *branch as usize).filter(has_reports).collect();
    largest.sort_by_key(|branch| std::cmp::Reverse(seats[*branch]));
    let whole: Vec<(usize, u32)> = largest.iter().map(|branch| (fit.first[*branch], fit.count[*branch])).collect();
    let stubs: Vec<(usize, u32)> = largest
        .iter()
        .map(|branch| {
            let width = fit.blocks[*branch].own_width;
            fit.keep(*branch, &[Shape { width, height: markers.cut[*branch], is_row: false }]);
            (fit.first[*branch], fit.count[*branch])
        })
        .collect();
    let mut set = |count: usize| {
        for (at, branch) in largest.iter().enumerate() {
            fit.is_cut[*branch] = at < count;
            (fit.first[*branch], fit.count[*branch]) = if at < count { stubs[at] } else { whole[at] };
        }
        fits(fit)
    };
    // The fewest that suffice, by halving; all of them where none do.
    let (mut low, mut high) = (0, largest.len());
    while low < high {
        let middle = low.midpoint(high);
        if set(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    set(high);
}
