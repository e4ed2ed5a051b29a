//! The summary, read by a Markdown parser: what charts say is code, and nothing else.

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::hostile::{PAYLOADS, checked};
use super::output;

/// The summary's code spans; any markup but our own, and any plain text that a forge would link, is a fault.
fn code_spans(markdown: &str) -> Vec<String> {
    let mut spans = Vec::new();
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Code(text) => spans.push(text.into_string()),
            Event::Text(text) => {
                let linked =
                    ["@", "#", "www.", "://", "<", "[", "|", "$", "{"].iter().find(|mark| text.contains(**mark));
                assert_eq!(linked, None, "{text:?} in\n{markdown}");
            }
            Event::Start(Tag::Heading { .. } | Tag::List(None) | Tag::Item | Tag::Strong | Tag::Paragraph)
            | Event::End(_)
            | Event::SoftBreak
            | Event::HardBreak => {}
            other => panic!("{other:?} in\n{markdown}"),
        }
    }
    spans
}

#[test]
fn our_summaries_are_lists_of_words_and_code() {
    let spans = code_spans(&output("charts/atlas", "markdown"));
    assert!(spans.contains(&"charts/atlas/chart.yaml:93".to_owned()) && spans.contains(&"greta".to_owned()));
    assert!(code_spans(&output("charts/northwind", "markdown")).contains(&"vacant-seat".to_owned()));
}

#[test]
fn what_a_hostile_chart_says_is_code() {
    for payload in PAYLOADS {
        let markdown = checked(payload, "markdown").out;
        let spans = code_spans(&markdown);
        assert!(spans.len() > 50, "{payload:?}\n{markdown}");
    }
    let spans = code_spans(&checked("@torvalds", "markdown").out);
    assert!(spans.iter().any(|span| span.contains("@torvalds")));
}

#[test]
fn long_texts_are_cut_so_that_a_comment_holds_them() {
    let long = "long ".repeat(20_000);
    let seats: String = (0..60).map(|n| format!("  s{n}: {{title: T, responsibilities: [\"{long}\"]}}\n")).collect();
    let home = crate::support::folder(&[("a.yaml", &format!("seats:\n{seats}"))]);
    let ran = crate::support::rightseat(home.path(), &["check", "a.yaml", "--format", "markdown", "--verbose"]);
    assert!(ran.out.contains("long long") && ran.out.len() < 60_000, "{}", ran.out.len());
}

#[test]
fn a_long_list_is_cut_and_says_so() {
    assert!(output("charts/atlas", "markdown").ends_with(" more findings are not listed here.\n"));
}
