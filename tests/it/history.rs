//! The revisions of one organisation, in the order of time.

use std::path::Path;

use rightseat::load::{discover, history};

use crate::git::Repository;
use crate::support::{folder, rightseat};

fn revisions(home: &Path, named: &str) -> Vec<String> {
    let charts = discover(home, Path::new(named)).expect("it is there");
    let revisions = history(&charts[0]).expect("it can be read");
    revisions.into_iter().map(|chart| chart.name).collect()
}

#[test]
fn revisions_come_oldest_first_from_any_of_them() {
    // By what the charts say, not by the names of their folders.
    let home = Repository::of(&[
        ("acme/new/chart.yaml", "organization: Acme\nrevision: 2026-Q4\n"),
        ("acme/old.yaml", "organization: Acme\nrevision: 2025-10-06\n"),
        ("acme/mid/chart.yaml", "organization: Acme\nrevision: 2026-07\n"),
        ("acme/mid/more.yaml", "people: {}\n"),
        ("acme/.gitignore", "ignored\n"),
        ("acme/ignored/chart.yaml", "organization: Other\n"),
        ("solo.yaml", "organization: Acme\nrevision: 2026-Q4\n"),
    ]);
    let all = ["acme/old.yaml", "acme/mid", "acme/new"];
    for named in ["acme", "acme/mid", "acme/old.yaml", "acme/mid/more.yaml"] {
        assert_eq!(revisions(home.path(), named), all, "{named}");
    }
    assert_eq!(revisions(home.path(), "solo.yaml"), ["solo.yaml"]);
}

#[test]
fn other_organisations_and_two_of_one_moment_are_no_history() {
    for other in ["organization: Other\nrevision: 2026-Q3\n", "organization: Acme\nrevision: 2026-Q4\n", "seats: {}\n"]
    {
        let home = folder(&[("a.yaml", "organization: Acme\nrevision: 2026-Q4\n"), ("b.yaml", other)]);
        assert_eq!(revisions(home.path(), "a.yaml"), ["a.yaml"], "{other}");
    }
}

#[test]
fn a_revision_that_cannot_be_read_is_taken_by_the_name_of_its_folder() {
    let home = folder(&[
        ("acme/2026-Q2/chart.yaml", "organization: Acme\nrevision: 2026-Q2\n"),
        ("acme/2026-Q3/chart.yaml", "{{{\n"),
        ("acme/2026-Q4/chart.yaml", "organization: Acme\nrevision: 2026-Q4\n"),
    ]);
    assert_eq!(revisions(home.path(), "acme"), ["acme/2026-Q2", "acme/2026-Q3", "acme/2026-Q4"]);
    let ran = rightseat(home.path(), &["check", "acme"]);
    assert!(ran.out.contains("acme/2026-Q4 (newest of 3 revisions)"), "{}", ran.out);
}
