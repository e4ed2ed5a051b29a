//! The first lines: which chart, compared with which, and how large.

use crate::report::counted;
use crate::report::page::{Page, Prose, Tone};
use crate::review::{Counts, Headline, Packet};

use super::words::{days, signed};

/// What the first line of a packet says between the organisation and the quarter.
pub const PACKET_TITLE: &str = ": the quarterly review";

pub(super) fn headline(page: &mut Page, packet: &Packet<'_>) {
    let head = &packet.headline;
    let who = head.organization.unwrap_or(head.chart);
    let when = head.revision.as_ref().map_or_else(String::new, |revision| format!(" {revision}"));
    page.title(format!("{who}{PACKET_TITLE}{when}"));
    page.say(compared(head));
    page.say(reviewed(head));
    page.say(size(&head.counts, head.before_counts.as_ref()));
    page.say(found(&head.counts));
}

fn compared(head: &Headline<'_>) -> Prose {
    let Some(before) = head.before else {
        return format!("{} alone: there is no revision before it to compare with", head.chart).into();
    };
    let revision = head.before_revision.as_deref().map_or_else(String::new, |revision| format!("{revision}, "));
    let day = head.before_day.as_deref().map_or_else(String::new, |day| format!(", judged as of {day}"));
    format!("{}, compared with {revision}{before}{day}", head.chart).into()
}

fn reviewed(head: &Headline<'_>) -> Prose {
    let today = &head.today;
    match (&head.reviewed, head.days_since_review) {
        (Some(day), Some(0)) => format!("as of {today}, the day of the review itself ({day})").into(),
        (Some(day), Some(ago)) if ago > 0 => format!("as of {today}; last reviewed on {day}, {} ago", days(ago)).into(),
        (Some(day), _) => format!("as of {today}; the next review is noted for {day}").into(),
        (None, _) => {
            let noted = if head.is_review_unreadable {
                "the day under `reviewed:` can't be read"
            } else {
                "no review is noted (`reviewed:`)"
            };
            Prose::from(format!("as of {today}; ")).then(Tone::Warning, noted)
        }
    }
}

fn size(now: &Counts, before: Option<&Counts>) -> Prose {
    let change = |now: usize, before: fn(&Counts) -> usize, old: Option<&Counts>| {
        old.map_or_else(String::new, |old| format!(" ({})", signed(difference(now, before(old)))))
    };
    let one = |now: usize, of: fn(&Counts) -> usize, one: &str, many: &str| {
        format!("{}{}", counted(now, one, many), change(now, of, before))
    };
    [
        one(now.seats, |counts| counts.seats, "seat", "seats"),
        one(now.people, |counts| counts.people, "person", "people"),
        one(now.priorities, |counts| counts.priorities, "priority", "priorities"),
        one(now.metrics, |counts| counts.metrics, "metric", "metrics"),
    ]
    .join(", ")
    .into()
}

fn found(counts: &Counts) -> Prose {
    let tone = |count: usize, tone| if count > 0 { tone } else { Tone::Plain };
    let prose = Prose::default()
        .then(tone(counts.errors, Tone::Bad), counted(counts.errors, "error", "errors"))
        .then(Tone::Plain, ", ")
        .then(tone(counts.warnings, Tone::Warning), counted(counts.warnings, "warning", "warnings"))
        .then(Tone::Plain, format!(", {}", counted(counts.infos, "note", "notes")));
    match counts.waived {
        0 => prose,
        waived => prose
            .then(Tone::Plain, format!("; {} by waivers", counted(waived, "finding accepted", "findings accepted"))),
    }
}

fn difference(now: usize, before: usize) -> i64 {
    i64::try_from(now).unwrap_or(i64::MAX) - i64::try_from(before).unwrap_or(i64::MAX)
}
