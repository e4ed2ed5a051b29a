//! `two-in-a-name`: a person's name that holds two people.

use crate::phrase::{quoted, say, text};
use crate::text::is_nobody;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("two-in-a-name"),
    summary: "a person's name that holds two people",
    pillar: Pillar::HumanCapital,
    level: Level::Warning,
    docs: include_str!("two_in_a_name.md"),
    ..Rule::BLANK
};

/// What stands between two people, as a word of its own.
const BETWEEN: [&str; 8] = ["&", "+", "/", "and", "und", "et", "och", "en"];

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for person in context.graph.people().filter(|person| !person.is_nobody()) {
        let Some(name) = person.claims().name.spanned() else { continue };
        let Some((one, other)) = two_people(name.value.as_str()) else { continue };
        findings
            .at(name.span(), say![quoted(&name.value), " is two people"])
            .help(say![
                "give ",
                text(one),
                " and ",
                text(other),
                " an entry each: one of them owns what ",
                person,
                " owns, the other is a member, or has a seat of their own"
            ])
            .on(person);
    }
}

/// The two that a name holds.
fn two_people(name: &str) -> Option<(&str, &str)> {
    // Nearly every name has none of these.
    let parted = |at: usize, length: usize| {
        let (one, other) = (name[..at].trim(), name[at + length..].trim());
        (is_a_name(one) && is_a_name(other)).then_some((one, other))
    };
    if let Some(found) = name.find([';', '\n']).and_then(|at| parted(at, 1)) {
        return Some(found);
    }
    let mut at = 0;
    for word in name.split(' ') {
        if at > 0 && BETWEEN.iter().any(|between| word.eq_ignore_ascii_case(between)) {
            let found = parted(at, word.len());
            if found.is_some() {
                return found;
            }
        }
        at += word.len() + 1;
    }
    // Without spaces around it a slash may be part of a name, unless two whole names stand at its sides.
    let (one, other) = name.split_once('/')?;
    let is_whole = |part: &str| part.split_whitespace().nth(1).is_some() && is_a_name(part);
    (is_whole(one) && is_whole(other)).then_some((one.trim(), other.trim()))
}

/// Whether a text can be a person's name: letters, with a capital where the script has capitals, and not nobody.
fn is_a_name(text: &str) -> bool {
    let starts = |word: &str| {
        let first = word.chars().find(|c| c.is_alphabetic());
        first.is_some_and(|first| !first.is_lowercase())
    };
    text.split_whitespace().next().is_some_and(starts) && !is_nobody(text)
}

#[cfg(test)]
mod tests {
    use super::two_people;

    #[test]
    fn two_names_are_told_from_one() {
        for (name, one, other) in [
            ("Jo Park & Sol Lee", "Jo Park", "Sol Lee"),
            ("Jo & Sol", "Jo", "Sol"),
            ("Mo Diaz / Ida Berg", "Mo Diaz", "Ida Berg"),
            ("Mo Diaz/Ida Berg", "Mo Diaz", "Ida Berg"),
            ("Ana Ruiz and Ben Okafor", "Ana Ruiz", "Ben Okafor"),
            ("Kim Larsen und Ole Dahl", "Kim Larsen", "Ole Dahl"),
            ("王芳; 李雷", "王芳", "李雷"),
        ] {
            assert_eq!(two_people(name), Some((one, other)), "{name}");
        }
        let of_one =
            ["Ana Ruiz", "José Ortega y Gasset", "Ana Ruiz / TBD", "Ana Ruiz (she/her)", "And Y", "Jo and co", "D/A"];
        for name in of_one {
            assert_eq!(two_people(name), None, "{name}");
        }
    }
}
