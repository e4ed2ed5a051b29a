//! The labels that stand on pictures and pages: heads, names of marks, single words; and the few sentences that a screen
//! reader says of a picture.
//!
//! One row a label, one column a language. `{}` is where a figure or a name goes, in the order of the arguments. A label
//! is as short as people would write it on a slide: what is longer than in English must still find its place.

mod page;
mod pictures;
mod spoken;

use crate::model::{Lane, Language};

pub use page::PageLabel;
pub use pictures::Label;
pub use spoken::Spoken;

macro_rules! labels {
    (
        $(#[$of:meta])* pub enum $labels:ident;
        $($(#[$meta:meta])* $label:ident: $words:expr,)*
    ) => {
        $(#[$of])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $labels { $($(#[$meta])* $label,)* }

        impl $labels {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$label,)*];

            /// The words in all languages, for labels elsewhere that say the same.
            pub(super) const fn everywhere(self) -> [&'static str; 4] {
                match self { $(Self::$label => $words,)* }
            }

            /// The words, with `{}` where an argument goes.
            #[must_use]
            pub const fn words(self, language: $crate::model::Language) -> &'static str {
                use $crate::model::Language;
                let [english, german, french, spanish] = self.everywhere();
                match language {
                    Language::English => english,
                    Language::German => german,
                    Language::French => french,
                    Language::Spanish => spanish,
                }
            }

            /// The words with arguments in their places.
            #[must_use]
            pub fn with(self, language: $crate::model::Language, arguments: &[&dyn std::fmt::Display]) -> String {
                super::filled(self.words(language), arguments)
            }

            /// Its name, by which scripts know it.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$label => stringify!($label),)* }
            }
        }
    };
}
use labels;

/// A label with arguments in its places.
fn filled(words: &str, arguments: &[&dyn std::fmt::Display]) -> String {
    let mut arguments = arguments.iter();
    let mut parts = words.split("{}");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let argument = arguments.next().expect("a label is given as many arguments as it has places");
        filled.push_str(&argument.to_string());
        filled.push_str(part);
    }
    debug_assert!(arguments.next().is_none(), "`{words}` has no place for an argument");
    filled
}

impl Label {
    /// Whether it takes an argument.
    #[must_use]
    pub fn has_places(self) -> bool {
        self.words(Language::English).contains("{}")
    }

    /// The word for a lane.
    #[must_use]
    pub const fn lane(lane: Lane) -> Self {
        match lane {
            Lane::Cost => Self::LaneCost,
            Lane::Innovation => Self::LaneInnovation,
            Lane::Service => Self::LaneService,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each label of a sheet by its name, and its words.
    type Row = (&'static str, fn(usize, Language) -> &'static str, usize);

    fn rows() -> [Row; 3] {
        [
            ("Label", |at, language| Label::ALL[at].words(language), Label::ALL.len()),
            ("PageLabel", |at, language| PageLabel::ALL[at].words(language), PageLabel::ALL.len()),
            ("Spoken", |at, language| Spoken::ALL[at].words(language), Spoken::ALL.len()),
        ]
    }

    #[test]
    fn every_label_has_words_with_the_same_places_in_each_language() {
        for (sheet, words, count) in rows() {
            for at in 0..count {
                let english = words(at, Language::English);
                for language in Language::ALL {
                    let said = words(at, language);
                    assert!(!said.trim().is_empty() && said.trim() == said, "{sheet} `{english}` in {language}");
                    let places = |words: &str| words.matches("{}").count();
                    assert_eq!(places(said), places(english), "{sheet} `{english}` in {language}");
                }
            }
        }
    }

    #[test]
    fn labels_are_translated() {
        for language in [Language::German, Language::French, Language::Spanish] {
            for (sheet, words, count) in rows() {
                let same = (0..count).filter(|at| words(*at, language) == words(*at, Language::English)).count();
                // "Vacant", "page" and "perspective" are French, too, and "Status" is German.
                assert!(same <= 12, "{sheet}: {language} is English in {same} places");
            }
        }
    }

    #[test]
    fn arguments_stand_in_their_places() {
        assert_eq!(Label::PageOf.with(Language::German, &[&2, &7]), "Seite 2 von 7");
        assert_eq!(Label::InterimName.with(Language::Spanish, &[&"Ana Ruiz"]), "Ana Ruiz (interino)");
        assert_eq!(Label::Vacant.with(Language::French, &[]), "Vacant");
    }
}
