//! How words, numbers and paths are written in XML: escaped, trimmed, the same on every machine.

use super::colour::Colour;
use crate::layout::{Curve, Point, Px, Segment, Size, Swing};

/// What can stand in an attribute.
pub(crate) trait Value: Copy {
    /// Appends the value, escaped.
    fn write(self, out: &mut String);
}

impl Value for &str {
    fn write(self, out: &mut String) {
        escape(self, [" "; 3], out);
    }
}

/// Words with their line ends and tabs.
#[derive(Clone, Copy)]
pub(super) struct Kept<'w>(pub(super) &'w str);

impl Value for Kept<'_> {
    /// A lone return would be read as a line end if it stood for itself.
    fn write(self, out: &mut String) {
        escape(self.0, ["\t", "\n", "&#13;"], out);
    }
}

impl Value for i64 {
    fn write(self, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

/// Appends words, escaped, with these for tabs, line ends and returns.
fn escape(words: &str, [tab, line_end, line_return]: [&str; 3], out: &mut String) {
    if words.bytes().all(is_plain) {
        out.push_str(words);
        return;
    }
    let mut plain = 0;
    for (at, letter) in words.char_indices() {
        let replacement = match letter {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            '\t' => tab,
            '\n' => line_end,
            '\r' => line_return,
            '\u{FFFE}' | '\u{FFFF}' => "\u{FFFD}",
            _ if letter.is_control() => "\u{FFFD}",
            _ => continue,
        };
        out.push_str(&words[plain..at]);
        out.push_str(replacement);
        plain = at + letter.len_utf8();
    }
    out.push_str(&words[plain..]);
}

impl Value for Px {
    /// At most two decimals, trimmed.
    fn write(self, out: &mut String) {
        let mut left = self.in_hundredths().unsigned_abs();
        let decimals = match (left % 10, left % 100) {
            (_, 0) => 0,
            (0, _) => 1,
            _ => 2,
        };
        left /= [100, 10, 1][decimals];
        // From the last digit to the first; 2^64 has 20 digits, then come the point and the sign.
        let mut digits = [0; 22];
        let mut first = digits.len();
        let mut put = |byte| {
            first -= 1;
            digits[first] = byte;
        };
        let mut written = 0;
        while left > 0 || written <= decimals {
            if written == decimals && decimals > 0 {
                put(b'.');
            }
            put(DIGITS[usize::try_from(left % 10).expect("a digit fits")]);
            left /= 10;
            written += 1;
        }
        if self < Self::ZERO {
            put(b'-');
        }
        out.push_str(std::str::from_utf8(&digits[first..]).expect("digits are ASCII"));
    }
}

impl Value for Colour {
    fn write(self, out: &mut String) {
        out.push('#');
        for channel in self.channels() {
            for digit in [channel >> 4, channel & 15] {
                out.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
            }
        }
    }
}

/// The dashes of a line.
impl Value for (Px, Px) {
    fn write(self, out: &mut String) {
        self.0.write(out);
        out.push(' ');
        self.1.write(out);
    }
}

/// The `viewBox` of a page.
impl Value for Size {
    fn write(self, out: &mut String) {
        out.push_str("0 0 ");
        self.width.write(out);
        out.push(' ');
        self.height.write(out);
    }
}

/// The `points` of a polygon.
impl Value for [Point; 3] {
    fn write(self, out: &mut String) {
        for (index, point) in self.iter().enumerate() {
            if index > 0 {
                out.push(' ');
            }
            pair(*point, ',', out);
        }
    }
}

/// One step of a path.
#[derive(Clone, Copy)]
pub(super) enum Step {
    /// Begins anew at a point.
    Move(Point),
    /// A level line to this x.
    Level(Px),
    /// An upright line to this y.
    Upright(Px),
    /// A quarter of a circle, against the clock.
    Quarter {
        /// The circle's radius.
        radius: Px,
        /// Where the arc ends.
        to: Point,
    },
    /// Back to where the path began.
    Close,
}

impl Value for Step {
    fn write(self, out: &mut String) {
        match self {
            Self::Move(to) => {
                out.push('M');
                pair(to, ' ', out);
            }
            Self::Level(x) => {
                out.push('H');
                x.write(out);
            }
            Self::Upright(y) => {
                out.push('V');
                y.write(out);
            }
            Self::Quarter { radius, to } => {
                out.push('A');
                pair(Point::new(radius, radius), ' ', out);
                out.push_str(" 0 0 0 ");
                pair(to, ' ', out);
            }
            Self::Close => out.push('Z'),
        }
    }
}

/// Path data.
impl Value for &[Step] {
    fn write(self, out: &mut String) {
        for step in self {
            step.write(out);
        }
    }
}

/// The path data of lines; what ends where the next begins is drawn in one go.
impl Value for &[Segment] {
    fn write(self, out: &mut String) {
        let mut pen = None;
        for Segment { from, to } in self {
            if pen.replace(*to) != Some(*from) {
                Step::Move(*from).write(out);
            }
            if from.x == to.x { Step::Upright(to.y) } else { Step::Level(to.x) }.write(out);
        }
    }
}

/// Path data of a line that is level at each of its points: control points lie half-way to the next.
impl Value for &Swing {
    fn write(self, out: &mut String) {
        for (index, point) in self.points.iter().enumerate() {
            let Some(before) = index.checked_sub(1).map(|before| self.points[before]) else {
                Step::Move(*point).write(out);
                continue;
            };
            if before.y == point.y {
                Step::Level(point.x).write(out);
                continue;
            }
            let middle = before.x + (point.x - before.x).half();
            out.push('C');
            pair(Point::new(middle, before.y), ' ', out);
            out.push(' ');
            pair(Point::new(middle, point.y), ' ', out);
            out.push(' ');
            pair(*point, ' ', out);
        }
    }
}

/// Path data of a line that bends as it likes.
impl Value for &Curve {
    fn write(self, out: &mut String) {
        Step::Move(self.start).write(out);
        for step in &self.steps {
            for (at, point) in step.iter().enumerate() {
                out.push(if at == 0 { 'C' } else { ' ' });
                pair(*point, ' ', out);
            }
        }
    }
}

fn pair(point: Point, between: char, out: &mut String) {
    point.x.write(out);
    out.push(between);
    point.y.write(out);
}

const DIGITS: [u8; 10] = *b"0123456789";

/// Whether the byte stands for itself, as almost all do.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: impl Value) -> String {
        let mut out = String::new();
        value.write(&mut out);
        out
    }

    #[test]
    fn numbers_are_trimmed() {
        let cases = [
            (0, "0"),
            (5, "0.05"),
            (50, "0.5"),
            (100, "1"),
            (10_000, "100"),
            (1_005, "10.05"),
            (-5, "-0.05"),
            (150, "1.5"),
            (-20_000, "-200"),
            (123_456, "1234.56"),
        ];
        for (hundredths, expected) in cases {
            assert_eq!(written(Px::hundredths(hundredths)), expected);
        }
    }

    #[test]
    fn words_are_escaped_and_forbidden_characters_replaced() {
        assert_eq!(written("]]> <a b=\"c\" d='e'> & é"), "]]&gt; &lt;a b=&quot;c&quot; d=&#39;e&#39;&gt; &amp; é");
        assert_eq!(written("a\0b\u{7f}c\u{FFFE}d\u{FFFF}e\nf"), "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e f");
    }
}
