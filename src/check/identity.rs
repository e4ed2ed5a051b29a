//! What makes a finding the same finding in another run: its rule and what it is about, never its place.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

use crate::model::Revision;
use crate::text::Sources;

use super::{Finding, Outcome};

/// How much of the text at a place told the first release one mistake of reading from another.
const LONGEST_EXCERPT: usize = 64;

/// A finding without its place, its level and its words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    /// The chart: its path, without the revision's own folder or file.
    pub chart: String,
    /// The rule's id.
    pub rule: String,
    /// The entries that it is about, such as `seat ceo`, in the order of the alphabet.
    pub subjects: Vec<String>,
    /// What tells it from its like where entries don't.
    pub detail: Option<String>,
}

impl Identity {
    /// The identity of a finding in a chart: never its message, which may be reworded.
    #[must_use]
    pub fn of(chart: &str, finding: &Finding) -> Self {
        let mut subjects: Vec<String> =
            finding.subjects.iter().map(|subject| format!("{} {}", subject.kind, subject.id)).collect();
        subjects.sort();
        let detail = finding.detail.as_deref().map(str::to_owned);
        Self { chart: chart.to_owned(), rule: finding.rule.id.to_string(), subjects, detail }
    }

    /// For a finding that covers several cases, the identity of each; for any other, its own.
    pub(super) fn each(chart: &str, finding: &Finding) -> Vec<Self> {
        let whole = Self::of(chart, finding);
        if !finding.rule.is_of_each || whole.subjects.is_empty() {
            return vec![whole];
        }
        let one = |subject: &String| Self { subjects: vec![subject.clone()], ..whole.clone() };
        whole.subjects.iter().map(one).collect()
    }

    /// What the first release called a mistake of reading: by its message and the text at its place, which is no
    /// identity where the entry is not named.
    pub(super) fn by_message(self, finding: &Finding, sources: &Sources) -> Self {
        let text = sources.text(finding.span).lines().next().unwrap_or_default();
        let excerpt: String = text.chars().take(LONGEST_EXCERPT).collect();
        Self { detail: Some(format!("{} at {excerpt}", finding.message)), ..self }
    }

    /// A short name for the `nth` finding of this identity, the same on every machine and in every release.
    fn fingerprint(&self, nth: usize) -> String {
        let mut hasher = SipHasher13::new();
        let nth = nth.to_string();
        let parts = [self.chart.as_str(), &self.rule].into_iter().chain(self.subjects.iter().map(String::as_str));
        for part in parts.chain([self.detail.as_deref().unwrap_or_default(), &nth]) {
            hasher.write(part.as_bytes());
            hasher.write_u8(0);
        }
        format!("{:032x}", hasher.finish128().as_u128())
    }
}

/// A name for each finding of a chart, no two alike, that stays while lines move.
#[must_use]
pub fn fingerprints(chart: &str, outcome: &Outcome) -> Vec<String> {
    let mut seen: BTreeMap<Identity, usize> = BTreeMap::new();
    let name = |finding: &Finding| {
        let identity = Identity::of(chart, finding);
        let nth = seen.entry(identity.clone()).or_default();
        *nth += 1;
        identity.fingerprint(*nth)
    };
    outcome.findings.iter().map(name).collect()
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.chart, self.rule)?;
        let about = self.subjects.iter().chain(&self.detail);
        about.enumerate().try_for_each(|(at, about)| write!(f, "{} {about}", if at == 0 { "" } else { "," }))
    }
}

/// What identifies a chart from quarter to quarter: its path, without the revision's own folder or file.
#[must_use]
pub(crate) fn chart_key(name: &str, is_in_history: bool) -> &str {
    let (folder, last) = name.rsplit_once('/').unwrap_or((".", name));
    if is_in_history || Revision::parse(without_ending(last)).is_ok() { folder } else { name }
}

/// A file's name without the ending of YAML, in either case.
#[must_use]
pub(crate) fn without_ending(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if ["yaml", "yml"].iter().any(|yaml| ending.eq_ignore_ascii_case(yaml)) => stem,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::chart_key;

    #[test]
    fn a_chart_keeps_its_key_from_quarter_to_quarter() {
        assert_eq!(chart_key("charts/acme/2026-Q3", false), "charts/acme");
        assert_eq!(chart_key("charts/acme/2026-Q4", true), "charts/acme");
        assert_eq!(chart_key("charts/acme/autumn", true), "charts/acme");
        assert_eq!(chart_key("charts/acme/2026-10.yaml", false), "charts/acme");
        assert_eq!(chart_key("charts/acme/2026-10.YML", false), "charts/acme");
        assert_eq!(chart_key("charts/acme.yaml", false), "charts/acme.yaml");
        assert_eq!(chart_key("2026-Q3", false), ".");
    }
}
