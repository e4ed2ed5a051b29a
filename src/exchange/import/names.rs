//! Names: put together from their columns, turned round, freed of remarks, and taken apart where a cell holds several.

use std::borrow::Cow;

use crate::text::{Word, first_word_of, is_word};

use super::columns::Columns;
use super::fields::Field;
use super::grid::Grid;
use super::header::Extent;

/// Which columns make a name.
#[derive(Clone, Debug, Default)]
pub(super) struct NameShape {
    /// A column of whole names.
    whole: Option<usize>,
    first: Option<usize>,
    last: Vec<usize>,
    preferred: Option<usize>,
    /// Columns of other forms of the name, by which managers' cells may know it.
    others: Vec<usize>,
    /// Whether whole names stand as `Last, First`.
    is_turned: bool,
    /// What is to be reported about it.
    pub(super) told: Option<String>,
}

impl NameShape {
    /// Settles which column holds which part of a name.
    pub(super) fn of(grid: &Grid, extent: &Extent, columns: &Columns) -> Self {
        let header = |at: usize| columns.all[at].header.clone();
        let mut shape = Self { preferred: columns.at(Field::Preferred), ..Self::default() };
        let (name, first, last) = (columns.at(Field::Name), columns.at(Field::First), columns.at(Field::Last));
        let second = columns.at(Field::SecondLast);
        let holds = |whole: usize, half: usize| {
            let rows = (extent.first..extent.end).take(200);
            let (all, holding) = rows.fold((0, 0), |(all, holding), row| {
                let (whole, half) = (grid.raw(row, whole), grid.raw(row, half));
                if whole.is_empty() || half.is_empty() {
                    return (all, holding);
                }
                (all + 1, holding + usize::from(whole.contains(half) && whole.len() > half.len()))
            });
            all > 0 && holding * 2 >= all
        };
        match (name, first, last) {
            (whole, Some(first), Some(last)) => {
                (shape.first, shape.last) = (Some(first), vec![last]);
                shape.others.extend(whole);
            }
            (Some(name), Some(half), None) | (Some(name), None, Some(half)) if !holds(name, half) => {
                let is_first = first.is_none();
                (shape.first, shape.last) = if is_first { (Some(name), vec![half]) } else { (Some(half), vec![name]) };
                shape.told = Some(format!("`{}` and `{}` are halves: joined", header(name), header(half)));
            }
            (Some(name), ..) => shape.whole = Some(name),
            (None, Some(half), None) | (None, None, Some(half)) => {
                shape.whole = Some(half);
                if columns.all[half].content.is_whole() {
                    shape.told = Some(format!(
                        "`{0}` is taken for the whole name, for no column seems to hold the other half: if one does, \
                         `--map {1}=COLUMN`",
                        header(half),
                        if first.is_some() { Field::Last.name() } else { Field::First.name() }
                    ));
                }
            }
            (None, None, None) => shape.whole = shape.preferred.take(),
        }
        if !shape.last.is_empty() {
            shape.last.extend(second);
        }
        shape.others.extend(columns.of(Field::OtherName));
        if let Some(whole) = shape.whole {
            shape.is_turned = is_turned(grid, extent, whole);
        }
        shape
    }

    /// Whether any column holds names.
    pub(super) fn is_there(&self) -> bool {
        self.whole.is_some() || self.first.is_some()
    }

    /// Whether cells may hold names of several people: those of halves and turned ones don't.
    pub(super) fn may_hold_several(&self) -> bool {
        self.whole.is_some() && !self.is_turned
    }

    /// Whether a column is part of it.
    pub(super) fn uses(&self, column: usize) -> bool {
        self.whole == Some(column)
            || self.first == Some(column)
            || self.last.contains(&column)
            || self.preferred == Some(column)
            || self.others.contains(&column)
    }

    /// The full name in a row; nothing where the cells are blank.
    pub(super) fn name<'g>(&self, grid: &'g Grid, row: usize) -> Cow<'g, str> {
        let preferred = self.preferred.map(|at| grid.line(row, at)).filter(|name| !name.is_empty());
        if let Some(whole) = self.whole {
            if let Some(preferred) = &preferred
                && preferred.contains(' ')
                && !preferred.contains(',')
            {
                return preferred.clone();
            }
            let name = grid.line(row, whole);
            // `Nell` beside `Eleanor Grey` is Nell Grey.
            if let (Some(preferred), Some((_, rest))) = (&preferred, name.split_once(' '))
                && !self.is_turned
                && !preferred.contains(' ')
            {
                return Cow::Owned(joined(preferred, rest));
            }
            return if self.is_turned { turned(&name).map_or(name, Cow::Owned) } else { name };
        }
        let Some(first) = self.first else { return Cow::Borrowed("") };
        let last = self.last.iter().map(|&at| grid.line(row, at)).filter(|half| !half.is_empty());
        let last = last.collect::<Vec<_>>().join(" ");
        if let Some(preferred) = preferred {
            let has_last = !last.is_empty() && preferred.to_lowercase().contains(&last.to_lowercase());
            if has_last && !preferred.contains(',') {
                return preferred;
            }
            if !preferred.contains(' ') {
                return Cow::Owned(joined(&preferred, &last));
            }
        }
        Cow::Owned(joined(&grid.line(row, first), &last))
    }

    /// Other forms of the name in a row.
    pub(super) fn other_names(&self, grid: &Grid, row: usize) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        if self.preferred.is_some() {
            let plain = Self { preferred: None, ..self.clone() };
            names.push(plain.name(grid, row).into_owned());
        }
        // The first of several given names, or of two family names, may stand for all.
        if let (Some(first), [last, more @ ..]) = (self.first, self.last.as_slice()) {
            let (given, last) = (grid.line(row, first), grid.line(row, *last));
            if let Some((given, _)) = given.split_once(' ') {
                names.push(joined(given, &last));
            }
            if !more.is_empty() {
                names.push(joined(&given, &last));
            }
        }
        let others = self.others.iter().chain(&self.preferred).map(|&at| grid.line(row, at).into_owned());
        names.extend(others.map(|name| turned(&name).unwrap_or(name)));
        names.retain(|name| name.contains(' '));
        names
    }

    /// Whether there are other forms at all.
    pub(super) fn has_others(&self) -> bool {
        self.preferred.is_some() || !self.others.is_empty() || self.first.is_some()
    }
}

fn joined(first: &str, last: &str) -> String {
    // In East Asia the family name comes first.
    let [one, other] = if is_east_asian(first) && is_east_asian(last) { [last, first] } else { [first, last] };
    format!("{one} {other}").trim().to_owned()
}

/// Whether a name is written in Chinese, Japanese or Korean letters.
pub(super) fn is_east_asian(name: &str) -> bool {
    name.starts_with(
        |letter| matches!(letter, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'),
    )
}

/// Whether four of five names stand as `Last, First`.
fn is_turned(grid: &Grid, extent: &Extent, column: usize) -> bool {
    let cells = (extent.first..extent.end).take(500).map(|row| grid.raw(row, column)).filter(|cell| !cell.is_empty());
    let (all, with_comma) = cells.fold((0, 0), |(all, turned_so_far), cell| {
        // A vacancy says nothing of the order.
        if is_word(Word::Vacant, cell) || is_word(Word::Withheld, cell) {
            return (all, turned_so_far);
        }
        (all + 1, turned_so_far + usize::from(turned(cell).is_some()))
    });
    all > 0 && with_comma * 5 >= all * 4
}

/// `Last, First` as `First Last`; some words after a comma are not a first name.
pub(super) fn turned(name: &str) -> Option<String> {
    let (last, first) = name.split_once(',')?;
    let (last, first) = (last.trim(), first.trim());
    let is_suffix = |text: &str| {
        let text = text.trim_end_matches('.').to_lowercase();
        ["jr", "sr", "ii", "iii", "iv", "phd", "md", "gmbh", "ltd", "inc", "llc", "sa", "ag", "mba", "cpa"]
            .contains(&text.as_str())
    };
    // `Smith, John, Jr.` keeps its suffix last.
    let (first, suffix) = match first.split_once(',') {
        Some((first, suffix)) if is_suffix(suffix.trim()) => (first.trim(), Some(suffix.trim())),
        Some(_) => return None,
        None => (first, None),
    };
    if last.is_empty() || first.is_empty() || is_suffix(first) {
        return None;
    }
    // `Larsen, Kim (On Leave)`: the remark stays after the name.
    let mut given = first;
    while let Some((before, _)) = last_remark(given) {
        given = before;
    }
    let name =
        [format!("{given} {last}"), suffix.unwrap_or_default().to_owned(), first[given.len()..].trim().to_owned()];
    Some(name.join(" ").split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What a remark after a name says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Remark {
    pub(super) gone: Option<String>,
    pub(super) away: Option<String>,
    pub(super) outside: bool,
}

/// A name without remarks that are known: that somebody has left, is on leave or from outside, or a number. Others are
/// part of the name, and tell two people apart.
pub(super) fn without_remarks(name: &str) -> (&str, Remark) {
    let mut remark = Remark::default();
    let mut rest = name;
    while let Some((before, inner)) = last_remark(rest) {
        match first_word_of(&[Word::Gone, Word::Away, Word::Outside], inner) {
            Some(Word::Gone) => remark.gone = Some(inner.to_owned()),
            Some(Word::Away) => remark.away = Some(inner.to_owned()),
            Some(_) => remark.outside = true,
            None if is_number(inner) => {}
            None => break,
        }
        rest = before;
    }
    (rest, remark)
}

/// What comes before the last bracket, and in it.
pub(super) fn last_remark(name: &str) -> Option<(&str, &str)> {
    let name = name.trim_end();
    let open = match name.chars().last()? {
        ')' => '(',
        ']' => '[',
        _ => return None,
    };
    let at = name.rfind(open)?;
    let before = name[..at].trim_end();
    (!before.is_empty()).then(|| (before, name[at + 1..name.len() - 1].trim()))
}

/// Whether a remark is a number of some system.
fn is_number(text: &str) -> bool {
    text.chars().any(|letter| letter.is_ascii_digit()) && !text.contains(' ')
}

/// What may stand between people in one cell.
const BETWEEN: [&str; 10] = [";", "|", " / ", " & ", " + ", " and ", " und ", " et ", " y ", "\n"];

/// The people in a cell, where it holds several: `is_known` tells of a part whether it is somebody elsewhere.
pub(super) fn several<'n>(cell: &'n str, is_known: &dyn Fn(&str) -> bool) -> Option<Vec<&'n str>> {
    let has_words = |part: &str| part.split_whitespace().count() > 1;
    for between in BETWEEN {
        if cell.contains(between) {
            let parts: Vec<&str> = cell.split(between).map(str::trim).filter(|part| !part.is_empty()).collect();
            let is_sure = matches!(between, "\n" | ";" | "|");
            if parts.len() > 1 && parts.iter().all(|part| has_words(part) || is_known(part) || is_sure) {
                return Some(parts);
            }
        }
    }
    if cell.contains(',') {
        let parts: Vec<&str> = cell.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.len() > 1 && parts.iter().all(|part| has_words(part)) {
            return Some(parts);
        }
    }
    None
}

/// Whether anything stands in a cell that could part people.
pub(super) fn may_be_several(cell: &str) -> bool {
    let has_word = || BETWEEN.iter().any(|between| cell.contains(between));
    cell.contains(',') || (cell.contains([' ', ';', '|', '\n']) && has_word())
}

/// Whether a cell may hold several people and can't be taken apart.
pub(super) fn seems_several(cell: &str) -> bool {
    BETWEEN[2..9].iter().any(|between| cell.contains(between))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_turned_round_but_suffixes_stay() {
        let turned = |name| super::turned(name);
        assert_eq!(turned("Ruiz, Ana"), Some("Ana Ruiz".to_owned()));
        assert_eq!(turned("Smith, John, Jr."), Some("John Smith Jr.".to_owned()));
        assert_eq!(turned("Larsen, Kim (On Leave) [C]"), Some("Kim Larsen (On Leave) [C]".to_owned()));
        for name in ["Ana Ruiz", "John Smith, Jr.", "Lamps, Ltd", "a, b, c", ", Ana"] {
            assert_eq!(turned(name), None, "{name}");
        }
    }

    #[test]
    fn remarks_are_read_and_others_kept() {
        assert_eq!(without_remarks("Kim Larsen (On Leave)").0, "Kim Larsen");
        assert!(without_remarks("Kim Larsen (On Leave)").1.away.is_some());
        assert!(without_remarks("Mo Diaz (Terminated)").1.gone.is_some());
        assert_eq!(without_remarks("Sol Lee [C]"), ("Sol Lee", Remark { outside: true, ..Remark::default() }));
        assert_eq!(without_remarks("Ana Ruiz (1042)").0, "Ana Ruiz");
        assert_eq!(without_remarks("Kim (Oslo)").0, "Kim (Oslo)");
    }

    #[test]
    fn cells_of_several_people_are_taken_apart() {
        let known = |part: &str| part == "Mo" || part == "Ida";
        let several = |cell| super::several(cell, &known);
        assert_eq!(several("Mo Diaz & Ida Berg"), Some(vec!["Mo Diaz", "Ida Berg"]));
        assert_eq!(several("Ana Ruiz, Bea Noe"), Some(vec!["Ana Ruiz", "Bea Noe"]));
        assert_eq!(several("Mo and Ida"), Some(vec!["Mo", "Ida"]));
        assert_eq!(several("Ana Ruiz\nBea Noe"), Some(vec!["Ana Ruiz", "Bea Noe"]));
        for cell in ["Sales & Marketing", "Ruiz, Ana", "Ana Ruiz", "Lamps and Sons"] {
            assert_eq!(several(cell), None, "{cell}");
        }
    }
}
