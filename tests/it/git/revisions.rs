//! What `REV:PATH` means, and the message when it means nothing.

use std::fs;
use std::path::Path;

use rightseat::load::{discover, history, load};

use crate::support::{Ran, project, rightseat};

use super::{CLEAN, Repository, SHARED};

fn check(folder: &Path, chart: &str) -> Ran {
    rightseat(folder, &["check", "--verbose", "--format", "concise", "--", chart])
}

/// Everything below a folder of the project, by path from there.
fn files_of(folder: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut left = vec![project().join(folder)];
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(folder).expect("a folder can be read").flatten() {
            if entry.path().is_dir() {
                left.push(entry.path());
            } else {
                let path = entry.path().strip_prefix(project()).expect("it lies in the project").display().to_string();
                files.push((path, fs::read_to_string(entry.path()).expect("charts are text")));
            }
        }
    }
    files
}

#[test]
fn a_commit_has_the_findings_of_the_files_that_it_holds() {
    let mut files = files_of("charts");
    files.push((".hidden.yaml".to_owned(), SHARED.to_owned()));
    files.push(("charts/rightseat.yaml".to_owned(), "rules: {thin-seat: error}\nrulez: {}\n".to_owned()));
    files.push(("charts/broken.yaml".to_owned(), "seats: [\n".to_owned()));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let home = Repository::of(&files);
    for chart in
        ["charts/northwind", "charts/northwind/2026-Q2", "charts/atlas/sales.yaml", "charts/solo.yaml", "charts"]
    {
        let here = check(home.path(), chart);
        let there = check(home.path(), &format!("HEAD:{chart}"));
        assert!(here.out.lines().count() > 5, "{chart}: {}", here.err);
        let without_revision = there.out.replace("HEAD:", "");
        assert_eq!((there.code, without_revision, there.err), (here.code, here.out, here.err), "{chart}");
    }
    let drawn = |chart: &str| rightseat(home.path(), &["render", chart, "-o", "-"]).out;
    assert_eq!(drawn("main:charts/northwind"), drawn("charts/northwind"));
    assert_eq!(check(home.path(), "main:").code, 1);
}

/// Numbers that look like chance and are the same in every run.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    pub(super) fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        let at = self.roll(of.len() as u64);
        of[usize::try_from(at).expect("it is small")]
    }
}

#[test]
fn whatever_the_folders_a_commit_has_the_same_charts() {
    let mut dice = Dice(7);
    let home = Repository::of(&[("README", "")]);
    let texts = ["organization: A\nrevision: 2026-Q1\n", "organization: A\nrevision: 2026-Q2\n", "{{{", "seats: {}\n"];
    for tree in 0..120 {
        for _ in 0..=dice.roll(6) {
            let mut path = format!("t{tree}/");
            while dice.roll(2) == 0 {
                path += dice.pick(&["a/", "ä/", "2026-Q3/", ".hidden/", "b.yaml/", "UP/", "a b/"]);
            }
            path += dice.pick(&["chart.yaml", "x.yml", "ü.yaml", "rightseat.yaml", ".y.yaml", "README", "Chart.yaml"]);
            home.write(&path, dice.pick(&texts));
        }
    }
    home.commit(&[]);
    let charts = |named: String| match discover(home.path(), Path::new(&named)) {
        Ok(charts) => {
            let mut told = String::new();
            let revisions = charts.iter().flat_map(|chart| history(chart).expect("it can be read"));
            for chart in charts.iter().cloned().chain(revisions) {
                told += &format!("{} {}:", chart.name, chart.revisions);
                let mark = |is_main| if is_main { "!" } else { "" };
                told.extend(chart.files.iter().map(|file| format!(" {}{}", file.shown, mark(file.is_main))));
                told.push('\n');
            }
            told
        }
        Err(error) => error.to_string(),
    };
    let mut kinds = std::collections::BTreeSet::new();
    for tree in 0..120 {
        let here = charts(format!("t{tree}"));
        assert_eq!(charts(format!("HEAD:t{tree}")).replace("HEAD:", ""), here);
        kinds.insert((here.lines().count().min(8), here.contains(" 2:"), here.starts_with("no chart")));
    }
    assert!(kinds.len() > 5 && kinds.iter().any(|kind| kind.1), "the trees are much alike: {kinds:?}");
}

#[test]
fn a_revision_is_named_in_any_way_that_git_has() {
    let home = Repository::of(&[("charts/acme.yaml", SHARED)]);
    let old = home.git(&["rev-parse", "HEAD"]);
    home.git(&["tag", "--annotate", "--message=tag", "v1"]);
    home.git(&["branch", "größe/2026"]);
    home.commit(&[("charts/acme.yaml", CLEAN)]);
    for revision in ["main", "HEAD", "@", "heads/main", "HEAD@{0}", "HEAD^0"] {
        assert_eq!(check(home.path(), &format!("{revision}:charts/acme.yaml")).code, 0, "{revision}");
    }
    let since_start = "HEAD@{2026-10-06T12:00:00Z}";
    for revision in [&old, &old[..9], "v1", "tags/v1", "größe/2026", "HEAD~1", "HEAD^", "HEAD@{1}", "v1^{commit}"] {
        let ran = check(home.path(), &format!("{revision}:charts/acme.yaml"));
        assert!(ran.code == 1 && ran.out.contains(&format!("{revision}:charts/acme.yaml:2:28: error")), "{revision}");
    }
    assert_eq!(check(home.path(), &format!("{since_start}:charts/acme.yaml")).code, 0);
}

#[test]
fn a_path_counts_from_the_root_or_with_a_dot_from_here() {
    let home = Repository::of(&[("charts/acme.yaml", SHARED), ("charts/deep/er.yaml", CLEAN)]);
    let charts = home.join("charts");
    for (folder, chart, code) in [
        (&charts, "main:charts/acme.yaml", 1),
        (&charts, "main:./acme.yaml", 1),
        (&charts, "main:./deep/../acme.yaml", 1),
        (&charts, "main:deep", 2),
        (&charts, "main:./deep", 0),
        (&charts, "main:../charts/deep/", 0),
        (&charts, "main:./", 1),
        (&charts, "main:../..", 2),
        (&charts, "main:charts/../charts", 2),
        (&charts, "main:/charts", 2),
    ] {
        let ran = check(folder, chart);
        assert_eq!(ran.code, code, "{chart}: {}", ran.err);
    }
    let ran = check(&charts, "main:deep");
    assert!(ran.err.contains("did you mean `main:charts/deep`?"), "{}", ran.err);
}

#[test]
fn worktrees_bare_repositories_and_long_hashes_work() {
    let files = [("Führung/größe.yaml", SHARED)];
    for home in [Repository::of(&files), Repository::with(&["--object-format=sha256"], &files)] {
        home.git(&["worktree", "add", "--quiet", "other", "-b", "other"]);
        home.git(&["clone", "--quiet", "--bare", ".", "bare.git"]);
        home.git(&["gc", "--quiet"]);
        for folder in [".", "Führung", "other", "other/Führung", "bare.git", ".git"] {
            let ran = check(&home.join(folder), "main:Führung");
            assert_eq!(ran.code, 1, "{folder}: {}", ran.err);
            assert!(ran.out.contains("main:Führung/größe.yaml:2:28: error"), "{folder}: {}", ran.out);
        }
    }
}

#[test]
fn what_is_there_as_a_file_is_one_whatever_its_name() {
    let home = Repository::of(&[("chart.yaml", CLEAN)]);
    home.write("main:chart.yaml", SHARED);
    assert_eq!(check(home.path(), "main:chart.yaml").code, 1);
    assert_eq!(check(home.path(), "HEAD:chart.yaml").code, 0);
    let drive = check(home.path(), r"C:\charts");
    assert!(drive.err.contains("no such file"), "{}", drive.err);
}

#[test]
fn settings_are_those_of_the_revision() {
    let thin = CLEAN.replace("[one, two, three]", "[]");
    let home = Repository::of(&[("charts/thin.yaml", &thin), ("rightseat.yaml", "rules: {thin-seat: error}\n")]);
    home.commit(&[("rightseat.yaml", "rules: {thin-seat: off}\n")]);
    home.write("charts/rightseat.yaml", "rules: {thin-seat: error}\n");
    assert_eq!(check(home.path(), "HEAD~1:charts").code, 1);
    assert_eq!(check(home.path(), "HEAD:charts").code, 0);
    assert_eq!(check(home.path(), "charts").code, 1);
}

#[test]
fn a_commit_can_hold_a_history() {
    let header = |revision: &str| format!("organization: Acme\nrevision: {revision}\n{CLEAN}");
    let home = Repository::of(&[("acme/1/chart.yaml", &header("2026-Q3")), ("acme/2/chart.yaml", &header("2026-Q2"))]);
    fs::remove_dir_all(home.join("acme")).expect("it is there");
    let newest = discover(home.path(), Path::new("main:acme")).expect("it is in the commit").remove(0);
    assert_eq!((newest.name.as_str(), newest.revisions), ("main:acme/1", 2));
    assert_eq!(newest.commit().map(str::len), Some(40));
    let names: Vec<String> = history(&newest).expect("it can be read").into_iter().map(|chart| chart.name).collect();
    assert_eq!(names, ["main:acme/2", "main:acme/1"]);
    assert_eq!(load(&newest).expect("it can be read").chart.seats.entries.len(), 1);
}

#[test]
fn two_revisions_of_one_path_are_two_charts() {
    let home = Repository::of(&[("chart.yaml", SHARED)]);
    let ran = rightseat(home.path(), &["check", "--format", "concise", "HEAD:chart.yaml", "main:chart.yaml"]);
    assert_eq!(ran.out.lines().filter(|line| line.contains("[shared-seat]")).count(), 2, "{}", ran.out);
}

#[test]
fn each_mistake_says_what_to_write() {
    let home = Repository::of(&[("charts/acme.yaml", CLEAN)]);
    home.git(&["branch", "quarter"]);
    home.git(&["branch", "twice"]);
    home.commit(&[("charts/acme.yaml", SHARED)]);
    home.git(&["tag", "twice"]);
    home.git(&["update-ref", "refs/remotes/origin/release", "HEAD"]);
    let blob = home.git(&["rev-parse", "HEAD:charts/acme.yaml"]);
    let said: String = [
        "quater:charts/acme.yaml",
        "quarter:charts/amce.yaml",
        "quarter:chart/acme.yaml",
        "quarter:charts/acme.yaml/more",
        "release:charts",
        "twice:charts",
        "main~7:charts",
        "HEAD@{9}:charts",
        "HEAD@{2020-01-01}:charts",
        &format!("{}:charts", &blob),
        ":charts/acme.yaml",
        "-q:charts",
        "main quarter:charts",
        "HEAD^{/work}:charts",
        "main..quarter:charts",
        "nothing-like-it:charts",
    ]
    .into_iter()
    .map(|chart| {
        let ran = check(home.path(), chart);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{chart}");
        ran.err
    })
    .collect();
    expect_test::expect![[r#"
        error: there is no branch, tag or commit `quater`; did you mean `quarter`?
        error: `quarter` has no `charts/amce.yaml`; did you mean `quarter:charts/acme.yaml`?
        error: `quarter` has no `chart/acme.yaml`; did you mean `quarter:charts`?
        error: `quarter` has no `charts/acme.yaml/more`; did you mean `quarter:charts/acme.yaml`?
        error: there is no branch, tag or commit `release`; did you mean `origin/release`?
        error: `twice` is the name of a branch and of a tag: write heads/twice or tags/twice
        error: `main` has no `~7`: its history is not that long
        error: `HEAD@{9}` asks the log of this clone, which does not reach back that far: name a tag or a commit
        error: `HEAD@{2020-01-01}` asks the log of this clone, which only goes back to Tue, 6 Oct 2026 12:00:00 +0000: name a tag or a commit
        error: `BLOB` is not a commit: name a branch, tag or commit
        error: the name of a revision belongs before the colon, such as main:charts/acme
        error: `-q` looks like an option, not a revision
        error: `main quarter` is not a revision: it holds spaces or control characters; write HEAD@{2.months.ago} with dots
        error: `HEAD^{/work}` searches through messages: name a branch, tag or commit
        error: `main..quarter` is a range: name one branch, tag or commit
        error: there is no branch, tag or commit `nothing-like-it`
    "#]]
    .assert_eq(&said.replace(&blob, "BLOB"));
    let nowhere = tempfile::TempDir::new().expect("a folder can be made");
    let ran = check(nowhere.path(), "main:charts");
    assert_eq!(ran.err, "error: there is no file main:charts, and no git repository here to look for `main` in\n");
}

#[test]
fn a_shallow_clone_is_explained() {
    let home = Repository::of(&[("chart.yaml", SHARED)]);
    home.commit(&[("chart.yaml", CLEAN)]);
    let url = format!("file://{}", home.path().display());
    home.git(&["clone", "--quiet", "--depth=1", &url, "shallow"]);
    let shallow = home.join("shallow");
    assert_eq!(check(&shallow, "HEAD:chart.yaml").code, 0);
    for revision in ["HEAD~1", "v1", &home.git(&["rev-parse", "HEAD~1"])] {
        let ran = check(&shallow, &format!("{revision}:chart.yaml"));
        assert_eq!(ran.code, 2, "{revision}");
        assert!(ran.err.contains("`fetch-depth: 0`"), "{revision}: {}", ran.err);
    }
}

#[test]
fn since_a_revision_only_what_is_new_fails() {
    let chart = |seats: &str| format!("organization: Acme\nrevision: 2026-Q3\nreviewed: 2026-10-06\n{SHARED}{seats}");
    let again = "  b: {title: B, reports_to: a, owner: [x, y], responsibilities: [four, five, six]}\n";
    let home = Repository::of(&[("charts/acme/2026-Q3/chart.yaml", &chart("")), ("README.md", "x")]);
    let since = |arguments: &[&str]| rightseat(home.path(), &[&["check", "--format", "concise"], arguments].concat());
    assert_eq!(since(&[]).code, 1);
    let same = since(&["--since", "HEAD"]);
    assert_eq!((same.code, same.out.as_str(), same.err.as_str()), (0, "", ""));
    // The working tree, lines moved and one seat more.
    let seats = SHARED.replace("people: ", &format!("{again}people: "));
    let more = format!("# moved\n\n{}", chart("").replace(SHARED, &seats));
    home.write("charts/acme/2026-Q3/chart.yaml", &more);
    let new = since(&["--since", "main"]);
    assert_eq!((new.code, new.out.lines().count()), (1, 1), "{}", new.out);
    assert!(new.out.contains("[shared-seat] the seat `b`"), "{}", new.out);
    // A new quarter is compared with the last one, from a folder below the root too.
    home.write("charts/acme/2026-Q4/chart.yaml", &more.replace("2026-Q3", "2026-Q4"));
    for (folder, arguments) in [
        ("", vec!["--since", "HEAD"]),
        ("charts", vec!["acme", "--since", "HEAD"]),
        ("charts/acme", vec!["2026-Q4", "--since", "HEAD"]),
    ] {
        let ran = rightseat(&home.join(folder), &[&["check", "--format", "concise"], arguments.as_slice()].concat());
        assert_eq!((ran.code, ran.out.lines().count()), (1, 1), "{folder}: {}{}", ran.out, ran.err);
    }
    // What was not there is new, and what git does not know is an error.
    home.write("charts/other.yaml", SHARED);
    assert!(since(&["charts/other.yaml", "--since", "HEAD"]).out.contains("[shared-seat]"));
    assert_eq!(since(&["--since", "nowhere"]).code, 2);
    assert_eq!(since(&["HEAD:charts/acme", "--since", "HEAD"]).code, 2);
}

#[test]
fn what_a_revision_knows_still_occurs_in_the_baseline() {
    let home = Repository::of(&[("chart.yaml", SHARED)]);
    assert_eq!(rightseat(home.path(), &["check", "chart.yaml", "--write-baseline", "known.json"]).code, 0);
    let known = std::fs::read(home.join("known.json")).expect("it was written");
    let both = ["check", "chart.yaml", "--since", "HEAD", "--baseline", "known.json", "--prune-baseline"];
    let ran = rightseat(home.path(), &both);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(std::fs::read(home.join("known.json")).expect("it is there"), known);
}

#[test]
fn sarif_of_a_revision_names_the_files_of_the_repository() {
    let repository = Repository::of(&[("acme/chart.yaml", "seats:\n  s: {title: S, colour: red}\n")]);
    let ran = rightseat(repository.path(), &["check", "HEAD:acme", "--format", "sarif"]);
    let log: serde_json::Value = serde_json::from_str(&ran.out).expect("it is JSON");
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "acme/chart.yaml");
    let names = &result["partialFingerprints"];
    let ours = names["rightseatSubjects/v1"].as_str().expect("a text");
    assert_eq!(names["primaryLocationLineHash"], format!("{ours}:1"));
}
