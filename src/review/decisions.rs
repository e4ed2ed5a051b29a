//! What somebody has to decide, and what only the keeper of the chart has to mend.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::check::{Finding, Judged, Level, Pillar};
use crate::text::sort;

use crate::diff::Code;
use crate::graph::EntryView;
use crate::model::Status;
use crate::phrase::{Phrase, say};

use super::before::Before;
use super::questions::{Answer, Asking, Does, Question, question, rank};
use super::weight::Weight;
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
    /// Which of all it is, from 1.
    pub number: usize,
    /// What identifies it whatever comes before it: the rule, and what it is about. One that several rules ask has
    /// several names.
    pub names: Vec<String>,
    /// How much it matters.
    #[serde(serialize_with = "level_name")]
    pub level: Level,
    /// The rule that found it.
    pub rule: &'static str,
    /// What has to be decided.
    pub question: Phrase,
    /// The answers that the chart offers.
    pub options: Vec<Answer>,
    /// The word by which each of them is given, and what it changes.
    pub answers: Vec<Way>,
    /// Whether it was not there in the revision before; none where there is no such revision.
    pub is_new: Option<bool>,
    /// What is wrong.
    pub because: Phrase,
    /// The sum or the chain that explains it.
    pub note: Option<&'a Phrase>,
    /// What it is about.
    pub about: Vec<Entry<'a>>,
    /// How much depends on that.
    #[serde(skip)]
    pub(super) weight: Weight,
    /// Its place.
    pub place: Place<'a>,
}

impl Decisions<'_> {
    /// A code for these decisions in this order, so that a decision named by its number can be tied to the
    /// list it is from.
    #[must_use]
    pub fn code(&self) -> String {
        const SIGNS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for name in self.decisions.iter().flat_map(|decision| &decision.names) {
            for byte in name.bytes().chain([b'\n']) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        let sign = |at: u32| char::from(SIGNS[usize::try_from(hash >> (at * 5 + 20) & 31).expect("less than 32")]);
        (0..4).map(sign).collect()
    }
}

/// How an answer is given.
#[derive(Clone, Debug, Serialize)]
pub struct Way {
    /// The word that tells it from the others; none where there is nothing to write.
    pub key: Option<String>,
    /// Whether it edits the chart, needs a word more, or is for the meeting: `edits`, `needs`, `talk`.
    pub does: &'static str,
    /// The options of `decide` that say the word that it needs.
    pub needs: Option<&'static str>,
}

impl Way {
    fn of(answer: &Answer) -> Self {
        let (does, needs) = match &answer.does {
            Does::Edits(_) => ("edits", None),
            Does::Needs(need) => ("needs", Some(need.options())),
            Does::Talk => ("talk", None),
        };
        Self { key: (!answer.key.is_empty()).then(|| answer.key.clone()), does, needs }
    }
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
    /// Its place.
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
    decided.decisions.extend(before.into_iter().flat_map(gone));
    sort::by(&mut decided.decisions, |one, other| key(one).cmp(&key(other)));
    name(&mut decided.decisions);
    decided.decisions = merged(decided.decisions);
    for (number, decision) in (1..).zip(&mut decided.decisions) {
        decision.number = number;
        decision.answers = decision.options.iter().map(Way::of).collect();
    }
    sort::by_key(&mut decided.remarks, |remark| (Reverse(remark.level), remark.rule, remark.place));
    decided
}

/// Tells those apart that one rule asks of one subject.
fn name(decisions: &mut [Decision<'_>]) {
    let mut questions: BTreeMap<String, BTreeSet<Phrase>> = BTreeMap::new();
    for decision in decisions.iter() {
        questions.entry(decision.names[0].clone()).or_default().insert(decision.question.clone());
    }
    for decision in decisions {
        if questions[&decision.names[0]].len() > 1 {
            decision.names[0] = format!("{}/{}", decision.names[0], slug(&decision.question.to_string()));
        }
    }
}

/// A text as a word of small letters, digits and dashes.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// What several findings ask in the same words is asked once: who covers a seat on which priorities hang, who answers
/// for what many seats claim.
fn merged(decisions: Vec<Decision<'_>>) -> Vec<Decision<'_>> {
    let mut places: BTreeMap<Phrase, usize> = BTreeMap::new();
    let mut merged: Vec<Decision<'_>> = Vec::new();
    for decision in decisions {
        let at = *places.entry(decision.question.clone()).or_insert(merged.len());
        match merged.get_mut(at) {
            None => merged.push(decision),
            Some(first) => {
                first.is_new = first.is_new.zip(decision.is_new).map(|(one, other)| one || other);
                first.about.extend(decision.about);
                first.names.extend(decision.names);
            }
        }
    }
    for decision in &mut merged {
        let mut seen = BTreeSet::new();
        decision.about.retain(|entry| seen.insert((entry.kind, entry.id)));
        let mut known = BTreeSet::new();
        decision.names.retain(|name| known.insert(name.clone()));
    }
    merged
}

/// Errors first, then in the order in which rules are asked about, then by how much depends on it.
fn key<'d>(decision: &'d Decision<'_>) -> impl Ord + use<'d> {
    let about = decision.about.iter().map(|entry| entry.id).min();
    let rule = (rank(decision.rule), decision.rule);
    (Reverse(decision.level), rule, decision.weight, about, &decision.question, decision.place)
}

/// What becomes of the priorities that were off track and are gone without a word.
fn gone<'a>(before: &Before<'a>) -> Vec<Decision<'a>> {
    let side = before.side;
    let removed = before.diff.changes.iter().filter(|change| change.code() == Code::PriorityRemoved);
    let ids = removed.filter_map(|change| change.old.as_ref());
    let gone = ids.filter_map(|party| side.graph.find_priority(&party.id));
    let off_track = gone.filter(|priority| priority.claims().status.get() == Some(&Status::OffTrack));
    off_track
        .map(|priority| Decision {
            number: 0,
            answers: Vec::new(),
            names: vec![format!("{}:{}", Code::PriorityRemoved.as_str(), priority.id())],
            level: Level::Warning,
            rule: Code::PriorityRemoved.as_str(),
            question: say!["is ", priority, " carried on, or dropped?"],
            options: vec![
                "carry it on: take it up again".into(),
                say!["drop it: put it back for now, with ", code("status: dropped")].into(),
                say!["it is done: put it back for now, with ", code("status: done")].into(),
            ],
            is_new: Some(true),
            because: say![priority, " was off track and is gone from the chart"],
            note: None,
            about: vec![side.entry(priority)],
            weight: Weight::of([priority.into()]),
            place: side.line(priority.claims().id.span()),
        })
        .collect()
}

/// A finding of a rule that no question was written for, in its own words.
fn stated(finding: &Finding) -> Question {
    (say![&finding.message, ": what is to be done?"], finding.help.iter().cloned().map(Answer::from).collect())
}

fn decision<'a>(side: &'a Judged<'a>, finding: &'a Finding, question: Phrase, options: Vec<Answer>) -> Decision<'a> {
    let about = finding.subjects.iter().filter_map(|subject| side.graph.find(subject.kind, &subject.id));
    let about: Vec<EntryView<'a>> = about.collect();
    let rule = finding.rule.id.as_str();
    // If there are several of one kind, as in a loop, their order comes from the file; a name must not depend on it.
    let main = finding.subjects.first().map(|subject| subject.kind);
    let of_main = finding.subjects.iter().filter(|subject| Some(subject.kind) == main);
    let subject = of_main.map(|subject| &subject.id).min().map_or_else(String::new, |id| format!(":{id}"));
    Decision {
        number: 0,
        answers: Vec::new(),
        names: vec![format!("{rule}{subject}")],
        level: finding.level,
        rule: finding.rule.id.as_str(),
        question,
        options,
        is_new: None,
        because: finding.message.clone(),
        note: finding.note.as_deref(),
        weight: Weight::of(about.iter().copied()),
        about: about.into_iter().map(|entry| side.entry(entry)).collect(),
        place: side.line(finding.span),
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out the field as it is")]
fn level_name<S: serde::Serializer>(level: &Level, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(level.name())
}
