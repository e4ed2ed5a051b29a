//! `missing-strategy`: a strategy without mission, vision, values or intent.

use super::words::SHOWN;
use crate::phrase::{code, listed, say};

use crate::model::Strategy;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("missing-strategy"),
    summary: "a strategy without mission, vision, values or intent",
    pillar: Pillar::Understanding,
    level: Level::Warning,
    mild: Some(Level::Info),
    needs_whole: true,
    docs: include_str!("missing_strategy.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(strategy) = context.chart().strategy.spanned() else {
        if context.chart().strategy.is_absent() {
            findings.mild_at(context.chart_span(), "the chart states no strategy").help(say![
                "add ",
                code("strategy:"),
                " with mission, vision, values and intent, so that everybody can see what the structure is for"
            ]);
        }
        return;
    };
    let Strategy { mission, vision, values, intent, .. } = &strategy.value;
    let missing: Vec<&str> = [
        (mission.is_absent(), "mission"),
        (vision.is_absent(), "vision"),
        (values.is_empty() && !values.is_wrong(), "values"),
        (intent.is_absent(), "intent"),
    ]
    .into_iter()
    .filter_map(|(is_missing, key)| is_missing.then_some(key))
    .collect();
    if !missing.is_empty() {
        findings
            .at(strategy.span(), say!["the strategy does not state ", listed(missing.iter().map(code), SHOWN)])
            .help("write each in a sentence or two")
            .detail(missing.join(", "));
    }
}
