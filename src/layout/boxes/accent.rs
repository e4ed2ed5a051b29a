//! The looks of functions: one of eight hues each, by name, and a pattern when the hues repeat. `slots` gives them out.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::slots::slots;

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

const TWO_DASHES_AND_A_DOT: &[(Px, Px)] = &[DASH, DASH, DOT];
const A_DASH_AND_TWO_DOTS: &[(Px, Px)] = &[DASH, DOT, DOT];
const LONG_DASHES_AND_DOTS: &[(Px, Px)] = &[(Px::whole(13), Px::hundredths(240)), DOT];
const LONG_DASHES_AND_TWO_DOTS: &[(Px, Px)] = &[(Px::whole(13), Px::hundredths(240)), DOT, DOT];
const DASH: (Px, Px) = (Px::hundredths(750), Px::hundredths(240));
const DOT: (Px, Px) = (Px::hundredths(240), Px::hundredths(240));

const fn single(dashes: &'static [(Px, Px)]) -> Pattern {
    Pattern { dashes, is_double: false }
}

const fn double(dashes: &'static [(Px, Px)]) -> Pattern {
    Pattern { dashes, is_double: true }
}

/// In the order in which functions get them: beside colours once all of these are taken, else from the first.
const PATTERNS: [Pattern; 16] = [
    single(&[]),
    single(DASHES),
    single(DOTS),
    double(&[]),
    single(DASHES_AND_DOTS),
    double(DASHES),
    single(LONG_DASHES),
    double(DOTS),
    single(TWO_DASHES_AND_A_DOT),
    double(DASHES_AND_DOTS),
    single(A_DASH_AND_TWO_DOTS),
    double(LONG_DASHES),
    single(LONG_DASHES_AND_DOTS),
    double(TWO_DASHES_AND_A_DOT),
    single(LONG_DASHES_AND_TWO_DOTS),
    double(A_DASH_AND_TWO_DOTS),
];

/// How functions are told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accenting {
    /// Whether there are no colours, only patterns.
    pub by_pattern: bool,
    /// The functions that have a colour of their own, in the order in which the theme has these.
    pub own: Vec<String>,
    /// The places in the palette whose colours look too much like one of those: nothing new is given them.
    pub near: Vec<usize>,
    /// The functions of earlier revisions, the oldest first: those that are still there look as they did.
    pub earlier: Vec<Vec<String>>,
}

impl Accenting {
    /// The slot of each function in the last of a series of charts, oldest first: every picture and page
    /// of a chart has its functions' looks from here.
    #[must_use]
    pub fn slots<'n>(&'n self, sets: &[Vec<&'n str>]) -> BTreeMap<&'n str, usize> {
        let earlier = self.earlier.iter().map(|set| set.iter().map(String::as_str).collect());
        let all: Vec<Vec<&str>> = earlier.chain(sets.iter().cloned()).collect();
        slots(&all, &self.near, |name| self.takes_slot(name))
    }

    /// The accent of a function by its slot. As many look different from one another as there are hues and patterns;
    /// without colours as there are patterns.
    pub(in crate::layout) fn accent(&self, name: &str, slot: usize) -> Accent {
        if self.by_pattern {
            return Accent { hue: Hue::nth(slot), pattern: PATTERNS[slot % PATTERNS.len()] };
        }
        match self.own_place(name) {
            Some(own) => Accent { hue: Hue::of_function(own), pattern: PATTERNS[0] },
            None => Accent { hue: Hue::nth(slot), pattern: PATTERNS[slot / Hue::COUNT % PATTERNS.len()] },
        }
    }

    fn own_place(&self, name: &str) -> Option<usize> {
        self.own.iter().position(|own| own == name)
    }

    /// How many slots look different.
    fn looks(&self) -> usize {
        if self.by_pattern { PATTERNS.len() } else { PATTERNS.len() * Hue::COUNT }
    }

    /// Whether a function takes up a slot: one with a colour of its own does not.
    fn takes_slot(&self, name: &str) -> bool {
        self.by_pattern || self.own_place(name).is_none()
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

    /// How long the mark has to be to be known by its pattern.
    pub(in crate::layout) fn period(self) -> Px {
        self.pattern.dashes.iter().map(|(dash, gap)| *dash + *gap).sum()
    }

    /// The mark within `area`, lying instead of standing.
    pub(in crate::layout) fn lying(self, area: Area) -> Vec<Mark> {
        let turned =
            |area: Area| Area::new(Point::new(area.top(), area.left()), Size::new(area.size.height, area.size.width));
        let mut marks = self.marks(turned(area));
        for mark in &mut marks {
            if let Mark::Rect(rect) = mark {
                rect.area = turned(rect.area);
            }
        }
        marks
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

/// A strip along the left edge of a box, inside the outline, half a pixel of it within the box.
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
#[derive(Clone, Debug, Default)]
pub(in crate::layout) struct Accents {
    /// In order of appearance.
    names: Vec<(String, usize)>,
    accenting: Accenting,
    /// Looked up only, never walked through: its order shows nowhere.
    places: HashMap<String, usize>,
}

impl Accents {
    /// The functions of a picture in their order.
    pub(in crate::layout) fn of(picture: &Picture, accenting: &Accenting) -> Self {
        let appearing = picture.cards.iter().filter_map(|card| card.function.as_deref());
        let mut names: Vec<&str> = Vec::new();
        let mut seen = HashSet::new();
        for function in picture.functions.iter().map(String::as_str).chain(appearing) {
            if !clean(function).is_empty() && seen.insert(function) {
                names.push(function);
            }
        }
        let sets = picture.earlier_functions.iter().map(|set| set.iter().map(String::as_str).collect());
        let sets: Vec<Vec<&str>> = sets.chain([names.clone()]).collect();
        let slots = accenting.slots(&sets);
        let names = names.into_iter().map(|name| (name.to_owned(), slots.get(name).copied().unwrap_or(0)));
        Self::named(names.collect(), accenting)
    }

    fn named(names: Vec<(String, usize)>, accenting: &Accenting) -> Self {
        let places = names.iter().enumerate().map(|(place, (name, _))| (name.clone(), place)).collect();
        Self { names, accenting: accenting.clone(), places }
    }

    /// Those of the functions that occur on some cards. No two of them look alike, as far as there are looks.
    pub(in crate::layout) fn on(&self, cards: &[Card]) -> Self {
        let mut occurs = vec![false; self.names.len()];
        for place in cards.iter().filter_map(|card| self.places.get(card.function.as_deref()?)) {
            occurs[*place] = true;
        }
        let mut names: Vec<(String, usize)> =
            self.names.iter().zip(occurs).filter(|(_, occurs)| *occurs).map(|(name, _)| name.clone()).collect();
        let looks = self.accenting.looks();
        let mut taken: HashSet<usize> = HashSet::new();
        let mut alike = Vec::new();
        for (place, (name, slot)) in names.iter().enumerate().filter(|(_, (name, _))| self.accenting.takes_slot(name)) {
            debug_assert!(!name.is_empty(), "a function has a name");
            if !taken.insert(slot % looks) {
                alike.push(place);
            }
        }
        let mut free = (0..looks).filter(|slot| !taken.contains(slot) && !self.accenting.near.contains(slot));
        for place in alike {
            names[place].1 = free.next().unwrap_or(names[place].1);
        }
        Self::named(names, &self.accenting)
    }

    /// Only those of some functions.
    pub(in crate::layout) fn only(&self, is_wanted: impl Fn(&str) -> bool) -> Self {
        let names = self.names.iter().filter(|(name, _)| is_wanted(name)).cloned();
        Self::named(names.collect(), &self.accenting)
    }

    /// The accent of a card, if it has a function.
    pub(in crate::layout) fn get(&self, card: &Card) -> Option<Accent> {
        self.of_function(card.function.as_deref()?)
    }

    /// The accent of a function, if it occurs.
    pub(in crate::layout) fn of_function(&self, function: &str) -> Option<Accent> {
        let (name, slot) = &self.names[*self.places.get(function)?];
        Some(self.accenting.accent(name, *slot))
    }

    /// All functions, in order of appearance.
    pub(in crate::layout) fn iter(&self) -> impl Iterator<Item = (&str, Accent)> {
        self.names.iter().map(|(name, slot)| (name.as_str(), self.accenting.accent(name, *slot)))
    }
}
