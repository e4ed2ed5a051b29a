//! Much of one kind: people get a page that they read, machines get all, and nothing takes quadratic work.

use std::fmt::Write;

use crate::support::{any_size, folder, rightseat};

fn thin_seats(count: usize) -> String {
    let mut chart =
        "people: {x: Xena}\nseats:\n  top: {title: Top, owner: x, responsibilities: [a, b, c]}\n".to_owned();
    for at in 0..count {
        writeln!(chart, "  s{at}: {{title: S{at}, reports_to: top, owner: x}}").expect("a string takes all");
    }
    chart
}

#[test]
fn people_see_the_first_findings_of_a_rule_and_how_many_more_there_are() {
    let home = folder(&[("acme.yaml", &thin_seats(65))]);
    let ran = rightseat(home.path(), &["check", "acme.yaml"]);
    assert_eq!(ran.out.matches("[thin-seat]: `").count(), 8, "{}", ran.out);
    assert!(ran.out.contains("\nand 57 more [thin-seat]: --all shows them\n"), "{}", ran.out);
    assert!(ran.err.contains("check --write-baseline baseline.json"), "{}", ran.err);
    let ran = rightseat(home.path(), &["check", "acme.yaml", "--all"]);
    assert_eq!((ran.out.matches("[thin-seat]: `").count(), ran.out.contains("more [thin-seat]")), (65, false));
    for format in ["concise", "json", "sarif", "github", "gitlab", "junit"] {
        let ran = rightseat(home.path(), &["check", "acme.yaml", "--format", format]);
        assert!(ran.out.matches("thin-seat").count() >= 65, "{format}");
        assert!(!ran.err.contains("baseline"), "{format}: {}", ran.err);
    }
    let ran = rightseat(home.path(), &["check", "acme.yaml", "--write-baseline", "known.json"]);
    assert!(ran.err.starts_with("wrote known.json: ") && ran.err.lines().count() == 1, "{}", ran.err);
}

#[test]
fn of_a_folded_rule_the_gravest_are_shown() {
    let mut chart = thin_seats(0);
    for at in 0..20 {
        writeln!(chart, "  s{at}: {{title: S{at}, reports_to: top, owner: x, responsibilities: [d{at}]}}")
            .expect("a string takes all");
    }
    chart += "  z: {title: Z, reports_to: top, owner: x}\n";
    let home = folder(&[("acme.yaml", &chart)]);
    let ran = rightseat(home.path(), &["check", "acme.yaml", "-v"]);
    assert!(ran.out.contains("warning[thin-seat]: `z` has no responsibilities"), "{}", ran.out);
    assert!(ran.out.contains("and 13 more [thin-seat]"), "{}", ran.out);
}

#[test]
fn sarif_holds_no_more_than_github_takes() {
    let mut chart = thin_seats(12_600);
    // The last of all, and an error.
    chart += "  z: {title: Z, reports_to: top, owner: x, colour: red}\n";
    let chart = chart.replace(", owner: x}", "}");
    let home = folder(&[("acme.yaml", &chart)]);
    let ran = rightseat(home.path(), &["check", "acme.yaml", "--format", "sarif"]);
    assert_eq!(ran.out.matches("\"ruleId\"").count(), 25_000);
    assert!(ran.out.contains("\"ruleId\": \"unknown-key\""));
    let said = "SARIF holds 25000 of ";
    assert!(ran.err.starts_with(said), "{}", ran.err);
    let notifications = ran.out.find("toolExecutionNotifications").expect("it is there");
    assert!(ran.out[notifications..].contains(said));
}

#[test]
fn texts_without_end_are_drawn_with_a_mark_where_they_are_cut() {
    let long = "endless ".repeat(20_000);
    let chart = format!(
        "organization: {long}\nstrategy: {{mission: m, vision: v, values: [w], intent: {long}, lane: cost}}\n\
         people: {{x: {{name: {long}}}}}\nseats:\n  s: {{title: {long}, function: {long}, owner: x, responsibilities: [{long}]}}\n\
         priorities:\n  p: {{title: {long}, owner: s, horizon: year}}\nmetrics:\n  m: {{title: {long}, owner: s}}\n"
    );
    let home = folder(&[("acme.yaml", &chart)]);
    let fields = "title,owner,responsibilities,priorities,metrics,function";
    for (file, view) in [
        ("a.svg", "chart"),
        ("b.svg", "strategy"),
        ("c.dot", "chart"),
        ("d.dot", "strategy"),
        ("e.mmd", "chart"),
        ("f.mmd", "strategy"),
        ("g.pdf", "chart"),
        ("h.png", "strategy"),
    ] {
        let options = ["render", "acme.yaml", "-o", file, "--view", view, "--show", fields];
        let ran = rightseat(home.path(), &[&options[..], any_size(file)].concat());
        assert_eq!(ran.code, 0, "{file}: {}", ran.err);
        // What fits on no page takes several.
        let (name, ending) = file.split_once('.').expect("it has an ending");
        let names = [file.to_owned(), format!("{name}-1.{ending}")];
        let bytes = names.iter().find_map(|name| std::fs::read(home.path().join(name)).ok()).expect("it is written");
        assert!(bytes.len() < 500_000, "{file}: {} bytes", bytes.len());
        if !file.ends_with("pdf") && !file.ends_with("png") {
            assert!(String::from_utf8_lossy(&bytes).contains('…'), "{file}");
        }
    }
}
