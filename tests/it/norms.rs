//! Who carries too much, by whose rates and limits: every command answers alike.

use std::fs;

use crate::git::Repository;
use crate::support::{findings, folder, rightseat};

/// One seat of one person, whose priority takes so much.
fn chart(effort: &str, capacity: &str) -> String {
    format!(
        "people: {{x: {{name: Xena, capacity: {capacity}}}}}\n\
         seats: {{a: {{title: A, owner: x, responsibilities: [a, b, c]}}}}\n\
         priorities: {{q: {{title: Q, owner: a, effort: {effort}}}}}\n"
    )
}

/// The lines of a diff that speak of load, and whether a check of the new chart speaks of it.
fn told(settings: &str, old: &str, new: &str) -> (Vec<String>, bool) {
    let home = folder(&[("rightseat.yaml", settings), ("old.yaml", old), ("new.yaml", new)]);
    let ran = rightseat(home.path(), &["diff", "old.yaml", "new.yaml"]);
    let loads = ran
        .out
        .lines()
        .filter(|line| line.contains("Xena: ") && line.contains(" % -> "))
        .map(|line| line.trim().to_owned())
        .collect();
    let check = rightseat(home.path(), &["check", "new.yaml", "--format", "concise"]).out;
    (loads, check.contains("[overloaded-"))
}

#[test]
fn a_limit_that_a_team_settled_holds_in_a_diff_too() {
    let (old, new) = (chart("0.6", "1"), chart("0.85", "1"));
    let at = |person: &str, seat: &str| {
        told(&format!("rules: {{overloaded-person: {person}, overloaded-seat: {seat}}}\n"), &old, &new)
    };
    let over = (vec!["+ Xena: 84 % -> 109 %, now overloaded".to_owned()], true);
    let fine = (vec!["+ Xena: 84 % -> 109 %".to_owned()], false);
    assert_eq!(at("{percent: 100}", "{percent: 100}"), over);
    assert_eq!(at("{percent: 120}", "{percent: 120}"), fine);
    assert_eq!(at("off", "off"), fine);
    let already = at("{percent: 80}", "{percent: 80}");
    assert_eq!(already, (fine.0, true), "it was over before, and is");
}

#[test]
fn a_load_is_held_against_the_capacity_of_its_own_time() {
    let (loads, _) = told("{}\n", &chart("0.6", "1"), &chart("0.6", "0.5"));
    assert_eq!(loads, ["+ Xena: 84 % -> 168 %, now overloaded"]);
}

#[test]
fn rates_that_were_settled_anew_are_no_change_of_the_chart() {
    let repository =
        Repository::of(&[("c/chart.yaml", &chart("0.6", "1")), ("rightseat.yaml", "load: {responsibility: 0.01}\n")]);
    repository.write("rightseat.yaml", "load: {responsibility: 0.3}\n");
    let home = repository.path();
    let check = rightseat(home, &["check", "c", "--since", "HEAD", "--fail-on", "warning"]);
    assert_eq!((check.code, check.out.contains("overloaded")), (0, false), "{}", check.out);
    let diff = rightseat(home, &["diff", "HEAD:c", "c"]);
    assert!(diff.out.contains("Findings: ") && !diff.out.contains("introduced"), "{}", diff.out);
    assert!(!diff.out.contains("Xena"), "{}", diff.out);
    // A revision alone is judged by its own settings.
    let alone = rightseat(home, &["check", "HEAD:c", "--fail-on", "warning", "--format", "concise"]);
    assert!(!alone.out.contains("overloaded"), "{}", alone.out);
    fs::write(home.join("rightseat.yaml"), "load: {responsibility: 0.01}\n").expect("it can be written");
    assert_eq!(rightseat(home, &["diff", "HEAD:c", "c", "--exit-code"]).code, 0);
}

#[test]
fn the_load_of_reports_follows_the_band_that_the_seat_declares() {
    let chart = |manages: &str, reports: usize| {
        let seats: String = (0..reports)
            .map(|n| format!("  s{n}: {{title: S, reports_to: lead, responsibilities: [a{n}, b{n}, c{n}]}}\n"))
            .collect();
        format!(
            "people: {{ana: Ana}}\nseats:\n  lead: {{title: Lead, owner: ana, backup: ana{manages}, responsibilities: [x, y, z]}}\n{seats}"
        )
    };
    let carries = |manages: &str, reports: usize| {
        findings(&chart(manages, reports)).into_iter().find(|line| line.contains(" carries "))
    };
    assert_eq!(carries(", manages: coordinator", 40), None);
    assert!(carries("", 40).is_some_and(|line| line.ends_with("`lead` carries 164 % of one full-time person")));
    let home = folder(&[("chart.yaml", &chart(", manages: coordinator", 40))]);
    let card = rightseat(home.path(), &["show", "lead", "--chart", "chart.yaml"]).out;
    assert!(card.contains("15 of 40 direct reports × 0.023"), "{card}");
}

/// The findings of a diff by what became of them, in the order of the summary.
fn became(old: &str, new: &str) -> String {
    let home = folder(&[("old.yaml", old), ("new.yaml", new)]);
    let out = rightseat(home.path(), &["diff", "old.yaml", "new.yaml", "-v"]).out;
    let line = out.lines().find(|line| line.starts_with("Findings: ")).expect("findings are counted").to_owned();
    let was: Vec<&str> = out.split("(was").skip(1).filter_map(|rest| rest.split(')').next()).map(str::trim).collect();
    if was.is_empty() { line } else { format!("{line}; was {}", was.join(", ")) }
}

#[test]
fn a_finding_is_as_grave_as_its_figure_whatever_it_names() {
    let named = |name: &str, effort: &str| {
        format!(
            "people: {{x: {{name: '{name}', capacity: 0.4}}}}\n\
             seats: {{a: {{title: A, owner: x, responsibilities: [a, b, c]}}}}\n\
             priorities: {{q: {{title: Q, owner: a, effort: {effort}}}}}\n"
        )
    };
    let same = became(&named("Xena", "0.6"), &named("Xena", "0.6"));
    assert!(!same.contains("less serious"), "{same}");
    for name in ["Xena Prince", "`Xena`", "X \"the\" 100 % `a", "42"] {
        assert_eq!(became(&named("Xena", "0.6"), &named(name, "0.6")), same, "{name}");
        let graver = became(&named("Xe`na", "0.328"), &named(name, "0.648"));
        assert!(
            graver.contains("1 more or less serious") && graver.replace('\u{a0}', " ").ends_with("was 142 %"),
            "{graver}"
        );
    }
    let claimed = |one: &str, other: &str| {
        format!(
            "seats:\n  a: {{title: A, responsibilities: [{one}, b, c]}}\n  b: {{title: B, reports_to: a, responsibilities: [{other}, e, f]}}\n"
        )
    };
    let respelt = became(&claimed("Prices", "Prices"), &claimed("prices", "PRICES!"));
    assert!(!respelt.contains("less serious") && !respelt.contains("introduced"), "{respelt}");
}
