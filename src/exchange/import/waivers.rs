//! Waivers as our own export writes them: `RULE until DAY: REASON`, a line each.

use serde::Serialize;

/// A waiver in a chart's form.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct WaiverText {
    rule: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
}

/// The waivers of a cell.
pub(super) fn waivers(lines: &[String]) -> Vec<WaiverText> {
    let read = lines.iter().map(|line| {
        let (head, reason) = line.split_once(": ").map_or((line.as_str(), None), |(head, reason)| (head, Some(reason)));
        let (rule, until) = head.split_once(" until ").map_or((head, None), |(rule, until)| (rule, Some(until)));
        WaiverText {
            rule: rule.trim().to_owned(),
            reason: reason.map(str::to_owned),
            until: until.map(|day| day.trim().to_owned()),
        }
    });
    read.collect()
}
