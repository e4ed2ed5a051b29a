//! Between any two revisions of a chart the exact edits lead there and back.

use std::path::Path;

use rightseat::diff::{Facts, edits};
use rightseat::load::{Loaded, discover, history, load};
use rightseat::model::Edit;

use crate::support::project;

/// All revisions of the chart in a folder.
fn revisions(folder: &Path) -> Vec<Loaded> {
    let newest = discover(project(), folder).expect("a chart lies there").remove(0);
    let all = history(&newest).expect("its folder can be looked through");
    all.iter().map(|chart| load(chart).expect("it can be read")).collect()
}

/// How many pairs were compared, and how many edits they take.
fn there_and_back(folder: &Path) -> (usize, usize) {
    let charts = revisions(folder);
    let (mut pairs, mut made) = (0, 0);
    for old in &charts {
        for new in &charts {
            let forward = edits(&old.chart, &new.chart);
            let (before, after) = (Facts::of(&old.chart), Facts::of(&new.chart));
            assert_eq!(forward.is_empty(), before == after);
            let mut facts = before.clone();
            facts.apply(&forward).expect("the edits are of this chart");
            assert_eq!(facts, after, "{} to {}", old.name, new.name);
            let mut back: Vec<Edit> = forward.iter().cloned().map(Edit::inverse).collect();
            back.reverse();
            facts.apply(&back).expect("each can be undone");
            assert_eq!(facts, before, "{} to {} and back", old.name, new.name);
            (pairs, made) = (pairs + 1, made + forward.len());
        }
    }
    (pairs, made)
}

#[test]
fn edits_lead_from_each_revision_to_each_other_and_back() {
    for folder in ["charts/northwind", "charts/atlas", "charts/solo.yaml"] {
        let (pairs, made) = there_and_back(Path::new(folder));
        assert!(pairs == 1 || made > pairs, "{folder}: {pairs} pairs, {made} edits");
    }
    assert!(there_and_back(Path::new("charts/northwind")).0 >= 16);
}
