//! Sizes of letters, as a command line says them.

use std::fmt;
use std::str::FromStr;

use crate::layout::{Accenting, Options, Page, Px};

/// Seven points: smaller letters are hard to read.
pub(super) const LEGIBLE: Points = Points(700);

/// How pictures are drawn for a slide, so that they can be read: with fewer words, and then on several pages.
pub(super) fn legible(accenting: Accenting) -> Options {
    legible_on(Page::SLIDE, accenting)
}

/// The same for another page.
pub(super) fn legible_on(page: Page, accenting: Accenting) -> Options {
    Options { page: Some(page), accenting, least_font: LEGIBLE.on(page), may_shorten: true, ..Options::default() }
}

/// A size of letters in hundredths of a point.
#[derive(Clone, Copy, Debug)]
pub(super) struct Points(pub(super) i64);

impl Points {
    /// A size on a page.
    pub(super) fn of(size: Px, page: Page) -> Self {
        Self(size.in_hundredths() * 100 / page.point().in_hundredths())
    }

    /// The same in the pixels of a page.
    pub(super) fn on(self, page: Page) -> Px {
        Px::hundredths(self.0 * page.point().in_hundredths() / 100)
    }
}

impl FromStr for Points {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let points = text.parse::<f64>().ok().filter(|points| (0.0..=72.0).contains(points));
        #[expect(clippy::cast_possible_truncation, reason = "at most 7,200 hundredths")]
        let hundredths = points.map(|points| Self((points * 100.0).round() as i64));
        hundredths.ok_or_else(|| "write points from 0 to 72, such as 7 or 9.5".to_owned())
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[expect(clippy::cast_precision_loss, reason = "hundredths of a point, at most 7,200")]
        let points = self.0 as f64 / 100.0;
        write!(f, "{points}")
    }
}
