//! `deep-chart`: more layers than the headcount needs.

use super::words::chain;

use crate::graph::{SeatView, Standing};

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("deep-chart"),
    summary: "more layers than the headcount needs",
    pillar: Pillar::Structure,
    level: Level::Warning,
    limits: &[
        Limit {
            key: "span",
            default: 6,
            meaning: "direct reports of each manager, by which the layers needed are counted",
        },
        Limit { key: "spare", default: 1, meaning: "layers more than needed that are accepted" },
    ],
    needs_whole: true,
    docs: include_str!("deep_chart.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let seats = context.graph.seats().len();
    let members: usize = context.graph.seats().map(|seat| seat.claims().members.len()).sum();
    let span = context.limit(&RULE, "span").max(2);
    let needed = layers_needed(seats + members, span);
    let allowed = needed + context.limit(&RULE, "spare");
    let layers = context.graph.layers();
    if layers <= allowed {
        return;
    }
    let is_deepest = |seat: &SeatView<'_>| seat.standing() == Standing::Connected && seat.layer() == layers;
    if let Some(seat) = context.graph.tree().find(is_deepest) {
        let people = seats + members;
        findings
            .at(
                seat.claims().id.span,
                format!("{layers} layers for {people} places; at {span} reports a manager, {needed} would do"),
            )
            .help(format!("take a layer out: the chart may have {allowed}"))
            .note(chain(seat))
            .on(seat);
    }
}

/// The fewest layers that hold so many people when everybody has `span` reports:
/// the smallest L with `(span^L - 1) / (span - 1) >= people`.
pub(crate) fn layers_needed(people: usize, span: usize) -> usize {
    let (mut layers, mut held, mut width) = (0, 0_usize, 1_usize);
    while held < people {
        held = held.saturating_add(width);
        width = width.saturating_mul(span);
        layers += 1;
    }
    layers
}

#[cfg(test)]
mod tests {
    use super::layers_needed;

    #[test]
    fn layers_follow_the_geometric_sum() {
        for (people, layers) in
            [(0, 0), (1, 1), (7, 2), (8, 3), (43, 3), (50, 4), (250, 4), (500, 5), (1000, 5), (5000, 6)]
        {
            assert_eq!(layers_needed(people, 6), layers, "{people}");
        }
    }
}
