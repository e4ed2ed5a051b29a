//! The six scores, what each is made of, and what each misses.

use crate::check::{Grade, Norms};
use crate::phrase::{Column, Label, Page, Phrase, Prose, Section, Tone, percent, say};
use crate::review::{Missed, Packet, PillarScore, Proportion, Score};

use super::words::{dash, place, signed};

/// How many reasons why a share misses entries are given, and this many entries of each are named.
const MISSED: usize = 5;

pub(super) fn pillars(page: &mut Page, packet: &Packet<'_>) {
    page.section(Section::Pillars, Label::SixPillars.words(packet.language));
    page.say(
        "Each score is the mean of those shares below it that could be assessed; the column beside it says how many \
         could.",
    );
    table(page, packet, |_| true);
    misses(page, packet);
}

/// The scores, with those shares for which `is_shown` holds.
pub(super) fn table(page: &mut Page, packet: &Packet<'_>, is_shown: impl Fn(&Proportion<'_>) -> bool) {
    let label = |label: Label| label.words(packet.language);
    let is_compared = packet.headline.before.is_some();
    let mut columns = vec![
        Column::text(label(Label::Pillar)),
        Column::number(label(Label::Now)),
        Column::number(label(Label::Assessed)),
    ];
    if is_compared {
        columns.push(Column::number(label(Label::Before)));
        columns.push(Column::number(label(Label::Change)));
    }
    let mut rows = Vec::new();
    for pillar in &packet.pillars {
        rows.push(pillar_row(pillar, packet, is_compared));
        rows.extend(pillar.shares.iter().filter(|share| is_shown(share)).map(|share| share_row(share, is_compared)));
    }
    page.table(&columns, rows, usize::MAX);
}

fn pillar_row(pillar: &PillarScore<'_>, packet: &Packet<'_>, is_compared: bool) -> Vec<Prose> {
    let score = |score: Option<Score>| {
        let not = Label::NotAssessed.words(packet.language);
        score.map_or_else(|| Phrase::from(not), |score| say![percent(score.percent())])
    };
    let tone = match pillar.score.map(|score| Norms::grade(score.percent())) {
        Some(Grade::Good) => Tone::Good,
        Some(Grade::Fair) => Tone::Plain,
        Some(Grade::Weak) => Tone::Warning,
        Some(Grade::Poor) => Tone::Bad,
        None => Tone::Quiet,
    };
    let (assessed, all) = (pillar.assessed(), pillar.shares.len());
    let much = if assessed * 2 < all { Tone::Warning } else { Tone::Quiet };
    let mut row = vec![
        Prose::toned(Tone::Strong, pillar.title),
        Prose::toned(tone, score(pillar.score)),
        Prose::toned(much, say![assessed, "/", all]),
    ];
    if is_compared {
        let change = pillar.score.zip(pillar.before);
        row.push(score(pillar.before).into());
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
    let enough = (share.enough != 100).then(|| say![" (", percent(share.enough), " is enough)"]);
    let mut row = vec![
        say!["· ", share.name, enough].into(),
        if share.of == 0 { dash() } else { say![share.met, "/", share.of].into() },
        Prose::default(),
    ];
    if is_compared {
        let before = match share.before {
            Some((met, of)) if of > 0 => say![met, "/", of],
            _ => "–".into(),
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
        page.item(None, say![share.name, " (", share.met, "/", share.of, ")"], reasons(packet, share));
    }
}

/// The entries that a share misses, those with one reason together.
fn reasons(packet: &Packet<'_>, share: &Proportion<'_>) -> Vec<Prose> {
    let mut by_reason: Vec<(&Phrase, Vec<&Missed<'_>>)> = Vec::new();
    for missed in &share.missed {
        match by_reason.iter().position(|(why, _)| **why == missed.why) {
            Some(at) => by_reason[at].1.push(missed),
            None if by_reason.len() < MISSED => by_reason.push((&missed.why, vec![missed])),
            None => {}
        }
    }
    let shown: usize = by_reason.iter().map(|(_, same)| same.len()).sum();
    let mut below: Vec<Prose> = by_reason.into_iter().map(|(why, same)| reason(packet, why, &same)).collect();
    if share.missed.len() > shown {
        below.push(Prose::toned(Tone::Quiet, say!["… and ", share.missed.len() - shown, " more"]));
    }
    below
}

fn reason(packet: &Packet<'_>, why: &Phrase, same: &[&Missed<'_>]) -> Prose {
    let mut prose = Prose::from(say![why, ": "]);
    for (at, missed) in same.iter().take(MISSED).enumerate() {
        let comma = if at > 0 { ", " } else { "" };
        prose = prose.then(Tone::Plain, say![comma, missed.entry, " "]);
        prose = prose.and(place(packet.headline.chart, missed.entry.place));
    }
    match same.len().saturating_sub(MISSED) {
        0 => prose,
        left => prose.then(Tone::Plain, say![" and ", left, " more"]),
    }
}
