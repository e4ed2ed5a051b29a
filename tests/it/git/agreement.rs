//! Laws over generated repositories: the disk and the commit hold the same charts, git agrees on what is read, and so do
//! all commands.

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use rightseat::load::{discover, history};

use crate::support::rightseat;

use super::Repository;
use super::revisions::Dice;

/// Rules of ignore files, right and wrong.
const RULES: [&str; 20] = [
    "a/",
    "b",
    "*.yml",
    "/a",
    "!a/",
    "*",
    "!*.yaml",
    "!*/",
    "a/**",
    "**/b",
    "chart.yaml",
    "[ab].yaml",
    "a/b.yaml",
    "!b.yaml",
    "# x",
    "\\#",
    "[",
    "*.y?ml",
    "**",
    " ",
];
const FOLDERS: [&str; 8] = ["", "", "a/", "b/", "a/b/", "a/.ci/", "2026-Q3/", "2026-Q4/"];

/// Files, ignore files and links below a folder; each file holds a seat of its own.
fn scatter(home: &Repository, folder: &str, dice: &mut Dice, kinds: &[&str]) {
    for n in 0..=dice.roll(9) {
        let place = format!("{folder}/{}", dice.pick(&FOLDERS));
        match dice.pick(kinds) {
            "ignore" => {
                let rules: Vec<&str> = (0..=dice.roll(3)).map(|_| dice.pick(&RULES)).collect();
                home.write(&format!("{place}.gitignore"), &rules.join("\n"));
            }
            "link" => {
                home.write(&format!("{place}README"), "");
                let target = dice.pick(&["b", "../a", "README", "nowhere", "a/b.yaml"]);
                let name = home.join(&format!("{place}l{n}{}", dice.pick(&["", "", "", ".yaml"])));
                let _: std::io::Result<()> = std::os::unix::fs::symlink(target, name);
            }
            "history" => {
                let quarter = dice.pick(&["2026-Q2", "2026-Q3", "2026-Q4"]);
                let text = dice.pick(&["{{{\n", "", "organization: A\n", "revision: 2026-Q1\n"]);
                let text =
                    if dice.roll(2) == 0 { format!("organization: A\nrevision: {quarter}\n") } else { text.to_owned() };
                home.write(&format!("{folder}/{quarter}/chart.yaml"), &text);
            }
            _ => {
                let name =
                    dice.pick(&["chart.yaml", "b.yaml", "c.yml", "a.YAML", ".h.yaml", "rightseat.yaml", "README"]);
                let path = format!("{place}{name}");
                let id = path.bytes().filter(u8::is_ascii_alphanumeric).map(char::from).collect::<String>();
                let text = format!("seats:\n  s-{id}: {{title: Seat {id}}}\n");
                home.write(&path, if name == "rightseat.yaml" { "rules: {}\n" } else { &text });
            }
        }
    }
}

/// The charts that a name means and their revisions, each with its files, or why there is none.
fn charts(home: &Path, named: &str) -> String {
    let charts = match discover(home, Path::new(named)) {
        Ok(charts) => charts,
        Err(error) => return error.to_string(),
    };
    let revisions = charts.iter().flat_map(|chart| history(chart).expect("it can be read"));
    let line = |chart: &rightseat::load::ChartFiles| {
        let files: Vec<&str> = chart.files.iter().map(|file| file.shown.as_str()).collect();
        format!("{} of {}: {}\n", chart.name, chart.revisions, files.join(" "))
    };
    charts.iter().cloned().chain(revisions).map(|chart| line(&chart)).collect()
}

#[test]
fn the_disk_of_a_checkout_and_its_commit_hold_the_same_charts() {
    let mut dice = Dice(11);
    let home = Repository::of(&[("README", "")]);
    for tree in 0..60 {
        scatter(&home, &format!("t{tree}"), &mut dice, &["file", "file", "ignore", "link", "history"]);
    }
    for (file, text) in [(".gitignore", "b\n"), (".git/info/exclude", "c.yml\n")] {
        home.write(file, text);
    }
    home.git(&["add", "--all", "--force"]);
    home.git(&["commit", "--quiet", "--message=all"]);
    let mut kinds = BTreeSet::new();
    for tree in 0..60 {
        for inner in ["", "/a", "/2026-Q4", "/b/chart.yaml"] {
            let named = format!("t{tree}{inner}");
            if home.join(&named).exists() {
                let here = charts(home.path(), &named);
                assert_eq!(charts(home.path(), &format!("HEAD:{named}")).replace("HEAD:", ""), here, "{named}");
                kinds.insert((here.lines().count().min(8), here.contains(" of 2"), here.starts_with("no chart")));
            }
        }
    }
    assert!(kinds.len() > 6 && kinds.iter().any(|kind| kind.1), "the trees are much alike: {kinds:?}");
    // Commands say the same of both.
    for tree in 0..12 {
        for command in [&["check", "--format", "concise"][..], &["export", "csv"], &["review"], &["trend"]] {
            let [here, there] = ["", "HEAD:"].map(|side| {
                let named = format!("{side}t{tree}");
                let ran = rightseat(home.path(), &[command, &[named.as_str()]].concat());
                (ran.code, ran.out.replace("HEAD:", ""), ran.err.replace("HEAD:", ""))
            });
            // For a revision in git, its commit is reported as well.
            let is_same = here == there || command[0] == "trend" && here.0 == there.0;
            assert!(is_same, "t{tree} {command:?}\n{here:?}\n{there:?}");
        }
    }
}

#[test]
fn git_and_all_commands_agree_on_what_is_read() {
    let mut dice = Dice(23);
    let mut kinds = BTreeSet::new();
    for round in 0..24 {
        let home = Repository::of(&[("README", "")]);
        // Some of it was there before the rules, some was added by force, the rest is new.
        scatter(&home, "org", &mut dice, &["file"]);
        home.commit(&[]);
        scatter(&home, "org", &mut dice, &["file", "ignore", "ignore"]);
        for path in home.git(&["ls-files", "--others"]).lines().filter(|_| dice.roll(3) == 0) {
            home.git(&["add", "--force", path]);
        }
        if dice.roll(2) == 0 {
            scatter(&home, "org", &mut dice, &["file"]);
        }
        fs::create_dir_all(home.join("org")).expect("a folder can be made");
        let seen = home.git(&["ls-files", "--cached", "--others", "--exclude-standard", "--", "org"]);
        let is_read = |path: &&str| {
            let (folders, name) = path.rsplit_once('/').expect("it is in a folder");
            let is_yaml = matches!(name.rsplit_once('.'), Some((_, "yaml" | "yml" | "YAML")));
            is_yaml && name != "rightseat.yaml" && !name.starts_with('.') && !folders.contains("/.")
        };
        let expected: BTreeSet<String> = seen.lines().filter(is_read).map(str::to_owned).collect();
        let found = discover(home.path(), Path::new("org")).map(|charts| {
            let files = charts.into_iter().flat_map(|chart| chart.files);
            files.map(|file| file.shown).collect::<BTreeSet<String>>()
        });
        assert_eq!(found.unwrap_or_default(), expected, "{round}");
        kinds.insert(expected.len().min(5));
        let is_one = expected.contains("org/chart.yaml") || expected.len() == 1;
        commands_agree(&home, is_one.then_some(&expected), expected.is_empty(), round);
    }
    assert!(kinds.len() > 4, "the folders are much alike: {kinds:?}");
}

/// Runs the commands: none panics, all read the same files, and all say the same about the others.
fn commands_agree(home: &Repository, files: Option<&BTreeSet<String>>, is_nothing: bool, round: u32) {
    let commands: [&[&str]; 6] = [
        &["check", "--verbose", "--format", "json", "org"],
        &["review", "org", "--format", "json"],
        &["export", "csv", "org"],
        &["export", "json", "org"],
        &["render", "org", "-o", "-", "--page", "none"],
        &["diff", "org", "org"],
    ];
    let mut notes = BTreeSet::new();
    for command in commands {
        let ran = catch_unwind(|| rightseat(home.path(), command));
        let ran = ran.unwrap_or_else(|_| panic!("{command:?} panics in round {round}"));
        if is_nothing {
            assert_eq!(
                (ran.code, ran.out.is_empty() || command[0] == "check"),
                (2, true),
                "{round} {command:?}: {}",
                ran.out
            );
        }
        let Some(files) = files else { continue };
        assert!(ran.code < 2, "{round} {command:?}: {}", ran.err);
        notes.insert(ran.err);
        if matches!(command[0], "export" | "render") {
            for file in files {
                let id: String = file.bytes().filter(u8::is_ascii_alphanumeric).map(char::from).collect();
                assert!(ran.out.contains(&id), "{round} {command:?}: {file}");
            }
            let seats = ran.out.matches("Seat org").count();
            let is_each = seats == files.len() || command[0] == "render";
            assert!(is_each, "{round} {command:?}: {seats} seats of {} files", files.len());
        }
    }
    assert!(notes.len() <= 1, "{round}: {notes:?}");
}
