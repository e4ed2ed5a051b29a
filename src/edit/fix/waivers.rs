//! Waivers that ended, or that accept nothing.

use std::collections::HashMap;

use crate::check::{Claimed, Finding, Judged, Pillar, rule};
use crate::model::{Chart, Noun};
use crate::read::Input;

use super::super::intent::Intent;
use super::super::plan::{Plan, plan};
use super::Mend;
use super::attempt::{ATTEMPTS, Round, State};

/// Takes out the waivers that are of no use: those that ended, and, where everything can be read, those that accept
/// nothing. One with a comment in it stays: somebody may have written why.
pub(super) fn removed(
    state: &State,
    claimed: &Claimed<'_>,
    judged: &Judged<'_>,
    inputs: &[Input],
    is_blocked: bool,
) -> Option<Round> {
    let findings = &judged.outcome.findings;
    let unused: Vec<(&Finding, Intent)> =
        unused(&state.chart, judged, is_blocked).into_iter().map(|(at, intent)| (&findings[at], intent)).collect();
    let claimed = state.claimed(claimed);
    let mut done: Option<(Plan, Vec<&(&Finding, Intent)>)> = None;
    let mut left: Vec<Vec<&(&Finding, Intent)>> = vec![unused.iter().collect()];
    for _ in 0..ATTEMPTS {
        let Some(mut some) = left.pop() else { break };
        let all: Vec<_> = done.iter().flat_map(|(_, all)| all.iter().copied()).chain(some.iter().copied()).collect();
        let intents: Vec<Intent> = all.iter().map(|(_, intent)| intent.clone()).collect();
        match plan(&claimed, judged, inputs, &intents) {
            Ok(plan) if plan.told.is_empty() && !plan.is_nothing() => done = Some((plan, all)),
            _ if some.len() > 1 => {
                let second = some.split_off(some.len() / 2);
                left.extend([second, some]);
            }
            _ => {}
        }
    }
    let (plan, all) = done?;
    let mends = all.into_iter().map(|(finding, _)| {
        let place = state.sources.place(finding.span);
        let said = format!("removed: {}", finding.message);
        Mend { rule: finding.rule.id.as_str(), path: place.path.to_owned(), line: place.line, said }
    });
    let mends = mends.collect();
    Some((State { sources: plan.sources, chart: plan.chart, defects: plan.defects }, plan.patches, mends))
}

/// The findings of waivers that are of no use, by their places, and what ends each.
pub(super) fn unused(chart: &Chart, judged: &Judged<'_>, is_blocked: bool) -> Vec<(usize, Intent)> {
    let counts = counts(chart);
    let findings = judged.outcome.findings.iter().enumerate();
    findings
        .filter(|(_, finding)| finding.rule.id.as_str() == "unused-waiver")
        .filter_map(|(at, finding)| {
            let [subject] = finding.subjects.as_slice() else { return None };
            let name = finding.detail.as_deref()?.strip_prefix("allow: ")?;
            let known = rule(name).filter(|known| known.pillar != Pillar::Reading)?;
            let (until, count) = counts.get(&(subject.kind, subject.id.as_str(), name)).copied()?;
            let is_over = until.is_some_and(|until| judged.today > until);
            // A rule that is off in this run would find what is accepted in another.
            let may_be_of_use = !is_over && (is_blocked || !judged.norms.is_on(known));
            let (kind, id) = (subject.kind, subject.id.to_string());
            (count == 1 && !may_be_of_use).then(|| (at, Intent::Disallow { rule: name.to_owned(), kind, id }))
        })
        .collect()
}

/// The end of a waiver of a rule on an entry, and how many of that rule the entry has.
fn counts(chart: &Chart) -> HashMap<(Noun, &str, &str), (Option<crate::model::Date>, usize)> {
    let seats = chart.seats.entries.iter().map(|seat| (Noun::Seat, seat.id.value.as_str(), &seat.allow));
    let priorities = chart.priorities.entries.iter().map(|one| (Noun::Priority, one.id.value.as_str(), &one.allow));
    let metrics = chart.metrics.entries.iter().map(|one| (Noun::Metric, one.id.value.as_str(), &one.allow));
    let mut counts = HashMap::new();
    for (kind, id, allow) in seats.chain(priorities).chain(metrics) {
        for waiver in allow {
            let Some(rule) = waiver.value.rule.get() else { continue };
            let (until, count) = counts.entry((kind, id, rule.as_str())).or_insert((None, 0));
            *until = waiver.value.until.get().copied();
            *count += 1;
        }
    }
    counts
}
