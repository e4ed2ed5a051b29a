//! Writes XML that every reader accepts: tags are closed, words escaped, forbidden characters replaced.

use super::value::{Kept, Value};
use crate::text::escape_commands;

/// Attributes that many elements share, written once.
#[derive(Debug)]
pub(super) struct Attributes(Vec<u8>);

/// An XML document in the making. Names of elements and attributes are literals; all else passes through the escape.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    /// UTF-8.
    out: Vec<u8>,
    open: Vec<&'static str>,
    /// Whether attributes may still be added to the element that was opened last.
    in_tag: bool,
}

impl Xml {
    /// An empty document with room for this many bytes.
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self { out: Vec::with_capacity(bytes), ..Self::default() }
    }

    /// Opens an element on a new line.
    pub(crate) fn open(&mut self, name: &'static str) -> &mut Self {
        self.end_tag();
        if !self.out.is_empty() {
            self.out.push(b'\n');
        }
        self.out.push(b'<');
        self.out.extend_from_slice(name.as_bytes());
        self.open.push(name);
        self.in_tag = true;
        self
    }

    /// Opens an element within words, where a line end would be a space.
    pub(crate) fn open_inline(&mut self, name: &'static str) -> &mut Self {
        self.end_tag();
        self.out.push(b'<');
        self.out.extend_from_slice(name.as_bytes());
        self.open.push(name);
        self.in_tag = true;
        self
    }

    /// Adds an attribute to the element that was just opened.
    pub(crate) fn attribute(&mut self, name: &'static str, value: impl Value) -> &mut Self {
        assert!(self.in_tag, "attributes come before content");
        self.out.push(b' ');
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"=\"");
        value.write(&mut self.out);
        self.out.push(b'"');
        self
    }

    /// How far the document is written, for [`Xml::since`].
    pub(super) fn written(&self) -> usize {
        self.out.len()
    }

    /// The attributes that were added since, to be added [again](Xml::again) to other elements.
    pub(super) fn since(&self, written: usize) -> Attributes {
        assert!(self.in_tag, "only attributes were added");
        Attributes(self.out[written..].to_owned())
    }

    /// Adds attributes as they were written before.
    pub(super) fn again(&mut self, attributes: &Attributes) {
        assert!(self.in_tag, "attributes come before content");
        self.out.extend_from_slice(&attributes.0);
    }

    /// Adds words.
    pub(crate) fn words(&mut self, words: &str) -> &mut Self {
        self.end_tag();
        words.write(&mut self.out);
        self
    }

    /// Adds words with their line ends and tabs.
    pub(crate) fn lines(&mut self, words: &str) -> &mut Self {
        self.end_tag();
        Kept(words).write(&mut self.out);
        self
    }

    /// Closes the element that was opened last.
    pub(crate) fn close(&mut self) -> &mut Self {
        let name = self.open.pop().expect("as many elements are closed as were opened");
        if self.in_tag {
            self.out.extend_from_slice(b"/>");
            self.in_tag = false;
        } else {
            self.out.extend_from_slice(b"</");
            self.out.extend_from_slice(name.as_bytes());
            self.out.push(b'>');
        }
        self
    }

    /// Closes an element whose content is on lines of its own.
    pub(crate) fn close_block(&mut self) -> &mut Self {
        if !self.in_tag {
            self.out.push(b'\n');
        }
        self.close()
    }

    /// The finished document.
    pub(crate) fn finish(mut self) -> String {
        assert!(self.open.is_empty(), "all elements are closed");
        self.out.push(b'\n');
        // On standard output a CI system reads along.
        let out = String::from_utf8(self.out).expect("names and words are text, and are added whole");
        escape_commands(out, "&#91;")
    }

    fn end_tag(&mut self) {
        if self.in_tag {
            self.out.push(b'>');
            self.in_tag = false;
        }
    }
}
