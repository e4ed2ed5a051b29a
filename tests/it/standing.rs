//! What can't be read is not absent, a placeholder is nobody, and no order of files shows.

use std::fs;

use crate::support::{findings, folder, rightseat};

#[test]
fn a_seat_whose_id_is_refused_is_there_all_the_same() {
    let long = "l".repeat(129);
    for id in ["-x", "a b", "a/", long.as_str()] {
        let text = format!(
            "people: {{ana: Ana, ben: Ben}}\nseats:\n  head: {{title: Head, owner: ana, responsibilities: [a, b, c]}}\n  \
             \"{id}\": {{title: Approver, reports_to: head, owner: ben, responsibilities: [d, e, f]}}\n"
        );
        let home = folder(&[("chart.yaml", &text)]);
        let check = rightseat(home.path(), &["check", "chart.yaml", "-v"]);
        assert!(check.out.contains("can't be the id of a seat"), "{}", check.out);
        assert!(!check.out.contains("is in no seat") && check.out.contains("2 seats"), "{}", check.out);
        let picture = rightseat(home.path(), &["render", "chart.yaml", "-o", "-", "--format", "svg"]).out;
        assert!(picture.contains("Approver") && picture.contains("Ben"), "{picture}");
        let json = rightseat(home.path(), &["export", "json", "chart.yaml"]).out;
        assert!(json.contains("Approver"), "{json}");
    }
    for id in ["_x", "x_", "x-", "_", &"l".repeat(128)] {
        assert!(findings(&format!("seats: {{{id}: {{title: X}}}}\n")).iter().all(|line| !line.contains("id")), "{id}");
    }
}

#[test]
fn whose_seat_no_root_leads_to_answers_for_nothing() {
    let found = findings(
        "people: {ana: Ana, ben: Ben}\nseats:\n  \
         root: {title: Root, owner: ana, responsibilities: [g, h, i]}\n  \
         top: {title: Top, reports_to: gone, owner: ana, responsibilities: [a, b, c]}\n  \
         low: {title: Low, reports_to: top, owner: ben, responsibilities: [d, e, f]}\n\
         priorities: {p: {title: P, owner: top}, q: {title: Q, owner: low}}\n",
    );
    let orphans: Vec<&String> = found.iter().filter(|line| line.contains("orphaned-priority")).collect();
    assert_eq!(orphans.len(), 2, "{found:?}");
    assert!(orphans.iter().all(|line| line.contains("is cut off from every root")), "{orphans:?}");
}

#[test]
fn a_placeholder_owns_nothing() {
    let text = "people: {ana: Ana Ruiz, n: Nobody}\nseats:\n  \
         head: {title: Head, owner: ana, responsibilities: [a, b, c]}\n  \
         x: {title: X, reports_to: head, owner: n, responsibilities: [d, e, f]}\n  \
         y: {title: Y, reports_to: head, owner: n, backup: n, responsibilities: [g, h, i]}\n  \
         z: {title: Z, reports_to: head, owner: n, interim: ana, responsibilities: [j, k, l]}\n\
         priorities: {p: {title: P, owner: x}}\n";
    let home = folder(&[
        ("chart.yaml", text),
        (
            "filled.yaml",
            &text.replace("x: {title: X, reports_to: head, owner: n", "x: {title: X, reports_to: head, owner: ana"),
        ),
    ]);
    let check = rightseat(home.path(), &["check", "chart.yaml", "-v", "--format", "concise"]);
    assert_eq!(check.code, 1, "{}", check.out);
    let of = |text: &str| check.out.lines().filter(|line| line.contains(text)).count();
    assert_eq!((of("[vacant-seat]"), of("[orphaned-priority]")), (3, 1), "{}", check.out);
    let about = check.out.lines().filter(|line| line.contains("obody\"") || line.contains("Nobody"));
    let rules: Vec<&str> = about.filter_map(|line| line.split(['[', ']']).nth(1)).collect();
    assert_eq!(rules, ["placeholder-name"], "{}", check.out);
    let review = rightseat(home.path(), &["review", "chart.yaml"]).out;
    assert!(!review.contains("Every seat has an owner"), "{review}");
    let diff = rightseat(home.path(), &["diff", "chart.yaml", "filled.yaml"]).out;
    assert!(
        diff.contains("+ x: Ana Ruiz") || diff.contains("Ana Ruiz now owns x") || !diff.contains("Nobody ->"),
        "{diff}"
    );
}

/// Everything that more than two claim, twice: as it is written, and from the end to the beginning.
#[test]
fn a_shuffle_introduces_nothing() {
    let people = ["ana: Ana Ruiz", "ben: Ana  Ruiz", "cleo: ana ruiz"];
    let seats = [
        "a: {title: A, owner: ana, responsibilities: [Prices, Quotes, Sales]}",
        "b: {title: B, owner: ben, responsibilities: [prices, Repairs, Repairs]}",
        "c: {title: C, owner: cleo, responsibilities: [PRICES, Parts, Tools]}",
    ];
    let priorities: Vec<String> =
        (0..7).map(|n| format!("q{n}: {{title: Do {n}, owner: a, horizon: year, supports: []}}")).collect();
    let text = |is_reversed: bool| {
        let section = |name: &str, entries: &[&str]| {
            let mut entries = entries.to_vec();
            if is_reversed {
                entries.reverse();
            }
            format!("{name}:\n{}", entries.iter().map(|entry| format!("  {entry}\n")).collect::<String>())
        };
        let priorities: Vec<&str> = priorities.iter().map(String::as_str).collect();
        section("people", &people) + &section("seats", &seats) + &section("priorities", &priorities)
    };
    let home =
        folder(&[("c/chart.yaml", &text(false)), ("old/chart.yaml", &text(false)), ("new/chart.yaml", &text(true))]);
    let known = ["check", "c", "--write-baseline", "known.json", "-v"];
    assert_eq!(rightseat(home.path(), &known).code, 0);
    fs::write(home.path().join("c/chart.yaml"), text(true)).expect("it can be written");
    let again = rightseat(home.path(), &["check", "c", "--baseline", "known.json", "--fail-on", "warning", "-v"]);
    assert_eq!((again.code, again.err.as_str()), (0, ""), "{}", again.out);
    let diff = rightseat(home.path(), &["diff", "old", "new", "-v"]).out;
    assert!(!diff.contains("introduced") && !diff.contains("fixed") && !diff.contains("less serious"), "{diff}");
    let shared = rightseat(home.path(), &["check", "old", "--format", "concise"]).out;
    let shared: Vec<&str> = shared.lines().filter(|line| line.contains("duplicate-responsibility")).collect();
    assert_eq!(shared.len(), 2, "one for each shared responsibility: {shared:?}");
    assert!(
        shared.iter().any(|line| line.ends_with("`c` answers for \"PRICES\", and so do `a` and `b`")),
        "{shared:?}"
    );
}

/// What the first release knew of such findings, it knew in the order of the files, and two by two.
#[test]
fn a_baseline_of_the_first_release_still_knows_them() {
    let text = "seats:\n  a: {title: A, responsibilities: [Prices, Quotes, Sales]}\n  \
         b: {title: B, reports_to: a, responsibilities: [Prices, Repairs, Tyres]}\n  \
         c: {title: C, reports_to: a, responsibilities: [Prices, Parts, Tools]}\n";
    let known = r#"{"version": 1, "findings": [
        {"chart":"c","rule":"duplicate-responsibility","subjects":["seat a","seat b"]},
        {"chart":"c","rule":"duplicate-responsibility","subjects":["seat a","seat c"]}
    ]}"#;
    let home = folder(&[("c/chart.yaml", text), ("known.json", known)]);
    let ran = rightseat(home.path(), &["check", "c", "--baseline", "known.json", "--format", "concise"]);
    assert!(!ran.out.contains("duplicate-responsibility"), "{}", ran.out);
    let part = known.replace(r#","subjects":["seat a","seat c"]"#, r#","subjects":["seat a","seat x"]"#);
    fs::write(home.path().join("known.json"), part).expect("it can be written");
    let ran = rightseat(home.path(), &["check", "c", "--baseline", "known.json", "--format", "concise"]);
    assert!(ran.out.contains("duplicate-responsibility"), "what is claimed once more is new: {}", ran.out);
}
