//! One rule a file, found by its id.

mod contested_formerly;
mod crowded_quarter;
mod crowded_scorecard;
mod crowded_seat;
mod crowded_strategy;
mod deep_chart;
mod drifting_lane;
mod duplicate_id;
mod duplicate_ref;
mod duplicate_responsibility;
mod few_hands;
mod folding_ids;
mod idle_leader;
mod invalid_value;
mod invalid_yaml;
mod lagging_scorecard;
mod long_interim;
mod lost_text;
mod missed_target;
mod missing_backup;
mod missing_key;
mod missing_lane;
mod missing_perspective;
mod missing_strategy;
mod narrow_span;
mod orphaned_priority;
mod overdue_priority;
mod overloaded_person;
mod overloaded_seat;
mod placeholder_name;
mod priority_cycle;
mod rambling_intent;
mod reporting_cycle;
mod scattered_person;
mod seatless_person;
mod second_root;
mod self_managed_person;
mod shared_metric;
mod shared_priority;
mod shared_seat;
mod similar_people;
mod stale_review;
mod stranded_priority;
mod thin_seat;
mod two_in_a_name;
mod unkept_promise;
mod unknown_key;
mod unknown_reference;
mod unlinked_seat;
mod unmeasured_priority;
mod unowned_metric;
mod unowned_priority;
mod unseen_text;
mod unused_waiver;
mod vacant_leader;
mod vacant_seat;
mod wide_span;
mod words;
mod wrong_seat;

use super::{Context, Findings, Rule};

pub(crate) use duplicate_responsibility::letters;
pub(super) use overloaded_person::RULE as OVERLOADED_PERSON;
pub(super) use overloaded_seat::RULE as OVERLOADED_SEAT;
pub(crate) use rambling_intent::sentences;

/// Finds the cases of a rule.
type Check = fn(&Context<'_>, &mut Findings<'_>);

/// Every rule and how its cases are found, in the order of the ids.
const CHECKS: [(&Rule, Check); 58] = [
    (&contested_formerly::RULE, contested_formerly::check),
    (&crowded_quarter::RULE, crowded_quarter::check),
    (&crowded_scorecard::RULE, crowded_scorecard::check),
    (&crowded_seat::RULE, crowded_seat::check),
    (&crowded_strategy::RULE, crowded_strategy::check),
    (&deep_chart::RULE, deep_chart::check),
    (&drifting_lane::RULE, drifting_lane::check),
    (&duplicate_id::RULE, duplicate_id::check),
    (&duplicate_ref::RULE, duplicate_ref::check),
    (&duplicate_responsibility::RULE, duplicate_responsibility::check),
    (&few_hands::RULE, few_hands::check),
    (&folding_ids::RULE, folding_ids::check),
    (&idle_leader::RULE, idle_leader::check),
    (&invalid_value::RULE, invalid_value::check),
    (&invalid_yaml::RULE, invalid_yaml::check),
    (&lagging_scorecard::RULE, lagging_scorecard::check),
    (&long_interim::RULE, long_interim::check),
    (&lost_text::RULE, lost_text::check),
    (&missed_target::RULE, missed_target::check),
    (&missing_backup::RULE, missing_backup::check),
    (&missing_key::RULE, missing_key::check),
    (&missing_lane::RULE, missing_lane::check),
    (&missing_perspective::RULE, missing_perspective::check),
    (&missing_strategy::RULE, missing_strategy::check),
    (&narrow_span::RULE, narrow_span::check),
    (&orphaned_priority::RULE, orphaned_priority::check),
    (&overdue_priority::RULE, overdue_priority::check),
    (&overloaded_person::RULE, overloaded_person::check),
    (&overloaded_seat::RULE, overloaded_seat::check),
    (&placeholder_name::RULE, placeholder_name::check),
    (&priority_cycle::RULE, priority_cycle::check),
    (&rambling_intent::RULE, rambling_intent::check),
    (&reporting_cycle::RULE, reporting_cycle::check),
    (&scattered_person::RULE, scattered_person::check),
    (&seatless_person::RULE, seatless_person::check),
    (&second_root::RULE, second_root::check),
    (&self_managed_person::RULE, self_managed_person::check),
    (&shared_metric::RULE, shared_metric::check),
    (&shared_priority::RULE, shared_priority::check),
    (&shared_seat::RULE, shared_seat::check),
    (&similar_people::RULE, similar_people::check),
    (&stale_review::RULE, stale_review::check),
    (&stranded_priority::RULE, stranded_priority::check),
    (&thin_seat::RULE, thin_seat::check),
    (&two_in_a_name::RULE, two_in_a_name::check),
    (&unkept_promise::RULE, unkept_promise::check),
    (&unknown_key::RULE, unknown_key::check),
    (&unknown_reference::RULE, unknown_reference::check),
    (&unlinked_seat::RULE, unlinked_seat::check),
    (&unmeasured_priority::RULE, unmeasured_priority::check),
    (&unowned_metric::RULE, unowned_metric::check),
    (&unowned_priority::RULE, unowned_priority::check),
    (&unseen_text::RULE, unseen_text::check),
    (&unused_waiver::RULE, unused_waiver::check),
    (&vacant_leader::RULE, vacant_leader::check),
    (&vacant_seat::RULE, vacant_seat::check),
    (&wide_span::RULE, wide_span::check),
    (&wrong_seat::RULE, wrong_seat::check),
];

/// Every rule, in the order of the ids.
pub static RULES: [&Rule; CHECKS.len()] = {
    let mut rules = [CHECKS[0].0; CHECKS.len()];
    let mut at = 0;
    while at < rules.len() {
        rules[at] = CHECKS[at].0;
        at += 1;
    }
    rules
};

/// The rule with an id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    place(id).map(|at| RULES[at])
}

/// Finds the cases of a rule.
pub(super) fn find(rule: &Rule, context: &Context<'_>, findings: &mut Findings<'_>) {
    let at = place(rule.id.as_str()).expect("every rule is in the table");
    CHECKS[at].1(context, findings);
}

fn place(id: &str) -> Option<usize> {
    RULES.binary_search_by(|rule| rule.id.as_str().cmp(id)).ok()
}
