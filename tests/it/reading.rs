//! What bad text gets: every mistake, at its place, in one run.

use crate::support::{findings, lines, sources};

fn one(text: &str) -> String {
    let found = findings(text);
    assert_eq!(found.len(), 1, "{text}\n{found:#?}");
    found[0].clone()
}

/// A seat that breaks no rule above info.
const SEAT: &str = "seats:\n  a: {title: A, owner: x, responsibilities: [one, two, three]}\npeople: {x: Xena}\n";

#[test]
fn the_sound_seat_is_clean() {
    assert_eq!(findings(SEAT), Vec::<String>::new());
}

#[test]
fn each_syntax_error_has_its_own_words() {
    for (text, expected) in [
        ("", "1:1 invalid-yaml the file is empty"),
        ("# only a comment\n", "1:1 invalid-yaml the file is empty"),
        ("seats:\n  a:\n    title: A\n\towner: b\n", "4:1 invalid-yaml a tab in the indentation"),
        ("seats:\n\ta:\n", "2:1 invalid-yaml a tab in the indentation"),
        (
            "seats:\n<<<<<<< HEAD\n  a: {title: A}\n=======\n",
            "2:1 invalid-yaml a merge conflict that was left in the file",
        ),
        ("people:\n  x: @bob\n", "2:6 invalid-yaml a value can't begin with `@`"),
        ("seats:\n  a:\n    title: Sales: EMEA\n", "3:17 invalid-yaml `: ` can't stand here"),
        ("metrics:\n  a:\n    target: >= 95 %\n", "3:13 invalid-yaml `>` and `|` begin a block of text"),
        (
            "seats:\n  a:\n    reports_to: b\n      owner: x\n",
            "4:7 invalid-yaml this line is indented further than the line above it",
        ),
        ("- a\n- b\n", "1:1 invalid-value expected a chart, found a list"),
        ("hello\n", "1:1 invalid-value expected a chart, found text"),
        ("a\0b", "1:2 invalid-yaml the file is not text: it holds a zero byte"),
        ("seats: [a]\n", "1:8 invalid-value expected seats by their ids, found a list"),
        ("seats: {}\n---\nseats: {}\n", "2:1 invalid-yaml a second document in one file: charts do without"),
        ("rightseat: 2\n", "1:12 invalid-value this release reads format version 1, found `2`"),
    ] {
        assert_eq!(one(text), expected, "{text}");
    }
}

#[test]
fn what_points_elsewhere_is_refused() {
    let text = "people:\n  x: &x Xena\n  y: *x\n  z: !!str Zoe\n  w: {<<: *x, name: Wen}\n";
    assert_eq!(
        findings(text),
        [
            "2:6 invalid-yaml an anchor: charts do without",
            "3:6 invalid-yaml an alias: charts do without",
            "4:6 invalid-yaml a tag: charts do without",
            "5:7 invalid-yaml a merge key: charts do without",
            "5:11 invalid-yaml an alias: charts do without",
        ]
    );
}

#[test]
fn every_mistake_of_every_entry_is_reported() {
    let text = "\
seats:
  a:
    title: A
    title: B
    ownr: x
    responsibilities: one
    assistant: \"yes\"
    manages: supervizor
    dotted_to: [b, b, ~]
  b: [x]
  c: {title: [C], owner: {x: y}, responsibilities: [a, {b: c}, d]}
  ~: {title: D}
  a: {title: Z}
";
    assert_eq!(
        findings(text),
        [
            "4:5 invalid-yaml the key `title` stands twice",
            "5:5 unknown-key unknown key `ownr`",
            "6:23 invalid-value expected a list, found text",
            "7:16 invalid-value expected `true` or `false`, found text in quotes",
            "8:14 invalid-value expected one of `player-coach`, `coach`, `supervisor`, `facilitator` and `coordinator`, found `supervizor`",
            "9:20 invalid-value `b` is listed twice",
            "9:23 invalid-value an empty list entry",
            "10:6 invalid-value expected a mapping, found a list",
            "11:3 second-root `c` reports to nobody, and neither does `a`",
            "11:14 invalid-value expected text, found a list",
            "11:26 invalid-value expected the id of a person, found a mapping",
            "11:56 invalid-value expected text, found a mapping",
            "12:3 invalid-value `~` can't be the id of a seat: it means \"nothing\" in YAML",
            "13:3 duplicate-id the seat `a` is defined twice",
        ]
    );
}

#[test]
fn a_misspelt_key_is_no_absence() {
    assert_eq!(one(&SEAT.replace("title", "titel")), "2:7 unknown-key unknown key `titel`");
    assert_eq!(one(&SEAT.replace("owner", "ownre")), "2:17 unknown-key unknown key `ownre`");
}

#[test]
fn no_finding_follows_from_what_a_priority_says_unreadably() {
    let text = "seats:\n  a: {title: A, owner: x, responsibilities: [one, two, three]}\npeople: {x: Xena}\npriorities:\n  \
                year: {title: Y, owner: a, horizon: year}\n  \
                p: {title: P, owner: a, supports: [year], due: 2020-01-01, status: Done}\n  \
                q: {title: Q, owner: a, horizon: annual}\n";
    let found = lines(&[("chart.yaml", text)]);
    assert!(found.contains("7:36: error[invalid-value]") && found.contains("6:70: error[invalid-value]"), "{found}");
    assert!(!found.contains("overdue-priority") && !found.contains("stranded-priority"), "{found}");
    let read = lines(&[("chart.yaml", &text.replace("Done", "on-track").replace("annual", "quarter"))]);
    assert!(read.contains("overdue-priority") && read.contains("stranded-priority"), "{read}");
}

#[test]
fn values_that_look_like_others_are_text() {
    let text = "seats:\n  no: {title: no, owner: 012, responsibilities: [1e3, on, 2026]}\npeople: {012: 1.50}\n";
    assert_eq!(findings(text), Vec::<String>::new());
}

#[test]
fn places_are_right_in_any_text() {
    let bad = "seats:\n  a: {title: Žluťoučký kůň, ownr: x}\n";
    let expected = "2:29 unknown-key unknown key `ownr`";
    let first = |text: &str| findings(text).into_iter().find(|line| line.contains("unknown-key"));
    assert_eq!(first(bad).as_deref(), Some(expected));
    assert_eq!(first(&bad.replace('\n', "\r\n")).as_deref(), Some(expected));
    assert_eq!(first(&format!("\u{feff}{bad}")).as_deref(), Some(expected));
    let block = "strategy:\n  intent: |\n    One. Two.\n    Three.\n  lane: cots\n";
    let found = findings(block);
    assert!(found.contains(&"3:5 rambling-intent the intent takes 3 sentences".to_owned()), "{found:?}");
    assert!(found.iter().any(|line| line.starts_with("5:9 invalid-value")), "{found:?}");
}

#[test]
fn a_broken_file_hides_no_other() {
    let files = [
        (
            "chart.yaml",
            "rightseat: 1\nseats:\n  a: {title: A, owner: x, reports_to: gone, responsibilities: [one, two, three]}\n",
        ),
        ("broken.yaml", "people:\n  x: [\n"),
        ("other.yaml", "priorities:\n  p: {title: P, owner: [a, b]}\n  q: {titel: Q}\nrightseat: 1\n"),
    ];
    let found = lines(&files);
    // What may be defined in the broken file is not missed.
    assert!(!found.contains("unknown-reference"), "{found}");
    for expected in [
        "broken.yaml:2:6: error[invalid-yaml]",
        "error[shared-priority]",
        "other.yaml:3:7: error[unknown-key]",
        "the format version belongs in",
    ] {
        assert!(found.contains(expected), "{expected} in\n{found}");
    }
}

#[test]
fn ids_that_read_the_same_are_reported_with_both_places() {
    for (one, other, difference) in [
        ("lead", "Lead", "only in case"),
        ("caf\u{e9}", "cafe\u{301}", "only in their Unicode form"),
        ("ana", "\u{430}na", "only by letters that look alike"),
    ] {
        let text = format!("people:\n  {one}: One\n  {other}: Other\n");
        let found = findings(&text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("3:3 duplicate-id") && found[0].ends_with(difference), "{found:?}");
    }
    assert_eq!(findings("people:\n  corn: One\n  com: Other\n"), Vec::<String>::new());
}

#[test]
fn claims_that_contradict_each_other_are_reported() {
    let text = "\
seats:
  a:
    title: A
    owner: x
    interim: x
    vacant: {since: 2026-01-01}
    responsibilities: [one, two, three]
people: {x: Xena}
metrics:
  m: {title: M, owner: a, perspective: people, kind: leading, target: <= 4 h, actual: 200 min}
";
    let found = findings(text);
    assert!(found.contains(&"5:14 invalid-value the seat has an interim, yet `x` owns it".to_owned()), "{found:?}");
    assert!(found.contains(&"6:13 invalid-value the seat is vacant, yet `x` owns it".to_owned()), "{found:?}");
    assert!(found.contains(&"10:87 invalid-value the target is in `h`, the actual in `min`".to_owned()), "{found:?}");
}

#[test]
fn hidden_characters_are_named() {
    assert_eq!(one("# a \u{202e} b\nseats: {}\n"), "1:5 invalid-yaml a character that changes how text reads, U+202E");
    assert_eq!(one("people:\n  x: \"a\\e[31mb\"\n"), "2:6 invalid-yaml a control character, U+001B");
}

#[test]
fn no_more_mistakes_are_shown_than_a_person_can_use() {
    let text: String =
        std::iter::once("people:\n".to_owned()).chain((0..1500).map(|n| format!("  p{n}: [x]\n"))).collect();
    let found = findings(&text);
    assert_eq!(found.len(), 1001);
    assert!(found[1000].ends_with("500 more mistakes in this file are not shown"), "{}", found[1000]);
}

#[test]
fn ids_that_differ_in_case_are_found_beside_ids_of_any_script() {
    let ids =
        |more: &str| format!("seats:\n  corner: {{title: A}}\n  comer: {{title: B}}\n  Comer: {{title: C}}\n{more}");
    let told = |text: &str| -> Vec<String> {
        findings(text).into_iter().filter(|line| line.contains("duplicate-id")).collect()
    };
    let expected = ["4:3 duplicate-id the seat ids `Comer` and `comer` differ only in case"];
    assert_eq!(told(&ids("")), expected);
    assert_eq!(told(&ids("  größe: {title: D}\n")), expected);
    let cyrillic = "seats:\n  \u{441}oo: {title: A}\n  coo: {title: B}\n";
    assert_eq!(
        told(cyrillic),
        ["3:3 duplicate-id the seat ids `coo` and `\u{441}oo` differ only by letters that look alike"]
    );
    // Ids that differ only in invisible marks are the same.
    let marked = "seats:\n  coo: {title: A}\n  coo\u{fe0f}: {title: B}\n  co\u{34f}o: {title: C}\n";
    assert_eq!(told(marked).len(), 2, "{:?}", told(marked));
}

#[test]
fn a_strategy_that_is_wrong_in_one_file_is_not_missed_in_another() {
    let files = [
        ("chart.yaml", "strategy: {mission: M, vision: V, intent: I, lane: cost, values: {own: it}}\n"),
        ("b.yaml", "strategy: {promise: {text: P}}\n"),
    ];
    let told = lines(&files);
    assert!(told.contains("invalid-value") && !told.contains("missing-strategy"), "{told}");
    let files = [files[0], ("b.yaml", "strategy: {values: [One]}\n")];
    assert!(
        lines(&files).contains("b.yaml:1:21: error[duplicate-id] `values` is stated twice in one chart"),
        "{}",
        lines(&files)
    );
}

#[test]
fn a_section_that_could_not_be_read_holds_back_what_follows_from_it() {
    let rest = "priorities:\n  q: {title: Q, owner: a, supports: [r]}\n";
    for (text, expected) in [
        (format!("seats: [a]\n{rest}"), "1:8 invalid-value expected seats by their ids, found a list"),
        (
            format!("{rest}---\nseats:\n  a: {{title: A}}\n"),
            "3:1 invalid-yaml a second document in one file: charts do without",
        ),
        (
            format!(
                "setas:\n  a: {{title: A, owner: x, responsibilities: [a, b, c]}}\npeople: {{x: Xena}}\n{}",
                rest.replace(", supports: [r]", "")
            ),
            "1:1 unknown-key unknown key `setas`",
        ),
    ] {
        assert_eq!(one(&text), expected, "{text}");
    }
    // A day that may stand in the part that was not read is not missed.
    let files = [("chart.yaml", "revision: 2026-Q1\n"), ("b.yaml", "reviewed: 2026-10-01\nseats: [\n")];
    assert!(!lines(&files).contains("stale-review"), "{}", lines(&files));
}

#[test]
fn a_chart_holds_no_copy_of_the_words_in_its_files() {
    let section = |count: usize| -> String {
        let seat =
            |n| format!("  seat-{n}:\n    title: 'Head of {n}'\n    owner: ann\n    responsibilities: [Keep {n}]\n");
        (0..count).map(seat).collect()
    };
    let even = |count| format!("people:\n  ann: \"Ann Lee\"\nseats:\n{}", section(count));
    // The second is read by several threads, the third by the library for all of YAML.
    for text in [even(1), even(20_000), format!("{}# \u{201c}a comment\u{201d}\nmetrics: &none {{}}\n", even(1))] {
        let (sources, inputs) = sources(&[("chart.yaml", &text)]);
        let (chart, _) = rightseat::read::chart(&sources, &inputs);
        let text = sources.files()[0].text().as_bytes().as_ptr_range();
        let is_part = |words: &str| text.contains(&words.as_ptr());
        for person in &chart.people.entries {
            assert!(is_part(person.id.value.as_str()));
            assert!(is_part(person.name.get().expect("each has one").as_str()));
        }
        for seat in &chart.seats.entries {
            assert!(is_part(seat.id.value.as_str()));
            assert!(is_part(seat.title.get().expect("each has one").as_str()));
            assert!(seat.owner.iter().all(|owner| is_part(owner.value.as_str())));
            assert!(seat.responsibilities.iter().all(|one| is_part(one.value.as_str())));
        }
        assert!(!chart.seats.entries.is_empty());
    }
}
