//! The fit layout against every way to arrange small trees.

use arbtest::arbtest;

use super::{BRANCH_GAPS, Demand, EVEN, Fit, LEVEL_GAP, Shape, scale};
use crate::layout::forest::Block;
use crate::layout::forest::Tree;
use crate::layout::geometry::{Px, Scale, Size};
use crate::picture::Card;

/// Every shape that a branch can have when its reports hang in consecutive columns, by trying them all. Nothing moves in
/// beside a head here: the layout may do better than the best of these, and never worse.
fn shapes(tree: &Tree, blocks: &[Block], seat: usize) -> Vec<Shape> {
    let (reports, block) = (tree.children(seat), blocks[seat]);
    let shape = |width, height| Shape { width, height, is_row: false };
    if reports.is_empty() {
        return vec![shape(block.width, block.height)];
    }
    let below: Vec<Vec<Shape>> = reports.iter().map(|report| shapes(tree, blocks, *report as usize)).collect();
    let mut found = Vec::new();
    // Bit `i` says whether report `i + 1` begins a column.
    for cuts in 0..1_u32 << (reports.len() - 1) {
        let begins = |report: usize| report == 0 || report == reports.len() || cuts >> (report - 1) & 1 == 1;
        // The columns before the open one, the open one, the greatest height.
        let mut partial = vec![(-BRANCH_GAPS.beside, shape(0, 0), 0)];
        for (report, ways) in below.iter().enumerate() {
            let is_alone = begins(report) && begins(report + 1);
            let indent = if is_alone { 0 } else { BRANCH_GAPS.indent };
            let mut next = Vec::new();
            for (before, open, highest) in partial {
                for way in ways {
                    let (before, open) = if begins(report) {
                        (before + open.width + BRANCH_GAPS.beside, shape(way.width + indent, way.height))
                    } else {
                        let height = open.height + BRANCH_GAPS.below + way.height;
                        (before, shape(open.width.max(way.width + indent), height))
                    };
                    next.push((before, open, open.height.max(highest)));
                }
            }
            partial = next;
        }
        let is_stack = cuts == 0 && reports.len() > 1;
        let gap = if is_stack { BRANCH_GAPS.below } else { LEVEL_GAP };
        let whole = |(before, open, highest): (i64, Shape, i64)| {
            shape(block.width.max(before + open.width), block.height + gap + highest)
        };
        found.extend(partial.into_iter().map(whole));
    }
    found.sort_unstable();
    super::pareto(&mut found);
    found
}

#[test]
fn no_way_to_arrange_a_small_tree_is_larger() {
    arbtest(|u| {
        let count = u.int_in_range(1..=9)?;
        let mut cards = vec![Card::default()];
        for seat in 1..count {
            cards.push(Card { parent: Some(u.int_in_range(0..=seat - 1)?), ..Card::default() });
        }
        let heights = (0..count).map(|_| u.int_in_range(40..=160)).collect::<Result<Vec<i64>, _>>()?;
        let tree = Tree::new(&cards);
        let blocks = Block::all(&tree, &heights, 150);
        let fit = Fit::new(&tree, &blocks);
        let room = Size::new(Px::whole(u.int_in_range(200..=2000)?), Px::whole(u.int_in_range(200..=2000)?));
        let best = shapes(&tree, &blocks, 0).iter().map(|shape| scale(shape.size(), room)).max();
        assert!(fit.scale(room) >= best.expect("there are shapes"), "{best:?} is larger than {:?}", fit.scale(room));
        let placed = fit.place(room, Demand { least: Scale::ONE, enough: Scale::MAX });
        assert!(scale(placed.size(), room) >= fit.scale(room).per_cent(EVEN), "what was chosen was not placed");
        Ok(())
    })
    .budget_ms(1_000);
}
