//! What if: a person who leaves, and a plan that holds.

use std::fs;
use std::path::Path;

use rightseat::read::Input;
use rightseat::text::Sources;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Ran, rightseat};

const CHART: &str = "organization: Acme\npeople: {ana: Ana Ruiz, ben: Ben Okafor, kim: Kim Larsen}\nseats:\n  \
    boss: {title: Boss, owner: ana, responsibilities: [Plan, Budget, People]}\n  \
    ops: {title: Ops, reports_to: boss, owner: ben, backup: kim, members: [kim], responsibilities: [Make, Send, Count]}\n  \
    desk: {title: Desk, reports_to: ops, vacant: {since: 2026-09-01}, interim: ben, responsibilities: [Answer, Call, Note]}\n\
    priorities:\n  same-day: {title: Same day, owner: ops, horizon: year}\n  calls: {title: Calls, owner: desk, supports: [same-day]}\n\
    metrics:\n  replies: {title: Replies, owner: desk, measures: [same-day]}\n";

struct Home(TempDir);

impl Home {
    fn new(fragment: &str) -> Self {
        let home = TempDir::new().expect("a folder can be made");
        fs::create_dir(home.path().join(".git")).expect("a folder can be made");
        fs::write(home.path().join("acme.yaml"), CHART).expect("a file can be written");
        fs::write(home.path().join("plan.yaml"), fragment).expect("a file can be written");
        Self(home)
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        rightseat(self.0.path(), &[&["review", "acme.yaml"], arguments].concat())
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let ran = self.run(&[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("no JSON: {}{}", ran.out, ran.err))
    }
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(|entry| entry["id"].as_str().expect("an id")).collect()
}

#[test]
fn a_person_who_leaves_leaves_seats_priorities_and_metrics() {
    let home = Home::new("");
    let packet = home.json(&["--without", "ben"]);
    let left = &packet["what_if"]["without"][0];
    assert_eq!(ids(&left["priorities"]), ["calls", "same-day"]);
    assert_eq!(ids(&left["metrics"]), ["replies"]);
    let seats: Vec<_> = left["seats"].as_array().expect("a list").iter().map(|held| &held["seat"]["id"]).collect();
    assert_eq!(seats, ["desk", "ops"]);
    let asked: Vec<_> = packet["decisions"].as_array().expect("a list").iter().map(|one| &one["question"]).collect();
    assert_eq!(
        asked,
        [
            "who covers `ops`, with `same-day` and one seat that reports to it, until it is filled?",
            "who covers `desk`, with `calls`, until it is filled?"
        ]
    );
    let answered = &packet["pillars"][3]["shares"][0];
    assert_eq!((&answered["met"], &answered["before"]), (&Value::from(0), &serde_json::json!([2, 2])));
    let codes: Vec<_> =
        packet["changes"]["changes"].as_array().expect("a list").iter().map(|one| &one["code"]).collect();
    assert!(
        codes.contains(&&Value::from("person-left")) && codes.contains(&&Value::from("interim-ended")),
        "{codes:?}"
    );
    let text = home.run(&["--without", "ben"]).out;
    assert!(text.starts_with("What if: Acme without Ben Okafor\n"), "{text}");
    assert!(text.contains("- empty seat: Ops (ops); Kim Larsen could take over"), "{text}");
    let text = home.run(&["--without", "ben", "--without", "kim"]).out;
    assert!(text.contains("- empty seat: Ops (ops); nobody could take over"), "{text}");
}

/// Who leaves is supposed by the quick way; the edits that would write it lead to the same chart.
#[test]
fn without_a_person_the_chart_is_what_edits_would_make_it() {
    use rightseat::edit::Intent;
    use rightseat::model::{Chart, Noun};
    let files = [("acme.yaml", CHART)];
    let (sources, inputs) = crate::support::sources(&files);
    let (chart, _) = rightseat::read::chart(&sources, &inputs);
    let leave = |chart: &Chart, person: &str| {
        let mut intents = Vec::new();
        for seat in &chart.seats.entries {
            let id = seat.id.value.to_string();
            let unset = |key: &str| Intent::Unset { kind: Noun::Seat, id: id.clone(), key: key.to_owned() };
            let is = |claim: Option<&rightseat::model::PersonId>| claim.is_some_and(|claim| claim.as_str() == person);
            if seat.owner.iter().any(|owner| owner.value.as_str() == person) {
                intents.push(unset("owner"));
            }
            intents.extend(is(seat.backup.get()).then(|| unset("backup")));
            intents.extend(is(seat.interim.get()).then(|| unset("interim")));
            if seat.members.iter().any(|member| member.value.as_str() == person) {
                let values = vec![person.to_owned()];
                intents.push(Intent::Remove { kind: Noun::Seat, id: id.clone(), key: "members".to_owned(), values });
            }
        }
        intents.push(Intent::Delete { kind: Noun::Person, id: person.to_owned() });
        intents
    };
    for person in ["ana", "ben", "kim"] {
        let (mut supposed, _) = rightseat::read::chart(&sources, &inputs);
        supposed.take_out(person);
        crate::edit::planned(&files, &leave(&chart, person), |_, plan| {
            let plan = plan.expect("they may leave");
            assert_eq!(rightseat::diff::edits(&supposed, &plan.chart), [], "{person}");
        });
    }
}

#[test]
fn one_who_only_helps_leaves_less() {
    let packet = Home::new("").json(&["--without", "kim"]);
    let left = &packet["what_if"]["without"][0];
    assert_eq!((ids(&left["priorities"]).len(), ids(&left["backs"])), (0, vec!["ops"]));
    assert_eq!(packet["headline"]["counts"]["people"], 2);
}

#[test]
fn a_plan_is_laid_over_key_by_key_and_changes_no_file() {
    let home = Home::new(
        "people: {vera: Vera Moss}\nseats:\n  desk: {owner: vera}\n  vans: {title: Vans, reports_to: ops, owner: kim, responsibilities: [Make, Drive, Load]}\n\
         priorities:\n  calls: {status: on-track, effort: 0.3}\n",
    );
    let packet = home.json(&["--with", "plan.yaml"]);
    assert_eq!(packet["what_if"]["with"], serde_json::json!(["plan.yaml"]));
    assert_eq!(packet["headline"]["counts"]["seats"], 4);
    let row = packet["priorities"].as_array().expect("a list").iter().find(|row| row["priority"]["id"] == "calls");
    let row = row.expect("it is there");
    assert_eq!(
        (&row["person"]["id"], &row["status"], &row["priority"]["name"]),
        (&"vera".into(), &"on-track".into(), &"Calls".into())
    );
    assert_eq!(packet["vacancies"], serde_json::json!([]), "an owner ends the vacancy and the interim");
    // What the plan claims a second time is asked about, at the right seats.
    let twice =
        packet["decisions"].as_array().expect("a list").iter().find(|one| one["rule"] == "duplicate-responsibility");
    assert_eq!(twice.expect("it is asked")["question"], "who answers for \"Make\": ops or vans?");
    let remarks = packet["remarks"].as_array().expect("a list");
    assert!(remarks.iter().all(|one| one["is_new"] == false), "what the plan leaves unsaid is said in the chart");
    assert_eq!(fs::read_to_string(home.0.path().join("acme.yaml")).expect("it is there"), CHART);
    // Together: Ben leaves, and the plan names who follows.
    fs::write(home.0.path().join("plan.yaml"), "seats:\n  ops: {owner: kim}\n").expect("it can be written");
    let packet = home.json(&["--without", "ben", "--with", "plan.yaml"]);
    let answered = &packet["pillars"][3]["shares"][0];
    assert_eq!((&answered["met"], &answered["of"]), (&Value::from(1), &Value::from(2)));
}

#[test]
fn nothing_supposed_is_nothing_changed() {
    let home = Home::new("priorities:\n  calls: {title: Calls}\n");
    let text = home.run(&["--with", "plan.yaml"]).out;
    assert!(text.contains("NO MORE DECISION TO TAKE") && text.contains("Nothing since"), "{text}");
}

#[test]
fn what_cannot_be_supposed_is_said() {
    let home = Home::new("seats: [\n");
    for (arguments, said) in [
        (vec!["--without", "bne"], "there is no person `bne`: did you mean `ben`?"),
        (vec!["--with", "plan.yaml"], "plan.yaml can't be read in full"),
        (vec!["--with", "nowhere.yaml"], "nowhere.yaml"),
        (vec!["--with", "acme.yaml"], "acme.yaml is a part of acme.yaml already"),
        (vec!["--without", "ben", "--since", "acme.yaml"], "cannot be used with"),
    ] {
        let ran = home.run(&arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
    }
    // A name is taken where it is clear whose it is.
    assert_eq!(home.run(&["--without", "Ben Okafor"]).out, home.run(&["--without", "ben"]).out);
    // A typo in a plan is shown, not ignored.
    fs::write(home.0.path().join("plan.yaml"), "seats:\n  ops: {ownr: kim}\n").expect("it can be written");
    let packet = home.json(&["--with", "plan.yaml"]);
    let new = packet["remarks"].as_array().expect("a list").iter().filter(|one| one["is_new"] == true);
    assert_eq!(new.map(|one| &one["rule"]).collect::<Vec<_>>(), ["unknown-key"]);
    assert!(home.run(&["--with", "plan.yaml"]).out.contains("unknown key `ownr`"));
}

#[test]
fn a_key_with_nothing_behind_it_takes_away() {
    let home = Home::new("seats: {ops: {owner: null, members: []}}\npriorities: {calls: {supports: }}\n");
    let packet = home.json(&["--with", "plan.yaml"]);
    let vacant: Vec<&str> = ids_of(&packet["vacancies"]);
    assert_eq!(vacant, ["desk", "ops"], "{}", packet["vacancies"]);
    let asked = packet["decisions"].to_string();
    assert!(asked.contains("who covers `ops`") && asked.contains("`same-day`"), "{asked}");
    // A title can be replaced and not be taken away.
    let home = Home::new("seats: {ops: {title: null}}\n");
    assert_eq!(home.run(&["--with", "plan.yaml"]).code, 0);
    assert!(home.json(&["--with", "plan.yaml"]).to_string().contains("a seat needs a `title`"));
    // Nor does an entry go by saying nothing of it.
    let home = Home::new("seats: {ops: null}\n");
    assert!(home.json(&["--with", "plan.yaml"]).to_string().contains("a seat needs a `title`"));
}

fn ids_of(list: &Value) -> Vec<&str> {
    let seats = list.as_array().expect("a list").iter();
    let mut ids: Vec<&str> = seats.map(|entry| entry["seat"]["id"].as_str().expect("an id")).collect();
    ids.sort_unstable();
    ids
}

/// An entry of each section that says all there is to say.
const WHOLE: &str = "people:\n  ana: {name: Ana Ruiz, capacity: 0.5, outside: true, ref: 7, note: n}\nseats:\n  \
    top: {title: Top}\n  ops: {title: Ops, reports_to: top, owner: ana, responsibilities: [r], function: F, \
    backup: ana, interim: ana, vacant: {since: 2026-09-01}, members: [ana], dotted_to: [top], manages: coach, \
    assistant: true, fit: {head: true}, formerly: [old], allow: [{rule: thin-seat, reason: r, until: 2027-01-01}], \
    ref: 8, note: n}\npriorities:\n  year: {title: Year}\n  q: {title: Q, owner: ops, horizon: year, lane: cost, \
    supports: [year], contributors: [top], effort: 0.2, due: 2026-12-01, status: done, \
    allow: [{rule: thin-seat, reason: r, until: 2027-01-01}], note: n}\nmetrics:\n  m: {title: M, owner: ops, \
    measures: [year], perspective: people, kind: leading, target: \">= 1\", actual: 2, \
    allow: [{rule: thin-seat, reason: r, until: 2027-01-01}], note: n}\n";

#[test]
fn every_key_of_the_format_can_be_taken_away() {
    let schema: Value = serde_json::from_str(&rightseat(Path::new("."), &["schema", "chart"]).out).expect("it is JSON");
    let kinds = [
        ("people", "PersonClaims", "ana"),
        ("seats", "SeatClaims", "ops"),
        ("priorities", "PriorityClaims", "q"),
        ("metrics", "MetricClaims", "m"),
    ];
    let mut tried = 0;
    for (section, definition, id) in kinds {
        let keys = schema["definitions"][definition]["properties"].as_object().expect("it has keys");
        for key in keys.keys() {
            let mut sources = Sources::default();
            let mut read = |text: &str| {
                let source = sources.add("chart.yaml", text.to_owned()).expect("it is small");
                rightseat::read::chart(&sources, &[Input { source, is_main: true, unread: None }]).0
            };
            let (mut chart, before) = (read(WHOLE), read(WHOLE));
            chart.lay_over(read(&format!("{section}: {{{id}: {{{key}: null}}}}")));
            let edits = rightseat::diff::edits(&before, &chart);
            let [edit] = edits.as_slice() else { panic!("{section} {key}: {edits:?}") };
            assert_eq!((edit.id.as_str(), edit.field.as_deref(), &edit.new), (id, Some(key.as_str()), &None));
            tried += 1;
        }
    }
    assert!(tried > 30, "{tried}");
}
