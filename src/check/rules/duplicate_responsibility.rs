//! `duplicate-responsibility`: the same responsibility in two seats.

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
    for (at, first) in repeated(all.count, |at| Some(letters(all.get(at).value.as_str()))) {
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
    /// Where in the row those of each seat begin.
    starts: Vec<usize>,
    count: usize,
}

impl<'c> All<'c> {
    fn of(chart: &'c Chart) -> Self {
        let seats = chart.seats.entries.as_slice();
        let mut count = 0;
        let mut starts = Vec::with_capacity(seats.len());
        for seat in seats {
            starts.push(count);
            count += seat.responsibilities.len();
        }
        Self { seats, starts, count }
    }

    fn get(&self, at: usize) -> &'c Spanned<Text> {
        let seat = self.starts.partition_point(|&start| start <= at) - 1;
        &self.seats[seat].responsibilities[at - self.starts[seat]]
    }
}

/// The letters and digits of a text: case, space and punctuation make no other responsibility. A text
/// without any stays as it is.
pub(crate) fn letters(text: &str) -> CompactString {
    let letters: CompactString = if text.is_ascii() {
        text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
    } else {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    if letters.is_empty() { text.into() } else { letters }
}
