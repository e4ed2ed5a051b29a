//! Mends that are safe: what was evidently meant is written, and nothing else changes.

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
    (fix(&claimed, &Norms::default(), day(TODAY), &inputs, None), mistakes(&sources, files))
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
        7 invalid-value `0.5` is written without quotes
        11 unknown-key the key `ownr` is `owner`, and `Ana Ruiz` is `ana`
        12 invalid-value `false` is written without quotes
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
    // An entry that is there twice, or a file that can't be read to its end, is not mended.
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
fn what_is_likely_is_mended_where_its_rule_is_named() {
    const CHART: &str = "organization: Acme
people:
  ana: Ana Ruiz
  ben: Ben Okafor
seats:
  ceo: {title: Chief, owner: anna}
  sales: {title: Sales, reports_to: ceo, owner: ben}
priorities:
  grow: {title: Grow, owner: ben, contributors: [Ben Okafor]}
";
    let home = folder(&[("acme.yaml", CHART)]);
    let run = |option: &str| rightseat(home.path(), &["check", option, "acme.yaml"]);
    let read = || std::fs::read_to_string(home.path().join("acme.yaml")).expect("it is text");
    assert_eq!((run("--diff").code, run("--fix").code, read().as_str()), (0, 1, CHART));
    let shown = run("--diff=unknown-reference");
    assert!(shown.code == 1 && shown.out.contains("+  ceo: {title: Chief, owner: ana}"), "{}", shown.out);
    assert_eq!(read(), CHART);
    run("--fix=unknown-reference");
    let likely = CHART.replace("anna", "ana").replace("Grow, owner: ben", "Grow, owner: sales");
    assert_eq!(read(), likely);
    run("--fix=invalid-value");
    assert_eq!(read(), likely.replace("[Ben Okafor]", "[sales]"));
    let refused = run("--fix=unknown-key");
    assert!(refused.code == 2 && refused.err.contains("only what is safe"), "{}", refused.err);
    assert_eq!(run("--fix=unknown-kye").code, 2);
}

#[test]
fn a_chart_is_mended_beside_one_that_cannot_be() {
    let slip = "organization: Acme\nseats:\n  a: {titel: A}\n";
    let broken = "organization: Acme\nseats:\n  a: {titel: A\n";
    let home = folder(&[("a.yaml", slip), ("b.yaml", broken), ("c/chart.yaml", slip)]);
    // A run was ended while it wrote.
    std::fs::write(home.path().join("c/.rightseat-chart.yaml.old"), slip).expect("it can be written");
    let ran = rightseat(home.path(), &["check", "--fix", "a.yaml", "b.yaml", "c", "--format", "concise"]);
    assert_eq!(ran.code, 2);
    let read = |name: &str| std::fs::read_to_string(home.path().join(name)).expect("it is text");
    assert_eq!((read("a.yaml"), read("b.yaml").as_str()), (slip.replace("titel", "title"), broken));
    assert_eq!(read("c/chart.yaml"), slip);
    expect![[r#"
        error: c/.rightseat-chart.yaml.old was left by a run that was ended while it wrote: `rightseat edit undo --chart c` brings the old files back, `rightseat edit keep --chart c` keeps them as they are
        mended a.yaml:3: the key `titel` is `title` [unknown-key]
        b.yaml: not mended: it can't be read to the end
    "#]]
    .assert_eq(&ran.err);
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

#[test]
fn what_stands_there_twice_or_in_another_spelling_is_mended() {
    let chart = "\
people: {ana: Ana Ruiz}
seats:
  ceo: {title: Chief, owner: ana, manages: Coach}
  sales:
    title: Sales
    reports_to: ceo
    dotted_to:
      - ceo
      - ceo
    owner: ana
priorities:
  grow: {title: Grow, owner: sales, contributors: [ceo, ceo, sales], status: On track, horizon: yearr}
  keep: {title: Keep, owner: sales, status: \" done \", lane: servise}
metrics:
  sold: {title: Sold, owner: sales, kind: Leading, perspective: costumer}
";
    let wanted = chart
        .replace("manages: Coach", "manages: coach")
        .replace("      - ceo\n      - ceo\n", "      - ceo\n")
        .replace("[ceo, ceo, sales]", "[ceo, sales]")
        .replace("On track", "on-track")
        .replace("yearr", "year")
        .replace("\" done \"", "done")
        .replace("servise", "service")
        .replace("kind: Leading", "kind: leading");
    // Two letters are another word.
    assert_eq!(mended(chart), wanted);
}

#[test]
fn the_format_s_version_stands_in_one_file() {
    let more = "rightseat: 1\npeople: {ben: Ben Okafor}\n";
    let files = [("chart.yaml", "rightseat: 1\npeople: {ana: Ana Ruiz}\n"), ("more.yaml", more)];
    let (mended, _) = fixed(&files);
    let texts: Vec<&str> = mended.sources.files().iter().map(|file| file.text()).collect();
    assert_eq!(texts, [files[0].1, "people: {ben: Ben Okafor}\n"]);
    // A comment is never lost.
    let commented = [files[0], ("more.yaml", "rightseat: 1 # for editors\npeople: {ben: Ben Okafor}\n")];
    assert!(fixed(&commented).0.mends.is_empty());
}

#[test]
fn what_is_likely_of_vacancies_and_waivers_is_mended_where_that_is_wanted() {
    let chart = "\
people: {ana: Ana Ruiz, ben: Ben Okafor}
seats:
  ceo: {title: Chief, owner: ana, vacant: {since: 2026-01-01}}
  sales:
    title: Sales
    reports_to: ceo
    owner: ben
    interim: ana
    allow:
      - {rule: missing-backp, reason: he is new, until: 2027-03-31}
";
    let home = folder(&[("acme.yaml", chart)]);
    let run = |option: &str| rightseat(home.path(), &["check", option, "acme.yaml", "--today", TODAY]);
    let read = || std::fs::read_to_string(home.path().join("acme.yaml")).expect("it is text");
    let told = run("--verbose");
    for said in [
        "help: `check --fix=invalid-value` mends it: `vacant` is removed, since the seat has an owner",
        "help: `check --fix=invalid-value` mends it: `interim` is removed, since the seat has an owner",
        "help: `check --fix=unused-waiver` mends it: the rule `missing-backp` is `missing-backup`",
    ] {
        assert!(told.out.contains(said), "{said}\n{}", told.out);
    }
    run("--fix");
    assert_eq!(read(), chart);
    run("--fix=invalid-value");
    let wanted = chart.replace(", vacant: {since: 2026-01-01}", "").replace("    interim: ana\n", "");
    assert_eq!(read(), wanted);
    run("--fix=unused-waiver");
    assert_eq!(read(), wanted.replace("missing-backp,", "missing-backup,"));
}

#[test]
fn each_finding_says_whether_it_can_be_mended() {
    let chart =
        "people: {ana: Ana Ruiz}\nseats:\n  a: {titel: A, owner: Ana Ruiz}\n  b: {title: B, colour: red, owner: ana}\n";
    let home = folder(&[("acme.yaml", chart)]);
    let told = rightseat(home.path(), &["check", "acme.yaml"]).out;
    let mends: Vec<&str> = told
        .lines()
        .filter_map(|line| line.split_once("help: `check --fix` mends it: "))
        .map(|(_, said)| said)
        .collect();
    assert_eq!(mends, ["the key `titel` is `title`", "`Ana Ruiz` is `ana`"]);
}
