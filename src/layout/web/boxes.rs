//! The boxes of a web, with their words.

use crate::layout::boxes::{Accent, BAR_WIDTH};
use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{Corners, Group, GroupKind, Mark, Rect, RectRole, SeatState, TextRole, Tier};
use crate::layout::words::{Column, Words};
use crate::picture::{NodeState, Web, WebBox, WebView, clean};

/// How wide boxes are.
const WIDTH: Px = Px::whole(176);
const PADDING: Px = Px::whole(9);
const RADIUS: Px = Px::whole(5);

/// A box whose size is known and whose place is not.
pub(super) struct Measured {
    pub(super) size: Size,
    kind: GroupKind,
    marks: Vec<Mark>,
}

impl Measured {
    pub(super) fn new(shown: &WebBox, web: &Web, accent: Option<Accent>) -> Self {
        let name = clean(if shown.title.trim().is_empty() { &shown.id } else { &shown.title });
        let detail = clean(&shown.detail);
        let role = match shown.state {
            NodeState::Sound => TextRole::Holder,
            NodeState::Vacant => TextRole::Vacant,
            NodeState::Wrong => TextRole::Contested,
        };
        let mut words = Column::new(Point::new(BAR_WIDTH + PADDING, PADDING), WIDTH - BAR_WIDTH - PADDING * 2);
        words.text(&Words::new(&name, TextRole::SeatTitle).in_language(web.hyphens), Px::ZERO);
        if !detail.is_empty() {
            words.skip(Px::whole(1));
            words.text(&Words::new(&detail, role), Px::ZERO);
        }
        let size = Size::new(WIDTH, Px::whole((words.pen().y + PADDING).in_pixels_up()));
        let area = Area::new(Point::default(), size);
        let state = match shown.state {
            NodeState::Sound => SeatState::Held,
            NodeState::Vacant => SeatState::Vacant,
            NodeState::Wrong => SeatState::Contested,
        };
        let role = RectRole::Node(state, Tier::Manager);
        let mut marks = vec![Mark::Rect(Rect { area, corners: Corners::Round(RADIUS), role })];
        marks.extend(accent.into_iter().flat_map(|accent| accent.along(area, RADIUS)));
        marks.extend(words.into_marks());
        let label = if detail.is_empty() { name.into_owned() } else { format!("{name}, {detail}") };
        let kind = match web.view {
            WebView::Dependencies => "department",
            WebView::Matrix => "seat",
        };
        Self { size, kind: GroupKind::Node { kind, id: shown.id.clone(), label, area }, marks }
    }

    /// The box at its place.
    pub(super) fn into_group(self, origin: Point) -> Group {
        let mut group = Group { kind: self.kind, marks: self.marks };
        group.shift(origin);
        group
    }
}
