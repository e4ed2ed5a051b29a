//! Who came and went.

use crate::graph::PersonView;
use crate::model::{Claim, Text};
use crate::text::sort;

use super::super::matching::{Matched, party};
use super::{Change, How, What, others};

pub(super) fn changes(matched: &Matched<'_>) -> Vec<Change> {
    let people = &matched.people;
    let mut changes = Vec::new();
    let (before, after): (Vec<_>, Vec<_>) = (matched.old.people().collect(), matched.new.people().collect());
    let held = |person: PersonView<'_>| {
        let mut seats: Vec<_> = person.held().map(|seat| party(seat.claims())).collect();
        sort::by(&mut seats, Ord::cmp);
        seats
    };
    for &at in &people.added {
        let what = What::PersonJoined { seats: held(after[at as usize]) };
        changes.push(Change::added(what, people.new_party(at), Vec::new()));
    }
    for &at in &people.removed {
        let what = What::PersonLeft { seats: held(before[at as usize]) };
        changes.push(Change::removed(what, people.old_party(at), Vec::new()));
    }
    for &(old, new, how) in &people.renamed {
        let what = What::PersonRenamed { was: None, is: None, how };
        changes.push(Change::of(what, people.both((old, new))));
    }
    for pair in people.changed() {
        let (old, new) = (people.before(pair.0), people.after(pair.1));
        let is_renamed = old.id != new.id;
        if old.name != new.name && !is_renamed {
            let words = |name: &Claim<Text>| name.get().map(ToString::to_string);
            let what = What::PersonRenamed { was: words(&old.name), is: words(&new.name), how: How::Id };
            changes.push(Change::of(what, people.both(pair)));
        }
        let claims = (&old.claims, &new.claims);
        others(matched, |key| What::PersonChanged { key }, || people.both(pair), claims, &["name"], &mut changes);
    }
    changes
}
