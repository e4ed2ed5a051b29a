//! What a chart's name means on the command line: a path, `REV:PATH`, a revision of the history, and after `--since` a
//! revision in git.

use std::fs;

use crate::support::{folder, rightseat};

fn chart(revision: &str, title: &str) -> String {
    format!(
        "organization: Acme\nrevision: {revision}\npeople: {{ana: Ana Ruiz}}\nseats:\n  top: {{title: {title}, owner: ana, \
         responsibilities: [Prices, Quotes]}}\n"
    )
}

fn history() -> tempfile::TempDir {
    folder(&[
        ("charts/acme/2026-Q2.yaml", &chart("2026-Q2", "Head")),
        ("charts/acme/2026-Q3.yaml", &chart("2026-Q3", "Chief")),
        ("charts/acme/2026-Q4.yaml", &chart("2026-Q4", "Chair")),
    ])
}

#[test]
fn a_revision_is_one_of_the_history_in_question() {
    let home = history();
    let run = |arguments: &[&str]| rightseat(home.path(), arguments);
    let titles = |arguments: &[&str]| {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
        ran.out.lines().find(|line| line.contains(" -> ")).map(|line| line.trim().to_owned()).unwrap_or(ran.out)
    };
    assert_eq!(titles(&["diff", "2026-Q2", "2026-Q3"]), "~ top: \"Head\" -> \"Chief\"");
    assert_eq!(titles(&["diff", "2026-Q2", "charts/acme"]), "~ top: \"Head\" -> \"Chair\"");
    assert_eq!(titles(&["diff", "charts/acme", "2026-Q3"]), "~ top: \"Chair\" -> \"Chief\"");
    assert_eq!(titles(&["diff", "charts/acme"]), "~ top: \"Chief\" -> \"Chair\"", "the last two of a folder");
    assert_eq!(titles(&["diff", "charts"]), "~ top: \"Chief\" -> \"Chair\"");
    let review = run(&["review", "charts", "--since", "2026-Q2"]);
    assert!(review.code == 0 && review.out.contains("\"Head\" -> \"Chair\""), "{}", review.out);
    assert!(run(&["show", "top", "--chart", "2026-Q2"]).out.contains("Head"));
    assert!(run(&["check", "2026-Q3", "--format", "json"]).out.contains("charts/acme/2026-Q3.yaml"));
    let none = run(&["diff", "2026-Q1", "charts/acme"]);
    assert_eq!(
        (none.code, none.err.as_str()),
        (
            2,
            "error: there is no revision `2026-Q1` of charts/acme/2026-Q4.yaml: there are `2026-Q2`, `2026-Q3`, `2026-Q4`\n"
        )
    );
    let alone = run(&["diff", "charts/acme/2026-Q2.yaml"]);
    assert!(alone.code == 2 && alone.err.contains("help: name two charts"), "{}", alone.err);
}

#[test]
fn what_lies_at_a_path_is_meant_before_a_revision_and_the_other_is_spelt_out() {
    let home = history();
    fs::write(home.path().join("2026-Q3"), "").expect("it can be written");
    fs::remove_file(home.path().join("2026-Q3")).expect("it is there");
    fs::create_dir(home.path().join("2026-Q3")).expect("it can be made");
    fs::write(home.path().join("2026-Q3/chart.yaml"), chart("2026-Q3", "Other")).expect("it can be written");
    let ran = rightseat(home.path(), &["diff", "2026-Q3", "charts/acme"]);
    assert!(ran.out.contains("\"Other\" -> \"Chair\""), "{}", ran.out);
    assert_eq!(ran.err, "note: `2026-Q3` is what lies at that path; the revision is `charts/acme/2026-Q3.yaml`\n");
}

#[test]
fn after_since_a_revision_of_git_comes_last() {
    let home = crate::git::Repository::of(&[
        ("acme/2026-Q3.yaml", &chart("2026-Q3", "Head")),
        ("acme/2026-Q4.yaml", &chart("2026-Q4", "Chief")),
    ]);
    home.git(&["tag", "2026-Q3"]);
    home.git(&["tag", "before"]);
    fs::write(home.join("acme/2026-Q4.yaml"), chart("2026-Q4", "Chair")).expect("it can be written");
    let review = |since: &str| {
        let ran = rightseat(home.path(), &["review", "acme", "--since", since]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        (ran.out, ran.err)
    };
    let (out, err) = review("2026-Q3");
    assert!(out.contains("\"Head\" -> \"Chair\""), "{out}");
    assert_eq!(err, "note: `2026-Q3` is a revision of the history; the revision in git is `2026-Q3~0`\n");
    for since in ["2026-Q3~0", "before", "HEAD"] {
        let (out, err) = review(since);
        assert!(out.contains("\"Chief\" -> \"Chair\""), "{out}");
        assert_eq!(err, "");
    }
    let diff = rightseat(home.path(), &["diff", "HEAD", "acme"]);
    assert_eq!(
        (diff.code, diff.err.as_str()),
        (2, "error: `HEAD` is a revision in git: write `HEAD:acme/2026-Q4.yaml` for the chart at it\n")
    );
}

#[test]
fn charts_that_are_no_history_are_told_why() {
    let said = |files: &[(&str, &str)]| {
        let home = folder(files);
        let ran = rightseat(home.path(), &["render", ".", "-o", "-", "--format", "svg"]);
        assert_eq!(ran.code, 2);
        ran.err
    };
    let (q3, q4) = (chart("2026-Q3", "Head"), chart("2026-Q4", "Head"));
    assert_eq!(
        said(&[("a.yaml", &q4), ("b.yaml", &q4)]),
        "error: 2 charts here, name one of them: a.yaml, b.yaml\nhelp: they are no revisions of one: a.yaml and b.yaml both \
         say `revision: 2026-Q4`; give each its own\n"
    );
    let odd = q4.replace("2026-Q4", "Q1 2027");
    assert!(
        said(&[("a.yaml", &q3), ("b.yaml", &odd)])
            .contains("b.yaml has no `revision:` that can be read; write one such as")
    );
    let british = q4.replace("organization", "organisation");
    assert!(
        said(&[("a.yaml", &q3), ("b.yaml", &british)])
            .contains("b.yaml has no `organization:`; write `organization: Acme`")
    );
    let company = q4.replace("Acme", "Acme GmbH");
    assert!(
        said(&[("a.yaml", &q3), ("b.yaml", &company)])
            .contains("a.yaml is of `Acme`, b.yaml of `Acme GmbH`; write one name")
    );
}

#[test]
fn a_seat_in_place_of_a_person_and_an_empty_folder_are_answered() {
    let home = history();
    let without = rightseat(home.path(), &["review", "charts", "--without", "top"]);
    assert_eq!(
        (without.code, without.err.as_str()),
        (2, "error: `top` is a seat, and `--without` takes a person: write `--without ana`\n")
    );
    let empty = tempfile::tempdir().expect("a folder can be made");
    let ran = rightseat(empty.path(), &["check"]);
    assert!(ran.code == 2 && ran.err.contains("rightseat init"), "{}", ran.err);
    fs::write(home.path().join("org.csv"), "Name,Manager\n").expect("it can be written");
    let table = rightseat(home.path(), &["check", "org.csv"]);
    assert!(table.code == 2 && table.err.contains("rightseat import table org.csv"), "{}", table.err);
    for who in ["Chair", "seat:top", "top"] {
        let shown = rightseat(home.path(), &["show", who]);
        assert!(shown.code == 0 && shown.out.contains("`top`"), "{}", shown.err);
    }
}
