//! `export xlsx`: the tables as sheets, text as text, and the same chart when they are read back.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use rightseat::exchange::workbook;
use rightseat::graph::{Graph, LoadRates};
use rightseat::read;
use roxmltree::Document;
use serde_json::json;

use super::rightseat;
use crate::office::parts;
use crate::support::{Ran, project, sources};

use super::home;

/// Texts that spreadsheets, XML or escapes could take for something else.
const ODD: &str = "organization: '<Odd> & \"Co\"'\nrevision: 2026-Q4\nstrategy: {mission: '=1+1', values: ['@a', \"'=b\"]}\n\
                   people: {a: '=cmd|'' /C calc''!A0', b: {name: '_x0041_', capacity: 0.5}, c: \"'c\", d: {name: '007', ref: '0012'}}\n\
                   seats:\n  s:\n    title: '+1; 2'\n    owner: a\n    responsibilities: ['-x', 'y; z', ']]>', '&amp;', ' blanks ']\n    note: |-\n      One line.\n      Another.\n  \
                   t: {title: '1e5', reports_to: s, owner: b, responsibilities: ['1/2', '2026-10-01', 'TRUE', '＝x']}\n  \
                   u: {title: 支持 👩‍👩‍👧, reports_to: s, interim: c, members: [d]}\n\
                   priorities: {p: {title: '=p', owner: s, effort: 0.25}}\n\
                   metrics: {m: {title: '-', owner: t, target: '>= 1,200', actual: '1,180'}}\n";

fn bytes(text: &str) -> Vec<u8> {
    let (sources, inputs) = sources(&[("chart.yaml", text)]);
    let (chart, _) = read::chart(&sources, &inputs);
    workbook(&Graph::new(&chart, LoadRates::default())).expect("it is small")
}

#[test]
fn a_workbook_brings_back_the_whole_chart() {
    let home = home(&[("odd.yaml", ODD.as_bytes())]);
    let path = |name: &str| home.path().join(name).display().to_string();
    let odd = path("odd.yaml");
    for (chart, name) in [("charts/northwind/2026-Q1", "q1"), ("charts/northwind/2026-Q4", "q4"), (&odd, "odd")] {
        let (file, back) = (path(&format!("{name}.xlsx")), path(name));
        let run = |arguments: &[&str]| -> Ran { rightseat(project(), arguments) };
        let exported = run(&["export", "xlsx", chart, "-o", &file]);
        assert_eq!((exported.code, exported.out.as_str()), (0, ""), "{}", exported.err);
        let imported = run(&["import", "table", &file, "-o", &back]);
        assert_eq!(imported.code, 0, "{}", imported.err);
        assert!(!imported.out.contains("to look at"), "{}", imported.out);
        let diff = run(&["diff", chart, &back, "--exit-code", "--format", "json"]);
        let edits = serde_json::from_str::<serde_json::Value>(&diff.out).expect("JSON")["edits"].clone();
        assert_eq!(edits, json!([]), "{chart}");
    }
}

#[test]
fn cells_are_the_texts_of_the_tables_and_no_formulas() {
    let bytes = bytes(ODD);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).expect("calamine opens it");
    assert_eq!(book.sheet_names(), ["Seats", "Metrics", "Strategy"]);
    let cells = |book: &mut Xlsx<_>, sheet: &str| -> Vec<Data> {
        let range = book.worksheet_range(sheet).expect("it is listed");
        range.cells().map(|(_, _, cell)| cell.clone()).filter(|cell| *cell != Data::Empty).collect()
    };
    for sheet in ["Seats", "Metrics", "Strategy"] {
        let formulas = book.worksheet_formula(sheet).expect("it is listed");
        assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "{sheet}");
        let cells = cells(&mut book, sheet);
        assert!(cells.len() > 6 && cells.iter().all(|cell| matches!(cell, Data::String(_))), "{cells:?}");
    }
    let seats = cells(&mut book, "Seats");
    let note = "One line.\nAnother.";
    for text in ["=cmd|' /C calc'!A0", "_x0041_", "007", "+1; 2", "1e5", "支持 👩‍👩‍👧", note, "=p", "0.25"]
    {
        assert!(seats.contains(&Data::String(text.to_owned())), "{text}: {seats:?}");
    }
}

#[test]
fn parts_are_xml_with_a_frozen_header_and_widths() {
    let written = bytes(ODD);
    assert_eq!(written, bytes(ODD));
    let parts = parts(&written);
    for (name, text) in &parts {
        let document = Document::parse(text).unwrap_or_else(|reason| panic!("{name}: {reason}\n{text}"));
        let all = || document.descendants().filter(|node| node.is_element());
        assert!(all().all(|node| node.tag_name().name() != "f"), "{name}");
        if name.starts_with("xl/worksheets/") {
            let one = |tag: &str| all().find(|node| node.tag_name().name() == tag).expect(tag);
            let pane = one("pane");
            assert_eq!((pane.attribute("ySplit"), pane.attribute("state")), (Some("1"), Some("frozen")));
            let widths = all().filter(|node| node.tag_name().name() == "col");
            let widths = widths.map(|node| node.attribute("width").expect("it is given").parse().expect("a number"));
            let widths: Vec<u32> = widths.collect();
            assert!(widths.len() > 1 && widths.iter().all(|width| (8..=60).contains(width)), "{widths:?}");
            // The standard's order of a sheet's parts.
            let order: Vec<&str> = document
                .root_element()
                .children()
                .filter(|node| node.is_element())
                .map(|node| node.tag_name().name())
                .collect();
            assert_eq!(order, ["sheetViews", "cols", "sheetData", "ignoredErrors"], "{name}");
        }
    }
    assert_eq!(parts.len(), 10, "{parts:?}");
}

#[test]
fn what_no_cell_holds_is_refused() {
    let long = "é".repeat(32_767);
    let chart = |long: &str| format!("seats: {{s: {{title: S, note: '{long}'}}}}\n");
    let home = home(&[("fits.yaml", chart(&long).as_bytes()), ("not.yaml", chart(&format!("{long}é")).as_bytes())]);
    let ran = rightseat(home.path(), &["export", "xlsx", "fits.yaml", "-o", "a.xlsx"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = rightseat(home.path(), &["export", "xlsx", "not.yaml", "-o", "b.xlsx"]);
    let told = "row 2 of the table of seats has a text of 32768 letters, a cell of a workbook holds 32767";
    assert!(ran.code == 2 && ran.err.contains(told), "{}", ran.err);
    assert!(!home.path().join("b.xlsx").exists());
    for (arguments, told) in [
        (vec!["export", "xlsx", "fits.yaml"], "name a file, such as `-o chart.xlsx`"),
        (vec!["export", "xlsx", "fits.yaml", "-o", "c.csv"], ".xlsx"),
        (vec!["export", "xlsx", "fits.yaml", "--bom", "-o", "c.xlsx"], "`--bom` is for csv"),
    ] {
        let ran = rightseat(home.path(), &arguments);
        assert!(ran.code == 2 && ran.err.contains(told), "{}", ran.err);
    }
}
