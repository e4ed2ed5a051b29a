//! The tables of known headers and words in docs/exchange.md, made from the vocabulary.

use std::fmt::Write;

use crate::text::{spellings, words};

use super::fields::FIELDS;

/// The fields with their headers, then the words of cells, as tables in Markdown.
#[must_use]
pub fn vocabulary() -> String {
    let headers = spellings();
    let mut page = String::from("### Headers\n\n| field | headers that mean it |\n|---|---|\n");
    for (_, name, _) in FIELDS {
        let Some(languages) = headers.get(*name) else { continue };
        let told: Vec<String> =
            languages.iter().map(|(language, spellings)| format!("{language}: {}", spellings.join(", "))).collect();
        let _ = writeln!(page, "| `{name}` | {} |", told.join("; "));
    }
    page.push_str("\n### Words in cells\n\n`…` may be followed by anything; `*` stands for the rest of a word.\n\n| meaning | words |\n|---|---|\n");
    for (name, languages) in words() {
        let told: Vec<String> =
            languages.iter().map(|(language, spellings)| format!("{language}: {}", spellings.join(", "))).collect();
        let _ = writeln!(page, "| {name} | {} |", told.join("; ").replace('|', "\\|"));
    }
    page
}
