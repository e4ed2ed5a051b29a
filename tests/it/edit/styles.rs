//! The many ways in which people write one chart.

use arbtest::arbitrary::{Result, Unstructured};

use crate::diff::company::{Company, Entry, Written};

#[allow(clippy::struct_excessive_bools, reason = "a style is made of choices")]
/// How a file is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    step: usize,
    list: usize,
    line_end: &'static str,
    has_mark: bool,
    has_start: bool,
    has_stop: bool,
    is_ended: bool,
    pub(super) has_comments: bool,
    /// Whether everything stands in lines, so that nothing may be refused.
    pub(super) is_plain: bool,
}

impl Style {
    pub(super) fn any(u: &mut Unstructured<'_>) -> Result<Self> {
        let step = u.int_in_range(1..=8)?;
        Ok(Self {
            step,
            list: if u.ratio(1, 2)? { 0 } else { step },
            line_end: u.choose(&["\n", "\n", "\r\n", "\r"])?,
            has_mark: u.ratio(1, 6)?,
            has_start: u.ratio(1, 6)?,
            has_stop: u.ratio(1, 8)?,
            is_ended: !u.ratio(1, 5)?,
            has_comments: u.ratio(2, 3)?,
            is_plain: u.ratio(1, 3)?,
        })
    }
}

struct Writer<'u, 'b> {
    u: &'u mut Unstructured<'b>,
    style: Style,
    text: String,
    comments: usize,
}

/// A company in a style.
pub(super) fn written(company: &Company, style: Style, u: &mut Unstructured<'_>) -> Result<String> {
    let mut writer = Writer { u, style, text: String::new(), comments: 0 };
    if style.has_start {
        writer.text += "---\n";
    }
    writer.above(0)?;
    writer.text += "rightseat: 1\n";
    for (key, value) in &company.head {
        writer.pair(key, value, 0)?;
    }
    if let Some(strategy) = &company.strategy {
        writer.entry("strategy", strategy, 0)?;
    }
    for (section, entries) in &company.sections {
        if entries.is_empty() {
            continue;
        }
        writer.above(0)?;
        if !style.is_plain && writer.u.ratio(1, 10)? {
            let all: Result<Vec<String>> =
                entries.iter().map(|(id, entry)| Ok(format!("{id}: {}", writer.braces(entry)?))).collect();
            writer.text += &format!("{section}: {{{}}}\n", all?.join(", "));
            continue;
        }
        writer.text += &format!("{section}:");
        writer.end_line()?;
        let is_parted = writer.u.ratio(1, 2)?;
        for (at, (id, entry)) in entries.iter().enumerate() {
            if at > 0 && is_parted {
                writer.text += "\n";
            }
            writer.above(style.step)?;
            let is_short = *section == "people" && entry.len() == 1 && writer.u.ratio(1, 2)?;
            match entry.get("name") {
                Some(name) if is_short => writer.pair(id, name, style.step)?,
                _ => writer.entry(id, entry, style.step)?,
            }
        }
    }
    if style.has_stop {
        writer.text += "...\n";
    }
    if !style.is_ended {
        let length = writer.text.trim_end_matches('\n').len();
        writer.text.truncate(length);
    }
    let text = writer.text.replace('\n', style.line_end);
    Ok(if style.has_mark { format!("\u{feff}{text}") } else { text })
}

impl Writer<'_, '_> {
    fn comment(&mut self) -> String {
        self.comments += 1;
        let what = ["about s1", "see | below", "key: value", "- item", "\"quoted"][self.comments % 5];
        format!("# {} {what}", self.comments)
    }

    fn has_comment(&mut self) -> Result<bool> {
        Ok(self.style.has_comments && self.u.ratio(1, 5)?)
    }

    /// Comments above a line, at its indent or deeper.
    fn above(&mut self, column: usize) -> Result<()> {
        if self.has_comment()? {
            let comment = self.comment();
            self.text += &format!("{}{comment}\n", " ".repeat(column));
        }
        Ok(())
    }

    /// What may stand behind a value, and below it deeper.
    fn end_line(&mut self) -> Result<()> {
        if self.has_comment()? {
            let comment = self.comment();
            self.text += &format!("  {comment}");
        } else if self.u.ratio(1, 12)? {
            self.text += "  ";
        }
        self.text += "\n";
        Ok(())
    }

    fn below(&mut self, column: usize) -> Result<()> {
        if self.has_comment()? && self.u.ratio(1, 2)? {
            let comment = self.comment();
            self.text += &format!("{}{comment}\n", " ".repeat(column + 1));
        }
        Ok(())
    }

    fn entry(&mut self, id: &str, entry: &Entry, column: usize) -> Result<()> {
        if !self.style.is_plain && self.u.ratio(1, 6)? {
            let braces = self.braces(entry)?;
            self.text += &format!("{}{id}: {braces}", " ".repeat(column));
            self.end_line()?;
            return Ok(());
        }
        self.text += &format!("{}{id}:", " ".repeat(column));
        self.end_line()?;
        for (key, value) in entry {
            self.above(column + self.style.step)?;
            self.pair(key, value, column + self.style.step)?;
        }
        if id.starts_with('s') && self.u.ratio(1, 12)? {
            // What a chart says nothing by.
            self.text += &format!("{}function:", " ".repeat(column + self.style.step));
            self.end_line()?;
        }
        Ok(())
    }

    fn braces(&mut self, entry: &Entry) -> Result<String> {
        let mut pairs = Vec::new();
        for (key, value) in entry {
            pairs.push(format!("{key}: {}", self.inline(value)?));
        }
        Ok(format!("{{{}}}", pairs.join(", ")))
    }

    /// In one line, within brackets or not.
    fn inline(&mut self, value: &Written) -> Result<String> {
        Ok(match value {
            Written::One(text) => self.quoted(text)?,
            Written::Many(texts) => {
                let texts: Result<Vec<String>> = texts.iter().map(|text| self.quoted(text)).collect();
                let texts = texts?;
                let comma = if !texts.is_empty() && self.u.ratio(1, 6)? { "," } else { "" };
                format!("[{}{comma}]", texts.join(", "))
            }
            Written::Keys(keys) => {
                let mut pairs = Vec::new();
                for (key, text) in keys {
                    let is_flag = matches!(&**text, "true" | "maybe");
                    pairs.push(format!("{key}: {}", if is_flag { text.clone() } else { self.quoted(text)? }));
                }
                format!("{{{}}}", pairs.join(", "))
            }
        })
    }

    fn quoted(&mut self, text: &str) -> Result<String> {
        let is_number = text.starts_with("0.");
        Ok(match self.u.int_in_range(0..=5)? {
            0 if !is_number => format!("'{text}'"),
            1 if !is_number => format!("\"{text}\""),
            _ if text.starts_with('>') => format!("'{text}'"),
            _ => text.to_owned(),
        })
    }

    fn pair(&mut self, key: &str, value: &Written, column: usize) -> Result<()> {
        let (indent, deep) = (" ".repeat(column), " ".repeat(column + self.style.step));
        match value {
            Written::One(text) if text.contains(' ') && !text.starts_with('>') && self.u.ratio(1, 5)? => {
                let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
                let head = *self.u.choose(&["|", "|-", "|+", ">", ">-", ">+", "plain", "\"", "'"])?;
                match head {
                    "plain" => self.text += &format!("{indent}{key}: {first}\n{deep}{rest}\n"),
                    "\"" | "'" => self.text += &format!("{indent}{key}: {head}{first}\n{deep}{rest}{head}\n"),
                    head => {
                        self.text += &format!("{indent}{key}: {head}");
                        self.end_line()?;
                        self.text += &format!("{deep}{first}\n{deep}{rest}\n");
                        if self.u.ratio(1, 3)? {
                            self.text += "\n";
                        }
                    }
                }
            }
            Written::Many(texts) if !texts.is_empty() && (self.style.is_plain || self.u.ratio(2, 3)?) => {
                self.text += &format!("{indent}{key}:");
                self.end_line()?;
                let dash = " ".repeat(column + self.style.list);
                for text in texts {
                    self.above(column + self.style.list)?;
                    let text = self.quoted(text)?;
                    self.text += &format!("{dash}- {text}");
                    self.end_line()?;
                    self.below(column + self.style.list)?;
                }
            }
            Written::Many(texts) if !texts.is_empty() && self.u.ratio(1, 2)? => {
                self.text += &format!("{indent}{key}: [\n");
                let last_comma = if self.u.ratio(1, 2)? { "," } else { "" };
                for (at, text) in texts.iter().enumerate() {
                    let comma = if at + 1 < texts.len() { "," } else { last_comma };
                    let text = self.quoted(text)?;
                    self.text += &format!("{deep}{text}{comma}");
                    self.end_line()?;
                }
                self.text += &format!("{deep}]\n");
            }
            _ => {
                let inline = self.inline(value)?;
                self.text += &format!("{indent}{key}: {inline}");
                self.end_line()?;
                self.below(column)?;
            }
        }
        Ok(())
    }
}
