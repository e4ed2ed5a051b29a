//! A priority's card.

use crate::check::Judged;
use crate::graph::{Answer, PriorityView};
use crate::phrase::{Phrase, Prose, Tone, say, text};

use super::{Card, chain, list_of, loaded, owner, said, seat, sight};

pub(super) fn rows(card: &mut Card, side: &Judged<'_>, priority: PriorityView<'_>) {
    let claims = priority.claims();
    card.row("answered by", [answer(priority)]);
    card.row("owner", said(list_of(priority.owners().map(owner))));
    card.row("answers to", priority.owners().filter(|seat| seat.manager().is_some()).map(chain));
    card.row("helped by", said(list_of(priority.contributors().map(owner))));
    card.row("status", claims.status.get().map(|status| status.name()));
    if let Some(&due) = claims.due.get() {
        let left = due.days_since(side.today);
        let left = match left {
            _ if !claims.is_open() => Phrase::default(),
            0 => ", today".into(),
            1.. => say![", in ", left, " days"],
            _ => say![", ", left.abs(), " days ago"],
        };
        card.row("due", [say![due, left]]);
    }
    card.row("effort", claims.effort.get().map(|effort| say![effort, " of one person's quarter"]));
    card.row("lane", claims.lane.get().map(|lane| lane.name()));
    card.row("line of sight", sight::ways(priority));
    card.row(
        "supported by",
        priority.supporters().map(|below| say![seat::priority(below), ", ", list_of(below.owners().map(owner))]),
    );
    card.row("measured by", priority.metrics().map(super::metric::standing));
    card.row("note", claims.note.get().map(|note| say![text(note)]));
}

fn answer(priority: PriorityView<'_>) -> Prose {
    if let Answer::Accountable { person, .. } = priority.answer() {
        return loaded(person).into();
    }
    let why = match priority.answer().why() {
        Some(why) => say!["nobody: ", why],
        None => "its owner can't be read".into(),
    };
    if priority.claims().is_open() { Prose::toned(Tone::Bad, why) } else { why.into() }
}
