//! What the boxes of the strategy view say.

use crate::graph::{MetricView, PriorityView, SeatView};
use crate::model::{Comparison, Language, Status};
use crate::phrase::Label;

use super::super::cards::holder;
use super::super::clean::cut;
use super::{Node, NodeKind, NodeState};

pub(super) fn priority_node(priority: PriorityView<'_>, column: usize, language: Language) -> Node {
    let claims = priority.claims();
    let status = match claims.status.get() {
        Some(Status::OffTrack) => Some(Label::OffTrack.words(language).to_owned()),
        Some(Status::OnTrack) => Some(Label::OnTrack.words(language).to_owned()),
        _ => None,
    };
    let due = claims.due.get().map(|day| Label::Due.with(language, &[day]));
    let alarm = priority.answer().mark(language);
    Node {
        kind: NodeKind::Priority,
        id: priority.id().to_string(),
        column,
        title: cut(priority.title()).into_owned(),
        detail: status.into_iter().chain(due).collect::<Vec<_>>().join(" · "),
        note: String::new(),
        lane: claims.lane.get().map(|lane| Label::lane(*lane).words(language)),
        state: if alarm.is_some() { NodeState::Wrong } else { NodeState::Sound },
        is_late: claims.status.get() == Some(&Status::OffTrack),
        alarm: alarm.unwrap_or_default(),
        root: None,
    }
}

pub(super) fn seat_node(seat: SeatView<'_>, column: usize, with_names: bool, language: Language) -> Node {
    let who = holder(seat);
    let state = NodeState::of(&who);
    let who = if with_names { who } else { who.without_names() };
    Node {
        kind: NodeKind::Seat,
        id: seat.id().to_string(),
        column,
        title: cut(seat.title()).into_owned(),
        detail: who.words(language),
        state,
        ..Node::default()
    }
}

pub(super) fn metric_node(metric: MetricView<'_>, column: usize, language: Language) -> Node {
    let claims = metric.claims();
    let (target, actual) = (claims.target.get(), claims.actual.get());
    let is_missed = target.zip(actual).and_then(|(target, actual)| target.is_met_by(actual)) == Some(false);
    let target = target
        .map(|target| Label::Target.with(language, &[&format_args!("{} {}", sign(target.comparison), target.amount)]));
    let detail: Vec<String> = actual.map(ToString::to_string).into_iter().chain(target).collect();
    let alarm = match claims.owner.len() {
        0 if !claims.owner.is_wrong() => Label::NoSeatAnswers.words(language).to_owned(),
        0 | 1 => String::new(),
        seats => Label::SeatsShare.with(language, &[&seats]),
    };
    Node {
        kind: NodeKind::Metric,
        id: metric.id().to_string(),
        column,
        title: cut(metric.title()).into_owned(),
        detail: detail.join(", "),
        state: if alarm.is_empty() { NodeState::Sound } else { NodeState::Wrong },
        is_late: is_missed,
        alarm,
        ..Node::default()
    }
}

/// The comparison sign as it is printed, not as it is typed.
fn sign(comparison: Comparison) -> char {
    match comparison {
        Comparison::Below => '<',
        Comparison::AtMost => '≤',
        Comparison::AtLeast => '≥',
        Comparison::Above => '>',
    }
}
