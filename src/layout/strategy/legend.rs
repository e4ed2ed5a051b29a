//! What the marks of the strategy view mean.

use super::boxes::{lane_mark, lane_size, triangle};
use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{
    Corners, Group, GroupKind, Hue, Line, Mark, Rect, RectRole, SeatState, Swing, SwingRole, Text, TextRole, Tier,
};
use crate::layout::words::rise;
use crate::model::Language;
use crate::phrase::Label;
use crate::picture::{NodeState, Strategy, TieKind};

/// Between a mark and its words, and between two entries.
const SWATCH_GAP: Px = Px::whole(6);
const ENTRY_GAP: Px = Px::whole(20);
const SWATCH: Size = Size::new(Px::whole(22), Px::whole(12));
const ROLE: TextRole = TextRole::Legend;

/// The marks that occur in a strategy, side by side from `start` in as many rows as they need, and where the last ends.
pub(super) fn legend(shown: &Strategy, start: Point, width: Px) -> (Group, Px) {
    let right = start.x + width;
    let mut legend = Legend { language: shown.language, left: start.x, right, pen: start, marks: Vec::new() };
    legend.lines(shown);
    legend.states(shown);
    legend.lanes(shown);
    (Group { kind: GroupKind::Legend, marks: legend.marks }, legend.pen.y + ROLE.line_height())
}

struct Legend {
    language: Language,
    left: Px,
    right: Px,
    pen: Point,
    marks: Vec<Mark>,
}

impl Legend {
    fn lines(&mut self, shown: &Strategy) {
        for (kind, role, words) in [
            (TieKind::Serves, SwingRole::Serves(Hue::nth(0)), Label::Serves),
            (TieKind::Owns, SwingRole::Owns, Label::AnswersFor),
        ] {
            if shown.ties.iter().any(|tie| tie.kind == kind) {
                let from = self.pen + Point::new(Px::ZERO, ROLE.line_height().half());
                let points = vec![from, from + Point::new(SWATCH.width, Px::ZERO)];
                self.entry(vec![Mark::Swing(Swing { points, role })], SWATCH.width, Some(words));
            }
        }
    }

    fn states(&mut self, shown: &Strategy) {
        let has = |state| shown.nodes.iter().any(|node| node.state == state);
        for (state, look, words) in [
            (NodeState::Wrong, SeatState::Contested, Label::NotExactlyOne),
            (NodeState::Vacant, SeatState::Vacant, Label::VacantSeat),
        ] {
            if has(state) {
                let origin = self.pen + Point::new(Px::ZERO, (ROLE.line_height() - SWATCH.height).half());
                let (area, role) = (Area::new(origin, SWATCH), RectRole::Node(look, Tier::Leaf));
                let mark = Mark::Rect(Rect { area, corners: Corners::Round(Px::whole(3)), role });
                self.entry(vec![mark], SWATCH.width, Some(words));
            }
        }
        if shown.nodes.iter().any(|node| node.is_late) {
            let foot = self.pen + Point::new(Px::ZERO, rise(ROLE));
            self.entry(vec![triangle(foot)], Px::whole(10), Some(Label::LateOrShort));
        }
    }

    fn lanes(&mut self, shown: &Strategy) {
        let mut lanes: Vec<&str> = shown.nodes.iter().filter_map(|node| node.lane).collect();
        lanes.sort_unstable_by_key(|lane| (shown.lane != Some(lane), *lane));
        lanes.dedup();
        let others = lanes.iter().filter(|lane| shown.lane != Some(lane)).count();
        for (index, lane) in lanes.iter().enumerate() {
            let size = lane_size(lane);
            let origin = self.pen + Point::new(Px::ZERO, (ROLE.line_height() - size.height).half());
            let is_own = shown.lane == Some(lane);
            let mark = lane_mark(lane, is_own, origin).into();
            if is_own {
                self.entry(mark, size.width, Some(Label::OwnLane));
            } else if index + 1 < lanes.len() {
                self.entry(mark, size.width, None);
            } else {
                self.entry(mark, size.width, Some(if others > 1 { Label::OtherLanes } else { Label::OtherLane }));
            }
        }
    }

    fn entry(&mut self, mut marks: Vec<Mark>, width: Px, label: Option<Label>) {
        let words = label.map_or("", |label| label.words(self.language));
        let room = width + SWATCH_GAP + ROLE.face().width(words, ROLE.size());
        if self.pen.x > self.left && self.pen.x + room > self.right {
            let down = ROLE.line_height() + Px::whole(2);
            let to = Point::new(self.left, self.pen.y + down);
            for mark in &mut marks {
                mark.shift(Point::new(to.x - self.pen.x, down));
            }
            self.pen = to;
        }
        self.marks.extend(marks);
        if label.is_some() {
            let start = self.pen + Point::new(width + SWATCH_GAP, rise(ROLE));
            let lines = vec![Line { start, text: words.to_owned(), is_cut: false }];
            self.marks.push(Mark::Text(Text { role: ROLE, size: ROLE.size(), lines }));
        }
        self.pen.x += room + if label.is_some() { ENTRY_GAP } else { Px::ZERO };
    }
}
