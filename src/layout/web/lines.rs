//! The lines of a web: each with its heads, its figures, and what it says for those who can't see it.

use super::place::Course;
use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{Corners, Curve, CurveRole, Group, GroupKind, Line, Mark, Rect, RectRole, Text, TextRole};
use crate::layout::words::rise;
use crate::picture::{Web, WebLine, WebLook, WebView};

/// An arrow head: from its point to its foot, and half of the foot.
const HEAD: [f64; 2] = [9.0, 3.5];
/// Around figures.
const HEIGHT: Px = Px::whole(15);
const PADDING: Px = Px::whole(5);

/// What a line looks like.
pub(super) fn role(line: &WebLine, view: WebView) -> CurveRole {
    match (line.look, view) {
        (WebLook::Loop, _) => CurveRole::Loops,
        (WebLook::Dashed, _) => CurveRole::AlsoServes,
        (WebLook::Plain, WebView::Dependencies | WebView::Matrix) => CurveRole::Leads,
    }
}

/// A line at its place.
pub(super) fn group(web: &Web, line: &WebLine, course: &Course) -> Group {
    let role = role(line, web.view);
    let mut curve = Curve { start: course.start, steps: course.steps.clone(), role, heads: heads(line, web.view) };
    let mut marks: Vec<Mark> = Vec::new();
    // The line ends at the foot of its heads, which would else lose their points.
    if curve.heads[1]
        && let Some(last) = curve.steps.last_mut()
    {
        let before = [last[1], last[0], course.start].into_iter().find(|point| *point != last[2]);
        if let Some((head, foot)) = before.and_then(|before| head(before, last[2])) {
            last[2] = foot;
            marks.push(Mark::Head(head, role));
        }
    }
    if curve.heads[0]
        && let Some(first) = course.steps.first()
    {
        let after = first.iter().copied().find(|point| *point != course.start);
        if let Some((head, foot)) = after.and_then(|after| head(after, course.start)) {
            curve.start = foot;
            marks.push(Mark::Head(head, role));
        }
    }
    marks.insert(0, Mark::Curve(curve));
    let figures = Web::figures(line);
    if !figures.is_empty() {
        let middle = course.figures.expect("they have their place");
        marks.extend(badge(&figures, middle, line.look == WebLook::Loop));
    }
    Group { kind: GroupKind::Figure(web.words(line)), marks }
}

/// Whether a line has a head at its start and at its end.
pub(super) fn heads(line: &WebLine, view: WebView) -> [bool; 2] {
    match view {
        WebView::Dependencies => [line.counts[1] > 0, line.counts[0] > 0],
        WebView::Matrix => [false; 2],
    }
}

/// The corners of a head that points from one place to another, and the middle of its foot.
pub(super) fn head(from: Point, to: Point) -> Option<([Point; 3], Point)> {
    let float = |length: Px| {
        #[expect(clippy::cast_precision_loss, reason = "pages are small")]
        let hundredths = length.in_hundredths() as f64;
        hundredths / 100.0
    };
    let (across, down) = (float(to.x - from.x), float(to.y - from.y));
    let length = (across * across + down * down).sqrt();
    if length < f64::EPSILON {
        return None;
    }
    let (across, down) = (across / length, down / length);
    let away = |along: f64, beside: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "pages are small")]
        let px = |length: f64| Px::hundredths((length * 100.0).round() as i64);
        to + Point::new(px(-across * along - down * beside), px(-down * along + across * beside))
    };
    let [along, half] = HEAD;
    Some(([to, away(along, half), away(along, -half)], away(along * 0.8, 0.0)))
}

/// How large the frame of figures is.
fn frame(figures: &str, role: TextRole) -> Size {
    Size::new(role.face().width(figures, role.size()) + PADDING * 2, HEIGHT)
}

/// The same for those of a line, if it has any.
pub(super) fn frame_of(line: &WebLine) -> Option<Size> {
    let figures = Web::figures(line);
    (!figures.is_empty()).then(|| frame(&figures, TextRole::Badge))
}

/// Figures in a frame whose middle is given.
fn badge(figures: &str, middle: Point, is_alarming: bool) -> [Mark; 2] {
    let (role, behind) =
        if is_alarming { (TextRole::Alarm, RectRole::Alarm) } else { (TextRole::Badge, RectRole::Badge) };
    let size = frame(figures, role);
    let origin = middle + Point::new(-size.width.half(), -HEIGHT.half());
    let baseline = (HEIGHT - role.line_height()).half() + rise(role);
    let line = Line { start: origin + Point::new(PADDING, baseline), text: figures.to_owned(), is_cut: false };
    [
        Mark::Rect(Rect { area: Area::new(origin, size), corners: Corners::Round(Px::whole(4)), role: behind }),
        Mark::Text(Text { role, size: role.size(), lines: vec![line] }),
    ]
}
