//! Did you mean.

/// The candidate that `word` was probably meant to be, if one is near enough.
///
/// Near enough is a Damerau-Levenshtein distance of at most a third of the longer word, or a
/// difference in case alone. The first of the nearest wins, so the order of `candidates` decides ties.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let length = word.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let candidate_length = candidate.chars().count();
        let limit = length.max(candidate_length) / 3;
        let beaten = best.is_some_and(|(distance, _)| length.abs_diff(candidate_length) >= distance);
        if length.abs_diff(candidate_length) > limit || beaten {
            continue;
        }
        let distance =
            if word.eq_ignore_ascii_case(candidate) { 0 } else { strsim::damerau_levenshtein(word, candidate) };
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_words_are_suggested() {
        assert_eq!(nearest("reports", ["owner", "reports_to", "report"]), Some("report"));
        assert_eq!(nearest("ownr", ["title", "owner"]), Some("owner"));
        assert_eq!(nearest("Owner", ["title", "owner"]), Some("owner"));
        assert_eq!(nearest("suport-lead", ["sales-lead", "support-lead"]), Some("support-lead"));
    }

    #[test]
    fn far_words_are_not() {
        assert_eq!(nearest("colour", ["title", "owner"]), None);
        assert_eq!(nearest("mo", ["me", "xyz"]), None);
        assert_eq!(nearest("", ["owner"]), None);
    }
}
