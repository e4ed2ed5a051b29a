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

    /// The colour mixed with this percentage of another.
    pub(super) fn mixed(self, other: Self, per_cent: u32) -> Self {
        let channel = |own: u8, other: u8| {
            let sum = u32::from(own) * (100 - per_cent) + u32::from(other) * per_cent;
            u8::try_from((sum + 50) / 100).expect("a mean of two channels is one")
        };
        let [red, green, blue] = other.channels();
        Self { red: channel(self.red, red), green: channel(self.green, green), blue: channel(self.blue, blue) }
    }

    /// The first of some colours that is readable on this one, else white or black.
    pub(super) fn readable(self, candidates: &[Self]) -> Self {
        let extremes = [Self::hex(0xff_ff_ff), Self::hex(0)];
        let mut all = candidates.iter().chain(&extremes);
        *all.find(|colour| colour.contrast(self) >= 4.5).expect("on any colour either white or black is readable")
    }

    /// How unlike another colour it looks: the distance in `OKLab` (B. Ottosson, "A perceptual color space for image
    /// processing", 2020), in which black and white are 1 apart.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        let parts = self.oklab().into_iter().zip(other.oklab());
        parts.map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
    }

    fn oklab(self) -> [f64; 3] {
        let light = self.channels().map(linear);
        let sum = |row: [f64; 3], of: [f64; 3]| row.into_iter().zip(of).map(|(one, other)| one * other).sum::<f64>();
        let cones = [
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ]
        .map(|row| sum(row, light).cbrt());
        [
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ]
        .map(|row| sum(row, cones))
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
    fn distances_are_those_of_oklab() {
        let of = |one, other| Colour::hex(one).distance(Colour::hex(other));
        assert!((of(0xff_ff_ff, 0) - 1.0).abs() < 1e-6);
        // The published coordinates of red and of blue.
        let (red, blue) = ([0.628, 0.2249, 0.1258_f64], [0.452, -0.0325, -0.3115]);
        let apart = red.iter().zip(blue).map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt();
        assert!((of(0xff_00_00, 0x00_00_ff) - apart).abs() < 1e-3);
    }

    #[test]
    fn colours_are_read() {
        assert_eq!(Colour::parse("#1F6feb"), Ok(Colour::hex(0x1f_6f_eb)));
        for wrong in ["1f6feb", "#1f6fe", "#1f6feg", "#+f6feb", "red", ""] {
            assert!(Colour::parse(wrong).is_err(), "{wrong}");
        }
    }
}
