//! Who owns what, who fills which seat, and who reports to whom.

use crate::model::{Date, Noun, Value};
use crate::text::sort;

use super::super::draft::Draft;
use super::super::refusal::Refusal;
use super::references::{naming, replace};
use super::{add_item, drop_item, is, items, named, parse, referring, says, set_items, text};

pub(super) fn hand_over(draft: &mut Draft<'_>, priority: &str, seat: &str) -> Result<(), Refusal> {
    draft.expect(Noun::Seat, seat)?;
    let fields = draft.fields(Noun::Priority, priority)?;
    let owners = items(fields, "owner").to_vec();
    set_items(fields, "owner", vec![text(seat)]);
    if owners.len() > 1 {
        // They claimed to work on it.
        for owner in &owners {
            if let Value::Text(owner) = owner {
                add_item(fields, "contributors", owner);
            }
        }
    }
    drop_item(fields, "contributors", seat);
    Ok(())
}

pub(super) fn fill(draft: &mut Draft<'_>, seat: &str, person: &str) -> Result<(), Refusal> {
    draft.expect(Noun::Person, person)?;
    let fields = draft.fields(Noun::Seat, seat)?;
    let is_new = !matches!(items(fields, "owner"), [owner] if is(owner, person));
    set_items(fields, "owner", vec![text(person)]);
    fields.remove("vacant");
    fields.remove("interim");
    if is_new {
        fields.remove("fit");
    }
    if says(fields, "backup", person) {
        fields.remove("backup");
    }
    Ok(())
}

pub(super) fn cover(draft: &mut Draft<'_>, seat: &str, person: &str) -> Result<(), Refusal> {
    draft.expect(Noun::Person, person)?;
    let judged = draft.judged;
    let fields = draft.fields(Noun::Seat, seat)?;
    // A placeholder for nobody is replaced.
    let is_nobody = |owner: &Value| matches!(owner, Value::Text(id) if judged.graph.is_nobody(id));
    if items(fields, "owner").iter().all(is_nobody) {
        fields.remove("owner");
    }
    if let Some(owner) = items(fields, "owner").first() {
        let seat = named(Noun::Seat, seat);
        return Err(Refusal::Contradiction(format!(
            "{seat} is owned by `{owner}`: nobody covers a seat that is filled"
        )));
    }
    fields.insert("interim".to_owned(), text(person));
    Ok(())
}

pub(super) fn vacate(
    draft: &mut Draft<'_>,
    seat: &str,
    since: Option<Date>,
    plan: Option<&str>,
) -> Result<(), Refusal> {
    let today = draft.judged.today;
    let fields = draft.fields(Noun::Seat, seat)?;
    let mut vacant = match fields.get("vacant") {
        Some(Value::Map(vacant)) => vacant.clone(),
        _ => crate::model::Fields::new(),
    };
    if since.is_some() || !vacant.contains_key("since") {
        vacant.insert("since".to_owned(), text(&since.unwrap_or(today).to_string()));
    }
    if let Some(plan) = plan
        && let Value::Map(parsed) = parse(Noun::Seat, "vacant", &[format!("plan={plan}")])?
    {
        vacant.extend(parsed);
    }
    fields.remove("owner");
    fields.remove("fit");
    fields.insert("vacant".to_owned(), Value::Map(vacant));
    if let Some(day) = since.filter(|day| *day > today) {
        let seat = named(Noun::Seat, seat);
        draft
            .told
            .push(format!("{seat} is vacant at once: {day} is in the future, and a chart says how things stand now"));
    }
    Ok(())
}

pub(super) fn move_below(draft: &mut Draft<'_>, seat: &str, manager: &str) -> Result<(), Refusal> {
    draft.expect(Noun::Seat, seat)?;
    draft.expect(Noun::Seat, manager)?;
    let mut above = manager.to_owned();
    // A chart that has a loop already is walked once round.
    for _ in 0..=draft.chart.seats.entries.len() {
        if above == seat {
            let (seat, manager) = (named(Noun::Seat, seat), named(Noun::Seat, manager));
            return Err(Refusal::Contradiction(format!("{manager} is below {seat}: they would report in a circle")));
        }
        match draft.reports_to(&above) {
            Some(next) => above = next,
            None => break,
        }
    }
    let fields = draft.fields(Noun::Seat, seat)?;
    fields.insert("reports_to".to_owned(), text(manager));
    drop_item(fields, "dotted_to", manager);
    Ok(())
}

/// What depends on a seat, in words.
fn hanging(draft: &mut Draft<'_>, seat: &str) -> Result<Vec<String>, Refusal> {
    let mut by: Vec<String> = Vec::new();
    for (of, other) in referring(draft, Noun::Seat, seat) {
        let fields = draft.fields(of, &other)?;
        let keys = naming(of, fields, Noun::Seat, seat);
        if keys.iter().any(|key| !matches!(*key, "dotted_to" | "contributors")) {
            by.push(named(of, &other));
        }
    }
    let count = items(draft.fields(Noun::Seat, seat)?, "responsibilities").len();
    match count {
        0 => {}
        1 => by.push("a responsibility".to_owned()),
        count => by.push(format!("{count} responsibilities")),
    }
    Ok(by)
}

pub(super) fn close(draft: &mut Draft<'_>, seat: &str, to: Option<&str>) -> Result<(), Refusal> {
    draft.expect(Noun::Seat, seat)?;
    match to {
        Some(to) if to == seat => {
            return Err(Refusal::Contradiction(format!("{} can't be closed to itself", named(Noun::Seat, seat))));
        }
        Some(to) => draft.expect(Noun::Seat, to)?,
        None => {
            let by = hanging(draft, seat)?;
            if !by.is_empty() {
                let help = "add `--to SEAT` to say who takes over".to_owned();
                return Err(Refusal::Needed { what: named(Noun::Seat, seat), by, help });
            }
        }
    }
    let fields = draft.fields(Noun::Seat, seat)?.clone();
    let manager = match fields.get("reports_to") {
        Some(Value::Text(manager)) => Some(manager.clone()),
        _ => None,
    };
    for (of, other) in referring(draft, Noun::Seat, seat) {
        if (of, other.as_str()) == (Noun::Seat, seat) {
            continue;
        }
        let at = draft.fields(of, &other)?;
        for key in naming(of, at, Noun::Seat, seat) {
            let heir = match key {
                "reports_to" => manager.as_deref(),
                "owner" | "promise" => to,
                _ => None,
            };
            replace(at, key, seat, heir);
        }
        if let Some(to) = to
            && items(at, "owner").iter().any(|owner| is(owner, to))
            && of == Noun::Priority
        {
            drop_item(at, "contributors", to);
        }
    }
    if let Some(to) = to {
        // Claims have no order; what is handed over keeps that of the file.
        let chart = draft.chart;
        let closed = chart.seats.entries.iter().find(|entry| entry.id.value.as_str() == seat);
        let written: Vec<&str> =
            closed.into_iter().flat_map(|entry| &entry.responsibilities).map(|text| text.value.as_str()).collect();
        let heir = draft.fields(Noun::Seat, to)?;
        let mut all = items(heir, "responsibilities").to_vec();
        let known = all.clone();
        let mut taken: Vec<&Value> =
            items(&fields, "responsibilities").iter().filter(|one| !known.contains(one)).collect();
        sort::by_key(&mut taken, |one| written.iter().position(|text| is(one, text)));
        all.extend(taken.into_iter().cloned());
        set_items(heir, "responsibilities", all);
    }
    draft.remove(Noun::Seat, seat)?;
    for owner in items(&fields, "owner") {
        if let Value::Text(owner) = owner
            && referring(draft, Noun::Person, owner).is_empty()
        {
            draft.told.push(format!("{} no longer holds a seat", named(Noun::Person, owner)));
        }
    }
    Ok(())
}
