//! Ids that are safe in XML, in CSS selectors and in links, and unique on their page.

use std::collections::HashMap;
use std::fmt::Write;

/// Hands out the ids of one page.
#[derive(Debug, Default)]
pub(super) struct DomIds<'a> {
    /// How often each seat came already. Looked up only, never walked through.
    seen: HashMap<(&'static str, &'a str), usize>,
}

impl<'a> DomIds<'a> {
    /// The id of a seat: `seat-` and the seat's own id, with everything but ASCII letters, digits and hyphens as `_hex_`.
    /// A seat that comes again on the page gets a number, which no escape can look like.
    pub(super) fn seat(&mut self, id: &'a str) -> String {
        self.id("seat", id)
    }

    /// The same for something of another kind.
    pub(super) fn id(&mut self, kind: &'static str, id: &'a str) -> String {
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
}
