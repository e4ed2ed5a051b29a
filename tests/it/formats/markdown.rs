//! The summary, read by a Markdown parser: what charts say is words and code, and nothing else.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::hostile::{PAYLOADS, checked};
use super::output;

/// The summary's code spans and what stands out; any markup but our own, and any plain text that a forge would link,
/// is a fault.
fn read(markdown: &str) -> (Vec<String>, Vec<String>) {
    let (mut spans, mut strong, mut words) = (Vec::new(), Vec::new(), String::new());
    for event in Parser::new_ext(markdown, Options::all()) {
        if let Event::Text(text) = event {
            words.push_str(&text);
            continue;
        }
        assert!(!is_linked(&words), "{words:?} in\n{markdown}");
        match event {
            Event::Code(text) => spans.push(text.into_string()),
            Event::End(TagEnd::Strong) => strong.push(words.clone()),
            Event::Start(Tag::Heading { .. } | Tag::List(None) | Tag::Item | Tag::Strong | Tag::Paragraph)
            | Event::End(_)
            | Event::SoftBreak
            | Event::HardBreak => {}
            other => panic!("{other:?} in\n{markdown}"),
        }
        words.clear();
    }
    (spans, strong)
}

/// Whether a forge makes a link of plain text once it is read: of a mention, an issue, an address.
fn is_linked(text: &str) -> bool {
    let follows = |mark: char, is_part: fn(char) -> bool| {
        text.match_indices(mark).any(|(at, mark)| text[at + mark.len()..].starts_with(is_part))
    };
    let addresses = ["www.", "://"].iter().any(|mark| text.contains(mark));
    addresses || follows('@', char::is_alphanumeric) || follows('#', |letter| letter.is_ascii_digit())
}

fn code_spans(markdown: &str) -> Vec<String> {
    read(markdown).0
}

#[test]
fn our_summaries_are_lists_of_words_and_code() {
    let spans = code_spans(&output("charts/atlas", "markdown"));
    assert!(spans.contains(&"charts/atlas/chart.yaml:93".to_owned()) && spans.contains(&"greta".to_owned()));
    assert!(code_spans(&output("charts/northwind", "markdown")).contains(&"vacant-seat".to_owned()));
}

#[test]
fn what_a_hostile_chart_says_is_words_or_code() {
    for payload in PAYLOADS {
        let markdown = checked(payload, "markdown").out;
        let (spans, strong) = read(&markdown);
        assert!(spans.len() > 50 && strong.len() > 50, "{payload:?}\n{markdown}");
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
