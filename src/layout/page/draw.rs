//! One page: cards are measured, boxes placed, and what surrounds them is set.

use rayon::prelude::*;

use super::frame::{Body, Frame};
use crate::layout::boxes::CardText;
use crate::layout::boxes::{Accent, Accents};
use crate::layout::forest::Placed;
use crate::layout::forest::Tree;
use crate::layout::forest::dotted::{self, Dotted};
use crate::layout::forest::fit::{self, Demand, Fit};
use crate::layout::forest::{Levels, blocks, list, tidy};
use crate::layout::geometry::{Area, Px, Scale, Size};
use crate::layout::scene::{Group, GroupKind, Join, JoinKind, Mark, Scene, TextRole, Tier};
use crate::layout::{Arrangement, Options};
use crate::picture::{Card, Continuation, Picture};

/// The width of boxes where it is not chosen to fit.
const BOX_WIDTH: i64 = 168;
/// Where there is no page, the picture has about these proportions.
const NO_PAGE: Size = Size::new(Px::whole(1600), Px::whole(900));

/// Lays out a picture as a tidy tree of its own size, all seats of one depth on one line.
#[must_use]
pub fn draw_tidy(picture: &Picture) -> Scene {
    draw(picture, &Options { arrangement: Arrangement::Tidy(Levels::Aligned), page: None, ..Options::default() })
}

/// Lays out a picture on one page, however small it gets. Equal pictures give equal scenes.
#[must_use]
pub fn draw(picture: &Picture, options: &Options) -> Scene {
    draw_with(picture, &Accents::of(picture, &options.accenting), options).0
}

/// Lays out one page with the accents of the whole picture, and says at which scale.
pub(super) fn draw_with(picture: &Picture, accents: &Accents, options: &Options) -> (Scene, Scale) {
    let accents = accents.on(&picture.cards);
    let tree = Tree::new(&picture.cards);
    let texts = texts(&picture.cards);
    let frame = options.page.map(|page| Frame::on(page, picture, &accents));
    let room = frame.as_ref().map_or(NO_PAGE, |frame| frame.room().size);
    let enough = frame.as_ref().map_or(Scale::MAX, Frame::largest);
    let demand = Demand { least: least(options.least_font), enough };
    let (width, placed) = match options.arrangement {
        Arrangement::Fit if frame.is_some() => fit::widest(&tree, &texts, room, demand),
        Arrangement::Fit => (BOX_WIDTH, Fit::new(&tree, &blocks(&tree, &texts, BOX_WIDTH)).place(room, demand)),
        Arrangement::Tidy(levels) => (BOX_WIDTH, tidy::place(&tree, &blocks(&tree, &texts, BOX_WIDTH), levels)),
        Arrangement::Column => (BOX_WIDTH, list::place(&tree, &blocks(&tree, &texts, BOX_WIDTH), room)),
    };
    let dotted = dotted::lines(&picture.cards, &placed);
    let body = body(&tree, &texts, &accents, width, placed, dotted);
    let (frame, scale) = match frame {
        Some(frame) => (frame, enough.min(fit::scale(body.size, room))),
        None => (Frame::around(body.size, picture, &accents), Scale::ONE),
    };
    (frame.compose(picture, body, scale), scale)
}

/// The scale at which responsibilities have this size.
pub(super) fn least(font: Px) -> Scale {
    Scale::fitting(TextRole::Responsibility.size(), font)
}

/// The words of all cards, measured.
pub(super) fn texts(cards: &[Card]) -> Vec<CardText<'_>> {
    let numbers = dotted::numbers(cards);
    let text = |(seat, card)| CardText::new(card, numbers.get(&seat).map_or(&[], Vec::as_slice));
    cards.par_iter().enumerate().map(text).collect()
}

/// The boxes with their words, and the lines.
fn body(
    tree: &Tree,
    texts: &[CardText<'_>],
    accents: &Accents,
    width: i64,
    placed: Placed,
    dotted: Vec<Dotted>,
) -> Body {
    let size = placed.size();
    let reports = (0..texts.len()).filter_map(|to| Some(Join { from: tree.parent(to)?, to, kind: JoinKind::Reports }));
    let works_for = dotted.iter().map(|line| Join { from: line.from, to: line.to, kind: JoinKind::Dotted });
    let joins = reports.chain(works_for).collect();
    let mark = |line: Dotted| Mark::Dotted(accents.get(texts[line.from].card()).map(Accent::hue), line.segments);
    let dotted = dotted.into_iter().map(mark).collect::<Vec<_>>();
    let connectors = placed.lines.into_iter().map(Mark::Lines).collect::<Vec<_>>();
    let mut groups = Vec::with_capacity(texts.len() + 2);
    for (kind, marks) in [(GroupKind::Dotted, dotted), (GroupKind::Connectors, connectors)] {
        if !marks.is_empty() {
            groups.push(Group { kind, marks });
        }
    }
    let seat = |(seat, (text, area)): (usize, (&CardText<'_>, &Area))| {
        let accent = accents.get(text.card());
        text.set(tier(tree, seat, text.card()), accent, Px::whole(width)).into_group(area.origin)
    };
    groups.par_extend(texts.par_iter().zip(&placed.areas).enumerate().map(seat));
    Body { size, groups, joins }
}

fn tier(tree: &Tree, seat: usize, card: &Card) -> Tier {
    let has_reports = !tree.children(seat).is_empty() || matches!(card.continuation, Some(Continuation::Below { .. }));
    match (has_reports, tree.parent(seat)) {
        (false, _) => Tier::Leaf,
        (true, None) => Tier::Head,
        (true, Some(_)) => Tier::Manager,
    }
}
