//! What is read in a folder, and what is reported about the rest.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{Ran, rightseat};

use super::{CLEAN, Repository, SHARED};

fn check(folder: &Path, chart: &str) -> Ran {
    rightseat(folder, &["check", "--format", "concise", "--", chart])
}

/// Each command that reads a chart, with the chart to be put in.
fn commands(chart: &str) -> Vec<Vec<&str>> {
    vec![
        vec!["check", chart],
        vec!["check", "--verbose", chart],
        vec!["review", chart],
        vec!["review", "-o", "packet", chart],
        vec!["render", "-o", "-", chart],
        vec!["render", "-o", "out.pdf", chart],
        vec!["render", "--view", "strategy", "-o", "out.svg", chart],
        vec!["export", "csv", chart],
        vec!["export", "json", chart],
        vec!["export", "mermaid", "-o", "out.mmd", chart],
        vec!["export", "backstage", chart],
        vec!["show", "a", "--chart", chart],
        vec!["diff", chart, chart],
        vec!["trend", chart],
    ]
}

/// The program itself, with some variables set.
fn program(folder: &Path, variables: &[(&str, &Path)], arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rightseat"));
    command.current_dir(folder).args(arguments).envs(variables.iter().copied());
    let ran = command.output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    let code = ran.status.code().and_then(|code| u8::try_from(code).ok()).expect("it ends by itself");
    Ran { code, out: text(ran.stdout), err: text(ran.stderr) }
}

fn link(home: &Repository, target: &str, name: &str) {
    std::os::unix::fs::symlink(target, home.join(name)).expect("a link can be made");
}

#[test]
fn what_git_tracks_is_read_whatever_hides_it() {
    for (file, line) in [
        (".gitignore", "chart.yaml"),
        (".gitignore", "*"),
        (".gitignore", "org"),
        (".gitignore", "org/"),
        (".gitignore", "/org/*.yaml"),
        (".gitignore", "more"),
        ("org/.gitignore", "*"),
        ("org/.gitignore", "**/*.yaml"),
        ("org/more/.gitignore", "seats.yaml"),
        (".git/info/exclude", "*.yaml"),
        ("elsewhere", "chart.yaml"),
    ] {
        let home = Repository::of(&[("org/chart.yaml", "organization: Acme\n"), ("org/more/seats.yaml", SHARED)]);
        home.git(&["config", "core.excludesFile", "elsewhere"]);
        home.write(file, &format!("{line}\n"));
        let there = check(home.path(), "HEAD:org");
        assert!(there.out.starts_with("HEAD:org/more/seats.yaml:2:28: error[shared-seat]"), "{}", there.out);
        for chart in ["org", ".", "org/chart.yaml", "org/more", "org/more/seats.yaml"] {
            let here = check(home.path(), chart);
            assert_eq!((here.code, here.err.as_str()), (1, ""), "{file} {line} {chart}");
            assert_eq!(here.out, there.out.replace("HEAD:", ""), "{file} {line} {chart}");
        }
    }
}

#[test]
fn a_hidden_file_that_was_added_by_force_is_tracked() {
    let home = Repository::of(&[("org/chart.yaml", CLEAN), (".gitignore", "*.local.yaml\n")]);
    home.write("org/one.local.yaml", &SHARED.replace("  a:", "  b:"));
    home.write("org/two.local.yaml", "{{{\n");
    home.git(&["add", "--force", "org/one.local.yaml"]);
    let ran = check(home.path(), "org");
    assert!(ran.out.contains("org/one.local.yaml:2:28: error[shared-seat]"), "{}", ran.out);
    assert_eq!(ran.err, "note: not read: org/two.local.yaml (ignored by .gitignore:1)\n");
    // Of a hidden folder, too, and with the intent to add alone.
    home.write(".gitignore", "# folders\n\ndrafts/\n");
    home.write("org/drafts/deep/x.yaml", &SHARED.replace("  a:", "  c:"));
    home.write("org/drafts/y.yaml", "seats: {}\n");
    home.git(&["add", "--force", "--intent-to-add", "org/drafts/deep/x.yaml"]);
    let ran = check(home.path(), "org");
    assert!(ran.out.contains("org/drafts/deep/x.yaml:2:28: error[shared-seat]"), "{}", ran.out);
    assert_eq!(ran.err, "note: not read: org/drafts/y.yaml (ignored by .gitignore:3)\n");
}

#[test]
fn what_is_named_is_read_whatever_hides_it() {
    let home = Repository::of(&[("org/chart.yaml", CLEAN), (".gitignore", "draft*\n.*.yaml\n"), ("README", "")]);
    for file in ["org/draft.yaml", "org/.own.yaml", "draft.yaml", ".own.yaml"] {
        home.write(file, &SHARED.replace("  a:", "  b:"));
        let ran = check(home.path(), file);
        assert_eq!(ran.code, 1, "{file}: {}", ran.err);
        assert!(ran.out.contains(&format!("{file}:2:28: error[shared-seat]")), "{file}: {}", ran.out);
    }
    // A folder that git knows nothing about was named, so it is read; rules that hide the files themselves still apply.
    home.write("drafts/acme/chart.yaml", SHARED);
    home.write("drafts/acme/draft.yaml", "seats: {}\n");
    for folder in ["drafts", "drafts/acme"] {
        let ran = check(home.path(), folder);
        assert!(ran.out.starts_with("drafts/acme/chart.yaml:2:28: error[shared-seat]"), "{}", ran.out);
        assert_eq!(ran.err, "note: not read: drafts/acme/draft.yaml (ignored by .gitignore:1)\n");
    }
    let whole = check(home.path(), ".").err;
    assert_eq!(
        whole,
        "note: not read: .own.yaml (hidden), draft.yaml (ignored by .gitignore:1), drafts/acme/chart.yaml (ignored by \
         .gitignore:1), drafts/acme/draft.yaml (ignored by .gitignore:1), org/.own.yaml (hidden) and 1 more\n"
    );
}

#[test]
fn the_users_own_ignore_file_counts_too() {
    let home = Repository::of(&[("org/chart.yaml", SHARED), ("org/tracked.yaml", "people: {z: Zoe}\n")]);
    home.write("org/mine.yaml", "{{{\n");
    let user = tempfile::TempDir::new().expect("a folder can be made");
    let set = [("HOME", user.path()), ("XDG_CONFIG_HOME", &user.path().join("config"))];
    let write = |name: &str, text: &str| {
        let path = user.path().join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    };
    let read = |ran: &Ran| ran.out.contains("org/mine.yaml:1:");
    let ran = program(home.path(), &set, &["check", "--format", "concise", "org"]);
    assert!(read(&ran) && ran.err.is_empty(), "{}{}", ran.out, ran.err);
    for (ignore, settings) in [("config/git/ignore", ""), ("own", "[core]\n\texcludesFile = ~/own\n")] {
        write(".gitconfig", settings);
        write(ignore, "# mine\nmine.yaml\ntracked.yaml\n");
        let ran = program(home.path(), &set, &["check", "--verbose", "--format", "concise", "org"]);
        assert!(!read(&ran) && ran.out.contains("Zoe is in no seat"), "{}", ran.out);
        assert!(ran.err.starts_with("note: not read: org/mine.yaml (ignored by "), "{}", ran.err);
        assert!(ran.err.ends_with(&format!("{}/{ignore}:2)\n", user.path().display())), "{}", ran.err);
        fs::remove_file(user.path().join(ignore)).expect("it is there");
    }
}

#[test]
fn reports_name_the_files_of_the_repository() {
    let home = Repository::of(&[("org/chart.yaml", SHARED)]);
    for (format, file) in [
        ("sarif", "\"uri\": \"org/chart.yaml\""),
        ("github", "::error file=org/chart.yaml,line=2,"),
        ("gitlab", "\"path\": \"org/chart.yaml\""),
        ("junit", " file=\"org/chart.yaml\" "),
    ] {
        for chart in ["org", "HEAD:org"] {
            let ran = rightseat(home.path(), &["check", "--format", format, chart]);
            assert!(ran.code == 1 && ran.out.contains(file), "{format}, {chart}: {}", ran.out);
        }
    }
}

#[test]
fn an_ending_in_capitals_hides_nothing() {
    let home = Repository::of(&[
        ("org/chart.yaml", "organization: Acme\n"),
        ("org/more.YAML", SHARED),
        ("org/.hidden.Yml", CLEAN),
        ("acme/2026-Q3.yaml", "organization: Acme\nrevision: 2026-Q3\n"),
        ("acme/2026-Q4.YAML", &format!("organization: Acme\nrevision: 2026-Q4\n{SHARED}")),
    ]);
    for ignore in ["", "*.YAML\n"] {
        home.write(".gitignore", ignore);
        for (chart, found) in [("org", "org/more.YAML:2:28"), ("org/more.YAML", "org/more.YAML:2:28")] {
            for chart in [chart.to_owned(), format!("HEAD:{chart}")] {
                let ran = check(home.path(), &chart);
                assert!(ran.code == 1 && ran.out.contains(&format!("{found}: error[shared-seat]")), "{}", ran.out);
                assert!(ran.err.ends_with("org/.hidden.Yml (hidden)\n"), "{}", ran.err);
            }
        }
        assert!(check(home.path(), "acme").out.contains("acme/2026-Q4.YAML:4:28: error[shared-seat]"));
        let trend = rightseat(home.path(), &["trend", "acme", "--format", "csv"]);
        assert!(trend.out.contains("\n2026-Q4,"), "{}", trend.out);
    }
}

#[test]
fn what_is_passed_over_is_said_in_one_line() {
    let home = Repository::of(&[
        ("chart.yaml", CLEAN),
        (".gitignore", "target/\nlocal.yaml\nout/\n"),
        (".pre-commit-config.yaml", "repos: []\n"),
        (".github/workflows/ci.yml", "on: push\njobs:\n  seats:\n    runs-on: x\n"),
        (".github/dependabot.yml", "version: 2\n"),
        (".charts/acme.yaml", CLEAN),
        (".draft.yml", CLEAN),
        ("rightseat.yaml", "rules: {}\n"),
        (".rightseat.yaml", "rules: {}\n"),
    ]);
    for (file, text) in [
        ("local.yaml", "whatever\n"),
        ("target/debug/config.yaml", "a: 1\n"),
        ("target/tmp/chart.yaml", CLEAN),
        ("out/picture.svg", ""),
        ("node/deep/.git/HEAD", ""),
        ("node/deep/x.yaml", CLEAN),
        ("other/.git", "gitdir: nowhere\n"),
        ("other/docs.yaml", "a: 1\n"),
    ] {
        home.write(file, text);
    }
    link(&home, "target", "inside");
    link(&home, "chart.yaml", "LINK");
    link(&home, "/usr/share", "away");
    let note = "note: not read: .charts/acme.yaml (hidden), .draft.yml (hidden), away (a link), local.yaml (ignored by \
                .gitignore:2), node/deep (another repository) and 1 more\n";
    for command in [["check", "."], ["review", "."], ["render", "."], ["export", "csv"], ["diff", "."]] {
        let arguments = if command == ["diff", "."] { vec!["diff", ".", "."] } else { command.to_vec() };
        let arguments = if command[0] == "export" { vec!["export", "csv", "."] } else { arguments };
        let arguments = if command[0] == "render" { vec!["render", ".", "-o", "-"] } else { arguments };
        let ran = rightseat(home.path(), &arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, note), "{arguments:?}");
    }
    home.git(&["add", "away", "inside", "LINK"]);
    home.git(&["commit", "--quiet", "--message=links"]);
    let there = check(home.path(), "HEAD:");
    assert_eq!(there.err, "note: not read: HEAD:.charts/acme.yaml (hidden), HEAD:.draft.yml (hidden)\n");
}

#[test]
fn a_link_that_leads_away_is_said() {
    let home =
        Repository::of(&[("org/chart.yaml", CLEAN), ("org/team/x.yaml", "people: {}\n"), ("others/y.yaml", CLEAN)]);
    link(&home, "../others", "org/linked");
    link(&home, "team", "org/again");
    link(&home, "../others/y.yaml", "org/README");
    home.commit(&[]);
    for side in ["", "HEAD:"] {
        let ran = check(home.path(), &format!("{side}org"));
        assert_eq!((ran.code, ran.err), (0, format!("note: not read: {side}org/linked (a link)\n")), "{}", ran.out);
    }
}

#[test]
fn a_chart_of_which_nothing_is_read_is_an_error_in_every_command() {
    for (ignore, line) in [("*", 1), ("# charts\n*.yaml\n", 2), ("org/*\n", 1), ("!x\nchart.yaml\n", 2)] {
        let home = Repository::of(&[("README", "")]);
        home.write("org/chart.yaml", CLEAN);
        home.write(".gitignore", ignore);
        for arguments in commands("org").into_iter().chain(commands(".")) {
            let ran = rightseat(home.path(), &arguments);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
            let reason = format!("org/chart.yaml (ignored by .gitignore:{line})");
            assert!(
                ran.err.starts_with("error: no chart in ") && ran.err.contains(&reason),
                "{arguments:?}: {}",
                ran.err
            );
        }
        let mut left: Vec<_> =
            fs::read_dir(home.path()).expect("it is there").flatten().map(|e| e.file_name()).collect();
        left.sort();
        assert_eq!(left, [".git", ".gitignore", "README", "org"]);
    }
    let home = Repository::of(&[("org/.chart.yaml", CLEAN)]);
    for chart in ["org", "HEAD:org"] {
        let ran = check(home.path(), chart);
        assert!(ran.code == 2 && ran.err.contains("org/.chart.yaml (hidden); "), "{}", ran.err);
    }
}

#[test]
fn without_a_repository_ignore_files_count_for_nothing() {
    let home = tempfile::TempDir::new().expect("a folder can be made");
    fs::create_dir(home.path().join("org")).expect("a folder can be made");
    for (file, text) in [(".gitignore", "*\n"), ("org/.ignore", "*\n"), ("org/chart.yaml", CLEAN)] {
        fs::write(home.path().join(file), text).expect("a file can be written");
    }
    for arguments in commands("org").iter().filter(|arguments| arguments[0] != "trend") {
        let ran = rightseat(home.path(), arguments);
        let said = if arguments.contains(&"strategy") { "note: there is no priority to draw\n" } else { "" };
        assert_eq!((ran.code, ran.err.as_str()), (0, said), "{arguments:?}");
    }
    assert!(rightseat(home.path(), &["check", "."]).out.contains("in 1 seat, 1 person"));
}

#[test]
fn no_ignore_file_of_other_programs_counts() {
    let home =
        Repository::of(&[("chart.yaml", CLEAN), (".ignore", "*\n"), (".rgignore", "*\n"), ("more.yaml", "{{{\n")]);
    home.write("new.yaml", "{{{\n");
    let ran = check(home.path(), ".");
    assert!(ran.out.contains("more.yaml:") && ran.out.contains("new.yaml:") && ran.err.is_empty(), "{}", ran.err);
}

#[test]
fn of_an_empty_chart_nothing_is_drawn() {
    for text in ["", "# later\n\n", "---\n", "~\n", "\u{feff}"] {
        let home = Repository::of(&[("a.yaml", text), ("org/chart.yaml", text), ("org/more.yaml", text)]);
        for chart in ["a.yaml", "org", "HEAD:org"] {
            for arguments in commands(chart).iter().filter(|arguments| arguments[0] != "check") {
                let ran = rightseat(home.path(), arguments);
                assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}: {text:?}");
                let is_said = ran.err.contains("is empty: write a chart into it") || arguments[0] == "trend";
                assert!(is_said, "{arguments:?}: {}", ran.err);
            }
            let ran = check(home.path(), chart);
            assert!(ran.code == 1 && ran.out.contains("error[invalid-yaml] the file is empty"), "{}", ran.out);
        }
        home.write("org/more.yaml", CLEAN);
        assert_eq!(rightseat(home.path(), &["export", "csv", "org"]).code, 0);
        let with = rightseat(home.path(), &["review", "org", "--with", "a.yaml"]);
        assert!(with.code == 2 && with.err.contains("a.yaml is empty"), "{}", with.err);
    }
}

#[test]
fn git_is_asked_only_where_something_is_hidden() {
    let home = Repository::of(&[("org/chart.yaml", SHARED), (".gitignore", "out/\n*.svg\nother/\n")]);
    home.write("org/out/deep/picture.png", "");
    home.write("org/new.yaml", "people: {z: Zoe}\n");
    let nowhere = [("PATH", Path::new("/nonexistent"))];
    let ran = program(home.path(), &nowhere, &["check", "--format", "concise", "org"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{}", ran.out);
    home.write("org/out/x.yaml", CLEAN);
    for arguments in [["check", "org"], ["review", "org"]] {
        let ran = program(home.path(), &nowhere, &arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        let said = "error: org/out is ignored by .gitignore:1, and git can't say whether it tracks it: ";
        assert!(ran.err.starts_with(said) && ran.err.contains("install git"), "{}", ran.err);
    }
    fs::remove_file(home.join("org/out/x.yaml")).expect("it is there");
    home.write("org/other/x.yaml", CLEAN);
    home.write(".git/index", "nonsense");
    let ran = check(home.path(), "org");
    assert!(ran.code == 2 && ran.err.contains("whether it tracks it: git: "), "{}", ran.err);
    // A `.git` that is none does not lead to the repository around it.
    home.git(&["read-tree", "HEAD"]);
    home.write("inner/.gitignore", "*.yaml\n");
    home.write("inner/chart.yaml", CLEAN);
    fs::create_dir(home.join("inner/.git")).expect("a folder can be made");
    let ran = check(&home.join("inner"), ".");
    assert!(ran.code == 2 && ran.err.contains("not a git repository"), "{}", ran.err);
}

#[test]
fn a_folder_of_any_number_of_hidden_files_is_asked_about_once() {
    let home = Repository::of(&[("chart.yaml", CLEAN), (".gitignore", "big/\nmany.*\n")]);
    for n in 0..1100 {
        home.write(&format!("big/{n:04}.yaml"), "a: 1\n");
    }
    home.write("big/z/tracked.yaml", "people: {z: Zoe}\n");
    home.git(&["add", "--force", "big/z/tracked.yaml"]);
    for n in 0..40 {
        home.write(&format!("many.{n}.yaml"), "{{{\n");
    }
    let ran = rightseat(home.path(), &["check", "."]);
    assert!(ran.out.contains("in 1 seat, 2 people"), "{}", ran.out);
    assert!(ran.err.lines().count() == 1 && ran.err.ends_with(" and 35 more\n"), "{}", ran.err);
}

#[test]
fn the_newest_revision_is_not_replaced_in_silence() {
    let quarter = |quarter: &str| format!("organization: Acme\nrevision: {quarter}\n{CLEAN}");
    let home = Repository::of(&[
        ("acme/2026-Q2/chart.yaml", &quarter("2026-Q2")),
        ("acme/2026-Q3/chart.yaml", &quarter("2026-Q3")),
        ("acme/2026-Q4/chart.yaml", &quarter("2026-Q4")),
    ]);
    let newest =
        |ran: &Ran| ran.out.lines().last().unwrap_or_default().split(" (").next().unwrap_or_default().to_owned();
    let checked = || rightseat(home.path(), &["check", "acme"]);
    for ignore in ["2026-Q4/\n", "acme/*\n!acme/2026-Q2\n", "*\n"] {
        home.write(".gitignore", ignore);
        let ran = checked();
        assert_eq!((newest(&ran).as_str(), ran.err.as_str()), ("acme/2026-Q4", ""), "{ignore}");
        let review = rightseat(home.path(), &["review", "acme"]);
        assert!(review.out.contains("\nacme/2026-Q4, compared with 2026-Q3, acme/2026-Q3"), "{}", review.out);
        assert_eq!(review.err, "", "{ignore}");
    }
    // One that git does not track and ignores is skipped with a note, and so is one in between.
    home.write(".gitignore", "2026-Q4/\n2026-Q3\n");
    home.git(&["rm", "--quiet", "-r", "--cached", "acme/2026-Q4"]);
    let note = "note: not read: acme/2026-Q4/chart.yaml (ignored by .gitignore:1)\n";
    for arguments in [vec!["check", "acme"], vec!["review", "acme"], vec!["trend", "acme"]] {
        let ran = rightseat(home.path(), &arguments);
        assert!(ran.code == 0 && ran.err == note && ran.out.contains("2026-Q3") && !ran.out.contains("2026-Q4"));
    }
    home.git(&["rm", "--quiet", "-r", "--cached", "acme/2026-Q3"]);
    home.git(&["add", "--force", "acme/2026-Q4"]);
    let note = "note: not read: acme/2026-Q3/chart.yaml (ignored by .gitignore:2)\n";
    for arguments in
        [vec!["review", "acme/2026-Q4"], vec!["show", "a", "--chart", "acme/2026-Q4"], vec!["trend", "acme"]]
    {
        let ran = rightseat(home.path(), &arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, note), "{arguments:?}");
    }
    assert!(rightseat(home.path(), &["review", "acme/2026-Q4"]).out.contains("acme/2026-Q2"));
}

#[test]
fn a_newest_revision_that_cannot_be_read_ends_the_run() {
    let quarter = |quarter: &str| format!("organization: Acme\nrevision: {quarter}\n{CLEAN}");
    for (broken, is_folder) in
        [(Some("{{{\n"), true), (Some(""), true), (None, true), (Some("{{{\n"), false), (None, false)]
    {
        let file = |quarter: &str| if is_folder { format!("{quarter}/chart.yaml") } else { format!("{quarter}.yaml") };
        let (old, new) = (format!("acme/{}", file("2026-Q3")), format!("acme/{}", file("2026-Q4")));
        let home = Repository::of(&[(&old, &quarter("2026-Q3"))]);
        if let Some(text) = broken {
            home.write(&new, text);
        } else {
            let path = home.join(&new);
            fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder can be made");
            std::os::unix::fs::symlink("nowhere", path).expect("a link can be made");
        }
        home.commit(&[]);
        for chart in ["acme", "HEAD:acme"] {
            for arguments in commands(chart).iter().filter(|arguments| !matches!(arguments[0], "check" | "trend")) {
                let ran = rightseat(home.path(), arguments);
                assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?} {broken:?}: {}", ran.err);
                assert!(ran.err.contains("2026-Q4"), "{arguments:?} {broken:?}: {}", ran.err);
            }
            let ran = check(home.path(), chart);
            assert!(ran.code > 0 && (ran.out + &ran.err).contains("2026-Q4"), "{chart} {broken:?}");
            let ran = rightseat(home.path(), &["trend", chart]);
            assert!(ran.code == 0 && ran.out.contains("2026-Q4: no figures: "), "{chart} {broken:?}: {}", ran.out);
        }
    }
}

#[test]
fn repositories_of_other_forms_are_asked_as_well() {
    let home = Repository::of(&[("org/chart.yaml", SHARED), (".gitignore", "chart.yaml\n")]);
    home.git(&["add", "--force", "org/chart.yaml"]);
    home.git(&["commit", "--quiet", "--message=chart"]);
    home.git(&["worktree", "add", "--quiet", "../other", "-b", "other"]);
    let other = home.join("../other");
    let ran = check(&other, "org");
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    // What the repository itself excludes counts in its worktrees, too.
    fs::write(home.join(".git/info/exclude"), "draft.yaml\n").expect("a file can be written");
    fs::write(other.join("org/draft.yaml"), "{{{\n").expect("a file can be written");
    assert!(check(&other, "org").err.starts_with("note: not read: org/draft.yaml (ignored by "));
    fs::remove_dir_all(&other).expect("it is there");
    // No variable leads to another repository or index.
    let nowhere = home.join("nowhere");
    let set = [("GIT_DIR", &*nowhere), ("GIT_INDEX_FILE", &*nowhere), ("GIT_WORK_TREE", &*nowhere)];
    let ran = program(home.path(), &set, &["check", "--format", "concise", "org"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    // Marks in the index change nothing about what is there.
    for mark in ["--skip-worktree", "--assume-unchanged"] {
        home.git(&["update-index", mark, "org/chart.yaml"]);
        assert_eq!(check(home.path(), "org").code, 1, "{mark}");
    }
    // Upper and lower case are one where git says so.
    home.write("org/LOCAL.yaml", "{{{\n");
    home.write(".gitignore", "local.yaml\n");
    assert_eq!(check(home.path(), "org").err, "");
    home.git(&["config", "core.ignoreCase", "true"]);
    assert_eq!(check(home.path(), "org").err, "note: not read: org/LOCAL.yaml (ignored by .gitignore:1)\n");
}

#[test]
fn what_a_sparse_checkout_leaves_out_is_said() {
    let home =
        Repository::of(&[("org/chart.yaml", CLEAN), ("org/a/x.yaml", "people: {z: Zoe}\n"), ("b/y.yaml", CLEAN)]);
    home.git(&["sparse-checkout", "set", "--no-cone", "/*", "!/org/a", "!/b"]);
    assert!(!home.join("org/a").exists(), "git left nothing out");
    let left_out = "org/a/x.yaml (left out by a sparse checkout)";
    assert_eq!(check(home.path(), "org").err, format!("note: not read: {left_out}\n"));
    let whole = check(home.path(), ".").err;
    assert_eq!(whole, format!("note: not read: b/y.yaml (left out by a sparse checkout), {left_out}\n"));
    home.git(&["sparse-checkout", "disable"]);
    assert_eq!(check(home.path(), "org").err, "");
    home.git(&["sparse-checkout", "set", "--no-cone", "/b", "!/org"]);
    fs::create_dir(home.join("org")).expect("a folder can be made");
    let ran = check(home.path(), "org");
    assert!(ran.code == 2 && ran.err.contains("git sparse-checkout add"), "{}", ran.err);
}

#[test]
fn a_repository_inside_is_one_of_its_own() {
    let home = Repository::of(&[("org/chart.yaml", CLEAN)]);
    home.write("org/team/chart.yaml", SHARED);
    home.git(&["init", "--quiet", "org/team"]);
    let ran = check(home.path(), "org");
    assert_eq!((ran.code, ran.err.as_str()), (0, "note: not read: org/team (another repository)\n"));
    assert_eq!(check(home.path(), "org/team").code, 1);
    // Outside of any repository each has its own ignore files.
    let above = tempfile::TempDir::new().expect("a folder can be made");
    fs::rename(home.join("org"), above.path().join("org")).expect("a folder can be moved");
    fs::write(above.path().join("org/team/.gitignore"), "*.yaml\n").expect("a file can be written");
    let ran = check(above.path(), "org");
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (0, "note: not read: org/team/chart.yaml (ignored by org/team/.gitignore:1)\n")
    );
}

#[test]
fn settings_are_no_chart() {
    let home = Repository::of(&[("rightseat.yaml", "rules: {}\n"), ("org/rightseat.yaml", "rules: {}\n")]);
    for chart in ["rightseat.yaml", "HEAD:rightseat.yaml"] {
        let ran = check(home.path(), chart);
        assert!(ran.code == 2 && ran.err.contains("it holds settings, and is not a chart"), "{}", ran.err);
    }
    assert!(check(home.path(), "org").err.starts_with("error: no chart in org: name a YAML file"));
}

#[test]
fn a_link_is_not_followed_in_a_repository() {
    let home = Repository::of(&[("real/acme/chart.yaml", SHARED)]);
    link(&home, "real", "link");
    home.commit(&[]);
    for chart in ["link", "link/acme", "link/acme/chart.yaml"] {
        for chart in [chart.to_owned(), format!("HEAD:{chart}")] {
            let ran = check(home.path(), &chart);
            assert!(ran.code == 2 && ran.err.contains("link is a link: "), "{chart}: {}", ran.err);
        }
    }
}

#[test]
fn a_git_below_this_folder_is_said_to_be_passed_over() {
    let home = tempfile::TempDir::new().expect("a folder can be made");
    let programs = home.path().join("bin");
    fs::create_dir(&programs).expect("a folder can be made");
    fs::write(programs.join("git"), "").expect("a file can be written");
    for search in [programs.as_path(), Path::new("bin")] {
        let ran = program(home.path(), &[("PATH", search)], &["check", "x:y"]);
        assert_eq!(ran.code, 2);
        let said =
            format!("a git below this folder was passed over, since it may be somebody else's: {}", programs.display());
        assert!(ran.err.contains(&said), "{}", ran.err);
    }
    let ran = program(home.path(), &[("PATH", &home.path().join("none"))], &["check", "x:y"]);
    assert!(ran.err.contains("there is none on the search path"), "{}", ran.err);
}

#[test]
fn a_clone_whose_source_moved_says_so() {
    let home = Repository::of(&[("a.yaml", CLEAN)]);
    home.git(&["branch", "q1"]);
    let clones = tempfile::TempDir::new().expect("a folder can be made");
    let clone = clones.path().join("clone");
    let source = clones.path().join("source");
    let [clone_name, source_name] = [&clone, &source].map(|path| path.to_str().expect("it is text"));
    home.git(&["clone", "--quiet", ".", source_name]);
    home.git(&["-C", source_name, "branch", "q1"]);
    home.git(&["clone", "--quiet", "--shared", "--branch=q1", source_name, clone_name]);
    fs::rename(&source, clones.path().join("moved")).expect("a folder can be moved");
    for revision in ["q1", "heads/q1", "HEAD", "origin/main", "q1~1"] {
        let ran = check(&clone, &format!("{revision}:a.yaml"));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        let said = format!("shares objects with {source_name}, which is not there any more");
        assert!(ran.err.contains(&said) && !ran.err.contains("did you mean"), "{revision}: {}", ran.err);
    }
    let ran = check(&clone, "q2:a.yaml");
    assert!(ran.err.contains("there is no branch, tag or commit `q2`"), "{}", ran.err);
    // Without its commit a branch is still no other branch.
    fs::remove_file(home.loose(&home.git(&["rev-parse", "q1"]))).expect("it is there");
    let ran = check(home.path(), "q1:a.yaml");
    assert!(ran.err.contains("the commit of `q1` is missing or damaged"), "{}", ran.err);
}

#[test]
fn the_newest_commit_is_shown_though_its_parent_is_damaged() {
    let home = Repository::of(&[("a.yaml", CLEAN)]);
    home.commit(&[("a.yaml", SHARED)]);
    fs::remove_file(home.loose(&home.git(&["rev-parse", "HEAD~1"]))).expect("it is there");
    let ran = rightseat(home.path(), &["trend", "a.yaml", "--every", "month", "--format", "csv"]);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 2), "{}", ran.out);
    assert!(ran.err.contains("older revisions can't be read"), "{}", ran.err);
}
