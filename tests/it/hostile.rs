//! Charts made to break a checker: deep, looping, huge. Each runs on a small stack.

use rightseat::check::Norms;
use rightseat::layout::draw_tidy;
use rightseat::phrase::Phrase;
use rightseat::picture::{Content, picture};
use rightseat::read;
use rightseat::render::{Theme, svg};

use crate::support::{judged_by, sources};

/// Reads, checks and draws on a stack that recursion would not survive; the rules that found something.
fn survived(text: String) -> Vec<&'static str> {
    let run = move || {
        let (sources, inputs) = sources(&[("chart.yaml", &text)]);
        let (chart, defects) = read::chart(&sources, &inputs);
        let judged = judged_by("chart.yaml", &sources, (&chart, &defects), &Norms::default());
        let outcome = &judged.outcome;
        let picture = picture(&judged, &Content::default()).expect("no seat is named");
        assert!(svg(&draw_tidy(&picture), &Theme::light()).ends_with("</svg>\n"));
        let mut rules: Vec<&str> = outcome.findings.iter().map(|finding| finding.rule.id.as_str()).collect();
        rules.sort_unstable();
        rules.dedup();
        rules
    };
    let small = std::thread::Builder::new().stack_size(256 << 10);
    small.spawn(run).expect("a thread can be made").join().expect("it does not overflow")
}

#[test]
fn loops_of_any_length_are_one_finding() {
    for length in [1, 2, 20_000] {
        let seats: String =
            (0..length).map(|n| format!("  s{n}: {{title: T, reports_to: s{}}}\n", (n + 1) % length)).collect();
        assert!(survived(format!("seats:\n{seats}")).contains(&"reporting-cycle"), "{length}");
    }
}

#[test]
fn a_chart_may_be_as_deep_as_it_likes() {
    let seats: String = (1..30_000).map(|n| format!("  s{n}: {{title: T, reports_to: s{}}}\n", n - 1)).collect();
    assert!(survived(format!("seats:\n  s0: {{title: T}}\n{seats}")).contains(&"deep-chart"));
    let priorities: String =
        (1..30_000).map(|n| format!("  p{n}: {{title: T, owner: a, supports: [p{}]}}\n", n - 1)).collect();
    let text =
        format!("seats:\n  a: {{title: A}}\npriorities:\n  p0: {{title: T, owner: a, horizon: year}}\n{priorities}");
    assert!(!survived(text).contains(&"priority-cycle"));
}

#[test]
fn nesting_is_bounded() {
    for text in ["[".repeat(10_000), format!("seats: {}", "{a: ".repeat(10_000)), "- ".repeat(10_000)] {
        assert_eq!(survived(text)[0], "invalid-yaml");
    }
}

#[test]
fn of_an_endless_line_only_the_start_of_the_mistake_is_marked() {
    crate::support::checked(&[("chart.yaml", &format!("seats: {}", "[é".repeat(10_000)))], |sources, _, outcome| {
        let place = sources.place(outcome.findings[0].span);
        assert_eq!((place.line, place.end_line, place.end_column - place.column), (1, 1, 40));
    });
}

#[test]
fn an_alias_is_no_bomb() {
    let mut text = "a: &a [x, x]\n".to_owned();
    for (this, last) in ('b'..='z').zip('a'..='y') {
        text += &format!("{this}: &{this} [{}]\n", vec![format!("*{last}"); 9].join(", "));
    }
    assert!(survived(text).contains(&"invalid-yaml"));
}

#[test]
fn many_unknown_ids_take_no_time_to_suggest_for() {
    let seats: String =
        (0..20_000).map(|n| format!("  seat-{n}: {{title: T, reports_to: saet-{n}, owner: nobody-{n}}}\n")).collect();
    assert!(survived(format!("seats:\n{seats}")).contains(&"unknown-reference"));
}

#[test]
fn long_lists_make_no_long_messages() {
    let people: String = (0..5000).map(|n| format!("  p{n}: Person {n}\n")).collect();
    let ids: Vec<String> = (0..5000).map(|n| format!("p{n}")).collect();
    let owned: String =
        (0..5000).map(|n| format!("  s{n}: {{title: T, owner: p0, responsibilities: [r{n}]}}\n")).collect();
    let circle: String =
        (0..5000).map(|n| format!("  q{n}: {{title: T, owner: s0, supports: [q{}]}}\n", (n + 1) % 5000)).collect();
    let text = format!(
        "people:\n{people}seats:\n  all: {{title: A, owner: [{}]}}\n{owned}priorities:\n{circle}",
        ids.join(", ")
    );
    crate::support::checked(&[("chart.yaml", &text)], |_, _, outcome| {
        let rules = ["shared-seat", "scattered-person", "overloaded-person", "priority-cycle"];
        for rule in rules {
            let finding = outcome.findings.iter().find(|finding| finding.rule.id.as_str() == rule).expect(rule);
            let note = finding.note.as_deref().map(Phrase::plain).unwrap_or_default();
            assert!(
                finding.message.plain().len() < 400 && note.len() < 800 && finding.others.len() < 30,
                "{rule}: {}",
                finding.message
            );
        }
    });
}

#[test]
fn one_endless_line_is_not_shown_for_each_finding_in_it() {
    let seats: Vec<String> = (0..3000).map(|n| format!("s{n}: {{title: é}}")).collect();
    let text = format!("seats: {{{}}}\n", seats.join(", "));
    let column = text.split("s2999").next().map_or(0, |before| before.chars().count()) + 1;
    let home = crate::support::folder(&[("a.yaml", &text)]);
    let ran = crate::support::rightseat(home.path(), &["check", "a.yaml", "--all"]);
    assert!(ran.out.len() < 50 * text.len(), "{}", ran.out.len());
    assert!(ran.out.contains("--> a.yaml:1:9\n") && ran.out.contains(&format!("--> a.yaml:1:{column}\n")));
}
