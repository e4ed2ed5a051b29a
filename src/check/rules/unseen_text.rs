//! `unseen-text`: a title, name or id of which nothing can be seen, or that hides letters.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId, Subject};
use crate::model::Noun;
use crate::text::{Span, Unseen, unseen};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("unseen-text"),
    summary: "a title, name or id of which nothing can be seen, or that hides letters",
    pillar: Pillar::Reading,
    level: Level::Error,
    since: "0.2.0",
    docs: include_str!("unseen_text.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let chart = context.chart();
    if let Some(name) = chart.organization.spanned() {
        tell("organization", name.value.as_str(), name.span, None, findings);
    }
    macro_rules! entries {
        ($($table:ident, $noun:expr, $name:ident;)*) => {$(
            for entry in &chart.$table.entries {
                let id = entry.id.value.as_str();
                tell("id", id, entry.id.span, Some(($noun, id)), findings);
                if let Some(text) = entry.$name.spanned() {
                    tell(stringify!($name), text.value.as_str(), text.span, Some(($noun, id)), findings);
                }
            }
        )*};
    }
    entries! {
        people, Noun::Person, name;
        seats, Noun::Seat, title;
        priorities, Noun::Priority, title;
        metrics, Noun::Metric, title;
    }
}

fn tell(key: &'static str, text: &str, span: Span, entry: Option<(Noun, &str)>, findings: &mut Findings<'_>) {
    let Some(unseen) = unseen(text) else { return };
    let (message, help) = match unseen {
        Unseen::All(first) => (
            format!("nothing of the {key} can be seen: it begins with U+{:04X}", u32::from(first)),
            "write letters that a reader can see",
        ),
        Unseen::Tag(tag) => (
            format!("the {key} hides letters that only machines read, such as U+{:04X}", u32::from(tag)),
            "remove them: type the text anew instead of pasting it",
        ),
    };
    let finding = findings.at(span, message).help(help).detail(key);
    match entry {
        Some((kind, id)) => drop(finding.on(Subject::new(kind, id))),
        None => drop(finding),
    }
}
