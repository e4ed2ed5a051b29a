//! What is to be done, and whose it is.

use std::collections::HashMap;

use crate::graph::Answer;
use crate::model::{OneOrMany, SeatId, Status};

use super::super::matching::Matched;
use super::{Change, Party, What, key, listed, others};

/// What has words of its own.
const OWN: [&str; 4] = ["title", "owner", "status", "due"];

pub(super) fn changes(matched: &Matched<'_>) -> Vec<Change> {
    let (priorities, seats) = (&matched.priorities, &matched.seats);
    let mut changes = Vec::new();
    for &at in &priorities.added {
        let owners = listed(&priorities.after(at).owner).map(|id| seats.new_named(id)).collect();
        let what = What::PriorityAdded { owners, is: priorities.after(at).status.get().copied() };
        changes.push(Change::added(what, priorities.new_party(at), Vec::new()));
    }
    for &at in &priorities.removed {
        let owners = listed(&priorities.before(at).owner).map(|id| seats.old_named(id)).collect();
        let what = What::PriorityRemoved { owners, was: priorities.before(at).status.get().copied() };
        changes.push(Change::removed(what, priorities.old_party(at), Vec::new()));
    }
    priorities.renamed(|how| What::PriorityRenamed { how }, |was, is| What::PriorityRetitled { was, is }, &mut changes);
    for pair in priorities.changed() {
        let both = || priorities.both(pair);
        let (old, new) = (priorities.before(pair.0), priorities.after(pair.1));
        let claims = (&old.claims, &new.claims);
        if let Some(Handover { from, to, before, after }) = handed_off(matched, &old.owner, &new.owner) {
            changes.push(Change::of(What::PriorityHandedOff { from, to, before, after }, both()));
        }
        if let (was, Some(&is)) = (old.status.get().copied(), new.status.get())
            && was != Some(is)
        {
            let what = match is {
                Status::OnTrack => What::PriorityOnTrack { was, is },
                Status::OffTrack => What::PriorityOffTrack { was, is },
                Status::Done => What::PriorityDone { was, is },
                Status::Dropped => What::PriorityDropped { was, is },
            };
            changes.push(Change::of(what, both()));
        }
        key(|key| What::PriorityRescheduled { key }, both, claims, "due", &mut changes);
        let other = |key| What::PriorityChanged { key };
        others(matched, other, both, claims, &OWN, &mut changes);
        if old.status.get().is_some() && new.status.is_absent() {
            key(other, both, claims, "status", &mut changes);
        }
    }
    answers(matched, &mut changes);
    changes
}

/// Other owners: those who are and were it, and of them who stands at one end alone.
pub(super) struct Handover {
    pub(super) from: Vec<Party>,
    pub(super) to: Vec<Party>,
    pub(super) before: Vec<Party>,
    pub(super) after: Vec<Party>,
}

pub(super) fn handed_off(matched: &Matched<'_>, old: &OneOrMany<SeatId>, new: &OneOrMany<SeatId>) -> Option<Handover> {
    let seats = &matched.seats;
    let (from, to) = seats.listed(old, new)?;
    let before = listed(old).map(|id| seats.old_named(id)).collect();
    let after = listed(new).map(|id| seats.new_named(id)).collect();
    Some(Handover { from, to, before, after })
}

/// Open priorities that somebody answers for and nobody did, or the other way round, whatever changed for that.
fn answers(matched: &Matched<'_>, changes: &mut Vec<Change>) {
    let priorities = &matched.priorities;
    let (old, new): (Vec<_>, Vec<_>) = (matched.old.priorities().collect(), matched.new.priorities().collect());
    let handed_off = changes.extract_if(.., |change| matches!(change.what, What::PriorityHandedOff { .. }));
    let mut causes: HashMap<Option<Party>, Change> = handed_off.map(|change| (change.new.clone(), change)).collect();
    for pair in priorities.pairs() {
        let (before, after) = (old[pair.0 as usize], new[pair.1 as usize]);
        if !before.claims().is_open() || !after.claims().is_open() {
            continue;
        }
        let (was, is) = (before.answer(), after.answer());
        let told = |answer: Answer<'_>| answer.who().map(|who| who.bare());
        let (told_was, told_is) = (told(was), told(is));
        let what = match (was, is) {
            (Answer::Unknown, _) | (_, Answer::Unknown) | (Answer::Accountable { .. }, Answer::Accountable { .. }) => {
                continue;
            }
            (Answer::Accountable { .. }, _) => What::PriorityOrphaned { was: told_was, is: told_is },
            (_, Answer::Accountable { .. }) => What::PriorityAdopted { was: told_was, is: told_is },
            (Answer::Unowned | Answer::Shared(_) | Answer::Orphaned(_), _) => continue,
        };
        let mut change = Change::of(what, priorities.both(pair));
        change.folded = causes.remove(&change.new).into_iter().collect();
        changes.push(change);
    }
    changes.extend(causes.into_values());
}
