//! Ids that are safe in XML, in CSS selectors and in links, and unique on their page.

use std::collections::HashMap;
use std::fmt::Write;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::Noun;

/// What a script's `encodeURIComponent` leaves unescaped.
const AS_IN_SCRIPTS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// The fragment by which a page's links lead to an entry, without the `#`.
#[must_use]
pub fn fragment(noun: Noun, id: &str) -> String {
    format!("{}={}", noun.name(), utf8_percent_encode(id, AS_IN_SCRIPTS))
}

/// What the id is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Naming {
    /// Every box: the picture is a document of its own.
    #[default]
    Document,
    /// On a page of hypertext: the first box of each seat, where links to the seat lead.
    Targets,
    /// On a page of hypertext where no link leads here: nothing.
    Nothing,
}

/// Hands out the ids of one page.
#[derive(Debug, Default)]
pub(super) struct DomIds<'a> {
    pub(super) naming: Naming,
    /// How often each seat came already. Looked up only, never walked through.
    pub(super) seen: HashMap<(&'static str, &'a str), usize>,
}

impl<'a> DomIds<'a> {
    /// The id of a seat: `seat-` and the seat's own id, with everything but ASCII letters, digits and hyphens as `_hex_`.
    /// A seat that comes again on the page gets a number, which no escape can look like.
    pub(super) fn seat(&mut self, id: &'a str) -> Option<String> {
        self.id("seat", id)
    }

    /// The same for something of another kind.
    pub(super) fn id(&mut self, kind: &'static str, id: &'a str) -> Option<String> {
        let times = self.seen.entry((kind, id)).or_default();
        *times += 1;
        match self.naming {
            Naming::Document => {}
            Naming::Targets if kind == "seat" && *times == 1 => return Some(fragment(Noun::Seat, id)),
            Naming::Targets | Naming::Nothing => return None,
        }
        let mut safe = String::with_capacity(kind.len() + 1 + id.len());
        safe.push_str(kind);
        safe.push('-');
        for letter in id.chars() {
            if letter.is_ascii_alphanumeric() || letter == '-' {
                safe.push(letter);
            } else {
                write!(safe, "_{:x}_", u32::from(letter)).expect("a string takes everything");
            }
        }
        if *times > 1 {
            write!(safe, "_{times}").expect("a string takes everything");
        }
        Some(safe)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_safe_and_unique() {
        let mut ids = DomIds::default();
        let mut seat = |id| ids.seat(id).expect("a document names every box");
        assert_eq!(seat("head-of-sales"), "seat-head-of-sales");
        assert_eq!(seat("a b"), "seat-a_20_b");
        assert_eq!(seat("a_20_b"), "seat-a_5f_20_5f_b");
        assert_eq!(seat("\"><é"), "seat-_22__3e__3c__e9_");
        assert_eq!(seat("x"), "seat-x");
        assert_eq!(seat("x"), "seat-x_2");
        assert_eq!(seat("x_2"), "seat-x_5f_2");
    }

    #[test]
    fn on_a_page_the_first_box_of_a_seat_is_where_links_lead() {
        let mut ids = DomIds { naming: Naming::Targets, ..DomIds::default() };
        assert_eq!(ids.seat("a/b é").as_deref(), Some("seat=a%2Fb%20%C3%A9"));
        assert_eq!(ids.seat("a/b é"), None);
        assert_eq!(ids.id("priority", "x"), None);
    }
}
