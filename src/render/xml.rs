//! Writes XML that every reader accepts: tags are closed, words escaped, forbidden characters replaced.

use super::value::{Kept, Value};
use crate::text::escape_commands;

/// An XML document in the making. Names of elements and attributes are literals; all else passes through the escape.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    out: String,
    open: Vec<&'static str>,
    /// Whether attributes may still be added to the element that was opened last.
    in_tag: bool,
}

impl Xml {
    /// An empty document with room for this many bytes.
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self { out: String::with_capacity(bytes), ..Self::default() }
    }

    /// Opens an element on a new line.
    pub(crate) fn open(&mut self, name: &'static str) -> &mut Self {
        self.end_tag();
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push('<');
        self.out.push_str(name);
        self.open.push(name);
        self.in_tag = true;
        self
    }

    /// Opens an element within words, where a line end would be a space.
    pub(crate) fn open_inline(&mut self, name: &'static str) -> &mut Self {
        self.end_tag();
        self.out.push('<');
        self.out.push_str(name);
        self.open.push(name);
        self.in_tag = true;
        self
    }

    /// Adds an attribute to the element that was just opened.
    pub(crate) fn attribute(&mut self, name: &'static str, value: impl Value) -> &mut Self {
        assert!(self.in_tag, "attributes come before content");
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        value.write(&mut self.out);
        self.out.push('"');
        self
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
            self.out.push_str("/>");
            self.in_tag = false;
        } else {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
        self
    }

    /// Closes an element whose content stands on lines of its own.
    pub(crate) fn close_block(&mut self) -> &mut Self {
        if !self.in_tag {
            self.out.push('\n');
        }
        self.close()
    }

    /// The finished document.
    pub(crate) fn finish(mut self) -> String {
        assert!(self.open.is_empty(), "all elements are closed");
        self.out.push('\n');
        // On standard output a CI system reads along.
        escape_commands(self.out, "&#91;")
    }

    fn end_tag(&mut self) {
        if self.in_tag {
            self.out.push('>');
            self.in_tag = false;
        }
    }
}
