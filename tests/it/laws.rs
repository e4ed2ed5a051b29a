//! Check, review, diff, trend and picture tell one story, tried on generated charts under generated settings.

use std::collections::BTreeSet;

use arbtest::arbitrary::{Result, Unstructured};
use serde_json::Value;

use rightseat::check::{AsOf, Judged, Level, Norms};
use rightseat::config::settings;
use rightseat::diff::{Code, Crossing, Renames, diff};
use rightseat::graph::{Answer, Holding};
use rightseat::model::{Claim, Noun};
use rightseat::picture::{Badge, Content, Field, Holder, picture};
use rightseat::read;
use rightseat::report::review_json;
use rightseat::review::review;
use rightseat::text::Sources;
use rightseat::trend::{Figures, MEASURES};

use crate::support::{TODAY, claimed, day, judged_by, sources};

type Ids = BTreeSet<String>;

/// Tries a law on charts that are the same in every run.
fn tried(law: impl Fn(&mut Unstructured<'_>) -> Result<()>) {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..150 {
        let random = |_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()[3]
        };
        let bytes: Vec<u8> = (0..1024).map(random).collect();
        law(&mut Unstructured::new(&bytes)).expect("there are bytes enough");
    }
}

/// A company in which people carry more or less than they can, seats stand empty, and names lead nowhere.
fn chart(u: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::from("organization: Test\nrevision: 2026-Q4\nreviewed: 2026-10-01\npeople:\n");
    let names = ["Ana Ruiz", "Ben Okafor", "Nobody", "Cleo Marsh"];
    for (at, name) in names.iter().enumerate() {
        let capacity = u.choose(&["", ", capacity: 0.5", ", capacity: 0", ", capacity: wrong", ", capacity: 0.84"])?;
        text += &format!("  p{at}: {{name: {name}{capacity}}}\n");
    }
    text += "seats:\n";
    let seats = u.int_in_range(1..=7)?;
    for n in 0..seats {
        let mut claims = format!("title: Seat {n}");
        if n > 0 && u.ratio(9, 10)? {
            claims += &format!(", reports_to: s{}", u.int_in_range(0..=seats)?);
        }
        match u.int_in_range(0..=9)? {
            0 => claims += ", interim: p0",
            1 => {}
            2 => claims += ", owner: [p0, p1]",
            3 => claims += ", owner: gone",
            4 => claims += ", owner: {no: id}",
            _ => claims += &format!(", owner: p{}", u.int_in_range(0..=3)?),
        }
        let duties = u.choose(&["[]", "[a, b, c]", "[a, b, c, d, e, f, g]"])?;
        let manages = u.choose(&["", ", manages: coordinator", ", manages: player-coach"])?;
        let allow = u.choose(&[
            "",
            ", allow: [{rule: idle-leader, reason: soon, until: 2027-01-31}]",
            ", allow: [{rule: thin-seat, reason: soon, until: 2027-01-31}]",
        ])?;
        text += &format!("  s{n}: {{{claims}, responsibilities: {duties}{manages}{allow}}}\n");
    }
    text += "priorities:\n";
    for n in 0..u.int_in_range(0..=4)? {
        let owner = u.choose(&["", ", owner: s0", ", owner: s1", ", owner: [s0, s1]", ", owner: nowhere"])?;
        let effort = u.choose(&["", ", effort: 0.6", ", effort: 0.85"])?;
        let status = u.choose(&["", ", status: done", ", status: dropped"])?;
        text += &format!("  q{n}: {{title: Do {n}{owner}{effort}{status}}}\n");
    }
    Ok(text)
}

fn norms(u: &mut Unstructured<'_>) -> Result<Norms> {
    let of = |u: &mut Unstructured<'_>| {
        Ok(*u.choose(&["off", "warning", "{percent: 60}", "{percent: 120}", "{level: error, percent: 84}"])?)
    };
    let text = format!(
        "rules:\n  overloaded-person: {}\n  overloaded-seat: {}\n  wide-span: {{max: 2}}\n  unused-waiver: error\n",
        of(u)?,
        of(u)?
    );
    let mut sources = Sources::new();
    let id = sources.add("rightseat.yaml", text).expect("it is small");
    let (settings, defects) = settings(sources.file(id));
    assert_eq!(defects, []);
    Ok(settings.norms())
}

/// Two charts, judged by the same norms.
fn judged(u: &mut Unstructured<'_>, look: impl FnOnce(&Judged<'_>, &Judged<'_>)) -> Result<()> {
    let (old, new, norms) = (chart(u)?, chart(u)?, norms(u)?);
    let (old_sources, old_inputs) = sources(&[("old.yaml", &old)]);
    let (new_sources, new_inputs) = sources(&[("new.yaml", &new)]);
    let (old_chart, old_defects) = read::chart(&old_sources, &old_inputs);
    let (new_chart, new_defects) = read::chart(&new_sources, &new_inputs);
    look(
        &judged_by("old.yaml", &old_sources, (&old_chart, &old_defects), &norms),
        &judged_by("new.yaml", &new_sources, (&new_chart, &new_defects), &norms),
    );
    Ok(())
}

#[test]
fn fewer_rules_find_the_same_down_to_a_level() {
    tried(|u| {
        let (text, norms) = (chart(u)?, norms(u)?);
        let (sources, inputs) = sources(&[("chart.yaml", &text)]);
        let (chart, defects) = read::chart(&sources, &inputs);
        let claimed = claimed("chart.yaml", &sources, (&chart, &defects));
        let found = |least, down_to| {
            let judged = Judged::down_to(down_to, claimed, &norms, AsOf::Day(day(TODAY)));
            let findings = judged.outcome.findings.into_iter().filter(|finding| finding.level >= least);
            findings.map(|finding| format!("{finding:?}")).collect::<Vec<_>>()
        };
        for least in [Level::Error, Level::Warning] {
            assert_eq!(found(least, least), found(least, Level::Info), "{text}");
        }
        Ok(())
    });
}

fn subjects(judged: &Judged<'_>, rules: &[&str], kind: Noun) -> Ids {
    let of_rules = judged.outcome.findings.iter().filter(|finding| rules.contains(&finding.rule.id.as_str()));
    of_rules
        .filter_map(|finding| finding.subjects.iter().find(|of| of.kind == kind))
        .map(|of| of.id.to_string())
        .collect()
}

fn packet(judged: &Judged<'_>) -> Value {
    serde_json::from_str(&review_json(&review(judged, None))).expect("it is JSON")
}

/// The ids of those rows of a review's table for which something holds.
fn rows(packet: &Value, table: &str, entry: &str, holds: impl Fn(&Value) -> bool) -> Ids {
    let rows = packet[table].as_array().expect("a table").iter().filter(|row| holds(row));
    rows.map(|row| row[entry]["id"].as_str().expect("an id").to_owned()).collect()
}

/// What a share of a pillar misses.
fn missed(packet: &Value, share: &str) -> Ids {
    let shares = packet["pillars"].as_array().expect("pillars").iter();
    let shares = shares.flat_map(|pillar| pillar["shares"].as_array().expect("shares"));
    let found = shares.filter(|one| one["name"].as_str() == Some(share)).filter_map(|one| one["missed"].as_array());
    found.flatten().map(|one| one["id"].as_str().expect("an id").to_owned()).collect()
}

fn figure(judged: &Judged<'_>, key: &str) -> usize {
    let measure = MEASURES.iter().find(|measure| measure.key == key).expect(key);
    let tenths = measure.of(&Figures::of(judged, None)).expect("it is counted").0;
    usize::try_from(tenths / 10).expect("it is small")
}

#[test]
fn all_agree_on_who_carries_too_much() {
    tried(|u| {
        judged(u, |old, new| {
            let over = |judged: &Judged<'_>| -> Ids {
                let people = judged.graph.people().filter(|&person| judged.norms.is_over(person));
                people.map(|person| person.id().to_string()).collect()
            };
            let (before, now) = (over(old), over(new));
            let found = subjects(new, &["overloaded-person"], Noun::Person);
            assert!(found.is_subset(&now));
            let seats = subjects(new, &["overloaded-seat"], Noun::Seat);
            for person in now.difference(&found) {
                let person = new.graph.find_person(person).expect("it was just there");
                assert!(person.held().any(|seat| seats.contains(seat.id().as_str())), "{}", person.id());
            }
            let packet = packet(new);
            assert_eq!(rows(&packet, "loads", "person", |row| row["is_over"] == true), now);
            let unreadable = new
                .graph
                .people()
                .filter(|person| matches!(person.claims().capacity, Claim::Wrong) && person.held().next().is_some());
            let unknown: Ids = unreadable.map(|person| person.id().to_string()).collect();
            assert_eq!(missed(&packet, "people who hold seats and are within their capacity"), &now | &unknown);
            assert_eq!(missed(&packet, "seats within the load of one full-time person"), seats);
            assert_eq!(figure(new, "overloaded"), now.len());
            let drawn = picture(
                new,
                &Content { fields: [Field::Title, Field::Owner, Field::Load].into(), ..Content::default() },
            )
            .expect("no seat is named");
            let is_alarming = |badge: &Badge| matches!(badge, Badge::Load { is_over: true, .. });
            let alarms: Ids = drawn
                .cards
                .iter()
                .filter(|card| card.badges.iter().any(is_alarming))
                .map(|card| card.id.clone())
                .collect();
            let held = new
                .graph
                .seats()
                .filter(|seat| seat.holding().person().is_some_and(|person| now.contains(person.id().as_str())));
            let expected: Ids = held.map(|seat| seat.id().to_string()).chain(seats).collect();
            // Of nothing there is no share, so no badge.
            let is_shown = |id: &String| drawn.cards.iter().any(|card| card.id == *id && !card.badges.is_empty());
            assert_eq!(alarms, expected.into_iter().filter(is_shown).collect());
            let diff = diff(old, new, Renames::Off);
            let crossed = |crossing| -> Ids {
                let loads = diff.loads.iter().filter(|load| load.crossing == Some(crossing));
                loads.filter(|load| load.holder.kind == Noun::Person).map(|load| load.holder.id.clone()).collect()
            };
            assert_eq!(crossed(Crossing::Overloaded), now.difference(&before).cloned().collect());
            assert_eq!(crossed(Crossing::Relieved), before.difference(&now).cloned().collect());
        })
    });
}

#[test]
fn all_agree_on_what_is_vacant_and_how_deep_it_is() {
    tried(|u| {
        judged(u, |_, new| {
            let of = |holds: fn(Holding<'_>) -> bool| -> Ids {
                new.graph.seats().filter(|seat| holds(seat.holding())).map(|seat| seat.id().to_string()).collect()
            };
            let unowned = of(|holding| matches!(holding, Holding::Vacant | Holding::Interim(_)));
            let vacant = of(|holding| matches!(holding, Holding::Vacant));
            assert_eq!(subjects(new, &["vacant-seat", "vacant-leader", "long-interim"], Noun::Seat), unowned);
            let packet = packet(new);
            assert_eq!(rows(&packet, "vacancies", "seat", |_| true), unowned);
            assert_eq!(rows(&packet, "vacancies", "seat", |row| row["interim"].is_null()), vacant);
            assert_eq!(figure(new, "vacancies"), unowned.len());
            let drawn = picture(new, &Content::default()).expect("no seat is named");
            let empty = drawn.cards.iter().filter(|card| card.holder == Holder::Vacant).map(|card| card.id.clone());
            assert_eq!(empty.collect::<Ids>(), vacant);
            assert_eq!(packet["spans"]["layers"], new.graph.layers());
            assert_eq!(figure(new, "layers"), new.graph.layers());
            assert_eq!(figure(new, "seats"), drawn.cards.len());
        })
    });
}

#[test]
fn all_agree_on_who_answers() {
    tried(|u| {
        judged(u, |old, new| {
            let answered = |judged: &Judged<'_>, holds: fn(Answer<'_>) -> bool| -> Ids {
                let open = judged.graph.priorities().filter(|priority| priority.claims().is_open());
                open.filter(|priority| holds(priority.answer())).map(|priority| priority.id().to_string()).collect()
            };
            let accountable = |judged| answered(judged, |answer| matches!(answer, Answer::Accountable { .. }));
            let nobody =
                |judged| answered(judged, |answer| !matches!(answer, Answer::Accountable { .. } | Answer::Unknown));
            let packet = packet(new);
            let is_open = |row: &Value| row["status"].is_null();
            assert_eq!(
                rows(&packet, "priorities", "priority", |row| is_open(row) && row["state"] == "accountable"),
                accountable(new)
            );
            let unknown = answered(new, |answer| matches!(answer, Answer::Unknown));
            assert_eq!(missed(&packet, "priorities with exactly one accountable person"), &nobody(new) | &unknown);
            assert_eq!(figure(new, "unanswered"), nobody(new).len());
            let found = subjects(new, &["unowned-priority", "shared-priority", "orphaned-priority"], Noun::Priority);
            assert!(found.is_subset(&nobody(new)));
            let diff = diff(old, new, Renames::Off);
            let told = |code| -> Ids {
                let all =
                    diff.changes.iter().flat_map(rightseat::diff::Change::all).filter(|change| change.code() == code);
                all.filter_map(|change| change.new.as_ref()).map(|party| party.id.clone()).collect()
            };
            let both = |one: Ids, other: Ids| one.intersection(&other).cloned().collect::<Ids>();
            assert_eq!(told(Code::PriorityOrphaned), both(accountable(old), nobody(new)));
            assert_eq!(told(Code::PriorityAdopted), both(nobody(old), accountable(new)));
        })
    });
}
