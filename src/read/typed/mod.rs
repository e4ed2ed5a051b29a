//! From nodes to the types of `model`, through serde.
//!
//! Serde gives up at the first mistake. Here each mistake is reported at the node where it is made;
//! [`Claim`](crate::model::Claim) and [`Claims`](crate::model::Claims) end it there.

mod collections;

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{self, Deserialize, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use crate::model::{CLAIM, Claim, LIST, Noun, ONE_OR_MANY, PLAIN, Parts, REFERENCES, Stated, TEXT};
use crate::phrase::{Phrase, Say, code, say, text};
use crate::text::{Placed, Source, Span, nearest, printable_line};

use super::defect::{Defect, DefectKind, Defects};
use super::event::Event;
use super::events::{self, Reading};
use super::node::{Kind, Node, Tree};
use super::{shape, synonyms, syntax};

use collections::{Fields, Items, MOST_FIELDS, Pairs};

/// Reads a node as a `T`; what is wrong goes to `defects`.
pub(super) fn read<'de, T: Placed + Deserialize<'de>>(node: Node<'_, '_>, defects: &mut Defects) -> Claim<T> {
    let sink = RefCell::new(std::mem::take(defects));
    let claim = Claim::deserialize(Typed { node, defects: &sink, is_misspelt: false });
    *defects = sink.into_inner();
    claim.unwrap_or(Claim::Wrong)
}

/// Reads a node as what may stand behind a key.
pub(super) fn stated<'de, S: Stated + Deserialize<'de>>(node: Node<'_, '_>, defects: &mut Defects) -> S {
    let sink = RefCell::new(std::mem::take(defects));
    let stated = S::deserialize(Typed { node, defects: &sink, is_misspelt: false });
    *defects = sink.into_inner();
    stated.unwrap_or_else(|_| S::wrong())
}

/// Reads a text that is not a chart but is written the same way, such as the settings, and tells what
/// is wrong in it.
pub(crate) fn document<T: Placed + de::DeserializeOwned>(source: &Source) -> (Claim<T>, Vec<Defect>) {
    let mut found = Defects::default();
    let is_even = syntax::first_look(source, &mut found);
    events::read(source, is_even, Reading::Fast, |events| {
        let mut defects = std::mem::take(&mut found);
        let mut value = Claim::Absent;
        let mut tree = Tree::default();
        let mut documents = 0;
        while let Ok(Some((event, span))) = events.next(&mut defects) {
            match event {
                Event::Document => documents += 1,
                _ if documents > 1 => {
                    defects.push(shape::second_document(span));
                    break;
                }
                first => match tree.fill(first, span, events, &mut defects) {
                    Ok(node) => {
                        let mark = defects.mark();
                        value = read(node, &mut defects);
                        defects.found_in(mark, None, None, &|span| node.way_to(span), source);
                    }
                    Err(_) => break,
                },
            }
        }
        (value, defects.finish())
    })
}

/// A node on its way into a type.
#[derive(Clone, Copy)]
struct Typed<'a, 't> {
    node: Node<'a, 't>,
    defects: &'a RefCell<Defects>,
    /// Stands for the value of a key that was probably meant by an unknown one, or whose value is none; either is
    /// reported.
    is_misspelt: bool,
}

impl Typed<'_, '_> {
    /// Reports what came back from a type's own reading, at this node.
    fn reported<T>(self, result: Result<T, Refused>) -> Result<T, Refused> {
        result.map_err(|refused| match refused {
            Refused::Because { message, help } => {
                self.report(DefectKind::InvalidValue, self.node.span(), message, help);
                Refused::Reported
            }
            Refused::Reported => Refused::Reported,
        })
    }

    fn report(self, kind: DefectKind, span: Span, message: Phrase, help: Option<Phrase>) {
        let mut defect = Defect::new(kind, span, message);
        defect.help = help;
        self.defects.borrow_mut().push(defect);
    }

    fn lost(self, message: &'static str) {
        let help = say![
            "put the text in quotes, as in \"Sales team #1\", or write a space after the ",
            code("#"),
            " of a comment"
        ];
        self.report(DefectKind::LostText, self.node.span(), message.into(), Some(help));
    }

    /// Reports a node of the wrong shape.
    fn unexpected<T>(self, expected: impl Say, help: Option<Phrase>) -> Result<T, Refused> {
        if !matches!(self.node.kind(), Kind::Alias) {
            let message = say!["expected ", expected, ", found ", self.node.kind().name()];
            self.report(DefectKind::InvalidValue, self.node.span(), message, help);
        }
        Err(Refused::Reported)
    }
}

impl<'de> Deserializer<'de> for Typed<'_, '_> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.node.kind() {
            Kind::Map => self.deserialize_map(visitor),
            _ => self.deserialize_str(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.node.kind() {
            Kind::Plain(text) | Kind::Quoted(text) => self.reported(visitor.visit_str(text)),
            _ => self.unexpected(text(expected(&visitor)), shape::text(self.node)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.node.kind() {
            Kind::Plain(text) if matches!(&**text, "true" | "True" | "TRUE") => visitor.visit_bool(true),
            Kind::Plain(text) if matches!(&**text, "false" | "False" | "FALSE") => visitor.visit_bool(false),
            kind @ (Kind::Plain(text) | Kind::Quoted(text)) => {
                let found = match kind {
                    Kind::Plain(_) => say![code(printable_line(text))],
                    _ => "text in quotes".into(),
                };
                let message = say!["expected ", code("true"), " or ", code("false"), ", found ", found];
                self.report(DefectKind::InvalidValue, self.node.span(), message, Some(shape::truth(text)));
                Err(Refused::Reported)
            }
            _ => self.unexpected(say![code("true"), " or ", code("false")], None),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Refused> {
        match (name, self.node.kind()) {
            (CLAIM, _) if self.is_misspelt => visitor.visit_seq(Parts::<Self>::wrong()),
            (LIST | ONE_OR_MANY, _) if self.is_misspelt => visitor.visit_unit(),
            (CLAIM, Kind::Null) => {
                if self.node.is_cut() {
                    self.lost("nothing is said here: YAML takes what follows for a comment");
                }
                visitor.visit_unit()
            }
            (CLAIM, _) => visitor.visit_seq(Parts::given(self.node.span(), self)),
            (LIST | ONE_OR_MANY, Kind::Null) => visitor.visit_none(),
            (LIST | ONE_OR_MANY, Kind::List) => {
                let count = self.node.children().count();
                visitor.visit_seq(Items { nodes: self.node.children(), count, defects: self.defects })
            }
            (ONE_OR_MANY, _) => {
                visitor.visit_seq(Items { nodes: std::iter::once(self.node), count: 1, defects: self.defects })
            }
            (LIST, _) => {
                let _: Result<(), Refused> = self.unexpected("a list", Some(shape::items(self.node)));
                visitor.visit_unit()
            }
            (PLAIN, Kind::Quoted(quoted)) => {
                let message = say!["expected ", text(expected(&visitor)), ", found text in quotes"];
                self.report(
                    DefectKind::InvalidValue,
                    self.node.span(),
                    message,
                    Some(say!["write ", text(quoted.trim()), " without quotes"]),
                );
                Err(Refused::Reported)
            }
            (REFERENCES, Kind::Map) => self.deserialize_map(visitor),
            (REFERENCES, Kind::List) => {
                let count = self.node.children().count();
                self.reported(visitor.visit_seq(Items { nodes: self.node.children(), count, defects: self.defects }))
            }
            (TEXT, _) => {
                if self.node.is_cut() {
                    self.lost("the text ends here: YAML takes what follows for a comment");
                }
                self.deserialize_str(visitor)
            }
            (PLAIN | REFERENCES, _) => self.deserialize_str(visitor),
            (_, Kind::Plain(text) | Kind::Quoted(text)) => {
                let mark = self.defects.borrow().mark();
                let read = self.reported(visitor.visit_str(text));
                if let (Err(_), Some(wanted)) = (&read, Noun::of_id(name)) {
                    self.defects.borrow_mut().meant(mark, printable_line(text).trim(), wanted);
                }
                read
            }
            _ => self.deserialize_str(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        match self.node.kind() {
            Kind::Map => {
                let pairs = Fields {
                    nodes: self.node.children(),
                    value: None,
                    is_required: false,
                    known: fields,
                    seen: [None; MOST_FIELDS],
                    misspelt: Vec::new(),
                    typed: self,
                };
                self.reported(visitor.visit_map(pairs))
            }
            _ => self.unexpected("a mapping", Some(shape::mapping(name, self.node, fields))),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.node.kind() {
            Kind::Map => {
                let pairs = Pairs { nodes: self.node.children(), value: None, seen: HashMap::new(), typed: self };
                self.reported(visitor.visit_map(pairs))
            }
            _ => self.unexpected("a mapping", Some(say!["write ", code("key: value"), " lines"])),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        match self.node.kind() {
            Kind::Plain(text) | Kind::Quoted(text) => {
                let word: StrDeserializer<'_, Refused> = (**text).into_deserializer();
                self.reported(visitor.visit_enum(word))
            }
            _ => self.unexpected(say!["one of ", shape::list(variants)], None),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char string bytes byte_buf option unit
        unit_struct seq tuple tuple_struct identifier ignored_any
    }
}

/// A key that stands twice in one mapping.
pub(super) fn repeated_key(key: &str, span: Span, first: Span) -> Defect {
    Defect::new(DefectKind::InvalidYaml, span, say!["the key ", code(key), " stands twice"])
        .help("keep one of the two")
        .other(first, "first here")
}

fn expected<'de, V: Visitor<'de>>(visitor: &V) -> String {
    (visitor as &dyn de::Expected).to_string()
}

/// A value was refused.
#[derive(Debug)]
enum Refused {
    /// By the type itself; the place is still to be added.
    Because { message: Phrase, help: Option<Phrase> },
    /// And that has been reported.
    Reported,
}

impl de::Error for Refused {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Because { message: Phrase::worded(&printable_line(&message.to_string())), help: None }
    }

    fn unknown_variant(word: &str, variants: &'static [&'static str]) -> Self {
        let near = || nearest(word, variants.iter().copied()).map(|near| say!["did you mean ", code(near), "?"]);
        let help = synonyms::choice(word, variants).map(|meant| say!["write ", code(meant)]).or_else(near);
        Self::Because {
            message: say!["expected one of ", shape::list(variants), ", found ", code(printable_line(word))],
            help,
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Because { message, .. } => message.fmt(f),
            Self::Reported => f.write_str("a value was refused"),
        }
    }
}

impl std::error::Error for Refused {}
