//! The words that people and programs write in tables: who is nobody, who has left, what a header means. They stand in
//! `vocabulary.yaml`, by meaning and language; here they are only found.

mod headers;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use compact_str::CompactString;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub(crate) use headers::{fields_of, header_words};

const FILE: &str = include_str!("../vocabulary.yaml");

/// What a cell can say besides itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Word {
    /// Nobody holds the place.
    Vacant,
    /// Somebody does, and is not named.
    Withheld,
    /// The post no longer exists.
    NoPost,
    /// The person has left.
    Gone,
    /// The person's account is closed.
    AccountGone,
    /// The person is away for a while.
    Away,
    /// The person is there.
    Stays,
    /// A status that only directories of accounts have.
    Directory,
    /// There is nobody above.
    Top,
    /// Not an employee.
    Outside,
    /// A line below a table.
    Footer,
    /// Yes.
    Yes,
    /// No.
    No,
    /// A priority on its way.
    OnTrack,
    /// A priority that is behind.
    OffTrack,
    /// A priority reached.
    Done,
    /// A priority given up.
    Dropped,
    /// A form of address, or a degree, before a name.
    Honorific,
}

const WORDS: [(&str, Word); 18] = [
    ("vacant", Word::Vacant),
    ("withheld", Word::Withheld),
    ("no post", Word::NoPost),
    ("gone", Word::Gone),
    ("account gone", Word::AccountGone),
    ("away", Word::Away),
    ("stays", Word::Stays),
    ("directory", Word::Directory),
    ("top", Word::Top),
    ("outside", Word::Outside),
    ("footer", Word::Footer),
    ("yes", Word::Yes),
    ("no", Word::No),
    ("on track", Word::OnTrack),
    ("off track", Word::OffTrack),
    ("done", Word::Done),
    ("dropped", Word::Dropped),
    ("honorific", Word::Honorific),
];

/// Spellings by language.
type Spellings = BTreeMap<String, Vec<String>>;

/// One spelling of a word.
#[derive(Debug)]
struct Entry {
    word: Word,
    words: Vec<String>,
    /// Whether only the beginning of the last word counts.
    is_begun: bool,
    /// Whether anything may follow.
    is_open: bool,
}

#[derive(Debug, Default)]
struct Words {
    by_first: HashMap<String, Vec<Entry>>,
    /// Those whose first word is only begun.
    begun: Vec<Entry>,
    /// Last words of cells that say that nobody holds the place.
    vacant_ends: HashSet<String>,
    months: HashMap<String, u8>,
}

/// Who is nobody, known without reading the rest.
static NOBODY: LazyLock<Words> = LazyLock::new(|| Words::of(&document(0)));

static SAID: LazyLock<Words> = LazyLock::new(|| Words::of(&words()));

impl Words {
    fn of(file: &BTreeMap<String, Spellings>) -> Self {
        let mut said = Self::default();
        let of_word = |(name, word): &(&str, Word)| {
            let spellings = file.get(*name).into_iter().flat_map(BTreeMap::values).flatten();
            spellings.map(|spelling| (*word, spelling)).collect::<Vec<_>>()
        };
        for (word, spelling) in WORDS.iter().flat_map(of_word) {
            said.add(word, spelling);
        }
        let months = file.get("months").into_iter().flat_map(BTreeMap::values);
        for (month, number) in months.flat_map(|months| months.iter().zip(1..)) {
            said.months.insert(month.clone(), number);
            said.months.entry(month.chars().take(3).collect()).or_insert(number);
        }
        said
    }

    fn add(&mut self, word: Word, spelling: &str) {
        if let Some(end) = spelling.strip_prefix("… ").filter(|_| word == Word::Vacant) {
            self.vacant_ends.insert(end.to_owned());
            return;
        }
        let (text, is_open) = spelling.strip_suffix('…').map_or((spelling, false), |text| (text, true));
        let (text, is_begun) = text.trim_end().strip_suffix('*').map_or((text, false), |text| (text, true));
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        let entry = Entry { word, words, is_begun, is_open };
        if is_begun && entry.words.len() == 1 {
            self.begun.push(entry);
        } else {
            self.by_first.entry(entry.words[0].clone()).or_default().push(entry);
        }
    }

    /// The word of some that a text begins with; of several the longest.
    fn longest(&self, words: &[Word], text: &str, first_words: bool) -> Option<(Word, usize)> {
        let said = Said::of(text);
        let first = said.words.first()?;
        let of_first = self.by_first.get(first).into_iter().flatten();
        let begun = self.begun.iter().filter(|entry| first.starts_with(entry.words[0].as_str()));
        let mut best: Option<(Word, usize)> = None;
        for entry in of_first.chain(begun).filter(|entry| words.contains(&entry.word)) {
            if let Some(length) = said.matched(entry, first_words)
                && best.is_none_or(|(_, known)| length > known)
            {
                best = Some((entry.word, length));
            }
        }
        best
    }
}

fn document(at: usize) -> BTreeMap<String, Spellings> {
    let text = FILE.split("\n---\n").nth(at).expect("the file has three documents");
    serde_yaml::from_str(text).expect("the file is ours")
}

/// Each field's spellings by language, in the order of the file's fields.
pub(crate) fn spellings() -> BTreeMap<String, Spellings> {
    document(2)
}

/// Each word's spellings by language.
pub(crate) fn words() -> BTreeMap<String, Spellings> {
    document(0).into_iter().chain(document(1)).collect()
}

/// Lower-case words joined by spaces: without accents, dots and marks; `/` stays, as in `n/a`.
pub(crate) fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut push = |letter: char| match letter {
        '.' | '\'' | '’' | '…' => {}
        'ß' => bare.push_str("ss"),
        'ø' => bare.push('o'),
        'ł' => bare.push('l'),
        'ı' => bare.push('i'),
        'æ' => bare.push_str("ae"),
        'œ' => bare.push_str("oe"),
        _ if letter.is_alphanumeric() || letter == '/' => bare.push(letter),
        _ if is_unseen(letter) => {}
        _ if bare.is_empty() || bare.ends_with(' ') => {}
        _ => bare.push(' '),
    };
    // Taking letters apart costs a hundred times what these need, which have no accents.
    if text.is_ascii() {
        text.bytes().for_each(|byte| push(char::from(byte.to_ascii_lowercase())));
    } else {
        // What is more than a letter with a mark, such as a syllable in Korean, is put together again.
        text.nfd().filter(|letter| !is_combining_mark(*letter)).nfc().flat_map(char::to_lowercase).for_each(push);
    }
    bare.truncate(bare.trim_end().len());
    bare
}

/// Whether a letter takes no room and says nothing.
pub(crate) fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// A text's first words and what follows them.
struct Said {
    words: Vec<String>,
    /// The words that follow a bracket, a dash or the like.
    parted: Vec<bool>,
    /// Before which of those it is a comma.
    after_comma: Vec<bool>,
}

impl Said {
    fn of(text: &str) -> Self {
        let mut said = Self { words: Vec::new(), parted: Vec::new(), after_comma: Vec::new() };
        let (mut is_parted, mut is_after_comma) = (false, false);
        let parts = text.split_inclusive(|letter: char| letter.is_whitespace() || "([{:;,|<".contains(letter));
        for part in parts {
            // A dash by itself separates; one inside a word does not.
            is_parted |= !part.trim().is_empty() && bare(part).is_empty() && !part.trim().starts_with('.');
            for (at, word) in bare(part).split(' ').filter(|word| !word.is_empty()).enumerate() {
                said.parted.push(at == 0 && is_parted);
                said.after_comma.push(at == 0 && is_after_comma);
                said.words.push(word.to_owned());
                (is_parted, is_after_comma) = (false, false);
            }
            is_parted |= part.ends_with(['(', '[', '{', ':', ';', ',', '|', '<']);
            is_after_comma |= part.ends_with(',');
        }
        said
    }

    /// How many of the first words an entry is.
    fn matched(&self, entry: &Entry, first_words: bool) -> Option<usize> {
        let length = entry.words.len();
        if self.words.len() < length {
            return None;
        }
        let is_same = entry.words.iter().zip(&self.words).enumerate().all(|(at, (word, said))| {
            word == said || (entry.is_begun && at + 1 == length && said.starts_with(word.as_str()))
        });
        let rest = &self.words[length..];
        let is_number = |word: &String| word.chars().any(|letter| letter.is_ascii_digit()) || word.chars().count() == 1;
        // `Offen, Anna` is somebody.
        let may_be_surname = length == 1
            && entry.words[0].len() > 3
            && self.after_comma.get(length).is_some_and(|is_after_comma| *is_after_comma);
        let is_end = rest.is_empty()
            || entry.is_open
            || first_words
            || (length > 1 && entry.words.iter().map(String::len).sum::<usize>() > 5)
            || (self.parted[length] && !may_be_surname)
            || rest.iter().all(is_number);
        (is_same && is_end).then_some(length)
    }
}

/// Which of some words a text begins with.
pub(crate) fn first_word_of(words: &[Word], text: &str) -> Option<Word> {
    SAID.longest(words, text, true).map(|(word, _)| word)
}

/// Whether a text is a word.
pub(crate) fn is_word(word: Word, text: &str) -> bool {
    SAID.longest(&[word], text, false).is_some()
}

/// Whether a name says that there is nobody: `TBD`, `vacant`, `N.N.`, `?`.
pub(crate) fn is_nobody(name: &str) -> bool {
    if name.trim_end().rsplit_once(' ').is_some_and(|(_, last)| NOBODY.vacant_ends.contains(lower(last).as_str())) {
        return true;
    }
    // Nearly every name is settled by its first word.
    let start = name.trim_start();
    let end = start.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(start.len());
    let is_plain = end > 0 && start.as_bytes().get(end).is_none_or(|byte| *byte == b' ');
    if is_plain {
        let first = lower(&start[..end]);
        let is_begun = |entry: &Entry| first.starts_with(entry.words[0].as_str());
        if !NOBODY.by_first.contains_key(first.as_str()) && !NOBODY.begun.iter().any(is_begun) {
            return false;
        }
    }
    !name.chars().any(char::is_alphanumeric) || NOBODY.longest(&[Word::Vacant], name, false).is_some()
}

fn lower(word: &str) -> CompactString {
    let mut lower = CompactString::from(word);
    lower.make_ascii_lowercase();
    lower
}

/// Whether a word before a name is a form of address or a degree: `Frau`, `Dr.`, `Dipl.-Ing.`
pub(crate) fn is_honorific(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    if word.contains(['.', '-']) {
        return is_word(Word::Honorific, word);
    }
    let is_one = |entry: &Entry| entry.word == Word::Honorific && entry.words.len() == 1;
    SAID.by_first.get(lower(word).as_str()).is_some_and(|entries| entries.iter().any(is_one))
}

/// The number of a month by its name, or the first three letters of it.
pub(crate) fn month(text: &str) -> Option<u8> {
    let bare = bare(text);
    let short: String = bare.chars().take(3).collect();
    let name = SAID.months.get(&bare);
    name.or_else(|| SAID.months.get(&short).filter(|_| bare.chars().count() <= 4)).copied()
}

#[cfg(test)]
mod tests;
