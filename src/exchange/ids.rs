//! Ids made of names and titles: readable, and each told from the others.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::skeleton;

/// The longest id, less the room for a number that tells it from others.
const LONGEST: usize = 56;

/// Ids that are in use.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    /// By their look; whether all with that look are ASCII, within which a reader can tell letters apart.
    looks: HashMap<String, bool>,
    exact: std::collections::HashSet<String>,
}

impl Taken {
    /// The id, with a number where it is in use.
    pub(crate) fn take(&mut self, id: &str) -> String {
        let mut taken = id.to_owned();
        let mut number = 2;
        while !self.add(&taken) {
            taken = format!("{id}-{number}");
            number += 1;
        }
        taken
    }

    fn add(&mut self, id: &str) -> bool {
        let lower = id.to_lowercase();
        let look: String = skeleton(&lower.nfc().collect::<String>()).collect();
        let is_free =
            !self.exact.contains(&lower) && self.looks.get(&look).is_none_or(|all_ascii| *all_ascii && id.is_ascii());
        if is_free {
            let all_ascii = self.looks.entry(look).or_insert(true);
            *all_ascii &= id.is_ascii();
            self.exact.insert(lower);
        }
        is_free
    }
}

/// A text as an id: lower-case words joined by hyphens, accents on Latin letters left out; `other` where nothing is
/// left.
pub(crate) fn slug(text: &str, other: &str) -> String {
    let mut slug = String::new();
    let mut is_latin = false;
    for letter in text.nfd().flat_map(char::to_lowercase) {
        if slug.chars().count() >= LONGEST {
            break;
        }
        if is_combining_mark(letter) {
            if !is_latin && !slug.is_empty() && !slug.ends_with('-') {
                slug.push(letter);
            }
        } else if letter.is_alphanumeric() {
            is_latin = letter.is_ascii();
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') && letter != '\'' && letter != '’' {
            slug.push('-');
        }
    }
    let slug: String = slug.trim_end_matches('-').nfc().collect();
    if slug.is_empty() || slug == "null" { other.to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SeatId;

    #[test]
    fn names_make_readable_ids() {
        for (text, id) in [
            ("Ana Ruiz", "ana-ruiz"),
            ("  José  García-López ", "jose-garcia-lopez"),
            ("O'Brien, Pat (HR)", "obrien-pat-hr"),
            ("支持 主管", "支持-主管"),
            ("R&D", "r-d"),
            ("---", "seat"),
            ("null", "seat"),
        ] {
            assert_eq!(slug(text, "seat"), id);
            assert!(SeatId::new(id).is_ok());
        }
        assert!(SeatId::new(&slug(&"long ".repeat(50), "seat")).is_ok());
    }

    #[test]
    fn ids_are_told_apart() {
        let mut taken = Taken::default();
        assert_eq!(
            ["ana", "ana", "Ana", "modern", "modem"].map(|id| taken.take(id)),
            ["ana", "ana-2", "Ana-3", "modern", "modem"]
        );
        // The first letter is Cyrillic, and looks like those of the others.
        assert_eq!(taken.take("аna"), "аna-4");
    }
}
