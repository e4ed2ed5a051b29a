//! The boxes of a web, with their words.

use crate::layout::boxes::{Accent, BAR_WIDTH};
use crate::layout::geometry::{Area, Point, Px};
use crate::layout::scene::{Corners, Group, GroupKind, Mark, Rect, RectRole, SeatState, TextRole, Tier};
use crate::layout::words::{Column, Words};
use crate::picture::{NodeState, Web, WebBox, WebView, clean};

const PADDING: Px = Px::whole(9);
const RADIUS: Px = Px::whole(5);

/// What a box is called.
fn name(shown: &WebBox) -> &str {
    if shown.title.trim().is_empty() { &shown.id } else { &shown.title }
}

/// The words of a box that is as wide as this.
fn words(shown: &WebBox, web: &Web, width: Px) -> Column {
    let role = match shown.state {
        NodeState::Sound => TextRole::Holder,
        NodeState::Vacant => TextRole::Vacant,
        NodeState::Wrong => TextRole::Contested,
    };
    let start = Point::new(BAR_WIDTH + PADDING, PADDING);
    let mut words = Column::new(start, width - BAR_WIDTH - PADDING * 2);
    words.text(&Words::new(name(shown), TextRole::SeatTitle).in_language(web.hyphens), Px::ZERO);
    if !clean(&shown.detail).is_empty() {
        words.skip(Px::whole(1));
        words.text(&Words::new(&shown.detail, role), Px::ZERO);
    }
    words
}

/// How high a box of this width is.
pub(super) fn height(shown: &WebBox, web: &Web, width: Px) -> Px {
    Px::whole((words(shown, web, width).pen().y + PADDING).in_pixels_up())
}

/// A box at its place, its words in the middle of its height.
pub(super) fn group(shown: &WebBox, web: &Web, accent: Option<Accent>, area: Area) -> Group {
    let here = Area::new(Point::default(), area.size);
    let state = match shown.state {
        NodeState::Sound => SeatState::Held,
        NodeState::Vacant => SeatState::Vacant,
        NodeState::Wrong => SeatState::Contested,
    };
    let role = RectRole::Node(state, Tier::Manager);
    let mut marks = vec![Mark::Rect(Rect { area: here, corners: Corners::Round(RADIUS), role })];
    marks.extend(accent.into_iter().flat_map(|accent| accent.along(here, RADIUS)));
    let words = words(shown, web, area.size.width);
    let spare = (area.size.height - words.pen().y - PADDING).half().max(Px::ZERO);
    marks.extend(words.into_marks().into_iter().map(|mut mark| {
        mark.shift(Point::new(Px::ZERO, spare));
        mark
    }));
    let (name, detail) = (clean(name(shown)), clean(&shown.detail));
    let label = if detail.is_empty() { name.into_owned() } else { format!("{name}, {detail}") };
    let kind = match web.view {
        WebView::Dependencies => "department",
        WebView::Matrix => "seat",
    };
    let mut group = Group { kind: GroupKind::Node { kind, id: shown.id.clone(), label, area: here }, marks };
    group.shift(area.origin);
    group
}
