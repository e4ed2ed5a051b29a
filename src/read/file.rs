//! One file, entry by entry: a mistake in one never hides another, and no more than one entry is
//! held as nodes at a time.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memchr;
use rayon::prelude::*;
use serde::de::DeserializeOwned;

use crate::model::{Chart, Claim, Entry, Head, Id, Keyed, Kind, Reader as KeyReader, Stated, Table, Text};
use crate::phrase::{Phrase, code, say};
use crate::text::{Source, Span, Spanned, nearest};

use super::Input;
use super::complete::Complete;
use super::defect::{Defect, DefectKind, Defects};
use super::event::{Broken, Event};
use super::events::{self, Events, Reading};
use super::node::{Kind as Shape, Node, Tree};
use super::shape::{list, second_document};
use super::typed::{self, repeated_key};
use super::{synonyms, syntax};

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 1 << 30;

/// The keys at the top of a file: its version, what the chart says of itself, and its sections.
pub(super) static TOP: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let head = Head::KEYS.iter().map(|key| key.name);
    std::iter::once("rightseat").chain(head).chain(["strategy", "people", "seats", "priorities", "metrics"]).collect()
});

/// Why the text of a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is larger than [`LARGEST_FILE`].
    TooLarge,
    /// It is not UTF-8 from this byte of the file on; the text at hand is what could be decoded.
    NotUtf8 {
        /// Counted in the file's own bytes.
        at: usize,
    },
}

/// What one file says.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// Where `rightseat: 1` stands, in a file where it does not belong.
    pub(super) stray_version: Option<Span>,
    /// Its claims; the ids may stand twice.
    pub(super) chart: Chart,
    pub(super) defects: Vec<Defect>,
}

/// Reads one file to its end, or to its first syntax error.
pub(super) fn read(source: &Source, input: &Input, reading: Reading) -> Part {
    let mut found = Defects::default();
    if let Some(defect) = unreadable(source, input) {
        found.push(defect);
        let chart = Chart { is_partial: true, ..Chart::default() };
        return Part { chart, defects: found.finish(), ..Part::default() };
    }
    let is_even = syntax::first_look(source, &mut found);
    let mut reader = events::read(source, is_even, reading, |events| {
        let mut reader = Reader::new(source);
        // An even text holds none of what was looked for, and is the only one that may be read twice.
        reader.defects = std::mem::take(&mut found);
        reader.is_partial |= source.read(|| reader.documents(events, input.is_main)).is_err();
        reader
    });
    reader.part.chart.is_partial = reader.is_partial;
    reader.part.defects = reader.defects.finish();
    reader.part
}

/// What makes a text not worth parsing.
fn unreadable(source: &Source, input: &Input) -> Option<Defect> {
    let at = |byte: usize| source.span(byte..byte + 1);
    let yaml = |span, message: Phrase| Defect::new(DefectKind::InvalidYaml, span, message);
    match &input.unread {
        Some(Unread::TooLarge) => {
            let limit = LARGEST_FILE >> 20;
            return Some(
                yaml(at(0), say!["the file is larger than ", limit, " MiB"])
                    .help("cut the chart into one file a department"),
            );
        }
        Some(Unread::NotUtf8 { at: byte }) => {
            let help = "save the file as UTF-8";
            let place = source.text().find('\u{fffd}').unwrap_or(0);
            return Some(
                yaml(at(place), say!["the file is not UTF-8: byte ", *byte, " belongs to no character"]).help(help),
            );
        }
        None => {}
    }
    let nul = memchr(0, source.text().as_bytes())?;
    Some(
        yaml(at(nul), "the file is not text: it holds a zero byte".into())
            .help("save the file as UTF-8 text, or give it another ending"),
    )
}

/// A key and its place; none where what stands there is no key.
type Key<'t> = (Option<Cow<'t, str>>, Span);

struct Reader<'t> {
    part: Part,
    defects: Defects,
    tree: Tree<'t>,
    source: &'t Source,
    /// Whether a section, or the file from somewhere on, was passed over.
    is_partial: bool,
}

impl<'t> Reader<'t> {
    fn new(source: &'t Source) -> Self {
        let (part, defects, tree) = (Part::default(), Defects::default(), Tree::default());
        Self { part, defects, tree, source, is_partial: false }
    }

    fn documents(&mut self, events: &mut Events<'t>, is_main: bool) -> Result<(), Broken> {
        let mut documents = 0;
        let mut is_empty = true;
        while let Some((event, span)) = events.next(&mut self.defects)? {
            match event {
                Event::Document => {
                    documents += 1;
                    if documents == 2 {
                        self.defects.push(second_document(span));
                        self.is_partial = true;
                    }
                }
                first if documents > 1 => {
                    self.tree.fill(first, span, events, &mut self.defects)?;
                }
                Event::Map => {
                    is_empty = false;
                    self.top(events, is_main)?;
                }
                Event::Null => {}
                first => {
                    is_empty = false;
                    self.is_partial = true;
                    let node = self.tree.fill(first, span, events, &mut self.defects)?;
                    let message = say!["expected a chart, found ", node.kind().name()];
                    let help = say!["a chart is made of the keys ", list(&TOP)];
                    let defect = Defect::new(DefectKind::InvalidValue, span, message).help(help);
                    self.defects.push(defect.about("the chart"));
                }
            }
        }
        if is_empty {
            let start = self.source.span(0..0);
            self.defects.push(Defect::empty(start));
        }
        Ok(())
    }

    /// The keys and sections of a chart.
    fn top(&mut self, events: &mut Events<'t>, is_main: bool) -> Result<(), Broken> {
        let mut seen = vec![None; TOP.len()];
        while let Some((key, span)) = self.key(events)? {
            let Some(key) = key else {
                self.skip(events)?;
                continue;
            };
            let mut meant = &*key;
            let known = TOP.iter().position(|top| *top == key);
            match known.map(|known| seen[known].replace(span)) {
                // What stands under a repeated key is read all the same, so that its mistakes show.
                Some(Some(first)) => self.defects.push(repeated_key(&key, span, first)),
                Some(None) => {}
                None => {
                    let synonym = synonyms::key(&key, &TOP);
                    let near = synonym.or_else(|| nearest(&key, TOP.iter().copied()));
                    let help = match (synonym, near) {
                        (Some(word), _) => say!["write ", code(word)],
                        (None, Some(near)) => say!["did you mean ", code(near), "?"],
                        (None, None) => say!["a chart is made of the keys ", list(&TOP)],
                    };
                    let defect = Defect::new(DefectKind::UnknownKey, span, say!["unknown key ", code(&key)]).help(help);
                    self.defects.push(defect.about(&*key));
                    // What was meant is read, so that nothing that refers to it seems to lead nowhere.
                    meant = near.unwrap_or(meant);
                }
            }
            self.value(meant, span, events, is_main)?;
        }
        Ok(())
    }

    fn value(&mut self, key: &str, span: Span, events: &mut Events<'t>, is_main: bool) -> Result<(), Broken> {
        let mut chart = std::mem::take(&mut self.part.chart);
        match key {
            "rightseat" => {
                let version = self.claim::<Text>(key, events)?;
                self.version(&version);
                self.part.stray_version = (!is_main).then_some(span);
            }
            "strategy" => keep(&mut chart.strategy, self.claim(key, events)?),
            "people" => self.section(events, &mut chart.people)?,
            "seats" => self.section(events, &mut chart.seats)?,
            "priorities" => self.section(events, &mut chart.priorities)?,
            "metrics" => self.section(events, &mut chart.metrics)?,
            _ => {
                if !chart.head.read_key(key, &mut Value { reader: self, key, events })? {
                    self.skip(events)?;
                }
            }
        }
        self.part.chart = chart;
        Ok(())
    }

    fn version(&mut self, version: &Claim<Text>) {
        if let Claim::Given(version) = version
            && version.value.as_str() != "1"
        {
            let message = say!["this release reads format version 1, found ", code(&version.value)];
            self.defects.push(
                Defect::new(DefectKind::InvalidValue, version.span, message)
                    .help(say!["write ", code("rightseat: 1"), ", or use a newer release"])
                    .about(format!("rightseat: {}", version.value)),
            );
        }
    }

    /// The next key, or `None` at the end; a key that is none is reported and comes as `Some(None)`.
    fn key(&mut self, events: &mut Events<'t>) -> Result<Option<Key<'t>>, Broken> {
        let Some((event, span)) = events.next(&mut self.defects)? else { return Err(Broken) };
        let key = match event {
            Event::End => return Ok(None),
            Event::Plain(text) if text == "<<" => {
                let defect = Defect::new(DefectKind::InvalidYaml, span, "a merge key: charts do without");
                self.defects
                    .push(defect.help("write the entries out: a reader must see them without following a pointer"));
                None
            }
            Event::Plain(text) | Event::Quoted(text) => Some(text),
            Event::Null => Some("~".into()),
            other => {
                let is_alias = matches!(other, Event::Alias);
                self.tree.fill(other, span, events, &mut self.defects)?;
                if !is_alias {
                    let defect = Defect::new(DefectKind::InvalidYaml, span, "this is not a key");
                    self.defects.push(defect.help("write a word before the colon"));
                }
                None
            }
        };
        Ok(Some((key, span)))
    }

    /// The next value as nodes.
    fn node(&mut self, events: &mut Events<'t>) -> Result<(Node<'_, 't>, &mut Defects), Broken> {
        let (event, span) = events.next(&mut self.defects)?.ok_or(Broken)?;
        let node = self.tree.fill(event, span, events, &mut self.defects)?;
        Ok((node, &mut self.defects))
    }

    fn claim<T: DeserializeOwned>(&mut self, key: &str, events: &mut Events<'t>) -> Result<Claim<T>, Broken> {
        let (source, mark) = (self.source, self.defects.mark());
        let (node, defects) = self.node(events)?;
        let claim = typed::read(node, defects);
        defects.found_in(mark, None, Some(key), &|span| node.way_to(span), source);
        Ok(claim)
    }

    fn skip(&mut self, events: &mut Events<'t>) -> Result<(), Broken> {
        self.node(events).map(|_| ())
    }

    /// The entries of a section, each by itself.
    fn section<K: Kind, C: Complete + Send>(
        &mut self,
        events: &mut Events<'t>,
        table: &mut Table<K, C>,
    ) -> Result<(), Broken> {
        let (event, span) = events.next(&mut self.defects)?.ok_or(Broken)?;
        match event {
            Event::Map => {}
            Event::Null => return Ok(()),
            first => {
                self.is_partial = true;
                let node = self.tree.fill(first, span, events, &mut self.defects)?;
                if !matches!(node.kind(), Shape::Alias) {
                    let message = say!["expected ", K::NOUN.section(), " by their ids, found ", node.kind().name()];
                    let help = say!["write each ", K::NOUN.name(), " as ", code("id:"), " with its keys below"];
                    let defect = Defect::new(DefectKind::InvalidValue, span, message).help(help);
                    self.defects.push(defect.about(K::NOUN.section()));
                }
                return Ok(());
            }
        }
        let parts = events.parts();
        if parts.is_empty() {
            return self.entries(events, table);
        }
        let source = self.source;
        let read = parts.into_par_iter().map(|mut events| {
            let (mut reader, mut table) = (Reader::new(source), Table::default());
            source.read(|| reader.entries(&mut events, &mut table)).map(|()| (reader, table))
        });
        // Joined in their order.
        for part in read.collect::<Vec<_>>() {
            let Ok((reader, entries)) = part else { return Err(events.give_up()) };
            self.defects.append(reader.defects);
            self.is_partial |= reader.is_partial;
            table.append(entries);
        }
        Ok(())
    }

    fn entries<K: Kind, C: Complete>(
        &mut self,
        events: &mut Events<'t>,
        table: &mut Table<K, C>,
    ) -> Result<(), Broken> {
        while let Some((key, span)) = self.key(events)? {
            let (source, mark) = (self.source, self.defects.mark());
            let id = key.as_deref().and_then(|key| {
                let value = Id::<K>::new(key).map_or_else(
                    |refused| {
                        self.defects.push(Defect::new(DefectKind::InvalidValue, span, say![refused]).about("id"));
                        // What depends on the entry is not to be found missing.
                        Id::claimed(key)
                    },
                    Some,
                );
                Some(Spanned { value: value?, span })
            });
            let (node, defects) = self.node(events)?;
            let mut claims = C::short(node, defects).unwrap_or_else(|| typed::read(node, defects));
            if let (Claim::Absent, Some(_)) = (&claims, &id) {
                claims = Claim::Given(Spanned { value: C::default(), span });
            }
            if let (Claim::Given(claims), Some(id)) = (&mut claims, &id) {
                claims.value.complete(id.span, defects);
            }
            defects.found_in(mark, key.as_deref().map(|key| (K::NOUN, key)), None, &|span| node.way_to(span), source);
            if let Some(id) = &id {
                table.emptied.extend(node.emptied().map(|key| (id.value.clone(), key.into())));
            }
            match (id, claims) {
                (Some(id), Claim::Given(claims)) => table.entries.push(Box::new(Entry { id, claims: claims.value })),
                (Some(id), _) => table.unreadable.push(id),
                (None, _) => {}
            }
        }
        Ok(())
    }
}

/// The value of a key of the chart itself, on its way in.
struct Value<'r, 't, 'e> {
    reader: &'r mut Reader<'t>,
    key: &'r str,
    events: &'r mut Events<'e>,
}

impl<'t> KeyReader for Value<'_, 't, 't> {
    type Error = Broken;

    fn read<S: Stated + DeserializeOwned>(&mut self) -> Result<S, Broken> {
        let (source, mark) = (self.reader.source, self.reader.defects.mark());
        let (node, defects) = self.reader.node(self.events)?;
        let stated = typed::stated(node, defects);
        defects.found_in(mark, None, Some(self.key), &|span| node.way_to(span), source);
        Ok(stated)
    }
}

/// Keeps the first of two claims for one key.
fn keep<T>(kept: &mut Claim<T>, claim: Claim<T>) {
    if kept.is_absent() {
        *kept = claim;
    }
}
