//! The limits of all rules, settled: one field each, which the rule that owns it names.

macro_rules! limits {
    ($($field:ident),* $(,)?) => {
        /// The value of every limit. Which number is whose, and what it is where settings say nothing, stands with the
        /// rule: see [`Limit`](super::Limit).
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub(crate) struct Limits {
            $(pub(crate) $field: usize,)*
        }

        impl Limits {
            /// How many there are.
            #[cfg(test)]
            const COUNT: usize = [$(stringify!($field)),*].len();
        }
    };
}

limits! {
    crowded_quarter_max,
    crowded_scorecard_max,
    crowded_seat_max,
    crowded_strategy_max,
    deep_chart_span,
    deep_chart_spare,
    drifting_lane_percent,
    lagging_scorecard_percent,
    long_interim_days,
    missing_backup_layers,
    overloaded_person_percent,
    overloaded_seat_percent,
    rambling_intent_sentences,
    scattered_person_max,
    stale_review_days,
    thin_seat_min,
    wide_span_max,
    wide_span_player_coach,
    wide_span_coach,
    wide_span_supervisor,
    wide_span_facilitator,
}

#[cfg(test)]
mod tests {
    use super::super::RULES;
    use super::Limits;

    #[test]
    fn every_limit_is_one_rule_s_and_every_rule_s_is_here() {
        let mut owned = Limits::default();
        let mut count = 0;
        for limit in RULES.iter().flat_map(|rule| rule.limits) {
            let field = (limit.field)(&mut owned);
            assert_eq!(*field, 0, "`{}` is the number of two limits", limit.key);
            *field = 1;
            count += 1;
        }
        assert_eq!(count, Limits::COUNT);
    }
}
