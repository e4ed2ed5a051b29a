//! The functions of a chart, by which its boxes have their colours.

use std::collections::HashSet;

use crate::graph::Graph;

use super::clean::cut;

/// The functions of all seats in order of appearance.
pub(super) fn functions(graph: &Graph<'_>) -> Vec<String> {
    let (mut seen, mut functions) = (HashSet::new(), Vec::new());
    for seat in graph.tree() {
        if let Some(function) = seat.function().map(cut).filter(|function| !seen.contains(&**function)) {
            seen.insert(function.clone().into_owned());
            functions.push(function.into_owned());
        }
    }
    functions
}
