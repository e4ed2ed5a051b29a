//! Colours, and how well they are told apart.

use std::sync::LazyLock;

use crate::error::Error;

/// A colour on screen, as sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// The colour of these six hexadecimal digits.
    #[must_use]
    pub const fn hex(digits: u32) -> Self {
        let [_, red, green, blue] = digits.to_be_bytes();
        Self { red, green, blue }
    }

    /// Reads `#rrggbb`.
    ///
    /// # Errors
    /// Says what to write instead.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6);
        let digits = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        number.map(Self::hex).ok_or_else(|| Error::new(format!("expected a colour such as #1f6feb, found `{text}`")))
    }

    /// Red, green and blue.
    #[must_use]
    pub const fn channels(self) -> [u8; 3] {
        [self.red, self.green, self.blue]
    }

    /// The contrast ratio of the Web Content Accessibility Guidelines 2.2: from 1 to 21; 4.5 is level AA for text, 3 for
    /// shapes.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The first of some colours that is readable on this one, else white or black.
    pub(super) fn readable(self, candidates: &[Self]) -> Self {
        let extremes = [Self::hex(0xff_ff_ff), Self::hex(0)];
        let mut all = candidates.iter().chain(&extremes);
        *all.find(|colour| colour.contrast(self) >= 4.5).expect("on any colour either white or black is readable")
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.channels().map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// A channel as light, from 0 to 1: one of 256, asked for with every word of a picture.
fn linear(channel: u8) -> f64 {
    static LIGHT: LazyLock<[f64; 256]> = LazyLock::new(|| {
        std::array::from_fn(|channel| {
            let share = f64::from(u8::try_from(channel).expect("there are 256")) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        })
    });
    LIGHT[usize::from(channel)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let (black, white) = (Colour::hex(0), Colour::hex(0xff_ff_ff));
        assert!((black.contrast(white) - 21.0).abs() < 0.01);
        // The grey that the guidelines' own examples call the lightest that passes on white.
        assert!((Colour::hex(0x76_76_76).contrast(white) - 4.54).abs() < 0.01);
    }

    #[test]
    fn colours_are_read() {
        assert_eq!(Colour::parse("#1F6feb"), Ok(Colour::hex(0x1f_6f_eb)));
        for wrong in ["1f6feb", "#1f6fe", "#1f6feg", "#+f6feb", "red", ""] {
            assert!(Colour::parse(wrong).is_err(), "{wrong}");
        }
    }
}
