//! Sorting where speed does not matter: one sort for lists of every type.
//!
//! The standard library's stable sort is compiled again for each type and each comparison, 4 to 23 kB every time. Here
//! only a comparison and a swap are compiled again, which makes the program 0.56 MB smaller. In return each
//! comparison is a call through a pointer, and a list of places is made beside the items: right for what people read,
//! tens to thousands of items. What grows with a chart and is sorted in every check keeps `slice::sort_by`.

use std::cmp::Ordering;

/// As `slice::sort_by`: items that compare equal keep their order.
pub(crate) fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() < 2 {
        return;
    }
    let order = places(items.len(), &|one, other| compare(&items[one], &items[other]));
    arrange(order, &mut |one, other| items.swap(one, other));
}

/// As `slice::sort_by_key`.
pub(crate) fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |one, other| key(one).cmp(&key(other)));
}

/// The places of `count` items, in the order of the comparison.
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

/// Moves to each place the item at the place that `order` gives for it, cycle by cycle.
fn arrange(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts_as_the_standard_library_does() {
        arbtest::arbtest(|u| {
            // Few keys in lists that are long enough for all that the sort does: many are equal, and the places tell
            // those apart.
            let count = u.int_in_range(0..=300)?;
            let keys = (0..count).map(|_| u.int_in_range(0..=7_u8)).collect::<Result<Vec<_>, _>>()?;
            let mut ours: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let mut theirs = ours.clone();
            let mut falling = ours.clone();
            by_key(&mut ours, |(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            assert_eq!(ours, theirs);
            by(&mut falling, |(one, _), (other, _)| other.cmp(one));
            theirs.sort_by(|(one, _), (other, _)| other.cmp(one));
            assert_eq!(falling, theirs);
            Ok(())
        });
    }

    #[test]
    fn none_one_and_equal_ones_stay_as_they_are() {
        for count in 0..4 {
            let mut items: Vec<String> = (0..count).map(|at: usize| at.to_string()).collect();
            let before = items.clone();
            by_key(&mut items, |_| ());
            assert_eq!(items, before);
        }
    }
}
