//! Which box stands above which, so that few lines cross.
//!
//! After K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical system structures", IEEE
//! Transactions on Systems, Man, and Cybernetics 11 (1981): boxes are sorted by the mean place of their neighbours, in
//! sweeps to the right and back, and the order with the fewest crossings is kept.

use super::layers::Layers;

/// Later sweeps rarely find anything better.
const SWEEPS: usize = 24;

/// Sorts each column.
pub(super) fn order(layers: &mut Layers) {
    let mut best = layers.columns.clone();
    let mut fewest = crossings(layers);
    for sweep in 0..SWEEPS {
        if fewest == 0 {
            break;
        }
        let count = layers.columns.len();
        for step in 1..count {
            let column = if sweep % 2 == 0 { step } else { count - 1 - step };
            sort(layers, column, sweep % 2 == 0);
        }
        let crossings = crossings(layers);
        if crossings < fewest {
            fewest = crossings;
            best.clone_from(&layers.columns);
        }
    }
    layers.columns = best;
}

/// Sorts a column by its neighbours on the left or on the right; a box without any keeps its place among the others.
fn sort(layers: &mut Layers, column: usize, by_left: bool) {
    let ranks = layers.ranks();
    let here = &layers.columns[column];
    let (neighbours, beside) = if by_left { (&layers.left, column - 1) } else { (&layers.right, column + 1) };
    // In millionths of a column's length, so that both columns are comparable.
    let mean = |place: usize, node: usize| match neighbours[node].as_slice() {
        [] => place * 1_000_000 / here.len(),
        beside_it => {
            let sum: usize = beside_it.iter().map(|neighbour| ranks[*neighbour]).sum();
            sum * 1_000_000 / (beside_it.len() * layers.columns[beside].len())
        }
    };
    let mut sorted: Vec<(usize, usize)> =
        here.iter().enumerate().map(|(place, node)| (mean(place, *node), *node)).collect();
    sorted.sort_by_key(|(mean, _)| *mean);
    layers.columns[column] = sorted.into_iter().map(|(_, node)| node).collect();
}

/// How many pairs of lines cross.
fn crossings(layers: &Layers) -> usize {
    let ranks = layers.ranks();
    let mut count = 0;
    for column in &layers.columns {
        let mut ends = Vec::new();
        for node in column {
            let mut here: Vec<usize> = layers.right[*node].iter().map(|to| ranks[*to]).collect();
            here.sort_unstable();
            ends.extend(here);
        }
        count += inversions(&ends);
    }
    count
}

/// How many pairs are in the wrong order: of each place as many as came before and belong after it, counted in a tree
/// of partial sums (P. Fenwick, "A new data structure for cumulative frequency tables", 1994).
fn inversions(ends: &[usize]) -> usize {
    let size = ends.iter().max().map_or(0, |last| last + 1);
    let mut sums = vec![0; size + 1];
    let mut count = 0;
    for (before, end) in ends.iter().enumerate() {
        let mut place = end + 1;
        let mut not_after = 0;
        while place > 0 {
            not_after += sums[place];
            place &= place - 1;
        }
        count += before - not_after;
        place = end + 1;
        while place <= size {
            sums[place] += 1;
            place += place & place.wrapping_neg();
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_in_the_wrong_order_are_counted() {
        for ends in [&[][..], &[0], &[0, 1, 2], &[2, 1, 0], &[1, 1, 0, 3, 2, 2], &[5, 0, 5, 0]] {
            let one_by_one: usize =
                (0..ends.len()).map(|at| ends[..at].iter().filter(|before| **before > ends[at]).count()).sum();
            assert_eq!(inversions(ends), one_by_one, "{ends:?}");
        }
    }
}
