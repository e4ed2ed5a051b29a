//! What surrounds the seats on a page: title, legend, footer, margins.

use super::legend::Legend;
use super::size::Page;
use crate::layout::boxes::Accents;
use crate::layout::geometry::{Area, Point, Px, Scale, Size};
use crate::layout::scene::{Group, GroupKind, Join, Line, Mark, Scene, Text, TextRole};
use crate::layout::words::Words;
use crate::layout::words::{Column, rise};
use crate::model::Language;
use crate::phrase::{Label, Spoken};
use crate::picture::{Card, Holder, Picture};

/// Around everything; the half pixel puts the outlines of boxes, which lie at whole ones, on the raster.
const MARGIN: Px = Px::hundredths(2450);
/// The footer is within the margin.
const BELOW_FOOTER: Px = Px::whole(14);
/// No picture without a page is narrower, so that title and footer have room.
const LEAST_WIDTH: Px = Px::whole(480);
/// Longer lines of title and footer are broken: the eye would lose them.
const LONGEST_LINE: Px = Px::whole(960);
/// Between title, legend, seats and footer.
const GAP: Px = Px::whole(9);
const TITLE_TO_LEGEND: Px = Px::whole(4);
/// Between the title and a legend beside it, at least.
const TITLE_BESIDE_LEGEND: Px = Px::whole(40);
/// Two rows of a legend are higher than the title beside them, and begin above it.
const TWO_ROWS: Px = Px::hundredths(-200);
/// How large the words of the frame are on a slide, how large they are at least, and how large the seats may be
/// compared to them.
const ON_SLIDE: i64 = 130;
const ON_PAPER: i64 = 100;
const SEATS_TO_FRAME: i64 = 140;

/// The seats with their lines, counted from the top left corner of what they fill.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) size: Size,
    pub(super) groups: Vec<Group>,
    /// Boxes are counted in the order of their groups, and there are no others on the page.
    pub(super) joins: Vec<Join>,
}

/// Whether the words around the seats are larger than usual, because the seats are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grown {
    No,
    With(Scale),
}

/// The words around the seats, as they are designed; they are drawn at `scale`.
#[derive(Debug)]
pub(super) struct Frame {
    above: Vec<Group>,
    below: Vec<Group>,
    /// Where the seats begin, and how much the footer takes with the gap above it.
    top: Px,
    bottom: Px,
    scale: Scale,
    page: Size,
}

impl Frame {
    /// The frame on a page.
    pub(super) fn on(page: Page, picture: &Picture, accents: &Accents, legend: bool, grown: Grown) -> Self {
        let mut hundredths = page.scale_around(ON_SLIDE, ON_PAPER);
        if let Grown::With(seats) = grown {
            hundredths = hundredths.max(seats.in_hundredths() * 100 / SEATS_TO_FRAME);
        }
        page.surrounded(hundredths, |scale| {
            let width = scale.undo(page.size.width) - MARGIN * 2;
            let frame = Self { scale, page: page.size, ..Self::of(picture, accents, legend, width) };
            let taken = frame.top + frame.bottom;
            (frame, taken)
        })
    }

    /// The frame of a picture that is as large as its seats need.
    pub(super) fn around(size: Size, picture: &Picture, accents: &Accents, legend: bool) -> Self {
        let width = size.width.max(LEAST_WIDTH);
        let frame = Self::of(picture, accents, legend, width);
        let height = Px::whole((frame.top + size.height + frame.bottom).in_pixels_up());
        Self { page: Size::new(width + MARGIN * 2, height), ..frame }
    }

    fn of(picture: &Picture, accents: &Accents, legend: bool, width: Px) -> Self {
        let legend = if legend { Legend::of(accents, picture) } else { Legend::none() };
        let (above, top) = heading(picture, &legend, width);
        let (mut below, foot) = footer(picture, width);
        let is_empty = below.is_empty();
        // Whole pixels below the margin's half one.
        let top = if above.is_empty() { MARGIN } else { MARGIN + Px::whole((top - MARGIN + GAP).in_pixels_up()) };
        let bottom = if is_empty { MARGIN } else { foot + GAP + BELOW_FOOTER };
        for group in &mut below {
            group.shift(Point::new(MARGIN, Px::ZERO));
        }
        Self { above, below, top, bottom, scale: Scale::ONE, page: Size::default() }
    }

    /// The room for the seats.
    pub(super) fn room(&self) -> Area {
        let origin = Point::new(self.scale.of(MARGIN), self.scale.of(self.top));
        let width = self.page.width - origin.x * 2;
        Area::new(origin, Size::new(width, self.page.height - origin.y - self.scale.of(self.bottom)))
    }

    /// Whether seats at a scale would shout down the title.
    pub(super) fn is_shouted_down(&self, seats: Scale) -> bool {
        seats.in_hundredths() * 100 > self.scale.in_hundredths() * SEATS_TO_FRAME
    }

    /// Puts the seats in the middle of their room, at a scale.
    pub(super) fn compose(self, picture: &Picture, body: Body, scale: Scale) -> Scene {
        let room = self.room();
        let spare = |room: Px, length: Px| Px::whole((room - scale.of(length)).half().max(Px::ZERO).in_pixels_down());
        let origin = room.origin
            + Point::new(spare(room.size.width, body.size.width), spare(room.size.height, body.size.height));
        let mut groups = Vec::with_capacity(body.groups.len() + 4);
        for mut group in self.above {
            group.scale(self.scale);
            groups.push(group);
        }
        for mut group in body.groups {
            group.scale(scale);
            group.shift(origin);
            groups.push(group);
        }
        let foot = Point::new(Px::ZERO, self.page.height - self.scale.of(self.bottom - GAP));
        for mut group in self.below {
            group.scale(self.scale);
            group.shift(foot);
            groups.push(group);
        }
        Scene {
            size: self.page,
            stroke: scale.of(Px::hundredths(125)).max(Px::whole(1)),
            title: Words::new(&picture.title, TextRole::PageTitle).text().to_owned(),
            description: description(&picture.cards, picture.language),
            groups,
            joins: body.joins,
        }
    }
}

/// Title and legend, side by side where they fit, and where they end.
fn heading(picture: &Picture, legend: &Legend<'_>, width: Px) -> (Vec<Group>, Px) {
    let mut groups = Vec::new();
    let start = Point::new(MARGIN, MARGIN);
    let mut bottom = MARGIN;
    let mut title_width = Px::ZERO;
    if !picture.title.trim().is_empty() {
        let words = Words::new(&picture.title, TextRole::PageTitle);
        title_width = words.width() + TITLE_BESIDE_LEGEND;
        let mut column = Column::new(start, width.min(LONGEST_LINE));
        column.text(&words, Px::ZERO);
        bottom = column.pen().y;
        groups.push(Group { kind: GroupKind::Heading, marks: column.into_marks() });
    }
    let Some(legend_width) = legend.width() else { return (groups, bottom) };
    let beside = width - title_width;
    let rows = if beside > width.half() || groups.is_empty() { legend.rows(beside) } else { usize::MAX };
    let (marks, end) = match rows {
        // On the right where one row suffices.
        1 if !groups.is_empty() && legend_width <= beside => {
            let drop = (TextRole::PageTitle.line_height() - TextRole::Legend.line_height()).half();
            legend.set(Point::new(MARGIN + width - legend_width, MARGIN + drop), legend_width)
        }
        2 if !groups.is_empty() => legend.set(Point::new(MARGIN + title_width, MARGIN + TWO_ROWS), beside),
        _ if groups.is_empty() => legend.set(start, width),
        _ => legend.set(Point::new(MARGIN, bottom + TITLE_TO_LEGEND), width),
    };
    groups.push(Group { kind: GroupKind::Legend, marks });
    (groups, bottom.max(end))
}

/// The line at the bottom, counted from its own top left corner, and its height.
fn footer(picture: &Picture, width: Px) -> (Vec<Group>, Px) {
    let role = TextRole::Footer;
    let number =
        picture.number.map(|(page, of)| Label::PageOf.with(picture.language, &[&page, &of])).unwrap_or_default();
    let number = Words::cleaned(number.into(), role);
    let words = Words::new(&picture.subtitle, role);
    let mut marks = Vec::new();
    let mut height = Px::ZERO;
    if !words.text().is_empty() {
        let mut column = Column::new(Point::default(), (width - number.width() - GAP).min(LONGEST_LINE));
        column.text(&words, Px::ZERO);
        height = column.pen().y;
        marks.extend(column.into_marks());
    }
    if !number.text().is_empty() {
        let start = Point::new(width - number.width(), rise(role));
        let lines = vec![Line { start, text: number.text().to_owned(), is_cut: false }];
        marks.push(Mark::Text(Text { role, size: role.size(), lines }));
        height = height.max(role.line_height());
    }
    let group = Group { kind: GroupKind::Footer, marks };
    (if group.marks.is_empty() { Vec::new() } else { vec![group] }, height)
}

/// How many seats there are and how they are held, in a sentence.
fn description(cards: &[Card], language: Language) -> String {
    let cards = || cards.iter().filter(|card| !card.is_heading);
    let count = |wanted: fn(&Holder) -> bool| cards().filter(|card| wanted(&card.holder)).count();
    let states = [
        (count(|holder| *holder == Holder::Vacant), Spoken::AreVacant),
        (count(|holder| matches!(holder, Holder::Interim(_))), Spoken::AreInterim),
        (count(|holder| matches!(holder, Holder::Several(_))), Spoken::AreShared),
        (count(|holder| matches!(holder, Holder::Missing(_) | Holder::Unreadable)), Spoken::AreUnknown),
    ];
    let total = cards().count();
    let seats = if total == 1 { Spoken::ChartOfOne } else { Spoken::ChartOf };
    let mut sentence = seats.with(language, &[&total]);
    let mut mark = ": ";
    for (count, state) in states.into_iter().filter(|(count, _)| *count > 0) {
        sentence.extend([mark, &state.with(language, &[&count])]);
        mark = ", ";
    }
    sentence.push('.');
    sentence
}
