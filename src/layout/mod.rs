//! Gives everything on a picture its place: cards are measured as boxes, boxes are placed, places become a [`Scene`].
//!
//! Roles leave this layer, colours don't: how a role looks is the renderer's business. `cards` says
//! what of a chart is written; nothing else here knows a chart.

mod accent;
mod card;
mod card_box;
mod cards;
mod clean;
mod column;
mod connectors;
mod geometry;
mod levels;
mod page;
mod pieces;
mod scene;
mod strip;
mod tidy;
mod tree;
mod typeface;
mod wrap;

pub use card::{Card, Holder, Picture};
pub use cards::picture;
pub use geometry::{Area, Point, Px, Size};
pub use levels::Levels;
pub use scene::{
    Corners, Group, GroupKind, Hue, Line, Mark, Rect, RectRole, Scene, SeatState, Segment, Text, TextRole, Tier,
};
pub use strip::strip;
pub use typeface::Face;

use accent::Accents;
use card_box::CardBox;
use page::Body;
use tidy::Extent;
use tree::Tree;

const BOX_WIDTH: Px = Px::whole(168);
/// Between boxes side by side.
const SIBLING_GAP: i64 = 16;
/// Between a box and those below it, where the lines run.
const LEVEL_GAP: i64 = 32;

/// Lays out a picture as a tidy tree, all seats of one depth on one line.
#[must_use]
pub fn tidy(picture: &Picture) -> Scene {
    tidy_with(picture, Levels::Aligned)
}

/// Lays out a picture as a tidy tree with the levels of your choice.
///
/// Linear in the number of seats, at any depth. Equal pictures give equal scenes.
#[must_use]
pub fn tidy_with(picture: &Picture, levels: Levels) -> Scene {
    let accents = Accents::of(&picture.cards);
    let tree = Tree::new(picture.cards.iter().map(|card| card.parent));
    let boxes: Vec<CardBox> = picture
        .cards
        .iter()
        .enumerate()
        .map(|(seat, card)| CardBox::measure(card, tier(&tree, seat), accents.get(card), BOX_WIDTH))
        .collect();
    let areas = place(&tree, &boxes, levels);
    let body = Body {
        size: Size::new(
            areas.iter().map(Area::right).max().unwrap_or_default(),
            areas.iter().map(Area::bottom).max().unwrap_or_default(),
        ),
        connectors: connectors::buses(&tree, &areas, Px::whole(LEVEL_GAP)),
        boxes: boxes.into_iter().zip(areas.iter().map(|area| area.origin)).collect(),
    };
    page::compose(picture, &accents, body)
}

fn place(tree: &Tree, boxes: &[CardBox], levels: Levels) -> Vec<Area> {
    let heights: Vec<i64> = boxes.iter().map(|card| card.size.height.in_pixels_up()).collect();
    let tops = levels.tops(tree, &heights, LEVEL_GAP);
    let extents: Vec<Extent> = (0..tree.len())
        .map(|seat| Extent {
            width: boxes[seat].size.width.in_pixels_up(),
            bottom: match tree.children(seat).first() {
                Some(child) => tops[*child as usize],
                None => tops[seat] + heights[seat] + LEVEL_GAP,
            },
        })
        .collect();
    let lefts = tidy::place(tree, &extents, SIBLING_GAP);
    lefts
        .into_iter()
        .zip(tops)
        .zip(boxes)
        .map(|((left, top), card)| Area::new(Point::new(Px::whole(left), Px::whole(top)), card.size))
        .collect()
}

fn tier(tree: &Tree, seat: usize) -> Tier {
    match (tree.children(seat).is_empty(), tree.parent(seat)) {
        (true, _) => Tier::Leaf,
        (false, None) => Tier::Head,
        (false, Some(_)) => Tier::Manager,
    }
}
