//! A page on a terminal.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use crate::phrase::{Block, CodeLine, Item, Mark, Page, Phrase, Picture, Prose, Table, Tone, ours, say, text as shown};
use crate::text::break_commands;

use super::runs::{Run, runs};
use super::table::{Words, fit};
use super::wrap::{Line, wrap};

/// Sentences are not made longer than this, however wide the terminal.
const READABLE: usize = 110;

/// A page for a terminal of this many columns.
pub(in crate::report) fn terminal(page: &Page, width: usize, color: bool) -> String {
    let mut out = Writer { out: String::new(), width: width.max(20), color };
    let mut before: Option<&Block> = None;
    for block in &page.blocks {
        if before.is_some_and(|before| !is_joined(before, block)) {
            out.out.push('\n');
        }
        out.block(block);
        before = Some(block);
    }
    break_commands(out.out)
}

/// Whether no blank line stands between two parts.
fn is_joined(before: &Block, after: &Block) -> bool {
    match before {
        Block::Title(_) | Block::Heading { .. } | Block::Subheading(_) => !matches!(after, Block::Heading { .. }),
        Block::Paragraph(_) | Block::Item(_) => matches!(after, Block::Paragraph(_) | Block::Item(_) | Block::Code(_)),
        // A line right below the table says what was left out.
        Block::Table(_) | Block::Picture(_) => {
            matches!(after, Block::Paragraph(prose) if prose.0.iter().all(|(_, tone)| *tone == Tone::Quiet))
        }
        Block::Code(_) => false,
    }
}

struct Writer {
    out: String,
    width: usize,
    color: bool,
}

impl Writer {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(text) | Block::Subheading(text) => self.head(text.clone()),
            Block::Heading { text, .. } => self.head(say![shown(text.plain().to_uppercase())]),
            Block::Picture(picture) => self.picture(picture),
            Block::Paragraph(prose) => self.prose(prose, &Prose::default(), ""),
            Block::Item(item) => self.item(item),
            Block::Table(table) => self.table(table),
            Block::Code(lines) => lines.iter().for_each(|line| self.code(line)),
        }
    }

    /// A terminal shows no pictures: it says how to draw them.
    fn picture(&mut self, Picture { caption, command, .. }: &Picture) {
        self.prose(&Prose::toned(Tone::Quiet, say![caption, ": ", command]), &Prose::default(), "");
    }

    fn head(&mut self, text: Phrase) {
        self.prose(&Prose::toned(Tone::Strong, text), &Prose::default(), "");
    }

    fn item(&mut self, Item { mark, prose, below, commands: _ }: &Item) {
        let (first, tone) = match mark {
            Mark::Dash => ("- ".to_owned(), Tone::Plain),
            Mark::Number(number) => (format!("{number}. "), Tone::Plain),
            Mark::Change(mark) => (format!("  {mark} "), change_tone(*mark)),
        };
        let rest = " ".repeat(first.len());
        self.prose(prose, &Prose::toned(tone, say![ours(first)]), &rest);
        for one in below {
            self.prose(one, &say![ours(&rest)].into(), &rest);
        }
    }

    /// Prose in lines; the first begins with `first`, the others with `rest`.
    fn prose(&mut self, prose: &Prose, first: &Prose, rest: &str) {
        let room = self.width.min(READABLE).saturating_sub(rest.len());
        for (at, line) in wrap(&runs(prose), room).iter().enumerate() {
            if at == 0 {
                self.pieces(&runs(first));
            } else {
                self.out.push_str(rest);
            }
            self.pieces(&line.pieces);
            self.end();
        }
    }

    /// Lines are never wrapped: a broken command would no longer run.
    fn code(&mut self, line: &CodeLine) {
        let tone = line.place.filter(|(_, mark)| *mark != ' ').map_or(Tone::Plain, |(_, mark)| change_tone(mark));
        self.pieces(&runs(&Prose::toned(tone, say![ours(line.margin()), &line.text])));
        self.end();
    }

    fn table(&mut self, table: &Table) {
        let rows: Vec<Vec<Vec<Run>>> = table.rows.iter().map(|row| row.iter().map(runs).collect()).collect();
        let words = Words { columns: &table.columns, rows: &rows };
        let (columns, gap) = fit(&words, self.width);
        let titles: Vec<Vec<Run>> =
            columns.iter().map(|&(at, _)| vec![(table.columns[at].title.to_owned(), Tone::Quiet)]).collect();
        if table.columns.iter().any(|column| !column.title.is_empty()) {
            self.row(table, (&columns, gap), &titles.iter().collect::<Vec<_>>());
        }
        for row in &rows {
            self.row(table, (&columns, gap), &columns.iter().map(|&(at, _)| &row[at]).collect::<Vec<_>>());
        }
    }

    fn row(&mut self, table: &Table, (columns, gap): (&[(usize, usize)], usize), cells: &[&Vec<Run>]) {
        let cells: Vec<Vec<Line>> = cells.iter().zip(columns).map(|(cell, (_, width))| wrap(cell, *width)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            for (cell, &(column, width)) in cells.iter().zip(columns) {
                let blank = Line::default();
                let line = cell.get(at).unwrap_or(&blank);
                let pad = " ".repeat(width.saturating_sub(line.width));
                if table.columns[column].is_number {
                    self.out.push_str(&pad);
                    self.pieces(&line.pieces);
                } else {
                    self.pieces(&line.pieces);
                    self.out.push_str(&pad);
                }
                self.out.push_str(&" ".repeat(gap));
            }
            self.end();
        }
    }

    fn pieces(&mut self, pieces: &[Run]) {
        for (text, tone) in pieces {
            let style = style(*tone);
            if self.color && style != Style::new() {
                write!(self.out, "{style}{text}{style:#}").expect("a string takes all");
            } else {
                self.out.push_str(text);
            }
        }
    }

    /// Ends a line without spaces at its end.
    fn end(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
    }
}

fn change_tone(mark: char) -> Tone {
    match mark {
        '+' => Tone::Good,
        '-' => Tone::Bad,
        _ => Tone::Warning,
    }
}

fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong => Style::new().bold(),
        Tone::Quiet => Style::new().dimmed(),
        Tone::Good => AnsiColor::Green.on_default(),
        Tone::Warning => AnsiColor::Yellow.on_default(),
        Tone::Bad => AnsiColor::Red.on_default().bold(),
    }
}
