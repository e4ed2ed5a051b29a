//! Where each rule starts to report: silent at its limit, reporting one step past it.

use crate::company::with_company;
use crate::support::{TODAY, checked};

/// What one rule says of an example added to the company, each as `level message`.
fn said(rule: &str, example: &str) -> Vec<String> {
    let files = with_company(example);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    checked(&files, |_, _, outcome| {
        let of_rule = outcome.findings.iter().filter(|finding| finding.rule.id.as_str() == rule);
        of_rule.map(|finding| format!("{} {}", finding.level, finding.message)).collect()
    })
}

/// The rule is silent at the limit and says this past it.
fn assert_limit(rule: &str, at: &str, past: &str, message: &str) {
    assert_eq!(said(rule, at), Vec::<String>::new(), "{at}");
    assert_eq!(said(rule, past), [message], "{past}");
}

fn list(count: usize, entry: impl Fn(usize) -> String) -> String {
    (0..count).map(entry).collect()
}

#[test]
fn counts() {
    let owned_by_lead = |count: usize| {
        let open = list(count, |n| format!("  q{n}: {{title: Do {n}, owner: lead, supports: [uptime]}}\n"));
        let past = "  old: {title: Old, owner: lead, status: done}\n  far: {title: Far, owner: lead, horizon: long}\n";
        format!("priorities:\n{open}{past}")
    };
    assert_limit(
        "crowded-quarter",
        &owned_by_lead(7),
        &owned_by_lead(8),
        "warning `lead` owns 8 priorities of the quarter, more than 7",
    );
    let hands = |more: usize| {
        let entry = |n| format!("  q{n}: {{title: Do {n}, owner: lead, supports: [uptime]}}\n");
        format!("priorities:\n{}", list(more, entry))
    };
    assert_limit("few-hands", &hands(1), &hands(2), "info 3 of 5 priorities would have nobody if Ana Ruiz left");
    let others_done = "priorities:\n  fleets: {title: F, owner: sales, status: done}\n  parts: {title: P, owner: workshop, status: done}\n";
    assert_eq!(said("few-hands", others_done), Vec::<String>::new(), "one priority is always in one hand");
    let lagging = |more: usize| {
        format!("metrics:\n{}", list(more, |n| format!("  m{n}: {{title: M, owner: lead, kind: lagging}}\n")))
    };
    assert_limit("lagging-scorecard", &lagging(1), &lagging(2), "info 2 of 6 metrics are leading, less than 40 %");
}

#[test]
fn days() {
    let vacant = |since: &str| {
        format!("seats:\n  desk: {{title: Desk, reports_to: lead, vacant: {{since: {since}, plan: Soon}}}}\n")
    };
    assert_limit(
        "long-interim",
        &vacant("2026-07-12"),
        &vacant("2026-07-11"),
        "info `desk` has been vacant for 101 days",
    );
    // Until then it is an acknowledged vacancy.
    assert_limit(
        "vacant-seat",
        &vacant("2026-07-11"),
        &vacant("2026-07-12"),
        "info `desk` has been vacant for 100 days",
    );
    let due = |day: &str| format!("priorities:\n  shop: {{title: Shop, owner: sales, due: {day}}}\n");
    assert_limit("overdue-priority", &due(TODAY), &due("2026-10-19"), "warning `shop` was due 1 day ago");
    let reviewed = |day: &str| format!("reviewed: {day}\n");
    assert_limit(
        "stale-review",
        &reviewed("2026-07-12"),
        &reviewed("2026-07-11"),
        "warning the last review was 101 days ago, on 2026-07-11",
    );
}

#[test]
fn loads() {
    // Three responsibilities carry 0.24.
    let effort = |effort: &str| format!("priorities:\n  fleets: {{title: Fleets, owner: sales, effort: {effort}}}\n");
    assert_limit(
        "overloaded-seat",
        &effort("0.76"),
        &effort("0.77"),
        "warning `sales` carries 101 % of one full-time person",
    );
    let capacity = |capacity: &str| format!("people:\n  ben: {{name: Ben Okafor, capacity: {capacity}}}\n");
    assert_limit(
        "overloaded-person",
        &capacity("0.3"),
        &capacity("0.29"),
        "warning Ben Okafor carries 103 % of a capacity of 0.29",
    );
}
