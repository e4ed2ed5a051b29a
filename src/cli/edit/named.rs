//! What is named on the command line, in the chart.

use crate::edit::refers_to;
use crate::error::Error;
use crate::graph::Graph;
use crate::model::Noun;
use crate::review::meant;

const KINDS: [Noun; 4] = [Noun::Seat, Noun::Person, Noun::Priority, Noun::Metric];

/// The kind and id that `KIND:ID` or a mere id means; `chart` and `strategy` have no id.
pub(super) fn entry(graph: &Graph<'_>, text: &str) -> Result<(Noun, String), Error> {
    match text {
        "chart" => return Ok((Noun::Chart, String::new())),
        "strategy" => return Ok((Noun::Strategy, String::new())),
        _ => {}
    }
    let entry = meant(graph, None, text)?;
    Ok((entry.noun(), entry.id().to_owned()))
}

/// The id of an entry of one kind; `seat:ceo` is fine for a seat.
pub(super) fn one(graph: &Graph<'_>, kind: Noun, text: &str) -> Result<String, Error> {
    Ok(meant(graph, Some(kind), text)?.id().to_owned())
}

/// What a key is to say: ids, where it names entries, also where their titles or names are written.
pub(super) fn values(graph: &Graph<'_>, kind: Noun, key: &str, values: &[String]) -> Result<Vec<String>, Error> {
    match refers_to(kind, key) {
        Some(named) => values.iter().map(|text| one(graph, named, text)).collect(),
        None => Ok(values.to_vec()),
    }
}

/// The kind and id of an entry that is to be written.
pub(super) fn fresh(text: &str) -> Result<(Noun, String), Error> {
    let named = text.split_once(':').and_then(|(kind, id)| {
        let kind = KINDS.into_iter().find(|noun| noun.name() == kind)?;
        Some((kind, id.to_owned()))
    });
    named.ok_or_else(|| {
        Error::new(format!("`{text}` does not say its kind: write person:ID, seat:ID, priority:ID or metric:ID"))
    })
}
