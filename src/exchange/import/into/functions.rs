//! Functions as the table has them, where a seat has that of the seats above it unless it says its own.

use std::collections::HashMap;

use crate::model::{Noun, Value};

use super::desk::Desk;

/// Lets each seat be in the function that the table says, by as few words as the lines allow.
pub(super) fn functions(desk: &mut Desk<'_>, wanted: &HashMap<String, String>) {
    let mut below: HashMap<String, Vec<String>> = HashMap::new();
    let mut left: Vec<(String, Option<String>)> = Vec::new();
    let mut lost: Vec<String> = Vec::new();
    for id in desk.ids(Noun::Seat) {
        match desk.text(Noun::Seat, &id, "reports_to") {
            Some(manager) if desk.has(Noun::Seat, &manager) => below.entry(manager).or_default().push(id),
            _ => left.push((id, None)),
        }
    }
    while let Some((id, inherited)) = left.pop() {
        let own = desk.text(Noun::Seat, &id, "function");
        let now = own.clone().or_else(|| inherited.clone());
        let function = match wanted.get(&id) {
            Some(function) if now.as_deref() != Some(function) => {
                let written = (inherited.as_deref() != Some(function)).then(|| Value::Text(function.clone()));
                desk.set(Noun::Seat, &id, "function", written);
                Some(function.clone())
            }
            _ => now,
        };
        for report in below.remove(&id).unwrap_or_default() {
            left.push((report, function.clone()));
        }
    }
    // Seats in a loop inherit nothing.
    lost.extend(below.into_values().flatten());
    lost.sort_unstable();
    for id in lost {
        if let Some(function) = wanted.get(&id)
            && desk.text(Noun::Seat, &id, "function").as_ref() != Some(function)
        {
            desk.set(Noun::Seat, &id, "function", Some(Value::Text(function.clone())));
        }
    }
}
