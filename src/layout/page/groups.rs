//! Seats that report to nobody and that nobody reports to, grouped by function: a crowd of them can't be read otherwise.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::phrase::Label;
use crate::picture::{Card, Picture};

/// Fewer of them are placed side by side.
const CROWD: usize = 16;
/// At most this many share a group, so that groups can be distributed over pages.
const MOST: usize = 24;

/// The picture with such seats below headings, which are no seats, behind the trees that there are.
pub(super) fn grouped(picture: &Picture) -> Cow<'_, Picture> {
    let cards = &picture.cards;
    let parent = |seat: usize| cards[seat].parent.filter(|parent| *parent < seat);
    let leads: HashSet<usize> = (0..cards.len()).filter_map(parent).collect();
    let is_lone = |seat: &usize| {
        let card = &cards[*seat];
        parent(*seat).is_none() && !leads.contains(seat) && card.continuation.is_none() && !card.is_heading
    };
    let (lone, others): (Vec<usize>, Vec<usize>) = (0..cards.len()).partition(is_lone);
    if lone.len() < CROWD {
        return Cow::Borrowed(picture);
    }
    let function = |seat: usize| cards[seat].function.as_deref().unwrap_or("");
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for &seat in &lone {
        let at = *known.entry(function(seat)).or_insert_with(|| {
            groups.push((function(seat), Vec::new()));
            groups.len() - 1
        });
        groups[at].1.push(seat);
    }
    // What has no function comes last.
    groups.sort_by_key(|(function, _)| function.is_empty());
    let is_any_named = groups.iter().any(|(function, _)| !function.is_empty());
    // The new order is settled before any card is moved; `Err` is a heading.
    let mut order: Vec<Result<usize, String>> = others.into_iter().map(Ok).collect();
    for (function, seats) in &groups {
        let count = seats.len().div_ceil(MOST);
        // The same number in each.
        let cut = |at: usize| at * seats.len() / count;
        for share in (0..count).map(|at| &seats[cut(at)..cut(at + 1)]) {
            let size = Label::Seats.with(picture.language, &[&share.len()]);
            let title = match (function.is_empty(), is_any_named) {
                (false, _) => format!("{function} · {size}"),
                (true, true) => format!("{} · {size}", Label::NoFunction.words(picture.language)),
                (true, false) => size,
            };
            order.push(Err(title));
            order.extend(share.iter().copied().map(Ok));
        }
    }
    let mut places = vec![0; cards.len()];
    for (place, seat) in order.iter().enumerate() {
        if let Ok(seat) = seat {
            places[*seat] = place;
        }
    }
    let lone: HashSet<usize> = lone.into_iter().collect();
    let mut heading = 0;
    let card = |(place, seat): (usize, Result<usize, String>)| match seat {
        Err(title) => {
            heading = place;
            Card { id: title.clone(), title, is_heading: true, anonymous: true, ..Card::default() }
        }
        Ok(seat) => {
            let above = if lone.contains(&seat) { Some(heading) } else { parent(seat).map(|parent| places[parent]) };
            let dotted = cards[seat].dotted.iter().filter_map(|other| places.get(*other).copied()).collect();
            Card { parent: above, dotted, ..cards[seat].clone() }
        }
    };
    Cow::Owned(Picture { cards: order.into_iter().enumerate().map(card).collect(), ..picture.clone() })
}
