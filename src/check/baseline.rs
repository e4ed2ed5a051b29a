//! The findings that a team has put up with, so that only new ones fail.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::text::Sources;

use super::{Identity, Level, Outcome};

/// The version of the file's form.
const VERSION: u32 = 1;
/// What can't be put up with: a chart that can't be read is not checked.
const NEVER: &str = "invalid-yaml";

/// Findings by what identifies them, and how often each occurs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<Identity, usize>,
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

impl Baseline {
    /// Reads the text of a baseline's file.
    ///
    /// # Errors
    /// Says what is wrong with the text.
    pub fn read(text: &str) -> Result<Self, String> {
        let file: File = serde_json::from_str(text)
            .map_err(|reason| format!("not a baseline ({reason}): `check --write-baseline FILE` writes one"))?;
        if file.version != VERSION {
            let found = file.version;
            return Err(format!("this release reads baselines of version {VERSION}, found {found}: write it anew"));
        }
        let mut known = BTreeMap::new();
        for entry in file.findings {
            let Entry { chart, rule, subjects, detail, count } = entry;
            *known.entry(Identity { chart, rule, subjects, detail }).or_default() += count;
        }
        Ok(Self { known })
    }

    /// The file's text, one finding a line so that two branches rarely touch the same line.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{{\n  \"version\": {VERSION},\n  \"findings\": [");
        for (at, (identity, &count)) in self.known.iter().enumerate() {
            let Identity { chart, rule, subjects, detail } = identity.clone();
            let entry = Entry { chart, rule, subjects, detail, count };
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

    /// Puts up with the findings of a chart from a level upwards.
    pub fn add(&mut self, chart: &str, outcome: &Outcome, sources: &Sources, lowest: Level) {
        let shown = outcome.findings.iter().filter(|finding| finding.level >= lowest);
        for finding in shown.filter(|finding| finding.rule.id.as_str() != NEVER) {
            *self.known.entry(Identity::of(chart, finding, sources)).or_default() += 1;
        }
    }

    /// Takes what is known out of a chart's findings; what is left over in the copy that comes back did not occur.
    #[must_use]
    pub fn accept(&self, chart: &str, outcome: &mut Outcome, sources: &Sources) -> Self {
        let of_chart = self.known.iter().filter(|(identity, _)| identity.chart == chart);
        let mut left: BTreeMap<Identity, usize> =
            of_chart.map(|(identity, count)| (identity.clone(), *count)).collect();
        let before = outcome.findings.len();
        outcome.findings.retain(|finding| {
            if finding.rule.id.as_str() == NEVER {
                return true;
            }
            match left.get_mut(&Identity::of(chart, finding, sources)) {
                Some(count @ 1..) => {
                    *count -= 1;
                    false
                }
                _ => true,
            }
        });
        outcome.known += before - outcome.findings.len();
        left.retain(|_, count| *count > 0);
        Self { known: left }
    }

    /// Adds what another holds.
    pub fn extend(&mut self, other: Self) {
        for (identity, count) in other.known {
            *self.known.entry(identity).or_default() += count;
        }
    }

    /// Takes away what another holds.
    pub fn remove(&mut self, other: &Self) {
        self.known.retain(|identity, count| {
            *count -= other.known.get(identity).copied().unwrap_or(0).min(*count);
            *count > 0
        });
    }

    /// Keeps what is said of other charts than these.
    pub fn keep_others(&mut self, charts: &BTreeSet<&str>) {
        self.known.retain(|identity, _| !charts.contains(identity.chart.as_str()));
    }

    /// What it holds, in the order of charts and rules.
    pub fn identities(&self) -> impl Iterator<Item = &Identity> {
        self.known.keys()
    }
}
