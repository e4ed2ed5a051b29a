//! How a value is laid out: which part stands after its colon or dash, and which on the lines below.

use crate::read::Style;

use super::literal::pair;
use super::{Layout, Literal};

/// A value laid out.
pub(super) struct Rendered {
    /// After the colon or dash; nothing where all of it is below.
    pub(super) head: String,
    /// Lines below, indented.
    pub(super) lines: Vec<String>,
}

/// The place of a value.
#[derive(Clone, Copy)]
pub(super) struct Site {
    pub(super) in_brackets: bool,
    /// The column of its key or dash.
    pub(super) column: usize,
    /// How the value before it was written.
    pub(super) was: Option<Style>,
    /// Whether lines of text may stand below: no comment follows that would become one of them.
    pub(super) may_be_block: bool,
}

pub(super) fn render(literal: &Literal, site: Site, layout: Layout) -> Rendered {
    let in_line = |head: String| Rendered { head, lines: Vec::new() };
    match literal {
        _ if site.in_brackets => in_line(literal.inline(true, site.was)),
        Literal::Text(text) if text.contains('\n') && site.may_be_block && is_block(text) => {
            let indent = " ".repeat(site.column + layout.step);
            let line = |line: &str| if line.is_empty() { String::new() } else { format!("{indent}{line}") };
            Rendered { head: "|-".to_owned(), lines: text.split('\n').map(line).collect() }
        }
        Literal::List(items, true) if !items.is_empty() => {
            let column = site.column + layout.list;
            let lines = items.iter().flat_map(|item| item_lines(item, column, layout)).collect();
            Rendered { head: String::new(), lines }
        }
        Literal::Map(pairs, true) if !pairs.is_empty() => {
            let column = site.column + layout.step;
            let lines = pairs.iter().flat_map(|(key, value)| pair_lines(key, value, column, layout)).collect();
            Rendered { head: String::new(), lines }
        }
        _ => in_line(literal.inline(false, site.was)),
    }
}

/// Whether a text can be written as lines that stay as they are.
fn is_block(text: &str) -> bool {
    let is_odd = |line: &str| !line.is_empty() && line.trim_matches(' ').is_empty();
    !text.contains(['\t', '\r']) && !text.split('\n').any(is_odd)
}

/// A pair in lines of its own.
pub(super) fn pair_lines(key: &str, value: &Literal, column: usize, layout: Layout) -> Vec<String> {
    let key = Literal::Text(key.to_owned()).inline(false, None);
    below(&format!("{}{key}:", " ".repeat(column)), value, column, layout)
}

/// An item in lines of its own.
pub(super) fn item_lines(item: &Literal, column: usize, layout: Layout) -> Vec<String> {
    let indent = " ".repeat(column);
    match item {
        // Its first key is beside the dash.
        Literal::Map(pairs, true) => {
            let mut lines: Vec<String> =
                pairs.iter().flat_map(|(key, value)| pair_lines(key, value, column + 2, layout)).collect();
            if let Some(first) = lines.first_mut() {
                first.replace_range(column..=column, "-");
            }
            lines
        }
        _ => below(&format!("{indent}-"), item, column, layout),
    }
}

fn below(lead: &str, value: &Literal, column: usize, layout: Layout) -> Vec<String> {
    let site = Site { in_brackets: false, column, was: None, may_be_block: true };
    let Rendered { head, lines } = render(value, site, layout);
    let first = if head.is_empty() { lead.to_owned() } else { format!("{lead} {head}") };
    std::iter::once(first).chain(lines).collect()
}

/// A pair within braces.
pub(super) fn pair_in_braces(key: &str, value: &Literal) -> String {
    pair(key, value, true)
}
