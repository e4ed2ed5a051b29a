//! The tables of a packet as hypertext: rows that links lead to, pillars as cards, bars beside percentages.

use maud::{Markup, html};

use crate::phrase::{Label, PageLabel, Part, Prose, Section as Of, Table, Tone, Unit};

use super::links::Links;
use super::wording::{class, words};

/// Words of at most this many letters are kept on one line.
const BRIEF: usize = 24;

impl Links<'_> {
    pub(super) fn table(&self, section: Option<Of>, table: &Table) -> Markup {
        html! {
            div.tablebox tabindex="0" role="group" aria-label=(PageLabel::Table.words(self.language)) {
                table class=(self.columns(table)) {
                    thead { tr { @for column in &table.columns { th scope="col" { (column.title) } } } }
                    tbody {
                        @for row in &table.rows {
                            tr id=[self.id(section, row)] {
                                @for (at, cell) in row.iter().enumerate() {
                                    td {
                                        (self.cell(section, cell, row))
                                        @if section == Some(Of::Load) && at == 1 { (bar(cell)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The pillars as cards: a row whose name stands out begins one, the rows below it are its shares.
    pub(super) fn pillars(&self, table: &Table) -> Markup {
        let is_pillar = |row: &&[Prose]| row[0].0.first().is_some_and(|(_, tone)| *tone == Tone::Strong);
        let rows: Vec<&[Prose]> = table.rows.iter().map(Vec::as_slice).collect();
        let starts: Vec<usize> = (0..rows.len()).filter(|at| is_pillar(&rows[*at])).collect();
        let shares = |at: usize| {
            let end = starts.get(at + 1).copied().unwrap_or(rows.len());
            &rows[starts[at] + 1..end]
        };
        html! {
            ul.columns.three {
                @for (at, start) in starts.iter().enumerate() {
                    @let pillar = rows[*start];
                    li.pillar {
                        h3 { (self.prose(&pillar[0])) }
                        p { span.score { (self.prose(&pillar[1])) }
                            @for (column, cell) in table.columns.iter().zip(pillar).skip(2) {
                                @if !cell.is_empty() { " " span.term { (column.title) " " (self.prose(cell)) } }
                            }
                        }
                        (bar(&pillar[1]))
                        @if !shares(at).is_empty() {
                            details {
                                summary { (self.count(shares(at).len())) }
                                ul { @for share in shares(at) { li { (self.prose(&share[0])) " " b { (self.prose(&share[1])) } } } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn count(&self, shares: usize) -> String {
        let label = if shares == 1 { PageLabel::OneShare } else { PageLabel::Shares };
        label.with(self.language, &[&shares])
    }

    /// Which columns hold numbers, which so short words that they need no second line, and which the places in files,
    /// that nobody looks up from paper; as a class each for the table.
    fn columns(&self, table: &Table) -> String {
        let length = |cell: &Prose| cell.0.iter().map(|(phrase, _)| words(phrase).chars().count()).sum::<usize>();
        let is_brief = |at: usize| table.rows.iter().all(|row| length(&row[at]) <= BRIEF);
        let mut classes = Vec::new();
        for (at, column) in table.columns.iter().enumerate() {
            match () {
                () if column.is_number => classes.push(format!("n{}", at + 1)),
                () if is_brief(at) => classes.push(format!("b{}", at + 1)),
                () => {}
            }
            if column.title == Label::Where.words(self.language) {
                classes.push(format!("w{}", at + 1));
            }
        }
        classes.join(" ")
    }
}

/// A bar as long as the percentage that a cell says; nothing where it says none.
fn bar(cell: &Prose) -> Markup {
    let figure = cell.0.iter().find_map(|(phrase, tone)| {
        let percent = phrase.parts().find_map(|part| match part {
            Part::Figure(figure) if figure.unit == Unit::Percent => figure.value.parse::<u32>().ok(),
            _ => None,
        });
        Some((percent?, *tone))
    });
    let Some((percent, tone)) = figure else { return html! {} };
    // What is beyond all is seen by its colour and said by its number.
    let width = percent.min(125);
    html! {
        svg.bar viewBox="0 0 125 8" aria-hidden="true" {
            path d="M0 4h100" {}
            path class=(class(tone).unwrap_or("plain")) d={ "M0 4h" (width) } {}
        }
    }
}
