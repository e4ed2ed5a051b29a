//! A page as Markdown in which nothing that stands in a chart is taken for markup.

use std::fmt::Write;

use crate::text::{printable_line, without_commands};

use super::{Block, Item, Mark, Page, Prose, Table, Tone};

/// A page as GitHub-flavoured Markdown.
pub(in crate::report) fn markdown(page: &Page) -> String {
    let mut out = String::new();
    let mut is_list = false;
    for block in &page.blocks {
        let is_item = matches!(block, Block::Item(_));
        let goes_on = is_list && is_item;
        if !out.is_empty() && !goes_on {
            out.push('\n');
        }
        is_list = is_item;
        match block {
            Block::Title(text) => writeln!(out, "# {}", escaped(text)),
            Block::Subheading(text) => writeln!(out, "### {}", escaped(text)),
            Block::Heading(text) => writeln!(out, "## {}", escaped(text)),
            Block::Paragraph(prose) => writeln!(out, "{}", line_start_escaped(inline(prose))),
            Block::Item(item) => write!(out, "{}", list_item(item)),
            Block::Table(table) => write!(out, "{}", rows(table)),
        }
        .expect("a string takes all");
    }
    without_commands(&out).into_owned()
}

fn list_item(Item { mark, prose, below }: &Item) -> String {
    let first = match mark {
        Mark::Dash => "- ".to_owned(),
        Mark::Number(number) => format!("{number}. "),
        Mark::Change(mark) => format!("- `{mark}` "),
    };
    let mut out = format!("{first}{}\n", line_start_escaped(inline(prose)));
    for one in below {
        let below = line_start_escaped(inline(one));
        writeln!(out, "{}- {below}", " ".repeat(first.len())).expect("a string takes all");
    }
    out
}

fn rows(table: &Table) -> String {
    let titles = table.columns.iter().map(|column| escaped(column.title)).collect::<Vec<_>>().join(" | ");
    let rules = table.columns.iter().map(|column| if column.is_number { "--:" } else { "---" });
    let mut out = format!("| {titles} |\n|{}|\n", rules.collect::<Vec<_>>().join("|"));
    for row in &table.rows {
        writeln!(out, "| {} |", row.iter().map(inline).collect::<Vec<_>>().join(" | ")).expect("a string takes all");
    }
    out
}

fn inline(prose: &Prose) -> String {
    let mut out = String::new();
    for (text, tone) in &prose.0 {
        let escaped = escaped(text);
        let inner = escaped.trim();
        if matches!(tone, Tone::Bad | Tone::Strong) && !inner.is_empty() {
            out.push_str(&escaped.replacen(inner, &format!("**{inner}**"), 1));
        } else {
            out.push_str(&escaped);
        }
    }
    out
}

/// Text with every character that Markdown or GitHub gives a meaning written so that it has none. What stands in
/// code quotes and looks like an id stays code.
fn escaped(text: &str) -> String {
    let text = printable_line(text);
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text.as_ref();
    while let Some(quote) = rest.find('`') {
        let (before, from) = rest.split_at(quote);
        out.push_str(&plain(before));
        if let Some((inside, after)) = from[1..].split_once('`').filter(|(inside, _)| is_code(inside)) {
            out.push('`');
            out.push_str(inside);
            out.push('`');
            rest = after;
        } else {
            out.push_str("\\`");
            rest = &from[1..];
        }
    }
    out.push_str(&plain(rest));
    out
}

/// What may stand between code quotes: ids, keys and options, none of which has a meaning to Markdown there.
fn is_code(text: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '/' | '-' | ':' | ' ');
    !text.is_empty() && text.trim() == text && text.chars().all(allowed)
}

fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '|' => out.push_str("\\|"),
            // A mention, an issue or a link is made after the text is read, whatever stands before it: only
            // something between its parts keeps it text.
            '@' | '#' => {
                out.push('\\');
                out.push(character);
                out.push(ZERO_WIDTH);
            }
            '/' if before == ':' => {
                out.push(ZERO_WIDTH);
                out.push('/');
            }
            '.' if out.to_ascii_lowercase().ends_with("www") => {
                out.push(ZERO_WIDTH);
                out.push('.');
            }
            '\\' | '*' | '_' | '[' | ']' | '~' | '!' | '`' | '$' => {
                out.push('\\');
                out.push(character);
            }
            _ => out.push(character),
        }
        before = character;
    }
    out
}

/// Keeps what begins a line from being taken for a list or a rule.
fn line_start_escaped(text: String) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let mut rest = text[digits..].chars();
    match (rest.next(), rest.next()) {
        (Some('-' | '+' | '='), _) if digits == 0 => format!("\\{text}"),
        (Some(mark @ ('.' | ')')), None | Some(' ')) if digits > 0 => {
            format!("{}\\{mark}{}", &text[..digits], &text[digits + 1..])
        }
        _ => text,
    }
}

const ZERO_WIDTH: char = '\u{200b}';
