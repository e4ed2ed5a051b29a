//! The first lines: which chart, compared with which, and how large.

use crate::phrase::{Page, Phrase, Prose, Tone, count, row, say, text};
use crate::review::{Counts, Headline, Packet};

use super::words::{days, signed};

/// What the first line of a packet says between the organisation and the quarter.
pub const PACKET_TITLE: &str = ": the quarterly review";

pub(super) fn headline(page: &mut Page, packet: &Packet<'_>) {
    let head = &packet.headline;
    let who = head.organization.unwrap_or(head.chart);
    let when = head.revision.as_ref().map(|revision| say![" ", text(revision)]);
    page.title(say![text(who), PACKET_TITLE, when]);
    page.say(compared(head));
    page.say(reviewed(head));
    page.say(size(&head.counts, head.before_counts.as_ref()));
    page.say(found(&head.counts, head.before_counts.as_ref()));
}

fn compared(head: &Headline<'_>) -> Phrase {
    let Some(before) = head.before else {
        return say![text(head.chart), " alone: there is no revision before it to compare with"];
    };
    let revision = head.before_revision.as_ref().map(|revision| say![text(revision), ", "]);
    let day = head.before_day.as_ref().map(|day| say![", judged as of ", text(day)]);
    say![text(head.chart), ", compared with ", revision, text(before), day]
}

fn reviewed(head: &Headline<'_>) -> Prose {
    let today = text(&head.today);
    match (&head.reviewed, head.days_since_review) {
        (Some(day), Some(0)) => say!["as of ", today, ", the day of the review itself (", text(day), ")"].into(),
        (Some(day), Some(ago)) if ago > 0 => {
            say!["as of ", today, "; last reviewed on ", text(day), ", ", days(ago), " ago"].into()
        }
        (Some(day), _) => Prose::from(say!["as of ", today, "; "])
            .then(Tone::Warning, say!["the last review is dated ", text(day), ", which is in the future"]),
        (None, _) => {
            let noted = if head.is_review_unreadable {
                say!["the day under ", code("reviewed:"), " can't be read"]
            } else {
                say!["no review is noted (", code("reviewed:"), ")"]
            };
            Prose::from(say!["as of ", today, "; "]).then(Tone::Warning, noted)
        }
    }
}

fn size(now: &Counts, before: Option<&Counts>) -> Phrase {
    let one = |of: fn(&Counts) -> usize, one, many| counted(of(now), before.map(of), one, many);
    let sizes = [
        one(|counts| counts.seats, "seat", "seats"),
        one(|counts| counts.people, "person", "people"),
        one(|counts| counts.priorities, "priority", "priorities"),
        one(|counts| counts.metrics, "metric", "metrics"),
    ];
    row(sizes, ", ")
}

fn found(now: &Counts, before: Option<&Counts>) -> Prose {
    let one = |of: fn(&Counts) -> usize, one, many| counted(of(now), before.map(of), one, many);
    let tone = |count: usize, tone| if count > 0 { tone } else { Tone::Plain };
    let prose = Prose::default()
        .then(tone(now.errors, Tone::Bad), one(|counts| counts.errors, "error", "errors"))
        .then(Tone::Plain, ", ")
        .then(tone(now.warnings, Tone::Warning), one(|counts| counts.warnings, "warning", "warnings"))
        .then(Tone::Plain, say![", ", one(|counts| counts.infos, "note", "notes")]);
    match now.waived {
        0 => prose,
        waived => {
            prose.then(Tone::Plain, say!["; ", count(waived, "finding accepted", "findings accepted"), " by waivers"])
        }
    }
}

/// How many there are, and how many more than before.
fn counted(now: usize, before: Option<usize>, one: &'static str, many: &'static str) -> Phrase {
    let change = before.map(|before| say![" (", signed(difference(now, before)), ")"]);
    say![count(now, one, many), change]
}

fn difference(now: usize, before: usize) -> i64 {
    i64::try_from(now).unwrap_or(i64::MAX) - i64::try_from(before).unwrap_or(i64::MAX)
}
