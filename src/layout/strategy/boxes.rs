//! One node as a box: its words broken into lines, its height, its marks.

use crate::layout::boxes::{Accenting, BAR_WIDTH};
use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{Corners, Group, GroupKind, Line, Mark, Rect, RectRole, SeatState, Text, TextRole, Tier};
use crate::layout::words::Words;
use crate::layout::words::rise;
use crate::model::Language;
use crate::picture::clean;
use crate::picture::{Node, NodeKind, NodeState};

/// Between the edge of a box and its words.
const PADDING: Px = Px::whole(7);
const SIDE: Px = Px::whole(9);
const RADIUS: Px = Px::whole(5);
/// The room of a warning triangle before words.
const WARNING: Px = Px::whole(15);
/// Around the word in the mark of a lane.
const LANE_PADDING: Px = Px::whole(6);
const LANE_HEIGHT: Px = Px::whole(15);
/// Between the detail and the lane beside it.
const BEFORE_LANE: Px = Px::whole(8);

/// A box whose size is known and whose place is not: its marks count from its own top left corner.
#[derive(Debug)]
pub(super) struct NodeBox {
    pub(super) size: Size,
    kind: GroupKind,
    marks: Vec<Mark>,
}

impl NodeBox {
    /// Sets the words of an node in a box of this width.
    pub(super) fn measure(
        node: &Node,
        width: Px,
        hyphens: Option<Language>,
        own_lane: Option<&str>,
        accenting: &Accenting,
    ) -> Self {
        let title = clean(if node.title.trim().is_empty() { &node.id } else { &node.title });
        let left = BAR_WIDTH + SIDE;
        let mut words = Stack { hyphens, left, width: width - left - SIDE, pen: PADDING, marks: Vec::new() };
        words.set(TextRole::SeatTitle, &title, Px::ZERO);
        words.pen += Px::whole(2);
        words.detail(node, own_lane);
        if !node.alarm.is_empty() {
            words.warn(TextRole::Contested, &node.alarm);
        }
        if !node.note.is_empty() {
            words.set(TextRole::Vacant, &node.note, Px::ZERO);
        }
        let height = Px::whole((words.pen + PADDING).in_pixels_up());
        let area = Area::new(Point::default(), Size::new(width, height));
        let state = match node.state {
            NodeState::Sound => SeatState::Held,
            NodeState::Vacant => SeatState::Vacant,
            NodeState::Wrong => SeatState::Contested,
        };
        let is_strategic = node.column == 0 && node.root.is_some();
        let (kind, corners, tier) = match node.kind {
            NodeKind::Priority if is_strategic => ("priority", Corners::Round(RADIUS), Tier::Manager),
            NodeKind::Priority => ("priority", Corners::Round(RADIUS), Tier::Leaf),
            NodeKind::Seat => ("seat", Corners::Round(RADIUS), Tier::Manager),
            NodeKind::Metric => ("metric", Corners::Square, Tier::Leaf),
        };
        let mut marks = vec![Mark::Rect(Rect { area, corners, role: RectRole::Node(state, tier) })];
        marks.extend(node.root.into_iter().flat_map(|root| accenting.accent("", root).along(area, RADIUS)));
        marks.extend(words.marks);
        let said = [&title, node.detail.as_str(), node.lane.unwrap_or(""), &node.alarm, &node.note];
        let said: Vec<_> = said.into_iter().map(clean).filter(|words| !words.is_empty()).collect();
        let kind = GroupKind::Node { kind, id: node.id.clone(), label: said.join(", "), area };
        Self { size: area.size, kind, marks }
    }

    /// The box at its place.
    pub(super) fn into_group(self, origin: Point) -> Group {
        let Self { mut kind, mut marks, .. } = self;
        for mark in &mut marks {
            mark.shift(origin);
        }
        if let GroupKind::Node { area, .. } = &mut kind {
            area.origin = origin;
        }
        Group { kind, marks }
    }
}

/// Words set one below the other.
struct Stack {
    hyphens: Option<Language>,
    left: Px,
    width: Px,
    pen: Px,
    marks: Vec<Mark>,
}

impl Stack {
    /// Sets words that begin `indent` further to the right.
    fn set(&mut self, role: TextRole, words: &str, indent: Px) {
        let mut lines = Vec::new();
        for (text, is_cut) in Words::new(words, role).in_language(self.hyphens).lines(self.width - indent) {
            lines.push(Line { start: Point::new(self.left + indent, self.pen + rise(role)), text, is_cut });
            self.pen += role.line_height();
        }
        self.marks.push(Mark::Text(Text { role, size: role.size(), lines }));
    }

    /// Sets words after a triangle.
    fn warn(&mut self, role: TextRole, words: &str) {
        self.marks.push(triangle(Point::new(self.left, self.pen + rise(role))));
        self.set(role, words, WARNING);
    }

    /// The detail, and on its line, where there is room, the lane.
    fn detail(&mut self, node: &Node, own_lane: Option<&str>) {
        let role = match (node.kind, node.state) {
            (NodeKind::Seat, NodeState::Vacant) => TextRole::Vacant,
            (NodeKind::Seat, NodeState::Wrong) => TextRole::Contested,
            (NodeKind::Seat, NodeState::Sound) => TextRole::Holder,
            _ if node.is_late => TextRole::Contested,
            _ => TextRole::Responsibility,
        };
        let before = self.pen;
        match (node.detail.is_empty(), role) {
            (true, _) => {}
            (false, TextRole::Contested) => self.warn(role, &node.detail),
            (false, _) => self.set(role, &node.detail, Px::ZERO),
        }
        let Some(lane) = node.lane else { return };
        let size = lane_size(lane);
        let indent = if role == TextRole::Contested { WARNING } else { Px::ZERO };
        let spare = self.width - indent - size.width - BEFORE_LANE;
        let is_beside = self.pen == before + role.line_height() && Words::new(&node.detail, role).count(spare) == 1;
        let top = if is_beside { before + (role.line_height() - size.height).half() } else { self.pen + Px::whole(2) };
        let left = if is_beside { self.left + self.width - size.width } else { self.left };
        self.marks.extend(lane_mark(lane, own_lane == Some(lane), Point::new(left, top)));
        self.pen = self.pen.max(top + size.height);
    }
}

/// How much room the mark of a lane takes.
pub(super) fn lane_size(lane: &str) -> Size {
    let role = TextRole::Lane;
    let word = role.face().width(lane, role.size()).in_hundredths() * 104 / 100 + 1;
    Size::new(Px::hundredths(word) + LANE_PADDING * 2, LANE_HEIGHT)
}

/// The mark of a lane.
pub(super) fn lane_mark(lane: &str, is_own: bool, origin: Point) -> [Mark; 2] {
    let area = Area::new(origin, lane_size(lane));
    let role = if is_own { RectRole::OwnLane } else { RectRole::OtherLane };
    let baseline = (LANE_HEIGHT - TextRole::Lane.line_height()).half() + rise(TextRole::Lane);
    let word = Line { start: origin + Point::new(LANE_PADDING, baseline), text: lane.to_owned(), is_cut: false };
    [
        Mark::Rect(Rect { area, corners: Corners::Round(LANE_HEIGHT.half()), role }),
        Mark::Text(Text { role: TextRole::Lane, size: TextRole::Lane.size(), lines: vec![word] }),
    ]
}

/// A triangle whose foot is at this point.
pub(super) fn triangle(foot: Point) -> Mark {
    let corner = |x, y| foot + Point::new(Px::whole(x), Px::hundredths(y));
    Mark::Warning([corner(0, 0), corner(10, 0), corner(5, -875)])
}
