//! How wide the columns of a table may be.

use super::wrap::widths;
use crate::phrase::{Column, Tone};

use super::runs::Run;

/// Between two columns.
const GAP: usize = 2;
/// The same where words would have to be broken.
const NARROW_GAP: usize = 1;
/// Words up to this length are not broken as long as another column can give.
const WORD: usize = 20;
/// No column is narrower.
const NARROWEST: usize = 4;

/// The cells of a table as texts.
pub(super) struct Words<'t> {
    pub(super) columns: &'t [Column],
    pub(super) rows: &'t [Vec<Vec<Run>>],
}

/// The columns that are shown, their widths and the gap between them, together at most `width` where that is possible at
/// all.
pub(super) fn fit(table: &Words<'_>, width: usize) -> (Vec<(usize, usize)>, usize) {
    let mut shown: Vec<usize> = (0..table.columns.len()).collect();
    loop {
        let fitted: Vec<Fitting> = shown.iter().map(|&at| Fitting::of(table, at)).collect();
        let room = |gap: usize| width.saturating_sub(gap * (fitted.len() - 1));
        let widths = |fitted: &[Fitting]| shown.iter().copied().zip(fitted.iter().map(|column| column.width)).collect();
        let has_spare = shown.iter().any(|&at| table.columns[at].is_spare);
        // A column that could be left out is no reason to wrap the others over many lines.
        let least = |column: &Fitting| column.word.max(if has_spare { column.width_of_all * 3 / 4 } else { 0 });
        // Rather one column less than a narrow gap, and a narrow gap than words broken.
        let spare = shown.iter().rposition(|&at| table.columns[at].is_spare);
        let gaps: &[usize] = if spare.is_some() { &[GAP] } else { &[GAP, NARROW_GAP] };
        for &gap in gaps {
            let mut tried = fitted.clone();
            if shrink(&mut tried, room(gap), least) {
                return (widths(&tried), gap);
            }
        }
        if let Some(spare) = spare {
            shown.remove(spare);
        } else {
            let mut broken = fitted.clone();
            shrink(&mut broken, room(NARROW_GAP), |column| column.width.min(NARROWEST));
            return (widths(&broken), NARROW_GAP);
        }
    }
}

#[derive(Clone)]
struct Fitting {
    width: usize,
    /// What its longest cell takes on one line.
    width_of_all: usize,
    /// What its longest word takes, up to a bound.
    word: usize,
}

impl Fitting {
    fn of(table: &Words<'_>, at: usize) -> Self {
        let title = vec![(table.columns[at].title.to_owned(), Tone::Plain)];
        let cells = table.rows.iter().map(|row| &row[at]).chain([&title]);
        let (word, width) =
            cells.map(|cell| widths(cell)).fold((0, 0), |(word, width), cell| (word.max(cell.0), width.max(cell.1)));
        let column = table.columns[at];
        let word = match () {
            () if column.is_number => width,
            () if column.is_spare => word,
            () => word.min(WORD),
        };
        Self { width, width_of_all: width, word }
    }
}

/// Takes from the widest until all fit, none below its least; whether they do.
fn shrink(columns: &mut [Fitting], room: usize, least: impl Fn(&Fitting) -> usize) -> bool {
    let mut over = columns.iter().map(|column| column.width).sum::<usize>().saturating_sub(room);
    while over > 0 {
        let can_give = columns.iter_mut().filter(|column| column.width > least(column));
        // Among equals the last gives way: `max_by_key` takes it.
        let Some(widest) = can_give.max_by_key(|column| column.width) else { return false };
        widest.width -= 1;
        over -= 1;
    }
    true
}
