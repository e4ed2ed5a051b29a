//! Text that a reader can't see.

/// What of a text can't be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// All of it; its first character.
    All(char),
    /// A tag character: a letter that machines read and nobody sees.
    Tag(char),
}

/// The flag that tag characters turn into that of a country, and the countries whose flags are drawn so (Unicode's
/// RGI set), each with the mark that ends it.
const FLAG: char = '\u{1f3f4}';
const COUNTRIES: [&str; 3] = ["gbeng\u{7f}", "gbsct\u{7f}", "gbwls\u{7f}"];
/// Where tag characters repeat ASCII.
const TAGS: u32 = 0xe0000;

/// Whether nothing of a text can be seen, or letters are hidden among those that can.
///
/// Joiners, marks of direction and variation selectors are part of honest text, as long as there is something that
/// they belong to.
#[must_use]
pub fn unseen(text: &str) -> Option<Unseen> {
    if text.is_ascii() {
        return None;
    }
    if let Some(first) = text.chars().next().filter(|_| text.chars().all(takes_no_ink)) {
        return Some(Unseen::All(first));
    }
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        if is_tag(letter) {
            return Some(Unseen::Tag(letter));
        }
        if letter == FLAG {
            let is_next = |country: &str| {
                let tags = country.chars().filter_map(|letter| char::from_u32(TAGS + u32::from(letter)));
                tags.eq(rest.clone().take(country.len()))
            };
            if let Some(country) = COUNTRIES.into_iter().find(|country| is_next(country)) {
                rest.nth(country.len() - 1);
            }
        }
    }
    None
}

fn is_tag(letter: char) -> bool {
    matches!(letter, '\u{e0000}'..='\u{e007f}')
}

/// White space, what Unicode lets programs pass over (its default ignorables), and the empty pattern of Braille.
fn takes_no_ink(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(
            letter,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
                | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::{Unseen, unseen};

    #[test]
    fn what_shows_nothing_is_unseen() {
        for text in ["\u{200b}", "\u{2800}\u{2800}", "\u{3164}", "\u{200d} \u{fe0f}", "\u{e0041}\u{e0042}", "\u{ad}"] {
            assert!(matches!(unseen(text), Some(Unseen::All(_))), "{text:?}");
        }
    }

    #[test]
    fn hidden_letters_are_found_wherever_they_stand() {
        let flag = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}";
        for text in [
            "a\u{e0041}",
            "\u{e0041}a",
            "\u{1f3f4}\u{e0041}",
            &format!("{flag} a"),
            &format!("{flag}\u{e007f}\u{e0041}"),
        ] {
            assert!(matches!(unseen(text), Some(Unseen::Tag(_))), "{text:?}");
        }
    }

    #[test]
    fn honest_text_is_seen() {
        for text in [
            "a",
            "Zoë",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "👩\u{200d}👩\u{200d}👧",
            "❤\u{fe0f}",
            "Verantwortungs\u{ad}bereich",
            "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "a \u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f} b",
            "\u{1f3f4}\u{200d}☠\u{fe0f}",
        ] {
            assert_eq!(unseen(text), None, "{text:?}");
        }
    }
}
