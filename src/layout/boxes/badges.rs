//! Figures in small frames, set in rows.

use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{Corners, Line, Mark, Rect, RectRole, Text, TextRole};
use crate::layout::words::Words;
use crate::layout::words::{Column, rise};
use crate::model::Language;
use crate::phrase::Label;
use crate::picture::Badge;

/// How high a frame is, and how round.
const HEIGHT: Px = Px::whole(15);
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
pub(super) struct Badges(Vec<(Badge, Words<'static>)>);

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
                figures.push((badge, figure(badge, language)));
            }
            numbers += usize::from(matches!(badge, Badge::Dotted(_)));
        }
        Self(figures.into_iter().map(|(badge, figure)| (badge, Words::cleaned(figure.into(), role(badge)))).collect())
    }

    /// Sets the frames behind the text with its indent that was just set, if all of them find room on its last line, else
    /// in rows of their own.
    pub(super) fn set(&self, column: &mut Column, after: Option<(&Words<'_>, Px)>) {
        if self.0.is_empty() {
            return;
        }
        let end = after.map(|(words, indent)| column.end(words, indent));
        let right = column.pen().x + column.width();
        let all: Px = self.0.iter().map(|badge| width(badge) + GAP).sum::<Px>() - GAP;
        if let Some(end) = end.filter(|end| end.x + AFTER_NAME + all <= right) {
            // Where the text is one line of its own, the frames stand in the middle of that line.
            let top = end.y + (TextRole::Holder.line_height() - HEIGHT).half();
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
        for badge in &self.0 {
            if pen.x > start.x && pen.x + width(badge) > right {
                pen = Point::new(start.x, pen.y + HEIGHT + GAP);
            }
            draw(badge, Area::new(pen, Size::new(width(badge), HEIGHT)), column);
            pen.x += width(badge) + GAP;
        }
        pen.y + HEIGHT
    }
}

fn figure(badge: Badge, language: Language) -> String {
    match badge {
        Badge::Load { percent, .. } => format!("{percent}\u{A0}%"),
        Badge::Members(count) => format!("+{count}"),
        Badge::Findings { count, .. } => count.to_string(),
        Badge::Dotted(number) => format!("↔\u{A0}{number}"),
        Badge::Added => format!("+\u{A0}{}", Label::New.words(language)),
        Badge::Removed => format!("−\u{A0}{}", Label::Gone.words(language)),
    }
}

fn role(badge: Badge) -> TextRole {
    match badge {
        Badge::Load { is_over: true, .. } | Badge::Findings { severe: true, .. } => TextRole::Alarm,
        Badge::Added => TextRole::Change,
        _ => TextRole::Badge,
    }
}

fn width((badge, words): &(Badge, Words<'_>)) -> Px {
    let triangle = if matches!(badge, Badge::Findings { .. }) { TRIANGLE } else { Px::ZERO };
    words.width() + PADDING * 2 + triangle
}

fn draw((badge, words): &(Badge, Words<'_>), area: Area, column: &mut Column) {
    let role = words.role();
    let frame = match role {
        TextRole::Alarm => RectRole::Alarm,
        TextRole::Change => RectRole::Change,
        _ => RectRole::Badge,
    };
    column.mark(|| Mark::Rect(Rect { area, corners: Corners::Round(RADIUS), role: frame }));
    let mut start = area.origin + Point::new(PADDING, Px::ZERO);
    if matches!(badge, Badge::Findings { .. }) {
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
    start.y += (HEIGHT - role.line_height()).half() + rise(role);
    let line = Line { start, text: words.text().to_owned(), is_cut: false };
    column.mark(|| Mark::Text(Text { role, size: role.size(), lines: vec![line] }));
}
