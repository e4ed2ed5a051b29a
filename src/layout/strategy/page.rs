//! The pages of the strategy view: title, columns, legend and footer.

use super::body::Body;
use super::legend::legend;
use super::pages::{split, without_repeats};
use crate::layout::Options;
use crate::layout::Page;
use crate::layout::geometry::{Point, Px, Scale, Size};
use crate::layout::scene::{Group, GroupKind, Line, Mark, Scene, Text, TextRole};
use crate::layout::words::{Column, Words, rise};
use crate::phrase::{Label, Spoken};
use crate::picture::clean;
use crate::picture::{NodeKind, NodeState, Strategy};

/// Around everything; the half pixel puts the outlines of boxes, which lie at whole ones, on the raster.
const MARGIN: Px = Px::hundredths(2450);
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
/// How large the words around the columns are on a slide, in per cent, and how large they are at least.
const ON_SLIDE: i64 = 125;
const ON_PAPER: i64 = 90;

/// Lays out the strategy view on as many pages as it takes to be read, by strategic priorities; without a least size of
/// words, or a page, on one. Equal strategies give equal scenes.
#[must_use]
pub fn strategy_scenes(strategy: &Strategy, options: &Options) -> Vec<Scene> {
    let strategy = without_repeats(strategy);
    let Some(page) = options.page else {
        return vec![Frame::around(&strategy, options).compose_around(&strategy, options)];
    };
    let least = Scale::fitting(TextRole::Responsibility.size(), options.least_font);
    let fits = |part: &Strategy| {
        options.least_font <= Px::ZERO || Frame::on(page, part, options, Some((9, 9))).fitted(part, options).1 >= least
    };
    let parts = split(&strategy, fits);
    let total = parts.len();
    let scene = |(at, part): (usize, &Strategy)| {
        let frame = Frame::on(page, part, options, (total > 1).then_some((at + 1, total)));
        let (body, scale) = frame.fitted(part, options);
        frame.compose(part, body, scale)
    };
    parts.iter().enumerate().map(scene).collect()
}

/// What stands around the columns, as it is designed; it is drawn at `scale`.
struct Frame {
    above: Vec<Group>,
    below: Vec<Group>,
    /// How much title and footer take with the margins.
    top: Px,
    bottom: Px,
    scale: Scale,
    page: Size,
    /// How large boxes are at most.
    enough: Scale,
}

impl Frame {
    /// The frame on a page.
    fn on(page: Page, shown: &Strategy, options: &Options, number: Option<(usize, usize)>) -> Self {
        page.surrounded(page.scale_around(ON_SLIDE, ON_PAPER), |scale| {
            let width = scale.undo(page.size.width) - MARGIN * 2;
            let frame =
                Self { scale, page: page.size, enough: page.largest(), ..Self::of(shown, options, number, width) };
            let taken = frame.top + frame.bottom;
            (frame, taken)
        })
    }

    /// The frame of a picture that is as large as its columns need.
    fn around(shown: &Strategy, options: &Options) -> Self {
        let body = Body::new(shown, 100, &options.accenting);
        let (columns, channels) = body.extent();
        let width = Px::whole((columns + channels * USUAL_CHANNEL).max(LEAST_WIDTH));
        let frame = Self::of(shown, options, None, width);
        let height = Px::whole((frame.top + body.height() + frame.bottom).in_pixels_up());
        Self { page: Size::new(width + MARGIN * 2, height), ..frame }
    }

    fn of(shown: &Strategy, options: &Options, number: Option<(usize, usize)>, width: Px) -> Self {
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
        Self {
            above: vec![Group { kind: GroupKind::Heading, marks: heading.into_marks() }],
            below,
            top,
            bottom: end + MARGIN.half(),
            scale: Scale::ONE,
            page: Size::default(),
            enough: Scale::ONE,
        }
    }

    /// The room of the columns.
    fn room(&self) -> Size {
        let height = self.page.height - self.scale.of(self.top) - self.scale.of(self.bottom);
        Size::new(self.page.width - self.scale.of(MARGIN) * 2, height)
    }

    /// The columns in boxes of the width with which they are largest, and their scale. Boxes take what width there is.
    fn fitted<'s>(&self, shown: &'s Strategy, options: &Options) -> (Body<'s>, Scale) {
        let room = self.room();
        let scale = |body: &Body<'_>| {
            let (columns, channels) = body.extent();
            let width = Px::whole(columns + channels * CHANNEL.0);
            let height = Scale::fitting(body.height().max(Px::whole(1)), room.height);
            Scale::fitting(width.max(Px::whole(1)), room.width).min(height).min(self.enough)
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
    fn compose(self, shown: &Strategy, body: Body<'_>, scale: Scale) -> Scene {
        let room = self.room();
        let (columns, channels) = body.extent();
        let channel = (scale.undo(room.width).in_pixels_down() - columns) / channels.max(1);
        let channel = channel.clamp(CHANNEL.0, CHANNEL.1);
        let spare = |room: Px, length: Px| Px::whole((room - scale.of(length)).half().max(Px::ZERO).in_pixels_down());
        let across = spare(room.width, Px::whole(columns + channels * channel));
        let down = spare(room.height, body.height());
        let origin = Point::new(self.scale.of(MARGIN) + across, self.scale.of(self.top) + down);
        let (mut boxes, joins) = body.into_groups(Point::default(), channel);
        for group in &mut boxes {
            group.scale(scale);
            group.shift(origin);
        }
        let Self { mut above, mut below, bottom, scale: own, page, .. } = self;
        for group in &mut above {
            group.scale(own);
        }
        let foot = Point::new(Px::ZERO, page.height - own.of(bottom));
        for group in &mut below {
            group.scale(own);
            group.shift(foot);
        }
        let mut groups: Vec<Group> = above.into_iter().chain(boxes).chain(below).collect();
        groups.retain(|group| !group.marks.is_empty());
        let title = format!("{}: {}", clean(&shown.title), Label::Strategy.words(shown.language));
        let stroke = scale.of(STROKE).max(Px::whole(1));
        Scene { size: page, stroke, title, description: description(shown), groups, joins }
    }

    fn compose_around(self, shown: &Strategy, options: &Options) -> Scene {
        let body = Body::new(shown, 100, &options.accenting);
        self.compose(shown, body, Scale::ONE)
    }
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
