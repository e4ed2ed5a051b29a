//! Gives everything on a picture its place: cards are measured as boxes, boxes are placed, places become a [`Scene`].
//!
//! Roles leave this layer, colours don't: how a role looks is the renderer's business. `cards` says
//! what of a chart is written; nothing else here knows a chart.

mod accent;
mod badges;
mod block;
mod card;
mod card_box;
mod cards;
mod changes;
mod clean;
mod column;
mod content;
mod dotted;
mod fit;
mod frame;
mod geometry;
mod legend;
mod list;
mod page;
mod pages;
mod pieces;
mod placed;
mod scene;
mod strip;
mod tidy;
mod tree;
mod typeface;
mod wrap;

pub use accent::Accenting;
pub use card::{Badge, Card, Changed, Continuation, Fate, Holder, Picture};
pub use cards::picture;
pub use changes::with_changes;
pub use content::{Content, Field};
pub use geometry::{Area, Point, Px, Scale, Size};
pub use page::Page;
pub use pages::pages;
pub use scene::{
    Corners, Group, GroupKind, Hue, Line, Mark, Rect, RectRole, Scene, SeatState, Segment, Text, TextRole, Tier,
};
pub use strip::strip;
pub use tidy::Levels;
pub use typeface::Face;

use rayon::prelude::*;

use accent::{Accent, Accents};
use block::Block;
use card_box::CardText;
use dotted::Dotted;
use fit::{Demand, Fit};
use frame::{Body, Frame};
use placed::Placed;
use tree::Tree;

/// The width of boxes where it is not chosen to fit.
const BOX_WIDTH: i64 = 168;
/// Where there is no page, the picture has about these proportions.
const NO_PAGE: Size = Size::new(Px::whole(1600), Px::whole(900));

/// How a picture is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// How seats are arranged.
    pub arrangement: Arrangement,
    /// The page that the picture fills; without one it is as large as it needs to be.
    pub page: Option<Page>,
    /// Pages on which responsibilities would be smaller are split.
    pub least_font: Px,
    /// How functions are told apart.
    pub accenting: Accenting,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            arrangement: Arrangement::Fit,
            page: Some(Page::SLIDE),
            least_font: Px::ZERO,
            accenting: Accenting::default(),
        }
    }
}

/// How seats are arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// Each branch as a row, a list or columns, whichever makes the whole largest on its page.
    Fit,
    /// Reports in rows below their managers.
    Tidy(Levels),
    /// An indented list.
    Column,
}

/// Lays out a picture as a tidy tree of its own size, all seats of one depth on one line.
#[must_use]
pub fn tidy(picture: &Picture) -> Scene {
    draw(picture, &Options { arrangement: Arrangement::Tidy(Levels::Aligned), page: None, ..Options::default() })
}

/// Lays out a picture on one page, however small it gets. Equal pictures give equal scenes.
#[must_use]
pub fn draw(picture: &Picture, options: &Options) -> Scene {
    draw_with(picture, &Accents::of(&picture.cards, &options.accenting), options).0
}

/// Lays out one page with the accents of the whole picture, and says at which scale.
fn draw_with(picture: &Picture, accents: &Accents, options: &Options) -> (Scene, Scale) {
    let accents = accents.on(&picture.cards);
    let tree = Tree::new(&picture.cards);
    let texts = texts(&picture.cards);
    let frame = options.page.map(|page| Frame::on(page, picture, &accents));
    let room = frame.as_ref().map_or(NO_PAGE, |frame| frame.room().size);
    let enough = frame.as_ref().map_or(Scale::MAX, Frame::largest);
    let demand = Demand { least: pages::least(options.least_font), enough };
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

/// The words of all cards, measured.
fn texts(cards: &[Card]) -> Vec<CardText<'_>> {
    let numbers = dotted::numbers(cards);
    let text = |(seat, card)| CardText::new(card, numbers.get(&seat).map_or(&[], Vec::as_slice));
    cards.par_iter().enumerate().map(text).collect()
}

/// The blocks of all seats in boxes of one width.
fn blocks(tree: &Tree, texts: &[CardText<'_>], width: i64) -> Vec<Block> {
    let heights: Vec<i64> = texts.par_iter().map(|text| text.height(Px::whole(width)).in_pixels_up()).collect();
    Block::all(tree, &heights, width)
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
        text.set(tier(tree, seat), accent, Px::whole(width)).into_group(area.origin)
    };
    groups.par_extend(texts.par_iter().zip(&placed.areas).enumerate().map(seat));
    Body { size, groups }
}

fn tier(tree: &Tree, seat: usize) -> Tier {
    match (tree.children(seat).is_empty(), tree.parent(seat)) {
        (true, _) => Tier::Leaf,
        (false, None) => Tier::Head,
        (false, Some(_)) => Tier::Manager,
    }
}
