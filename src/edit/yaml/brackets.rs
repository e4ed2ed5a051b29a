//! Lists in brackets and mappings in braces: what is inserted, and what is removed.

use std::ops::Range;

use super::{BEHIND, Sheet, Stuck, VALUE};

/// What is between two commas.
pub(super) struct Slot {
    /// Its first node, and the one after its last.
    pub(super) nodes: Range<usize>,
    pub(super) bytes: Range<usize>,
    pub(super) stays: bool,
}

impl Sheet<'_, '_> {
    /// Removes slots from brackets and inserts others after the last.
    pub(super) fn change_brackets(&mut self, container: usize, slots: &[Slot], added: &[String]) -> Result<(), Stuck> {
        let node = self.outline.node(container);
        let (inside, joined) = (node.bytes.start + 1..node.bytes.end - 1, added.join(", "));
        let (Some(first), Some(last)) = (slots.first(), slots.last()) else {
            let is_empty = self.outline.text[inside.clone()].trim().is_empty();
            self.cut(if is_empty { inside } else { inside.start..inside.start }, joined, VALUE);
            return Ok(());
        };
        let Some(first_kept) = slots.iter().position(|slot| slot.stays) else {
            self.without_comments(inside.clone())?;
            let bytes = if added.is_empty() { inside } else { first.bytes.start..last.bytes.end };
            self.cut(bytes, joined, VALUE);
            return Ok(());
        };
        if first_kept > 0 {
            let end = slots[first_kept].bytes.start;
            self.without_comments(inside.start..end)?;
            self.cut(first.bytes.start..end, "", VALUE);
        }
        for (at, slot) in slots.iter().enumerate().skip(first_kept).filter(|(_, slot)| !slot.stays) {
            let start = slots[at - 1].bytes.end;
            let next = slots.get(at + 1).map_or(inside.end, |next| next.bytes.start);
            let line_end = self.lines.stop(slot.bytes.end).min(next);
            self.without_comments(start..line_end)?;
            self.cut(start..slot.bytes.end, "", VALUE);
        }
        if !added.is_empty() {
            self.append(last.bytes.clone(), inside.end, added);
        }
        Ok(())
    }

    /// Inserts slots after the last: on its line, or on a line each where it has one of its own.
    fn append(&mut self, last: Range<usize>, end: usize, added: &[String]) {
        let text = self.outline.text;
        let rest = &text[last.end..end];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let comma = rest[blanks..].starts_with(',').then_some(last.end + blanks + 1);
        let line_end = self.lines.stop(comma.unwrap_or(last.end));
        if !self.lines.begins(last.start) || line_end >= end {
            self.cut(last.end..last.end, format!(", {}", added.join(", ")), BEHIND);
            return;
        }
        let lead = format!("{}{}", self.lines.line_end(), " ".repeat(self.lines.column(last.start)));
        let mut lines: Vec<String> = added.iter().map(|slot| format!("{lead}{slot}")).collect();
        if comma.is_some() {
            for line in &mut lines {
                line.push(',');
            }
            self.cut(line_end..line_end, lines.concat(), BEHIND);
        } else {
            self.cut(last.end..last.end, ",", BEHIND);
            self.cut(line_end..line_end, lines.join(","), BEHIND);
        }
    }
}
