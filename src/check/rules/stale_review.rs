//! `stale-review`: a chart that was not reviewed within the quarter.

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};
use crate::phrase::say;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("stale-review"),
    summary: "a chart that was not reviewed within the quarter",
    pillar: Pillar::Structure,
    level: Level::Warning,
    limits: &[Limit {
        key: "days",
        default: 100,
        meaning: "days since the last review",
        field: |limits| &mut limits.stale_review_days,
    }],
    docs: include_str!("stale_review.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let chart = context.chart();
    let max = context.norms.limits.stale_review_days;
    let reviewed = chart.reviewed.spanned().map(|reviewed| (reviewed.value, reviewed.span(), "the last review was"));
    // A review that could not be read is not one that never was.
    let revision = chart.revision.spanned().filter(|_| chart.reviewed.is_absent() && !chart.is_partial);
    let revised = revision
        .map(|revision| (revision.value.first_day(), revision.span(), "no review is noted, and the revision began"));
    let Some((day, place, what)) = reviewed.or(revised) else { return };
    if chart.reviewed.get().is_some_and(|reviewed| *reviewed > context.latest) {
        let message = say!["the last review is dated ", day, ", which is in the future"];
        // No review is late by it: it is another finding than that one.
        findings.at(place, message).detail("to come").help(say![
            "set ",
            code("reviewed:"),
            " to the day on which the chart was last reviewed, and change it when the next review is over"
        ]);
        return;
    }
    let days = context.today.days_since(day);
    if context.norms.is_stale(days) {
        findings.at(place, say![what, " ", days, " days ago, on ", day]).days(days).help(say![
            "review the chart with the leadership team and set ",
            code("reviewed:"),
            "; the next is due within ",
            max,
            " days"
        ]);
    }
}
