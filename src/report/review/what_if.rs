//! A chart as it might be, beside the chart as it is: only what would be different.

use crate::check::Level;
use crate::report::counted;
use crate::report::page::{Page, Prose, Tone};
use crate::review::{Leaving, Packet, WhatIf};

use super::words::{ids, place, signed};
use super::{changes, decisions, pillars};

pub(super) fn what_if(page: &mut Page, packet: &Packet<'_>, supposed: &WhatIf<'_>, rows: usize) {
    let head = &packet.headline;
    let who = head.organization.unwrap_or(head.chart);
    let without = supposed.without.iter().map(|one| format!("without {}", one.person.name));
    let with = supposed.with.iter().map(|file| format!("with {file}"));
    page.title(format!("What if: {who} {}", without.chain(with).collect::<Vec<_>>().join(" and ")));
    page.say(format!("{}, compared with itself as it stands; as of {}; no file was changed", head.chart, head.today));
    for one in &supposed.without {
        leaving(page, packet, one);
    }
    decisions::decisions(page, packet, rows);
    findings(page, packet, rows);
    page.heading("The six pillars");
    pillars::table(page, packet, |share| share.before != Some((share.met, share.of)));
    loads(page, packet, rows);
    changes::changes(page, packet, rows);
}

/// So many seats and priorities of one person are named.
const LONG: usize = 20;

fn leaving(page: &mut Page, packet: &Packet<'_>, one: &Leaving<'_>) {
    page.heading(format!("Without {}", one.person.name));
    let mut parts: Vec<(&str, Prose)> = Vec::new();
    for held in one.seats.iter().take(LONG) {
        let backup = match held.backup {
            Some(backup) => Prose::from(format!("`{}`; {} could take over", held.seat.id, backup.name)),
            None => Prose::from(format!("`{}`; ", held.seat.id)).then(Tone::Bad, "nobody could take over"),
        };
        parts.push(("empty seat", backup));
    }
    if one.reports > 0 {
        parts.push(("without a manager", counted(one.reports, "seat", "seats").into()));
    }
    if one.seats.len() > LONG {
        parts.push(("empty seats", format!("{} more", one.seats.len() - LONG).into()));
    }
    for priority in one.priorities.iter().take(LONG) {
        let mut prose = Prose::from(format!("`{}`: {} ", priority.id, priority.name));
        prose.0.extend(place(packet.headline.chart, priority.place).0);
        parts.push(("unowned priority", prose));
    }
    if one.priorities.len() > LONG {
        parts.push(("unowned priorities", format!("{} more", one.priorities.len() - LONG).into()));
    }
    if !one.metrics.is_empty() {
        parts.push(("metrics without anybody", ids(&one.metrics).into()));
    }
    if one.keeps_promise {
        parts.push(("the promise", Prose::toned(Tone::Bad, "would have no keeper")));
    }
    if !one.backs.is_empty() {
        parts.push(("seats without their backup", ids(&one.backs).into()));
    }
    if parts.is_empty() {
        page.say("Nothing would be without anybody.");
    }
    for (what, prose) in parts {
        let mut line = Prose::toned(Tone::Quiet, format!("{what}: "));
        line.0.extend(prose.0);
        page.item(None, line, Vec::new());
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
    page.heading("Also found, or found no more");
    for (mark, finding) in all.iter().take(rows) {
        page.marked(*mark, format!("{} [{}]", finding.message, finding.rule.id).into());
    }
    page.cut(all.len().saturating_sub(rows));
}

fn loads(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let differ: Vec<_> = packet.loads.iter().filter(|row| row.before != Some(row.load)).collect();
    if differ.is_empty() {
        return;
    }
    page.heading("Load");
    for row in differ.iter().take(rows) {
        let percent =
            |percent: Option<i64>| percent.map_or_else(|| "nothing".to_owned(), |percent| format!("{percent} %"));
        let change = row.percent.unwrap_or(0) - row.before_percent.unwrap_or(0);
        let tone = if row.is_over { Tone::Bad } else { Tone::Plain };
        let prose = Prose::from(format!("{}: {} → ", row.person.name, percent(row.before_percent)))
            .then(tone, percent(row.percent))
            .then(Tone::Quiet, format!(" ({})", signed(change)));
        page.marked(if change > 0 { '+' } else { '-' }, prose);
    }
    page.cut(differ.len().saturating_sub(rows));
}
