//! What rules say: every phrase in every form, each part escaped by its kind.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use rightseat::check::{Finding, Level, RULES};
use rightseat::phrase::{By, Part, Phrase};
use rightseat::report::{Run, summary};

use crate::company::with_company;
use crate::examples::example;
use crate::support::judged;

/// All that a finding says.
fn said(finding: &Finding) -> impl Iterator<Item = &Phrase> {
    let more = finding.help.iter().chain(finding.note.as_deref());
    std::iter::once(&finding.message).chain(more).chain(finding.others.iter().map(|other| &other.label))
}

/// The codes, the texts that stand out and all words of a Markdown text.
fn read(markdown: &str) -> (Vec<String>, Vec<String>, String) {
    let (mut codes, mut strong, mut words) = (Vec::new(), Vec::new(), String::new());
    let mut from = 0;
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::Code(text) => {
                words.push_str(&text);
                codes.push(text.into_string());
            }
            Event::Start(Tag::Strong) => from = words.len(),
            Event::End(TagEnd::Strong) => strong.push(words[from..].to_owned()),
            Event::Start(Tag::Heading { .. } | Tag::List(None) | Tag::Item | Tag::Paragraph)
            | Event::End(_)
            | Event::SoftBreak
            | Event::HardBreak => words.push(' '),
            other => panic!("{other:?} in\n{markdown}"),
        }
    }
    (codes, strong, words.replace('\u{200b}', ""))
}

/// A chart's text that means something to Markdown, a terminal and a forge.
const EVIL: &str = "A|b *c* `d` <e> @f #7 [g](h) _i_";

#[test]
fn every_rule_speaks_in_every_form() {
    for rule in RULES {
        let Some(text) = example(rule, "Fails") else { continue };
        // Titles and names that are nothing but trouble, where the example has some.
        let evil = text.replacen("title: ", &format!("title: \"{EVIL}\" # "), 1);
        for text in [text, evil] {
            let files = with_company(&text);
            let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
            judged(&files, |judged| {
                let all = std::slice::from_ref(judged);
                let run = Run {
                    charts: all,
                    offers: &[],
                    lowest: Level::Info,
                    failing: Level::Error,
                    trouble: &[],
                    most: 50,
                };
                let (codes, strong, words) = read(&summary(run));
                let shown = judged.outcome.findings.len() <= 50;
                for finding in judged.outcome.findings.iter().filter(|_| shown) {
                    for phrase in said(finding) {
                        let plain = phrase.plain();
                        assert!(!plain.trim().is_empty() && !plain.contains(['\u{1}', '\u{2}', '\u{3}']), "{phrase:?}");
                    }
                    for part in finding.message.parts() {
                        match part {
                            Part::Entry(entry) => {
                                assert!(entry.by == By::Name || codes.iter().any(|code| code == entry.id), "{entry:?}");
                                let name = entry.name.trim();
                                let stands = strong.iter().any(|strong| strong.replace('\u{200b}', "") == name);
                                assert!(entry.name == entry.id || stands || words.contains(name), "{name}\n{words}");
                            }
                            Part::Code(code) => assert!(codes.iter().any(|one| one == code.trim()), "{code}"),
                            Part::Words(text) | Part::Text(text) | Part::Quoted(text) => {
                                assert!(words.contains(text.trim()), "{text:?} of {} in\n{words}", rule.id);
                            }
                            Part::Figure(figure) => assert!(words.contains(&figure.to_string()), "{figure}"),
                            Part::Day(day) => assert!(words.contains(day), "{day}"),
                            Part::Arrow => assert!(words.contains('→'), "{words}"),
                        }
                    }
                }
            });
        }
    }
}
