//! A diagram in the part of DOT that layout-rs's parser reads: ids in quotes, one attribute list a statement, groups on
//! edges multiplied out, ports dropped.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::lexer::{Placed, Token, tokens};

/// How deep groups may nest.
const DEEPEST: usize = 64;
/// How many lines groups on edges may be multiplied out to.
const MOST_EDGES: usize = 200_000;

/// The clean text, and the line on which each id first stands.
#[derive(Debug, Default)]
pub(super) struct Cleaned {
    pub(super) text: String,
    pub(super) lines: BTreeMap<String, usize>,
}

/// Cleans a diagram.
pub(super) fn cleaned(text: &str) -> Result<Cleaned, String> {
    let mut cleaner = Cleaner { tokens: tokens(text)?, at: 0, out: Cleaned::default(), edges: 0 };
    cleaner.take_word("strict");
    let Some(kind) = ["digraph", "graph"].into_iter().find(|word| cleaner.take_word(word)) else {
        return Err(cleaner.wrong("expected `digraph {` or `graph {`"));
    };
    if let Some((Token::Id(..), _)) = cleaner.tokens.get(cleaner.at) {
        cleaner.at += 1;
    }
    cleaner.out.text = format!("{kind} \"chart\" {{\n");
    cleaner.expect('{')?;
    cleaner.statements(0)?;
    cleaner.out.text.push_str("}\n");
    if cleaner.at < cleaner.tokens.len() {
        return Err(cleaner.wrong("there is something after the diagram: a file holds only one"));
    }
    Ok(cleaner.out)
}

struct Cleaner {
    tokens: Vec<Placed>,
    at: usize,
    out: Cleaned,
    edges: usize,
}

impl Cleaner {
    fn wrong(&self, what: &str) -> String {
        let line = self.tokens.get(self.at).or(self.tokens.last()).map_or(1, |(_, line)| *line);
        format!("line {line}: {what}")
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    fn is(&self, mark: char) -> bool {
        self.peek() == Some(&Token::Mark(mark))
    }

    fn take(&mut self, mark: char) -> bool {
        let is_so = self.is(mark);
        self.at += usize::from(is_so);
        is_so
    }

    fn expect(&mut self, mark: char) -> Result<(), String> {
        if self.take(mark) { Ok(()) } else { Err(self.wrong(&format!("expected `{mark}`"))) }
    }

    fn take_word(&mut self, word: &str) -> bool {
        let is_so = matches!(self.peek(), Some(Token::Id(text, true)) if text.eq_ignore_ascii_case(word));
        self.at += usize::from(is_so);
        is_so
    }

    fn id(&mut self) -> Result<String, String> {
        match self.tokens.get(self.at) {
            Some((Token::Id(text, _), line)) => {
                let (text, line) = (text.clone(), *line);
                self.out.lines.entry(text.clone()).or_insert(line);
                self.at += 1;
                Ok(text)
            }
            _ => Err(self.wrong("expected a name or a text")),
        }
    }

    /// Statements up to the brace that ends them.
    fn statements(&mut self, depth: usize) -> Result<Vec<String>, String> {
        if depth > DEEPEST {
            return Err(self.wrong(&format!("groups nest deeper than {DEEPEST}")));
        }
        let mut ids = Vec::new();
        while !self.take('}') {
            if self.peek().is_none() {
                return Err(self.wrong("a group without an end: close it with `}`"));
            }
            if !self.take(';') && !self.take(',') {
                ids.extend(self.statement(depth)?);
            }
        }
        Ok(ids)
    }

    /// One statement; the ids in it come back, for a group stands for all of its own.
    fn statement(&mut self, depth: usize) -> Result<Vec<String>, String> {
        for word in ["graph", "node", "edge"] {
            if self.take_word(word) {
                let attributes = self.attributes()?;
                self.write(&format!("{word} [{attributes}];"));
                return Ok(Vec::new());
            }
        }
        let is_group =
            self.is('{') || matches!(self.peek(), Some(Token::Id(text, true)) if text.eq_ignore_ascii_case("subgraph"));
        let first = self.ends(depth)?;
        if !is_group && self.take('=') {
            let value = self.id()?;
            self.write(&format!("graph [{}={}];", quoted(&first[0]), quoted(&value)));
            return Ok(Vec::new());
        }
        let mut chain = vec![first];
        let mut mark = "->";
        while let Some(Token::Edge(edge)) = self.peek() {
            mark = edge;
            self.at += 1;
            chain.push(self.ends(depth)?);
        }
        let attributes = self.attributes()?;
        if chain.len() == 1 && !is_group {
            self.write(&format!("{} [{attributes}];", quoted(&chain[0][0])));
        }
        for pair in chain.windows(2) {
            for (from, to) in pair[0].iter().flat_map(|from| pair[1].iter().map(move |to| (from, to))) {
                self.edges += 1;
                if self.edges > MOST_EDGES {
                    return Err(self.wrong(&format!("more than {MOST_EDGES} lines")));
                }
                let _ = writeln!(self.out.text, "{} {mark} {} [{attributes}];", quoted(from), quoted(to));
            }
        }
        Ok(chain.into_iter().flatten().collect())
    }

    /// One end of an edge: a box, or all boxes of a group, which is written where it stands.
    fn ends(&mut self, depth: usize) -> Result<Vec<String>, String> {
        let is_named = self.take_word("subgraph");
        let mut name = String::from("group");
        if is_named && !self.is('{') {
            name = self.id()?;
        }
        if is_named || self.is('{') {
            self.expect('{')?;
            self.write(&format!("subgraph {} {{", quoted(&name)));
            let mut ids = self.statements(depth + 1)?;
            self.write("}");
            ids.sort();
            ids.dedup();
            return Ok(ids);
        }
        let id = self.id()?;
        // A port and a compass point say where a line touches the box.
        while self.take(':') {
            self.at += 1;
        }
        Ok(vec![id])
    }

    /// All attribute lists of a statement as one.
    fn attributes(&mut self) -> Result<String, String> {
        let mut pairs = Vec::new();
        while self.take('[') {
            while !self.take(']') {
                if self.take(',') || self.take(';') {
                    continue;
                }
                let key = self.id()?;
                let value = if self.take('=') { self.id()? } else { "true".to_owned() };
                pairs.push(format!("{}={}", quoted(&key), quoted(&value)));
            }
        }
        Ok(pairs.join(", "))
    }

    fn write(&mut self, line: &str) {
        self.out.text.push_str(line);
        self.out.text.push('\n');
    }
}

/// A text as the parser reads it back.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\0', " "))
}
