//! `rightseat.yaml`: what a team has settled.
//!
//! It names no outputs, commands or addresses, so that a pull request can't use it to reach anything.

mod choice;
mod file;
mod rules;
mod schema;

use crate::check::{Norms, RuleSettings};
use crate::graph::LoadRates;
use crate::layout::{Accenting, Hue, RectRole};
use crate::read::Defect;
use crate::render::{Colour, Theme};
use crate::text::Source;

pub use file::settings_schema;
pub use rules::{find_rule, level};

/// The name of the settings' file.
pub const FILE_NAME: &str = "rightseat.yaml";

/// What a team has settled, and the rules' own choices where it has not.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The charts to take where none is named, as paths from the settings' folder.
    pub charts: Vec<String>,
    /// Levels and limits.
    pub rules: RuleSettings,
    /// How load is counted.
    pub load: LoadRates,
    /// How pictures look.
    pub theme: Look,
}

/// How pictures look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The colours to start from; light by default.
    pub base: Option<Base>,
    /// The colour of the heads of trees.
    pub accent: Option<Colour>,
    /// Functions with colours of their own.
    pub functions: Vec<(String, Colour)>,
}

/// The colours to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Base {
    /// Dark on white.
    Light,
    /// Light on dark.
    Dark,
    /// Black on white, with patterns instead of colours.
    Print,
}

impl Base {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// The word for it in the settings.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }
}

impl Settings {
    /// The norms that charts are judged by.
    #[must_use]
    pub fn norms(&self) -> Norms {
        Norms::new(&self.rules, self.load)
    }
}

/// Functions on one page whose colours are further apart than this are told apart at a glance: no two of the palette are
/// nearer (a distance in `OKLab`).
pub const UNLIKE: f64 = 0.12;

impl Look {
    /// The theme, from this base or from the settings' own.
    #[must_use]
    pub fn theme(&self, base: Option<Base>) -> (Theme, Accenting) {
        let base = base.or(self.base).unwrap_or(Base::Light);
        let theme = match base {
            Base::Light => Theme::light(),
            Base::Dark => Theme::dark(),
            // Its point is that it has no colours.
            Base::Print => return (Theme::print(), Accenting { by_pattern: true, ..Accenting::default() }),
        };
        let (own, colours): (Vec<String>, Vec<Colour>) = self.functions.iter().cloned().unzip();
        // In both, so that a page that follows its reader's choice of light or dark gives each function one place.
        let near = |slot: &usize| {
            let hues = [Theme::light(), Theme::dark()].map(|theme| theme.paint(RectRole::Accent(Hue::nth(*slot))).fill);
            hues.iter().any(|hue| colours.iter().any(|own| own.distance(*hue) < UNLIKE))
        };
        let near = (0..Hue::COUNT).filter(near).collect();
        let theme = match self.accent {
            Some(accent) => theme.with_accent(accent),
            None => theme,
        };
        (theme.with_functions(colours), Accenting { by_pattern: false, own, near, ..Accenting::default() })
    }
}

/// Reads settings; what is wrong in them is kept with its place, and the rest holds.
#[must_use]
pub fn settings(source: &Source) -> (Settings, Vec<Defect>) {
    file::read(source)
}
