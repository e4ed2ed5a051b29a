//! `invalid-yaml`: text that is not YAML, or parts of YAML that charts may not use.

use crate::read::DefectKind;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("invalid-yaml"),
    summary: "text that is not YAML, or parts of YAML that charts may not use",
    pillar: Pillar::Reading,
    level: Level::Error,
    docs: include_str!("invalid_yaml.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    findings.defects(context.defects(DefectKind::InvalidYaml));
}
