//! Which characters an id may hold, as a class of a regular expression that every dialect reads alike.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

/// Where the characters stand that an id can't hold. Elsewhere they are few and seldom typed; beyond the first
/// 65,536 there are dialects that read one character as two.
const BLOCKS: [RangeInclusive<char>; 9] = [
    // ASCII and the signs of Western Europe.
    '\0'..='\u{ff}',
    // Punctuation, what is invisible, what turns the direction of writing.
    '\u{2000}'..='\u{206f}',
    // Currencies.
    '\u{20a0}'..='\u{20cf}',
    // Arrows, signs of mathematics and of technology.
    '\u{2190}'..='\u{245f}',
    // Lines, shapes and pictures.
    '\u{2500}'..='\u{2bff}',
    // The punctuation of East Asia.
    '\u{3000}'..='\u{303f}',
    // For private use.
    '\u{e000}'..='\u{f8ff}',
    // Punctuation for upright writing, and small forms.
    '\u{fe10}'..='\u{fe6f}',
    // Wide forms, the mark of byte order, and what is no character.
    '\u{feff}'..='\u{ffff}',
];

/// A class of all characters but those of `BLOCKS` that are refused. It says what is out, not what is in: names of
/// classes such as `\p{L}` are unknown to some dialects, and their letters number thousands of ranges.
pub(super) fn all_but(allowed: fn(char) -> bool) -> String {
    let mut class = String::from("[^");
    for block in BLOCKS {
        let mut refused: Option<(char, char)> = None;
        for c in block {
            match &mut refused {
                _ if allowed(c) => write_range(&mut class, refused.take()),
                Some((_, last)) => *last = c,
                None => refused = Some((c, c)),
            }
        }
        write_range(&mut class, refused);
    }
    class + "]"
}

fn write_range(class: &mut String, range: Option<(char, char)>) {
    let Some((first, last)) = range else { return };
    write_one(class, first);
    if first != last {
        class.push('-');
        write_one(class, last);
    }
}

/// Writes one character so that it stands for itself in a class.
fn write_one(class: &mut String, c: char) {
    match c {
        '\0'..='\x1f' | '\x7f' => write!(class, "\\x{:02x}", u32::from(c)).expect("a string takes all"),
        '\\' | '[' | ']' | '^' | '-' => class.extend(['\\', c]),
        _ => class.push(c),
    }
}
