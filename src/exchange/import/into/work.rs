//! Priorities and metrics of tables, into a chart that has some.

use crate::model::{Fields, Noun};
use crate::text::is_nobody;

use super::super::super::ids::Taken;
use super::super::fields::Field;
use super::super::forms::plain;
use super::super::plan::Plan;
use super::desk::Desk;
use super::pairs::Pairs;

/// What a table of priorities may say anew of one that the chart has.
const PRIORITY: [&str; 9] =
    ["title", "owner", "horizon", "lane", "supports", "contributors", "effort", "due", "status"];
const METRIC: [&str; 7] = ["title", "owner", "measures", "perspective", "kind", "target", "actual"];

/// Gives priorities and metrics of the table the ids of those in the chart that they are, by id or title.
pub(super) fn named(plan: &mut Plan<'_>, desk: &Desk<'_>) -> (Pairs, Pairs) {
    let has = |plan: &Plan<'_>, table: usize, field| plan.rows.tables[table].columns.has(field);
    let known = known(desk, Noun::Priority);
    let mut priorities = Pairs::new(known.len(), plan.priorities.len());
    let own = |at: usize| {
        let is_own = has(plan, plan.priorities[at].table, Field::PriorityId);
        is_own.then(|| plan.priorities[at].id.clone()).into_iter().collect()
    };
    priorities.alone(|at| vec![known[at].0.clone()], own);
    let title = |text: &str| if is_nobody(text) { Vec::new() } else { vec![plain(text).into_owned()] };
    priorities.alone(|at| title(&known[at].1), |at| title(&plan.priorities[at].title));
    let mut taken = Taken::default();
    for (id, _) in &known {
        taken.take(id);
    }
    for (at, one) in plan.priorities.iter_mut().enumerate() {
        one.id = priorities.old[at].map_or_else(|| taken.take(&one.id), |old| known[old].0.clone());
    }
    let known = self::known(desk, Noun::Metric);
    let mut metrics = Pairs::new(known.len(), plan.metrics.len());
    let own = |at: usize| {
        let is_own = has(plan, plan.metrics[at].table, Field::MetricId);
        is_own.then(|| plan.metrics[at].id.clone()).into_iter().collect()
    };
    metrics.alone(|at| vec![known[at].0.clone()], own);
    metrics.alone(|at| title(&known[at].1), |at| title(&plan.metrics[at].title));
    let mut taken = Taken::default();
    for (id, _) in &known {
        taken.take(id);
    }
    for (at, one) in plan.metrics.iter_mut().enumerate() {
        one.id = metrics.old[at].map_or_else(|| taken.take(&one.id), |old| known[old].0.clone());
    }
    (priorities, metrics)
}

/// The ids and titles of a kind in the chart.
fn known(desk: &Desk<'_>, kind: Noun) -> Vec<(String, String)> {
    let chart = desk.chart;
    let text =
        |claim: &crate::model::Claim<crate::model::Text>| claim.get().map(ToString::to_string).unwrap_or_default();
    match kind {
        Noun::Priority => {
            chart.priorities.entries.iter().map(|one| (one.id.value.to_string(), text(&one.title))).collect()
        }
        _ => chart.metrics.entries.iter().map(|one| (one.id.value.to_string(), text(&one.title))).collect(),
    }
}

/// Lays what the table says of priorities and metrics over the chart.
pub(super) fn laid(plan: &Plan<'_>, target: &Desk<'_>, (priorities, metrics): &(Pairs, Pairs), desk: &mut Desk<'_>) {
    for (at, one) in plan.priorities.iter().enumerate() {
        if plan.rows.tables[one.table].is_of_chart() {
            continue;
        }
        let Some(mut wanted) = target.before(Noun::Priority, &one.id) else { continue };
        // A list of which a part is not found says less than the chart.
        if one.is_cut && priorities.old[at].is_some() {
            wanted.retain(|key, _| !matches!(key.as_str(), "supports" | "contributors"));
        }
        lay(desk, (Noun::Priority, &one.id), (wanted, &PRIORITY), priorities.old[at].is_some());
    }
    for (at, one) in plan.metrics.iter().enumerate() {
        let Some(wanted) = target.before(Noun::Metric, &one.id) else { continue };
        lay(desk, (Noun::Metric, &one.id), (wanted, &METRIC), metrics.old[at].is_some());
    }
}

fn lay(desk: &mut Desk<'_>, (kind, id): (Noun, &str), (wanted, keys): (Fields, &[&str]), is_known: bool) {
    if !is_known {
        return desk.add(kind, id, wanted);
    }
    for key in keys {
        // What the table leaves blank stays.
        if let Some(value) = wanted.get(*key) {
            desk.set(kind, id, key, Some(value.clone()));
        }
    }
    // Who owns it does not contribute to it as well.
    for owner in desk.texts(kind, id, "owner") {
        if kind == Noun::Priority && wanted.contains_key("owner") {
            desk.drop_item(kind, id, "contributors", &owner);
        }
    }
}
