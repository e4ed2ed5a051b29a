//! Entries under other ids: which are found, which are left alone, and a comparison with a plain calculation.

use std::collections::{BTreeMap, BTreeSet};

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use rightseat::diff::{How, Renames};
use rightseat::model::Noun;

use super::company::{Company, Entry, Written, words};
use super::compared;

fn one(text: impl Into<String>) -> Written {
    Written::One(text.into())
}

/// The seats of two charts that are taken for the same.
fn found(old: &str, new: &str, renames: Renames) -> BTreeMap<String, (String, How)> {
    compared(old, new, renames, |compared| {
        let seats = compared.diff.renames.iter().filter(|rename| rename.old.kind == Noun::Seat);
        seats.map(|rename| (rename.old.id.clone(), (rename.new.id.clone(), rename.how))).collect()
    })
}

/// Numbers that are the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % count
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }
}

const ROLES: [&str; 10] =
    ["Head of", "Lead", "Engineer", "Manager", "Coordinator", "Analyst", "Buyer", "Planner", "Clerk", "Partner"];
const AREAS: [&str; 12] = [
    "Sales",
    "Support",
    "Finance",
    "Logistics",
    "Quality",
    "Design",
    "Safety",
    "Training",
    "Legal",
    "Research",
    "Purchasing",
    "Service",
];

fn title(dice: &mut Dice) -> String {
    format!("{} {}", ROLES[dice.below(10)], AREAS[dice.below(12)])
}

fn responsibilities(dice: &mut Dice) -> Written {
    let text = |dice: &mut Dice| {
        let verb = ["Plan", "Own", "Review", "Report", "Approve", "Improve"][dice.below(6)];
        format!(
            "{verb} {} {}",
            AREAS[dice.below(12)].to_lowercase(),
            ["budget", "contracts", "tools", "audits", "rota"][dice.below(5)]
        )
    };
    Written::Many((0..3 + dice.below(4)).map(|_| text(dice)).collect())
}

fn seat(dice: &mut Dice, managers: usize) -> Entry {
    let mut seat = Entry::from([("title", one(title(dice))), ("responsibilities", responsibilities(dice))]);
    seat.insert("reports_to", one(format!("s{}", dice.below(managers.max(1)))));
    if !dice.one_in(7) {
        seat.insert("owner", one(format!("p{}", dice.below(200))));
    }
    seat
}

/// The given number of seats; given numbers of them are renamed with half of their fields edited, or removed, and
/// others added.
fn reorganised(
    dice: &mut Dice,
    seats: usize,
    renamed: usize,
    decoys: usize,
) -> (Company, Company, BTreeMap<String, String>) {
    let mut old = Company::default();
    let people = (0..200).map(|n| (format!("p{n}"), Entry::from([("name", one(format!("Person {n}")))])));
    let all = (0..seats).map(|n| (format!("s{n}"), seat(dice, n.min(40))));
    old.sections.extend([("seats", all.collect()), ("people", people.collect())]);
    old.sections.extend([("priorities", BTreeMap::new()), ("metrics", BTreeMap::new())]);
    let mut new = old.clone();
    let mut ids = BTreeMap::new();
    while ids.len() < renamed {
        ids.insert(format!("s{}", dice.below(seats)), format!("r{}", ids.len()));
    }
    super::company::rename(&mut new, "seats", &ids);
    for id in ids.values() {
        let other = seat(dice, 40);
        let entry = new.entry("seats", id);
        for key in ["title", "responsibilities", "reports_to", "owner"] {
            if let (true, Some(value)) = (dice.one_in(2), other.get(key)) {
                entry.insert(key, value.clone());
            }
        }
    }
    let kept: Vec<String> = new.sections["seats"].keys().filter(|id| id.starts_with('s')).cloned().collect();
    for n in 0..decoys {
        new.sections.get_mut("seats").expect("it is there").remove(&kept[dice.below(kept.len())]);
        let decoy = seat(dice, 40);
        new.sections.get_mut("seats").expect("it is there").insert(format!("d{n}"), decoy);
    }
    (old, new, ids)
}

#[test]
fn of_guessed_renames_nineteen_in_twenty_are_right() {
    let (mut right, mut guessed, mut all) = (0, 0, 0);
    for seed in 1..=8 {
        let (old, new, ids) = reorganised(&mut Dice(0x9E37_79B9_7F4A_7C15 / seed), 300, 60, 12);
        let found = found(&old.yaml(), &new.yaml(), Renames::default());
        all += ids.len();
        guessed += found.len();
        right += found.iter().filter(|(old, (new, _))| ids.get(*old) == Some(new)).count();
    }
    assert!(right * 100 >= guessed * 95, "{right} of {guessed} are right");
    assert!(right * 100 >= all * 45, "{right} of {all} were found");
}

#[test]
fn too_many_pairs_are_not_compared_and_that_is_said() {
    let (old, new, _) = reorganised(&mut Dice(77), 60, 20, 0);
    compared(&old.yaml(), &new.yaml(), Renames::Likely { limit: 100 }, |compared| {
        let note = compared.diff.notes.first().expect("there is one");
        assert!(note.starts_with("renamed seats are not looked for: ") && note.contains("--rename-limit"), "{note}");
        assert!(compared.diff.renames.iter().all(|rename| !matches!(rename.how, How::Likely(_))));
    });
}

/// Some seats that are gone and some that are new, alike by chance, below seats that stay.
fn exchange(u: &mut Unstructured<'_>) -> Result<(Company, Company)> {
    let mut old = Company::default();
    let people = (0..4).map(|n| (format!("p{n}"), Entry::from([("name", one(format!("Person {n}")))])));
    let top = (0..3).map(|n| (format!("top{n}"), Entry::from([("title", one(format!("Top {n}")))])));
    old.sections.extend([("people", people.collect()), ("seats", top.collect())]);
    old.sections.extend([("priorities", BTreeMap::new()), ("metrics", BTreeMap::new())]);
    let mut new = old.clone();
    let pool: Vec<String> = (0..5).map(|_| words(u)).collect::<Result<_>>()?;
    for (company, of) in [(&mut old, "a"), (&mut new, "b")] {
        for n in 0..u.int_in_range(1..=7)? {
            let mut seat = Entry::from([("title", one(format!("{} {of}{n}", u.choose(&AREAS[..4])?)))]);
            seat.insert("reports_to", one(format!("top{}", u.int_in_range(0..=2)?)));
            if u.ratio(3, 4)? {
                seat.insert("owner", one(format!("p{}", u.int_in_range(0..=3)?)));
            }
            let mut texts = BTreeSet::new();
            for _ in 0..u.int_in_range(0..=3)? {
                texts.insert(u.choose(&pool)?.clone());
            }
            seat.insert("responsibilities", Written::Many(texts.into_iter().collect()));
            company.sections.get_mut("seats").expect("it is there").insert(format!("{of}{n}"), seat);
        }
    }
    Ok((old, new))
}

/// The sets by which a seat is known, with what each counts.
fn traits(seat: &Entry) -> [(u32, BTreeSet<String>); 5] {
    let text = |key: &str| match seat.get(key) {
        Some(Written::One(text)) => vec![text.clone()],
        Some(Written::Many(texts)) => texts.clone(),
        _ => Vec::new(),
    };
    let letters: Vec<char> = format!("  {} ", text("title").concat().to_lowercase()).chars().collect();
    let words = text("responsibilities").join(" ").to_lowercase();
    [
        (250, letters.windows(3).map(|three| three.iter().collect()).collect()),
        (200, text("responsibilities").iter().map(|text| text.to_lowercase()).collect()),
        (100, words.split_whitespace().map(str::to_owned).collect()),
        (250, text("owner").into_iter().collect()),
        (100, text("reports_to").into_iter().collect()),
    ]
}

/// Round for round, all against all: who is clearly each other's best.
fn reckoned(old: &Company, new: &Company) -> BTreeMap<String, (String, u32)> {
    let left = |company: &Company| -> BTreeMap<String, Entry> {
        let seats = company.sections["seats"].iter().filter(|(id, _)| !id.starts_with("top"));
        seats.map(|(id, seat)| (id.clone(), seat.clone())).collect()
    };
    let (mut old, mut new) = (left(old), left(new));
    let mut pairs = BTreeMap::new();
    for _ in 0..3 {
        let all: Vec<_> = old.values().chain(new.values()).map(traits).collect();
        let weight = |part: usize, word: &String| {
            let holders = all.iter().filter(|traits| traits[part].1.contains(word)).count();
            if part == 1 || part == 2 { 1 + (all.len() / holders).ilog2() } else { 1 }
        };
        let score = |one: &Entry, other: &Entry| -> u32 {
            let (mut sum, mut whole) = (0, 0);
            for (part, ((share, one), (_, other))) in traits(one).iter().zip(&traits(other)).enumerate() {
                let size = |set: BTreeSet<&String>| -> u32 { set.into_iter().map(|token| weight(part, token)).sum() };
                let shared = size(one.intersection(other).collect());
                let both = size(one.iter().collect()) + size(other.iter().collect());
                if both == 0 {
                    continue;
                }
                whole += share;
                sum += share * if part == 0 { 2000 * shared / both } else { 1000 * shared / (both - shared) };
            }
            sum / whole.max(600)
        };
        let mut taken = Vec::new();
        for (from, one) in &old {
            for (to, other) in &new {
                let here = score(one, other);
                let rivals = old.iter().filter(|(id, _)| *id != from).map(|(_, rival)| score(rival, other));
                let rivals = rivals.chain(new.iter().filter(|(id, _)| *id != to).map(|(_, rival)| score(one, rival)));
                // What is below 400 is not looked at, and so is no rival.
                let rival = rivals.filter(|score| *score >= 400).max().unwrap_or(0);
                if here >= 450 && here >= rival + 50 {
                    taken.push((from.clone(), to.clone(), here));
                }
            }
        }
        for (from, to, score) in taken {
            old.remove(&from);
            new.remove(&to);
            pairs.insert(from, (to, score));
        }
    }
    pairs
}

#[test]
fn what_is_alike_is_found_as_by_trying_everything() {
    arbtest(|u| {
        let (old, new) = exchange(u)?;
        let found: BTreeMap<_, _> = found(&old.yaml(), &new.yaml(), Renames::default())
            .into_iter()
            .map(|(from, (to, how))| (from, (to, u32::from(how.confidence()))))
            .collect();
        assert_eq!(found, reckoned(&old, &new), "{}\n{}", old.yaml(), new.yaml());
        Ok(())
    });
}
