//! The words of a packet as hypertext: each part of a phrase as what it is.

use maud::{Markup, html};

use crate::phrase::{Entry, Part, Phrase, Prose, Tone, Unit};

use super::links::Links;
use super::shown;

impl Links<'_> {
    pub(super) fn prose(&self, prose: &Prose) -> Markup {
        html! {
            @for (phrase, tone) in &prose.0 {
                @match class(*tone) {
                    None => (self.phrase(phrase)),
                    Some(class) => span class=(class) { (self.phrase(phrase)) },
                }
            }
        }
    }

    pub(super) fn phrase(&self, phrase: &Phrase) -> Markup {
        html! { @for part in phrase.parts() { (self.part(part)) } }
    }

    fn part(&self, part: Part<'_>) -> Markup {
        match part {
            Part::Words(text) | Part::Day(text) => html! { (shown(text)) },
            Part::Text(text) => html! { bdi { (shown(text)) } },
            Part::Quoted(text) => html! { "“" bdi { (shown(text)) } "”" },
            Part::Code(text) => html! { code { (shown(text)) } },
            Part::Arrow => html! { " → " },
            Part::Figure(figure) => html! { (figure.value) @if figure.unit == Unit::Percent { "\u{a0}%" } },
            Part::Entry(entry) => self.entry(entry),
        }
    }

    fn entry(&self, Entry { noun, id, name, .. }: Entry<'_>) -> Markup {
        let (name, shown_id) = (shown(name), shown(id));
        // The style sheet sets the direction of a link's text: an element for each of thousands would be too much.
        match self.to(noun, id) {
            Some(to) => html! { a href={ "#" (to) } { (name) } },
            None if name == shown_id => html! { code { (name) } },
            None => html! { bdi title=(shown_id) { (name) } },
        }
    }
}

/// A phrase in plain words, with names rather than ids.
pub(super) fn words(phrase: &Phrase) -> String {
    phrase
        .parts()
        .map(|part| match part {
            Part::Entry(entry) => shown(entry.name),
            Part::Code(text) => shown(text),
            other => shown(&other.to_string()),
        })
        .collect()
}

pub(super) fn class(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Strong => Some("strong"),
        Tone::Quiet => Some("quiet"),
        Tone::Good => Some("good"),
        Tone::Warning => Some("warning"),
        Tone::Bad => Some("bad"),
    }
}
