//! Which seat of the chart is which of the table: by number, else by who holds it, what it is called and whom it reports
//! to.

use std::collections::{HashMap, HashSet};

use crate::graph::Graph;
use crate::model::SeatId;
use crate::text::{Word, is_word};

use super::super::fields::Field;
use super::super::forms::{ordered, plain};
use super::super::plan::Plan;
use super::super::refs;
use super::pairs::Pairs;
use super::people::{self, Known as Person, Refs, of_system};

/// A seat of the chart.
pub(super) struct Known<'c> {
    pub(super) id: &'c str,
    pub(super) title: &'c str,
    pub(super) owners: Vec<&'c str>,
    pub(super) manager: Option<&'c str>,
    /// The function that it has, its own or that of the seats above it.
    pub(super) function: Option<&'c str>,
    pub(super) refs: Refs<'c>,
    formerly: Vec<&'c str>,
}

pub(super) fn known<'c>(graph: &'c Graph<'c>) -> Vec<Known<'c>> {
    let one = |seat: crate::graph::SeatView<'c>| Known {
        id: seat.id().as_str(),
        title: seat.title(),
        owners: seat.claims().owner.iter().map(|owner| owner.value.as_str()).collect(),
        manager: seat.claims().reports_to.get().map(SeatId::as_str),
        function: seat.function(),
        refs: people::numbers(&seat.claims().refs),
        formerly: seat.claims().formerly.iter().map(|id| id.value.as_str()).collect(),
    };
    graph.seats().map(one).collect()
}

/// The entries on both sides, and which people are which.
pub(super) struct Sides<'s, 't, 'c> {
    pub(super) known: &'s [Known<'c>],
    pub(super) people: &'s [Person<'c>],
    pub(super) plan: &'s Plan<'t>,
    pub(super) system: Option<&'s str>,
}

impl Sides<'_, '_, '_> {
    /// Pairs what has one number; of a holder whose name is withheld the seat's number is all that is known.
    pub(super) fn by_number(&self, people: &mut Pairs) -> Pairs {
        let seats = &self.plan.seats.all;
        let mut pairs = Pairs::new(self.known.len(), seats.len());
        if self.plan.rows.keeps_ids(Field::Seat, |id| SeatId::new(id).is_ok()) {
            let own = |at: usize| self.plan.rows.cell(seats[at].head, Field::Seat).map(|_| seats[at].id.to_string());
            pairs.alone(|at| vec![self.known[at].id.to_owned()], |at| own(at).into_iter().collect());
            let formerly = |at: usize| self.known[at].formerly.iter().map(|id| (*id).to_owned()).collect();
            pairs.alone(formerly, |at| own(at).into_iter().collect());
        }
        let refs = |at: usize| of_system(&self.known[at].refs, self.system);
        let own = |at: usize| refs::numbers_of_seat(&self.plan.rows, &seats[at]);
        pairs.numbered(refs, own);
        let place: HashMap<&str, usize> = self.people.iter().enumerate().map(|(at, one)| (one.id, at)).collect();
        for (at, seat) in seats.iter().enumerate() {
            let ([holder], Some(old)) = (seat.owners.as_slice(), pairs.old[at]) else { continue };
            let is_free = |known: &usize| {
                let name = self.people[*known].name;
                people.new[*known].is_none()
                    && (is_word(Word::Withheld, name) || name == self.plan.people.all[*holder].name)
            };
            let same = self.known[old].owners.iter().find_map(|id| place.get(id).copied());
            if self.plan.people.all[*holder].is_withheld
                && people.old[*holder].is_none()
                && let Some(known) = same.filter(is_free)
            {
                people.put(known, *holder);
            }
        }
        pairs
    }

    /// Pairs what no number tells: the same holder and title; the same holder under the same manager or in the same
    /// function; the same title under the same manager, where its holder is there no more.
    pub(super) fn by_holder(&self, pairs: &mut Pairs, people: &Pairs) {
        let keys = Keys::new(self, pairs, people);
        pairs.in_order(
            |at| keys.old(at, &[keys.old_holders[at].as_deref()?, &keys.old_titles[at]]),
            |at| Some([keys.new_holders[at].as_deref()?, &keys.new_titles[at]].join("\0")),
        );
        let here: HashSet<&str> = people.old.iter().flatten().map(|at| self.people[*at].id).collect();
        let is_gone = |at: usize| self.known[at].owners.iter().all(|id| !here.contains(id));
        let gone: Vec<bool> = (0..self.known.len()).map(|at| pairs.new[at].is_none() && is_gone(at)).collect();
        // Whoever is found may be the manager of others.
        for _ in 0..MOST_ROUNDS {
            let mut count = self.moved(pairs, &keys);
            for way in [Way::Manager, Way::Function] {
                let ways = self.ways(way, pairs);
                let some = |key: Option<String>| key.into_iter().collect::<Vec<_>>();
                let old_way = |at: usize| ways.0[at].as_deref();
                let new_way = |at: usize| ways.1[at].as_deref();
                count += pairs.alone(
                    |at| some((|| keys.old(at, &[keys.old_holders[at].as_deref()?, old_way(at)?]))()),
                    |at| some((|| Some([keys.new_holders[at].as_deref()?, new_way(at)?].join("\0")))()),
                );
                for must_be_gone in [true, false] {
                    if way == Way::Manager {
                        count += pairs.in_order(
                            |at| {
                                let key = keys.old(at, &[&keys.old_titles[at], old_way(at)?]);
                                key.filter(|_| gone[at] || !must_be_gone)
                            },
                            |at| Some([&keys.new_titles[at], new_way(at)?].join("\0")),
                        );
                    }
                }
            }
            if count == 0 {
                break;
            }
        }
    }

    /// Pairs seats of one title under one manager whose holder has moved to another seat that was there: people have
    /// changed places, and no seat its title.
    fn moved(&self, pairs: &mut Pairs, keys: &Keys) -> usize {
        let (old_ways, new_ways) = self.ways(Way::Manager, pairs);
        let old_key = |at: usize| keys.old(at, &[&keys.old_titles[at], old_ways[at].as_deref()?]);
        let new_key = |at: usize| Some([&keys.new_titles[at], new_ways[at].as_deref()?].join("\0"));
        let before: HashSet<String> = (0..self.known.len()).filter_map(old_key).collect();
        let holds = |at: usize| Some((keys.new_holders[at].as_deref()?, new_key(at)?));
        let now: HashMap<&str, String> = (0..self.plan.seats.all.len()).filter_map(holds).collect();
        let has_moved = |at: usize| now.get(keys.old_holders[at].as_deref()?).filter(|key| before.contains(*key));
        pairs.alone(
            |at| old_key(at).filter(|_| has_moved(at).is_some()).into_iter().collect(),
            |at| new_key(at).into_iter().collect(),
        )
    }

    /// Where seats are found, on both sides in the same words; nothing where that is not known yet.
    fn ways(&self, way: Way, pairs: &Pairs) -> (Vec<Option<String>>, Vec<Option<String>>) {
        let old = |at: usize| {
            pairs.new[at].is_none().then_some(())?;
            match way {
                Way::Manager => Some(self.known[at].manager.unwrap_or(TOP).to_owned()),
                Way::Function => Some(ordered(self.known[at].function?)),
            }
        };
        let seats = &self.plan.seats.all;
        let new = |at: usize| {
            pairs.old[at].is_none().then_some(())?;
            match (way, seats[at].reports_to) {
                (Way::Manager, Some(manager)) => Some(self.known[pairs.old[manager]?].id.to_owned()),
                (Way::Manager, None) => Some(TOP.to_owned()),
                (Way::Function, _) => Some(ordered(seats[at].department.as_deref()?)),
            }
        };
        ((0..self.known.len()).map(old).collect(), (0..seats.len()).map(new).collect())
    }
}

/// How many times seats are searched for by those above them.
const MOST_ROUNDS: usize = 64;
/// Stands for no manager; no id has a space.
const TOP: &str = " ";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Manager,
    Function,
}

/// What seats are compared by.
struct Keys {
    old_holders: Vec<Option<String>>,
    new_holders: Vec<Option<String>>,
    old_titles: Vec<String>,
    new_titles: Vec<String>,
    /// Whether a seat has a number that the table, which has numbers, does not: another position, or none any more.
    is_numbered: Vec<bool>,
}

impl Keys {
    fn new(sides: &Sides<'_, '_, '_>, pairs: &Pairs, people: &Pairs) -> Self {
        let seats = &sides.plan.seats.all;
        // Where no number was found again, all have others than they had, and say nothing.
        let says = pairs.old.iter().any(Option::is_some)
            && seats.iter().any(|seat| !refs::numbers_of_seat(&sides.plan.rows, seat).is_empty());
        let joined = |mut ids: Vec<&str>| {
            ids.sort_unstable();
            (!ids.is_empty()).then(|| ids.join("\n"))
        };
        let of_new = |at: usize| {
            let ids: Option<Vec<&str>> =
                seats[at].owners.iter().map(|owner| Some(sides.people[people.old[*owner]?].id)).collect();
            ids.and_then(joined)
        };
        Self {
            old_holders: sides.known.iter().map(|seat| joined(seat.owners.clone())).collect(),
            new_holders: (0..seats.len()).map(of_new).collect(),
            old_titles: sides.known.iter().map(|seat| plain(seat.title).into_owned()).collect(),
            new_titles: seats.iter().map(|seat| plain(&seat.title).into_owned()).collect(),
            is_numbered: sides
                .known
                .iter()
                .map(|seat| says && of_system(&seat.refs, sides.system).next().is_some())
                .collect(),
        }
    }

    fn old(&self, at: usize, parts: &[&str]) -> Option<String> {
        (!self.is_numbered[at]).then(|| parts.join("\0"))
    }
}
