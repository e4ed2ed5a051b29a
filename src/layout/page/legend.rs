//! What the marks on a picture mean, as far as they occur.

use crate::layout::boxes::{Accent, Accents, BAR_WIDTH};
use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{Corners, Mark, Rect, RectRole, SeatState, TextRole, Tier};
use crate::layout::words::Column;
use crate::layout::words::Words;
use crate::picture::{Card, Changed, Fate};

/// Between a swatch and its name, and between one entry and the next.
const SWATCH_GAP: Px = Px::whole(6);
const ENTRY_GAP: Px = Px::whole(18);
const SWATCH_HEIGHT: Px = Px::whole(12);
/// How wide the sign of a change is.
const SIGN_WIDTH: Px = Px::whole(16);

/// What marks mean: the functions and the changes that occur.
pub(super) struct Legend<'a>(Vec<(Words<'a>, Swatch)>);

/// What an entry of the legend explains.
#[derive(Clone, Copy)]
enum Swatch {
    Function(Accent),
    Change(Sign),
}

/// How a change shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Added,
    Removed,
    Moved,
    FormerHolder,
}

impl<'a> Legend<'a> {
    pub(super) fn of(accents: &'a Accents, cards: &[Card]) -> Self {
        let functions = accents.iter().map(|(name, accent)| (name, Swatch::Function(accent)));
        let changes: Vec<&Changed> = cards.iter().filter_map(|card| card.changed.as_ref()).collect();
        let occurs = |sign| changes.iter().any(|changed| sign_of(changed).contains(&Some(sign)));
        let signs = [
            ("new seat", Sign::Added),
            ("seat that is gone", Sign::Removed),
            ("moved", Sign::Moved),
            ("held it before", Sign::FormerHolder),
        ];
        let signs = signs.into_iter().filter(|(_, sign)| occurs(*sign));
        let entries = functions.chain(signs.map(|(name, sign)| (name, Swatch::Change(sign))));
        Self(entries.map(|(name, swatch)| (Words::new(name, TextRole::Legend), swatch)).collect())
    }

    /// How wide all entries are side by side; `None` when there are none.
    pub(super) fn width(&self) -> Option<Px> {
        let entry = |(name, swatch): &(Words<'_>, Swatch)| swatch.width() + SWATCH_GAP + name.width() + ENTRY_GAP;
        (!self.0.is_empty()).then(|| self.0.iter().map(entry).sum::<Px>() - ENTRY_GAP)
    }

    /// The entries in as many rows as they need, and where the last row ends.
    pub(super) fn set(&self, start: Point, width: Px) -> (Vec<Mark>, Px) {
        let role = TextRole::Legend;
        let mut marks = Vec::new();
        let mut pen = start;
        for (name, swatch) in &self.0 {
            let indent = swatch.width() + SWATCH_GAP;
            if pen.x > start.x && pen.x + indent + name.width() > start.x + width {
                pen = Point::new(start.x, pen.y + role.line_height() + Px::whole(2));
            }
            let origin = Point::new(pen.x, pen.y + (role.line_height() - SWATCH_HEIGHT).half());
            marks.extend(swatch.marks(Area::new(origin, Size::new(swatch.width(), SWATCH_HEIGHT))));
            let mut column = Column::new(pen + Point::new(indent, Px::ZERO), name.width().min(width - indent));
            column.text(name, Px::ZERO);
            pen = Point::new(pen.x + indent + name.width() + ENTRY_GAP, column.pen().y - role.line_height());
            marks.extend(column.into_marks());
        }
        (marks, pen.y + role.line_height())
    }
}

impl Swatch {
    fn width(self) -> Px {
        match self {
            Self::Function(_) => BAR_WIDTH,
            Self::Change(_) => SIGN_WIDTH,
        }
    }

    fn marks(self, area: Area) -> Vec<Mark> {
        let frame = |role| Mark::Rect(Rect { area, corners: Corners::Round(Px::whole(3)), role });
        let role = TextRole::Former;
        let mut column = Column::new(area.origin + Point::new(Px::ZERO, Px::whole(-2)), area.size.width);
        match self {
            Self::Function(accent) => return accent.marks(area),
            Self::Change(Sign::Added) => return vec![frame(RectRole::Added(SeatState::Held, Tier::Leaf))],
            Self::Change(Sign::Removed) => return vec![frame(RectRole::Ghost)],
            Self::Change(Sign::Moved) => {
                column.text(&Words::new("→", TextRole::Origin), Px::ZERO);
            }
            Self::Change(Sign::FormerHolder) => column.struck(&Words::new("ab", role)),
        }
        column.into_marks()
    }
}

/// The signs that a box shows.
fn sign_of(changed: &Changed) -> [Option<Sign>; 3] {
    let fate = match changed.fate {
        Fate::Kept => None,
        Fate::Added => Some(Sign::Added),
        Fate::Removed => Some(Sign::Removed),
    };
    let moved = changed.moved_from.as_ref().map(|_| Sign::Moved);
    [fate, moved, changed.former_holder.as_ref().map(|_| Sign::FormerHolder)]
}
