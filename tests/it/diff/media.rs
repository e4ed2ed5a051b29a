//! The same changes on a terminal, in a comment and as JSON; and how the command ends.

use std::fmt::Write as _;
use std::fs;

use arbtest::arbtest;
use rightseat::diff::{Change, Code, Group, Renames};
use rightseat::report::{Look, diff_json, diff_markdown, diff_text};
use tempfile::TempDir;

use super::company::{company, edit};
use super::compared;
use crate::support::{assert_file, project, rightseat};

const LOOK: Look = Look { color: false, width: 200, lowest: rightseat::check::Level::Warning };

#[test]
fn every_medium_tells_the_same_changes() {
    arbtest(|u| {
        let old = company(u)?;
        let mut new = old.clone();
        for _ in 0..u.int_in_range(0..=6)? {
            edit(&mut new, u)?;
        }
        compared(&old.yaml(), &new.yaml(), Renames::default(), |compared| {
            let (text, markdown) = (diff_text(compared, LOOK), diff_markdown(compared));
            let json: serde_json::Value = serde_json::from_str(&diff_json(compared)).expect("it is JSON");
            let told = json["changes"].as_array().expect("a list");
            let in_json: Vec<_> =
                told.iter().map(|change| (change["code"].clone(), change["new"]["id"].clone())).collect();
            let id = |change: &Change| change.new.as_ref().map(|party| party.id.clone());
            let here: Vec<_> = compared
                .diff
                .changes
                .iter()
                .map(|change| (change.code().as_str().into(), id(change).map_or(serde_json::Value::Null, Into::into)))
                .collect();
            assert_eq!(in_json, here);
            let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for party in compared.diff.changes.iter().filter_map(Change::subject) {
                assert!(
                    party.id.is_empty() || joined.contains(&party.id) || joined.contains(&party.name),
                    "{party:?}\n{text}"
                );
                assert!(
                    party.id.is_empty() || markdown.contains(&party.id) || markdown.contains(&party.name),
                    "{party:?}\n{markdown}"
                );
            }
            let longest = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
            assert!(longest <= 80, "{text}");
            let marks = text.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
            assert!(marks.clone().all(|line| "+-~>?".contains(&line[2..3])), "{text}");
        });
        Ok(())
    });
}

#[test]
fn json_fits_its_schema() {
    let schema = fs::read_to_string(project().join("docs/diff.schema.json")).expect("the schema is there");
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let northwind = |quarter: &str| format!("charts/northwind/2026-{quarter}");
    for (old, new) in [("Q1", "Q2"), ("Q2", "Q3"), ("Q3", "Q4"), ("Q4", "Q4")] {
        let ran = rightseat(project(), &["diff", &northwind(old), &northwind(new), "--format", "json"]);
        let output: serde_json::Value = serde_json::from_str(&ran.out).expect("the output is JSON");
        let errors: Vec<String> = validator.iter_errors(&output).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{old} {new}");
        assert_eq!(output["is_same"].as_bool(), Some(old == new));
        assert!(old == new || output["changes"].as_array().is_some_and(|changes| changes.len() > 40));
        let mut wrong = output.clone();
        wrong["changes"] = serde_json::json!([{"code": "seat-vanished"}]);
        assert!(!validator.is_valid(&wrong));
    }
}

/// A text with what stands between two of its lines replaced.
fn between(text: &str, from: &str, to: &str, new: &str) -> String {
    let start = text.find(from).expect("the first is there") + from.len();
    let end = start + text[start..].find(to).expect("the second is there");
    [&text[..start], new, &text[end..]].concat()
}

#[test]
fn the_page_on_diff_and_the_schema_have_every_code() {
    let mut tables = String::new();
    for group in Group::ALL {
        write!(tables, "### {}\n\n| code | mark | meaning |\n|---|---|---|\n", group.title()).expect("it takes all");
        for code in Code::ALL.iter().filter(|code| code.group() == group) {
            let row = (code.as_str(), code.sign().mark(), code.meaning());
            writeln!(tables, "| `{}` | `{}` | {} |", row.0, row.1, row.2).expect("it takes all");
        }
        tables.push('\n');
    }
    let page = fs::read_to_string(project().join("docs/diff.md")).expect("the page is there");
    let page = between(
        &page,
        "is not reported, nor is a seat that reports to the same person under another number.\n\n",
        "## Entries under another id\n",
        &tables,
    );
    assert_file("docs/diff.md", &page);
    let codes: Vec<String> = Code::ALL.iter().map(|code| format!("            \"{}\"", code.as_str())).collect();
    let schema = fs::read_to_string(project().join("docs/diff.schema.json")).expect("the schema is there");
    let start = "        \"code\": {\n          \"enum\": [\n";
    assert_file("docs/diff.schema.json", &between(&schema, start, "\n          ]", &codes.join(",\n")));
}

fn seats(count: usize, of: &str, title: &str) -> String {
    let seat = |n: usize| {
        format!("  {of}{n}: {{title: \"{title} {n}\", responsibilities: [\"{title} a {n}\", \"{title} b {n}\"]}}\n")
    };
    format!("people: {{x: Xena}}\nseats:\n{}", (0..count).map(seat).collect::<String>())
}

#[test]
fn a_comment_is_never_too_long_and_says_what_was_cut() {
    let long = "Long title ".repeat(30);
    compared(&seats(3000, "a", "Old"), &seats(3000, "b", &long), Renames::Off, |compared| {
        let page = diff_markdown(compared);
        assert!(page.len() < 60_000, "{}", page.len());
        let cut = page.lines().position(|line| line.starts_with("**Cut to fit into one comment: "));
        assert!(cut.is_some_and(|line| line < 5), "{}", &page[..400]);
        assert_eq!(page.matches("<details").count(), page.matches("</details>").count());
    });
}

/// What Markdown makes of a page outside its code spans.
fn outside_code(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some(start) = rest.find('`') {
        out.push_str(&rest[..start]);
        let fence = rest[start..].chars().take_while(|&character| character == '`').count();
        let inner = &rest[start + fence..];
        let mut runs = inner.match_indices('`').map(|(at, _)| at).peekable();
        let mut end = None;
        while let Some(at) = runs.next() {
            let run = inner[at..].chars().take_while(|&character| character == '`').count();
            for _ in 1..run {
                runs.next();
            }
            if run == fence {
                end = Some(at);
                break;
            }
        }
        let end = end.expect("every span ends");
        assert!(!inner[..end].contains('\n'), "{}", &inner[..end]);
        rest = &inner[end + fence..];
    }
    out + rest
}

#[test]
fn nothing_of_a_chart_acts_in_a_comment_or_in_a_log() {
    let evil = [
        "</details><img src=x onerror=alert(1)>",
        "`` @everyone `",
        "a\\n\\n# Heading",
        "[x](javascript:y)",
        "| a | b |",
        "::error::x",
        "##[error]x",
        "word word word word word word word word word word word word word ::set-output::x",
        "##vso[task.x]",
        "<!-- rightseat diff -->",
        "```",
        "\\u001b[31m",
    ];
    for text in evil {
        let quoted = text.replace('"', "'");
        let old = "people: {x: Xena}\nseats: {s: {title: Was, owner: x, responsibilities: [a]}}\n".to_owned();
        let new = format!(
            "people: {{x: \"{quoted}\", y: \"{quoted}\"}}\nseats:\n  s: {{title: \"{quoted}\", responsibilities: [\"{quoted}\"]}}\n  \
             t: {{title: \"{quoted}\", reports_to: s, owner: y, note: \"{quoted}\"}}\npriorities:\n  p: {{title: \"{quoted}\"}}\n"
        );
        compared(&old, &new, Renames::default(), |compared| {
            let page = diff_markdown(compared);
            let outside = outside_code(&page);
            for sign in ["<img", "@e", "[x](", "\n# Heading", "\n::", "\n- ::", "##["] {
                assert!(!outside.contains(sign), "{sign}\n{page}");
            }
            assert_eq!(outside.matches("<!--").count(), 1, "{page}");
            let shown = diff_text(compared, Look { width: 60, ..LOOK });
            for line in shown.lines() {
                assert!(!line.trim_start().starts_with("::") && !line.contains("##["), "{shown}");
            }
            assert!(!shown.contains("##vso[") && !shown.contains('\u{1b}'), "{shown}");
        });
    }
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    fs::create_dir(folder.path().join(".git")).expect("a folder can be made");
    for (path, text) in files {
        fs::write(folder.path().join(path), text).expect("a file can be written");
    }
    folder
}

const CLEAN: &str = "seats:\n  a: {title: A, owner: x, responsibilities: [one, two, three]}\npeople: {x: Xena}\n";

#[test]
fn diff_exits_by_what_it_is_asked() {
    let shared = CLEAN.replace("owner: x", "owner: [x, y]").replace("{x: Xena}", "{x: Xena, y: Yuki}");
    let thin = CLEAN.replace("[one, two, three]", "[]");
    let home = folder(&[
        ("clean.yaml", CLEAN),
        ("again.yaml", &CLEAN.replace(", owner", ",    owner")),
        ("shared.yaml", &shared),
        ("shared-too.yaml", &shared.replace("three", "four")),
        ("thin.yaml", &thin),
        ("broken.yaml", "seats: [\n"),
    ]);
    for (arguments, code) in [
        (vec!["clean.yaml", "shared.yaml"], 0),
        (vec!["clean.yaml", "shared.yaml", "--exit-code"], 1),
        (vec!["clean.yaml", "again.yaml", "--exit-code"], 0),
        (vec!["clean.yaml", "shared.yaml", "--fail-on", "introduced"], 1),
        (vec!["shared.yaml", "shared-too.yaml", "--fail-on", "introduced"], 0),
        (vec!["shared.yaml", "shared-too.yaml", "--fail-on", "any"], 1),
        (vec!["shared.yaml", "clean.yaml", "--fail-on", "introduced"], 0),
        (vec!["clean.yaml", "thin.yaml", "--fail-on", "introduced"], 0),
        (vec!["clean.yaml", "thin.yaml", "--fail-on", "introduced", "--level", "warning"], 1),
        (vec!["clean.yaml", "broken.yaml"], 2),
        (vec!["clean.yaml", "nowhere.yaml"], 2),
        (vec!["clean.yaml", "."], 2),
        (vec!["clean.yaml"], 2),
    ] {
        let ran = rightseat(home.path(), &[vec!["diff"], arguments.clone()].concat());
        assert_eq!(ran.code, code, "{arguments:?}\n{}{}", ran.out, ran.err);
    }
    let broken = rightseat(home.path(), &["diff", "broken.yaml", "nowhere.yaml"]).err;
    assert!(broken.contains("`rightseat check broken.yaml` says where") && broken.contains("nowhere.yaml"), "{broken}");
}

#[test]
fn a_history_is_compared_by_its_newest() {
    let ran = rightseat(project(), &["diff", "charts/northwind/2026-Q3", "charts/northwind"]);
    let direct = rightseat(project(), &["diff", "charts/northwind/2026-Q3", "charts/northwind/2026-Q4"]);
    assert_eq!((ran.code, &ran.out), (0, &direct.out));
}

/// The same claims cut into other files, under other names and in another order, are the same chart.
#[test]
fn which_file_says_what_never_shows() {
    let home = tempfile::tempdir().expect("a folder can be made");
    let quarter = crate::support::project().join("charts/northwind/2026-Q4");
    for (folder, name) in [("one", "a"), ("two", "z")] {
        let folder = home.path().join(folder);
        std::fs::create_dir(&folder).expect("a folder can be made");
        for file in std::fs::read_dir(&quarter).expect("the chart is there").flatten() {
            let text = std::fs::read_to_string(file.path()).expect("it is text");
            let own = file.file_name().into_string().expect("a plain name");
            if own == "chart.yaml" || name == "a" {
                std::fs::write(folder.join(own), text).expect("a file can be written");
                continue;
            }
            // Each section in a file of its own, in a folder below.
            let below = folder.join(name).join(own.trim_end_matches(".yaml"));
            std::fs::create_dir_all(&below).expect("a folder can be made");
            let starts = text.match_indices('\n').map(|(at, _)| at + 1);
            let mut cuts: Vec<usize> =
                starts.filter(|&at| text[at..].starts_with(|c: char| c.is_ascii_lowercase())).collect();
            cuts.insert(0, 0);
            cuts.push(text.len());
            for (at, cut) in cuts.windows(2).enumerate() {
                let section = &text[cut[0]..cut[1]];
                if section.lines().any(|line| !line.trim().is_empty() && !line.starts_with('#')) {
                    std::fs::write(below.join(format!("{name}{at}.yaml")), section).expect("a file can be written");
                }
            }
        }
    }
    let ran = rightseat(home.path(), &["diff", "one", "two", "--exit-code", "--today", "2026-10-20"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    let files = walk(&home.path().join("two"));
    assert!(files > 12, "cut into {files} files");
}

/// How many files lie below a folder.
fn walk(folder: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(folder).expect("a folder can be read").flatten();
    entries.map(|entry| if entry.path().is_dir() { walk(&entry.path()) } else { 1 }).sum()
}

#[test]
fn claims_that_nobody_would_call_a_change_are_counted() {
    let chart = "organization: Acme\nseats: {top: {title: Head}}\n";
    for (added, words) in
        [("reviewed: 2026-11-11\n", "1 claim is"), ("reviewed: 2026-11-11\nrevision: 2026-Q4\n", "2 claims are")]
    {
        let new = format!("{added}{chart}");
        compared(chart, &new, Renames::default(), |compared| {
            let said = format!("Nothing that people would call a change: {words} written differently, which ");
            let (text, markdown) = (diff_text(compared, LOOK), diff_markdown(compared));
            let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(joined.contains(&format!("{said}`--format json` shows.")), "{text}");
            assert!(markdown.contains(&format!("{said}`--format json` shows.")), "{markdown}");
        });
    }
}
