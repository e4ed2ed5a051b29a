//! A chart as it might be, beside the chart as it is: only what would be different.

use crate::check::Level;
use crate::phrase::{Label, Page, Phrase, Prose, Section, Tone, count, percent, row, say, text};
use crate::review::{Leaving, Packet, WhatIf};

use super::words::{entries, place, signed};
use super::{changes, decisions, pillars};

pub(super) fn what_if(page: &mut Page, packet: &Packet<'_>, supposed: &WhatIf<'_>, rows: usize) {
    let head = &packet.headline;
    let who = head.organization.unwrap_or(head.chart);
    let without = supposed.without.iter().map(|one| say!["without ", one.person.by_name()]);
    let with = supposed.with.iter().map(|file| say!["with ", text(file)]);
    page.title(say!["What if: ", text(who), " ", row(without.chain(with), " and ")]);
    page.say(say![
        text(head.chart),
        ", compared with itself as it stands; as of ",
        text(&head.today),
        "; no file was changed"
    ]);
    for one in &supposed.without {
        leaving(page, packet, one);
    }
    decisions::decisions(page, packet, rows);
    findings(page, packet, rows);
    page.section(Section::Pillars, Label::SixPillars.words(packet.language));
    pillars::table(page, packet, |share| share.before != Some((share.met, share.of)));
    loads(page, packet, rows);
    changes::changes(page, packet, rows);
}

/// How many seats and priorities of one person are named.
const LONG: usize = 20;

fn leaving(page: &mut Page, packet: &Packet<'_>, one: &Leaving<'_>) {
    page.heading(say!["Without ", one.person.by_name()]);
    let mut parts: Vec<(&'static str, Prose)> = Vec::new();
    for held in one.seats.iter().take(LONG) {
        let backup = match held.backup {
            Some(backup) => Prose::from(say![held.seat, "; ", backup.by_name(), " could take over"]),
            None => Prose::from(say![held.seat, "; "]).then(Tone::Bad, "nobody could take over"),
        };
        parts.push(("empty seat", backup));
    }
    if one.reports > 0 {
        parts.push(("without a manager", count(one.reports, "seat", "seats").into()));
    }
    if one.seats.len() > LONG {
        parts.push(("empty seats", say![one.seats.len() - LONG, " more"].into()));
    }
    for priority in one.priorities.iter().take(LONG) {
        let prose = Prose::from(say![priority, " "]);
        parts.push(("unowned priority", prose.and(place(packet.headline.chart, priority.place))));
    }
    if one.priorities.len() > LONG {
        parts.push(("unowned priorities", say![one.priorities.len() - LONG, " more"].into()));
    }
    if !one.metrics.is_empty() {
        parts.push(("metrics with nobody", entries(&one.metrics).into()));
    }
    if one.keeps_promise {
        parts.push(("the promise", Prose::toned(Tone::Bad, "would have no keeper")));
    }
    if !one.backs.is_empty() {
        parts.push(("seats without their backup", entries(&one.backs).into()));
    }
    if parts.is_empty() {
        page.say("Nothing would be left with nobody.");
    }
    for (what, prose) in parts {
        page.item(None, Prose::toned(Tone::Quiet, say![what, ": "]).and(prose), Vec::new());
    }
}

/// Notes that would be new, and findings that would be gone; new errors and warnings are decisions.
fn findings(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let Some(changes) = &packet.changes else { return };
    let introduced = changes.diff.findings.introduced.iter().filter(|finding| finding.level == Level::Info);
    let introduced = introduced.map(|finding| ('+', finding));
    let gone = changes.diff.findings.fixed.iter().map(|finding| ('-', finding));
    let all: Vec<_> = introduced.chain(gone).collect();
    if all.is_empty() {
        return;
    }
    page.heading("Findings that would come or go");
    for (mark, finding) in all.iter().take(rows) {
        page.marked(*mark, say![&finding.message, " [", finding.rule.id.as_str(), "]"]);
    }
    page.cut(all.len().saturating_sub(rows));
}

fn loads(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let differ: Vec<_> = packet.loads.iter().filter(|row| row.before != Some(row.load)).collect();
    if differ.is_empty() {
        return;
    }
    page.section(Section::Load, Label::Load.words(packet.language));
    for row in differ.iter().take(rows) {
        let used = |share: Option<i64>| share.map_or_else(|| Phrase::from("nothing"), |share| say![percent(share)]);
        let change = row.percent.unwrap_or(0) - row.before_percent.unwrap_or(0);
        let tone = if row.is_over { Tone::Bad } else { Tone::Plain };
        let prose = Prose::from(say![row.person.by_name(), ": ", used(row.before_percent), " → "])
            .then(tone, used(row.percent))
            .then(Tone::Quiet, say![" (", signed(change), ")"]);
        page.marked(if change > 0 { '+' } else { '-' }, prose);
    }
    page.cut(differ.len().saturating_sub(rows));
}
