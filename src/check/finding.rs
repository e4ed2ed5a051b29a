//! What a rule finds.

use compact_str::CompactString;

use crate::graph::EntryView;
use crate::model::Noun;
use crate::phrase::{Args, Phrase, Say, of_kind};
use crate::read::{Defect, Other};
use crate::text::{Placed, Span, Spanned};

use super::{Level, Measure, Rule};

/// How many places of a long list are shown.
const PLACES: usize = 8;

/// One place where a chart breaks a rule.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// How much it matters here.
    pub level: Level,
    /// Where.
    pub span: Span,
    /// What is wrong, in one sentence.
    pub message: Phrase,
    /// What to write.
    pub help: Option<Phrase>,
    /// More to know: a sum term by term, a chain of seats.
    pub note: Option<Box<Phrase>>,
    /// Further places that belong to it.
    pub others: Vec<Other>,
    /// The entries it is about, the main one first. With the rule they identify the finding.
    pub subjects: Vec<Subject>,
    /// What tells it from other findings of its rule where the entries don't, whatever the message says.
    pub detail: Option<Box<str>>,
    /// What makes it more or less serious than the same finding in another chart; none where it just exists.
    pub measure: Option<Measure>,
}

/// An entry that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// What it is.
    pub kind: Noun,
    /// Its id.
    pub id: CompactString,
}

impl Subject {
    pub(super) fn new(kind: Noun, id: &str) -> Self {
        Self { kind, id: id.into() }
    }
}

impl Say for Subject {
    fn say(&self, to: &mut Args) {
        of_kind(self.kind, &self.id, "").say(to);
    }
}

impl<'g, E: Into<EntryView<'g>>> From<E> for Subject {
    fn from(entry: E) -> Self {
        let entry = entry.into();
        Self::new(entry.noun(), entry.id())
    }
}

/// Where one rule's findings go; the rule's levels are settled here, not by the rule.
#[derive(Debug)]
pub(crate) struct Findings<'f> {
    pub(super) rule: &'static Rule,
    /// The level of a finding; `None` when it is off.
    pub(super) level: Option<Level>,
    /// The level of a mild finding.
    pub(super) mild: Option<Level>,
    pub(super) found: &'f mut Vec<Finding>,
}

impl Findings<'_> {
    /// Adds a finding at a place.
    pub(super) fn at(&mut self, span: Span, message: impl Into<Phrase>) -> Draft<'_> {
        Draft::new(self.level, self.rule, self.found, span, message.into())
    }

    /// Adds what reading found wrong.
    pub(super) fn defects<'d>(&mut self, defects: impl Iterator<Item = &'d Defect>) {
        for defect in defects {
            let mut draft = self.at(defect.span, defect.message.clone());
            if let Some(help) = &defect.help {
                draft = draft.help(help.clone());
            }
            if let Some(other) = &defect.other {
                draft = draft.other(other.span, other.label.clone());
            }
            for (kind, id) in &defect.entries {
                draft = draft.on(Subject::new(*kind, id));
            }
            if let Some(detail) = &defect.detail {
                draft = draft.detail(detail.as_str());
            }
            drop(draft);
        }
    }

    /// Adds a finding at the second of several values where one is meant; the others are its further
    /// places.
    pub(super) fn at_several<T: Placed>(&mut self, values: &[Spanned<T>], message: impl Into<Phrase>) -> Draft<'_> {
        let mut draft = self.at(values[1].span(), message);
        for (at, value) in values.iter().enumerate().take(PLACES).filter(|(at, _)| *at != 1) {
            draft = draft.other(value.span(), if at == 0 { "and here" } else { "and also here" });
        }
        draft
    }

    /// Adds a finding of the rule's milder case.
    pub(super) fn mild_at(&mut self, span: Span, message: impl Into<Phrase>) -> Draft<'_> {
        Draft::new(self.mild, self.rule, self.found, span, message.into())
    }
}

/// A finding being written; it is added when it is dropped, unless its level is off.
pub(super) struct Draft<'f> {
    finding: Option<Finding>,
    found: &'f mut Vec<Finding>,
}

impl<'f> Draft<'f> {
    fn new(
        level: Option<Level>,
        rule: &'static Rule,
        found: &'f mut Vec<Finding>,
        span: Span,
        message: Phrase,
    ) -> Self {
        let finding = level.map(|level| Finding {
            rule,
            level,
            span,
            message,
            help: None,
            note: None,
            others: Vec::new(),
            subjects: Vec::new(),
            detail: None,
            measure: None,
        });
        Self { finding, found }
    }

    fn with(mut self, change: impl FnOnce(&mut Finding)) -> Self {
        self.finding.as_mut().map(change);
        self
    }

    pub(super) fn help(self, help: impl Into<Phrase>) -> Self {
        self.with(|finding| finding.help = Some(help.into()))
    }

    pub(super) fn note(self, note: impl Into<Phrase>) -> Self {
        self.with(|finding| finding.note = Some(Box::new(note.into())))
    }

    pub(super) fn other(self, span: Span, label: impl Into<Phrase>) -> Self {
        self.with(|finding| finding.others.push(Other { span, label: label.into() }))
    }

    pub(super) fn on(self, subject: impl Into<Subject>) -> Self {
        self.with(|finding| {
            // Nearly every finding is about one entry.
            finding.subjects.reserve_exact(1);
            finding.subjects.push(subject.into());
        })
    }

    /// A count of what should be few.
    pub(super) fn count(self, count: usize) -> Self {
        self.days(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A count of what should be more.
    pub(super) fn too_few(self, count: usize) -> Self {
        self.with(|finding| finding.measure = Some(Measure::lack(i64::try_from(count).unwrap_or(i64::MAX))))
    }

    /// A number of days.
    pub(super) fn days(self, days: i64) -> Self {
        self.with(|finding| finding.measure = Some(Measure::number(days)))
    }

    /// A load, as a share of what can be carried.
    pub(super) fn percent(self, percent: i64) -> Self {
        self.with(|finding| finding.measure = Some(Measure::percent(percent)))
    }

    /// A distance from what it should be, shown by what it is.
    pub(super) fn missing_by(self, distance: i64, shown: &str) -> Self {
        self.with(|finding| finding.measure = Some(Measure::distance(distance, shown)))
    }

    /// What tells it from its like: for what is about no entry, or about a key of one.
    pub(super) fn detail(self, detail: impl Into<Box<str>>) -> Self {
        self.with(|finding| finding.detail = Some(detail.into()))
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        self.found.extend(self.finding.take());
    }
}
