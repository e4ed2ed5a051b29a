//! `second-root`: more than one seat that reports to nobody.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("second-root"),
    summary: "more than one seat that reports to nobody",
    pillar: Pillar::Structure,
    level: Level::Warning,
    docs: include_str!("second_root.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let roots: Vec<_> = context.graph.seats().filter(|seat| seat.claims().reports_to.is_absent()).collect();
    // The root of most seats is the one that is meant; of equals, the first.
    let Some(main) = roots.iter().rev().max_by_key(|root| root.count_below()).copied() else { return };
    for root in roots.into_iter().filter(|root| *root != main) {
        findings
            .at(root.claims().id.span, format!("`{}` reports to nobody, and neither does `{}`", root.id(), main.id()))
            .help("add `reports_to:`, so that one seat answers for the whole")
            .other(main.claims().id.span, "the other root")
            .on(root);
    }
}
