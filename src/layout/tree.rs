//! Who hangs below whom, by index: parents before children, siblings in order.

/// A forest of seats. Indices are those of the cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tree {
    parents: Vec<Option<u32>>,
    /// `below[first[i]..first[i + 1]]` are the children of seat `i`; the last run holds the roots.
    first: Vec<u32>,
    below: Vec<u32>,
}

impl Tree {
    /// The forest of these parents. A parent that does not come before its child is no parent, so that there are no cycles.
    pub(super) fn new(parents: impl IntoIterator<Item = Option<usize>>) -> Self {
        let parents: Vec<Option<u32>> = parents
            .into_iter()
            .enumerate()
            .map(|(seat, parent)| parent.filter(|parent| *parent < seat).map(index))
            .collect();
        let roots = parents.len();
        let run = |parent: &Option<u32>| parent.map_or(roots, |parent| parent as usize);
        let mut first = vec![0; roots + 2];
        for parent in &parents {
            first[run(parent) + 1] += 1;
        }
        for seat in 0..=roots {
            first[seat + 1] += first[seat];
        }
        let mut free = first.clone();
        let mut below = vec![0; roots];
        for (seat, parent) in parents.iter().enumerate() {
            let place = &mut free[run(parent)];
            below[*place as usize] = index(seat);
            *place += 1;
        }
        Self { parents, first, below }
    }

    /// How many seats there are.
    pub(super) fn len(&self) -> usize {
        self.parents.len()
    }

    /// The seat above.
    pub(super) fn parent(&self, seat: usize) -> Option<usize> {
        self.parents[seat].map(|parent| parent as usize)
    }

    /// The seats right below, in order.
    pub(super) fn children(&self, seat: usize) -> &[u32] {
        &self.below[self.first[seat] as usize..self.first[seat + 1] as usize]
    }

    /// The seats with none above, in order.
    pub(super) fn roots(&self) -> &[u32] {
        self.children(self.len())
    }
}

/// A seat's index in its small form.
fn index(seat: usize) -> u32 {
    u32::try_from(seat).expect("a picture has less than 2^32 seats: their cards would not fit in memory")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_keep_their_order() {
        let tree = Tree::new([None, Some(0), None, Some(0), Some(1), Some(9), Some(6)]);
        assert_eq!(tree.roots(), [0, 2, 5, 6]);
        assert_eq!(tree.children(0), [1, 3]);
        assert_eq!(tree.children(1), [4]);
        assert_eq!(tree.children(2), [0_u32; 0]);
        assert_eq!((tree.parent(4), tree.parent(5), tree.parent(6)), (Some(1), None, None));
    }
}
