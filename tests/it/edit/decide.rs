//! Answers of the review: each that can be written is written, and the chart then says what the plan promised.

use std::path::Path;

use expect_test::expect;
use serde_json::Value;

use crate::support::{project, rightseat};

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("it is there").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() { copy(&from, &to) } else { std::fs::copy(&from, &to).map(|_| ()).expect("it can be copied") }
    }
}

/// The project's charts, in a folder of their own.
fn home() -> tempfile::TempDir {
    let home = tempfile::TempDir::new().expect("a folder can be made");
    copy(&project().join("charts"), &home.path().join("charts"));
    home
}

fn run(home: &Path, words: &[&str]) -> (u8, String, String) {
    let ran = rightseat(home, words);
    (ran.code, ran.out, ran.err)
}

fn json(home: &Path, words: &[&str]) -> Value {
    let (code, out, err) = run(home, words);
    assert!(code < 2, "{words:?}: {err}");
    serde_json::from_str(&out).expect("it is JSON")
}

#[test]
fn an_answer_is_shown_with_what_follows() {
    let home = home();
    let (code, out, err) = run(home.path(), &["decide", "2a", "--chart", "charts/northwind"]);
    assert_eq!(code, 0, "{err}");
    expect![[r#"
        2. What does Farah Aziz (117 % loaded, too much already) hand on from `service-lead`?
           a) `west-van` (0.2) to `field-west`, Sam Keller (26 % loaded); that is enough

        charts/northwind/2026-Q4/service.yaml
          117    west-van:
          119  -   owner: service-lead
          119  +   owner: field-west
          121  -   contributors: [field-west, field-north]
          121  +   contributors: [field-north]

        gone  warning: `service-lead` carries 117 % of one full-time person [overloaded-seat]
        load  Farah Aziz 117 % → 97 %, Sam Keller 26 % → 44 %

        2 claims of 1 priority change, and nothing else. Not written. To write:
          rightseat decide overloaded-seat:service-lead=west-van --chart charts/northwind --write

        To be able to undo it, first save the patch with `--format diff > undo.patch`; then:
          git apply -R undo.patch
    "#]]
    .assert_eq(&out);
}

#[test]
fn what_is_for_the_meeting_or_wants_a_word_is_not_written() {
    let home = home();
    let told = |words: &[&str]| {
        let (code, out, err) = run(home.path(), &[words, &["--chart", "charts/northwind", "--write"]].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{words:?}");
        err
    };
    expect![[r#"
        error: there is no decision 99: there are 2
    "#]]
    .assert_eq(&told(&["decide", "99a"]));
    expect![[r#"
        error: decision 1 has no answer `z`: it has a (sam), b (nils), c (farah), d (leave), e (close)
    "#]]
    .assert_eq(&told(&["decide", "1z"]));
    expect![[r#"
        error: `a1` is not an answer: write a number and a letter, such as 2a, or NAME=KEY
    "#]]
    .assert_eq(&told(&["decide", "a1"]));
    expect![[r#"
        error: the decisions have changed since @zzzz: see `rightseat review`, which is now at @c3t0
    "#]]
    .assert_eq(&told(&["decide", "1a@zzzz"]));
    expect![[r#"
        error: there is no decision `overloaded-seat:service-laed`: did you mean `overloaded-seat:service-lead`?
    "#]]
    .assert_eq(&told(&["decide", "overloaded-seat:service-laed=west-van"]));
    expect![[r#"
        error: `vacant-seat:field-south=close` is not complete: add --to SEAT
    "#]]
    .assert_eq(&told(&["decide", "vacant-seat:field-south=close"]));
    expect![[r#"
        error: `1ab`: two answers say `interim` of the seat `field-south`, and only one of them can be
    "#]]
    .assert_eq(&told(&["decide", "1ab"]));
}

/// What somebody could say where an answer needs a word, by its options.
fn word(needs: &str, review: &Value) -> Vec<String> {
    let id = |table: &str, of: &str| {
        let rows = review[table].as_array().expect("rows");
        rows.last().map_or("nobody", |row| row[of]["id"].as_str().unwrap_or("nobody")).to_owned()
    };
    let seat = id("vacancies", "seat");
    let words: Vec<String> = match needs {
        "--plan TEXT" => vec!["--plan".into(), "An advert is out".into()],
        "--due DAY" => vec!["--due".into(), "2027-01-31".into()],
        "--reason TEXT --until DAY" => {
            vec!["--reason".into(), "On purpose".into(), "--until".into(), "2027-01-31".into()]
        }
        "--to SEAT" => vec!["--to".into(), seat],
        _ => return Vec::new(),
    };
    words
}

#[test]
fn every_answer_that_can_be_written_is_and_check_then_finds_what_was_promised() {
    let (mut planned, mut written, mut told) = (0, 0, 0);
    for chart in ["charts/northwind/2026-Q4", "charts/solo.yaml", "charts/atlas"] {
        let whole = home();
        let review = json(whole.path(), &["review", chart, "--format", "json"]);
        for decision in review["decisions"].as_array().expect("decisions") {
            for (at, answer) in decision["answers"].as_array().expect("answers").iter().enumerate() {
                let (key, does) = (answer["key"].as_str(), answer["does"].as_str().expect("a word"));
                let letter = char::from(b'a' + u8::try_from(at).expect("few"));
                let by_number = format!("{}{letter}", decision["number"]);
                let Some(key) = key else {
                    let (code, _, err) = run(whole.path(), &["decide", &by_number, "--chart", chart]);
                    assert!(does == "talk" && code == 2 && err.contains("for the meeting"), "{by_number}: {err}");
                    told += 1;
                    continue;
                };
                let extra = answer["needs"].as_str().map_or_else(Vec::new, |needs| word(needs, &review));
                if does == "needs" && extra.is_empty() {
                    continue;
                }
                let extra: Vec<&str> = extra.iter().map(String::as_str).collect();
                let name = format!("{}={key}", decision["names"][0].as_str().expect("a name"));
                let options = [&["--chart", chart, "--format", "json"], &extra[..]].concat();
                let (code, out, err) = run(whole.path(), &[&["decide", &name], &options[..]].concat());
                // A word that makes no sense here, and an entry that is there twice.
                if code == 2 && err.contains("refused") && (does == "needs" || err.contains("is defined twice")) {
                    continue;
                }
                assert_eq!(code, 0, "{chart} {name}: {err}");
                let plan: Value = serde_json::from_str(&out).expect("it is JSON");
                let by_number = json(whole.path(), &[&["decide", &by_number], &options[..]].concat());
                assert_eq!(by_number["edits"], plan["edits"], "{name}");
                planned += 1;
                // Of many, every fourth is written.
                if planned > 12 && planned % 4 != 0 {
                    continue;
                }
                let copied = home();
                let before = json(copied.path(), &["check", chart, "--verbose", "--format", "json"]);
                assert_eq!(run(copied.path(), &[&["decide", &name, "--write"], &options[..]].concat()).0, 0, "{name}");
                let after = json(copied.path(), &["check", chart, "--verbose", "--format", "json"]);
                let count = |json: &Value| json["charts"][0]["findings"].as_array().expect("findings").len();
                let of = |which: &str| plan["findings"][which].as_array().expect("findings").len();
                assert_eq!(count(&after) + of("fixed"), count(&before) + of("introduced"), "{chart} {name}");
                written += 1;
            }
        }
    }
    assert!(planned > 30 && written > 15 && told > 3, "{planned} planned, {written} written, {told} for the meeting");
}

#[test]
fn answers_of_one_sitting_are_those_of_the_review_before_it() {
    let home = home();
    let chart = ["--chart", "charts/northwind"];
    let (code, out, err) = run(home.path(), &[&["decide", "1a", "2a", "--write"], &chart[..]].concat());
    assert!(code == 0 && out.ends_with("Written.\n"), "{err}");
    let other = self::home();
    for name in ["vacant-seat:field-south", "overloaded-seat:service-lead"] {
        let review = json(other.path(), &["review", "charts/northwind", "--format", "json"]);
        let decisions = review["decisions"].as_array().expect("decisions");
        if let Some(one) = decisions.iter().find(|one| one["names"][0] == name) {
            let answer = format!("{name}={}", one["answers"][0]["key"].as_str().expect("a key"));
            assert_eq!(run(other.path(), &[&["decide", &answer, "--write"], &chart[..]].concat()).0, 0);
        }
    }
    let text = |home: &Path| std::fs::read_to_string(home.join("charts/northwind/2026-Q4/service.yaml")).expect("text");
    assert_eq!(text(home.path()), text(other.path()));
}

#[test]
fn a_seat_that_somebody_covers_is_not_asked_for_another_cover() {
    let home = home();
    let chart = ["--chart", "charts/northwind"];
    assert_eq!(run(home.path(), &[&["decide", "vacant-seat:field-south=sam", "--write"], &chart[..]].concat()).0, 0);
    let review = json(home.path(), &["review", "charts/northwind", "--format", "json"]);
    let decisions = review["decisions"].as_array().expect("decisions");
    let one = decisions.iter().find(|one| one["names"][0] == "vacant-seat:field-south").expect("it is still vacant");
    assert_eq!(one["question"], "until when does Sam Keller cover `field-south`?");
    let keys: Vec<&str> =
        one["answers"].as_array().expect("answers").iter().filter_map(|answer| answer["key"].as_str()).collect();
    assert_eq!(keys, ["sam", "leave", "close"]);
    let written = run(
        home.path(),
        &[&["decide", "vacant-seat:field-south=leave", "--plan", "Hire by March", "--write"], &chart[..]].concat(),
    );
    assert_eq!(written.0, 0, "{}", written.2);
    let review = json(home.path(), &["review", "charts/northwind", "--format", "json"]);
    assert!(!review["decisions"].to_string().contains("field-south"), "what is acknowledged is not asked again");
}

#[test]
fn the_code_is_taken_as_it_is_shown() {
    let home = home();
    let heading = |format: &str| {
        let out = run(home.path(), &["review", "charts/northwind", "--format", format]).1;
        let line = out.lines().find(|line| line.to_lowercase().contains("decisions to take")).expect("there are some");
        line.split_once('@').expect("it ends in a code").1.to_owned()
    };
    for code in [heading("text"), heading("markdown")] {
        let answer = format!("2a@{code}");
        assert_eq!(run(home.path(), &["decide", &answer, "--chart", "charts/northwind"]).0, 0, "{code:?}");
    }
    let (code, _, err) = run(home.path(), &["decide", "2a@zzzz", "--chart", "charts/northwind"]);
    assert!(code == 2 && err.contains("changed since @zzzz"), "{err}");
}

#[test]
fn a_word_that_no_answer_takes_is_refused() {
    let home = home();
    let chart = ["--chart", "charts/northwind"];
    let decide = |words: &[&str]| run(home.path(), &[&["decide"], words, &chart[..]].concat());
    let (sam, leave) = ("vacant-seat:field-south=sam", "vacant-seat:field-south=leave");
    for option in ["--to", "--plan", "--due", "--reason", "--until", "--seat", "--item"] {
        let value = if matches!(option, "--due" | "--until") { "2027-01-31" } else { "west-van" };
        let (code, out, err) = decide(&[sam, option, value]);
        assert_eq!((code, out.as_str()), (2, ""), "{option}");
        assert_eq!(err, format!("error: `{option}` has no effect on `{sam}`: leave it out\n"));
    }
    assert_eq!(decide(&[leave, "--plan", "Hire by March"]).0, 0);
    let (code, _, err) = decide(&[leave, "--plan", "Hire by March", "--to", "sam"]);
    assert_eq!((code, err.contains("`--to` has no effect")), (2, true), "{err}");
}
