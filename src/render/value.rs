//! How words, numbers and paths are written in XML: escaped, trimmed, the same on every machine.

use super::colour::Colour;
use crate::layout::{Curve, Point, Px, Segment, Size, Swing};

/// A value that an attribute can hold.
pub(crate) trait Value: Copy {
    /// Appends the value, escaped.
    fn write(self, out: &mut Vec<u8>);
}

impl Value for &str {
    fn write(self, out: &mut Vec<u8>) {
        escape(self, [" "; 3], out);
    }
}

/// Words with their line ends and tabs.
#[derive(Clone, Copy)]
pub(super) struct Kept<'w>(pub(super) &'w str);

impl Value for Kept<'_> {
    /// A lone return would be read as a line end if it stood for itself.
    fn write(self, out: &mut Vec<u8>) {
        escape(self.0, ["\t", "\n", "&#13;"], out);
    }
}

impl Value for i64 {
    fn write(self, out: &mut Vec<u8>) {
        out.extend_from_slice(self.to_string().as_bytes());
    }
}

/// Appends words, escaped, with these for tabs, line ends and returns.
fn escape(words: &str, [tab, line_end, line_return]: [&str; 3], out: &mut Vec<u8>) {
    if words.bytes().all(|byte| PLAIN[usize::from(byte)]) {
        out.extend_from_slice(words.as_bytes());
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
        out.extend_from_slice(&words.as_bytes()[plain..at]);
        out.extend_from_slice(replacement.as_bytes());
        plain = at + letter.len_utf8();
    }
    out.extend_from_slice(&words.as_bytes()[plain..]);
}

impl Value for Px {
    /// At most two decimals, trimmed.
    fn write(self, out: &mut Vec<u8>) {
        let hundredths = self.in_hundredths().unsigned_abs();
        let digit = |number: u64| b'0' + u8::try_from(number % 10).expect("a digit fits");
        // From the last digit to the first; 2^64 has 20 digits, then come the point and the sign.
        let mut digits = [0; 22];
        let mut first = digits.len();
        let mut put = |byte| {
            first -= 1;
            digits[first] = byte;
        };
        if !hundredths.is_multiple_of(10) {
            put(digit(hundredths));
        }
        if !hundredths.is_multiple_of(100) {
            put(digit(hundredths / 10));
            put(b'.');
        }
        let mut whole = hundredths / 100;
        put(digit(whole));
        while whole >= 10 {
            whole /= 10;
            put(digit(whole));
        }
        if self < Self::ZERO {
            put(b'-');
        }
        out.extend_from_slice(&digits[first..]);
    }
}

impl Value for Colour {
    fn write(self, out: &mut Vec<u8>) {
        out.push(b'#');
        for channel in self.channels() {
            for digit in [channel >> 4, channel & 15] {
                out.push(b"0123456789abcdef"[usize::from(digit)]);
            }
        }
    }
}

/// The dashes of a line.
impl Value for (Px, Px) {
    fn write(self, out: &mut Vec<u8>) {
        self.0.write(out);
        out.push(b' ');
        self.1.write(out);
    }
}

/// The `viewBox` of a page.
impl Value for Size {
    fn write(self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"0 0 ");
        self.width.write(out);
        out.push(b' ');
        self.height.write(out);
    }
}

/// The `points` of a polygon.
impl Value for [Point; 3] {
    fn write(self, out: &mut Vec<u8>) {
        for (index, point) in self.iter().enumerate() {
            if index > 0 {
                out.push(b' ');
            }
            pair(*point, b',', out);
        }
    }
}

/// One step of a path.
#[derive(Clone, Copy)]
pub(super) enum Step {
    /// Starts a new subpath at a point.
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
    fn write(self, out: &mut Vec<u8>) {
        match self {
            Self::Move(to) => {
                out.push(b'M');
                pair(to, b' ', out);
            }
            Self::Level(x) => {
                out.push(b'H');
                x.write(out);
            }
            Self::Upright(y) => {
                out.push(b'V');
                y.write(out);
            }
            Self::Quarter { radius, to } => {
                out.push(b'A');
                pair(Point::new(radius, radius), b' ', out);
                out.extend_from_slice(b" 0 0 0 ");
                pair(to, b' ', out);
            }
            Self::Close => out.push(b'Z'),
        }
    }
}

/// Path data.
impl Value for &[Step] {
    fn write(self, out: &mut Vec<u8>) {
        for step in self {
            step.write(out);
        }
    }
}

/// The path data of lines; what ends where the next begins is drawn in one go.
impl Value for &[Segment] {
    fn write(self, out: &mut Vec<u8>) {
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
    fn write(self, out: &mut Vec<u8>) {
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
            out.push(b'C');
            pair(Point::new(middle, before.y), b' ', out);
            out.push(b' ');
            pair(Point::new(middle, point.y), b' ', out);
            out.push(b' ');
            pair(*point, b' ', out);
        }
    }
}

/// Path data of a line that bends as it likes.
impl Value for &Curve {
    fn write(self, out: &mut Vec<u8>) {
        Step::Move(self.start).write(out);
        for step in &self.steps {
            for (at, point) in step.iter().enumerate() {
                out.push(if at == 0 { b'C' } else { b' ' });
                pair(*point, b' ', out);
            }
        }
    }
}

fn pair(point: Point, between: u8, out: &mut Vec<u8>) {
    point.x.write(out);
    out.push(between);
    point.y.write(out);
}

/// The bytes that need no escape, as almost all do.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = b' ';
    while byte <= b'~' {
        plain[byte as usize] = !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
        byte += 1;
    }
    plain
};

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: impl Value) -> String {
        let mut out = Vec::new();
        value.write(&mut out);
        String::from_utf8(out).expect("it is text")
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
            (99, "0.99"),
            (999, "9.99"),
            (9_999, "99.99"),
            (123_456, "1234.56"),
            (1_000_000, "10000"),
            (-987_654_321, "-9876543.21"),
            (i64::MIN, "-92233720368547758.08"),
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
