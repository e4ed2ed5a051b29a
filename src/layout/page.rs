//! The page around the seats: title, legend, footer, margins.

use super::accent::{Accents, BAR_WIDTH};
use super::card::{Card, Holder, Picture};
use super::card_box::CardBox;
use super::clean::clean;
use super::column::{Column, rise};
use super::geometry::{Area, Point, Px, Size};
use super::scene::{Group, GroupKind, Line, Mark, Scene, Text, TextRole};

/// Around everything; the half pixel puts the outlines of boxes, which lie at whole ones, on the raster.
const MARGIN: Px = Px::hundredths(2450);
/// No page is narrower, so that title and footer have room.
const LEAST_WIDTH: Px = Px::whole(480);
/// Longer lines of title and footer are broken: the eye would lose them.
const LONGEST_LINE: Px = Px::whole(960);
/// Between title, legend, seats and footer.
const GAP: Px = Px::whole(20);
const TITLE_TO_LEGEND: Px = Px::whole(8);
/// Between a swatch and its name, and between one entry and the next.
const SWATCH_GAP: Px = Px::whole(6);
const ENTRY_GAP: Px = Px::whole(18);
const SWATCH_HEIGHT: Px = Px::whole(12);

/// Seats at their places, counted from the top left corner of what they fill.
pub(super) struct Body {
    pub(super) size: Size,
    pub(super) boxes: Vec<(CardBox, Point)>,
    pub(super) connectors: Group,
}

/// Puts the seats on a page.
pub(super) fn compose(picture: &Picture, accents: &Accents, body: Body) -> Scene {
    let width = body.size.width.max(LEAST_WIDTH);
    let mut groups = Vec::with_capacity(body.boxes.len() + 4);
    let mut top = MARGIN;
    if !picture.title.trim().is_empty() {
        let heading = words(GroupKind::Heading, TextRole::PageTitle, &picture.title, Point::new(MARGIN, top), width);
        top = heading.1;
        groups.push(heading.0);
    }
    if let Some((legend, bottom)) = legend(accents, Point::new(MARGIN, top + TITLE_TO_LEGEND), width) {
        top = bottom;
        groups.push(legend);
    }
    if top > MARGIN {
        // Whole pixels below the margin's half one.
        top = MARGIN + Px::whole((top - MARGIN + GAP).in_pixels_up());
    }
    let spare = Px::whole((width - body.size.width).half().in_pixels_up());
    let origin = Point::new(MARGIN + spare, top);
    let mut connectors = body.connectors;
    connectors.marks.iter_mut().for_each(|mark| mark.shift(origin));
    if !connectors.marks.is_empty() {
        groups.push(connectors);
    }
    groups.extend(body.boxes.into_iter().map(|(card, place)| card.into_group(place + origin)));
    let mut bottom = top + body.size.height;
    if !picture.subtitle.trim().is_empty() {
        let start = Point::new(MARGIN, bottom + GAP);
        let footer = words(GroupKind::Footer, TextRole::Footer, &picture.subtitle, start, width);
        bottom = footer.1;
        groups.push(footer.0);
    }
    let size = Size::new(width + MARGIN * 2, Px::whole((bottom + MARGIN).in_pixels_up()));
    Scene { size, title: clean(&picture.title).into_owned(), description: description(&picture.cards), groups }
}

/// Words of one role in a group of their own, and where they end.
fn words(kind: GroupKind, role: TextRole, words: &str, start: Point, width: Px) -> (Group, Px) {
    let mut column = Column::new(start, width.min(LONGEST_LINE));
    column.text(role, words, Px::ZERO);
    let bottom = column.pen().y;
    (Group { kind, marks: column.into_marks() }, bottom)
}

/// The functions that occur, side by side in as many rows as they need, and where the last row ends.
fn legend(accents: &Accents, start: Point, width: Px) -> Option<(Group, Px)> {
    let role = TextRole::Legend;
    let indent = BAR_WIDTH + SWATCH_GAP;
    let mut marks = Vec::new();
    let mut pen = start;
    for (name, accent) in accents.iter() {
        let name = clean(name);
        // With the slack of four per cent that boxes have, too.
        let name_width = Px::hundredths(role.face().width(&name, role.size()).in_hundredths() * 104 / 100 + 1);
        if pen.x > start.x && pen.x + indent + name_width > start.x + width {
            pen = Point::new(start.x, pen.y + role.line_height() + Px::whole(2));
        }
        let swatch = Point::new(pen.x, pen.y + (role.line_height() - SWATCH_HEIGHT).half());
        marks.extend(accent.marks(Area::new(swatch, Size::new(BAR_WIDTH, SWATCH_HEIGHT))));
        if indent + name_width > width {
            let mut column = Column::new(pen + Point::new(indent, Px::ZERO), width - indent);
            column.text(role, &name, Px::ZERO);
            pen = Point::new(start.x + width, column.pen().y - role.line_height());
            marks.extend(column.into_marks());
            continue;
        }
        let start = pen + Point::new(indent, rise(role));
        marks.push(Mark::Text(Text { role, lines: vec![Line { start, text: name.into_owned() }] }));
        pen.x += indent + name_width + ENTRY_GAP;
    }
    let bottom = pen.y + role.line_height();
    (!marks.is_empty()).then_some((Group { kind: GroupKind::Legend, marks }, bottom))
}

/// How many seats there are and how they are held, in a sentence.
fn description(cards: &[Card]) -> String {
    let count = |wanted: fn(&Holder) -> bool| cards.iter().filter(|card| wanted(&card.holder)).count();
    let states = [
        (count(|holder| *holder == Holder::Vacant), "vacant"),
        (count(|holder| matches!(holder, Holder::Interim(_))), "held for the time being"),
        (count(|holder| matches!(holder, Holder::Several(_))), "with more than one owner"),
    ];
    let seats = if cards.len() == 1 { "seat" } else { "seats" };
    let mut sentence = format!("Accountability chart of {} {seats}", cards.len());
    let mut mark = ": ";
    for (count, state) in states.into_iter().filter(|(count, _)| *count > 0) {
        sentence.extend([mark, &count.to_string(), " ", state]);
        mark = ", ";
    }
    sentence.push('.');
    sentence
}
