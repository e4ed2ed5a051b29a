//! What was found wrong while reading.

use crate::model::{Id, Kind, Noun};
use crate::phrase::{Phrase, say};
use crate::text::{Source, Span};

/// How much of the text at a place tells one mistake from another.
const LONGEST_EXCERPT: usize = 64;
/// How much is kept of a key that names an entry and is too long for an id.
const LONGEST_NAME: usize = 256;

/// A mistake in the text of a chart, at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// Which rule it breaks.
    pub kind: DefectKind,
    /// Where.
    pub span: Span,
    /// What is wrong.
    pub message: Phrase,
    /// What to write.
    pub help: Option<Phrase>,
    /// A second place that belongs to it.
    pub other: Option<Other>,
    /// The entries that it is in: their kind and id.
    pub entries: Vec<(Noun, String)>,
    /// A text that stands for the id of an entry of a kind, under this key: what it means shows when all is read.
    pub(super) meant: Option<Meant>,
    /// Whether there is nothing in its file.
    is_of_an_empty_file: bool,
    /// How many mistakes it counts that are not shown; 0 for one that is shown itself.
    unshown: usize,
    /// What tells it from the other mistakes of its entry, whatever the message says: the keys that lead to it, and
    /// what stands there.
    pub detail: Option<String>,
}

/// A text that stands where an id should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meant {
    pub(super) text: String,
    pub(super) wanted: Noun,
    pub(super) key: String,
}

/// A second place, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Where.
    pub span: Span,
    /// What stands there.
    pub label: Phrase,
}

/// The reading rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    /// Text that YAML takes for a comment.
    LostText,
}

impl Defect {
    /// That there is nothing in a file but comments.
    pub(super) fn empty(span: Span) -> Self {
        let empty = Self::new(DefectKind::InvalidYaml, span, "the file is empty");
        Self { is_of_an_empty_file: true, ..empty.help("write a chart into it or remove it") }
    }

    /// Whether it says that there is nothing in a file.
    #[must_use]
    pub fn is_of_an_empty_file(&self) -> bool {
        self.is_of_an_empty_file
    }

    /// How many mistakes it stands for.
    pub(crate) fn cases(&self) -> usize {
        self.unshown.max(1)
    }

    pub(crate) fn new(kind: DefectKind, span: Span, message: impl Into<Phrase>) -> Self {
        Self {
            kind,
            span,
            message: message.into(),
            help: None,
            other: None,
            entries: Vec::new(),
            meant: None,
            is_of_an_empty_file: false,
            unshown: 0,
            detail: None,
        }
    }

    pub(crate) fn help(mut self, help: impl Into<Phrase>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn other(mut self, span: Span, label: impl Into<Phrase>) -> Self {
        self.other = Some(Other { span, label: label.into() });
        self
    }

    /// Says which entry it is in.
    pub(super) fn on<K: Kind>(mut self, id: &Id<K>) -> Self {
        self.entries.push((K::NOUN, id.as_str().to_owned()));
        self
    }

    /// Says what tells it from its like, where the text at its place does not.
    pub(crate) fn about(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Adds the way to it, from what it was found in below `key`, to what tells it from its like.
    fn found_in<'n>(&mut self, key: Option<&'n str>, way_to: &dyn Fn(Span) -> Vec<&'n str>, source: &Source) {
        let mut way: Vec<&str> = key.into_iter().collect();
        way.extend(way_to(self.span));
        if let (Some(meant), Some(key)) = (&mut self.meant, way.last()) {
            (*key).clone_into(&mut meant.key);
        }
        let way = way.join(".");
        let about = self.detail.take().unwrap_or_else(|| excerpt(source, self.span));
        self.detail = Some(match (way.as_str(), about.as_str()) {
            ("", about) => about.to_owned(),
            (way, "") => way.to_owned(),
            // It is the key itself.
            (way, about) if way == about || way.ends_with(&format!(".{about}")) => way.to_owned(),
            (way, about) => format!("{way}: {about}"),
        });
    }
}

/// The beginning of the text at a place.
fn excerpt(source: &Source, span: Span) -> String {
    let line = source.covered(span).lines().next().unwrap_or_default();
    line.chars().take(LONGEST_EXCERPT).collect()
}

/// The defects of one file, up to a number that a person can still use.
#[derive(Debug, Default)]
pub(super) struct Defects {
    kept: Vec<Defect>,
    more: usize,
}

impl Defects {
    /// How many of one file are kept; the rest is counted.
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

    /// How many are kept by now: those that follow can be told where they were found.
    pub(super) fn mark(&self) -> usize {
        self.kept.len()
    }

    /// Tells the defects since a mark that a text stands for an id.
    pub(super) fn meant(&mut self, mark: usize, text: &str, wanted: Noun) {
        for defect in &mut self.kept[mark..] {
            defect.meant = Some(Meant { text: text.to_owned(), wanted, key: String::new() });
        }
    }

    /// Tells the defects since a mark in which entry, below which key they were found, and the way to each from there.
    pub(super) fn found_in<'n>(
        &mut self,
        mark: usize,
        entry: Option<(Noun, &str)>,
        key: Option<&'n str>,
        way_to: &dyn Fn(Span) -> Vec<&'n str>,
        source: &Source,
    ) {
        for defect in &mut self.kept[mark..] {
            defect.entries.extend(entry.map(|(kind, id)| (kind, id.chars().take(LONGEST_NAME).collect())));
            defect.found_in(key, way_to, source);
        }
    }

    /// All that were kept, in the order of the text, and a last one that counts the others.
    pub(super) fn finish(mut self) -> Vec<Defect> {
        self.kept.sort_by_key(|defect| defect.span);
        if let (Some(last), more @ 1..) = (self.kept.last(), self.more) {
            let message = say![more, " more mistakes in this file are not shown"];
            let counted = Defect::new(DefectKind::InvalidYaml, last.span, message);
            let counted = counted.help("mend those shown and check again");
            self.kept.push(Defect { unshown: more, ..counted });
        }
        self.kept
    }
}
