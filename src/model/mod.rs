//! What a chart claims, as its files write it: typed, with the place of every value, and unproven.
//!
//! A claim may be wrong, doubled or dangling; `graph` finds out and `check` says so.

mod chart;
mod claim;
mod date;
mod date_forms;
mod edit;
mod head;
mod id;
mod id_pattern;
mod index;
mod keys;
mod language;
mod measure;
mod metric;
mod noun;
mod number_forms;
mod overlay;
mod person;
mod priority;
mod rare;
mod reference;
mod scalar;
mod seat;
mod share;
mod strategy;
mod text;
mod value;
mod waiver;

pub use chart::{Chart, Entry, Table};
pub(crate) use claim::{CLAIM, LIST, Listed, ONE_OR_MANY, PLAIN, Parts, TEXT};
pub use claim::{Claim, Claims, OneOrMany};
pub use date::{Date, Revision};
pub use edit::Edit;
pub use head::Head;
pub use id::{Id, Kind, LONGEST_ID, MetricId, Metrics, People, PersonId, Priorities, PriorityId, SeatId, Seats};
pub(crate) use index::repeated;
pub use index::{Index, Lookup};
pub(crate) use keys::{Key, Keyed, Reader, Stated, Twice};
pub use language::{Language, UnknownLanguage};
pub use measure::{Amount, Comparison, Target};
pub use metric::{Metric, MetricClaims, MetricKind, Perspective};
pub use noun::Noun;
pub use person::{Person, PersonClaims, PersonDetails};
pub use priority::{Horizon, Priority, PriorityClaims, Status};
pub(crate) use reference::REFERENCES;
pub use reference::{Reference, References};
pub use seat::{Fit, Manages, Seat, SeatClaims, SeatDetails, Vacancy};
pub use share::Share;
pub use strategy::{Lane, Promise, Strategy};
pub use text::Text;
pub use value::Value;
pub(crate) use value::{Fields, Plain};
pub use waiver::Waiver;
