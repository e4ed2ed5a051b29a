//! Who carries how much, which seats are empty, and on whom much hangs.

use crate::check::Burden;
use crate::report::counted;
use crate::report::page::{Column, Page, Prose, Tone};
use crate::review::{LoadRow, Packet, Vacancy};

use super::words::{days, ids, listed, names, place, signed};

/// So many of the seats that one person would leave empty are named.
const SEATS: usize = 6;

pub(super) fn loads(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let is_compared = packet.headline.before.is_some();
    page.heading("Load");
    if packet.loads.is_empty() {
        page.say("Nobody holds a seat.");
        return;
    }
    let over = packet.loads.iter().filter(|row| row.is_over).count();
    let rates = &packet.rates;
    page.say(format!(
        "{}, {over} above capacity. The load of a seat is {} for each responsibility, the effort of its open priorities \
         ({} where none is stated), {} for each that it contributes to and {} for each direct report; 1 is full time.",
        counted(packet.loads.len(), "person holds a seat", "people hold seats"),
        rates.responsibility,
        rates.priority,
        rates.contribution,
        rates.report
    ));
    let mut columns = vec![Column::text("person"), Column::number("used")];
    if is_compared {
        columns.push(Column::number("change"));
    }
    columns.extend([
        Column::number("load"),
        Column::number("of"),
        Column::text("seats"),
        Column::number("resp."),
        Column::number("priorities"),
        Column::number("contrib."),
        Column::number("reports"),
        Column::spare("where"),
    ]);
    let cells = packet.loads.iter().map(|row| {
        let mut cells = vec![row.person.name.into(), used(row)];
        if is_compared {
            cells.push(change(row));
        }
        let terms = &row.terms;
        let effort = if terms.priorities == 0 { String::new() } else { format!(": {}", terms.effort) };
        cells.extend([
            row.load.to_string().into(),
            row.capacity.to_string().into(),
            seats(row).into(),
            terms.responsibilities.to_string().into(),
            format!("{}{effort}", terms.priorities).into(),
            terms.contributions.to_string().into(),
            terms.reports.to_string().into(),
            place(packet.headline.chart, row.person.place),
        ]);
        cells
    });
    page.table(&columns, cells.collect(), rows);
}

fn used(row: &LoadRow<'_>) -> Prose {
    let tone = match row.burden {
        Burden::Over => Tone::Bad,
        Burden::Much => Tone::Warning,
        Burden::Easy => Tone::Plain,
    };
    Prose::toned(tone, row.percent.map_or_else(|| "no capacity".to_owned(), |percent| format!("{percent} %")))
}

/// By how many points of the capacity the load has changed.
fn change(row: &LoadRow<'_>) -> Prose {
    match row.percent.zip(row.before_percent) {
        None if row.before.is_none() => Prose::toned(Tone::Strong, "new"),
        None => Prose::toned(Tone::Quiet, "–"),
        Some((now, before)) if now == before => Prose::toned(Tone::Quiet, "="),
        Some((now, before)) => signed(now - before).into(),
    }
}

fn seats(row: &LoadRow<'_>) -> String {
    let of_seats = row.seats.iter().map(|one| {
        let interim = if one.is_interim { " (interim)" } else { "" };
        format!("{}{interim}", one.seat.id)
    });
    let of_seats: Vec<String> = of_seats.collect();
    listed(of_seats.iter().map(String::as_str))
}

pub(super) fn vacancies(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    page.heading("Vacant seats and interims");
    if packet.vacancies.is_empty() {
        page.say("Every seat has an owner.");
        return;
    }
    let columns = [
        Column::text("seat"),
        Column::text("covered by"),
        Column::text("since"),
        Column::text("plan"),
        Column::number("reports"),
        Column::number("load"),
        Column::spare("where"),
    ];
    let cells = packet.vacancies.iter().map(|row| {
        vec![
            row.seat.id.into(),
            row.interim.map_or_else(|| Prose::toned(Tone::Bad, "nobody"), |person| person.name.into()),
            since(packet, row),
            row.plan.map_or_else(|| Prose::toned(Tone::Warning, "none noted"), Prose::from),
            row.reports.to_string().into(),
            row.load.to_string().into(),
            place(packet.headline.chart, row.seat.place),
        ]
    });
    page.table(&columns, cells.collect(), rows);
}

fn since(packet: &Packet<'_>, row: &Vacancy<'_>) -> Prose {
    let tone = if row.is_long { Tone::Warning } else { Tone::Plain };
    match (&row.since, row.days) {
        (Some(since), Some(age)) if age >= 0 => Prose::toned(tone, format!("{since}, {}", days(age))),
        (Some(since), _) => format!("from {since}").into(),
        (None, _) => {
            let then = packet.headline.before_revision.as_deref().unwrap_or("the revision before");
            let already = match row.was_vacant {
                Some(true) => format!("; vacant in {then} too"),
                Some(false) => format!("; filled in {then}"),
                None => String::new(),
            };
            Prose::toned(Tone::Warning, format!("not noted{already}"))
        }
    }
}

pub(super) fn watch(page: &mut Page, packet: &Packet<'_>, rows: usize) {
    let watch = &packet.watch;
    page.heading("People to watch");
    let hands = &watch.few_hands;
    if hands.of > 0 {
        let who = names(&hands.people);
        let verb = match hands.people.len() {
            1 => "left",
            2 => "both left",
            _ => "all left",
        };
        // What nobody answers for now would be no loss.
        let open = packet.priorities.iter().filter(|row| row.is_open()).count();
        let answered = if hands.of == open { "" } else { " that somebody answers for" };
        page.say(format!(
            "Truck factor {}: if {who} {verb}, {} of {} open priorities{answered} would have nobody.",
            hands.people.len(),
            hands.unowned,
            hands.of
        ));
    }
    if watch.missing_backups.is_empty() {
        page.say("Every key seat has a backup.");
    } else {
        let seats: Vec<_> = watch.missing_backups.iter().map(|one| one.seat).collect();
        page.say(Prose::toned(Tone::Warning, format!("Key seats without a backup: {}.", ids(&seats))));
    }
    if watch.people.is_empty() {
        return;
    }
    let columns = [
        Column::text("if … left"),
        Column::text("nobody would answer for"),
        Column::text("empty seats, and who could take over"),
        Column::number("reports"),
        Column::text("metrics without anybody"),
        Column::spare("where"),
    ];
    let cells = watch.people.iter().map(|one| {
        let mut seats = Prose::default();
        for (at, held) in one.seats.iter().take(SEATS).enumerate() {
            seats = seats.then(Tone::Plain, format!("{}{}: ", if at > 0 { ", " } else { "" }, held.seat.id));
            seats = match held.backup {
                Some(backup) => seats.then(Tone::Plain, backup.name),
                None => seats.then(Tone::Bad, "nobody"),
            };
        }
        if one.seats.len() > SEATS {
            seats = seats.then(Tone::Plain, format!(", {} more", one.seats.len() - SEATS));
        }
        let promise = if one.keeps_promise { " and the promise" } else { "" };
        vec![
            one.person.name.into(),
            format!("{}{promise}", ids(&one.priorities)).into(),
            seats,
            one.reports.to_string().into(),
            ids(&one.metrics).into(),
            place(packet.headline.chart, one.person.place),
        ]
    });
    page.table(&columns, cells.collect(), rows);
}
