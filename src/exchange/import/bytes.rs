//! From the bytes of an export to text, whatever program wrote them.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How many bytes are enough to tell a code page by.
const LOOKED_AT: usize = 1 << 20;

/// A text and how it was decoded.
#[derive(Debug)]
pub(super) struct Decoded<'b> {
    pub(super) text: Cow<'b, str>,
    /// The encoding, with a word where it was guessed.
    pub(super) encoding: String,
    /// What looks wrong about it, and what to try.
    pub(super) doubt: Option<String>,
}

/// Decodes bytes. A byte order mark decides; else two-byte text shows by its zero bytes, UTF-8 by being valid, and the
/// rest is some code page, which is guessed from its letters.
pub(super) fn decode<'b>(bytes: &'b [u8], label: Option<&str>) -> Result<Decoded<'b>, String> {
    let (encoding, is_guess) = match label {
        Some(label) => Encoding::for_label(label.as_bytes())
            .map(|encoding| (encoding, false))
            .ok_or_else(|| format!("no encoding `{label}`: write one such as utf-8, utf-16le or windows-1252"))?,
        None => guess(bytes),
    };
    let (text, used, has_errors) = encoding.decode(bytes);
    if has_errors {
        return Err(format!("the file is not {} text: name its encoding with `--encoding`", used.name()));
    }
    // Old Mac programs end lines with only a carriage return.
    let text = if text.contains('\n') || !text.contains('\r') { text } else { text.replace('\r', "\n").into() };
    let doubt = is_guess.then(|| doubt(&text)).flatten();
    let encoding = if is_guess { format!("{} (guessed)", used.name()) } else { used.name().to_owned() };
    Ok(Decoded { text, encoding, doubt })
}

fn guess(bytes: &[u8]) -> (&'static Encoding, bool) {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).take(64).filter(|byte| **byte == 0).count();
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        (encoding, false)
    } else if zeros(1) > zeros(0) {
        (UTF_16LE, false)
    } else if zeros(0) > 0 {
        (UTF_16BE, false)
    } else if std::str::from_utf8(bytes).is_ok() {
        (UTF_8, false)
    } else {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        // What tells a code page may stand far down: the lines that hold it are looked at.
        let mut left = LOOKED_AT;
        for line in bytes.split_inclusive(|byte| *byte == b'\n').filter(|line| !line.is_ascii()) {
            if line.len() > left {
                break;
            }
            left -= line.len();
            detector.feed(line, false);
        }
        detector.feed(&[], true);
        // Signs without letters, as in a price, say nothing about a language: they are taken for those of Windows.
        let (text, has_errors) = WINDOWS_1252.decode_without_bom_handling(bytes);
        if !has_errors && !text.chars().any(|letter| !letter.is_ascii() && letter.is_alphabetic()) {
            return (WINDOWS_1252, true);
        }
        (detector.guess(None, Utf8Detection::Allow), true)
    }
}

/// A word with a mark between its letters that no Latin name has: another code page was meant.
fn doubt(text: &str) -> Option<String> {
    let is_odd = |letter: char| matches!(letter, 'š' | 'Š' | '§' | '‡' | '†' | 'Ÿ' | '¤' | '¢' | '”' | '„' | '‚' | '‰');
    let words = text.split(|letter: char| letter.is_whitespace() || ",;|\"".contains(letter));
    let odd = words.filter(|word| {
        let letters: Vec<char> = word.chars().collect();
        letters.windows(3).any(|three| {
            is_odd(three[1])
                && three[0].is_ascii_alphabetic()
                && three[2].is_ascii_lowercase()
                && !(matches!(three[1], 'š' | 'Š')
                    && word.chars().any(|letter| matches!(letter, 'č' | 'ž' | 'ć' | 'đ')))
        })
    });
    let word = odd.take(1).next()?;
    Some(format!("`{word}`? if its letters are wrong, try `--encoding macintosh` or another"))
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
            (b"Name;K\xe4se \x80".to_vec(), "windows-1252 (guessed)"),
        ] {
            let decoded = decode(&bytes, None).expect(name);
            assert_eq!((decoded.text.as_ref(), decoded.encoding.as_str()), (text, name), "{bytes:?}");
        }
        let decoded = decode(b"K\x8ase", Some("macintosh")).expect("it is an encoding");
        assert_eq!(decoded.text, "Käse");
        assert!(decode(b"x", Some("klingon")).is_err());
    }

    #[test]
    fn code_pages_of_the_world_are_guessed_and_said_to_be() {
        for (encoding, text) in [
            (
                encoding_rs::WINDOWS_1250,
                "Jméno;Funkce;Nadřízený\nJiří Novák;Ředitel;\nŽofie Šťastná;Účetní;Jiří Novák\n",
            ),
            (
                encoding_rs::WINDOWS_1251,
                "Имя;Должность;Руководитель\nАнна Иванова;Директор;\nПётр Орлов;Инженер;Анна Иванова\n",
            ),
            (encoding_rs::SHIFT_JIS, "氏名;役職;上司\n佐藤 花子;社長;\n鈴木 一郎;部長;佐藤 花子\n"),
        ] {
            let (bytes, _, _) = encoding.encode(text);
            let decoded = decode(&bytes, None).expect(text);
            assert_eq!((decoded.text.as_ref(), decoded.encoding), (text, format!("{} (guessed)", encoding.name())));
        }
        assert_eq!(decode(b"Pay (\xa3)\n", None).expect("a price").text, "Pay (£)\n");
        let mac = decode(b"Name;Chef\nJ\x9arg B\x9ahm;\n", None).expect("any bytes are some page");
        assert!(mac.doubt.expect("two letters are wrong").contains("--encoding macintosh"));
    }
}
