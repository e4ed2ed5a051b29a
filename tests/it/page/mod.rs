//! Pages of hypertext: what stands in them, what never does, and how they live in a browser.

mod alive;
mod browser;
mod document;
mod everywhere;
mod packet;
mod serve;
mod untrusted;

use std::path::Path;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use crate::support::{folder, rightseat};

/// A chart of a few seats, with what search, folds and links need.
pub(super) const CHART: &str = r#"organization: Acme
revision: 2026-Q4
reviewed: 2026-10-01
people:
  ana: Ana Ruiz
  bo: Bo Müller
  cy: Cy Example
seats:
  lead: {title: Lead, owner: ana, function: Lead, responsibilities: [Everything]}
  sales: {title: Sales, reports_to: lead, owner: bo, function: Sales, responsibilities: [Deals]}
  desk: {title: Desk, reports_to: sales, owner: cy, responsibilities: [Calls, Mail]}
  open: {title: Open seat, reports_to: sales, vacant: {since: 2026-09-01, plan: Hire by December}}
priorities:
  grow: {title: Grow in the south, owner: sales, horizon: year, status: on-track}
  hire: {title: Hire one, owner: lead, supports: [grow], status: off-track}
metrics:
  deals: {title: Deals won, owner: sales, measures: [grow], perspective: financial, kind: lagging, target: ">= 10", actual: 8}
"#;

/// The page that a command writes from files; its last argument is the name.
pub(super) fn written(files: &[(&str, &str)], arguments: &str) -> String {
    let home = folder(files);
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let ran = rightseat(home.path(), &arguments);
    assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
    read(&home.path().join(arguments.last().expect("a command has arguments")))
}

pub(super) fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("the page was written")
}

/// An element as a browser's parser finds it: its name and its attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// All elements of a page in their order.
pub(super) fn tags(page: &str) -> Vec<Tag> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("a page is text");
    let mut tags = Vec::new();
    // Scripts and styles are text, as a browser has it.
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(page, emitter).flatten() {
        match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
                tags.push(Tag { name: text(&tag.name), attributes });
            }
            Token::Error(error) => panic!("a browser would mend {error:?}"),
            _ => {}
        }
    }
    tags
}

/// What stands between two marks, the first time.
pub(super) fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let start = page.find(from).unwrap_or_else(|| panic!("no `{from}`")) + from.len();
    &page[start..start + page[start..].find(to).unwrap_or_else(|| panic!("no `{to}`"))]
}
