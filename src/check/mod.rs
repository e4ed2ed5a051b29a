//! The rules, and what they find.

mod context;
mod finding;
mod rule;
mod rules;
mod run;
mod settings;
mod waivers;

pub use context::Context;
pub use finding::{Finding, Findings, Subject};
pub use rule::{Level, Limit, Pillar, Rule, RuleId};
pub use rules::{RULES, rule};
pub(crate) use rules::{layers_needed, letters, sentences};
pub use run::{Outcome, check};
pub use settings::{Adjustment, RuleSettings};
