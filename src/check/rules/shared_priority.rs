//! `shared-priority`: a priority with more than one owner.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use crate::phrase::say;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("shared-priority"),
    summary: "a priority with more than one owner",
    pillar: Pillar::Structure,
    level: Level::Error,
    docs: include_str!("shared_priority.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for priority in context.open_priorities() {
        let owners = &priority.claims().owner;
        if owners.len() > 1 {
            let message = say![priority, " has ", owners.len(), " owners: if more than one is accountable, nobody is"];
            findings
                .at_several(owners, message)
                .count(owners.len())
                .help(say![
                    "keep one seat under ",
                    code("owner:"),
                    " and list the others under ",
                    code("contributors:")
                ])
                .on(priority);
        }
    }
}
