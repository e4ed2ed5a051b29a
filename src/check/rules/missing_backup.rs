//! `missing-backup`: a key seat that nobody could take over tomorrow.

use crate::graph::Holding;
use crate::phrase::say;

use super::super::{Context, Findings, Key, Level, Limit, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("missing-backup"),
    summary: "a key seat that nobody could take over tomorrow",
    pillar: Pillar::HumanCapital,
    level: Level::Info,
    limits: &[Limit {
        key: "layers",
        default: 2,
        meaning: "layers from the top in which each seat needs a backup",
        field: |limits| &mut limits.missing_backup_layers,
    }],
    docs: include_str!("missing_backup.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for seat in context.graph.seats() {
        let why = match context.norms.key(seat) {
            Some(Key::Owns(priority)) => say!["it owns ", priority],
            Some(Key::InLayer(layer)) => say!["it stands in layer ", layer],
            None => continue,
        };
        let backup = &seat.claims().backup;
        let is_own = seat.is_its_own_backup();
        if !seat.lacks_backup() || matches!(seat.holding(), Holding::Vacant) {
            continue;
        }
        let (lack, help) = if is_own {
            ("its backup holds it already", say!["name another person who knows the seat under ", code("backup:")])
        } else {
            ("has no backup", say!["add ", code("backup:"), " with a person who knows the seat"])
        };
        findings
            .at(
                backup.span().unwrap_or(seat.claims().id.span()),
                say!["nobody could take over ", seat, " tomorrow: ", why, " and ", lack],
            )
            .help(help)
            .on(seat);
    }
}
