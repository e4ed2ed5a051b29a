//! What can't be read makes no score better, and what can't be true is pointed out.

use rightseat::review::{Packet, review};

use crate::support::{folder, judged, lines, rightseat};

/// A chart in which every share of every pillar has something to count, and holds.
const WHOLE: &str = "\
organization: Acme
revision: 2026-Q4
reviewed: 2026-10-06
strategy:
  mission: We mend what others throw away.
  vision: Nothing is thrown away.
  values: [Care]
  intent: Open a second shop.
  lane: service
  promise: {text: Mended in a week, owner: top}
people: {ana: {name: Ana Ruiz, capacity: 1}, ben: Ben Okafor, cy: Cy Dunn, dee: Dee Fox}
seats:
  top: {title: Head, owner: ana, manages: player-coach, responsibilities: [Plan, Hire, Lead], backup: ben, fit: {head: true, heart: true, briefcase: true}}
  shop: {title: Shop, reports_to: top, owner: ben, responsibilities: [Sell, Mend, Clean], backup: cy}
  desk: {title: Desk, reports_to: top, owner: cy, responsibilities: [Write, Call, Count], backup: dee}
  yard: {title: Yard, reports_to: top, owner: dee, responsibilities: [Sort, Load, Sweep], backup: ben}
priorities:
  second: {title: A second shop, owner: top, horizon: long, lane: service, status: on-track}
  lease: {title: The lease, owner: shop, supports: [second], lane: service, status: on-track}
  crew: {title: A crew, owner: desk, supports: [second], status: on-track}
  tools: {title: The tools, owner: yard, supports: [second], status: on-track}
metrics:
  week: {title: Mended in a week, owner: shop, perspective: customer, kind: leading, measures: [second]}
  cash: {title: Cash, owner: desk, perspective: financial, kind: leading}
  time: {title: Time, owner: yard, perspective: operational, kind: lagging}
  staff: {title: Staff, owner: top, perspective: people, kind: lagging}
";

/// Every share that is in the score: its name, and its own score in millionths.
fn scores(text: &str) -> Vec<(String, u32)> {
    judged(&[("chart.yaml", text)], |judged| {
        let packet: Packet<'_> = review(judged, None);
        let score = |share: &rightseat::review::Proportion<'_>| share.score.map(|score| score.millionths());
        let all = packet.pillars.iter().flat_map(|pillar| &pillar.shares);
        all.filter_map(|share| Some((share.name.to_owned(), score(share)?))).collect()
    })
}

#[test]
fn a_slip_of_the_pen_never_makes_a_score_better() {
    let whole = scores(WHOLE);
    assert_eq!(whole.len(), 25, "every share has something to count: {whole:?}");
    assert!(whole.iter().all(|(_, score)| *score == 1_000_000), "{whole:?}");
    let slips = [
        ("owner: top, horizon", "owner: [{}], horizon", "priorities with exactly one"),
        ("owner: shop, supports", "owner: [{}], supports", "priorities with exactly one"),
        (
            "title: Shop, reports_to: top, owner: ben",
            "title: Shop, reports_to: top, owner: [{}]",
            "seats with exactly one owner",
        ),
        (
            "title: Shop, reports_to: top, owner: ben",
            "title: Shop, reports_to: top, owner: [{}]",
            "seats that somebody owns or covers",
        ),
        ("title: Head, owner: ana", "title: Head, owner: [{}]", "seats with reports that somebody"),
        ("capacity: 1", "capacity: much", "people who hold seats"),
        ("fit: {head: true", "fit: {head: perhaps", "assessed seats"),
        ("fit: {head: true, heart: true, briefcase: true}", "fit: good", "assessed seats"),
        ("backup: cy", "backup: [{}]", "key seats"),
        ("manages: player-coach", "manages: everybody", "whose span"),
        ("strategy:\n", "strategy: [Mend]\nother:\n", "strategy statements"),
        ("strategy:\n", "strategy: [Mend]\nother:\n", "intent said"),
        ("strategy:\n", "strategy: [Mend]\nother:\n", "lane chosen"),
        ("strategy:\n", "strategy: [Mend]\nother:\n", "promise kept"),
        ("mission: We mend what others throw away.", "mission: [We]", "strategy statements"),
        ("values: [Care]", "values: {}", "strategy statements"),
        ("intent: Open a second shop.", "intent: [Open]", "intent said"),
        ("lane: service\n", "lane: fast\n", "lane chosen"),
        ("lane: service, status: on-track}\n  crew", "lane: fast, status: on-track}\n  crew", "naming a lane"),
        ("promise: {text: Mended in a week, owner: top}", "promise: [Mended]", "promise kept"),
        ("Mended in a week, owner: top}", "Mended in a week, owner: [{}]}", "promise kept"),
        ("supports: [second], lane", "supports: [{}], lane", "priorities of the quarter"),
        ("horizon: long", "horizon: far", "in line of sight"),
        ("horizon: long", "horizon: far", "priorities of the quarter"),
        ("horizon: long", "horizon: far", "that a metric measures"),
        ("owner: shop, perspective", "owner: [{}], perspective", "metrics with exactly one"),
        ("perspective: customer", "perspective: theirs", "a customer metric"),
        ("perspective: customer", "perspective: theirs", "perspectives with a metric"),
        (
            "owner: desk, perspective: financial, kind: leading",
            "owner: desk, perspective: financial, kind: late",
            "that are leading",
        ),
        ("reviewed: 2026-10-06", "reviewed: lately", "reviewed within"),
        ("reviewed: 2026-10-06", "reviewed: 2027-10-06", "reviewed within"),
    ];
    for (right, wrong, share) in slips {
        assert!(WHOLE.contains(right), "{right}");
        let text = WHOLE.replacen(right, wrong, 1);
        let slipped = scores(&text);
        for (name, before) in &whole {
            let now = slipped.iter().find(|(other, _)| other == name).map(|(_, now)| *now);
            assert!(now.is_some(), "`{wrong}` takes \"{name}\" out of the score");
            assert!(now <= Some(*before), "`{wrong}` makes \"{name}\" better: {before} -> {now:?}");
        }
        let of =
            |scores: &[(String, u32)]| scores.iter().find(|(name, _)| name.contains(share)).map(|(_, score)| *score);
        assert!(of(&slipped) < of(&whole), "`{wrong}` leaves \"{share}\" as it was");
    }
}

#[test]
fn a_review_that_is_still_to_come_was_none() {
    let chart = |reviewed: &str| format!("organization: Acme\nreviewed: {reviewed}\nseats: {{}}\n");
    let found = |reviewed: &str| lines(&[("chart.yaml", &chart(reviewed))]);
    assert!(!found("2026-10-20").contains("stale-review"), "{}", found("2026-10-20"));
    assert!(
        found("2026-10-21")
            .contains("2:11: warning[stale-review] the last review is dated 2026-10-21, which is in the future\n"),
        "{}",
        found("2026-10-21")
    );
    // The packet says so where it begins.
    let opening = |reviewed: &str| {
        let home = folder(&[("acme.yaml", &chart(reviewed))]);
        rightseat(home.path(), &["review", "acme.yaml"]).out
    };
    assert!(
        opening("2026-10-21")
            .contains("as of 2026-10-20; the last review is dated 2026-10-21, which is in the future\n")
    );
    assert!(opening("2026-10-19").contains("as of 2026-10-20; last reviewed on 2026-10-19, 1 day ago\n"));
    // To know that a review is late is not to know that it has a day to come.
    let home = folder(&[("chart.yaml", &chart("2026-01-06"))]);
    let known = rightseat(home.path(), &["check", "chart.yaml", "--write-baseline", "known.json"]);
    assert_eq!(known.code, 0, "{}", known.err);
    std::fs::write(home.path().join("chart.yaml"), chart("2062-01-01")).expect("it can be written");
    let ran = rightseat(home.path(), &["check", "chart.yaml", "--baseline", "known.json"]);
    assert!(ran.out.contains("2062-01-01, which is in the future"), "{}", ran.out);
    // A chart of the past may have been reviewed after its time.
    let (q3, q4) = ("revision: 2026-Q3\nreviewed: 2026-10-06\n", "revision: 2026-Q4\nreviewed: 2026-10-06\n");
    let head = "organization: Acme\nseats: {top: {title: Head}}\n";
    let home = folder(&[("acme/2026-Q3.yaml", &format!("{head}{q3}")), ("acme/2026-Q4.yaml", &format!("{head}{q4}"))]);
    let ran = rightseat(home.path(), &["diff", "acme", "--verbose"]);
    assert!(ran.code == 0 && !ran.out.contains("stale-review"), "{}", ran.out);
}

#[test]
fn a_chart_of_another_organisation_is_no_chart_of_before() {
    let chart = |name: &str| format!("organization: {name}\nseats: {{top: {{title: Head}}}}\n");
    let home = folder(&[("acme.yaml", &chart("Acme")), ("other.yaml", &chart("Other"))]);
    for command in [&["review", "acme.yaml"][..], &["check", "acme.yaml"], &["decide", "1a", "--chart", "acme.yaml"]] {
        let ran = rightseat(home.path(), &[command, &["--since", "other.yaml"]].concat());
        let note =
            "note: other.yaml is the chart of `Other`, acme.yaml that of `Acme`: is it the one to compare with?\n";
        assert!(ran.err.contains(note), "{command:?}: {}", ran.err);
        let same = rightseat(home.path(), &[command, &["--since", "acme.yaml"]].concat());
        assert!(!same.err.contains("compare with"), "{command:?}: {}", same.err);
    }
}

#[test]
fn every_question_has_an_answer() {
    let chart = |capacity: &str| {
        format!(
            "strategy: {{promise: {{text: Mended in a week}}}}\npeople: {{ana: {{name: Ana Ruiz, capacity: {capacity}}}}}\n\
             seats:\n  top: {{title: Head, owner: ana, responsibilities: [a, b, c]}}\n\
             priorities: {{q: {{title: Q}}, r: {{title: R, owner: top, effort: 0.1}}}}\nmetrics: {{m: {{title: M}}}}\n"
        )
    };
    for capacity in ["0", "0.2"] {
        judged(&[("chart.yaml", &chart(capacity))], |judged| {
            let packet = review(judged, None);
            let asked: Vec<&str> = packet.decisions.decisions.iter().map(|decision| decision.rule).collect();
            for rule in ["overloaded-person", "unowned-priority", "unowned-metric", "unkept-promise"] {
                assert!(asked.contains(&rule), "{rule}: {asked:?}");
            }
            for decision in &packet.decisions.decisions {
                assert!(!decision.options.is_empty(), "{}", decision.question.plain());
            }
        });
    }
}

#[test]
fn an_edit_says_what_only_seems_to_change() {
    let chart = "people: {ana: Ana Ruiz}\nseats:\n  top: {title: Head, owner: ana, responsibilities: [a, b, c]}\n";
    let home = folder(&[("acme.yaml", chart)]);
    let edit = |words: &[&str]| rightseat(home.path(), &[&["edit", "--chart", "acme.yaml"], words].concat());
    let renamed = edit(&["rename", "person:ana", "123"]);
    assert!(renamed.code == 0 && !renamed.out.contains("load  "), "{}", renamed.out);
    let note = "note  `seat:top` is vacant at once: 2099-01-01 is in the future, and a chart says how things stand";
    let vacated = edit(&["vacate", "top", "--since", "2099-01-01"]);
    assert!(vacated.out.contains(note), "{}", vacated.out);
    assert!(!edit(&["vacate", "top", "--since", "2026-10-20"]).out.contains("in the future"));
}

#[test]
fn beside_revisions_a_new_chart_is_not_nested() {
    let chart = |revision: &str| format!("organization: Acme\nrevision: {revision}\nseats: {{top: {{title: Head}}}}\n");
    let home = folder(&[("acme/2026-Q3.yaml", &chart("2026-Q3")), ("acme/2026-Q4.yaml", &chart("2026-Q4"))]);
    for named in ["acme", "./acme", "acme/"] {
        let ran = rightseat(home.path(), &["init", named]);
        assert_eq!(ran.code, 2, "{named}");
        assert!(ran.err.contains("`rightseat next`") && !ran.err.contains("such as"), "{named}: {}", ran.err);
    }
    let ran = rightseat(&home.path().join("acme"), &["init", "."]);
    assert!(ran.code == 2 && ran.err.contains("`rightseat next`") && !ran.err.contains("such as"), "{}", ran.err);
}
