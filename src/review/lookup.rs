//! From what a person types to the entries that it may mean.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::graph::{Graph, MetricView, PersonView, PriorityView, SeatView};
use crate::text::nearest;

/// One entry of a chart.
#[derive(Clone, Copy, Debug)]
pub enum Named<'a> {
    /// A seat.
    Seat(SeatView<'a>),
    /// A person.
    Person(PersonView<'a>),
    /// A priority.
    Priority(PriorityView<'a>),
    /// A metric.
    Metric(MetricView<'a>),
}

/// What an id leads to.
#[derive(Clone, Debug)]
pub enum Lookup<'a> {
    /// Exactly one entry.
    One(Named<'a>),
    /// Entries of several kinds.
    Several(Vec<Named<'a>>),
    /// None; the nearest id, with its kind, if one is near enough.
    None(Option<String>),
}

/// An entry in which words were found.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'a> {
    /// The entry.
    pub named: Named<'a>,
    /// The text in which most of the words stand.
    pub text: &'a str,
    /// How many of the words stand in it.
    pub count: usize,
}

impl<'a> Named<'a> {
    /// "seat", "person", "priority" or "metric".
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Seat(_) => "seat",
            Self::Person(_) => "person",
            Self::Priority(_) => "priority",
            Self::Metric(_) => "metric",
        }
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'a str {
        match self {
            Self::Seat(seat) => seat.id().as_str(),
            Self::Person(person) => person.id().as_str(),
            Self::Priority(priority) => priority.id().as_str(),
            Self::Metric(metric) => metric.id().as_str(),
        }
    }

    /// Its title or name; the id where it has none.
    #[must_use]
    pub fn name(self) -> &'a str {
        match self {
            Self::Seat(seat) => seat.title(),
            Self::Person(person) => person.name(),
            Self::Priority(priority) => priority.title(),
            Self::Metric(metric) => metric.title(),
        }
    }
}

/// The entry that an id means, or `kind:id` where several kinds have it.
#[must_use]
pub fn lookup<'a>(graph: &'a Graph<'a>, text: &str) -> Lookup<'a> {
    let (kind, id) = text.split_once(':').map_or((None, text), |(kind, id)| (Some(kind), id));
    let all = [
        graph.find_seat(id).map(Named::Seat),
        graph.find_person(id).map(Named::Person),
        graph.find_priority(id).map(Named::Priority),
        graph.find_metric(id).map(Named::Metric),
    ];
    let mut found: Vec<Named<'a>> =
        all.into_iter().flatten().filter(|named| kind.is_none_or(|kind| kind == named.kind())).collect();
    match found.len() {
        0 => Lookup::None(near(graph, kind, id)),
        1 => Lookup::One(found.remove(0)),
        _ => Lookup::Several(found),
    }
}

fn near(graph: &Graph<'_>, kind: Option<&str>, id: &str) -> Option<String> {
    let of_kind = |named: &Named<'_>| kind.is_none_or(|kind| kind == named.kind());
    let mut ids: Vec<&str> = entries(graph).filter(of_kind).map(Named::id).collect();
    ids.sort_unstable();
    let by_id = nearest(id, ids).map(str::to_owned);
    // Or the name was written: Ana Ruiz for `ana`.
    by_id.or_else(|| {
        let written = folded(id);
        let mut named: Vec<&str> =
            entries(graph).filter(|named| of_kind(named) && folded(named.name()) == written).map(Named::id).collect();
        named.sort_unstable();
        named.first().map(|id| (*id).to_owned())
    })
}

fn entries<'a>(graph: &'a Graph<'a>) -> impl Iterator<Item = Named<'a>> {
    let seats = graph.seats().map(Named::Seat).chain(graph.people().map(Named::Person));
    seats.chain(graph.priorities().map(Named::Priority)).chain(graph.metrics().map(Named::Metric))
}

/// The entries whose ids, titles, names or responsibilities hold most of some words: those that hold more than half
/// as many as the best do, the best first.
#[must_use]
pub fn search<'a>(graph: &'a Graph<'a>, text: &str) -> Vec<Hit<'a>> {
    let wanted = words(text);
    let mut hits: Vec<Hit<'a>> = entries(graph).filter_map(|named| best(named, &wanted)).collect();
    let most = hits.iter().map(|hit| hit.count).max().unwrap_or(0);
    hits.retain(|hit| hit.count * 2 > most);
    let rank = |kind| ["seat", "person", "priority", "metric"].iter().position(|of| *of == kind);
    hits.sort_by_key(|hit| (std::cmp::Reverse(hit.count), rank(hit.named.kind()), hit.named.id()));
    hits
}

/// The text of an entry that holds most of the words.
fn best<'a>(named: Named<'a>, wanted: &[String]) -> Option<Hit<'a>> {
    let mut texts = vec![named.name(), named.id()];
    if let Named::Seat(seat) = named {
        texts.extend(seat.claims().responsibilities.iter().map(|one| one.value.as_str()));
    }
    let counted = texts.into_iter().map(|text| {
        let there = words(text);
        let count = wanted.iter().filter(|word| there.iter().any(|other| is_alike(word, other))).count();
        Hit { named, text, count }
    });
    // Of equals the first: `max_by_key` would take the last.
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

/// Whether two words are the same but for an ending of at most three letters.
fn is_alike(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    long == short || (short.len() >= 3 && long.len() - short.len() <= 3 && long.starts_with(short))
}
