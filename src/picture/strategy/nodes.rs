//! What the boxes of the strategy view say.

use crate::graph::{Answer, Holding, MetricView, Orphan, PersonView, PriorityView, SeatView};
use crate::model::{Comparison, Status};

use super::super::clean::cut;
use super::{Node, NodeKind, NodeState};

pub(super) fn priority_node(priority: PriorityView<'_>, column: usize, note: &str) -> Node {
    let claims = priority.claims();
    let status = match claims.status.get() {
        Some(Status::OffTrack) => Some("off track".to_owned()),
        Some(Status::OnTrack) => Some("on track".to_owned()),
        _ => None,
    };
    let due = claims.due.get().map(|day| format!("due {day}"));
    let alarm = why_nobody(priority);
    Node {
        kind: NodeKind::Priority,
        id: priority.id().to_string(),
        column,
        title: cut(priority.title()).into_owned(),
        detail: status.into_iter().chain(due).collect::<Vec<_>>().join(" · "),
        note: note.to_owned(),
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

pub(super) fn seat_node(seat: SeatView<'_>, column: usize, with_names: bool) -> Node {
    let (state, detail) = match seat.holding() {
        Holding::Owned(_) if !with_names => (NodeState::Sound, String::new()),
        Holding::Interim(_) if !with_names => (NodeState::Sound, "interim".to_owned()),
        Holding::Shared if !with_names => (NodeState::Wrong, format!("{} owners", seat.owners().count())),
        Holding::Owned(person) => (NodeState::Sound, cut(person.name()).into_owned()),
        Holding::Interim(person) => (NodeState::Sound, format!("{} (interim)", cut(person.name()))),
        Holding::Shared => {
            let names: Vec<&str> = seat.owners().map(PersonView::name).collect();
            (NodeState::Wrong, names.join(", "))
        }
        Holding::Vacant => (NodeState::Vacant, "Vacant".to_owned()),
        Holding::Dangling => (NodeState::Wrong, "not in the chart".to_owned()),
        Holding::Unknown => (NodeState::Wrong, "owner can't be read".to_owned()),
    };
    Node {
        kind: NodeKind::Seat,
        id: seat.id().to_string(),
        column,
        title: cut(seat.title()).into_owned(),
        detail,
        state,
        ..Node::default()
    }
}

pub(super) fn metric_node(metric: MetricView<'_>, column: usize) -> Node {
    let claims = metric.claims();
    let (target, actual) = (claims.target.get(), claims.actual.get());
    let is_missed = target.zip(actual).and_then(|(target, actual)| target.is_met_by(actual)) == Some(false);
    let target = target.map(|target| format!("target {} {}", sign(target.comparison), target.amount));
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
