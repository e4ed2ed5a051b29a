//! What has changed: a type with a variant for each kind of `kinds.rs`, its code, and what it holds as machines read it.

use super::flat::{Flat, KeyChange};
use super::kinds::kinds;
use super::{Group, How, Party, Sign};
use crate::model::Status;
use crate::phrase::Phrase;

macro_rules! types {
    ($(
        $variant:ident $code:literal $group:ident $sign:ident $doc:literal
        { $($field:ident: $type:ty => $slot:ident),* }
        |$change:ident| $told:expr
        $(, |$beside:ident, $whose:ident| $folded:expr)?;
    )*) => {
        /// What has changed, with what each kind needs to be reported.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum What {
            $(#[doc = $doc] $variant {
                $(#[doc = concat!("To machines: `", stringify!($slot), "`.")] $field: $type,)*
            },)*
        }

        /// One kind of change. Within a group they are shown in this order.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $doc] $variant,)*
        }

        impl Code {
            /// Every code, group by group.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code as machines read it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// What it means, in a line.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $doc),* }
            }

            /// With what it is shown.
            #[must_use]
            pub fn group(self) -> Group {
                match self { $(Self::$variant => Group::$group),* }
            }

            /// How it is marked.
            #[must_use]
            pub fn sign(self) -> Sign {
                match self { $(Self::$variant => Sign::$sign),* }
            }
        }

        impl What {
            /// Its kind.
            #[must_use]
            pub fn code(&self) -> Code {
                match self { $(Self::$variant { .. } => Code::$variant),* }
            }

            /// What it holds, in the keys of JSON.
            #[must_use]
            pub fn flat(&self) -> Flat<'_> {
                let mut flat = Flat::default();
                match self { $(Self::$variant { $($field),* } => { $(flat.$slot($field);)* })* }
                flat
            }
        }
    };
}

kinds!(types);

impl What {
    /// Whether a seat has come or gone.
    pub(super) fn is_about_existence(&self) -> bool {
        matches!(
            self,
            Self::SeatAdded { .. } | Self::LayerInserted { .. } | Self::SeatRemoved { .. } | Self::LayerRemoved { .. }
        )
    }
}
