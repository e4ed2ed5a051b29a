//! `drifting-lane`: priorities that mostly serve a lane other than the chosen one.

use crate::model::Claim;
use crate::phrase::say;

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("drifting-lane"),
    summary: "priorities that mostly serve a lane other than the chosen one",
    pillar: Pillar::Market,
    level: Level::Warning,
    limits: &[Limit {
        key: "percent",
        default: 50,
        meaning: "share of the chosen lane among the priorities that name one, in per cent",
        field: |limits| &mut limits.drifting_lane_percent,
    }],
    needs_whole: true,
    docs: include_str!("drifting_lane.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(chosen) = context.chart().strategy.get().and_then(|strategy| strategy.lane.spanned()) else { return };
    let priorities = &context.chart().priorities;
    if !priorities.unreadable.is_empty() || priorities.entries.iter().any(|one| matches!(one.lane, Claim::Wrong)) {
        return;
    }
    let named: Vec<_> = context.open_priorities().filter_map(|priority| priority.claims().lane.get()).collect();
    let on_lane = named.iter().filter(|lane| ***lane == chosen.value).count();
    let min = context.norms.limits.drifting_lane_percent;
    if on_lane * 100 < named.len() * min {
        findings
            .at(
                chosen.span(),
                say![
                    "the lane is ",
                    chosen.value.name(),
                    ", yet only ",
                    on_lane,
                    " of ",
                    named.len(),
                    " priorities that name a lane serve it"
                ],
            )
            .too_few(on_lane)
            .help("choose priorities that serve the lane, or change the lane to the one that they serve");
    }
}
