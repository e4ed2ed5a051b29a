//! Words that stand in a text which many share.

use std::borrow::Borrow;
use std::cell::RefCell;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

thread_local! {
    /// The text that is being read on this thread, of which quotes are made.
    static READING: RefCell<Option<Arc<String>>> = const { RefCell::new(None) };
}

/// Words that share the text in which they stand, or have one of their own.
///
/// A chart is hardly more than its words: copied, they would take as much memory again as its files.
#[derive(Clone)]
pub(crate) struct Quote {
    text: Arc<String>,
    start: u32,
    length: u16,
    extent: Extent,
}

/// How much of its text a quote is. A type of its own because the values that it never has leave room for those of an
/// enum around it: `Claim<Text>` is no larger than its text and place.
#[derive(Clone, Copy)]
enum Extent {
    /// From its start, for its length.
    Part,
    /// The whole text, which may be longer than a length can say.
    Whole,
}

/// Runs `read`; quotes that it makes of words of this text share it.
pub(super) fn quoting<R>(text: &Arc<String>, read: impl FnOnce() -> R) -> R {
    // A thread that waits for others may begin another text meanwhile, and comes back to this one.
    let before = READING.replace(Some(Arc::clone(text)));
    let read = read();
    READING.set(before);
    read
}

impl Quote {
    /// A quote where the words stand in the text that is being read, else a copy.
    pub(crate) fn new(words: &str) -> Self {
        READING.with_borrow(|text| Self::of(text.as_ref()?, words)).unwrap_or_else(|| words.to_owned().into())
    }

    fn of(text: &Arc<String>, words: &str) -> Option<Self> {
        let start = (words.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        let is_part = start + words.len() <= text.len();
        let length = u16::try_from(words.len()).ok().filter(|_| is_part)?;
        Some(Self { text: Arc::clone(text), start: u32::try_from(start).ok()?, length, extent: Extent::Part })
    }
}

impl From<String> for Quote {
    fn from(text: String) -> Self {
        Self { text: Arc::new(text), start: 0, length: 0, extent: Extent::Whole }
    }
}

impl Deref for Quote {
    type Target = str;

    fn deref(&self) -> &str {
        match self.extent {
            Extent::Whole => &self.text,
            Extent::Part => {
                let start = self.start as usize;
                &self.text[start..start + usize::from(self.length)]
            }
        }
    }
}

impl Borrow<str> for Quote {
    fn borrow(&self) -> &str {
        self
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

    fn is_shared(text: &Arc<String>, quote: &Quote) -> bool {
        Arc::ptr_eq(text, &quote.text)
    }

    #[test]
    fn words_of_the_text_that_is_read_share_it_and_others_are_copied() {
        let (text, other) = (Arc::new("title: Kůň a pán".to_owned()), "title: Kůň a pán".to_owned());
        quoting(&text, || {
            let quote = Quote::new(&text[7..]);
            assert_eq!(&*quote, "Kůň a pán");
            assert!(is_shared(&text, &quote));
            assert!(!is_shared(&text, &Quote::new(&other[7..])));
            assert_eq!(Quote::new(&other[7..]), quote);
        });
        assert!(!is_shared(&text, &Quote::new(&text[7..])), "nothing is being read any more");
    }

    #[test]
    fn a_text_within_a_text_gives_way_to_the_outer_one() {
        let (outer, inner) = (Arc::new("outer".to_owned()), Arc::new("inner".to_owned()));
        quoting(&outer, || {
            quoting(&inner, || assert!(is_shared(&inner, &Quote::new(&inner[1..3]))));
            assert!(is_shared(&outer, &Quote::new(&outer[1..3])));
        });
    }

    #[test]
    fn words_of_any_length_are_the_same_words() {
        for length in [0, 1, usize::from(u16::MAX), usize::from(u16::MAX) + 1] {
            let text = Arc::new("a".repeat(length));
            quoting(&text, || assert_eq!(&*Quote::new(&text), &**text));
        }
    }
}
