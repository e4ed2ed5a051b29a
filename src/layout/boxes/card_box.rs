//! One card as a box: its words broken into lines, its height, its marks.

use super::accent::{Accent, BAR_WIDTH, bed};
use super::badges::Badges;
use super::initials::circle;
use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{Corners, Group, GroupKind, Mark, Rect, RectRole, SeatState, TextRole, Tier};
use crate::layout::words::Words;
use crate::layout::words::{Column, rise};
use crate::model::Language;
use crate::phrase::{Label, Spoken};
use crate::picture::clean;
use crate::picture::{Badge, Card, ChangeKind, Changed, Fate, Holder};

/// Between the edge of a box and its words.
const PADDING: Px = Px::whole(8);
/// Above and below the words of a cell.
const CELL_PADDING: Px = Px::whole(6);
/// Between a cell and an outline of its own.
const CELL_INSET: Px = Px::whole(2);
/// No list in a box is longer: one seat does not shrink the whole page.
const MOST_ITEMS: usize = 12;
const RADIUS: Px = Px::whole(5);
/// Below the figures that mark changes.
const AFTER_CHANGES: Px = Px::whole(3);
/// Between title and holder.
const AFTER_TITLE: Px = Px::whole(1);
/// Between holder and responsibilities, and before each further list.
const BEFORE_LIST: Px = Px::whole(4);
const BETWEEN_ITEMS: Px = Px::whole(1);
/// How much higher a box is with a line that says where the tree continues.
pub(in crate::layout) const MARKER: Px =
    Px::hundredths(BEFORE_LIST.in_hundredths() + TextRole::Continuation.line_height().in_hundredths());
/// The warning triangle before contesting holders, with the room after it.
const WARNING: Px = Px::whole(15);

/// What a card is set as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::layout) enum Setting {
    /// A box with an outline of its own.
    Own,
    /// A cell of a panel, which has one outline for all of its cells.
    Cell,
}

impl Setting {
    /// Above and below the words.
    fn padding(self) -> Px {
        match self {
            Self::Own => PADDING,
            Self::Cell => CELL_PADDING,
        }
    }
}

/// The words of one card, measured once, to be set in boxes of any width.
#[derive(Debug)]
pub(in crate::layout) struct CardText<'p> {
    card: &'p Card,
    language: Language,
    /// What kinds of changes there are.
    changes: Badges,
    title: Words<'p>,
    holder: Words<'static>,
    initials: Option<Words<'p>>,
    badges: Badges,
    lists: Vec<List<'p>>,
    /// What the seat newly answers for, and what it no longer does.
    gained: Vec<Words<'p>>,
    lost: Vec<Words<'p>>,
    elsewhere: Vec<Words<'p>>,
    continuation: Option<Words<'static>>,
    /// What the seat was called, who held it, and where it was.
    former_title: Option<Words<'p>>,
    former_holder: Option<Words<'p>>,
    origin: Option<Words<'static>>,
}

/// A list in a box; all but the first kind have a heading.
#[derive(Debug)]
struct List<'p> {
    heading: Option<Words<'static>>,
    items: Vec<Words<'p>>,
}

impl<'p> List<'p> {
    fn new(
        heading: Option<Label>,
        items: &'p [String],
        (language, hyphens): (Language, Option<Language>),
    ) -> Option<Self> {
        let words = listed(items, TextRole::Responsibility, (language, hyphens));
        let heading = heading.map(|heading| Words::new(heading.words(language), TextRole::Section));
        (!items.is_empty()).then_some(Self { heading, items: words })
    }
}

/// The items of a list, as far as they are shown.
fn listed(items: &[String], role: TextRole, (language, hyphens): (Language, Option<Language>)) -> Vec<Words<'_>> {
    // One line says no more than one item would.
    let shown = if items.len() > MOST_ITEMS + 1 { MOST_ITEMS } else { items.len() };
    let mut words: Vec<_> = items[..shown].iter().map(|item| Words::new(item, role).in_language(hyphens)).collect();
    if shown < items.len() {
        let more = Label::AndMore.with(language, &[&(items.len() - shown)]);
        words.push(Words::cleaned(more.into(), role));
    }
    words
}

fn title_role(card: &Card) -> TextRole {
    match &card.changed {
        Some(Changed { fate: Fate::Removed, .. }) => TextRole::GhostTitle,
        _ if card.is_faded => TextRole::FadedTitle,
        _ => TextRole::SeatTitle,
    }
}

impl<'p> CardText<'p> {
    /// The words of a card. `numbers` are those of its dotted lines, when they are not drawn.
    pub(in crate::layout) fn new(
        card: &'p Card,
        numbers: &[usize],
        (language, hyphens): (Language, Option<Language>),
    ) -> Self {
        let changed = card.changed.as_ref();
        let role = match card.holder {
            _ if changed.is_some_and(|changed| changed.fate == Fate::Removed) => TextRole::Former,
            _ if card.is_faded => TextRole::FadedHolder,
            Holder::Vacant => TextRole::Vacant,
            _ => TextRole::Holder,
        };
        let holder = clean(&card.holder.words(language)).into_owned();
        let numbers = numbers.iter().map(|number| Badge::Dotted(*number));
        let lists = [
            (None, &card.responsibilities),
            (Some(Label::Priorities), &card.priorities),
            (Some(Label::Metrics), &card.metrics),
        ];
        let list = |(heading, items): (Option<Label>, &'p Vec<String>)| List::new(heading, items, (language, hyphens));
        Self {
            card,
            language,
            changes: Badges::new(changed.into_iter().flat_map(Changed::kinds).map(Badge::Change), language),
            title: Words::new(card.name(), title_role(card)).in_language(hyphens),
            holder: Words::cleaned(holder.into(), role),
            initials: card
                .initials
                .as_deref()
                .filter(|_| !card.is_faded && card.changed.is_none())
                .map(|initials| Words::new(initials, TextRole::Initials)),
            badges: Badges::new(card.badges.iter().copied().chain(numbers), language),
            lists: lists.into_iter().filter_map(list).collect(),
            gained: listed(changed.map_or(&[], |changed| &changed.gained), TextRole::Gained, (language, hyphens)),
            lost: listed(changed.map_or(&[], |changed| &changed.lost), TextRole::Lost, (language, hyphens)),
            elsewhere: card.elsewhere.iter().map(|words| Words::new(words, TextRole::Continuation)).collect(),
            continuation: card
                .continuation
                .map(|where_to| Words::cleaned(where_to.words(language).into(), TextRole::Continuation)),
            former_title: changed
                .and_then(|changed| changed.former_title.as_deref())
                .map(|title| Words::new(title, TextRole::Former).in_language(hyphens)),
            former_holder: changed
                .and_then(|changed| changed.former_holder.as_deref())
                .map(|holder| Words::new(holder, TextRole::Former)),
            origin: changed.and_then(|changed| changed.moved_from.as_deref()).map(|seat| {
                Words::cleaned(format!("→ {}", Label::From.with(language, &[&clean(seat)])).into(), TextRole::Origin)
            }),
        }
    }

    /// The card that the words are from.
    pub(in crate::layout) fn card(&self) -> &'p Card {
        self.card
    }

    /// How high a box of this width is.
    pub(in crate::layout) fn height(&self, width: Px, setting: Setting) -> Px {
        let mut column = Column::measuring(origin(setting), inner(width));
        self.fill(&mut column);
        height(&column, setting)
    }

    /// The words set in a box of this width.
    pub(in crate::layout) fn set(&self, tier: Tier, accent: Option<Accent>, width: Px, setting: Setting) -> CardBox {
        let mut column = Column::new(origin(setting), inner(width));
        self.fill(&mut column);
        let area = Area::new(Point::default(), Size::new(width, height(&column, setting)));
        let mut marks = match setting {
            _ if self.card.is_heading => {
                vec![Mark::Rect(Rect { area, corners: Corners::Square, role: RectRole::Heading })]
            }
            Setting::Own => self.outline(area, tier, accent),
            Setting::Cell => self.cell(area, accent),
        };
        let words = column.into_marks();
        let right = origin(setting).x + inner(width);
        let initials = self.initials.as_ref().map(|initials| circle(initials, &words, setting.padding(), right));
        marks.extend(words);
        let mut label =
            format!("{}, {}", self.title.text(), label(self.holder.text(), &self.card.holder, self.language));
        self.card.changed.iter().for_each(|changed| tell(changed, self.language, &mut label));
        let id = self.card.id.clone();
        let kind = if self.card.is_heading {
            let label = self.title.text().to_owned();
            GroupKind::Node { kind: "group", id, label, area }
        } else {
            GroupKind::Seat { id, label, area }
        };
        CardBox { kind, marks, initials }
    }

    /// The box with the bar of its function.
    fn outline(&self, area: Area, tier: Tier, accent: Option<Accent>) -> Vec<Mark> {
        let mut marks = vec![Mark::Rect(Rect { area, corners: Corners::Round(RADIUS), role: self.role(tier) })];
        let is_dark = self.role(tier).seat() == Some((SeatState::Held, Tier::Head));
        marks.extend(accent.filter(|_| is_dark).map(|_| bed(area, RADIUS)));
        marks.extend(accent.into_iter().flat_map(|accent| accent.along(area, RADIUS)));
        marks
    }

    /// The cell, with an outline of its own where its state has to be seen.
    fn cell(&self, area: Area, accent: Option<Accent>) -> Vec<Mark> {
        let is_plain = self.state() == SeatState::Held && self.card.changed.is_none();
        let (inset, role) = if is_plain { (Px::whole(1), RectRole::Cell) } else { (CELL_INSET, self.role(Tier::Leaf)) };
        let area = area.inset(inset);
        let mut marks = vec![Mark::Rect(Rect { area, corners: Corners::Round(RADIUS - inset), role })];
        let edge = Area::new(area.origin, Size::new(BAR_WIDTH, area.size.height)).inset_upright(CELL_INSET);
        marks.extend(accent.into_iter().flat_map(|accent| accent.marks(edge)));
        marks
    }

    fn role(&self, tier: Tier) -> RectRole {
        match self.card.changed.as_ref().and_then(|changed| changed.kinds().next()) {
            Some(ChangeKind::Removed) => RectRole::Ghost,
            Some(kind) => RectRole::Changed(kind, self.state(), tier),
            None if self.card.is_faded => RectRole::Faded(self.state()),
            None => RectRole::Seat(self.state(), tier),
        }
    }

    fn fill(&self, column: &mut Column) {
        if !self.changes.is_empty() {
            self.changes.set(column, None);
            column.skip(AFTER_CHANGES);
        }
        self.former_title.iter().for_each(|former| column.struck(former));
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
        self.fill_exchanged(column);
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

    /// Sets what the seat newly answers for, and what it no longer does.
    fn fill_exchanged(&self, column: &mut Column) {
        if !self.gained.is_empty() {
            column.skip(BEFORE_LIST);
            column.signed("+ ", &self.gained, BETWEEN_ITEMS);
        }
        for (at, lost) in self.lost.iter().enumerate() {
            column.skip(if at == 0 && self.gained.is_empty() { BEFORE_LIST } else { BETWEEN_ITEMS });
            column.struck(lost);
        }
    }

    /// Sets the holder and, on the last line where there is room, the figures.
    fn fill_holder(&self, column: &mut Column) {
        let Some(names) = self.card.holder.contested(self.language) else {
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
fn origin(setting: Setting) -> Point {
    Point::new(BAR_WIDTH + PADDING, setting.padding())
}

fn inner(width: Px) -> Px {
    width - BAR_WIDTH - PADDING * 2
}

/// Whole pixels, so that outlines of all boxes are equally crisp.
fn height(column: &Column, setting: Setting) -> Px {
    Px::whole((column.pen().y + setting.padding()).in_pixels_up())
}

/// A box whose size is known and whose place is not: its marks count from its own top left corner.
#[derive(Debug)]
pub(in crate::layout) struct CardBox {
    kind: GroupKind,
    marks: Vec<Mark>,
    /// The circle of initials, if there are any: empty where there is no room for it.
    initials: Option<Vec<Mark>>,
}

impl CardBox {
    /// Whether there are initials without room for their circle.
    pub(in crate::layout) fn lacks_room(&self) -> bool {
        self.initials.as_ref().is_some_and(Vec::is_empty)
    }

    /// The box at its place.
    pub(in crate::layout) fn into_group(self, origin: Point, with_initials: bool) -> Group {
        let mut group = Group { kind: self.kind, marks: self.marks };
        group.marks.extend(self.initials.filter(|_| with_initials).into_iter().flatten());
        group.shift(origin);
        group
    }
}

/// What has changed, for those who can't see the box.
fn tell(changed: &Changed, language: Language, label: &mut String) {
    for kind in changed.kinds() {
        label.extend([", ", kind.label().words(language)]);
        let more = match kind {
            ChangeKind::Moved => changed.moved_from.as_ref().map(|seat| (Label::From, seat)),
            ChangeKind::NewHolder | ChangeKind::Vacated => {
                changed.former_holder.as_ref().map(|holder| (Label::Formerly, holder))
            }
            ChangeKind::Retitled => changed.former_title.as_ref().map(|title| (Label::Formerly, title)),
            _ => None,
        };
        label.extend(more.map(|(words, name)| format!(" {}", words.with(language, &[&clean(name)]))));
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
fn label(words: &str, holder: &Holder, language: Language) -> String {
    match holder {
        Holder::Vacant => words.to_lowercase(),
        Holder::Owner(name) if name.is_empty() => Spoken::Held.words(language).to_owned(),
        Holder::Several(_) if !holder.has_names() => words.to_owned(),
        Holder::Several(names) => Spoken::OwnersNamed.with(language, &[&names.len(), &words]),
        Holder::Owner(_) | Holder::Interim(_) | Holder::Missing(_) | Holder::Unreadable => words.to_owned(),
    }
}
