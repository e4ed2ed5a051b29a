//! Strategic understanding: whether the strategy is said, short, and in everybody's sight.

use crate::check::{Judged, sentences};
use crate::graph::PriorityView;
use crate::model::{Claim, Horizon, Strategy};
use crate::phrase::say;
use crate::review::Proportion;

use super::{given, unless, unstated};

pub(super) fn shares<'a>(side: &'a Judged<'a>) -> Vec<Proportion<'a>> {
    vec![statements(side), intent(side), sight(side), support(side)]
}

fn statements<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    static UNSTATED: std::sync::LazyLock<Strategy> = std::sync::LazyLock::new(Strategy::default);
    let name = "strategy statements given (mission, vision, values, intent)";
    let strategy = match &side.graph.chart().strategy {
        Claim::Given(strategy) => &strategy.value,
        Claim::Absent => &UNSTATED,
        Claim::Wrong => return Proportion::counted(name, 0, 0),
    };
    let Strategy { mission, vision, values, intent, .. } = strategy;
    let values_given = if values.is_wrong() { None } else { Some(!values.is_empty()) };
    let statements = [
        ("mission", mission.span(), given(mission)),
        ("vision", vision.span(), given(vision)),
        ("values", values.first().map(|value| value.span), values_given),
        ("intent", intent.span(), given(intent)),
    ];
    Proportion::of(
        name,
        statements.into_iter().filter_map(|(key, span, given)| Some((side.statement(key, span), unstated(given?)))),
    )
}

fn intent<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let intent = side.graph.chart().strategy.get().and_then(|strategy| strategy.intent.spanned());
    let max = side.norms.sentences_of_an_intent();
    let entries = intent.map(|intent| {
        let count = sentences(intent.value.as_str());
        let why = unless(count <= max, || say![count, " sentences, more than ", max]);
        (side.statement("intent", Some(intent.span)), why)
    });
    Proportion::of("intent said in two sentences", entries)
}

fn sight<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let seats = side.graph.seats().filter(|_| side.graph.has_strategic_priorities());
    let why = || "neither it nor a seat below it works on what a strategic priority needs".into();
    Proportion::of(
        "seats in line of sight of a strategic priority",
        seats.map(|seat| (side.entry(seat), unless(seat.is_linked(), why))),
    )
}

fn support<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let is_counted = |priority: &PriorityView<'_>| {
        let claims = priority.claims();
        side.graph.has_strategic_priorities()
            && claims.horizon() == Horizon::Quarter
            && !matches!(claims.horizon, Claim::Wrong)
            && !claims.supports.is_wrong()
    };
    let entries = side.open_priorities().filter(is_counted).map(|priority| {
        let why = match priority.claims().supports.as_ref() {
            [] => "supports nothing",
            _ => "what it supports leads to no open strategic priority",
        };
        (side.entry(priority), unless(priority.reaches_strategic(), || why.into()))
    });
    Proportion::of("priorities of the quarter that support a strategic one", entries)
}
