//! One picture a page: which seats are on it, and what they say of those on other pages.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::layout::forest::Tree;
use crate::layout::forest::dotted;
use crate::model::Language;
use crate::phrase::Label;
use crate::picture::{Card, Continuation, Picture};

/// A seat whose dotted lines lead to more pages names none of them.
const MOST_NAMED: usize = 3;

/// Where a seat is: the page, and the place among its cards. One where the tree is cut stands on two pages, first
/// the one with its reports.
type Stands = [Option<(usize, usize)>; 2];

/// A seat on the first page whose reports are on another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stub {
    pub(super) seat: usize,
    /// Its card on the first page.
    pub(super) place: usize,
}

/// The pictures of all pages, from the page on which each seat stands with its reports. A seat where the tree is cut is
/// on two of them, and says so on both.
pub(super) fn parts(picture: &Picture, tree: &Tree, home: &[usize]) -> (Vec<Picture>, Vec<Stub>) {
    let count = picture.cards.len();
    let below = tree.counts_below();
    let mut stubs = Vec::new();
    let total = home.iter().max().map_or(1, |last| last + 1);
    let mut pages: Vec<Vec<Card>> = vec![Vec::new(); total];
    let mut stands: Vec<Stands> = Vec::with_capacity(count);
    for (seat, card) in picture.cards.iter().enumerate() {
        let manager = tree.parent(seat);
        let before = manager.map_or(0, |manager| home[manager]);
        let parent = manager.and_then(|manager| Some(stands[manager][0]?.1));
        let mut card = Card { parent, dotted: Vec::new(), ..card.clone() };
        let mut stub = None;
        // What has no ties is only on its own page.
        let is_alone = manager.is_none() && (card.is_heading || tree.children(seat).is_empty());
        if home[seat] != before && !is_alone {
            let continuation = Some(Continuation::Below { seats: below[seat], page: Some(home[seat] + 1) });
            stub = Some((before, pages[before].len()));
            if before == 0 {
                stubs.push(Stub { seat, place: pages[before].len() });
            }
            pages[before].push(Card { continuation, ..card.clone() });
            card.parent = None;
            card.continuation = Some(Continuation::Above { page: before + 1 });
        }
        stands.push([Some((home[seat], pages[home[seat]].len())), stub]);
        pages[home[seat]].push(card);
    }
    tie(picture, &stands, &mut pages);
    let page = |(at, cards)| Picture {
        title: picture.title.clone(),
        subtitle: picture.subtitle.clone(),
        number: (total > 1).then_some((at + 1, total)),
        functions: Vec::new(),
        earlier_functions: Vec::new(),
        language: picture.language,
        hyphens: picture.hyphens,
        cards,
    };
    (pages.into_iter().enumerate().map(page).collect(), stubs)
}

/// Dotted lines between seats that share a page are drawn on it; of the others both ends say where they lead.
fn tie(picture: &Picture, stands: &[Stands], pages: &mut [Vec<Card>]) {
    let (cards, language) = (&picture.cards, picture.language);
    let mut apart: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (from, to) in dotted::pairs(cards) {
        let ends = stands[from].iter().flatten();
        let shared = ends.flat_map(|one| stands[to].iter().flatten().map(move |other| (one, other)));
        match shared.into_iter().find(|(one, other)| one.0 == other.0) {
            Some((one, other)) => pages[one.0][one.1].dotted.push(other.1),
            None => [(from, to), (to, from)].into_iter().for_each(|(end, other)| {
                apart.entry(end).or_default().push(other);
            }),
        }
    }
    for (seat, others) in apart {
        let page = |other: usize| stands[other][0].map_or(0, |(page, _)| page + 1);
        let (page_of_seat, place) = stands[seat][0].expect("each seat has a page");
        pages[page_of_seat][place].elsewhere = elsewhere(cards, &others, page, language);
    }
}

/// The words at one end of dotted lines to seats on other pages, a line for each page.
fn elsewhere(cards: &[Card], others: &[usize], page: impl Fn(usize) -> usize, language: Language) -> Vec<String> {
    let mut seats: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for other in others {
        seats.entry(page(*other)).or_default().push(*other);
    }
    if seats.len() > MOST_NAMED {
        let words = Label::SeatsOnPages.with(language, &[&others.len(), &seats.len()]);
        return vec![format!("↔\u{A0}{words}")];
    }
    let on_page = |page: &usize| Label::OnPage.with(language, &[page]).replace(' ', "\u{A0}");
    let line = |(page, seats): (&usize, &Vec<usize>)| match seats.as_slice() {
        [seat] => format!("↔\u{A0}{}, {}", cards[*seat].name(), on_page(page)),
        seats => {
            let count = Label::Seats.with(language, &[&seats.len()]).replace(' ', "\u{A0}");
            format!("↔\u{A0}{count}, {}", on_page(page))
        }
    };
    seats.iter().map(line).collect()
}

/// The cards with the most words they can have when no page has a number larger than this: as if all of their dotted
/// lines led to other pages.
pub(super) fn at_their_longest(cards: &[Card], largest: usize, language: Language) -> Cow<'_, [Card]> {
    let mut others: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (from, to) in dotted::pairs(cards) {
        others.entry(from).or_default().push(to);
        others.entry(to).or_default().push(from);
    }
    if others.is_empty() {
        return Cow::Borrowed(cards);
    }
    let mut cards = cards.to_vec();
    for (seat, mut others) in others {
        others.sort_by_key(|other| std::cmp::Reverse(cards[*other].name().len()));
        others.truncate(MOST_NAMED);
        cards[seat].elsewhere =
            others.iter().flat_map(|other| elsewhere(&cards, &[*other], |_| largest, language)).collect();
    }
    Cow::Owned(cards)
}
