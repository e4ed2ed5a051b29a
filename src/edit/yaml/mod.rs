//! Where in a text an edit goes, and how: rules of YAML as people write it, known to nothing above.
//!
//! A [`Sheet`] gathers what is to be done to one file: bytes to replace, and beside that what the file must say
//! afterwards, part by part. The two are made separately, and checked against each other.

mod blocks;
mod brackets;
mod layout;
mod lines;
mod literal;
mod pairs;
mod quote;
mod render;
mod values;

use std::ops::Range;

use crate::model::Value;
use crate::read::{Outline, Shape, Style};
use crate::text::sort;

use layout::Layout;
use lines::Lines;
pub(crate) use literal::{Literal, Part, is_number, value};
pub(crate) use pairs::Fresh;
pub(crate) use quote::is_plain;

/// Bytes of a file to replace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// The bytes that go; none where something is only put in.
    pub bytes: Range<usize>,
    /// What comes in their place.
    pub text: String,
}

/// Why a splice can't be made: what a person has to do by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stuck {
    /// There is a comment inside what would be removed or rewritten, at this byte.
    Comment(usize),
    /// It is not where it was looked for.
    Lost(usize),
}

/// A change at a place, and its turn among those at the same place.
struct Cut {
    bytes: Range<usize>,
    text: String,
    turn: (u8, usize, usize),
}

/// Nodes within a list or mapping that become other parts.
struct Swap {
    within: usize,
    nodes: Range<usize>,
    with: Vec<Part>,
}

/// What is to be done to one file.
pub(crate) struct Sheet<'o, 't> {
    pub(crate) outline: &'o Outline<'t>,
    lines: Lines<'t>,
    layout: Layout,
    cuts: Vec<Cut>,
    swaps: Vec<Swap>,
    gone: Vec<Range<usize>>,
}

/// What has become of a file, and what it must say.
pub(crate) struct Spliced {
    pub(crate) splices: Vec<Splice>,
    pub(crate) text: String,
    pub(crate) parts: Vec<Part>,
    pub(crate) comments: Vec<String>,
    pub(crate) gone: Vec<Range<usize>>,
}

/// Turns at one place: a value, what follows it in its line, the lines below it, and lines of their own.
const VALUE: u8 = 0;
const BEHIND: u8 = 1;
const BELOW: u8 = 2;
const LINES: u8 = 3;

impl<'o, 't> Sheet<'o, 't> {
    pub(crate) fn new(outline: &'o Outline<'t>) -> Self {
        let lines = Lines::of(outline.text);
        let layout = Layout::of(outline, lines);
        Self { outline, lines, layout, cuts: Vec::new(), swaps: Vec::new(), gone: Vec::new() }
    }

    fn cut(&mut self, bytes: Range<usize>, text: impl Into<String>, turn: u8) {
        let seq = self.cuts.len();
        self.cuts.push(Cut { bytes, text: text.into(), turn: (turn, 0, seq) });
    }

    /// Inserts lines where a line begins; of several at one place, those with the deeper indent come first.
    fn put_lines(&mut self, at: usize, lines: &[String], turn: u8, column: usize) {
        let end = self.lines.line_end();
        let text: String = lines.iter().flat_map(|line| [line.as_str(), end]).collect();
        let seq = self.cuts.len();
        self.cuts.push(Cut { bytes: at..at, text, turn: (turn, usize::MAX - column, seq) });
    }

    fn swap(&mut self, within: usize, nodes: Range<usize>, with: Vec<Part>) {
        self.swaps.push(Swap { within, nodes, with });
    }

    fn is_in_brackets(&self, container: usize) -> bool {
        matches!(self.outline.node(container).shape, Shape::Map { in_braces: true } | Shape::List { in_brackets: true })
    }

    /// Refuses where there is a comment within.
    fn without_comments(&self, bytes: Range<usize>) -> Result<(), Stuck> {
        match self.outline.comments_in(bytes) {
            [] => Ok(()),
            [first, ..] => Err(Stuck::Comment(first.start)),
        }
    }

    /// Gives an entry another id.
    pub(crate) fn rename(&mut self, section: usize, key: usize, id: &str) {
        let node = self.outline.node(key);
        let was = match node.shape {
            Shape::Scalar(_, style) => Some(style),
            _ => None,
        };
        let text = Literal::Text(id.to_owned()).inline(self.is_in_brackets(section), was);
        self.cut(node.bytes.clone(), text, VALUE);
        self.swap(section, key..key + 1, vec![Part::Text(id.to_owned())]);
    }

    /// The file with everything done.
    pub(crate) fn finish(self) -> Spliced {
        let Self { outline, lines, cuts, mut swaps, mut gone, .. } = self;
        let splices = settle(cuts, lines);
        let mut text =
            String::with_capacity(outline.text.len() + splices.iter().map(|one| one.text.len()).sum::<usize>());
        let mut at = 0;
        for splice in &splices {
            text.push_str(&outline.text[at..splice.bytes.start]);
            text.push_str(&splice.text);
            at = splice.bytes.end;
        }
        text.push_str(&outline.text[at..]);
        sort::by_key(&mut swaps, |swap| (swap.nodes.start, swap.nodes.end));
        let parts = expected(outline, swaps);
        sort::by_key(&mut gone, |comment| comment.start);
        gone.dedup();
        let is_kept = |comment: &&Range<usize>| {
            gone.binary_search_by_key(&comment.start, |one: &Range<usize>| one.start).is_err()
        };
        let kept = outline.comments.iter().filter(is_kept);
        let comments = kept.map(|comment| outline.text[comment.clone()].to_owned()).collect();
        Spliced { splices, text, parts, comments, gone }
    }
}

/// The cuts in the order of the text, joined where they touch; what lies behind a last line without an end is brought
/// back into the file.
fn settle(mut cuts: Vec<Cut>, lines: Lines<'_>) -> Vec<Splice> {
    sort::by(&mut cuts, |one, other| {
        (one.bytes.start, !one.bytes.is_empty(), one.turn).cmp(&(
            other.bytes.start,
            !other.bytes.is_empty(),
            other.turn,
        ))
    });
    let mut splices: Vec<Splice> = Vec::with_capacity(cuts.len());
    for cut in cuts {
        match splices.last_mut() {
            Some(last) if cut.bytes.start <= last.bytes.end => {
                last.bytes.end = last.bytes.end.max(cut.bytes.end);
                last.text.push_str(&cut.text);
            }
            _ => splices.push(Splice { bytes: cut.bytes, text: cut.text }),
        }
    }
    let length = lines.text().len();
    if let Some(last) = splices.last_mut()
        && !lines.is_ended()
        && last.bytes.end > length
    {
        last.bytes.end = length;
        let end = lines.line_end();
        if last.text.is_empty() {
            last.bytes.start -= lines.end_before(last.bytes.start);
        } else {
            last.text.truncate(last.text.len() - end.len());
            if last.bytes.start > length {
                last.bytes.start = length;
                last.text.insert_str(0, end);
            }
        }
    }
    splices
}

/// What an outline says.
pub(crate) fn parts(outline: &Outline<'_>) -> Vec<Part> {
    expected(outline, Vec::new())
}

/// What an outline says once nodes are swapped for other parts.
fn expected(outline: &Outline<'_>, swaps: Vec<Swap>) -> Vec<Part> {
    let mut parts = Vec::with_capacity(outline.nodes.len() * 5 / 4);
    let mut open: Vec<usize> = Vec::new();
    let mut swaps = swaps.into_iter().peekable();
    let mut at = 0;
    loop {
        while let Some(swap) = swaps.next_if(|swap| swap.nodes.start == at) {
            while open.last().is_some_and(|&last| last != swap.within && outline.nodes[last].after <= at) {
                open.pop();
                parts.push(Part::End);
            }
            parts.extend(swap.with);
            at = at.max(swap.nodes.end);
        }
        while open.last().is_some_and(|&last| outline.nodes[last].after <= at) {
            open.pop();
            parts.push(Part::End);
        }
        let Some(node) = outline.nodes.get(at) else { break };
        if swaps.peek().is_some_and(|swap| swap.nodes.start == at) {
            continue;
        }
        match &node.shape {
            Shape::Missing => parts.push(Part::Nothing),
            Shape::Scalar(text, Style::Plain) if matches!(&**text, "~" | "null" | "Null" | "NULL") => {
                parts.push(Part::Nothing);
            }
            Shape::Scalar(text, _) => parts.push(Part::Text(text.clone().into_owned())),
            Shape::List { .. } => {
                parts.push(Part::List);
                open.push(at);
            }
            Shape::Map { .. } => {
                parts.push(Part::Map);
                open.push(at);
            }
        }
        at += 1;
    }
    parts
}

/// Whether two values say the same, whatever the order of what they list.
pub(crate) fn is_same(one: &Value, other: &Value) -> bool {
    sorted(one) == sorted(other)
}

/// A value whose lists are sorted, as in claims.
pub(crate) fn sorted(value: &Value) -> Value {
    match value {
        Value::List(values) => {
            let mut values: Vec<Value> = values.iter().map(sorted).collect();
            // What can't be read comes last in claims.
            sort::by_key(&mut values, |value| (*value == Value::Wrong, value.clone()));
            Value::List(values)
        }
        Value::Map(values) => Value::Map(values.iter().map(|(key, value)| (key.clone(), sorted(value))).collect()),
        other => other.clone(),
    }
}
