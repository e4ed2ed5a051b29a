//! Two texts of a chart, separated by a line of `=====`: what changed is reported, applied and undone.

use rightseat::check::{Judged, Level};
use rightseat::diff::{Facts, Renames, diff, edits};
use rightseat::model::{Chart, Edit};
use rightseat::report::{Compared, diff_json, diff_markdown};
use rightseat::text::forbidden;

/// What parts the old chart from the new one.
const PARTING: &str = "\n=====\n";

/// Any bytes as the files of two charts.
pub fn pair(bytes: &[u8]) {
    let text = super::text(bytes);
    let (old, new) = text.split_once(PARTING).unwrap_or((&text, ""));
    let (old, new) = (super::read_text(old), super::read_text(new));
    assert_applied_and_undone(&old.1, &new.1);
    let (old, new) = (super::judged(&old), super::judged(&new));
    assert_equal_to_itself(&old);
    assert_equal_to_itself(&new);
    let diff = diff(&old, &new, Renames::default());
    let compared = Compared { old: &old, new: &new, diff: &diff, lowest: Level::Warning };
    let json = diff_json(&compared);
    let document: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let read: Vec<Edit> = serde_json::from_value(document["edits"].clone()).expect("they are edits");
    assert_eq!(read, diff.edits);
    for output in [json, diff_markdown(&compared)] {
        assert!(!output.contains(forbidden), "a hidden letter is written unescaped");
    }
}

fn assert_applied_and_undone(old: &Chart, new: &Chart) {
    let (before, after) = (Facts::of(old), Facts::of(new));
    let forward = edits(old, new);
    let mut facts = before.clone();
    facts.apply(&forward).expect("the edits are those of this chart");
    assert_eq!(facts, after);
    let back: Vec<Edit> = forward.into_iter().map(Edit::inverse).collect();
    facts.apply(&back).expect("the edits were just made");
    assert_eq!(facts, before);
}

fn assert_equal_to_itself(judged: &Judged<'_>) {
    let diff = diff(judged, judged, Renames::default());
    assert!(diff.is_empty() && diff.changes.is_empty() && diff.findings.introduced.is_empty(), "{:?}", diff.changes);
}
