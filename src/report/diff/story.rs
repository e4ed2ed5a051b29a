//! What changed between two charts as blocks, in parts: a terminal shows all of them, a comment folds what is long.

use crate::diff::{Crossing, Group, LoadDelta, hint, lines};
use crate::model::{Noun, Share};
use crate::phrase::{ARROW, Page, Phrase, Prose, Tone, code, count, named, ours, row, say, text};

use super::{Compared, Found, Shown, name, of_whom};

/// The parts, in the order in which a terminal shows them.
pub(super) struct Story {
    /// How much changed, and what was found.
    pub(super) opening: Page,
    /// What changed, group by group, and who carries more or less since.
    pub(super) changes: Page,
    /// The findings that the old chart has not.
    pub(super) introduced: Page,
    /// Those that only it has, and those that differ.
    pub(super) others: Page,
    /// What could not be judged.
    pub(super) notes: Page,
}

impl Story {
    /// What there is to tell, with this many loads and every one that passed a limit.
    pub(super) fn of(compared: &Compared<'_>, loads: usize) -> Self {
        let found = compared.findings();
        Self {
            opening: opening(compared, &found),
            changes: changes(compared, loads),
            introduced: findings([("Introduced", '+', &found.introduced)]),
            others: findings([("Fixed", '-', &found.fixed), ("More or less serious", '~', &found.changed)]),
            notes: notes(&compared.diff.notes),
        }
    }
}

fn opening(compared: &Compared<'_>, found: &Found<'_>) -> Page {
    let mut page = Page::default();
    let diff = compared.diff;
    let (old, new) = (code(name(compared.old)), code(name(compared.new)));
    page.say(Prose::toned(Tone::Strong, counts(compared)).then(Tone::Plain, say![" from ", old, " to ", new]));
    if diff.is_empty() {
        page.say("The charts say the same.");
    } else if diff.changes.is_empty() {
        let claims = count(diff.edits.len(), "claim is", "claims are");
        let where_else = say![" written differently, which ", code("--format json"), " shows."];
        page.say(say!["Nothing that people would call a change: ", claims, where_else]);
    }
    page.say(found.counts());
    page
}

/// How many changes there are, by group.
fn counts(compared: &Compared<'_>) -> Phrase {
    let counts = Group::ALL.into_iter().map(|group| (group, compared.diff.group(group).count()));
    let groups = counts.filter(|(_, count)| *count > 0);
    let groups = groups.map(|(group, count)| say![ours(group.title().to_lowercase()), " ", count]);
    let groups = row(groups, ", ");
    let groups = (!groups.is_empty()).then(|| say![" (", groups, ")"]);
    say![count(compared.diff.changes.len(), "change", "changes"), groups]
}

fn changes(compared: &Compared<'_>, most: usize) -> Page {
    let mut page = Page::default();
    let diff = compared.diff;
    for group in Group::ALL {
        let count = diff.group(group).count();
        if count > 0 {
            page.subheading(say![group.title(), " (", count, ")"]);
            for line in lines(diff, group) {
                page.marked(line.mark, line.phrase);
            }
        }
    }
    if !diff.hints.is_empty() {
        page.subheading(say!["Possible renames (", diff.hints.len(), ")"]);
        for rename in &diff.hints {
            page.marked('?', hint(rename));
        }
    }
    let people: Vec<&LoadDelta> = diff.loads.iter().filter(|load| load.holder.kind == Noun::Person).collect();
    if people.is_empty() {
        return page;
    }
    page.subheading(say!["Load (", count(people.len(), "person", "people"), ")"]);
    let mut left = 0_usize;
    for (at, load) in people.into_iter().enumerate() {
        if at < most || load.crossing.is_some() {
            page.marked(if load.is_heavier() { '+' } else { '-' }, carried(load));
        } else {
            left += 1;
        }
    }
    if left > 0 {
        page.say(say!["and ", left, " with smaller differences"]);
    }
    page
}

/// Who carries how much, then and now, in per cent of what they can; somebody who is not there carries nothing.
fn carried(load: &LoadDelta) -> Prose {
    let said = |percent: Option<i64>, load: Share| match percent {
        Some(percent) => say![text(format_args!("{percent} %"))],
        None => say![load],
    };
    let old = if load.is_new { "new".into() } else { said(load.old_percent(), load.old) };
    let new = if load.is_gone { "left".into() } else { said(load.percent(), load.new) };
    let told = Prose::from(say![named(load.holder.kind, &load.holder.id, &load.holder.name), ": ", old, ARROW, new]);
    match load.crossing {
        Some(Crossing::Overloaded) => told.then(Tone::Plain, ", ").then(Tone::Bad, "now overloaded"),
        Some(Crossing::Relieved) if !load.is_gone => told.then(Tone::Plain, ", no longer overloaded"),
        Some(Crossing::Relieved) | None => told,
    }
}

fn findings<const N: usize>(groups: [(&'static str, char, &Vec<Shown<'_>>); N]) -> Page {
    let mut page = Page::default();
    for (title, mark, shown) in groups.into_iter().filter(|(.., shown)| !shown.is_empty()) {
        page.subheading(say![title, " (", count(shown.len(), "finding", "findings"), ")"]);
        for Shown { finding, before } in shown {
            let rule = code(finding.rule.id.as_str());
            let (level, message) = (finding.level.name(), &finding.message);
            page.marked(mark, say![level, " ", rule, ": ", message, of_whom(finding), before]);
        }
    }
    page
}

fn notes(notes: &[String]) -> Page {
    let mut page = Page::default();
    if !notes.is_empty() {
        page.subheading("Notes");
        for note in notes {
            page.item(None, say![text(note)], Vec::new());
        }
    }
    page
}
