//! A priority's card.

use crate::check::Judged;
use crate::graph::{Answer, Orphan, PriorityView};
use crate::report::page::{Prose, Tone};

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
            _ if !claims.is_open() => String::new(),
            0 => ", today".to_owned(),
            1.. => format!(", in {left} days"),
            _ => format!(", {} days ago", -left),
        };
        card.row("due", [format!("{due}{left}")]);
    }
    card.row("effort", claims.effort.get().map(|effort| format!("{effort} of one person's quarter")));
    card.row("lane", claims.lane.get().map(|lane| lane.name()));
    card.row("line of sight", sight::ways(priority));
    card.row(
        "supported by",
        priority.supporters().map(|below| format!("{}, {}", seat::priority(below), list_of(below.owners().map(owner)))),
    );
    card.row("measured by", priority.metrics().map(super::metric::standing));
    card.row("note", claims.note.get().map(|note| note.as_str()));
}

fn answer(priority: PriorityView<'_>) -> Prose {
    let why = match priority.answer() {
        Answer::Accountable { person, .. } => return loaded(person).into(),
        Answer::Unowned => "nobody: no owner is named".to_owned(),
        Answer::Shared => "nobody: more than one owner is named".to_owned(),
        Answer::Orphaned(Orphan::Vacant(seat)) => format!("nobody: `{}` is vacant", seat.id()),
        Answer::Orphaned(Orphan::CutOff(seat)) => {
            format!("nobody: `{}` leads to no root", seat.id())
        }
        Answer::Orphaned(Orphan::Missing) => "nobody: its owner is not in the chart".to_owned(),
        Answer::Orphaned(Orphan::Purposeless(dropped)) => {
            format!("nobody: `{}`, which it supports, was dropped", dropped.id())
        }
        Answer::Unknown => "its owner can't be read".to_owned(),
    };
    if priority.claims().is_open() { Prose::toned(Tone::Bad, why) } else { why.into() }
}
