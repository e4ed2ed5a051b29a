//! From the library's tokens and what stands between them to an outline.

use std::ops::Range;

use crate::text::Source;

use super::super::yaml::{Library, Token};
use super::cursor::Cursor;
use super::{Node, Oddity, Outline, Shape, Style};

/// A list or mapping that is being read.
struct Open {
    node: usize,
    is_map: bool,
    in_brackets: bool,
    /// In a mapping, whether a key comes next.
    at_key: bool,
    /// The column of its first key or dash.
    column: usize,
}

struct Builder<'t> {
    cursor: Cursor<'t>,
    nodes: Vec<Node<'t>>,
    open: Vec<Open>,
    /// Behind the last byte that is neither blank nor a comment, and behind the blank lines that it keeps.
    end: usize,
    kept: usize,
}

pub(super) fn outline(source: &Source) -> Result<Outline<'_>, Oddity> {
    let mut library = Library::new(source);
    let cursor = Cursor::new(source.text());
    let mut builder = Builder { cursor, nodes: Vec::new(), open: Vec::new(), end: 0, kept: 0 };
    let mut documents = 0;
    while let Some((token, span)) = library.token()? {
        if matches!(token, Token::Document) {
            documents += 1;
            if documents > 1 {
                return Err(Oddity::SecondDocument);
            }
            if builder.cursor.next_byte() == Some(b'%') {
                return Err(Oddity::Directive);
            }
            builder.cursor.take("---");
            continue;
        }
        builder.token(token, span)?;
    }
    builder.cursor.take("...");
    if !builder.cursor.is_at_end() || !builder.open.is_empty() {
        return Err(Oddity::Unknown);
    }
    Ok(Outline { text: source.text(), nodes: builder.nodes, comments: builder.cursor.comments })
}

impl<'t> Builder<'t> {
    fn token(&mut self, token: Token<'t>, span: Range<usize>) -> Result<(), Oddity> {
        if matches!(token, Token::End) {
            return self.close();
        }
        let mark = self.mark()?;
        let is_key = self.open.last().is_some_and(|open| open.is_map && open.at_key);
        let at = self.nodes.len();
        match token {
            // The library has a word for what is not there.
            Token::Scalar(_, Style::Plain) if span.is_empty() => {
                if is_key {
                    return Err(Oddity::LongKey);
                }
                let place = self.cursor.at.min(mark.map_or(self.end, |mark| mark + 1));
                self.end = self.end.max(place);
                self.kept = self.end;
                self.add(Shape::Missing, place..place, mark);
            }
            Token::Scalar(text, style) => {
                let (bytes, kept) = self.scalar(style, span)?;
                (self.end, self.kept) = (bytes.end, kept);
                self.add(Shape::Scalar(text, style), bytes, mark);
            }
            Token::List | Token::Map => {
                if is_key {
                    return Err(Oddity::LongKey);
                }
                self.begin(matches!(token, Token::Map), mark)?;
                return Ok(());
            }
            Token::End | Token::Document => unreachable!("handled before"),
        }
        self.nodes[at].after = at + 1;
        self.settle();
        Ok(())
    }

    fn add(&mut self, shape: Shape<'t>, bytes: Range<usize>, mark: Option<usize>) {
        let after = self.nodes.len() + 1;
        self.nodes.push(Node { shape, bytes, kept: self.kept, mark, after });
    }

    /// After a key comes its value, after a value a key.
    fn settle(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.at_key = !open.at_key;
        }
    }

    /// Goes over the dash, comma or colon before a node.
    fn mark(&mut self) -> Result<Option<usize>, Oddity> {
        let Some(open) = self.open.last() else { return Ok(None) };
        let (is_map, in_brackets, at_key) = (open.is_map, open.in_brackets, open.at_key);
        let cursor = &mut self.cursor;
        if is_map && !at_key {
            // Within braces a key may stand alone.
            return match cursor.take(":") {
                None if !in_brackets => Err(Oddity::Unknown),
                mark => Ok(mark),
            };
        }
        if in_brackets {
            cursor.take(",");
        }
        if cursor.is_at_word("?") {
            return Err(Oddity::LongKey);
        }
        match (is_map, in_brackets) {
            (false, false) => cursor.take("-").map(Some).ok_or(Oddity::Unknown),
            _ => Ok(None),
        }
    }

    /// The bytes of a text, and where the blank lines end that it keeps.
    fn scalar(&mut self, style: Style, span: Range<usize>) -> Result<(Range<usize>, usize), Oddity> {
        self.cursor.skip();
        let start = self.cursor.at;
        if matches!(style, Style::Literal | Style::Folded) {
            let parent = self.open.last().map_or(0, |open| open.column);
            let block = self.cursor.block(style, parent).ok_or(Oddity::Unknown)?;
            return Ok((start..block.end, block.kept));
        }
        if start != span.start {
            return Err(Oddity::Unknown);
        }
        let covered = self.cursor.text.get(span.clone()).ok_or(Oddity::Unknown)?;
        let end = start + covered.trim_end_matches(['\n', '\r', ' ', '\t']).len();
        self.cursor.at = end;
        Ok((start..end, end))
    }

    fn begin(&mut self, is_map: bool, mark: Option<usize>) -> Result<(), Oddity> {
        let (bracket, dash) = if is_map { (b'{', None) } else { (b'[', Some(b'-')) };
        let first = self.cursor.next_byte();
        let in_brackets = first == Some(bracket);
        let is_within = self.open.last().is_some_and(|open| open.in_brackets);
        if !in_brackets && is_within {
            return Err(Oddity::BarePair);
        }
        if !in_brackets && dash.is_some_and(|dash| first != Some(dash)) {
            return Err(Oddity::Unknown);
        }
        let start = self.cursor.at;
        let shape = if is_map { Shape::Map { in_braces: in_brackets } } else { Shape::List { in_brackets } };
        let column = self.cursor.column(start);
        if in_brackets {
            self.cursor.at += 1;
            (self.end, self.kept) = (start + 1, start + 1);
        }
        self.open.push(Open { node: self.nodes.len(), is_map, in_brackets, at_key: is_map, column });
        self.add(shape, start..start, mark);
        Ok(())
    }

    fn close(&mut self) -> Result<(), Oddity> {
        let open = self.open.pop().ok_or(Oddity::Unknown)?;
        if open.in_brackets {
            self.cursor.take(",");
            let bracket = if open.is_map { "}" } else { "]" };
            self.cursor.take(bracket).ok_or(Oddity::Unknown)?;
            (self.end, self.kept) = (self.cursor.at, self.cursor.at);
        }
        let after = self.nodes.len();
        let node = &mut self.nodes[open.node];
        (node.bytes.end, node.kept, node.after) = (self.end, self.kept, after);
        self.settle();
        Ok(())
    }
}
