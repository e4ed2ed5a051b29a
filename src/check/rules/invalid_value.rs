//! `invalid-value`: a value of the wrong type or form.

use crate::read::DefectKind;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("invalid-value"),
    summary: "a value of the wrong type or form",
    pillar: Pillar::Reading,
    level: Level::Error,
    docs: include_str!("invalid_value.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    findings.defects(context.defects(DefectKind::InvalidValue));
}
