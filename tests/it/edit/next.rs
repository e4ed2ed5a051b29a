//! The quarter rolled over: beside the others, or in place.

use std::path::Path;
use std::process::Command;

use expect_test::expect;

use crate::support::{folder, project, rightseat};

fn northwind() -> tempfile::TempDir {
    let home = tempfile::TempDir::new().expect("a folder can be made");
    for quarter in ["2026-Q3", "2026-Q4"] {
        let (from, to) =
            (project().join("charts/northwind").join(quarter), home.path().join("northwind").join(quarter));
        std::fs::create_dir_all(&to).expect("a folder can be made");
        for file in std::fs::read_dir(from).expect("it is there").flatten() {
            std::fs::copy(file.path(), to.join(file.file_name())).expect("it can be copied");
        }
    }
    home
}

#[test]
fn a_history_gets_a_new_folder_and_the_old_one_stays() {
    let home = northwind();
    let before = rightseat(home.path(), &["check", "northwind/2026-Q4", "--format", "json"]).out;
    let shown = rightseat(home.path(), &["next", "2027-Q1", "--chart", "northwind"]);
    assert_eq!(shown.code, 0, "{}", shown.err);
    expect![[r#"
        northwind/2027-Q1, from 2026-Q4: 6 files
        - revision 2026-Q4 → 2027-Q1; reviewed 2026-10-06 removed
        - 6 priorities left behind: safety-walks (dropped), service-split, halt-3-test-plan,
          dispatch-cutoff, plan-launch and van-stock (done)
        - 13 metrics still show their last actual
        - 10 open priorities are past the due date and to be decided first: same-day, two-days,
          service-plans, second-hands, halt-3-pilot, renewal-calls and 4 more
        Not written. To write:
          rightseat next 2027-Q1 --chart northwind --write
    "#]]
    .assert_eq(&shown.out);
    assert!(!home.path().join("northwind/2027-Q1").exists());
    let written = rightseat(home.path(), &["next", "2027-Q1", "--chart", "northwind", "--write"]);
    assert!(written.code == 0 && written.out.ends_with("Written.\n"), "{}", written.err);
    assert_eq!(rightseat(home.path(), &["check", "northwind/2026-Q4", "--format", "json"]).out, before);
    let diff = rightseat(home.path(), &["diff", "northwind/2026-Q4", "northwind/2027-Q1", "--format", "json"]);
    let diff: serde_json::Value = serde_json::from_str(&diff.out).expect("it is JSON");
    for edit in diff["edits"].as_array().expect("edits") {
        let (kind, field) = (edit["kind"].as_str().expect("a kind"), edit["field"].as_str());
        assert!(matches!((kind, field), ("chart", Some("revision" | "reviewed")) | ("priority", None)), "{edit}");
        assert!(kind == "chart" || edit["new"].is_null(), "{edit}");
    }
    let again = rightseat(home.path(), &["next", "2027-Q1", "--chart", "northwind/2026-Q4", "--write"]);
    assert!(again.code == 2 && again.err.contains("2027-Q1 exists already"), "{}", again.err);
}

#[test]
fn a_revision_is_later_and_of_the_same_kind() {
    let home = northwind();
    for (revision, words) in [
        ("2026-Q4", "is not later than 2026-Q4"),
        ("2026-Q3", "is not later than 2026-Q4"),
        ("2027-01", "name one of the same form"),
        ("2027", "expected a quarter, month or day"),
    ] {
        let ran = rightseat(home.path(), &["next", revision, "--chart", "northwind", "--write"]);
        assert!(ran.code == 2 && ran.err.contains(words), "{revision}: {}", ran.err);
    }
}

const CHART: &str = "\
organization: Acme
revision: 2026-Q4
reviewed: 2026-10-01
people: {ana: Ana Ruiz}
seats:
  a:
    title: A
    owner: ana
    allow:
      - {rule: missing-backup, reason: Small, until: 2026-12-31}
priorities:
  goal: {title: Goal, owner: a, horizon: year, status: done}
  step: {title: Step, owner: a, supports: [goal]}
  old: {title: Old, owner: a, status: done}
";

pub(super) fn git(home: &Path, arguments: &[&str]) {
    let name = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
    let ran = Command::new("git").args(name).args(arguments).current_dir(home).output().expect("git runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn without_a_history_of_folders_the_old_quarter_must_be_committed() {
    let home = folder(&[("acme/chart.yaml", CHART)]);
    std::fs::remove_dir(home.path().join(".git")).expect("it is empty");
    let next =
        |more: &[&str]| rightseat(home.path(), &[&["next", "2027-Q1", "--chart", "acme", "--write"], more].concat());
    let ran = next(&[]);
    assert!(ran.code == 2 && ran.err.contains("is not in a git repository"), "{}", ran.err);
    git(home.path(), &["init", "-q"]);
    let ran = next(&[]);
    assert!(ran.code == 2 && ran.err.contains("has uncommitted changes"), "{}", ran.err);
    git(home.path(), &["add", "."]);
    git(home.path(), &["commit", "-qm", "Q4"]);
    let ran = next(&[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("git tag 2026-Q4"), "{}", ran.out);
    expect![[r#"
        organization: Acme
        revision: 2027-Q1
        people: {ana: Ana Ruiz}
        seats:
          a:
            title: A
            owner: ana
        priorities:
          goal: {title: Goal, owner: a, horizon: year, status: done}
          step: {title: Step, owner: a, supports: [goal]}
    "#]]
    .assert_eq(&std::fs::read_to_string(home.path().join("acme/chart.yaml")).expect("it is there"));
}

#[test]
fn a_file_named_after_its_quarter_gets_one_beside_it() {
    let home = folder(&[("acme/q4.yaml", CHART)]);
    let ran = rightseat(home.path(), &["next", "2027-Q1", "--chart", "acme/q4.yaml", "--write"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(std::fs::read_to_string(home.path().join("acme/q4.yaml")).expect("it stays"), CHART);
    assert!(std::fs::read_to_string(home.path().join("acme/q1.yaml")).expect("it is new").contains("2027-Q1"));
}
