//! What changed: exactly, in people's words, and in every medium.

pub(crate) mod company;
mod drawn;
mod exact;
mod invariants;
mod likeness;
mod media;
mod properties;
mod stories;
mod told;

use rightseat::check::{Level, Norms};
use rightseat::diff::{Change, Diff, Party, Renames, diff};
use rightseat::model::Chart;
use rightseat::read;
use rightseat::report::Compared;

use crate::support::{judged_by, sources};

/// Reads a text as a chart.
fn chart(text: &str) -> Chart {
    let (sources, inputs) = sources(&[("chart.yaml", text)]);
    read::chart(&sources, &inputs).0
}

/// Compares two texts, and hands what came of it to `look`.
fn compared<T>(old: &str, new: &str, renames: Renames, look: impl FnOnce(&Compared<'_>) -> T) -> T {
    let (old_sources, old_inputs) = sources(&[("old.yaml", old)]);
    let (new_sources, new_inputs) = sources(&[("new.yaml", new)]);
    let (old_chart, old_defects) = read::chart(&old_sources, &old_inputs);
    let (new_chart, new_defects) = read::chart(&new_sources, &new_inputs);
    let norms = Norms::default();
    let old = judged_by("old.yaml", &old_sources, (&old_chart, &old_defects), &norms);
    let new = judged_by("new.yaml", &new_sources, (&new_chart, &new_defects), &norms);
    let diff = diff(&old, &new, renames);
    look(&Compared { old: &old, new: &new, diff: &diff, lowest: Level::Warning })
}

/// Every change by its code and ids, those included that others stand for.
fn codes(diff: &Diff<'_>) -> Vec<String> {
    let id = |change: &Change, is_old: bool| {
        let party = if is_old { &change.old } else { &change.new };
        party.as_ref().map_or_else(|| "-".to_owned(), |party| party.id.clone())
    };
    let told = |change: &Change| {
        let listed = |parties: &[&Party]| parties.iter().map(|party| party.id.as_str()).collect::<Vec<_>>().join(",");
        let flat = change.what.flat();
        let ids = format!("{} {}", id(change, true), id(change, false));
        let ids = format!("{ids} [{}] [{}]", listed(&flat.from), listed(&flat.to));
        format!("{} {ids} {:?} {:?} {:?}", change.code().as_str(), flat.field, flat.was, flat.is)
    };
    let mut codes: Vec<String> = diff.changes.iter().flat_map(Change::all).map(told).collect();
    codes.sort();
    codes
}

/// How many changes are reported between two texts.
pub(crate) fn told_changes(old: &str, new: &str, renames: Renames, look: impl FnOnce(usize)) {
    compared(old, new, renames, |compared| look(compared.diff.changes.len()));
}
