//! `few-hands`: one person whose departure would leave most priorities with nobody.

use crate::graph::by_name;
use crate::phrase::say;
use std::collections::BTreeMap;

use crate::graph::{Answer, PersonView};

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("few-hands"),
    summary: "one person whose departure would leave most priorities with nobody",
    pillar: Pillar::HumanCapital,
    level: Level::Info,
    needs_whole: true,
    docs: include_str!("few_hands.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.chart().priorities.unreadable.is_empty() {
        return;
    }
    let mut held: BTreeMap<&str, (PersonView<'_>, usize)> = BTreeMap::new();
    let mut all = 0;
    for priority in context.open_priorities() {
        match priority.answer() {
            Answer::Accountable { person, .. } => {
                held.entry(person.id().as_str()).or_insert((person, 0)).1 += 1;
                all += 1;
            }
            // Whoever answers for it would count.
            Answer::Unknown => return,
            _ => {}
        }
    }
    // One priority is always in one hand.
    let most = held.into_values().find(|(_, count)| all > 1 && count * 2 > all);
    if let Some((person, count)) = most {
        let answered = if all == context.open_priorities().count() { "" } else { " that somebody answers for" };
        findings
            .at(
                person.claims().id.span(),
                say![count, " of ", all, " priorities", answered, " would have nobody if ", by_name(person), " left"],
            )
            .count(count)
            .help("hand some of them to other seats, and name backups")
            .on(person);
    }
}
