//! What changed since the revision before.

use crate::diff::{Group, lines};
use crate::graph::Wait;
use crate::phrase::{Label, Page, Phrase, Section, View, cut, more_of, ours, say, text};
use crate::review::Packet;

use super::words::listed;

/// How many pairs that wait for each other are named.
const PAIRS: usize = 6;

pub(super) fn changes(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let Some(changes) = &packet.changes else { return };
    let diff = &changes.diff;
    page.section(Section::Changes, Label::WhatChanged.words(packet.language));
    let since = packet.headline.before_revision.as_deref().unwrap_or(changes.before.name);
    if diff.changes.is_empty() {
        page.say(say!["Nothing since ", text(since), "."]);
        return;
    }
    let groups = Group::ALL.into_iter().map(|group| (group, diff.group(group).count())).filter(|(_, count)| *count > 0);
    let counts: Vec<Phrase> =
        groups.clone().map(|(group, count)| say![ours(group.title().to_lowercase()), " ", count]).collect();
    page.say(say!["Since ", text(since), ": ", listed(&counts), "."]);
    if packet.what_if.is_none() {
        let command =
            say!["rightseat diff ", text(changes.before.name), " ", text(changes.now.name), " -o changes.svg"];
        page.figure(View::Changes, "the chart with what changed in it", command);
    }
    for (group, _) in groups {
        let lines = lines(diff, group);
        page.subheading(group.title());
        let left = lines.len().saturating_sub(rows);
        for line in lines.into_iter().take(rows) {
            page.marked(line.mark, line.phrase);
        }
        page.cut(left);
    }
}

/// The chart, the strategy and how their parts hang together, as pictures where those say something.
pub(super) fn pictures(page: &mut Page, packet: &Packet<'_>) {
    let views = [
        (Section::Chart, Label::TheChart, View::Chart, "who reports to whom, and who holds which seat"),
        (
            Section::Strategy,
            Label::TheStrategy,
            View::Strategy,
            "strategic priorities, what serves them and who answers for it",
        ),
        (Section::Dependencies, Label::WhoWaits, View::Dependencies, "which departments wait for each other"),
        (Section::Matrix, Label::SeveralLines, View::Matrix, "who works for more than one"),
    ];
    for (section, label, view, caption) in views {
        if !packet.views.contains(&view) {
            continue;
        }
        page.section(section, label.words(packet.language));
        if view == View::Dependencies {
            for pair in pairs(packet) {
                page.say(pair);
            }
        }
        let option = (view != View::Chart).then(|| say![" --view ", view.name()]);
        let chart = text(packet.headline.chart);
        page.figure(view, caption, say!["rightseat render ", chart, option, " -o ", view.name(), ".svg"]);
    }
}

/// Those who wait for each other, in words.
fn pairs(packet: &Packet<'_>) -> Vec<Phrase> {
    let both: Vec<_> = packet.waits.all.iter().filter(|wait| wait.counts[1] > 0).collect();
    let (shown, left) = cut(&both, PAIRS);
    let pair = |wait: &&Wait| {
        let [from, to] = [wait.from, wait.to].map(|at| text(packet.waits.departments[at].name()));
        let [forth, back] = wait.counts;
        say![from, " and ", to, " wait for each other: ", forth, " and ", back, "."]
    };
    shown.iter().map(pair).chain(more_of(left, "pair", "pairs")).collect()
}
