//! A chart's folder as text: `chart.yaml`, and a file a department.

mod texts;

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use crate::exchange::ids::{Taken, slug};
use crate::model::{Head, Keyed, Share};
use crate::text::printable_line;

use super::fields::Field;
use super::plan::Plan;
use super::refs::{of_person, of_seat};
use super::seats::Seat;
use super::waivers::waivers;
use super::{File, Request};
use texts::{
    FitText, Header, MetricText, Owner, PersonText, PriorityText, PromiseText, SeatText, Section, StrategyText, Vacancy,
};

/// Names that files of a chart can't have: those that mean something here, and, with its ports, those that Windows keeps
/// to itself.
const RESERVED: [&str; 6] = ["chart", "rightseat", "con", "prn", "aux", "nul"];

/// The contents of one file, by its place among all.
#[derive(Default)]
struct Part {
    people: Vec<usize>,
    seats: Vec<usize>,
    priorities: Vec<usize>,
    metrics: Vec<usize>,
}

/// The files: what has no department goes into `chart.yaml`, a person in the file of their first seat, and a priority
/// or metric in that of its owner.
pub(super) fn files(plan: &Plan<'_>, request: &Request<'_>) -> Vec<File> {
    let (people, seats) = (&plan.people.all, &plan.seats.all);
    let mut departments: BTreeMap<Option<&str>, Part> = BTreeMap::from([(None, Part::default())]);
    let mut is_placed = vec![false; people.len()];
    for (at, seat) in seats.iter().enumerate() {
        let part = departments.entry(seat.department.as_deref()).or_default();
        part.seats.push(at);
        let rare = seat.rare.as_deref();
        let others = rare.into_iter().flat_map(|rare| rare.members.iter().chain(&rare.interim).chain(&rare.backup));
        let named = seat.owners.iter().chain(others);
        part.people.extend(named.filter(|person| !std::mem::replace(&mut is_placed[**person], true)));
    }
    let department = |owners: &[usize]| owners.first().and_then(|&owner| seats[owner].department.as_deref());
    for (at, priority) in plan.priorities.iter().enumerate() {
        departments.entry(department(&priority.owners)).or_default().priorities.push(at);
    }
    for (at, metric) in plan.metrics.iter().enumerate() {
        departments.entry(department(&metric.owners)).or_default().metrics.push(at);
    }
    let seatless = (0..people.len()).filter(|person| !is_placed[*person]);
    departments.entry(None).or_default().people.extend(seatless);

    let mut names = Taken::default();
    let of_ports = (1..=9).flat_map(|number| [format!("com{number}"), format!("lpt{number}")]);
    for reserved in RESERVED.map(str::to_owned).into_iter().chain(of_ports) {
        names.take(&reserved);
    }
    let writer = Writer { plan, request };
    let parts = departments.into_iter().map(|(department, mut part)| {
        part.people.sort_unstable();
        match department {
            None => File { name: "chart.yaml".to_owned(), text: writer.head() + &writer.body(&part) },
            Some(department) => {
                let name = names.take(&slug(department, "department"));
                File { name: format!("{name}.yaml"), text: format!("# {department}\n") + &writer.body(&part) }
            }
        }
    });
    parts.collect()
}

/// Writes parts of a plan.
#[derive(Clone, Copy)]
struct Writer<'a, 't> {
    plan: &'a Plan<'t>,
    request: &'a Request<'a>,
}

impl<'a> Writer<'a, '_> {
    /// What stands above all entries: where the chart is from, the organisation, the strategy.
    fn head(self) -> String {
        let strategy = &self.plan.strategy;
        let mut origins: Vec<&str> = self.plan.rows.tables.iter().map(|table| table.grid.origin.as_str()).collect();
        origins.dedup();
        let head = |key: &'static str| {
            let said = match key {
                "organization" => Some(strategy.get(key).unwrap_or(self.request.organization)),
                "revision" => self.request.revision.or_else(|| strategy.get(key)),
                key => strategy.get(key),
            };
            said.map(|said| (key, said))
        };
        let header = Header(Head::KEYS.iter().filter_map(|key| head(key.name)).collect());
        let mut text = format!("# Imported from {}.\n{}", printable_line(&origins.join("; ")), yaml(&header));
        let promise = PromiseText { text: strategy.get("promise"), owner: strategy.get("promise owner") };
        let said = StrategyText {
            mission: strategy.get("mission"),
            vision: strategy.get("vision"),
            values: strategy.all("value").collect(),
            intent: strategy.get("intent"),
            lane: strategy.get("lane"),
            promise: (promise.text.is_some() || promise.owner.is_some()).then_some(promise),
        };
        if !strategy.is_empty() {
            let said = BTreeMap::from([("strategy", said)]);
            let said = yaml(&said);
            if said.trim() != "strategy: {}" {
                text = text + "\n" + &said;
            }
        }
        text
    }

    fn body(self, part: &Part) -> String {
        let mut text = String::new();
        let mut section = |name: &str, count: usize, body: String| {
            if count > 0 {
                text.push('\n');
                text.push_str(name);
                text.push_str(":\n");
                indented(&body, &mut text);
            }
        };
        let plan = self.plan;
        let people = |at: usize| (plan.people.all[part.people[at]].id.as_str(), self.person(part.people[at]));
        section("people", part.people.len(), yaml(&Section(part.people.len(), people)));
        let seats =
            |at: usize| (plan.seats.all[part.seats[at]].id.as_str(), self.seat(&plan.seats.all[part.seats[at]]));
        section("seats", part.seats.len(), yaml(&Section(part.seats.len(), seats)));
        let priorities =
            |at: usize| (plan.priorities[part.priorities[at]].id.as_str(), self.priority(part.priorities[at]));
        section("priorities", part.priorities.len(), yaml(&Section(part.priorities.len(), priorities)));
        let metrics = |at: usize| (plan.metrics[part.metrics[at]].id.as_str(), self.metric(part.metrics[at]));
        section("metrics", part.metrics.len(), yaml(&Section(part.metrics.len(), metrics)));
        text
    }

    fn person_id(self, at: usize) -> &'a str {
        &self.plan.people.all[at].id
    }

    fn seat_id(self, at: usize) -> &'a str {
        &self.plan.seats.all[at].id
    }

    fn person(self, at: usize) -> PersonText<'a> {
        let person = &self.plan.people.all[at];
        let is_ours = self.plan.rows.at(person.row).0.columns.is_ours;
        let capacity = person.capacity.filter(|share| is_ours || *share != Share::ONE);
        let refs = of_person(&self.plan.rows, person, self.request.remember, self.request.system);
        let note = person.note.clone();
        if capacity.is_none() && !person.outside && refs.is_empty() && note.is_none() {
            return PersonText::Name(&person.name);
        }
        PersonText::Details { name: &person.name, capacity, outside: person.outside, refs, note }
    }

    fn seat(self, seat: &'a Seat<'_>) -> SeatText<'a> {
        let manager = seat.reports_to.map(|manager| &self.plan.seats.all[manager]);
        let is_same = !seat.is_in_loop && manager.is_some_and(|manager| manager.department == seat.department);
        let is_inherited = match self.plan.rows.cell(seat.head, Field::StatesFunction).as_deref() {
            Some("yes") => false,
            Some(_) => is_same || seat.is_in_loop || manager.is_none(),
            None => is_same,
        };
        let rare = seat.rare.as_deref();
        let vacant = rare.filter(|rare| rare.vacant_since.is_some() || rare.vacancy_plan.is_some()).map(|rare| {
            Vacancy { since: rare.vacant_since.map(|day| day.to_string()), plan: rare.vacancy_plan.as_deref() }
        });
        let unknown = seat.unknown_manager.as_ref().map(|one| format!("Manager in the imported table: {}", one.text));
        let notes: Vec<&str> = unknown.iter().chain(&seat.notes).map(String::as_str).collect();
        let fit = rare.map(|rare| rare.fit).filter(|fit| fit.iter().any(Option::is_some));
        SeatText {
            title: &seat.title,
            reports_to: seat.reports_to.map(|at| self.seat_id(at)),
            dotted_to: rare.map(|rare| each(&rare.dotted_to, |at| self.seat_id(at))).unwrap_or_default(),
            function: seat.department.as_deref().filter(|_| !is_inherited),
            owner: Owner::of(&each(&seat.owners, |at| self.person_id(at))),
            vacant,
            interim: rare.and_then(|rare| rare.interim).map(|at| self.person_id(at)),
            backup: rare.and_then(|rare| rare.backup).map(|at| self.person_id(at)),
            members: rare.map(|rare| each(&rare.members, |at| self.person_id(at))).unwrap_or_default(),
            manages: rare.and_then(|rare| rare.manages),
            assistant: rare.is_some_and(|rare| rare.assistant),
            responsibilities: &seat.responsibilities,
            fit: fit.map(|[head, heart, briefcase]| FitText { head, heart, briefcase }),
            formerly: rare.map_or(&[], |rare| rare.formerly.as_slice()),
            refs: of_seat(&self.plan.rows, seat, self.request.remember, self.request.system),
            allow: rare.map(|rare| waivers(&rare.waivers)).unwrap_or_default(),
            note: note(&notes),
        }
    }

    fn priority(self, at: usize) -> PriorityText<'a> {
        let priority = &self.plan.priorities[at];
        PriorityText {
            title: &priority.title,
            owner: Owner::of(&each(&priority.owners, |at| self.seat_id(at))),
            horizon: priority.horizon,
            lane: priority.lane,
            supports: each(&priority.supports, |at| self.plan.priorities[at].id.as_str()),
            contributors: each(&priority.contributors, |at| self.seat_id(at)),
            effort: priority.effort,
            due: priority.due.map(|day| day.to_string()),
            status: priority.status,
            allow: waivers(&priority.waivers),
            note: note(&priority.notes),
        }
    }

    fn metric(self, at: usize) -> MetricText<'a> {
        let metric = &self.plan.metrics[at];
        MetricText {
            title: &metric.title,
            owner: Owner::of(&each(&metric.owners, |at| self.seat_id(at))),
            measures: each(&metric.measures, |at| self.plan.priorities[at].id.as_str()),
            perspective: metric.perspective,
            kind: metric.kind,
            target: metric.target.as_deref(),
            actual: metric.actual.as_deref(),
            allow: waivers(&metric.waivers),
            note: note(&metric.notes),
        }
    }
}

/// The ids of a list, each once: a chart lists nothing twice.
fn each<'a>(places: &[usize], id: impl Fn(usize) -> &'a str) -> Vec<&'a str> {
    let mut met = HashSet::new();
    places.iter().filter(|at| met.insert(**at)).map(|at| id(*at)).collect()
}

fn note(notes: &[impl std::borrow::Borrow<str>]) -> Option<String> {
    (!notes.is_empty()).then(|| notes.join(". "))
}

/// Adds lines two spaces further in.
fn indented(body: &str, text: &mut String) {
    for line in body.split_inclusive('\n') {
        if line != "\n" {
            text.push_str("  ");
        }
        text.push_str(line);
    }
}

fn yaml(value: &impl Serialize) -> String {
    serde_yaml::to_string(value).expect("maps of text are always YAML")
}
