//! `rambling-intent`: a strategic intent of more sentences than a leader can repeat.

use unicode_segmentation::UnicodeSegmentation;

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("rambling-intent"),
    summary: "a strategic intent of more sentences than a leader can repeat",
    pillar: Pillar::Understanding,
    level: Level::Warning,
    limits: &[Limit { key: "sentences", default: 2, meaning: "sentences of the intent" }],
    docs: include_str!("rambling_intent.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let max = context.limit(&RULE, "sentences");
    let Some(intent) = context.chart().strategy.get().and_then(|strategy| strategy.intent.spanned()) else { return };
    let sentences = intent.value.as_str().unicode_sentences().count();
    if sentences > max {
        findings
            .at(intent.span, format!("the intent takes {sentences} sentences"))
            .help(format!("say it in at most {max}: every leader should be able to repeat it"));
    }
}
