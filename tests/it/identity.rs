//! What makes a finding the same finding: its rule, its entries and a typed detail, never its words or its line.

use std::fs;

use rightseat::check::{Level, Outcome, fingerprints};
use rightseat::phrase::Phrase;

use crate::support::{folder, judged, rightseat};

/// Two seats, two people, two priorities and two metrics, so that a line can move from one to the other.
const CHART: &str = "organization: Acme
strategy: {mission: Serve, vision: Lead, values: [Care], intent: Win, lane: cost}
people:
  x: {name: Xena}
  y: {name: Yuki}
seats:
  s:
    title: S
    responsibilities: [one, two, three]
  t:
    title: T
    reports_to: s
    responsibilities: [four, five, six]
priorities:
  p:
    title: P
  q:
    title: Q
metrics:
  m:
    title: M
  n:
    title: N
";

/// The chart with lines added behind the title (or name) of an entry.
fn with(id: &str, lines: &str) -> String {
    let lines: String = lines.lines().map(|line| format!("    {line}\n")).collect();
    let head = format!("  {id}:\n");
    let at = CHART.find(&head).expect("the entry is there") + head.len();
    format!("{}{lines}{}", &CHART[..at], &CHART[at..])
}

fn check_all(text: &str, known: Option<&str>) -> (u8, String, String) {
    let home = folder(&[("acme.yaml", text)]);
    let mut arguments = vec!["check", ".", "--format", "concise", "--fail-on", "warning"];
    if let Some(known) = known {
        fs::write(home.path().join("known.json"), known).expect("a file can be written");
        arguments.extend(["--baseline", "known.json"]);
    } else {
        arguments.extend(["--write-baseline", "known.json"]);
    }
    let ran = rightseat(home.path(), &arguments);
    let written = fs::read_to_string(home.path().join("known.json")).expect("it is there");
    (ran.code, ran.out, if known.is_some() { ran.err } else { written })
}

/// Mistakes of reading that two entries of one kind can have, one line or several.
const MISTAKES: [(&str, &str, &str); 13] = [
    ("s", "t", "colour: red"),
    ("s", "t", "assistant: maybe"),
    ("s", "t", "manages: everybody"),
    ("s", "t", "owner: gone"),
    ("s", "t", "backup: Mister X"),
    ("s", "t", "vacant: true"),
    ("s", "t", "fit: {heart: 3}"),
    ("s", "t", "fit: {liver: true}"),
    ("s", "t", "owner: x\ninterim: y"),
    ("s", "t", "allow: [{rule: thin-seat, until: 2027-01-31}]"),
    ("p", "q", "due: tomorrow"),
    ("p", "q", "supports: [gone]"),
    ("m", "n", "target: many"),
];

#[test]
fn a_mistake_of_reading_that_moves_to_another_entry_is_new() {
    for (from, to, line) in MISTAKES {
        let (_, _, known) = check_all(&with(from, line), None);
        let (code, out, trouble) = check_all(&with(from, line), Some(&known));
        assert_eq!((code, out.as_str(), trouble.as_str()), (0, "", ""), "{line}");
        let (code, out, _) = check_all(&with(to, line), Some(&known));
        assert_eq!(code, 1, "`{line}` moved from {from} to {to}:\n{out}");
    }
}

#[test]
fn a_mistake_of_reading_that_moves_to_another_key_is_new() {
    for (before, after) in [
        ("assistant: maybe", "vacant: maybe"),
        ("fit: {heart: 3}", "fit: {head: 3}"),
        ("backup: gone", "owner: gone"),
        ("owner: Mister X", "owner: Mister Y"),
        ("colour: red", "color: red"),
    ] {
        let (_, _, known) = check_all(&with("s", before), None);
        let (code, out, _) = check_all(&with("s", after), Some(&known));
        assert_eq!(code, 1, "{before} -> {after}:\n{out}");
    }
}

#[test]
fn a_mistake_in_the_settings_that_moves_to_another_rule_is_new() {
    let run = |settings: &str, known: Option<&str>| {
        let home = folder(&[("acme.yaml", CHART), ("rightseat.yaml", settings)]);
        let flag = if known.is_some() { "--baseline" } else { "--write-baseline" };
        if let Some(known) = known {
            fs::write(home.path().join("known.json"), known).expect("a file can be written");
        }
        let ran = rightseat(home.path(), &["check", "acme.yaml", flag, "known.json"]);
        (ran.code, fs::read_to_string(home.path().join("known.json")).expect("it is there"))
    };
    for (before, after) in [
        ("rules: {narrow-span: sometimes}", "rules: {crowded-seat: sometimes}"),
        ("rules: {crowded-seat: {max: some}}", "rules: {crowded-quarter: {max: some}}"),
        ("rules: {crowded-seat: {min: 3}}", "rules: {crowded-quarter: {min: 3}}"),
        ("load: {report: much}", "load: {priority: much}"),
    ] {
        let (_, known) = run(before, None);
        assert_eq!(run(before, Some(&known)).0, 0, "{before}\n{known}");
        assert_eq!(run(after, Some(&known)).0, 1, "{before} -> {after}\n{known}");
    }
}

#[test]
fn two_mistakes_of_reading_in_two_entries_share_no_fingerprint() {
    let both = |line: &str, from: &str, to: &str| {
        let (one, other) = (with(from, line), with(to, line));
        [one, other].map(|text| outcome(&text, fingerprints_of))
    };
    for (from, to, line) in MISTAKES {
        let [one, other] = both(line, from, to);
        assert!(!one.is_empty() && !other.is_empty(), "{line}");
        assert!(one.iter().all(|name| !other.contains(name)), "{line}");
    }
}

/// The fingerprints of the mistakes of reading.
fn fingerprints_of(outcome: &Outcome) -> Vec<String> {
    let names = fingerprints("acme", outcome);
    let read = outcome.findings.iter().zip(names).filter(|(finding, _)| finding.rule.pillar.name() == "reading");
    read.map(|(_, name)| name).collect()
}

fn outcome<T>(text: &str, look: impl FnOnce(&Outcome) -> T) -> T {
    judged(&[("acme.yaml", text)], |judged| look(&judged.outcome))
}

#[test]
fn other_words_make_no_other_finding() {
    let text = MISTAKES.iter().fold(CHART.to_owned(), |_, (from, _, line)| with(from, line)) + FIRST_CHART_TAIL;
    outcome(&text, |outcome| {
        let before = fingerprints("acme", outcome);
        let findings = outcome.findings.iter().cloned().map(|mut finding| {
            finding.message = Phrase::worded("`other` words");
            finding.help = None;
            finding
        });
        let reworded = Outcome { findings: findings.collect(), waived: 0, known: 0, held_back: Vec::new() };
        assert!(before.len() > 8, "{}", before.len());
        assert_eq!(before, fingerprints("acme", &reworded));
        assert!(outcome.count(Level::Error) > 0);
    });
}

/// More that is wrong, for the end of a chart.
const FIRST_CHART_TAIL: &str = "  o: {title: O, owner: [s, t], perspective: customer, colour: red}\n";

/// A chart as it was, and what the first release called its findings.
const FIRST_CHART: &str = "organization: Acme
reviewed: 2026-01-05
strategy: {mission: Serve, vision: Lead}
people: {x: Xena, y: Yuki, z: Xena}
seats:
  a: {title: A, owner: [x, y], responsibilities: [one, two, three]}
  b: {title: B, reports_to: a, owner: x, responsibilities: [four, \"One\", six]}
  c: {title: C, reports_to: a, responsibilities: [seven, eight]}
  d: {title: D, owner: x, responsibilities: [u, v, w]}
priorities:
  p: {title: P, owner: c}
  q: {title: Q}
metrics:
  m: {title: M, perspective: customer}
";

const FIRST_FINGERPRINTS: [(&str, &str); 20] = [
    ("stale-review", "a69bc2cbaba9d4ca717c5a7cc5bc03d5"),
    ("missing-lane", "c8b77e9427a0d2004c8f90f73fac0c1f"),
    ("missing-strategy", "478c44e82cf4680b01c11ab81e33f24a"),
    ("scattered-person", "d5ddcec9dcb26fdee5d60a00574f21a1"),
    ("seatless-person", "16541c02cd96b196f36079bcc687c959"),
    ("similar-people", "16689ce738aac6f58a189f5fcafac8b4"),
    ("idle-leader", "aa92f8577472030ff956455fb2f79e40"),
    ("missing-backup", "7eb21eea674c9d6d255b82ca275cc81b"),
    ("shared-seat", "d44ecd343f8ec374e8df933dcc1bb72d"),
    ("missing-backup", "272ca149b6c92ce7d55863315ca66597"),
    ("duplicate-responsibility", "aff7183f72df5fb2c759816bf57e0629"),
    ("thin-seat", "36b06d0e9eac4f6e05d3f2292b80e849"),
    ("vacant-seat", "42ad2ec71eb060473b459699f88f1fd7"),
    ("missing-backup", "a36fa069017e5e614add7a016b7cf1f0"),
    ("second-root", "0b20e8569688c5dbc0531711af422614"),
    ("orphaned-priority", "00caff72d11586f65cde885ff781ef0f"),
    ("unowned-priority", "1c00e98901bcc9bb40cd751421241600"),
    ("lagging-scorecard", "dd7fb5515d51a07a7e03334e6270b6c1"),
    ("missing-perspective", "38e1676a16d9126b0c3695fdddd87847"),
    ("unowned-metric", "ab5a6ea96e273fc361c4fe6752044095"),
];

const FIRST_BASELINE: &str = r#"{
  "version": 1,
  "findings": [
    {"chart":"acme.yaml","rule":"duplicate-responsibility","subjects":["seat a","seat b"]},
    {"chart":"acme.yaml","rule":"idle-leader","subjects":["seat a"]},
    {"chart":"acme.yaml","rule":"lagging-scorecard"},
    {"chart":"acme.yaml","rule":"missing-backup","subjects":["seat a"]},
    {"chart":"acme.yaml","rule":"missing-backup","subjects":["seat b"]},
    {"chart":"acme.yaml","rule":"missing-backup","subjects":["seat d"]},
    {"chart":"acme.yaml","rule":"missing-lane"},
    {"chart":"acme.yaml","rule":"missing-perspective","detail":"financial, operational, people"},
    {"chart":"acme.yaml","rule":"missing-strategy","detail":"values, intent"},
    {"chart":"acme.yaml","rule":"orphaned-priority","subjects":["priority p"]},
    {"chart":"acme.yaml","rule":"scattered-person","subjects":["person x","seat a","seat b","seat d"]},
    {"chart":"acme.yaml","rule":"seatless-person","subjects":["person z"]},
    {"chart":"acme.yaml","rule":"second-root","subjects":["seat d"]},
    {"chart":"acme.yaml","rule":"shared-seat","subjects":["seat a"]},
    {"chart":"acme.yaml","rule":"similar-people","subjects":["person x","person z"]},
    {"chart":"acme.yaml","rule":"stale-review"},
    {"chart":"acme.yaml","rule":"thin-seat","subjects":["seat c"]},
    {"chart":"acme.yaml","rule":"unowned-metric","subjects":["metric m"]},
    {"chart":"acme.yaml","rule":"unowned-priority","subjects":["priority q"]},
    {"chart":"acme.yaml","rule":"vacant-seat","subjects":["seat c"]}
  ]
}
"#;

#[test]
fn fingerprints_of_the_first_release_still_hold() {
    let home = folder(&[("acme.yaml", FIRST_CHART)]);
    let ran = rightseat(home.path(), &["check", ".", "--format", "sarif"]);
    let log: serde_json::Value = serde_json::from_str(&ran.out).expect("it is JSON");
    let results = log["runs"][0]["results"].as_array().expect("a list");
    for (rule, name) in FIRST_FINGERPRINTS {
        let is_it = |result: &serde_json::Value| {
            result["ruleId"] == rule && result["partialFingerprints"]["rightseatSubjects/v1"] == name
        };
        assert!(results.iter().any(is_it), "{rule} {name}");
    }
}

#[test]
fn a_baseline_of_the_first_release_still_holds_and_is_rewritten() {
    let home = folder(&[("acme.yaml", FIRST_CHART), ("known.json", FIRST_BASELINE)]);
    let known = ["check", ".", "--format", "concise", "-v", "--baseline", "known.json"];
    let ran = rightseat(home.path(), &known);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert_eq!(fs::read_to_string(home.path().join("known.json")).expect("it is there"), FIRST_BASELINE);
    let ran = rightseat(home.path(), &[&known[..], &["--prune-baseline"]].concat());
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    let now = fs::read_to_string(home.path().join("known.json")).expect("it is there");
    assert_eq!(now, FIRST_BASELINE.replace("\"version\": 1", "\"version\": 2"));
}

/// A chart with mistakes of reading, and what the first release wrote of them.
const FIRST_MISTAKES: &str = "  {\"chart\":\"acme.yaml\",\"rule\":\"unknown-key\",\"detail\":\"unknown key `colour` at colour\"},
    {\"chart\":\"acme.yaml\",\"rule\":\"unknown-reference\",\"subjects\":[\"seat s\"],\"detail\":\"no person `gone` at gone\"}";

#[test]
fn a_mistake_of_reading_that_the_first_release_knew_by_its_words_counts_for_nothing() {
    let old = format!("{{\"version\": 1, \"findings\": [\n  {FIRST_MISTAKES}\n]}}");
    let home = folder(&[("acme.yaml", &with("s", "owner: gone\ncolour: red")), ("known.json", &old)]);
    let known = ["check", "acme.yaml", "--format", "concise", "--baseline", "known.json"];
    let ran = rightseat(home.path(), &known);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("error[unknown-key]") && !ran.out.contains("unknown-reference"), "{}", ran.out);
    expect_test::expect![[r"
        known.json: 1 entry no longer occurs; `--prune-baseline` removes them
          acme.yaml: unknown-key unknown key `colour` at colour
        1 of them knows a mistake of reading by the message alone, as the first release wrote it: that could stand in any entry, so it counts for nothing; look at what is found, then `check --write-baseline` notes it with its entry
    "]]
    .assert_eq(&ran.err);
    // The reference named its seat: it is written again, by its key.
    rightseat(home.path(), &[&known[..], &["--prune-baseline"]].concat());
    expect_test::expect![[r#"
        {
          "version": 2,
          "findings": [
            {"chart":"acme.yaml","rule":"unknown-reference","subjects":["seat s"],"detail":"owner: gone"}
          ]
        }
    "#]]
    .assert_eq(&fs::read_to_string(home.path().join("known.json")).expect("it is there"));
    // In another seat it never was known.
    fs::write(home.path().join("known.json"), &old).expect("a file can be written");
    fs::write(home.path().join("acme.yaml"), with("t", "owner: gone")).expect("a file can be written");
    assert!(rightseat(home.path(), &known).out.contains("unknown-reference"));
}

#[test]
fn what_the_first_release_knew_of_other_charts_stays() {
    let old = format!("{{\"version\": 1, \"findings\": [\n  {FIRST_MISTAKES}\n]}}");
    let home = folder(&[("acme.yaml", &with("s", "owner: gone")), ("b.yaml", CHART), ("known.json", &old)]);
    rightseat(home.path(), &["check", "b.yaml", "--baseline", "known.json", "--prune-baseline"]);
    let ran = rightseat(home.path(), &["check", "acme.yaml", "--format", "concise", "--baseline", "known.json"]);
    assert!(ran.out.contains("unowned-priority") && !ran.out.contains("unknown-reference"), "{}", ran.out);
}

#[test]
fn a_further_root_is_known_by_itself() {
    let with_roots = |roots: &[&str]| {
        let line = |root: &&str| {
            format!("  {root}: {{title: {root}, owner: x, responsibilities: [{root}1, {root}2, {root}3]}}\n")
        };
        let seats: String = roots.iter().map(line).collect();
        CHART.replace("priorities:\n", &format!("{seats}priorities:\n"))
    };
    let (_, _, known) = check_all(&with_roots(&["e", "f"]), None);
    assert!(known.contains("\"second-root\",\"subjects\":[\"seat e\"]"), "{known}");
    assert_eq!(check_all(&with_roots(&["f", "e"]), Some(&known)).1, "");
    assert_eq!(check_all(&with_roots(&["f"]), Some(&known)).1, "");
    let more = check_all(&with_roots(&["e", "f", "g"]), Some(&known)).1;
    assert!(more.contains("warning[second-root] 3 seats"), "{more}");
}
