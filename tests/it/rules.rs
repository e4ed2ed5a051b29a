//! The sides of rules that one example can't show: milder cases, what is not said twice, waivers.

use rightseat::check::{Finding, Norms};
use rightseat::phrase::Phrase;

use crate::company::with_company;
use crate::support::{checked, folder, judged_by, lines, rightseat, sources};

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

/// What one rule says of an example, with its help and notes.
fn in_full(rule: &str, example: &str) -> Vec<[String; 3]> {
    let files = with_company(example);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    checked(&files, |_, _, outcome| {
        let text = |words: Option<&Phrase>| words.map(Phrase::plain).unwrap_or_default();
        let of_rule = outcome.findings.iter().filter(|finding| finding.rule.id.as_str() == rule);
        of_rule
            .map(|finding| [finding.message.plain(), text(finding.help.as_ref()), text(finding.note.as_deref())])
            .collect()
    })
}

/// How many desks below the lead, all of one person.
fn desks(count: usize) -> String {
    let desk = |n| {
        format!("  d{n}: {{title: Desk {n}, reports_to: lead, owner: dora, responsibilities: [a{n}, b{n}, c{n}]}}\n")
    };
    format!("people:\n  dora: Dora Lind\nseats:\n{}", (1..=count).map(desk).collect::<String>())
}

#[test]
fn what_speaks_of_absence_waits_for_every_file() {
    let files = [("chart.yaml", "seats:\n  lead: {title: Lead}\n"), ("broken.yaml", "people: [")];
    let held_back =
        checked(&files, |_, _, outcome| outcome.held_back.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>());
    assert_eq!(
        held_back,
        [
            "deep-chart",
            "drifting-lane",
            "few-hands",
            "idle-leader",
            "lagging-scorecard",
            "missing-lane",
            "missing-perspective",
            "missing-strategy",
            "narrow-span",
            "seatless-person",
            "unlinked-seat",
            "unmeasured-priority",
            "unused-waiver",
        ]
    );
}

#[test]
fn long_lists_are_cut_and_say_so() {
    let sum = |count: usize| in_full("overloaded-person", &desks(count)).remove(0)[2].clone();
    let eight: Vec<String> = (1..=8).map(|n| format!("0.24 `d{n}`")).collect();
    assert_eq!(sum(8), format!("load: {} = 1.92", eight.join(" + ")));
    assert_eq!(sum(9), format!("load: {} + 1 more seats = 2.16", eight.join(" + ")));
    let scattered = |count: usize| in_full("scattered-person", &desks(count)).remove(0)[0].clone();
    assert!(scattered(8).ends_with("`d7` and `d8`"), "{}", scattered(8));
    assert!(scattered(9).ends_with("`d8` and 1 more"), "{}", scattered(9));
}

#[test]
fn long_loops_and_lines_are_cut_and_say_so() {
    let circle = |count: usize| {
        let seat = |n| format!("  d{n}: {{title: T, reports_to: d{}}}\n", n % count + 1);
        in_full("reporting-cycle", &format!("seats:\n{}", (1..=count).map(seat).collect::<String>())).remove(0)[0]
            .clone()
    };
    assert!(circle(8).ends_with("`d7` → `d8` → `d1`"), "{}", circle(8));
    assert!(circle(9).ends_with("`d7` → `d8` → … 1 more → `d1`"), "{}", circle(9));
    let line = |layers: usize| {
        let seat = |n: usize| {
            format!(
                "  d{n}: {{title: T, reports_to: {}}}\n",
                if n == 2 { "lead".to_owned() } else { format!("d{}", n - 1) }
            )
        };
        in_full("deep-chart", &format!("seats:\n{}", (2..=layers).map(seat).collect::<String>())).remove(0)[2].clone()
    };
    assert_eq!(line(8), "the line upwards: d8 → d7 → d6 → d5 → d4 → d3 → d2 → lead");
    assert_eq!(line(9), "the line upwards: d9 → d8 → d7 → d6 → d5 → d4 → d3 → d2 → …");
}

#[test]
fn what_could_not_be_read_is_not_missed() {
    let whole = |values: &str| {
        let strategy = format!("strategy:\n  mission: M\n  vision: V\n{values}  intent: I\n  lane: cost\n");
        in_full("missing-strategy", &format!("rightseat: 1\norganization: Test\n{strategy}"))
    };
    assert_eq!(whole("  values: {own: it}\n"), Vec::<[String; 3]>::new());
    assert_eq!(whole("")[0][0], "the strategy does not state `values`");
}

#[test]
fn placeholders_are_told_from_names() {
    let is_placeholder = |name: &str| {
        let text = format!("people:\n  dora: {{name: \"{name}\"}}\n");
        !in_full("placeholder-name", &text).is_empty()
    };
    for name in ["TBD", "t.b.d.", "n/a", "N/A", "New Hire", "to be hired", "?", "--", "Vacant"] {
        assert!(is_placeholder(name), "{name}");
    }
    for name in ["Na", "Na Li", "Mona/Lisa", "Open Ola", "Dora Lind"] {
        assert!(!is_placeholder(name), "{name}");
    }
}

#[test]
fn a_responsibility_is_said_to_stand_twice_or_in_another_seat() {
    let sales = |own: &str| SALES.replace("[Company fleets, Prices, Showroom]", own);
    let message = |own: &str| in_full("duplicate-responsibility", &sales(own)).remove(0)[0].clone();
    assert_eq!(message("[Prices, Showroom, prices]"), "`sales` answers for \"prices\", twice");
    assert_eq!(message("[Prices, Showroom, Repairs!]"), "`sales` answers for \"Repairs!\", and so does `workshop`");
}

#[test]
fn an_empty_seat_counts_those_it_leaves_alone() {
    let message = |reports: usize| {
        let text = desks(reports).replace("reports_to: lead", "reports_to: head")
            + "  head: {title: Head, reports_to: lead}\n";
        in_full("vacant-leader", &text).remove(0)[0].clone()
    };
    assert_eq!(message(1), "1 seat reports to `head`, which nobody owns or covers");
    assert_eq!(message(2), "2 seats report to `head`, which nobody owns or covers");
}

#[test]
fn an_unknown_id_is_to_be_defined_in_its_section() {
    let help = |line: &str| in_full("unknown-reference", line).remove(0)[1].clone();
    let person = "seats:\n  desk: {title: Desk, reports_to: lead, owner: zacharias}\n";
    assert_eq!(help(person), "define it under `people:`, or name one that exists");
    let seat = "priorities:\n  shop: {title: Shop, owner: headquarters, supports: [uptime]}\n";
    assert_eq!(help(seat), "define it under `seats:`, or name one that exists");
    let priority = "priorities:\n  shop: {title: Shop, owner: sales, supports: [something-else]}\n";
    assert_eq!(help(priority), "define it under `priorities:`, or name one that exists");
    let promise = "rightseat: 1\nstrategy:\n  promise: {text: Mended by tomorrow, owner: headquarters}\n";
    assert_eq!(help(promise), "define it under `seats:`, or name one that exists");
}

#[test]
fn a_loop_of_priorities_is_shown_at_its_own_lines() {
    let text = "\
priorities:
  one: {title: One, owner: sales, supports: [uptime, two]}
  two: {title: Two, owner: sales, supports: [uptime, one]}
";
    let files = with_company(text);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let places = checked(&files, |sources, _, outcome| {
        let of_rule = |finding: &&Finding| finding.rule.id.as_str() == "priority-cycle";
        let finding = outcome.findings.iter().find(of_rule).expect("the loop is found");
        let others = finding.others.iter().map(|other| other.span);
        let spans = std::iter::once(finding.span).chain(others);
        spans.map(|span| (sources.place(span).line, sources.place(span).column)).collect::<Vec<_>>()
    });
    assert_eq!(places, [(2, 54), (3, 54)]);
}

/// What `check` says of a chart under settings, `level[rule] message` a line.
fn under(settings: &str, chart: &str) -> Vec<String> {
    let home = folder(&[("chart.yaml", chart), ("rightseat.yaml", settings)]);
    let ran = rightseat(home.path(), &["check", "chart.yaml", "--format", "concise", "--verbose"]);
    ran.out.lines().filter_map(|line| Some(line.split_once(": ")?.1.to_owned())).collect()
}

#[test]
fn what_one_rule_leaves_to_another_is_told_when_that_one_is_off_or_laxer() {
    let two = "people: {x: Xena}\nseats:\n  a: {title: A, responsibilities: [a, b, c]}\n  b: {title: B, reports_to: a, owner: x, responsibilities: [d, e, f]}\n";
    let empty = |settings: &str| under(settings, two).into_iter().find(|line| line.contains("nobody owns"));
    assert_eq!(
        empty("rules: {}\n").as_deref(),
        Some("warning[vacant-leader] 1 seat reports to `a`, which nobody owns or covers")
    );
    assert_eq!(
        empty("rules: {vacant-leader: off}\n").as_deref(),
        Some("warning[vacant-seat] nobody owns the seat `a`")
    );
    let full = "people: {x: Xena}\nseats:\n  a: {title: A, owner: x, responsibilities: [a, b, c]}\npriorities:\n  q: {title: Q, owner: a, effort: 0.96}\n";
    let carries = |settings: &str| -> Vec<String> {
        under(settings, full).into_iter().filter(|line| line.contains("carries")).collect()
    };
    assert_eq!(carries("rules: {}\n"), ["warning[overloaded-seat] `a` carries 120 % of one full-time person"]);
    // A second seat that weighs nothing makes it no other.
    let second = full.replace("priorities:", "  b: {title: B, reports_to: a, owner: x}\npriorities:");
    let both = under("rules: {}\nload: {report: 0}\n", &second);
    assert!(both.iter().any(|line| line.contains("overloaded-seat")), "{both:?}");
    assert!(!both.iter().any(|line| line.contains("overloaded-person")), "{both:?}");
    let of_the_person = ["warning[overloaded-person] Xena carries 120 % of a capacity of 1"];
    assert_eq!(carries("rules: {overloaded-seat: off}\n"), of_the_person);
    assert_eq!(carries("rules: {overloaded-seat: {percent: 120}}\n"), of_the_person);
}

#[test]
fn a_vacancy_to_come_has_no_age() {
    let desk = |since: &str| {
        format!(
            "seats:\n  desk: {{title: Desk, reports_to: lead, vacant: {{since: {since}, plan: Soon}}, responsibilities: [a, b, c]}}\n"
        )
    };
    let told = |since: &str| in_full("vacant-seat", &desk(since)).remove(0)[0].clone();
    assert_eq!(told("2026-10-19"), "`desk` has been vacant for 1 day");
    for day in ["2026-10-20", "2027-01-31"] {
        assert_eq!(told(day), format!("`desk` is vacant from {day} on"));
    }
}

#[test]
fn who_reports_to_himself_leads_nobody() {
    let text = "people: {dora: Dora Lind}\nseats:\n  one: {title: One, reports_to: one, owner: dora, responsibilities: [Ones, Firsts, Starts]}\n";
    assert_eq!(found(text), ["3 error[reporting-cycle] `one` reports to itself"]);
    let vacant = "seats:\n  one: {title: One, reports_to: one, responsibilities: [Ones, Firsts, Starts]}\n";
    assert_eq!(
        found(vacant),
        ["2 warning[vacant-seat] nobody owns the seat `one`", "2 error[reporting-cycle] `one` reports to itself"]
    );
}

#[test]
fn the_line_upwards_goes_round_a_loop_once() {
    let text = "\
seats:
  one: {title: One, reports_to: two}
  two: {title: Two, reports_to: one}
  three: {title: Three, reports_to: two}
  four: {title: Four, reports_to: three}
priorities:
  below: {title: Below it, owner: three, supports: [uptime]}
  deeper: {title: Deeper, owner: four, supports: [uptime]}
";
    let told = in_full("orphaned-priority", text);
    assert_eq!(told[0][2], "the line upwards: three → two → one → two");
    assert_eq!(told[1][2], "the line upwards: four → three → two → one → two");
}

#[test]
fn below_a_seat_that_reports_to_nothing_priorities_are_orphaned_too() {
    let text = "\
people: {dora: Dora Lind, emil: Emil Rask}
seats:
  one: {title: One, reports_to: nowhere-at-all, owner: dora, responsibilities: [Ones, Firsts, Starts]}
  two: {title: Two, reports_to: one, owner: emil, responsibilities: [Twos, Seconds, Middles]}
priorities:
  above: {title: Above, owner: one, supports: [uptime]}
  below: {title: Below, owner: two, supports: [uptime]}
";
    let told: Vec<String> = found(text).into_iter().filter(|line| line.contains("error")).collect();
    assert_eq!(
        told,
        [
            "3 error[unknown-reference] no seat `nowhere-at-all`",
            "6 error[orphaned-priority] nobody answers for `above`: its seat `one` is cut off from every root",
            "7 error[orphaned-priority] nobody answers for `below`: its seat `two` is cut off from every root",
        ]
    );
}

#[test]
fn a_responsibility_that_is_laid_over_a_chart_is_its_seats() {
    let files = [
        (
            "chart.yaml",
            "seats:\n  a: {title: A, responsibilities: [Prices, Repairs]}\n  b: {title: B, responsibilities: [Quotes, Returns]}\n",
        ),
        ("plan.yaml", "seats:\n  a: {responsibilities: [Prices, Quotes]}\n"),
    ];
    let (sources, inputs) = sources(&files);
    let read = |at: usize| rightseat::read::chart(&sources, &inputs[at..=at]).0;
    let mut chart = read(0);
    chart.lay_over(read(1));
    let outcome = judged_by("chart.yaml", &sources, (&chart, &[]), &Norms::default()).outcome;
    let of_rule = |finding: &&Finding| finding.rule.id.as_str() == "duplicate-responsibility";
    let told: Vec<String> = outcome.findings.iter().filter(of_rule).map(|finding| finding.message.plain()).collect();
    assert_eq!(told, ["`a` answers for \"Quotes\", and so does `b`"]);
}

#[test]
fn a_branch_without_a_line_of_sight_is_told_once_with_its_size() {
    let below = desks(3)
        .replace("Desk 2, reports_to: lead", "Desk 2, reports_to: d1")
        .replace("Desk 3, reports_to: lead", "Desk 3, reports_to: d2");
    let told = |text: &str| in_full("unlinked-seat", text).into_iter().map(|[message, ..]| message).collect::<Vec<_>>();
    assert_eq!(told(&below), ["`d1` and the 2 seats below it have no line of sight to a strategic priority"]);
    assert_eq!(told(&desks(1)), ["`d1` has no line of sight to a strategic priority"]);
}

#[test]
fn all_further_roots_are_one_finding() {
    let seats: String = (1..=40)
        .map(|at| format!("  r{at:02}: {{title: R{at}, owner: x, responsibilities: [a{at}, b{at}, c{at}]}}\n"))
        .collect();
    let chart =
        format!("people: {{x: Xena}}\nseats:\n  top: {{title: Top}}\n  one: {{title: One, reports_to: top}}\n{seats}");
    let roots = |text: &str| {
        checked(&[("chart.yaml", text)], |_, _, outcome| {
            let found = outcome.findings.iter().filter(|finding| finding.rule.id.as_str() == "second-root");
            found
                .map(|finding| (finding.message.plain(), finding.subjects.len(), finding.others.len()))
                .collect::<Vec<_>>()
        })
    };
    let message =
        "40 seats report to nobody besides `top`: `r01`, `r02`, `r03`, `r04`, `r05`, `r06`, `r07`, `r08` and 32 more";
    assert_eq!(roots(&chart), [(message.to_owned(), 40, 9)]);
    // A waiver at one of them accepts that one alone.
    let waived =
        chart.replacen("owner: x", "owner: x, allow: [{rule: second-root, reason: a board, until: 2027-01-31}]", 1);
    assert_eq!(roots(&waived)[0].1, 39);
    // Whatever the order of the seats.
    let (head, list) = chart.split_once("seats:\n").expect("there are seats");
    let list: Vec<&str> = list.lines().rev().collect();
    assert_eq!(roots(&format!("{head}seats:\n{}\n", list.join("\n")))[0].0, message);
}

#[test]
fn ids_that_fold_into_one_value_are_one_finding_in_any_order() {
    let seat = |id: &str| format!("  {id}: {{title: T{id}}}\n");
    let folding = |ids: &[&str]| -> Vec<String> {
        let text: String = ids.iter().map(|id| seat(id)).collect();
        let found = lines(&[("chart.yaml", &format!("seats:\n{text}"))]);
        found.lines().filter_map(|line| Some(line.split_once("[folding-ids] ")?.1.to_owned())).collect()
    };
    let told = "other readers of YAML take the seat ids `012`, `12` and `12.0` for one value";
    for ids in [["012", "12", "12.0"], ["12.0", "12", "012"], ["12", "012", "12.0"]] {
        assert_eq!(folding(&ids), [told]);
    }
    assert_eq!(folding(&["no", "off", "one"]).len(), 1);
    // Which is an error of its own.
    assert_eq!(folding(&["no", "No", "a012", "1.10", "1.01"]), Vec::<String>::new());
}
