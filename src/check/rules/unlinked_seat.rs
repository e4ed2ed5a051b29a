//! `unlinked-seat`: a seat, or a whole branch, with no line of sight to a strategic priority.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use crate::phrase::{Phrase, say};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("unlinked-seat"),
    summary: "a seat, or a whole branch, with no line of sight to a strategic priority",
    pillar: Pillar::Understanding,
    level: Level::Info,
    needs_whole: true,
    docs: include_str!("unlinked_seat.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let graph = context.graph;
    if !graph.has_strategic_priorities() || !graph.knows_sight() || !graph.knows_reports() {
        return;
    }
    for seat in graph.tree().filter(|seat| seat.is_top_of_unlinked()) {
        let below: Phrase = match seat.count_below() {
            0 => "".into(),
            1 => " and the seat below it".into(),
            more => say![" and the ", more, " seats below it"],
        };
        let verb = if seat.count_below() == 0 { "has" } else { "have" };
        findings
            .at(seat.claims().id.span(), say![seat, below, " ", verb, " no line of sight to a strategic priority"])
            .count(seat.count_below())
            .help("let it own or contribute to a priority that supports one, or ask what it is for")
            .on(seat);
    }
}
