//! `rightseat explain`: the rules in their own words.

use clap::Args;

use crate::error::Error;
use crate::report::{rule_list, rule_page};

use super::completions::rule_candidates;
use super::{CLEAN, Env, rule_named};

/// What `explain` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat explain
  rightseat explain overloaded-seat")]
pub(super) struct Explain {
    /// The rule's id; without one, all rules are listed.
    #[arg(value_name = "RULE", add = rule_candidates())]
    rule: Option<String>,
}

impl Explain {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let text = match &self.rule {
            Some(id) => rule_page(rule_named(id)?),
            None => rule_list(env.width, env.color),
        };
        env.print(&text)?;
        Ok(CLEAN)
    }
}
