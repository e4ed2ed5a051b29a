//! A packet takes the place of an earlier one of the same quarter, and of nothing else.

use std::fs;

use crate::support::{Ran, folder, rightseat};

use super::{CHART, all};

fn review(home: &tempfile::TempDir, arguments: &[&str]) -> Ran {
    rightseat(home.path(), &[&["review"], arguments].concat())
}

#[test]
fn the_packet_of_another_quarter_or_chart_is_replaced_only_when_that_is_said() {
    let home = folder(&[
        ("q3.yaml", &CHART.replace("2026-Q4", "2026-Q3")),
        ("q4.yaml", CHART),
        ("q4-again.yaml", &CHART.replace("Xena", "Xenia")),
        ("other.yaml", &CHART.replace("Acme", "Bolt")),
        ("nameless.yaml", &CHART.replace("organization: Acme\nrevision: 2026-Q4\n", "")),
    ]);
    let packet = || fs::read_to_string(home.path().join("packet/review.md")).expect("it was written");
    assert_eq!(review(&home, &["q3.yaml", "-o", "packet"]).code, 0);
    let before = all(home.path());
    for (arguments, said) in [
        (vec!["q4.yaml"], "packet holds the packet of Acme, 2026-Q3, but this is the packet of Acme, 2026-Q4"),
        (vec!["other.yaml"], "but this is the packet of Bolt, 2026-Q4"),
        (vec!["nameless.yaml"], "but this is the packet of nameless.yaml"),
        (vec!["q3.yaml", "--without", "x"], "but this is the packet of Acme, 2026-Q3, supposing x"),
    ] {
        let ran = review(&home, &[&arguments[..], &["-o", "packet"]].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(said) && ran.err.contains("`--force`"), "{arguments:?}: {}", ran.err);
        assert_eq!(all(home.path()), before, "{arguments:?}");
    }
    assert_eq!(review(&home, &["q4.yaml", "-o", "packet", "--force"]).code, 0);
    assert!(packet().contains("2026-Q4"));
    // The same quarter, after the chart was worked on.
    assert_eq!(review(&home, &["q4-again.yaml", "-o", "packet"]).code, 0);
    assert!(packet().contains("Xenia"));
}

#[test]
fn a_packet_in_one_file_is_replaced_by_that_of_another_quarter_only_when_that_is_said() {
    let home =
        folder(&[("q3.yaml", &CHART.replace("2026-Q4", "2026-Q3")), ("q4.yaml", CHART), ("notes.md", "# Mine\n")]);
    for file in ["packet.md", "packet.json"] {
        assert_eq!(review(&home, &["q3.yaml", "-o", file]).code, 0);
        assert_eq!(review(&home, &["q3.yaml", "-o", file]).code, 0, "the same quarter again");
        let before = all(home.path());
        let ran = review(&home, &["q4.yaml", "-o", file]);
        assert!(
            ran.code == 2 && ran.err.contains("another chart or quarter") && ran.err.contains("`--force`"),
            "{file}"
        );
        assert_eq!(all(home.path()), before, "{file}");
        assert_eq!(review(&home, &["q4.yaml", "-o", file, "--force"]).code, 0);
        assert_ne!(all(home.path()), before, "{file}");
    }
    assert_eq!(review(&home, &["q4.yaml", "-o", "notes.md"]).code, 0);
}

#[test]
fn a_folder_that_is_no_packet_is_never_replaced() {
    let home = folder(&[
        ("q4.yaml", CHART),
        ("pictures/chart.svg", "<svg/>"),
        ("mine/review.json", "{\"mine\": true}"),
        ("deep/review.md/file", ""),
        ("file", ""),
    ]);
    std::fs::create_dir(home.path().join("empty")).expect("a folder can be made");
    let before = all(home.path());
    for (name, said) in [
        (".", "holds q4.yaml"),
        ("pictures", "pictures exists already and holds no packet"),
        ("mine", "mine exists already and holds no packet"),
        ("deep", "deep exists already and holds no packet"),
        ("file", "a file of that name exists"),
    ] {
        for force in [&["--force"][..], &[]] {
            let ran = review(&home, &[&["q4.yaml", "-o", name], force].concat());
            assert_eq!(ran.code, 2, "{name}");
            assert!(ran.err.contains(said), "{name}: {}", ran.err);
        }
    }
    assert_eq!(all(home.path()), before);
    assert_eq!(review(&home, &["q4.yaml", "-o", "empty"]).code, 0);
    // Who is in a folder would be nowhere, were it replaced.
    for name in [".", "../empty", "../empty/"] {
        let ran = rightseat(&home.path().join("empty"), &["review", "../q4.yaml", "-o", name]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("holds the current folder"), "{}", ran.err);
    }
}

#[test]
fn pages_that_a_shorter_packet_lacks_are_gone() {
    let home = folder(&[("q4.yaml", CHART)]);
    assert_eq!(review(&home, &["q4.yaml", "-o", "packet"]).code, 0);
    let before = all(home.path());
    for page in ["chart-7.svg", "chart-7.png", "changes-2.svg"] {
        fs::write(home.path().join("packet").join(page), "a page too many").expect("it can be written");
    }
    assert_eq!(review(&home, &["q4.yaml", "-o", "packet"]).code, 0);
    assert_eq!(all(home.path()), before);
}

#[test]
fn what_ended_runs_left_is_cleared_and_what_a_living_one_holds_is_not() {
    let home = folder(&[
        ("q4.yaml", CHART),
        (".rightseat-aaaaaa.tmp", "half a file"),
        (".rightseat-bbbbbb.tmp/lock", ""),
        (".rightseat-bbbbbb.tmp/new/review.md", "half a packet"),
        (".rightseat-dddddd.tmp/mine", "no lock, so none of ours"),
        (".rightseat-living.tmp", "half a file"),
        (".rightseat-lively.tmp/lock", ""),
        (".rightseat-lively.tmp/new/review.md", "half a packet"),
        (".rightseat-notes", "mine"),
    ]);
    std::fs::create_dir(home.path().join(".rightseat-cccccc.tmp")).expect("a folder can be made");
    let held = [".rightseat-living.tmp", ".rightseat-lively.tmp/lock"].map(|name| {
        let file = fs::File::options().write(true).open(home.path().join(name)).expect("it is there");
        file.try_lock().expect("nobody holds it");
        file
    });
    assert_eq!(review(&home, &["q4.yaml", "-o", "packet"]).code, 0);
    let left: Vec<String> = all(home.path()).into_keys().filter(|name| name.starts_with(".rightseat-")).collect();
    assert_eq!(
        left,
        [
            ".rightseat-dddddd.tmp/",
            ".rightseat-dddddd.tmp/mine",
            ".rightseat-lively.tmp/",
            ".rightseat-lively.tmp/lock",
            ".rightseat-lively.tmp/new/",
            ".rightseat-lively.tmp/new/review.md",
            ".rightseat-living.tmp",
            ".rightseat-notes",
        ]
    );
    drop(held);
    assert_eq!(rightseat(home.path(), &["render", "q4.yaml", "-o", "x.svg"]).code, 0);
    let left: Vec<String> = all(home.path()).into_keys().filter(|name| name.starts_with(".rightseat-")).collect();
    assert_eq!(left, [".rightseat-dddddd.tmp/", ".rightseat-dddddd.tmp/mine", ".rightseat-notes"]);
}
