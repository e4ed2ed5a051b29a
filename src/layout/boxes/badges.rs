//! Figures in small frames, set in rows.

use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{Corners, Line, Mark, Rect, RectRole, Text, TextRole};
use crate::layout::words::Words;
use crate::layout::words::{Column, rise};
use crate::model::Language;
use crate::picture::Badge;

/// How high a frame is, how high one that marks a change, to be seen from afar, and how round they are.
const HEIGHT: Px = Px::whole(15);
const CHANGE_HEIGHT: Px = Px::whole(18);
const RADIUS: Px = Px::whole(4);
/// Between the edge of a frame and its figure.
const PADDING: Px = Px::whole(5);
/// Between frames, and between a name and the first of them.
const GAP: Px = Px::whole(4);
const AFTER_NAME: Px = Px::whole(8);
/// The warning triangle with the room after it.
const TRIANGLE: Px = Px::whole(12);

/// How many numbers of dotted lines share a frame.
const MOST_NUMBERS: usize = 4;

/// The figures of one card.
#[derive(Debug)]
pub(super) struct Badges {
    all: Vec<Figure>,
    height: Px,
}

/// One badge with its words, and a short form where there is no room for them.
#[derive(Debug)]
struct Figure {
    badge: Badge,
    words: Words<'static>,
    sign: Option<Words<'static>>,
}

impl Figure {
    fn new(badge: Badge, words: String) -> Self {
        let sign = match badge {
            Badge::Change(kind) => Some(Words::cleaned(kind.sign().into(), role(badge))),
            _ => None,
        };
        Self { badge, words: Words::cleaned(words.into(), role(badge)), sign }
    }

    /// What is written where there is this much room.
    fn words(&self, room: Px) -> &Words<'static> {
        let sign = self.sign.as_ref().filter(|_| self.frame(&self.words) > room);
        sign.unwrap_or(&self.words)
    }

    /// How wide the frame is around words.
    fn frame(&self, words: &Words<'_>) -> Px {
        let triangle = if self.badge.has_triangle() { TRIANGLE } else { Px::ZERO };
        words.width() + PADDING * 2 + triangle
    }

    fn width(&self, room: Px) -> Px {
        self.frame(self.words(room))
    }
}

impl Badges {
    pub(super) fn new(badges: impl Iterator<Item = Badge>, language: Language) -> Self {
        let mut figures: Vec<(Badge, String)> = Vec::new();
        let mut numbers = 0;
        for badge in badges {
            if let (Badge::Dotted(number), Some((Badge::Dotted(_), last))) = (badge, figures.last_mut())
                && numbers % MOST_NUMBERS > 0
            {
                last.push('\u{A0}');
                last.push_str(&number.to_string());
            } else {
                figures.push((badge, badge.words(language)));
            }
            numbers += usize::from(matches!(badge, Badge::Dotted(_)));
        }
        let is_change = |(badge, _): &(Badge, String)| matches!(badge, Badge::Change(_));
        let height = if figures.iter().any(is_change) { CHANGE_HEIGHT } else { HEIGHT };
        Self { all: figures.into_iter().map(|(badge, words)| Figure::new(badge, words)).collect(), height }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Sets the frames behind the text with its indent that was just set, if all of them find room on its last line, else
    /// in rows of their own.
    pub(super) fn set(&self, column: &mut Column, after: Option<(&Words<'_>, Px)>) {
        if self.all.is_empty() {
            return;
        }
        let end = after.map(|(words, indent)| column.end(words, indent));
        let right = column.pen().x + column.width();
        let all: Px = self.all.iter().map(|badge| badge.width(column.width()) + GAP).sum::<Px>() - GAP;
        if let Some(end) = end.filter(|end| end.x + AFTER_NAME + all <= right) {
            // Where the text is one line of its own, the frames are centred on that line.
            let top = end.y + (TextRole::Holder.line_height() - self.height).half();
            self.row(column, Point::new(right - all, top), right);
            return;
        }
        if end.is_some() {
            column.skip(GAP);
        }
        let bottom = self.row(column, column.pen(), right);
        column.skip(bottom - column.pen().y);
    }

    /// Sets frames side by side from `start`, in as many rows as they need; where the last row ends comes back.
    fn row(&self, column: &mut Column, start: Point, right: Px) -> Px {
        let mut pen = start;
        for badge in &self.all {
            let width = badge.width(column.width());
            if pen.x > start.x && pen.x + width > right {
                pen = Point::new(start.x, pen.y + self.height + GAP);
            }
            draw(badge, Area::new(pen, Size::new(width, self.height)), column);
            pen.x += width + GAP;
        }
        pen.y + self.height
    }
}

fn role(badge: Badge) -> TextRole {
    match badge {
        Badge::Change(_) => TextRole::Change,
        _ if badge.is_alarming() => TextRole::Alarm,
        _ => TextRole::Badge,
    }
}

fn draw(figure: &Figure, area: Area, column: &mut Column) {
    let (badge, words) = (&figure.badge, figure.words(column.width()));
    let role = words.role();
    let frame = match (badge, role) {
        (Badge::Change(kind), _) => RectRole::Change(*kind),
        (_, TextRole::Alarm) => RectRole::Alarm,
        _ => RectRole::Badge,
    };
    column.mark(|| Mark::Rect(Rect { area, corners: Corners::Round(RADIUS), role: frame }));
    let mut start = area.origin + Point::new(PADDING, Px::ZERO);
    if badge.has_triangle() {
        let foot = start + Point::new(Px::ZERO, HEIGHT - Px::hundredths(350));
        column.mark(|| {
            Mark::Warning([
                foot,
                foot + Point::new(Px::whole(9), Px::ZERO),
                foot + Point::new(Px::hundredths(450), Px::hundredths(-800)),
            ])
        });
        start.x += TRIANGLE;
    }
    start.y += (area.size.height - role.line_height()).half() + rise(role);
    let line = Line { start, text: words.text().to_owned(), is_cut: false };
    column.mark(|| Mark::Text(Text { role, size: role.size(), lines: vec![line] }));
}
