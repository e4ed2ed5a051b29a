//! A picture on as many pages as it takes to be read.

use rayon::prelude::*;

use super::draw::{draw_with, least, texts};
use super::frame::Frame;
use super::parts::{at_their_longest, parts};
use crate::layout::boxes::Accents;
use crate::layout::boxes::{CardText, MARKER};
use crate::layout::forest::Block;
use crate::layout::forest::Tree;
use crate::layout::forest::fit::{Markers, homes};
use crate::layout::forest::{blocks, dotted};
use crate::layout::geometry::{Px, Scale, Size};
use crate::layout::scene::Scene;
use crate::layout::words::Face;
use crate::layout::{Arrangement, Options};
use crate::picture::{Card, Continuation, Picture};

/// The width of boxes by which cuts are chosen; each page then takes its own.
const WIDTH: i64 = 168;

/// Lays out a picture on the fewest pages on which it can be read: the first shows the top, each other one a
/// branch or some small ones.
///
/// Only the fit layout is cut; the others are drawn on one page, however small they get.
#[must_use]
pub fn pages(picture: &Picture, options: &Options) -> Vec<Scene> {
    let accents = Accents::of(picture, &options.accenting);
    let page = options.page.filter(|_| options.arrangement == Arrangement::Fit && options.least_font > Px::ZERO);
    let Some(page) = page else { return vec![draw_with(picture, &accents, options).0] };
    // The footer that takes most room.
    let number = Some((widest_number(picture.cards.len()), widest_number(picture.cards.len())));
    let room = Frame::on(page, &Picture { number, ..picture.clone() }, &accents).room().size;
    let least = least(options.least_font);
    let tree = Tree::new(&picture.cards);
    if could_fit(&blocks(&tree, &texts(&picture.cards), WIDTH), room, least) {
        let (scene, scale) = draw_with(picture, &accents, options);
        if scale >= least {
            return vec![scene];
        }
    }
    let cut = cut_heights(picture);
    let longest = at_their_longest(&picture.cards, widest_number(picture.cards.len()));
    let blocks = blocks(&tree, &texts(&longest), WIDTH);
    let home = homes(&tree, &blocks, Markers { cut: &cut, above: MARKER.in_pixels_up() }, room, least);
    let parts = parts(picture, &tree, &home);
    parts.par_iter().map(|part| draw_with(part, &accents, options).0).collect()
}

/// Whether a picture may fit on one page: no layout covers so much of it that much larger boxes would fit.
fn could_fit(blocks: &[Block], room: Size, least: Scale) -> bool {
    let (width, height) = (least.undo(room.width).in_pixels_up(), least.undo(room.height).in_pixels_up());
    let covered: i64 = blocks.iter().map(|block| block.own_width * block.own_height).sum();
    // In narrow boxes the same words can cover less; they never cover less than half.
    covered / 2 <= width * height
}

/// The number of as many digits that is widest in print.
fn widest_number(number: usize) -> usize {
    let digit = (1..=9).max_by_key(|digit| Face::SemiBold.advance(char::from(b'0' + digit))).expect("there are digits");
    number.to_string().bytes().fold(0, |number, _| number * 10 + usize::from(digit))
}

/// The height of each card's box with the words that say where its reports are, at their longest.
fn cut_heights(picture: &Picture) -> Vec<i64> {
    let most = widest_number(picture.cards.len());
    let numbers = dotted::numbers(&picture.cards);
    let height = |(seat, card): (usize, &Card)| {
        let card = Card { continuation: Some(Continuation::Below { seats: most, page: Some(most) }), ..card.clone() };
        let numbers = numbers.get(&seat).map_or(&[][..], Vec::as_slice);
        CardText::new(&card, numbers).height(Px::whole(WIDTH)).in_pixels_up()
    };
    picture.cards.par_iter().enumerate().map(height).collect()
}
