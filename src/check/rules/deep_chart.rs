//! `deep-chart`: more layers than the headcount needs.

use super::words::chain;
use crate::phrase::say;

use crate::graph::{SeatView, Standing};

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId, Shape};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("deep-chart"),
    summary: "more layers than the headcount needs",
    pillar: Pillar::Structure,
    level: Level::Warning,
    limits: &[
        Limit {
            key: "span",
            default: 6,
            meaning: "direct reports per manager, from which the layers needed are counted",
            field: |limits| &mut limits.deep_chart_span,
        },
        Limit {
            key: "spare",
            default: 1,
            meaning: "layers accepted beyond those needed",
            field: |limits| &mut limits.deep_chart_spare,
        },
    ],
    needs_whole: true,
    docs: include_str!("deep_chart.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Shape { layers, needed, allowed, places, span } = context.norms.shape(context.graph);
    if layers <= allowed {
        return;
    }
    let is_deepest = |seat: &SeatView<'_>| seat.standing() == Standing::Connected && seat.layer() == layers;
    // If there are several, whatever their order: one that is accepted, else the first by id.
    let is_open = |seat: SeatView<'_>| !context.waivers.accepts(&RULE, &seat.into());
    let deepest = context.graph.seats().filter(is_deepest);
    if let Some(seat) = deepest.min_by_key(|&seat| (is_open(seat), seat.id())) {
        findings
            .at(
                seat.claims().id.span(),
                say![
                    layers,
                    " layers for ",
                    places,
                    " places; at ",
                    span,
                    " reports per manager, ",
                    needed,
                    " would do"
                ],
            )
            .count(layers)
            .help(say!["take a layer out: the chart may have ", allowed])
            .note(chain(seat))
            .on(seat);
    }
}
