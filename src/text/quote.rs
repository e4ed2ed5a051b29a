//! Words that share the text in which they occur.

use std::cell::RefCell;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use super::Span;

thread_local! {
    /// The text that is being read on this thread, of which quotes are made.
    static READING: RefCell<Option<Arc<Passage>>> = const { RefCell::new(None) };
}

/// A text and its place among all that were read.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    pub(super) text: Arc<String>,
    pub(super) span: Span,
}

/// Words that share the text in which they occur, or have one of their own, and where they were written.
///
/// A chart is little more than its words: copies of them, with their places, would take more memory than its files.
#[derive(Clone)]
pub(crate) struct Quote {
    passage: Arc<Passage>,
    /// Where the words begin in the passage.
    start: u32,
    length: u16,
    extent: Extent,
    /// How far what was written reaches beyond the words, as quotation marks do: before them in the upper four bits,
    /// behind them in the lower.
    margins: u8,
}

/// The widest margin that four bits can say.
const WIDEST_MARGIN: u32 = 15;

/// How much of its passage a quote is. This is an enum because the values that it never has leave room for the variants
/// of an enum around it: a `Claim<Text>` is no larger than its text.
#[derive(Clone, Copy)]
enum Extent {
    /// From its start, for its length.
    Part,
    /// The whole passage, which may be longer than a length can say, and whose place is that of the words.
    Whole,
}

/// Runs `read`; quotes that it makes of words of this text share it.
pub(super) fn quoting<R>(passage: &Passage, read: impl FnOnce() -> R) -> R {
    // Each call has its own count of quotes: if threads shared one, they would wait for each other. A thread that waits
    // for another may begin another text meanwhile, and comes back to this one.
    let before = READING.replace(Some(Arc::new(passage.clone())));
    let read = read();
    READING.set(before);
    read
}

impl Quote {
    /// A quote where the words stand in the text that is being read, else a copy.
    pub(crate) fn new(words: &str) -> Self {
        READING.with_borrow(|passage| Self::of(passage.as_ref()?, words)).unwrap_or_else(|| words.to_owned().into())
    }

    fn of(passage: &Arc<Passage>, words: &str) -> Option<Self> {
        let start = (words.as_ptr() as usize).checked_sub(passage.text.as_ptr() as usize)?;
        let is_part = start + words.len() <= passage.text.len();
        let length = u16::try_from(words.len()).ok().filter(|_| is_part)?;
        let (passage, start) = (Arc::clone(passage), u32::try_from(start).ok()?);
        Some(Self { passage, start, length, extent: Extent::Part, margins: 0 })
    }

    fn whole(text: String, span: Span) -> Self {
        let text = Arc::new(text);
        Self { passage: Arc::new(Passage { text, span }), start: 0, length: 0, extent: Extent::Whole, margins: 0 }
    }

    /// Where they were written, including quotation marks, once [`Quote::put`] has said so.
    pub(crate) fn span(&self) -> Span {
        let passage = self.passage.span;
        match self.extent {
            Extent::Whole => passage,
            Extent::Part => {
                let start = passage.start() + self.start;
                let (before, behind) = (self.margins >> 4, self.margins & 0xf);
                Span::new(start - u32::from(before), start + u32::from(self.length) + u32::from(behind))
            }
        }
    }

    /// Says where they were written.
    pub(crate) fn put(&mut self, span: Span) {
        let is_said = match self.extent {
            Extent::Part => self.margins_in(span).map(|margins| self.margins = margins),
            Extent::Whole => Arc::get_mut(&mut self.passage).map(|passage| passage.span = span),
        };
        if is_said.is_none() {
            *self = Self::whole((**self).to_owned(), span);
        }
    }

    fn margins_in(&self, span: Span) -> Option<u8> {
        let start = self.passage.span.start() + self.start;
        let before = start.checked_sub(span.start())?;
        let behind = span.end().checked_sub(start + u32::from(self.length))?;
        let fits = before <= WIDEST_MARGIN && behind <= WIDEST_MARGIN;
        fits.then(|| u8::try_from(before << 4 | behind).ok())?
    }
}

impl From<String> for Quote {
    fn from(text: String) -> Self {
        Self::whole(text, Span::default())
    }
}

impl Deref for Quote {
    type Target = str;

    fn deref(&self) -> &str {
        match self.extent {
            Extent::Whole => &self.passage.text,
            Extent::Part => {
                let start = self.start as usize;
                &self.passage.text[start..start + usize::from(self.length)]
            }
        }
    }
}

impl PartialEq for Quote {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Quote {}

impl PartialOrd for Quote {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Quote {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (**self).cmp(other)
    }
}

impl Hash for Quote {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Debug for Quote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text that begins at this place.
    fn passage(at: u32, text: &str) -> Passage {
        let length = u32::try_from(text.len()).expect("short");
        Passage { text: Arc::new(text.to_owned()), span: Span::new(at, at + length) }
    }

    fn is_shared(passage: &Passage, quote: &Quote) -> bool {
        Arc::ptr_eq(&passage.text, &quote.passage.text)
    }

    #[test]
    fn words_of_the_text_that_is_read_share_it_and_others_are_copied() {
        let (file, other) = (passage(0, "title: Kůň a pán"), "title: Kůň a pán".to_owned());
        quoting(&file, || {
            let quote = Quote::new(&file.text[7..]);
            assert_eq!(&*quote, "Kůň a pán");
            assert!(is_shared(&file, &quote));
            assert!(!is_shared(&file, &Quote::new(&other[7..])));
            assert_eq!(Quote::new(&other[7..]), quote);
        });
        assert!(!is_shared(&file, &Quote::new(&file.text[7..])), "nothing is being read any more");
    }

    #[test]
    fn a_text_within_a_text_gives_way_to_the_outer_one() {
        let (outer, inner) = (passage(0, "outer"), passage(6, "inner"));
        quoting(&outer, || {
            quoting(&inner, || assert!(is_shared(&inner, &Quote::new(&inner.text[1..3]))));
            assert!(is_shared(&outer, &Quote::new(&outer.text[1..3])));
        });
    }

    #[test]
    fn words_of_any_length_are_the_same_words() {
        for length in [0, 1, usize::from(u16::MAX), usize::from(u16::MAX) + 1] {
            let file = passage(0, &"a".repeat(length));
            quoting(&file, || assert_eq!(*Quote::new(&file.text), **file.text));
        }
    }

    #[test]
    fn a_quote_knows_where_it_was_written_however_far_that_reaches() {
        let file = passage(100, &format!("{:20}words{:20}", "", ""));
        let places = [(20, 25), (19, 26), (5, 40), (4, 25), (20, 41), (0, 45), (21, 25), (30, 33)];
        for (start, end) in places.map(|(start, end)| (100 + start, 100 + end)).into_iter().chain([(0, 0), (0, 500)]) {
            let copy = Quote::from("words".to_owned());
            for mut quote in [quoting(&file, || Quote::new(&file.text[20..25])), copy.clone(), copy] {
                quote.put(Span::new(start, end));
                assert_eq!((&*quote, quote.span()), ("words", Span::new(start, end)));
            }
        }
    }

    #[test]
    fn two_of_the_same_words_can_stand_in_two_places() {
        let mut one = Quote::from("words".to_owned());
        one.put(Span::new(1, 6));
        let mut other = one.clone();
        other.put(Span::new(11, 16));
        assert_eq!((one.span(), other.span()), (Span::new(1, 6), Span::new(11, 16)));
    }
}
