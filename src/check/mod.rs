//! The rules, and what they find.

mod baseline;
mod context;
mod finding;
mod identity;
mod rule;
mod rules;
mod run;
mod settings;
mod waivers;

pub use baseline::{Accepted, Baseline};
pub use context::Context;
pub use finding::{Finding, Findings, Subject};
pub use identity::{Identity, chart_key, fingerprints};
pub use rule::{Level, Limit, Pillar, Rule, RuleId};
pub(crate) use rules::is_nobody;
pub use rules::{RULES, rule};
pub(crate) use rules::{layers_needed, letters, sentences};
pub use run::{Outcome, check};
pub use settings::{Adjustment, RuleSettings};
