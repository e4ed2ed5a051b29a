//! `missing-backup`: a key seat that nobody could take over tomorrow.

use crate::graph::{Holding, Standing};

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("missing-backup"),
    summary: "a key seat that nobody could take over tomorrow",
    pillar: Pillar::HumanCapital,
    level: Level::Info,
    limits: &[Limit { key: "layers", default: 2, meaning: "layers from the top in which each seat needs a backup" }],
    docs: include_str!("missing_backup.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let layers = context.limit(&RULE, "layers");
    for seat in context.graph.seats() {
        if !seat.claims().backup.is_absent() || matches!(seat.holding(), Holding::Vacant) {
            continue;
        }
        let is_high = seat.standing() == Standing::Connected && seat.layer() <= layers;
        let strategic =
            seat.priorities().find(|priority| priority.claims().is_strategic() && priority.claims().is_open());
        let why = match strategic {
            Some(priority) => format!("it owns `{}`", priority.id()),
            None if is_high => format!("it stands in layer {}", seat.layer()),
            None => continue,
        };
        findings
            .at(
                seat.claims().id.span,
                format!("nobody could take over `{}` tomorrow: {why} and has no backup", seat.id()),
            )
            .help("add `backup:` with a person who knows the seat")
            .on(seat);
    }
}
