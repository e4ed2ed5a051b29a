//! What a text says, value by value: read line by line where it is plain, else by the library.

use crate::text::{Source, Span};

use super::defect::Defects;
use super::event::{Broken, Event};
use super::plain::Lines;
use super::yaml::Library;

/// The events of one text, with their spans.
pub(super) struct Events<'t> {
    source: &'t Source,
    by: By<'t>,
    /// The size of the parts into which a section is cut, in bytes.
    part: usize,
    /// Whether the text turned out not to be plain.
    is_given_up: bool,
}

enum By<'t> {
    Lines(Lines<'t>),
    Library(Box<Library<'t>>),
}

/// How many bytes of a section are worth a thread.
const PART: usize = 1 << 17;

/// Who reads a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// The library, whatever the text.
    Library,
    /// The library, unless the text is plain.
    Fast,
    /// The same, with sections cut into parts of this many bytes.
    Parts(usize),
}

/// Reads a text by its events. When it turns out not to be plain it is read anew, by the library from its first byte,
/// so that what was read before must not be kept.
pub(super) fn read<'t, T>(
    source: &'t Source,
    is_even: bool,
    reading: Reading,
    mut with: impl FnMut(&mut Events<'t>) -> T,
) -> T {
    if is_even && reading != Reading::Library {
        let part = if let Reading::Parts(size) = reading { size } else { PART };
        let mut events = Events { source, by: By::Lines(Lines::new(source)), part, is_given_up: false };
        let read = with(&mut events);
        if !events.is_given_up {
            return read;
        }
    }
    let by = By::Library(Box::new(Library::new(source)));
    with(&mut Events { source, by, part: 0, is_given_up: false })
}

impl<'t> Events<'t> {
    /// The next event; `None` at the end. A syntax error is reported, and nothing follows it.
    pub(super) fn next(&mut self, defects: &mut Defects) -> Result<Option<(Event<'t>, Span)>, Broken> {
        match &mut self.by {
            By::Lines(lines) => lines.next().map_err(|_| {
                self.is_given_up = true;
                Broken
            }),
            By::Library(library) => library.next(defects),
        }
    }

    /// Whether a comment stands behind this value whose `#` touches a word, as in `Sales team #1`: its writer may have
    /// meant a text.
    pub(super) fn is_cut(&self, event: &Event<'t>, span: Span) -> bool {
        let rest = || self.source.after(span).bytes();
        let begins = |mut rest: std::str::Bytes<'_>| {
            rest.find(|byte| !matches!(byte, b' ' | b'\t')) == Some(b'#')
                && rest.next().is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
        };
        match event {
            Event::Plain(_) => begins(rest()),
            // The place of nothing is before its colon.
            Event::Null => {
                let mut rest = rest();
                rest.next() == Some(b':') && begins(rest)
            }
            _ => false,
        }
    }

    /// The entries of the mapping that has just begun in several parts, to be read side by side; each ends as the
    /// mapping would. None where that is not worth it or can't be done.
    pub(super) fn parts(&mut self) -> Vec<Self> {
        let By::Lines(lines) = &mut self.by else { return Vec::new() };
        let of_lines = |lines| Self { source: self.source, by: By::Lines(lines), part: self.part, is_given_up: false };
        lines.parts(self.part).into_iter().map(of_lines).collect()
    }

    /// One of the parts could not be read to its end.
    pub(super) fn give_up(&mut self) -> Broken {
        self.is_given_up = true;
        Broken
    }
}
