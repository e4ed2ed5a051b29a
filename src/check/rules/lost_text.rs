//! `lost-text`: text that YAML takes for a comment.

use crate::read::DefectKind;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("lost-text"),
    summary: "text that YAML takes for a comment",
    pillar: Pillar::Reading,
    level: Level::Warning,
    since: "0.2.0",
    docs: include_str!("lost_text.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    findings.defects(context.defects(DefectKind::LostText));
}
