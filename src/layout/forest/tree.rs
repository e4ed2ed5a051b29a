//! Who hangs below whom, by index: parents before children, siblings in order, assistants apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::picture::Card;

/// A forest of seats. Indices are those of the cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::layout) struct Tree {
    parents: Vec<Option<u32>>,
    /// `below[first[i]..first[i + 1]]` are the children of seat `i`; the last run holds the roots.
    first: Vec<u32>,
    below: Vec<u32>,
    /// The assistants of the seats that have any, by seat.
    assistants: BTreeMap<usize, Vec<u32>>,
    is_assistant: Vec<bool>,
    /// What is no seat but heads those below it, to which no lines lead.
    headings: BTreeSet<usize>,
}

impl Tree {
    /// The forest of some cards. A parent that does not come before its child is no parent, so that there are no cycles.
    pub(in crate::layout) fn new(cards: &[Card]) -> Self {
        let parents: Vec<Option<u32>> = cards
            .iter()
            .enumerate()
            .map(|(seat, card)| card.parent.filter(|parent| *parent < seat).map(index))
            .collect();
        let is_assistant = cards.iter().map(|card| card.assistant).collect();
        let headings = cards.iter().enumerate().filter(|(_, card)| card.is_heading).map(|(seat, _)| seat);
        Self { headings: headings.collect(), ..Self::of(parents, is_assistant) }
    }

    /// The forest of some seats by their parents, which come before them, and of those that would stand beside theirs.
    pub(super) fn of(parents: Vec<Option<u32>>, mut is_assistant: Vec<bool>) -> Self {
        is_assistant.iter_mut().zip(&parents).for_each(|(is, parent)| *is &= parent.is_some());
        for parent in parents.iter().flatten() {
            // Whoever has reports hangs like any other seat.
            is_assistant[*parent as usize] = false;
        }
        let mut assistants: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for (seat, parent) in parents.iter().enumerate().filter(|(seat, _)| is_assistant[*seat]) {
            let parent = parent.expect("an assistant has a manager") as usize;
            assistants.entry(parent).or_default().push(index(seat));
        }
        let roots = parents.len();
        let run = |parent: &Option<u32>| parent.map_or(roots, |parent| parent as usize);
        let hanging = || parents.iter().enumerate().filter(|(seat, _)| !is_assistant[*seat]);
        let mut first = vec![0; roots + 2];
        for (_, parent) in hanging() {
            first[run(parent) + 1] += 1;
        }
        for seat in 0..=roots {
            first[seat + 1] += first[seat];
        }
        let mut free = first.clone();
        let mut below = vec![0; roots - is_assistant.iter().filter(|is| **is).count()];
        for (seat, parent) in hanging() {
            let place = &mut free[run(parent)];
            below[*place as usize] = index(seat);
            *place += 1;
        }
        Self { parents, first, below, assistants, is_assistant, headings: BTreeSet::new() }
    }

    /// The forest with these headings.
    pub(super) fn with_headings(self, headings: BTreeSet<usize>) -> Self {
        Self { headings, ..self }
    }

    /// Whether it is no seat but heads those below it.
    pub(in crate::layout) fn is_heading(&self, seat: usize) -> bool {
        self.headings.contains(&seat)
    }

    /// How many seats are below each.
    pub(in crate::layout) fn counts_below(&self) -> Vec<usize> {
        let mut below = vec![0_usize; self.len()];
        for seat in (0..self.len()).rev() {
            if let Some(manager) = self.parent(seat) {
                below[manager] += below[seat] + 1;
            }
        }
        below
    }

    /// How many seats there are.
    pub(in crate::layout) fn len(&self) -> usize {
        self.parents.len()
    }

    /// The seat above.
    pub(in crate::layout) fn parent(&self, seat: usize) -> Option<usize> {
        self.parents[seat].map(|parent| parent as usize)
    }

    /// The seats that stand beside this one, in order.
    pub(in crate::layout) fn assistants(&self, seat: usize) -> &[u32] {
        self.assistants.get(&seat).map_or(&[], Vec::as_slice)
    }

    /// Whether the seat stands beside its manager.
    pub(in crate::layout) fn is_assistant(&self, seat: usize) -> bool {
        self.is_assistant[seat]
    }

    /// The seats right below, in order; assistants are not among them.
    pub(in crate::layout) fn children(&self, seat: usize) -> &[u32] {
        &self.below[self.first[seat] as usize..self.first[seat + 1] as usize]
    }

    /// All seats, each before those below it and these before the next beside it, assistants first.
    pub(in crate::layout) fn order(&self) -> Vec<u32> {
        let mut order = Vec::with_capacity(self.len());
        let mut left: Vec<u32> = self.roots().iter().rev().copied().collect();
        while let Some(seat) = left.pop() {
            order.push(seat);
            left.extend(self.children(seat as usize).iter().rev());
            left.extend(self.assistants(seat as usize).iter().rev());
        }
        order
    }

    /// The seats with none above, in order.
    pub(in crate::layout) fn roots(&self) -> &[u32] {
        self.children(self.len())
    }
}

/// A seat's index in its small form.
pub(in crate::layout) fn index(seat: usize) -> u32 {
    u32::try_from(seat).expect("a picture has less than 2^32 seats: their cards would not fit in memory")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_keep_their_order() {
        let parents = [None, Some(0), None, Some(0), Some(1), Some(9), Some(6)];
        let tree = Tree::new(&parents.map(|parent| Card { parent, ..Card::default() }));
        assert_eq!(tree.roots(), [0, 2, 5, 6]);
        assert_eq!(tree.children(0), [1, 3]);
        assert_eq!(tree.children(1), [4]);
        assert_eq!(tree.children(2), [0_u32; 0]);
        assert_eq!((tree.parent(4), tree.parent(5), tree.parent(6)), (Some(1), None, None));
    }
    #[test]
    fn assistants_stand_apart_unless_they_have_reports() {
        let card = |parent, assistant| Card { parent, assistant, ..Card::default() };
        let tree = Tree::new(&[card(None, true), card(Some(0), true), card(Some(0), true), card(Some(2), false)]);
        assert_eq!((tree.roots(), tree.children(0), tree.assistants(0)), (&[0][..], &[2][..], &[1][..]));
        assert!(tree.is_assistant(1) && !tree.is_assistant(0) && !tree.is_assistant(2));
    }
}
