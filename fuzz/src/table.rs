//! Bytes as somebody's table, text, workbook or records, and as a diagram in DOT: the chart that is made of it can be
//! read without a mistake, and can be updated from the same table.

use rightseat::check::{AsOf, Claimed, Judged, Norms};
use rightseat::diff::Facts;
use rightseat::exchange::{Arrows, Imported, Input, Request, import, update};
use rightseat::model::{Chart, Date};
use rightseat::read::{self, Defect};
use rightseat::text::{Sources, forbidden};

/// Any bytes as a table.
pub fn table(bytes: &[u8]) {
    brought_in(bytes, &Request { organization: "Acme", revision: Some("2026-Q4"), ..Request::default() });
}

/// Any bytes as a diagram, in whichever way its arrows point.
pub fn diagram(bytes: &[u8]) {
    for arrows in [Arrows::Down, Arrows::Up] {
        brought_in(bytes, &Request { organization: "Acme", diagram: Some(arrows), ..Request::default() });
    }
}

fn brought_in(bytes: &[u8], request: &Request<'_>) {
    let inputs = || vec![Input { origin: "table".to_owned(), bytes: bytes.to_vec() }];
    let imported = match import(inputs(), request) {
        Ok(imported) => imported,
        Err(reason) => {
            assert!(!reason.to_string().is_empty());
            return;
        }
    };
    let (sources, chart, defects) = as_chart(&imported);
    assert_eq!(defects, [], "{:?}", imported.files);
    assert!(!chart.seats.entries.is_empty());
    let name = "chart";
    let claimed = Claimed {
        name,
        key: name,
        at_revision: false,
        revisions: 1,
        sources: &sources,
        chart: &chart,
        defects: &defects,
    };
    let judged = Judged::new(claimed, &Norms::default(), AsOf::Day(Date::parse("2026-10-20").expect("it is a day")));
    let again = update(inputs(), request, &judged, false).expect("it was read a moment ago");
    // What would change is of this chart, to the last claim.
    Facts::of(&chart).apply(&again.edits).expect("the edits are of this chart");
    for text in imported.files.iter().map(|file| &file.text) {
        assert!(!text.contains(forbidden), "a hidden letter is written unescaped");
    }
}

fn as_chart(imported: &Imported) -> (Sources, Chart, Vec<Defect>) {
    let mut sources = Sources::new();
    let mut inputs = Vec::new();
    for (at, file) in imported.files.iter().enumerate() {
        let source = sources.add(file.name.clone(), file.text.clone()).expect("it is small");
        inputs.push(read::Input { source, is_main: at == 0, unread: None });
    }
    let (chart, defects) = read::chart(&sources, &inputs);
    (sources, chart, defects)
}
