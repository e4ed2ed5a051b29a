//! What a scene is drawn of, each with the role it plays: boxes, lines and words.

use crate::layout::geometry::{Area, Point, Px, Scale};
use crate::layout::words::Face;
use crate::picture::ChangeKind;

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
    pub(super) fn scale(&mut self, scale: Scale) {
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
    /// The ground of a department, in the colour of its function.
    Department(Hue),
    /// The background of its name.
    DepartmentName(Hue),
    /// The mark of a function: one of `Hue::COUNT` colours.
    Accent(Hue),
    /// Under the words that head a group of seats: nothing to be seen.
    Heading,
    /// What lies under the mark of a function in a box of the accent's colour.
    Bed,
    /// A value of the past.
    Past,
    /// The newest value.
    Newest,
    /// Where a value is missing.
    Gap,
    /// The background of a figure.
    Badge,
    /// The background of a figure that is too high.
    Alarm,
    /// The background of a holder's initials.
    Initials,
    /// The box of a seat that is gone.
    Ghost,
    /// The box of a seat that has changed.
    Changed(ChangeKind, SeatState, Tier),
    /// The box of a seat that stands back, because nothing has changed about it.
    Faded(SeatState),
    /// The background of the word for a change.
    Change(ChangeKind),
    /// Through words that no longer hold.
    Strike,
    /// A box of the strategy view, tinted like a seat of this tier.
    Node(SeatState, Tier),
    /// The background of the lane that the organisation leads in.
    OwnLane,
    /// The background of another lane.
    OtherLane,
}

impl RectRole {
    /// Which seat's box it is, if it is one.
    #[must_use]
    pub const fn seat(self) -> Option<(SeatState, Tier)> {
        match self {
            Self::Cell => Some((SeatState::Held, Tier::Leaf)),
            Self::Faded(state) => Some((state, Tier::Leaf)),
            Self::Seat(state, tier) | Self::Changed(_, state, tier) | Self::Node(state, tier) => Some((state, tier)),
            _ => None,
        }
    }
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

/// A seat's place in its tree.
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
    pub(super) fn points(&mut self) -> impl Iterator<Item = &mut Point> {
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
    /// What is not as it should be, among responsibilities and the like.
    Amiss,
    /// What a seat answers for.
    Responsibility,
    /// The heading of a list in a box.
    Section,
    /// A figure.
    Badge,
    /// A figure that is too high.
    Alarm,
    /// The initials of a holder.
    Initials,
    /// Where the tree continues.
    Continuation,
    /// The title of a seat that is gone.
    GhostTitle,
    /// The title of a seat that stands back.
    FadedTitle,
    /// Its holder.
    FadedHolder,
    /// What held before.
    Former,
    /// What a seat has come to answer for.
    Gained,
    /// What it no longer answers for.
    Lost,
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
    /// The name of a department.
    Department,
    /// The managers that the rest of a column belongs to.
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
            | Self::Initials
            | Self::Change
            | Self::Gained
            | Self::Origin
            | Self::Continuation
            | Self::Column
            | Self::Department
            | Self::Lane => Face::SemiBold,
            Self::Vacant => Face::Italic,
            Self::Holder
            | Self::Contested
            | Self::Amiss
            | Self::FadedTitle
            | Self::FadedHolder
            | Self::Former
            | Self::Lost
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
            Self::SeatTitle | Self::GhostTitle | Self::FadedTitle => 13,
            Self::Holder | Self::Contested | Self::Former | Self::Vacant | Self::FadedHolder => 12,
            Self::Responsibility
            | Self::Amiss
            | Self::Gained
            | Self::Lost
            | Self::Origin
            | Self::Change
            | Self::Continuation
            | Self::Column
            | Self::Legend
            | Self::Footer => 11,
            Self::Initials => 9,
            Self::Section | Self::Badge | Self::Alarm | Self::Department | Self::Lane | Self::Trail => 10,
        })
    }

    /// Whether the words are in a small frame of their own.
    #[must_use]
    pub const fn is_figure(self) -> bool {
        matches!(self, Self::Badge | Self::Alarm | Self::Initials | Self::Change | Self::Lane)
    }

    /// The distance from one baseline to the next: 1.3 times the size.
    #[must_use]
    pub const fn line_height(self) -> Px {
        Px::hundredths(self.size().in_hundredths() * 13 / 10)
    }
}
