//! What holds for the packet of every chart, tried on generated ones.

use arbtest::arbtest;
use serde_json::Value;

use rightseat::graph::Graph;
use rightseat::model::Share;
use rightseat::report::{review_json, review_markdown, review_text};
use rightseat::review::{Packet, review};

use crate::properties::{entries, text};
use crate::support::judged;

/// Reviews a text as a chart, beside itself where it is to be compared, and hands the packet to `look`.
fn reviewed<T>(text: &str, is_compared: bool, look: impl FnOnce(&Packet<'_>, &Graph<'_>) -> T) -> T {
    judged(&[("chart.yaml", text)], |judged| look(&review(judged, is_compared.then_some(judged)), &judged.graph))
}

fn json(packet: &Packet<'_>) -> Value {
    serde_json::from_str(&review_json(packet)).expect("it is JSON")
}

/// The packet without anything that depends on places: lines, and messages that name the first of several equals.
fn without_places(mut packet: Value) -> Value {
    let by_order = ["second-root", "crowded-strategy", "deep-chart", "duplicate-responsibility", "similar-people"];
    let is_by_order = |one: &Value| by_order.contains(&one["rule"].as_str().expect("a rule"));
    for list in ["decisions", "remarks"] {
        let list = packet[list].as_array_mut().expect("a list");
        list.retain(|one| !is_by_order(one));
        for one in list {
            for key in ["because", "note", "message", "about"] {
                one[key] = Value::Null;
            }
        }
    }
    // Remarks come in the order of the files.
    packet["remarks"].as_array_mut().expect("a list").sort_by_key(ToString::to_string);
    let mut left = vec![&mut packet];
    while let Some(value) = left.pop() {
        match value {
            Value::Object(fields) => {
                fields.remove("place");
                left.extend(fields.values_mut());
            }
            Value::Array(items) => left.extend(items),
            _ => {}
        }
    }
    packet
}

#[test]
fn the_order_of_entries_never_shows() {
    arbtest(|u| {
        let mut entries = entries(u)?;
        let straight = text(&entries);
        entries.reverse();
        let reversed = text(&entries);
        let of = |text: &str| reviewed(text, false, |packet, _| without_places(json(packet)));
        let (one, other) = (of(&straight), of(&reversed));
        for (key, value) in one.as_object().expect("it has keys") {
            assert_eq!(*value, other[key], "{key}: {straight}");
        }
        Ok(())
    });
}

#[test]
fn shares_lie_between_nothing_and_all_and_name_what_they_miss() {
    arbtest(|u| {
        let text = text(&entries(u)?);
        reviewed(&text, false, |packet, _| {
            for pillar in &packet.pillars {
                let assessed = pillar.shares.iter().filter_map(|share| share.score);
                let (least, most) =
                    (assessed.clone().map(|one| one.millionths()).min(), assessed.map(|one| one.millionths()).max());
                let score = pillar.score.map(|score| score.millionths());
                assert!(least <= score && score <= most, "{text}");
                for share in &pillar.shares {
                    assert!(share.met <= share.of && (share.of == 0) == share.score.is_none(), "{text}");
                    if share.enough == 100 && !share.name.starts_with("layers") {
                        assert_eq!(share.missed.len(), share.of - share.met, "{}: {text}", share.name);
                    }
                }
            }
        });
        Ok(())
    });
}

#[test]
fn sums_agree_and_each_priority_is_in_one_state() {
    arbtest(|u| {
        let text = text(&entries(u)?);
        reviewed(&text, false, |packet, graph| {
            assert_eq!(packet.priorities.len(), graph.priorities().len());
            for row in &packet.priorities {
                assert_eq!(row.state == "accountable", row.person.is_some(), "{text}");
                assert_eq!(row.state == "accountable", row.why.is_none(), "{text}");
            }
            let open = packet.priorities.iter().filter(|row| row.is_open());
            let accountable = open.clone().filter(|row| row.state == "accountable").count();
            let answered = &packet.pillars[3].shares[0];
            assert_eq!((answered.met, answered.of), (accountable, open.count()), "{text}");
            let left: usize = packet.watch.people.iter().map(|one| one.priorities.len()).sum();
            assert_eq!((left, packet.watch.few_hands.of), (accountable, accountable), "{text}");
            for row in &packet.loads {
                assert_eq!(row.seats.iter().map(|seat| seat.load).sum::<Share>(), row.load, "{text}");
            }
            let carried: Share = packet.loads.iter().map(|row| row.load).sum();
            let unheld = graph.seats().filter(|seat| seat.holding().person().is_none()).map(|seat| seat.total_load());
            let all: Share = graph.seats().map(|seat| seat.total_load()).sum();
            assert_eq!(carried + unheld.sum(), all, "{text}");
            let empty = packet.vacancies.iter().filter(|row| row.interim.is_none()).count();
            let staffed = &packet.pillars[4].shares[0];
            assert!(empty <= staffed.of - staffed.met, "{text}");
        });
        Ok(())
    });
}

#[test]
fn nothing_has_changed_since_the_chart_itself_and_every_form_can_be_written() {
    arbtest(|u| {
        let text = text(&entries(u)?);
        reviewed(&text, true, |packet, _| {
            let changes = packet.changes.as_ref().expect("it is compared");
            assert!(changes.diff.is_empty(), "{text}");
            assert!(packet.decisions.decisions.iter().all(|decision| decision.is_new == Some(false)), "{text}");
            for pillar in &packet.pillars {
                assert_eq!(pillar.score, pillar.before, "{text}");
                assert!(pillar.shares.iter().all(|share| share.before == Some((share.met, share.of))), "{text}");
            }
            assert!(packet.loads.iter().all(|row| row.before == Some(row.load)), "{text}");
            let width = u.int_in_range(1..=120).expect("a width");
            assert!(review_text(packet, width, true).contains("Nothing since"));
            assert!(review_markdown(packet, &|_| Vec::new()).contains("Nothing since"));
        });
        Ok(())
    });
}
