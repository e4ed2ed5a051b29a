//! From the bytes of a spreadsheet's export to text, whatever program wrote them.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// What may stand between cells; where a header says nothing, the first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The text, and the name of the encoding that it was in.
///
/// A byte order mark decides; else two-byte text shows by its zero bytes, UTF-8 by being valid, and the rest is what
/// Windows writes.
pub(super) fn decode(bytes: &[u8], label: Option<&str>) -> Result<(String, &'static str), String> {
    let encoding = match label {
        Some(label) => Encoding::for_label(label.as_bytes())
            .ok_or_else(|| format!("no encoding `{label}`: write one such as utf-8, utf-16le or windows-1252"))?,
        None => guess(bytes),
    };
    let (text, used, has_errors) = encoding.decode(bytes);
    if has_errors {
        return Err(format!("the file is not {} text: name its encoding with `--encoding`", used.name()));
    }
    let text = text.into_owned();
    // Old programs for the Mac end lines by a carriage return alone.
    let text = if text.contains('\n') { text } else { text.replace('\r', "\n") };
    Ok((text, used.name()))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).take(64).filter(|byte| **byte == 0).count();
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        encoding
    } else if zeros(1) > zeros(0) {
        UTF_16LE
    } else if zeros(0) > 0 {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

/// The text without the line in which Excel notes the delimiter, and the delimiter: the one that cuts the header into
/// most cells.
pub(super) fn delimiter(text: &str) -> (&str, u8) {
    let first = text.lines().next().unwrap_or_default();
    if let Some([delimiter, rest @ ..]) = first.strip_prefix("sep=").map(str::as_bytes)
        && rest.trim_ascii().is_empty()
    {
        return (text[first.len()..].trim_start_matches(['\r', '\n']), *delimiter);
    }
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let outside_quotes = |delimiter: u8| {
        let mut is_quoted = false;
        header
            .bytes()
            .filter(|byte| {
                is_quoted ^= *byte == b'"';
                !is_quoted && *byte == delimiter
            })
            .count()
    };
    let mut best = DELIMITERS[0];
    for delimiter in DELIMITERS {
        if outside_quotes(delimiter) > outside_quotes(best) {
            best = delimiter;
        }
    }
    (text, best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_encoding_is_recognised() {
        let utf_16 = |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let text = "Name;Käse €";
        for (bytes, name) in [
            (text.as_bytes().to_vec(), "UTF-8"),
            (["\u{feff}".as_bytes(), text.as_bytes()].concat(), "UTF-8"),
            (utf_16(&format!("\u{feff}{text}"), u16::to_le_bytes), "UTF-16LE"),
            (utf_16(&format!("\u{feff}{text}"), u16::to_be_bytes), "UTF-16BE"),
            (utf_16(text, u16::to_le_bytes), "UTF-16LE"),
            (utf_16(text, u16::to_be_bytes), "UTF-16BE"),
            (b"Name;K\xe4se \x80".to_vec(), "windows-1252"),
        ] {
            assert_eq!(decode(&bytes, None), Ok((text.to_owned(), name)), "{bytes:?}");
        }
        assert_eq!(decode(b"K\x8ase", Some("macintosh")).map(|(text, _)| text), Ok("Käse".to_owned()));
        assert!(decode(b"x", Some("klingon")).is_err());
    }

    #[test]
    fn the_header_tells_the_delimiter() {
        assert_eq!(delimiter("a,b;c,d\n").1, b',');
        assert_eq!(delimiter("\"a,b,c\";d\n").1, b';');
        assert_eq!(delimiter("a\tb, c\td\n").1, b'\t');
        assert_eq!(delimiter("sep=|\r\na|b\n"), ("a|b\n", b'|'));
        assert_eq!(delimiter("sep=\t\r\na;\tb\n"), ("a;\tb\n", b'\t'));
        assert_eq!(delimiter("name\n").1, b',');
    }
}
