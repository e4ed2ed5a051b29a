//! Text that says something.

use std::fmt;

use serde::de::{Deserialize, Deserializer};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::Refused;
use super::scalar::{Scalar, scalar_schema, written_as_text};
use crate::text::Quote;

/// A text of at least one character that is not blank.
///
/// Scalars are text as written: a title of `2026`, `no` or `1e3` stays that.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Quote);

impl Text {
    pub(super) fn parse(text: &str) -> Result<Self, Refused> {
        match text.trim() {
            "" => Err(Refused::Text),
            // Of one text in two forms a reader sees no difference.
            text if is_nfc(text) => Ok(Self(Quote::new(text))),
            text => Ok(Self(text.nfc().collect::<String>().into())),
        }
    }

    /// The text as it reads: without spaces around it, in composed letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

scalar_schema!(Text, "text", {
    "type": ["string", "number", "boolean"],
    "pattern": r"\S",
    "patternErrorMessage": "expected text",
});

written_as_text!(Text);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Scalar { expected: "text", parse: Self::parse }.words(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::Text;
    use crate::model::{Claim, OneOrMany, PersonId};

    #[test]
    fn what_claims_a_text_is_no_larger_than_the_text_and_its_place() {
        assert_eq!(size_of::<Text>(), 16);
        assert_eq!(size_of::<Claim<Text>>(), 24);
        assert_eq!(size_of::<OneOrMany<PersonId>>(), 24);
    }
}
