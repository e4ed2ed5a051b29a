//! A page of headings, sentences, lists and tables, before it is known whether a terminal or Markdown shows it.
//!
//! What stands on a page may come from a chart: both renderers take every text for untrusted.

mod markdown;
mod table;
mod terminal;
mod wrap;

pub(super) use markdown::markdown;
pub(super) use terminal::terminal;

/// What is shown, from top to bottom.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) blocks: Vec<Block>,
}

/// One part of a page.
#[derive(Debug)]
pub(super) enum Block {
    Title(String),
    Heading(String),
    Subheading(String),
    Paragraph(Prose),
    Item(Item),
    Table(Table),
}

/// A point of a list with what belongs to it.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) mark: Mark,
    pub(super) prose: Prose,
    pub(super) below: Vec<Prose>,
}

/// What stands before a point of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Dash,
    Number(usize),
    /// How something changed: `+`, `-`, `~` or `>`.
    Change(char),
}

/// Text in one or several tones.
#[derive(Clone, Debug, Default)]
pub(super) struct Prose(pub(super) Vec<(String, Tone)>);

/// How a text is meant; a terminal shows it by colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tone {
    #[default]
    Plain,
    /// Stands out without being judged.
    Strong,
    /// May be passed over.
    Quiet,
    Good,
    Warning,
    Bad,
}

/// Rows under titled columns.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Prose>>,
}

/// A column and how it behaves where room is short.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub(super) title: &'static str,
    /// Numbers stand at the right edge.
    pub(super) is_number: bool,
    /// Left out where there is no room for all.
    pub(super) is_spare: bool,
}

impl Column {
    pub(super) const fn text(title: &'static str) -> Self {
        Self { title, is_number: false, is_spare: false }
    }

    pub(super) const fn number(title: &'static str) -> Self {
        Self { title, is_number: true, is_spare: false }
    }

    pub(super) const fn spare(title: &'static str) -> Self {
        Self { title, is_number: false, is_spare: true }
    }
}

impl<T: Into<String>> From<T> for Prose {
    fn from(text: T) -> Self {
        Self::default().then(Tone::Plain, text)
    }
}

impl Prose {
    pub(super) fn toned(tone: Tone, text: impl Into<String>) -> Self {
        Self::default().then(tone, text)
    }

    /// Goes on in another tone.
    pub(super) fn then(mut self, tone: Tone, text: impl Into<String>) -> Self {
        self.0.push((text.into(), tone));
        self
    }
}

impl Page {
    pub(super) fn title(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Title(text.into()));
    }

    pub(super) fn heading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Heading(text.into()));
    }

    pub(super) fn subheading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Subheading(text.into()));
    }

    pub(super) fn say(&mut self, prose: impl Into<Prose>) {
        self.blocks.push(Block::Paragraph(prose.into()));
    }

    /// Adds a point; a dash stands before one without a number.
    pub(super) fn item(&mut self, number: Option<usize>, prose: impl Into<Prose>, below: Vec<Prose>) {
        let mark = number.map_or(Mark::Dash, Mark::Number);
        self.blocks.push(Block::Item(Item { mark, prose: prose.into(), below }));
    }

    /// Adds a change.
    pub(super) fn marked(&mut self, mark: char, prose: Prose) {
        self.blocks.push(Block::Item(Item { mark: Mark::Change(mark), prose, below: Vec::new() }));
    }

    /// Adds a table, cut after `most` rows; how the rest is found is said below it.
    pub(super) fn table(&mut self, columns: &[Column], mut rows: Vec<Vec<Prose>>, most: usize) {
        let left = rows.len().saturating_sub(most);
        rows.truncate(most);
        self.blocks.push(Block::Table(Table { columns: columns.to_vec(), rows }));
        self.cut(left);
    }

    /// Says how much was left out.
    pub(super) fn cut(&mut self, left: usize) {
        if left > 0 {
            self.say(Prose::toned(Tone::Quiet, format!("… and {left} more: `--format json` has all")));
        }
    }
}
