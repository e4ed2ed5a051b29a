//! The text of a chart's file: it is read, checked, reported in every format and drawn.

use rightseat::check::Level;
use rightseat::graph::Accountable;
use rightseat::layout::draw_tidy;
use rightseat::picture::{Content, picture};
use rightseat::read::agree;
use rightseat::render::{Theme, svg};
use rightseat::report::{Look, Run, concise, human, json, sarif};
use rightseat::text::forbidden;

/// Any bytes as the file of a chart.
pub fn chart(bytes: &[u8]) {
    let text = super::text(bytes);
    agree(&text).expect("however it is read, it says the same");
    let read = super::read_text(&text);
    let judged = super::judged(&read);
    let findings = &judged.outcome.findings;
    let lines = text.split('\n').count() + text.matches('\r').count();
    for finding in findings {
        let place = judged.sources.place(finding.span);
        assert!((place.line, place.column) <= (place.end_line, place.end_column), "{place:?}");
        assert!(place.line <= lines, "{place:?}");
        assert!(!finding.message.is_empty());
    }
    let has_error = findings.iter().any(|finding| finding.level == Level::Error);
    assert!(Accountable::prove(&judged.graph).is_ok() || has_error, "what has no proof has an error");
    let concise: String = concise(&judged, Level::Info).collect();
    assert_eq!(concise.lines().count(), findings.len());
    let picture = picture(&judged, &Content::default()).expect("no seat is named");
    let drawn = svg(&draw_tidy(&picture), &Theme::light());
    roxmltree::Document::parse(&drawn).expect("it is XML");
    let charts = [judged];
    let (lowest, failing) = (Level::Info, Level::Error);
    let run = Run { charts: &charts, offers: &[], lowest, failing, trouble: &[], most: usize::MAX };
    let human = human(run, Look { color: false, width: 80, lowest });
    let machine = [json(run), sarif(run)];
    for document in &machine {
        serde_json::from_str::<serde_json::Value>(document).expect("it is JSON");
    }
    for output in [human, concise, drawn].iter().chain(&machine) {
        assert!(!output.contains(forbidden), "a hidden letter is written unescaped");
    }
}
