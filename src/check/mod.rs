//! The rules, and what they find.

mod as_of;
mod baseline;
mod context;
mod finding;
mod identity;
mod judged;
mod limits;
mod measure;
mod norms;
mod rule;
mod rules;
mod run;
mod settings;
mod settled;
mod waivers;

pub use as_of::AsOf;
pub use baseline::{Accepted, Baseline};
pub(crate) use context::Context;
pub(crate) use finding::Findings;
pub use finding::{Finding, Subject};
pub use identity::{Identity, fingerprints};
pub(crate) use identity::{chart_key, without_ending};
pub use judged::{Claimed, Judged};
pub use measure::Measure;
pub use norms::{Band, Burden, Grade, Key, Norms, Shape};
pub use rule::{Level, Limit, Pillar, Rule, RuleId};
pub use rules::{RULES, rule};
pub(crate) use rules::{letters, sentences};
pub use run::Outcome;
pub use settings::{Adjustment, RuleSettings};
