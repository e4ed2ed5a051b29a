//! Two texts of a chart, parted by a line of `=====`: what changed is told, applied and undone.

use rightseat::check::{Level, Outcome, RuleSettings, check};
use rightseat::diff::{Edit, Facts, Renames, Side, diff, edits};
use rightseat::graph::{Graph, LoadRates};
use rightseat::model::{Chart, Date};
use rightseat::read::{self, Defect, Input};
use rightseat::report::{Compared, diff_json, diff_markdown};
use rightseat::text::{Sources, forbidden};

/// What parts the old chart from the new one.
const PARTING: &str = "\n=====\n";

/// Any bytes as the files of two charts.
pub fn pair(bytes: &[u8]) {
    let text = super::text(bytes);
    let (old, new) = text.split_once(PARTING).unwrap_or((&text, ""));
    let (old_sources, old, old_defects) = read_text(old);
    let (new_sources, new, new_defects) = read_text(new);
    assert_applied_and_undone(&old, &new);
    let today = Date::parse("2026-10-20").expect("it is a day");
    let checked = |graph: &Graph<'_>, defects: &[Defect]| check(graph, defects, &RuleSettings::default(), today);
    let (old_graph, new_graph) = (Graph::new(&old, LoadRates::default()), Graph::new(&new, LoadRates::default()));
    let (old_outcome, new_outcome) = (checked(&old_graph, &old_defects), checked(&new_graph, &new_defects));
    assert_equal_to_itself(&old_graph, &old_outcome);
    assert_equal_to_itself(&new_graph, &new_outcome);
    let diff = diff(
        Side { graph: &old_graph, outcome: &old_outcome },
        Side { graph: &new_graph, outcome: &new_outcome },
        Renames::default(),
    );
    let compared = Compared {
        old: super::checked(&old_sources, &old_graph, &old_outcome, today),
        new: super::checked(&new_sources, &new_graph, &new_outcome, today),
        diff: &diff,
        lowest: Level::Warning,
    };
    let json = diff_json(&compared);
    let document: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let read: Vec<Edit> = serde_json::from_value(document["edits"].clone()).expect("they are edits");
    assert_eq!(read, diff.edits);
    for output in [json, diff_markdown(&compared)] {
        assert!(!output.contains(forbidden), "a hidden letter is written as it is");
    }
}

fn read_text(text: &str) -> (Sources, Chart, Vec<Defect>) {
    let mut sources = Sources::new();
    let source = sources.add("chart.yaml", text.to_owned()).expect("it is small");
    let (chart, defects) = read::chart(&sources, &[Input { source, is_main: true, unread: None }]);
    (sources, chart, defects)
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

fn assert_equal_to_itself(graph: &Graph<'_>, outcome: &Outcome) {
    let side = || Side { graph, outcome };
    let diff = diff(side(), side(), Renames::default());
    assert!(diff.is_empty() && diff.changes.is_empty() && diff.findings.introduced.is_empty(), "{:?}", diff.changes);
}
