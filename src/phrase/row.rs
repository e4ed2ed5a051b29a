//! Several of a kind in one sentence: rows, alternatives, and what is left out of them.

use super::args::say;
use super::{Args, Phrase, Say};

/// The most in one row, whatever the caller asks for.
const NO_BOUND: usize = usize::MAX;

/// "a, b and c"; of more than `most` the first, and how many more there are.
pub fn listed<S: Say>(all: impl IntoIterator<Item = S>, most: usize) -> Phrase {
    joined(all, most, " and ", |left| say![" and ", left, " more"])
}

/// "a, b and c", all of them.
pub fn all<S: Say>(every: impl IntoIterator<Item = S>) -> Phrase {
    listed(every, NO_BOUND)
}

/// "a, b or c"; of more than `most` the first, "or another".
pub(crate) fn either<S: Say>(all: impl IntoIterator<Item = S>, most: usize) -> Phrase {
    joined(all, most, " or ", |_| say![" or another"])
}

/// All, with the same words between two.
pub fn row<S: Say>(all: impl IntoIterator<Item = S>, between: &'static str) -> Phrase {
    let mut row = Row::default();
    for one in all {
        if !row.is_empty {
            row.add(&between);
        }
        row.add(&one);
    }
    row.finish()
}

/// How many more there are than are shown: nothing where all are.
#[must_use]
pub(crate) fn more_of(left: usize, one: &'static str, many: &'static str) -> Option<Phrase> {
    (left > 0).then(|| say!["and ", left, " more ", if left == 1 { one } else { many }])
}

/// The first of a long row, and how many are left.
pub fn cut<T>(all: &[T], most: usize) -> (&[T], usize) {
    let shown = all.len().min(most);
    (&all[..shown], all.len() - shown)
}

fn joined<S: Say>(
    all: impl IntoIterator<Item = S>,
    most: usize,
    last: &'static str,
    more: impl FnOnce(usize) -> Phrase,
) -> Phrase {
    let all: Vec<S> = all.into_iter().collect();
    let (shown, left) = cut(&all, most);
    let mut row = Row::default();
    for (at, one) in shown.iter().enumerate() {
        if at > 0 {
            row.add(&if left == 0 && at + 1 == shown.len() { last } else { ", " });
        }
        row.add(one);
    }
    if left > 0 {
        row.add(&more(left));
    }
    row.finish()
}

/// A row being written.
struct Row {
    args: Args,
    is_empty: bool,
}

impl Default for Row {
    fn default() -> Self {
        Self { args: Args::default(), is_empty: true }
    }
}

impl Row {
    fn add(&mut self, part: &(impl Say + ?Sized)) {
        part.say(&mut self.args);
        self.is_empty = false;
    }

    fn finish(self) -> Phrase {
        self.args.phrase()
    }
}
