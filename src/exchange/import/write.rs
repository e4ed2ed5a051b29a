//! A chart's folder as text: `chart.yaml`, and a file a department.

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::model::{Horizon, Lane, Manages, Share, Status};
use crate::text::printable_line;

use super::super::ids::{Taken, slug};
use super::people::{People, Person};
use super::priorities::Priority;
use super::seats::Seats;
use super::{File, Request};

/// Names that files of a chart can't have: those that mean something here, and, with its ports, those that Windows keeps
/// to itself.
const RESERVED: [&str; 6] = ["chart", "rightseat", "con", "prn", "aux", "nul"];

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
struct PrioritiesText<'a> {
    priorities: Section<'a, PriorityText<'a>>,
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

#[derive(Serialize)]
struct SeatText<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reports_to: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dotted_to: Vec<&'a str>,
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    members: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    manages: Option<Manages>,
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

impl<'a> Owner<'a> {
    fn of(ids: &[&'a str]) -> Option<Self> {
        match ids {
            [] => None,
            [id] => Some(Self::One(id)),
            ids => Some(Self::Several(ids.to_vec())),
        }
    }
}

#[derive(Serialize)]
struct Vacancy<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<&'a str>,
}

#[derive(Serialize)]
struct PriorityText<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<Owner<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    horizon: Option<Horizon>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lane: Option<Lane>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    supports: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributors: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    effort: Option<Share>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// All that the table told.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub(super) people: &'a People,
    pub(super) seats: &'a Seats,
    pub(super) priorities: &'a [Priority],
}

/// What stands in one file, by its place among all.
#[derive(Default)]
struct Part {
    people: Vec<usize>,
    seats: Vec<usize>,
    priorities: Vec<usize>,
}

/// The files: what has no department stands in `chart.yaml`, a person in the file of their first seat, and a priority
/// in that of its owner.
pub(super) fn files(told: Told<'_>, request: &Request<'_>) -> Vec<File> {
    let Told { people, seats, priorities } = told;
    let mut departments: BTreeMap<Option<&str>, Part> = BTreeMap::from([(None, Part::default())]);
    let mut is_placed = vec![false; people.all.len()];
    for (at, seat) in seats.all.iter().enumerate() {
        let part = departments.entry(seat.department.as_deref()).or_default();
        part.seats.push(at);
        let named = seat.owners.iter().chain(&seat.members).chain(&seat.interim).chain(&seat.backup);
        part.people.extend(named.filter(|person| !std::mem::replace(&mut is_placed[**person], true)));
    }
    for (at, priority) in priorities.iter().enumerate() {
        let department = priority.owners.first().and_then(|&owner| seats.all[owner].department.as_deref());
        departments.entry(department).or_default().priorities.push(at);
    }
    let seatless = (0..people.all.len()).filter(|person| !is_placed[*person]);
    departments.entry(None).or_default().people.extend(seatless);

    let header = Header { rightseat: 1, organization: request.organization, revision: request.revision };
    let origin = printable_line(request.origin);
    let mut names = Taken::default();
    let of_ports = (1..=9).flat_map(|number| [format!("com{number}"), format!("lpt{number}")]);
    for reserved in RESERVED.map(str::to_owned).into_iter().chain(of_ports) {
        names.take(&reserved);
    }
    let parts = departments.into_iter().map(|(department, mut part)| {
        part.people.sort_unstable();
        let body = told.text(&part);
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

impl<'a> Told<'a> {
    fn text(self, part: &Part) -> String {
        let people: Vec<_> = part.people.iter().map(|&at| (self.person(at), person(&self.people.all[at]))).collect();
        let seats: Vec<_> = part.seats.iter().map(|&at| (self.seat(at), self.seat_text(at))).collect();
        let priorities: Vec<_> =
            part.priorities.iter().map(|&at| (self.priority(at), self.priority_text(at))).collect();
        let people = (!people.is_empty()).then(|| yaml(&PeopleText { people: Section(&people) }));
        let seats = (!seats.is_empty()).then(|| yaml(&SeatsText { seats: Section(&seats) }));
        let priorities = (!priorities.is_empty()).then(|| yaml(&PrioritiesText { priorities: Section(&priorities) }));
        [people, seats, priorities].into_iter().flatten().fold(String::new(), |text, section| text + "\n" + &section)
    }

    fn person(self, at: usize) -> &'a str {
        &self.people.all[at].id
    }

    fn seat(self, at: usize) -> &'a str {
        &self.seats.all[at].id
    }

    fn priority(self, at: usize) -> &'a str {
        &self.priorities[at].id
    }

    fn seat_text(self, at: usize) -> SeatText<'a> {
        let seat = &self.seats.all[at];
        let manager = seat.reports_to.map(|manager| &self.seats.all[manager]);
        let is_inherited = !seat.is_in_loop && manager.is_some_and(|manager| manager.department == seat.department);
        let vacant = (seat.vacant_since.is_some() || seat.vacancy_plan.is_some()).then_some(Vacancy {
            since: seat.vacant_since.map(|day| day.to_string()),
            plan: seat.vacancy_plan.as_deref(),
        });
        SeatText {
            title: &seat.title,
            reports_to: seat.reports_to.map(|at| self.seat(at)),
            dotted_to: each(&seat.dotted_to, |at| self.seat(at)),
            function: seat.department.as_deref().filter(|_| !is_inherited),
            owner: Owner::of(&each(&seat.owners, |at| self.person(at))),
            vacant,
            interim: seat.interim.map(|at| self.person(at)),
            backup: seat.backup.map(|at| self.person(at)),
            members: each(&seat.members, |at| self.person(at)),
            manages: seat.manages,
            assistant: seat.assistant,
            responsibilities: &seat.responsibilities,
            note: note(&seat.notes),
        }
    }

    fn priority_text(self, at: usize) -> PriorityText<'a> {
        let priority = &self.priorities[at];
        PriorityText {
            title: &priority.title,
            owner: Owner::of(&each(&priority.owners, |at| self.seat(at))),
            horizon: priority.horizon,
            lane: priority.lane,
            supports: each(&priority.supports, |at| self.priority(at)),
            contributors: each(&priority.contributors, |at| self.seat(at)),
            effort: priority.effort,
            due: priority.due.map(|day| day.to_string()),
            status: priority.status,
            note: note(&priority.notes),
        }
    }
}

fn person(person: &Person) -> PersonText<'_> {
    let capacity = person.capacity.filter(|share| *share != Share::ONE);
    if capacity.is_none() && !person.outside {
        return PersonText::Name(&person.name);
    }
    PersonText::Details { name: &person.name, capacity, outside: person.outside }
}

/// The ids of a list, each once: a chart lists nothing twice.
fn each<'a>(places: &[usize], id: impl Fn(usize) -> &'a str) -> Vec<&'a str> {
    let mut met = HashSet::new();
    places.iter().filter(|at| met.insert(**at)).map(|at| id(*at)).collect()
}

fn note(notes: &[String]) -> Option<String> {
    (!notes.is_empty()).then(|| notes.join(". "))
}

fn yaml(value: &impl Serialize) -> String {
    serde_yaml::to_string(value).expect("maps of text are always YAML")
}
