//! Mermaid, the diagrams inside Markdown.

use std::fmt::Write;

use crate::picture::{Diagram, DiagramLook, Flow, Link, LinkLook};

/// Writes a diagram as a Mermaid flow chart. Boxes are numbered: no word of a chart is outside quotes.
#[must_use]
pub fn mermaid(diagram: &Diagram) -> String {
    let mut out = String::new();
    write(diagram, &mut out).expect("a string takes everything");
    out
}

fn write(diagram: &Diagram, out: &mut String) -> std::fmt::Result {
    let direction = match diagram.flow {
        Flow::Down => "TD",
        Flow::Right => "LR",
    };
    writeln!(out, "flowchart {direction}")?;
    if !diagram.title.trim().is_empty() {
        writeln!(out, "  accTitle: {}", escaped(&diagram.title))?;
    }
    for (index, part) in diagram.boxes.iter().enumerate() {
        let lines: Vec<String> = part.lines.iter().map(|line| escaped(line)).collect();
        writeln!(out, "  n{index}[\"{}\"]", lines.join("<br/>"))?;
    }
    for link in &diagram.links {
        let line = match link.look {
            LinkLook::Plain | LinkLook::Wrong => "-->",
            LinkLook::Dashed => "-.-",
            LinkLook::BothWays => "<-->",
        };
        let words = if link.words.is_empty() { String::new() } else { format!("|\"{}\"|", escaped(&link.words)) };
        writeln!(out, "  n{} {line}{words} n{}", link.from, link.to)?;
    }
    let wrong = |link: &Link| matches!(link.look, LinkLook::Wrong | LinkLook::BothWays);
    let wrong = diagram.links.iter().enumerate().filter(|(_, link)| wrong(link));
    let numbers: Vec<String> = wrong.map(|(index, _)| index.to_string()).collect();
    if !numbers.is_empty() {
        writeln!(out, "  linkStyle {} stroke:#b42318,stroke-width:2px", numbers.join(","))?;
    }
    for (look, name, style) in [
        (DiagramLook::Empty, "empty", "stroke-dasharray: 5 3"),
        (DiagramLook::Wrong, "wrong", "stroke:#b42318,stroke-width:2px"),
    ] {
        let looking = diagram.boxes.iter().enumerate().filter(|(_, part)| part.look == look);
        let names: Vec<String> = looking.map(|(index, _)| format!("n{index}")).collect();
        if !names.is_empty() {
            writeln!(out, "  classDef {name} {style}\n  class {} {name}", names.join(","))?;
        }
    }
    Ok(())
}

/// Takes no room and keeps the letters on its sides from being read as one sign.
const JOINER: char = '\u{2060}';

/// The words with everything as a character code that Mermaid, Markdown or HTML could read as its own: all ASCII
/// punctuation but the harmless. Four are read even after the codes are resolved: `\n` as a line break, `$$` as
/// a formula, and the letters with which Mermaid marks codes on their way; they are kept apart from what follows.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        let is_harmless = matches!(letter, ',' | '.' | '/' | '(' | ')' | '\'' | '-' | '+');
        if letter.is_control() {
            escaped.push(' ');
        } else if letter.is_ascii_punctuation() && !is_harmless {
            write!(escaped, "#{};", u32::from(letter)).expect("a string takes everything");
        } else {
            escaped.push(letter);
        }
        if matches!(letter, '\\' | '$' | 'ﬂ' | '¶') {
            escaped.push(JOINER);
        }
    }
    escaped
}
