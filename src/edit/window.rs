//! The part of a large file that an edit can touch: everything that is not an entry, the entries touched and their
//! neighbours, and the first and last entry of each section. The rest is cut out, so that an edit costs what it
//! changes; the result is proven on the whole.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::model::Chart;
use crate::read::Input;
use crate::text::{Source, SourceId, Sources, sort};

use super::yaml::Splice;

/// Smaller files are looked at as a whole.
const LARGE: usize = 64 << 10;
/// This many entries at the beginning of a section stay: they show how the file is laid out.
const FIRST: usize = 24;
/// This many at its end.
const LAST: usize = 2;

/// What is left of large files.
pub(super) struct Windows {
    sources: Sources,
    /// By file.
    all: Vec<Option<Window>>,
}

/// What is left of one.
pub(super) struct Window {
    source: SourceId,
    pieces: Vec<Piece>,
}

/// A part of the file that is left.
#[derive(Clone, Copy)]
struct Piece {
    /// Its place in the window.
    at: usize,
    /// Its place in the file.
    from: usize,
    length: usize,
}

impl Windows {
    /// The windows of a chart's files, around these places of its texts.
    pub(super) fn of(sources: &Sources, inputs: &[Input], chart: &Chart, touched: &BTreeSet<u32>) -> Self {
        let mut windows = Self { sources: Sources::new(), all: Vec::new() };
        for input in inputs {
            let source = sources.file(input.source);
            let window = if source.text().len() < LARGE { None } else { windows.around(source, chart, touched) };
            windows.all.push(window);
        }
        windows
    }

    /// None.
    pub(super) fn none() -> Self {
        Self { sources: Sources::new(), all: Vec::new() }
    }

    pub(super) fn is_none(&self) -> bool {
        self.all.iter().all(Option::is_none)
    }

    /// The window of a file, and its text.
    pub(super) fn get(&self, file: usize) -> Option<(&Window, &Source)> {
        let window = self.all.get(file)?.as_ref()?;
        Some((window, self.sources.file(window.source)))
    }

    fn around(&mut self, source: &Source, chart: &Chart, touched: &BTreeSet<u32>) -> Option<Window> {
        let text = source.text();
        let base = source.span(0..0).start();
        let end = base + u32::try_from(text.len()).ok()?;
        macro_rules! keys {
            ($table:ident) => {{
                let spans = chart.$table.entries.iter().map(|entry| entry.id.span().start());
                spans.filter(|at| (base..end).contains(at)).collect::<Vec<u32>>()
            }};
        }
        let mut cut: Vec<Range<usize>> = Vec::new();
        for mut keys in [keys!(people), keys!(seats), keys!(priorities), keys!(metrics)] {
            keys.sort_unstable();
            let is_touched: Vec<bool> = keys.iter().map(|key| touched.contains(key)).collect();
            let near = |at: usize| is_touched[at.saturating_sub(1)..(at + 2).min(keys.len())].contains(&true);
            let mut column = None;
            for at in FIRST..keys.len().saturating_sub(LAST) {
                let [start, next] = [keys[at], keys[at + 1]].map(|key| line_start(text, (key - base) as usize));
                // Entries that do not stand line by line can't be cut out by lines.
                let (start, next) = (start?, next?);
                let own = (keys[at] - base) as usize - start;
                if *column.get_or_insert(own) != own {
                    return None;
                }
                if !near(at) && start < next {
                    match cut.last_mut() {
                        Some(last) if last.end == start => last.end = next,
                        _ => cut.push(start..next),
                    }
                }
            }
        }
        sort::by_key(&mut cut, |range| range.start);
        self.without(source, &cut)
    }

    fn without(&mut self, source: &Source, cut: &[Range<usize>]) -> Option<Window> {
        let text = source.text();
        let (mut left, mut pieces, mut from) = (String::new(), Vec::new(), 0);
        for range in cut.iter().cloned().chain(std::iter::once(text.len()..text.len())) {
            let piece = text.get(from..range.start)?;
            pieces.push(Piece { at: left.len(), from, length: piece.len() });
            left.push_str(piece);
            from = range.end;
        }
        let source = self.sources.add(source.path(), left)?;
        (pieces.len() > 1).then_some(Window { source, pieces })
    }
}

impl Window {
    /// The place in the window of a place in the file.
    pub(super) fn within(&self, at: usize) -> Option<usize> {
        let piece = self.pieces[..self.pieces.partition_point(|piece| piece.from <= at)].last()?;
        (at - piece.from < piece.length).then(|| piece.at + (at - piece.from))
    }

    /// The place in the file of a place in the window: at the end of a part, not at the beginning of the next.
    pub(super) fn without(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.at < at);
        let piece = self.pieces[next.saturating_sub(1)];
        piece.from + (at - piece.at)
    }

    /// Splices of the window as those of the file; `None` where one reaches over what was cut out.
    pub(super) fn outside(&self, splices: &[Splice]) -> Option<Vec<Splice>> {
        let one = |splice: &Splice| {
            let Range { start, end } = splice.bytes;
            // What is replaced begins where its first byte stands.
            let from = if start < end { self.without(start + 1) - 1 } else { self.without(start) };
            let to = self.without(end);
            (to.checked_sub(from)? == end - start).then(|| Splice { bytes: from..to, text: splice.text.clone() })
        };
        splices.iter().map(one).collect()
    }
}

/// Where the line begins in which nothing but spaces stands before this place.
fn line_start(text: &str, at: usize) -> Option<usize> {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    text[start..at].bytes().all(|byte| byte == b' ').then_some(start)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fmt::Write;

    use super::super::intent::Intent;
    use super::super::plan::planned;
    use super::{LARGE, Windows};
    use crate::check::{AsOf, Claimed, Judged, Norms};
    use crate::model::{Date, Noun};
    use crate::read::{self, Input};
    use crate::text::Sources;

    /// A chart that is large, with comments and blank lines between its entries.
    fn large() -> String {
        let mut text = "rightseat: 1\npeople:\n".to_owned();
        for at in 0..900 {
            let _ = writeln!(text, "  p{at}: {{name: Person {at}}} # of seat {at}");
        }
        text += "\nseats:\n";
        for at in 0..900 {
            let manager = if at == 0 { String::new() } else { format!("    reports_to: s{}\n", (at - 1) / 5) };
            let _ = write!(text, "  # Seat {at}.\n  s{at}:\n    title: Seat {at}\n{manager}    owner: p{at}\n\n");
        }
        text += "priorities:\n";
        for at in 0..400 {
            let _ = write!(
                text,
                "  q{at}:\n    title: Priority {at}\n    owner: s{at}\n    contributors:\n      - s{}\n",
                at + 1
            );
        }
        text
    }

    #[test]
    fn what_is_seen_through_a_window_is_done_as_on_the_whole() {
        let mut sources = Sources::new();
        let source = sources.add("chart.yaml", large()).expect("it is small");
        let inputs = [Input { source, is_main: true, unread: None }];
        let (chart, defects) = read::chart(&sources, &inputs);
        let (name, key) = ("chart.yaml", "chart.yaml");
        let claimed = Claimed {
            name,
            key,
            at_revision: false,
            revisions: 1,
            sources: &sources,
            chart: &chart,
            defects: &defects,
        };
        let today = Date::parse("2026-11-30").expect("it is a day");
        let judged = Judged::new(claimed, &Norms::default(), AsOf::Day(today));
        let windows = Windows::of(&sources, &inputs, &chart, &BTreeSet::new());
        let (_, seen) = windows.get(0).expect("it is large");
        assert!(sources.file(source).text().len() > LARGE && seen.text().len() < LARGE / 4, "{}", seen.text().len());
        let text = str::to_owned;
        for at in [0, 24, 300] {
            let (seat, priority, person) = (format!("s{at}"), format!("q{at}"), format!("p{at}"));
            let other = format!("s{}", (at + 200) % 400);
            let new = vec![(text("title"), vec![text("New")]), (text("reports_to"), vec![seat.clone()])];
            let intents = [
                Intent::HandOver { priority: priority.clone(), seat: other.clone() },
                Intent::Vacate { seat: seat.clone(), since: None, plan: Some(text("Soon")) },
                Intent::Fill { seat: other.clone(), person },
                Intent::Rename { kind: Noun::Priority, id: priority.clone(), new: text("renamed") },
                Intent::Delete { kind: Noun::Priority, id: priority.clone() },
                Intent::New { kind: Noun::Seat, id: text("new"), values: new },
                Intent::Add { kind: Noun::Priority, id: priority, key: text("contributors"), values: vec![other] },
                Intent::Set {
                    kind: Noun::Chart,
                    id: String::new(),
                    key: text("organization"),
                    values: vec![text("X")],
                },
            ];
            for intent in intents {
                let by = |is_whole| {
                    let plan = planned(&claimed, &judged, &inputs, std::slice::from_ref(&intent), is_whole);
                    plan.map(|plan| (plan.sources.files()[0].text().to_owned(), plan.told))
                        .map_err(|why| why.to_string())
                };
                assert!(by(false) == by(true), "{intent:?}");
            }
        }
    }
}
