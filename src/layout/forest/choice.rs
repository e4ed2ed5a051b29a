//! Which arrangement is drawn: of all that are tried the one that is largest on its page.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::fit::{Demand, Fit, scale};
use super::list::List;
use super::placed::Placed;
use super::tree::Tree;
use super::units::{Measured, Units};
use super::{Levels, tidy};
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

/// What is to be arranged.
pub(in crate::layout) struct Ground<'g> {
    pub(in crate::layout) tree: &'g Tree,
    pub(in crate::layout) texts: &'g [CardText<'g>],
    /// The seats with teams, and without.
    pub(in crate::layout) units: &'g Units,
    pub(in crate::layout) singles: &'g Units,
    /// Whether the width of boxes may be chosen.
    pub(in crate::layout) has_page: bool,
    /// The units in boxes of the widths that are tried, once they are measured.
    pub(in crate::layout) measured: OnceLock<Vec<Measured<'g>>>,
}

/// What it is arranged for.
#[derive(Clone, Copy)]
pub(in crate::layout) struct Aim<'a> {
    pub(in crate::layout) room: Size,
    pub(in crate::layout) demand: Demand,
    /// How much room for a name each unit has above it; nothing at all where none has.
    pub(in crate::layout) strips: &'a [i64],
}

/// Seats at their places.
pub(in crate::layout) struct Chosen {
    /// The width of boxes, in whole pixels.
    pub(in crate::layout) width: i64,
    pub(in crate::layout) placed: Placed,
}

/// Arranges seats.
pub(in crate::layout) fn choose(ground: &Ground<'_>, arrangement: Arrangement, aim: Aim<'_>) -> Chosen {
    let mut chosen = match arrangement {
        Arrangement::Fit => ground.largest(aim),
        Arrangement::Tidy(levels) => ground.tidy(levels),
        Arrangement::Column => ground.list(aim).1(),
    };
    chosen.placed.move_to_origin();
    chosen
}

impl<'g> Ground<'g> {
    /// The widths of boxes that are tried.
    fn widths(&self) -> &'static [i64] {
        match self.tree.len() {
            _ if !self.has_page => &[BOX_WIDTH],
            0..=400 => &[112, 120, 128, 136, 144, 152, 160, 168, 176, 184, 192, 200, 208, 216, 224, 232],
            401..=2_000 => &[124, 144, 168, 184, 204],
            2_001..=4_000 => &[144, 168],
            // Nobody reads a page of this many seats, and a second width would make its letters some two per cent larger.
            _ => &[BOX_WIDTH],
        }
    }

    fn measured(&self) -> &[Measured<'g>] {
        let measured = |width: &i64| Measured::new(self.units, self.texts, *width);
        self.measured.get_or_init(|| self.widths().par_iter().map(measured).collect())
    }

    fn tidy(&self, levels: Levels) -> Chosen {
        let measured = Measured::new(self.singles, self.texts, BOX_WIDTH);
        Chosen { width: BOX_WIDTH, placed: tidy::place(self.tree, &measured.blocks, levels) }
    }

    /// The list in boxes of the width with which it is largest.
    fn list(&self, aim: Aim<'_>) -> (Scale, impl FnOnce() -> Chosen) {
        let measured = self.measured();
        let mut lists: Vec<List<'_>> =
            measured.par_iter().map(|measured| List::new(self.tree, measured, aim.room)).collect();
        let scales: Vec<Scale> = lists.iter().map(|list| list.scale().min(aim.demand.enough)).collect();
        let at = widest(&scales, aim.demand);
        let (list, width) = (lists.swap_remove(at), measured[at].width);
        (scales[at], move || Chosen { width, placed: list.place() })
    }

    /// The largest of all arrangements: the fit layout, unless a list or a tidy tree is larger, neither of which has room
    /// for names of departments.
    fn largest(&self, aim: Aim<'_>) -> Chosen {
        if !aim.strips.is_empty() {
            return self.fitted(aim, |_| Some(aim.demand.least)).expect("nothing else is larger");
        }
        let (list_scale, list) = self.list(aim);
        let tidy = self.tidy(Levels::Aligned);
        let tidy_scale = scale(tidy.placed.size(), aim.room).min(aim.demand.enough);
        let fitted = self.fitted(aim, |best| {
            let floor = floor(list_scale.max(tidy_scale), best, aim.demand);
            (floor <= best).then_some(floor)
        });
        fitted.unwrap_or_else(|| if list_scale >= tidy_scale { list() } else { tidy })
    }

    /// The fit layout, if it can be drawn at the scale that `floor` asks for, given its largest.
    fn fitted(&self, aim: Aim<'_>, floor: impl FnOnce(Scale) -> Option<Scale>) -> Option<Chosen> {
        let measured = self.measured();
        let tried: Vec<(usize, usize)> =
            (0..=self.most_beside()).flat_map(|beside| (0..measured.len()).map(move |at| (beside, at))).collect();
        let fits: Vec<Fit<'_>> =
            tried.par_iter().map(|(beside, at)| Fit::new(&measured[*at], *beside, aim.strips)).collect();
        let scales: Vec<Scale> = fits.iter().map(|fit| fit.scale(aim.room).min(aim.demand.enough)).collect();
        let best = scales.iter().copied().max().unwrap_or(Scale::ONE);
        let least = aim.demand.least.max(floor(best)?).min(best);
        let worth = best.per_cent(WORTH).max(least.min(best));
        // Among equally good ones, the fewest heads beside their reports, and then the widest boxes.
        let good = || (0..tried.len()).filter(|at| scales[*at] >= worth);
        let beside = good().map(|at| tried[at].0).min().expect("the best is as good as itself");
        let chosen = good().rfind(|at| tried[*at].0 == beside).expect("it was found");
        let (placed, measured) =
            (fits[chosen].place(aim.room, Demand { least, ..aim.demand }), &measured[tried[chosen].1]);
        Some(Chosen { width: measured.width, placed: measured.seats(placed, self.tree.len()) })
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

/// The last of some scales that is as good as the best.
fn widest(scales: &[Scale], demand: Demand) -> usize {
    let best = *scales.iter().max().expect("there are widths");
    let worth = best.per_cent(WORTH).max(demand.least.min(best));
    scales.iter().rposition(|scale| *scale >= worth).expect("the best is as good as itself")
}

/// How large the fit layout must be drawn not to give way to another. Where it can be read, it is the calmer picture,
/// and may be a little smaller; where nobody asks for that, the largest is taken.
fn floor(other: Scale, best: Scale, demand: Demand) -> Scale {
    let is_read = demand.least > Scale::hundredths(0) && best >= demand.least;
    if is_read { other.per_cent(CALM) } else { other }
}
