//! Where the table begins and ends within its sheet: the row that names the columns, what stands above it, and lines
//! of totals below.

use crate::text::{Word, bare, fields_of, is_word};

use super::Odd;
use super::content::number;
use super::grid::Grid;

/// How many rows are looked at for the header.
const HEADER_WITHIN: usize = 30;
/// How many rows at the end are looked at for totals and remarks.
const FOOTER_WITHIN: usize = 20;

/// What the headers of our own exports begin with.
pub(super) const OURS: [&str; 4] = ["Seat ID", "Priority ID", "Metric ID", "Strategy Key"];

/// The rows of a sheet that are the table's.
#[derive(Debug)]
pub(super) struct Extent {
    /// The place of the header among the grid's rows.
    pub(super) header: usize,
    /// The first row below the header, or the headers.
    pub(super) first: usize,
    /// The place after the last row.
    pub(super) end: usize,
}

/// Finds the table in a sheet. `wanted` is the header's row as spreadsheets count.
pub(super) fn extent(grid: &Grid, wanted: Option<usize>, odd: &mut Vec<Odd>) -> Result<Extent, String> {
    if grid.len() == 0 {
        return Err(format!("{}: holds no table: one of its rows must name the columns", grid.origin));
    }
    let header = match wanted {
        Some(wanted) => (0..grid.len()).find(|&row| grid.number(row) == wanted).ok_or_else(|| {
            format!(
                "{}: row {wanted} is blank or not there: `--header` takes the row that names the columns",
                grid.origin
            )
        })?,
        None => header(grid).ok_or_else(|| {
            format!(
                "{}: none of the first {HEADER_WITHIN} rows names the columns: add one at the top, such as \
                 `Name,Title,Manager`, or give the number of one further down with `--header ROW`",
                grid.origin
            )
        })?,
    };
    let first = if is_second_header(grid, header) {
        odd.push(Odd::at(grid.number(header + 1), "repeats the column names: left out".to_owned()));
        header + 2
    } else {
        header + 1
    };
    Ok(Extent { header, first, end: end(grid, header, first, odd) })
}

/// What is longer is no header, in characters.
const LONGEST_HEADER: usize = 80;

/// How many cells of a row are known as headers; those known by a part of them count half.
fn known(grid: &Grid, row: usize) -> usize {
    grid.cells(row)
        .filter(|cell| !cell.is_empty() && cell.chars().nth(LONGEST_HEADER).is_none())
        .map(|cell| match fields_of(cell) {
            (true, _) => 2,
            (false, fields) => usize::from(!fields.is_empty() && cell.split_whitespace().count() <= 6),
        })
        .sum()
}

fn header(grid: &Grid) -> Option<usize> {
    if OURS.contains(&grid.raw(0, 0)) {
        return Some(0);
    }
    let rows = grid.len().min(HEADER_WITHIN);
    let mut best = (0, 0);
    for row in 0..rows {
        let known = known(grid, row);
        if known > best.1 {
            best = (row, known);
        }
    }
    if best.1 >= 3 {
        return Some(best.0);
    }
    // Words in every column above cells of another kind, or a row of words wide enough.
    let width = (0..rows).map(|row| grid.cells(row).len()).max()?;
    (0..rows).find(|&row| {
        let filled = grid.cells(row).filter(|cell| !cell.is_empty()).count();
        let are_words = grid.cells(row).all(|cell| !cell.contains('@') && number(cell).is_none());
        filled * 10 >= width * 6 && filled > 1 && are_words && row + 1 < grid.len()
    })
}

/// Whether the row below the header is one more: it holds known headers, or breaks the kind of its columns. What
/// `export` wrote has one header, whatever its seats are called.
fn is_second_header(grid: &Grid, header: usize) -> bool {
    let row = header + 1;
    if row >= grid.len() || OURS.contains(&grid.raw(header, 0)) {
        return false;
    }
    let filled = grid.cells(row).filter(|cell| !cell.is_empty()).count();
    let names: Vec<&str> = grid.cells(header).collect();
    let alike = grid.cells(row).zip(&names).filter(|(cell, name)| {
        !cell.is_empty()
            && (bare(cell).replace(' ', "") == bare(name).replace(' ', "") || {
                let (is_whole, fields) = fields_of(cell);
                let names = fields_of(name).1;
                is_whole && fields.iter().any(|(field, _)| names.iter().any(|(name, _)| name == field))
            })
    });
    if filled > 1 && alike.count() * 2 >= filled {
        return true;
    }
    let below: Vec<usize> = (row + 1..grid.len().min(row + 200)).collect();
    let breaks = |column: usize, fits: &dyn Fn(&str) -> bool| {
        let cell = grid.raw(row, column);
        let cells = below.iter().map(|&row| grid.raw(row, column)).filter(|cell| !cell.is_empty());
        let (all, fitting) = cells.fold((0, 0), |(all, fitting), cell| (all + 1, fitting + usize::from(fits(cell))));
        let is_header = !fields_of(cell).1.is_empty();
        is_header && !fits(cell) && all > 2 && fitting * 10 >= all * 9
    };
    let is_day = |cell: &str| super::days::looks_like_day(cell);
    (0..names.len()).any(|column| {
        breaks(column, &|cell| cell.contains('@'))
            || (breaks(column, &is_day) && grid.raw(row, column).chars().any(char::is_alphabetic))
    })
}

/// The end of the table: the first row near the bottom that holds only a total or a remark.
fn end(grid: &Grid, header: usize, first: usize, odd: &mut Vec<Odd>) -> usize {
    let width = grid.cells(header).filter(|cell| !cell.is_empty()).count();
    let from = first.max(grid.len().saturating_sub(FOOTER_WITHIN));
    let is_footer = |&row: &usize| {
        let filled: Vec<&str> = grid.cells(row).filter(|cell| !cell.is_empty()).collect();
        let is_remark = |cell: &str| cell.starts_with('*') || is_word(Word::Footer, cell);
        match filled.as_slice() {
            [only] => width > 2 && (is_remark(only) || only.split_whitespace().count() > 6),
            [first, rest @ ..] => {
                width > 2 && is_remark(first) && (rest.len() == 1 || rest.iter().all(|cell| number(cell).is_some()))
            }
            [] => false,
        }
    };
    if !(from..grid.len()).any(|row| is_footer(&row)) {
        return grid.len();
    }
    // Totals of groups stand between rows: below them more such rows follow.
    let typical = Typical::of(grid, first);
    let ends_it = |footer: &usize| {
        let below = (footer + 1..grid.len()).filter(|row| filled(grid, *row) > 1 && !is_footer(row));
        let (all, like) =
            below.fold((0, 0), |(all, some), row| (all + 1, some + usize::from(typical.is_like(grid, row))));
        all == 0 || like * 2 < all
    };
    let Some(end) = (from..grid.len()).filter(is_footer).find(ends_it) else { return grid.len() };
    for row in end..grid.len() {
        let said: Vec<&str> = grid.cells(row).filter(|cell| !cell.is_empty()).take(3).collect();
        odd.push(Odd::at(grid.number(row), format!("`{}` is below the table: left out", said.join(" "))));
    }
    end
}

/// What the first rows of a table are like.
struct Typical {
    /// How many cells are filled.
    filled: usize,
    /// Whether a column holds words.
    words: Vec<bool>,
}

impl Typical {
    fn of(grid: &Grid, first: usize) -> Self {
        const LOOKED_AT: usize = 50;
        let rows = || (first..grid.len()).take(LOOKED_AT);
        let mut counts: Vec<usize> = rows().map(|row| filled(grid, row)).collect();
        counts.sort_unstable();
        let width = rows().map(|row| grid.cells(row).len()).max().unwrap_or_default();
        let holds_words = |column: usize| {
            let cells = rows().map(|row| grid.raw(row, column)).filter(|cell| !cell.is_empty());
            let (all, numbers) =
                cells.fold((0, 0), |(all, some), cell| (all + 1, some + usize::from(number(cell).is_some())));
            numbers * 2 < all
        };
        let filled = counts.get(counts.len() / 2).copied().unwrap_or_default();
        Self { filled, words: (0..width).map(holds_words).collect() }
    }

    /// Whether a row could be one of them: filled nearly as well, and without a number where words stand.
    fn is_like(&self, grid: &Grid, row: usize) -> bool {
        let is_odd = |(at, cell): (usize, &str)| self.words.get(at) == Some(&true) && number(cell).is_some();
        filled(grid, row) * 4 >= self.filled * 3 && !grid.cells(row).enumerate().any(is_odd)
    }
}

fn filled(grid: &Grid, row: usize) -> usize {
    grid.cells(row).filter(|cell| !cell.is_empty()).count()
}
