//! The commands: shown and written, all files or none, and nothing that somebody else has changed meanwhile.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use arbtest::arbtest;
use expect_test::expect;
use rightseat::load::{Step, Steps};
use rightseat::text::shell_command;
use serde_json::Value;

use crate::support::{folder, rightseat, rightseat_by};

const MAIN: &str = "\
organization: Acme
seats:
  a: {title: A, owner: ana}
people:
  ana: Ana Ruiz
  ben: Ben Okafor
";
const PART: &str = "\
seats:
  b:
    title: B # one of two
    reports_to: a
    owner: ben
priorities:
  q: {title: Q, owner: a}
";

fn home() -> tempfile::TempDir {
    folder(&[("acme/chart.yaml", MAIN), ("acme/part.yaml", PART)])
}

fn texts(home: &Path) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(home.join("acme")).expect("it is there").flatten();
    let text = |path: &Path| std::fs::read_to_string(path).expect("it is text");
    entries.map(|entry| (entry.file_name().to_string_lossy().into_owned(), text(&entry.path()))).collect()
}

/// An edit of both files.
const RENAME: &[&str] = &["edit", "rename", "seat:a", "top", "--chart", "acme", "--write"];

#[test]
fn what_is_shown_is_what_is_written() {
    let home = home();
    let shown = rightseat(home.path(), &["edit", "fill", "b", "Ana Ruiz", "--chart", "acme"]);
    assert_eq!(shown.code, 0, "{}", shown.err);
    expect![[r#"
        acme/part.yaml
            2    b:
            5  -   owner: ben
            5  +   owner: ana

        1 claim of 1 seat changes, and nothing else. Not written. To write:
          rightseat edit fill b 'Ana Ruiz' --chart acme --write

        To undo it afterwards:
          rightseat edit set seat:b owner ben --chart acme --write
    "#]]
    .assert_eq(&shown.out);
    assert_eq!(texts(home.path())["part.yaml"], PART);
    let written = rightseat(home.path(), &["edit", "fill", "b", "Ana Ruiz", "--chart", "acme", "--write"]);
    let (before, after) = shown.out.split_once("Not written").expect("it says so");
    let (_, undo) = after.split_once("To undo it afterwards:").expect("it says so");
    assert_eq!(written.out, format!("{before}Written. To undo:{undo}"));
    assert_eq!(texts(home.path())["part.yaml"], PART.replace("owner: ben", "owner: ana"));
    let again = rightseat(home.path(), &["edit", "fill", "b", "ana", "--chart", "acme", "--write"]);
    assert_eq!((again.code, again.out.as_str()), (0, "The chart already says so: there is nothing to write.\n"));
}

#[test]
fn what_is_refused_or_fails_is_not_written() {
    let home = home();
    let refused = |arguments: &str, code: u8, words: &str| {
        let ran =
            rightseat(home.path(), &arguments.split(' ').chain(["--chart", "acme", "--write"]).collect::<Vec<_>>());
        let told = format!("{}{}", ran.out, ran.err);
        assert!(ran.code == code && told.contains(words), "{arguments}: {} {told}", ran.code);
        assert_eq!(
            texts(home.path()),
            BTreeMap::from([("chart.yaml".into(), MAIN.into()), ("part.yaml".into(), PART.into())])
        );
    };
    refused("edit fill b cleo", 2, "there is no person `cleo`");
    refused("edit move a b", 2, "they would report in a circle");
    refused("edit delete person:ben", 2, "`person:ben` is needed by `seat:b`");
    refused("edit unset seat:b owner --fail-on warning", 1, "Not written");
    refused("edit new seat:b title=X", 2, "there already is a seat `b`");
    refused("edit allow invalid-value seat:b --reason x --until 2027-01-01", 2, "can't be accepted");
    refused("edit set seat:b reports 1", 2, "a seat has no key `reports`: did you mean `reports_to`?");
    refused("edit undo", 2, "");
}

#[test]
fn a_patch_is_undone_by_git() {
    let home = home();
    let git = |arguments: &[&str], stdin: &Path| {
        let file = std::fs::File::open(stdin).expect("it is there");
        let ran = Command::new("git").args(arguments).current_dir(home.path()).stdin(file).output().expect("git runs");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    };
    std::fs::remove_dir(home.path().join(".git")).expect("it is empty");
    let before = texts(home.path());
    let shown = rightseat(home.path(), &[RENAME, &["--format", "diff"]].concat());
    let patch = home.path().join("change.patch");
    std::fs::write(&patch, &shown.out).expect("it can be written");
    assert_ne!(texts(home.path()), before);
    git(&["apply", "-R"], &patch);
    assert_eq!(texts(home.path()), before);
    git(&["apply"], &patch);
    assert_ne!(texts(home.path()), before);
}

#[test]
fn programs_get_the_edits_and_the_splices() {
    let home = home();
    let shown = rightseat(home.path(), &[&RENAME[..6], &["--format", "json"]].concat());
    let json: Value = serde_json::from_str(&shown.out).expect("it is JSON");
    assert_eq!(json["is_written"], false);
    assert_eq!(json["command"], "rightseat edit rename seat:a top --chart acme --format json --write");
    for file in json["files"].as_array().expect("files") {
        let path = file["path"].as_str().expect("a path");
        let mut text = std::fs::read_to_string(home.path().join(path)).expect("it is there");
        for splice in file["splices"].as_array().expect("splices").iter().rev() {
            let at = |key: &str| usize::try_from(splice[key].as_u64().expect("a number")).expect("small");
            text.replace_range(at("start")..at("end"), splice["text"].as_str().expect("text"));
        }
        std::fs::write(home.path().join(path), text).expect("it can be written");
    }
    let written = texts(home.path());
    let other = self::home();
    assert_eq!(rightseat(other.path(), RENAME).code, 0);
    assert_eq!(texts(other.path()), written);
}

#[test]
fn whichever_step_fails_all_files_are_old_or_all_are_new() {
    let other = home();
    rightseat(other.path(), RENAME);
    let (old, new) = (texts(home().path()), texts(other.path()));
    for failing in 0.. {
        let home = home();
        let at = Cell::new(0);
        let failed = Cell::new(None);
        let watch = |step| {
            if at.replace(at.get() + 1) == failing {
                failed.set(Some(step));
                return Err(std::io::Error::other("the disk is on fire"));
            }
            Ok(())
        };
        let ran = rightseat_by(home.path(), RENAME, Steps::watched(&watch));
        let mut left = texts(home.path());
        let Some(step) = failed.get() else {
            assert_eq!((ran.code, left), (0, new), "{}", ran.err);
            assert!(failing > 8, "{failing}");
            return;
        };
        assert!(ran.code == 2 && ran.err.contains("the disk is on fire"), "{failing} {step:?}: {}", ran.err);
        let links: Vec<String> = left.keys().filter(|name| name.starts_with(".rightseat-")).cloned().collect();
        left.retain(|name, _| !name.starts_with('.'));
        if step == Step::Remove {
            assert_eq!(left, new, "{failing}");
            let check = rightseat(home.path(), &["check", "acme"]);
            assert_eq!(check.code == 2, !links.is_empty(), "{}", check.err);
            assert_eq!(
                rightseat(home.path(), &["edit", "keep", "--chart", "acme"]).code,
                if links.is_empty() { 2 } else { 0 }
            );
            assert_eq!(texts(home.path()), new, "{failing}");
        } else {
            assert_eq!((left, links), (old.clone(), Vec::new()), "{failing} {step:?}");
        }
    }
}

#[test]
fn after_a_kill_the_old_files_come_back() {
    let home = home();
    let old = texts(home.path());
    for name in ["chart.yaml", "part.yaml"] {
        let (path, link) =
            (home.path().join("acme").join(name), home.path().join("acme").join(format!(".rightseat-{name}.old")));
        std::fs::copy(&path, link).expect("it can be copied");
        std::fs::write(&path, "organization: Half\n").expect("it can be written");
    }
    for command in ["check acme", "review acme", "show a --chart acme", "edit fill b ana --chart acme"] {
        let ran = rightseat(home.path(), &command.split(' ').collect::<Vec<_>>());
        assert!(ran.code == 2 && ran.err.contains("rightseat edit undo --chart acme"), "{command}: {}", ran.err);
    }
    assert_eq!(rightseat(home.path(), &["edit", "undo", "--chart", "acme"]).code, 0);
    assert_eq!(texts(home.path()), old);
}

#[test]
fn what_is_changed_meanwhile_is_left_alone() {
    for (name, text) in [("part.yaml", "seats: {}\n"), ("third.yaml", "seats: {}\n")] {
        let home = home();
        let path = home.path().join("acme").join(name);
        let watch = |_| std::fs::write(&path, text);
        let ran = rightseat_by(home.path(), RENAME, Steps::watched(&watch));
        assert!(ran.code == 2 && ran.err.contains("was changed meanwhile: run again"), "{}", ran.err);
        let left = texts(home.path());
        assert_eq!((left["chart.yaml"].as_str(), left[name].as_str()), (MAIN, text));
    }
}

#[test]
fn a_fragment_is_made_real_as_it_is_supposed() {
    let home = home();
    let fragment =
        "seats:\n  b: {owner: ana, function: Sales}\n  a: {owner: null}\npriorities:\n  r: {title: R, owner: b}\n";
    std::fs::write(home.path().join("plan.yaml"), fragment).expect("it can be written");
    let with = rightseat(home.path(), &["review", "acme", "--with", "plan.yaml", "--format", "json"]);
    let ran = rightseat(home.path(), &["edit", "apply", "plan.yaml", "--chart", "acme", "--write"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let applied = rightseat(home.path(), &["review", "acme", "--format", "json"]);
    let rows = |ran: &str| {
        let json: Value = serde_json::from_str(ran).expect("it is JSON");
        (json["loads"].clone(), json["vacancies"].as_array().map(Vec::len), json["priorities"].as_array().map(Vec::len))
    };
    let (supposed, real) = (rows(&with.out), rows(&applied.out));
    assert_eq!((supposed.1, supposed.2), (real.1, real.2));
    assert_eq!(supposed.0.as_array().map(Vec::len), real.0.as_array().map(Vec::len));
    assert!(texts(home.path())["chart.yaml"].contains("a: {title: A}"), "{:?}", texts(home.path()));
}

#[test]
fn a_command_that_is_shown_means_its_words() {
    arbtest(|u| {
        let mut words: Vec<String> = u.arbitrary()?;
        words.truncate(6);
        for word in &mut words {
            word.retain(|c| c != '\0');
        }
        // What a shell makes of a line, it prints word by word.
        let line = format!("printf '%s\\0' x {}", shell_command(words.iter().map(String::as_str)));
        let ran = Command::new("sh").args(["-c", &line]).output().expect("a shell runs");
        let printed = String::from_utf8(ran.stdout).expect("it is text");
        let printed: Vec<&str> = printed.split_terminator('\0').skip(1).collect();
        assert_eq!(printed, words, "{line}");
        Ok(())
    })
    .budget_ms(400);
}

#[test]
fn the_format_s_version_is_written_where_it_is_wanted() {
    let home = home();
    let set = |value: &str| {
        rightseat(home.path(), &["edit", "set", "chart", "rightseat", value, "--chart", "acme", "--write"])
    };
    assert_eq!(set("2").code, 2);
    let ran = set("1");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let wanted = MAIN.replace("organization: Acme\n", "organization: Acme\nrightseat: 1\n");
    assert_eq!(texts(home.path())["chart.yaml"], wanted);
    assert!(set("1").out.contains("already says so"));
    assert_eq!(texts(home.path())["chart.yaml"], wanted);
}

#[test]
fn the_chart_itself_is_neither_taken_away_nor_renamed() {
    let home = home();
    for entry in ["chart", "strategy"] {
        for words in [&["delete", entry][..], &["rename", entry, "other"]] {
            let ran = rightseat(home.path(), &[&["edit"], words, &["--chart", "acme"]].concat());
            assert_eq!((ran.code, ran.out.as_str()), (2, ""));
            assert!(
                ran.err.contains(&format!("the {entry} has no id")) && ran.err.contains("edit unset"),
                "{}",
                ran.err
            );
        }
    }
}
