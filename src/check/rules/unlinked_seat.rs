//! `unlinked-seat`: a seat, or a whole branch, with no line of sight to a strategic priority.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("unlinked-seat"),
    summary: "a seat, or a whole branch, with no line of sight to a strategic priority",
    pillar: Pillar::Understanding,
    level: Level::Info,
    needs_whole: true,
    docs: include_str!("unlinked_seat.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let graph = context.graph;
    if !graph.has_strategic_priorities() || !graph.knows_sight() || !graph.knows_reports() {
        return;
    }
    for seat in graph.tree().filter(|seat| seat.is_top_of_unlinked()) {
        let below = match seat.count_below() {
            0 => String::new(),
            1 => " and the seat below it".to_owned(),
            more => format!(" and the {more} seats below it"),
        };
        let verb = if below.is_empty() { "has" } else { "have" };
        findings
            .at(
                seat.claims().id.span,
                format!("`{}`{below} {verb} no line of sight to a strategic priority", seat.id()),
            )
            .count(seat.count_below())
            .help("let it own or contribute to a priority that supports one, or ask what it is for")
            .on(seat);
    }
}
