//! What pictures of a chart's earlier revisions looked like, so that the next one looks like them.

use std::collections::HashMap;

use crate::graph::{Graph, SeatView};
use crate::text::sort;

use super::Card;
use super::functions::functions;

/// The looks that revisions hand on, each to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Earlier {
    /// The functions of each revision, the oldest first: those that are still there keep their colours.
    pub functions: Vec<Vec<String>>,
    /// The last revision's seats as they were drawn: siblings keep their order.
    pub order: Vec<Stood>,
}

/// Where a seat stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stood {
    /// The seat's id.
    pub id: String,
    /// The id of its manager.
    pub under: Option<String>,
}

impl Earlier {
    /// With one more revision, which looks like those before it.
    #[must_use]
    pub fn then(mut self, graph: &Graph<'_>) -> Self {
        let seats: Vec<SeatView<'_>> = graph.tree().collect();
        let places: HashMap<&str, usize> =
            seats.iter().enumerate().map(|(place, seat)| (seat.id().as_str(), place)).collect();
        let above = |seat: &SeatView<'_>| places.get(seat.manager()?.id().as_str()).copied();
        let parents: Vec<Option<usize>> = seats.iter().map(above).collect();
        let ranks = ranks(graph, &self.order);
        let ranks: Vec<Option<usize>> = seats.iter().map(|seat| ranks.get(seat.id().as_str()).copied()).collect();
        let stood = |place: usize| Stood {
            id: seats[place].id().to_string(),
            under: seats[place].manager().map(|manager| manager.id().to_string()),
        };
        self.order = arranged(&parents, &ranks).into_iter().map(stood).collect();
        self.functions.push(functions(graph));
        self
    }
}

/// Puts siblings in the order that they were drawn in before. A new one stays after the sibling that it follows.
pub(super) fn keep_order(cards: Vec<Card>, graph: &Graph<'_>, order: &[Stood]) -> Vec<Card> {
    if order.is_empty() {
        return cards;
    }
    let ranks = ranks(graph, order);
    let parents: Vec<Option<usize>> = cards.iter().map(|card| card.parent).collect();
    let ranks: Vec<Option<usize>> = cards.iter().map(|card| ranks.get(card.id.as_str()).copied()).collect();
    let arranged = arranged(&parents, &ranks);
    let mut places = vec![0; cards.len()];
    arranged.iter().enumerate().for_each(|(place, card)| places[*card] = place);
    let mut cards: Vec<Option<Card>> = cards.into_iter().map(Some).collect();
    let moved = |card: usize| {
        let mut card = cards[card].take().expect("each card has one place");
        card.parent = card.parent.map(|parent| places[parent]);
        card.dotted.iter_mut().for_each(|other| *other = places[*other]);
        card
    };
    arranged.into_iter().map(moved).collect()
}

/// The place of each seat among those that were drawn before below the same manager, under its id or an earlier one.
fn ranks<'g>(graph: &'g Graph<'_>, order: &[Stood]) -> HashMap<&'g str, usize> {
    let known: HashMap<&str, usize> = order.iter().enumerate().map(|(rank, stood)| (stood.id.as_str(), rank)).collect();
    let find = |seat: SeatView<'g>| {
        let formerly = seat.claims().formerly.iter().map(|id| id.value.as_str());
        std::iter::once(seat.id().as_str()).chain(formerly).find_map(|id| known.get(id).copied())
    };
    let rank = |seat: SeatView<'g>| {
        let rank = find(seat)?;
        let manager = seat.manager().map(|manager| find(manager).map(|rank| order[rank].id.as_str()));
        // Whoever has moved stands where it is written.
        let has_stayed = match (manager, &order[rank].under) {
            (None, None) => true,
            (Some(Some(manager)), Some(under)) => manager == under,
            _ => false,
        };
        has_stayed.then_some((seat.id().as_str(), rank))
    };
    graph.seats().filter_map(rank).collect()
}

/// The places of a forest, each before those below it, with siblings by their ranks.
fn arranged(parents: &[Option<usize>], ranks: &[Option<usize>]) -> Vec<usize> {
    let mut families: Vec<Vec<usize>> = vec![Vec::new(); parents.len() + 1];
    for (place, parent) in parents.iter().enumerate() {
        // A parent that does not come first does not count: no input can make a cycle.
        families[parent.filter(|parent| *parent < place).unwrap_or(parents.len())].push(place);
    }
    for family in &mut families {
        *family = by_rank(family, ranks);
    }
    let mut order = Vec::with_capacity(parents.len());
    let mut left: Vec<usize> = families[parents.len()].iter().rev().copied().collect();
    while let Some(place) = left.pop() {
        order.push(place);
        left.extend(families[place].iter().rev());
    }
    order
}

/// Siblings by their ranks; those without one after the sibling that they follow.
fn by_rank(family: &[usize], ranks: &[Option<usize>]) -> Vec<usize> {
    let mut runs: Vec<(Option<usize>, Vec<usize>)> = Vec::new();
    for &place in family {
        match (ranks[place], runs.last_mut()) {
            (None, Some((_, run))) => run.push(place),
            (rank, _) => runs.push((rank, vec![place])),
        }
    }
    // Those that follow none stay in front.
    sort::by_key(&mut runs, |(rank, _)| *rank);
    runs.into_iter().flat_map(|(_, run)| run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn siblings_keep_their_order_and_what_is_new_stays_where_it_was_written() {
        // A root with the reports b, new, a, another new one, c; b leads d.
        let parents = [None, Some(0), Some(1), Some(0), Some(0), Some(0), Some(0)];
        let ranks = [Some(0), Some(2), Some(3), None, Some(1), None, Some(4)];
        assert_eq!(arranged(&parents, &ranks), [0, 4, 5, 1, 2, 3, 6]);
        assert_eq!(arranged(&parents, &[None; 7]), [0, 1, 2, 3, 4, 5, 6]);
    }
}
