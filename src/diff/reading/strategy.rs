//! What the organisation is for and how it means to win.

use crate::model::{Claim, Keyed, Strategy};

use super::super::matching::Matched;
use super::{Change, KeyChange, Noun, Values, What, nobody, others, values};

/// What has words of its own, or says of when a chart is and not what changed.
const OWN: [&str; 3] = ["organization", "revision", "reviewed"];

pub(super) fn changes(matched: &Matched<'_>) -> Vec<Change> {
    let (old, new) = (matched.old.chart(), matched.new.chart());
    let mut changes = Vec::new();
    if let (Claim::Given(was), Claim::Given(is)) = (&old.organization, &new.organization)
        && was != is
    {
        let what = What::OrganizationRenamed { was: Some(was.value.to_string()), is: Some(is.value.to_string()) };
        changes.push(Change::of(what, (nobody(Noun::Chart, ""), nobody(Noun::Chart, ""))));
    }
    let subject = || (nobody(Noun::Chart, ""), nobody(Noun::Chart, ""));
    others(matched, |key| What::ChartChanged { key }, subject, (&old.head, &new.head), &OWN, &mut changes);
    if matches!(old.strategy, Claim::Wrong) || matches!(new.strategy, Claim::Wrong) || old.strategy == new.strategy {
        return changes;
    }
    let unsaid = Strategy::default();
    let (old, new) = (old.strategy.get().unwrap_or(&unsaid), new.strategy.get().unwrap_or(&unsaid));
    let (was, is) = (old.fields(), new.fields());
    for key in Strategy::KEYS.iter().map(|key| key.name) {
        let (was, is) = (was.get(key), is.get(key));
        let is_renamed_keeper = key == "promise" && says_the_same(matched, old, new);
        if was == is || is_renamed_keeper {
            continue;
        }
        let (was, is) = values(key, was, is);
        if was.is_some() || is.is_some() {
            let change = KeyChange { key, values: Values::Words { was, is } };
            let is_lane = key == "lane";
            let what = if is_lane { What::LaneChanged { key: change } } else { What::StrategyChanged { key: change } };
            changes.push(Change::of(what, (nobody(Noun::Strategy, ""), nobody(Noun::Strategy, ""))));
        }
    }
    changes
}

/// Whether a promise is the same, kept by the same seat under whatever id.
fn says_the_same(matched: &Matched<'_>, old: &Strategy, new: &Strategy) -> bool {
    let (Claim::Given(old), Claim::Given(new)) = (&old.promise, &new.promise) else { return false };
    let keeper = |owner: Option<&crate::model::SeatId>| owner.map(|id| id.as_str().to_owned());
    let was = old.value.owner.get().map(|id| matched.seats.names.mapped(id.as_str()).to_owned());
    old.value.text == new.value.text && was == keeper(new.value.owner.get())
}
