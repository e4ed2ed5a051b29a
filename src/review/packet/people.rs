//! Who carries how much, which seats are empty, and on whom much hangs.

use crate::check::Burden;
use crate::phrase::{Column, Label, Page, Phrase, Prose, Section, Tone, count, percent, say, text};
use crate::review::{LoadRow, Packet, Vacancy};

use super::words::{days, entries, listed, names, place, signed};

/// How many of the seats that one person would leave empty are named.
const SEATS: usize = 6;

pub(super) fn loads(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let label = |label: Label| label.words(packet.language);
    let is_compared = packet.headline.before.is_some();
    page.section(Section::Load, label(Label::Load));
    if packet.loads.is_empty() {
        page.say("Nobody holds a seat.");
        return;
    }
    let over = packet.loads.iter().filter(|row| row.is_over).count();
    let rates = &packet.rates;
    page.say(say![
        count(packet.loads.len(), "person holds a seat", "people hold seats"),
        ", ",
        over,
        " above capacity. The load of a seat is ",
        rates.responsibility,
        " for each responsibility, the effort of its open priorities (",
        rates.priority,
        " where none is stated), ",
        rates.contribution,
        " for each that it contributes to and ",
        rates.report,
        " for each direct report; 1 is full time."
    ]);
    let mut columns = vec![Column::text(label(Label::Person)), Column::number(label(Label::Used))];
    if is_compared {
        columns.push(Column::number(label(Label::Change)));
    }
    columns.extend([
        Column::number(label(Label::LoadMark)),
        Column::number(label(Label::OfCapacity)),
        Column::text(label(Label::SeatsHeld)),
        Column::number(label(Label::Duties)),
        Column::number(label(Label::PrioritiesOf)),
        Column::number(label(Label::HelpsWith)),
        Column::number(label(Label::Reports)),
        Column::spare(label(Label::Where)),
    ]);
    let cells = packet.loads.iter().map(|row| {
        let mut cells = vec![say![row.person.by_name()].into(), used(row, packet)];
        if is_compared {
            cells.push(change(row, packet));
        }
        let terms = &row.terms;
        let effort = (terms.priorities > 0).then(|| say![": ", terms.effort]);
        cells.extend([
            say![row.load].into(),
            say![row.capacity].into(),
            seats(row).into(),
            say![terms.responsibilities].into(),
            say![terms.priorities, effort].into(),
            say![terms.contributions].into(),
            say![terms.reports].into(),
            place(packet.headline.chart, row.person.place),
        ]);
        cells
    });
    page.table(&columns, cells.collect(), rows);
}

fn used(row: &LoadRow<'_>, packet: &Packet<'_>) -> Prose {
    let tone = match row.burden {
        Burden::Over => Tone::Bad,
        Burden::Much => Tone::Warning,
        Burden::Easy => Tone::Plain,
    };
    match row.percent {
        _ if !row.is_assessed => Prose::toned(Tone::Quiet, Label::NotAssessed.words(packet.language)),
        Some(share) => Prose::toned(tone, say![percent(share)]),
        None => Prose::toned(tone, "no capacity"),
    }
}

/// By how many points of the capacity the load has changed.
fn change(row: &LoadRow<'_>, packet: &Packet<'_>) -> Prose {
    match row.percent.zip(row.before_percent) {
        None if row.before.is_none() => Prose::toned(Tone::Strong, Label::New.words(packet.language)),
        None => Prose::toned(Tone::Quiet, "–"),
        Some((now, before)) if now == before => Prose::toned(Tone::Quiet, "="),
        Some((now, before)) => signed(now - before).into(),
    }
}

fn seats(row: &LoadRow<'_>) -> Phrase {
    let of_seats = row.seats.iter().map(|one| {
        let interim = if one.is_interim { " (interim)" } else { "" };
        say![one.seat.by_name(), interim]
    });
    listed(&of_seats.collect::<Vec<_>>())
}

pub(super) fn vacancies(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let label = |label: Label| label.words(packet.language);
    page.section(Section::Vacant, label(Label::VacantSeats));
    if packet.vacancies.is_empty() {
        page.say("Every seat has an owner.");
        return;
    }
    let columns = [
        Column::text(label(Label::Seat)),
        Column::text(label(Label::CoveredBy)),
        Column::text(label(Label::Since)),
        Column::text(label(Label::Plan)),
        Column::number(label(Label::Reports)),
        Column::number(label(Label::LoadMark)),
        Column::spare(label(Label::Where)),
    ];
    let cells = packet.vacancies.iter().map(|row| {
        vec![
            say![row.seat].into(),
            match row.interim {
                Some(person) => say![person.by_name()].into(),
                None => Prose::toned(Tone::Bad, "nobody"),
            },
            since(packet, row),
            match row.plan {
                Some(plan) => say![text(plan)].into(),
                None => Prose::toned(Tone::Warning, "none noted"),
            },
            say![row.reports].into(),
            if row.is_assessed { say![row.load].into() } else { Prose::toned(Tone::Quiet, label(Label::NotAssessed)) },
            place(packet.headline.chart, row.seat.place),
        ]
    });
    page.table(&columns, cells.collect(), rows);
}

fn since(packet: &Packet<'_>, row: &Vacancy<'_>) -> Prose {
    let tone = if row.is_long { Tone::Warning } else { Tone::Plain };
    match (&row.since, row.days) {
        (Some(since), Some(age)) if age >= 0 => Prose::toned(tone, say![text(since), ", ", days(age)]),
        (Some(since), _) => say!["from ", text(since)].into(),
        (None, _) => {
            let then = packet.headline.before_revision.as_deref().unwrap_or("the revision before");
            let already = match row.was_vacant {
                Some(true) => Some(say!["; vacant in ", text(then), " too"]),
                Some(false) => Some(say!["; filled in ", text(then)]),
                None => None,
            };
            Prose::toned(Tone::Warning, say!["not noted", already])
        }
    }
}

pub(super) fn watch(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let label = |label: Label| label.words(packet.language);
    let watch = &packet.watch;
    page.section(Section::Watch, label(Label::PeopleToWatch));
    let hands = &watch.few_hands;
    if hands.of > 0 {
        let verb = match hands.people.len() {
            1 => " left, ",
            2 => " both left, ",
            _ => " all left, ",
        };
        // What nobody answers for now would be no loss.
        let open = packet.priorities.iter().filter(|row| row.is_open()).count();
        let answered = if hands.of == open { "" } else { " that somebody answers for" };
        page.say(say![
            "Truck factor ",
            hands.people.len(),
            ": if ",
            names(&hands.people),
            verb,
            hands.unowned,
            " of ",
            hands.of,
            " open priorities",
            answered,
            " would have nobody."
        ]);
    }
    if watch.missing_backups.is_empty() {
        page.say("Every key seat has a backup.");
    } else {
        let seats: Vec<_> = watch.missing_backups.iter().map(|one| one.seat).collect();
        page.say(Prose::toned(Tone::Warning, say!["Key seats without a backup: ", entries(&seats), "."]));
    }
    if watch.people.is_empty() {
        return;
    }
    let columns = [
        Column::text(label(Label::IfLeft)),
        Column::text(label(Label::NobodyFor)),
        Column::text(label(Label::EmptySeats)),
        Column::number(label(Label::Reports)),
        Column::text(label(Label::MetricsWithout)),
        Column::spare(label(Label::Where)),
    ];
    let cells = watch.people.iter().map(|one| {
        let mut seats = Prose::default();
        for (at, held) in one.seats.iter().take(SEATS).enumerate() {
            seats = seats.then(Tone::Plain, say![if at > 0 { ", " } else { "" }, held.seat.by_name(), ": "]);
            seats = match held.backup {
                Some(backup) => seats.then(Tone::Plain, say![backup.by_name()]),
                None => seats.then(Tone::Bad, "nobody"),
            };
        }
        if one.seats.len() > SEATS {
            seats = seats.then(Tone::Plain, say![", ", one.seats.len() - SEATS, " more"]);
        }
        let promise = if one.keeps_promise { " and the promise" } else { "" };
        vec![
            say![one.person.by_name()].into(),
            say![names(&one.priorities), promise].into(),
            seats,
            say![one.reports].into(),
            names(&one.metrics).into(),
            place(packet.headline.chart, one.person.place),
        ]
    });
    page.table(&columns, cells.collect(), rows);
}
