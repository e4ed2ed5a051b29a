//! Pictures in a page: light for readers of light pages and for print, dark for those of dark ones.

use std::fmt::Write as _;

use crate::layout::Scene;
use crate::render::{Naming, Theme, svg_parts};

use super::looks::Looks;

/// The colours of a page's pictures, each as a pair: in light and in dark.
#[derive(Debug)]
pub struct Palette {
    light: Theme,
    dark: Theme,
    pairs: Vec<(String, String)>,
    looks: Looks,
}

/// A colour as it is written: `#` and six digits.
const COLOUR: usize = 7;

impl Palette {
    /// The colours of these two themes.
    #[must_use]
    pub fn new(light: Theme, dark: Theme) -> Self {
        Self { light, dark, pairs: Vec::new(), looks: Looks::default() }
    }

    /// Scenes as parts of the page.
    pub(super) fn parts(&mut self, scenes: &[Scene], naming: Naming) -> Vec<String> {
        let light = svg_parts(scenes, &self.light, naming);
        let dark = svg_parts(scenes, &self.dark, naming);
        let parts = light.iter().zip(&dark).map(|(light, dark)| {
            let paired = self.paired(light, dark);
            self.looks.classed(&paired)
        });
        parts.collect()
    }

    /// The picture with a variable for each colour that differs between light and dark. Nothing else differs.
    fn paired(&mut self, light: &str, dark: &str) -> String {
        assert_eq!(light.len(), dark.len(), "only colours differ, and all are written alike");
        let mut out = String::with_capacity(light.len() + light.len() / 8);
        let mut done = 0;
        let differs = |from: usize| {
            let rest = light.as_bytes()[from..].iter().zip(&dark.as_bytes()[from..]);
            rest.into_iter().position(|(one, other)| one != other).map(|at| from + at)
        };
        while let Some(at) = differs(done) {
            let start = light[..at].rfind('#').expect("a colour begins with a hash");
            let end = start + COLOUR;
            out.push_str(&light[done..start]);
            let pair = (light[start..end].to_owned(), dark[start..end].to_owned());
            let place = self.pairs.iter().position(|known| *known == pair).unwrap_or_else(|| {
                self.pairs.push(pair);
                self.pairs.len() - 1
            });
            write!(out, "var(--i{place})").expect("a string takes everything");
            done = end;
        }
        out.push_str(&light[done..]);
        out
    }

    /// The colours of functions and pictures as variables of the style sheet.
    pub(super) fn style(&self) -> String {
        let hues = |theme: &Theme| {
            theme.hues().enumerate().fold(String::new(), |mut all, (at, hue)| {
                let [red, green, blue] = hue.channels();
                write!(all, "--hue-{at}:#{red:02x}{green:02x}{blue:02x};").expect("a string takes everything");
                all
            })
        };
        let inks = |side: fn(&(String, String)) -> &str| {
            self.pairs.iter().enumerate().fold(String::new(), |mut all, (at, pair)| {
                write!(all, "--i{at}:{};", side(pair)).expect("a string takes everything");
                all
            })
        };
        let light = format!("{}{}", hues(&self.light), inks(|pair| &pair.0));
        let dark = format!("{}{}", hues(&self.dark), inks(|pair| &pair.1));
        let mut style =
            format!(":root{{{light}}}\n@media screen and (prefers-color-scheme: dark){{:root{{{dark}}}}}\n");
        style.push_str(&self.looks.style());
        for at in 0..self.light.hues().count() {
            writeln!(style, ".tint-hue-{at}{{--tint:var(--hue-{at})}}").expect("a string takes everything");
        }
        style
    }
}
