//! Where a tree that is too large for one page is cut into pages.
//!
//! From the leaves up: as soon as a branch can't be read on a page, its largest branches get pages of their own, as few as
//! suffice. For weights that add up this makes the fewest pieces (S. Kundu and J. Misra, "A linear tree partitioning
//! algorithm", SIAM Journal on Computing 6, 1977); shapes nearly add up.

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

/// Which seats are to be cut from the reports below them, so that every page is drawn at `least` in its room, as far
/// as cutting can help.
pub(in crate::layout) fn cuts(
    tree: &Tree,
    blocks: &[Block],
    markers: Markers<'_>,
    room: Size,
    least: Scale,
) -> Vec<bool> {
    let mut fit = Fit::unsettled(tree, blocks);
    let mut seats = vec![1_usize; tree.len()];
    for seat in fit.upwards() {
        fit.settle(seat);
        let reports = tree.children(seat);
        let head = Head::of(Block { height: blocks[seat].height + markers.above, ..blocks[seat] });
        let fits = |fit: &Fit<'_>| {
            let shapes = fit.arranged(reports, head, BRANCH_GAPS);
            shapes.iter().any(|shape| scale(shape.size(), room) >= least)
        };
        if !reports.is_empty() && !fits(&fit) {
            cut(&mut fit, reports, &seats, markers, fits);
            fit.settle(seat);
        }
        let drawn = reports.iter().map(|report| if fit.is_cut[*report as usize] { 1 } else { seats[*report as usize] });
        seats[seat] += drawn.sum::<usize>() + tree.assistants(seat).len();
    }
    let fits = |fit: &Fit<'_>| {
        let shapes = fit.arranged(tree.roots(), Head::NONE, TREE_GAPS);
        shapes.iter().any(|shape| scale(shape.size(), room) >= least)
    };
    if tree.roots().len() > 1 && !fits(&fit) {
        cut(&mut fit, tree.roots(), &seats, markers, fits);
    }
    fit.is_cut
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
