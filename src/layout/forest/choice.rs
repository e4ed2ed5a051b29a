//! Which arrangement is drawn: of all that are tried the one that is largest on its page.

use rayon::prelude::*;

use super::fit::{Demand, Fit, scale};
use super::placed::Placed;
use super::tree::Tree;
use super::units::{Measured, Units};
use super::{Levels, list, tidy};
use crate::layout::Arrangement;
use crate::layout::boxes::CardText;
use crate::layout::geometry::{Scale, Size};

/// The width of boxes where it is not chosen.
const BOX_WIDTH: i64 = 168;
/// Of the largest scale, this many per cent are as good: narrow boxes break more words, and heads beside their reports
/// are less usual than heads above them.
const WORTH: i64 = 98;
/// On this many levels from the top heads may stand beside their reports.
const MOST_BESIDE: usize = 3;
/// A tree that can be read is worth this many per cent of the size of a list.
const CALM: i64 = 88;

/// What is to be arranged, and where.
pub(in crate::layout) struct Ground<'g> {
    pub(in crate::layout) tree: &'g Tree,
    pub(in crate::layout) texts: &'g [CardText<'g>],
    /// The seats with teams, and without.
    pub(in crate::layout) units: &'g Units,
    pub(in crate::layout) singles: &'g Units,
    pub(in crate::layout) room: Size,
    pub(in crate::layout) demand: Demand,
    /// Whether the width of boxes may be chosen.
    pub(in crate::layout) has_page: bool,
}

/// Seats at their places.
pub(in crate::layout) struct Chosen {
    /// The width of boxes, in whole pixels.
    pub(in crate::layout) width: i64,
    pub(in crate::layout) placed: Placed,
}

/// Arranges seats.
pub(in crate::layout) fn choose(ground: &Ground<'_>, arrangement: Arrangement) -> Chosen {
    let mut chosen = match arrangement {
        Arrangement::Fit => ground.largest(),
        Arrangement::Tidy(levels) => ground.tidy(levels),
        Arrangement::Column => ground.list().1,
    };
    chosen.placed.move_to_origin();
    chosen
}

impl Ground<'_> {
    /// The widths of boxes that are tried.
    fn widths(&self) -> &'static [i64] {
        match self.tree.len() {
            _ if !self.has_page => &[BOX_WIDTH],
            0..=400 => &[112, 120, 128, 136, 144, 152, 160, 168, 176, 184, 192, 200, 208, 216, 224, 232],
            401..=2_000 => &[124, 144, 168, 184, 204],
            2_001..=100_000 => &[144, 168],
            // Nobody reads a page of this many seats.
            _ => &[BOX_WIDTH],
        }
    }

    fn measured(&self) -> Vec<Measured<'_>> {
        self.widths().par_iter().map(|width| Measured::new(self.units, self.texts, *width)).collect()
    }

    fn tidy(&self, levels: Levels) -> Chosen {
        let measured = Measured::new(self.singles, self.texts, BOX_WIDTH);
        Chosen { width: BOX_WIDTH, placed: tidy::place(self.tree, &measured.blocks, levels) }
    }

    /// The list in boxes of the width with which it is largest.
    fn list(&self) -> (Scale, Chosen) {
        self.list_of(&self.measured())
    }

    fn list_of(&self, measured: &[Measured<'_>]) -> (Scale, Chosen) {
        let mut lists: Vec<(Scale, Placed)> =
            measured.par_iter().map(|measured| list::place(self.tree, measured, self.room)).collect();
        let scales: Vec<Scale> = lists.iter().map(|(scale, _)| (*scale).min(self.demand.enough)).collect();
        let at = self.widest(&scales);
        (scales[at], Chosen { width: measured[at].width, placed: lists.swap_remove(at).1 })
    }

    /// The last of some scales that is as good as the best.
    fn widest(&self, scales: &[Scale]) -> usize {
        let best = *scales.iter().max().expect("there are widths");
        let worth = best.per_cent(WORTH).max(self.demand.least.min(best));
        scales.iter().rposition(|scale| *scale >= worth).expect("the best is as good as itself")
    }

    /// The largest of all arrangements: the fit layout, unless a list or a tidy tree is larger.
    fn largest(&self) -> Chosen {
        let measured = self.measured();
        let (list_scale, list) = self.list_of(&measured);
        let tidy = self.tidy(Levels::Aligned);
        let tidy_scale = scale(tidy.placed.size(), self.room).min(self.demand.enough);
        let tried: Vec<(usize, usize)> =
            (0..=self.most_beside()).flat_map(|beside| (0..measured.len()).map(move |at| (beside, at))).collect();
        let scales: Vec<Scale> = tried
            .par_iter()
            .map(|(beside, at)| Fit::new(&measured[*at], *beside).scale(self.room).min(self.demand.enough))
            .collect();
        let best = scales.iter().copied().max().unwrap_or(Scale::ONE);
        let floor = self.floor(list_scale.max(tidy_scale), best);
        if floor > best {
            return if list_scale >= tidy_scale { list } else { tidy };
        }
        let least = self.demand.least.max(floor).min(best);
        let worth = best.per_cent(WORTH).max(least.min(best));
        // As few heads beside as are as good, and then as wide boxes.
        let good = || (0..tried.len()).filter(|at| scales[*at] >= worth);
        let beside = good().map(|at| tried[at].0).min().expect("the best is as good as itself");
        let (_, at) = good().map(|at| tried[at]).rfind(|(own, _)| *own == beside).expect("it was found");
        let demand = Demand { least, ..self.demand };
        let placed = Fit::new(&measured[at], beside).place(self.room, demand);
        Chosen { width: measured[at].width, placed: measured[at].seats(placed, self.tree.len()) }
    }

    /// How large the fit layout must be drawn not to give way to another. Where it can be read, it is the calmer picture,
    /// and may be a little smaller; where nobody asks for that, the largest is taken.
    fn floor(&self, other: Scale, best: Scale) -> Scale {
        let is_read = self.demand.least > Scale::hundredths(0) && best >= self.demand.least;
        if is_read { other.per_cent(CALM) } else { other }
    }

    fn most_beside(&self) -> usize {
        match self.tree.len() {
            _ if !self.has_page => 0,
            0..=400 => MOST_BESIDE,
            401..=2_000 => 1,
            _ => 0,
        }
    }
}
