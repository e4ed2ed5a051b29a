//! The colours of functions: one of eight hues each, in order of appearance, and a pattern when the hues repeat.

use std::collections::HashMap;

use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{Corners, Hue, Mark, Rect, RectRole};
use crate::picture::clean;
use crate::picture::{Card, Picture};

/// How wide the mark of a function is.
pub(in crate::layout) const BAR_WIDTH: Px = Px::whole(4);

/// How much wider its bed is.
const BED: Px = Px::hundredths(150);

/// Where a patterned bar begins below the upper edge of its box, clear of the round corner.
const INSET: Px = Px::whole(6);

/// How the mark of a function looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::layout) struct Accent {
    hue: Hue,
    pattern: Pattern,
}

/// What keeps two functions of one hue apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pattern {
    /// Dashes and the gaps after them, in turn; none for a bar without gaps.
    dashes: &'static [(Px, Px)],
    /// Whether there are two thin bars instead of one.
    is_double: bool,
}

const DASHES: &[(Px, Px)] = &[(Px::hundredths(450), Px::hundredths(300))];
const DOTS: &[(Px, Px)] = &[(Px::hundredths(240), Px::hundredths(240))];
const LONG_DASHES: &[(Px, Px)] = &[(Px::whole(10), Px::whole(3))];
const DASHES_AND_DOTS: &[(Px, Px)] =
    &[(Px::hundredths(750), Px::hundredths(240)), (Px::hundredths(240), Px::hundredths(240))];

/// In the order in which functions get them. The first three come with colours, all of them without.
const PATTERNS: [Pattern; 8] = [
    Pattern { dashes: &[], is_double: false },
    Pattern { dashes: DASHES, is_double: false },
    Pattern { dashes: DOTS, is_double: false },
    Pattern { dashes: &[], is_double: true },
    Pattern { dashes: DASHES_AND_DOTS, is_double: false },
    Pattern { dashes: DASHES, is_double: true },
    Pattern { dashes: LONG_DASHES, is_double: false },
    Pattern { dashes: DOTS, is_double: true },
];
const WITH_COLOURS: usize = 3;

/// How functions are told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accenting {
    /// Whether there are no colours, only patterns.
    pub by_pattern: bool,
    /// The functions that have a colour of their own, in the order in which the theme has these.
    pub own: Vec<String>,
}

impl Accenting {
    /// The accent of the function that appears at this place. Twenty-four look different from one another with colours,
    /// and eight without.
    pub(in crate::layout) fn accent(&self, name: &str, index: usize) -> Accent {
        if self.by_pattern {
            return Accent { hue: Hue::nth(index), pattern: PATTERNS[index % PATTERNS.len()] };
        }
        match self.own.iter().position(|own| own == name) {
            Some(own) => Accent { hue: Hue::of_function(own), pattern: PATTERNS[0] },
            None => Accent { hue: Hue::nth(index), pattern: PATTERNS[index / Hue::COUNT % WITH_COLOURS] },
        }
    }
}

impl Accent {
    /// The colour.
    pub(in crate::layout) fn hue(self) -> Hue {
        self.hue
    }

    /// The bar along the left edge of a box with corners of this radius.
    pub(in crate::layout) fn along(self, area: Area, radius: Px) -> Vec<Mark> {
        let Area { origin, size } = edge(area, BAR_WIDTH);
        if self.pattern == PATTERNS[0] {
            return vec![self.bar(Area::new(origin, size), Corners::RoundLeft(radius.min(BAR_WIDTH)))];
        }
        let origin = origin + Point::new(Px::ZERO, INSET);
        self.marks(Area::new(origin, Size::new(BAR_WIDTH, size.height - INSET * 2)))
    }

    /// The mark within `area`, as the legend shows it.
    pub(in crate::layout) fn marks(self, area: Area) -> Vec<Mark> {
        let whole = [(area.size.height, Px::ZERO)];
        let dashes = if self.pattern.dashes.is_empty() { &whole } else { self.pattern.dashes };
        let mut marks = Vec::new();
        let mut top = area.top();
        for (dash, gap) in dashes.iter().cycle() {
            if top >= area.bottom() || *dash <= Px::ZERO {
                break;
            }
            let height = (*dash).min(area.bottom() - top);
            for (left, width) in self.pattern.bars(area.size.width) {
                let origin = Point::new(area.left() + left, top);
                marks.push(self.bar(Area::new(origin, Size::new(width, height)), Corners::Square));
            }
            top += *dash + *gap;
        }
        marks
    }

    fn bar(self, area: Area, corners: Corners) -> Mark {
        Mark::Rect(Rect { area, corners, role: RectRole::Accent(self.hue) })
    }
}

/// What lies under the bar of a box whose own colour the bar's may be too close to.
pub(in crate::layout) fn bed(area: Area, radius: Px) -> Mark {
    let corners = Corners::RoundLeft(radius.min(BAR_WIDTH));
    Mark::Rect(Rect { area: edge(area, BAR_WIDTH + BED), corners, role: RectRole::Bed })
}

/// A strip along the left edge of a box, inside the outline, half a pixel of which lies within the box.
fn edge(area: Area, width: Px) -> Area {
    let inner = Px::hundredths(50);
    Area::new(area.origin + Point::new(inner, inner), Size::new(width, area.size.height - inner * 2))
}

impl Pattern {
    /// Where across the whole width bars begin, and how wide they are.
    fn bars(self, width: Px) -> impl Iterator<Item = (Px, Px)> {
        let thin = Px::hundredths(130);
        let bars = if self.is_double { [(Px::ZERO, thin), (width - thin, thin)] } else { [(Px::ZERO, width); 2] };
        bars.into_iter().take(1 + usize::from(self.is_double))
    }
}

/// The functions that occur, each with its accent.
#[derive(Debug, Default)]
pub(in crate::layout) struct Accents {
    names: Vec<(String, Accent)>,
    /// Looked up only, never walked through: its order shows nowhere.
    places: HashMap<String, usize>,
}

impl Accents {
    /// The functions of a picture in their order.
    pub(in crate::layout) fn of(picture: &Picture, accenting: &Accenting) -> Self {
        let mut accents = Self::default();
        let appearing = picture.cards.iter().filter_map(|card| card.function.as_deref());
        for function in picture.functions.iter().map(String::as_str).chain(appearing) {
            if !accents.places.contains_key(function) && !clean(function).is_empty() {
                let place = accents.names.len();
                accents.places.insert(function.to_owned(), place);
                accents.names.push((function.to_owned(), accenting.accent(function, place)));
            }
        }
        accents
    }

    /// Those of the functions that occur on some cards.
    pub(in crate::layout) fn on(&self, cards: &[Card]) -> Self {
        let mut occurs = vec![false; self.names.len()];
        for place in cards.iter().filter_map(|card| self.places.get(card.function.as_deref()?)) {
            occurs[*place] = true;
        }
        let names: Vec<_> =
            self.names.iter().zip(occurs).filter(|(_, occurs)| *occurs).map(|(name, _)| name.clone()).collect();
        let places = names.iter().enumerate().map(|(place, (name, _))| (name.clone(), place)).collect();
        Self { names, places }
    }

    /// The accent of a card, if it has a function.
    pub(in crate::layout) fn get(&self, card: &Card) -> Option<Accent> {
        let place = self.places.get(card.function.as_deref()?)?;
        Some(self.names[*place].1)
    }

    /// All functions, in order of appearance.
    pub(in crate::layout) fn iter(&self) -> impl Iterator<Item = (&str, Accent)> {
        self.names.iter().map(|(name, accent)| (name.as_str(), *accent))
    }
}
