//! The text of a chart's file: it is read, checked, told in every format and drawn.

use rightseat::check::{Level, RuleSettings, check};
use rightseat::graph::{Accountable, Graph, LoadRates};
use rightseat::layout::{Content, picture, tidy};
use rightseat::model::Date;
use rightseat::read::{self, Input};
use rightseat::render::{Theme, svg};
use rightseat::report::{Look, Run, concise, human, json, sarif};
use rightseat::text::{Sources, forbidden};

/// Any bytes as the file of a chart.
pub fn chart(bytes: &[u8]) {
    let text = super::text(bytes);
    let mut sources = Sources::new();
    let source = sources.add("chart.yaml", text.clone()).expect("it is small");
    let (chart, defects) = read::chart(&sources, &[Input { source, is_main: true, unread: None }]);
    let graph = Graph::new(&chart, LoadRates::default());
    let today = Date::parse("2026-10-20").expect("it is a day");
    let outcome = check(&graph, &defects, &RuleSettings::default(), today);
    for finding in &outcome.findings {
        let place = sources.place(finding.span);
        assert!((place.line, place.column) <= (place.end_line, place.end_column), "{place:?}");
        assert!(place.line <= text.split('\n').count() + text.matches('\r').count(), "{place:?}");
        assert!(!finding.message.is_empty());
    }
    let unanswered = outcome.findings.iter().filter(|finding| finding.level == Level::Error).count();
    assert!(Accountable::prove(&graph).is_ok() || unanswered > 0, "what has no proof has an error");
    let checked = super::checked(&sources, &graph, &outcome, today);
    let human = human(&checked, Look { color: false, width: 80, lowest: Level::Info });
    let concise = concise(&checked, Level::Info);
    assert_eq!(concise.lines().count(), outcome.findings.len());
    let run = Run { charts: &[checked], lowest: Level::Info, failing: Level::Error, trouble: &[] };
    let machine = [json(run), sarif(run)];
    for document in &machine {
        serde_json::from_str::<serde_json::Value>(document).expect("it is JSON");
    }
    let picture = picture(&graph, &Content::default()).expect("no seat is named");
    let drawn = svg(&tidy(&picture), &Theme::light());
    roxmltree::Document::parse(&drawn).expect("it is XML");
    for output in [human, concise, drawn].iter().chain(&machine) {
        assert!(!output.contains(forbidden), "a hidden letter is written as it is");
    }
}
