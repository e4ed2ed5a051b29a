//! No output takes the place of anything that the run reads, or of another output.

use std::fs;

use crate::support::{folder, rightseat};

use super::{CHART, all};

const OLD: &str = "organization: Acme\nrevision: 2026-Q3\npeople: {x: Xena}\nseats: {a: {title: A, owner: x}}\n";

fn home() -> tempfile::TempDir {
    let home = folder(&[
        ("s.yaml", CHART),
        ("ch/chart.yaml", CHART),
        ("ch/more/people.yaml", "people: {y: Yuki}\n"),
        ("acme/2026-Q3.yaml", OLD),
        ("acme/2026-Q4.yaml", CHART),
        ("rightseat.yaml", "charts: [ch]\n"),
        ("plans/plan.yaml", "people: {z: Zoe}\n"),
        ("table.csv", "Name,Title,Manager\nXena,A,\n"),
        ("font.ttf", "a font\n"),
        ("empty/.keep", ""),
    ]);
    fs::write(home.path().join("baseline.json"), "{\"version\": 1, \"findings\": []}\n").expect("it can be written");
    home
}

/// Each command, and what its refusal must say.
const REFUSED: &[(&str, &str)] = &[
    ("render s.yaml --format svg -o s.yaml", "s.yaml is the chart, which this run reads: name another file to write"),
    ("render s.yaml --format svg -o ./s.yaml", "./s.yaml is s.yaml, the chart"),
    ("render s.yaml --format svg -o link.svg", "link.svg is s.yaml, the chart"),
    ("render s.yaml --format svg -o hard.svg", "hard.svg is s.yaml, the chart"),
    ("render s.yaml --format png -o font.ttf --font font.ttf", "font.ttf is a font"),
    ("render s.yaml --format svg -o rightseat.yaml", "rightseat.yaml is the file of settings of s.yaml"),
    ("render acme --format svg -o acme/2026-Q3.yaml", "acme/2026-Q3.yaml is the chart, which this run reads"),
    ("render acme --format svg -o acme/2027-Q1.yaml", "would be taken for a chart, since acme is looked through"),
    ("render s.yaml --like acme/2026-Q3.yaml --format svg -o old.svg", "old.svg is acme/2026-Q3.yaml, the chart"),
    ("export json ch -o ch/chart.yaml", "ch/chart.yaml is a file of the chart ch"),
    ("export json ch -o ch/../ch/chart.yaml", "ch/../ch/chart.yaml is ch/chart.yaml, a file of the chart ch"),
    ("export json -o ch/chart.yaml", "ch/chart.yaml is a file of the chart ch"),
    ("export json ch -o ch/new.yaml", "ch/new.yaml would be a part of the chart of ch/chart.yaml"),
    ("export json s.yaml -o ch/more/new.yml", "would be a part of the chart of ch/chart.yaml"),
    ("render s.yaml --format svg -o ch/new.YAML", "would be a part of the chart of ch/chart.yaml"),
    ("export json s.yaml -o chart.yaml", "would make one chart of its folder, which holds s.yaml"),
    ("export json acme -o acme/2027-Q1.yaml", "would be taken for a chart"),
    ("export backstage s.yaml -o empty/rightseat.yaml", "this name is reserved for settings"),
    ("trend acme --format svg -o old.svg", "old.svg is acme/2026-Q3.yaml, the chart"),
    ("trend acme -o acme/../s.svg/../acme/2026-Q3.json", "there is no folder"),
    ("diff acme/2026-Q3.yaml ch -o ch/chart.yaml", "ch/chart.yaml: the changes are drawn into a picture"),
    ("diff acme/2026-Q3.yaml ch -o old.svg", "old.svg is acme/2026-Q3.yaml, the chart"),
    ("check ch --output human=ch/chart.yaml", "the format human is not a .yaml file"),
    ("check ch --output json=old.json --baseline baseline.json", "old.json is baseline.json, the baseline"),
    ("check ch --output json=baseline.json --baseline baseline.json", "baseline.json is the baseline"),
    (
        "check ch --output json=baseline.json --write-baseline ./baseline.json",
        "two outputs for ./baseline.json and base",
    ),
    (
        "check ch --baseline baseline.json --prune-baseline --output json=old.json",
        "two outputs for baseline.json and old",
    ),
    ("check ch --output json=o --output sarif=./o", "two outputs for o and ./o, which are the same file"),
    ("check ch --output json=o --output sarif=ch/../o", "two outputs for o and ch/../o, which are the same file"),
    ("check s.yaml --write-baseline hard.svg", "hard.svg is s.yaml, the chart"),
    ("review ch -o ch", "ch holds ch/chart.yaml, which this run reads"),
    ("review ch -o .", ". holds ch/chart.yaml, which this run reads"),
    ("review ch --with plans/plan.yaml -o plans", "plans holds plans/plan.yaml, which this run reads"),
    ("review ch -o s.yaml", "a packet can't be a .yaml file"),
    ("review acme --since ch -o old.md", "old.md is ch/chart.yaml, a file of the chart ch"),
    ("import csv table.csv -o ch/sales", "ch/sales is in the chart of ch/chart.yaml"),
    ("init ch/sales", "ch/sales is in the chart of ch/chart.yaml"),
];

#[cfg(unix)]
#[test]
fn what_is_read_stays_as_it_is() {
    use std::os::unix::fs::symlink;
    for (command, reason) in REFUSED {
        let home = home();
        symlink("s.yaml", home.path().join("link.svg")).expect("a link can be made");
        let old = if command.starts_with("review") { "ch/chart.yaml" } else { "acme/2026-Q3.yaml" };
        symlink(old, home.path().join("old.svg")).expect("a link can be made");
        symlink(old, home.path().join("old.md")).expect("a link can be made");
        symlink("baseline.json", home.path().join("old.json")).expect("a link can be made");
        fs::hard_link(home.path().join("s.yaml"), home.path().join("hard.svg")).expect("a link can be made");
        let before = all(home.path());
        let ran = rightseat(home.path(), &command.split(' ').collect::<Vec<_>>());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command}: {}", ran.err);
        assert!(ran.err.contains(reason), "{command}: {}", ran.err);
        assert_eq!(all(home.path()), before, "{command}");
    }
}

#[test]
fn a_place_beside_what_is_read_is_fine() {
    for command in [
        "export json s.yaml -o copy.yaml",
        "export backstage ch -o catalog-info.yaml",
        "export json ch -o empty/chart.yaml",
        "render ch -o ch/chart.svg",
        "check ch --output json=ch/report.json --output sarif=out.sarif",
        "check ch --baseline baseline.json --prune-baseline",
        "check ch --write-baseline baseline.json",
        "review ch -o ch/packet",
        "import csv table.csv -o new/acme",
        "trend acme -o acme/trend.csv",
    ] {
        let home = home();
        let ran = rightseat(home.path(), &command.split(' ').collect::<Vec<_>>());
        assert_eq!(ran.code, 0, "{command}: {}", ran.err);
    }
}

#[test]
fn pages_of_a_picture_are_held_against_what_is_read_too() {
    let seats: String = (0..400)
        .map(|n| format!("  s{n}: {{title: Seat {n}, owner: x, reports_to: s{}, responsibilities: [a{n}]}}\n", n / 8))
        .collect();
    let chart = format!(
        "people: {{x: Xena}}\nseats:\n{}",
        seats.replace("reports_to: s0, responsibilities: [a0]", "responsibilities: [a0]")
    );
    let home = folder(&[("p-2.svg", &chart), ("p-4000.svg", "")]);
    let before = all(home.path());
    let ran = rightseat(home.path(), &["render", "p-2.svg", "-o", "p.svg"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("p-2.svg is the chart, which this run reads"), "{}", ran.err);
    assert_eq!(all(home.path()), before);
}
