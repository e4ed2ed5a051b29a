//! Where a head is placed relative to its reports: above them, or at their left.

use super::shapes::Shape;
use super::{BRANCH_GAPS, LEVEL_GAP};
use crate::layout::forest::block::Block;
use crate::layout::forest::units::Units;

/// Between a head and the reports beside it.
pub(super) const NECK: i64 = 12;
/// How far below the top of a head the bus leaves its side, and how far below it the reports begin.
pub(super) const BUS: i64 = 7;
const DROP: i64 = 14;

/// Where a head is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Stance {
    /// Above its reports.
    #[default]
    Above,
    /// At their left.
    Beside,
    /// Where there is more room: one seat that follows another.
    Either,
}

/// The stance of each seat, when on this many levels from the top heads stand beside their reports. The heads of one
/// manager have the same.
pub(super) fn stances(units: &Units, beside: usize) -> Vec<Stance> {
    let tree = &units.tree;
    let mut depths = vec![0_usize; tree.len()];
    let mut stances = vec![Stance::Above; tree.len()];
    for seat in 0..tree.len() {
        let above = tree.parent(seat);
        depths[seat] = above.map_or(0, |manager| depths[manager] + 1);
        let sisters = above.map_or(tree.roots(), |manager| tree.children(manager));
        // There is no room beside a head with assistants.
        let can = |seat: &u32| tree.assistants(*seat as usize).is_empty();
        // Sisters are looked at once each: by the eldest, who hands on what she has found.
        let Some(&eldest) = sisters.first() else { continue };
        stances[seat] = if eldest as usize != seat {
            stances[eldest as usize]
        } else if depths[seat] < beside && sisters.iter().all(can) {
            Stance::Beside
        } else if sisters.iter().all(|seat| can(seat) && follows_one(units, *seat as usize)) {
            Stance::Either
        } else {
            Stance::Above
        };
    }
    stances
}

/// Whether exactly one seat follows this one.
fn follows_one(units: &Units, seat: usize) -> bool {
    matches!(units.tree.children(seat), [report] if !units.is_team(*report as usize))
}

/// What is above or beside branches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    pub(super) width: i64,
    pub(super) height: i64,
    /// How much of that is above its box.
    pub(super) strip: i64,
    pub(super) stance: Stance,
    pub(super) above_stack: i64,
    pub(super) above_row: i64,
}

impl Head {
    pub(super) const NONE: Self =
        Self { width: 0, height: 0, strip: 0, stance: Stance::Above, above_stack: 0, above_row: 0 };

    pub(super) fn of(block: Block, stance: Stance) -> Self {
        Self {
            width: block.width,
            height: block.height,
            strip: block.strip,
            stance,
            above_stack: block.height + BRANCH_GAPS.below,
            above_row: block.height + LEVEL_GAP,
        }
    }

    /// The shapes with branches one below the other.
    pub(super) fn with_stack(self, shape: Shape) -> impl Iterator<Item = Shape> {
        self.with(self.above_stack, 0, shape)
    }

    /// The shapes with branches side by side.
    pub(super) fn with_row(self, shape: Shape) -> impl Iterator<Item = Shape> {
        self.with(self.above_row, DROP, shape)
    }

    fn with(self, above: i64, drop: i64, shape: Shape) -> impl Iterator<Item = Shape> {
        let below = Shape { width: shape.width.max(self.width), height: shape.height + above };
        let height = self.height.max(self.strip + drop + shape.height);
        let beside = Shape { width: self.width + NECK + shape.width, height };
        [(below, Stance::Beside), (beside, Stance::Above)]
            .into_iter()
            .filter(move |(_, never)| *never != self.stance)
            .map(|(shape, _)| shape)
    }

    /// The room that is left for branches below or beside the head.
    pub(super) fn room(self, extent: Shape, is_beside: bool, is_stack: bool) -> Shape {
        match (is_beside, is_stack) {
            (false, true) => Shape { height: extent.height - self.above_stack, ..extent },
            (false, false) => Shape { height: extent.height - self.above_row, ..extent },
            (true, _) => {
                let drop = if is_stack { 0 } else { DROP };
                Shape { width: extent.width - self.width - NECK, height: extent.height - self.strip - drop }
            }
        }
    }

    /// Where branches begin, from the corner of the whole.
    pub(super) fn offset(self, is_beside: bool, is_stack: bool) -> (i64, i64) {
        match (is_beside, is_stack) {
            (false, true) => (0, self.above_stack),
            (false, false) => (0, self.above_row),
            (true, true) => (self.width + NECK, self.strip),
            (true, false) => (self.width + NECK, self.strip + DROP),
        }
    }
}
