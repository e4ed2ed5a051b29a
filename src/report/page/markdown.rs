//! A page as Markdown in which no text of a chart is taken for markup.

use std::fmt::Write;

use crate::phrase::{Block, CodeLine, Item, Mark, Page, Part, Phrase, Picture, Prose, Table, Tone, View, cut};
use crate::report::markup;
use crate::text::{break_commands, printable_line};

/// A page as GitHub-flavoured Markdown; `files` are the available pictures for each view.
pub(in crate::report) fn markdown(page: &Page, files: &dyn Fn(View) -> Vec<String>) -> String {
    of_blocks(&page.blocks, files)
}

fn of_blocks(blocks: &[Block], files: &dyn Fn(View) -> Vec<String>) -> String {
    let mut out = String::new();
    let mut is_list = false;
    for block in blocks {
        let is_item = matches!(block, Block::Item(_));
        let goes_on = is_list && is_item;
        if !out.is_empty() && !goes_on {
            out.push('\n');
        }
        is_list = is_item;
        match block {
            Block::Title(text) => writeln!(out, "# {}", of_phrase(text)),
            Block::Subheading(text) => writeln!(out, "### {}", of_phrase(text)),
            Block::Heading { text, .. } => writeln!(out, "## {}", of_phrase(text)),
            Block::Paragraph(prose) => writeln!(out, "{}", line_start_escaped(inline(prose))),
            Block::Item(item) => write!(out, "{}", list_item(item)),
            Block::Table(table) => write!(out, "{}", rows(table)),
            Block::Code(lines) => write!(out, "{}", code(lines)),
            Block::Picture(picture) => write!(out, "{}", pictures(picture, &files(picture.view))),
        }
        .expect("a string takes all");
    }
    break_commands(out)
}

/// The parts of a page below its subheadings.
fn parts(page: &Page) -> impl Iterator<Item = (&Phrase, &[Block])> {
    let parts = page.blocks.chunk_by(|_, next| !matches!(next, Block::Subheading(_)));
    parts.filter_map(|part| match part {
        [Block::Subheading(title), below @ ..] => Some((title, below)),
        _ => None,
    })
}

/// How many blocks the longest part of a page has.
pub(in crate::report) fn longest(page: &Page) -> usize {
    parts(page).map(|(_, blocks)| blocks.len()).max().unwrap_or(0)
}

/// Adds the parts of a page, each folded, with at most this many blocks, and says how many are left out.
pub(in crate::report) fn folded(page: &Page, is_open: bool, most: usize, out: &mut String) -> usize {
    let mut left_out = 0;
    for (title, blocks) in parts(page) {
        let (shown, left) = cut(blocks, most);
        let open = if is_open { " open" } else { "" };
        let shown = of_blocks(shown, &|_| Vec::new());
        let more = if left > 0 { format!("- and {left} more\n") } else { String::new() };
        let title = of_phrase(title);
        write!(out, "\n<details{open}><summary>{title}</summary>\n\n{shown}{more}\n</details>\n")
            .expect("a string takes all");
        left_out += left;
    }
    left_out
}

/// The pictures of a picture, or the command that draws it.
fn pictures(Picture { caption, command, .. }: &Picture, files: &[String]) -> String {
    let caption = of_phrase(caption);
    if files.is_empty() {
        let mut out = format!("{caption}: ");
        markup::code(&command.plain(), &mut out);
        return out + "\n";
    }
    let picture = |file: &String| format!("![{caption}]({file})\n");
    files.iter().map(picture).collect()
}

fn list_item(Item { mark, prose, below, commands: _ }: &Item) -> String {
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

/// Lines between fences that are longer than what looks like one in them.
fn code(lines: &[CodeLine]) -> String {
    let shown = |line: &CodeLine| format!("{}{}\n", line.margin(), printable_line(&line.text.plain()));
    let lines: String = lines.iter().map(shown).collect();
    let ticks = lines.split(|letter| letter != '`').map(str::len).max();
    let fence = "`".repeat(ticks.unwrap_or(0).max(2) + 1);
    format!("{fence}text\n{lines}{fence}\n")
}

fn rows(table: &Table) -> String {
    let title = |text: &str| {
        let mut out = String::new();
        markup::text(text, &mut out);
        out
    };
    let titles = table.columns.iter().map(|column| title(column.title)).collect::<Vec<_>>().join(" | ");
    let rules = table.columns.iter().map(|column| if column.is_number { "--:" } else { "---" });
    let mut out = format!("| {titles} |\n|{}|\n", rules.collect::<Vec<_>>().join("|"));
    for row in &table.rows {
        writeln!(out, "| {} |", row.iter().map(cell).collect::<Vec<_>>().join(" | ")).expect("a string takes all");
    }
    out
}

/// A cell ends at each stroke that no backslash stands before, in code too.
fn cell(prose: &Prose) -> String {
    let mut out = String::new();
    for letter in inline(prose).chars() {
        if letter == '|' && !out.ends_with('\\') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

fn inline(prose: &Prose) -> String {
    let mut out = String::new();
    for (phrase, tone) in &prose.0 {
        // Entries stand out by themselves.
        let is_bare = !phrase.parts().any(|part| matches!(part, Part::Entry(_) | Part::Code(_)));
        if matches!(tone, Tone::Bad | Tone::Strong) && is_bare {
            strong(&phrase.plain(), &mut out);
        } else {
            markup::phrase(phrase, &mut out);
        }
    }
    out
}

/// A text that stands out, the spaces around it left as they are.
fn strong(text: &str, out: &mut String) {
    let inner = text.trim();
    let start = text.len() - text.trim_start().len();
    out.push_str(&text[..start]);
    markup::strong(inner, out);
    out.push_str(&text[start + inner.len()..]);
}

fn of_phrase(phrase: &Phrase) -> String {
    let mut out = String::new();
    markup::phrase(phrase, &mut out);
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
