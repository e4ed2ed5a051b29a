//! `duplicate-responsibility`: the same responsibility in two seats.

use compact_str::CompactString;

use crate::model::{Text, repeated};
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
    let held: Vec<&Spanned<Text>> = graph.seats().flat_map(|seat| &seat.claims().responsibilities).collect();
    for (at, first) in repeated(&held, |responsibility| letters(responsibility.value.as_str())) {
        let (responsibility, place) = (held[at], held[first]);
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
