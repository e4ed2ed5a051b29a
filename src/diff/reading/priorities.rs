//! What is to be done, and whose it is.

use std::collections::HashMap;

use crate::graph::{Answer, Orphan, PriorityView};
use crate::model::{OneOrMany, Priority, SeatId, Status};
use crate::text::Spanned;

use super::super::matching::Matched;
use super::{Change, Code, Party, fields, listed, others};

/// What has words of its own.
const OWN: [&str; 4] = ["title", "owner", "status", "due"];

pub(super) fn changes(matched: &Matched<'_>) -> Vec<Change> {
    let (priorities, seats) = (&matched.priorities, &matched.seats);
    let mut changes = Vec::new();
    for &at in &priorities.added {
        let change = Change { new: Some(priorities.new_party(at)), ..Change::new(Code::PriorityAdded) };
        let owners = listed(&priorities.after(at).owner).map(|id| seats.new_named(id)).collect();
        changes.push(change.parties(Vec::new(), owners).values(None, status(priorities.after(at))));
    }
    for &at in &priorities.removed {
        let change = Change { old: Some(priorities.old_party(at)), ..Change::new(Code::PriorityRemoved) };
        let owners = listed(&priorities.before(at).owner).map(|id| seats.old_named(id)).collect();
        changes.push(change.parties(owners, Vec::new()).values(status(priorities.before(at)), None));
    }
    priorities.renamed(Code::PriorityRenamed, Code::PriorityRetitled, &mut changes);
    for pair in priorities.changed() {
        let both = || priorities.both(pair);
        let (old, new) = (priorities.before(pair.0), priorities.after(pair.1));
        changes.extend(handed_off(matched, Code::PriorityHandedOff, both, &old.owner, &new.owner));
        if let (was, Some(&is)) = (old.status.get().copied(), new.status.get())
            && was != Some(is)
        {
            let code = match is {
                Status::OnTrack => Code::PriorityOnTrack,
                Status::OffTrack => Code::PriorityOffTrack,
                Status::Done => Code::PriorityDone,
                Status::Dropped => Code::PriorityDropped,
            };
            changes.push(Change::of(code, both()).values(status(old), status(new)));
        }
        fields(Code::PriorityRescheduled, both, (&old.claims, &new.claims), &["due"], &mut changes);
        others(matched, Code::PriorityChanged, both, (&old.claims, &new.claims), &OWN, &mut changes);
        if old.status.get().is_some() && new.status.is_absent() {
            fields(Code::PriorityChanged, both, (&old.claims, &new.claims), &["status"], &mut changes);
        }
    }
    answers(matched, &mut changes);
    changes
}

/// Another owner; where there were or are several, with all of them in words.
pub(super) fn handed_off(
    matched: &Matched<'_>,
    code: Code,
    subject: impl FnOnce() -> (Party, Party),
    old: &OneOrMany<SeatId>,
    new: &OneOrMany<SeatId>,
) -> Option<Change> {
    let change = matched.seats.listed(code, subject, old, new)?;
    let all = |owners: &[Spanned<SeatId>]| (!owners.is_empty()).then(|| listed(owners).collect::<Vec<_>>().join(", "));
    Some(change.values(all(old), all(new)))
}

fn status(priority: &Priority) -> Option<String> {
    Some(priority.status.get()?.name().to_owned())
}

/// Open priorities that somebody answers for and nobody did, or the other way round, whatever changed for that.
fn answers(matched: &Matched<'_>, changes: &mut Vec<Change>) {
    let priorities = &matched.priorities;
    let (old, new): (Vec<_>, Vec<_>) = (matched.old.priorities().collect(), matched.new.priorities().collect());
    let handed_off = changes.extract_if(.., |change| change.code == Code::PriorityHandedOff);
    let mut causes: HashMap<Option<Party>, Change> = handed_off.map(|change| (change.new.clone(), change)).collect();
    for pair in priorities.pairs() {
        let (before, after) = (old[pair.0 as usize], new[pair.1 as usize]);
        if !before.claims().is_open() || !after.claims().is_open() {
            continue;
        }
        let (was, is) = (before.answer(), after.answer());
        let code = match (&was, &is) {
            (Answer::Unknown, _) | (_, Answer::Unknown) | (Answer::Accountable { .. }, Answer::Accountable { .. }) => {
                continue;
            }
            (Answer::Accountable { .. }, _) => Code::PriorityOrphaned,
            (_, Answer::Accountable { .. }) => Code::PriorityAdopted,
            _ => continue,
        };
        let mut change = Change::of(code, priorities.both(pair)).values(words(before, &was), words(after, &is));
        change.folded = causes.remove(&change.new).into_iter().collect();
        changes.push(change);
    }
    changes.extend(causes.into_values());
}

/// Who answers for a priority, or why nobody does.
fn words(priority: PriorityView<'_>, answer: &Answer<'_>) -> Option<String> {
    Some(match answer {
        Answer::Accountable { seat, person } => format!("{} in {}", person.name(), seat.id()),
        Answer::Unowned => "no owner is named".to_owned(),
        Answer::Shared if priority.claims().owner.len() > 1 => {
            format!("shared by {}", listed(&priority.claims().owner).collect::<Vec<_>>().join(", "))
        }
        Answer::Shared => format!("{} has several owners", priority.claims().owner[0].value),
        Answer::Orphaned(Orphan::Vacant(seat)) => format!("{} is vacant", seat.id()),
        Answer::Orphaned(Orphan::CutOff(seat)) => format!("{} is cut off", seat.id()),
        Answer::Orphaned(Orphan::Missing) => "its owner is not in the chart".to_owned(),
        Answer::Orphaned(Orphan::Purposeless(dropped)) => format!("{}, which it supports, is dropped", dropped.id()),
        Answer::Unknown => return None,
    })
}
