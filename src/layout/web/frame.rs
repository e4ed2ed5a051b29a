//! What surrounds a web: its title, what the lines mean, the revision.

use super::lines;
use crate::layout::Page;
use crate::layout::frame::{Frame, MARGIN};
use crate::layout::geometry::{Point, Px, Size};
use crate::layout::scene::{Curve, CurveRole, Group, GroupKind, Line, Mark, Text, TextRole};
use crate::layout::words::{Column, Words, rise};
use crate::phrase::Label;
use crate::picture::{Web, WebLine, WebLook, WebView};

const AFTER: Px = Px::whole(14);
const LONGEST_LINE: Px = Px::whole(900);
/// No picture of its own size is narrower, so that title and legend have room.
const LEAST_WIDTH: Px = Px::whole(480);
/// The sample of a line in the legend, and the room around it.
const SAMPLE: Px = Px::whole(34);
const SAMPLE_GAP: Px = Px::whole(6);
const NEXT_SAMPLE: Px = Px::whole(20);

/// The frame of a web on a page.
pub(super) fn on(page: Page, web: &Web, legend: bool) -> Frame {
    Frame::on(page, |width| of(web, legend, width))
}

/// The frame of a picture that is as large as its boxes need.
pub(super) fn around(web: &Web, legend: bool, body: Size) -> Frame {
    let width = Px::whole(body.width.max(LEAST_WIDTH).in_pixels_up());
    Frame::around(Size::new(width, body.height), |width| of(web, legend, width))
}

fn of(web: &Web, legend: bool, width: Px) -> Frame {
    let line = width.min(LONGEST_LINE);
    let mut heading = Column::new(Point::new(MARGIN, MARGIN), line);
    for (role, words) in [(TextRole::PageTitle, &web.title), (TextRole::Holder, &web.subject)] {
        if !words.trim().is_empty() {
            heading.text(&Words::new(words, role), Px::ZERO);
            heading.skip(Px::whole(3));
        }
    }
    let top = heading.pen().y + AFTER;
    let mut pen = Point::new(MARGIN, AFTER);
    let mut below = Vec::new();
    if legend {
        let marks = samples(web, &mut pen, width);
        below.push(Group { kind: GroupKind::Legend, marks });
    }
    let number = web.number.map(|(page, of)| Label::PageOf.with(web.language, &[&page, &of]));
    let words = web.notes.iter().cloned().chain(number).collect::<Vec<_>>().join(" · ");
    let mut footer = Column::new(pen, line);
    if !words.is_empty() {
        footer.text(&Words::new(&words, TextRole::Footer), Px::ZERO);
    }
    let bottom = footer.pen().y + MARGIN.half();
    below.push(Group { kind: GroupKind::Footer, marks: footer.into_marks() });
    Frame::new((Group { kind: GroupKind::Heading, marks: heading.into_marks() }, top), (below, bottom))
}

/// What the lines mean, from the pen on, in as many rows as that takes; the pen moves below them.
fn samples(web: &Web, pen: &mut Point, width: Px) -> Vec<Mark> {
    let mut marks = Vec::new();
    let (left, role) = (pen.x, TextRole::Legend);
    for (look, sample, words) in kinds(web) {
        let own = SAMPLE + SAMPLE_GAP + role.face().width(words, role.size());
        if pen.x > left && pen.x + own > left + width {
            *pen = Point::new(left, pen.y + role.line_height() + Px::whole(2));
        }
        let middle = *pen + Point::new(Px::ZERO, role.line_height().half());
        let end = middle + Point::new(SAMPLE, Px::ZERO);
        let mut curve = Curve { start: middle, steps: vec![[middle, end, end]], role: look, heads: sample };
        let mut heads = Vec::new();
        for (at, from, to) in [(0, end, middle), (1, middle, end)] {
            if let Some((head, foot)) = lines::head(from, to).filter(|_| sample[at]) {
                heads.push(Mark::Head(head, look));
                if at == 0 { curve.start = foot } else { curve.steps[0][2] = foot }
            }
        }
        marks.push(Mark::Curve(curve));
        marks.extend(heads);
        let line =
            Line { start: Point::new(end.x + SAMPLE_GAP, pen.y + rise(role)), text: words.to_owned(), is_cut: false };
        marks.push(Mark::Text(Text { role, size: role.size(), lines: vec![line] }));
        pen.x += own + NEXT_SAMPLE;
    }
    *pen = Point::new(left, if marks.is_empty() { pen.y } else { pen.y + role.line_height() + AFTER.half() });
    marks
}

/// The lines that occur, and what they mean.
fn kinds(web: &Web) -> Vec<(CurveRole, [bool; 2], &'static str)> {
    let has = |is: &dyn Fn(&WebLine) -> bool| web.lines.iter().any(is);
    let is_pair = |line: &WebLine| line.counts[1] > 0;
    let all = match web.view {
        WebView::Dependencies => vec![
            (has(&|line| line.look == WebLook::Plain), CurveRole::Leads, [false, true], Label::WaitsFor),
            (has(&is_pair), CurveRole::Loops, [true, true], Label::WaitForEachOther),
            (
                has(&|line| line.look == WebLook::Loop && !is_pair(line)),
                CurveRole::Loops,
                [false, true],
                Label::WaitsInLoop,
            ),
        ],
        WebView::Matrix => vec![
            (has(&|line| line.look == WebLook::Plain), CurveRole::Leads, [false; 2], Label::ReportsUp),
            (has(&|line| line.look == WebLook::Dashed), CurveRole::AlsoServes, [false; 2], Label::AlsoWorksFor),
        ],
    };
    let words = |label: Label| label.words(web.language);
    all.into_iter().filter(|(occurs, ..)| *occurs).map(|(_, role, heads, label)| (role, heads, words(label))).collect()
}
