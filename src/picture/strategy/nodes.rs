//! What the boxes of the strategy view say.

use crate::graph::{Answer, Holding, MetricView, Orphan, PriorityView, SeatView};
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
    let alarm = why_nobody(priority);
    Node {
        kind: NodeKind::Priority,
        id: priority.id().to_string(),
        column,
        title: cut(priority.title()).into_owned(),
        detail: status.into_iter().chain(due).collect::<Vec<_>>().join(" · "),
        note: String::new(),
        lane: claims.lane.get().map(|lane| lane.name()),
        state: if alarm.is_some() { NodeState::Wrong } else { NodeState::Sound },
        is_late: claims.status.get() == Some(&Status::OffTrack),
        alarm: alarm.unwrap_or_default(),
        root: None,
    }
}

/// Why no one person answers for a priority.
fn why_nobody(priority: PriorityView<'_>) -> Option<String> {
    let why = match priority.answer() {
        Answer::Accountable { .. } => return None,
        Answer::Unowned => "nobody answers for it",
        Answer::Shared => match priority.claims().owner.len() {
            1 => "its seat has more than one owner",
            seats => return Some(format!("{seats} seats share it")),
        },
        Answer::Orphaned(Orphan::Vacant(_)) => "its seat is vacant",
        Answer::Orphaned(Orphan::CutOff(_)) => "its seat is cut off from the top",
        Answer::Orphaned(Orphan::Missing) => "its owner is not in the chart",
        Answer::Orphaned(Orphan::Purposeless(_)) => "what it served was dropped",
        Answer::Unknown => "who answers for it can't be read",
    };
    Some(why.to_owned())
}

pub(super) fn seat_node(seat: SeatView<'_>, column: usize, with_names: bool, language: Language) -> Node {
    let state = match seat.holding() {
        Holding::Owned(_) | Holding::Interim(_) => NodeState::Sound,
        Holding::Vacant => NodeState::Vacant,
        Holding::Shared | Holding::Dangling | Holding::Unknown => NodeState::Wrong,
    };
    let holder = if with_names { holder(seat) } else { holder(seat).without_names() };
    Node {
        kind: NodeKind::Seat,
        id: seat.id().to_string(),
        column,
        title: cut(seat.title()).into_owned(),
        detail: holder.words(language),
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
        0 if !claims.owner.is_wrong() => "no seat answers for it".to_owned(),
        0 | 1 => String::new(),
        seats => format!("{seats} seats share it"),
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

/// The comparison as it is read, not as it is typed.
fn sign(comparison: Comparison) -> char {
    match comparison {
        Comparison::Below => '<',
        Comparison::AtMost => '≤',
        Comparison::AtLeast => '≥',
        Comparison::Above => '>',
    }
}
