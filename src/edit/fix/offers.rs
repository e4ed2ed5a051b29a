//! What can be offered for each finding separately: to an editor, to a report.

use std::collections::BTreeSet;

use crate::check::{Claimed, Finding, Judged, rule};
use crate::model::Edit;
use crate::read::{self, Input};
use crate::text::sort;

use super::super::plan::{Patch, plan};
use super::attempt::{State, kept, with};
use super::find::{Slip, slips};
use super::{GUESSED, waivers};

/// At most this many bytes are read again to prove that each waiver can be removed on its own.
const READ_AGAIN: usize = 64 << 20;

/// A mend of one finding.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The finding, by its place among those of the chart.
    pub finding: usize,
    /// Whether `check --fix` makes it; else `--fix=RULE` does.
    pub is_safe: bool,
    /// What would be there, in words.
    pub said: String,
    /// What would be claimed.
    pub edits: Vec<Edit>,
    /// What would change in which file.
    pub patches: Vec<Patch>,
}

/// What can be offered for the findings of a chart; each is proven, on its own or together with the others.
#[must_use]
pub fn offers(judged: &Judged<'_>, claimed: &Claimed<'_>, inputs: &[Input]) -> Vec<Offer> {
    let findings = &judged.outcome.findings;
    let is_of =
        |finding: &Finding| GUESSED.contains(&finding.rule.id.as_str()) || finding.rule.id.as_str() == "unknown-key";
    if claimed.chart.is_partial || !findings.iter().any(is_of) {
        return Vec::new();
    }
    let mut offers = Vec::new();
    let Some(sources) = with(claimed.sources, |_| None) else { return offers };
    let (chart, defects) = read::chart(&sources, inputs);
    let state = State { sources, chart, defects };
    let judged_again = Judged::new(state.claimed(claimed), &judged.norms, crate::check::AsOf::Day(judged.today));
    let (safe, is_blocked) = slips(&judged_again, inputs, None);
    offer(&state, inputs, safe, true, &mut offers);
    for likely in GUESSED {
        let offered: BTreeSet<usize> = offers.iter().map(|offer| offer.finding).collect();
        let (mut guessed, _) = slips(&judged_again, inputs, rule(likely));
        guessed.retain(|slip| !offered.contains(&slip.finding));
        offer(&state, inputs, guessed, false, &mut offers);
    }
    of_waivers(&state, (judged, &judged_again, claimed), inputs, is_blocked, &mut offers);
    // What a baseline or another revision knows is no longer reported.
    let places = |offer: &mut Offer| {
        let of = &judged_again.outcome.findings[offer.finding];
        let is_it = |one: &Finding| one.rule.id == of.rule.id && one.span == of.span && one.detail == of.detail;
        let place = findings.iter().position(is_it);
        offer.finding = place.unwrap_or_default();
        place.is_some()
    };
    offers.retain_mut(places);
    sort::by_key(&mut offers, |offer| offer.finding);
    offers
}

fn offer(state: &State, inputs: &[Input], slips: Vec<Slip>, is_safe: bool, offers: &mut Vec<Offer>) {
    let Some((next, kept)) = kept(state, inputs, slips) else { return };
    let all = crate::diff::edits(&state.chart, &next.chart);
    for slip in kept {
        let edits = all.iter().filter(|edit| slip.is_of(edit)).cloned().collect();
        let patches = vec![Patch { source: slip.source, splices: slip.splices }];
        offers.push(Offer { finding: slip.finding, is_safe, said: slip.mend.said, edits, patches });
    }
}

/// Waivers that are of no use, each removed on its own.
fn of_waivers(
    state: &State,
    (judged, again, claimed): (&Judged<'_>, &Judged<'_>, &Claimed<'_>),
    inputs: &[Input],
    is_blocked: bool,
    offers: &mut Vec<Offer>,
) {
    let bytes: usize = claimed.sources.files().iter().map(|file| file.text().len()).sum();
    let most = (READ_AGAIN / bytes.max(1)).max(1);
    let claimed = state.claimed(claimed);
    for (finding, intent) in waivers::unused(&state.chart, again, is_blocked).into_iter().take(most) {
        let Ok(plan) = plan(&claimed, again, inputs, &[intent]) else { continue };
        if plan.told.is_empty() && !plan.is_nothing() {
            let said = format!("removed: {}", again.outcome.findings[finding].message);
            offers.push(Offer { finding, is_safe: true, said, edits: plan.meant, patches: plan.patches });
        }
    }
    debug_assert_eq!(judged.today, again.today);
}
