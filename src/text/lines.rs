//! Which line a place is in, from one number a kilobyte.

use memchr::{memchr_iter, memchr2_iter, memrchr2_iter};

/// At most this many bytes of lines are counted each time.
const BLOCK: usize = 1024;

/// How many lines end before each block of a text. A line ends with a line feed, or with a carriage return that no line
/// feed follows.
#[derive(Debug)]
pub(super) struct Lines {
    before: Vec<u32>,
}

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut ended = 0;
        let count = |start: usize| {
            let before = ended;
            let ends = ends(bytes, start, bytes.len().min(start + BLOCK));
            ended += u32::try_from(ends).expect("a text is shorter than 4 GiB");
            before
        };
        Self { before: (0..bytes.len().max(1)).step_by(BLOCK).map(count).collect() }
    }

    /// The line that a byte is in, from 0.
    pub(super) fn line(&self, text: &str, at: usize) -> usize {
        let block = (at / BLOCK).min(self.before.len() - 1);
        self.before[block] as usize + ends(text.as_bytes(), block * BLOCK, at)
    }

    /// Where the line begins that a byte is in.
    pub(super) fn start_before(text: &str, at: usize) -> usize {
        let bytes = text.as_bytes();
        memrchr2_iter(b'\n', b'\r', &bytes[..at]).find(|&end| is_end(bytes, end)).map_or(0, |end| end + 1)
    }

    /// Where a line begins, counted from 0; `None` after the last.
    pub(super) fn start(&self, text: &str, line: usize) -> Option<usize> {
        let Some(ended) = line.checked_sub(1) else { return Some(0) };
        let bytes = text.as_bytes();
        // The line before it ends in the last block before which fewer have ended.
        let block = self.before.partition_point(|&before| before as usize <= ended) - 1;
        let start = block * BLOCK;
        let mut ends = memchr2_iter(b'\n', b'\r', &bytes[start..]).filter(|at| is_end(bytes, start + at));
        ends.nth(ended - self.before[block] as usize).map(|at| start + at + 1)
    }
}

fn ends(bytes: &[u8], start: usize, end: usize) -> usize {
    let part = &bytes[start..end];
    let returns = memchr_iter(b'\r', part).filter(|at| is_end(bytes, start + at));
    memchr_iter(b'\n', part).count() + returns.count()
}

fn is_end(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_that_one_counts_wherever_blocks_begin() {
        let pieces = ["a", "\n", "\r", "\r\n", "\n\r", "é\r\r\n", "東"];
        for room in BLOCK - 2..=BLOCK {
            for long in [0, 3 * BLOCK] {
                let text = format!("{}{}{}\n", "x".repeat(room), pieces.concat().repeat(150), "y".repeat(long));
                let lines = Lines::of(&text);
                let (mut line, mut start) = (0, 0);
                for at in 0..=text.len() {
                    if at > 0 && is_end(text.as_bytes(), at - 1) && matches!(text.as_bytes()[at - 1], b'\n' | b'\r') {
                        (line, start) = (line + 1, at);
                    }
                    assert_eq!((lines.line(&text, at), lines.start(&text, line)), (line, Some(start)), "{at}");
                    assert_eq!(Lines::start_before(&text, at), start, "{at}");
                }
                assert_eq!(lines.start(&text, line + 1), None);
            }
        }
        let nothing = Lines::of("");
        assert_eq!((nothing.line("", 0), nothing.start("", 0), nothing.start("", 1)), (0, Some(0), None));
    }
}
