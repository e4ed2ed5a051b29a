//! From what a person types to the entries that it may mean.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::graph::{EntryView, Graph};
use crate::model::Noun;
use crate::text::{nearest, sort};

/// The kinds of entries that are looked for, in the order in which they are shown.
const KINDS: [Noun; 4] = [Noun::Seat, Noun::Person, Noun::Priority, Noun::Metric];

/// What an id leads to.
#[derive(Clone, Debug)]
pub enum Lookup<'a> {
    /// Exactly one entry.
    One(EntryView<'a>),
    /// Entries of several kinds.
    Several(Vec<EntryView<'a>>),
    /// None; the nearest id, with its kind, if one is near enough.
    None(Option<String>),
}

/// An entry in which words were found.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'a> {
    /// The entry.
    pub entry: EntryView<'a>,
    /// The text that contains most of the words.
    pub text: &'a str,
    /// How many of the words it contains.
    pub count: usize,
}

/// The entry that an id means, or `kind:id` where several kinds have it.
#[must_use]
pub fn lookup<'a>(graph: &'a Graph<'a>, text: &str) -> Lookup<'a> {
    let (kind, id) = text.split_once(':').map_or((None, text), |(kind, id)| (Some(kind), id));
    let mut found: Vec<EntryView<'a>> = KINDS
        .into_iter()
        .filter(|noun| kind.is_none_or(|kind| kind == noun.name()))
        .filter_map(|noun| graph.find(noun, id))
        .collect();
    match found.len() {
        0 => match named(graph, kind, id).as_slice() {
            [] => Lookup::None(near(graph, kind, id)),
            [one] => Lookup::One(*one),
            several => Lookup::Several(several.to_vec()),
        },
        1 => Lookup::One(found.remove(0)),
        _ => Lookup::Several(found),
    }
}

fn near(graph: &Graph<'_>, kind: Option<&str>, id: &str) -> Option<String> {
    let entries = || graph.entries().filter(|entry| kind.is_none_or(|kind| kind == entry.noun().name()));
    let mut ids: Vec<&str> = entries().map(EntryView::id).collect();
    ids.sort_unstable();
    nearest(id, ids).map(str::to_owned)
}

/// The entries whose name or title was written for an id: Ana Ruiz for `ana`.
fn named<'a>(graph: &'a Graph<'a>, kind: Option<&str>, name: &str) -> Vec<EntryView<'a>> {
    let written = folded(name);
    let entries = graph.entries().filter(|entry| kind.is_none_or(|kind| kind == entry.noun().name()));
    let mut named: Vec<EntryView<'a>> = entries.filter(|entry| folded(entry.name()) == written).collect();
    sort::by_key(&mut named, |entry| (entry.noun(), entry.id()));
    named
}

/// The entries of a kind whose name or title holds a text.
pub(super) fn holding<'a>(graph: &'a Graph<'a>, kind: Option<Noun>, text: &str) -> Vec<EntryView<'a>> {
    let wanted = folded(text);
    let entries = graph.entries().filter(|entry| kind.is_none_or(|kind| kind == entry.noun()));
    entries.filter(|entry| !wanted.trim().is_empty() && folded(entry.name()).contains(&wanted)).collect()
}

/// The entries whose ids, titles, names or responsibilities hold most of some words: those that hold more than half
/// as many as the best do, the best first.
#[must_use]
pub fn search<'a>(graph: &'a Graph<'a>, text: &str) -> Vec<Hit<'a>> {
    let wanted = words(text);
    let mut hits: Vec<Hit<'a>> = graph.entries().filter_map(|entry| best(entry, &wanted)).collect();
    let most = hits.iter().map(|hit| hit.count).max().unwrap_or(0);
    hits.retain(|hit| hit.count * 2 > most);
    let rank = |noun| KINDS.iter().position(|of| *of == noun);
    sort::by_key(&mut hits, |hit| (std::cmp::Reverse(hit.count), rank(hit.entry.noun()), hit.entry.id()));
    hits
}

/// The text of an entry that holds most of the words.
fn best<'a>(entry: EntryView<'a>, wanted: &[String]) -> Option<Hit<'a>> {
    let mut texts = vec![entry.name(), entry.id()];
    if let EntryView::Seat(seat) = entry {
        texts.extend(seat.claims().responsibilities.iter().map(|one| one.value.as_str()));
    }
    let counted = texts.into_iter().map(|text| {
        let there = words(text);
        let count = wanted.iter().filter(|word| there.iter().any(|other| is_alike(word, other))).count();
        Hit { entry, text, count }
    });
    // Among equals the first: `max_by_key` would take the last.
    counted.reduce(|best, next| if next.count > best.count { next } else { best }).filter(|hit| hit.count > 0)
}

/// Words that a question is made of, whatever it is about.
const ASKING: [&str; 8] = ["who", "whom", "what", "which", "does", "the", "and", "for"];

/// The words of a text that say something: without case and accents; all of them, if none does.
fn words(text: &str) -> Vec<String> {
    let folded = folded(text);
    let all = || folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned);
    let says_something = |word: &String| word.chars().count() >= 3 && !ASKING.contains(&word.as_str());
    let long: Vec<String> = all().filter(says_something).collect();
    if long.is_empty() { all().collect() } else { long }
}

fn folded(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// Whether two words are the same except for an ending of at most three letters.
fn is_alike(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    long == short || (short.len() >= 3 && long.len() - short.len() <= 3 && long.starts_with(short))
}
