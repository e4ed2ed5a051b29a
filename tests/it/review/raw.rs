//! A chart as a plain tree of YAML, read by another library and joined by hand: what the recomputing tests count in.

use std::collections::BTreeMap;

use serde_yaml::Value;

use crate::support::project;

pub(super) type Entries = BTreeMap<String, Value>;

pub(super) struct Raw {
    pub(super) head: Value,
    pub(super) people: Entries,
    pub(super) seats: Entries,
    pub(super) priorities: Entries,
    pub(super) metrics: Entries,
}

impl Raw {
    pub(super) fn read(folder: &str) -> Self {
        let mut raw = Self {
            head: Value::Null,
            people: Entries::new(),
            seats: Entries::new(),
            priorities: Entries::new(),
            metrics: Entries::new(),
        };
        for entry in std::fs::read_dir(project().join(folder)).expect("the folder is there").flatten() {
            let text = std::fs::read_to_string(entry.path()).expect("it is text");
            let value: Value = serde_yaml::from_str(&text).expect("it is YAML");
            for (section, entries) in [
                ("people", &mut raw.people),
                ("seats", &mut raw.seats),
                ("priorities", &mut raw.priorities),
                ("metrics", &mut raw.metrics),
            ] {
                for (id, entry) in value[section].as_mapping().into_iter().flatten() {
                    entries.insert(id.as_str().expect("ids are text").to_owned(), entry.clone());
                }
            }
            if entry.file_name() == "chart.yaml" {
                raw.head = value;
            }
        }
        raw
    }

    /// The seats that report to one.
    pub(super) fn reports(&self, seat: &str) -> usize {
        self.seats.values().filter(|other| other["reports_to"].as_str() == Some(seat)).count()
    }

    /// Who owns or covers a seat.
    pub(super) fn holder(&self, seat: &str) -> Option<&str> {
        self.seats[seat]["owner"].as_str().or(self.seats[seat]["interim"].as_str())
    }

    pub(super) fn capacity(&self, person: &str) -> i64 {
        millionths(&self.people[person]["capacity"]).unwrap_or(1_000_000)
    }

    pub(super) fn open(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.priorities.iter().filter(|(_, one)| is_open(one))
    }

    /// The formula of the norms: 8 % a responsibility, the effort of owned priorities or 6 %, 2 % a contribution,
    /// 3.5 % a report.
    pub(super) fn load(&self, seat: &str) -> i64 {
        let responsibilities = list(&self.seats[seat]["responsibilities"]).len();
        let efforts: i64 = self
            .open()
            .filter(|(_, one)| one["owner"].as_str() == Some(seat))
            .map(|(_, one)| millionths(&one["effort"]).unwrap_or(60_000))
            .sum();
        let contributions = self.open().filter(|(_, one)| list(&one["contributors"]).contains(&seat)).count();
        let weighed = responsibilities * 80_000 + contributions * 20_000 + self.reports(seat) * 35_000;
        i64::try_from(weighed).expect("small") + efforts
    }

    pub(super) fn is_strategic(one: &Value) -> bool {
        matches!(one["horizon"].as_str(), Some("year" | "long")) && list(&one["supports"]).is_empty()
    }

    /// Whether a priority's way up ends at an open strategic one.
    pub(super) fn reaches(&self, id: &str) -> bool {
        let one = &self.priorities[id];
        (Self::is_strategic(one) && is_open(one)) || list(&one["supports"]).iter().any(|up| self.reaches(up))
    }
}

pub(super) fn is_open(priority: &Value) -> bool {
    !matches!(priority["status"].as_str(), Some("done" | "dropped"))
}

pub(super) fn list(value: &Value) -> Vec<&str> {
    value.as_sequence().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// A share of full time as whole millionths; the charts write at most two digits after the point.
pub(super) fn millionths(value: &Value) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "a share is small")]
    value.as_f64().map(|share| (share * 1_000_000.0).round() as i64)
}

/// Whether what is reaches what should be: both as written, such as `>= 90 %` and `83 %`.
pub(super) fn is_met(target: &str, actual: &str) -> bool {
    let number = |text: &str| {
        let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        digits.parse::<f64>().expect(text)
    };
    match target.split_at(2) {
        (">=", target) => number(actual) >= number(target),
        ("<=", target) => number(actual) <= number(target),
        other => panic!("northwind writes no {other:?}"),
    }
}

/// A scalar as text.
pub(super) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        value => value.as_str().map(str::to_owned),
    }
}
