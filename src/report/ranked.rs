//! The findings of a run with the ones that matter first, for readers who see only the first few.

use std::collections::HashMap;

use crate::check::{Finding, Judged, Pillar, RuleId};
use crate::text::sort;

use super::Run;

/// The shown findings of all charts: the highest level first; within it the first of each rule before the second
/// of any, so that one crowded rule does not hide the others, and what could not be read before what follows from
/// it.
pub(super) fn ranked(run: Run<'_>) -> Vec<(&Judged<'_>, &Finding)> {
    let mut seen: HashMap<RuleId, usize> = HashMap::new();
    let mut found = Vec::new();
    for checked in run.charts {
        for finding in checked.outcome.findings.iter().filter(|finding| finding.level >= run.lowest) {
            let nth = seen.entry(finding.rule.id).or_default();
            *nth += 1;
            found.push((*nth, checked, finding));
        }
    }
    sort::by_key(&mut found, |(nth, _, finding)| {
        (std::cmp::Reverse(finding.level), *nth, finding.rule.pillar != Pillar::Reading)
    });
    found.into_iter().map(|(_, checked, finding)| (checked, finding)).collect()
}
