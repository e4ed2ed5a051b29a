//! The tidy tree: each subtree as close to those on its left as the gap allows, each parent centred over its children.
//!
//! After A. van der Ploeg, "Drawing non-layered tidy trees in linear time", Software: Practice and Experience 44 (2014):
//! boxes of any width and height, contours followed by threads. Three things differ from the code published with the
//! paper. It never pulls a subtree towards its left neighbour, only away, which leaves a wide hole beside a leaf; here
//! the first pair of the two contours decides either way. It recurses; here parents come before their children, so that
//! a walk backwards over the indices meets every subtree before its root. And it counts in floating point; here whole
//! pixels are shared out exactly.

use crate::layout::forest::tree::Tree;

/// No thread.
const NONE: u32 = u32::MAX;

/// A box to place, in whole pixels. `bottom` is where its children begin, so that contours have no holes; for a leaf the
/// lower edge with the gap below it. Siblings begin at one height.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extent {
    pub(super) width: i64,
    pub(super) bottom: i64,
}

/// The x of each box's left edge; the leftmost is 0. Linear in the number of seats.
pub(super) fn place(tree: &Tree, boxes: &[Extent], gap: i64) -> Vec<i64> {
    let mut walk = Walk { tree, boxes, gap, nodes: vec![Node::default(); boxes.len()], lows: Vec::new() };
    for seat in (0..boxes.len()).rev() {
        walk.settle(seat);
    }
    walk.arrange(tree.roots());
    walk.positions()
}

/// What the walk knows of a seat. All positions are relative to the parent; contours sum them up on their way.
#[derive(Clone, Debug)]
struct Node {
    /// The box's left edge within its own subtree.
    preliminary: i64,
    /// How far the whole subtree is moved.
    modifier: i64,
    /// Added to this and to every later sibling, growing by itself from one to the next.
    shift: i64,
    /// Added to this and to every later sibling.
    change: i64,
    /// At the lowest seat of a left contour: where the contour continues, in another subtree.
    left_thread: u32,
    /// The same for a right contour.
    right_thread: u32,
    /// The lowest seat on the left contour of the subtree.
    left_extreme: u32,
    /// The lowest seat on the right contour of the subtree.
    right_extreme: u32,
    /// Sum of the modifiers from this seat down to `left_extreme`.
    left_sum: i64,
    /// Sum of the modifiers from this seat down to `right_extreme`.
    right_sum: i64,
}

impl Default for Node {
    fn default() -> Self {
        Self {
            preliminary: 0,
            modifier: 0,
            shift: 0,
            change: 0,
            left_thread: NONE,
            right_thread: NONE,
            left_extreme: NONE,
            right_extreme: NONE,
            left_sum: 0,
            right_sum: 0,
        }
    }
}

/// How low a sibling's subtree reaches, for those siblings that no later one hides from below.
struct Low {
    bottom: i64,
    sibling: usize,
}

struct Walk<'a> {
    tree: &'a Tree,
    boxes: &'a [Extent],
    gap: i64,
    nodes: Vec<Node>,
    /// Lowest first, the last sibling at the end; kept between calls only to be allocated once.
    lows: Vec<Low>,
}

impl Walk<'_> {
    /// Arranges what is below `seat`, then puts it in the middle.
    fn settle(&mut self, seat: usize) {
        let tree = self.tree;
        let children = tree.children(seat);
        let (Some(&first), Some(&last)) = (children.first(), children.last()) else {
            let itself = u32::try_from(seat).expect("seats are counted in 32 bits");
            self.nodes[seat].left_extreme = itself;
            self.nodes[seat].right_extreme = itself;
            return;
        };
        self.arrange(children);
        let (first, last) = (&self.nodes[first as usize], &self.nodes[last as usize]);
        let left = first.preliminary + first.modifier;
        let right = last.preliminary + last.modifier + self.boxes[children[children.len() - 1] as usize].width;
        let (left_extreme, left_sum) = (first.left_extreme, first.left_sum);
        let (right_extreme, right_sum) = (last.right_extreme, last.right_sum);
        let node = &mut self.nodes[seat];
        node.preliminary = (left + right - self.boxes[seat].width).div_euclid(2);
        (node.left_extreme, node.left_sum) = (left_extreme, left_sum);
        (node.right_extreme, node.right_sum) = (right_extreme, right_sum);
    }

    /// Moves siblings, whose subtrees are settled, side by side.
    fn arrange(&mut self, siblings: &[u32]) {
        let mut lows = std::mem::take(&mut self.lows);
        lows.clear();
        for (sibling, &seat) in siblings.iter().enumerate() {
            // Before the subtree is threaded to its left neighbours: afterwards the extreme may be theirs.
            let bottom = self.bottom(self.nodes[seat as usize].right_extreme);
            if sibling > 0 {
                self.separate(siblings, sibling, &lows);
            }
            while lows.last().is_some_and(|low| bottom >= low.bottom) {
                lows.pop();
            }
            lows.push(Low { bottom, sibling });
        }
        self.lows = lows;
    }

    /// Moves one sibling as close to all those on its left as the gap allows, following both contours down.
    fn separate(&mut self, siblings: &[u32], index: usize, lows: &[Low]) {
        let mut left = siblings[index - 1];
        let mut right = siblings[index];
        let mut left_sum = self.nodes[left as usize].modifier;
        let mut right_sum = self.nodes[right as usize].modifier;
        let mut low = lows.len() - 1;
        let mut is_first_pair = true;
        while left != NONE && right != NONE {
            while self.bottom(left) > lows[low].bottom {
                low -= 1;
            }
            let edge = left_sum + self.nodes[left as usize].preliminary + self.boxes[left as usize].width;
            let distance = edge + self.gap - (right_sum + self.nodes[right as usize].preliminary);
            if distance > 0 || is_first_pair {
                right_sum += distance;
                self.move_subtree(siblings, index, lows[low].sibling, distance);
            }
            is_first_pair = false;
            let (left_bottom, right_bottom) = (self.bottom(left), self.bottom(right));
            if left_bottom <= right_bottom {
                left = self.next_right_contour(left);
                left_sum += self.modifier(left);
            }
            if left_bottom >= right_bottom {
                right = self.next_left_contour(right);
                right_sum += self.modifier(right);
            }
        }
        if left == NONE && right != NONE {
            self.thread_left(siblings, index, right, right_sum);
        } else if left != NONE && right == NONE {
            self.thread_right(siblings, index, left, left_sum);
        }
    }

    /// Moves one sibling and shares the move out among those between it and the one that it had to make room for.
    fn move_subtree(&mut self, siblings: &[u32], index: usize, obstacle: usize, distance: i64) {
        let node = &mut self.nodes[siblings[index] as usize];
        node.modifier += distance;
        node.left_sum += distance;
        node.right_sum += distance;
        let gaps = i64::try_from(index - obstacle).expect("siblings are counted in 32 bits");
        if gaps > 1 {
            let share = distance.div_euclid(gaps);
            node.shift -= share;
            node.change -= share * (gaps - 1);
            self.nodes[siblings[obstacle + 1] as usize].shift += share;
        }
    }

    /// The new sibling reaches lower than all before: their common left contour continues in it.
    fn thread_left(&mut self, siblings: &[u32], index: usize, next: u32, next_sum: i64) {
        let first = siblings[0] as usize;
        let end = self.nodes[first].left_extreme as usize;
        let difference = next_sum - self.modifier(next) - self.nodes[first].left_sum;
        self.nodes[end].left_thread = next;
        self.nodes[end].modifier += difference;
        self.nodes[end].preliminary -= difference;
        let new = &self.nodes[siblings[index] as usize];
        let (extreme, sum) = (new.left_extreme, new.left_sum);
        self.nodes[first].left_extreme = extreme;
        self.nodes[first].left_sum = sum;
    }

    /// The siblings before reach lower than the new one: its right contour continues in theirs.
    fn thread_right(&mut self, siblings: &[u32], index: usize, next: u32, next_sum: i64) {
        let new = siblings[index] as usize;
        let end = self.nodes[new].right_extreme as usize;
        let difference = next_sum - self.modifier(next) - self.nodes[new].right_sum;
        self.nodes[end].right_thread = next;
        self.nodes[end].modifier += difference;
        self.nodes[end].preliminary -= difference;
        let before = &self.nodes[siblings[index - 1] as usize];
        let (extreme, sum) = (before.right_extreme, before.right_sum);
        self.nodes[new].right_extreme = extreme;
        self.nodes[new].right_sum = sum;
    }

    fn next_left_contour(&self, seat: u32) -> u32 {
        self.tree.children(seat as usize).first().copied().unwrap_or(self.nodes[seat as usize].left_thread)
    }

    fn next_right_contour(&self, seat: u32) -> u32 {
        self.tree.children(seat as usize).last().copied().unwrap_or(self.nodes[seat as usize].right_thread)
    }

    fn bottom(&self, seat: u32) -> i64 {
        self.boxes[seat as usize].bottom
    }

    /// The modifier of a seat on a contour; nothing below its end.
    fn modifier(&self, seat: u32) -> i64 {
        if seat == NONE { 0 } else { self.nodes[seat as usize].modifier }
    }

    /// Sums all moves up from the roots down.
    fn positions(mut self) -> Vec<i64> {
        self.share_out(self.tree.roots());
        let mut sums = vec![0; self.nodes.len()];
        let mut places = Vec::with_capacity(self.nodes.len());
        for seat in 0..self.nodes.len() {
            let above = self.tree.parent(seat).map_or(0, |parent| sums[parent]);
            sums[seat] = above + self.nodes[seat].modifier;
            places.push(sums[seat] + self.nodes[seat].preliminary);
            self.share_out(self.tree.children(seat));
        }
        let hanging = places.iter().enumerate().filter(|(seat, _)| !self.tree.is_assistant(*seat));
        let leftmost = hanging.map(|(_, place)| *place).min().unwrap_or(0);
        for place in &mut places {
            *place -= leftmost;
        }
        places
    }

    /// Gives the siblings in between their shares of the moves.
    fn share_out(&mut self, siblings: &[u32]) {
        let mut growth = 0;
        let mut sum = 0;
        for &seat in siblings {
            let node = &mut self.nodes[seat as usize];
            growth += node.shift;
            sum += growth + node.change;
            node.modifier += sum;
        }
    }
}

#[cfg(test)]
mod tests {
    use arbtest::arbtest;

    use super::*;
    use crate::picture::Card;

    /// No two boxes of unlike widths and heights overlap, and no gap between siblings can be closed by a pixel.
    #[test]
    fn boxes_of_any_size_are_as_close_as_they_can_be() {
        arbtest(|u| {
            let count = u.int_in_range(1..=25)?;
            let (mut parents, mut boxes, mut tops) = (Vec::new(), Vec::<Extent>::new(), Vec::new());
            for seat in 0..count {
                let parent = if seat == 0 || u.ratio(1, 9)? { None } else { Some(u.int_in_range(0..=seat - 1)?) };
                let top = parent.map_or(0, |parent| boxes[parent].bottom);
                parents.push(parent);
                tops.push(top);
                boxes.push(Extent { width: u.int_in_range(1..=60)?, bottom: top + u.int_in_range(1..=60)? });
            }
            let card = |parent: &Option<usize>| Card { parent: *parent, ..Card::default() };
            let tree = Tree::new(&parents.iter().map(card).collect::<Vec<_>>());
            let places = place(&tree, &boxes, 7);
            let gap = |left: usize, right: usize| {
                let meet = tops[left] < boxes[right].bottom && tops[right] < boxes[left].bottom;
                meet.then(|| places[right] - places[left] - boxes[left].width)
            };
            for right in 0..count {
                for left in 0..right {
                    let apart = gap(left, right).max(gap(right, left));
                    assert!(apart.is_none_or(|apart| apart >= 7), "{left} and {right} are too close");
                }
            }
            for seat in 0..=count {
                let siblings = tree.children(seat);
                for cut in 1..siblings.len() {
                    let side = |siblings: &[u32]| below(&tree, siblings);
                    let (before, after) = (side(&siblings[..cut]), side(&siblings[cut..]));
                    let touch = before.iter().any(|left| after.iter().any(|right| gap(*left, *right) == Some(7)));
                    assert!(touch, "siblings {siblings:?} could be closer at {cut}");
                }
            }
            Ok(())
        })
        .budget_ms(1_000);
    }

    fn below(tree: &Tree, seats: &[u32]) -> Vec<usize> {
        let mut found: Vec<usize> = seats.iter().map(|seat| *seat as usize).collect();
        let mut next = 0;
        while next < found.len() {
            found.extend(tree.children(found[next]).iter().map(|child| *child as usize));
            next += 1;
        }
        found
    }
}
