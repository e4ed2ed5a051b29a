//! One card as a box: its words broken into lines, its height, its marks.

use super::accent::{Accent, BAR_WIDTH};
use super::card::{Card, Holder};
use super::clean::clean;
use super::column::{Column, rise};
use super::geometry::{Area, Point, Px, Size};
use super::scene::{Corners, Group, GroupKind, Mark, Rect, RectRole, SeatState, TextRole, Tier};
use super::wrap::fits;

/// Between the edge of a box and its words.
const PADDING: Px = Px::whole(10);
const RADIUS: Px = Px::whole(5);
/// Between title and holder.
const AFTER_TITLE: Px = Px::whole(2);
/// Between holder and responsibilities.
const BEFORE_LIST: Px = Px::whole(6);
const BETWEEN_ITEMS: Px = Px::whole(2);
/// The warning triangle before contesting holders, with the room after it.
const WARNING: Px = Px::whole(15);

/// A box whose size is known and whose place is not: its marks count from its own top left corner.
#[derive(Debug)]
pub(super) struct CardBox {
    pub(super) size: Size,
    id: String,
    label: String,
    marks: Vec<Mark>,
}

impl CardBox {
    /// Sets the words of a card in a box of this width; the height follows.
    pub(super) fn measure(card: &Card, tier: Tier, accent: Option<Accent>, width: Px) -> Self {
        let title = clean(if card.title.trim().is_empty() { &card.id } else { &card.title });
        let words = card.holder.words();
        let holder = clean(&words);
        // The bar's room stays free in boxes without a function, so that all text blocks are alike.
        let left = BAR_WIDTH + PADDING;
        let mut column = Column::new(Point::new(left, PADDING), width - left - PADDING);
        column.text(TextRole::SeatTitle, &title, Px::ZERO);
        column.skip(AFTER_TITLE);
        set_holder(&mut column, &card.holder, &holder);
        if !card.responsibilities.is_empty() {
            column.skip(BEFORE_LIST);
            column.list(TextRole::Responsibility, &card.responsibilities, BETWEEN_ITEMS);
        }
        // Whole pixels, so that outlines of all boxes are equally crisp.
        let height = Px::whole((column.pen().y + PADDING).in_pixels_up());
        let area = Area::new(Point::default(), Size::new(width, height));
        let role = RectRole::Seat(state(&card.holder), tier);
        let mut marks = vec![Mark::Rect(Rect { area, corners: Corners::Round(RADIUS), role })];
        marks.extend(accent.into_iter().flat_map(|accent| accent.along(area, RADIUS)));
        marks.extend(column.into_marks());
        Self {
            size: area.size,
            id: card.id.clone(),
            label: format!("{title}, {}", label(&holder, &card.holder)),
            marks,
        }
    }

    /// The box at its place.
    pub(super) fn into_group(self, origin: Point) -> Group {
        let mut marks = self.marks;
        for mark in &mut marks {
            mark.shift(origin);
        }
        let area = Area::new(origin, self.size);
        Group { kind: GroupKind::Seat { id: self.id, label: self.label, area }, marks }
    }
}

fn set_holder(column: &mut Column, holder: &Holder, words: &str) {
    match holder {
        Holder::Owner(_) | Holder::Interim(_) => column.text(TextRole::Holder, words, Px::ZERO),
        Holder::Vacant => column.text(TextRole::Vacant, words, Px::ZERO),
        Holder::Several(names) => {
            let role = TextRole::Contested;
            let foot = column.pen() + Point::new(Px::ZERO, rise(role));
            column.mark(Mark::Warning([
                foot,
                foot + Point::new(Px::whole(10), Px::ZERO),
                foot + Point::new(Px::whole(5), Px::hundredths(-875)),
            ]));
            column.text(role, &whole_names(names, role, column.width() - WARNING), WARNING);
        }
    }
}

/// The names with breaks only between them, except in a name that does not fit on a line.
fn whole_names(names: &[String], role: TextRole, width: Px) -> String {
    let whole = |name: &String| {
        let name = clean(name);
        if fits(&format!("{name},"), role, width) { name.replace(' ', "\u{A0}") } else { name.into_owned() }
    };
    names.iter().map(whole).collect::<Vec<_>>().join(", ")
}

fn state(holder: &Holder) -> SeatState {
    match holder {
        Holder::Owner(_) | Holder::Interim(_) => SeatState::Held,
        Holder::Several(_) => SeatState::Contested,
        Holder::Vacant => SeatState::Vacant,
    }
}

/// The holder in the middle of a sentence.
fn label(words: &str, holder: &Holder) -> String {
    match holder {
        Holder::Vacant => words.to_lowercase(),
        Holder::Several(names) => format!("{} owners: {words}", names.len()),
        Holder::Owner(_) | Holder::Interim(_) => words.to_owned(),
    }
}
