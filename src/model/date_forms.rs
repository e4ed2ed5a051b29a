//! Days and quarters, read; and as the world writes them: none of these is read, so that nobody has to guess, but each is
//! told how it is written here.

use jiff::civil;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Date, DayMeant, Refused, Revision};

/// How months begin, without accents: English, German, French and Spanish.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene"],
    &["feb", "fev"],
    &["mar"],
    &["apr", "avr", "abr"],
    &["may", "mai", "mayo"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "aout", "ago"],
    &["sep"],
    &["oct", "okt"],
    &["nov"],
    &["dec", "dez", "dic"],
];

/// A part of a date: a number with the count of its digits, or the number of a month by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Number(i16, usize),
    Month(i16),
}

impl Date {
    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// Says what to write instead.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        Self::read(text).ok_or_else(|| Refused::Date { found: text.to_owned(), meant: Self::meant(text) })
    }

    /// Which day was meant.
    fn meant(text: &str) -> DayMeant {
        let period = || Revision::read(text).or_else(|| period(text)).or_else(|| month(text));
        match (days(text).as_slice(), period()) {
            ([day], _) => DayMeant::Day(*day),
            ([first, .., last], _) => DayMeant::Either(*first, *last),
            ([], Some(period)) => DayMeant::Within(period),
            ([], None) if is_shaped(text) => DayMeant::NoSuchDay,
            ([], None) => DayMeant::Unclear,
        }
    }
}

impl Revision {
    /// Reads `2026-Q4`, `2026-10` or `2026-10-06`.
    ///
    /// # Errors
    /// Says what to write instead.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        Self::read(text).ok_or_else(|| {
            let day = || days(text).first().map(|day| Self::of_day(*day));
            Refused::Revision { found: text.to_owned(), meant: period(text).or_else(|| month(text)).or_else(day) }
        })
    }
}

/// Whether a text has the form of a day.
fn is_shaped(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .zip(0..)
            .all(|(byte, at)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() })
}

/// The days that a text may mean, in the order of how likely they are.
fn days(text: &str) -> Vec<Date> {
    let day = |year, month, day| civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    let Some(parts) = parts(text) else { return Vec::new() };
    let meant: Vec<Option<civil::Date>> = match *parts.as_slice() {
        // 03/04/2026: where a stroke stands, an American may have meant the month first.
        [Part::Number(one, 1 | 2), Part::Number(other, 1 | 2), Part::Number(year, 4)] if text.contains('/') => {
            vec![day(year, other, one), day(year, one, other)]
        }
        [Part::Number(year, 4), Part::Number(month, _) | Part::Month(month), Part::Number(of, _)]
        | [Part::Number(of, 1 | 2), Part::Number(month, 1 | 2) | Part::Month(month), Part::Number(year, 4)]
        | [Part::Month(month), Part::Number(of, 1 | 2), Part::Number(year, 4)] => vec![day(year, month, of)],
        [Part::Number(_, 8)] => {
            let number = |from: usize, to: usize| text.trim().get(from..to).and_then(|digits| digits.parse().ok());
            let read = || day(number(0, 4)?, number(4, 6)?, number(6, 8)?);
            vec![read()]
        }
        _ => Vec::new(),
    };
    let mut meant: Vec<Date> = meant.into_iter().flatten().map(Date::from).collect();
    meant.dedup();
    meant
}

/// The quarter or month that a text means.
fn period(text: &str) -> Option<Revision> {
    let folded = folded(text);
    let of = |year: i16, period: String| Revision::read(&format!("{year:04}-{period}"));
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let numbers = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.parse::<i16>().ok())?;
    // Q4 2026, 2026Q4, 4Q2026, Q4/26, FY2026 Q4, 4. Quartal 2026, T4 2026.
    let bare = ["quartal", "quarter", "trimestre"].iter().fold(words.concat(), |text, word| text.replace(word, "q"));
    let bare = bare.replace("fy", "");
    let year = |digits: &str| match (digits.len(), numbers(digits)) {
        (4, Some(year)) => Some(year),
        (2, Some(year)) => Some(2000 + year),
        _ => None,
    };
    let at = bare.find(['q', 't'])?;
    let (before, after) = (&bare[..at], &bare[at + 1..]);
    let quarter = |digit: &str| matches!(digit, "1" | "2" | "3" | "4").then(|| format!("Q{digit}"));
    match (before.len(), after.len()) {
        (0, 3 | 5) => of(year(&after[1..])?, quarter(after.get(..1)?)?),
        (1, 2 | 4) => of(year(after)?, quarter(before)?),
        (2 | 4, 1) => of(year(before)?, quarter(after)?),
        _ => None,
    }
}

/// The month that a text means.
fn month(text: &str) -> Option<Revision> {
    let (Part::Number(year, 4), Part::Month(month) | Part::Number(month, 1 | 2)) = pair(&parts(text)?)? else {
        return None;
    };
    Revision::read(&format!("{year:04}-{month:02}"))
}

/// Two parts, the year first.
fn pair(parts: &[Part]) -> Option<(Part, Part)> {
    match *parts {
        [year @ Part::Number(_, 4), month] | [month, year @ Part::Number(_, 4)] => Some((year, month)),
        _ => None,
    }
}

/// The numbers and names of months in a text; `None` where it holds anything else.
fn parts(text: &str) -> Option<Vec<Part>> {
    // What follows is the time of the day.
    let text = text.split(['T', 't']).next().filter(|day| day.len() == 10).unwrap_or(text);
    let folded = folded(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "de");
    let part = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let is_ordinal = matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th" | "er");
        if !digits.is_empty() && is_ordinal && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            // Of eight digits, a day written as one number, only their count matters.
            let number = if digits.len() == 8 { 0 } else { digits.parse().ok()? };
            return Some(Part::Number(number, digits.len()));
        }
        let month = MONTHS.iter().zip(1..).find(|(names, _)| names.iter().any(|name| word.starts_with(name)))?;
        Some(Part::Month(month.1))
    };
    words.map(part).collect()
}

/// Lower case, without accents.
fn folded(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}
