//! `duplicate-id`: one id defined twice in a chart, or two that read the same.

use crate::read::DefectKind;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("duplicate-id"),
    summary: "one id defined twice in a chart, or two that read the same",
    pillar: Pillar::Reading,
    level: Level::Error,
    docs: include_str!("duplicate_id.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    findings.defects(context.defects(DefectKind::DuplicateId));
}
