//! Which person of the chart is which of the table: by number, by e-mail, else by name.

use std::collections::HashMap;

use crate::graph::Graph;
use crate::model::{Claim, PersonId, References, Text};
use crate::text::{Word, is_nobody, is_word};

use super::super::fields::Field;
use super::super::forms::{folded, ordered, plain};
use super::super::people::Person;
use super::super::plan::Plan;
use super::super::refs;
use super::pairs::Pairs;

/// A person of the chart.
pub(super) struct Known<'c> {
    pub(super) id: &'c str,
    pub(super) name: &'c str,
    pub(super) refs: Refs<'c>,
    /// The titles of the seats that they own.
    titles: Vec<&'c str>,
}

/// Numbers, each after its system where it has one.
pub(super) type Refs<'c> = Vec<(Option<&'c str>, &'c str)>;

/// The numbers that an entry is known by.
pub(super) fn numbers(claim: &Claim<References>) -> Refs<'_> {
    let all = claim.get().into_iter().flat_map(References::iter);
    all.map(|one| (one.system.as_ref().map(Text::as_str), one.number.as_str())).collect()
}

pub(super) fn known<'c>(graph: &'c Graph<'c>) -> Vec<Known<'c>> {
    let one = |person: crate::graph::PersonView<'c>| Known {
        id: person.id().as_str(),
        name: person.name(),
        refs: numbers(&person.claims().refs),
        titles: person.owned().map(|seat| seat.title()).collect(),
    };
    graph.people().map(one).collect()
}

/// Those of the numbers that may be the table's.
pub(super) fn of_system<'c>(refs: &Refs<'c>, system: Option<&str>) -> impl Iterator<Item = &'c str> {
    let is_of = move |of: Option<&str>| of.is_none() || system.is_none() || of == system;
    refs.iter().filter(move |(of, _)| is_of(*of)).map(|(_, number)| *number).collect::<Vec<_>>().into_iter()
}

/// Pairs people, and says of whom the number or the e-mail is the same; of the others the name is.
pub(super) fn matched(known: &[Known<'_>], plan: &Plan<'_>, system: Option<&str>) -> (Pairs, Vec<bool>) {
    let people = &plan.people.all;
    let mut pairs = Pairs::new(known.len(), people.len());
    if plan.rows.keeps_ids(Field::Person, |id| PersonId::new(id).is_ok()) {
        let own = |at: usize| plan.rows.cell(people[at].row, Field::Person).map(|_| people[at].id.clone());
        pairs.alone(|at| vec![known[at].id.to_owned()], |at| own(at).into_iter().collect());
    }
    let signs = |at: usize| signs(plan, &people[at]);
    let refs = |at: usize| of_system(&known[at].refs, system);
    pairs.numbered(refs, signs);
    let by_number = pairs.old.iter().map(Option::is_some).collect();
    by_name(&mut pairs, known, plan);
    (pairs, by_number)
}

/// What a person of the table is known by besides the name.
fn signs(plan: &Plan<'_>, person: &Person) -> Vec<String> {
    if person.is_withheld {
        return Vec::new();
    }
    let row = person.known_by.unwrap_or(person.row);
    let mut signs = refs::numbers_of(&plan.rows, person);
    let cells =
        [Field::Number, Field::Email].into_iter().filter(|field| *field != Field::Number || !person.is_disputed);
    signs.extend(cells.filter_map(|field| plan.rows.cell(row, field)).map(std::borrow::Cow::into_owned));
    signs
}

/// Rung by rung: the name with the title of a seat, then the name, exactly, in other forms and without accents.
fn by_name(pairs: &mut Pairs, known: &[Known<'_>], plan: &Plan<'_>) {
    let people = &plan.people.all;
    let mut titles: HashMap<usize, Vec<&str>> = HashMap::new();
    for seat in &plan.seats.all {
        for owner in &seat.owners {
            titles.entry(*owner).or_default().push(&seat.title);
        }
    }
    let old = |at: usize| Some(known[at].name).filter(|name| !is_nobody(name) && !is_word(Word::Withheld, name));
    let new = |at: usize| Some(people[at].name.as_str()).filter(|_| !people[at].is_withheld);
    let both = |name: &str, title: &str| format!("{}\n{}", ordered(name), plain(title));
    let none: Vec<&str> = Vec::new();
    pairs.alone(
        |at| old(at).map(|name| known[at].titles.iter().map(|title| both(name, title)).collect()).unwrap_or_default(),
        |at| {
            let of = titles.get(&at).unwrap_or(&none);
            new(at).map(|name| of.iter().map(|title| both(name, title)).collect()).unwrap_or_default()
        },
    );
    let rungs: [fn(&str) -> Vec<String>; 4] = [
        |name| vec![name.to_owned()],
        |name| vec![plain(name).into_owned()],
        |name| vec![ordered(name)],
        |name| folded(name).to_vec(),
    ];
    for rung in rungs {
        pairs.alone(|at| old(at).map(rung).unwrap_or_default(), |at| new(at).map(rung).unwrap_or_default());
    }
}
