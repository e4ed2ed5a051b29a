//! The sides of rules that one example can't show: milder cases, what is not said twice, waivers.

use crate::company::with_company;
use crate::support::lines;

/// Findings of an example added to the company, as `line level[rule] message`.
fn found(example: &str) -> Vec<String> {
    let files = with_company(example);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    lines(&files)
        .lines()
        .filter_map(|line| line.strip_prefix("example.yaml:"))
        .map(|line| {
            let (place, rest) = line.split_once(": ").expect("a place and a message");
            format!("{} {rest}", place.split(':').next().unwrap_or_default())
        })
        .collect()
}

const SALES: &str = "seats:\n  sales:\n    title: Head of Sales\n    reports_to: lead\n    owner: ben\n    backup: cleo\n    responsibilities: [Company fleets, Prices, Showroom]\n";

fn vacant(more: &str) -> String {
    let workshop = "  workshop:\n    title: Head of Workshop\n    reports_to: lead\n    owner: cleo\n    backup: ben\n    members: [ben]\n    responsibilities: [Repairs, Spare parts, Apprentices]\n";
    SALES.replace("    owner: ben\n", more) + workshop
}

#[test]
fn a_vacant_seat_orphans_its_priority_unless_somebody_covers() {
    let priority = "priorities:\n  fleets:\n    title: Ten company fleets\n    owner: sales\n    supports: [uptime]\n";
    assert_eq!(
        found(&(vacant("") + priority)),
        [
            "2 warning[vacant-seat] nobody owns the seat `sales`",
            "17 error[orphaned-priority] nobody answers for `fleets`: its seat `sales` is vacant"
        ]
    );
    let covered = vacant("    interim: ben\n    vacant: {since: 2026-10-01, plan: An offer is out}\n");
    assert_eq!(found(&(covered + priority)), ["6 info[vacant-seat] `sales` has been vacant for 19 days",]);
}

#[test]
fn no_responsibility_at_all_is_a_warning() {
    let text = SALES.replace("[Company fleets, Prices, Showroom]", "[]");
    assert_eq!(found(&text), ["2 warning[thin-seat] `sales` has no responsibilities"]);
}

#[test]
fn below_a_loop_priorities_are_orphaned_and_in_it_the_loop_is_the_finding() {
    let text = "\
people: {dora: Dora Lind, emil: Emil Rask}
seats:
  one: {title: One, reports_to: two, owner: dora, responsibilities: [Ones, Firsts, Starts]}
  two: {title: Two, reports_to: one, owner: emil, responsibilities: [Twos, Seconds, Middles]}
  three: {title: Three, reports_to: two, owner: emil, responsibilities: [Threes, Thirds, Ends]}
priorities:
  in-loop: {title: In the loop, owner: one, supports: [uptime]}
  also-in: {title: Also in it, owner: two, supports: [uptime]}
  below: {title: Below it, owner: three, supports: [uptime]}
";
    assert_eq!(
        found(text),
        [
            "3 error[reporting-cycle] these seats report to each other in a loop: `one` → `two` → `one`",
            "5 info[self-managed-person] Emil Rask holds `three` and its manager `two`",
            "9 error[orphaned-priority] nobody answers for `below`: its seat `three` is cut off from every root",
        ]
    );
}

#[test]
fn in_a_loop_all_see_what_one_sees() {
    for order in [["one", "two", "three"], ["three", "two", "one"], ["two", "one", "three"]] {
        let up = [("one", "two", "dora"), ("two", "three", "emil"), ("three", "one", "fay")];
        let seats: String = order
            .iter()
            .filter_map(|id| up.iter().find(|(seat, ..)| seat == id))
            .map(|(id, to, owner)| format!("  {id}: {{title: {id}, reports_to: {to}, owner: {owner}, responsibilities: [{id} a, {id} b, {id} c]}}\n"))
            .collect();
        let people = "people:\n  dora: Dora Lind\n  emil: Emil Rask\n  fay: Fay Moss\n";
        let text = format!(
            "{people}seats:\n{seats}priorities:\n  help: {{title: Help, owner: sales, contributors: [one], supports: [uptime]}}\n"
        );
        let found = found(&text);
        assert!(!found.iter().any(|line| line.contains("unlinked-seat")), "{found:?}");
    }
}

#[test]
fn a_dangling_owner_is_said_once() {
    let text =
        "priorities:\n  fleets: {title: Ten company fleets, owner: sale, contributors: [sales], supports: [uptime]}\n";
    assert_eq!(found(text), ["2 error[unknown-reference] no seat `sale`"]);
    let text =
        "priorities:\n  fleets: {title: Ten company fleets, owner: ben, contributors: [sales], supports: [uptime]}\n";
    assert_eq!(found(text), ["2 error[unknown-reference] no seat `ben`"]);
}

#[test]
fn one_seat_too_much_for_anybody_is_not_said_of_the_person_too() {
    let text = "priorities:\n  fleets: {title: Ten company fleets, owner: sales, effort: 0.9, supports: [uptime]}\n";
    let files = with_company(text);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let found = lines(&files);
    assert!(found.contains("overloaded-seat") && !found.contains("overloaded-person"), "{found}");
}

#[test]
fn waivers_accept_until_their_day() {
    let waived = |until: &str| {
        let allow = format!("    allow:\n      - {{rule: thin-seat, reason: The shop is closed, until: {until}}}\n");
        SALES.replace("[Company fleets, Prices, Showroom]", "[Prices]") + &allow
    };
    assert_eq!(found(&waived("2026-10-20")), Vec::<String>::new());
    assert_eq!(
        found(&waived("2026-10-19")),
        [
            "2 info[thin-seat] `sales` has 1 responsibility, fewer than 3",
            "9 warning[unused-waiver] this waiver of `thin-seat` ended on 2026-10-19",
        ]
    );
    let without_reason = SALES.to_owned() + "    allow: [{rule: thin-saet, until: 2026-12-31}]\n";
    assert_eq!(
        found(&without_reason),
        ["8 error[missing-key] a waiver needs a `reason`", "8 warning[unused-waiver] there is no rule `thin-saet`"]
    );
}

#[test]
fn a_waiver_on_a_seat_accepts_what_is_said_of_its_holder() {
    let text = "people:\n  ben: {name: Ben Okafor, capacity: 0.2}\n".to_owned()
        + SALES
        + "    allow: [{rule: overloaded-person, reason: Until the new colleague starts, until: 2026-12-31}]\n";
    assert_eq!(found(&text), Vec::<String>::new());
}

#[test]
fn what_is_done_or_dropped_needs_nobody() {
    let text = "priorities:\n  old: {title: Old, status: done}\n  older: {title: Older, owner: [sales, lead], status: dropped, due: 2026-01-01}\n";
    assert_eq!(found(text), Vec::<String>::new());
}

#[test]
fn few_leading_metrics_are_the_milder_case() {
    let text = "metrics:\n  training: {title: Training, owner: lead, perspective: people, kind: lagging}\n";
    let files = with_company(text);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    assert!(lines(&files).contains("info[lagging-scorecard] 1 of 4 metrics are leading, less than 40 %"));
}
