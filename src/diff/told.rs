//! How each kind of change is reported, in the words that `kinds.rs` has for it.

use super::kinds::kinds;
use super::parties::{arrow, entry, exchanged, id, names, or, part_of_id, parties, reworded, said, way};
use super::words::{
    Around, Move, Told, after, cover, duties_gone, filled, key_changed, left_open, renamed, respelt, rotated, status,
    swapped, vacated,
};
use super::{Change, Party, What};
use crate::model::Status;
use crate::phrase::{Phrase, quoted, row, say};

macro_rules! words {
    ($(
        $variant:ident $code:literal $group:ident $sign:ident $doc:literal
        { $($field:ident: $type:ty => $slot:ident),* }
        |$change:ident| $told:expr
        $(, |$beside:ident, $whose:ident| $folded:expr)?;
    )*) => {
        impl Change {
            /// How it is reported.
            #[expect(unused_variables, reason = "what a kind needs of what it holds is its own matter")]
            pub(super) fn told(&self) -> Told<'_> {
                match &self.what {
                    $(What::$variant { $($field),* } => {
                        let $change = self;
                        $told
                    })*
                }
            }

            /// What it adds to the line of whoever came or went, where it is reported there.
            #[expect(unused_variables, reason = "few kinds are reported there")]
            fn beside(&self, whose: &Change) -> Phrase {
                match &self.what {
                    $(What::$variant { $($field),* } => {
                        say!["" $(, { let ($beside, $whose) = (self, whose); $folded })?]
                    })*
                }
            }
        }
    };
}

kinds!(words);

/// Who came or went, with which seats, and what that means for the one that is reported with it.
fn came_or_went(change: &Change, did: &'static str, seats: &[Party]) -> Phrase {
    let Some(person) = change.subject() else { return Phrase::default() };
    let held = if seats.is_empty() { ", owning no seat" } else { ": " };
    let beside = change.folded.iter().map(|folded| folded.beside(change));
    say![super::parties::person(person), " (", id(person), ") ", did, held, names(seats), row(beside, "")]
}
