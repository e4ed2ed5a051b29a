//! Priorities, spans and metrics as tables.

use crate::graph::Accountable;
use crate::phrase::{Column, Label, Page, Phrase, Prose, Section, Tone, count, row, say, text};
use crate::review::{MetricRow, Packet, PriorityRow};

use super::words::{dash, days, entries, names, or_dash, place};

pub(super) fn priorities(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let label = |label: Label| label.words(packet.language);
    let priorities = &packet.priorities;
    page.section(Section::Priorities, label(Label::Priorities));
    if priorities.is_empty() {
        page.say("The chart names none.");
        return;
    }
    page.say(states(priorities));
    if let Some(proof) = &packet.proof {
        page.say(answered(proof));
    }
    let columns = [
        Column::text(label(Label::Priority)),
        Column::text(label(Label::Owner)),
        Column::text(label(Label::Person)),
        Column::text(label(Label::Status)),
        Column::text(label(Label::Supports)),
        Column::text(label(Label::DueOn)),
        Column::spare(label(Label::MeasuredBy)),
        Column::spare(label(Label::Where)),
    ];
    let cells = priorities.iter().map(|row| {
        vec![
            Prose::toned(if row.is_strategic { Tone::Strong } else { Tone::Plain }, say![row.priority]),
            if row.seats.is_empty() { Prose::toned(Tone::Bad, "nobody") } else { names(&row.seats).into() },
            answering(row),
            status(row),
            if row.is_strategic { Prose::toned(Tone::Strong, "strategic") } else { or_dash(names(&row.supports)) },
            due(row),
            or_dash(names(&row.metrics)),
            place(packet.headline.chart, row.priority.place),
        ]
    });
    page.table(&columns, cells.collect(), rows);
}

/// What was proven.
fn answered(proof: &Accountable<'_>) -> Phrase {
    match proof.charges().len() {
        0 => "None of them is open.".into(),
        1 => "Exactly one person is accountable for the one that is open.".into(),
        open => say!["Exactly one person is accountable for each of the ", open, " that are open."],
    }
}

/// How many are in which status and how many have no single owner, so that the sums can be checked.
fn states(priorities: &[PriorityRow<'_>]) -> Phrase {
    let of_status = |status: Option<&str>| priorities.iter().filter(|row| row.status == status).count();
    let statuses = [
        (of_status(Some("on-track")), " on track"),
        (of_status(Some("off-track")), " off track"),
        (of_status(Some("done")), " done"),
        (of_status(Some("dropped")), " dropped"),
        (of_status(None), " without a status"),
    ];
    let parts = statuses.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| say![count, what]);
    let strategic = priorities.iter().filter(|row| row.is_strategic).count();
    let total = count(priorities.len(), "priority", "priorities");
    say![total, ", ", strategic, " of them strategic: ", row(parts, ", "), "."]
}

fn answering(row: &PriorityRow<'_>) -> Prose {
    match (&row.person, &row.why) {
        (Some(person), _) => say![person.by_name()].into(),
        (None, Some(why)) if row.is_open() => Prose::toned(Tone::Bad, why.clone()),
        (None, Some(why)) => why.clone().into(),
        (None, None) => Prose::toned(Tone::Quiet, "unreadable"),
    }
}

fn status(row: &PriorityRow<'_>) -> Prose {
    let tone = match row.status {
        Some("off-track") => Tone::Bad,
        Some("on-track") => Tone::Good,
        Some(_) => Tone::Quiet,
        None => Tone::Warning,
    };
    Prose::toned(tone, row.status.unwrap_or("not stated"))
}

fn due(row: &PriorityRow<'_>) -> Prose {
    match (&row.due, row.days_late) {
        (Some(due), Some(late)) => Prose::from(say![text(due), " "]).then(Tone::Bad, say![days(late), " late"]),
        (Some(due), None) => say![text(due)].into(),
        (None, _) => dash(),
    }
}

pub(super) fn spans(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let label = |label: Label| label.words(packet.language);
    let spans = &packet.spans;
    page.section(Section::Spans, label(Label::SpansAndLayers));
    let (layers, needed) = (spans.layers, spans.layers_needed);
    let places = count(spans.places, "place", "places");
    page.say(say![
        count(layers, "layer", "layers"),
        "; ",
        places,
        " at ",
        spans.layer_span,
        " reports per manager need ",
        needed,
        "."
    ]);
    let (Some(mean), Some(median)) = (spans.mean_tenths, spans.median_halves) else { return };
    let half = if median % 2 == 1 { ".5" } else { "" };
    page.say(say![
        count(spans.managers.len(), "seat leads others", "seats lead others"),
        ", ",
        mean / 10,
        ".",
        mean % 10,
        " reports each on average, the median ",
        median / 2,
        half,
        " (Gallup 2025: mean 12.1, median 5 to 6)."
    ]);
    let columns = [
        Column::text(label(Label::Seat)),
        Column::text(label(Label::Person)),
        Column::number(label(Label::Reports)),
        Column::text(label(Label::SpanBand)),
        Column::text(label(Label::Kind)),
        Column::number(label(Label::Relations)),
        Column::spare(label(Label::Where)),
    ];
    let cells = spans.managers.iter().map(|manager| {
        let band: Phrase = manager.band.map_or_else(Phrase::default, |band| say![text(band)]);
        vec![
            say![manager.seat].into(),
            match manager.person {
                Some(person) => say![person.by_name()].into(),
                None => Prose::toned(Tone::Bad, manager.instead),
            },
            Prose::toned(if manager.fits == Some(false) { Tone::Warning } else { Tone::Plain }, say![manager.reports]),
            match manager.fits {
                Some(false) => Prose::toned(Tone::Warning, say!["outside ", band]),
                _ => band.into(),
            },
            manager.band.map_or("", |band| band.kind).into(),
            or_dash(say![manager.relations]),
            place(packet.headline.chart, manager.seat.place),
        ]
    });
    page.table(&columns, cells.collect(), rows);
    page.say(Prose::toned(
        Tone::Quiet,
        "relations: among a manager and the reports, n(2^(n−1) + n − 1), Graicunas 1933",
    ));
}

pub(super) fn scorecard(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let label = |label: Label| label.words(packet.language);
    page.section(Section::Scorecard, label(Label::Scorecard));
    let groups = &packet.scorecard;
    let metrics: usize = groups.iter().map(|group| group.metrics.len()).sum();
    if metrics == 0 {
        page.say("The chart names no metric.");
        return;
    }
    let (leading, lagging): (usize, usize) =
        (groups.iter().map(|group| group.leading).sum(), groups.iter().map(|group| group.lagging).sum());
    let parts =
        groups.iter().map(|group| say![group.perspective.unwrap_or("without a perspective"), " ", group.metrics.len()]);
    page.say(say![
        count(metrics, "metric", "metrics"),
        ": ",
        row(parts, ", "),
        "; ",
        leading,
        " leading, ",
        lagging,
        " lagging."
    ]);
    let columns = [
        Column::text(label(Label::Perspective)),
        Column::text(label(Label::Metric)),
        Column::text(label(Label::Kind)),
        Column::number(label(Label::Actual)),
        Column::number(label(Label::Goal)),
        Column::number(label(Label::Before)),
        Column::text(label(Label::Person)),
        Column::spare(label(Label::Where)),
    ];
    let mut cells = Vec::new();
    for group in groups {
        let perspective = group.perspective.unwrap_or("none stated");
        if group.metrics.is_empty() {
            let blank = std::iter::repeat_n(Prose::default(), columns.len() - 2);
            cells.push(
                [Prose::from(perspective), Prose::toned(Tone::Bad, "no metric")].into_iter().chain(blank).collect(),
            );
        }
        cells.extend(group.metrics.iter().map(|row| metric(packet, perspective, row)));
    }
    page.table(&columns, cells, rows);
}

fn metric(packet: &Packet<'_>, perspective: &'static str, row: &MetricRow<'_>) -> Vec<Prose> {
    let tone = match row.is_met {
        Some(true) => Tone::Good,
        Some(false) => Tone::Bad,
        None => Tone::Plain,
    };
    let missed = if row.is_met == Some(false) { "missed " } else { "" };
    vec![
        perspective.into(),
        say![row.metric].into(),
        row.kind.map_or_else(dash, Prose::from),
        row.actual.as_ref().map_or_else(dash, |actual| Prose::toned(tone, say![missed, text(actual)])),
        or_dash(say![row.target.as_ref().map(text)]),
        or_dash(say![row.before.as_ref().map(text)]),
        match row.person {
            Some(person) => say![person.by_name()].into(),
            None => Prose::toned(Tone::Bad, owner_of(row)),
        },
        place(packet.headline.chart, row.metric.place),
    ]
}

fn owner_of(row: &MetricRow<'_>) -> Phrase {
    match (row.seats.len(), row.instead) {
        (1, "nobody") => "nobody: the seat is empty".into(),
        (0 | 1, instead) => instead.into(),
        _ => say!["several: ", entries(&row.seats)],
    }
}
