//! `unseen-text`: a text or id that shows nothing, or that hides letters.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId, Subject};
use crate::model::{Claims, Noun, Text, Waiver};
use crate::phrase::{code_point, say};
use crate::text::{Span, Spanned, Unseen, unseen};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("unseen-text"),
    summary: "a text or id that shows nothing, or that hides letters",
    pillar: Pillar::Reading,
    level: Level::Error,
    since: "0.2.0",
    docs: include_str!("unseen_text.md"),
    ..Rule::BLANK
};

/// An entry, by what it is and its id.
type About<'c> = Option<(Noun, &'c str)>;

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let chart = context.chart();
    texts("organization", chart.organization.spanned(), None, findings);
    if let Some(strategy) = chart.strategy.get() {
        texts("mission", strategy.mission.spanned(), None, findings);
        texts("vision", strategy.vision.spanned(), None, findings);
        texts("value", &strategy.values, None, findings);
        texts("intent", strategy.intent.spanned(), None, findings);
        texts("promise", strategy.promise.get().and_then(|promise| promise.text.spanned()), None, findings);
    }
    for person in &chart.people.entries {
        let about = entry(Noun::Person, person.id.value.as_str(), person.id.span(), findings);
        texts("name", person.name.spanned(), about, findings);
        texts("note", person.note.spanned(), about, findings);
    }
    for seat in &chart.seats.entries {
        let about = entry(Noun::Seat, seat.id.value.as_str(), seat.id.span(), findings);
        texts("title", seat.title.spanned(), about, findings);
        texts("function", seat.function.spanned(), about, findings);
        texts("responsibility", &seat.responsibilities, about, findings);
        texts("plan", seat.vacant.get().and_then(|vacancy| vacancy.plan.spanned()), about, findings);
        reasons(&seat.allow, about, findings);
        texts("note", seat.note.spanned(), about, findings);
    }
    macro_rules! goals {
        ($($table:ident, $noun:expr;)*) => {$(
            for goal in &chart.$table.entries {
                let about = entry($noun, goal.id.value.as_str(), goal.id.span(), findings);
                texts("title", goal.title.spanned(), about, findings);
                reasons(&goal.allow, about, findings);
                texts("note", goal.note.spanned(), about, findings);
            }
        )*};
    }
    goals! {
        priorities, Noun::Priority;
        metrics, Noun::Metric;
    }
}

fn entry<'c>(kind: Noun, id: &'c str, span: Span, findings: &mut Findings<'_>) -> About<'c> {
    let about = Some((kind, id));
    tell("id", id, span, about, findings);
    about
}

fn texts<'c>(
    key: &'static str,
    texts: impl IntoIterator<Item = &'c Spanned<Text>>,
    about: About<'_>,
    findings: &mut Findings<'_>,
) {
    for text in texts {
        tell(key, text.value.as_str(), text.span(), about, findings);
    }
}

fn reasons(waivers: &Claims<Waiver>, about: About<'_>, findings: &mut Findings<'_>) {
    texts("reason", waivers.into_iter().filter_map(|waiver| waiver.value.reason.spanned()), about, findings);
}

fn tell(key: &'static str, text: &str, span: Span, about: About<'_>, findings: &mut Findings<'_>) {
    let Some(unseen) = unseen(text) else { return };
    let (message, help) = match unseen {
        Unseen::All(first) => (
            say!["nothing of the ", key, " can be seen: it begins with ", code_point(first)],
            "write letters that a reader can see",
        ),
        Unseen::Tag(tag) => (
            say!["the ", key, " hides letters that only machines read, such as ", code_point(tag)],
            "remove them: type the text again instead of pasting it",
        ),
    };
    let finding = findings.at(span, message).help(help).detail(key);
    match about {
        Some((kind, id)) => drop(finding.on(Subject::new(kind, id))),
        None => drop(finding),
    }
}
