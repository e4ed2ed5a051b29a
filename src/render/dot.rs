//! DOT, the language of Graphviz.

use std::fmt::Write;

use super::theme::FONT_FAMILY;
use crate::picture::{Diagram, DiagramLook, Flow, LinkLook};
use crate::text::escape_commands;

/// Writes a diagram in DOT. Boxes are numbered: no word of a chart is outside quotes.
#[must_use]
pub fn dot(diagram: &Diagram) -> String {
    let mut out = String::new();
    write(diagram, &mut out).expect("a string takes everything");
    // On standard output a CI system reads along; Graphviz reads the number as the letter.
    escape_commands(out, "&#91;")
}

fn write(diagram: &Diagram, out: &mut String) -> std::fmt::Result {
    let direction = match diagram.flow {
        Flow::Down => "TB",
        Flow::Right => "LR",
    };
    writeln!(out, "digraph chart {{")?;
    let title = quoted(&[&diagram.title]);
    writeln!(out, "  graph [label={title}, labelloc=t, rankdir={direction}, fontname=\"{FONT_FAMILY}\"];")?;
    writeln!(out, "  node [shape=box, style=rounded, fontname=\"{FONT_FAMILY}\"];")?;
    writeln!(out, "  edge [color=\"#64748b\"];")?;
    for (index, part) in diagram.boxes.iter().enumerate() {
        let look = match part.look {
            DiagramLook::Plain => "",
            DiagramLook::Empty => ", style=\"rounded,dashed\"",
            DiagramLook::Wrong => ", color=\"#b42318\", penwidth=2",
        };
        writeln!(out, "  n{index} [label={}{look}];", quoted(&part.lines))?;
    }
    for link in &diagram.links {
        let words = if link.words.is_empty() { String::new() } else { format!("label={}", quoted(&[&link.words])) };
        let look = match link.look {
            LinkLook::Plain => "",
            LinkLook::Dashed => "style=dashed, dir=none",
            LinkLook::Wrong => "color=\"#b42318\", penwidth=2",
            LinkLook::BothWays => "color=\"#b42318\", penwidth=2, dir=both",
        };
        let said: Vec<&str> = [words.as_str(), look].into_iter().filter(|said| !said.is_empty()).collect();
        let said = if said.is_empty() { String::new() } else { format!(" [{}]", said.join(", ")) };
        writeln!(out, "  n{} -> n{}{said};", link.from, link.to)?;
    }
    writeln!(out, "}}")
}

/// Lines as a label. Graphviz reads backslashes and ampersands in it: both are literal only when escaped.
fn quoted(lines: &[impl AsRef<str>]) -> String {
    let mut label = String::from('"');
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            label.push_str("\\n");
        }
        for letter in line.as_ref().chars() {
            match letter {
                '"' => label.push_str("\\\""),
                '\\' => label.push_str("\\\\"),
                '&' => label.push_str("&amp;"),
                _ if letter.is_control() => label.push(' '),
                _ => label.push(letter),
            }
        }
    }
    label.push('"');
    label
}
