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

use super::Rule;

pub(crate) use duplicate_responsibility::letters;
pub(super) use overloaded_person::RULE as OVERLOADED_PERSON;
pub(super) use overloaded_seat::RULE as OVERLOADED_SEAT;
pub(crate) use rambling_intent::sentences;

/// Every rule, in the order of the ids.
pub static RULES: [&Rule; 58] = [
    &contested_formerly::RULE,
    &crowded_quarter::RULE,
    &crowded_scorecard::RULE,
    &crowded_seat::RULE,
    &crowded_strategy::RULE,
    &deep_chart::RULE,
    &drifting_lane::RULE,
    &duplicate_id::RULE,
    &duplicate_ref::RULE,
    &duplicate_responsibility::RULE,
    &few_hands::RULE,
    &folding_ids::RULE,
    &idle_leader::RULE,
    &invalid_value::RULE,
    &invalid_yaml::RULE,
    &lagging_scorecard::RULE,
    &long_interim::RULE,
    &lost_text::RULE,
    &missed_target::RULE,
    &missing_backup::RULE,
    &missing_key::RULE,
    &missing_lane::RULE,
    &missing_perspective::RULE,
    &missing_strategy::RULE,
    &narrow_span::RULE,
    &orphaned_priority::RULE,
    &overdue_priority::RULE,
    &overloaded_person::RULE,
    &overloaded_seat::RULE,
    &placeholder_name::RULE,
    &priority_cycle::RULE,
    &rambling_intent::RULE,
    &reporting_cycle::RULE,
    &scattered_person::RULE,
    &seatless_person::RULE,
    &second_root::RULE,
    &self_managed_person::RULE,
    &shared_metric::RULE,
    &shared_priority::RULE,
    &shared_seat::RULE,
    &similar_people::RULE,
    &stale_review::RULE,
    &stranded_priority::RULE,
    &thin_seat::RULE,
    &two_in_a_name::RULE,
    &unkept_promise::RULE,
    &unknown_key::RULE,
    &unknown_reference::RULE,
    &unlinked_seat::RULE,
    &unmeasured_priority::RULE,
    &unowned_metric::RULE,
    &unowned_priority::RULE,
    &unseen_text::RULE,
    &unused_waiver::RULE,
    &vacant_leader::RULE,
    &vacant_seat::RULE,
    &wide_span::RULE,
    &wrong_seat::RULE,
];

/// The rule with an id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.binary_search_by(|rule| rule.id.as_str().cmp(id)).ok().map(|at| RULES[at])
}
