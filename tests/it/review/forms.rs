//! The forms of the packet: what northwind's looks like, and that no chart can smuggle anything to a terminal or
//! a page.

use std::fs;

use crate::support::{Ran, assert_file, folder, project, rightseat, rightseat_on};

fn northwind(format: &str) -> String {
    let ran = rightseat(project(), &["review", "charts/northwind", "--format", format]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    ran.out
}

#[test]
fn northwind_is_reviewed_as_read_and_agreed() {
    assert_file("tests/golden/review.txt", &northwind("text"));
    assert_file("tests/golden/review.md", &northwind("markdown"));
    assert_file("tests/golden/review.json", &northwind("json"));
}

#[test]
fn json_fits_its_schema() {
    let schema = fs::read_to_string(project().join("docs/review.schema.json")).expect("the schema is there");
    let schema = serde_json::from_str(&schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    for chart in ["charts/atlas", "charts/northwind", "charts/northwind/2026-Q1", "charts/solo.yaml"] {
        let ran = rightseat(project(), &["review", chart, "--format", "json"]);
        let mut output: serde_json::Value = serde_json::from_str(&ran.out).expect("the output is JSON");
        let errors: Vec<String> =
            validator.iter_errors(&output).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(errors, Vec::<String>::new(), "{chart}");
        output["pillars"][0]["shares"][0]["met"] = "four".into();
        assert!(!validator.is_valid(&output), "{chart}");
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for chart in ["charts/atlas", "charts/northwind", "charts/solo.yaml"] {
        for width in [60, 80, 100, 160] {
            let ran = rightseat_on(project(), &["review", chart], width, false);
            for line in ran.out.lines() {
                let columns = unicode_width(line);
                assert!(columns <= width, "{chart}: {columns} of {width} columns: {line}");
                assert!(!line.ends_with(' '), "{line:?}");
            }
        }
    }
}

fn unicode_width(line: &str) -> usize {
    line.chars().map(|c| if ('\u{1100}'..'\u{ffdc}').contains(&c) && c > '\u{2fff}' { 2 } else { 1 }).sum()
}

const WIDE: &str = "organization: 株式会社\nseats:\n  ceo: {title: 社長, owner: yuki, responsibilities: [one, two, three]}\n  \
                    ops: {title: 運用, reports_to: ceo, owner: ana, responsibilities: [four, five, six]}\n\
                    people: {yuki: 田中ゆき, ana: Ana Ruiz}\n";

#[test]
fn tables_align_whatever_the_width_of_the_letters() {
    let ran = reviewed(WIDE, &[]);
    let loads: Vec<&str> =
        ran.out.lines().filter(|line| line.contains("  社長  ") || line.contains("  運用  ")).collect();
    let column = |line: &str, what: &str| unicode_width(&line[..line.find(what).expect(what)]);
    assert!(column(loads[0], "社長") == column(loads[1], "運用"), "{loads:?}");
}

#[test]
fn colour_says_nothing_that_the_words_do_not() {
    let plain = rightseat_on(project(), &["review", "charts/atlas"], 100, false).out;
    let colored = rightseat_on(project(), &["review", "charts/atlas", "--color", "always"], 100, true).out;
    assert!(colored.contains("\u{1b}["));
    let mut stripped = String::new();
    let mut rest = colored.as_str();
    while let Some((before, escape)) = rest.split_once('\u{1b}') {
        stripped += before;
        rest = escape.split_once('m').expect("each escape sets a colour").1;
    }
    assert_eq!(stripped + rest, plain);
}

fn reviewed(text: &str, arguments: &[&str]) -> Ran {
    let home = folder(&[("chart.yaml", text)]);
    rightseat(home.path(), &[&["review", "chart.yaml"], arguments].concat())
}

#[test]
fn nothing_in_a_chart_is_markup_or_a_command_to_a_terminal() {
    let hostile = "organization: \"<img src=x onerror=alert(1)> @everyone #1 ](http://evil.example)\"\n\
        people:\n  ana: \"<script>alert(1)</script> | a | `b` ``c`` **d** _e_ https://evil.example www.evil.example\"\n  \
        ben: \"# Ben\\n\\n- x \\e[31m\"\n\
        seats:\n  a: {title: \"![x](y)\", owner: [ana, ben], responsibilities: [\"<b>\", \"@here\", three]}\n  \
        b: {title: B, reports_to: a, owner: ben, responsibilities: [one, two, three], vacant: {plan: \"<b> @me\"}}\n\
        priorities:\n  p: {title: \"| <td> $x$\", owner: [a, b], status: on-track}\n";
    let page = reviewed(hostile, &["--format", "markdown"]).out;
    for forbidden in [
        "<img",
        "<script",
        "<b>",
        "<td",
        "@everyone",
        "@here",
        "http://e",
        "https://e",
        "www.evil",
        "**d**",
        "![x](",
        "\u{1b}",
        "\n# Ben",
    ] {
        assert!(!page.contains(forbidden), "{forbidden}: {page}");
    }
    assert!(page.contains("&lt;script&gt;"));
    // A cell holds as many bars as its row has columns.
    for row in page.lines().filter(|line| line.starts_with("| ")) {
        assert!(row.ends_with(" |"), "{row}");
    }
    for format in ["text", "json"] {
        let out = reviewed(hostile, &["--format", format]).out;
        assert!(!out.contains('\u{1b}'), "{out}");
    }
}

#[test]
fn a_seat_without_one_holder_is_empty_only_where_it_is() {
    let chart = "reviewed: last week\npeople: {ana: Ana, ben: Ben, cy: Cy}\nseats:\n  \
        top: {title: Top, owner: cy, responsibilities: [one, two, three]}\n  \
        two: {title: Two, owner: [ana, ben], reports_to: top, responsibilities: [four, five, six]}\n  \
        ghost: {title: Ghost, owner: gone, reports_to: top, responsibilities: [seven, eight, nine]}\n  \
        empty: {title: Empty, reports_to: two, responsibilities: [ten, eleven, twelve]}\n\
        priorities:\n  late: {title: Late, owner: ghost, due: 2020-01-01}\n  \
        both: {title: Both, owner: [two, top]}\n  solo: {title: Solo, owner: top}\n\
        metrics:\n  a: {title: A, owner: two}\n  b: {title: B, owner: empty}\n  c: {title: C, owner: ghost}\n";
    let page = reviewed(chart, &["--format", "markdown"]).out;
    for said in [
        "the day under `reviewed:` can't be read",
        "b) **Two** `two`, which several people own",
        "a) a new date\n",
        "| **Two** `two` | **several owners** |",
        "| **A** `a` | – | – | – | – | **several owners** |",
        "**nobody: the seat is empty** |",
        "**not in the chart** |",
        "1 of 1 open priorities that somebody answers for would have nobody",
    ] {
        assert!(page.contains(said), "{said} in\n{page}");
    }
}

#[test]
fn whoever_holds_a_seat_is_no_backup_of_it() {
    let chart = "people: {ana: Ana, ben: Ben}\nseats:\n  \
        a: {title: A, owner: ana, backup: ana, responsibilities: [one, two, three]}\n  \
        b: {title: B, owner: ben, backup: ana, reports_to: a, responsibilities: [four, five, six]}\n";
    let page = reviewed(chart, &["--format", "markdown"]).out;
    for said in
        ["Key seats without a backup: **A** `a`.", "its backup holds it: **A** `a`", "| Ana |  | A: **nobody** |"]
    {
        assert!(page.contains(said), "{said} in\n{page}");
    }
    let home = folder(&[("chart.yaml", chart)]);
    let ran = rightseat(home.path(), &["check", "chart.yaml", "--verbose", "--format", "concise"]);
    let said = "chart.yaml:3:37: info[missing-backup] nobody could take over `a` tomorrow: \
                it stands in layer 1 and its backup holds it already\n";
    assert!(ran.out.contains(said), "{}", ran.out);
    let card = rightseat(home.path(), &["show", "ana", "--chart", "chart.yaml"]).out;
    assert!(card.contains("could take over  B (b), held by Ben"), "{card}");
}

#[test]
fn headings_stand_apart_where_nothing_is_below_one() {
    let page = reviewed(WIDE, &[]).out;
    assert!(page.contains("NO DECISION TO TAKE\n\nTHE SIX PILLARS\n"), "{page}");
}

#[test]
fn no_mark_is_torn_from_the_word_before_it() {
    for width in 60..100 {
        let ran = rightseat_on(project(), &["review", "charts/atlas"], width, false);
        let torn = ran.out.lines().find(|line| line.starts_with("  ,") || line.starts_with(','));
        assert_eq!(torn, None, "{width} columns");
    }
}

#[test]
fn who_had_no_capacity_before_is_not_new() {
    let chart = |revision: &str| {
        format!(
            "rightseat: 1\norganization: A\nrevision: {revision}\npeople: {{a: {{name: Ana, capacity: 0}}}}\nseats: {{s: {{title: S, owner: a, responsibilities: [Sales]}}}}\n"
        )
    };
    let home = folder(&[("c/2026-Q1/chart.yaml", &chart("2026-Q1")), ("c/2026-Q2/chart.yaml", &chart("2026-Q2"))]);
    let ran = rightseat(home.path(), &["review", "c"]);
    let row = ran.out.lines().find(|line| line.starts_with("Ana ")).expect(&ran.out);
    assert!(row.contains("no capacity") && row.contains('–') && !row.contains("new"), "{row}");
}

#[test]
fn a_folder_is_written_whole_or_not_at_all() {
    let home = folder(&[("chart.yaml", WIDE)]);
    let run = |arguments: &[&str]| rightseat(home.path(), &[&["review", "chart.yaml"], arguments].concat());
    let names = |path: &str| {
        let mut names: Vec<String> = fs::read_dir(home.path().join(path))
            .expect("it is there")
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .collect();
        names.sort();
        names
    };
    let first = run(&["-o", "out/q4"]);
    assert_eq!(first.code, 0, "{}", first.err);
    assert!(names("out/q4").contains(&"review.md".to_owned()) && names("out/q4").contains(&"chart.svg".to_owned()));
    assert_eq!(names("out"), ["q4"], "nothing is left beside it");
    let markdown = fs::read_to_string(home.path().join("out/q4/review.md")).expect("it is there");
    // In the folder are pictures, elsewhere the command that draws them.
    let elsewhere = run(&["--format", "markdown"]).out;
    let lines = markdown.lines().zip(elsewhere.lines()).filter(|(here, there)| here != there);
    let differ: Vec<(&str, &str)> = lines.collect();
    let (picture, command) = differ[0];
    assert!(differ.len() == 1 && markdown.lines().count() == elsewhere.lines().count(), "{differ:?}");
    assert!(picture.ends_with("](chart.svg)") && command.ends_with(" -o chart.svg`"), "{differ:?}");
    // Again into the same folder.
    fs::write(home.path().join("out/q4/review.md"), "old").expect("it can be written");
    fs::write(home.path().join("out/q4/chart-2.svg"), "a page too many").expect("it can be written");
    assert_eq!(run(&["-o", "out/q4"]).code, 0);
    assert_eq!(names("out/q4"), ["chart.png", "chart.svg", "packet.html", "review.json", "review.md", "review.pptx"]);
    assert_eq!(fs::read_to_string(home.path().join("out/q4/review.md")).expect("it is there"), markdown);
    assert_eq!(names("out"), ["q4"]);
    // What somebody else put there stays, and so does all the rest.
    fs::write(home.path().join("out/q4/notes.txt"), "mine").expect("it can be written");
    fs::write(home.path().join("out/q4/review.md"), "old").expect("it can be written");
    let refused = run(&["-o", "out/q4"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("out/q4 holds `notes.txt`"), "{}", refused.err);
    assert_eq!(fs::read_to_string(home.path().join("out/q4/review.md")).expect("it is there"), "old");
    assert_eq!(run(&["-o", "chart.yaml"]).code, 2, "a file is no folder");
    assert_eq!(fs::read_to_string(home.path().join("chart.yaml")).expect("it is there"), WIDE);
}

#[test]
fn the_revision_before_is_found_named_or_missing() {
    let before = |arguments: &[&str]| {
        let ran = rightseat(project(), &[&["review", "--format", "json"], arguments].concat());
        let packet: serde_json::Value = serde_json::from_str(&ran.out).unwrap_or_default();
        packet["headline"]["before_revision"].as_str().map(str::to_owned)
    };
    assert_eq!(before(&["charts/northwind"]).as_deref(), Some("2026-Q3"));
    assert_eq!(before(&["charts/northwind/2026-Q2"]).as_deref(), Some("2026-Q1"));
    assert_eq!(before(&["charts/northwind/2026-Q1"]), None);
    assert_eq!(before(&["charts/northwind", "--since", "charts/northwind/2026-Q1"]).as_deref(), Some("2026-Q1"));
    assert_eq!(rightseat(project(), &["review", "charts/northwind", "--since", "nowhere"]).code, 2);
    let partial = reviewed("seats: [\n", &[]);
    assert_eq!(partial.code, 2);
    assert!(partial.err.contains("can't be read in full"), "{}", partial.err);
}

#[test]
fn a_renamed_seat_and_person_keep_their_past() {
    let old = "organization: Acme\nrevision: 2026-Q3\nseats:\n  boss: {title: Boss, owner: ana}\n  ops: {title: Ops, reports_to: boss}\npeople: {ana: Ana Ruiz}\n";
    let new = "organization: Acme\nrevision: 2026-Q4\nseats:\n  boss: {title: Boss, owner: ana-ruiz}\n  operations: {title: Ops, formerly: [ops], reports_to: boss}\npeople: {ana-ruiz: Ana Ruiz}\n";
    let home = folder(&[("acme/a/chart.yaml", old), ("acme/b/chart.yaml", new)]);
    let ran = rightseat(home.path(), &["review", "acme", "--format", "json"]);
    let packet: serde_json::Value = serde_json::from_str(&ran.out).expect("it is JSON");
    assert_eq!(packet["loads"][0]["before"], "0.035", "{}", ran.out);
    assert_eq!(packet["vacancies"][0]["was_vacant"], true);
    let is_new: Vec<_> = packet["decisions"].as_array().expect("a list").iter().map(|one| &one["is_new"]).collect();
    assert_eq!(is_new, [false]);
}
