//! Which function gets which look: by its name, so that it keeps it from quarter to quarter.

use std::collections::{BTreeMap, BTreeSet};

use crate::layout::scene::Hue;

/// The slot of each function in the last of a series of sets, oldest first. What was there before keeps
/// its slot. Others take the one that their name points to or, where that is taken, the first that is free: which depends
/// on the names alone, in whatever order they come. Slots that are barred are given to nobody.
pub(super) fn slots<'n>(
    sets: &[Vec<&'n str>],
    barred: &[usize],
    takes_slot: impl Fn(&str) -> bool,
) -> BTreeMap<&'n str, usize> {
    let mut slots: BTreeMap<&str, usize> = BTreeMap::new();
    for set in sets {
        let names: BTreeSet<&str> = set.iter().copied().filter(|name| takes_slot(name)).collect();
        slots.retain(|name, _| names.contains(name));
        let mut taken: BTreeSet<usize> = slots.values().chain(barred).copied().collect();
        let new: Vec<&str> = names.into_iter().filter(|name| !slots.contains_key(name)).collect();
        let mut others = Vec::new();
        for name in new {
            if taken.insert(wanted(name)) {
                slots.insert(name, wanted(name));
            } else {
                others.push(name);
            }
        }
        let mut free = (0..).filter(|slot| !taken.contains(slot));
        for name in others {
            slots.insert(name, free.next().expect("slots have no end"));
        }
    }
    slots
}

/// The hue that a name points to: its hash by Fowler, Noll and Vo, which is the same on every machine.
fn wanted(name: &str) -> usize {
    let hash = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    // The high half is mixed best.
    usize::try_from((hash >> 32) % Hue::COUNT as u64).expect("there are few hues")
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 10] =
        ["Finance", "People", "Operations", "Product", "Sales", "Service", "Safety", "Legal", "Data", "IT"];

    fn of<'n>(sets: &[Vec<&'n str>]) -> BTreeMap<&'n str, usize> {
        slots(sets, &[], |_| true)
    }

    #[test]
    fn the_order_of_names_changes_nothing_and_all_slots_differ() {
        let (forwards, backwards) = (NAMES.to_vec(), NAMES.into_iter().rev().collect());
        assert_eq!(of(&[forwards]), of(&[backwards]));
        let slots: BTreeSet<usize> = of(&[NAMES.to_vec()]).into_values().collect();
        assert_eq!(slots.len(), NAMES.len());
    }

    #[test]
    fn a_barred_slot_is_given_to_nobody() {
        let barred = [0, 2, 3, 5];
        let slots = slots(&[NAMES.to_vec()], &barred, |_| true);
        assert!(slots.len() == NAMES.len() && slots.values().all(|slot| !barred.contains(slot)), "{slots:?}");
    }

    #[test]
    fn what_was_there_before_keeps_its_slot() {
        for count in 1..NAMES.len() {
            let before = of(&[NAMES[..count].to_vec()]);
            let after = of(&[NAMES[..count].to_vec(), NAMES.to_vec()]);
            assert!(before.iter().all(|(name, slot)| after[name] == *slot));
        }
    }
}
