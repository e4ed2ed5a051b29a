//! What was evidently meant where something can't be read.

use std::collections::BTreeMap;

use crate::check::{Finding, Judged, Level, Pillar};
use crate::model::Noun;
use crate::read::{Input, Names, Outline, Shape, Style};
use crate::text::{SourceId, Sources, is_slip, printable_line};

use super::super::files::Files;
use super::super::keys::Type;
use super::super::yaml::{Splice, is_plain};
use super::Mend;
use super::place::{Above, Place, What};

/// A slip of the pen, and how it is put right.
#[derive(Clone, Debug)]
pub(super) struct Slip {
    pub(super) source: SourceId,
    /// What is replaced, in the order of the text.
    pub(super) splices: Vec<Splice>,
    /// Of which entry the chart may claim something else afterwards; any of the kind without an id.
    pub(super) kind: Noun,
    pub(super) id: Option<String>,
    pub(super) mend: Mend,
}

/// The slips of a chart, in the order of its texts, and whether anything in it can't be read.
pub(super) fn slips(judged: &Judged<'_>, inputs: &[Input]) -> (Vec<Slip>, bool) {
    let mut finder = Finder {
        sources: judged.sources,
        files: Files::new(judged.sources, inputs),
        names: Names::of(judged.graph.chart()),
        above: BTreeMap::new(),
    };
    let mut slips: Vec<Slip> = Vec::new();
    let mut is_blocked = !judged.graph.dangling().is_empty();
    for finding in &judged.outcome.findings {
        let is_reading = finding.rule.pillar == Pillar::Reading;
        is_blocked |= is_reading && finding.rule.level == Level::Error;
        slips.extend(finder.slip(finding));
    }
    slips.sort_by_key(|slip| (slip.source, slip.splices[0].bytes.start));
    // Of two for one place the next round takes the other.
    let mut free: BTreeMap<SourceId, usize> = BTreeMap::new();
    slips.retain(|slip| {
        let end = free.entry(slip.source).or_default();
        let is_free = *end <= slip.splices[0].bytes.start;
        *end = if is_free { slip.splices[slip.splices.len() - 1].bytes.end } else { *end };
        is_free
    });
    (slips, is_blocked)
}

struct Finder<'c> {
    sources: &'c Sources,
    files: Files<'c>,
    names: Names<'c>,
    above: BTreeMap<usize, Above>,
}

impl Finder<'_> {
    fn slip(&mut self, finding: &Finding) -> Option<Slip> {
        let rule = finding.rule.id.as_str();
        if !matches!(rule, "unknown-key" | "invalid-value" | "unknown-reference") {
            return None;
        }
        let place = self.sources.place(finding.span);
        let (line, file) = (place.line, self.files.file_of(finding.span));
        // What is wrong in the settings is no slip of the chart.
        if place.path != self.files.path(file) {
            return None;
        }
        let source = self.files.input(file).source;
        let start = (finding.span.start() - self.sources.file(source).span(0..0).start()) as usize;
        let outline = self.files.outline(file).ok()?;
        let first = outline.nodes.partition_point(|node| node.bytes.start < start);
        let node = (first..outline.nodes.len())
            .take_while(|node| outline.node(*node).bytes.start == start)
            .find(|node| matches!(outline.node(*node).shape, Shape::Scalar(..)))?;
        let above = self.above.entry(file).or_insert_with(|| Above::of(outline));
        let (place, splices, said) = match above.key_of(node) {
            Some(map) if rule == "unknown-key" => {
                misspelt(outline, (map, node), above.place(outline, map)?, &self.names)?
            }
            None if rule != "unknown-key" => {
                let place = above.place(outline, node)?;
                let What::Value(of) = place.what else { return None };
                let (splice, said) = mistaken(outline, node, of, &self.names)?;
                (place, vec![splice], said)
            }
            _ => return None,
        };
        // A key at the top may bring a whole section.
        let section = [Noun::Person, Noun::Seat, Noun::Priority, Noun::Metric, Noun::Strategy]
            .into_iter()
            .find(|kind| place.kind == Noun::Chart && kind.section() == splices[0].text);
        let (kind, id) = section.map_or((place.kind, Some(place.id)), |kind| (kind, None));
        let mend = Mend { rule, path: self.files.path(file).to_owned(), line, said };
        Some(Slip { source, splices, kind, id, mend })
    }
}

/// The one key that is so near that nothing else can be meant, where it is not there already; with its value, where that
/// is a slip too.
fn misspelt(
    outline: &Outline<'_>,
    (map, key): (usize, usize),
    place: Place,
    names: &Names<'_>,
) -> Option<(Place, Vec<Splice>, String)> {
    let word = outline.word(key)?;
    let What::Keys(known) = &place.what else { return None };
    // Of a short word two letters are half of it.
    let limit = |known: &str| if known.len() < 5 || word.chars().count() < 5 { 1 } else { 2 };
    let mut near = known.iter().filter(|(known, _)| is_slip(word, known, limit(known)));
    let (Some((meant, of)), None) = (near.next(), near.next()) else { return None };
    // Nor may another key there be meant to be it.
    let others = outline.pairs(map).filter_map(|(key, _)| outline.word(key));
    let is_other = |other: &str| !known.iter().any(|(known, _)| *known == other) && is_slip(other, meant, limit(meant));
    if outline.pair(map, meant).is_some() || others.filter(|other| is_other(other)).count() > 1 {
        return None;
    }
    let mut splices = vec![Splice { bytes: outline.node(key).bytes.clone(), text: (*meant).to_owned() }];
    let mut said = format!("the key `{}` is `{meant}`", printable_line(word));
    // The value of a key is the node behind it.
    if let Some((splice, also)) = of.and_then(|of| mistaken(outline, key + 1, of, names)) {
        splices.push(splice);
        said = format!("{said}, and {also}");
    }
    Some((place, splices, said))
}

/// What a value should be, by what the format has at its place.
fn mistaken(outline: &Outline<'_>, node: usize, of: Type, names: &Names<'_>) -> Option<(Splice, String)> {
    let Shape::Scalar(text, style) = &outline.node(node).shape else { return None };
    let bytes = outline.node(node).bytes.clone();
    let written = &outline.text[bytes.clone()];
    if written.contains(['\n', '\r']) || matches!(style, Style::Literal | Style::Folded) {
        return None;
    }
    let shown = printable_line(text).into_owned();
    if let (Type::Bare, Style::Single | Style::Double) = (of, style) {
        let bare = text.trim();
        let said = format!("`{bare}` stands without quotes");
        return is_figure(bare).then(|| (Splice { bytes, text: bare.to_owned() }, said));
    }
    if matches!(of, Type::Ids(_) | Type::OldIds | Type::Texts) {
        let is_one = match of {
            Type::Texts => !text.contains([',', ';']),
            _ => !text.contains([' ', ',', ';', '/', '&', '+']),
        };
        let can_stand = !matches!(style, Style::Plain) || is_plain(text, true);
        let said = format!("`{shown}` is a list of one");
        return (is_one && can_stand && !text.trim().is_empty())
            .then(|| (Splice { bytes, text: format!("[{written}]") }, said));
    }
    let id = names.only(text.trim(), of.refers_to()?)?;
    let text = if is_plain(id, true) { id.to_owned() } else { format!("\"{id}\"") };
    Some((Splice { bytes, text }, format!("`{shown}` is `{id}`")))
}

/// A number or a flag, as it may stand without quotes.
fn is_figure(text: &str) -> bool {
    let is_of_number = |character: char| character.is_ascii_digit() || matches!(character, '.' | '%');
    let is_number = text.starts_with(|first: char| first.is_ascii_digit()) && text.chars().all(is_of_number);
    is_number || matches!(text, "true" | "false")
}
