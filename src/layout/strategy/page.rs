//! The pages of the strategy view: title, columns, legend and footer.

use super::body::Body;
use super::legend::legend;
use super::pages::{split, without_repeats};
use crate::layout::Options;
use crate::layout::frame::{Frame, MARGIN};
use crate::layout::geometry::{Point, Px, Scale, Size};
use crate::layout::scene::{Group, GroupKind, Line, Mark, Scene, Text, TextRole};
use crate::layout::words::{Column, Words, rise};
use crate::phrase::{Label, Spoken};
use crate::picture::clean;
use crate::picture::{NodeKind, NodeState, Strategy};

/// How wide boxes are tried, in per cent.
const STRETCHES: [i64; 12] = [50, 60, 70, 80, 90, 100, 115, 130, 150, 175, 210, 250];
/// Between columns: the least and the most room for lines, in whole pixels; where boxes can be wider, they leave this.
const CHANNEL: (i64, i64) = (64, 320);
const USUAL_CHANNEL: i64 = 96;
/// Between title, columns, legend and footer.
const AFTER: Px = Px::whole(12);
/// How wide a thin line is.
const STROKE: Px = Px::hundredths(115);
/// No line of words is longer.
const LONGEST_LINE: Px = Px::whole(900);
/// No picture of its own size is narrower, so that title and legend have room.
const LEAST_WIDTH: i64 = 1280;

/// Lays out the strategy view on as many pages as it takes to be read, by strategic priorities; without a least size of
/// words, or a page, on one. Equal strategies give equal scenes.
#[must_use]
pub fn strategy_scenes(strategy: &Strategy, options: &Options) -> Vec<Scene> {
    let strategy = without_repeats(strategy);
    let Some(page) = options.page else {
        let body = Body::new(&strategy, 100, &options.accenting);
        let (columns, channels) = body.extent();
        let width = Px::whole((columns + channels * USUAL_CHANNEL).max(LEAST_WIDTH));
        let frame = Frame::around(Size::new(width, body.height()), |width| of(&strategy, options, None, width));
        return vec![compose(frame, &strategy, body, Scale::ONE)];
    };
    let least = Scale::fitting(TextRole::Responsibility.size(), options.least_font);
    let framed = |part: &Strategy, number| Frame::on(page, |width| of(part, options, number, width));
    let fits = |part: &Strategy| {
        options.least_font <= Px::ZERO
            || fitted(framed(part, Some((9, 9))).room(), page.largest(), part, options).1 >= least
    };
    let parts = split(&strategy, fits);
    let total = parts.len();
    let scene = |(at, part): (usize, &Strategy)| {
        let frame = framed(part, (total > 1).then_some((at + 1, total)));
        let (body, scale) = fitted(frame.room(), page.largest(), part, options);
        compose(frame, part, body, scale)
    };
    parts.iter().enumerate().map(scene).collect()
}

/// What surrounds the columns.
fn of(shown: &Strategy, options: &Options, number: Option<(usize, usize)>, width: Px) -> Frame {
    let line = width.min(LONGEST_LINE);
    let mut heading = Column::new(Point::new(MARGIN, MARGIN), line);
    for (role, words) in [(TextRole::PageTitle, &shown.title), (TextRole::Holder, &shown.intent)] {
        if !words.trim().is_empty() {
            heading.text(&Words::new(words, role), Px::ZERO);
            heading.skip(Px::whole(2));
        }
    }
    let top = heading.pen().y + AFTER.half();
    let mut pen = AFTER;
    let mut below = Vec::new();
    if options.legend {
        let (group, end) = legend(shown, Point::new(MARGIN, pen), width);
        pen = if group.marks.is_empty() { pen } else { end + AFTER.half() };
        below.push(group);
    }
    let number = number.map(|(page, of)| Label::PageOf.with(shown.language, &[&page, &of])).unwrap_or_default();
    let number = Words::cleaned(number.into(), TextRole::Footer);
    let mut footer = Column::new(Point::new(MARGIN, pen), (line - number.width() - AFTER).max(line.half()));
    let words = footer_words(shown);
    if !words.is_empty() {
        footer.text(&Words::new(&words, TextRole::Footer), Px::ZERO);
    }
    let mut end = footer.pen().y;
    let mut marks = footer.into_marks();
    if !number.text().is_empty() {
        let start = Point::new(MARGIN + width - number.width(), pen + rise(TextRole::Footer));
        let lines = vec![Line { start, text: number.text().to_owned(), is_cut: false }];
        marks.push(Mark::Text(Text { role: TextRole::Footer, size: TextRole::Footer.size(), lines }));
        end = end.max(pen + TextRole::Footer.line_height());
    }
    below.push(Group { kind: GroupKind::Footer, marks });
    let above = Group { kind: GroupKind::Heading, marks: heading.into_marks() };
    Frame::new((above, top), (below, end + MARGIN.half()))
}

/// The columns in boxes of the width with which they are largest, and their scale. Boxes take what width there is.
fn fitted<'s>(room: Size, enough: Scale, shown: &'s Strategy, options: &Options) -> (Body<'s>, Scale) {
    let scale = |body: &Body<'_>| {
        let (columns, channels) = body.extent();
        let width = Px::whole(columns + channels * CHANNEL.0);
        let height = Scale::fitting(body.height().max(Px::whole(1)), room.height);
        Scale::fitting(width.max(Px::whole(1)), room.width).min(height).min(enough)
    };
    let body = |stretch| Body::new(shown, stretch, &options.accenting);
    let tried = STRETCHES.map(|stretch| (scale(&body(stretch)), stretch));
    let (best, stretch) = tried.into_iter().max().expect("widths are tried");
    let (usual, channels) = body(100).extent();
    let spare = best.undo(room.width).in_pixels_down() - channels * USUAL_CHANNEL;
    let filled = (spare * 100 / usual.max(1)).min(STRETCHES[STRETCHES.len() - 1]);
    let wide = body(filled.max(stretch));
    if scale(&wide) >= best { (wide, best) } else { (body(stretch), best) }
}

/// The page with its columns in the middle.
fn compose(frame: Frame, shown: &Strategy, body: Body<'_>, scale: Scale) -> Scene {
    let (columns, channels) = body.extent();
    let channel = (scale.undo(frame.room().width).in_pixels_down() - columns) / channels.max(1);
    let channel = channel.clamp(CHANNEL.0, CHANNEL.1);
    let size = Size::new(Px::whole(columns + channels * channel), body.height());
    let (boxes, joins) = body.into_groups(Point::default(), channel);
    let (size, groups) = frame.compose(boxes, size, scale);
    let title = format!("{}: {}", clean(&shown.title), Label::Strategy.words(shown.language));
    let stroke = scale.of(STROKE).max(Px::whole(1));
    Scene { size, stroke, title, description: description(shown), groups, joins }
}

/// The revision, and what is not shown.
fn footer_words(shown: &Strategy) -> String {
    let label = if shown.closed == 1 { Label::OneClosed } else { Label::Closed };
    let closed = (shown.closed > 0).then(|| label.with(shown.language, &[&shown.closed]));
    let parts = [shown.subtitle.clone()].into_iter().chain(closed).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// What the page shows, in a sentence.
fn description(shown: &Strategy) -> String {
    let language = shown.language;
    let of = |kind| shown.nodes.iter().filter(|node| node.kind == kind).count();
    let [priorities, seats, metrics] = [NodeKind::Priority, NodeKind::Seat, NodeKind::Metric].map(of);
    let priorities = match priorities {
        1 => Spoken::OnePriority.with(language, &[&1]),
        count => Spoken::Priorities.with(language, &[&count]),
    };
    let seats = if seats == 1 { Label::OneSeat.with(language, &[&1]) } else { Label::Seats.with(language, &[&seats]) };
    let metrics = match metrics {
        1 => Spoken::OneMetric.with(language, &[&1]),
        count => Spoken::Metrics.with(language, &[&count]),
    };
    let mut sentence = Spoken::StrategyOf.with(language, &[&priorities, &seats, &metrics]);
    let wrong = shown.nodes.iter().filter(|node| node.state == NodeState::Wrong).count();
    if wrong > 0 {
        sentence.extend(["; ", &Spoken::NotOneAnswers.with(language, &[&wrong])]);
    }
    sentence.push('.');
    sentence
}
