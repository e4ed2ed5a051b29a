//! `stranded-priority`: a priority of the quarter that supports nothing.

use crate::model::{Claim, Horizon};
use crate::phrase::say;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("stranded-priority"),
    summary: "a priority of the quarter that supports nothing",
    pillar: Pillar::Understanding,
    level: Level::Info,
    docs: include_str!("stranded_priority.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.graph.has_strategic_priorities() {
        return;
    }
    for priority in context.open_priorities() {
        let claims = priority.claims();
        let is_of_quarter = claims.horizon() == Horizon::Quarter && !matches!(claims.horizon, Claim::Wrong);
        if is_of_quarter && claims.supports.is_empty() && !claims.supports.is_wrong() {
            findings
                .at(claims.id.span(), say![priority, " supports nothing"])
                .help(say![
                    "say with ",
                    code("supports:"),
                    " which priority it serves, or ",
                    code("horizon: year"),
                    " if it is strategic"
                ])
                .on(priority);
        }
    }
}
