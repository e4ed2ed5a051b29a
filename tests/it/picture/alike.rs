//! Pictures of one chart look alike from quarter to quarter.

use crate::support::{folder, rightseat};

const PEOPLE: &str = "organization: Acme\npeople: {a: Ana}\n";

/// Seats in this order, each with its function.
fn chart(revision: &str, seats: &[(&str, &str)]) -> String {
    let mut text = format!("{PEOPLE}revision: {revision}\nseats:\n  top: {{title: Top, owner: a}}\n");
    for (seat, function) in seats {
        text.push_str(&format!("  {seat}: {{title: {seat}, reports_to: top, owner: a, function: {function}}}\n"));
    }
    text
}

/// The ids of the boxes in their order, and the colour of each function in the legend.
fn look(drawn: &str) -> (Vec<String>, Vec<(String, String)>) {
    let between = |text: &str, start: &str, end: &str| Some(text.split_once(start)?.1.split_once(end)?.0.to_owned());
    let seats = drawn.lines().filter_map(|line| between(line, "<g id=\"seat-", "\"")).collect();
    let legend = drawn.split("<g>").find(|group| group.contains(">Sales<")).unwrap_or("");
    let lines: Vec<&str> = legend.lines().collect();
    let entry = |pair: &[&str]| Some((between(pair[1], "\">", "<")?, between(pair[0], "fill=\"", "\"")?));
    let mut colours: Vec<_> = lines
        .windows(2)
        .filter(|pair| pair[0].starts_with("<rect") && pair[1].starts_with("<text"))
        .filter_map(entry)
        .collect();
    colours.retain(|(name, _)| name != "Top");
    colours.sort();
    (seats, colours)
}

#[test]
fn siblings_keep_their_order_and_functions_their_colours_within_a_history() {
    let old = chart("2026-Q1", &[("sales", "Sales"), ("ops", "Operations"), ("desk", "Service")]);
    let new = chart(
        "2026-Q2",
        &[("desk", "Service"), ("legal", "Legal"), ("ops", "Operations"), ("lab", "Research"), ("sales", "Sales")],
    );
    let files = [("acme/2026-Q1/chart.yaml", &*old), ("acme/2026-Q2/chart.yaml", &*new), ("apart.yaml", &*new)];
    let home = folder(&files);
    let draw = |arguments: &[&str]| {
        let options = ["--min-font", "0", "--teams", "off", "--show", "title,function", "-o", "-"];
        let ran = rightseat(home.path(), &[&["render"], arguments, &options].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        look(&ran.out)
    };
    let before = draw(&["acme/2026-Q1"]);
    assert_eq!(before.0, ["top", "sales", "ops", "desk"]);
    let apart = draw(&["apart.yaml"]);
    assert_eq!(apart.0, ["top", "desk", "legal", "ops", "lab", "sales"]);
    let within = draw(&["acme"]);
    assert_eq!(within.0, ["top", "sales", "ops", "lab", "desk", "legal"], "what is new stays behind what it follows");
    assert_eq!(before.1.len(), 3, "{before:?}");
    assert!(before.1.iter().all(|known| within.1.contains(known)), "{before:?} {within:?}");
    assert_eq!(draw(&["apart.yaml", "--like", "acme/2026-Q1"]), within);
    // Whoever has moved stands where it is written, not where it stood below another.
    let below = old.replace("  desk: {title: desk, reports_to: top", "  desk: {title: desk, reports_to: sales");
    let later = old.replace("2026-Q1", "2026-Q2");
    let files = [("acme/2026-Q1/chart.yaml", &*below), ("acme/2026-Q2/chart.yaml", &*later)];
    let home = folder(&files);
    let ran = rightseat(home.path(), &["render", "acme", "--min-font", "0", "--teams", "off", "-o", "-"]);
    assert_eq!(look(&ran.out).0, ["top", "sales", "ops", "desk"], "{}", ran.err);
}
