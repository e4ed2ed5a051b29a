//! Ids that are safe in XML, in CSS selectors and in links, and unique on their page.

use std::collections::HashMap;
use std::fmt::Write;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::model::Noun;

/// What a script's `encodeURIComponent` leaves as it is.
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

/// How the ids of pictures that stand in one page of hypertext are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Naming {
    /// Stands before each id.
    pub prefix: &'static str,
    /// Whether the first box of each seat is where links to the seat lead.
    pub are_seats_targets: bool,
}

/// Hands out the ids of one page.
#[derive(Debug, Default)]
pub(super) struct DomIds<'a> {
    /// Where pictures share their page with others.
    pub(super) naming: Option<Naming>,
    /// How often each seat came already. Looked up only, never walked through.
    pub(super) seen: HashMap<(&'static str, &'a str), usize>,
}

impl<'a> DomIds<'a> {
    /// The id of a seat: `seat-` and the seat's own id, with everything but ASCII letters, digits and hyphens as `_hex_`.
    /// A seat that comes again on the page gets a number, which no escape can look like.
    pub(super) fn seat(&mut self, id: &'a str) -> String {
        self.id("seat", id)
    }

    /// The same for something of another kind.
    pub(super) fn id(&mut self, kind: &'static str, id: &'a str) -> String {
        let naming = self.naming.unwrap_or(Naming { prefix: "", are_seats_targets: false });
        if naming.are_seats_targets && kind == "seat" && !self.seen.contains_key(&(kind, id)) {
            self.seen.insert((kind, id), 1);
            return fragment(Noun::Seat, id);
        }
        let mut safe = String::with_capacity(naming.prefix.len() + kind.len() + 1 + id.len());
        safe.push_str(naming.prefix);
        safe.push_str(kind);
        safe.push('-');
        for letter in id.chars() {
            if letter.is_ascii_alphanumeric() || letter == '-' {
                safe.push(letter);
            } else {
                write!(safe, "_{:x}_", u32::from(letter)).expect("a string takes everything");
            }
        }
        let times = self.seen.entry((kind, id)).or_default();
        *times += 1;
        if *times > 1 {
            write!(safe, "_{times}").expect("a string takes everything");
        }
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_safe_and_unique() {
        let mut ids = DomIds::default();
        assert_eq!(ids.seat("head-of-sales"), "seat-head-of-sales");
        assert_eq!(ids.seat("a b"), "seat-a_20_b");
        assert_eq!(ids.seat("a_20_b"), "seat-a_5f_20_5f_b");
        assert_eq!(ids.seat("\"><é"), "seat-_22__3e__3c__e9_");
        assert_eq!(ids.seat("x"), "seat-x");
        assert_eq!(ids.seat("x"), "seat-x_2");
        assert_eq!(ids.seat("x_2"), "seat-x_5f_2");
    }

    #[test]
    fn on_a_page_the_first_box_of_a_seat_is_where_links_lead() {
        let naming = Some(Naming { prefix: "chart-", are_seats_targets: true });
        let mut ids = DomIds { naming, ..DomIds::default() };
        assert_eq!(ids.seat("a/b é"), "seat=a%2Fb%20%C3%A9");
        assert_eq!(ids.seat("a/b é"), "chart-seat-a_2f_b_20__e9__2");
        assert_eq!(ids.id("priority", "x"), "chart-priority-x");
    }
}
