//! Out and in again: what a flat table can hold comes back the same, and JSON is the whole chart.

use std::collections::BTreeSet;

use arbtest::arbtest;
use rightseat::exchange::{Imported, Input, Request, document, import, table};
use rightseat::graph::{Graph, LoadRates};
use rightseat::model::Chart;
use rightseat::read;

use super::rightseat;
use crate::support::{project, sources};

use super::{files, home};

fn chart_of(files: &[(&str, &str)]) -> Chart {
    let (sources, inputs) = sources(files);
    let (chart, _) = read::chart(&sources, &inputs);
    chart
}

/// All that a table holds of a chart, a line a fact, in an order that does not depend on files.
fn facts(chart: &Chart) -> BTreeSet<String> {
    let graph = Graph::new(chart, LoadRates::default());
    let mut facts = BTreeSet::new();
    for seat in graph.seats() {
        let said = seat.claims();
        let ids = |list: &[rightseat::text::Spanned<rightseat::model::PersonId>]| {
            list.iter().map(|id| id.value.to_string()).collect::<Vec<_>>()
        };
        facts.insert(format!(
            "seat {} {:?} under {:?} in {:?} by {:?}, interim {:?}, backup {:?}, members {:?}, dotted {:?}, manages {:?}, assistant {}, vacant {:?}, for {:?}",
            seat.id(),
            said.title.get(),
            said.reports_to.get(),
            seat.function(),
            ids(&said.owner),
            said.interim.get(),
            said.backup.get(),
            ids(&said.members),
            said.dotted_to.iter().map(|to| to.value.as_str()).collect::<Vec<_>>(),
            said.manages.get(),
            said.assistant.get() == Some(&true),
            said.vacant.get().map(|vacancy| (vacancy.since.get().copied(), vacancy.plan.get().cloned())),
            said.responsibilities.iter().map(|one| one.value.as_str()).collect::<Vec<_>>(),
        ));
    }
    for priority in &chart.priorities.entries {
        let ids = |list: &[rightseat::text::Spanned<rightseat::model::SeatId>]| {
            list.iter().map(|id| id.value.to_string()).collect::<Vec<_>>()
        };
        facts.insert(format!(
            "priority {} {:?} of {:?} with {:?} for {:?}, {:?} {:?} {:?} {:?} {:?}",
            priority.id.value,
            priority.title.get(),
            ids(&priority.owner),
            ids(&priority.contributors),
            priority.supports.iter().map(|other| other.value.as_str()).collect::<Vec<_>>(),
            priority.horizon.get(),
            priority.lane.get(),
            priority.effort.get(),
            priority.due.get(),
            priority.status.get(),
        ));
    }
    for person in graph.people() {
        let said = person.claims();
        facts.insert(format!(
            "person {} {:?} {} {}",
            person.id(),
            person.name(),
            said.capacity(),
            said.outside.get() == Some(&true)
        ));
    }
    facts
}

fn imported(text: &str) -> Imported {
    let request = Request { organization: "X", ..Request::default() };
    let input = Input { origin: "x.csv".to_owned(), bytes: text.as_bytes().to_vec() };
    import(vec![input], &request).expect("our own table is understood")
}

fn through_table(chart: &Chart) -> Chart {
    let text = table(&Graph::new(chart, LoadRates::default()), false);
    let imported = imported(&text);
    assert!(imported.odd.blocks.is_empty(), "{text}: {:?}", imported.odd);
    chart_of(&imported.files.iter().map(|file| (file.name.as_str(), file.text.as_str())).collect::<Vec<_>>())
}

fn texts(folder: &str) -> Vec<(String, String)> {
    files(&project().join(folder))
}

fn borrowed(files: &[(String, String)]) -> Vec<(&str, &str)> {
    files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

#[test]
fn a_table_brings_back_seats_people_lines_and_priorities() {
    for folder in ["charts/northwind/2026-Q1", "charts/northwind/2026-Q4"] {
        let chart = chart_of(&borrowed(&texts(folder)));
        assert!(chart.seats.entries.len() > 20);
        assert_eq!(facts(&through_table(&chart)), facts(&chart), "{folder}");
    }
    let company = std::fs::read_to_string(project().join("src/check/rules/company.yaml")).expect("it is there");
    let chart = chart_of(&[("chart.yaml", &company)]);
    assert_eq!(facts(&through_table(&chart)), facts(&chart));
    let odd = "people: {a: '=1+1', b: {name: '@b', capacity: 0.5, outside: true}, c: \"'c\"}\nseats:\n  s:\n    title: '+1; 2'\n    \
               owner: [a, b]\n    responsibilities: ['-x', 'y; z', '=z']\n    manages: coach\n  t:\n    title: \"'t, \\\"u\\\"\"\n    reports_to: s\n    assistant: true\n    \
               vacant: {since: 2026-08-01, plan: '＝x'}\n    interim: c\n    backup: a\n    dotted_to: [s]\n    members: [a, b]\n\
               priorities:\n  p: {title: '=p', owner: [s, t], horizon: long, lane: cost, status: off-track}\n  \
               q: {title: '=p', supports: [p, r], contributors: [t, s], effort: 10, due: 2026-12-15}\n  r: {title: Untitled, owner: t}\n";
    let chart = chart_of(&[("chart.yaml", odd)]);
    assert_eq!(facts(&through_table(&chart)), facts(&chart));
}

/// What stands in metrics, strategy, fit, waivers and notes is not in a table, and what could not be read neither; every
/// finding that is about the rest is found again, in the same words.
#[test]
fn a_table_brings_back_the_findings_about_what_it_holds() {
    let not_carried = [
        "drifting-lane",
        "lagging-scorecard",
        "missed-target",
        "missing-lane",
        "missing-perspective",
        "missing-strategy",
        "stale-review",
        "unkept-promise",
        "unmeasured-priority",
        "unowned-metric",
        "unused-waiver",
        "wrong-seat",
    ];
    let found = |files: &[(&str, &str)]| -> BTreeSet<String> {
        crate::support::checked(files, |_, _, outcome| {
            let findings = outcome.findings.iter();
            let carried = findings.filter(|finding| !not_carried.contains(&finding.rule.id.as_str()));
            // Which of two equals is named first depends on the order of files.
            carried
                .map(|finding| {
                    let message = finding.message.plain();
                    let mut words: Vec<&str> = message.split([' ', ',']).collect();
                    words.sort_unstable();
                    format!("{} {} {words:?}", finding.level, finding.rule.id)
                })
                .collect()
        })
    };
    for folder in ["charts/northwind/2026-Q1", "charts/northwind/2026-Q4"] {
        let own = texts(folder);
        let chart = chart_of(&borrowed(&own));
        let text = table(&Graph::new(&chart, LoadRates::default()), false);
        let imported = imported(&text);
        let back: Vec<(&str, &str)> =
            imported.files.iter().map(|file| (file.name.as_str(), file.text.as_str())).collect();
        let own = found(&borrowed(&own));
        assert!(own.len() > 12, "{own:?}");
        assert_eq!(found(&back), own, "{folder}");
    }
}

#[test]
fn no_cell_is_a_formula() {
    let texts = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "＝1", "＋1", "－1", "＠x", "'=1"];
    for text in texts {
        let quoted = serde_json::to_string(text).expect("a string is JSON");
        let chart = chart_of(&[(
            "chart.yaml",
            &format!(
                "people: {{a: {quoted}}}\nseats: {{s: {{title: {quoted}, owner: a, function: {quoted}, responsibilities: [{quoted}]}}}}\n"
            ),
        )]);
        let written = table(&Graph::new(&chart, LoadRates::default()), false);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(written.as_bytes());
        for cell in reader
            .records()
            .flat_map(|record| record.expect("our own table reads").iter().map(str::to_owned).collect::<Vec<_>>())
        {
            assert!(!cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']), "{cell}");
        }
        assert_eq!(facts(&through_table(&chart)), facts(&chart), "{text}");
    }
}

#[test]
fn json_is_the_whole_chart_again() {
    for chart in ["charts/northwind", "charts/northwind/2026-Q1", "charts/solo.yaml"] {
        let json = rightseat(project(), &["export", "json", chart]).out;
        let schema: serde_json::Value =
            serde_json::from_str(&rightseat(project(), &["schema", "chart"]).out).expect("it is JSON");
        let value: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        assert!(jsonschema::is_valid(&schema, &value), "{chart}");
        let home = home(&[("chart.yaml", json.as_bytes())]);
        let again = rightseat(home.path(), &["export", "json", "chart.yaml"]);
        assert_eq!(again.out, json, "{chart}");
        // The same findings but for their places.
        let rules = |folder: &std::path::Path, chart: &str| {
            let out = rightseat(folder, &["check", chart, "--verbose", "--format", "concise"]).out;
            let mut rules: Vec<String> =
                out.lines().filter_map(|line| Some(line.split_once(": ")?.1.to_owned())).collect();
            rules.sort();
            rules
        };
        assert_eq!(rules(home.path(), "chart.yaml"), rules(project(), chart), "{chart}");
    }
}

#[test]
fn a_first_seat_whose_title_is_unlike_all_others_comes_back() {
    let seat = |n: usize, title: &str| format!("  s{n}: {{title: {title}}}\n");
    let others: String = (1..5).map(|n| seat(n, "e@x.com")).collect();
    let chart = chart_of(&[("chart.yaml", &format!("seats:\n{}{others}", seat(0, "\"Name\"")))]);
    assert_eq!(facts(&through_table(&chart)), facts(&chart));
}

#[test]
fn generated_charts_come_back_from_both() {
    arbtest(|u| {
        let texts = [
            "A", "no", "012", "1e3", "a: b", "# c", "=x", "'", "\"", "ž", "支持", "- y", "x; y", "{z}", "\\",
            "e@x.com", "%",
        ];
        let mut yaml = String::from("people:\n");
        for n in 0..u.int_in_range(0..=4)? {
            let name = serde_json::to_string(*u.choose(&texts)?).expect("a string is JSON");
            yaml += &format!("  p{n}: {{name: {name}, capacity: 0.{}}}\n", u.int_in_range(1..=9)?);
        }
        yaml += "seats:\n";
        let seats = u.int_in_range(1..=6)?;
        for n in 0..seats {
            let text = |u: &mut arbtest::arbitrary::Unstructured<'_>| {
                u.choose(&texts).map(|text| serde_json::to_string(text).expect("a string is JSON"))
            };
            yaml += &format!("  s{n}:\n    title: {}\n", text(u)?);
            if n > 0 && u.ratio(3, 4)? {
                yaml += &format!("    reports_to: s{}\n", u.int_in_range(0..=n - 1)?);
            }
            if u.ratio(1, 2)? {
                yaml += &format!("    function: {}\n", text(u)?);
            }
            yaml += &format!("    responsibilities: [{}, {}]\n", text(u)?, text(u)?);
        }
        yaml += "priorities:\n";
        for n in 0..u.int_in_range(0..=4)? {
            let title = serde_json::to_string(*u.choose(&texts)?).expect("a string is JSON");
            let owner = u.int_in_range(0..=seats - 1)?;
            yaml += &format!("  r{n}: {{title: {title}, owner: s{owner}, effort: 0.{}}}\n", u.int_in_range(1..=9)?);
        }
        let chart = chart_of(&[("chart.yaml", &yaml)]);
        let json = document(&chart);
        assert_eq!(facts(&chart_of(&[("chart.yaml", &json)])), facts(&chart), "{yaml}\n{json}");
        assert_eq!(facts(&through_table(&chart)), facts(&chart), "{yaml}");
        Ok(())
    });
}

#[test]
// A picture of a history keeps the places of the revision before; this chart has none.
fn diagrams_are_those_of_the_picture() {
    for (form, kind) in [("dot", "dot"), ("mermaid", "mmd")] {
        let exported = rightseat(project(), &["export", form, "charts/atlas"]);
        let drawn = rightseat(project(), &["render", "charts/atlas", "-o", "-", "--format", kind]);
        assert_eq!(
            (exported.code, exported.out.as_str()),
            (0, drawn.out.as_str()),
            "{form}: {}{}",
            exported.err,
            drawn.err
        );
        assert!(exported.out.len() > 1000, "{form}");
    }
}

/// Seats, metrics and claims about the whole chart go out and come back, to the last one.
#[test]
fn tables_bring_back_the_whole_chart() {
    for chart in ["charts/northwind/2026-Q1", "charts/northwind/2026-Q4"] {
        let home = home(&[]);
        let path = |name: &str| home.path().join(name).display().to_string();
        let tables = path("tables");
        let exported = rightseat(project(), &["export", "csv", chart, "-o", &format!("{tables}/")]);
        assert_eq!(exported.code, 0, "{}", exported.err);
        let tables: Vec<String> = ["seats", "metrics", "strategy"].map(|name| format!("{tables}/{name}.csv")).to_vec();
        let back = path("back");
        let imported = rightseat(project(), &["import", "table", &tables[0], &tables[1], &tables[2], "-o", &back]);
        assert_eq!(imported.code, 0, "{}", imported.err);
        assert!(!imported.out.contains("to look at"), "{}", imported.out);
        let diff = rightseat(project(), &["diff", chart, &back, "--exit-code", "--format", "json"]);
        let edits = serde_json::from_str::<serde_json::Value>(&diff.out).expect("JSON")["edits"].clone();
        assert_eq!(edits, serde_json::json!([]), "{chart}");
    }
}

#[test]
fn everything_that_a_seat_says_comes_back() {
    let text = "organization: X\nrevision: 2026-Q4\nreviewed: 2026-10-06\nstrategy:\n  mission: M; m\n  values: [Own it, 'Say it, plainly']\n  \
                promise: {text: P, owner: s}\npeople:\n  a: {name: Ana, ref: [A-1, A-2], note: Likes tea}\n  b: {name: Bo, ref: {hr: '7', ats: R-1}}\n\
                seats:\n  s:\n    title: Chief\n    owner: a\n    function: F\n    ref: P-1\n    fit: {head: true, briefcase: false}\n    formerly: [boss, head]\n    \
                allow: [{rule: thin-seat, reason: 'New: grows', until: 2027-01-31}]\n    note: |-\n      One line.\n      Another.\n  \
                t: {title: Cook, reports_to: s, owner: b, function: F}\n\
                priorities:\n  p: {title: Grow, owner: s, note: N, allow: [{rule: stranded-priority, reason: r, until: 2027-01-31}]}\n\
                metrics:\n  m: {title: Loaves, owner: t, measures: [p], target: '>= 1,200', actual: '1,180', kind: leading, perspective: customer, note: n}\n";
    let home = home(&[("org.yaml", text.as_bytes())]);
    let run = |arguments: &[&str]| rightseat(home.path(), arguments);
    assert_eq!(run(&["export", "csv", "org.yaml", "-o", "out/"]).code, 0);
    let ran = run(&["import", "table", "out/strategy.csv", "out/metrics.csv", "out/seats.csv", "-o", "back"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let diff = run(&["diff", "org.yaml", "back", "--exit-code"]);
    assert!(
        diff.code == 0
            && diff.out.contains(
                "The charts say the same.
"
            ),
        "{}",
        diff.out
    );
}

#[test]
fn a_list_of_ids_is_no_name_with_a_number_in_it() {
    let text = "\
people: {a: Ann Lee, b: Bob Ray, c: Cy Poe}
seats:
  top: {title: Top, owner: a}
  chair-2: {title: Chair, owner: b, reports_to: top}
  zed: {title: Zed, owner: c, reports_to: chair-2, dotted_to: [top, chair-2]}
";
    let chart = chart_of(&[("chart.yaml", text)]);
    let back = through_table(&chart);
    assert_eq!(facts(&back), facts(&chart));
}

#[test]
fn entries_of_a_list_come_back_one_for_one() {
    let lists: [&[&str]; 9] = [
        &["one\ntwo"],
        &["one\n\ntwo", "three"],
        &["one", "two\n  deeper\nthree", "four; five"],
        &["one; two"],
        &["• one"],
        &["• one", "two"],
        &["• one; two\nthree"],
        &["-one\n=two", "'three"],
        &["one  two", "three"],
    ];
    for list in lists {
        let quoted = serde_json::to_string(list).expect("texts are JSON");
        let reason = serde_json::to_string(&format!("why: {}", list[0])).expect("a text is JSON");
        let home = home(&[(
            "own.yaml",
            format!(
                "organization: X\npeople: {{a: Ana}}\nseats:\n  s:\n    title: S\n    owner: a\n    responsibilities: {quoted}\n    \
                 allow: [{{rule: thin-seat, reason: {reason}, until: 2026-12-31}}]\n"
            )
            .as_bytes(),
        )]);
        let chart = |words: &[&str]| {
            let ran = rightseat(home.path(), words);
            assert_eq!(ran.code, 0, "{words:?}: {}", ran.err);
            ran.out
        };
        let read = |path: &str| -> serde_json::Value {
            let whole: serde_json::Value = serde_json::from_str(&chart(&["export", "json", path])).expect("it is JSON");
            whole["seats"]["s"].clone()
        };
        let own = read("own.yaml");
        assert_eq!(own["responsibilities"], serde_json::json!(list));
        for (form, table) in [("csv", "out.csv"), ("xlsx", "out.xlsx")] {
            chart(&["export", form, "own.yaml", "-o", table]);
            chart(&["import", "table", table, "-o", form]);
            let back = read(form);
            assert_eq!(back["responsibilities"], own["responsibilities"], "{form}");
            assert_eq!(back["allow"], own["allow"], "{form}");
        }
    }
}
