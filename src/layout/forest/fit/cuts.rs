//! Where a tree that is too large for one page is cut into pages.
//!
//! From the leaves up: as soon as a branch can't be read on a page, its largest branches are cut off, as few as suffice.
//! For weights that add up this makes the fewest pieces (S. Kundu and J. Misra, "A linear tree partitioning algorithm",
//! SIAM Journal on Computing 6, 1977); shapes nearly add up. Pieces cut off on one page then share others, as many on
//! each as can be read.

use super::shapes::Shape;
use super::{BRANCH_GAPS, Fit, Head, TREE_GAPS, scale};
use crate::layout::forest::block::Block;
use crate::layout::forest::tree::index;
use crate::layout::forest::units::Measured;
use crate::layout::geometry::{Scale, Size};

/// How much larger than the mean, in per cent, pages that share branches may be; the first that suffices is taken.
const EVENNESS: [usize; 4] = [100, 110, 125, 150];

/// What the box of a seat needs where the tree is cut.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Markers<'m> {
    /// The height of each seat's box with the words that say where its reports are.
    pub(in crate::layout) cut: &'m [i64],
    /// How much higher a box is with the words that say where its manager is.
    pub(in crate::layout) above: i64,
}

/// The page on which each unit stands with its reports, counted from 0, so that every page is drawn at `least` in its
/// room, as far as cutting can help.
pub(in crate::layout) fn homes(measured: &Measured<'_>, markers: Markers<'_>, room: Size, least: Scale) -> Vec<usize> {
    let fits = |shapes: &[Shape]| shapes.iter().any(|shape| scale(shape.size(), room) >= least);
    let tree = &measured.units.tree;
    let mut fit = Fit::unsettled(measured, 0);
    let mut seats: Vec<usize> = (0..tree.len()).map(|unit| measured.units.seats(unit).len()).collect();
    for seat in fit.upwards() {
        fit.settle(seat);
        let reports = tree.children(seat);
        let fits = |fit: &Fit<'_>| fits(&beginning(fit, seat, markers));
        if !reports.is_empty() && !fits(&fit) {
            // The first page is an overview: all branches of the top go on elsewhere.
            let is_top = tree.parent(seat).is_none() && tree.roots().len() == 1;
            cut(&mut fit, reports, &seats, markers, |fit| !is_top && fits(fit));
            fit.settle(seat);
        }
        let drawn = reports.iter().map(|report| if fit.is_cut[*report as usize] { 1 } else { seats[*report as usize] });
        seats[seat] += drawn.sum::<usize>() + tree.assistants(seat).len();
    }
    if tree.roots().len() > 1 && !fits(&fit.arranged(tree.roots(), Head::NONE, TREE_GAPS)) {
        // The same with several tops; what has no ties goes to pages of its own.
        let is_alone = |root: &u32| tree.is_heading(*root as usize) || tree.children(*root as usize).is_empty();
        let (alone, trees): (Vec<u32>, Vec<u32>) = tree.roots().iter().copied().partition(is_alone);
        cut(&mut fit, &trees, &seats, markers, |_| false);
        for root in alone {
            fit.is_cut[root as usize] = true;
        }
    }
    share(&mut fit, &seats, markers, fits)
}

/// The shapes of a branch with which a page begins.
fn beginning(fit: &Fit<'_>, seat: usize, markers: Markers<'_>) -> Vec<Shape> {
    let block = Block { height: fit.blocks[seat].height + markers.above, ..fit.blocks[seat] };
    fit.arranged(fit.tree.children(seat), Head::of(block, fit.stances[seat]), BRANCH_GAPS)
}

/// The pages of all seats. Branches that are cut off on one page share others, in order: as few as can be read, and about
/// as full as one another.
fn share(fit: &mut Fit<'_>, seats: &[usize], markers: Markers<'_>, fits: impl Fn(&[Shape]) -> bool) -> Vec<usize> {
    let tree = fit.tree;
    let order = tree.order();
    // The branches that are cut off below each that is, and at the end those below none.
    let mut cut_off: Vec<Vec<u32>> = vec![Vec::new(); tree.len() + 1];
    let mut nearest = vec![tree.len(); tree.len()];
    for &seat in &order {
        let above = tree.parent(seat as usize).map_or(tree.len(), |manager| nearest[manager]);
        nearest[seat as usize] = above;
        if fit.is_cut[seat as usize] {
            cut_off[above].push(seat);
            nearest[seat as usize] = seat as usize;
        }
    }
    // Which branches begin on each page, and the page on which each of them does.
    let mut pages = vec![vec![index(tree.len())]];
    let mut page_of = vec![0; tree.len() + 1];
    let mut at = 0;
    while at < pages.len() {
        let branches: Vec<u32> = pages[at].iter().flat_map(|branch| &cut_off[*branch as usize]).copied().collect();
        for &branch in &branches {
            // Below it the branches that are cut off still have the shapes of single boxes.
            if !tree.children(branch as usize).is_empty() {
                let whole = beginning(fit, branch as usize, markers);
                fit.keep(branch as usize, &whole);
            }
            fit.is_cut[branch as usize] = false;
        }
        for group in even(&branches, seats, |group| fits(&fit.arranged(group, Head::NONE, TREE_GAPS))) {
            for &branch in &group {
                page_of[branch as usize] = pages.len();
            }
            pages.push(group);
        }
        at += 1;
    }
    // Numbered as one reads: each page before those that go on from it, and these before the next.
    let mut numbers: Vec<Option<usize>> = vec![None; pages.len()];
    // Where all roots stand by themselves, there is no page that they go on from.
    let has_first =
        tree.roots().iter().any(|root| !tree.is_heading(*root as usize) && !tree.children(*root as usize).is_empty());
    let mut next = 0;
    if has_first {
        (numbers[0], next) = (Some(0), 1);
    }
    let mut number = |seat: u32| {
        *numbers[page_of[nearest[seat as usize]]].get_or_insert_with(|| {
            next += 1;
            next - 1
        })
    };
    let mut homes = vec![0; tree.len()];
    for seat in order {
        homes[seat as usize] = number(seat);
    }
    homes
}

/// Branches in groups that each fit on a page: as few as possible, and none much larger than the others.
fn even(branches: &[u32], seats: &[usize], fits: impl Fn(&[u32]) -> bool) -> Vec<Vec<u32>> {
    let grouped = |most: usize| {
        let mut groups: Vec<Vec<u32>> = Vec::new();
        let mut size = 0;
        for &branch in branches {
            let count = seats[branch as usize];
            if let Some(group) = groups.last_mut().filter(|_| size + count <= most) {
                group.push(branch);
                size += count;
                if fits(group) {
                    continue;
                }
                group.pop();
            }
            groups.push(vec![branch]);
            size = count;
        }
        groups
    };
    let fewest = grouped(usize::MAX);
    if fewest.len() < 2 {
        return fewest;
    }
    let mean = branches.iter().map(|branch| seats[*branch as usize]).sum::<usize>().div_ceil(fewest.len());
    let tried = EVENNESS.iter().map(|per_cent| grouped(mean * per_cent / 100));
    tried.into_iter().find(|groups| groups.len() == fewest.len()).unwrap_or(fewest)
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
            fit.keep(*branch, &[Shape { width, height: markers.cut[*branch] }]);
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
