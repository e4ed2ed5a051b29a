//! What must hold for every input, whatever it is: one function for each fuzzer, called by the fuzzing engine and by
//! `cargo test` alike. Each panics where a promise is broken.

#[path = "chart.rs"]
mod of_a_chart;
#[path = "pair.rs"]
mod of_a_pair;
#[path = "story.rs"]
mod of_a_story;
#[path = "table.rs"]
mod of_a_table;

use rightseat::check::{AsOf, Claimed, Judged, Norms};
use rightseat::model::{Chart, Date};
use rightseat::read::{self, Defect, Input};
use rightseat::text::Sources;

pub use of_a_chart::chart;
pub use of_a_pair::pair;
pub use of_a_story::story;
pub use of_a_table::{diagram, table};

/// A text as the one file of a chart.
fn read_text(text: &str) -> (Sources, Chart, Vec<Defect>) {
    let mut sources = Sources::new();
    let source = sources.add("chart.yaml", text.to_owned()).expect("it is small");
    let (chart, defects) = read::chart(&sources, &[Input { source, is_main: true, unread: None }]);
    (sources, chart, defects)
}

/// A chart that was read, judged by the published norms.
fn judged((sources, chart, defects): &(Sources, Chart, Vec<Defect>)) -> Judged<'_> {
    let (name, today) = ("chart.yaml", Date::parse("2026-10-20").expect("it is a day"));
    let claimed = Claimed { name, key: name, at_revision: false, revisions: 1, sources, chart, defects };
    Judged::new(claimed, &Norms::default(), AsOf::Day(today))
}

/// A text of a corpus; bytes that are no text are read as the program reads a file of them.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
