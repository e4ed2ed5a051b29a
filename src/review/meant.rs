//! The one entry that somebody means by an id, a title or a name, and what to write where that is not clear.

use crate::error::Error;
use crate::graph::{EntryView, Graph};
use crate::model::Noun;

use super::lookup::{Lookup, holding, lookup};

/// How many of several are named.
const NAMED: usize = 4;

/// The entry that a text means. Where only one kind is possible, ids stand without it.
///
/// # Errors
/// Says what to write where the text means none or several.
pub fn meant<'a>(graph: &'a Graph<'a>, kind: Option<Noun>, text: &str) -> Result<EntryView<'a>, Error> {
    let Some(kind) = kind else { return any(graph, text) };
    let name = text.strip_prefix(kind.name()).and_then(|rest| rest.strip_prefix(':')).unwrap_or(text);
    match lookup(graph, &format!("{kind}:{name}")) {
        Lookup::One(entry) => Ok(entry),
        Lookup::Several(several) => Err(unclear(text, several.iter().map(|entry| entry.id().to_owned()))),
        Lookup::None(near) => {
            let help = instead(graph, kind, name).unwrap_or_else(|| match near {
                Some(near) => format!(": did you mean `{near}`?"),
                None => help(graph, Some(kind), name),
            });
            Err(Error::new(format!("there is no {kind} `{name}`{help}")))
        }
    }
}

fn any<'a>(graph: &'a Graph<'a>, text: &str) -> Result<EntryView<'a>, Error> {
    match lookup(graph, text) {
        Lookup::One(entry) => Ok(entry),
        Lookup::Several(several) => {
            Err(unclear(text, several.iter().map(|entry| format!("{}:{}", entry.noun(), entry.id()))))
        }
        Lookup::None(Some(near)) => Err(Error::new(format!("nothing has the id `{text}`: did you mean `{near}`?"))),
        Lookup::None(None) => Err(Error::new(format!("nothing has the id `{text}`{}", help(graph, None, text)))),
    }
}

fn unclear(text: &str, all: impl ExactSizeIterator<Item = String>) -> Error {
    let more = all.len().saturating_sub(NAMED);
    let mut ids: Vec<String> = all.take(NAMED).collect();
    if more > 0 {
        ids.push("another".to_owned());
    }
    Error::new(format!("`{text}` is several: write {}", ids.join(" or ")))
}

/// What to write where an entry of another kind was named: who owns that seat, or which seat that person owns.
fn instead(graph: &Graph<'_>, kind: Noun, name: &str) -> Option<String> {
    let Lookup::One(entry) = lookup(graph, name) else { return None };
    let is = format!(": `{name}` is a {}", entry.noun());
    let ids: Vec<&str> = match (kind, entry) {
        (Noun::Person, EntryView::Seat(seat)) => seat.owners().map(|owner| owner.id().as_str()).collect(),
        (Noun::Seat, EntryView::Person(person)) => person.owned().map(|seat| seat.id().as_str()).collect(),
        (Noun::Seat, EntryView::Priority(priority)) => priority.owners().map(|seat| seat.id().as_str()).collect(),
        _ => return Some(is),
    };
    let named: Vec<String> = ids.iter().take(NAMED).map(|id| format!("`{id}`")).collect();
    let help = match (kind, named.as_slice()) {
        (Noun::Person, []) => ", which nobody owns".to_owned(),
        (_, []) => String::new(),
        (_, named) => format!("; write {}", named.join(" or ")),
    };
    Some(format!("{is}{help}"))
}

/// The one entry whose title or name holds the words, else how to find it.
fn help(graph: &Graph<'_>, kind: Option<Noun>, words: &str) -> String {
    match holding(graph, kind, words).as_slice() {
        [one] => format!(": did you mean `{}`, {}?", one.id(), one.name()),
        _ => format!(": `rightseat show --who \"{words}\"` searches by words"),
    }
}
