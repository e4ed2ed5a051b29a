//! What a row can be known by, and where the managers' cells point.

use std::borrow::Cow;
use std::collections::HashMap;

use super::columns::Sureness;
use super::fields::Field;
use super::forms::{number, ordered, plain};
use super::names::without_remarks;
use super::rows::{Place, Rows};
use super::table::Table;

/// How many rows tell where managers' cells point.
const SAMPLE: usize = 4000;

/// Something that a row is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Our own number of a seat.
    Seat,
    /// The position's number.
    Position,
    /// Our own number of a person.
    Person,
    /// A number or an e-mail in a column of one table.
    Column { table: u32, column: usize },
    /// The name.
    Name,
    /// The seat's title.
    Title,
}

impl Sign {
    /// Its value in a row; blank where the row has none.
    pub(super) fn text<'t>(self, rows: &Rows<'t>, row: usize) -> Cow<'t, str> {
        let of = |field| rows.cell(row, field).unwrap_or_default();
        match self {
            Self::Seat => of(Field::Seat),
            Self::Position => of(Field::Position),
            Self::Person => of(Field::Person),
            Self::Title => of(Field::Title),
            Self::Column { table, column } => {
                let Place { table: own, row: at } = rows.all[row];
                if own == table {
                    rows.tables[table as usize].line(at as usize, column).unwrap_or_default()
                } else {
                    "".into()
                }
            }
            Self::Name => {
                let (table, at) = rows.at(row);
                match table.names.name(&table.grid, at) {
                    Cow::Borrowed(name) => Cow::Borrowed(without_remarks(name).0),
                    Cow::Owned(name) => Cow::Owned(without_remarks(&name).0.to_owned()),
                }
            }
        }
    }

    /// Whether a seat is known by it, rather than a person.
    pub(super) fn is_of_seat(self) -> bool {
        matches!(self, Self::Seat | Self::Position | Self::Title)
    }

    /// The form in which it is compared.
    pub(super) fn form(self, text: &str) -> Cow<'_, str> {
        if self == Self::Name { Cow::Owned(ordered(text)) } else { plain(text) }
    }
}

/// All that the rows of these tables are known by, the surest first.
pub(super) fn signs(tables: &[Table]) -> Vec<Sign> {
    let mut signs = Vec::new();
    let has = |field| tables.iter().any(|table| table.columns.has(field));
    signs.extend(has(Field::Seat).then_some(Sign::Seat));
    signs.extend(has(Field::Position).then_some(Sign::Position));
    signs.extend(has(Field::Person).then_some(Sign::Person));
    for field in [Field::Number, Field::Email] {
        for (table, of) in (0..).zip(tables) {
            signs.extend(of.columns.of(field).iter().map(|&column| Sign::Column { table, column }));
        }
    }
    signs.extend([Sign::Name, Sign::Title]);
    signs
}

/// Where the cells of a column point.
#[derive(Debug)]
pub(super) struct Points {
    pub(super) sign: Sign,
    /// How many of this many cells are found there.
    pub(super) found: usize,
    pub(super) of: usize,
    /// For the reader: what it is that they point at.
    pub(super) at: String,
}

/// The managers' cells of a sample, in each form, with how often they stand.
struct Cells {
    plain: HashMap<String, (usize, bool)>,
    ordered: HashMap<String, (usize, bool)>,
    numbers: HashMap<String, (usize, bool)>,
    all: usize,
}

impl Cells {
    fn of(table: &Table, column: usize) -> Self {
        let mut cells = Self { plain: HashMap::new(), ordered: HashMap::new(), numbers: HashMap::new(), all: 0 };
        let range = table.rows();
        let step = (range.len() / SAMPLE).max(1);
        for row in range.step_by(step) {
            let Some(text) = super::managers::text(table, row, column) else { continue };
            if super::lines::names_nobody(&text) {
                continue;
            }
            cells.all += 1;
            let text = without_remarks(&text).0;
            cells.plain.entry(plain(text).into_owned()).or_default().0 += 1;
            cells.ordered.entry(ordered(text)).or_default().0 += 1;
            if let Some(number) = number(text) {
                cells.numbers.entry(number.to_owned()).or_default().0 += 1;
            }
        }
        cells
    }

    /// How many of them a sign of the rows is.
    fn found(&mut self, rows: &Rows<'_>, sign: Sign) -> usize {
        for cells in [&mut self.plain, &mut self.ordered, &mut self.numbers] {
            for (_, is_found) in cells.values_mut() {
                *is_found = false;
            }
        }
        let mark = |cells: &mut HashMap<String, (usize, bool)>, form: &str| {
            if let Some((_, is_found)) = cells.get_mut(form) {
                *is_found = true;
            }
        };
        for row in 0..rows.len() {
            let text = sign.text(rows, row);
            if text.is_empty() {
                continue;
            }
            if sign == Sign::Name {
                mark(&mut self.ordered, &ordered(&text));
            } else {
                mark(&mut self.plain, &plain(&text));
                if let Some(number) = number(&text) {
                    mark(&mut self.numbers, number);
                }
            }
        }
        let sum = |cells: &HashMap<String, (usize, bool)>| -> usize {
            cells.values().filter(|(_, is_found)| *is_found).map(|(count, _)| count).sum()
        };
        if sign == Sign::Name { sum(&self.ordered) } else { sum(&self.plain).max(sum(&self.numbers)) }
    }
}

/// What the cells of a column point at: the sign of the rows that most of them are.
pub(super) fn points(rows: &Rows<'_>, table: u32, column: usize) -> Option<Points> {
    let of = &rows.tables[table as usize];
    let mut cells = Cells::of(of, column);
    if cells.all == 0 {
        return None;
    }
    let content = &of.columns.all[column].content;
    let mut best: Option<(Points, (usize, i64, usize, Sureness))> = None;
    for sign in candidates(rows, table, column) {
        let (filled, sureness) = filled(rows, sign);
        if let Sign::Column { table, column } = sign {
            let other = &rows.tables[table as usize].columns.all[column].content;
            if content.is_email() != other.is_email() && content.filled > 0 && (content.is_email() || content.is_code())
            {
                continue;
            }
        }
        let found = cells.found(rows, sign);
        let loops = if found == 0 { 0 } else { loops(rows, table, column, sign) };
        let score = i64::try_from(found).unwrap_or(i64::MAX) - 2 * loops;
        let is_stated = usize::from(!matches!(sign, Sign::Column { .. }) || sureness != Sureness::Guess);
        let rank = (usize::from(score > 0), score, filled, sureness);
        let is_better = best.as_ref().is_none_or(|(_, (_, known, known_filled, known_sureness))| {
            (score, filled + is_stated, sureness) > (*known, *known_filled + is_stated, *known_sureness)
        });
        if found > 0 && is_better {
            best = Some((Points { sign, found, of: cells.all, at: called(rows, sign) }, rank));
        }
    }
    best.map(|(points, _)| points)
}

/// What cells could point at: all signs, and columns of the table that tell its rows apart.
fn candidates(rows: &Rows<'_>, table: u32, column: usize) -> Vec<Sign> {
    let mut signs = signs(rows.tables);
    let of = &rows.tables[table as usize];
    for (at, other) in of.columns.all.iter().enumerate() {
        let content = &other.content;
        let tells_apart = content.filled * 10 >= content.rows * 8 && content.distinct * 10 >= content.filled * 7;
        if other.field.is_none() && at != column && tells_apart && content.is_whole() && !content.is_day() {
            signs.push(Sign::Column { table, column: at });
        }
    }
    signs
}

/// How many of a hundred rows have a sign, and how sure its column is.
fn filled(rows: &Rows<'_>, sign: Sign) -> (usize, Sureness) {
    match sign {
        Sign::Column { table, column } => {
            let column = &rows.tables[table as usize].columns.all[column];
            let sureness = if column.field.is_some() { column.sureness } else { Sureness::Guess };
            (column.content.filled * 100 / column.content.rows.max(1), sureness)
        }
        Sign::Title => (0, Sureness::Guess),
        _ => (100, Sureness::Sure),
    }
}

/// How many of the first rows would report to each other in loops; a row that is its own manager is a root.
fn loops(rows: &Rows<'_>, table: u32, column: usize, sign: Sign) -> i64 {
    const LOOKED_AT: usize = 2000;
    let count = rows.len().min(LOOKED_AT);
    let mut of_form: HashMap<String, usize> = HashMap::new();
    for row in 0..count {
        let text = sign.text(rows, row);
        if !text.is_empty() {
            of_form.entry(sign.form(&text).into_owned()).or_insert(row);
        }
    }
    let manager = |row: usize| {
        let Place { table: own, row: at } = rows.all[row];
        let text = super::managers::text(&rows.tables[table as usize], at as usize, column).filter(|_| own == table)?;
        of_form.get(sign.form(without_remarks(&text).0).as_ref()).copied().filter(|&manager| manager != row)
    };
    let above: Vec<Option<usize>> = (0..count).map(manager).collect();
    let circles = super::lines::circles(&above);
    i64::try_from(circles.iter().map(Vec::len).sum::<usize>()).unwrap_or(i64::MAX)
}

/// What a sign is called in the account: the header of its column, or what several columns hold together.
fn called(rows: &Rows<'_>, sign: Sign) -> String {
    let header = |table: &Table, column: usize| format!("`{}`", table.columns.all[column].header);
    let of = |field| rows.tables.iter().find_map(|table| Some(header(table, table.columns.at(field)?)));
    match sign {
        Sign::Seat => "`Seat ID`".to_owned(),
        Sign::Person => "`Person ID`".to_owned(),
        Sign::Position => of(Field::Position).unwrap_or_else(|| "the positions".to_owned()),
        Sign::Title => of(Field::Title).unwrap_or_else(|| "the titles".to_owned()),
        Sign::Name => of(Field::Name).unwrap_or_else(|| "the names".to_owned()),
        Sign::Column { table, column } => header(&rows.tables[table as usize], column),
    }
}
