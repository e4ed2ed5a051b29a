//! The fit layout against every way to arrange small trees.

use arbtest::arbtest;

use super::{BRANCH_GAPS, Demand, EVEN, Fit, LEVEL_GAP, Shape, scale};
use crate::layout::forest::block::Block;
use crate::layout::forest::tree::Tree;
use crate::layout::forest::units::{Measured, Units};
use crate::layout::geometry::{Px, Scale, Size};
use crate::picture::Card;

/// Every shape that a branch can have when heads stand above their reports, which hang in consecutive columns, by trying
/// them all.
fn shapes(tree: &Tree, blocks: &[Block], seat: usize) -> Vec<Shape> {
    let (reports, block) = (tree.children(seat), blocks[seat]);
    let shape = |width, height| Shape { width, height };
    if reports.is_empty() {
        return vec![shape(block.width, block.height)];
    }
    let below: Vec<Vec<Shape>> = reports.iter().map(|report| shapes(tree, blocks, *report as usize)).collect();
    let mut found = Vec::new();
    // Bit `i` says whether report `i + 1` begins a column.
    for cuts in 0..1_u32 << (reports.len() - 1) {
        let begins = |report: usize| report == 0 || report == reports.len() || cuts >> (report - 1) & 1 == 1;
        let is_row = reports.len() > 1 && (0..reports.len()).all(begins);
        let indent = if is_row { 0 } else { BRANCH_GAPS.indent };
        // The columns before the open one, the open one, the greatest height.
        let mut partial = vec![(-BRANCH_GAPS.beside, shape(0, 0), 0)];
        for (report, ways) in below.iter().enumerate() {
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
        let gap = if cuts == 0 { BRANCH_GAPS.below } else { LEVEL_GAP };
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
        let units = Units::single(&tree);
        let measured = Measured::of(&units, heights, 150);
        let fit = Fit::new(&measured, 0, &[]);
        let room = Size::new(Px::whole(u.int_in_range(200..=2000)?), Px::whole(u.int_in_range(200..=2000)?));
        let best = shapes(&tree, &measured.blocks, 0).iter().map(|shape| scale(shape.size(), room)).max();
        assert!(fit.scale(room) >= best.expect("there are shapes"), "{best:?} is larger than {:?}", fit.scale(room));
        let mut placed = fit.place(room, Demand { least: Scale::ONE, enough: Scale::MAX });
        placed.move_to_origin();
        assert!(scale(placed.size(), room) >= fit.scale(room).per_cent(EVEN), "what was chosen was not placed");
        Ok(())
    })
    .budget_ms(1_000);
}
