//! Every figure of northwind's packet, counted once more from the raw YAML.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::raw::{Raw, is_met, is_open, list, millionths, scalar};
use crate::support::{project, rightseat};

const NOW: &str = "charts/northwind/2026-Q4";
const BEFORE: &str = "charts/northwind/2026-Q3";
/// Days from the reviews of both quarters to the days on which they are judged: 20 October, and the last of
/// September.
const DAYS: [i64; 2] = [14, 85];

fn packet() -> Json {
    let ran = rightseat(project(), &["review", "charts/northwind", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    serde_json::from_str(&ran.out).expect("it is JSON")
}

fn ids(entries: &Json) -> Vec<&str> {
    entries.as_array().expect("a list").iter().map(|entry| entry["id"].as_str().expect("an id")).collect()
}

fn rows(value: &Json) -> &[Json] {
    value.as_array().expect("a list")
}

#[test]
fn the_headline_counts_both_revisions() {
    let packet = packet();
    for (key, raw) in [("counts", Raw::read(NOW)), ("before_counts", Raw::read(BEFORE))] {
        let counts = &packet["headline"][key];
        assert_eq!(counts["seats"], raw.seats.len());
        assert_eq!(counts["people"], raw.people.len());
        assert_eq!(counts["priorities"], raw.priorities.len());
        assert_eq!(counts["metrics"], raw.metrics.len());
    }
    let head = &packet["headline"];
    assert_eq!((head["revision"].as_str(), head["before_revision"].as_str()), (Some("2026-Q4"), Some("2026-Q3")));
    assert_eq!((head["before_day"].as_str(), head["days_since_review"].as_i64()), (Some("2026-09-30"), Some(DAYS[0])));
}

/// Counted from what `check` prints a line for.
#[test]
fn the_headline_counts_the_findings() {
    let packet = packet();
    for (folder, key, day) in [(NOW, "counts", "2026-10-20"), (BEFORE, "before_counts", "2026-09-30")] {
        let lines = rightseat(project(), &["check", folder, "--verbose", "--format", "concise", "--today", day]).out;
        let count = |level: &str| lines.lines().filter(|line| line.contains(&format!(": {level}["))).count();
        let counts = &packet["headline"][key];
        assert!(count("warning") > 0 && count("info") > 0);
        for (level, key) in [("error", "errors"), ("warning", "warnings"), ("info", "infos")] {
            assert_eq!(counts[key], count(level), "{folder}: {level}");
        }
    }
}

/// Numerator and denominator of each share, in the order of the packet; pillar by pillar.
fn shares(raw: &Raw, days: i64) -> Vec<Vec<(usize, usize)>> {
    let count = |holds: &[bool]| (holds.iter().filter(|holds| **holds).count(), holds.len());
    let one = |holds: bool| count(&[holds]);
    let strategy = &raw.head["strategy"];
    let seats: Vec<&String> = raw.seats.keys().collect();
    let managers: Vec<&String> = seats.iter().copied().filter(|seat| raw.reports(seat) > 0).collect();
    let staffed = |of: &[&String]| count(&of.iter().map(|seat| raw.holder(seat).is_some()).collect::<Vec<_>>());
    let metrics: Vec<_> = raw.metrics.values().collect();
    let open: Vec<_> = raw.open().collect();

    let statements = ["mission", "vision", "values", "intent"].map(|key| !strategy[key].is_null());
    let sentences = strategy["intent"].as_str().expect("an intent").matches(['.', '!', '?']).count();
    let linked = linked(raw);
    let of_quarter = open.iter().filter(|(_, one)| matches!(one["horizon"].as_str(), None | Some("quarter")));
    let understanding = vec![
        count(&statements),
        one(sentences <= 2),
        count(&seats.iter().map(|seat| linked.contains(seat.as_str())).collect::<Vec<_>>()),
        count(&of_quarter.map(|(id, _)| raw.reaches(id)).collect::<Vec<_>>()),
    ];

    let owns = |seat: &str| open.iter().any(|(_, one)| one["owner"].as_str() == Some(seat));
    let in_band = |seat: &str| {
        let (min, max) = if raw.seats[seat]["manages"].as_str() == Some("player-coach") { (3, 5) } else { (3, 10) };
        (min..=max).contains(&raw.reports(seat))
    };
    let depth = |seat: &str| std::iter::successors(Some(seat), |seat| raw.seats[*seat]["reports_to"].as_str()).count();
    let layers = seats.iter().map(|seat| depth(seat)).max().expect("there are seats");
    let places = seats.len() + raw.seats.values().map(|seat| list(&seat["members"]).len()).sum::<usize>();
    // At six reports each, L layers hold (6^L - 1) / 5.
    let needed =
        (1..12).find(|layers| (6_usize.pow(*layers) - 1) / 5 >= places).expect("some depth is enough") as usize;
    let leadership = vec![
        staffed(&managers),
        count(&managers.iter().map(|seat| owns(seat)).collect::<Vec<_>>()),
        count(&managers.iter().map(|seat| in_band(seat)).collect::<Vec<_>>()),
        (needed.min(layers), layers),
    ];

    let covers = |side: &str| metrics.iter().any(|metric| metric["perspective"].as_str() == Some(side));
    let strategic = open.iter().filter(|(_, one)| Raw::is_strategic(one));
    let measured = |id: &str| metrics.iter().any(|metric| list(&metric["measures"]).contains(&id));
    let balanced = vec![
        count(&["financial", "customer", "operational", "people"].map(covers)),
        count(&strategic.clone().map(|(id, _)| measured(id)).collect::<Vec<_>>()),
        count(&metrics.iter().map(|metric| metric["owner"].is_string()).collect::<Vec<_>>()),
        count(&metrics.iter().map(|metric| metric["kind"].as_str() == Some("leading")).collect::<Vec<_>>()),
    ];

    let answered = |one: &serde_yaml::Value| one["owner"].as_str().is_some_and(|seat| raw.holder(seat).is_some());
    let all: Vec<&str> = raw.seats.values().flat_map(|seat| list(&seat["responsibilities"])).collect();
    let different: BTreeSet<String> = all.iter().map(|text| text.to_lowercase()).collect();
    let claimed_once =
        different.iter().filter(|one| all.iter().filter(|text| text.to_lowercase() == **one).count() == 1);
    let structure = vec![
        count(&open.iter().map(|(_, one)| answered(one)).collect::<Vec<_>>()),
        count(&raw.seats.values().map(|seat| seat["owner"].is_string()).collect::<Vec<_>>()),
        count(&seats.iter().map(|seat| raw.load(seat) <= 1_000_000).collect::<Vec<_>>()),
        (claimed_once.count(), different.len()),
        one(days <= 100),
    ];

    let holders: BTreeSet<&str> = seats.iter().filter_map(|seat| raw.holder(seat)).collect();
    let fits = raw.seats.values().filter_map(|seat| seat["fit"].as_mapping());
    let is_key = |seat: &str| depth(seat) <= 2 || strategic.clone().any(|(_, one)| one["owner"].as_str() == Some(seat));
    let key = seats.iter().filter(|seat| is_key(seat) && raw.holder(seat).is_some());
    let people = vec![
        staffed(&seats),
        count(&holders.iter().map(|person| carried(raw, person) <= raw.capacity(person)).collect::<Vec<_>>()),
        count(&fits.map(|fit| fit.values().all(|one| one.as_bool() == Some(true))).collect::<Vec<_>>()),
        count(&key.map(|seat| raw.seats[*seat]["backup"].is_string()).collect::<Vec<_>>()),
    ];

    let lane = strategy["lane"].as_str();
    let lanes: Vec<bool> =
        open.iter().filter_map(|(_, one)| one["lane"].as_str()).map(|one| Some(one) == lane).collect();
    let keeper = strategy["promise"]["owner"].as_str().expect("a keeper");
    let market = vec![one(lane.is_some()), count(&lanes), one(raw.holder(keeper).is_some()), one(covers("customer"))];
    vec![understanding, leadership, balanced, structure, people, market]
}

/// What a person's seats carry together.
fn carried(raw: &Raw, person: &str) -> i64 {
    raw.seats.keys().filter(|seat| raw.holder(seat) == Some(person)).map(|seat| raw.load(seat)).sum()
}

/// The seats in line of sight: those that own or contribute to what reaches, those that work on something with
/// them, and everybody above.
fn linked(raw: &Raw) -> BTreeSet<&str> {
    let on = |one: &serde_yaml::Value| -> Vec<String> {
        let owner = one["owner"].as_str().into_iter();
        owner.chain(list(&one["contributors"])).map(str::to_owned).collect()
    };
    let direct: BTreeSet<String> = raw.open().filter(|(id, _)| raw.reaches(id)).flat_map(|(_, one)| on(one)).collect();
    let together = raw.open().map(|(_, one)| on(one)).filter(|seats| seats.iter().any(|seat| direct.contains(seat)));
    let at_work: BTreeSet<String> = together.flatten().chain(direct.clone()).collect();
    let above = |seat: &str| {
        let up = std::iter::successors(Some(seat.to_owned()), |seat| {
            raw.seats[seat.as_str()]["reports_to"].as_str().map(str::to_owned)
        });
        up.collect::<Vec<_>>()
    };
    let all: BTreeSet<String> = at_work.iter().flat_map(|seat| above(seat)).collect();
    raw.seats.keys().map(String::as_str).filter(|seat| all.contains(*seat)).collect()
}

#[test]
fn the_shares_and_scores_are_those_of_the_files() {
    let packet = packet();
    let (now, before) = (shares(&Raw::read(NOW), DAYS[0]), shares(&Raw::read(BEFORE), DAYS[1]));
    assert_eq!(rows(&packet["pillars"]).len(), 6);
    for ((pillar, now), before) in rows(&packet["pillars"]).iter().zip(&now).zip(&before) {
        let name = pillar["pillar"].as_str().expect("a name");
        assert_eq!(rows(&pillar["shares"]).len(), now.len(), "{name}");
        for ((share, now), before) in rows(&pillar["shares"]).iter().zip(now).zip(before) {
            assert_eq!(
                (share["met"].as_u64(), share["of"].as_u64()),
                (Some(now.0 as u64), Some(now.1 as u64)),
                "{share}"
            );
            assert_eq!(share["before"], serde_json::json!([before.0, before.1]), "{share}");
            if share["enough"] == 100 && name != "leadership" {
                assert_eq!(rows(&share["missed"]).len(), now.1 - now.0, "{share}");
            }
        }
        for (key, shares) in [("score", now), ("before", before)] {
            assert_eq!(pillar[key]["millionths"], mean(name, shares), "{name} {key}");
            assert_eq!(pillar[key]["percent"], (mean(name, shares) + 5_000) / 10_000, "{name} {key}");
        }
    }
}

/// The mean in millionths, rounded half up, over one common denominator.
fn mean(pillar: &str, shares: &[(usize, usize)]) -> u64 {
    let parts = shares.iter().enumerate().filter(|(_, share)| share.1 > 0).map(|(at, &(met, of))| {
        // Forty leading metrics in a hundred are all that is asked.
        let (met, of) = if (pillar, at) == ("metrics", 3) { (met * 10, of * 4) } else { (met, of) };
        (met.min(of) as u64, of as u64)
    });
    let parts: Vec<(u64, u64)> = parts.collect();
    let whole: u64 = parts.iter().map(|(_, of)| of).product();
    let sum: u64 = parts.iter().map(|(met, of)| met * (whole / of)).sum();
    let whole = whole * parts.len() as u64;
    (sum * 2_000_000 + whole) / (whole * 2)
}

#[test]
fn each_priority_stands_in_the_table_with_its_owner_day_and_measure() {
    let (packet, raw) = (packet(), Raw::read(NOW));
    let table = rows(&packet["priorities"]);
    assert_eq!(table.len(), raw.priorities.len());
    for row in table {
        let id = row["priority"]["id"].as_str().expect("an id");
        let one = &raw.priorities[id];
        assert_eq!(row["priority"]["name"].as_str(), one["title"].as_str());
        assert_eq!(row["is_strategic"], Raw::is_strategic(one));
        assert_eq!(row["status"].as_str(), one["status"].as_str());
        assert_eq!(row["due"].as_str(), one["due"].as_str());
        assert_eq!(row["horizon"].as_str(), one["horizon"].as_str().or(Some("quarter")));
        assert_eq!(row["effort"].as_str(), scalar(&one["effort"]).as_deref());
        let owner = one["owner"].as_str().expect("northwind has an owner for each");
        assert_eq!(ids(&row["seats"]), [owner]);
        assert_eq!(row["person"]["id"].as_str(), raw.holder(owner));
        assert_eq!(row["days_late"], Json::Null, "nothing open is late on 20 October");
        let mut supports = list(&one["supports"]);
        supports.sort_unstable();
        assert_eq!(ids(&row["supports"]), supports);
        let metrics = raw.metrics.iter().filter(|(_, metric)| list(&metric["measures"]).contains(&id));
        assert_eq!(ids(&row["metrics"]), metrics.map(|(metric, _)| metric.as_str()).collect::<Vec<_>>());
        assert_eq!(row["state"], if is_open(one) || raw.holder(owner).is_some() { "accountable" } else { "orphaned" });
    }
}

#[test]
fn the_loads_follow_the_formula_of_the_norms() {
    let (packet, raw, old) = (packet(), Raw::read(NOW), Raw::read(BEFORE));
    let holders: BTreeSet<&str> = raw.seats.keys().filter_map(|seat| raw.holder(seat)).collect();
    let table = rows(&packet["loads"]);
    assert_eq!(table.iter().map(|row| row["person"]["id"].as_str().expect("an id")).collect::<BTreeSet<_>>(), holders);
    let decimal = |value: &Json| {
        millionths(&serde_yaml::from_str(value.as_str().expect("a decimal")).expect("a number")).expect("a share")
    };
    let mut last = i64::MAX;
    for row in table {
        let person = row["person"]["id"].as_str().expect("an id");
        let (load, capacity) = (carried(&raw, person), raw.capacity(person));
        assert_eq!((decimal(&row["load"]), decimal(&row["capacity"])), (load, capacity), "{person}");
        assert_eq!(row["percent"], (load * 200 + capacity) / (capacity * 2), "{person}");
        assert_eq!(row["is_over"], load > capacity, "{person}");
        let seats = rows(&row["seats"]);
        assert_eq!(seats.iter().map(|seat| decimal(&seat["load"])).sum::<i64>(), load, "{person}");
        for seat in seats {
            let id = seat["seat"]["id"].as_str().expect("an id");
            assert_eq!(raw.holder(id), Some(person));
            assert_eq!(seat["is_interim"], raw.seats[id]["owner"].is_null());
        }
        let held_before = old.seats.keys().any(|seat| old.holder(seat) == Some(person));
        let before = held_before.then(|| carried(&old, person));
        assert_eq!(row["before"].as_str().map(|_| decimal(&row["before"])), before, "{person}");
        let of_capacity = load * 1_000_000 / capacity;
        assert!(of_capacity <= last, "{person} stands too low");
        last = of_capacity;
    }
}

#[test]
fn vacancies_spans_and_waivers_are_those_of_the_files() {
    let (packet, raw) = (packet(), Raw::read(NOW));
    let empty: BTreeSet<&str> =
        raw.seats.iter().filter(|(_, seat)| seat["owner"].is_null()).map(|(id, _)| id.as_str()).collect();
    let vacancies = rows(&packet["vacancies"]);
    assert_eq!(vacancies.iter().map(|row| row["seat"]["id"].as_str().expect("an id")).collect::<BTreeSet<_>>(), empty);
    for row in vacancies {
        let seat = &raw.seats[row["seat"]["id"].as_str().expect("an id")];
        assert_eq!(row["since"].as_str(), seat["vacant"]["since"].as_str());
        assert_eq!(row["plan"].as_str(), seat["vacant"]["plan"].as_str());
        assert_eq!(row["interim"]["id"].as_str(), seat["interim"].as_str());
        // 31 August to 20 October.
        assert_eq!(row["days"].as_i64(), seat["vacant"]["since"].as_str().map(|_| 50));
    }
    let spans = &packet["spans"];
    let managers: Vec<&String> = raw.seats.keys().filter(|seat| raw.reports(seat) > 0).collect();
    assert_eq!(rows(&spans["managers"]).len(), managers.len());
    for row in rows(&spans["managers"]) {
        let reports = raw.reports(row["seat"]["id"].as_str().expect("an id"));
        assert_eq!(row["reports"], reports);
        let n = reports as u64;
        assert_eq!(row["relations"], n * (2_u64.pow(u32::try_from(n).expect("small") - 1) + n - 1));
    }
    let mut counts: Vec<usize> = managers.iter().map(|seat| raw.reports(seat)).collect();
    counts.sort_unstable();
    let tenths = (counts.iter().sum::<usize>() * 20 + counts.len()) / (counts.len() * 2);
    assert_eq!(
        (spans["mean_tenths"].as_u64(), spans["median_halves"].as_u64()),
        (Some(tenths as u64), Some(counts[3] as u64 * 2))
    );
    let entries = raw.seats.iter().chain(&raw.priorities).chain(&raw.metrics);
    let allowed: Vec<&str> =
        entries.filter(|(_, entry)| !entry["allow"].is_null()).map(|(id, _)| id.as_str()).collect();
    let waivers: Vec<&str> = rows(&packet["waivers"]).iter().filter_map(|row| row["on"]["id"].as_str()).collect();
    assert_eq!(waivers, allowed);
}

#[test]
fn the_scorecard_says_which_metrics_reach_their_targets() {
    let (packet, raw, old) = (packet(), Raw::read(NOW), Raw::read(BEFORE));
    let mut seen = 0;
    for group in rows(&packet["scorecard"]) {
        let of_kind = |kind| rows(&group["metrics"]).iter().filter(|row| row["kind"] == kind).count();
        assert_eq!(
            (group["leading"].as_u64(), group["lagging"].as_u64()),
            (Some(of_kind("leading") as u64), Some(of_kind("lagging") as u64))
        );
        for row in rows(&group["metrics"]) {
            let id = row["metric"]["id"].as_str().expect("an id");
            let metric = &raw.metrics[id];
            assert_eq!(group["perspective"].as_str(), metric["perspective"].as_str());
            assert_eq!(row["kind"].as_str(), metric["kind"].as_str());
            let (target, actual) = (scalar(&metric["target"]).expect(id), scalar(&metric["actual"]).expect(id));
            assert_eq!(
                (row["target"].as_str(), row["actual"].as_str()),
                (Some(target.as_str()), Some(actual.as_str()))
            );
            assert_eq!(row["is_met"], is_met(&target, &actual), "{id}");
            let owner = metric["owner"].as_str().expect("one owner");
            assert_eq!(row["person"]["id"].as_str(), raw.holder(owner));
            assert_eq!(row["before"].as_str(), old.metrics.get(id).and_then(|old| scalar(&old["actual"])).as_deref());
            seen += 1;
        }
    }
    assert_eq!(seen, raw.metrics.len());
}

#[test]
fn people_to_watch_are_those_whose_leaving_would_tell() {
    let (packet, raw) = (packet(), Raw::read(NOW));
    let answers = |person: &str| -> Vec<&str> {
        let held = |one: &serde_yaml::Value| one["owner"].as_str().and_then(|seat| raw.holder(seat)) == Some(person);
        raw.open().filter(|(_, one)| held(one)).map(|(id, _)| id.as_str()).collect()
    };
    let led = |person: &str| {
        let held = raw.seats.keys().filter(|seat| raw.holder(seat) == Some(person));
        held.map(|seat| raw.reports(seat)).sum::<usize>()
    };
    let expected: BTreeSet<&str> =
        raw.people.keys().map(String::as_str).filter(|person| !answers(person).is_empty() || led(person) > 0).collect();
    let people = rows(&packet["watch"]["people"]);
    assert_eq!(
        people.iter().map(|row| row["person"]["id"].as_str().expect("an id")).collect::<BTreeSet<_>>(),
        expected
    );
    for row in people {
        let person = row["person"]["id"].as_str().expect("an id");
        assert_eq!(ids(&row["priorities"]), answers(person), "{person}");
        assert_eq!(row["reports"], led(person), "{person}");
        for held in rows(&row["seats"]) {
            let seat = held["seat"]["id"].as_str().expect("an id");
            assert_eq!(held["backup"]["id"].as_str(), raw.seats[seat]["backup"].as_str());
        }
    }
    // The largest holders, until more than half of the open priorities have nobody.
    let mut counts: Vec<usize> = expected.iter().map(|person| answers(person).len()).collect();
    counts.sort_unstable_by(|one, other| other.cmp(one));
    let all = raw.open().count();
    let factor = (1..=counts.len()).find(|&n| counts[..n].iter().sum::<usize>() * 2 > all).expect("all hold all");
    let hands = &packet["watch"]["few_hands"];
    assert_eq!((rows(&hands["people"]).len(), hands["of"].as_u64()), (factor, Some(all as u64)));
    assert_eq!(hands["unowned"], counts[..factor].iter().sum::<usize>());
}
