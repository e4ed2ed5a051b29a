//! The one file that knows the YAML library: its events, reduced to what a chart may hold.
//!
//! Anchors, tags and directives are refused here: a reviewer must see who owns what without
//! following pointers, and an alias that is not followed can be no bomb.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{ErrorKind, Event as Raw, Options, Parser, ScalarStyle, ScanError, Span as RawSpan, StrInput};

use crate::phrase::{Phrase, code, say};
use crate::text::{Source, Span, forbidden};

use super::defect::{Defect, DefectKind, Defects};
use super::event::{Broken, Event};
use super::syntax;

/// Collections within collections; a chart needs six levels.
pub(super) const DEEPEST: usize = 32;

/// What a text is made of, as it is written.
#[derive(Debug)]
pub(super) enum Token<'t> {
    /// A value without values in it.
    Scalar(Cow<'t, str>, Style),
    /// A list begins.
    List,
    /// A mapping begins.
    Map,
    /// A list or mapping ends.
    End,
    /// A document begins.
    Document,
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Without quotes.
    Plain,
    /// In single quotes.
    Single,
    /// In double quotes.
    Double,
    /// A block whose lines stay, after `|`.
    Literal,
    /// A block whose lines are joined, after `>`.
    Folded,
}

impl Style {
    fn of(style: ScalarStyle) -> Self {
        match style {
            ScalarStyle::Plain => Self::Plain,
            ScalarStyle::SingleQuoted => Self::Single,
            ScalarStyle::DoubleQuoted => Self::Double,
            ScalarStyle::Literal => Self::Literal,
            ScalarStyle::Folded => Self::Folded,
        }
    }
}

/// Why a text can't be edited by machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Oddity {
    /// It can't be read to its end.
    Broken,
    /// An anchor, or an alias.
    Anchor,
    /// A tag.
    Tag,
    /// A directive.
    Directive,
    /// A second document.
    SecondDocument,
    /// A key after a question mark, or one that is no text.
    LongKey,
    /// A pair in a list in brackets, without braces of its own.
    BarePair,
    /// Something else that is not where it was looked for.
    Unknown,
}

/// The events of one text as the library finds them.
pub(super) struct Library<'t> {
    parser: Parser<'t, StrInput<'t>>,
    source: &'t Source,
}

impl<'t> Library<'t> {
    pub(super) fn new(source: &'t Source) -> Self {
        let mut options = Options::default();
        options.strict_indentation = true;
        options.emit_anchor_events = true;
        options.emit_unresolved_aliases = true;
        options.flow_nesting_limit = DEEPEST;
        options.block_nesting_limit = DEEPEST;
        options.set_emit_comments(false);
        Self { parser: Parser::new_from_str_with_options(source.text(), options), source }
    }

    /// The next event; `None` at the end. A syntax error is reported, and nothing follows it.
    pub(super) fn next(&mut self, defects: &mut Defects) -> Result<Option<(Event<'t>, Span)>, Broken> {
        loop {
            let (raw, raw_span) = match self.parser.next_event() {
                None | Some(Ok((Raw::StreamEnd, _))) => return Ok(None),
                Some(Ok(event)) => event,
                Some(Err(error)) => {
                    defects.push(self.syntax_error(&error));
                    return Err(Broken);
                }
            };
            let span = self.span(&raw_span);
            if let Some(tag) = raw_span.tag_span() {
                defects.push(
                    refused("tag", self.span(&tag))
                        .help("remove the tag: text, numbers and dates are read as what they are for"),
                );
            }
            let event = match raw {
                Raw::Scalar(text, style, ..) => scalar(text, style, span, defects),
                Raw::SequenceStart(..) => Event::List,
                Raw::MappingStart(..) => Event::Map,
                Raw::SequenceEnd | Raw::MappingEnd => Event::End,
                Raw::DocumentStart(..) => Event::Document,
                Raw::Alias(_) | Raw::UnresolvedAlias(_) => {
                    defects.push(
                        refused("alias", span)
                            .help("write the value out: a reader must see it without following a pointer"),
                    );
                    Event::Alias
                }
                Raw::Anchor(..) => {
                    defects.push(
                        refused("anchor", span).help("remove the anchor, and write the value out where it is used"),
                    );
                    continue;
                }
                // The start of the stream, and the end of a document.
                _ => continue,
            };
            return Ok(Some((event, span)));
        }
    }

    /// The next token of the text as it is written, for those who edit it; `None` at the end.
    pub(super) fn token(&mut self) -> Result<Option<(Token<'t>, Range<usize>)>, Oddity> {
        loop {
            let (raw, span) = match self.parser.next_event() {
                None | Some(Ok((Raw::StreamEnd, _))) => return Ok(None),
                Some(Ok(event)) => event,
                Some(Err(_)) => return Err(Oddity::Broken),
            };
            if span.tag_span().is_some() {
                return Err(Oddity::Tag);
            }
            let token = match raw {
                Raw::Scalar(text, style, ..) => Token::Scalar(text, Style::of(style)),
                Raw::SequenceStart(..) => Token::List,
                Raw::MappingStart(..) => Token::Map,
                Raw::SequenceEnd | Raw::MappingEnd => Token::End,
                Raw::DocumentStart(..) => Token::Document,
                Raw::Alias(_) | Raw::UnresolvedAlias(_) | Raw::Anchor(..) => return Err(Oddity::Anchor),
                _ => continue,
            };
            let at = |marker: granit_parser::Marker| marker.byte_offset().expect("a text in memory has byte offsets");
            return Ok(Some((token, at(span.start)..at(span.end))));
        }
    }

    /// The library's span as ours; a block's span ends with its last word.
    fn span(&self, raw: &RawSpan) -> Span {
        let start = raw.start.byte_offset().expect("a text in memory has byte offsets");
        let end = raw.end.byte_offset().expect("a text in memory has byte offsets");
        let covered = self.source.text()[start..end].trim_end_matches(['\n', '\r', ' ']);
        self.source.span(start..start + covered.len())
    }

    fn syntax_error(&self, error: &ScanError) -> Defect {
        let at = error.marker().byte_offset().unwrap_or(0).min(self.source.text().len());
        let (message, help) = explain(error.kind());
        syntax::error(self.source, at, message, help)
    }
}

fn scalar<'t>(text: Cow<'t, str>, style: ScalarStyle, span: Span, defects: &mut Defects) -> Event<'t> {
    if style == ScalarStyle::Plain {
        return Event::unquoted(text);
    }
    if let Cow::Owned(text) = &text
        && style == ScalarStyle::DoubleQuoted
        && let Some(hidden) = text.chars().find(|&character| forbidden(character))
    {
        defects.push(syntax::forbidden_character(hidden, span));
    }
    Event::Quoted(text)
}

fn refused(what: &'static str, span: Span) -> Defect {
    let article = if what.starts_with('a') { "an" } else { "a" };
    Defect::new(DefectKind::InvalidYaml, span, say![article, " ", what, ": charts do without"])
}

/// A syntax error in the words of somebody who writes charts.
fn explain(kind: &ErrorKind) -> (Phrase, Option<Phrase>) {
    let (message, help) = match kind {
        ErrorKind::RecursionLimitExceeded => {
            let message = say!["nested more than ", DEEPEST, " levels deep"];
            return (message, Some("a chart needs no more than six levels".into()));
        }
        ErrorKind::UnclosedFlowCollection { open } => {
            return (say![code(open), " is never closed"], Some("write the closing bracket".into()));
        }
        ErrorKind::UnexpectedCharacter { character } => {
            let message = say!["a value can't begin with ", code(character.escape_default())];
            return (message, Some("put the value in quotes".into()));
        }
        ErrorKind::UnclosedQuotedScalar => ("a quote is opened and never closed", "write the closing quote"),
        ErrorKind::InvalidBlockScalarHeader => {
            let help =
                say!["put a value that begins with ", code(">"), " or ", code("|"), " in quotes, such as \">= 95 %\""];
            return (say![code(">"), " and ", code("|"), " begin a block of text"], Some(help));
        }
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::InvalidMappingValueWhitespace => {
            let help = "put a text that holds a colon in quotes, and write each key on a line of its own";
            return (say![code(": "), " can't stand here"], Some(help.into()));
        }
        ErrorKind::MisplacedFlowCollectionEnd | ErrorKind::MismatchedFlowCollectionEnd { .. } => {
            ("this bracket closes none that is open", "balance the brackets, or put the text in quotes")
        }
        ErrorKind::InvalidIndentation | ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry => {
            ("this line does not fit the lines above it", "indent it like its neighbours, by spaces")
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            let message = say!["this line is neither ", code("key: value"), " nor a list entry"];
            return (message, Some(say!["write ", code("key: value"), ", or ", code("- "), " before an entry"]));
        }
        ErrorKind::DirectiveDisallowed | ErrorKind::MissingDocumentEndBeforeDirective => {
            ("a directive: charts do without", "remove the line")
        }
        ErrorKind::BlockSequenceEntryNotAllowed => {
            let help = say![
                "write the entries in lines of their own, or put a text that begins with ",
                code("- "),
                " in quotes"
            ];
            return ("a list can't begin behind a key".into(), Some(help));
        }
        ErrorKind::MappingKeyNotAllowed => {
            return (say!["a value can't begin with ", code("? ")], Some("put the value in quotes".into()));
        }
        other => return (Phrase::worded(&other.to_string()), None),
    };
    (message.into(), Some(help.into()))
}
