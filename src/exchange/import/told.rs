//! The report of an import: how each table was understood, what came of it, and what was odd, by row.

use std::collections::BTreeMap;

use super::Request;
use super::columns::{Column, Sureness};
use super::fields::Field;
use super::plan::Plan;
use super::refs::Remember;
use super::rows::Rows;
use super::seats::Seat;
use super::statuses::{Meaning, State};
use super::table::{Kind, Table};
use crate::phrase::{self, Page, Phrase, code, count, listed, row, say, text};
use crate::report::counted;
use crate::text::sort;

/// How many seats that report to nobody are named.
const ROOTS: usize = 10;

/// Something in a table that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Odd {
    /// Which table.
    pub table: u32,
    /// The row, as spreadsheets count.
    pub row: usize,
    /// What is odd, and what was done.
    pub message: String,
}

/// What is reported about a seat whose manager is not found.
pub(super) fn unknown_manager(rows: &Rows<'_>, seat: &Seat<'_>) -> Option<Odd> {
    let unknown = seat.unknown_manager.as_ref()?;
    Some(rows.odd(seat.head, format!("{unknown}: kept as a note")))
}

impl Odd {
    pub(super) fn at(row: usize, message: String) -> Self {
        Self { table: 0, row, message }
    }
}

/// What was odd, one line each, by table and row; rows with the same oddity are reported together.
pub(super) fn lines(tables: &[Table], odd: Vec<Odd>) -> Vec<String> {
    let mut together: BTreeMap<(u32, String), Vec<usize>> = BTreeMap::new();
    for Odd { table, row, message } in odd {
        together.entry((table, message)).or_default().push(row);
    }
    let mut lines: Vec<(u32, usize, String)> = Vec::new();
    for ((table, message), mut rows) in together {
        rows.sort_unstable();
        rows.dedup();
        let row = rows[0];
        let is_one_of_several = tables.iter().filter(|table| !table.is_of_chart()).count() > 1;
        let origin =
            if is_one_of_several { format!("{}, ", tables[table as usize].grid.origin) } else { String::new() };
        let unit = tables[table as usize].grid.unit;
        lines.push((table, row, format!("{origin}{}: {message}", ranges(unit, &rows))));
    }
    sort::by(&mut lines, Ord::cmp);
    lines.into_iter().map(|(_, _, line)| line).collect()
}

/// `row 3`, or `rows 3, 5 to 9`.
fn ranges(unit: &str, rows: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for &row in rows {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => ranges.push((row, row)),
        }
    }
    let told: Vec<String> = ranges
        .iter()
        .map(|(first, last)| match last - first {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first} to {last}"),
        })
        .collect();
    format!("{unit}{} {}", if rows.len() == 1 { "" } else { "s" }, told.join(", "))
}

/// How the tables were understood, and what came of them; `roots` are the seats of the chart that report to nobody.
pub(super) fn summary(plan: &Plan<'_>, request: &Request<'_>, roots: &[&str]) -> Page {
    let mut page = Page::default();
    for (at, table) in (0..).zip(plan.rows.tables).filter(|(_, table)| !table.is_of_chart()) {
        of_table(plan, at, table, request, &mut page);
    }
    for note in &plan.notes {
        page.say(Phrase::worded(note));
    }
    if plan.rows.tables.iter().any(Table::is_of_chart) {
        return page;
    }
    let withheld = plan.people.all.iter().filter(|person| person.is_withheld).count();
    if withheld > 0 {
        page.say(say![count(withheld, "name is", "names are"), " withheld: each holder is a separate person"]);
    }
    page.say(held(plan));
    page.say(match roots {
        [] => say!["every seat reports to another: none is at the top"],
        [root] => say![code(root), " reports to nobody"],
        _ => say![roots.len(), " seats report to nobody: ", listed(roots.iter().map(text), ROOTS)],
    });
    page
}

/// What a person should look at.
pub(super) fn to_look_at(odd: &[String]) -> Page {
    let mut page = Page::default();
    if !odd.is_empty() {
        page.say(say![odd.len(), " to look at:"]);
        for line in odd {
            page.item(None, Phrase::worded(line), Vec::new());
        }
    }
    page
}

fn held(plan: &Plan<'_>) -> Phrase {
    let seats = &plan.seats.all;
    let vacant = seats.iter().filter(|seat| seat.owners.is_empty()).count();
    let (priorities, metrics) = (plan.priorities.len(), plan.metrics.len());
    let more = [
        (priorities > 0).then(|| count(priorities, "priority", "priorities")),
        (metrics > 0).then(|| count(metrics, "metric", "metrics")),
    ];
    let all = [
        count(seats.len(), "seat", "seats"),
        say![vacant, " of them vacant"],
        count(plan.people.all.len(), "person", "people"),
    ];
    row(all.into_iter().chain(more.into_iter().flatten()), ", ")
}

/// One table: what it is, and each column.
fn of_table(plan: &Plan<'_>, at: u32, table: &Table, request: &Request<'_>, page: &mut Page) {
    let header = table.grid.number(table.extent.header);
    let parts = [
        (plan.rows.tables.len() > 1).then(|| say![table.kind.name()]),
        Some(Phrase::worded(&table.grid.form)),
        Some(count(table.rows().len(), "row", "rows")),
        (header > 0).then(|| say!["header in row ", header]),
    ];
    page.say(say!["plan for ", text(&table.grid.origin), ": ", row(parts.into_iter().flatten(), ", ")]);
    let mut note = |text: &str| page.item(None, Phrase::worded(text), Vec::new());
    table.grid.notes.iter().for_each(|text| note(text));
    if header == 0 && table.grid.unit == "line" {
        return;
    }
    table.names.told.iter().for_each(|text| note(text));
    if table.extent.header > 0 {
        note(&format!("{} above the header: skipped", counted(table.extent.header, "line stands", "lines stand")));
    }
    let is_shown = |column: &Column| !column.header.is_empty() || column.content.filled > 0;
    let columns = table.columns.all.iter().enumerate().filter(|(_, column)| is_shown(column));
    let rows = columns.map(|(place, column)| {
        let field = field_name(table, column);
        let (sure, why) = match column.field {
            Some(Field::Ignored) | None if !table.names.uses(place) => ("", not_read(table, column, field)),
            _ => (column.sureness.name(), why(plan, at, place, column, request)),
        };
        vec![Phrase::worded(&column.header).into(), field.into(), sure.into(), Phrase::worded(&why).into()]
    });
    let titles = ["column", "read as", "how sure", "why"].map(phrase::Column::text);
    page.table(&titles, rows.collect(), usize::MAX);
}

fn field_name(table: &Table, column: &Column) -> &'static str {
    match column.field {
        None if table.kind == Kind::Raci && column.content.is_raci() => "who",
        None if table.kind == Kind::Raci => "priority",
        None if table.kind == Kind::Metrics && super::days::looks_like_day(&column.header) => "actual",
        _ if table.kind == Kind::Strategy => "strategy",
        Some(Field::Ignored) | None => "not read",
        Some(field) if field.is_manager() => "manager",
        Some(Field::Department) => "function",
        Some(Field::Capacity) => "share",
        Some(Field::PriorityOwner) => "owner",
        Some(field) => field.name(),
    }
}

/// Why a column that looks like something was not read.
fn not_read(table: &Table, column: &Column, field: &str) -> String {
    if field != "not read" {
        return String::new();
    }
    let (is_whole, fields) = crate::text::fields_of(&column.header);
    let meant =
        fields.first().and_then(|(name, _)| Field::named(name)).filter(|field| is_whole && *field != Field::Ignored);
    let meant = meant.map(|field| if field == Field::TitleOrPosition { Field::Title } else { field });
    match meant {
        Some(field) if !super::columns::is_fit(field, &column.content) => {
            format!("its cells do not fit `{}`", field.name())
        }
        Some(field)
            if table.columns.at(field).is_some_and(|other| table.columns.all[other].header != column.header) =>
        {
            let other = &table.columns.all[table.columns.at(field).expect("it is there")].header;
            format!("`{other}` is taken for it")
        }
        Some(_) if column.content.filled > 0 => "not needed".to_owned(),
        _ => String::new(),
    }
}

fn why(plan: &Plan<'_>, at: u32, place: usize, column: &Column, request: &Request<'_>) -> String {
    let mut why =
        if column.sureness == Sureness::Guess { format!("{} (a guess)", column.why) } else { column.why.clone() };
    let table = &plan.rows.tables[at as usize];
    let remembered = match column.field {
        Some(Field::Number) => request.remember == Remember::Number && table.columns.at(Field::Number) == Some(place),
        Some(Field::Email) if table.kind == Kind::People => {
            if request.remember != Remember::Email && !plan.rows.has(Field::Number) {
                why.push_str("; `--remember email` keeps it to match people by");
            }
            request.remember == Remember::Email
        }
        Some(Field::Position) => request.remember != Remember::None,
        _ => false,
    };
    if remembered {
        why.push_str("; remembered as `ref`");
    }
    if let Some(counts) = plan.statuses.counts.get(&(at, place)) {
        let said: Vec<String> = counts
            .iter()
            .map(|(text, count)| {
                let rows = count.rows;
                match count.meaning {
                    Meaning::Is(State::Here | State::Away) | Meaning::Outside => format!("{text} {rows} kept"),
                    Meaning::Is(State::Gone | State::NoPost) if rows == 1 => {
                        format!("{text} 1 left out (row {})", count.first)
                    }
                    Meaning::Is(State::Gone | State::NoPost) => format!("{text} {rows} left out"),
                    Meaning::Unknown => {
                        let quoted = super::managers::quoted(text);
                        format!("\"{text}\" {}, kept; --gone {quoted} leaves them out", counted(rows, "row", "rows"))
                    }
                }
            })
            .collect();
        why = said.join(", ");
    }
    why
}
