//! Headers of columns: the fields that they may mean.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Spellings, bare, spellings};

/// Spellings of headers by their field, each as its words.
static HEADERS: LazyLock<Headers> = LazyLock::new(|| {
    let file = spellings();
    let mut headers = Headers::default();
    let of_field = |(field, of)| {
        let (field, of): (&String, &Spellings) = (field, of);
        let ranked = of.values().flat_map(|spellings| (0..).zip(spellings));
        ranked.map(|(rank, spelling)| (field.clone(), rank, spelling.clone())).collect::<Vec<_>>()
    };
    for (field, rank, spelling) in file.iter().flat_map(of_field) {
        let known = headers.exact.entry(spelling.replace(' ', "")).or_default();
        // Several languages may share a spelling.
        if known.iter().all(|(other, _)| *other != field) {
            known.push((field.clone(), rank));
        }
        let words: Vec<String> = spelling.split(' ').map(str::to_owned).collect();
        headers.inside.entry(words[0].clone()).or_default().push((words, field));
    }
    headers
});

#[derive(Debug, Default)]
struct Headers {
    /// With the place of the spelling among those of its language: the first is the likeliest.
    exact: HashMap<String, Vec<(String, usize)>>,
    inside: HashMap<String, Vec<(Vec<String>, String)>>,
}

/// At most this many names may come before the key in a header of flattened records.
const DEEPEST: usize = 8;

/// The fields that a header may mean: those whose spelling it is, or else the longest that it holds; with whether it
/// is the whole of it.
pub(crate) fn fields_of(header: &str) -> (bool, Vec<(&'static str, usize)>) {
    let (mut inner, mut words) = (header, header_words(header));
    for _ in 0..DEEPEST {
        if let Some(fields) = HEADERS.exact.get(&words.concat()) {
            return (true, fields.iter().map(|(field, rank)| (field.as_str(), *rank)).collect());
        }
        let Some(rest) = inner_key(inner) else { break };
        (inner, words) = (rest, header_words(rest));
    }
    let mut longest = 0;
    let mut found: Vec<(&str, usize)> = Vec::new();
    for at in 0..words.len() {
        for (spelling, field) in HEADERS.inside.get(&words[at]).into_iter().flatten() {
            let letters: usize = spelling.iter().map(String::len).sum();
            // A short word inside another header says little: `name` in `Project Name`.
            if (spelling.len() == 1 && letters < 7)
                || letters < 5
                || !words[at..].starts_with(spelling)
                || letters < longest
            {
                continue;
            }
            if letters > longest {
                longest = letters;
                found.clear();
            }
            if found.iter().all(|(other, _)| other != field) {
                found.push((field, usize::MAX));
            }
        }
    }
    (false, found)
}

/// The last part of a flattened key, after the names of the records around it: `title` in
/// `organizations.0.title`.
fn inner_key(header: &str) -> Option<&str> {
    const HOLDERS: [&str; 13] = [
        "attributes",
        "custom",
        "data",
        "employee",
        "employees",
        "fields",
        "internal",
        "job",
        "name",
        "organizations",
        "profile",
        "user",
        "work",
    ];
    let (holder, inner) = header.split_once('.').filter(|_| !header.contains(char::is_whitespace))?;
    let is_holder =
        HOLDERS.contains(&holder) || (!holder.is_empty() && holder.bytes().all(|byte| byte.is_ascii_digit()));
    (is_holder && !inner.is_empty()).then_some(inner)
}

/// A header's words: remarks in brackets are dropped, `#` is a number, and `jobTitle` is two words.
pub(crate) fn header_words(header: &str) -> Vec<String> {
    let mut text = String::with_capacity(header.len());
    let mut depth = 0_usize;
    let mut last = ' ';
    let mut letters = header.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // `manager.displayName` is three words; an abbreviation is one.
            '.' if depth == 0
                && last.is_alphanumeric()
                && letters.peek().is_some_and(|next| next.is_alphanumeric()) =>
            {
                text.push(' ');
            }
            '(' | '[' | '<' | '{' => depth += 1,
            ')' | ']' | '>' | '}' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '#' if !text.trim().is_empty() => text.push_str(" number"),
            _ => {
                if letter.is_uppercase() && last.is_lowercase() {
                    text.push(' ');
                }
                text.push(letter);
            }
        }
        last = letter;
    }
    let bare = if text.trim().is_empty() { bare(header) } else { bare(&text) };
    bare.split([' ', '/']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
