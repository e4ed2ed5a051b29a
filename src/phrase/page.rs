//! A page of headings, sentences, lists, tables and figures, independent of who shows it.
//!
//! A page is built once and shown by many: a terminal, Markdown, an HTML page, slides. They differ
//! only in how a block looks: each shows every [`Block`] in order, none decides what is said.
//! Nothing here is escaped; each writer escapes every part by its kind.
//!
//! ```
//! use rightseat::phrase::{Block, Column, Page, Section, Tone, View};
//!
//! let mut page = Page::default();
//! page.title("Northwind: the quarterly review");
//! page.section(Section::Load, "Load");
//! page.table(&[Column::text("person"), Column::number("used")], vec![vec!["Ana".into(), "117 %".into()]], 25);
//! page.figure(View::Chart, "the chart", "rightseat render charts/northwind -o chart.svg");
//! assert!(matches!(page.blocks[1], Block::Heading { section: Some(Section::Load), .. }));
//! ```

use super::{Phrase, Section, code, say};

/// What is shown, from top to bottom.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Its parts.
    pub blocks: Vec<Block>,
    /// The command that has what is cut off here; where there is none, an option of the one that was called.
    all: Option<String>,
}

/// One part of a page.
#[derive(Clone, Debug)]
pub enum Block {
    /// What the whole page is called; it comes first, and begins [`Section::Head`].
    Title(Phrase),
    /// Begins a section.
    Heading {
        /// Which section it is, where the page is a packet: an anchor, a slide's name.
        section: Option<Section>,
        /// What it is called.
        text: Phrase,
    },
    /// Begins a part of a section.
    Subheading(Phrase),
    /// Sentences.
    Paragraph(Prose),
    /// A point of a list; points that follow each other are one list.
    Item(Item),
    /// Rows and columns.
    Table(Table),
    /// Lines of a file or commands, as they are written: no line is broken.
    Code(Vec<CodeLine>),
    /// A picture.
    Picture(Picture),
}

impl Block {
    /// All phrases in it.
    #[must_use]
    pub fn phrases(&self) -> Vec<&Phrase> {
        fn of(prose: &Prose) -> impl Iterator<Item = &Phrase> {
            prose.0.iter().map(|(phrase, _)| phrase)
        }
        match self {
            Self::Title(text) | Self::Heading { text, .. } | Self::Subheading(text) => vec![text],
            Self::Paragraph(prose) => of(prose).collect(),
            Self::Item(item) => of(&item.prose).chain(item.below.iter().flat_map(of)).collect(),
            Self::Table(table) => table.rows.iter().flatten().flat_map(of).collect(),
            Self::Code(lines) => lines.iter().map(|line| &line.text).collect(),
            Self::Picture(picture) => vec![&picture.caption, &picture.command],
        }
    }
}

/// A picture that whoever shows the page draws or leaves to a command.
#[derive(Clone, Debug)]
pub struct Picture {
    /// What it shows.
    pub view: View,
    /// What it is called.
    pub caption: Phrase,
    /// The command that draws it, where no picture is available.
    pub command: Phrase,
}

/// What a figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// The reporting tree.
    Chart,
    /// The reporting tree with what has changed in it.
    Changes,
    /// Strategic priorities and what serves them.
    Strategy,
    /// Which departments wait for which.
    Dependencies,
    /// The seats that work for more than one.
    Matrix,
}

impl View {
    /// Its name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chart => "chart",
            Self::Changes => "changes",
            Self::Strategy => "strategy",
            Self::Dependencies => "dependencies",
            Self::Matrix => "matrix",
        }
    }
}

/// A line as it is written.
#[derive(Clone, Debug)]
pub struct CodeLine {
    /// Its number in its file, and whether it is there (a space), goes (`-`) or comes (`+`); nothing for a command.
    pub place: Option<(usize, char)>,
    /// The line, without its end.
    pub text: Phrase,
}

impl CodeLine {
    /// What comes before the text.
    #[must_use]
    pub fn margin(&self) -> String {
        self.place.map_or_else(|| "  ".to_owned(), |(number, mark)| format!("{number:>5}  {mark} "))
    }
}

/// A point of a list with what belongs to it.
#[derive(Clone, Debug)]
pub struct Item {
    /// What comes before it.
    pub mark: Mark,
    /// What it says.
    pub prose: Prose,
    /// The points below it.
    pub below: Vec<Prose>,
    /// The command that writes each of the first of these, where one can; empty where none does. For pages from which
    /// commands are copied: in plain text the letters stand for them.
    pub commands: Vec<String>,
}

/// What comes before a point of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Nothing of its own.
    Dash,
    /// Its number.
    Number(usize),
    /// How something changed: `+`, `-`, `~` or `>`.
    Change(char),
}

/// Phrases in one or several tones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prose(pub Vec<(Phrase, Tone)>);

/// How a phrase is meant; a terminal shows it by colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    #[default]
    Plain,
    /// Stands out without being judged.
    Strong,
    /// May be skipped.
    Quiet,
    /// As it should be.
    Good,
    /// Wants a look.
    Warning,
    /// As it should not be.
    Bad,
}

/// Rows under titled columns.
#[derive(Clone, Debug)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Prose>>,
}

/// A column and how it behaves where room is short.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What is above it.
    pub title: &'static str,
    /// Numbers are aligned right.
    pub is_number: bool,
    /// Left out where there is no room for all.
    pub is_spare: bool,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub const fn text(title: &'static str) -> Self {
        Self { title, is_number: false, is_spare: false }
    }

    /// A column of numbers.
    #[must_use]
    pub const fn number(title: &'static str) -> Self {
        Self { title, is_number: true, is_spare: false }
    }

    /// A column that may be left out.
    #[must_use]
    pub const fn spare(title: &'static str) -> Self {
        Self { title, is_number: false, is_spare: true }
    }
}

impl<T: Into<Phrase>> From<T> for Prose {
    fn from(phrase: T) -> Self {
        Self::default().then(Tone::Plain, phrase)
    }
}

impl Prose {
    /// A phrase in a tone.
    pub fn toned(tone: Tone, phrase: impl Into<Phrase>) -> Self {
        Self::default().then(tone, phrase)
    }

    /// Goes on in another tone.
    #[must_use]
    pub fn then(mut self, tone: Tone, phrase: impl Into<Phrase>) -> Self {
        self.0.push((phrase.into(), tone));
        self
    }

    /// Goes on with what another says.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// As machines get it.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.iter().map(|(phrase, _)| phrase.plain()).collect()
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(phrase, _)| phrase.is_empty())
    }
}

impl Page {
    /// An empty page; where something is cut off this command is named, which has all.
    #[must_use]
    pub fn with_all_in(command: String) -> Self {
        Self { blocks: Vec::new(), all: Some(command) }
    }

    /// A page of these parts.
    #[must_use]
    pub fn of(blocks: Vec<Block>) -> Self {
        Self { blocks, ..Self::default() }
    }

    /// Says what the page is called.
    pub fn title(&mut self, text: impl Into<Phrase>) {
        self.blocks.push(Block::Title(text.into()));
    }

    /// What the page is called.
    #[must_use]
    pub fn name(&self) -> String {
        self.blocks
            .iter()
            .find_map(|block| match block {
                Block::Title(text) => Some(text.plain()),
                _ => None,
            })
            .unwrap_or_default()
    }

    /// Begins a section of a packet.
    pub fn section(&mut self, section: Section, text: impl Into<Phrase>) {
        self.blocks.push(Block::Heading { section: Some(section), text: text.into() });
    }

    /// Begins a section of another page.
    pub fn heading(&mut self, text: impl Into<Phrase>) {
        self.blocks.push(Block::Heading { section: None, text: text.into() });
    }

    /// Begins a part of a section.
    pub fn subheading(&mut self, text: impl Into<Phrase>) {
        self.blocks.push(Block::Subheading(text.into()));
    }

    /// Adds a paragraph.
    pub fn say(&mut self, prose: impl Into<Prose>) {
        self.blocks.push(Block::Paragraph(prose.into()));
    }

    /// Adds a list item; one without a number gets a dash.
    pub fn item(&mut self, number: Option<usize>, prose: impl Into<Prose>, below: Vec<Prose>) {
        let mark = number.map_or(Mark::Dash, Mark::Number);
        self.blocks.push(Block::Item(Item { mark, prose: prose.into(), below, commands: Vec::new() }));
    }

    /// Adds a question with its answers, and the commands that write these.
    pub fn question(&mut self, number: usize, prose: Prose, below: Vec<Prose>, commands: Vec<String>) {
        self.blocks.push(Block::Item(Item { mark: Mark::Number(number), prose, below, commands }));
    }

    /// Adds a change.
    pub fn marked(&mut self, mark: char, prose: impl Into<Prose>) {
        let (below, commands) = (Vec::new(), Vec::new());
        self.blocks.push(Block::Item(Item { mark: Mark::Change(mark), prose: prose.into(), below, commands }));
    }

    /// Adds a table, cut after `most` rows; a line below says how to find the rest.
    pub fn table(&mut self, columns: &[Column], mut rows: Vec<Vec<Prose>>, most: usize) {
        let left = rows.len().saturating_sub(most);
        rows.truncate(most);
        self.blocks.push(Block::Table(Table { columns: columns.to_vec(), rows }));
        self.cut(left);
    }

    /// Says how much was left out.
    pub fn cut(&mut self, left: usize) {
        if left > 0 {
            let command = code(self.all.as_deref().unwrap_or("--format json"));
            self.say(Prose::toned(Tone::Quiet, say!["… and ", left, " more: ", command, " has all"]));
        }
    }

    /// Adds a command, to be copied.
    pub fn command(&mut self, command: &str) {
        self.blocks.push(Block::Code(vec![CodeLine { place: None, text: Phrase::worded(command) }]));
    }

    /// Adds a picture.
    pub fn figure(&mut self, view: View, caption: impl Into<Phrase>, command: impl Into<Phrase>) {
        self.blocks.push(Block::Picture(Picture { view, caption: caption.into(), command: command.into() }));
    }

    /// The sections that it has, in order.
    pub fn sections(&self) -> impl Iterator<Item = Section> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Title(_) => Some(Section::Head),
            Block::Heading { section, .. } => *section,
            _ => None,
        })
    }
}
