//! A change as machines read it: the same few keys for every kind, whatever it holds.

use std::borrow::Cow;

use crate::model::Status;
use crate::phrase::Phrase;

use super::{How, Party};

/// What a change holds beside its subject, in the keys of its JSON.
#[derive(Debug, Default)]
pub struct Flat<'c> {
    /// The entries that stood to it before and do no more, as the old chart has them.
    pub from: Vec<&'c Party>,
    /// The entries that stand to it now and did not, as the new chart has them.
    pub to: Vec<&'c Party>,
    /// What was said of it.
    pub was: Option<Cow<'c, str>>,
    /// What is said of it.
    pub is: Option<Cow<'c, str>>,
    /// The key that it was said under, where the code leaves that open.
    pub field: Option<&'static str>,
    /// How many seats it takes along.
    pub count: usize,
    /// How sure it is.
    pub how: How,
}

impl<'c> Flat<'c> {
    pub(super) fn from(&mut self, parties: &'c (impl Parties + ?Sized)) {
        self.from.extend(parties.each());
    }

    pub(super) fn to(&mut self, parties: &'c (impl Parties + ?Sized)) {
        self.to.extend(parties.each());
    }

    pub(super) fn was(&mut self, said: &'c impl Said) {
        self.was = said.said();
    }

    pub(super) fn is(&mut self, said: &'c impl Said) {
        self.is = said.said();
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "what a kind holds is at hand by reference")]
    pub(super) fn count(&mut self, count: &usize) {
        self.count = *count;
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "what a kind holds is at hand by reference")]
    pub(super) fn how(&mut self, how: &How) {
        self.how = *how;
    }

    pub(super) fn key(&mut self, key: &'c KeyChange) {
        self.field = Some(key.key);
        match &key.values {
            Values::Words { was, is } => {
                self.was(was);
                self.is(is);
            }
            Values::Entries { from, to } => {
                self.from(from);
                self.to(to);
            }
        }
    }
}

/// A key that says something else than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyChange {
    /// As it is written.
    pub key: &'static str,
    /// What it says.
    pub values: Values,
}

/// What a key said and says; of a list what is in one alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// In words.
    Words {
        /// What was said.
        was: Option<String>,
        /// What is said.
        is: Option<String>,
    },
    /// By the entries that it names.
    Entries {
        /// Those that it names no more.
        from: Vec<Party>,
        /// Those that it names now.
        to: Vec<Party>,
    },
}

/// One party, several or none.
pub(super) trait Parties {
    fn each(&self) -> impl Iterator<Item = &Party>;
}

impl Parties for Option<Party> {
    fn each(&self) -> impl Iterator<Item = &Party> {
        self.iter()
    }
}

impl Parties for Vec<Party> {
    fn each(&self) -> impl Iterator<Item = &Party> {
        self.iter()
    }
}

/// What can be put in a word or two.
pub(super) trait Said {
    fn said(&self) -> Option<Cow<'_, str>>;
}

impl Said for String {
    fn said(&self) -> Option<Cow<'_, str>> {
        Some(self.into())
    }
}

impl Said for usize {
    fn said(&self) -> Option<Cow<'_, str>> {
        Some(self.to_string().into())
    }
}

impl Said for Status {
    fn said(&self) -> Option<Cow<'_, str>> {
        Some(self.name().into())
    }
}

impl Said for Phrase {
    fn said(&self) -> Option<Cow<'_, str>> {
        Some(self.plain().into())
    }
}

/// All owners, by their ids.
impl Said for Vec<Party> {
    fn said(&self) -> Option<Cow<'_, str>> {
        let ids: Vec<&str> = self.iter().map(|party| party.id.as_str()).collect();
        (!ids.is_empty()).then(|| ids.join(", ").into())
    }
}

impl<T: Said> Said for Option<T> {
    fn said(&self) -> Option<Cow<'_, str>> {
        self.as_ref().and_then(Said::said)
    }
}
