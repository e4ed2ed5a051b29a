//! Generated companies, what may happen to them in a quarter, and the many ways in which a chart can be written.

use std::collections::BTreeMap;

use arbtest::arbitrary::{Result, Unstructured};

/// A value as it is written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Written {
    One(String),
    Many(Vec<String>),
    Keys(Vec<(&'static str, String)>),
}

pub(crate) type Entry = BTreeMap<&'static str, Written>;

/// A chart as data, by section and id.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Company {
    pub(crate) head: Entry,
    pub(crate) strategy: Option<Entry>,
    pub(crate) sections: BTreeMap<&'static str, BTreeMap<String, Entry>>,
}

/// Which keys refer to the ids of which section.
pub(crate) const REFERENCES: [(&str, &str, &str); 11] = [
    ("seats", "reports_to", "seats"),
    ("seats", "dotted_to", "seats"),
    ("seats", "owner", "people"),
    ("seats", "backup", "people"),
    ("seats", "interim", "people"),
    ("seats", "members", "people"),
    ("priorities", "owner", "seats"),
    ("priorities", "contributors", "seats"),
    ("priorities", "supports", "priorities"),
    ("metrics", "owner", "seats"),
    ("metrics", "measures", "priorities"),
];

const NOUNS: [&str; 12] = [
    "Budget",
    "Hiring",
    "Safety",
    "Deliveries",
    "Contracts",
    "Training",
    "Vans",
    "Spare parts",
    "Audits",
    "Answers",
    "Prices",
    "Returns",
];
const VERBS: [&str; 8] = ["Plan", "Review", "Own", "Keep", "Improve", "Report on", "Approve", "Document"];

pub(crate) fn words(u: &mut Unstructured<'_>) -> Result<String> {
    let (verb, noun) = (*u.choose(&VERBS)?, *u.choose(&NOUNS)?);
    Ok(format!("{verb} {} in area {}", noun.to_lowercase(), u.int_in_range(1..=40)?))
}

fn one(text: impl Into<String>) -> Written {
    Written::One(text.into())
}

fn some_of(u: &mut Unstructured<'_>, of: &str, count: usize, most: usize) -> Result<Written> {
    let mut some = Vec::new();
    for _ in 0..u.int_in_range(0..=most)? {
        let id = format!("{of}{}", u.int_in_range(0..=count)?);
        if !some.contains(&id) {
            some.push(id);
        }
    }
    Ok(Written::Many(some))
}

/// A company in which most references hold, some don't, and a few values can't be read.
pub(crate) fn company(u: &mut Unstructured<'_>) -> Result<Company> {
    let (people, seats, priorities, metrics) =
        (u.int_in_range(1..=6)?, u.int_in_range(1..=10)?, u.int_in_range(0..=6)?, u.int_in_range(0..=4)?);
    let mut company = Company::default();
    company.head.insert("organization", one("Acme"));
    company.head.insert("revision", one("2026-Q4"));
    let section = |count: usize,
                   of: &str,
                   u: &mut Unstructured<'_>,
                   entry: &dyn Fn(usize, &mut Unstructured<'_>) -> Result<Entry>| {
        (0..count).map(|n| Ok((format!("{of}{n}"), entry(n, u)?))).collect::<Result<BTreeMap<_, _>>>()
    };
    let of_people = section(people, "p", u, &|n, u| person(u, n))?;
    let of_seats = section(seats, "s", u, &|n, u| seat(u, n, people))?;
    let of_priorities = section(priorities, "q", u, &|n, u| priority(u, n, seats))?;
    let of_metrics = section(metrics, "m", u, &|n, u| metric(u, n, seats, priorities))?;
    company.sections.extend([
        ("people", of_people),
        ("seats", of_seats),
        ("priorities", of_priorities),
        ("metrics", of_metrics),
    ]);
    if u.ratio(1, 2)? {
        let mut strategy = Entry::from([("mission", one(words(u)?)), ("lane", one(*u.choose(&["cost", "service"])?))]);
        strategy.insert("values", Written::Many(vec![words(u)?, words(u)?]));
        strategy.insert("promise", Written::Keys(vec![("text", words(u)?), ("owner", "s0".to_owned())]));
        company.strategy = Some(strategy);
    }
    Ok(company)
}

fn person(u: &mut Unstructured<'_>, n: usize) -> Result<Entry> {
    let mut entry = Entry::from([("name", one(format!("Person Number {n}")))]);
    if u.ratio(1, 4)? {
        entry.insert("capacity", one(*u.choose(&["0.5", "0.8", "most"])?));
    }
    Ok(entry)
}

fn seat(u: &mut Unstructured<'_>, n: usize, people: usize) -> Result<Entry> {
    let title = if u.ratio(1, 4)? { "Field Engineer".to_owned() } else { format!("Head of {}", words(u)?) };
    let mut entry = Entry::from([("title", one(title))]);
    if n > 0 {
        entry.insert("reports_to", one(format!("s{}", u.int_in_range(0..=n - 1)?)));
    }
    if u.ratio(4, 5)? {
        entry.insert("owner", one(format!("p{}", u.int_in_range(0..=people)?)));
    } else if u.ratio(1, 2)? {
        entry.insert("vacant", Written::Keys(vec![("since", "2026-08-01".to_owned()), ("plan", words(u)?)]));
        entry.insert("interim", one("p0"));
    }
    let mut responsibilities = Vec::new();
    for _ in 0..u.int_in_range(0..=5)? {
        responsibilities.push(words(u)?);
    }
    entry.insert("responsibilities", Written::Many(responsibilities));
    if u.ratio(1, 5)? {
        entry.insert("members", some_of(u, "p", people, 3)?);
        entry.insert("dotted_to", some_of(u, "s", n, 2)?);
    }
    if u.ratio(1, 8)? {
        entry.insert("fit", Written::Keys(vec![("head", "true".to_owned()), ("heart", "maybe".to_owned())]));
    }
    if u.ratio(1, 8)? {
        entry.insert("backup", one("p1"));
        entry.insert("manages", one(*u.choose(&["coach", "nobody"])?));
    }
    Ok(entry)
}

fn priority(u: &mut Unstructured<'_>, n: usize, seats: usize) -> Result<Entry> {
    let mut entry = Entry::from([("title", one(format!("{} by quarter {n}", words(u)?)))]);
    entry.insert("owner", some_of(u, "s", seats, 2)?);
    entry.insert("supports", some_of(u, "q", n, 1)?);
    entry.insert("contributors", some_of(u, "s", seats, 2)?);
    if u.ratio(1, 2)? {
        entry.insert("status", one(*u.choose(&["on-track", "off-track", "done", "dropped", "fine"])?));
        entry.insert("due", one(*u.choose(&["2026-12-15", "2026-11-01", "soon"])?));
        entry.insert("effort", one(*u.choose(&["0.3", "0.1"])?));
    }
    if u.ratio(1, 3)? {
        entry.insert("horizon", one(*u.choose(&["year", "long"])?));
    }
    Ok(entry)
}

fn metric(u: &mut Unstructured<'_>, n: usize, seats: usize, priorities: usize) -> Result<Entry> {
    let mut entry = Entry::from([("title", one(format!("Share of {} {n}", words(u)?)))]);
    entry.insert("owner", some_of(u, "s", seats, 1)?);
    entry.insert("measures", some_of(u, "q", priorities, 1)?);
    if u.ratio(1, 2)? {
        entry.insert("target", one(">= 90 %"));
        entry.insert("actual", one(*u.choose(&["85 %", "95 %", "12 h"])?));
        entry.insert("kind", one("leading"));
    }
    Ok(entry)
}

/// Something that happens to a company in a quarter.
pub(crate) fn edit(company: &mut Company, u: &mut Unstructured<'_>) -> Result<()> {
    let section = *u.choose(&["people", "seats", "seats", "priorities", "metrics"])?;
    let ids: Vec<String> = company.sections[section].keys().cloned().collect();
    let entries = company.sections.get_mut(section).expect("each company has all sections");
    let fresh = format!("n{}", u.int_in_range(0..=99)?);
    let new = match section {
        "people" => person(u, 77)?,
        "seats" => seat(u, 3, 4)?,
        "priorities" => priority(u, 3, 4)?,
        _ => metric(u, 3, 4, 4)?,
    };
    match u.int_in_range(0..=5)? {
        0 => {
            entries.insert(fresh, new);
        }
        1 if !ids.is_empty() => {
            entries.remove(u.choose(&ids)?);
        }
        2 if !ids.is_empty() => {
            let old = u.choose(&ids)?.clone();
            rename(company, section, &BTreeMap::from([(old, fresh)]));
        }
        3 if !ids.is_empty() => {
            entries.insert(u.choose(&ids)?.clone(), new);
        }
        4 => company.strategy = None,
        _ if !ids.is_empty() => {
            let id = u.choose(&ids)?.clone();
            let keys: Vec<&str> = new.keys().copied().collect();
            let key = *u.choose(&keys)?;
            let entry = entries.get_mut(&id).expect("it is there");
            entry.insert(key, new[key].clone());
        }
        _ => {}
    }
    Ok(())
}

/// Gives entries other ids, wherever they are named.
pub(crate) fn rename(company: &mut Company, section: &str, ids: &BTreeMap<String, String>) {
    let entries = company.sections.get_mut(section).expect("each company has all sections");
    let taken = std::mem::take(entries);
    let now = |id: &String| ids.get(id).unwrap_or(id).clone();
    *entries = taken.into_iter().map(|(id, entry)| (now(&id), entry)).collect();
    for (of, key, _) in REFERENCES.iter().filter(|(.., to)| *to == section) {
        for entry in company.sections.get_mut(of).expect("each company has all sections").values_mut() {
            match entry.get_mut(key) {
                Some(Written::One(id)) => *id = now(id),
                Some(Written::Many(listed)) => listed.iter_mut().for_each(|id| *id = now(id)),
                _ => {}
            }
        }
    }
    if let (Some(strategy), "seats") = (&mut company.strategy, section)
        && let Some(Written::Keys(promise)) = strategy.get_mut("promise")
    {
        promise.iter_mut().filter(|(key, _)| *key == "owner").for_each(|(_, id)| *id = now(id));
    }
}

impl Company {
    pub(crate) fn entry(&mut self, section: &str, id: &str) -> &mut Entry {
        self.sections.get_mut(section).and_then(|entries| entries.get_mut(id)).expect("it is there")
    }

    /// In the plainest way.
    pub(crate) fn yaml(&self) -> String {
        self.styled(&mut Unstructured::new(&[])).expect("no choice is left open")
    }

    /// In any order, with or without quotes, in lines or in braces.
    pub(crate) fn styled(&self, u: &mut Unstructured<'_>) -> Result<String> {
        let mut text = String::from("rightseat: 1\n");
        for (key, value) in &self.head {
            text += &format!("{key}: {}\n", flow(value, u)?);
        }
        if let Some(strategy) = &self.strategy {
            text += &format!("strategy: {{{}}}\n", pairs(strategy, u)?);
        }
        let mut sections: Vec<_> = self.sections.iter().collect();
        shuffle(&mut sections, u)?;
        for (section, entries) in sections {
            text += &format!("{section}:\n");
            let mut entries: Vec<_> = entries.iter().collect();
            shuffle(&mut entries, u)?;
            for (id, entry) in entries {
                if u.ratio(1, 3)? && !u.is_empty() {
                    text += &format!("  {id}:   # a note\n");
                    let mut keys: Vec<_> = entry.iter().collect();
                    shuffle(&mut keys, u)?;
                    for (key, value) in keys {
                        text += &format!("      {key}: {}\n", flow(value, u)?);
                    }
                } else {
                    text += &format!("  {id}: {{{}}}\n", pairs(entry, u)?);
                }
            }
        }
        Ok(if !u.is_empty() && u.ratio(1, 3)? { text.replace('\n', "\r\n") } else { text })
    }
}

fn pairs(entry: &Entry, u: &mut Unstructured<'_>) -> Result<String> {
    let mut keys: Vec<_> = entry.iter().collect();
    shuffle(&mut keys, u)?;
    let pairs: Result<Vec<String>> =
        keys.into_iter().map(|(key, value)| Ok(format!("{key}: {}", flow(value, u)?))).collect();
    Ok(pairs?.join(", "))
}

fn flow(value: &Written, u: &mut Unstructured<'_>) -> Result<String> {
    // Numbers, words and dates stand plain; what begins with a sign of comparison needs quotes.
    let quoted = |text: &str| if text.starts_with('>') { format!("\"{text}\"") } else { text.to_owned() };
    Ok(match value {
        Written::One(text) => quoted(text),
        Written::Many(texts) => {
            let mut texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
            shuffle(&mut texts, u)?;
            if !u.is_empty() && u.ratio(1, 2)? {
                for text in &mut texts {
                    *text = format!("'{text}'");
                }
            }
            format!("[{}]", texts.join(", "))
        }
        Written::Keys(keys) => {
            let keys: Vec<String> = keys.iter().map(|(key, text)| format!("{key}: {}", quoted(text))).collect();
            format!("{{{}}}", keys.join(", "))
        }
    })
}

fn shuffle<T>(items: &mut [T], u: &mut Unstructured<'_>) -> Result<()> {
    if u.is_empty() {
        return Ok(());
    }
    for at in (1..items.len()).rev() {
        items.swap(at, u.int_in_range(0..=at)?);
    }
    Ok(())
}
