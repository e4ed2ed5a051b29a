//! How the parts of a phrase look on a terminal: titles stand out, ids are quiet.

use crate::phrase::{By, Entry, Part, Phrase, Prose, Tone};
use crate::text::printable_line;

/// Text in one tone.
pub(super) type Run = (String, Tone);

/// Prose as texts in tones, with nothing in them that a terminal would obey.
pub(super) fn runs(prose: &Prose) -> Vec<Run> {
    prose.0.iter().flat_map(|(phrase, tone)| of_phrase(phrase, *tone)).collect()
}

fn of_phrase(phrase: &Phrase, tone: Tone) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for part in phrase.parts() {
        match part {
            Part::Entry(said) => entry(said, tone, &mut runs),
            part => push(&part.to_string(), tone, &mut runs),
        }
    }
    runs
}

fn entry(Entry { id, name, by, .. }: Entry<'_>, tone: Tone, runs: &mut Vec<Run>) {
    if name == id {
        return push(id, tone, runs);
    }
    // What is judged keeps its colour; by itself a title stands out among our words.
    push(name, if tone == Tone::Plain && by != By::Name { Tone::Strong } else { tone }, runs);
    if by != By::Name {
        push(" ", tone, runs);
        push(&format!("({id})"), Tone::Quiet, runs);
    }
}

fn push(text: &str, tone: Tone, runs: &mut Vec<Run>) {
    let text = printable_line(text);
    match runs.last_mut() {
        Some((last, of)) if *of == tone => last.push_str(&text),
        _ => runs.push((text.into_owned(), tone)),
    }
}
