//! What was found wrong while reading.

use crate::text::Span;

/// A mistake in the text of a chart, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// Which rule it breaks.
    pub kind: DefectKind,
    /// Where.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to write.
    pub help: Option<String>,
    /// A second place that belongs to it.
    pub other: Option<Other>,
}

/// A second place, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Where.
    pub span: Span,
    /// What stands there.
    pub label: String,
}

/// The reading rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefectKind {
    /// Text that is no YAML, or YAML that charts do without.
    InvalidYaml,
    /// A value of the wrong type or form.
    InvalidValue,
    /// A key that the format does not have.
    UnknownKey,
    /// A key that must be there.
    MissingKey,
    /// One id defined twice.
    DuplicateId,
}

impl Defect {
    pub(crate) fn new(kind: DefectKind, span: Span, message: impl Into<String>) -> Self {
        Self { kind, span, message: message.into(), help: None, other: None }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn other(mut self, span: Span, label: impl Into<String>) -> Self {
        self.other = Some(Other { span, label: label.into() });
        self
    }
}

/// The defects of one file, up to a number that a person can still use.
#[derive(Debug, Default)]
pub(super) struct Defects {
    kept: Vec<Defect>,
    more: usize,
}

impl Defects {
    /// So many of one file are kept; the rest is counted.
    const MOST: usize = 1000;

    pub(super) fn push(&mut self, defect: Defect) {
        if self.kept.len() < Self::MOST {
            self.kept.push(defect);
        } else {
            self.more += 1;
        }
    }

    /// Those of what follows in the text.
    pub(super) fn append(&mut self, later: Self) {
        later.kept.into_iter().for_each(|defect| self.push(defect));
        self.more += later.more;
    }

    /// All that were kept, in the order of the text, and a last one that counts the others.
    pub(super) fn finish(mut self) -> Vec<Defect> {
        self.kept.sort_by_key(|defect| defect.span);
        if let (Some(last), more @ 1..) = (self.kept.last(), self.more) {
            let message = format!("{more} more mistakes in this file are not shown");
            let counted = Defect::new(DefectKind::InvalidYaml, last.span, message);
            self.kept.push(counted.help("mend those shown and check again"));
        }
        self.kept
    }
}
