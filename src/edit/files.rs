//! The files of a chart, outlined as far as an edit needs them, and where the entries are in them.

use std::cell::OnceCell;

use crate::model::Noun;
use crate::read::{Input, Oddity, Outline, Shape};
use crate::text::{Source, Sources, Span};

use super::refusal::Refusal;
use super::window::{Window, Windows};

/// An entry, or a key of the chart, in its file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Site {
    pub(super) file: usize,
    /// The mapping that it is in.
    pub(super) section: usize,
    pub(super) key: usize,
}

/// The files, in the order in which they were read.
pub(super) struct Files<'c> {
    sources: &'c Sources,
    inputs: &'c [Input],
    bases: Vec<u32>,
    outlines: Vec<OnceCell<Result<Outline<'c>, Oddity>>>,
    windows: Option<&'c Windows>,
}

impl<'c> Files<'c> {
    pub(super) fn new(sources: &'c Sources, inputs: &'c [Input]) -> Self {
        let base = |input: &Input| sources.file(input.source).span(0..0).start();
        let outlines = inputs.iter().map(|_| OnceCell::new()).collect();
        Self { sources, inputs, bases: inputs.iter().map(base).collect(), outlines, windows: None }
    }

    /// The same, where of large files only what an edit can touch is looked at.
    pub(super) fn within(self, windows: &'c Windows) -> Self {
        Self { windows: Some(windows), ..self }
    }

    /// The window through which a file is looked at.
    pub(super) fn window(&self, file: usize) -> Option<(&'c Window, &'c Source)> {
        self.windows?.get(file)
    }

    /// The part of a file that is looked at: its window, where it has one.
    fn source(&self, file: usize) -> &'c Source {
        self.window(file).map_or_else(|| self.whole(file), |(_, source)| source)
    }

    /// A file as a whole.
    pub(super) fn whole(&self, file: usize) -> &'c Source {
        self.sources.file(self.inputs[file].source)
    }

    /// The line of a file in which a place of what is looked at stands.
    pub(super) fn line(&self, file: usize, at: usize) -> usize {
        let at = self.window(file).map_or(at, |(window, _)| window.without(at));
        let text = &self.whole(file).text()[..at];
        text.lines().count().max(1) + usize::from(text.ends_with('\n'))
    }

    pub(super) fn count(&self) -> usize {
        self.inputs.len()
    }

    /// The file that may say what concerns the whole chart.
    pub(super) fn main(&self) -> usize {
        self.inputs.iter().position(|input| input.is_main).unwrap_or(0)
    }

    pub(super) fn path(&self, file: usize) -> &'c str {
        self.sources.file(self.inputs[file].source).path()
    }

    /// The text that is looked at.
    pub(super) fn text(&self, file: usize) -> &'c str {
        self.source(file).text()
    }

    pub(super) fn input(&self, file: usize) -> &Input {
        &self.inputs[file]
    }

    pub(super) fn outline(&self, file: usize) -> Result<&Outline<'c>, Refusal> {
        let source = self.source(file);
        let outline = self.outlines[file].get_or_init(|| Outline::of(source));
        outline.as_ref().map_err(|oddity| Refusal::unusual(source.path(), *oddity))
    }

    /// The file that a place is in.
    pub(super) fn file_of(&self, span: Span) -> usize {
        // Files are read in the order of their texts.
        self.bases.partition_point(|base| *base <= span.start()).saturating_sub(1)
    }

    /// Where the key at a place is.
    pub(super) fn site(&self, span: Span) -> Result<Site, Refusal> {
        let file = self.file_of(span);
        let outline = self.outline(file)?;
        let lost = || Refusal::unusual(self.path(file), Oddity::Unknown);
        let at = (span.start() - self.bases[file]) as usize;
        let at = self.window(file).map_or(Some(at), |(window, _)| window.within(at)).ok_or_else(lost)?;
        let first = outline.nodes.partition_point(|node| node.bytes.start < at);
        let key = (first..outline.nodes.len())
            .take_while(|node| outline.node(*node).bytes.start == at)
            .find(|node| matches!(outline.node(*node).shape, Shape::Scalar(..)));
        let (key, top) = key.zip(outline.top()).ok_or_else(lost)?;
        let section = outline
            .pairs(top)
            .map(|(_, value)| value)
            .find(|value| (*value..outline.node(*value).after).contains(&key));
        Ok(Site { file, section: section.ok_or_else(lost)?, key })
    }

    /// A key at the top of a file, and its value.
    pub(super) fn top(&self, file: usize, key: &str) -> Result<Option<(usize, usize)>, Refusal> {
        if !self.text(file).contains(key) {
            return Ok(None);
        }
        let outline = self.outline(file)?;
        Ok(outline.top().and_then(|top| outline.pair(top, key)))
    }

    /// The section of a kind in a file, where it has one.
    pub(super) fn section(&self, file: usize, kind: Noun) -> Result<Option<(usize, usize)>, Refusal> {
        self.top(file, kind.section())
    }

    /// The first file with this key at its top.
    pub(super) fn with_top(&self, key: &str) -> Result<Option<usize>, Refusal> {
        for file in 0..self.count() {
            if self.top(file, key)?.is_some() {
                return Ok(Some(file));
            }
        }
        Ok(None)
    }
}
