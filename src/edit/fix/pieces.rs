//! Several rounds of splices combined into one, in terms of the text before the first.

use std::ops::Range;

use crate::text::{SourceId, Sources};

use super::super::plan::Patch;
use super::super::yaml::Splice;

/// A part of a text as it is now.
#[derive(Clone, Debug)]
enum Piece {
    /// These bytes of the text before.
    Old(Range<usize>),
    New(String),
}

impl Piece {
    fn len(&self) -> usize {
        match self {
            Self::Old(bytes) => bytes.len(),
            Self::New(text) => text.len(),
        }
    }

    /// A part of it.
    fn part(&self, bytes: Range<usize>) -> Self {
        match self {
            Self::Old(old) => Self::Old(old.start + bytes.start..old.start + bytes.end),
            Self::New(text) => Self::New(text[bytes].to_owned()),
        }
    }
}

/// Texts in pieces.
pub(super) struct Pieces {
    files: Vec<(SourceId, Vec<Piece>)>,
}

impl Pieces {
    pub(super) fn of(sources: &Sources) -> Self {
        let whole = |text: &str| vec![Piece::Old(0..text.len())];
        Self { files: sources.ids().map(|id| (id, whole(sources.file(id).text()))).collect() }
    }

    /// Makes splices of the texts as they are now.
    pub(super) fn splice(&mut self, patches: &[Patch]) {
        for patch in patches {
            let Some((_, pieces)) = self.files.iter_mut().find(|(id, _)| *id == patch.source) else { continue };
            let mut spliced = Vec::new();
            let mut from = 0;
            for splice in &patch.splices {
                take(pieces, from..splice.bytes.start, &mut spliced);
                spliced.push(Piece::New(splice.text.clone()));
                from = splice.bytes.end;
            }
            take(pieces, from..usize::MAX, &mut spliced);
            *pieces = spliced;
        }
    }

    /// The splices of the texts before that lead to those now.
    pub(super) fn patches(self, before: &Sources) -> Vec<Patch> {
        let patches = self.files.into_iter().map(|(source, pieces)| {
            let end = before.file(source).text().len();
            let mut splices = Vec::new();
            let (mut from, mut text) = (0, String::new());
            for piece in pieces.into_iter().chain([Piece::Old(end..end)]) {
                match piece {
                    Piece::New(new) => text.push_str(&new),
                    Piece::Old(old) => {
                        if !text.is_empty() || old.start > from {
                            splices.push(Splice { bytes: from..old.start, text: std::mem::take(&mut text) });
                        }
                        from = old.end;
                    }
                }
            }
            Patch { source, splices }
        });
        patches.filter(|patch| !patch.splices.is_empty()).collect()
    }
}

/// Copies a part of a text in pieces.
fn take(pieces: &[Piece], bytes: Range<usize>, to: &mut Vec<Piece>) {
    let mut at = 0;
    for piece in pieces {
        let (start, end) = (bytes.start.max(at), bytes.end.min(at + piece.len()));
        if start < end {
            to.push(piece.part(start - at..end - at));
        }
        at += piece.len();
    }
}
