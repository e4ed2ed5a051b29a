//! Edits of a chart as people write one, each shown by the lines that change.

use expect_test::{Expect, expect};
use rightseat::edit::Intent;
use rightseat::model::Noun;

use super::edited;
use crate::support::{day, project};

const CHART: &str = "\
# A small company.
organization: Acme
revision: 2026-Q4

people:
  ana: Ana Ruiz  # since the start
  ben: {name: Ben Okafor}

seats:
  ceo:
    title: CEO
    owner: ana
    responsibilities:
      # What only she does.
      - Strategy
      - Owners  # and banks

  # Sells what is made.
  sales:
    title: Head of Sales
    reports_to: ceo
    owner: # nobody yet
    responsibilities: [Offers, Contracts]

  # Makes what is sold.
  works:
    title: Head of Works
    reports_to: ceo
    dotted_to: [sales]
    owner: ben
    fit: {head: true, heart: true, briefcase: true}
    # The line stands still without her.
    backup: ana
    note: |
      Two lines
      of text.

priorities:
  vans:
    title: Five vans
    owner: [ceo, sales]
    contributors: [works]
  shop:
    title: A shop
    owner: sales
    supports: [vans]
";

/// The lines that go and come.
fn changed(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let mut told = String::new();
    let (mut from, mut to) = (0, 0);
    while from < old.len() || to < new.len() {
        if old.get(from) == new.get(to) {
            (from, to) = (from + 1, to + 1);
            continue;
        }
        // The shortest way to lines that are the same again.
        let ways = (1..=old.len() + new.len()).flat_map(|length| (0..=length).map(move |gone| (gone, length - gone)));
        let is_way = |&(gone, come): &(usize, usize)| {
            let (old, new) = (old.get(from + gone..), new.get(to + come..));
            old.zip(new).is_some_and(|(old, new)| old.iter().take(3).eq(new.iter().take(3)))
        };
        let (gone, come) = ways.into_iter().find(is_way).expect("both come to an end");
        old[from..from + gone].iter().for_each(|line| told += &format!("- {line}\n"));
        new[to..to + come].iter().for_each(|line| told += &format!("+ {line}\n"));
        (from, to) = (from + gone, to + come);
    }
    told
}

fn shown(intent: Intent, expected: &Expect) {
    let told = edited(CHART, &[intent]).map_or_else(|why| format!("refused: {why}\n"), |new| changed(CHART, &new));
    expected.assert_eq(&told);
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn set(kind: Noun, id: &str, key: &str, values: &[&str]) -> Intent {
    Intent::Set { kind, id: id.to_owned(), key: key.to_owned(), values: words(values) }
}

#[test]
fn a_priority_is_handed_over() {
    shown(
        Intent::HandOver { priority: "vans".into(), seat: "works".into() },
        &expect![[r#"
            -     owner: [ceo, sales]
            -     contributors: [works]
            +     owner: works
            +     contributors: [ceo, sales]
        "#]],
    );
    shown(
        Intent::HandOver { priority: "shop".into(), seat: "wroks".into() },
        &expect![[r#"
        refused: there is no seat `wroks`: did you mean `works`?
    "#]],
    );
}

#[test]
fn a_seat_is_filled_covered_and_vacated() {
    shown(
        Intent::Fill { seat: "sales".into(), person: "ben".into() },
        &expect![[r#"
        -     owner: # nobody yet
        +     owner: ben # nobody yet
    "#]],
    );
    shown(
        Intent::Fill { seat: "works".into(), person: "ana".into() },
        &expect![[r#"
        -     owner: ben
        -     fit: {head: true, heart: true, briefcase: true}
        -     # The line stands still without her.
        -     backup: ana
        +     owner: ana
    "#]],
    );
    shown(
        Intent::Cover { seat: "sales".into(), person: "ana".into() },
        &expect![[r#"
        +     interim: ana
    "#]],
    );
    shown(
        Intent::Cover { seat: "works".into(), person: "ana".into() },
        &expect![[r#"
        refused: `seat:works` is owned by `ben`: nobody covers a seat that is filled
    "#]],
    );
    let plan = Some("Advert is out".into());
    shown(
        Intent::Vacate { seat: "works".into(), since: Some(day("2026-10-01")), plan },
        &expect![[r#"
        -     owner: ben
        -     fit: {head: true, heart: true, briefcase: true}
        -     # The line stands still without her.
        -     backup: ana
        +     # The line stands still without her.
        +     backup: ana
        +     vacant: {since: 2026-10-01, plan: Advert is out}
    "#]],
    );
}

#[test]
fn a_seat_is_moved_and_never_into_a_circle() {
    shown(
        Intent::Move { seat: "works".into(), manager: "sales".into() },
        &expect![[r#"
        -     reports_to: ceo
        -     dotted_to: [sales]
        +     reports_to: sales
    "#]],
    );
    shown(
        Intent::Move { seat: "ceo".into(), manager: "works".into() },
        &expect![[r#"
        refused: `seat:works` is below `seat:ceo`: they would report in a circle
    "#]],
    );
}

#[test]
fn a_seat_is_renamed_and_closed() {
    shown(
        Intent::Rename { kind: Noun::Seat, id: "sales".into(), new: "market".into() },
        &expect![[r#"
        -   sales:
        +   market:
        +     formerly: [sales]
        -     dotted_to: [sales]
        +     dotted_to: [market]
        -     owner: [ceo, sales]
        +     owner: [ceo, market]
        -     owner: sales
        +     owner: market
    "#]],
    );
    shown(
        Intent::Close { seat: "sales".into(), to: Some("works".into()) },
        &expect![[r#"
            -   # Sells what is made.
            -   sales:
            -     title: Head of Sales
            -     reports_to: ceo
            -     owner: # nobody yet
            -     responsibilities: [Offers, Contracts]
            - 
            -     dotted_to: [sales]
            -     owner: ben
            +     owner: ben
            +     responsibilities:
            +       - Offers
            +       - Contracts
            -     owner: [ceo, sales]
            -     contributors: [works]
            -   shop:
            -     title: A shop
            -     owner: sales
            +     owner: [ceo, works]
            +   shop:
            +     title: A shop
            +     owner: works
        "#]],
    );
    shown(
        Intent::Close { seat: "sales".into(), to: None },
        &expect![[r#"
        refused: `seat:sales` is needed by `priority:shop`, `priority:vans`, 2 responsibilities: add `--to SEAT` to say who takes over
    "#]],
    );
}

#[test]
fn keys_are_set_and_unset() {
    shown(
        set(Noun::Person, "ana", "capacity", &["0.8"]),
        &expect![[r#"
        -   ana: Ana Ruiz  # since the start
        +   ana: {name: Ana Ruiz, capacity: 0.8}  # since the start
    "#]],
    );
    shown(
        set(Noun::Seat, "works", "note", &["One line"]),
        &expect![[r#"
        -     note: |
        -       Two lines
        -       of text.
        +     note: One line
    "#]],
    );
    shown(
        set(Noun::Seat, "ceo", "note", &["Two\nlines"]),
        &expect![[r#"
        +     note: |-
        +       Two
        +       lines
    "#]],
    );
    shown(
        set(Noun::Priority, "shop", "effort", &["80%"]),
        &expect![[r#"
        refused: `effort`: expected a share such as 0.5, found `80%`: write 0.8
    "#]],
    );
    shown(
        set(Noun::Priority, "shop", "efort", &["0.8"]),
        &expect![[r#"
        refused: a priority has no key `efort`: did you mean `effort`?
    "#]],
    );
    shown(
        set(Noun::Strategy, "", "intent", &["Win: by speed"]),
        &expect![[r#"
        + strategy:
        +   intent: "Win: by speed"
        + 
    "#]],
    );
    shown(
        set(Noun::Chart, "", "reviewed", &["2026-10-06"]),
        &expect![[r#"
        + reviewed: 2026-10-06
    "#]],
    );
    shown(
        Intent::Unset { kind: Noun::Seat, id: "works".into(), key: "backup".into() },
        &expect![[r#"
        -     # The line stands still without her.
        -     backup: ana
    "#]],
    );
    shown(
        Intent::Unset { kind: Noun::Seat, id: "works".into(), key: "title".into() },
        &expect![[r#"
        refused: the chart would have a mistake: a seat needs a `title`
    "#]],
    );
}

#[test]
fn lists_gain_and_lose_items() {
    let (kind, id, key) = (Noun::Seat, || "ceo".to_owned(), || "responsibilities".to_owned());
    shown(
        Intent::Add { kind, id: id(), key: key(), values: words(&["Works: council", "Owners"]) },
        &expect![[r#"
        +       - "Works: council"
    "#]],
    );
    shown(
        Intent::Remove { kind, id: id(), key: key(), values: words(&["Owners"]) },
        &expect![[r#"
        -       - Owners  # and banks
    "#]],
    );
    shown(
        Intent::Remove { kind, id: id(), key: key(), values: words(&["Owners", "Strategy"]) },
        &expect![[r#"
        -     responsibilities:
        -       # What only she does.
        -       - Strategy
        -       - Owners  # and banks
    "#]],
    );
}

#[test]
fn entries_come_and_go() {
    let values = vec![("title".into(), words(&["Van Driver"])), ("reports_to".into(), words(&["works"]))];
    shown(
        Intent::New { kind: Noun::Seat, id: "driver".into(), values },
        &expect![[r#"
        +   driver:
        +     title: Van Driver
        +     reports_to: works
        + 
    "#]],
    );
    let values = vec![("name".into(), words(&["Cleo Marsh"]))];
    shown(
        Intent::New { kind: Noun::Person, id: "cleo".into(), values },
        &expect![[r#"
        +   cleo: {name: Cleo Marsh}
    "#]],
    );
    let values = vec![("title".into(), words(&["Vans sold"])), ("owner".into(), words(&["sales"]))];
    shown(
        Intent::New { kind: Noun::Metric, id: "sold".into(), values },
        &expect![[r#"
        + 
        + metrics:
        +   sold:
        +     title: Vans sold
        +     owner: sales
    "#]],
    );
    shown(
        Intent::Delete { kind: Noun::Priority, id: "shop".into() },
        &expect![[r#"
        -   shop:
        -     title: A shop
        -     owner: sales
        -     supports: [vans]
    "#]],
    );
    shown(
        Intent::Delete { kind: Noun::Person, id: "ana".into() },
        &expect![[r#"
        refused: `person:ana` is needed by `seat:ceo`, `seat:works`: remove that first
    "#]],
    );
}

#[test]
fn a_waiver_is_written_and_ended() {
    let (rule, id) = (|| "vacant-seat".to_owned(), || "sales".to_owned());
    let until = day("2027-01-31");
    let allow = Intent::Allow { rule: rule(), kind: Noun::Seat, id: id(), reason: "Waits, for now".into(), until };
    let allowed = edited(CHART, std::slice::from_ref(&allow)).expect("it can be written");
    shown(
        allow,
        &expect![[r#"
        +     allow:
        +       - {rule: vacant-seat, reason: "Waits, for now", until: 2027-01-31}
    "#]],
    );
    let disallow = Intent::Disallow { rule: rule(), kind: Noun::Seat, id: id() };
    assert_eq!(edited(&allowed, &[disallow]).as_deref(), Ok(CHART));
}

#[test]
fn the_charts_of_the_project_are_edited_and_brought_back() {
    let text = std::fs::read_to_string(project().join("charts/atlas/chart.yaml")).expect("it is there");
    for text in [text.clone(), text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
        let there = Intent::Rename { kind: Noun::Seat, id: "coo".into(), new: "chief".into() };
        let back = Intent::Rename { kind: Noun::Seat, id: "chief".into(), new: "coo".into() };
        let unset = Intent::Unset { kind: Noun::Seat, id: "coo".into(), key: "formerly".into() };
        let renamed = edited(&text, &[there]).expect("it is renamed");
        assert_ne!(renamed, text);
        let named_back = edited(&renamed, &[back]).expect("it is renamed");
        assert_eq!(edited(&named_back, &[unset]).expect("it is a key"), text);
    }
}

#[test]
fn a_mistake_is_known_by_what_it_is_about_and_not_by_its_message() {
    let text = "people: {ana: Ana}\nseats:\n  a: {owner: ana}\n  b: {title: B, reports_to: a}\n";
    let (kind, key) = (Noun::Seat, || "title".to_owned());
    let mended = Intent::Set { kind, id: "a".into(), key: key(), values: words(&["A"]) };
    let made = Intent::Unset { kind, id: "b".into(), key: key() };
    assert!(edited(text, std::slice::from_ref(&mended)).is_ok_and(|now| now.contains("title: A")));
    let refused = edited(text, &[mended, made]).expect_err("another seat has no title now");
    assert_eq!(refused, "the chart would have a mistake: a seat needs a `title`");
    // What is wrong in an entry, and with a list that names it, is as wrong under its new id.
    let text = "seats:\n  a: {title: A, colour: red}\n  b: {title: B, reports_to: a, dotted_to: [a]}\n  \
                c: {title: C, reports_to: [a, b]}\n";
    let rename = Intent::Rename { kind, id: "a".into(), new: "top".into() };
    let now = edited(text, &[rename]).expect("the mistakes are those of before");
    assert!(now.contains("top: {") && now.contains("colour: red") && now.contains("formerly: [a]"), "{now}");
}
