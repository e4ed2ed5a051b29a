//! `stranded-priority`: a priority of the quarter that supports nothing.

use crate::model::{Claim, Horizon};

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("stranded-priority"),
    summary: "a priority of the quarter that supports nothing",
    pillar: Pillar::Understanding,
    level: Level::Info,
    docs: include_str!("stranded_priority.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.graph.has_strategic_priorities() {
        return;
    }
    for priority in context.open_priorities() {
        let claims = priority.claims();
        // What could not be read may make it strategic.
        if matches!(claims.horizon, Claim::Wrong) {
            continue;
        }
        if claims.horizon() == Horizon::Quarter && claims.supports.is_empty() && !claims.supports.is_wrong() {
            findings
                .at(claims.id.span, format!("`{}` supports nothing", priority.id()))
                .help("say with `supports:` which priority it serves, or `horizon: year` if it is strategic")
                .on(priority);
        }
    }
}
