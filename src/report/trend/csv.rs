//! Figures over time for spreadsheets.

use crate::text::{armour, printable_line};
use crate::trend::{MEASURES, Row, Trend};

/// One line a revision, below a line of names.
#[must_use]
pub fn trend_csv(trend: &Trend) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let names = ["revision", "chart", "commit", "day"].into_iter().chain(MEASURES.iter().map(|measure| measure.key));
    let mut write =
        |cells: Vec<String>| writer.write_record(cells).expect("a vector takes all, and rows are of one length");
    write(names.chain(["gap"]).map(str::to_owned).collect());
    for row in &trend.rows {
        write(cells(row));
    }
    String::from_utf8(writer.into_inner().expect("a vector takes all")).expect("cells are text")
}

fn cells(row: &Row) -> Vec<String> {
    let commit = row.commit.as_deref().unwrap_or_default();
    let day = row.day.map(|day| day.to_string()).unwrap_or_default();
    let mut cells = vec![inert(&row.label), inert(&row.name), commit.to_owned(), day];
    cells.extend(MEASURES.iter().map(|measure| {
        let value = row.figures.as_ref().ok().and_then(|figures| measure.of(figures));
        value.map(|value| value.to_string()).unwrap_or_default()
    }));
    cells.push(row.figures.as_ref().err().map(|reason| inert(reason)).unwrap_or_default());
    cells
}

/// A text that no spreadsheet takes for a formula.
fn inert(text: &str) -> String {
    armour(&printable_line(text)).into_owned()
}
