//! Who came and went.

use crate::graph::PersonView;
use crate::model::{Claim, Text};

use super::super::matching::{Matched, party};
use super::{Change, Code, others};

pub(super) fn changes(matched: &Matched<'_>) -> Vec<Change> {
    let people = &matched.people;
    let mut changes = Vec::new();
    let (before, after): (Vec<_>, Vec<_>) = (matched.old.people().collect(), matched.new.people().collect());
    let held = |person: PersonView<'_>| person.held().map(|seat| party(seat.claims())).collect();
    for &at in &people.added {
        let change = Change { new: Some(people.new_party(at)), ..Change::new(Code::PersonJoined) };
        changes.push(change.parties(Vec::new(), held(after[at as usize])));
    }
    for &at in &people.removed {
        let change = Change { old: Some(people.old_party(at)), ..Change::new(Code::PersonLeft) };
        changes.push(change.parties(held(before[at as usize]), Vec::new()));
    }
    for &(old, new, how) in &people.renamed {
        changes.push(Change { how, ..Change::of(Code::PersonRenamed, people.both((old, new))) });
    }
    for pair in people.changed() {
        let (old, new) = (people.before(pair.0), people.after(pair.1));
        let is_renamed = old.id != new.id;
        if old.name != new.name && !is_renamed {
            let words = |name: &Claim<Text>| name.get().map(ToString::to_string);
            let change = Change::of(Code::PersonRenamed, people.both(pair));
            changes.push(change.values(words(&old.name), words(&new.name)));
        }
        let claims = (&old.claims, &new.claims);
        others(matched, Code::PersonChanged, || people.both(pair), claims, &["name"], &mut changes);
    }
    changes
}
