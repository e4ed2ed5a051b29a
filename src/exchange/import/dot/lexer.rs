//! The words and marks of DOT, each with its line.

/// A word or a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A name, a number or a text; whether it may be a keyword.
    Id(String, bool),
    /// `{ } [ ] = ; , :`
    Mark(char),
    /// `->` or `--`
    Edge(&'static str),
}

/// A token and the line that it stands on.
pub(super) type Placed = (Token, usize);

/// Reads a text into tokens.
pub(super) fn tokens(text: &str) -> Result<Vec<Placed>, String> {
    let mut lexer = Lexer { rest: text, line: 1, is_line_start: true };
    let mut tokens: Vec<Placed> = Vec::new();
    while let Some(token) = lexer.next()? {
        let line = lexer.line;
        // Texts joined by `+` are one.
        if let (Token::Id(text, _), [.., (Token::Id(first, _), _), (Token::Mark('+'), _)]) =
            (&token, tokens.as_mut_slice())
        {
            first.push_str(text);
            tokens.pop();
            continue;
        }
        tokens.push((token, line));
    }
    Ok(tokens)
}

struct Lexer<'t> {
    rest: &'t str,
    line: usize,
    is_line_start: bool,
}

impl Lexer<'_> {
    fn skip(&mut self, bytes: usize) {
        let skipped = &self.rest[..bytes];
        self.line += skipped.bytes().filter(|byte| *byte == b'\n').count();
        self.is_line_start = skipped.ends_with('\n') || (self.is_line_start && skipped.trim().is_empty());
        self.rest = &self.rest[bytes..];
    }

    /// Passes over spaces, comments, and lines of the preprocessor.
    fn blanks(&mut self) -> Result<(), String> {
        loop {
            let blanks = self.rest.len()
                - self.rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}').len();
            self.skip(blanks);
            let to_line_end = self.rest.find('\n').map_or(self.rest.len(), |at| at + 1);
            if self.rest.starts_with("//") || (self.rest.starts_with('#') && self.is_line_start) {
                self.skip(to_line_end);
            } else if self.rest.starts_with("/*") {
                let end =
                    self.rest.find("*/").ok_or_else(|| self.wrong("a comment without an end: close it with `*/`"))?;
                self.skip(end + 2);
            } else {
                return Ok(());
            }
        }
    }

    fn wrong(&self, what: &str) -> String {
        format!("line {}: {what}", self.line)
    }

    fn next(&mut self) -> Result<Option<Token>, String> {
        self.blanks()?;
        let Some(first) = self.rest.chars().next() else { return Ok(None) };
        if self.rest.starts_with("->") || self.rest.starts_with("--") {
            let edge = if self.rest.starts_with("->") { "->" } else { "--" };
            self.skip(2);
            return Ok(Some(Token::Edge(edge)));
        }
        match first {
            '{' | '}' | '[' | ']' | '=' | ';' | ',' | ':' | '+' => {
                self.skip(1);
                Ok(Some(Token::Mark(first)))
            }
            '"' => self.quoted().map(Some),
            '<' => self.html().map(Some),
            _ if is_of_name(first) || first == '-' || first == '.' => {
                let length =
                    self.rest.char_indices().skip(1).find(|(_, letter)| !is_of_name(*letter) && *letter != '.');
                let length = length.map_or(self.rest.len(), |(at, _)| at);
                let word = self.rest[..length].to_owned();
                self.skip(length);
                Ok(Some(Token::Id(word, true)))
            }
            _ => Err(self.wrong(&format!("`{first}` is no part of DOT here: put texts in quotes"))),
        }
    }

    /// A text in quotes, its escapes undone as far as they only part lines or guard quotes.
    fn quoted(&mut self) -> Result<Token, String> {
        let mut text = String::new();
        let mut letters = self.rest.char_indices().skip(1);
        while let Some((at, letter)) = letters.next() {
            match letter {
                '"' => {
                    self.skip(at + 1);
                    return Ok(Token::Id(text, false));
                }
                '\\' => match letters.next() {
                    Some((_, '"')) => text.push('"'),
                    Some((_, 'n' | 'l' | 'r')) => text.push('\n'),
                    Some((_, '\\')) => text.push('\\'),
                    Some((_, '\n')) | None => {}
                    Some((_, other)) => text.extend(['\\', other]),
                },
                letter => text.push(letter),
            }
        }
        Err(self.wrong("a text without an end: close it with a quote"))
    }

    /// A label in HTML, as it stands between its angle brackets.
    fn html(&mut self) -> Result<Token, String> {
        let mut depth = 0;
        for (at, letter) in self.rest.char_indices() {
            match letter {
                '<' => depth += 1,
                '>' => {
                    depth -= 1;
                    if depth == 0 {
                        let text = super::label::from_html(&self.rest[1..at]);
                        self.skip(at + 1);
                        return Ok(Token::Id(text, false));
                    }
                }
                _ => {}
            }
        }
        Err(self.wrong("a label in HTML without an end: close it with `>`"))
    }
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || (!letter.is_ascii() && !letter.is_whitespace())
}
