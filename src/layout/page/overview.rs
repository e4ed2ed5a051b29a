//! The first of several pages: who leads what, and on which page the whole of it is.

use super::parts::Stub;
use crate::layout::forest::Tree;
use crate::picture::{Card, Continuation, Picture};

/// What the first page may show, the best first: each branch with its head's words and the heads below it; then with names
/// alone; then without those below.
pub(super) fn overviews(first: &Picture, whole: &Picture, tree: &Tree, stubs: &[Stub], home: &[usize]) -> [Picture; 3] {
    let below = tree.counts_below();
    let names = |card: &mut Card| {
        card.responsibilities.clear();
        card.priorities.clear();
        card.metrics.clear();
    };
    let page = |is_told: bool, has_heads: bool| {
        let mut cards = first.cards.clone();
        for stub in stubs {
            if !is_told {
                names(&mut cards[stub.place]);
            }
            let heads = tree.children(stub.seat).iter().map(|head| *head as usize);
            for head in heads.filter(|head| has_heads && !tree.children(*head).is_empty()) {
                let elsewhere = (home[head] != home[stub.seat]).then_some(home[head] + 1);
                let continuation = Some(Continuation::Below { seats: below[head], page: elsewhere });
                let mut card = Card {
                    parent: Some(stub.place),
                    continuation,
                    dotted: Vec::new(),
                    badges: Vec::new(),
                    elsewhere: Vec::new(),
                    ..whole.cards[head].clone()
                };
                names(&mut card);
                cards.push(card);
            }
        }
        Picture { cards, ..first.clone() }
    };
    [page(true, true), page(false, true), page(false, false)]
}
