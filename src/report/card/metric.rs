//! A metric's card.

use crate::graph::MetricView;
use crate::phrase::{Phrase, say, text};

use super::{Card, chain, list_of, owner, said, sight};

pub(super) fn rows(card: &mut Card, metric: MetricView<'_>) {
    let claims = metric.claims();
    card.row("owner", [said(list_of(metric.owners().map(owner))).unwrap_or_else(|| "nobody".into())]);
    card.row("answers to", metric.owners().filter(|seat| seat.manager().is_some()).map(chain));
    card.row("perspective", claims.perspective.get().map(|perspective| perspective.name()));
    card.row("kind", claims.kind.get().map(|kind| kind.name()));
    card.row("stands at", said(standing_in_words(metric)));
    card.row("measures", metric.measures().map(super::seat::priority));
    card.row("line of sight", metric.measures().flat_map(sight::ways));
    card.row("note", claims.note.get().map(|note| say![text(note)]));
}

/// A metric in a line, with where it stands.
pub(super) fn standing(metric: MetricView<'_>) -> Phrase {
    let standing = standing_in_words(metric);
    let colon = if standing.is_empty() { "" } else { ": " };
    say![metric, colon, standing]
}

fn standing_in_words(metric: MetricView<'_>) -> Phrase {
    let (target, actual) = (metric.claims().target.get(), metric.claims().actual.get());
    match (target, actual) {
        (Some(target), Some(actual)) => {
            let verdict = match target.is_met_by(actual) {
                Some(true) => ", which it reaches",
                Some(false) => ", which it misses",
                None => "",
            };
            say![text(actual), ", target ", text(target), verdict]
        }
        (Some(target), None) => say!["target ", text(target)],
        (None, Some(actual)) => say![text(actual)],
        (None, None) => Phrase::default(),
    }
}
