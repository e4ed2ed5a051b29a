//! `missing-lane`: a strategy that does not choose a lane.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use crate::phrase::say;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("missing-lane"),
    summary: "a strategy that does not choose a lane",
    pillar: Pillar::Market,
    level: Level::Warning,
    needs_whole: true,
    docs: include_str!("missing_lane.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if let Some(strategy) = context.chart().strategy.spanned()
        && strategy.value.lane.is_absent()
    {
        findings.at(strategy.span(), "the strategy does not say in which lane it means to lead").help(say![
            "add ",
            code("lane: cost"),
            ", ",
            code("innovation"),
            " or ",
            code("service"),
            ": lead in one and keep up in the other two"
        ]);
    }
}
