//! Priorities, spans and metrics as tables.

use crate::report::counted;
use crate::report::page::{Column, Page, Prose, Tone};
use crate::review::{MetricRow, Packet, PriorityRow};

use super::words::{days, ids, names, place};

pub(super) fn priorities(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let priorities = &packet.priorities;
    page.heading("Priorities");
    if priorities.is_empty() {
        page.say("The chart names none.");
        return;
    }
    page.say(states(priorities));
    let columns = [
        Column::text("priority"),
        Column::text("owner"),
        Column::text("person"),
        Column::text("status"),
        Column::text("supports"),
        Column::text("due"),
        Column::text("measured by"),
        Column::spare("title"),
        Column::spare("where"),
    ];
    let cells = priorities.iter().map(|row| {
        vec![
            Prose::toned(if row.is_strategic { Tone::Strong } else { Tone::Plain }, row.priority.id),
            if row.seats.is_empty() { Prose::toned(Tone::Bad, "nobody") } else { ids(&row.seats).into() },
            answering(row),
            status(row),
            if row.is_strategic { Prose::toned(Tone::Strong, "strategic") } else { or_dash(&ids(&row.supports)) },
            due(row),
            or_dash(&ids(&row.metrics)),
            row.priority.name.into(),
            place(packet.headline.chart, row.priority.place),
        ]
    });
    page.table(&columns, cells.collect(), rows);
}

/// How many are in which status and how many have no single owner, so that the sums can be checked.
fn states(priorities: &[PriorityRow<'_>]) -> String {
    let of_status = |status: Option<&str>| priorities.iter().filter(|row| row.status == status).count();
    let statuses = [
        (of_status(Some("on-track")), "on track"),
        (of_status(Some("off-track")), "off track"),
        (of_status(Some("done")), "done"),
        (of_status(Some("dropped")), "dropped"),
        (of_status(None), "without a status"),
    ];
    let parts: Vec<String> =
        statuses.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    let strategic = priorities.iter().filter(|row| row.is_strategic).count();
    let total = counted(priorities.len(), "priority", "priorities");
    format!("{total}, {strategic} of them strategic: {}.", parts.join(", "))
}

fn answering(row: &PriorityRow<'_>) -> Prose {
    match (&row.person, &row.why) {
        (Some(person), _) => person.name.into(),
        (None, Some(why)) if row.is_open() => Prose::toned(Tone::Bad, why.as_str()),
        (None, Some(why)) => why.as_str().into(),
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
        (Some(due), Some(late)) => Prose::from(format!("{due} ")).then(Tone::Bad, format!("{} late", days(late))),
        (Some(due), None) => due.as_str().into(),
        (None, _) => or_dash(""),
    }
}

fn or_dash(text: &str) -> Prose {
    if text.is_empty() { Prose::toned(Tone::Quiet, "–") } else { text.into() }
}

pub(super) fn spans(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let spans = &packet.spans;
    page.heading("Spans and layers");
    let (layers, needed) = (spans.layers, spans.layers_needed);
    page.say(format!(
        "{}; {} at {} reports a manager need {needed}.",
        counted(layers, "layer", "layers"),
        counted(spans.places, "place", "places"),
        spans.layer_span,
    ));
    let (Some(mean), Some(median)) = (spans.mean_tenths, spans.median_halves) else { return };
    let half = if median % 2 == 1 { ".5" } else { "" };
    page.say(format!(
        "{}, {}.{} reports each on average, the median {}{half} (Gallup 2025: mean 12.1, median 5 to 6).",
        counted(spans.managers.len(), "seat leads others", "seats lead others"),
        mean / 10,
        mean % 10,
        median / 2,
    ));
    let columns = [
        Column::text("seat"),
        Column::text("person"),
        Column::number("reports"),
        Column::text("band"),
        Column::text("kind"),
        Column::number("relations"),
        Column::spare("where"),
    ];
    let cells = spans.managers.iter().map(|manager| {
        let band = manager.band.map_or_else(String::new, |band| band.to_string());
        vec![
            manager.seat.id.into(),
            manager.person.map_or_else(|| Prose::toned(Tone::Bad, manager.instead), |person| person.name.into()),
            Prose::toned(
                if manager.fits == Some(false) { Tone::Warning } else { Tone::Plain },
                manager.reports.to_string(),
            ),
            match manager.fits {
                Some(false) => Prose::toned(Tone::Warning, format!("outside {band}")),
                _ => band.into(),
            },
            manager.band.map_or("", |band| band.kind).into(),
            or_dash(&manager.relations.map_or_else(String::new, |relations| relations.to_string())),
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
    page.heading("Scorecard");
    let groups = &packet.scorecard;
    let metrics: usize = groups.iter().map(|group| group.metrics.len()).sum();
    if metrics == 0 {
        page.say("The chart names no metric.");
        return;
    }
    let (leading, lagging): (usize, usize) =
        (groups.iter().map(|group| group.leading).sum(), groups.iter().map(|group| group.lagging).sum());
    let parts: Vec<String> = groups
        .iter()
        .map(|group| format!("{} {}", group.perspective.unwrap_or("without a perspective"), group.metrics.len()))
        .collect();
    page.say(format!(
        "{}: {}; {leading} leading, {lagging} lagging.",
        counted(metrics, "metric", "metrics"),
        parts.join(", ")
    ));
    let columns = [
        Column::text("perspective"),
        Column::text("metric"),
        Column::text("kind"),
        Column::number("actual"),
        Column::number("target"),
        Column::number("before"),
        Column::text("person"),
        Column::spare("title"),
        Column::spare("where"),
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

fn metric(packet: &Packet<'_>, perspective: &str, row: &MetricRow<'_>) -> Vec<Prose> {
    let tone = match row.is_met {
        Some(true) => Tone::Good,
        Some(false) => Tone::Bad,
        None => Tone::Plain,
    };
    let missed = if row.is_met == Some(false) { "missed " } else { "" };
    vec![
        perspective.into(),
        row.metric.id.into(),
        or_dash(row.kind.unwrap_or("")),
        row.actual.as_ref().map_or_else(|| or_dash(""), |actual| Prose::toned(tone, format!("{missed}{actual}"))),
        or_dash(row.target.as_deref().unwrap_or("")),
        or_dash(row.before.as_deref().unwrap_or("")),
        row.person.map_or_else(|| Prose::toned(Tone::Bad, owner_of(row)), |person| person.name.into()),
        row.metric.name.into(),
        place(packet.headline.chart, row.metric.place),
    ]
}

fn owner_of(row: &MetricRow<'_>) -> String {
    match (row.seats.len(), row.instead) {
        (1, "nobody") => "nobody: the seat is empty".to_owned(),
        (0 | 1, instead) => instead.to_owned(),
        _ => format!("several: {}", names(&row.seats)),
    }
}
