//! A finished picture: shapes, lines and words at fixed places, each with the role it plays.
//!
//! A scene says where and what; which colour a role has is the renderer's business.

mod shapes;

use crate::layout::geometry::{Area, Point, Px, Scale, Size};

pub use shapes::{
    Corners, Curve, CurveRole, Hue, Line, Rect, RectRole, SeatState, Segment, Swing, SwingRole, Text, TextRole, Tier,
};

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// Width and height of the page.
    pub size: Size,
    /// How wide a thin line is drawn on this page.
    pub stroke: Px,
    /// The page's name, for those who can't see it.
    pub title: String,
    /// What the page shows, in a sentence.
    pub description: String,
    /// What is on the page, in the order of painting, which is the order of reading, too.
    pub groups: Vec<Group>,
    /// What the lines on the page join, for kinds of files in which a line follows its boxes.
    pub joins: Vec<Join>,
}

/// What a line joins. Boxes are counted in the order of their groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Join {
    /// The box where it begins.
    pub from: usize,
    /// The box where it ends.
    pub to: usize,
    /// What the line is.
    pub kind: JoinKind,
}

/// What a line that joins two boxes is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinKind {
    /// A part of a connector, from a seat to one that reports to it.
    Reports,
    /// A dotted line; those joins are in the order of their lines.
    Dotted,
    /// A line that swings; those joins, too, are in the order of their lines.
    Swing,
    /// A line that bends; likewise.
    Curve,
}

impl Scene {
    /// The size of the smallest words in boxes, those on badges aside; none on a page without any.
    #[must_use]
    pub fn reading_size(&self) -> Option<Px> {
        let is_box = |group: &&Group| matches!(group.kind, GroupKind::Seat { .. } | GroupKind::Node { .. });
        let words = self.groups.iter().filter(is_box).flat_map(|group| &group.marks).filter_map(|mark| match mark {
            Mark::Text(text) if !text.role.is_figure() => Some(text.size),
            _ => None,
        });
        words.min()
    }

    /// Whether boxes show the initials of those who hold them.
    #[must_use]
    pub fn has_initials(&self) -> bool {
        let mut marks = self.groups.iter().flat_map(|group| &group.marks);
        marks.any(|mark| matches!(mark, Mark::Rect(Rect { role: RectRole::Initials, .. })))
    }
}

/// Marks that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What the marks are together.
    pub kind: GroupKind,
    /// The marks in the order of painting.
    pub marks: Vec<Mark>,
}

impl Group {
    /// Draws the group larger or smaller, seen from the page's top left corner.
    pub fn scale(&mut self, scale: Scale) {
        if let GroupKind::Seat { area, .. } | GroupKind::Node { area, .. } = &mut self.kind {
            *area = area.scaled(scale);
        }
        self.marks.iter_mut().for_each(|mark| mark.scale(scale));
    }

    /// Moves the group by the coordinates of `by`.
    pub fn shift(&mut self, by: Point) {
        if let GroupKind::Seat { area, .. } | GroupKind::Node { area, .. } = &mut self.kind {
            area.origin = area.origin + by;
        }
        self.marks.iter_mut().for_each(|mark| mark.shift(by));
    }
}

/// What a group represents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupKind {
    /// The page's title.
    Heading,
    /// The functions and their colours.
    Legend,
    /// The lines to seats that others also work for.
    Dotted,
    /// The lines between seats.
    Connectors,
    /// Where columns continue with the reports of somebody in another one.
    Trails,
    /// The outlines of teams.
    Panels,
    /// The grounds of departments.
    Departments,
    /// Their names.
    DepartmentNames,
    /// One seat.
    Seat {
        /// The seat's id, as the chart has it.
        id: String,
        /// The seat and its holder, for those who can't see the box.
        label: String,
        /// The box.
        area: Area,
    },
    /// One figure over time, and its values for those who can't see the bars.
    Figure(String),
    /// A box of the strategy view.
    Node {
        /// What it represents: `priority`, `seat` or `metric`.
        kind: &'static str,
        /// The id of that, as the chart has it.
        id: String,
        /// What the box says, for those who can't see it.
        label: String,
        /// The box.
        area: Area,
    },
    /// The line at the bottom.
    Footer,
}

/// Something to paint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A rectangle.
    Rect(Rect),
    /// Upright and level lines that are one connector.
    Lines(Vec<Segment>),
    /// Upright and level lines that lead from one seat to another that it also works for, in the colour of its function.
    Dotted(Option<Hue>, Vec<Segment>),
    /// A line that swings from point to point and is level at each.
    Swing(Swing),
    /// A line that bends as it likes.
    Curve(Curve),
    /// The head of such a line.
    Head([Point; 3], CurveRole),
    /// A small filled shape that warns.
    Warning([Point; 3]),
    /// Words.
    Text(Text),
}

impl Mark {
    /// Draws the mark larger or smaller, seen from the page's top left corner.
    pub fn scale(&mut self, scale: Scale) {
        let point = |point: &mut Point| *point = Point::new(scale.of(point.x), scale.of(point.y));
        match self {
            Self::Rect(rect) => rect.scale(scale),
            Self::Lines(segments) | Self::Dotted(_, segments) => {
                for segment in segments {
                    point(&mut segment.from);
                    point(&mut segment.to);
                }
            }
            Self::Swing(swing) => swing.points.iter_mut().for_each(point),
            Self::Curve(curve) => curve.points().for_each(point),
            Self::Warning(corners) | Self::Head(corners, _) => corners.iter_mut().for_each(point),
            Self::Text(text) => {
                text.size = scale.of(text.size);
                text.lines.iter_mut().for_each(|line| point(&mut line.start));
            }
        }
    }

    /// Moves the mark by the coordinates of `by`.
    pub fn shift(&mut self, by: Point) {
        match self {
            Self::Rect(rect) => rect.area.origin = rect.area.origin + by,
            Self::Lines(segments) | Self::Dotted(_, segments) => {
                for segment in segments {
                    segment.from = segment.from + by;
                    segment.to = segment.to + by;
                }
            }
            Self::Swing(swing) => {
                for point in &mut swing.points {
                    *point = *point + by;
                }
            }
            Self::Curve(curve) => curve.points().for_each(|point| *point = *point + by),
            Self::Warning(corners) | Self::Head(corners, _) => {
                for corner in corners {
                    *corner = *corner + by;
                }
            }
            Self::Text(text) => {
                for line in &mut text.lines {
                    line.start = line.start + by;
                }
            }
        }
    }
}
