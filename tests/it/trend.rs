//! Figures over time: the same from folders and from git, each recomputed from the files.

use std::fs;
use std::path::Path;

use rightseat::cli::{Env, run};
use rightseat::layout::{Mark, Px, strip_scene};
use rightseat::model::Language;
use rightseat::picture::strip;
use rightseat::trend::{Figures, Row, Trend};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::git::Repository;
use crate::support::{TODAY, assert_file, day, judged, project, rightseat};

const QUARTERS: [(&str, &str); 4] = [
    ("2026-Q1", "2026-03-31T12:00:00Z"),
    ("2026-Q2", "2026-06-30T12:00:00Z"),
    ("2026-Q3", "2026-09-30T12:00:00Z"),
    ("2026-Q4", "2026-10-20T12:00:00Z"),
];

fn trend(folder: &Path, arguments: &[&str]) -> Value {
    let ran = rightseat(folder, &[&["trend", "--format", "json"], arguments].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    let document = serde_json::from_str(&ran.out).expect("it is JSON");
    let schema = fs::read_to_string(project().join("docs/trend.schema.json")).expect("the schema is there");
    let schema = serde_json::from_str(&schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new(), "{arguments:?}");
    document
}

fn column<'d>(document: &'d Value, key: &str) -> Vec<&'d Value> {
    document["revisions"].as_array().expect("it is a list").iter().map(|row| &row[key]).collect()
}

/// Northwind with one commit a quarter, at the quarter's end.
fn northwind() -> Repository {
    let home = Repository::of(&[("README", "before there was a chart\n")]);
    for (quarter, date) in QUARTERS {
        let folder = project().join("charts/northwind").join(quarter);
        let _: Result<(), _> = fs::remove_dir_all(home.join("charts"));
        for entry in fs::read_dir(folder).expect("it is there").flatten() {
            let text = fs::read_to_string(entry.path()).expect("charts are text");
            home.write(&format!("charts/{}", entry.file_name().display()), &text);
        }
        home.commit_on(date, &[]);
        home.git(&["tag", &format!("v{quarter}")]);
    }
    home
}

#[test]
fn a_table_fits_eighty_columns_and_says_what_its_heads_mean() {
    let ran = rightseat(project(), &["trend", "charts/northwind"]);
    expect_test::expect![[r#"
                seats people empty tiers span most open over moves churn err warn note
        2026-Q1    31     31     1     5    5    6    1    2     -     -   3   11   26
        2026-Q2    31     33     1     5    5    6    1    1     0   16%   2    9   24
        2026-Q3    31     32     2     4    5    6    1    1     2   10%   1    6   25
        2026-Q4    33     34     2     4    5    7    0    1     0   18%   0    2   18

        people  people in the chart
        empty   seats that nobody owns, including those with an interim
        tiers   layers of the tree
        span    median number of reports of a seat that has some
        most    most reports of one seat
        open    open priorities for which not exactly one person answers
        over    people who carry more than they can
        moves   seats that report elsewhere than in the revision before, a subtree once
        churn   share of seats that came, went, moved or changed hands
        err     findings that are errors
        warn    findings that are warnings
        note    findings that are notes
    "#]]
    .assert_eq(&ran.out);
    let page = fs::read_to_string(project().join("docs/trend.md")).expect("the page is there");
    let table: Vec<&str> = ran.out.lines().take(5).collect();
    assert!(page.contains(&table.join("\n")), "docs/trend.md shows another table");
    for width in [0, 80, 120] {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut env = Env {
            stdout: &mut out,
            stderr: &mut err,
            directory: project().to_path_buf(),
            today: day(TODAY),
            color: false,
            width,
            is_closed: false,
            steps: rightseat::load::Steps::default(),
            is_last: false,
        };
        assert_eq!(run(["rightseat", "trend", "charts/northwind"].map(Into::into), &mut env), 0);
        let out = String::from_utf8(out).expect("output is UTF-8");
        let longest = out.lines().map(|line| line.width()).max();
        assert!(longest.is_some_and(|longest| longest <= 80), "{width}: {out}");
    }
}

#[test]
fn csv_has_a_line_a_revision() {
    let ran = rightseat(project(), &["trend", "charts/northwind", "--format", "csv"]);
    expect_test::expect![[r#"
        revision,chart,commit,day,seats,people,vacancies,layers,span_median,span_max,unanswered,overloaded,moves,churn,errors,warnings,infos,gap
        2026-Q1,charts/northwind/2026-Q1,,2026-03-31,31,31,1,5,5,6,1,2,,,3,11,26,
        2026-Q2,charts/northwind/2026-Q2,,2026-06-30,31,33,1,5,5,6,1,1,0,16.1,2,9,24,
        2026-Q3,charts/northwind/2026-Q3,,2026-09-30,31,32,2,4,5,6,1,1,2,9.7,1,6,25,
        2026-Q4,charts/northwind/2026-Q4,,2026-10-20,33,34,2,4,5,7,0,1,0,18.2,0,2,18,
    "#]].assert_eq(&ran.out);
}

#[test]
fn the_slide_is_as_it_was_when_it_was_looked_at() {
    let home = tempfile::TempDir::new().expect("a folder can be made");
    let file = home.path().join("trend.svg").display().to_string();
    let ran = rightseat(project(), &["trend", "charts/northwind", "-o", &file]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert_file("tests/golden/trend.svg", &fs::read_to_string(&file).expect("it was written"));
}

/// A trend of charts, every tenth of them large.
fn uneven(revisions: usize) -> Trend {
    let row = |at: usize| {
        let count = if at % 10 == 9 { 1000 } else { at };
        let seats: String = (0..=count).map(|seat| format!("  s{seat}: {{title: T{seat}}}\n")).collect();
        let figures = judged(&[("chart.yaml", &format!("seats:\n{seats}"))], |judged| Figures::of(judged, None));
        let label = format!("a tag with a name that goes on and on: {at}");
        let figures = if at % 7 == 3 { Err("it is broken".to_owned()) } else { Ok(figures) };
        Row { label, name: String::new(), commit: None, day: None, figures }
    };
    Trend { title: "Wide ".repeat(80), rows: (0..revisions).map(row).collect(), notes: Vec::new() }
}

#[test]
fn on_the_slide_nothing_leaves_the_page_and_no_values_run_into_each_other() {
    for revisions in [0, 1, 2, 8, 10, 12, 120] {
        let scene = strip_scene(&strip(&uneven(revisions), Language::English));
        for group in &scene.groups {
            let mut words: Vec<(Px, Px, Px)> = Vec::new();
            for mark in &group.marks {
                let (left, right, bottom) = match mark {
                    Mark::Rect(rect) => (rect.area.left(), rect.area.right(), rect.area.bottom()),
                    Mark::Text(text) => {
                        let line = &text.lines[0];
                        let width = text.role.face().width(&line.text, text.role.size());
                        words.push((line.start.y, line.start.x, line.start.x + width));
                        (line.start.x, line.start.x + width, line.start.y)
                    }
                    _ => continue,
                };
                assert!(left >= Px::ZERO && right <= scene.size.width, "{revisions}: {mark:?}");
                assert!(bottom > Px::ZERO && bottom <= scene.size.height, "{revisions}: {mark:?}");
            }
            words.sort();
            let apart = |pair: &[(Px, Px, Px)]| pair[0].0 != pair[1].0 || pair[0].2 <= pair[1].1;
            assert!(words.windows(2).all(apart), "{revisions}: {:?}", group.marks);
        }
    }
}

#[test]
fn the_slide_has_the_theme_of_the_newest_revision() {
    let home = Repository::of(&[("a.yaml", CHART)]);
    home.commit_on("2027-01-05T12:00:00Z", &[("rightseat.yaml", "theme: {base: dark, accent: \"#f59e0b\"}\n")]);
    let drawn = rightseat(home.path(), &["trend", "a.yaml", "--every", "quarter", "--format", "svg"]).out;
    assert!(drawn.contains("fill=\"#f59e0b\"") && !drawn.contains("fill=\"#ffffff\""), "{drawn}");
}

#[test]
fn git_and_folders_have_the_same_figures() {
    let folder = trend(project(), &["charts/northwind"]);
    let home = northwind();
    for arguments in [
        &["charts", "--every", "quarter"][..],
        &["main:charts", "--every", "quarter"],
        &["charts", "--every", "month"],
        &["charts/chart.yaml", "--tags", "v*"],
        &["HEAD:charts", "--tags", "v2026-Q?"],
    ] {
        let git = trend(home.path(), arguments);
        assert_eq!(column(&git, "figures"), column(&folder, "figures"), "{arguments:?}");
        assert_eq!(column(&git, "day"), column(&folder, "day"), "{arguments:?}");
        let commits = home.git(&["rev-list", "--reverse", "--max-count=4", "main"]);
        assert_eq!(column(&git, "commit"), commits.lines().collect::<Vec<_>>());
    }
    let labels = |arguments: &[&str]| {
        column(&trend(home.path(), arguments), "revision").into_iter().cloned().collect::<Vec<_>>()
    };
    assert_eq!(labels(&["charts", "--every", "quarter"]), QUARTERS.map(|(quarter, _)| quarter));
    assert_eq!(labels(&["charts", "--every", "month"]), ["2026-03", "2026-06", "2026-09", "2026-10"]);
    assert_eq!(labels(&["charts", "--tags", "v2026-Q[23]"]), ["v2026-Q2", "v2026-Q3"]);
    assert_eq!(labels(&["HEAD~2:charts", "--every", "quarter"]), ["2026-Q1", "2026-Q2"]);
    let inside = rightseat(&home.join("charts"), &["trend", ".", "--every", "quarter", "--format", "csv"]);
    let above = rightseat(home.path(), &["trend", "charts", "--every", "quarter", "--format", "csv"]);
    assert_eq!(inside.out, above.out);
}

/// The mappings of a section over all files of a revision, read by another reader.
fn section(quarter: &str, name: &str) -> Vec<(String, serde_yaml::Value)> {
    let folder = project().join("charts/northwind").join(quarter);
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).expect("it is there").flatten() {
        let text = fs::read_to_string(entry.path()).expect("charts are text");
        let file: serde_yaml::Value = serde_yaml::from_str(&text).expect("the charts are sound");
        let found = file.get(name).and_then(|section| section.as_mapping()).into_iter().flatten();
        entries.extend(found.map(|(id, entry)| (id.as_str().expect("ids are text").to_owned(), entry.clone())));
    }
    entries
}

#[test]
fn figures_are_those_that_one_counts_in_the_files() {
    let document = trend(project(), &["charts/northwind"]);
    let mut before: Option<Vec<(String, String)>> = None;
    for (row, (quarter, _)) in document["revisions"].as_array().expect("it is a list").iter().zip(QUARTERS) {
        let figures = &row["figures"];
        let seats = section(quarter, "seats");
        let manager = |seat: &serde_yaml::Value| seat.get("reports_to").and_then(|id| id.as_str()).map(str::to_owned);
        assert_eq!(figures["seats"], seats.len(), "{quarter}");
        assert_eq!(figures["people"], section(quarter, "people").len(), "{quarter}");
        let vacant = seats.iter().filter(|(_, seat)| seat.get("owner").is_none_or(|owner| owner.is_null())).count();
        assert_eq!(figures["vacancies"], vacant, "{quarter}");
        let lines: Vec<(String, String)> =
            seats.iter().filter_map(|(id, seat)| Some((id.clone(), manager(seat)?))).collect();
        let mut spans: Vec<usize> = seats
            .iter()
            .map(|(id, _)| lines.iter().filter(|(_, manager)| manager == id).count())
            .filter(|&span| span > 0)
            .collect();
        spans.sort_unstable();
        assert_eq!(figures["span_max"], *spans.last().expect("there are managers"), "{quarter}");
        let (lower, upper) = (spans[(spans.len() - 1) / 2], spans[spans.len() / 2]);
        let median = figures["span_median"].as_f64().expect("it is a number");
        let both = u32::try_from(lower + upper).expect("it is small");
        assert!((median * 2.0 - f64::from(both)).abs() < f64::EPSILON, "{quarter}");
        let mut deepest = 0;
        for (id, _) in &seats {
            let up = |id: &String| lines.iter().find(|(seat, _)| seat == id).map(|(_, manager)| manager.clone());
            deepest = deepest.max(std::iter::successors(Some(id.clone()), up).count());
        }
        assert_eq!(figures["layers"], deepest, "{quarter}");
        // A subtree moves once, with the seat at its top: its other seats report where they did, whatever that one
        // was called.
        let renamed = |id: &String| {
            let is_former = |seat: &serde_yaml::Value| {
                let formerly = seat.get("formerly").and_then(|ids| ids.as_sequence());
                formerly.is_some_and(|ids| ids.iter().any(|former| former.as_str() == Some(id)))
            };
            seats.iter().find(|(_, seat)| is_former(seat)).map_or_else(|| id.clone(), |(now, _)| now.clone())
        };
        let moves = before.as_ref().map(|before| {
            let was: Vec<(String, String)> = before.iter().map(|(id, up)| (renamed(id), renamed(up))).collect();
            let has_moved = |(id, up): &&(String, String)| was.iter().any(|(seat, was)| seat == id && was != up);
            lines.iter().filter(has_moved).count()
        });
        assert_eq!(figures["moves"], moves.map_or(Value::Null, Value::from), "{quarter}");
        before = Some(lines);
    }
}

const CHART: &str =
    "organization: Acme\npeople: {x: Xena}\nseats:\n  a: {title: A, owner: x, responsibilities: [one]}\n";

#[test]
fn churn_counts_seats_that_came_went_moved_or_changed_hands() {
    let chart = |revision: &str, seats: &str| {
        format!(
            "organization: Acme\nrevision: {revision}\npeople: {{x: X, y: Y}}\nseats:\n  a: {{title: A, owner: x}}\n  b: {{title: B, owner: x, reports_to: a}}\n{seats}"
        )
    };
    let home = Repository::of(&[
        (
            "1.yaml",
            &chart(
                "2026-Q1",
                "  c: {title: Cook, owner: x, reports_to: a}\n  d: {title: Dig, owner: x, reports_to: a}\n",
            ),
        ),
        // One moved, one changed hands, and nothing else.
        (
            "2.yaml",
            &chart(
                "2026-Q2",
                "  c: {title: Cook, owner: x, reports_to: b}\n  d: {title: Dig, owner: y, reports_to: a}\n",
            ),
        ),
        // One went, one came: two of five.
        (
            "3.yaml",
            &chart("2026-Q3", "  c: {title: Cook, owner: x, reports_to: b}\n  e: {title: Eat, reports_to: a}\n"),
        ),
        (
            "4.yaml",
            &chart("2026-Q4", "  c: {title: Cook, owner: x, reports_to: b}\n  e: {title: Eat, reports_to: a}\n"),
        ),
    ]);
    let document = trend(home.path(), &["."]);
    let churn: Vec<Option<f64>> =
        column(&document, "figures").iter().map(|figures| figures["churn"].as_f64()).collect();
    assert_eq!(churn, [None, Some(50.0), Some(40.0), Some(0.0)]);
    let empty: Vec<Option<u64>> =
        column(&document, "figures").iter().map(|figures| figures["vacancies"].as_u64()).collect();
    assert_eq!(empty, [0, 0, 1, 1].map(Some));
}

#[test]
fn a_revision_that_cannot_be_read_is_a_gap_with_its_reason() {
    let home = northwind();
    home.commit_on("2026-11-05T12:00:00Z", &[("charts/chart.yaml", "{{{\n")]);
    home.git(&["rm", "--quiet", "-r", "--cached", "charts"]);
    fs::rename(home.join("charts"), home.join("gone")).expect("a folder can be moved");
    home.commit_on("2026-12-05T12:00:00Z", &[]);
    fs::remove_dir_all(home.join("gone")).expect("it is there");
    home.git(&["checkout", "--quiet", "HEAD~2", "--", "charts"]);
    home.commit_on("2027-01-05T12:00:00Z", &[]);
    let document = trend(home.path(), &["charts", "--every", "month"]);
    let gaps = column(&document, "gap");
    let reasons: Vec<&str> = gaps.iter().filter_map(|gap| gap.as_str()).collect();
    assert_eq!(reasons.len(), 2, "{gaps:?}");
    assert!(reasons[0].contains(":charts/chart.yaml:1:1: "), "{reasons:?}");
    assert!(reasons[1].ends_with("has no `charts`"), "{reasons:?}");
    // Nothing changed from the last that could be read.
    assert_eq!(document["revisions"][6]["figures"]["churn"], 0);
    let table = rightseat(home.path(), &["trend", "charts", "--every", "month"]).out;
    assert!(table.contains("2026-12: no figures: ") && table.lines().all(|line| line.width() <= 80), "{table}");
    let drawn = rightseat(home.path(), &["trend", "charts", "--every", "month", "--format", "svg"]).out;
    assert!(drawn.contains("Dashed: could not be read: 2026-11, 2026-12"), "{drawn}");
    let broken = Repository::of(&[("a.yaml", "seats: [\n")]);
    let ran = rightseat(broken.path(), &["trend", "a.yaml", "--every", "quarter"]);
    assert_eq!(ran.code, 2);
    assert!(ran.out.is_empty() && ran.err.contains("no revision could be read; the newest: "), "{}", ran.err);
}

#[test]
fn a_damaged_object_is_a_gap_and_a_damaged_commit_ends_the_history() {
    let home = northwind();
    home.damage(&home.git(&["rev-parse", "HEAD~2:charts/product.yaml"]), b"nonsense");
    home.damage(&home.git(&["rev-parse", "HEAD~1^{tree}"]), b"nonsense");
    let quarters = ["charts", "--every", "quarter"];
    let gaps = |document: &Value| -> Vec<Option<String>> {
        column(document, "gap").iter().map(|gap| gap.as_str().map(str::to_owned)).collect()
    };
    for arguments in [&quarters[..], &["charts", "--tags", "v*"]] {
        let found = gaps(&trend(home.path(), arguments));
        let is_damaged = |gap: &Option<String>| gap.as_ref().is_some_and(|gap| gap.contains("missing or damaged"));
        assert_eq!(found.iter().map(is_damaged).collect::<Vec<_>>(), [false, true, true, false], "{found:?}");
    }
    home.damage(&home.git(&["rev-parse", "HEAD~2"]), b"nonsense");
    let document = trend(home.path(), &quarters);
    // Git prints a commit once it has seen its parent.
    assert_eq!(column(&document, "revision"), ["2026-Q4"]);
    let note = |document: &Value| document["notes"][0].as_str().map(str::to_owned).unwrap_or_default();
    assert!(note(&document).starts_with("older revisions can't be read: "), "{document}");
    let document = trend(home.path(), &["charts", "--tags", "v*"]);
    assert_eq!(column(&document, "revision"), ["v2026-Q1", "v2026-Q3", "v2026-Q4"]);
    assert!(note(&document).starts_with("the tag `v2026-Q2` is left out: "), "{document}");
}

#[test]
fn a_broken_revision_in_a_folder_is_a_gap_too() {
    let chart = |revision: &str| format!("revision: {revision}\n{CHART}");
    let home = Repository::of(&[
        ("acme/2026-Q2/chart.yaml", &chart("2026-Q2")),
        ("acme/2026-Q3/chart.yaml", "{{{\n"),
        ("acme/2026-Q4/chart.yaml", &chart("2026-Q4")),
    ]);
    for chart in ["acme", "acme/2026-Q2", "main:acme"] {
        let document = trend(home.path(), &[chart]);
        assert_eq!(column(&document, "revision"), ["2026-Q2", "2026-Q3", "2026-Q4"], "{chart}");
        let is_gap: Vec<bool> = column(&document, "gap").iter().map(|gap| gap.is_string()).collect();
        assert_eq!(is_gap, [false, true, false], "{chart}");
    }
}

#[test]
fn periods_end_in_utc_and_follow_first_parents() {
    let home = Repository::of(&[("a.yaml", CHART)]);
    let last = home.commit_on("2026-12-31T23:59:59Z", &[]);
    // By the clock on the wall this is the next year.
    let late = home.commit_on("2027-01-01T05:00:00+0900", &[]);
    assert_ne!(last, late);
    home.git(&["checkout", "--quiet", "-b", "side"]);
    home.commit_on("2027-02-01T00:00:00Z", &[("b.yaml", CHART)]);
    home.git(&["checkout", "--quiet", "main"]);
    home.git(&["merge", "--quiet", "--no-ff", "--message=merge", "side"]);
    let document = trend(home.path(), &["a.yaml", "--every", "quarter"]);
    // The merge is of the helper's day, before what it follows: the first walked is the newest.
    assert_eq!(column(&document, "revision"), ["2026-Q4"]);
    let newest = home.commit_on("2027-03-31T23:59:59Z", &[]);
    let document = trend(home.path(), &["a.yaml", "--every", "quarter"]);
    assert_eq!(column(&document, "revision"), ["2026-Q4", "2027-Q1"]);
    assert_eq!(document["revisions"][1]["commit"], newest);
}

#[test]
fn the_newest_hundred_and_twenty_are_shown() {
    let home = Repository::of(&[("a.yaml", CHART)]);
    let mut script = String::new();
    for month in 0..130 {
        // Each 31 days after the last, from 2030 on.
        let at = 1_893_456_000_u64 + month * 31 * 86_400;
        script += &format!("commit refs/heads/long\ncommitter Ana <a@example.org> {at} +0000\ndata 0\n");
        if month == 0 {
            script += &format!("M 100644 inline a.yaml\ndata {}\n{CHART}\n", CHART.len());
        }
    }
    home.fast_import(&script);
    let document = trend(home.path(), &["long:a.yaml", "--every", "month"]);
    assert_eq!(column(&document, "revision").len(), 120);
    assert_eq!(document["notes"], serde_json::json!(["only the newest 120 revisions are shown"]));
    let drawn = rightseat(home.path(), &["trend", "long:a.yaml", "--every", "month", "--format", "svg"]).out;
    assert!(drawn.ends_with("</svg>\n") && !drawn.contains("width=\"-"), "{drawn}");
}

#[test]
fn names_of_any_script_are_aligned_and_none_is_a_formula() {
    let home = Repository::of(&[("a.yaml", &CHART.replace("Acme", "=Größe & Söhne <株式会社>"))]);
    for (tag, date) in
        [("=1+1", "2026-10-07"), ("四半期の組織図四半期の組織図", "2026-10-08"), ("v\u{202e}1", "2026-10-09")]
    {
        home.commit_on(&format!("{date}T00:00:00Z"), &[]);
        home.git(&["tag", tag]);
    }
    let table = rightseat(home.path(), &["trend", "a.yaml", "--tags", "*"]).out;
    // What a long name needs stands below its figures.
    let rows: Vec<usize> = table.lines().take_while(|row| !row.is_empty()).map(UnicodeWidthStr::width).collect();
    let (figures, names): (Vec<usize>, Vec<usize>) = rows.iter().partition(|row| **row > 40);
    assert!(figures.len() == 4 && figures.iter().all(|row| *row == figures[0] && *row <= 80), "{table}");
    assert!(names.iter().all(|row| *row <= 10), "{table}");
    assert!(!table.contains('\u{202e}'), "{table:?}");
    let csv = rightseat(home.path(), &["trend", "a.yaml", "--tags", "*", "--format", "csv"]).out;
    assert!(csv.contains("\n'=1+1,") && !csv.contains('\u{202e}'), "{csv:?}");
    let drawn = rightseat(home.path(), &["trend", "a.yaml", "--tags", "*", "--format", "svg"]).out;
    assert!(drawn.contains("=Größe &amp; Söhne &lt;株式会社&gt;"), "{drawn}");
}

#[test]
fn each_mistake_says_what_to_do() {
    let home = northwind();
    home.write("b.yaml", CHART);
    let nowhere = tempfile::TempDir::new().expect("a folder can be made");
    fs::write(nowhere.path().join("a.yaml"), CHART).expect("a file can be written");
    for (folder, arguments, said) in [
        (home.path(), &["charts"][..], "add `--every quarter` or `--tags PATTERN`"),
        (home.path(), &["charts", "--tags", "w*"], "no tag matches `w*`"),
        (home.path(), &["charts", "--tags", ""], "write a pattern of tags such as"),
        (home.path(), &["chart", "--every", "quarter"], "could be read; the newest: `"),
        (home.path(), &["maim:charts", "--every", "quarter"], "did you mean `main`?"),
        (home.path(), &["charts", "-o", "trend.jpg"], "use the ending .svg, .png, .pdf, .pptx, .csv, .json or .txt"),
        (home.path(), &["charts", "--every", "year"], "quarter, month"),
        (nowhere.path(), &["a.yaml", "--every", "quarter"], "is in no git repository"),
    ] {
        let ran = rightseat(folder, &[&["trend"], arguments].concat());
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.out);
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
    }
    let url = format!("file://{}", home.path().display());
    home.git(&["clone", "--quiet", "--depth=2", &url, "shallow"]);
    let table = rightseat(&home.join("shallow"), &["trend", "charts", "--every", "quarter"]).out;
    assert!(table.contains("note: this clone is shallow") && table.contains("\n2026-Q4"), "{table}");
}
