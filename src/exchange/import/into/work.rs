//! Priorities and metrics of tables, into a chart that has some.

use crate::model::{Fields, Noun};

use super::super::fields::Field;
use super::super::forms::plain;
use super::super::plan::Plan;
use super::desk::Desk;
use super::pairs::Pairs;

/// What a table of priorities may change in one that the chart has.
const PRIORITY: [&str; 9] =
    ["title", "owner", "horizon", "lane", "supports", "contributors", "effort", "due", "status"];
const METRIC: [&str; 7] = ["title", "owner", "measures", "perspective", "kind", "target", "actual"];

/// Gives priorities and metrics of the table the ids of those in the chart that they are, by id or title.
pub(super) fn named(plan: &mut Plan<'_>, desk: &Desk<'_>) -> (Pairs, Pairs) {
    let tables = plan.rows.tables;
    let has = |table: usize, field| tables[table].columns.has(field);
    let known = known(desk, Noun::Priority);
    let new = plan.priorities.iter().map(|one| (&*one.id, &*one.title, has(one.table, Field::PriorityId)));
    let priorities = matched(&known, &new.collect::<Vec<_>>());
    priorities.call(&ids(&known), plan.priorities.iter_mut().map(|one| &mut one.id));
    let known = self::known(desk, Noun::Metric);
    let new = plan.metrics.iter().map(|one| (&*one.id, &*one.title, has(one.table, Field::MetricId)));
    let metrics = matched(&known, &new.collect::<Vec<_>>());
    metrics.call(&ids(&known), plan.metrics.iter_mut().map(|one| &mut one.id));
    (priorities, metrics)
}

/// Pairs ids and titles of the chart with those of a table, and whether its ids are ours.
fn matched(known: &[(String, String)], new: &[(&str, &str, bool)]) -> Pairs {
    let mut pairs = Pairs::new(known.len(), new.len());
    let own = |(id, _, is_ours): (&str, &str, bool)| is_ours.then(|| id.to_owned()).into_iter().collect();
    pairs.alone(|at| vec![known[at].0.clone()], |at| own(new[at]));
    // Whatever its words are, a title is no placeholder: `Replacing the ERP`.
    let title = |text: &str| Some(plain(text).into_owned()).filter(|text| !text.is_empty()).into_iter().collect();
    pairs.alone(|at| title(&known[at].1), |at| title(new[at].1));
    pairs
}

fn ids(known: &[(String, String)]) -> Vec<&str> {
    known.iter().map(|(id, _)| id.as_str()).collect()
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
        // A list with a part that is not found says less than the chart.
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
