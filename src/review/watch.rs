//! People on whom much hangs, and what would be unowned if they left.

use std::cmp::Reverse;

use serde::Serialize;

use crate::check::Judged;
use crate::graph::{Answer, Holding, PersonView, SeatView};
use crate::text::sort;

use super::Entry;
use super::priorities::by_id;

/// Where the organisation depends on few people.
#[derive(Clone, Debug, Serialize)]
pub struct Watch<'a> {
    /// How few people's departure would leave most priorities with nobody.
    pub few_hands: FewHands<'a>,
    /// Key seats that nobody could take over tomorrow.
    pub missing_backups: Vec<SeatOf<'a>>,
    /// Those who would leave a priority or a led seat with nobody, most priorities first.
    pub people: Vec<Leaving<'a>>,
}

/// The truck factor (Avelino and others, 2016): the largest holder is taken out in turn until more than half of the
/// open priorities have nobody.
#[derive(Clone, Debug, Serialize)]
pub struct FewHands<'a> {
    /// Those taken out; their number is the factor.
    pub people: Vec<Entry<'a>>,
    /// The priorities that would have nobody then.
    pub unowned: usize,
    /// The open priorities that somebody answers for.
    pub of: usize,
}

/// A seat, who holds it, and who could take over.
#[derive(Clone, Debug, Serialize)]
pub struct SeatOf<'a> {
    /// The seat.
    pub seat: Entry<'a>,
    /// Who owns or covers it.
    pub person: Option<Entry<'a>>,
    /// Who could take over tomorrow.
    pub backup: Option<Entry<'a>>,
}

/// What would be left with nobody if one person left.
#[derive(Clone, Debug, Serialize)]
pub struct Leaving<'a> {
    /// The person.
    pub person: Entry<'a>,
    /// The open priorities that nobody would answer for.
    pub priorities: Vec<Entry<'a>>,
    /// The seats that would be empty.
    pub seats: Vec<SeatOf<'a>>,
    /// How many report to those seats.
    pub reports: usize,
    /// The metrics that nobody would answer for.
    pub metrics: Vec<Entry<'a>>,
    /// Whether nobody would keep the promise.
    pub keeps_promise: bool,
    /// The seats that would lose their backup.
    pub backs: Vec<Entry<'a>>,
}

pub(super) fn watch<'a>(side: &'a Judged<'a>) -> Watch<'a> {
    let missing = |seat: &SeatView<'a>| {
        seat.lacks_backup() && !matches!(seat.holding(), Holding::Vacant) && side.norms.key(*seat).is_some()
    };
    let mut missing_backups: Vec<_> = side.graph.seats().filter(missing).map(|seat| seat_of(side, seat)).collect();
    sort::by_key(&mut missing_backups, |one| one.seat.id);
    let mut people: Vec<Leaving<'a>> = side.graph.people().map(|person| leaving(side, person)).collect();
    people.retain(|one| !one.priorities.is_empty() || one.reports > 0);
    sort::by_key(&mut people, |one| (Reverse(one.priorities.len()), Reverse(one.reports), one.person.id));
    Watch { few_hands: few_hands(&people), missing_backups, people }
}

/// What would be left with nobody if a person left.
pub(super) fn leaving<'a>(side: &'a Judged<'a>, person: PersonView<'a>) -> Leaving<'a> {
    // A seat that others own too would not be empty.
    let held: Vec<SeatView<'a>> = person.held().filter(|seat| seat.holding().person() == Some(person)).collect();
    let answers = held.iter().flat_map(|seat| seat.priorities()).filter(|priority| priority.claims().is_open());
    let priorities = answers.filter(|priority| matches!(priority.answer(), Answer::Accountable { .. }));
    let metrics = held.iter().flat_map(|seat| seat.metrics()).filter(|metric| metric.owners().count() == 1);
    let mut seats: Vec<SeatOf<'a>> = held.iter().map(|seat| seat_of(side, *seat)).collect();
    sort::by_key(&mut seats, |one| one.seat.id);
    Leaving {
        person: side.entry(person),
        priorities: by_id(priorities.map(|priority| side.entry(priority))),
        seats,
        reports: held.iter().map(|seat| seat.reports().count()).sum(),
        metrics: by_id(metrics.map(|metric| side.entry(metric))),
        keeps_promise: side.graph.promise_keeper().is_some_and(|keeper| held.contains(&keeper)),
        backs: by_id(person.backs().map(|seat| side.entry(seat))),
    }
}

fn seat_of<'a>(side: &'a Judged<'a>, seat: SeatView<'a>) -> SeatOf<'a> {
    SeatOf {
        seat: side.entry(seat),
        person: seat.holding().person().map(|person| side.entry(person)),
        backup: seat.backup().map(|person| side.entry(person)),
    }
}

fn few_hands<'a>(people: &[Leaving<'a>]) -> FewHands<'a> {
    let of = people.iter().map(|one| one.priorities.len()).sum();
    let mut hands = FewHands { people: Vec::new(), unowned: 0, of };
    for one in people {
        if hands.unowned * 2 > of || of == 0 {
            break;
        }
        hands.unowned += one.priorities.len();
        hands.people.push(one.person);
    }
    hands
}
