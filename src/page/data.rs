//! What a page's script knows about a chart: the JSON in the page, with a published schema.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Language;
use crate::phrase::PageLabel;
use crate::text::forbidden;

/// The version of this form; it grows when a reader of the last would be misled.
pub(super) const VERSION: u32 = 1;

/// All that the page knows.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, title = "Data of a page of rightseat, version 1")]
pub struct Data {
    /// The version of this form.
    pub page: u32,
    /// The version of the program that wrote it.
    pub tool: String,
    /// The organisation, or the chart's path.
    pub organization: String,
    /// The day on which the newest revision was judged.
    pub today: String,
    /// The revision that is shown first, by its place in the list.
    pub current: usize,
    /// What is shown of seats besides who holds them.
    pub shows: Vec<&'static str>,
    /// The functions, each with the number of its colour in the style sheet.
    pub functions: Vec<Function>,
    /// The language of the page's own words, as in BCP 47.
    pub language: Language,
    /// The page's own words, by the names of labels; `{}` is where a figure or a name goes.
    pub words: BTreeMap<&'static str, &'static str>,
    /// Each state of each seat, once.
    pub seats: Vec<Seat>,
    /// The revisions, the oldest first.
    pub revisions: Vec<Revision>,
}

/// A function and its colour.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Function {
    /// What it is called.
    pub name: String,
    /// The number of its colour.
    pub hue: usize,
}

/// One state of a seat. What is not there is left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[serde(default)]
pub struct Seat {
    /// The id.
    pub id: String,
    /// The place of an earlier state in the list: whatever this one leaves out is as it was there.
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    pub like: Option<usize>,
    /// The title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The function.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub function: Option<String>,
    /// The one who owns it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The one who covers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interim: Option<String>,
    /// The one who could take over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup: Option<String>,
    /// What is shown instead of a name, where there is neither exactly one person nor nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contested: Option<String>,
    /// Those who work in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub members: Option<Vec<String>>,
    /// That nobody owns it, and what is noted about that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vacant: Option<Vacancy>,
    /// Whether it is placed beside its manager.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assistant: Option<bool>,
    /// The ids of the seats that it also works for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dotted: Option<Vec<String>>,
    /// What it answers for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsibilities: Option<Vec<String>>,
    /// What it carries, in per cent of what its holder can.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub load: Option<i64>,
    /// How much that is: 0 below half, 1 below what is worth a look, 2 nearly all, 3 more than can be carried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<u8>,
    /// The sum, term by term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terms: Option<String>,
    /// The fewest and the most reports that suit its kind of manager; null where there is no such bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<(usize, Option<usize>)>,
    /// How many seats below it are not on this page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more: Option<usize>,
    /// The open priorities that it owns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priorities: Option<Vec<Priority>>,
    /// The metrics that it owns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Vec<Metric>>,
    /// What the rules found about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub findings: Option<Vec<Finding>>,
}

/// What is noted about a seat that nobody owns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[serde(default)]
pub struct Vacancy {
    /// The first day without an owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// What is being done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
}

/// A priority.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[serde(default)]
pub struct Priority {
    /// The id.
    pub id: String,
    /// The title.
    pub title: String,
    /// Its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'static str>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// Whether others serve it.
    #[serde(skip_serializing_if = "is_false")]
    pub strategic: bool,
}

/// A metric.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[serde(default)]
pub struct Metric {
    /// The id.
    pub id: String,
    /// The title.
    pub title: String,
    /// What it should be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual: Option<String>,
    /// Whether it reaches its target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<bool>,
}

/// What a rule found.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Finding {
    /// `error`, `warning` or `info`.
    pub level: &'static str,
    /// The rule.
    pub rule: String,
    /// What is wrong.
    pub message: String,
    /// What to write.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// One revision.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Revision {
    /// What it is called.
    pub name: String,
    /// The day on which it was judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// Three numbers a seat, managers before their reports: its state by the place among `seats`; the place of its
    /// manager in this tree, or -1; and a key that is the same for the same seat in all revisions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tree: Option<Vec<i64>>,
    /// Why it could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unread: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out the field as it is")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// The script's labels in a language.
pub(super) fn words(language: Language) -> BTreeMap<&'static str, &'static str> {
    PageLabel::of_script().map(|label| (label.key(), label.words(language))).collect()
}

impl Seat {
    /// What it says that an earlier state does not. None where that says what this one leaves out: nothing would take it
    /// back.
    pub(super) fn beside(&self, place: usize, earlier: &Self) -> Option<Self> {
        let mut told = Self { like: Some(place), ..self.clone() };
        let are_told = [
            tell(&mut told.title, earlier.title.as_ref(), None),
            tell(&mut told.function, earlier.function.as_ref(), None),
            tell(&mut told.owner, earlier.owner.as_ref(), None),
            tell(&mut told.interim, earlier.interim.as_ref(), None),
            tell(&mut told.backup, earlier.backup.as_ref(), None),
            tell(&mut told.contested, earlier.contested.as_ref(), None),
            tell(&mut told.members, earlier.members.as_ref(), Some(Vec::new())),
            tell(&mut told.vacant, earlier.vacant.as_ref(), None),
            tell(&mut told.assistant, earlier.assistant.as_ref(), Some(false)),
            tell(&mut told.dotted, earlier.dotted.as_ref(), Some(Vec::new())),
            tell(&mut told.responsibilities, earlier.responsibilities.as_ref(), Some(Vec::new())),
            tell(&mut told.load, earlier.load.as_ref(), None),
            tell(&mut told.step, earlier.step.as_ref(), None),
            tell(&mut told.terms, earlier.terms.as_ref(), None),
            tell(&mut told.band, earlier.band.as_ref(), None),
            tell(&mut told.more, earlier.more.as_ref(), None),
            tell(&mut told.priorities, earlier.priorities.as_ref(), Some(Vec::new())),
            tell(&mut told.metrics, earlier.metrics.as_ref(), Some(Vec::new())),
            tell(&mut told.findings, earlier.findings.as_ref(), Some(Vec::new())),
        ];
        are_told.iter().all(|is_told| *is_told).then_some(told)
    }
}

/// Leaves out what an earlier state says as well, and says `nothing` where that alone says something. Whether a reader
/// then knows what is so.
fn tell<T: PartialEq>(told: &mut Option<T>, earlier: Option<&T>, nothing: Option<T>) -> bool {
    if told.as_ref() == earlier {
        *told = None;
        return true;
    }
    if told.is_none() {
        *told = nothing;
    }
    told.is_some()
}

/// A list, or nothing.
pub(super) fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    Some(list).filter(|list| !list.is_empty())
}

impl Data {
    /// What a page without a chart knows.
    pub(super) fn empty() -> Self {
        Self {
            page: VERSION,
            tool: env!("CARGO_PKG_VERSION").to_owned(),
            organization: String::new(),
            today: String::new(),
            current: 0,
            shows: Vec::new(),
            functions: Vec::new(),
            language: Language::English,
            words: words(Language::English),
            seats: Vec::new(),
            revisions: Vec::new(),
        }
    }

    /// As JSON that is safe in a script element: nothing in it ends the element or begins markup.
    #[must_use]
    pub fn json(&self) -> String {
        let json = serde_json::to_string(self).expect("strings, numbers and lists are JSON");
        let mut safe = String::with_capacity(json.len() + json.len() / 64);
        for letter in json.chars() {
            match letter {
                // In JSON these occur only in strings. A hash begins what some CI systems obey in a log; what would be
                // obeyed rather than read can only be in an id, and its readers have to know.
                _ if matches!(letter, '<' | '>' | '&' | '#') || forbidden(letter) => {
                    safe.push_str("\\u");
                    for shift in [12, 8, 4, 0] {
                        let digit = u32::from(letter) >> shift & 0xF;
                        safe.push(char::from_digit(digit, 16).expect("it is below sixteen"));
                    }
                }
                _ => safe.push(letter),
            }
        }
        safe
    }
}

/// The JSON Schema of the data.
#[must_use]
pub fn page_schema() -> serde_json::Value {
    let settings = schemars::generate::SchemaSettings::draft07();
    settings.into_generator().into_root_schema_for::<Data>().to_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_says_what_is_new_in_it() {
        let first = Seat {
            id: "a".to_owned(),
            owner: Some("Ana".to_owned()),
            members: Some(vec!["Bo".to_owned()]),
            ..Seat::default()
        };
        let next = Seat { load: Some(3), members: None, ..first.clone() };
        let json = |seat: &Seat| serde_json::to_string(seat).expect("it is JSON");
        assert_eq!(
            json(&next.beside(7, &first).expect("a list can be empty")),
            r#"{"id":"a","as":7,"members":[],"load":3}"#
        );
        assert_eq!(Seat { owner: None, ..first.clone() }.beside(7, &first), None, "nobody would know that she left");
    }

    #[test]
    fn nothing_in_the_data_ends_its_element() {
        let data = Data { organization: "</script><!--\u{2028}&".to_owned(), ..Data::empty() };
        let json = data.json();
        assert!(!json.contains(['<', '>', '&', '\u{2028}']), "{json}");
        let read: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(read["organization"], "</script><!--\u{2028}&");
    }
}
