//! The next table, into the chart that people have written into since: who is who, what the table says otherwise, and
//! what it no longer has. The result is claims; only the layer `edit` knows how they are written.

mod desk;
mod functions;
mod gone;
mod laid;
mod managers;
mod pairs;
mod people;
mod seats;
mod work;

use std::collections::HashMap;

use crate::check::Judged;
use crate::diff::{Counterparts, Renames};
use crate::error::Error;
use crate::graph::Graph;
use crate::model::{Chart, Edit, Noun};
use crate::phrase::Page;
use crate::read;
use crate::text::Sources;

use super::super::export::table as own_table;
use super::fields::Field;
use super::plan::Plan;
use super::table::Kind;
use super::{File, Input, Request, source, told, write};
use desk::Desk;
use laid::Laid;
use pairs::Pairs;
use seats::Sides;

/// What a table changes in a chart, and what is to be reported.
#[derive(Debug)]
pub struct Update {
    /// The claims that change.
    pub edits: Vec<Edit>,
    /// How the tables were understood.
    pub summary: Page,
    /// What was odd, by the rows, then what of the chart a person should look at.
    pub odd: Page,
    /// What is only guessed: options that say so.
    pub guesses: Vec<String>,
}

/// Reads tables into a chart. With `is_pruned` what the tables do not have is gone even where it was in none before.
///
/// # Errors
/// Bytes that are no table, and tables that do not say who reports to whom.
pub fn update(
    inputs: Vec<Input>,
    request: &Request<'_>,
    judged: &Judged<'_>,
    is_pruned: bool,
) -> Result<Update, Error> {
    updated(inputs, request, judged, is_pruned).map_err(Error::new)
}

fn updated(inputs: Vec<Input>, request: &Request<'_>, judged: &Judged<'_>, is_pruned: bool) -> Result<Update, String> {
    let (mut odd, mut notes) = (Vec::new(), Vec::new());
    let mut tables = super::tables(inputs, request, &mut odd, &mut notes)?;
    let is_of_people = tables.iter().any(|table| table.kind == Kind::People);
    if !is_of_people {
        // Who owns what is asked of the chart's own people and seats.
        let bytes = own_table(&judged.graph, false).into_bytes();
        let own = Request { organization: request.organization, ..Request::default() };
        let grids = source::grids("", &bytes, &own, &[], &mut notes)?;
        source::tables(grids, &own, &[], &[], &mut tables, &mut Vec::new())?;
    }
    super::managers::check_titles(&tables)?;
    let (pointing, guesses) = super::managers::settle(&mut tables)?;
    let mut of_rows = Vec::new();
    let mut plan = Plan::read(&tables, &pointing, request, &mut of_rows);
    of_rows.retain(|one| !tables[one.table as usize].is_of_chart());
    odd.extend(of_rows);
    if plan.seats.all.is_empty() {
        return Err("the table holds no seats: its rows have neither names nor titles".to_owned());
    }
    plan.notes.splice(0..0, notes);
    let mut desk = Desk::new(judged.graph.chart());
    let mut said = Vec::new();
    let work = if is_of_people {
        said = with_people(&mut plan, request, (judged, is_pruned), &mut desk, &mut odd)?;
        None
    } else {
        Some(work::named(&mut plan, &desk))
    };
    if let Some(work) = work {
        let chart = target(&plan, request)?;
        work::laid(&plan, &Desk::new(&chart), &work, &mut desk);
    }
    untaken(&plan, &mut said);
    let seats = desk.ids(Noun::Seat);
    let is_root = |id: &&str| desk.get(Noun::Seat, id, "reports_to").is_none();
    let roots: Vec<&str> = seats.iter().map(String::as_str).filter(is_root).collect();
    let summary = told::summary(&plan, request, &roots);
    let mut lines = told::lines(&tables, odd);
    lines.extend(said);
    Ok(Update { edits: desk.edits(), summary, odd: told::to_look_at(&lines), guesses })
}

/// Lays a table of people over the chart; returns what is to be reported about the chart.
fn with_people(
    plan: &mut Plan<'_>,
    request: &Request<'_>,
    (judged, is_pruned): (&Judged<'_>, bool),
    desk: &mut Desk<'_>,
    odd: &mut Vec<told::Odd>,
) -> Result<Vec<String>, String> {
    let (people, seats) = (people::known(&judged.graph), seats::known(&judged.graph));
    let (mut same_people, by_number) = people::matched(&people, plan, request.system);
    let mut same_seats = {
        let sides = Sides { known: &seats, people: &people, plan, system: request.system };
        let mut same = sides.by_number(&mut same_people);
        sides.by_holder(&mut same, &same_people);
        same
    };
    same_people
        .call(&people.iter().map(|one| one.id).collect::<Vec<_>>(), plan.people.all.iter_mut().map(|one| &mut one.id));
    let seat_ids: Vec<&str> = seats.iter().map(|one| one.id).collect();
    same_seats.call(&seat_ids, plan.seats.all.iter_mut().map(|one| &mut one.id));
    if same_seats.new.iter().any(Option::is_none) && same_seats.old.iter().any(Option::is_none) {
        alike(plan, request, judged, (&seats, &mut same_seats))?;
        same_seats.call(&seat_ids, plan.seats.all.iter_mut().map(|one| &mut one.id));
    }
    let elsewhere = managers::elsewhere(plan, (&people, &same_people), (&seats, &same_seats), odd);
    let work = work::named(plan, desk);
    let chart = target(plan, request)?;
    let target = Desk::new(&chart);
    let laid = Laid {
        plan,
        person_at: people.iter().enumerate().map(|(at, one)| (one.id, at)).collect(),
        seat_at: seats.iter().enumerate().map(|(at, one)| (one.id, at)).collect(),
        people: &people,
        seats: &seats,
        same_people: &same_people,
        same_seats: &same_seats,
        by_number: &by_number,
        elsewhere: &elsewhere,
        target: &target,
    };
    laid.people(desk, odd);
    laid.seats(desk, odd);
    work::laid(plan, &target, &work, desk);
    let said = gone::gone(&laid, desk, is_pruned);
    let wanted =
        plan.seats.all.iter().filter_map(|seat| Some((seat.id.to_string(), seat.department.as_deref()?.to_owned())));
    functions::functions(desk, &wanted.collect::<HashMap<_, _>>());
    Ok(said)
}

/// Pairs the seats that a diff of the two charts would take for the same.
fn alike(
    plan: &Plan<'_>,
    request: &Request<'_>,
    judged: &Judged<'_>,
    (known, same): (&[seats::Known<'_>], &mut Pairs),
) -> Result<(), String> {
    let chart = target(plan, request)?;
    let graph = Graph::new(&chart, crate::graph::LoadRates::default());
    let counterparts = Counterparts::of(&judged.graph, &graph, Renames::default());
    let place: HashMap<&str, usize> = known.iter().enumerate().map(|(at, seat)| (seat.id, at)).collect();
    for at in 0..plan.seats.all.len() {
        if same.old[at].is_none()
            && let Some(old) = counterparts.old_id(Noun::Seat, &plan.seats.all[at].id)
            && let Some(&old) = place.get(old).filter(|old| same.new[**old].is_none())
            && !is_moved(plan, &known[old], at, same)
        {
            same.put(old, at);
        }
    }
    Ok(())
}

/// Whether a seat shares nothing but its holder with one of the chart: then that person has moved to another.
fn is_moved(plan: &Plan<'_>, old: &seats::Known<'_>, at: usize, same: &Pairs) -> bool {
    let seat = &plan.seats.all[at];
    let title = super::forms::plain(old.title).into_owned();
    let shares_word = title.split(' ').any(|word| super::forms::plain(&seat.title).split(' ').any(|one| one == word));
    let manager = seat.reports_to.and_then(|manager| Some(&plan.seats.all[same.old[manager].map(|_| manager)?].id));
    let is_in_function = old.function.zip(seat.department.as_deref()).is_some_and(|(one, other)| one == other);
    !shares_word && manager.map(|id| id.as_str()) != old.manager && !is_in_function
}

/// What the tables say, as the chart that they would make.
fn target(plan: &Plan<'_>, request: &Request<'_>) -> Result<Chart, String> {
    let mut sources = Sources::new();
    let mut inputs = Vec::new();
    for (at, File { name, text }) in write::files(plan, request).into_iter().enumerate() {
        let source = sources.add(name, text).ok_or("the tables hold more than 4 GiB")?;
        inputs.push(read::Input { source, is_main: at == 0, unread: None });
    }
    Ok(read::chart(&sources, &inputs).0)
}

/// Says which columns are the chart's own: a table never overwrites what people have written there.
fn untaken(plan: &Plan<'_>, said: &mut Vec<String>) {
    const OF_CHART: [Field; 10] = [
        Field::Responsibilities,
        Field::Interim,
        Field::Backup,
        Field::VacantSince,
        Field::VacantPlan,
        Field::Manages,
        Field::Assistant,
        Field::MemberOf,
        Field::SeatNote,
        Field::PersonNote,
    ];
    let tables = plan.rows.tables.iter().filter(|table| table.kind == Kind::People && !table.is_of_chart());
    let headers: Vec<String> = tables
        .flat_map(|table| {
            OF_CHART.iter().filter_map(|field| Some(&table.columns.all[table.columns.at(*field)?].header))
        })
        .map(|header| format!("`{header}`"))
        .collect();
    if !headers.is_empty() {
        let of = headers.join(", ");
        said.push(format!("{of}: taken for new entries alone; of those that are there the chart says it"));
    }
}
