//! Of the files that are skipped, only those that look like charts are reported.

use crate::text::sort;
use std::path::Path;

use super::passed_over::PassedOver;
use super::tree::Tree;

/// How many files that might be charts are opened at most.
const MOST_LOOKED_INTO: usize = 100;
/// Words that lines of a chart begin with.
const KEYS: [&str; 6] = ["rightseat", "organization", "people", "seats", "priorities", "metrics"];

/// Leaves out what does not look like a chart, and duplicates; the rest is sorted by path.
pub(super) fn of_interest(tree: &dyn Tree, mut passed_over: Vec<PassedOver>) -> Vec<PassedOver> {
    sort::by(&mut passed_over, |one, other| (&one.path, &one.suspect).cmp(&(&other.path, &other.suspect)));
    let suspects: Vec<&Path> = passed_over.iter().filter_map(|passed| passed.suspect.as_deref()).collect();
    let suspects = &suspects[..suspects.len().min(MOST_LOOKED_INTO)];
    let texts = if suspects.is_empty() { Vec::new() } else { tree.read(suspects) };
    let mut is_chart = texts.into_iter().map(|read| read.ok().flatten().is_some_and(|text| looks_like_a_chart(&text)));
    let mut kept: Vec<PassedOver> = Vec::new();
    for passed in passed_over {
        let is_told = passed.suspect.is_none() || is_chart.next().unwrap_or(false);
        if is_told && kept.last().is_none_or(|last| last.path != passed.path) {
            kept.push(passed);
        }
    }
    kept
}

/// Whether a line begins with a key of charts.
fn looks_like_a_chart(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    text.split(|byte| matches!(byte, b'\n' | b'\r')).any(|line| {
        let is_before = |byte: &u8| matches!(byte, b'{' | b'"' | b'\'') || line[0] == b'{' && *byte == b' ';
        let start = line.iter().position(|byte| !is_before(byte)).unwrap_or(line.len());
        let is_key = |key: &&str| {
            let rest = line[start..].strip_prefix(key.as_bytes());
            let rest = rest.map(|rest| rest.strip_prefix(b"\"").or(rest.strip_prefix(b"'")).unwrap_or(rest));
            rest.is_some_and(|rest| rest.trim_ascii_start().first() == Some(&b':'))
        };
        KEYS.iter().any(is_key)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_is_known_by_its_keys() {
        for text in [
            "seats: {}",
            "# x\nseats:\r\n",
            "\u{feff}people :\n",
            "{\"seats\": {}}",
            "{ seats: {}}",
            "a: 1\rmetrics: x",
        ] {
            assert!(looks_like_a_chart(text.as_bytes()), "{text}");
        }
        for text in
            ["", "repos: []\n", "on:\n  seats: 1\n", " seats: {}", "seatsx: 1", "seats", "- seats: 1", "{", "\"\n"]
        {
            assert!(!looks_like_a_chart(text.as_bytes()), "{text}");
        }
    }
}
