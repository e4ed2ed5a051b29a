//! Which column says what: by its header, and by whether its cells fit.

use crate::text::{fields_of, sort};

use super::content::Content;
use super::fields::Field;
use super::grid::{Grid, line};
use super::header::{Extent, OURS};

/// From this score on a column is taken.
const TAKEN: i32 = 60;
/// A column called `Position` gives the title only where none of these surer spellings does.
const BEHIND_TITLES: usize = 8;

/// How sure it is what a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sureness {
    /// Only the cells say so.
    Guess,
    /// Header or cells say so.
    Likely,
    /// Both do, or a person.
    Sure,
}

impl Sureness {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Guess => "guess",
            Self::Likely => "likely",
            Self::Sure => "sure",
        }
    }
}

/// One column.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) header: String,
    pub(super) field: Option<Field>,
    pub(super) sureness: Sureness,
    /// What it is recognised by.
    pub(super) why: String,
    pub(super) content: Content,
}

/// What a person says about columns: a field, and the column that holds it, or that none does.
pub(super) type Maps = [(Field, Option<String>)];

/// The columns of a table.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) all: Vec<Column>,
    /// The columns of each field, the likeliest first.
    of_field: Vec<Vec<usize>>,
    /// Whether the table is from our own export, whose headers need no proof.
    pub(super) is_ours: bool,
}

/// A column that may hold a field.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    column: usize,
    field: Field,
    score: i32,
    rank: usize,
}

impl Columns {
    /// Finds what each column says.
    pub(super) fn find(grid: &Grid, extent: &Extent, maps: &Maps) -> Result<Self, String> {
        let headers = told_apart(grouped(grid, extent.header));
        let is_ours = OURS.iter().any(|own| headers.iter().any(|header| header == own));
        let all: Vec<Column> = headers
            .into_iter()
            .enumerate()
            .map(|(at, header)| Column {
                header,
                field: None,
                sureness: Sureness::Likely,
                why: String::new(),
                content: Content::of(grid, at, extent.first, extent.end),
            })
            .collect();
        let mut columns = Self { all, of_field: Vec::new(), is_ours };
        let by_hand = columns.mapped(maps)?;
        columns.by_header(maps, &by_hand);
        columns.index();
        columns.departments();
        Ok(columns)
    }

    /// Takes what a person says.
    fn mapped(&mut self, maps: &Maps) -> Result<Vec<Field>, String> {
        let mut by_hand = Vec::new();
        for (field, header) in maps {
            let Some(header) = header else { continue };
            let Some(at) = self.all.iter().position(|column| column.header == *header) else { continue };
            if by_hand.contains(field) && !field.is_shared() {
                return Err(format!("`{}` is mapped twice: a field comes from one column", field.name()));
            }
            by_hand.push(*field);
            let column = &mut self.all[at];
            (column.field, column.sureness) = (Some(*field), Sureness::Sure);
            "you say so".clone_into(&mut column.why);
        }
        Ok(by_hand)
    }

    /// Takes what headers say, as far as cells don't contradict.
    fn by_header(&mut self, maps: &Maps, by_hand: &[Field]) {
        let is_barred = |field: Field| {
            by_hand.contains(&field)
                || (by_hand.iter().any(|field| field.is_manager()) && field.is_manager())
                || maps.iter().any(|(other, header)| *other == field && header.is_none())
        };
        let mut candidates: Vec<Candidate> = Vec::new();
        for (at, column) in self.all.iter().enumerate().filter(|(_, column)| column.field.is_none()) {
            let (is_whole, fields) = fields_of(&column.header);
            for (name, rank) in fields {
                let Some(named) = Field::named(name) else { continue };
                let field = settled(named, &column.content);
                let is_behind = named == Field::TitleOrPosition && field == Field::Title;
                let rank = if is_behind { rank.saturating_add(BEHIND_TITLES) } else { rank };
                let fit = if self.is_ours || field == Field::Ignored { 0 } else { fit(field, &column.content) };
                let score = if is_whole { 100 } else { 60 } + fit;
                if score >= TAKEN && !is_barred(field) {
                    candidates.push(Candidate { column: at, field, score, rank });
                }
            }
        }
        // ADP numbers a person's jobs; its positions are no seats.
        let is_adp = |header: &str| ["associate id", "file number"].contains(&crate::text::bare(header).as_str());
        if self.all.iter().any(|column| is_adp(&column.header)) {
            candidates.retain(|candidate| candidate.field != Field::Position);
        }
        sort::by_key(&mut candidates, |one| (std::cmp::Reverse(one.score), one.rank, one.column));
        for Candidate { column: at, field, score, .. } in candidates {
            let is_taken = !field.is_shared()
                && !is_department(field)
                && self.all.iter().any(|column| column.field == Some(field));
            let column = &mut self.all[at];
            if column.field.is_some() || is_taken {
                continue;
            }
            column.field = Some(field);
            (column.sureness, column.why) = match score {
                ..100 => (Sureness::Likely, "header in part".to_owned()),
                100..140 => (Sureness::Sure, "header".to_owned()),
                _ => (Sureness::Sure, "header and cells".to_owned()),
            };
        }
    }

    fn index(&mut self) {
        self.of_field = vec![Vec::new(); Field::Ignored as usize + 1];
        for (at, column) in self.all.iter().enumerate() {
            if let Some(field) = column.field {
                self.of_field[field as usize].push(at);
            }
        }
        // An exact header before one known in part.
        for columns in &mut self.of_field {
            sort::by_key(columns, |&at| (std::cmp::Reverse(self.all[at].sureness), at));
        }
    }

    /// Among several columns that group people, the narrowest is the function: neither constant nor different in each row.
    fn departments(&mut self) {
        let Some(best) = [Field::Department, Field::WideDepartment, Field::CostCentre].into_iter().find_map(|field| {
            let telling = self.of(field).iter().copied().filter(|&at| {
                let content = &self.all[at].content;
                let is_sure = self.all[at].sureness == Sureness::Sure;
                let returns = content.distinct < content.filled || content.filled < 4;
                !content.is_constant() && if is_sure { returns } else { content.distinct * 2 <= content.filled }
            });
            telling.max_by_key(|&at| (self.all[at].sureness, self.all[at].content.distinct, std::cmp::Reverse(at)))
        }) else {
            return self.settle_department(None);
        };
        self.settle_department(Some(best));
    }

    fn settle_department(&mut self, best: Option<usize>) {
        let fields = [Field::Department, Field::WideDepartment, Field::CostCentre];
        let filled = |at: &usize| self.all[*at].content.filled > 0;
        let best = best.or_else(|| fields.iter().find_map(|field| self.of(*field).iter().copied().find(filled)));
        let best = best.or_else(|| fields.iter().find_map(|field| self.of(*field).first().copied()));
        let Some(best) = best else { return };
        for (at, column) in self.all.iter_mut().enumerate() {
            if column.field.is_some_and(is_department) {
                column.field = (at == best).then_some(Field::Department);
            }
        }
        self.index();
    }

    /// The column of a field.
    pub(super) fn at(&self, field: Field) -> Option<usize> {
        self.of(field).first().copied()
    }

    /// All columns of a field.
    pub(super) fn of(&self, field: Field) -> &[usize] {
        self.of_field.get(field as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether a field has a column.
    pub(super) fn has(&self, field: Field) -> bool {
        self.at(field).is_some()
    }

    /// The columns that name who stands above, the surest kind first.
    pub(super) fn managers(&self) -> Vec<usize> {
        let kinds = [Field::ManagerSeat, Field::ManagerPosition, Field::ManagerId, Field::ManagerEmail, Field::Manager];
        let mut managers: Vec<usize> = kinds.iter().flat_map(|field| self.of(*field)).copied().collect();
        if self.has(Field::ManagerLast) {
            managers.extend(self.at(Field::ManagerFirst));
        }
        managers
    }

    /// Gives a column another field, with why.
    pub(super) fn set(&mut self, at: usize, field: Option<Field>, sureness: Sureness, why: &str) {
        let column = &mut self.all[at];
        (column.field, column.sureness) = (field, sureness);
        why.clone_into(&mut column.why);
        self.index();
    }

    /// Puts a column before all others of a field.
    pub(super) fn first(&mut self, at: usize, field: Field) {
        if self.all[at].field.is_none() {
            let why = "the managers' cells point at it";
            self.set(at, Some(field), Sureness::Likely, why);
        }
        let columns = &mut self.of_field[field as usize];
        columns.retain(|&column| column != at);
        columns.insert(0, at);
    }

    /// The headers, for messages.
    pub(super) fn headers(&self) -> String {
        self.all
            .iter()
            .map(|column| column.header.as_str())
            .filter(|header| !header.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// The headers; where one stands twice, those above that group them tell which is which: `Manager`, above `ID` and
/// `Name`.
fn grouped(grid: &Grid, row: usize) -> Vec<String> {
    let mut headers: Vec<String> = grid.cells(row).map(|cell| line(cell).into_owned()).collect();
    let is_repeated =
        |header: &String| !header.is_empty() && headers.iter().filter(|other| *other == header).count() > 1;
    let groups: Vec<&str> = row.checked_sub(1).map(|above| grid.cells(above).collect()).unwrap_or_default();
    if groups.iter().filter(|group| !group.is_empty()).count() < 2 || !headers.iter().any(is_repeated) {
        return headers;
    }
    let repeated: Vec<bool> = headers.iter().map(is_repeated).collect();
    let mut group = "";
    let whole: Vec<Option<String>> = (0..headers.len())
        .map(|at| {
            group = groups.get(at).copied().filter(|group| !group.is_empty()).unwrap_or(group);
            (!group.is_empty()).then(|| format!("{} {}", line(group), headers[at]))
        })
        .collect();
    let is_known = |at: usize| whole[at].as_ref().is_some_and(|whole| fields_of(whole).0);
    // What else stands above a table, such as whose it is and of when, groups nothing.
    if !(0..headers.len()).any(|at| repeated[at] && is_known(at)) {
        return headers;
    }
    let takes: Vec<bool> = (0..headers.len()).map(|at| repeated[at] || is_known(at)).collect();
    for ((header, whole), takes) in headers.iter_mut().zip(whole).zip(takes) {
        if let Some(whole) = whole.filter(|_| takes) {
            *header = whole;
        }
    }
    headers
}

/// Headers that stand twice get a number, so that `--map` can name each.
fn told_apart(headers: Vec<String>) -> Vec<String> {
    let mut met: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    let numbered = headers.into_iter().map(|header| {
        let count = met.entry(header.clone()).or_default();
        *count += 1;
        if *count > 1 && !header.is_empty() { format!("{header} ({count})") } else { header }
    });
    numbered.collect()
}

fn is_department(field: Field) -> bool {
    matches!(field, Field::Department | Field::WideDepartment | Field::CostCentre)
}

/// What a header with two meanings means above these cells.
fn settled(field: Field, content: &Content) -> Field {
    match field {
        Field::NameOrNumber if content.is_code() || content.is_numeric() => Field::Number,
        Field::NameOrNumber => Field::Name,
        Field::TitleOrPosition if content.is_code() || content.is_numeric() => Field::Position,
        Field::TitleOrPosition => Field::Title,
        Field::Status if content.is_flag() && content.distinct <= 2 => Field::Account,
        field => field,
    }
}

/// Whether cells could say what a field says.
pub(super) fn is_fit(field: Field, content: &Content) -> bool {
    fit(field, content) >= 0
}

/// Whether cells fit a field: better, no matter, or not at all.
fn fit(field: Field, content: &Content) -> i32 {
    const FITS: i32 = 40;
    const CONTRADICTS: i32 = -100;
    let unless = |is_wrong: bool| if is_wrong { CONTRADICTS } else { 0 };
    if content.filled == 0 {
        return 0;
    }
    match field {
        Field::Number | Field::Position | Field::Person => {
            if !content.is_whole() || content.is_day() {
                CONTRADICTS
            } else if content.is_distinct() && !content.is_email() {
                FITS
            } else {
                0
            }
        }
        Field::Name | Field::First | Field::Last | Field::Preferred | Field::Title => {
            unless(content.is_email() || content.is_day() || content.is_numeric() || content.is_honorific())
        }
        Field::Email => {
            if content.is_email() {
                FITS
            } else {
                unless(!content.has_emails())
            }
        }
        Field::Manager | Field::ManagerId | Field::ManagerEmail | Field::ManagerPosition => {
            let is_flag = content.is_flag() && content.filled > 1 && !content.is_numeric();
            unless(content.is_day() || is_flag || (content.is_raci() && content.distinct > 1))
        }
        Field::Capacity | Field::Effort => {
            if content.is_share() {
                FITS
            } else {
                unless(!content.is_numeric() && content.filled > 2 && !content.is_nearly_numeric())
            }
        }
        Field::Hours => {
            if content.is_numeric() {
                FITS
            } else {
                unless(!content.is_nearly_numeric())
            }
        }
        Field::Status | Field::Outside => {
            unless(content.is_day() || content.is_email() || (content.distinct > 30 && !content.is_group()))
        }
        Field::Account => unless(content.is_day() || content.is_email()),
        Field::Department | Field::WideDepartment | Field::CostCentre => unless(content.is_email() || content.is_day()),
        Field::Due | Field::VacantSince | Field::LastDay => unless(!content.has_days()),
        _ => 0,
    }
}
