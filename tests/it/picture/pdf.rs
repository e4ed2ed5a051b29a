//! PDF pages: what a reader who selects and searches finds on them.

use std::collections::BTreeMap;
use std::io::Read;

use rightseat::layout::{Px, Scene, draw_tidy};
use rightseat::render::{Drawing, Fonts, Theme, pdf, svg};

use super::orgs::{card, picture};

/// A PDF of ours: its objects by number.
struct Pdf<'p>(BTreeMap<usize, &'p [u8]>);

impl<'p> Pdf<'p> {
    fn new(bytes: &'p [u8]) -> Self {
        let mut objects = BTreeMap::new();
        let mut rest = bytes;
        while let Some(start) = find(rest, b" 0 obj\n") {
            let digits = rest[..start].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
            let number = std::str::from_utf8(&rest[start - digits..start]).expect("digits").parse().expect("a number");
            rest = &rest[start + 7..];
            objects.insert(number, &rest[..find(rest, b"endobj").expect("an object ends")]);
        }
        Self(objects)
    }

    /// The number that follows `key` in an object, and what comes after it.
    fn reference(object: &[u8], key: &str) -> Option<usize> {
        let at = find(object, key.as_bytes())? + key.len();
        let digits: String =
            object[at..].iter().map(|byte| char::from(*byte)).take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    }

    fn stream(&self, number: usize) -> Vec<u8> {
        let object = self.0[&number];
        let start = find(object, b"stream\n").expect("a stream begins") + 7;
        let end = find(object, b"\nendstream").expect("a stream ends");
        let mut inflated = Vec::new();
        flate2::read::ZlibDecoder::new(&object[start..end]).read_to_end(&mut inflated).expect("it is compressed");
        inflated
    }

    /// The texts of each page in the order in which they are set.
    fn pages(&self) -> Vec<Vec<String>> {
        let pages = self.0.values().filter(|object| find(object, b"/Type/Page/").is_some());
        pages
            .map(|page| {
                let resources = self.0[&Self::reference(page, "/Resources ").expect("a page has resources")];
                let mut letters = BTreeMap::new();
                for font in 0.. {
                    let Some(object) = Self::reference(resources, &format!("/f{font} ")) else { break };
                    let names = Self::reference(self.0[&object], "/ToUnicode ").expect("glyphs have letters");
                    letters.insert(format!("f{font}"), self.letters(names));
                }
                texts(&self.stream(Self::reference(page, "/Contents ").expect("a page has contents")), &letters)
            })
            .collect()
    }

    /// The letters that the glyphs of a font stand for.
    fn letters(&self, names: usize) -> BTreeMap<u16, String> {
        let names = String::from_utf8(self.stream(names)).expect("it is text");
        let number = |hex: &str| u16::from_str_radix(hex, 16).expect("it is a number");
        let pairs = names.lines().filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"));
        let pairs = pairs.filter(|(glyph, _)| glyph.len() == 4);
        pairs
            .map(|(glyph, letters)| {
                let units: Vec<u16> = (0..letters.len() / 4).map(|at| number(&letters[at * 4..][..4])).collect();
                (number(glyph), String::from_utf16_lossy(&units))
            })
            .collect()
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// The texts of a page's contents: from font to font, strings of glyphs of two bytes.
fn texts(contents: &[u8], fonts: &BTreeMap<String, BTreeMap<u16, String>>) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = contents;
    while let Some(start) = find(rest, b"BT ") {
        let end = start + find(&rest[start..], b"\nET").expect("a text ends");
        let text = &rest[start..end];
        rest = &rest[end..];
        let name = find(text, b"/f").map(|at| &text[at + 1..]).expect("a text has a font");
        let name: String = name.iter().map(|byte| char::from(*byte)).take_while(char::is_ascii_alphanumeric).collect();
        let glyphs = glyphs(text);
        texts.push(glyphs.iter().map(|glyph| fonts[&name].get(glyph).map_or("?", String::as_str)).collect());
    }
    texts
}

/// The glyphs of all strings of a text.
fn glyphs(text: &[u8]) -> Vec<u16> {
    let mut bytes = Vec::new();
    let mut letters = text.iter().copied();
    let mut is_inside = false;
    while let Some(byte) = letters.next() {
        match byte {
            b'(' if !is_inside => is_inside = true,
            b')' => is_inside = false,
            b'\\' if is_inside => match letters.next().expect("an escape is whole") {
                b'n' => bytes.push(b'\n'),
                b'r' => bytes.push(b'\r'),
                b't' => bytes.push(b'\t'),
                b'b' => bytes.push(8),
                b'f' => bytes.push(12),
                digit @ b'0'..=b'7' => {
                    let octal = [digit, letters.next().expect("three digits"), letters.next().expect("three digits")];
                    bytes.push(octal.iter().fold(0, |sum, digit| sum * 8 + (digit - b'0')));
                }
                byte => bytes.push(byte),
            },
            byte if is_inside => bytes.push(byte),
            _ => {}
        }
    }
    bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect()
}

fn page(title: &str) -> Scene {
    let mut seat = card("ceo", None);
    title.clone_into(&mut seat.title);
    seat.responsibilities = vec!["Annual recurring revenue (ARR) \\ AV To".to_owned()];
    draw_tidy(&picture(vec![seat]))
}

fn drawn(scenes: &[Scene]) -> Vec<u8> {
    let fonts = Fonts::embedded();
    let drawings: Vec<Drawing> =
        scenes.iter().map(|scene| Drawing::new(&svg(scene, &Theme::light()), &fonts).expect("it is small")).collect();
    pdf(&drawings, "Acme", &fonts).expect("its fonts can be embedded")
}

#[test]
fn words_are_found_as_they_are_written() {
    let bytes = drawn(&[page("Größe, Ωμέγα")]);
    let pages = Pdf::new(&bytes).pages();
    let words = ["Größe, Ωμέγα", "Ana Ruiz", "• ", "Annual recurring ", "revenue (ARR) \\ AV To"];
    assert_eq!(pages, [words.map(ToOwned::to_owned)]);
}

#[test]
fn scenes_are_pages_in_order_and_share_their_fonts() {
    let bytes = drawn(&[page("First"), page("Second"), page("Third")]);
    let pdf = Pdf::new(&bytes);
    let titles: Vec<String> = pdf.pages().into_iter().map(|mut page| page.remove(0)).collect();
    assert_eq!(titles, ["First", "Second", "Third"]);
    let fonts = pdf.0.values().filter(|object| find(object, b"/Subtype/CIDFontType2").is_some()).count();
    assert_eq!(fonts, 2, "one a face for all pages");
}

#[test]
fn a_page_has_the_picture_s_size_in_points_up_to_what_readers_open() {
    let size = |scene: &Scene| {
        let bytes = drawn(std::slice::from_ref(scene));
        let at = find(&bytes, b"/MediaBox[0 0 ").expect("a page has a size") + 14;
        let text: String = bytes[at..].iter().map(|byte| char::from(*byte)).take_while(|c| *c != ']').collect();
        text.split(' ').map(|side| side.parse::<f64>().expect("a number")).collect::<Vec<_>>()
    };
    let mut scene = page("A");
    scene.size.width = Px::whole(1600);
    scene.size.height = Px::whole(900);
    assert_eq!(size(&scene), [1200.0, 675.0]);
    scene.size.width = Px::whole(40_000);
    assert_eq!(size(&scene), [14_400.0, 324.0]);
}
