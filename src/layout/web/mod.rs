//! The pages of webs: boxes and lines placed by layout-rs, with title, legend and footer around them.

mod boxes;
mod lines;
mod place;

use super::boxes::{Accent, Accenting};
use super::geometry::{Area, Point, Px, Size};
use super::scene::{Curve, CurveRole, Group, GroupKind, Join, JoinKind, Line, Mark, Scene, Text, TextRole};
use super::words::{Column, Words, rise};
use crate::phrase::Label;
use crate::picture::{Web, WebLook, WebView, clean};
use boxes::Measured;
use place::{Places, Wish, place};

/// Around everything.
const MARGIN: Px = Px::hundredths(2850);
const AFTER: Px = Px::whole(18);
const STROKE: Px = Px::hundredths(115);
const LONGEST_LINE: Px = Px::whole(900);
/// No page is narrower; its proportions are those of a slide.
const LEAST_WIDTH: i64 = 960;
const RATIO: (i64, i64) = (16, 9);
/// The sample of a line in the legend, and the room around it.
const SAMPLE: Px = Px::whole(34);
const SAMPLE_GAP: Px = Px::whole(6);
const NEXT_SAMPLE: Px = Px::whole(20);

/// Lays out one page. Equal webs give equal scenes.
#[must_use]
pub fn web_scene(web: &Web, accenting: &Accenting) -> Scene {
    let functions = web.functions.iter().map(String::as_str);
    let slots = accenting.slots(&[functions.filter(|name| !name.trim().is_empty()).collect()]);
    let accent = |name: &str| -> Option<Accent> { Some(accenting.accent(name, *slots.get(name)?)) };
    let measure =
        |shown: &crate::picture::WebBox| Measured::new(shown, web, shown.function.as_deref().and_then(accent));
    let boxes: Vec<Measured> = web.boxes.iter().map(measure).collect();
    let heading = heading(web);
    let footer_height = footer(web, Point::default()).0;
    let around = Size::new(MARGIN * 2, heading.pen().y + AFTER + footer_height + MARGIN);
    let places = smallest(web, &boxes, around);
    let body = extent(&places);
    let size = page(Size::new(body.size.width + around.width, body.size.height + around.height));
    // In the middle of what is left.
    let top = heading.pen().y + AFTER;
    let below = size.height - footer_height - MARGIN;
    let spare = |room: Px| Px::whole(room.half().in_pixels_down());
    let origin = Point::new(
        MARGIN + spare(size.width - MARGIN * 2 - body.size.width),
        top + spare(below - AFTER - top - body.size.height),
    );
    let by = Point::new(origin.x - body.left(), origin.y - body.top());
    let mut groups = vec![Group { kind: GroupKind::Heading, marks: heading.into_marks() }];
    for (line, course) in web.lines.iter().zip(&places.courses) {
        let mut group = lines::group(web, line, course);
        group.shift(by);
        groups.push(group);
    }
    for (part, area) in boxes.into_iter().zip(&places.areas) {
        groups.push(part.into_group(area.origin + by));
    }
    groups.extend(footer(web, Point::new(MARGIN, below)).1);
    groups.retain(|group| !group.marks.is_empty());
    let joins = web.lines.iter().map(|line| Join { from: line.from, to: line.to, kind: JoinKind::Curve }).collect();
    let title =
        if web.title.is_empty() { web.subject.clone() } else { format!("{}: {}", clean(&web.title), web.subject) };
    let words = web.lines.iter().map(|line| web.words(line));
    let description = words.map(|words| clean(&words).into_owned() + ". ").collect::<String>().trim_end().to_owned();
    Scene { size, stroke: STROKE, title, description, groups, joins }
}

/// The places, from top to bottom or from left to right, whichever makes the smaller page.
fn smallest(web: &Web, boxes: &[Measured], around: Size) -> Places {
    let sizes: Vec<Size> = boxes.iter().map(|part| part.size).collect();
    let wishes: Vec<Wish> = web
        .lines
        .iter()
        .map(|line| Wish { from: line.from, to: line.to, letters: Web::figures(line).chars().count() })
        .collect();
    let width = |places: &Places| {
        let body = extent(places).size;
        page(Size::new(body.width + around.width, body.height + around.height)).width
    };
    let down = place(&sizes, &wishes, false);
    // Who leads stands above.
    if web.view == WebView::Matrix {
        return down;
    }
    let across = place(&sizes, &wishes, true);
    if width(&across) < width(&down) { across } else { down }
}

/// What boxes, lines and figures fill.
fn extent(places: &Places) -> Area {
    let corners = places.areas.iter().flat_map(|area| [area.origin, Point::new(area.right(), area.bottom())]);
    let room = Point::new(Px::whole(24), Px::whole(8));
    let figures = places.courses.iter().filter_map(|course| course.figures);
    let figures = figures.flat_map(|middle| [middle + room, middle + Point::new(-room.x, -room.y)]);
    let ways = places.courses.iter().flat_map(|course| course.steps.iter().map(|step| step[2]));
    let points: Vec<Point> = corners.chain(figures).chain(ways).collect();
    let least = |of: fn(&Point) -> Px| points.iter().map(of).min().unwrap_or_default();
    let most = |of: fn(&Point) -> Px| points.iter().map(of).max().unwrap_or_default();
    let origin = Point::new(least(|point| point.x), least(|point| point.y));
    Area::new(origin, Size::new(most(|point| point.x) - origin.x, most(|point| point.y) - origin.y))
}

/// The page of the slide's proportions that holds so much.
fn page(least: Size) -> Size {
    let up = |length: i64, ratio: i64| (length + ratio - 1) / ratio;
    let units = up(least.width.in_pixels_up().max(LEAST_WIDTH), RATIO.0).max(up(least.height.in_pixels_up(), RATIO.1));
    Size::new(Px::whole(units * RATIO.0), Px::whole(units * RATIO.1))
}

fn heading(web: &Web) -> Column {
    let mut column = Column::new(Point::new(MARGIN, MARGIN), LONGEST_LINE);
    for (role, words) in [(TextRole::PageTitle, &web.title), (TextRole::Holder, &web.subject)] {
        if !words.trim().is_empty() {
            column.text(&Words::new(words, role), Px::ZERO);
            column.skip(Px::whole(3));
        }
    }
    column
}

/// What the lines mean, and below it the revision; and how high both are.
fn footer(web: &Web, start: Point) -> (Px, Vec<Group>) {
    let mut marks = Vec::new();
    let mut pen = start;
    let role = TextRole::Legend;
    for (look, sample, words) in samples(web) {
        let middle = pen + Point::new(Px::ZERO, role.line_height().half());
        let end = middle + Point::new(SAMPLE, Px::ZERO);
        let steps = vec![[middle, end, end]];
        let mut curve = Curve { start: middle, steps, role: look, heads: sample };
        let mut heads = Vec::new();
        for (at, from, to) in [(0, end, middle), (1, middle, end)] {
            if let Some((head, foot)) = lines::head(from, to).filter(|_| sample[at]) {
                heads.push(Mark::Head(head, look));
                if at == 0 { curve.start = foot } else { curve.steps[0][2] = foot }
            }
        }
        marks.push(Mark::Curve(curve));
        marks.extend(heads);
        let text = Point::new(end.x + SAMPLE_GAP, pen.y + rise(role));
        let line = Line { start: text, text: words.to_owned(), is_cut: false };
        marks.push(Mark::Text(Text { role, size: role.size(), lines: vec![line] }));
        pen.x = text.x + role.face().width(words, role.size()) + NEXT_SAMPLE;
    }
    let mut groups = Vec::new();
    if !marks.is_empty() {
        groups.push(Group { kind: GroupKind::Legend, marks });
        pen.y += role.line_height() + AFTER.half();
    }
    let number = web.number.map(|(page, of)| Label::PageOf.with(web.language, &[&page, &of]));
    let words = web.notes.iter().cloned().chain(number).collect::<Vec<_>>().join(" · ");
    let mut column = Column::new(Point::new(start.x, pen.y), LONGEST_LINE);
    if !words.is_empty() {
        column.text(&Words::new(&words, TextRole::Footer), Px::ZERO);
    }
    let height = column.pen().y - start.y;
    groups.push(Group { kind: GroupKind::Footer, marks: column.into_marks() });
    (height, groups)
}

/// The lines that occur, and what they mean.
fn samples(web: &Web) -> Vec<(CurveRole, [bool; 2], &'static str)> {
    let has = |look| web.lines.iter().any(|line| line.look == look);
    let is_pair = |line: &crate::picture::WebLine| line.counts[1] > 0;
    let all = match web.view {
        WebView::Dependencies => vec![
            (has(WebLook::Plain), CurveRole::Leads, [false, true], Label::WaitsFor),
            (web.lines.iter().any(is_pair), CurveRole::Loops, [true, true], Label::WaitForEachOther),
            (
                web.lines.iter().any(|line| line.look == WebLook::Loop && !is_pair(line)),
                CurveRole::Loops,
                [false, true],
                Label::WaitsInLoop,
            ),
        ],
        WebView::Matrix => vec![
            (has(WebLook::Plain), CurveRole::Leads, [false; 2], Label::ReportsUp),
            (has(WebLook::Dashed), CurveRole::AlsoServes, [false; 2], Label::AlsoWorksFor),
        ],
    };
    all.into_iter()
        .filter(|(occurs, ..)| *occurs)
        .map(|(_, role, heads, label)| (role, heads, label.words(web.language)))
        .collect()
}
