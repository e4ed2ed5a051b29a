//! The forms in which one text is the same as another: case and spaces aside, words in any order, numbers as numbers,
//! accents left out.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::text::{bare, is_unseen};

use super::names::last_remark;

/// Case, spaces, Unicode forms and unseen letters aside.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !byte.is_ascii_uppercase());
    if is_plain {
        return Cow::Borrowed(text);
    }
    if text.is_ascii() {
        let mut plain = String::with_capacity(text.len());
        for word in text.split_ascii_whitespace() {
            if !plain.is_empty() {
                plain.push(' ');
            }
            plain.push_str(word);
        }
        plain.make_ascii_lowercase();
        return Cow::Owned(plain);
    }
    let lower: String = text.nfc().filter(|letter| !is_unseen(*letter)).flat_map(char::to_lowercase).collect();
    Cow::Owned(lower.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The words of a name in the order of the alphabet, without commas, and without initials where two words are left.
pub(super) fn ordered(name: &str) -> String {
    let plain = plain(name);
    in_order(&plain)
}

fn in_order(plain: &str) -> String {
    let mut words: Vec<&str> = plain.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let is_initial = |word: &&str| {
        let mut letters = word.trim_end_matches('.').chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    };
    if words.iter().filter(|word| !is_initial(word)).count() > 1 {
        words.retain(|word| !is_initial(word));
    }
    words.sort_unstable();
    words.join(" ")
}

/// A number without what programs add to it or take from it: `101.0` and `00101` are 101.
pub(super) fn number(text: &str) -> Option<&str> {
    let whole = match text.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => whole,
        Some(_) => return None,
        None => text,
    };
    let is_number = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    let digits = whole.trim_start_matches('0');
    is_number.then_some(if digits.is_empty() { "0" } else { digits })
}

/// A name's words in order without accents: in one form `ö` is o, in the other oe.
pub(super) fn folded(name: &str) -> [String; 2] {
    let plain = plain(name);
    let short = in_order(&bare(&plain));
    let mut long = String::with_capacity(plain.len());
    for letter in plain.nfc() {
        match letter {
            'ä' => long.push_str("ae"),
            'ö' | 'ø' => long.push_str("oe"),
            'ü' => long.push_str("ue"),
            'å' => long.push_str("aa"),
            letter => long.push(letter),
        }
    }
    let long = in_order(&bare(&long));
    [short, long]
}

/// The name in what directories call a person: `CN=Larsen\\, Kim,OU=Light,DC=lamps` is `Larsen, Kim`.
pub(super) fn common_name(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("cn=")) {
        return text;
    }
    let mut name = String::new();
    let mut letters = text[3..].chars();
    while let Some(letter) = letters.next() {
        match letter {
            ',' => break,
            '\\' => name.extend(letters.next()),
            letter => name.push(letter),
        }
    }
    Cow::Owned(name)
}

/// What else a cell may mean: a number or an address in it, then the text without its remark.
pub(super) fn parts(text: &str) -> Vec<&str> {
    let mut numbers = Vec::new();
    let mut texts = Vec::new();
    let mut rest = text;
    while let Some((before, inner)) = last_remark(rest) {
        numbers.push(inner);
        rest = before;
    }
    if let Some((before, inner)) = rest.split_once('<') {
        numbers.push(inner.trim_end_matches('>').trim());
        rest = before.trim();
    }
    if rest != text {
        texts.push(rest);
    }
    let dashed = [" - ", " – ", " — ", " | ", ": ", "/"];
    for dash in dashed {
        if let Some((one, other)) = rest.split_once(dash) {
            texts.extend([one.trim(), other.trim()]);
        }
    }
    // `1042 Ana Ruiz` and `Ana Ruiz 1042`.
    let has_digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    if rest.contains(' ') && !rest.contains(" - ") {
        if let Some((first, others)) = rest.split_once(' ').filter(|(first, _)| has_digit(first)) {
            numbers.push(first);
            texts.push(others.trim());
        }
        if let Some((others, last)) = rest.rsplit_once(' ').filter(|(_, last)| has_digit(last)) {
            numbers.push(last);
            texts.push(others.trim());
        }
    }
    let (coded, others): (Vec<_>, Vec<_>) = texts.into_iter().partition(|text| has_digit(text) || text.contains('@'));
    numbers.into_iter().chain(coded).chain(others).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_meet_where_they_should() {
        assert_eq!(plain(" Ana  RUIZ\u{200b}"), "ana ruiz");
        assert_eq!(plain("Cafe\u{301}"), "café");
        assert_eq!(ordered("Ruiz, Ana"), ordered("ana  RUIZ"));
        assert_eq!(ordered("Larsen, Kim B."), ordered("Kim Larsen"));
        assert_eq!(ordered("J. K."), "j. k.");
        assert_ne!(ordered("Ana Ruiz"), ordered("Ana Ruiz Gil"));
        assert_eq!(
            [number("101.0"), number("00101"), number("0"), number("1.5"), number("A1")],
            [Some("101"), Some("101"), Some("0"), None, None]
        );
        assert!(folded("Joerg Boehm").iter().any(|form| folded("Jörg Böhm").contains(form)));
        assert!(folded("Käthe Gross").iter().any(|form| folded("Käthe Groß").contains(form)));
        assert!(folded("Soren Moller").iter().any(|form| folded("Søren Møller").contains(form)));
        assert!(folded("Jose Pena").iter().any(|form| folded("José Peña").contains(form)));
    }

    #[test]
    fn cells_are_looked_at_in_parts() {
        assert_eq!(parts("Ana Ruiz (1042)"), ["1042", "Ana Ruiz"]);
        assert_eq!(parts("Ana Ruiz - 1042"), ["1042", "Ana Ruiz"]);
        assert_eq!(parts("1042 Ana Ruiz"), ["1042", "Ana Ruiz"]);
        assert_eq!(parts("Ana Ruiz <ana@x.example>"), ["ana@x.example", "Ana Ruiz"]);
        assert_eq!(parts("Ana Ruiz"), Vec::<&str>::new());
        for (text, name) in [
            ("CN=Ana Ruiz,OU=Lead,DC=x", "Ana Ruiz"),
            (r"cn=Larsen\, Kim,OU=Light,DC=x", "Larsen, Kim"),
            ("CN=Ana", "Ana"),
            ("CNC", "CNC"),
        ] {
            assert_eq!(common_name(text.into()), name);
        }
    }
}
