//! `export backstage`: entities that the catalog takes, each related both ways.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_yaml::Value;

use super::rightseat;
use crate::support::project;

use super::home;

fn entities(text: &str) -> Vec<Value> {
    serde_yaml::Deserializer::from_str(text).map(|one| Value::deserialize(one).expect("each is YAML")).collect()
}

fn list(value: &Value) -> BTreeSet<&str> {
    value.as_sequence().into_iter().flatten().filter_map(Value::as_str).collect()
}

#[test]
fn seats_are_groups_and_people_users() {
    let text = rightseat(project(), &["export", "backstage", "charts/northwind"]).out;
    let entities = entities(&text);
    let of = |kind: &str| entities.iter().filter(|entity| entity["kind"] == kind).collect::<Vec<_>>();
    assert_eq!((of("Group").len(), of("User").len()), (33, 34));
    let named = |name: &str| entities.iter().find(|entity| entity["metadata"]["name"] == name).expect(name);
    for group in of("Group") {
        let name = group["metadata"]["name"].as_str().expect("a name");
        for child in list(&group["spec"]["children"]) {
            assert_eq!(named(child)["spec"]["parent"], name);
        }
        for member in list(&group["spec"]["members"]) {
            assert!(list(&named(member)["spec"]["memberOf"]).contains(name), "{member} in {name}");
        }
    }
}

#[test]
fn names_are_what_the_catalog_takes() {
    let chart = "people: {支持: 支持, a.b_c: X, a/b: Y, a-b: Z}\nseats:\n  x/y: {title: T, owner: 支持}\n  x-y: {title: U, owner: a/b}\n";
    let home = home(&[("one.yaml", chart.as_bytes())]);
    let text = rightseat(home.path(), &["export", "backstage", "one.yaml"]).out;
    let names: Vec<String> = entities(&text)
        .iter()
        .map(|entity| {
            format!(
                "{} {}",
                entity["metadata"]["name"].as_str().unwrap_or(""),
                entity["metadata"]["annotations"]["rightseat/id"].as_str().unwrap_or("")
            )
        })
        .collect();
    assert_eq!(names, ["x-y x/y", "x-y-2 x-y", "entity 支持", "a.b_c a.b_c", "a-b a/b", "a-b-2 a-b"]);
}
