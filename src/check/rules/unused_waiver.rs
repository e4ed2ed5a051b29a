//! `unused-waiver`: a waiver that accepts nothing, or whose end has passed.

use super::super::{RULES, rule as registered};
use crate::phrase::{code, say};

use crate::text::nearest;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("unused-waiver"),
    summary: "a waiver that accepts nothing, or whose end has passed",
    pillar: Pillar::Reading,
    level: Level::Warning,
    needs_whole: true,
    docs: include_str!("unused_waiver.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for standing in context.waivers.all() {
        let waiver = &standing.waiver.value;
        let (Some(rule), Some(until), false) = (waiver.rule.spanned(), waiver.until.get(), standing.is_used()) else {
            continue;
        };
        let name = rule.value.as_str();
        let (message, help) = match registered(name) {
            None => {
                let near = nearest(name, RULES.iter().map(|rule| rule.id.as_str()));
                let help = near.map_or_else(
                    || say!["see ", code("rightseat explain"), " for the rules"],
                    |near| say!["did you mean ", code(near), "?"],
                );
                (say!["there is no rule ", code(name)], help)
            }
            Some(rule) if rule.pillar == Pillar::Reading => {
                (say![code(name), " can't be waived"], "mend the chart: what can't be read can't be accepted".into())
            }
            Some(_) if standing.is_over => {
                (say!["this waiver of ", code(name), " ended on ", until], "remove it, or set a new end".into())
            }
            Some(_) => (say!["this waiver of ", code(name), " accepts nothing"], "remove it".into()),
        };
        findings.at(rule.span(), message).help(help).on(standing.subject.clone()).detail(format!("allow: {name}"));
    }
}
