//! Tables on sheets: columns as wide as what stands in them, as far as there is room; the head on each sheet.

use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{RectRole, TextRole};
use crate::layout::words::Words;
use crate::phrase::{Column, Table};

use super::Said;
use super::elements::Part;
use super::flow::{Flow, lines};

/// Between two columns.
const GAP: Px = Px::whole(12);
/// No column of words is narrower where others can give.
const NARROW: Px = Px::whole(64);
/// Where the words of a title are wider, they take more than one line.
const LONG_TITLE: Px = Px::whole(88);
/// Above and below the words of a row.
const PAD: Px = Px::whole(3);

pub(super) fn table(flow: &mut Flow, table: &Table) {
    let rows: Vec<Vec<Said>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| Said::of(cell, TextRole::Responsibility, TextRole::Amiss)).collect())
        .collect();
    let shown = columns(table, &rows);
    flow.skip(Px::whole(6));
    let number = flow.elements();
    let part = |row: usize, is_head: bool| Part::Cell { table: number, row, is_head };
    head(flow, &table.columns, &shown, Some(part(0, true)));
    for (row, cells) in (1..).zip(&rows) {
        let lines: Vec<Vec<String>> =
            shown.iter().map(|&(at, width)| lines(&cells[at].text, cells[at].role, width)).collect();
        let most = shown.iter().zip(&lines).map(|(&(at, _), lines)| height(cells[at].role, lines.len())).max();
        let high = most.unwrap_or(Px::ZERO) + PAD * 2;
        if !flow.has_room(high) && !flow.is_fresh() {
            flow.turn();
            head(flow, &table.columns, &shown, None);
        }
        flow.advance(PAD);
        let mut across = Px::ZERO;
        for (&(at, width), lines) in shown.iter().zip(lines) {
            let said = &cells[at];
            flow.begin(part(row, false));
            let area = Area::new(flow.corner(across), Size::new(width, height(said.role, lines.len())));
            cell(flow, lines, said.role, (across, width), table.columns[at].is_number);
            if let Some(seat) = &said.seat {
                flow.wish(area, seat.clone());
            }
            across += width + GAP;
        }
        flow.advance(high - PAD);
        flow.rule(RectRole::Badge);
    }
    flow.skip(Px::whole(8));
}

/// The head of a table, as part of it, or repeated.
fn head(flow: &mut Flow, columns: &[Column], shown: &[(usize, Px)], part: Option<Part>) {
    let role = TextRole::Column;
    let titles: Vec<Vec<String>> = shown.iter().map(|&(at, width)| lines(columns[at].title, role, width)).collect();
    let high = height(role, titles.iter().map(Vec::len).max().unwrap_or(0)) + PAD;
    if !flow.has_room(high + Px::whole(40)) {
        flow.turn();
    }
    let mut across = Px::ZERO;
    for (&(at, width), titles) in shown.iter().zip(titles) {
        match part {
            Some(part) => flow.begin(part),
            None => flow.repeat(),
        }
        cell(flow, titles, role, (across, width), columns[at].is_number);
        across += width + GAP;
    }
    flow.advance(high);
    flow.rule(RectRole::Past);
}

fn height(role: TextRole, lines: usize) -> Px {
    role.line_height() * i64::try_from(lines).expect("lines are few")
}

/// The lines of a cell, numbers at its right edge.
fn cell(flow: &mut Flow, lines: Vec<String>, role: TextRole, (across, width): (Px, Px), is_number: bool) {
    let corner = flow.corner(across);
    for (line, text) in (0..).zip(lines) {
        let spare = if is_number { width - Words::new(&text, role).width() } else { Px::ZERO };
        flow.line(text, role, corner + Point::new(spare.max(Px::ZERO), role.line_height() * line));
    }
}

/// The columns that are shown, and how wide they are: spare ones go where there is no room for all.
fn columns(table: &Table, rows: &[Vec<Said>]) -> Vec<(usize, Px)> {
    let natural = |at: usize| {
        let title = Words::new(table.columns[at].title, TextRole::Column).width();
        // Words above words may be wrapped over several lines.
        let title = if table.columns[at].is_number { title } else { title.min(LONG_TITLE) };
        rows.iter().map(|row| Words::new(&row[at].text, row[at].role).width()).fold(title, Px::max)
    };
    let all: Vec<Px> = (0..table.columns.len()).map(natural).collect();
    let mut shown: Vec<usize> = (0..table.columns.len()).collect();
    let room = |count: usize| Flow::WIDTH - GAP * i64::try_from(count.saturating_sub(1)).expect("columns are few");
    let least = |at: usize| if table.columns[at].is_number { all[at] } else { all[at].min(NARROW) };
    let total = |shown: &[usize], width: &dyn Fn(usize) -> Px| shown.iter().fold(Px::ZERO, |sum, at| sum + width(*at));
    while total(&shown, &|at| all[at].min(NARROW * 2)) > room(shown.len()) {
        let Some(spare) = shown.iter().rposition(|at| table.columns[*at].is_spare) else { break };
        shown.remove(spare);
    }
    let mut widths: Vec<Px> = shown.iter().map(|at| all[*at]).collect();
    let room = room(shown.len());
    loop {
        let sum = widths.iter().fold(Px::ZERO, |sum, width| sum + *width);
        if sum <= room {
            break;
        }
        // The widest gives until all fit; when none can give any more, all do alike.
        let widest = (0..shown.len()).filter(|at| widths[*at] > least(shown[*at])).max_by_key(|at| widths[*at]);
        if let Some(at) = widest {
            widths[at] = (widths[at] - Px::whole(8)).max(least(shown[at]));
        } else {
            let share = |width: Px| Px::hundredths(width.in_hundredths() * room.in_hundredths() / sum.in_hundredths());
            widths = widths.into_iter().map(share).collect();
            break;
        }
    }
    shown.into_iter().zip(widths).collect()
}
