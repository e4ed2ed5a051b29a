//! Anything that somebody may want of a generated company.

use arbtest::arbitrary::{Result, Unstructured};
use rightseat::edit::Intent;
use rightseat::model::Noun;

use crate::diff::company::Company;
use crate::support::day;

const TEXTS: [&str; 10] = [
    "Plain words",
    "no",
    "12:30",
    "a: b # c",
    "Two\nlines",
    "- [odd], {text}",
    "It's \"quoted\" \\ text",
    "trailing:",
    "東京 kůň",
    "Three\n\n  lines\nhere",
];

fn id(company: &Company, section: &str, u: &mut Unstructured<'_>) -> Result<String> {
    let ids: Vec<&String> = company.sections[section].keys().collect();
    if ids.is_empty() { Ok("nobody".to_owned()) } else { Ok((*u.choose(&ids)?).clone()) }
}

/// One intent, which may make no sense.
pub(super) fn wanted(company: &Company, u: &mut Unstructured<'_>) -> Result<Intent> {
    let seat = id(company, "seats", u)?;
    let other = id(company, "seats", u)?;
    let person = id(company, "people", u)?;
    let priority = id(company, "priorities", u)?;
    let metric = id(company, "metrics", u)?;
    let text = (*u.choose(&TEXTS)?).to_owned();
    let (kind, any) = match u.int_in_range(0..=3)? {
        0 => (Noun::Seat, seat.clone()),
        1 => (Noun::Person, person.clone()),
        2 => (Noun::Priority, priority.clone()),
        _ => (Noun::Metric, metric),
    };
    let keys: &[(&str, &str)] = match kind {
        Noun::Seat => &[
            ("title", "T"),
            ("function", "T"),
            ("note", "T"),
            ("responsibilities", "T"),
            ("reports_to", "S"),
            ("owner", "P"),
            ("backup", "P"),
            ("members", "P"),
            ("dotted_to", "S"),
            ("manages", "coach"),
            ("assistant", "true"),
            ("vacant.plan", "T"),
            ("ref", "T"),
        ],
        Noun::Person => &[("name", "T"), ("capacity", "0.5"), ("outside", "true"), ("note", "T"), ("ref", "T")],
        Noun::Priority => &[
            ("title", "T"),
            ("owner", "S"),
            ("contributors", "S"),
            ("due", "2027-01-31"),
            ("status", "done"),
            ("effort", "0.25"),
            ("note", "T"),
            ("lane", "cost"),
        ],
        _ => &[("title", "T"), ("owner", "S"), ("target", ">= 10 %"), ("kind", "lagging"), ("note", "T")],
    };
    let (key, of) = *u.choose(keys)?;
    let key = key.to_owned();
    let value = match of {
        "T" => text.clone(),
        "S" => other.clone(),
        "P" => person.clone(),
        word => word.to_owned(),
    };
    let fresh = (*u.choose(&["n1", "n2", "s1", "012"])?).to_owned();
    Ok(match u.int_in_range(0..=18)? {
        0 => Intent::HandOver { priority, seat },
        1 => Intent::Fill { seat, person },
        2 => Intent::Cover { seat, person },
        3 => Intent::Vacate { seat, since: None, plan: u.ratio(1, 2)?.then_some(text) },
        4 => Intent::Move { seat, manager: other },
        5 | 6 => Intent::Rename { kind, id: any, new: fresh },
        7 => Intent::Close { seat, to: u.ratio(2, 3)?.then_some(other) },
        8..=10 => Intent::Set { kind, id: any, key, values: vec![value] },
        11 => Intent::Unset { kind, id: any, key },
        12 => Intent::Add { kind, id: any, key, values: vec![value] },
        13 => Intent::Remove { kind, id: any, key, values: vec![value] },
        14 => Intent::New {
            kind: Noun::Seat,
            id: fresh,
            values: vec![
                ("title".to_owned(), vec![text]),
                ("reports_to".to_owned(), vec![other]),
                ("responsibilities".to_owned(), vec!["One".to_owned(), "Two: three".to_owned()]),
            ],
        },
        15 => Intent::New { kind: Noun::Person, id: fresh, values: vec![("name".to_owned(), vec![text])] },
        16 => Intent::Delete { kind, id: any },
        17 => Intent::Allow { rule: "vacant-seat".to_owned(), kind, id: any, reason: text, until: day("2027-01-31") },
        _ => match u.int_in_range(0..=2)? {
            0 => Intent::Set { kind: Noun::Strategy, id: String::new(), key: "values".to_owned(), values: vec![text] },
            1 => Intent::Unset { kind: Noun::Strategy, id: String::new(), key: "mission".to_owned() },
            _ => Intent::Set {
                kind: Noun::Chart,
                id: String::new(),
                key: "reviewed".to_owned(),
                values: vec!["2026-10-01".to_owned()],
            },
        },
    })
}
