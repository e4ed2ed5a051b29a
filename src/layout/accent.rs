//! The colours of functions: one of eight hues each, in order of appearance, and a pattern when the hues repeat.

use std::collections::HashMap;

use super::card::Card;
use super::clean::clean;
use super::geometry::{Area, Point, Px, Size};
use super::scene::{Corners, Hue, Mark, Rect, RectRole};

/// How wide the mark of a function is.
pub(super) const BAR_WIDTH: Px = Px::whole(4);

/// Where a patterned bar begins below the upper edge of its box, clear of the round corner.
const INSET: Px = Px::whole(6);

/// How the mark of a function looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Accent {
    hue: Hue,
    pattern: Pattern,
}

/// What keeps two functions of one hue apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pattern {
    Solid,
    Dashed,
    Dotted,
}

impl Accent {
    /// The accent of the function that appears at this place. Twenty-four look different from one another.
    pub(super) fn nth(index: usize) -> Self {
        let pattern = match index / Hue::COUNT % 3 {
            0 => Pattern::Solid,
            1 => Pattern::Dashed,
            _ => Pattern::Dotted,
        };
        Self { hue: Hue::nth(index), pattern }
    }

    /// The bar along the left edge of a box with corners of this radius.
    pub(super) fn along(self, area: Area, radius: Px) -> Vec<Mark> {
        // Inside the outline, half a pixel of which lies within the box.
        let inner = Px::hundredths(50);
        let origin = area.origin + Point::new(inner, inner);
        let size = Size::new(BAR_WIDTH, area.size.height - inner * 2);
        match self.pattern {
            Pattern::Solid => vec![self.bar(Area::new(origin, size), Corners::RoundLeft(radius.min(BAR_WIDTH)))],
            Pattern::Dashed | Pattern::Dotted => {
                let origin = origin + Point::new(Px::ZERO, INSET);
                self.marks(Area::new(origin, Size::new(BAR_WIDTH, size.height - INSET * 2)))
            }
        }
    }

    /// The mark within `area`, as the legend shows it.
    pub(super) fn marks(self, area: Area) -> Vec<Mark> {
        let (dash, gap) = match self.pattern {
            Pattern::Solid => (area.size.height, Px::ZERO),
            Pattern::Dashed => (Px::hundredths(450), Px::hundredths(300)),
            Pattern::Dotted => (Px::hundredths(240), Px::hundredths(240)),
        };
        let mut marks = Vec::new();
        let mut top = area.top();
        while top < area.bottom() {
            let height = dash.min(area.bottom() - top);
            let origin = Point::new(area.left(), top);
            marks.push(self.bar(Area::new(origin, Size::new(area.size.width, height)), Corners::Square));
            top += dash + gap;
        }
        marks
    }

    fn bar(self, area: Area, corners: Corners) -> Mark {
        Mark::Rect(Rect { area, corners, role: RectRole::Accent(self.hue) })
    }
}

/// The functions that occur, each with its accent.
#[derive(Debug, Default)]
pub(super) struct Accents {
    names: Vec<String>,
    /// Looked up only, never walked through: its order shows nowhere.
    places: HashMap<String, usize>,
}

impl Accents {
    /// The functions of these cards in order of appearance.
    pub(super) fn of(cards: &[Card]) -> Self {
        let mut accents = Self::default();
        for function in cards.iter().filter_map(|card| card.function.as_deref()) {
            if !accents.places.contains_key(function) && !clean(function).is_empty() {
                accents.places.insert(function.to_owned(), accents.names.len());
                accents.names.push(function.to_owned());
            }
        }
        accents
    }

    /// The accent of a card, if it has a function.
    pub(super) fn get(&self, card: &Card) -> Option<Accent> {
        let place = self.places.get(card.function.as_deref()?)?;
        Some(Accent::nth(*place))
    }

    /// All functions, in order of appearance.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Accent)> {
        self.names.iter().enumerate().map(|(place, name)| (name.as_str(), Accent::nth(place)))
    }
}
