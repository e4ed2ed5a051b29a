//! Every key of the format, as its schema lists them, is in the facts, the overlay, the diff, the export and the page on
//! the format: the test names the place where one was forgotten.

use rightseat::diff::{Facts, Renames, edits};
use rightseat::model::Chart;
use rightseat::read;
use serde_json::Value;

use crate::schema::schema;
use crate::support::{folder, project, rightseat, sources};

/// Two values of each key, in the order of sections and keys; those of one name mean the same wherever they stand.
const VALUES: [(&str, &str, &str); 38] = [
    ("organization", "Acme", "Apex"),
    ("revision", "2026-Q3", "2026-Q4"),
    ("reviewed", "2026-10-05", "2026-10-06"),
    ("language", "de", "fr"),
    ("mission", "Serve", "Lead"),
    ("vision", "All", "More"),
    ("values", "[Care]", "[Dare]"),
    ("intent", "Win", "Last"),
    ("lane", "cost", "service"),
    ("promise", "{text: Today, owner: s}", "{text: Now, owner: t}"),
    ("name", "Ana", "Anna"),
    ("capacity", "0.5", "0.6"),
    ("outside", "true", "false"),
    ("note", "Old", "New"),
    ("title", "Old", "Other"),
    ("reports_to", "s", "t"),
    ("responsibilities", "[Prices]", "[Repairs]"),
    ("function", "Sales", "Service"),
    ("backup", "x", "y"),
    ("interim", "x", "y"),
    ("vacant", "{since: 2026-01-01}", "{since: 2026-02-01}"),
    ("members", "[x]", "[y]"),
    ("dotted_to", "[s]", "[t]"),
    ("manages", "coach", "supervisor"),
    ("assistant", "true", "false"),
    ("fit", "{head: true}", "{head: false}"),
    ("formerly", "[old]", "[older]"),
    ("ref", "7", "8"),
    (
        "allow",
        "[{rule: thin-seat, reason: Small, until: 2027-01-31}]",
        "[{rule: thin-seat, reason: New, until: 2027-01-31}]",
    ),
    ("horizon", "quarter", "year"),
    ("supports", "[p]", "[q]"),
    ("contributors", "[s]", "[t]"),
    ("effort", "0.1", "0.2"),
    ("due", "2026-11-01", "2026-12-01"),
    ("status", "on-track", "off-track"),
    ("measures", "[p]", "[q]"),
    ("perspective", "customer", "people"),
    ("actual", "6 h", "7 h"),
];

/// Keys whose values depend on the section.
const OF_SECTION: [(&str, &str, &str, &str); 6] = [
    ("seats", "owner", "x", "y"),
    ("priorities", "owner", "s", "t"),
    ("metrics", "owner", "s", "t"),
    ("metrics", "kind", "leading", "lagging"),
    ("metrics", "target", "<= 4 h", "<= 5 h"),
    ("top", "rightseat", "1", "1"),
];

/// Keys that identify an entry or a chart, so that another value is no change of a claim.
const NO_CHANGE: [&str; 4] = ["rightseat", "revision", "reviewed", "formerly"];

/// The keys of every section, as editors learn them.
fn keys() -> Vec<(String, String)> {
    let schema: Value = serde_json::from_str(&schema("chart")).expect("it is JSON");
    let mut keys = Vec::new();
    let sections = ["strategy", "people", "seats", "priorities", "metrics"];
    for key in schema["properties"].as_object().expect("keys").keys().filter(|key| !sections.contains(&key.as_str())) {
        keys.push(("top".to_owned(), key.clone()));
    }
    for (section, definition) in
        sections.into_iter().zip(["Strategy", "PersonClaims", "SeatClaims", "PriorityClaims", "MetricClaims"])
    {
        let properties = schema["definitions"][definition]["properties"].as_object();
        for key in properties.unwrap_or_else(|| panic!("the schema has no {definition}")).keys() {
            keys.push((section.to_owned(), key.clone()));
        }
    }
    keys
}

fn values(section: &str, key: &str) -> (&'static str, &'static str) {
    let of_section = OF_SECTION.iter().find(|(of, known, ..)| (*of, *known) == (section, key));
    let anywhere = VALUES.iter().find(|(known, ..)| *known == key);
    let found = of_section.map(|(_, _, one, other)| (*one, *other)).or(anywhere.map(|(_, one, other)| (*one, *other)));
    found.unwrap_or_else(|| panic!("`{key}` of {section} is new: give it two values here"))
}

/// A chart in which one key has a value.
fn chart_with(section: &str, key: &str, value: &str) -> String {
    let mut text = String::new();
    let given =
        |of: &str, named: &str| if of == section && named != key { format!("{key}: {value}") } else { String::new() };
    if section == "top" {
        text += &format!("{key}: {value}\n");
    }
    text += &match section {
        "strategy" => format!("strategy:\n  {key}: {value}\n"),
        _ => String::new(),
    };
    let title = |of: &str, name: &str, plain: &str| {
        let said = if of == section && key == name { value } else { plain };
        format!("{name}: {said}")
    };
    text += &format!(
        "people:\n  x: {{name: Xena}}\n  y: {{name: Yuki}}\n  z:\n    {}\n    {}\n",
        title("people", "name", "Zoe"),
        given("people", "name")
    );
    text += &format!(
        "seats:\n  s: {{title: S}}\n  t: {{title: T}}\n  u:\n    {}\n    {}\n",
        title("seats", "title", "U"),
        given("seats", "title")
    );
    text += &format!(
        "priorities:\n  p: {{title: P}}\n  q: {{title: Q}}\n  r:\n    {}\n    {}\n",
        title("priorities", "title", "R"),
        given("priorities", "title")
    );
    text += &format!("metrics:\n  m:\n    {}\n    {}\n", title("metrics", "title", "M"), given("metrics", "title"));
    text
}

fn chart(text: &str) -> Chart {
    let (sources, inputs) = sources(&[("chart.yaml", text)]);
    let (chart, defects) = read::chart(&sources, &inputs);
    assert_eq!(defects, [], "{text}");
    chart
}

#[test]
fn every_key_of_the_schema_is_in_every_place() {
    let page = std::fs::read_to_string(project().join("docs/format.md")).expect("it is there");
    let keys = keys();
    assert!(keys.len() > 40, "{keys:?}");
    for (section, key) in keys {
        let place = format!("`{key}` of {section}");
        let (one, other) = values(&section, &key);
        assert!(
            (page.contains(&format!("{key}:")) || page.contains(&format!("`{key}`"))),
            "{place} is not in docs/format.md"
        );
        let (old, new) = (chart_with(&section, &key, one), chart_with(&section, &key, other));
        let (before, after) = (chart(&old), chart(&new));
        if key == "rightseat" {
            continue;
        }
        let told = edits(&before, &after);
        assert!(
            told.len() == 1 && told[0].field.as_deref() == Some(key.as_str()),
            "{place} is not in the facts: {told:?}"
        );
        let mut laid = chart(&old);
        laid.lay_over(chart(&new));
        assert_eq!(Facts::of(&laid), Facts::of(&after), "{place} is lost when a plan is laid over a chart");
        let back = Facts::of(&after).chart().unwrap_or_else(|error| panic!("{place} can't be made of facts: {error}"));
        assert_eq!(Facts::of(&back), Facts::of(&after), "{place}");
        let home = folder(&[("old.yaml", &old), ("new.yaml", &new)]);
        let json = rightseat(home.path(), &["export", "json", "new.yaml"]).out;
        assert!(json.contains(&format!("\"{key}\"")), "{place} is not exported: {json}");
        let again: Value = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(Facts::of(&chart(&again.to_string())), Facts::of(&after), "{place} does not survive its export");
        crate::diff::told_changes(&old, &new, Renames::default(), |changes| {
            assert!(changes > 0 || NO_CHANGE.contains(&key.as_str()), "{place} changed, and the diff tells of nothing");
        });
    }
}
