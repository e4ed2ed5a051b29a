//! Tables as CSV.

use csv::{Terminator, WriterBuilder};

use super::tables::{TABLES, Table};
use crate::graph::Graph;
use crate::text::{armour, printable};

/// The table of seats, people and priorities as CSV. No cell can be taken for a formula; `import csv` reads it back. A
/// byte order mark tells Excel that it is UTF-8.
#[must_use]
pub fn table(graph: &Graph<'_>, with_mark: bool) -> String {
    csv(graph, &TABLES[0], with_mark)
}

/// All tables as CSV, by the names of their files. `import table` reads them back together.
#[must_use]
pub fn tables(graph: &Graph<'_>, with_mark: bool) -> Vec<(String, String)> {
    TABLES.iter().map(|table| (format!("{}.csv", table.name), csv(graph, table, with_mark))).collect()
}

fn csv(graph: &Graph<'_>, table: &Table, with_mark: bool) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    (table.rows)(graph, &mut |row| {
        let cells = row.iter().map(|cell| armour(&printable(cell)).into_owned());
        writer.write_record(cells).expect("memory takes all");
    });
    let text = String::from_utf8(writer.into_inner().expect("memory takes all")).expect("cells are text");
    if with_mark { format!("\u{feff}{text}") } else { text }
}
