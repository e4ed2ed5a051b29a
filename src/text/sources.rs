//! The files of one run: their text, and the way from a span back to file, line and column.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::Span;
use super::lines::Lines;
use super::quote::{Passage, quoting};

/// The mark that some editors put at the start of a file; it is no part of its first line.
pub(crate) const BYTE_ORDER_MARK: char = '\u{feff}';

/// At most this many bytes of characters are counted each time: places in an endless line are found as fast as
/// elsewhere.
const BLOCK: usize = 1024;

/// Every text that was read, laid end to end so that a [`Span`] is enough to name a place.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

/// One file's path and text.
#[derive(Debug)]
pub struct Source {
    path: String,
    passage: Passage,
    lines: OnceLock<Lines>,
    /// How many characters begin before each block of [`BLOCK`] bytes; needed only in long lines.
    blocks: OnceLock<Vec<u32>>,
}

/// Which of the [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceId(u32);

/// A span's place, in the terms of editors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place<'s> {
    /// The file's path as it was named.
    pub path: &'s str,
    /// Line of the first character, from 1.
    pub line: usize,
    /// Column of the first character in characters (Unicode scalar values), from 1.
    pub column: usize,
    /// Line of the end, from 1.
    pub end_line: usize,
    /// Column just after the last character, from 1.
    pub end_column: usize,
    /// The bytes of the file.
    pub bytes: Range<usize>,
}

impl Sources {
    /// No text yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text; `None` when all texts together would pass 4 GiB, the reach of a [`Span`].
    pub fn add(&mut self, path: impl Into<String>, text: String) -> Option<SourceId> {
        let base = self.files.last().map_or(0, |last| last.passage.span.end() + 1);
        let length = u32::try_from(text.len()).ok()?;
        base.checked_add(length)?.checked_add(1)?;
        let id = SourceId(u32::try_from(self.files.len()).ok()?);
        let passage = Passage { text: Arc::new(text), span: Span::new(base, base + length) };
        self.files.push(Source { path: path.into(), passage, lines: OnceLock::new(), blocks: OnceLock::new() });
        Some(id)
    }

    /// What the files are known by, in their order.
    pub(crate) fn ids(&self) -> impl Iterator<Item = SourceId> + use<> {
        (0..u32::try_from(self.files.len()).expect("each has at least a byte of four GiB")).map(SourceId)
    }

    /// The texts in the order in which they were added.
    #[must_use]
    pub fn files(&self) -> &[Source] {
        &self.files
    }

    /// The text with this id.
    #[must_use]
    pub fn file(&self, id: SourceId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// The text that contains a span.
    #[must_use]
    pub fn source(&self, span: Span) -> &Source {
        let after = self.files.partition_point(|file| file.base() <= span.start());
        &self.files[after.checked_sub(1).expect("a span is made from one of these texts")]
    }

    /// File, lines and columns of a span.
    #[must_use]
    pub fn place(&self, span: Span) -> Place<'_> {
        let source = self.source(span);
        let bytes = span.range_from(source.base());
        let (line, column) = source.line_column(bytes.start);
        let (end_line, end_column) = source.line_column(bytes.end);
        Place { path: &source.path, line, column, end_line, end_column, bytes }
    }

    /// The text that a span covers.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        self.source(span).covered(span)
    }
}

impl Source {
    /// The path as it was named.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    #[must_use]
    #[inline]
    pub fn text(&self) -> &str {
        &self.passage.text
    }

    /// Reads something of this text, whose words it may share.
    pub(crate) fn read<R>(&self, read: impl FnOnce() -> R) -> R {
        quoting(&self.passage, read)
    }

    /// The span of some bytes of this text; both ends are moved back to the start of a character.
    #[must_use]
    pub fn span(&self, bytes: Range<usize>) -> Span {
        let at = |byte: usize| {
            let byte = self.text().floor_char_boundary(byte);
            self.base() + u32::try_from(byte).expect("a text is shorter than 4 GiB")
        };
        Span::new(at(bytes.start), at(bytes.end.max(bytes.start)))
    }

    /// The span of some bytes that are known to begin and end with characters.
    #[inline]
    pub(crate) fn span_of_characters(&self, bytes: Range<usize>) -> Span {
        debug_assert!(self.text().is_char_boundary(bytes.start) && self.text().is_char_boundary(bytes.end));
        let at = |byte: usize| self.base() + u32::try_from(byte).expect("a text is shorter than 4 GiB");
        Span::new(at(bytes.start), at(bytes.end))
    }

    /// The text that a span of this source covers.
    #[must_use]
    pub fn covered(&self, span: Span) -> &str {
        &self.text()[span.range_from(self.base())]
    }

    /// The text after a span of this source.
    #[inline]
    pub(crate) fn after(&self, span: Span) -> &str {
        &self.text()[span.range_from(self.base()).end..]
    }

    /// The bytes of a line, from 1, without its end.
    #[must_use]
    pub fn line(&self, line: usize) -> Range<usize> {
        let lines = self.lines();
        let start = lines.start(self.text(), line - 1).expect("the text has this line");
        let end = lines.start(self.text(), line).unwrap_or(self.text().len());
        start..start + self.text()[start..end].trim_end_matches(['\n', '\r']).len()
    }

    /// Where the text begins among all.
    #[inline]
    fn base(&self) -> u32 {
        self.passage.span.start()
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(self.text()))
    }

    fn line_column(&self, byte: usize) -> (usize, usize) {
        let line = self.lines().line(self.text(), byte);
        let start = Lines::start_before(self.text(), byte);
        let mark = usize::from(line == 0 && byte > 0 && self.text().starts_with(BYTE_ORDER_MARK));
        let count = if byte - start < BLOCK {
            self.text()[start..byte].chars().count()
        } else {
            self.characters_before(byte) - self.characters_before(start)
        };
        (line + 1, count - mark + 1)
    }

    fn characters_before(&self, byte: usize) -> usize {
        let count = |bytes: &[u8]| bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count();
        let blocks = self.blocks.get_or_init(|| {
            let mut before = 0;
            let add = |block| {
                let here = before;
                before += u32::try_from(count(block)).expect("a text is shorter than 4 GiB");
                here
            };
            self.text().as_bytes().chunks(BLOCK).map(add).collect()
        });
        let block = (byte / BLOCK).min(blocks.len() - 1);
        blocks[block] as usize + count(&self.text().as_bytes()[block * BLOCK..byte])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, part: &str) -> (usize, usize, usize) {
        let mut sources = Sources::new();
        sources.add("before.yaml", "x: 1\n".to_owned()).expect("small");
        let id = sources.add("chart.yaml", text.to_owned()).expect("small");
        let start = text.find(part).expect("the part occurs");
        let span = sources.file(id).span(start..start + part.len());
        let place = sources.place(span);
        assert_eq!(place.path, "chart.yaml");
        assert_eq!(sources.text(span), part);
        assert_eq!(place.bytes, start..start + part.len());
        (place.line, place.column, place.end_column)
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(place("a: 1\nžluťoučký: kůň\n", "kůň"), (2, 12, 15));
        assert_eq!(place("日本: 東京\n", "東京"), (1, 5, 7));
    }

    #[test]
    fn every_kind_of_line_end_counts_once() {
        assert_eq!(place("a: 1\r\nb: 2\r\nc: three", "three"), (3, 4, 9));
        assert_eq!(place("a: 1\rb: two", "two"), (2, 4, 7));
        assert_eq!(place("a: 1\n\n\nb: two", "two"), (4, 4, 7));
    }

    #[test]
    fn a_byte_order_mark_has_no_column() {
        assert_eq!(place("\u{feff}a: 1", "a"), (1, 1, 2));
    }

    #[test]
    fn a_line_comes_without_its_end() {
        let mut sources = Sources::new();
        let id = sources.add("chart.yaml", "a: 1\r\nb: 2\n".to_owned()).expect("small");
        let file = sources.file(id);
        assert_eq!(&file.text()[file.line(1)], "a: 1");
        assert_eq!(&file.text()[file.line(2)], "b: 2");
        assert_eq!(&file.text()[file.line(3)], "");
    }

    #[test]
    fn in_an_endless_line_columns_are_those_that_one_counts() {
        let text = format!("\u{feff}first: 1\n{}", "ažb東 ".repeat(BLOCK));
        for text in [&text[..], &text[text.ceil_char_boundary(text.len() % BLOCK)..]] {
            let mut sources = Sources::new();
            let id = sources.add("chart.yaml", text.to_owned()).expect("small");
            let start = text.rfind('\n').map_or(0, |end| end + 1);
            for (column, (at, _)) in text[start..].char_indices().enumerate().step_by(97) {
                let place = sources.place(sources.file(id).span(start + at..text.len()));
                let end = text[start..].chars().count() + 1;
                assert_eq!((place.column, place.end_column), (column + 1, end));
            }
        }
    }
}
