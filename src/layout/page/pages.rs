//! A picture on as many pages as it takes to be read.

use rayon::prelude::*;

use super::body::{Body, legible};
use super::draw::{draw_with, texts, units};
use super::frame::{Frame, Grown};
use super::groups::grouped;
use super::overview::overviews;
use super::parts::{at_their_longest, parts};
use crate::layout::boxes::{Accents, CardText, MARKER, Setting};
use crate::layout::forest::{Markers, Measured, Tree, Units, dotted, homes};
use crate::layout::geometry::{Px, Scale, Size};
use crate::layout::scene::{Scene, TextRole};
use crate::layout::words::Face;
use crate::layout::{Arrangement, Options};
use crate::picture::{Card, Continuation, Picture};

/// The width of boxes by which cuts are chosen; each page then takes its own.
const WIDTH: i64 = 168;

/// A picture on its pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The pages.
    pub pages: Vec<Scene>,
    /// How much of its words they show.
    pub body: Body,
}

/// The pages of [`draw_pages`].
#[must_use]
pub fn pages(picture: &Picture, options: &Options) -> Vec<Scene> {
    draw_pages(picture, options).pages
}

/// Lays out a picture so that it can be read: on one page; with fewer words in its boxes, if these may be shortened; else
/// on as few pages as possible: the first shows the top, each of the others a branch or several small ones.
///
/// Only the fit layout is cut; the others are drawn on one page, however small they get.
#[must_use]
pub fn draw_pages(picture: &Picture, options: &Options) -> Drawn {
    let accents = Accents::of(picture, &options.accenting);
    let picture = &*grouped(picture);
    let Some(page) = options.page.filter(|_| options.least_font > Px::ZERO) else {
        return Drawn { pages: vec![draw_with(picture, &accents, options).0], body: Body::All };
    };
    // The footer that takes most room.
    let number = Some((widest_number(picture.cards.len()), widest_number(picture.cards.len())));
    let numbered = Picture { number, ..picture.clone() };
    let room = Frame::on(page, &numbered, &accents, options.legend, Grown::No).room().size;
    let tree = Tree::new(&picture.cards);
    let joined = units(picture, &tree, options);
    let mut whole = None;
    for body in Body::TRIED {
        let Some(picture) = body.of(picture).filter(|_| body == Body::All || options.may_shorten) else { continue };
        let least = legible(&picture.cards, options.least_font);
        if options.arrangement == Arrangement::Fit && !could_fit(&joined, &picture, room, least) {
            continue;
        }
        let (scene, scale) = draw_with(&picture, &accents, options);
        if scale >= least {
            return Drawn { pages: vec![scene], body };
        }
        whole = whole.or_else(|| (body == Body::All).then_some(scene));
    }
    if options.arrangement != Arrangement::Fit {
        let scene = whole.unwrap_or_else(|| draw_with(picture, &accents, options).0);
        return Drawn { pages: vec![scene], body: Body::All };
    }
    // What is in a panel on the whole picture is in one on each page.
    let options = &Options { teams: Some(joined.len() < tree.len()), ..options.clone() };
    let home = home_pages(picture, &tree, &joined, room, options.least_font);
    let (parts, stubs) = parts(picture, &tree, &home);
    let is_legible = |part: &Picture, scale| scale >= legible(&part.cards, options.least_font);
    let draw = |(at, part): (usize, &Picture)| {
        if at > 0 || stubs.is_empty() {
            return draw_with(part, &accents, options).0;
        }
        let overviews = overviews(part, picture, &tree, &stubs, &home);
        let mut drawn = overviews.iter().map(|part| (part, draw_with(part, &accents, options)));
        let first = drawn.find(|(part, (_, scale))| is_legible(part, *scale));
        first.map_or_else(|| draw_with(&overviews[2], &accents, options), |(_, drawn)| drawn).0
    };
    let pages = parts.par_iter().enumerate().map(draw).collect();
    Drawn { pages, body: Body::All }
}

/// The page of each seat.
fn home_pages(picture: &Picture, tree: &Tree, units: &Units, room: Size, font: Px) -> Vec<usize> {
    let longest = at_their_longest(&picture.cards, widest_number(picture.cards.len()), picture.language);
    let longest = Picture { cards: longest.into_owned(), ..picture.clone() };
    let least = legible(&longest.cards, font).max(Scale::fitting(TextRole::Continuation.size(), font));
    let cut = cut_heights(&longest, units);
    let measured = Measured::new(units, &texts(&longest), WIDTH);
    let home = homes(&measured, Markers { cut: &cut, above: MARKER.in_pixels_up() }, room, least);
    let mut pages = vec![0; tree.len()];
    for (unit, page) in home.into_iter().enumerate() {
        units.seats(unit).iter().for_each(|seat| pages[*seat as usize] = page);
    }
    pages
}

/// Whether a picture may fit on one page: no layout covers so much of it that much larger boxes would fit.
fn could_fit(units: &Units, picture: &Picture, room: Size, least: Scale) -> bool {
    let (width, height) = (least.undo(room.width).in_pixels_up(), least.undo(room.height).in_pixels_up());
    let covered = Measured::new(units, &texts(picture), WIDTH).covered();
    // In narrow boxes the same words can cover less; they never cover less than half.
    covered / 2 <= width * height
}

/// The number of as many digits that is widest in print.
fn widest_number(number: usize) -> usize {
    let digit = (1..=9).max_by_key(|digit| Face::SemiBold.advance(char::from(b'0' + digit))).expect("there are digits");
    number.to_string().bytes().fold(0, |number, _| number * 10 + usize::from(digit))
}

/// The height of the box of each unit's first seat with the words that say where its reports are, at their longest.
fn cut_heights(picture: &Picture, units: &Units) -> Vec<i64> {
    let most = widest_number(picture.cards.len());
    let numbers = dotted::numbers(&picture.cards);
    let height = |unit: usize| {
        let seat = units.seats(unit)[0] as usize;
        let continuation = Some(Continuation::Below { seats: most, page: Some(most) });
        let card = Card { continuation, ..picture.cards[seat].clone() };
        let numbers = numbers.get(&seat).map_or(&[][..], Vec::as_slice);
        CardText::new(&card, numbers, (picture.language, picture.hyphens))
            .height(Px::whole(WIDTH), Setting::Own)
            .in_pixels_up()
    };
    (0..units.len()).into_par_iter().map(height).collect()
}
