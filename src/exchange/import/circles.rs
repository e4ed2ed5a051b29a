//! Tables of circles and roles: a row a role, made into rows of seats.

use std::collections::HashMap;

use crate::text::bare;

use super::fields::Field;
use super::forms::plain;
use super::grid::Grid;
use super::table::{Kind, Table};

/// What a circle's lead is called, bare.
const LEADS: [&str; 9] = [
    "lead link",
    "circle lead",
    "lead",
    "circle leader",
    "leitung",
    "kreisleitung",
    "premier lien",
    "lien leader",
    "lider de circulo",
];

/// Turns a table of circles into one of people, its rows where they were: roles report to their circle's lead, and a
/// lead to that of the circle in which theirs is a role.
pub(super) fn as_people(table: &Table) -> Result<Table, String> {
    let rows: Vec<usize> = table.rows().collect();
    let of = |row: usize, field: Field| table.cell(row, field).unwrap_or_default().into_owned();
    let is_lead = |title: &str| LEADS.contains(&bare(title).as_str());
    let mut lead_of: HashMap<String, usize> = HashMap::new();
    let mut above: HashMap<String, String> = HashMap::new();
    for &row in &rows {
        let (circle, title) = (of(row, Field::Circle), of(row, Field::Title));
        if is_lead(&title) {
            lead_of.entry(plain(&circle).into_owned()).or_insert(row);
        }
        above.entry(plain(&title).into_owned()).or_insert(circle);
    }
    let key = |row: usize| format!("row {}", table.grid.number(row));
    let mut grid = Grid::new(&table.grid.origin, table.grid.form.clone());
    grid.notes.clone_from(&table.grid.notes);
    for header in ["Seat ID", "Title", "Reports To Seat", "Department", "Name", "Responsibilities", "Seat note"] {
        grid.cell_ends(header)?;
    }
    grid.row_ends(table.grid.number(table.extent.header))?;
    for &row in &rows {
        let (circle, title) = (of(row, Field::Circle), of(row, Field::Title));
        let lead = lead_of.get(plain(&circle).as_ref()).copied();
        let manager = if lead == Some(row) {
            above.get(plain(&circle).as_ref()).and_then(|circle| lead_of.get(plain(circle).as_ref()).copied())
        } else {
            // A role that is a circle of its own is led by that circle's lead.
            lead
        };
        let is_circle = lead_of.contains_key(plain(&title).as_ref());
        if is_circle {
            continue;
        }
        let title = if is_lead(&title) { format!("{circle} {title}") } else { title };
        let owner = table.columns.of(Field::PriorityOwner).first().map(|&column| table.raw(row, column).to_owned());
        let lists = [Field::Responsibilities, Field::Domains].map(|field| table.list(row, field));
        let cells = [
            key(row),
            title,
            manager.filter(|manager| *manager != row).map(key).unwrap_or_default(),
            circle,
            owner.unwrap_or_default(),
            lists[0].join("\n"),
            of(row, Field::Purpose),
        ];
        for cell in cells {
            grid.cell_ends(&cell)?;
        }
        grid.row_ends(table.grid.number(row))?;
    }
    let number = table.grid.number(table.extent.header);
    Table::read(grid, Some(number), &[], Some(Kind::People), &mut Vec::new())
}
