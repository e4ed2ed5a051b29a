//! `duplicate-responsibility`: the same responsibility in two seats.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use compact_str::CompactString;

use crate::graph::SeatView;
use crate::model::Text;
use crate::text::{Span, Spanned};

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
    // Sorted by hashes, equal ones come together: a fraction of the room of a map of texts.
    let mut all: Vec<(u64, usize, SeatView<'_>, &Spanned<Text>)> = Vec::new();
    for seat in context.graph.seats() {
        for responsibility in &seat.claims().responsibilities {
            all.push((hash(&letters(responsibility.value.as_str())), all.len(), seat, responsibility));
        }
    }
    all.sort_unstable_by_key(|(hash, place, ..)| (*hash, *place));
    for equal in all.chunk_by(|one, next| one.0 == next.0).filter(|equal| equal.len() > 1) {
        report(equal, findings);
    }
}

/// Reports all but the first of some that have one hash, as far as they are the same.
fn report(equal: &[(u64, usize, SeatView<'_>, &Spanned<Text>)], findings: &mut Findings<'_>) {
    let mut first: HashMap<CompactString, (SeatView<'_>, Span)> = HashMap::new();
    for (_, _, seat, responsibility) in equal {
        let folded = letters(responsibility.value.as_str());
        let Some((other, place)) = first.get(&folded) else {
            first.insert(folded, (*seat, responsibility.span));
            continue;
        };
        let whose = if other == seat { "twice".to_owned() } else { format!("and so does `{}`", other.id()) };
        findings
            .at(responsibility.span, format!("`{}` answers for \"{}\", {whose}", seat.id(), responsibility.value))
            .help("let one seat answer for it, or say what is each seat's part")
            .other(*place, "also here")
            .on(*seat)
            .on(*other);
    }
}

fn hash(letters: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    letters.hash(&mut hasher);
    hasher.finish()
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
