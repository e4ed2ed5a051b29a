//! One change, as people speak of it.

use super::{Code, Group, Party, What};

/// Something that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What has changed.
    pub what: What,
    /// What it is about, as the old chart has it.
    pub old: Option<Party>,
    /// What it is about, as the new chart has it.
    pub new: Option<Party>,
    /// The changes that it stands for.
    pub folded: Vec<Change>,
}

impl Change {
    /// A change of something that is in both charts.
    pub(super) fn of(what: What, (old, new): (Party, Party)) -> Self {
        Self { what, old: Some(old), new: Some(new), folded: Vec::new() }
    }

    /// Something that is new, told with what came of it.
    pub(super) fn added(what: What, new: Party, folded: Vec<Self>) -> Self {
        Self { what, old: None, new: Some(new), folded }
    }

    /// Something that is gone, told with what came of it.
    pub(super) fn removed(what: What, old: Party, folded: Vec<Self>) -> Self {
        Self { what, old: Some(old), new: None, folded }
    }

    /// Its kind.
    #[must_use]
    pub fn code(&self) -> Code {
        self.what.code()
    }

    /// With what it is shown.
    #[must_use]
    pub fn group(&self) -> Group {
        self.code().group()
    }

    /// What it is about, from the new chart, or the old one where it is gone.
    #[must_use]
    pub fn subject(&self) -> Option<&Party> {
        self.new.as_ref().or(self.old.as_ref())
    }

    /// It and the changes that it stands for, to any depth.
    pub fn all(&self) -> impl Iterator<Item = &Change> {
        let mut left = vec![self];
        std::iter::from_fn(move || {
            let change = left.pop()?;
            left.extend(change.folded.iter().rev());
            Some(change)
        })
    }
}
