//! What few entries say, kept apart so that the many that say nothing of it stay small.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

/// Something seldom said, behind one pointer that is empty where it is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rare<T>(Option<Box<T>>);

impl<T> Rare<T> {
    /// What is said, if anything is.
    pub(crate) fn said(&self) -> Option<&T> {
        self.0.as_deref()
    }

    /// What is said, and no more afterwards.
    pub(super) fn taken(self) -> Option<T> {
        self.0.map(|said| *said)
    }

    /// What is said, to be changed.
    pub(crate) fn said_mut(&mut self) -> Option<&mut T> {
        self.0.as_deref_mut()
    }
}

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: JsonSchema> JsonSchema for Rare<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl<T: Serialize> Serialize for Rare<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<T: Default + PartialEq> Rare<T> {
    /// Changes what is said, or says something for the first time.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut T)) {
        let mut said = self.0.take().map_or_else(T::default, |said| *said);
        change(&mut said);
        *self = said.into();
    }
}

impl<T: Default + PartialEq> From<T> for Rare<T> {
    fn from(said: T) -> Self {
        Self((said != T::default()).then(|| Box::new(said)))
    }
}

/// Lets the details of claims be read as if they were fields of the claims.
macro_rules! rarely_said {
    ($claims:ident, $details:ident) => {
        impl std::ops::Deref for $claims {
            type Target = $details;

            fn deref(&self) -> &$details {
                static UNSAID: std::sync::LazyLock<$details> = std::sync::LazyLock::new($details::default);
                self.details.said().unwrap_or(&UNSAID)
            }
        }
    };
}

pub(super) use rarely_said;
