//! `rambling-intent`: a strategic intent with more sentences than a leader can repeat.

use crate::phrase::say;
use unicode_segmentation::UnicodeSegmentation;

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("rambling-intent"),
    summary: "a strategic intent with more sentences than a leader can repeat",
    pillar: Pillar::Understanding,
    level: Level::Warning,
    limits: &[Limit {
        key: "sentences",
        default: 2,
        meaning: "sentences of the intent",
        field: |limits| &mut limits.rambling_intent_sentences,
    }],
    docs: include_str!("rambling_intent.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let max = context.norms.limits.rambling_intent_sentences;
    let Some(intent) = context.chart().strategy.get().and_then(|strategy| strategy.intent.spanned()) else { return };
    let sentences = sentences(intent.value.as_str());
    if sentences > max {
        findings.at(intent.span(), say!["the intent takes ", sentences, " sentences"]).count(sentences).help(say![
            "say it in at most ",
            max,
            ": every leader should be able to repeat it"
        ]);
    }
}

/// The sentences of a text (UAX #29); an abbreviation ends none.
pub(crate) fn sentences(text: &str) -> usize {
    let parts = text.unicode_sentences().count();
    let inside = text.unicode_sentences().take(parts.saturating_sub(1));
    parts - inside.filter(|part| ends_in_abbreviation(part)).count()
}

/// Whether a text ends in a word such as `St.`, `Dr.` or `U.S.`.
fn ends_in_abbreviation(text: &str) -> bool {
    let Some(word) = text.trim_end().strip_suffix('.').and_then(|text| text.split_whitespace().next_back()) else {
        return false;
    };
    word.contains('.') || (word.chars().count() <= 2 && word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn abbreviations_end_no_sentence() {
        assert_eq!(sentences("Win St. Gallen with Dr. Huber and beat the U.S. Post by 2030."), 1);
        assert_eq!(sentences("Win by speed. Grow up! Then what?"), 3);
        assert_eq!(sentences("Answer in 1.5 hours"), 1);
    }
}
