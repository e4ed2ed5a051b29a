//! The findings that a team has accepted for now, so that only new ones fail.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::text::Sources;

use super::{Finding, Identity, Level, Outcome, Pillar, rule};

/// The version of the file's form.
const VERSION: u32 = 2;
/// The form of the first release, which knew mistakes of reading by their message.
const BY_MESSAGE: u32 = 1;
/// What can't be put up with: a chart that can't be read is not checked.
const NEVER: &str = "invalid-yaml";

/// Findings by what identifies them, and how often each occurs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<Known, usize>,
    /// Whether it was read from a file of an older form.
    is_old: bool,
}

/// A finding that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Known {
    identity: Identity,
    /// Whether its detail is a message, as in the first release.
    by_message: bool,
}

/// What became of a baseline at a chart.
#[derive(Debug, Default)]
pub struct Accepted {
    /// What occurs, as this release knows it.
    pub occurs: Baseline,
    /// What does not.
    pub left: Baseline,
}

/// The file as it is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    findings: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    chart: String,
    rule: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    subjects: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// Whether the detail is a message; so are all of mistakes of reading in a file of the first release.
    #[serde(default, skip_serializing_if = "is_false")]
    by_message: bool,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    count: usize,
}

fn one() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
fn is_one(count: &usize) -> bool {
    *count == 1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

impl Baseline {
    /// Reads the text of a baseline's file.
    ///
    /// # Errors
    /// Says what is wrong with the text.
    pub fn read(text: &str) -> Result<Self, Error> {
        let file: File = serde_json::from_str(text).map_err(|reason| {
            Error::new(format!("not a baseline ({reason}): `check --write-baseline FILE` writes one"))
        })?;
        let (found, is_old) = (file.version, file.version == BY_MESSAGE);
        if found != VERSION && !is_old {
            return Err(Error::new(format!(
                "this release reads baselines of versions 1 and {VERSION}, found {found}: write it again"
            )));
        }
        let mut known = BTreeMap::new();
        for entry in file.findings {
            let Entry { chart, rule: id, subjects, detail, by_message, count } = entry;
            let is_reading = rule(&id).is_some_and(|rule| rule.pillar == Pillar::Reading);
            let by_message = by_message || (is_old && is_reading);
            let identity = Identity { chart, rule: id, subjects, detail };
            *known.entry(Known { identity, by_message }).or_default() += count;
        }
        Ok(Self { known, is_old })
    }

    /// The file's text, one finding a line so that two branches rarely touch the same line.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{{\n  \"version\": {VERSION},\n  \"findings\": [");
        for (at, (known, &count)) in self.known.iter().enumerate() {
            let Known { identity: Identity { chart, rule, subjects, detail }, by_message } = known.clone();
            let entry = Entry { chart, rule, subjects, detail, by_message, count };
            let line = serde_json::to_string(&entry).expect("strings and numbers are always JSON");
            let comma = if at == 0 { "" } else { "," };
            write!(text, "{comma}\n    {line}").expect("a string takes all");
        }
        text.push_str(if self.known.is_empty() { "]\n}\n" } else { "\n  ]\n}\n" });
        text
    }

    /// How many findings it holds.
    #[must_use]
    pub fn count(&self) -> usize {
        self.known.values().sum()
    }

    /// Whether it was read from a file of an older form.
    #[must_use]
    pub fn is_old(&self) -> bool {
        self.is_old
    }

    /// Puts up with the findings of a chart from a level upwards.
    pub fn add(&mut self, chart: &str, outcome: &Outcome, lowest: Level) {
        for finding in outcome.findings.iter().filter(|finding| finding.level >= lowest && can_be_known(finding)) {
            for identity in Identity::each(chart, finding) {
                *self.known.entry(Known::of(identity)).or_default() += 1;
            }
        }
    }

    /// Takes what is known out of a chart's findings.
    #[must_use]
    pub fn accept(&self, chart: &str, outcome: &mut Outcome, sources: &Sources) -> Accepted {
        let of_chart = self.known.iter().filter(|(known, _)| known.identity.chart == chart);
        let mut left: BTreeMap<Known, usize> = of_chart.map(|(known, count)| (known.clone(), *count)).collect();
        let is_any_by_message = left.keys().any(|known| known.by_message);
        let mut occurs = Self::default();
        let before = outcome.findings.len();
        outcome.findings.retain(|finding| {
            if !can_be_known(finding) {
                return true;
            }
            let now: Vec<Known> = Identity::each(chart, finding).into_iter().map(Known::of).collect();
            let mut is_known = take_all(&mut left, &now);
            // Going by its message, a reading mistake could be in any entry; these rules named the entry.
            if !is_known && is_any_by_message && !finding.subjects.is_empty() {
                let identity = Identity::of(chart, finding).by_message(finding, sources);
                is_known = take_all(&mut left, &[Known { identity, by_message: true }]);
            }
            if !is_known && self.is_old {
                is_known = take_parts(&mut left, &Identity::of(chart, finding));
            }
            for known in now.into_iter().filter(|_| is_known) {
                *occurs.known.entry(known).or_default() += 1;
            }
            !is_known
        });
        outcome.known += before - outcome.findings.len();
        left.retain(|_, count| *count > 0);
        Accepted { occurs, left: Self { known: left, is_old: self.is_old } }
    }

    /// Adds what another holds.
    pub fn extend(&mut self, other: Self) {
        for (known, count) in other.known {
            *self.known.entry(known).or_default() += count;
        }
    }

    /// Keeps what is said of other charts than these.
    pub fn keep_others(&mut self, charts: &BTreeSet<&str>) {
        self.known.retain(|known, _| !charts.contains(known.identity.chart.as_str()));
    }

    /// What it holds, in the order of charts and rules.
    pub fn identities(&self) -> impl Iterator<Item = &Identity> {
        self.known.keys().map(|known| &known.identity)
    }

    /// How many mistakes of reading it knows by their message alone, without their entry: they match nothing.
    #[must_use]
    pub fn without_entry(&self) -> usize {
        let counts = self.known.iter().filter(|(known, _)| known.by_message && known.identity.subjects.is_empty());
        counts.map(|(_, count)| count).sum()
    }
}

impl Known {
    fn of(identity: Identity) -> Self {
        Self { identity, by_message: false }
    }
}

fn can_be_known(finding: &Finding) -> bool {
    finding.rule.id.as_str() != NEVER
}

/// Rules that now report all cases in one finding, where the first release reported them in pairs.
const OF_ALL: [&str; 2] = ["duplicate-responsibility", "similar-people"];
/// Rules for which the first release reported one of several equal cases, depending on the order of the files.
const OF_ANY: [&str; 3] = ["crowded-scorecard", "crowded-strategy", "deep-chart"];

/// Takes what the first release knew of a finding whose identity then depended on the order of the files.
fn take_parts(left: &mut BTreeMap<Known, usize>, now: &Identity) -> bool {
    let rule = now.rule.as_str();
    let (of_all, of_any) = (OF_ALL.contains(&rule), OF_ANY.contains(&rule));
    let subjects: BTreeSet<&String> = now.subjects.iter().collect();
    let is_part = |known: &Known| {
        known.identity.rule == rule && (of_any || known.identity.subjects.iter().all(|one| subjects.contains(one)))
    };
    let parts: Vec<Known> =
        left.iter().filter(|(known, count)| **count > 0 && is_part(known)).map(|(known, _)| known.clone()).collect();
    if of_any {
        return parts.first().is_some_and(|part| take_all(left, std::slice::from_ref(part)));
    }
    let covered: BTreeSet<&String> = parts.iter().flat_map(|part| &part.identity.subjects).collect();
    of_all && covered == subjects && take_all(left, &parts)
}

/// Removes one of each from what is left, if all are there.
fn take_all(left: &mut BTreeMap<Known, usize>, all: &[Known]) -> bool {
    let is_known = all.iter().all(|known| left.get(known).is_some_and(|count| *count > 0));
    for known in all.iter().filter(|_| is_known) {
        *left.get_mut(known).expect("it was just found") -= 1;
    }
    is_known
}
