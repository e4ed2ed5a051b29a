//! Proof that a text says the same however it is read; for tests and fuzzers.

use std::fmt::Debug;

use crate::error::Error;
use crate::text::{Source, Sources, Span};

use super::defect::{Defect, Defects};
use super::event::Event;
use super::events::{self, Reading};
use super::{Input, file, header, syntax};

/// Sections are cut into parts of this many bytes: at each entry, and at some.
const PARTS: [usize; 3] = [1, 100, 2000];

/// How a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Line by line: it is plain.
    Lines,
    /// By the YAML library.
    Library,
}

/// Reads a text by each of the ways that there are, and compares all that they say: events, claims and mistakes, each
/// with its place. How it is read usually comes back.
///
/// # Errors
/// Where two ways differ, what each of them says: a bug of ours.
pub fn agree(text: &str) -> Result<Route, Error> {
    agreed(text).map_err(Error::new)
}

fn agreed(text: &str) -> Result<Route, String> {
    let mut sources = Sources::new();
    // A text before it, so that no place is right by beginning at zero.
    sources.add("before.yaml", "x".to_owned());
    let Some(id) = sources.add("chart.yaml", text.to_owned()) else { return Ok(Route::Library) };
    let source = sources.file(id);
    let route = same_events(source)?;
    let input = Input { source: id, is_main: true, unread: None };
    let by_library = format!("{:?}", file::read(source, &input, Reading::Library));
    for reading in std::iter::once(Reading::Fast).chain(PARTS.map(Reading::Parts)) {
        let part = format!("{:?}", file::read(source, &input, reading));
        same(&format!("chart by {reading:?}"), &part, &by_library)?;
    }
    if route == Route::Lines {
        let headers = [Reading::Fast, Reading::Library].map(|reading| header::header_by(source, reading));
        same("header", &headers[0], &headers[1])?;
    }
    Ok(route)
}

/// What one reading of a text gives: events, whether they come to an end, and what is reported on the way.
type Told<'t> = (Vec<(Event<'t>, Span)>, bool, Vec<Defect>);

fn same_events(source: &Source) -> Result<Route, String> {
    let is_even = syntax::first_look(source, &mut Defects::default());
    let mut runs = told(source, is_even, Reading::Fast);
    let by_library = told(source, is_even, Reading::Library).remove(0);
    let last = runs.pop().expect("it was read");
    same("events", &last, &by_library)?;
    let Some((begun, ..)) = runs.pop() else {
        return Ok(if is_even { Route::Lines } else { Route::Library });
    };
    // Lines were given up where the text is not plain; what they had said was right.
    let known = begun.len().min(last.0.len());
    same("first events", &&begun[..known], &&last.0[..known])?;
    Ok(Route::Library)
}

/// What each attempt at reading gave; the last is the one that counts.
fn told(source: &Source, is_even: bool, reading: Reading) -> Vec<Told<'_>> {
    let mut runs = Vec::new();
    events::read(source, is_even, reading, |events| {
        let (mut all, mut defects) = (Vec::new(), Defects::default());
        let has_ended = loop {
            match events.next(&mut defects) {
                Ok(Some(event)) => all.push(event),
                Ok(None) => break true,
                Err(_) => break false,
            }
        };
        runs.push((all, has_ended, defects.finish()));
    });
    runs
}

fn same<T: PartialEq + Debug>(what: &str, one: &T, other: &T) -> Result<(), String> {
    if one == other { Ok(()) } else { Err(format!("{what}: {one:?}\nby the library: {other:?}")) }
}
