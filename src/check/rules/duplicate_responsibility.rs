//! `duplicate-responsibility`: the same responsibility in two seats.

use std::collections::HashMap;

use compact_str::CompactString;

use crate::graph::SeatView;
use crate::text::Span;

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
    let mut first: HashMap<CompactString, (SeatView<'_>, Span)> = HashMap::new();
    for seat in context.graph.seats() {
        for responsibility in &seat.claims().responsibilities {
            let folded = letters(responsibility.value.as_str());
            let Some((other, place)) = first.get(&folded) else {
                first.insert(folded, (seat, responsibility.span));
                continue;
            };
            let whose = if *other == seat { "twice".to_owned() } else { format!("and so does `{}`", other.id()) };
            findings
                .at(responsibility.span, format!("`{}` answers for \"{}\", {whose}", seat.id(), responsibility.value))
                .help("let one seat answer for it, or say what is each seat's part")
                .other(*place, "also here")
                .on(seat)
                .on(*other);
        }
    }
}

/// The letters and digits of a text: case, space and punctuation make no other responsibility. A text
/// without any stays as it is.
fn letters(text: &str) -> CompactString {
    let letters: CompactString = if text.is_ascii() {
        text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
    } else {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    if letters.is_empty() { text.into() } else { letters }
}
