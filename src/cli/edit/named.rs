//! What is named on the command line, in the chart.

use crate::error::Error;
use crate::graph::Graph;
use crate::model::Noun;
use crate::review::{Lookup, lookup};

const KINDS: [Noun; 4] = [Noun::Seat, Noun::Person, Noun::Priority, Noun::Metric];

/// The kind and id that `KIND:ID` or an id alone means; `chart` and `strategy` have no id.
pub(super) fn entry(graph: &Graph<'_>, text: &str) -> Result<(Noun, String), Error> {
    match text {
        "chart" => return Ok((Noun::Chart, String::new())),
        "strategy" => return Ok((Noun::Strategy, String::new())),
        _ => {}
    }
    match lookup(graph, text) {
        Lookup::One(entry) => Ok((entry.noun(), entry.id().to_owned())),
        Lookup::Several(several) => {
            let kinds: Vec<String> = several.iter().map(|entry| format!("{}:{}", entry.noun(), entry.id())).collect();
            Err(Error::new(format!("`{text}` is several: write {}", kinds.join(" or "))))
        }
        Lookup::None(near) => {
            let help = near.map_or_else(String::new, |near| format!(": did you mean `{near}`?"));
            Err(Error::new(format!("nothing has the id `{text}`{help}")))
        }
    }
}

/// The id of an entry of one kind; `seat:ceo` is fine for a seat.
pub(super) fn one(graph: &Graph<'_>, kind: Noun, text: &str) -> Result<String, Error> {
    let id = text.strip_prefix(kind.name()).and_then(|rest| rest.strip_prefix(':')).unwrap_or(text);
    match lookup(graph, &format!("{kind}:{id}")) {
        Lookup::One(entry) => Ok(entry.id().to_owned()),
        Lookup::Several(several) => {
            let ids: Vec<&str> = several.iter().map(|entry| entry.id()).collect();
            Err(Error::new(format!("`{text}` is several: write {}", ids.join(" or "))))
        }
        Lookup::None(near) => {
            let help = near.map_or_else(String::new, |near| format!(": did you mean `{near}`?"));
            Err(Error::new(format!("there is no {kind} `{id}`{help}")))
        }
    }
}

/// The kind and id of an entry that is to be written.
pub(super) fn fresh(text: &str) -> Result<(Noun, String), Error> {
    let named = text.split_once(':').and_then(|(kind, id)| {
        let kind = KINDS.into_iter().find(|noun| noun.name() == kind)?;
        Some((kind, id.to_owned()))
    });
    named
        .ok_or_else(|| Error::new(format!("`{text}` says no kind: write person:ID, seat:ID, priority:ID or metric:ID")))
}
