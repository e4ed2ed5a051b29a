//! What was evidently meant where something can't be read.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::check::{Finding, Judged, Level, Pillar, RULES, Rule};
use crate::graph::{Dangling, Found};
use crate::model::{Edit, Noun};
use crate::read::{Input, Names, Outline, Shape, Style};
use crate::text::{SourceId, Sources, Span, is_nobody, is_slip, nearest, printable_line, sort};

use super::super::files::Files;
use super::super::keys::Type;
use super::super::yaml::{Splice, is_plain};
use super::Mend;
use super::place::{Above, Place, What};
use super::removed::removed;

/// At most this many are removed in one round: each is proven by an outline of its file.
const MOST_REMOVED: usize = 100;

/// A slip of the pen, and how it is put right.
#[derive(Clone, Debug)]
pub(super) struct Slip {
    pub(super) source: SourceId,
    /// What is replaced, in the order of the text.
    pub(super) splices: Vec<Splice>,
    /// The entry about which the chart may claim something else afterwards; without an id, any of the kind.
    pub(super) kind: Noun,
    pub(super) id: Option<String>,
    /// The finding that it mends, by its place.
    pub(super) finding: usize,
    /// Whether that is a reading mistake, which is then gone.
    pub(super) is_mistake: bool,
    /// How many nodes of the outline go.
    pub(super) removed: usize,
    pub(super) mend: Mend,
}

impl Slip {
    /// Where it begins.
    pub(super) fn start(&self) -> (SourceId, usize) {
        (self.source, self.splices[0].bytes.start)
    }

    /// Whether a claim that changes may be its doing.
    pub(super) fn is_of(&self, edit: &Edit) -> bool {
        self.kind == edit.kind && self.id.as_ref().is_none_or(|id| *id == edit.id)
    }
}

/// The slips of a chart, in the order of its texts, and whether anything in it can't be read.
pub(super) fn slips(judged: &Judged<'_>, inputs: &[Input], likely: Option<&Rule>) -> (Vec<Slip>, bool) {
    let near = |dangling: &Dangling<'_>| match &dangling.found {
        Some(Found::Near(near)) => Some((dangling.span, near.to_string())),
        _ => None,
    };
    let mut finder = Finder {
        sources: judged.sources,
        files: Files::new(judged.sources, inputs),
        names: Names::of(judged.graph.chart()),
        above: BTreeMap::new(),
        likely: likely.map(|rule| rule.id.as_str()),
        most: MOST_REMOVED,
        near: judged.graph.dangling().iter().filter_map(near).collect(),
    };
    let mut slips: Vec<Slip> = Vec::new();
    let mut is_blocked = !judged.graph.dangling().is_empty();
    for (at, finding) in judged.outcome.findings.iter().enumerate() {
        let is_reading = finding.rule.pillar == Pillar::Reading;
        is_blocked |= is_reading && finding.rule.level == Level::Error;
        slips.extend(finder.slip(at, finding));
    }
    sort::by_key(&mut slips, Slip::start);
    // If there are two for one place, the next round takes the other.
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
    /// The rule whose likely mends are made, too, not only the sure ones.
    likely: Option<&'c str>,
    /// The nearest ids of those that nothing has.
    near: HashMap<Span, String>,
    /// How much more may be taken out in a round.
    most: usize,
}

impl Finder<'_> {
    fn slip(&mut self, at: usize, finding: &Finding) -> Option<Slip> {
        let rule = finding.rule.id.as_str();
        let is_likely = self.likely == Some(rule);
        let is_waiver = rule == "unused-waiver" && is_likely;
        if !is_waiver && !matches!(rule, "unknown-key" | "invalid-value" | "unknown-reference") {
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
        let last = outline.nodes.partition_point(|node| node.bytes.start <= start);
        let above = self.above.entry(file).or_insert_with(|| Above::of(outline));
        let slip = |kind, id, splices, (is_mistake, removed), said| {
            let mend = Mend { rule, path: self.files.path(file).to_owned(), line, said };
            Slip { source, splices, kind, id, finding: at, is_mistake, removed, mend }
        };
        if rule == "invalid-value" && self.most > 0 {
            let is_main = self.files.input(file).is_main;
            if let Some(gone) = removed(outline, above, first..last, (is_main, is_likely)) {
                self.most -= 1;
                return Some(slip(gone.kind, Some(gone.id), gone.splices, (true, gone.nodes), gone.said));
            }
        }
        let node = (first..last).find(|node| matches!(outline.node(*node).shape, Shape::Scalar(..)))?;
        if is_waiver {
            let (place, splice, said) = misspelt_rule(outline, above, node)?;
            return Some(slip(place.kind, Some(place.id), vec![splice], (false, 0), said));
        }
        let (place, splices, said) = match above.key_of(node) {
            Some(map) if rule == "unknown-key" => {
                misspelt(outline, (map, node), above.place(outline, map)?, &self.names)?
            }
            None if rule != "unknown-key" => {
                let place = above.place(outline, node)?;
                let What::Value(of) = place.what else { return None };
                let found = mistaken(outline, node, of, &self.names);
                let near = self.near.get(&finding.span).map(String::as_str);
                let guess = || guessed(outline, node, (of, near), &self.names);
                let (splice, said) = found.or_else(|| is_likely.then(guess).flatten())?;
                (place, vec![splice], said)
            }
            _ => return None,
        };
        // A key at the top may bring a whole section.
        let section = [Noun::Person, Noun::Seat, Noun::Priority, Noun::Metric, Noun::Strategy]
            .into_iter()
            .find(|kind| place.kind == Noun::Chart && kind.section() == splices[0].text);
        let (kind, id) = section.map_or((place.kind, Some(place.id)), |kind| (kind, None));
        Some(slip(kind, id, splices, (true, 0), said))
    }
}

/// The rule that a waiver means whose name is near to one that can be waived.
fn misspelt_rule(outline: &Outline<'_>, above: &Above, node: usize) -> Option<(Place, Splice, String)> {
    let place = above.place(outline, node)?;
    let is_rule = node.checked_sub(1).and_then(|key| outline.word(key)) == Some("rule");
    let word = outline.word(node).filter(|_| is_rule)?.trim();
    let known = RULES.iter().filter(|rule| rule.pillar != Pillar::Reading).map(|rule| rule.id.as_str());
    let meant = nearest(word, known).filter(|_| crate::check::rule(word).is_none())?;
    let said = format!("the rule `{}` is `{meant}`", printable_line(word));
    Some((place, Splice { bytes: outline.node(node).bytes.clone(), text: meant.to_owned() }, said))
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
    // Two letters are half of a short word.
    let limit = |known: &str| if known.len() < 5 || word.chars().count() < 5 { 1 } else { 2 };
    let mut near = known.iter().filter(|(known, _)| is_slip(word, known, limit(known)));
    let (Some((meant, of)), None) = (near.next(), near.next()) else { return None };
    // Another key there must not be a likely misspelling of it, either.
    let others = outline.pairs(map).filter_map(|(key, _)| outline.word(key));
    let is_other = |other: &str| !known.iter().any(|(known, _)| *known == other) && is_slip(other, meant, limit(meant));
    if outline.pair(map, meant).is_some() || others.filter(|other| is_other(other)).count() > 1 {
        return None;
    }
    let mut splices = vec![Splice { bytes: outline.node(key).bytes.clone(), text: (*meant).to_owned() }];
    let mut said = format!("the key `{}` is `{meant}`", printable_line(word));
    // The value of a key is the node after it.
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
    if let Type::Word(words) = of {
        let bare = text.trim().to_lowercase().replace([' ', '_'], "-");
        let mut near = words.iter().filter(|word| bare == **word || is_slip(&bare, word, 1));
        let (Some(word), None) = (near.next(), near.next()) else { return None };
        return Some((Splice { bytes, text: (*word).to_owned() }, format!("`{shown}` is `{word}`")));
    }
    if let (Type::Bare, Style::Single | Style::Double) = (of, style) {
        let bare = text.trim();
        let said = format!("`{bare}` is written without quotes");
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
    Some(named(bytes, &shown, id))
}

/// An id in place of one that nothing has.
fn named(bytes: Range<usize>, shown: &str, id: &str) -> (Splice, String) {
    let text = if is_plain(id, true) { id.to_owned() } else { format!("\"{id}\"") };
    (Splice { bytes, text }, format!("`{shown}` is `{id}`"))
}

/// What is likely where an id belongs: the only seat of the person who is named, else the nearest id.
fn guessed(
    outline: &Outline<'_>,
    node: usize,
    (of, near): (Type, Option<&str>),
    names: &Names<'_>,
) -> Option<(Splice, String)> {
    let text = outline.word(node)?.trim();
    let id = names.one(text, of.refers_to()?).or(near)?;
    let bytes = outline.node(node).bytes.clone();
    let is_one_line = !outline.text[bytes.clone()].contains(['\n', '\r']);
    (is_one_line && !is_nobody(text)).then(|| named(bytes, &printable_line(text), id))
}

/// A number or a flag that needs no quotes.
fn is_figure(text: &str) -> bool {
    let is_of_number = |character: char| character.is_ascii_digit() || matches!(character, '.' | '%');
    let is_number = text.starts_with(|first: char| first.is_ascii_digit()) && text.chars().all(is_of_number);
    is_number || matches!(text, "true" | "false")
}
