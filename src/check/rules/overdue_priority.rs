//! `overdue-priority`: a priority whose day has passed and that is neither done nor dropped.

use super::words::days;
use crate::phrase::say;

use crate::model::Claim;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("overdue-priority"),
    summary: "a priority whose day has passed and that is neither done nor dropped",
    pillar: Pillar::Leadership,
    level: Level::Warning,
    docs: include_str!("overdue_priority.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    // One whose status could not be read may be done.
    for priority in context.open_priorities().filter(|one| !matches!(one.claims().status, Claim::Wrong)) {
        let Some(due) = priority.claims().due.spanned() else { continue };
        let late = context.today.days_since(due.value);
        if late > 0 {
            findings
                .at(due.span(), say![priority, " was due ", days(late), " ago"])
                .days(late)
                .help(say!["set ", code("status: done"), " or ", code("dropped"), ", or agree on a new date"])
                .on(priority);
        }
    }
}
