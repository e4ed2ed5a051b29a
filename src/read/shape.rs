//! What to write where a value has another shape than it should: text in brackets, `true` where a mapping is meant.

use crate::model::Date;
use crate::phrase::{Phrase, all, code, say};
use crate::text::Span;

use super::defect::{Defect, DefectKind};
use super::meant::parts;
use super::node::{Kind, Node};

/// Words in code quotes, in a row.
pub(super) fn list(words: &[&str]) -> Phrase {
    all(words.iter().map(code))
}

/// A file that holds two.
pub(super) fn second_document(span: Span) -> Defect {
    Defect::new(DefectKind::InvalidYaml, span, "a second document in one file: charts do without").help(say![
        "remove the ",
        code("---"),
        ", or move what follows into a file of its own"
    ])
}

/// The text that a mapping or list was probably meant to be, in quotes.
pub(super) fn text(node: Node<'_, '_>) -> Option<Phrase> {
    let word = |node: Node<'_, '_>| match node.kind() {
        Kind::Plain(text) if !text.contains(['"', '\\']) => Some(text.to_string()),
        _ => None,
    };
    let mut parts = node.children();
    match node.kind() {
        Kind::Map => {
            let (key, value) = (parts.next()?, parts.next()?);
            let is_one = parts.next().is_none();
            let text = format!("{}: {}", word(key)?, word(value)?);
            is_one.then(|| say!["write ", code(format_args!("\"{text}\"")), ": a text that holds a colon needs quotes"])
        }
        Kind::List => {
            let words = parts.map(word).collect::<Option<Vec<_>>>()?;
            let text = words.join(", ");
            (!words.is_empty()).then(|| {
                say!["write one text, or ", code(format_args!("\"[{text}]\"")), ": a text in brackets needs quotes"]
            })
        }
        _ => None,
    }
}

/// `true` or `false`, by what stands there.
pub(super) fn truth(text: &str) -> Phrase {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "y" | "on" | "1" | "x" | "ja" | "oui" | "si" | "sí" => {
            say!["write ", code("true"), ", without quotes"]
        }
        "false" | "no" | "n" | "off" | "0" | "nein" | "non" => say!["write ", code("false"), ", without quotes"],
        _ => say!["write ", code("true"), " or ", code("false"), ", without quotes"],
    }
}

/// What to write for a mapping of the format, by its name there and by what stands in its place.
pub(super) fn mapping(name: &str, node: Node<'_, '_>, fields: &[&str]) -> Phrase {
    let written = match node.kind() {
        Kind::Plain(text) | Kind::Quoted(text) => text.trim().to_lowercase(),
        _ => String::new(),
    };
    match name {
        "Vacancy" if matches!(written.as_str(), "false" | "no" | "n" | "off" | "0" | "nein" | "non") => {
            "remove the line: a seat that has an owner is not vacant".into()
        }
        "Vacancy" => {
            let since = Date::parse(&written).map_or_else(|_| "2026-10-01".to_owned(), |day| day.to_string());
            say!["write ", code(format_args!("vacant: {{since: {since}}}")), ", with the first day without an owner"]
        }
        "Fit" => say!["write ", code("fit: {head: true, heart: true, briefcase: false}")],
        "Waiver" => say!["write ", code("{rule: RULE, reason: why it is accepted, until: 2027-01-31}")],
        _ => say!["write ", code("key: value"), " lines with the keys ", list(fields)],
    }
}

/// What to write for a list, by what stands in its place.
pub(super) fn items(node: Node<'_, '_>) -> Phrase {
    let (Kind::Plain(text) | Kind::Quoted(text)) = node.kind() else {
        return say!["write one entry a line after ", code("- ")];
    };
    let is_one = text.contains(' ') && !text.contains([',', ';']);
    let entries = if is_one { vec![text.trim()] } else { parts(text) };
    say!["write ", code(format_args!("[{}]", entries.join(", "))), ", or one entry a line after ", code("- ")]
}
