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
    assert_eq!(ran.err, "note: `2026-Q3` is taken as a path; the revision is `charts/acme/2026-Q3.yaml`\n");
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
    assert_eq!(err, "note: `2026-Q3` is taken as a revision of the history; the revision in git is `2026-Q3~0`\n");
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
fn one_of_several_charts_is_named_by_the_option_that_takes_it() {
    let (acme, other) = (chart("2026-Q4", "Head"), chart("2026-Q4", "Head").replace("Acme", "Other"));
    let home = folder(&[("charts/acme.yaml", &acme), ("charts/other.yaml", &other)]);
    for command in [&["show", "a"][..], &["decide", "1a"], &["next", "2027-Q1"], &["edit", "rename", "a", "b"]] {
        let ran = rightseat(home.path(), command);
        let expected = "error: there are 2 charts here; name one of them: charts/acme.yaml, charts/other.yaml\n\
                        help: such as `--chart charts/acme.yaml`\n";
        assert_eq!((ran.code, ran.err.as_str()), (2, expected), "{command:?}");
        let named = rightseat(home.path(), &[command, &["--chart", "charts/acme.yaml"]].concat());
        assert!(!named.err.contains("charts here"), "{command:?}: {}", named.err);
    }
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
        "error: there are 2 charts here; name one of them: a.yaml, b.yaml\nhelp: they are not revisions of one chart: a.yaml and b.yaml both \
         say `revision: 2026-Q4`; give each its own\n"
    );
    let odd = q4.replace("2026-Q4", "Q1 2027");
    assert!(
        said(&[("a.yaml", &q3), ("b.yaml", &odd)]).contains("b.yaml has no readable `revision:`; write one such as")
    );
    let british = q4.replace("organization", "organisation");
    assert!(
        said(&[("a.yaml", &q3), ("b.yaml", &british)])
            .contains("b.yaml has no `organization:`; write `organization: Acme`")
    );
    let company = q4.replace("Acme", "Acme GmbH");
    assert!(
        said(&[("a.yaml", &q3), ("b.yaml", &company)])
            .contains("a.yaml is for `Acme`, b.yaml for `Acme GmbH`; if they are one organisation")
    );
}

#[test]
fn a_seat_in_place_of_a_person_and_an_empty_folder_are_answered() {
    let home = history();
    let without = rightseat(home.path(), &["review", "charts", "--without", "top"]);
    assert_eq!(
        (without.code, without.err.as_str()),
        (2, "error: there is no person `top`: `top` is a seat; write `ana`\n")
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

/// Two of one title, two of one name, one id of two kinds.
const ALIKE: &str = "organization: Acme\nrevision: 2026-Q4\npeople: {ana: Ana Ruiz, ana2: Ana Ruiz, bo: Bo Berg, cy: Cy Vale}\nseats:\n  \
    top: {title: Chief, owner: ana}\n  s1: {title: Engineer, reports_to: top, owner: bo}\n  \
    s2: {title: Engineer, reports_to: top}\n  bo: {title: Desk, reports_to: top, owner: cy}\npriorities:\n  \
    west: {title: \"The west covered, with its van\", owner: s1}\n  q: {title: Quality, owner: s1}\nmetrics:\n  \
    m: {title: Quality, owner: s1, measures: [q]}\n";

#[test]
fn wherever_an_id_is_asked_for_a_title_or_name_is_found_or_answered() {
    let home = folder(&[("charts/chart.yaml", ALIKE)]);
    for (arguments, said) in [
        ("show Chief", "seat `top`: Chief"),
        ("show Engineer", "`Engineer` is several: write seat:s1 or seat:s2"),
        ("show Quality", "`Quality` is several: write priority:q or metric:m"),
        ("show The~west", "did you mean `west`, The west covered, with its van?"),
        ("show Enginer", "`rightseat show --who \"Enginer\"` searches by words"),
        ("show cheif", "`rightseat show --who \"cheif\"` searches by words"),
        ("render --root Chief -o x.svg", ""),
        ("render --root Cy~Vale -o y.svg", ""),
        ("render --root Engineer -o z.svg", "`Engineer` is several: write s1 or s2"),
        ("render --root Ana~Ruiz -o z.svg", "there is no seat `Ana Ruiz`"),
        ("render --root ana2 -o z.svg", "there is no seat `ana2`: `ana2` is a person"),
        ("render --hide Engineer -o z.svg", "`Engineer` is several: write s1 or s2"),
        ("render --root west -o z.svg", "there is no seat `west`: `west` is a priority; write `s1`"),
        ("review --without Cy~Vale", "Acme without Cy Vale"),
        ("review --without Ana~Ruiz", "`Ana Ruiz` is several: write ana or ana2"),
        ("review --without Engineer", "there is no person `Engineer`"),
        ("review --without s2", "there is no person `s2`: `s2` is a seat, which nobody owns"),
        ("edit fill s2 Cy~Vale", "owner: cy"),
        ("edit fill s2 Chief", "there is no person `Chief`: `Chief` is a seat; write `ana`"),
        ("edit move Engineer top", "`Engineer` is several: write s1 or s2"),
        ("edit hand-over The~west Chief", "did you mean `west`, The west covered, with its van?"),
        ("edit hand-over Quality Chief", "owner: top"),
        ("edit vacate Bo~Berg", "there is no seat `Bo Berg`: `Bo Berg` is a person; write `s1`"),
        ("edit set s2 reports_to Desk", "reports_to: bo"),
        ("edit set s2 owner Ana~Ruiz", "`Ana Ruiz` is several: write ana or ana2"),
        ("edit set s2 reports_to Cheif", "there is no seat `Cheif`"),
        ("edit add Chief members Cy~Vale", "members: [cy]"),
        ("edit new seat:x title=X reports_to=Chief owner=Cy~Vale", "reports_to: top"),
        ("edit set strategy promise.owner Chief", "owner: top"),
    ] {
        let arguments: Vec<String> = arguments.split(' ').map(|word| word.replace('~', " ")).collect();
        let ran = rightseat(home.path(), &arguments.iter().map(String::as_str).collect::<Vec<_>>());
        let all = format!("{}{}", ran.out, ran.err);
        assert!(all.contains(said), "{arguments:?}: {all}");
        assert_eq!(ran.code == 2, ran.err.starts_with("error"), "{arguments:?}: {all}");
    }
    let since = rightseat(history().path(), &["review", "charts/acme", "--since", "Q3"]);
    assert!(since.err.contains("the chart's own revisions are `2026-Q2`, `2026-Q3`, `2026-Q4`"), "{}", since.err);
}
