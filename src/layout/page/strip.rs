//! A page of small charts: one figure each, one bar a revision, all from zero.

use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{Corners, Group, GroupKind, Line, Mark, Rect, RectRole, Scene, Segment, Text, TextRole};
use crate::layout::words::{fitting, rise};
use crate::phrase::Spoken;
use crate::picture::{Bar, BarChart, Strip, clean};

/// A slide.
const PAGE: Size = Size::new(Px::whole(1280), Px::whole(720));
const MARGIN: i64 = 48;
const COLUMNS: usize = 4;
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
pub fn strip_scene(strip: &Strip) -> Scene {
    let mut groups = vec![heading(strip)];
    let mut place = Point::new(Px::whole(MARGIN), Px::whole(TOP));
    for row in strip.charts.chunks(COLUMNS) {
        for chart in row {
            groups.push(figure(chart, &strip.ends, place));
            place.x += CELL.width + GAP;
        }
        place = Point::new(Px::whole(MARGIN), place.y + CELL.height + ROW_GAP);
    }
    groups.extend(footer(&strip.note));
    let revisions = strip.charts.first().map_or(0, |chart| chart.bars.len());
    let description = Spoken::FiguresOver.with(strip.language, &[&strip.charts.len(), &revisions]) + ".";
    Scene {
        size: PAGE,
        stroke: Px::whole(1),
        title: clean(&strip.title).into_owned(),
        description,
        groups,
        joins: Vec::new(),
    }
}

fn heading(strip: &Strip) -> Group {
    let top = Point::new(Px::whole(MARGIN), Px::whole(32));
    let room = PAGE.width - Px::whole(2 * MARGIN);
    let line = |role, words: &str, top| word(role, &fitting(role, words, room), top, Align::Left);
    let mut marks = vec![line(TextRole::PageTitle, &strip.title, top)];
    if !strip.subtitle.is_empty() {
        let below = top + Point::new(Px::ZERO, TextRole::PageTitle.line_height());
        marks.push(line(TextRole::Holder, &strip.subtitle, below));
    }
    Group { kind: GroupKind::Heading, marks }
}

fn figure(chart: &BarChart, ends: &[String; 2], origin: Point) -> Group {
    let is_value = |bar: &Bar| matches!(bar, Bar::Value { .. });
    let newest = chart.bars.iter().rposition(is_value);
    let values = chart.bars.iter().filter_map(|bar| match bar {
        Bar::Value { tenths, shown } => Some((*tenths, shown.clone())),
        Bar::Absent | Bar::Unread => None,
    });
    let (values, told): (Vec<u64>, Vec<String>) = values.unzip();
    let most = values.into_iter().max().unwrap_or(0);
    // Both are on one line.
    let title = origin + Point::new(Px::ZERO, rise(TextRole::PageTitle) - rise(TextRole::SeatTitle));
    let mut marks = vec![word(TextRole::SeatTitle, &chart.title, title, Align::Left)];
    let right = origin + Point::new(CELL.width, Px::ZERO);
    marks.extend(told.last().map(|value| word(TextRole::PageTitle, value, right, Align::Right)));
    let plot = Area::new(origin + Point::new(Px::ZERO, HEAD), Size::new(CELL.width, CELL.height - HEAD - FOOT));
    let slots = Slots { plot, count: chart.bars.len() };
    let all_fit = slots.fit(&told);
    let mut is_said = false;
    for (at, one) in chart.bars.iter().enumerate() {
        let (value, shown) = match one {
            Bar::Value { tenths, shown } => (*tenths, shown),
            Bar::Absent => continue,
            Bar::Unread => {
                marks.push(bar(slots.bar(at, plot.size.height), RectRole::Gap));
                continue;
            }
        };
        let height = if value == 0 { Px::ZERO } else { scaled(plot.size.height, value, most).max(LEAST_BAR) };
        let area = slots.bar(at, height);
        let role = if newest == Some(at) { RectRole::Newest } else { RectRole::Past };
        marks.extend((value > 0).then(|| bar(area, role)));
        let is_highest = value == most && value > 0 && !std::mem::replace(&mut is_said, true);
        if all_fit || is_highest {
            marks.push(slots.label(area, shown));
        }
    }
    marks.extend(base(plot, ends));
    Group { kind: GroupKind::Figure(format!("{}: {}", chart.title, told.join(", "))), marks }
}

/// The line that the bars stand on, and the oldest and the newest revision below it.
fn base(plot: Area, ends: &[String; 2]) -> Vec<Mark> {
    let on_base = |x| Point::new(x, plot.bottom());
    let mut marks = vec![Mark::Lines(vec![Segment { from: on_base(plot.left()), to: on_base(plot.right()) }])];
    let half = CELL.width.half() - Px::whole(4);
    for (label, x, align) in [(&ends[0], plot.left(), Align::Left), (&ends[1], plot.right(), Align::Right)] {
        let label = fitting(TextRole::Footer, label, half);
        marks.push(word(TextRole::Footer, &label, Point::new(x, plot.bottom() + Px::whole(4)), align));
    }
    marks
}

/// Which revisions are gaps.
fn footer(note: &str) -> Option<Group> {
    if note.is_empty() {
        return None;
    }
    let start = Point::new(Px::whole(MARGIN), PAGE.height - Px::whole(28));
    let words = fitting(TextRole::Footer, note, PAGE.width - Px::whole(2 * MARGIN));
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
    fn fit(&self, values: &[String]) -> bool {
        let role = TextRole::Footer;
        values.iter().all(|value| role.face().width(value, role.size()) + Px::whole(2) <= self.width())
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
        lines: vec![Line { start: Point::new(left, at.y + rise(role)), text: words, is_cut: false }],
    })
}

fn bar(area: Area, role: RectRole) -> Mark {
    Mark::Rect(Rect { area, corners: Corners::Square, role })
}

/// A length times a fraction, rounded down.
fn scaled(length: Px, part: u64, whole: u64) -> Px {
    let hundredths = i128::from(length.in_hundredths()) * i128::from(part) / i128::from(whole.max(1));
    Px::hundredths(i64::try_from(hundredths).expect("a fraction of a page is no longer than the page"))
}
