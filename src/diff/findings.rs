//! What the rules found in one chart and not in the other.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::check::{Finding, Pillar, RuleId, Subject};

use super::matching::Matched;

/// A finding of both charts.
#[derive(Clone, Copy, Debug)]
pub struct FindingChange<'a> {
    /// In the old chart.
    pub old: &'a Finding,
    /// In the new chart.
    pub new: &'a Finding,
}

/// The findings of two charts: each is in exactly one list. A finding is the same when its rule is and what it is
/// about, under whatever id.
#[derive(Debug, Default)]
pub struct FindingsDelta<'a> {
    /// In the new chart alone.
    pub introduced: Vec<&'a Finding>,
    /// In both, at another level or in other words: more or less of the same.
    pub changed: Vec<FindingChange<'a>>,
    /// In both, as it was.
    pub persisting: Vec<FindingChange<'a>>,
    /// In the old chart alone.
    pub fixed: Vec<&'a Finding>,
}

/// What a finding is of and about.
#[derive(PartialEq, Eq, Hash)]
struct Fingerprint<'f> {
    rule: RuleId,
    subjects: Vec<(&'static str, &'f str)>,
    /// What tells apart findings of reading, which are about places.
    message: Option<&'f str>,
}

/// Compares the findings of two charts.
pub(super) fn delta<'a>(matched: &Matched<'_>, old: &'a [Finding], new: &'a [Finding]) -> FindingsDelta<'a> {
    let mut before: HashMap<Fingerprint<'_>, Vec<(usize, &'a Finding)>> = HashMap::with_capacity(old.len());
    for (at, finding) in old.iter().enumerate() {
        let fingerprint = fingerprint(finding, |subject| matched.id_now(subject));
        before.entry(fingerprint).or_default().push((at, finding));
    }
    let mut delta = FindingsDelta::default();
    let mut rest = Vec::new();
    let mut is_left = vec![true; old.len()];
    // What is said in the same words is the same; what is left over may be more or less of the same.
    for finding in new {
        let Some(same) = before.get_mut(&fingerprint(finding, |subject| &subject.id)) else {
            delta.introduced.push(finding);
            continue;
        };
        let is_same =
            |old: &Finding| old.level == finding.level && matched.message_now(old) == finding.message.as_str();
        match same.iter().position(|(_, old)| is_same(old)) {
            Some(found) => {
                let (at, old) = same.remove(found);
                is_left[at] = false;
                delta.persisting.push(FindingChange { old, new: finding });
            }
            None => rest.push(finding),
        }
    }
    for finding in rest {
        let same = before.get_mut(&fingerprint(finding, |subject| &subject.id)).expect("it was found above");
        if same.is_empty() {
            delta.introduced.push(finding);
        } else {
            let (at, old) = same.remove(0);
            is_left[at] = false;
            delta.changed.push(FindingChange { old, new: finding });
        }
    }
    delta.fixed = old.iter().zip(is_left).filter(|(_, is_left)| *is_left).map(|(finding, _)| finding).collect();
    delta.introduced.sort_by_key(|finding| (finding.span, finding.rule.id));
    delta
}

fn fingerprint<'f>(finding: &'f Finding, id: impl Fn(&'f Subject) -> &'f str) -> Fingerprint<'f> {
    Fingerprint {
        rule: finding.rule.id,
        subjects: finding.subjects.iter().map(|subject| (subject.kind, id(subject))).collect(),
        message: (finding.rule.pillar == Pillar::Reading).then_some(finding.message.as_str()),
    }
}

impl Matched<'_> {
    /// What the new chart calls a subject of the old.
    fn id_now<'s>(&'s self, subject: &'s Subject) -> &'s str {
        match subject.kind {
            "seat" => self.seats.names.mapped(&subject.id),
            "person" => self.people.names.mapped(&subject.id),
            "priority" => self.priorities.names.mapped(&subject.id),
            "metric" => self.metrics.names.mapped(&subject.id),
            _ => &subject.id,
        }
    }

    /// An old finding's message with the ids of the new chart.
    fn message_now<'f>(&self, finding: &'f Finding) -> Cow<'f, str> {
        let mut message = Cow::Borrowed(finding.message.as_str());
        for subject in &finding.subjects {
            let now = self.id_now(subject);
            if now != subject.id {
                message = Cow::Owned(message.replace(&format!("`{}`", subject.id), &format!("`{now}`")));
            }
        }
        message
    }
}
