//! `duplicate-responsibility`: the same responsibility in two seats.

use std::hash::{Hash, Hasher};

use compact_str::CompactString;

use crate::model::{Chart, Seat, Text, repeated};
use crate::text::Spanned;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("duplicate-responsibility"),
    summary: "the same responsibility in two seats",
    pillar: Pillar::Structure,
    level: Level::Warning,
    docs: include_str!("duplicate_responsibility.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let graph = context.graph;
    let all = All::of(graph.chart());
    for (at, first) in repeated(all.seat_of.len(), |at| Some(ByLetters(all.get(at).value.as_str()))) {
        let (responsibility, place) = (all.get(at), all.get(first));
        let (Some(seat), Some(other)) =
            (graph.seat_answering_at(responsibility.span), graph.seat_answering_at(place.span))
        else {
            continue;
        };
        let whose = if other == seat { "twice".to_owned() } else { format!("and so does `{}`", other.id()) };
        findings
            .at(responsibility.span, format!("`{}` answers for \"{}\", {whose}", seat.id(), responsibility.value))
            .help("let one seat answer for it, or say what is each seat's part")
            .other(place.span, "also here")
            .on(seat)
            .on(other);
    }
}

/// The responsibilities of all seats in one row, without a list of them.
struct All<'c> {
    seats: &'c [Box<Seat>],
    /// The seat of each, and where among all those of a seat begin.
    seat_of: Vec<u32>,
    starts: Vec<u32>,
}

impl<'c> All<'c> {
    fn of(chart: &'c Chart) -> Self {
        let seats = chart.seats.entries.as_slice();
        let mut all = Self { seats, seat_of: Vec::new(), starts: Vec::with_capacity(seats.len()) };
        for (seat, place) in seats.iter().zip(0..) {
            all.starts.push(u32::try_from(all.seat_of.len()).expect("what 4 GiB hold is counted in 32 bits"));
            all.seat_of.extend(seat.responsibilities.iter().map(|_| place));
        }
        all
    }

    fn get(&self, at: usize) -> &'c Spanned<Text> {
        let seat = self.seat_of[at] as usize;
        &self.seats[seat].responsibilities[at - self.starts[seat] as usize]
    }
}

/// The letters and digits of a text: case, space and punctuation make no other responsibility. A text
/// without any stays as it is.
pub(crate) fn letters(text: &str) -> CompactString {
    let mut letters = String::with_capacity(text.len());
    each_letter(text, |letter| letters.push(letter));
    if letters.is_empty() { text.into() } else { letters.into() }
}

fn each_letter(text: &str, mut take: impl FnMut(char)) {
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            take(c.to_ascii_lowercase());
        } else if !c.is_ascii() && c.is_alphanumeric() {
            c.to_lowercase().for_each(&mut take);
        }
    }
}

/// A text that is known by its letters, which are only written down where two may be the same.
struct ByLetters<'t>(&'t str);

impl PartialEq for ByLetters<'_> {
    fn eq(&self, other: &Self) -> bool {
        letters(self.0) == letters(other.0)
    }
}

impl Eq for ByLetters<'_> {}

impl Hash for ByLetters<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        const ROOM: usize = 64;
        let mut bytes = [0; ROOM];
        let mut filled = 0;
        each_letter(self.0, |letter| {
            if filled + letter.len_utf8() > ROOM {
                state.write(&bytes[..filled]);
                filled = 0;
            }
            filled += letter.encode_utf8(&mut bytes[filled..]).len();
        });
        state.write(&bytes[..filled]);
    }
}
