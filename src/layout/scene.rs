//! A finished picture: shapes, lines and words at fixed places, each with the role it plays.
//!
//! A scene says where and what; which colour a role has is the renderer's business.

use crate::layout::geometry::{Area, Point, Px, Scale, Size};
use crate::layout::words::Face;

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
    /// A dotted line; those joins stand in the order of their lines.
    Dotted,
    /// A line that swings; those joins, too, stand in the order of their lines.
    Swing,
    /// A line that bends; likewise.
    Curve,
}

impl Scene {
    /// The size of the smallest words in the boxes of seats, figures on badges aside; none on a page without any.
    #[must_use]
    pub fn reading_size(&self) -> Option<Px> {
        let seats = self.groups.iter().filter(|group| matches!(group.kind, GroupKind::Seat { .. }));
        let words = seats.flat_map(|seat| &seat.marks).filter_map(|mark| match mark {
            Mark::Text(text) if !text.role.is_figure() => Some(text.size),
            _ => None,
        });
        words.min()
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

/// What a group stands for.
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
    /// Where columns go on with the reports of somebody who stands in another.
    Trails,
    /// The outlines of teams.
    Panels,
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
        /// What it stands for: `priority`, `seat` or `metric`.
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

/// A rectangle and its role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rect {
    /// Where it lies; an outline is centred on the edge.
    pub area: Area,
    /// How its corners look.
    pub corners: Corners,
    /// What it is.
    pub role: RectRole,
}

impl Rect {
    /// Both edges are scaled, not one edge and the size, so that what touched before touches after.
    fn scale(&mut self, scale: Scale) {
        let area = self.area.scaled(scale);
        self.area = area;
        self.corners = match self.corners {
            Corners::Square => Corners::Square,
            Corners::Round(radius) => Corners::Round(scale.of(radius)),
            Corners::RoundLeft(radius) => Corners::RoundLeft(scale.of(radius)),
        };
    }
}

/// How the corners of a rectangle look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corners {
    /// Four right angles.
    Square,
    /// All four with this radius.
    Round(Px),
    /// The two on the left with this radius.
    RoundLeft(Px),
}

/// What a rectangle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RectRole {
    /// The box of a seat.
    Seat(SeatState, Tier),
    /// A seat in a panel.
    Cell,
    /// The outline of a team.
    Panel,
    /// Between the seats of a team.
    Hairline,
    /// The mark of a function: one of `Hue::COUNT` colours.
    Accent(Hue),
    /// What lies under the mark of a function in a box of the accent's colour.
    Bed,
    /// A value of the past.
    Past,
    /// The newest value.
    Newest,
    /// Where a value is missing.
    Gap,
    /// Behind a figure.
    Badge,
    /// Behind a figure that is too high.
    Alarm,
    /// The box of a seat that is gone.
    Ghost,
    /// The box of a new seat.
    Added(SeatState, Tier),
    /// Behind the word for a change.
    Change,
    /// Through words that hold no more.
    Strike,
    /// A box of the strategy view, tinted like a seat of this tier.
    Node(SeatState, Tier),
    /// Behind the lane that the organisation leads in.
    OwnLane,
    /// Behind another lane.
    OtherLane,
}

/// How a seat is held, as far as its box shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatState {
    /// By one person, for good or for the time being.
    Held,
    /// By more than one person.
    Contested,
    /// By nobody.
    Vacant,
}

/// Where a seat stands in its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    /// A root with reports.
    Head,
    /// A seat with reports.
    Manager,
    /// A seat without reports.
    Leaf,
}

/// One of the accent colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hue(HueSource);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HueSource {
    Palette(usize),
    Own(usize),
}

impl Hue {
    /// How many accent colours there are.
    pub const COUNT: usize = 8;

    /// The colour at this place of the palette, which repeats.
    #[must_use]
    pub fn nth(index: usize) -> Self {
        Self(HueSource::Palette(index % Self::COUNT))
    }

    /// The colour that the function at this place of the settings has for itself.
    #[must_use]
    pub fn of_function(index: usize) -> Self {
        Self(HueSource::Own(index))
    }

    /// The place in the palette, below [`Hue::COUNT`].
    #[must_use]
    pub fn index(self) -> usize {
        let (HueSource::Palette(index) | HueSource::Own(index)) = self.0;
        index % Self::COUNT
    }

    /// The place of the function in the settings, if it has a colour of its own.
    #[must_use]
    pub fn own(self) -> Option<usize> {
        match self.0 {
            HueSource::Palette(_) => None,
            HueSource::Own(index) => Some(index),
        }
    }
}

/// A straight line, upright or level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// One end.
    pub from: Point,
    /// The other end, with the same x or the same y.
    pub to: Point,
}

/// A line that swings from point to point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swing {
    /// At least two, from left to right. Between two of them the line stays between their heights.
    pub points: Vec<Point>,
    /// What it says.
    pub role: SwingRole,
}

/// What a swinging line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SwingRole {
    /// Its right end serves the strategic priority of this colour.
    Serves(Hue),
    /// One end answers for the other.
    Owns,
    /// One of several that claim to.
    Contests,
}

/// A line that bends as it likes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// Where it starts.
    pub start: Point,
    /// Cubic Béziers: two control points, and where each ends.
    pub steps: Vec<[Point; 3]>,
    /// What it says.
    pub role: CurveRole,
    /// Whether there is a head at its start and at its end; the heads are marks of their own.
    pub heads: [bool; 2],
}

impl Curve {
    fn points(&mut self) -> impl Iterator<Item = &mut Point> {
        std::iter::once(&mut self.start).chain(self.steps.iter_mut().flatten())
    }
}

/// What a bending line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurveRole {
    /// One leads the other, or waits for it.
    Leads,
    /// One works for the other, too.
    AlsoServes,
    /// Each of several waits for the next.
    Loops,
}

/// Words of one role, broken into lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What the words are.
    pub role: TextRole,
    /// The size of the letters on the page.
    pub size: Px,
    /// The lines from top to bottom.
    pub lines: Vec<Line>,
}

/// One line of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The left end of the baseline.
    pub start: Point,
    /// The words. A line that was broken at a space keeps that space at its end, so that selecting and searching find
    /// whole sentences.
    pub text: String,
    /// Whether the line ends within a word, with a hyphen that the word does not have.
    pub is_cut: bool,
}

/// What words are, which decides their face and size here and their colour in the renderer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextRole {
    /// The title of the page.
    PageTitle,
    /// The title of a seat.
    SeatTitle,
    /// The name of the holder.
    Holder,
    /// The names where there is more than one.
    Contested,
    /// The word for an empty seat.
    Vacant,
    /// What a seat answers for.
    Responsibility,
    /// The heading of a list in a box.
    Section,
    /// A figure.
    Badge,
    /// A figure that is too high.
    Alarm,
    /// Where the tree goes on.
    Continuation,
    /// The title of a seat that is gone.
    GhostTitle,
    /// What held before.
    Former,
    /// Where a seat comes from.
    Origin,
    /// The word for a change.
    Change,
    /// The heading of a column.
    Column,
    /// The lane that a priority serves.
    Lane,
    /// A function in the legend.
    Legend,
    /// The managers to whom a column goes on to belong.
    Trail,
    /// The line at the bottom.
    Footer,
}

impl TextRole {
    /// The face that words of this role are set in.
    #[must_use]
    pub const fn face(self) -> Face {
        match self {
            Self::PageTitle
            | Self::SeatTitle
            | Self::GhostTitle
            | Self::Section
            | Self::Badge
            | Self::Alarm
            | Self::Change
            | Self::Origin
            | Self::Continuation
            | Self::Column
            | Self::Lane => Face::SemiBold,
            Self::Vacant => Face::Italic,
            Self::Holder
            | Self::Contested
            | Self::Former
            | Self::Responsibility
            | Self::Legend
            | Self::Trail
            | Self::Footer => Face::Regular,
        }
    }

    /// The size of the letters.
    #[must_use]
    pub const fn size(self) -> Px {
        Px::whole(match self {
            Self::PageTitle => 20,
            Self::SeatTitle | Self::GhostTitle => 13,
            Self::Holder | Self::Contested | Self::Former | Self::Vacant => 12,
            Self::Responsibility | Self::Origin | Self::Continuation | Self::Column | Self::Legend | Self::Footer => 11,
            Self::Section | Self::Badge | Self::Alarm | Self::Change | Self::Lane | Self::Trail => 10,
        })
    }

    /// Whether the words stand on a badge.
    #[must_use]
    pub const fn is_figure(self) -> bool {
        matches!(self, Self::Badge | Self::Alarm | Self::Change)
    }

    /// The distance from one baseline to the next: 1.3 times the size.
    #[must_use]
    pub const fn line_height(self) -> Px {
        Px::hundredths(self.size().in_hundredths() * 13 / 10)
    }
}
