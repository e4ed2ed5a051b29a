//! `missing-key`: a required key that is missing.

use crate::read::DefectKind;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("missing-key"),
    summary: "a required key that is missing",
    pillar: Pillar::Reading,
    level: Level::Error,
    docs: include_str!("missing_key.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    findings.defects(context.defects(DefectKind::MissingKey));
}
