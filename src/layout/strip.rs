//! A page of small charts: one figure each, one bar a revision, all from zero.

use crate::trend::{MEASURES, Measure, Trend};

use super::clean::clean;
use super::column::rise;
use super::geometry::{Area, Point, Px, Size};
use super::scene::{Corners, Group, GroupKind, Line, Mark, Rect, RectRole, Scene, Segment, Text, TextRole};

/// A slide.
const PAGE: Size = Size::new(Px::whole(1280), Px::whole(720));
const MARGIN: i64 = 48;
const COLUMNS: usize = 4;
/// Notes are no figure to show a board: they are left out, and the rows come out even.
const SHOWN: usize = 12;
const GAP: Px = Px::whole(40);
const ROW_GAP: Px = Px::whole(22);
/// Below the title.
const TOP: i64 = 112;
const CELL: Size = Size::new(Px::whole(266), Px::whole(172));
/// Room for the words above the bars, and for those below.
const HEAD: Px = Px::whole(46);
const FOOT: Px = Px::whole(18);
const WIDEST_BAR: Px = Px::whole(28);
/// A value that is not zero can be seen.
const LEAST_BAR: Px = Px::whole(1);

/// Lays out the figures of a chart over its revisions.
#[must_use]
pub fn strip(trend: &Trend) -> Scene {
    let mut groups = vec![heading(trend)];
    let mut place = Point::new(Px::whole(MARGIN), Px::whole(TOP));
    for row in MEASURES[..SHOWN].chunks(COLUMNS) {
        for measure in row {
            groups.push(figure(trend, measure, place));
            place.x += CELL.width + GAP;
        }
        place = Point::new(Px::whole(MARGIN), place.y + CELL.height + ROW_GAP);
    }
    groups.extend(footer(trend));
    let description = format!("{SHOWN} figures over {} revisions.", trend.rows.len());
    Scene { size: PAGE, stroke: Px::whole(1), title: clean(&trend.title).into_owned(), description, groups }
}

fn heading(trend: &Trend) -> Group {
    let top = Point::new(Px::whole(MARGIN), Px::whole(32));
    let room = PAGE.width - Px::whole(2 * MARGIN);
    let line = |role, words: &str, top| word(role, &fitting(role, words, room), top, Align::Left);
    let mut marks = vec![line(TextRole::PageTitle, &trend.title, top)];
    if let (Some(first), Some(last)) = (trend.rows.first(), trend.rows.last()) {
        let words = format!("{} revisions, {} to {}", trend.rows.len(), first.label, last.label);
        let below = top + Point::new(Px::ZERO, TextRole::PageTitle.line_height());
        marks.push(line(TextRole::Holder, &words, below));
    }
    Group { kind: GroupKind::Heading, marks }
}

fn figure(trend: &Trend, measure: &Measure, origin: Point) -> Group {
    let newest = trend.rows.iter().rposition(|row| row.figures.as_ref().is_ok_and(|of| measure.of(of).is_some()));
    let figures = trend.rows.iter().filter_map(|row| row.figures.as_ref().ok());
    let told: Vec<String> = figures.clone().filter_map(|figures| measure.shown(figures)).collect();
    let most = figures.filter_map(|figures| measure.of(figures)).map(|value| value.0).max().unwrap_or(0);
    // Both stand on one line.
    let title = origin + Point::new(Px::ZERO, rise(TextRole::PageTitle) - rise(TextRole::SeatTitle));
    let mut marks = vec![word(TextRole::SeatTitle, measure.title, title, Align::Left)];
    let right = origin + Point::new(CELL.width, Px::ZERO);
    marks.extend(told.last().map(|value| word(TextRole::PageTitle, value, right, Align::Right)));
    let plot = Area::new(origin + Point::new(Px::ZERO, HEAD), Size::new(CELL.width, CELL.height - HEAD - FOOT));
    let slots = Slots { plot, count: trend.rows.len() };
    let mut is_said = false;
    for (at, row) in trend.rows.iter().enumerate() {
        let Ok(figures) = &row.figures else {
            marks.push(bar(slots.bar(at, plot.size.height), RectRole::Gap));
            continue;
        };
        let (Some(value), Some(shown)) = (measure.of(figures), measure.shown(figures)) else { continue };
        let height = if value.0 == 0 { Px::ZERO } else { scaled(plot.size.height, value.0, most).max(LEAST_BAR) };
        let area = slots.bar(at, height);
        let role = if newest == Some(at) { RectRole::Newest } else { RectRole::Past };
        marks.extend((value.0 > 0).then(|| bar(area, role)));
        let is_highest = value.0 == most && value.0 > 0 && !std::mem::replace(&mut is_said, true);
        if slots.fit_labels() || is_highest {
            marks.push(slots.label(area, &shown));
        }
    }
    let base = |x| Point::new(x, plot.bottom());
    marks.push(Mark::Lines(vec![Segment { from: base(plot.left()), to: base(plot.right()) }]));
    let below = |x| Point::new(x, plot.bottom() + Px::whole(4));
    if let (Some(first), Some(last)) = (trend.rows.first(), trend.rows.last()) {
        let half = CELL.width.half() - Px::whole(4);
        marks.push(word(
            TextRole::Footer,
            &fitting(TextRole::Footer, &first.label, half),
            below(plot.left()),
            Align::Left,
        ));
        marks.push(word(
            TextRole::Footer,
            &fitting(TextRole::Footer, &last.label, half),
            below(plot.right()),
            Align::Right,
        ));
    }
    Group { kind: GroupKind::Figure(format!("{}: {}", measure.title, told.join(", "))), marks }
}

/// Which revisions are gaps, and why.
fn footer(trend: &Trend) -> Option<Group> {
    let gaps: Vec<&str> = trend.rows.iter().filter(|row| row.figures.is_err()).map(|row| row.label.as_str()).collect();
    if gaps.is_empty() {
        return None;
    }
    let more = if gaps.len() > 6 { format!(" and {} more", gaps.len() - 6) } else { String::new() };
    let words = format!("Dashed: could not be read: {}{more}", gaps[..gaps.len().min(6)].join(", "));
    let start = Point::new(Px::whole(MARGIN), PAGE.height - Px::whole(28));
    let words = fitting(TextRole::Footer, &words, PAGE.width - Px::whole(2 * MARGIN));
    Some(Group { kind: GroupKind::Footer, marks: vec![word(TextRole::Footer, &words, start, Align::Left)] })
}

/// The places of the bars, side by side.
struct Slots {
    plot: Area,
    count: usize,
}

impl Slots {
    fn width(&self) -> Px {
        scaled(self.plot.size.width, 1, self.count as u64)
    }

    /// A bar in the middle of its slot, standing on the base.
    fn bar(&self, at: usize, height: Px) -> Area {
        let slot = scaled(self.plot.size.width, at as u64, self.count as u64);
        let width = scaled(self.width(), 7, 10).min(WIDEST_BAR);
        let left = self.plot.left() + slot + (self.width() - width).half();
        Area::new(Point::new(left, self.plot.bottom() - height), Size::new(width, height))
    }

    /// Whether each bar has room for its value above it; else the highest alone has one, for the scale.
    fn fit_labels(&self) -> bool {
        let role = TextRole::Footer;
        role.face().width("1888", role.size()) <= self.width()
    }

    /// A value above its bar.
    fn label(&self, bar: Area, value: &str) -> Mark {
        let role = TextRole::Footer;
        let half = role.face().width(value, role.size()).half();
        let middle = bar.centre().max(self.plot.left() + half).min(self.plot.right() - half);
        word(role, value, Point::new(middle, bar.top() - role.line_height()), Align::Middle)
    }
}

#[derive(Clone, Copy)]
enum Align {
    Left,
    Middle,
    Right,
}

/// One line of words whose top is at a point.
fn word(role: TextRole, words: &str, at: Point, align: Align) -> Mark {
    let words = clean(words).into_owned();
    let width = role.face().width(&words, role.size());
    let left = match align {
        Align::Left => at.x,
        Align::Middle => at.x - width.half(),
        Align::Right => at.x - width,
    };
    Mark::Text(Text {
        role,
        size: role.size(),
        lines: vec![Line { start: Point::new(left, at.y + rise(role)), text: words }],
    })
}

/// The beginning of a text that fits a width.
fn fitting(role: TextRole, words: &str, room: Px) -> String {
    let words = clean(words);
    let fits = |text: &str| role.face().width(text, role.size()) <= room;
    if fits(&words) {
        return words.into_owned();
    }
    let cuts: Vec<usize> = words.char_indices().map(|(at, _)| at).collect();
    let kept = cuts.partition_point(|&at| fits(&format!("{}…", &words[..at])));
    format!("{}…", &words[..cuts[kept.saturating_sub(1)]])
}

fn bar(area: Area, role: RectRole) -> Mark {
    Mark::Rect(Rect { area, corners: Corners::Square, role })
}

/// A length times a fraction, rounded down.
fn scaled(length: Px, part: u64, whole: u64) -> Px {
    let hundredths = i128::from(length.in_hundredths()) * i128::from(part) / i128::from(whole.max(1));
    Px::hundredths(i64::try_from(hundredths).expect("a fraction of a page is no longer than the page"))
}
