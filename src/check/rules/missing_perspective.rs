//! `missing-perspective`: a scorecard that leaves out one of its four perspectives.

use super::words::SHOWN;
use crate::phrase::{code, listed, say};

use crate::model::{Claim, Metric, Perspective};

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("missing-perspective"),
    summary: "a scorecard that leaves out one of its four perspectives",
    pillar: Pillar::Metrics,
    level: Level::Warning,
    needs_whole: true,
    docs: include_str!("missing_perspective.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let metrics: Vec<_> = context.graph.metrics().map(|metric| metric.claims()).collect();
    // A perspective that could not be read may be the one that is missing.
    let is_unknown = |metric: &&Metric| matches!(metric.perspective, Claim::Wrong);
    if !context.chart().metrics.unreadable.is_empty() || metrics.iter().any(is_unknown) {
        return;
    }
    let Some(first) = metrics.first() else { return };
    let covered: Vec<Perspective> = metrics.iter().filter_map(|metric| metric.perspective.get().copied()).collect();
    let missing: Vec<&str> =
        Perspective::ALL.into_iter().filter(|one| !covered.contains(one)).map(Perspective::name).collect();
    if !missing.is_empty() {
        let noun = if missing.len() == 1 { "perspective" } else { "perspectives" };
        findings
            .at(first.id.span(), say!["no metric of the ", noun, " ", listed(missing.iter().map(code), SHOWN)])
            .help(say![
                "a balanced scorecard has financial, customer, operational and people metrics: add one, or state the ",
                code("perspective:"),
                " of those that are there"
            ])
            .detail(missing.join(", "));
    }
}
