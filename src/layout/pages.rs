//! A picture on as many pages as it takes to be read.

use rayon::prelude::*;

use super::accent::Accents;
use super::block::Block;
use super::card::{Card, Continuation, Picture};
use super::card_box::{CardText, MARKER};
use super::dotted;
use super::draw::{blocks, draw_with, least, texts};
use super::fit::{Markers, cuts};
use super::frame::Frame;
use super::geometry::{Px, Scale, Size};
use super::scene::Scene;
use super::tree::Tree;
use super::typeface::Face;
use super::{Arrangement, Options};

/// The width of boxes by which cuts are chosen; each page then takes its own.
const WIDTH: i64 = 168;

/// Lays out a picture on the fewest pages on which it can be read: the first shows the top, each other one a branch.
///
/// Only the fit layout is cut; the others are drawn on one page, however small they get.
#[must_use]
pub fn pages(picture: &Picture, options: &Options) -> Vec<Scene> {
    let accents = Accents::of(&picture.cards, &options.accenting);
    let page = options.page.filter(|_| options.arrangement == Arrangement::Fit && options.least_font > Px::ZERO);
    let Some(page) = page else { return vec![draw_with(picture, &accents, options).0] };
    // The footer that takes most room.
    let number = Some((widest_number(picture.cards.len()), widest_number(picture.cards.len())));
    let room = Frame::on(page, &Picture { number, ..picture.clone() }, &accents).room().size;
    let least = least(options.least_font);
    let tree = Tree::new(&picture.cards);
    let texts = texts(&picture.cards);
    let blocks = blocks(&tree, &texts, WIDTH);
    if could_fit(&blocks, room, least) {
        let (scene, scale) = draw_with(picture, &accents, options);
        if scale >= least {
            return vec![scene];
        }
    }
    let cut = cut_heights(picture);
    let is_cut = cuts(&tree, &blocks, Markers { cut: &cut, above: MARKER.in_pixels_up() }, room, least);
    let parts = parts(picture, &tree, &is_cut);
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

/// One picture a page. A seat where the tree is cut is on two of them, and says so on both.
fn parts(picture: &Picture, tree: &Tree, is_cut: &[bool]) -> Vec<Picture> {
    let count = picture.cards.len();
    // The page on which a seat stands with its reports.
    let mut home = vec![0; count];
    let mut total = 1;
    for seat in tree.order() {
        let seat = seat as usize;
        home[seat] = tree.parent(seat).map_or(0, |manager| home[manager]);
        if is_cut[seat] {
            home[seat] = total;
            total += 1;
        }
    }
    let mut below = vec![0_usize; count];
    for seat in (0..count).rev() {
        if let Some(manager) = tree.parent(seat) {
            below[manager] += below[seat] + 1;
        }
    }
    let mut pages: Vec<Vec<Card>> = vec![Vec::new(); total];
    let mut places = vec![0; count];
    for (seat, card) in picture.cards.iter().enumerate() {
        let manager = tree.parent(seat);
        let before = manager.map_or(0, |manager| home[manager]);
        let parent = manager.map(|manager| places[manager]);
        let mut card = Card { parent, dotted: Vec::new(), ..card.clone() };
        if is_cut[seat] {
            let continuation = Some(Continuation::Below { seats: below[seat], page: Some(home[seat] + 1) });
            pages[before].push(Card { continuation, ..card.clone() });
            card.parent = None;
            card.continuation = Some(Continuation::Above { page: before + 1 });
        }
        places[seat] = pages[home[seat]].len();
        pages[home[seat]].push(card);
    }
    for (seat, card) in picture.cards.iter().enumerate() {
        let near = card.dotted.iter().filter(|target| home.get(**target) == Some(&home[seat]));
        pages[home[seat]][places[seat]].dotted = near.map(|target| places[*target]).collect();
    }
    let page = |(at, cards)| Picture {
        title: picture.title.clone(),
        subtitle: picture.subtitle.clone(),
        number: (total > 1).then_some((at + 1, total)),
        cards,
    };
    pages.into_iter().enumerate().map(page).collect()
}
