//! A chart as entities of Backstage's catalog: a group a seat, a user a person.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::graph::Graph;
use crate::model::{Id, PersonId};
use crate::text::{escape_commands, printable_line, without_commands};

use super::super::ids::{Taken, slug};

/// The longest name of an entity.
const LONGEST: usize = 63;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entity<'a, S> {
    api_version: &'static str,
    kind: &'static str,
    metadata: Metadata<'a>,
    spec: S,
}

#[derive(Serialize)]
struct Metadata<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Cow<'a, str>>,
    annotations: BTreeMap<&'static str, &'a str>,
}

#[derive(Serialize)]
struct Group<'a> {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<&'a str>,
    children: Vec<&'a str>,
    members: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct User<'a> {
    profile: Profile<'a>,
    member_of: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Profile<'a> {
    display_name: Cow<'a, str>,
}

/// The catalog as YAML, an entity a document. Names are the ids where Backstage takes them, else made of them; the id
/// itself is in an annotation.
#[must_use]
pub fn backstage(graph: &Graph<'_>) -> String {
    let groups = names(graph.seats().map(|seat| seat.id()));
    let users = names(graph.people().map(|person| person.id()));
    let mut documents = Vec::new();
    for seat in graph.seats() {
        let people = seat.claims().owner.iter().chain(&seat.claims().members);
        let group = Group {
            r#type: "seat",
            parent: seat.manager().map(|manager| groups[manager.id()].as_str()),
            children: seat.reports().map(|report| groups[report.id()].as_str()).collect(),
            members: people.filter_map(|person| users.get(&person.value)).map(String::as_str).collect(),
        };
        documents.push(entity("Group", &groups[seat.id()], Some(seat.title()), seat.id().as_str(), group));
    }
    let mut member_of: BTreeMap<&PersonId, Vec<&str>> = BTreeMap::new();
    for seat in graph.seats() {
        for person in seat.claims().owner.iter().chain(&seat.claims().members) {
            let seats = member_of.entry(&person.value).or_default();
            if seats.last() != Some(&groups[seat.id()].as_str()) {
                seats.push(&groups[seat.id()]);
            }
        }
    }
    for person in graph.people() {
        let member_of = member_of.remove(person.id()).unwrap_or_default();
        let user = User { profile: Profile { display_name: printable_line(person.name()) }, member_of };
        documents.push(entity("User", &users[person.id()], None, person.id().as_str(), user));
    }
    documents.join("---\n")
}

fn entity<S: Serialize>(kind: &'static str, name: &str, title: Option<&str>, id: &str, spec: S) -> String {
    let annotations = BTreeMap::from([("rightseat/id", id)]);
    let metadata = Metadata { name, title: title.map(printable_line), annotations };
    let text = serde_yaml::to_string(&Entity { api_version: "backstage.io/v1alpha1", kind, metadata, spec })
        .expect("maps of text are always YAML");
    text.split_inclusive('\n').map(without_command).collect()
}

/// A line whose value a CI system would take for a command, with the value in double quotes and its bracket as an
/// escape: it means the same.
fn without_command(line: &str) -> Cow<'_, str> {
    let broken = without_commands(line);
    let value = line.split_once(": ").filter(|_| matches!(broken, Cow::Owned(_)));
    let Some((key, Ok(value))) = value.map(|(key, value)| (key, serde_yaml::from_str::<String>(value))) else {
        return broken;
    };
    let quoted = serde_json::to_string(&value).expect("a text is always JSON");
    Cow::Owned(format!("{key}: {}\n", escape_commands(quoted, "\\u005b")))
}

/// The names of entities: ASCII letters and digits with `-`, `_` and `.` inside.
fn names<'g, K: 'g>(ids: impl Iterator<Item = &'g Id<K>>) -> BTreeMap<&'g Id<K>, String> {
    let mut taken = Taken::default();
    ids.map(|id| {
        let is_name = |text: &str| {
            text.len() <= LONGEST && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
        };
        let name = if is_name(id.as_str()) {
            id.as_str().to_owned()
        } else {
            let ascii: String = slug(id.as_str(), "entity").chars().filter(char::is_ascii).collect();
            let ascii = ascii.trim_matches('-');
            if ascii.is_empty() { "entity".to_owned() } else { ascii.to_owned() }
        };
        (id, taken.take(&name))
    })
    .collect()
}
