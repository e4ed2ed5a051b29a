//! Lists and mappings on their way into types, entry by entry.

use std::cell::RefCell;
use std::collections::HashMap;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess};

use crate::phrase::{code, say};
use crate::text::{Span, nearest, printable_line};

use super::super::defect::{DefectKind, Defects};
use super::super::node::{Kind, Node};
use super::super::shape::list;
use super::super::synonyms;
use super::{Refused, Typed, repeated_key};

/// More fields than any struct of the format has.
pub(super) const MOST_FIELDS: usize = 32;

/// The keys whose text no entry or waiver that knows them may leave out.
const REQUIRED: [&str; 4] = ["name", "title", "rule", "reason"];

/// The entries of a list; an empty one is reported.
pub(super) struct Items<'a, I> {
    pub(super) nodes: I,
    pub(super) count: usize,
    pub(super) defects: &'a RefCell<Defects>,
}

impl<'de, 'a, 't: 'a, I: Iterator<Item = Node<'a, 't>>> SeqAccess<'de> for Items<'a, I> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        let Some(node) = self.nodes.next() else { return Ok(None) };
        let typed = Typed { node, defects: self.defects, is_misspelt: false };
        if matches!(node.kind(), Kind::Null) {
            typed.report(
                DefectKind::InvalidValue,
                node.span(),
                "an empty list entry".into(),
                Some("write something or remove the line".into()),
            );
        }
        seed.deserialize(typed).map(Some)
    }

    /// So that a list takes no more room than it has entries.
    fn size_hint(&self) -> Option<usize> {
        Some(self.count)
    }
}

/// The pairs of a struct; unknown and repeated keys are reported and passed over.
pub(super) struct Fields<'a, 't, I> {
    pub(super) nodes: I,
    pub(super) value: Option<Node<'a, 't>>,
    /// The value is that of a key that can't be left out.
    pub(super) is_required: bool,
    pub(super) known: &'static [&'static str],
    pub(super) seen: [Option<Span>; MOST_FIELDS],
    /// The fields that unknown keys were probably meant to be.
    pub(super) misspelt: Vec<&'static str>,
    pub(super) typed: Typed<'a, 't>,
}

impl Node<'_, '_> {
    /// Whether the node is a text of which nothing is to be seen.
    fn is_blank(&self) -> bool {
        matches!(self.kind(), Kind::Plain(text) | Kind::Quoted(text) if text.trim().is_empty())
    }
}

impl<'a, 't> Typed<'a, 't> {
    /// The text of a key, unless it is none.
    fn key(self, key: Node<'a, 't>) -> Option<&'a str> {
        let help = match key.kind() {
            Kind::Plain(text) if text == "<<" => {
                "write the keys out: a reader must see them without following a pointer"
            }
            Kind::Plain(text) | Kind::Quoted(text) => return Some(text),
            Kind::Alias => return None,
            _ => "write a word before the colon",
        };
        let message =
            if matches!(key.kind(), Kind::Plain(_)) { "a merge key: charts do without" } else { "this is not a key" };
        self.report(DefectKind::InvalidYaml, key.span(), message.into(), Some(help.into()));
        None
    }

    /// Reports a key that the format does not have; the field that was probably meant comes back.
    fn unknown_key(self, key: &str, span: Span, fields: &[&'static str]) -> Option<&'static str> {
        let synonym = synonyms::key(key, fields);
        let near = synonym.or_else(|| nearest(key, fields.iter().copied()));
        let help = match near {
            Some(word) if synonym.is_some() => say!["write ", code(word)],
            Some(near) => say!["did you mean ", code(near), "?"],
            // In brackets the rest of a number with a comma stands as a key.
            None if key.starts_with(|first: char| first.is_ascii_digit()) => {
                "a comma ends the value here: write a point before decimals, or put the value in quotes".into()
            }
            None => say!["the keys here are ", list(fields)],
        };
        self.report(DefectKind::UnknownKey, span, say!["unknown key ", code(printable_line(key))], Some(help));
        near
    }
}

impl<'de, 'a, 't: 'a, I: Iterator<Item = Node<'a, 't>>> MapAccess<'de> for Fields<'a, 't, I> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        while let (Some(key), Some(value)) = (self.nodes.next(), self.nodes.next()) {
            let Some(name) = self.typed.key(key) else { continue };
            let Some(field) = self.known.iter().position(|field| *field == name) else {
                self.misspelt.extend(self.typed.unknown_key(name, key.span(), self.known));
                continue;
            };
            if let Some(first) = self.seen[field] {
                self.typed.defects.borrow_mut().push(repeated_key(name, key.span(), first));
                continue;
            }
            self.seen[field] = Some(key.span());
            self.value = Some(value);
            self.is_required = REQUIRED.contains(&name);
            let name: StrDeserializer<'_, Refused> = name.into_deserializer();
            return seed.deserialize(name).map(Some);
        }
        // What was misspelt is not absent: it is there and could not be read.
        while let Some(name) = self.misspelt.pop() {
            let field = self.known.iter().position(|field| *field == name).expect("one of the fields");
            if self.seen[field].is_none() {
                self.seen[field] = Some(self.typed.node.span());
                let name: StrDeserializer<'_, Refused> = name.into_deserializer();
                return seed.deserialize(name).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        match self.value.take() {
            Some(node) if self.is_required && node.is_blank() => {
                let message = "expected text, found none: write something".into();
                self.typed.report(DefectKind::InvalidValue, node.span(), message, None);
                seed.deserialize(Typed { is_misspelt: true, ..self.typed })
            }
            Some(node) => seed.deserialize(Typed { node, ..self.typed }),
            None => seed.deserialize(Typed { is_misspelt: true, ..self.typed }),
        }
    }
}

/// The pairs of a mapping with free keys.
pub(super) struct Pairs<'a, 't, I> {
    pub(super) nodes: I,
    pub(super) value: Option<Node<'a, 't>>,
    pub(super) seen: HashMap<&'a str, Span>,
    pub(super) typed: Typed<'a, 't>,
}

impl<'de, 'a, 't: 'a, I: Iterator<Item = Node<'a, 't>>> MapAccess<'de> for Pairs<'a, 't, I> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        while let (Some(key), Some(value)) = (self.nodes.next(), self.nodes.next()) {
            let Some(name) = self.typed.key(key) else { continue };
            if let Some(&first) = self.seen.get(name) {
                self.typed.defects.borrow_mut().push(repeated_key(name, key.span(), first));
                continue;
            }
            self.seen.insert(name, key.span());
            self.value = Some(value);
            return seed.deserialize(Typed { node: key, ..self.typed }).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        let node = self.value.take().expect("serde asks for a value after its key");
        seed.deserialize(Typed { node, ..self.typed })
    }
}
