//! What the marks on a picture mean, as far as they occur.

use std::collections::BTreeMap;

use crate::layout::boxes::{Accent, Accents, BAR_WIDTH};
use crate::layout::forest::dotted;
use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{Corners, Mark, Rect, RectRole, SeatState, Segment, TextRole, Tier};
use crate::layout::words::Column;
use crate::layout::words::Words;
use crate::phrase::Label;
use crate::picture::{Badge, Card, ChangeKind, Holder, Picture};

/// Between a swatch and its name, and between one entry and the next.
const SWATCH_GAP: Px = Px::whole(6);
const ENTRY_GAP: Px = Px::whole(18);
const SWATCH_HEIGHT: Px = Px::whole(12);
/// How wide a sign is.
const SIGN_WIDTH: Px = Px::whole(16);
const CHANGE_WIDTH: Px = Px::whole(20);
/// The longest pattern, and where it begins again.
const LYING_WIDTH: Px = Px::whole(30);

/// What marks mean: the functions and the signs that occur.
pub(super) struct Legend<'a>(Vec<(Words<'a>, Swatch)>);

/// What an entry of the legend explains.
#[derive(Clone, Copy)]
enum Swatch {
    Function(Accent),
    /// The same lying, for patterns that are longer than a line is high.
    Lying(Accent),
    Sign(Sign),
    Badge(Badge),
}

/// A mark that a picture may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Change(ChangeKind),
    Unchanged,
    Former,
    Vacant,
    Contested,
    Dotted,
    Numbered,
}

impl Sign {
    /// In the order in which they are explained.
    const ALL: [Self; 14] = [
        Self::Change(ChangeKind::Added),
        Self::Change(ChangeKind::Removed),
        Self::Change(ChangeKind::Moved),
        Self::Change(ChangeKind::NewHolder),
        Self::Change(ChangeKind::Vacated),
        Self::Change(ChangeKind::Retitled),
        Self::Change(ChangeKind::NewWork),
        Self::Change(ChangeKind::Otherwise),
        Self::Unchanged,
        Self::Former,
        Self::Vacant,
        Self::Contested,
        Self::Dotted,
        Self::Numbered,
    ];

    /// Whether a box has the mark, and does not say itself what it means.
    fn is_on(self, card: &Card) -> bool {
        let changed = card.changed.as_ref();
        match self {
            Self::Change(kind) => changed.is_some_and(|changed| changed.kinds().any(|own| own == kind)),
            Self::Unchanged => card.is_faded,
            Self::Former => changed.is_some_and(|changed| {
                changed.former_holder.is_some() || changed.former_title.is_some() || !changed.lost.is_empty()
            }),
            Self::Vacant => card.anonymous && !card.is_heading && card.holder == Holder::Vacant,
            Self::Contested => matches!(card.holder, Holder::Several(_) | Holder::Missing(_) | Holder::Unreadable),
            // Which of the two the page has is found once for all of it.
            Self::Dotted | Self::Numbered => !card.dotted.is_empty() || !card.elsewhere.is_empty(),
        }
    }

    fn label(self) -> Label {
        match self {
            Self::Change(kind) => kind.meaning(),
            Self::Unchanged => Label::Unchanged,
            Self::Former => Label::AsItWas,
            Self::Vacant => Label::VacantSeat,
            Self::Contested => Label::Contested,
            Self::Dotted | Self::Numbered => Label::AlsoWorksFor,
        }
    }

    /// What it means; of changes, how many there are.
    fn words(self, picture: &Picture) -> String {
        let words = self.label().words(picture.language);
        match self {
            Self::Change(_) => {
                let count = picture.cards.iter().filter(|card| self.is_on(card)).count();
                format!("{words} ({count})")
            }
            _ => words.to_owned(),
        }
    }

    /// The mark within `area`.
    fn marks(self, area: Area) -> Vec<Mark> {
        let frame = |role| frame(area, role);
        let mut column = Column::new(area.origin + Point::new(Px::ZERO, Px::whole(-2)), area.size.width);
        match self {
            Self::Unchanged => return vec![frame(RectRole::Faded(SeatState::Held))],
            Self::Vacant => return vec![frame(RectRole::Seat(SeatState::Vacant, Tier::Leaf))],
            Self::Contested => return vec![frame(RectRole::Seat(SeatState::Contested, Tier::Leaf))],
            Self::Dotted => {
                let y = area.top() + area.size.height.half();
                let line = Segment { from: Point::new(area.left(), y), to: Point::new(area.right(), y) };
                return vec![Mark::Dotted(None, vec![line])];
            }
            Self::Numbered => return figure("↔", area),
            Self::Change(kind) => {
                let sign = Words::new(kind.sign(), TextRole::Change);
                let start = Point::new((area.size.width - sign.width()).half(), Px::hundredths(-115));
                let mut inner = Column::new(area.origin + start, area.size.width);
                inner.text(&sign, Px::ZERO);
                return std::iter::once(frame(RectRole::Change(kind))).chain(inner.into_marks()).collect();
            }
            Self::Former => column.struck(&Words::new("ab", TextRole::Former)),
        }
        column.into_marks()
    }
}

fn frame(area: Area, role: RectRole) -> Mark {
    Mark::Rect(Rect { area, corners: Corners::Round(Px::whole(3)), role })
}

/// A stand-in for a figure in a frame.
fn figure(sign: &str, area: Area) -> Vec<Mark> {
    let mut inner = Column::new(area.origin + Point::new(Px::whole(4), Px::hundredths(-50)), area.size.width);
    inner.text(&Words::new(sign, TextRole::Badge), Px::ZERO);
    std::iter::once(frame(area, RectRole::Badge)).chain(inner.into_marks()).collect()
}

impl<'a> Legend<'a> {
    /// No marks are explained.
    pub(super) fn none() -> Self {
        Self(Vec::new())
    }

    pub(super) fn of(accents: &'a Accents, picture: &Picture) -> Self {
        let is_long = accents.iter().any(|(_, accent)| accent.period() > SWATCH_HEIGHT);
        let swatch = if is_long { Swatch::Lying } else { Swatch::Function };
        let functions = accents.iter().map(|(name, accent)| (name, swatch(accent)));
        let other = if dotted::drawn(&picture.cards).is_empty() { Sign::Dotted } else { Sign::Numbered };
        let signs = Sign::ALL.into_iter().filter(|sign| *sign != other);
        let signs = signs.filter(|sign| picture.cards.iter().any(|card| sign.is_on(card)));
        let explained = picture.cards.iter().flat_map(|card| &card.badges);
        let badges: BTreeMap<Label, Badge> = explained.filter_map(|badge| Some((badge.meaning()?.0, *badge))).collect();
        let badges =
            badges.into_iter().map(|(label, badge)| (label.words(picture.language).into(), Swatch::Badge(badge)));
        let signs = signs.map(|sign| (sign.words(picture), Swatch::Sign(sign))).chain(badges);
        let functions = functions.map(|(name, swatch)| (Words::new(name, TextRole::Legend), swatch));
        let signs = signs.map(|(words, swatch)| (Words::cleaned(words.into(), TextRole::Legend), swatch));
        // What has changed is what a picture of changes is for.
        let is_of_changes = picture.cards.iter().any(|card| card.is_faded || card.changed.is_some());
        Self(if is_of_changes { signs.chain(functions).collect() } else { functions.chain(signs).collect() })
    }

    /// The number of rows that the entries take in this width.
    pub(super) fn rows(&self, width: Px) -> usize {
        let (mut rows, mut pen) = (1, Px::ZERO);
        for (name, swatch) in &self.0 {
            let own = swatch.width() + SWATCH_GAP + name.width();
            if pen > Px::ZERO && pen + own > width {
                rows += 1;
                pen = Px::ZERO;
            }
            pen += own + ENTRY_GAP;
        }
        rows
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
            Self::Lying(_) => LYING_WIDTH,
            Self::Sign(Sign::Change(_)) => CHANGE_WIDTH,
            Self::Sign(_) | Self::Badge(_) => SIGN_WIDTH,
        }
    }

    fn marks(self, area: Area) -> Vec<Mark> {
        match self {
            Self::Function(accent) => accent.marks(area),
            Self::Lying(accent) => {
                let top = area.top() + (area.size.height - BAR_WIDTH).half();
                accent.lying(Area::new(Point::new(area.left(), top), Size::new(area.size.width, BAR_WIDTH)))
            }
            Self::Sign(sign) => sign.marks(area),
            Self::Badge(badge) if badge.has_triangle() => {
                let corner = |x, y| Point::new(area.left() + Px::hundredths(x), area.bottom() + Px::hundredths(y));
                vec![Mark::Warning([corner(300, -150), corner(1300, -150), corner(800, -1025)])]
            }
            Self::Badge(badge) => figure(badge.meaning().map_or("", |(_, sign)| sign), area),
        }
    }
}
