//! Days and numbers as the world writes them.

use crate::model::Date;
use crate::text::month;

/// What comes first in `03/04/2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// The day.
    DayFirst,
    /// The month.
    MonthFirst,
}

/// Whether a cell is written as a day.
pub(super) fn looks_like_day(cell: &str) -> bool {
    parts(cell).is_some()
}

/// A day, where it can be told; `order` decides what only the column or the file can.
pub(super) fn day(cell: &str, order: Option<DayOrder>) -> Option<Date> {
    let (year, month, day) = match parts(cell)? {
        Parts::Sure(parts) => parts,
        Parts::Slashes(one, other, year) => match order? {
            DayOrder::DayFirst => (year, other, one),
            DayOrder::MonthFirst => (year, one, other),
        },
    };
    Date::parse(&format!("{year:04}-{month:02}-{day:02}")).ok()
}

/// Which order the cells of a column leave open or prove: a part above twelve is a day.
pub(super) fn order_of<'c>(cells: impl Iterator<Item = &'c str>) -> (usize, usize, usize) {
    let (mut day_first, mut month_first, mut open) = (0, 0, 0);
    for cell in cells {
        if let Some(Parts::Slashes(one, other, _)) = parts(cell) {
            match (one > 12, other > 12) {
                (true, false) => day_first += 1,
                (false, true) => month_first += 1,
                _ if one == other => {}
                _ => open += 1,
            }
        }
    }
    (day_first, month_first, open)
}

#[derive(Clone, Copy)]
enum Parts {
    /// Year, month and day.
    Sure((u16, u8, u8)),
    /// Two numbers in some order, and the year.
    Slashes(u8, u8, u16),
}

fn parts(cell: &str) -> Option<Parts> {
    let cell = cell.trim();
    if cell.len() > 40 || !cell.chars().any(|letter| letter.is_ascii_digit()) {
        return None;
    }
    // A clock time after the day says nothing about it.
    let cell = match cell.split_once(['T', ' ']) {
        Some((day, time))
            if time.contains(':') && day.chars().any(|letter| letter.is_ascii_digit()) && day.len() > 5 =>
        {
            day
        }
        _ => cell,
    };
    let pieces: Vec<&str> = cell.split(['-', '/', '.', ' ', ',']).filter(|piece| !piece.is_empty()).collect();
    let number =
        |text: &str| text.parse::<u16>().ok().filter(|_| text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit()));
    let small =
        |text: &str| number(text).and_then(|value| u8::try_from(value).ok()).filter(|value| (1..=31).contains(value));
    let year = |text: &str| match text.len() {
        4 => number(text),
        2 => number(text).map(|value| 2000 + value),
        _ => None,
    };
    match pieces.as_slice() {
        [y, m, d] if y.len() == 4 && number(y).is_some() => Some(Parts::Sure((number(y)?, small(m)?, small(d)?))),
        [d, m, y] if cell.contains('.') && small(m).is_some() => {
            Some(Parts::Sure((year(y)?, small(m).filter(|m| *m <= 12)?, small(d)?)))
        }
        [d, m, y] if small(m).is_some() && small(d).is_some() => Some(Parts::Slashes(small(d)?, small(m)?, year(y)?)),
        // 01-Mar-2015, 1 März 2015, Mar 1, 2015; `de` stands between in Spanish.
        [a, b, y] if year(y).is_some() => match (small(a), small(b)) {
            (Some(day), None) => Some(Parts::Sure((year(y)?, month(b)?, day))),
            (None, Some(day)) => Some(Parts::Sure((year(y)?, month(a)?, day))),
            _ => None,
        },
        [d, "de", m, "de", y] => Some(Parts::Sure((year(y)?, month(m)?, small(d)?))),
        _ => None,
    }
}

/// What a number in a cell means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// A number, written with a point and without marks between thousands.
    Is(String),
    /// `1.180`: a thousand or a fraction.
    Unclear,
}

/// A number as people write it; `has_comma` where a comma stands before decimals.
pub(super) fn number(cell: &str, has_comma: bool) -> Option<Number> {
    let cell: String = cell
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}' | '\''))
        .collect();
    let (sign, digits) = cell.strip_prefix('-').map_or(("", cell.as_str()), |digits| ("-", digits));
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')) {
        return None;
    }
    let is = |whole: &str, fraction: &str| {
        let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let whole = if whole.is_empty() { "0" } else { whole.as_str() };
        Some(Number::Is(if fraction.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{fraction}")
        }))
    };
    let groups = |text: &str, mark: char| {
        let mut parts = text.split(mark);
        let first = parts.next().unwrap_or("");
        !first.is_empty() && first.len() <= 3 && parts.all(|part| part.len() == 3)
    };
    match (digits.matches('.').count(), digits.matches(',').count()) {
        (0, 0) => is(digits, ""),
        // Both: the later one stands before decimals.
        (dots, commas) if dots > 0 && commas > 0 => {
            let mark = if digits.rfind('.') > digits.rfind(',') { '.' } else { ',' };
            let other = if mark == '.' { ',' } else { '.' };
            let (whole, fraction) = digits.rsplit_once(mark)?;
            (!whole.contains(mark) && groups(whole, other)).then(|| is(whole, fraction))?
        }
        (0, 1) => {
            let (whole, fraction) = digits.split_once(',')?;
            if has_comma || fraction.len() != 3 { is(whole, fraction) } else { is(&format!("{whole}{fraction}"), "") }
        }
        (1, 0) => {
            let (whole, fraction) = digits.split_once('.')?;
            if fraction.len() == 3 && whole != "0" { Some(Number::Unclear) } else { is(whole, fraction) }
        }
        (0, _) => groups(digits, ',').then(|| is(digits, ""))?,
        (_, _) => groups(digits, '.').then(|| is(digits, ""))?,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_world_are_read() {
        for (text, expected) in [
            ("2026-10-06", "2026-10-06"),
            ("2026-10-06T08:00:00Z", "2026-10-06"),
            ("2026/09/30 08:00:00", "2026-09-30"),
            ("31.12.2026", "2026-12-31"),
            ("1.2.26", "2026-02-01"),
            ("01-Mar-2015", "2015-03-01"),
            ("1. März 2015", "2015-03-01"),
            ("Mar 1, 2015", "2015-03-01"),
            ("3 de marzo de 2026", "2026-03-03"),
            ("15 août 2026", "2026-08-15"),
        ] {
            assert_eq!(day(text, None).expect(text).to_string(), expected, "{text}");
        }
        assert_eq!(day("03/04/2026", None), None);
        assert_eq!(day("03/04/2026", Some(DayOrder::DayFirst)).expect("a day").to_string(), "2026-04-03");
        assert_eq!(day("03/04/2026", Some(DayOrder::MonthFirst)).expect("a day").to_string(), "2026-03-04");
        assert_eq!(day("13/14/2026", Some(DayOrder::MonthFirst)), None);
        for text in ["P-110", "soon", "1042", "Ana Ruiz 2", "3.5", "O-6066"] {
            assert_eq!(day(text, Some(DayOrder::DayFirst)), None, "{text}");
        }
        assert_eq!(
            order_of(["31/12/2026", "01/02/2026", "12/31/2026", "2026-01-01", "5/5/2026"].into_iter()),
            (1, 1, 1)
        );
    }

    #[test]
    fn numbers_of_the_world_are_read() {
        let is = |text: &str| Some(Number::Is(text.to_owned()));
        for (text, has_comma, expected) in [
            ("40,00", true, is("40.00")),
            ("0.8", false, is("0.8")),
            ("1,180", false, is("1180")),
            ("1.180", true, Some(Number::Unclear)),
            ("1.180", false, Some(Number::Unclear)),
            ("0.875", true, is("0.875")),
            ("1.234,5", true, is("1234.5")),
            ("1,234.5", false, is("1234.5")),
            ("1 234 567", false, is("1234567")),
            ("250'000", false, is("250000")),
            ("1.234.567", true, is("1234567")),
            ("-3", false, is("-3")),
            ("lots", false, None),
            ("1.2.3", false, None),
        ] {
            assert_eq!(number(text, has_comma), expected, "{text}");
        }
    }
}
