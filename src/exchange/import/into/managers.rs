//! Managers whom the table names and does not have, and the chart does.

use std::collections::{BTreeMap, HashMap};

use crate::text::{Word, is_word};

use super::super::forms::{ordered, plain};
use super::super::plan::Plan;
use super::super::told::Odd;
use super::super::unknown::Why;
use super::pairs::Pairs;
use super::people::Known as Person;
use super::seats::Known as Seat;

/// The seats that some words mean, and whether only the chart has those words for them: the table has others.
type Known = HashMap<String, BTreeMap<usize, bool>>;

/// Finds unknown managers in the chart, where exactly one seat is meant: the chart's seats, by the place of the seat
/// below. These are unknown no more.
pub(super) fn elsewhere<'c>(
    plan: &mut Plan<'_>,
    (people, same_people): (&[Person<'c>], &Pairs),
    (seats, same_seats): (&[Seat<'c>], &Pairs),
    odd: &mut Vec<Odd>,
) -> HashMap<usize, &'c str> {
    let mut found = HashMap::new();
    if plan.seats.all.iter().all(|seat| seat.unknown_manager.is_none()) {
        return found;
    }
    let held = held((people, same_people), seats);
    let called = called(seats, same_seats);
    for (at, seat) in plan.seats.all.iter_mut().enumerate() {
        // If there are several in the table, the chart can't say which is meant.
        let Some(unknown) = seat.unknown_manager.take_if(|one| !matches!(one.why, Why::Several(_))) else { continue };
        let [name, form] = [ordered(&unknown.text), plain(&unknown.text).into_owned()];
        let manager = only(&held, [&name, &form]).or_else(|| only(&called, [&unknown.text, &form]));
        let Some((manager, is_of_chart)) = manager else {
            seat.unknown_manager = Some(unknown);
            continue;
        };
        let id = seats[manager].id;
        if is_of_chart && matches!(unknown.why, Why::Nobody { .. }) {
            let message = format!("{unknown}: taken for `{id}`, found under that name in the chart");
            odd.push(plan.rows.odd(seat.head, message));
        }
        found.insert(at, id);
    }
    found
}

/// The only seat that either of two words means.
fn only(known: &Known, words: [&str; 2]) -> Option<(usize, bool)> {
    let mut all = BTreeMap::new();
    for (seat, is_of_chart) in words.iter().filter_map(|word| known.get(*word)).flatten() {
        *all.entry(*seat).or_insert(true) &= is_of_chart;
    }
    all.pop_first().filter(|_| all.is_empty())
}

/// Seats by the numbers and names of those who hold them.
fn held((people, same): (&[Person<'_>], &Pairs), seats: &[Seat<'_>]) -> Known {
    let place: HashMap<&str, usize> = people.iter().enumerate().map(|(at, person)| (person.id, at)).collect();
    let mut known = Known::new();
    for (at, seat) in seats.iter().enumerate() {
        for person in seat.owners.iter().filter_map(|owner| place.get(owner)) {
            let Person { name, refs, .. } = &people[*person];
            if is_word(Word::Withheld, name) {
                continue;
            }
            let numbers = refs.iter().map(|(_, number)| plain(number).into_owned());
            numbers.for_each(|number| knows(&mut known, number, at, false));
            knows(&mut known, ordered(name), at, same.new[*person].is_some());
        }
    }
    known
}

/// Seats by their own numbers, titles and ids.
fn called(seats: &[Seat<'_>], same: &Pairs) -> Known {
    let mut known = Known::new();
    for (at, seat) in seats.iter().enumerate() {
        let numbers = seat.refs.iter().map(|(_, number)| plain(number).into_owned());
        numbers.chain([seat.id.to_owned()]).for_each(|word| knows(&mut known, word, at, false));
        knows(&mut known, plain(seat.title).into_owned(), at, same.new[at].is_some());
    }
    known
}

fn knows(known: &mut Known, word: String, seat: usize, is_of_chart: bool) {
    *known.entry(word).or_default().entry(seat).or_insert(true) &= is_of_chart;
}
