//! The page of the strategy view: title above, the columns, legend and footer below.

use super::body::Body;
use super::legend::legend;
use super::select::{LeftOut, select};
use crate::layout::boxes::Accenting;
use crate::layout::geometry::{Point, Px, Size};
use crate::layout::scene::{Group, GroupKind, Scene, TextRole};
use crate::layout::words::Column;
use crate::layout::words::Words;
use crate::phrase::Label;
use crate::picture::clean;
use crate::picture::{NodeKind, NodeState, Strategy};

/// Around everything; the half pixel puts the outlines of boxes, which lie at whole ones, on the raster.
const MARGIN: Px = Px::hundredths(2850);
/// How wide boxes are tried, in per cent.
const STRETCHES: [i64; 5] = [100, 115, 130, 150, 175];
/// Between columns: the least and the most room for lines, in whole pixels.
const CHANNEL: (i64, i64) = (96, 320);
/// Between title, columns, legend and footer.
const AFTER: Px = Px::whole(18);
/// How wide a thin line is.
const STROKE: Px = Px::hundredths(115);
/// No line of words is longer.
const LONGEST_LINE: Px = Px::whole(900);
/// No page is narrower, so that title and legend have room.
const LEAST_WIDTH: i64 = 1280;
/// The page's ratio, which fills a slide.
const RATIO: (i64, i64) = (16, 9);

/// Lays out the strategy view on a page of 16:9. Equal strategies give equal scenes.
///
/// Of a few widths of boxes the one is taken with which the page is drawn largest on a slide.
#[must_use]
pub fn strategy_scene(strategy: &Strategy, accenting: &Accenting) -> Scene {
    let (shown, left_out) = select(strategy);
    let frame = Frame { strategy, shown: &shown, left_out };
    let mut best = Body::new(&shown, STRETCHES[0], accenting);
    for stretch in &STRETCHES[1..] {
        let next = Body::new(&shown, *stretch, accenting);
        if frame.size(&next).0.width < frame.size(&best).0.width {
            best = next;
        }
    }
    frame.compose(best)
}

/// What stands around the columns.
struct Frame<'s> {
    strategy: &'s Strategy,
    shown: &'s Strategy,
    left_out: LeftOut,
}

impl Frame<'_> {
    fn compose(&self, body: Body<'_>) -> Scene {
        let (size, channel) = self.size(&body);
        let (columns, channels) = body.extent();
        let heading = self.heading();
        let top = heading.pen().y + AFTER;
        let below = size.height - self.foot_height();
        // In the middle of what is left, at whole pixels below the margin's half one.
        let spare = |room: Px| Px::whole(room.half().in_pixels_up());
        let left = MARGIN + spare(size.width - MARGIN * 2 - Px::whole(columns + channels * channel));
        let top = MARGIN + Px::whole((top - MARGIN).in_pixels_up()) + spare(below - top - body.height());
        let mut groups = vec![Group { kind: GroupKind::Heading, marks: heading.into_marks() }];
        let (columns, joins) = body.into_groups(Point::new(left, top), channel);
        groups.extend(columns);
        let mut footer = Column::new(Point::new(MARGIN, below + AFTER), LONGEST_LINE);
        groups.push(legend(self.shown, footer.pen()));
        footer.skip(TextRole::Legend.line_height() + AFTER.half());
        footer.text(&Words::new(&self.footer(), TextRole::Footer), Px::ZERO);
        groups.push(Group { kind: GroupKind::Footer, marks: footer.into_marks() });
        groups.retain(|group| !group.marks.is_empty());
        let title = format!("{}: {}", clean(&self.strategy.title), Label::Strategy.words(self.strategy.language));
        Scene { size, stroke: STROKE, title, description: description(self.strategy), groups, joins }
    }

    /// The size of the page, and how wide its channels are: they take what the columns leave of its width.
    fn size(&self, body: &Body<'_>) -> (Size, i64) {
        let (columns, channels) = body.extent();
        let around = (MARGIN * 2).in_pixels_up();
        let height = (self.heading().pen().y + AFTER + body.height() + self.foot_height()).in_pixels_up();
        let least = (columns + channels * CHANNEL.0 + around).max(LEAST_WIDTH);
        // Whole units of the ratio, so that a slide is filled to the pixel.
        let units = (least + RATIO.0 - 1) / RATIO.0;
        let units = units.max((height + RATIO.1 - 1) / RATIO.1);
        let room = units * RATIO.0 - around - columns;
        let channel = (room / channels.max(1)).clamp(CHANNEL.0, CHANNEL.1);
        (Size::new(Px::whole(units * RATIO.0), Px::whole(units * RATIO.1)), channel)
    }

    /// Title and intent.
    fn heading(&self) -> Column {
        let mut column = Column::new(Point::new(MARGIN, MARGIN), LONGEST_LINE);
        for (role, words) in [(TextRole::PageTitle, &self.strategy.title), (TextRole::Holder, &self.strategy.intent)] {
            if !words.trim().is_empty() {
                column.text(&Words::new(words, role), Px::ZERO);
                column.skip(Px::whole(3));
            }
        }
        column
    }

    /// The room of legend and footer with what lies around them.
    fn foot_height(&self) -> Px {
        let mut column = Column::measuring(Point::default(), LONGEST_LINE);
        column.text(&Words::new(&self.footer(), TextRole::Footer), Px::ZERO);
        AFTER + TextRole::Legend.line_height() + AFTER.half() + column.pen().y + MARGIN
    }

    /// The revision, and what is not shown.
    fn footer(&self) -> String {
        let mut parts = vec![self.strategy.subtitle.clone()];
        if self.strategy.closed > 0 {
            let closed = count(self.strategy.closed, "priority", "priorities");
            parts.push(format!("{closed} done or dropped, not shown"));
        }
        if self.left_out.boxes > 0 {
            parts.push(format!("{} with the fewest lines left out", count(self.left_out.boxes, "box", "boxes")));
        }
        if self.left_out.lines > 0 {
            parts.push(format!("{} left out", count(self.left_out.lines, "line", "lines")));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }
}

/// What the page shows, in a sentence.
fn description(strategy: &Strategy) -> String {
    let of = |kind| strategy.nodes.iter().filter(|node| node.kind == kind).count();
    let priorities = count(of(NodeKind::Priority), "priority", "priorities");
    let seats = count(of(NodeKind::Seat), "seat", "seats");
    let metrics = count(of(NodeKind::Metric), "metric", "metrics");
    let wrong = match strategy.nodes.iter().filter(|node| node.state == NodeState::Wrong).count() {
        0 => String::new(),
        wrong => format!("; not exactly one answers for {wrong} of them"),
    };
    format!("Strategy: {priorities}, {seats} and {metrics}{wrong}.")
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
