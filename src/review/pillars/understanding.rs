//! Strategic understanding: whether the strategy is said, short, and in everybody's sight.

use crate::check::{Judged, sentences};
use crate::graph::PriorityView;
use crate::model::{Claim, Horizon, Strategy};
use crate::phrase::say;
use crate::review::Proportion;

use super::{UNREADABLE, is_unclear, unless, unreadable, unstated};

pub(super) fn shares<'a>(side: &'a Judged<'a>) -> Vec<Proportion<'a>> {
    vec![statements(side), intent(side), sight(side), support(side)]
}

fn statements<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    static UNSTATED: std::sync::LazyLock<Strategy> = std::sync::LazyLock::new(Strategy::default);
    let strategy = &side.graph.chart().strategy;
    let Strategy { mission, vision, values, intent, .. } = strategy.get().unwrap_or(&UNSTATED);
    let no_values = if values.is_wrong() { UNREADABLE } else { "not stated" };
    let statements = [
        ("mission", mission.span(), unstated(mission)),
        ("vision", vision.span(), unstated(vision)),
        ("values", values.first().map(|value| value.span()), unless(!values.is_empty(), || no_values.into())),
        ("intent", intent.span(), unstated(intent)),
    ];
    let is_unreadable = matches!(strategy, Claim::Wrong);
    Proportion::of(
        "strategy statements given (mission, vision, values, intent)",
        statements.into_iter().map(|(key, span, why)| {
            (side.statement(key, span), if is_unreadable { Some(UNREADABLE.into()) } else { why })
        }),
    )
}

fn intent<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let strategy = &side.graph.chart().strategy;
    let intent = strategy.get().map(|strategy| &strategy.intent);
    let is_unreadable = matches!(strategy, Claim::Wrong) || matches!(intent, Some(Claim::Wrong));
    let max = side.norms.sentences_of_an_intent();
    let entries = intent.and_then(Claim::spanned).map(|intent| {
        let count = sentences(intent.value.as_str());
        let why = unless(count <= max, || say![count, " sentences, more than ", max]);
        (side.statement("intent", Some(intent.span())), why)
    });
    Proportion::of("intent said in two sentences", entries.or(unreadable(side, "intent", is_unreadable)))
}

fn sight<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let is_unknown = may_have_strategic(side);
    let seats = side.graph.seats().filter(|_| side.graph.has_strategic_priorities() || is_unknown);
    let why = || {
        let unlinked = "neither it nor a seat below it works on what a strategic priority needs";
        (if is_unknown { UNREADABLE } else { unlinked }).into()
    };
    Proportion::of(
        "seats in line of sight of a strategic priority",
        seats.map(|seat| (side.entry(seat), unless(!is_unknown && seat.is_linked(), why))),
    )
}

/// Whether no priority is strategic, and the horizon of one that may be can't be read.
fn may_have_strategic(side: &Judged<'_>) -> bool {
    !side.graph.has_strategic_priorities() && side.open_priorities().any(|priority| is_unclear(&priority))
}

fn support<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let is_unknown = may_have_strategic(side);
    let is_counted = |priority: &PriorityView<'_>| {
        let claims = priority.claims();
        (side.graph.has_strategic_priorities() || is_unknown) && claims.horizon() == Horizon::Quarter
    };
    let entries = side.open_priorities().filter(is_counted).map(|priority| {
        let claims = priority.claims();
        let why = match claims.supports.as_ref() {
            _ if is_unknown || claims.supports.is_wrong() || is_unclear(&priority) => Some(UNREADABLE.into()),
            _ if priority.reaches_strategic() => None,
            [] => Some("supports nothing".into()),
            _ => Some("what it supports leads to no open strategic priority".into()),
        };
        (side.entry(priority), why)
    });
    Proportion::of("priorities of the quarter that support a strategic one", entries)
}
