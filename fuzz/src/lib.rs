//! What must hold for every input, whatever it is: one function for each fuzzer, called by the fuzzing engine and by
//! `cargo test` alike. Each panics where a promise is broken.

#[path = "chart.rs"]
mod of_a_chart;
#[path = "pair.rs"]
mod of_a_pair;
#[path = "story.rs"]
mod of_a_story;

use rightseat::check::Outcome;
use rightseat::graph::Graph;
use rightseat::model::Date;
use rightseat::report::Checked;
use rightseat::text::Sources;

pub use of_a_chart::chart;
pub use of_a_pair::pair;
pub use of_a_story::story;

/// A chart that was checked, as reports take it; people see all of it.
fn checked<'a>(sources: &'a Sources, graph: &'a Graph<'a>, outcome: &'a Outcome, today: Date) -> Checked<'a> {
    let (name, most) = ("chart.yaml", usize::MAX);
    Checked { name, key: name, at_revision: false, revisions: 1, sources, graph, outcome, today, most }
}

/// A text of a corpus; bytes that are no text are read as the program reads a file of them.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
