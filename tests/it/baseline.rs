//! Known findings: only what is new is reported and fails.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::rightseat;

const CHART: &str = "organization: Acme
people: {x: Xena, y: Yuki}
seats:
  a: {title: A, owner: [x, y], responsibilities: [one, two, three]}
  b: {title: B, reports_to: a, owner: gone, responsibilities: [four, five, six]}
  c: {title: C, reports_to: a, responsibilities: [seven, eight, nine]}
";

fn home(charts: &[(&str, &str)]) -> TempDir {
    let home = TempDir::new().expect("a folder can be made");
    fs::create_dir(home.path().join(".git")).expect("a folder can be made");
    for (path, text) in charts {
        write(home.path(), path, text);
    }
    home
}

fn write(home: &Path, path: &str, text: &str) {
    let path = home.join(path);
    fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
    fs::write(path, text).expect("a file can be written");
}

fn read(home: &Path, path: &str) -> String {
    fs::read_to_string(home.join(path)).expect("it is there")
}

/// `check` with `concise` output: its exit code, lines and trouble.
fn check(home: &TempDir, arguments: &[&str]) -> (u8, Vec<String>, String) {
    let mut all = vec!["check", ".", "--format", "concise"];
    all.extend(arguments);
    let ran = rightseat(home.path(), &all);
    (ran.code, ran.out.lines().map(str::to_owned).collect(), ran.err)
}

#[test]
fn what_is_known_neither_shows_nor_fails() {
    let home = home(&[("acme.yaml", CHART)]);
    assert_eq!(check(&home, &[]).0, 1);
    let (code, lines, err) = check(&home, &["--write-baseline", "known.json"]);
    assert_eq!((code, lines), (0, vec![]));
    assert_eq!(err, "wrote known.json: with `--baseline known.json`, only new findings are shown and fail\n");
    expect_test::expect![[r#"
        {
          "version": 2,
          "findings": [
            {"chart":"acme.yaml","rule":"shared-seat","subjects":["seat a"]},
            {"chart":"acme.yaml","rule":"unknown-reference","subjects":["seat b"],"detail":"owner: gone"},
            {"chart":"acme.yaml","rule":"vacant-seat","subjects":["seat c"]}
          ]
        }
    "#]]
    .assert_eq(&read(home.path(), "known.json"));
    let known = ["--baseline", "known.json", "--fail-on", "warning"];
    assert_eq!(check(&home, &known), (0, vec![], String::new()));
    // Lines, order and indentation move; nothing is new.
    let (top, seats) = CHART.split_once("seats:\n").expect("there are seats");
    let seats: Vec<String> = seats.lines().rev().map(|line| format!("  {line}\n")).collect();
    write(home.path(), "acme.yaml", &format!("# moved\n\n{top}seats:\n{}", seats.concat()));
    assert_eq!(check(&home, &known), (0, vec![], String::new()));
    write(home.path(), "acme.yaml", &CHART.replace("owner: gone", "owner: [x, y]"));
    let (code, lines, _) = check(&home, &known);
    assert_eq!((code, lines.len()), (1, 1), "{lines:?}");
    assert!(lines[0].contains("error[shared-seat] the seat `b`"), "{lines:?}");
}

#[test]
fn the_last_line_counts_what_is_known() {
    let home = home(&[("acme.yaml", CHART)]);
    let ran = rightseat(home.path(), &["check", ".", "--write-baseline", "known.json"]);
    assert!(ran.out.ends_with("3 findings are already known\n"), "{}", ran.out);
}

#[test]
fn what_is_known_once_is_new_when_it_comes_twice() {
    let again = "  d: {title: D, reports_to: a, owner: gone, backup: gone, responsibilities: [u, v, w]}\n";
    let home = home(&[("acme.yaml", &(CHART.to_owned() + again).replace(", backup: gone", ""))]);
    check(&home, &["--write-baseline", "known.json"]);
    write(home.path(), "acme.yaml", &(CHART.to_owned() + again));
    let (code, lines, _) = check(&home, &["--baseline", "known.json"]);
    assert_eq!((code, lines.len()), (1, 1), "{lines:?}");
}

#[test]
fn what_no_longer_occurs_is_told_and_removed_on_request() {
    let home = home(&[("acme.yaml", CHART), ("other.yaml", CHART)]);
    check(&home, &["--write-baseline", "known.json"]);
    write(home.path(), "acme.yaml", &CHART.replace("[x, y]", "x"));
    let before = read(home.path(), "known.json");
    let (code, _, trouble) = check(&home, &["--baseline", "known.json"]);
    assert_eq!(code, 0);
    assert_eq!(
        trouble,
        "known.json: 1 entry no longer occurs; `--prune-baseline` removes them\n  acme.yaml: shared-seat seat a\n"
    );
    assert_eq!(read(home.path(), "known.json"), before);
    check(&home, &["--baseline", "known.json", "--prune-baseline"]);
    let after = read(home.path(), "known.json");
    let line = "    {\"chart\":\"acme.yaml\",\"rule\":\"shared-seat\",\"subjects\":[\"seat a\"]},\n";
    assert_eq!(after, before.replace(line, ""));
    // Only a part of the charts was looked at: what is known of the others stays.
    let ran = rightseat(home.path(), &["check", "other.yaml", "--write-baseline", "known.json"]);
    assert_eq!((ran.code, read(home.path(), "known.json")), (0, after));
}

#[test]
fn a_new_quarter_keeps_what_is_known() {
    let quarter = |name: &str| {
        CHART.replace("organization: Acme", &format!("organization: Acme\nrevision: {name}\nreviewed: 2026-10-06"))
    };
    let home = home(&[("acme/2026-Q3/chart.yaml", &quarter("2026-Q3"))]);
    check(&home, &["--write-baseline", "known.json"]);
    write(home.path(), "acme/2026-Q4/chart.yaml", &quarter("2026-Q4"));
    assert_eq!(check(&home, &["--baseline", "known.json", "--fail-on", "warning"]), (0, vec![], String::new()));
}

#[test]
fn what_cannot_be_read_is_never_known() {
    let home = home(&[("acme.yaml", CHART)]);
    check(&home, &["--write-baseline", "known.json"]);
    let before = read(home.path(), "known.json");
    write(home.path(), "acme.yaml", &(CHART.to_owned() + "priorities: ["));
    let (code, lines, trouble) = check(&home, &["--baseline", "known.json"]);
    assert_eq!((code, lines.len(), trouble.as_str()), (1, 1, ""), "{lines:?}");
    let (code, _, trouble) = check(&home, &["--write-baseline", "known.json"]);
    assert_eq!((code, trouble.contains("was not written")), (1, true), "{trouble}");
    assert_eq!(read(home.path(), "known.json"), before);
}

#[test]
fn a_baseline_that_is_none_stops_the_run() {
    let home = home(&[("acme.yaml", CHART)]);
    for (text, reason) in [
        ("", "not a baseline"),
        ("{\"version\": 3, \"findings\": []}", "versions 1 and 2, found 3"),
        ("{\"version\": 1, \"findings\": [{\"chart\": \"a\", \"rule\": \"b\", \"line\": 3}]}", "unknown field `line`"),
    ] {
        write(home.path(), "known.json", text);
        let (code, lines, trouble) = check(&home, &["--baseline", "known.json"]);
        assert_eq!((code, lines.len(), trouble.contains(reason)), (2, 0, true), "{trouble}");
    }
    assert_eq!(check(&home, &["--baseline", "nowhere.json"]).0, 2);
    assert_eq!(check(&home, &["--prune-baseline"]).0, 2);
}
