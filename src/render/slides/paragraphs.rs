//! From lines of words back to paragraphs: `PowerPoint` breaks lines itself when a slide is edited.

use crate::layout::{Px, Text, TextRole};

/// What begins an item of a list, on a line of its own, and how it is written.
const SIGNS: [(&str, &str); 2] = [("• ", "•"), ("+ ", "+")];

/// Soft hyphens are for those who break lines; slides show them.
const SOFT_HYPHEN: char = '\u{AD}';

/// Words that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) role: TextRole,
    /// The size of the letters on the page.
    pub(super) size: Px,
    pub(super) words: String,
    /// Where the bullet is, if there is one, what it is, and where the words begin.
    pub(super) bullet: Option<Px>,
    pub(super) sign: &'static str,
    pub(super) left: Px,
    /// The first and the last baseline.
    pub(super) first: Px,
    pub(super) last: Px,
    /// How many lines they take on the page, and how wide the widest is.
    pub(super) lines: i64,
    pub(super) width: Px,
    pub(super) is_struck: bool,
}

impl Paragraph {
    /// From one baseline to the next, as `TextRole::line_height` has it.
    pub(super) fn line_height(&self) -> Px {
        Px::hundredths(self.size.in_hundredths() * 13 / 10)
    }

    /// The top of the first line: in lines of an exact height letters stand on four fifths of it.
    pub(super) fn top(&self) -> Px {
        self.first - Px::hundredths(self.line_height().in_hundredths() * 4 / 5)
    }
}

/// The paragraphs of a text.
pub(super) fn paragraphs(text: &Text) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut bullet = None;
    let mut sign = "";
    // A bullet is followed by a line at its own height: so a text that is nothing but one is not one.
    let mut lines = text.lines.iter().peekable();
    let mut is_open = false;
    while let Some(line) = lines.next() {
        let known = SIGNS.iter().find(|(sign, _)| *sign == line.text);
        let known = known.filter(|_| lines.peek().is_some_and(|next| next.start.y == line.start.y));
        if let Some((_, written)) = known {
            sign = written;
            bullet = Some(line.start.x);
            is_open = false;
            continue;
        }
        let width = text.role.face().width(line.text.trim_end(), text.size);
        let mut words = line.text.replace(SOFT_HYPHEN, "");
        if line.is_cut {
            words.pop();
        }
        match paragraphs.last_mut().filter(|_| is_open) {
            Some(paragraph) => {
                paragraph.words.push_str(&words);
                paragraph.last = line.start.y;
                paragraph.lines += 1;
                paragraph.width = paragraph.width.max(width);
            }
            None => paragraphs.push(Paragraph {
                role: text.role,
                size: text.size,
                words,
                bullet: bullet.take(),
                sign,
                left: line.start.x,
                first: line.start.y,
                last: line.start.y,
                lines: 1,
                width,
                is_struck: false,
            }),
        }
        is_open = true;
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Line, Point};

    #[test]
    fn lines_are_joined_without_the_hyphens_that_broke_them() {
        let line = |x, y, text: &str, is_cut| Line {
            start: Point::new(Px::whole(x), Px::whole(y)),
            text: text.to_owned(),
            is_cut,
        };
        let lines = vec![
            line(0, 10, "• ", false),
            line(10, 10, "Owns the ", false),
            line(10, 20, "stand-", false),
            line(10, 30, "in Verantwor-", true),
            line(10, 40, "tung\u{AD}en", false),
            line(0, 50, "• ", false),
            line(10, 50, "• ", false),
        ];
        let text = Text { role: TextRole::Responsibility, size: Px::whole(11), lines };
        let found = paragraphs(&text);
        let words: Vec<&str> = found.iter().map(|paragraph| paragraph.words.as_str()).collect();
        assert_eq!(words, ["Owns the stand-in Verantwortungen", "• "]);
        assert!(found.iter().all(|paragraph| paragraph.bullet == Some(Px::ZERO) && paragraph.left == Px::whole(10)));
        assert_eq!((found[0].first, found[0].last, found[0].lines), (Px::whole(10), Px::whole(40), 4));
    }
}
