//! The keys of one section in one table: the struct that holds them, what reads it, lays a plan over it, empties it,
//! joins it from several files and puts it as plain values all come from there. A key is a line and its meaning.

use serde::de::DeserializeOwned;

use super::{Claim, Claims, Fields, Noun, OneOrMany, Plain, Value};
use crate::text::Span;

/// A key of the format.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    /// As it is written.
    pub(crate) name: &'static str,
    /// What kind of entry its value names, if it names one.
    pub(crate) names: Option<Noun>,
}

impl Key {
    pub(super) const fn of<S: Stated>(name: &'static str) -> Self {
        Self { name, names: S::NAMES }
    }
}

/// A key that stands in two files of one chart.
pub(crate) struct Twice {
    pub(crate) key: &'static str,
    pub(crate) again: Span,
    pub(crate) first: Option<Span>,
}

/// What reads the value of a key.
pub(crate) trait Reader {
    type Error;

    fn read<S: Stated + DeserializeOwned>(&mut self) -> Result<S, Self::Error>;
}

/// A section's entry, or what a chart says of itself, by its keys.
pub(crate) trait Keyed: Sized {
    /// All of them, in the order in which they are shown.
    const KEYS: &'static [Key];

    /// Adds what is said to plain values, each under its key.
    fn add_to(&self, fields: &mut Fields);

    /// Lays another over this one, key by key: what it states replaces what is stated here.
    fn lay_over(&mut self, theirs: Self);

    /// Sets a key to what it is where nothing is written.
    fn empty(&mut self, key: &str);

    /// Takes over what a later file says; what both say stays, and is reported.
    fn join(&mut self, later: Self, twice: &mut impl FnMut(Twice));

    /// Reads the value of a key, of which the first holds, and says whether there is such a key.
    fn read_key<R: Reader>(&mut self, key: &str, reader: &mut R) -> Result<bool, R::Error>;

    /// What is said, by its keys.
    fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        self.add_to(&mut fields);
        fields
    }

    /// The same as one value.
    fn value(&self) -> Value {
        Value::Map(self.fields())
    }
}

/// What may stand behind a key: one value or a list.
pub(crate) trait Stated: Sized {
    /// What kind of entry it names.
    const NAMES: Option<Noun>;

    /// Something is written that could not be read.
    fn wrong() -> Self;

    /// Whether something is written.
    fn is_said(&self) -> bool;

    /// Where it stands, or the first of a list.
    fn place(&self) -> Option<Span>;

    /// The plain value, if something is written.
    fn plain(&self) -> Option<Value>;

    fn lay_over(&mut self, theirs: Self) {
        if theirs.is_said() {
            *self = theirs;
        }
    }

    fn join(&mut self, key: &'static str, later: Self, twice: &mut impl FnMut(Twice)) {
        if !self.is_said() {
            *self = later;
        } else if let Some(again) = later.place() {
            twice(Twice { key, again, first: self.place() });
        }
    }
}

impl<T: Plain> Stated for Claim<T> {
    const NAMES: Option<Noun> = T::NAMES;

    fn wrong() -> Self {
        Self::Wrong
    }

    fn is_said(&self) -> bool {
        !self.is_absent()
    }

    fn place(&self) -> Option<Span> {
        self.span()
    }

    fn plain(&self) -> Option<Value> {
        match self {
            Self::Absent => None,
            Self::Wrong => Some(Value::Wrong),
            Self::Given(given) => Some(given.value.plain()),
        }
    }
}

/// The rest is the same for both kinds of lists.
macro_rules! listed {
    ($list:ident) => {
        impl<T: Plain + PartialEq> Stated for $list<T> {
            const NAMES: Option<Noun> = T::NAMES;

            fn wrong() -> Self {
                Claims::unreadable().into()
            }

            fn is_said(&self) -> bool {
                !self.is_empty() || self.is_wrong()
            }

            fn place(&self) -> Option<Span> {
                self.first().map(|first| first.span())
            }

            fn plain(&self) -> Option<Value> {
                Value::list(self)
            }
        }
    };
}

listed!(Claims);
listed!(OneOrMany);

/// Makes a struct of a table of keys. Keys that few entries say stand in a second struct behind one pointer, and both
/// are read as if they were one.
macro_rules! keys {
    (@name $key:ident) => { stringify!($key) };
    (@name $key:ident $written:literal) => { $written };
    (
        $(#[$outer:meta])*
        pub struct $name:ident {
            $(#[doc = $doc:literal] $(#[$meta:meta])* $key:ident $(as $written:literal)?: $type:ty,)*
        }
    ) => {
        $(#[$outer])*
        pub struct $name {
            $(#[doc = $doc] $(#[$meta])* $(#[serde(rename = $written)])? pub $key: $type,)*
        }

        $crate::text::placed_beside!($name);

        impl $crate::model::Keyed for $name {
            const KEYS: &'static [$crate::model::Key] =
                &[$($crate::model::Key::of::<$type>($crate::model::keys::keys!(@name $key $($written)?)),)*];

            fn add_to(&self, fields: &mut $crate::model::Fields) {
                use $crate::model::keys::Stated;
                // In full, so that a key that is forgotten here does not compile.
                let Self { $($key),* } = self;
                $(if let Some(value) = $key.plain() {
                    fields.insert($crate::model::keys::keys!(@name $key $($written)?).to_owned(), value);
                })*
            }

            fn lay_over(&mut self, theirs: Self) {
                use $crate::model::keys::Stated;
                let Self { $($key),* } = theirs;
                $(self.$key.lay_over($key);)*
            }

            fn empty(&mut self, key: &str) {
                $(if key == $crate::model::keys::keys!(@name $key $($written)?) {
                    self.$key = Default::default();
                })*
            }

            fn join(&mut self, later: Self, twice: &mut impl FnMut($crate::model::Twice)) {
                use $crate::model::keys::Stated;
                let Self { $($key),* } = later;
                $(self.$key.join($crate::model::keys::keys!(@name $key $($written)?), $key, twice);)*
            }

            fn read_key<R: $crate::model::Reader>(&mut self, key: &str, reader: &mut R) -> Result<bool, R::Error> {
                use $crate::model::keys::Stated;
                $(if key == $crate::model::keys::keys!(@name $key $($written)?) {
                    let read: $type = reader.read()?;
                    if !self.$key.is_said() {
                        self.$key = read;
                    }
                    return Ok(true);
                })*
                Ok(false)
            }
        }
    };
    (
        $(#[$outer:meta])*
        pub struct $name:ident {
            $(#[doc = $doc:literal] $(#[$meta:meta])* $key:ident: $type:ty,)*
        }

        $(#[$rare_outer:meta])*
        pub struct $rare:ident {
            $(#[doc = $rare_doc:literal] $(#[$rare_meta:meta])* $rare_key:ident $(as $written:literal)?: $rare_type:ty,)*
        }
    ) => {
        $(#[$outer])*
        #[serde(from = "Written")]
        pub struct $name {
            $(#[doc = $doc] $(#[$meta])* pub $key: $type,)*
            #[serde(flatten)]
            pub(crate) details: $crate::model::rare::Rare<$rare>,
        }

        $crate::model::keys::keys! {
            $(#[$rare_outer])*
            pub struct $rare {
                $(#[doc = $rare_doc] $(#[$rare_meta])* $rare_key $(as $written)?: $rare_type,)*
            }
        }

        /// The keys as they are written.
        #[derive(Default, serde::Deserialize)]
        #[serde(default)]
        struct Written {
            $($key: $type,)*
            $($(#[serde(rename = $written)])? $rare_key: $rare_type,)*
        }

        impl From<Written> for $name {
            fn from(written: Written) -> Self {
                let Written { $($key,)* $($rare_key,)* } = written;
                Self { $($key,)* details: $rare { $($rare_key),* }.into() }
            }
        }

        $crate::model::rare::rarely_said!($name, $rare);

        $crate::text::placed_beside!($name);

        impl $crate::model::Keyed for $name {
            const KEYS: &'static [$crate::model::Key] = &[
                $($crate::model::Key::of::<$type>(stringify!($key)),)*
                $($crate::model::Key::of::<$rare_type>($crate::model::keys::keys!(@name $rare_key $($written)?)),)*
            ];

            fn add_to(&self, fields: &mut $crate::model::Fields) {
                use $crate::model::keys::Stated;
                let Self { $($key,)* details } = self;
                $(if let Some(value) = $key.plain() {
                    fields.insert(stringify!($key).to_owned(), value);
                })*
                if let Some(details) = details.said() {
                    details.add_to(fields);
                }
            }

            fn lay_over(&mut self, theirs: Self) {
                use $crate::model::keys::Stated;
                let Self { $($key,)* details } = theirs;
                $(self.$key.lay_over($key);)*
                if let Some(theirs) = details.taken() {
                    self.details.change(|ours| ours.lay_over(theirs));
                }
            }

            fn empty(&mut self, key: &str) {
                $(if key == stringify!($key) {
                    self.$key = Default::default();
                })*
                self.details.change(|details| details.empty(key));
            }

            fn join(&mut self, later: Self, twice: &mut impl FnMut($crate::model::Twice)) {
                use $crate::model::keys::Stated;
                let Self { $($key,)* details } = later;
                $(self.$key.join(stringify!($key), $key, twice);)*
                if let Some(later) = details.taken() {
                    self.details.change(|ours| ours.join(later, twice));
                }
            }

            fn read_key<R: $crate::model::Reader>(&mut self, key: &str, reader: &mut R) -> Result<bool, R::Error> {
                use $crate::model::keys::Stated;
                $(if key == stringify!($key) {
                    let read: $type = reader.read()?;
                    if !self.$key.is_said() {
                        self.$key = read;
                    }
                    return Ok(true);
                })*
                let mut details = std::mem::take(&mut self.details).taken().unwrap_or_default();
                let is_known = details.read_key(key, reader);
                self.details = details.into();
                is_known
            }
        }
    };
}

pub(super) use keys;
