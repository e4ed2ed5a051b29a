//! What somebody has to decide, and what only the keeper of the chart has to mend.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::check::{Finding, Judged, Level, Pillar};

use crate::phrase::Phrase;

use super::before::Before;
use super::questions::{Asking, question, rank};
use super::{Entry, Place};

/// The findings that a review can't pass over.
#[derive(Clone, Debug, Serialize)]
pub struct Decisions<'a> {
    /// Questions to the leadership team, errors first.
    pub decisions: Vec<Decision<'a>>,
    /// Mistakes that need no meeting, only an editor.
    pub remarks: Vec<Remark<'a>>,
}

/// A finding as a question.
#[derive(Clone, Debug, Serialize)]
pub struct Decision<'a> {
    /// How much it matters.
    #[serde(serialize_with = "level_name")]
    pub level: Level,
    /// The rule that found it.
    pub rule: &'static str,
    /// What has to be decided.
    pub question: String,
    /// The answers that the chart offers.
    pub options: Vec<String>,
    /// Whether it was not there in the revision before; none where there is no such revision.
    pub is_new: Option<bool>,
    /// What is wrong.
    pub because: &'a Phrase,
    /// The sum or the chain behind it.
    pub note: Option<&'a Phrase>,
    /// What it is about.
    pub about: Vec<Entry<'a>>,
    /// Where it stands.
    pub place: Place<'a>,
}

/// A finding that needs no decision.
#[derive(Clone, Debug, Serialize)]
pub struct Remark<'a> {
    /// How much it matters.
    #[serde(serialize_with = "level_name")]
    pub level: Level,
    /// The rule that found it.
    pub rule: &'static str,
    /// Whether it was not there in the revision before; none where there is no such revision.
    pub is_new: Option<bool>,
    /// What is wrong.
    pub message: &'a Phrase,
    /// What to write.
    pub help: Option<&'a Phrase>,
    /// Where it stands.
    pub place: Place<'a>,
}

/// Errors and those warnings that ask something become decisions, the other warnings remarks; notes are neither.
pub(super) fn decisions<'a>(side: &'a Judged<'a>, before: Option<&Before<'a>>) -> Decisions<'a> {
    let asking = Asking::about(side);
    let mut decided = Decisions { decisions: Vec::new(), remarks: Vec::new() };
    for finding in side.outcome.findings.iter().filter(|finding| finding.level > Level::Info) {
        let is_new = before.map(|before| before.is_new(finding));
        let asked = question(&asking, finding);
        let is_structural = finding.level == Level::Error && finding.rule.pillar != Pillar::Reading;
        match asked.or_else(|| is_structural.then(|| stated(finding))) {
            Some((question, options)) => {
                decided.decisions.push(Decision { is_new, ..decision(side, finding, question, options) });
            }
            None => decided.remarks.push(Remark {
                level: finding.level,
                rule: finding.rule.id.as_str(),
                is_new,
                message: &finding.message,
                help: finding.help.as_ref(),
                place: side.line(finding.span),
            }),
        }
    }
    decided.decisions.sort_by(|one, other| key(one).cmp(&key(other)));
    decided.decisions = merged(decided.decisions);
    decided.remarks.sort_by_key(|remark| (Reverse(remark.level), remark.rule, remark.place));
    decided
}

/// What several findings ask in the same words is asked once: who covers a seat on which priorities hang, who answers
/// for what many seats claim.
fn merged(decisions: Vec<Decision<'_>>) -> Vec<Decision<'_>> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut merged: Vec<Decision<'_>> = Vec::new();
    for decision in decisions {
        let at = *places.entry(decision.question.clone()).or_insert(merged.len());
        match merged.get_mut(at) {
            None => merged.push(decision),
            Some(first) => {
                first.is_new = first.is_new.zip(decision.is_new).map(|(one, other)| one || other);
                first.about.extend(decision.about);
            }
        }
    }
    for decision in &mut merged {
        let mut seen = BTreeSet::new();
        decision.about.retain(|entry| seen.insert((entry.kind, entry.id)));
    }
    merged
}

/// Errors first, then in the order in which rules are asked about, then by what it is about.
fn key<'d>(decision: &'d Decision<'_>) -> impl Ord + use<'d> {
    let about = decision.about.iter().map(|entry| entry.id).min();
    (Reverse(decision.level), rank(decision.rule), decision.rule, about, &decision.question, decision.place)
}

/// A finding of a rule that no question was written for, in its own words.
fn stated(finding: &Finding) -> (String, Vec<String>) {
    (format!("what is to be done: {}?", finding.message), finding.help.iter().map(ToString::to_string).collect())
}

fn decision<'a>(side: &'a Judged<'a>, finding: &'a Finding, question: String, options: Vec<String>) -> Decision<'a> {
    let about = finding.subjects.iter().filter_map(|subject| side.graph.find(subject.kind, &subject.id));
    Decision {
        level: finding.level,
        rule: finding.rule.id.as_str(),
        question,
        options,
        is_new: None,
        because: &finding.message,
        note: finding.note.as_ref(),
        about: about.map(|entry| side.entry(entry)).collect(),
        place: side.line(finding.span),
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out the field as it is")]
fn level_name<S: serde::Serializer>(level: &Level, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(level.name())
}
