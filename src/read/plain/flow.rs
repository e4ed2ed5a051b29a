//! Lists and mappings in brackets that end in the line in which they begin.

use super::super::event::Event;
use super::{DEEPEST, LONGEST_KEY, Lines, NotPlain};

impl Lines<'_> {
    /// What stands in the brackets that open at `start`; the place after the last of them comes back.
    pub(super) fn flow(&mut self, start: usize, end: usize) -> Result<usize, NotPlain> {
        let mut brackets = Brackets::default();
        let mut at = start;
        loop {
            // Here a value begins.
            if at < end && self.is_bracket(at) {
                let open = self.bytes[at];
                brackets.open(open)?;
                self.push(if open == b'[' { Event::List } else { Event::Map }, at, at + 1);
                at = self.spaces(at + 1, end);
                if self.bytes[at..end].first() != brackets.close().as_ref() {
                    at = self.flow_key(at, end, &brackets)?;
                    continue;
                }
            } else {
                let word = self.flow_word(at, end)?;
                if word.colon.is_some() {
                    return Err(NotPlain);
                }
                self.ready.push_back((word.event, word.span));
                at = self.spaces(word.next, end);
            }
            // Here a value has ended.
            loop {
                let found = self.bytes[at..end].first().copied().ok_or(NotPlain)?;
                if Some(found) == brackets.close() {
                    self.push(Event::End, at, at + 1);
                    at += 1;
                    brackets.pop();
                    if brackets.close().is_none() {
                        return Ok(at);
                    }
                    at = self.spaces(at, end);
                } else if found == b',' {
                    at = self.spaces(at + 1, end);
                    // After the last comma there need not be a value.
                    if self.bytes[at..end].first() != brackets.close().as_ref() {
                        at = self.flow_key(at, end, &brackets)?;
                        break;
                    }
                } else {
                    return Err(NotPlain);
                }
            }
        }
    }

    /// Where the value begins: in a mapping after its key.
    fn flow_key(&mut self, at: usize, end: usize, brackets: &Brackets) -> Result<usize, NotPlain> {
        if brackets.close() == Some(b']') {
            return Ok(at);
        }
        let key = self.flow_word(at, end)?;
        let colon = key.colon.filter(|colon| colon - at <= LONGEST_KEY).ok_or(NotPlain)?;
        self.ready.push_back((key.event, key.span));
        Ok(self.spaces(colon + 1, end))
    }
}

/// The brackets that are open, as those that close them.
#[derive(Default)]
struct Brackets {
    closing: [u8; DEEPEST],
    depth: usize,
}

impl Brackets {
    fn open(&mut self, open: u8) -> Result<(), NotPlain> {
        *self.closing.get_mut(self.depth).ok_or(NotPlain)? = if open == b'[' { b']' } else { b'}' };
        self.depth += 1;
        Ok(())
    }

    fn close(&self) -> Option<u8> {
        self.depth.checked_sub(1).map(|top| self.closing[top])
    }

    fn pop(&mut self) {
        self.depth -= 1;
    }
}
