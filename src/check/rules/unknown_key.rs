//! `unknown-key`: a key that the format does not have.

use crate::read::DefectKind;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("unknown-key"),
    summary: "a key that the format does not have",
    pillar: Pillar::Reading,
    level: Level::Error,
    docs: include_str!("unknown_key.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    findings.defects(context.defects(DefectKind::UnknownKey));
}
