//! The six scores, what each is made of, and what each misses.

use crate::check::{Grade, Norms};
use crate::report::page::{Column, Page, Prose, Tone};
use crate::review::{Missed, Packet, PillarScore, Proportion, Score};

use super::words::{place, signed};

/// So many reasons why a share misses entries are given, and so many entries of each are named.
const MISSED: usize = 5;

pub(super) fn pillars(page: &mut Page, packet: &Packet<'_>) {
    page.heading("The six pillars");
    page.say(
        "Each score is the mean of the shares below it; a share of nothing is not assessed and left out of the mean.",
    );
    table(page, packet, |_| true);
    misses(page, packet);
}

/// The scores, with those shares for which `is_shown` holds.
pub(super) fn table(page: &mut Page, packet: &Packet<'_>, is_shown: impl Fn(&Proportion<'_>) -> bool) {
    let is_compared = packet.headline.before.is_some();
    let mut columns = vec![Column::text("pillar"), Column::number("now")];
    if is_compared {
        columns.push(Column::number("before"));
        columns.push(Column::number("change"));
    }
    let mut rows = Vec::new();
    for pillar in &packet.pillars {
        rows.push(pillar_row(pillar, is_compared));
        rows.extend(pillar.shares.iter().filter(|share| is_shown(share)).map(|share| share_row(share, is_compared)));
    }
    page.table(&columns, rows, usize::MAX);
}

fn pillar_row(pillar: &PillarScore<'_>, is_compared: bool) -> Vec<Prose> {
    let percent = |score: Option<Score>| {
        score.map_or_else(|| "not assessed".to_owned(), |score| format!("{} %", score.percent()))
    };
    let tone = match pillar.score.map(|score| Norms::grade(score.percent())) {
        Some(Grade::Good) => Tone::Good,
        Some(Grade::Fair) => Tone::Plain,
        Some(Grade::Weak) => Tone::Warning,
        Some(Grade::Poor) => Tone::Bad,
        None => Tone::Quiet,
    };
    let mut row = vec![Prose::toned(Tone::Strong, pillar.title), Prose::toned(tone, percent(pillar.score))];
    if is_compared {
        let change = pillar.score.zip(pillar.before);
        row.push(percent(pillar.before).into());
        row.push(change.map_or_else(Prose::default, |(now, before)| {
            points(i64::from(now.percent()) - i64::from(before.percent()))
        }));
    }
    row
}

fn points(difference: i64) -> Prose {
    let tone = match difference {
        0 => Tone::Quiet,
        1.. => Tone::Good,
        _ => Tone::Bad,
    };
    Prose::toned(tone, signed(difference))
}

fn share_row(share: &Proportion<'_>, is_compared: bool) -> Vec<Prose> {
    let enough = if share.enough == 100 { String::new() } else { format!(", {} % being enough", share.enough) };
    let mut row = vec![
        Prose::from(format!("· {}{enough}", share.name)),
        if share.of == 0 { Prose::toned(Tone::Quiet, "–") } else { format!("{}/{}", share.met, share.of).into() },
    ];
    if is_compared {
        let before = match share.before {
            Some((met, of)) if of > 0 => format!("{met}/{of}"),
            _ => "–".to_owned(),
        };
        row.push(Prose::toned(Tone::Quiet, before));
        row.push(Prose::default());
    }
    row
}

/// Which entries the shares miss, with their places.
fn misses(page: &mut Page, packet: &Packet<'_>) {
    let shares = packet.pillars.iter().flat_map(|pillar| &pillar.shares);
    let missing: Vec<_> = shares.filter(|share| !share.missed.is_empty()).collect();
    if missing.is_empty() {
        page.say("Nothing is missed.");
        return;
    }
    page.subheading("What the shares miss");
    for share in missing {
        page.item(None, format!("{} ({}/{})", share.name, share.met, share.of), reasons(packet, share));
    }
}

/// The entries that a share misses, those with one reason together.
fn reasons(packet: &Packet<'_>, share: &Proportion<'_>) -> Vec<Prose> {
    let mut by_reason: Vec<(&str, Vec<&Missed<'_>>)> = Vec::new();
    for missed in &share.missed {
        match by_reason.iter().position(|(why, _)| *why == missed.why) {
            Some(at) => by_reason[at].1.push(missed),
            None if by_reason.len() < MISSED => by_reason.push((&missed.why, vec![missed])),
            None => {}
        }
    }
    let shown: usize = by_reason.iter().map(|(_, same)| same.len()).sum();
    let mut below: Vec<Prose> = by_reason.into_iter().map(|(why, same)| reason(packet, why, &same)).collect();
    if share.missed.len() > shown {
        below.push(Prose::toned(Tone::Quiet, format!("… and {} more", share.missed.len() - shown)));
    }
    below
}

fn reason(packet: &Packet<'_>, why: &str, same: &[&Missed<'_>]) -> Prose {
    let mut prose = Prose::from(format!("{why}: "));
    for (at, missed) in same.iter().take(MISSED).enumerate() {
        let comma = if at > 0 { ", " } else { "" };
        prose = prose.then(Tone::Plain, format!("{comma}`{}` ", missed.entry.id));
        prose.0.extend(place(packet.headline.chart, missed.entry.place).0);
    }
    match same.len().saturating_sub(MISSED) {
        0 => prose,
        left => prose.then(Tone::Plain, format!(" and {left} more")),
    }
}
