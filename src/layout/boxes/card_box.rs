//! One card as a box: its words broken into lines, its height, its marks.

use super::accent::{Accent, BAR_WIDTH, bed};
use super::badges::Badges;
use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{Corners, Group, GroupKind, Mark, Rect, RectRole, SeatState, TextRole, Tier};
use crate::layout::words::Words;
use crate::layout::words::{Column, rise};
use crate::picture::clean;
use crate::picture::{Badge, Card, Changed, Fate, Holder};

/// Between the edge of a box and its words.
const PADDING: Px = Px::whole(9);
const RADIUS: Px = Px::whole(5);
/// Between title and holder.
const AFTER_TITLE: Px = Px::whole(1);
/// Between holder and responsibilities, and before each further list.
const BEFORE_LIST: Px = Px::whole(5);
const BETWEEN_ITEMS: Px = Px::whole(1);
/// How much higher a box is with a line that says where the tree goes on.
pub(in crate::layout) const MARKER: Px =
    Px::hundredths(BEFORE_LIST.in_hundredths() + TextRole::Continuation.line_height().in_hundredths());
/// The warning triangle before contesting holders, with the room after it.
const WARNING: Px = Px::whole(15);

/// The words of one card, measured once, to be set in boxes of any width.
#[derive(Debug)]
pub(in crate::layout) struct CardText<'p> {
    card: &'p Card,
    title: Words<'p>,
    holder: Words<'static>,
    badges: Badges,
    lists: Vec<List<'p>>,
    elsewhere: Vec<Words<'p>>,
    continuation: Option<Words<'static>>,
    /// Who held the seat before, and where it was.
    former_holder: Option<Words<'p>>,
    origin: Option<Words<'static>>,
}

/// A list in a box; all but the first kind have a heading.
#[derive(Debug)]
struct List<'p> {
    heading: Option<Words<'static>>,
    items: Vec<Words<'p>>,
}

impl<'p> CardText<'p> {
    /// The words of a card. `numbers` are those of its dotted lines, when they are not drawn.
    pub(in crate::layout) fn new(card: &'p Card, numbers: &[usize]) -> Self {
        let changed = card.changed.as_ref();
        let fate = changed.map_or(Fate::Kept, |changed| changed.fate);
        let role = match card.holder {
            _ if fate == Fate::Removed => TextRole::Former,
            Holder::Vacant => TextRole::Vacant,
            _ => TextRole::Holder,
        };
        let holder = clean(&card.holder.words()).into_owned();
        let numbers = numbers.iter().map(|number| Badge::Dotted(*number));
        let lists =
            [(None, &card.responsibilities), (Some("Priorities"), &card.priorities), (Some("Metrics"), &card.metrics)];
        let list = |(heading, items): (Option<&'static str>, &'p Vec<String>)| {
            let items: Vec<_> = items.iter().map(|item| Words::new(item, TextRole::Responsibility)).collect();
            let heading = heading.map(|heading| Words::new(heading, TextRole::Section));
            (!items.is_empty()).then_some(List { heading, items })
        };
        Self {
            card,
            title: Words::new(
                card.name(),
                if fate == Fate::Removed { TextRole::GhostTitle } else { TextRole::SeatTitle },
            ),
            holder: Words::cleaned(holder.into(), role),
            badges: Badges::new(badge(fate).into_iter().chain(card.badges.iter().copied()).chain(numbers)),
            lists: lists.into_iter().filter_map(list).collect(),
            elsewhere: card.elsewhere.iter().map(|words| Words::new(words, TextRole::Continuation)).collect(),
            continuation: card
                .continuation
                .map(|where_to| Words::cleaned(where_to.words().into(), TextRole::Continuation)),
            former_holder: changed
                .and_then(|changed| changed.former_holder.as_deref())
                .map(|holder| Words::new(holder, TextRole::Former)),
            origin: changed
                .and_then(|changed| changed.moved_from.as_deref())
                .map(|seat| Words::cleaned(format!("→ from {}", clean(seat)).into(), TextRole::Origin)),
        }
    }

    /// The card that the words are from.
    pub(in crate::layout) fn card(&self) -> &'p Card {
        self.card
    }

    /// How high a box of this width is.
    pub(in crate::layout) fn height(&self, width: Px) -> Px {
        let mut column = Column::measuring(origin(), inner(width));
        self.fill(&mut column);
        height(&column)
    }

    /// The words set in a box of this width.
    pub(in crate::layout) fn set(&self, tier: Tier, accent: Option<Accent>, width: Px) -> CardBox {
        let mut column = Column::new(origin(), inner(width));
        self.fill(&mut column);
        let area = Area::new(Point::default(), Size::new(width, height(&column)));
        let fate = self.card.changed.as_ref().map_or(Fate::Kept, |changed| changed.fate);
        let role = match fate {
            Fate::Kept => RectRole::Seat(self.state(), tier),
            Fate::Added => RectRole::Added(self.state(), tier),
            Fate::Removed => RectRole::Ghost,
        };
        let mut marks = vec![Mark::Rect(Rect { area, corners: Corners::Round(RADIUS), role })];
        let is_dark = tier == Tier::Head && self.state() == SeatState::Held && fate != Fate::Removed;
        marks.extend(accent.filter(|_| is_dark).map(|_| bed(area, RADIUS)));
        marks.extend(accent.into_iter().flat_map(|accent| accent.along(area, RADIUS)));
        marks.extend(column.into_marks());
        let mut label = format!("{}, {}", self.title.text(), label(self.holder.text(), &self.card.holder));
        self.card.changed.iter().for_each(|changed| tell(changed, &mut label));
        CardBox { size: area.size, id: self.card.id.clone(), label, marks }
    }

    fn fill(&self, column: &mut Column) {
        column.text(&self.title, Px::ZERO);
        if self.card.anonymous {
            self.badges.set(column, None);
        } else {
            if let Some(former) = &self.former_holder {
                column.skip(AFTER_TITLE);
                column.struck(former);
            }
            column.skip(AFTER_TITLE);
            self.fill_holder(column);
        }
        for list in &self.lists {
            column.skip(BEFORE_LIST);
            if let Some(heading) = &list.heading {
                column.text(heading, Px::ZERO);
            }
            column.list(&list.items, BETWEEN_ITEMS);
        }
        if let Some(origin) = &self.origin {
            column.skip(BEFORE_LIST);
            column.text(origin, Px::ZERO);
        }
        for (at, words) in self.elsewhere.iter().chain(&self.continuation).enumerate() {
            column.skip(if at == 0 { BEFORE_LIST } else { BETWEEN_ITEMS });
            column.text(words, Px::ZERO);
        }
    }

    /// Sets the holder and, on the last line where there is room, the figures.
    fn fill_holder(&self, column: &mut Column) {
        let Some(names) = self.card.holder.contested() else {
            column.text(&self.holder, Px::ZERO);
            return self.badges.set(column, Some((&self.holder, Px::ZERO)));
        };
        let role = TextRole::Contested;
        let foot = column.pen() + Point::new(Px::ZERO, rise(role));
        column.mark(|| {
            Mark::Warning([
                foot,
                foot + Point::new(Px::whole(10), Px::ZERO),
                foot + Point::new(Px::whole(5), Px::hundredths(-875)),
            ])
        });
        let names = whole_names(&names, role, column.width() - WARNING);
        let names = Words::cleaned(names.into(), role);
        column.text(&names, WARNING);
        self.badges.set(column, Some((&names, WARNING)));
    }

    fn state(&self) -> SeatState {
        match self.card.holder {
            Holder::Owner(_) | Holder::Interim(_) => SeatState::Held,
            Holder::Several(_) | Holder::Missing(_) | Holder::Unreadable => SeatState::Contested,
            Holder::Vacant => SeatState::Vacant,
        }
    }
}

/// Where the words begin. The bar's room stays free in boxes without a function, so that all text blocks are alike.
fn origin() -> Point {
    Point::new(BAR_WIDTH + PADDING, PADDING)
}

fn inner(width: Px) -> Px {
    width - BAR_WIDTH - PADDING * 2
}

/// Whole pixels, so that outlines of all boxes are equally crisp.
fn height(column: &Column) -> Px {
    Px::whole((column.pen().y + PADDING).in_pixels_up())
}

/// A box whose size is known and whose place is not: its marks count from its own top left corner.
#[derive(Debug)]
pub(in crate::layout) struct CardBox {
    size: Size,
    id: String,
    label: String,
    marks: Vec<Mark>,
}

impl CardBox {
    /// The box at its place.
    pub(in crate::layout) fn into_group(self, origin: Point) -> Group {
        let mut marks = self.marks;
        for mark in &mut marks {
            mark.shift(origin);
        }
        let area = Area::new(origin, self.size);
        Group { kind: GroupKind::Seat { id: self.id, label: self.label, area }, marks }
    }
}

fn badge(fate: Fate) -> Option<Badge> {
    match fate {
        Fate::Kept => None,
        Fate::Added => Some(Badge::Added),
        Fate::Removed => Some(Badge::Removed),
    }
}

/// What has changed, for those who can't see the box.
fn tell(changed: &Changed, label: &mut String) {
    label.push_str(match changed.fate {
        Fate::Kept => "",
        Fate::Added => ", new",
        Fate::Removed => ", gone",
    });
    if let Some(seat) = &changed.moved_from {
        label.extend([", moved from ", &clean(seat)]);
    }
    if let Some(holder) = &changed.former_holder {
        label.extend([", before: ", &clean(holder)]);
    }
}

/// The names with breaks only between them, except in a name that does not fit on a line.
fn whole_names(names: &[String], role: TextRole, width: Px) -> String {
    let whole = |name: &String| {
        let name = clean(name);
        let with_comma = Words::cleaned(format!("{name},").into(), role);
        if with_comma.width() <= width { name.replace(' ', "\u{A0}") } else { name.into_owned() }
    };
    names.iter().map(whole).collect::<Vec<_>>().join(", ")
}

/// The holder in the middle of a sentence.
fn label(words: &str, holder: &Holder) -> String {
    match holder {
        Holder::Vacant => words.to_lowercase(),
        Holder::Owner(name) if name.is_empty() => "held".to_owned(),
        Holder::Several(_) if !holder.has_names() => words.to_owned(),
        Holder::Several(names) => format!("{} owners: {words}", names.len()),
        Holder::Owner(_) | Holder::Interim(_) | Holder::Missing(_) | Holder::Unreadable => words.to_owned(),
    }
}
