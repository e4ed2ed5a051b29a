//! What the organisation is for and how it means to win.

use crate::model::{Claim, Language, Strategy};

use super::super::matching::Matched;
use super::{Change, Code, Noun, Party, nobody, values};
use crate::diff::fact::Keyed;

pub(super) fn changes(matched: &Matched<'_>) -> Vec<Change> {
    let (old, new) = (matched.old.chart(), matched.new.chart());
    let mut changes = Vec::new();
    if let (Claim::Given(was), Claim::Given(is)) = (&old.organization, &new.organization)
        && was != is
    {
        let change = Change::of(Code::OrganizationRenamed, (nobody(Noun::Chart, ""), nobody(Noun::Chart, "")));
        changes.push(change.values(Some(was.value.to_string()), Some(is.value.to_string())));
    }
    if let (Some(was), Some(is)) = (stated(&old.language), stated(&new.language))
        && was != is
    {
        let change = Change::of(Code::ChartChanged, (nobody(Noun::Chart, ""), nobody(Noun::Chart, "")));
        changes.push(Change { field: Some("language"), ..change.values(was, is) });
    }
    if matches!(old.strategy, Claim::Wrong) || matches!(new.strategy, Claim::Wrong) || old.strategy == new.strategy {
        return changes;
    }
    let unsaid = Strategy::default();
    let (old, new) = (old.strategy.get().unwrap_or(&unsaid), new.strategy.get().unwrap_or(&unsaid));
    let (was, is) = (old.fields(), new.fields());
    for key in ["mission", "vision", "values", "intent", "lane", "promise"] {
        let code = if key == "lane" { Code::LaneChanged } else { Code::StrategyChanged };
        let (was, is) = (was.get(key), is.get(key));
        let is_renamed_keeper = key == "promise" && says_the_same(matched, old, new);
        if was == is || is_renamed_keeper {
            continue;
        }
        let (was, is) = values(key, was, is);
        if was.is_some() || is.is_some() {
            let both: (Party, Party) = (nobody(Noun::Strategy, ""), nobody(Noun::Strategy, ""));
            changes.push(Change { field: Some(key), ..Change::of(code, both).values(was, is) });
        }
    }
    changes
}

/// The word for what is said, if anything is; nothing at all where it can't be read.
#[expect(clippy::option_option, reason = "unknown, absent, said")]
fn stated(claim: &Claim<Language>) -> Option<Option<String>> {
    match claim {
        Claim::Wrong => None,
        claim => Some(claim.get().map(ToString::to_string)),
    }
}

/// Whether a promise is the same, kept by the same seat under whatever id.
fn says_the_same(matched: &Matched<'_>, old: &Strategy, new: &Strategy) -> bool {
    let (Claim::Given(old), Claim::Given(new)) = (&old.promise, &new.promise) else { return false };
    let keeper = |owner: Option<&crate::model::SeatId>| owner.map(|id| id.as_str().to_owned());
    let was = old.value.owner.get().map(|id| matched.seats.names.mapped(id.as_str()).to_owned());
    old.value.text == new.value.text && was == keeper(new.value.owner.get())
}
