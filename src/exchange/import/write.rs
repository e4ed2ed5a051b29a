//! A chart's folder as text: `chart.yaml`, and a file a department.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::model::Share;
use crate::text::printable_line;

use super::super::ids::{Taken, slug};
use super::people::{People, Person};
use super::seats::{Seat, Seats};
use super::{File, Request};

/// Names that files of a chart can't have: those that mean something here, and those that Windows keeps to itself.
const RESERVED: [&str; 8] = ["chart", "rightseat", "con", "prn", "aux", "nul", "com1", "lpt1"];

#[derive(Serialize)]
struct Header<'a> {
    rightseat: u8,
    organization: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<&'a str>,
}

/// Entries by their ids, in the order given.
struct Section<'a, T>(&'a [(&'a str, T)]);

impl<T: Serialize> Serialize for Section<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(id, entry)| map.serialize_entry(id, entry))?;
        map.end()
    }
}

#[derive(Serialize)]
struct PeopleText<'a> {
    people: Section<'a, PersonText<'a>>,
}

#[derive(Serialize)]
struct SeatsText<'a> {
    seats: Section<'a, SeatText<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum PersonText<'a> {
    Name(&'a str),
    Details {
        name: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        capacity: Option<Share>,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        outside: bool,
    },
}

#[derive(Default, Serialize)]
struct SeatText<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reports_to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dotted_to: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    function: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<Owner<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vacant: Option<Vacancy<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interim: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    backup: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    members: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    manages: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    assistant: bool,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    responsibilities: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Owner<'a> {
    One(&'a str),
    Several(Vec<&'a str>),
}

#[derive(Serialize)]
struct Vacancy<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<&'a str>,
}

/// The files: what has no department stands in `chart.yaml`, and a person in the file of their first seat.
pub(super) fn files(people: &People, seats: &Seats, request: &Request<'_>) -> Vec<File> {
    let mut departments: BTreeMap<Option<&str>, (Vec<usize>, Vec<usize>)> =
        BTreeMap::from([(None, Default::default())]);
    let mut is_placed = vec![false; people.all.len()];
    for (at, seat) in seats.all.iter().enumerate() {
        let part = departments.entry(seat.department.as_deref()).or_default();
        part.1.push(at);
        let named = seat.owners.iter().chain(&seat.members).chain(&seat.interim).chain(&seat.backup);
        part.0.extend(named.filter(|person| !std::mem::replace(&mut is_placed[**person], true)));
    }
    let seatless = (0..people.all.len()).filter(|person| !is_placed[*person]);
    departments.entry(None).or_default().0.extend(seatless);

    let header = Header { rightseat: 1, organization: request.organization, revision: request.revision };
    let origin = printable_line(request.origin);
    let mut names = Taken::default();
    for reserved in RESERVED {
        names.take(reserved);
    }
    let parts = departments.into_iter().map(|(department, (mut of_people, of_seats))| {
        of_people.sort_unstable();
        let body = part(people, seats, &of_people, &of_seats);
        match department {
            None => File {
                name: "chart.yaml".to_owned(),
                text: format!("# Imported from {origin}.\n{}{body}", yaml(&header)),
            },
            Some(department) => {
                let name = names.take(&slug(department, "department"));
                File { name: format!("{name}.yaml"), text: format!("# {department}\n{body}") }
            }
        }
    });
    parts.collect()
}

fn part(people: &People, seats: &Seats, of_people: &[usize], of_seats: &[usize]) -> String {
    let of_people: Vec<_> = of_people.iter().map(|&at| (people.all[at].id.as_str(), person(&people.all[at]))).collect();
    let of_seats: Vec<_> =
        of_seats.iter().map(|&at| (seats.all[at].id.as_str(), seat(&seats.all[at], people, seats))).collect();
    let of_people = (!of_people.is_empty()).then(|| yaml(&PeopleText { people: Section(&of_people) }));
    let of_seats = (!of_seats.is_empty()).then(|| yaml(&SeatsText { seats: Section(&of_seats) }));
    [of_people, of_seats].into_iter().flatten().fold(String::new(), |text, section| text + "\n" + &section)
}

fn person(person: &Person) -> PersonText<'_> {
    if person.capacity.is_none() && !person.outside {
        return PersonText::Name(&person.name);
    }
    PersonText::Details { name: &person.name, capacity: person.capacity, outside: person.outside }
}

fn seat<'a>(seat: &'a Seat, people: &'a People, seats: &'a Seats) -> SeatText<'a> {
    let person = |at: &usize| people.all[*at].id.as_str();
    let other = |at: &usize| seats.all[*at].id.as_str();
    let some = |list: Vec<&'a str>| (!list.is_empty()).then_some(list);
    let manager = seat.reports_to.map(|manager| &seats.all[manager]);
    let is_inherited = !seat.is_in_loop && manager.is_some_and(|manager| manager.department == seat.department);
    let vacant = (seat.vacant_since.is_some() || seat.vacancy_plan.is_some())
        .then_some(Vacancy { since: seat.vacant_since.as_deref(), plan: seat.vacancy_plan.as_deref() });
    SeatText {
        title: &seat.title,
        reports_to: seat.reports_to.as_ref().map(other),
        dotted_to: some(seat.dotted_to.iter().map(other).collect()),
        function: seat.department.as_deref().filter(|_| !is_inherited),
        owner: match seat.owners.as_slice() {
            [] => None,
            [owner] => Some(Owner::One(person(owner))),
            owners => Some(Owner::Several(owners.iter().map(person).collect())),
        },
        vacant,
        interim: seat.interim.as_ref().map(person),
        backup: seat.backup.as_ref().map(person),
        members: some(seat.members.iter().map(person).collect()),
        manages: seat.manages.as_deref(),
        assistant: seat.assistant,
        responsibilities: &seat.responsibilities,
        note: (!seat.notes.is_empty()).then(|| seat.notes.join(". ")),
    }
}

fn yaml(value: &impl Serialize) -> String {
    serde_yaml::to_string(value).expect("maps of text are always YAML")
}
