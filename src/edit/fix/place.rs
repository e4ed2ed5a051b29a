//! What the format expects at a place in a file.

use crate::model::Noun;
use crate::read::{Outline, Shape};

use super::super::keys::{TOP, Type, keys, type_of};

/// What is above each node of an outline.
pub(super) struct Above {
    /// The list or mapping that it is in, and whether it is a key there.
    parents: Vec<(usize, bool)>,
}

/// What the format has at a place.
pub(super) struct Place {
    /// The kind of the entry; the chart itself where it is in none.
    pub(super) kind: Noun,
    /// The id of the entry, where one is needed.
    pub(super) id: String,
    pub(super) what: What,
}

pub(super) enum What {
    /// A mapping with these keys; of a section, no type.
    Keys(Vec<(&'static str, Option<Type>)>),
    /// A value.
    Value(Type),
}

impl Above {
    pub(super) fn of(outline: &Outline<'_>) -> Self {
        let mut parents = vec![(0, false); outline.nodes.len()];
        for (at, node) in outline.nodes.iter().enumerate() {
            let is_map = matches!(node.shape, Shape::Map { .. });
            for (nth, child) in outline.children(at).enumerate() {
                parents[child] = (at, is_map && nth % 2 == 0);
            }
        }
        Self { parents }
    }

    /// The list or mapping that a node is in, and whether it is a key there.
    pub(super) fn parent(&self, at: usize) -> (usize, bool) {
        self.parents[at]
    }

    /// The mapping that a node is a key of.
    pub(super) fn key_of(&self, at: usize) -> Option<usize> {
        let (parent, is_key) = self.parents[at];
        is_key.then_some(parent)
    }

    /// What the format has where a node stands that is no key; `None` where it has nothing.
    pub(super) fn place(&self, outline: &Outline<'_>, at: usize) -> Option<Place> {
        let mut way: Vec<Option<&str>> = Vec::new();
        let mut at = at;
        while at != 0 {
            let (parent, is_key) = self.parents[at];
            if is_key {
                return None;
            }
            // A key is one node, and its value the next.
            let is_map = matches!(outline.node(parent).shape, Shape::Map { .. });
            way.push(if is_map { Some(outline.word(at - 1)?) } else { None });
            at = parent;
        }
        let mut way = way.into_iter().rev();
        let names =
            |keys: &[(&'static str, Type)]| What::Keys(keys.iter().map(|(name, of)| (*name, Some(*of))).collect());
        let Some(section) = way.next() else {
            let keys = TOP.iter().map(|name| (*name, type_of(Noun::Chart, name))).collect();
            return Some(Place { kind: Noun::Chart, id: String::new(), what: What::Keys(keys) });
        };
        let section = section?;
        let kinds = [Noun::Person, Noun::Seat, Noun::Priority, Noun::Metric];
        let (kind, id) = match kinds.into_iter().find(|kind| kind.section() == section) {
            Some(kind) => (kind, way.next()??.to_owned()),
            None if section == "strategy" => (Noun::Strategy, String::new()),
            None => {
                let of = type_of(Noun::Chart, section)?;
                let place = Place { kind: Noun::Chart, id: String::new(), what: What::Value(of) };
                return way.next().is_none().then_some(place);
            }
        };
        let Some(key) = way.next() else { return Some(Place { kind, id, what: names(keys(kind)) }) };
        let mut of = type_of(kind, key?)?;
        for step in way {
            of = match step {
                Some(key) => of.keys().iter().find(|(name, _)| *name == key).map(|(_, of)| *of)?,
                None if of.is_list() => of.item(),
                None => return None,
            };
        }
        let what = match of {
            Type::Map(keys) | Type::Lines(keys) => names(keys),
            of => What::Value(of),
        };
        Some(Place { kind, id, what })
    }
}
