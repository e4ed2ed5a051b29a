//! Mends that are safe: what was evidently meant is written, and all else stays as it is.

use std::path::Path;

use expect_test::expect;
use rightseat::check::{AsOf, Claimed, Judged, Norms, Pillar};
use rightseat::edit::{Fixed, fix};
use rightseat::read;
use rightseat::text::Sources;

use super::next::git;
use crate::support::{TODAY, day, folder, rightseat, sources};

const CHART: &str = "\
organisation: Acme # the whole of it
people:
  ana: {name: Ana Ruiz, capacty: 0.8}
  ben: Ben Okafor
  cy:
    name: Cy Young
    capacity: \"0.5\" # half
seats:
  ceo:
    title: Chief Executive
    ownr: Ana Ruiz
    assistant: 'false'
    responsibilities: Set the course
  sales:
    title: Sales
    reports_to: Chief Executive
    owner: ben # since May
    dotted_to: ceo
    allow:
      - {rule: missing-backup, reason: he is new, until: 2026-03-31}
priorities:
  grow:
    title: Grow
    owner: sales
    contributors: [ceo, Ben Okafor]
";

/// Mends files as one chart.
fn fixed(files: &[(&str, &str)]) -> (Fixed, Vec<String>) {
    let (sources, inputs) = sources(files);
    let (chart, defects) = read::chart(&sources, &inputs);
    let (name, key) = (files[0].0, files[0].0);
    let claimed =
        Claimed { name, key, at_revision: false, revisions: 1, sources: &sources, chart: &chart, defects: &defects };
    (fix(&claimed, &Norms::default(), day(TODAY), &inputs), mistakes(&sources, files))
}

fn mistakes(sources: &Sources, files: &[(&str, &str)]) -> Vec<String> {
    let (_, inputs) = self::sources(files);
    let (chart, defects) = read::chart(sources, &inputs);
    let (name, key) = (files[0].0, files[0].0);
    let claimed = Claimed { name, key, at_revision: false, revisions: 1, sources, chart: &chart, defects: &defects };
    let judged = Judged::new(claimed, &Norms::default(), AsOf::Day(day(TODAY)));
    // Once an entry can be read it is judged by the other rules, too: that is no mistake of the mend.
    let mistakes = judged.outcome.findings.iter().filter(|finding| finding.rule.pillar == Pillar::Reading);
    mistakes.map(|finding| format!("{}: {}", finding.rule.id, finding.message)).collect()
}

fn text(fixed: &Fixed) -> &str {
    fixed.sources.files()[0].text()
}

/// One file, mended.
fn mended(chart: &str) -> String {
    text(&fixed(&[("chart.yaml", chart)]).0).to_owned()
}

#[test]
fn what_was_evidently_meant_is_written() {
    let (fixed, _) = fixed(&[("chart.yaml", CHART)]);
    expect![[r#"
        organization: Acme # the whole of it
        people:
          ana: {name: Ana Ruiz, capacity: 0.8}
          ben: Ben Okafor
          cy:
            name: Cy Young
            capacity: 0.5 # half
        seats:
          ceo:
            title: Chief Executive
            owner: ana
            assistant: false
            responsibilities: [Set the course]
          sales:
            title: Sales
            reports_to: ceo
            owner: ben # since May
            dotted_to: [ceo]
        priorities:
          grow:
            title: Grow
            owner: sales
            contributors: [ceo, Ben Okafor]
    "#]]
    .assert_eq(text(&fixed));
    let told: Vec<String> =
        fixed.mends.iter().map(|mend| format!("{} {} {}", mend.line, mend.rule, mend.said)).collect();
    expect![[r#"
        1 unknown-key the key `organisation` is `organization`
        3 unknown-key the key `capacty` is `capacity`
        7 invalid-value `0.5` stands without quotes
        11 unknown-key the key `ownr` is `owner`, and `Ana Ruiz` is `ana`
        12 invalid-value `false` stands without quotes
        13 invalid-value `Set the course` is a list of one
        16 invalid-value `Chief Executive` is `ceo`
        18 invalid-value `ceo` is a list of one
        20 unused-waiver removed: this waiver of `missing-backup` ended on 2026-03-31"#]]
    .assert_eq(&told.join("\n"));
}

#[test]
fn what_is_mended_once_stays_so_and_no_mistake_comes() {
    for chart in [CHART.to_owned(), CHART.replace('\n', "\r\n"), format!("\u{feff}{CHART}")] {
        let files = [("chart.yaml", chart.as_str())];
        let (once, before) = fixed(&files);
        assert!(!once.mends.is_empty());
        let (twice, after) = fixed(&[("chart.yaml", text(&once))]);
        assert!(twice.mends.is_empty() && twice.patches.is_empty());
        assert_eq!(text(&twice), text(&once));
        let new: Vec<&String> = after.iter().filter(|mistake| !before.contains(mistake)).collect();
        assert!(after.len() < before.len() && new.is_empty(), "{new:?}");
        // The splices are those of the text before, whatever the number of rounds.
        let [patch] = once.patches.as_slice() else { panic!("one file") };
        let mut spliced = chart.clone();
        for splice in patch.splices.iter().rev() {
            spliced.replace_range(splice.bytes.clone(), &splice.text);
        }
        assert_eq!(spliced, text(&once));
    }
}

#[test]
fn what_nobody_can_be_sure_of_stays() {
    let base =
        "organization: Acme\npeople:\n  ana: Ana Ruiz\n  jo: Jo Lee\n  joe: jo lee\nseats:\n  a:\n    title: A\n";
    for line in [
        // The key is there already.
        "    owner: jo\n    ownr: ana\n",
        // Two people have the name.
        "    owner: Jo Lee\n",
        // What stands there is of no use to the key that was meant.
        "    ownr: {name: Ana}\n",
        "    ownr: nobody-here\n",
        // It would be listed twice.
        "    owner: [ana, Ana Ruiz]\n",
        // No slip of the pen.
        "    manager: b\n",
        "    owner: jim\n",
        "    members: jo and ana\n",
        "    assistant: 'yes'\n",
        "    responsibilities: Sell, and collect\n",
        "    fit: {heat: true}\n",
        // Two are the key that was meant.
        "    ownr: jo\n    ower: ana\n",
        // A comment in it says why.
        "    owner: ana\n    allow:\n      # He asked for it.\n      - {rule: missing-backup, reason: x, until: 2026-03-31}\n",
    ] {
        let chart = format!("{base}{line}");
        assert_eq!(mended(&chart), chart);
    }
    // What is there twice or can't be read to its end is nobody's to mend.
    for chart in ["organization: A\nseats:\n  a: {ownr: ana\n", "organization: A\nseats: {a: {titel: *x}}\n"] {
        assert_eq!(mended(chart), chart);
    }
}

#[test]
fn a_waiver_that_accepts_nothing_goes_where_all_can_be_read() {
    let waiver = "    allow: [{rule: wide-span, reason: on purpose, until: 2027-03-31}]\n";
    let chart = format!("organization: A\npeople:\n  ana: Ana\nseats:\n  a:\n    title: A\n    owner: ana\n{waiver}");
    assert_eq!(mended(&chart), chart.replace(waiver, ""));
    let unread = format!("{chart}  b: {{title: B, reports_to: nowhere-at-all}}\n");
    assert_eq!(mended(&unread), unread);
    let twice = waiver.replace("]\n", ", {rule: wide-span, reason: again, until: 2026-01-01}]\n");
    let twice = chart.replace(waiver, &twice);
    assert_eq!(mended(&twice), twice);
}

#[test]
fn all_files_are_mended_or_none_and_what_is_left_is_reported() {
    const MAIN: &str = "organization: Acme\npeople:\n  ana: Ana Ruiz\nseats:\n  a: {titel: A, owner: ana}\n";
    const PART: &str = "seats:\n  b: {title: B, reports_to: a, ownr: Ana Ruiz, backup: zoe}\n";
    let home = folder(&[("acme/chart.yaml", MAIN), ("acme/part.yaml", PART)]);
    let run = |arguments: &str| rightseat(home.path(), &arguments.split(' ').collect::<Vec<_>>());
    let read = |name: &str| std::fs::read_to_string(home.path().join("acme").join(name)).expect("it is text");
    let shown = run("check --diff acme");
    expect![[r#"
        --- a/acme/chart.yaml
        +++ b/acme/chart.yaml
        @@ -2,4 +2,4 @@
         people:
           ana: Ana Ruiz
         seats:
        -  a: {titel: A, owner: ana}
        +  a: {title: A, owner: ana}
        --- a/acme/part.yaml
        +++ b/acme/part.yaml
        @@ -1,2 +1,2 @@
         seats:
        -  b: {title: B, reports_to: a, ownr: Ana Ruiz, backup: zoe}
        +  b: {title: B, reports_to: a, owner: ana, backup: zoe}
    "#]]
    .assert_eq(&shown.out);
    assert_eq!((shown.code, read("chart.yaml"), read("part.yaml")), (1, MAIN.to_owned(), PART.to_owned()));

    make_read_only(&home.path().join("acme/part.yaml"), true);
    let failed = run("check --fix acme --format concise");
    assert_eq!((failed.code, read("chart.yaml"), read("part.yaml")), (2, MAIN.to_owned(), PART.to_owned()));
    make_read_only(&home.path().join("acme/part.yaml"), false);

    let mended = run("check --fix acme --format concise");
    expect![[r#"
        mended acme/chart.yaml:5: the key `titel` is `title` [unknown-key]
        mended acme/part.yaml:2: the key `ownr` is `owner`, and `Ana Ruiz` is `ana` [unknown-key]
        acme/chart.yaml:5:3: warning[thin-seat] `a` has no responsibilities
        acme/part.yaml:2:3: warning[thin-seat] `b` has no responsibilities
        acme/part.yaml:2:52: error[unknown-reference] no person `zoe`
    "#]]
    .assert_eq(&format!("{}{}", mended.err, mended.out));
    assert_eq!(mended.code, 1, "what is left is an error");
    assert_eq!(read("chart.yaml"), MAIN.replace("titel", "title"));
    assert_eq!(read("part.yaml"), PART.replace("ownr: Ana Ruiz", "owner: ana"));
    let again = run("check --fix acme --format concise");
    assert_eq!((again.code, again.out, again.err.as_str()), (1, mended.out, ""));
    let nothing = run("check --diff acme");
    assert_eq!((nothing.code, nothing.out.as_str()), (0, ""));
}

#[test]
fn a_revision_is_not_mended() {
    let text = "organization: Acme\nseats:\n  a: {titel: A}\n";
    let home = folder(&[("acme.yaml", text)]);
    git(home.path(), &["init", "-q"]);
    git(home.path(), &["add", "."]);
    git(home.path(), &["commit", "-q", "-m", "A chart"]);
    for option in ["--fix", "--diff"] {
        let refused = rightseat(home.path(), &["check", option, "HEAD:acme.yaml"]);
        assert!(refused.code == 2 && refused.err.contains("is read from a revision in git"), "{}", refused.err);
    }
    assert_eq!(std::fs::read_to_string(home.path().join("acme.yaml")).expect("it is text"), text);
}

fn make_read_only(path: &Path, is_read_only: bool) {
    let mut permissions = std::fs::metadata(path).expect("it is there").permissions();
    permissions.set_readonly(is_read_only);
    std::fs::set_permissions(path, permissions).expect("it may be set");
}
