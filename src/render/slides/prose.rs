//! Phrases as the words of a slide: entries by their names, what is written in files as code.

use super::measure::Emu;
use super::palette::Palette;
use crate::layout::{Face, Px, TextRole};
use crate::phrase::{Entry, Part, Phrase, Prose, Tone};
use crate::render::Theme;
use crate::render::xml::Xml;
use crate::text::printable_line;

/// Units to a hundredth of a point.
const UNITS: Emu = 127;
/// The font of what is written in files.
const CODE_FONT: &str = "Courier New";
/// The indent of a list, and of each level of it.
const INDENT: Emu = 228_600;

/// What words of slides are written with.
#[derive(Clone, Copy)]
pub(super) struct Ink<'s> {
    pub(super) theme: &'s Theme,
    pub(super) palette: &'s Palette,
    pub(super) language: Option<&'s str>,
}

/// Words of one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    text: String,
    is_bold: bool,
    is_code: bool,
    tone: Tone,
}

/// The runs of a phrase in one tone.
pub(super) fn runs_of(phrase: &Phrase, tone: Tone) -> Vec<Run> {
    let run = |text: &str, is_bold, is_code| Run { text: printable_line(text).into_owned(), is_bold, is_code, tone };
    let is_strong = matches!(tone, Tone::Strong | Tone::Bad);
    phrase
        .parts()
        .map(|part| match part {
            Part::Words(text) | Part::Text(text) | Part::Day(text) => run(text, is_strong, false),
            Part::Quoted(text) => run(&format!("“{text}”"), is_strong, false),
            Part::Code(text) => run(text, is_strong, true),
            Part::Entry(Entry { id, name, .. }) => run(name, name != id || is_strong, false),
            Part::Figure(figure) => run(&figure.to_string(), is_strong, false),
            Part::Arrow => run(" → ", is_strong, false),
        })
        .filter(|run| !run.text.is_empty())
        .collect()
}

/// The runs of prose.
pub(super) fn runs(prose: &Prose) -> Vec<Run> {
    prose.0.iter().flat_map(|(phrase, tone)| runs_of(phrase, *tone)).collect()
}

/// What comes before a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bullet {
    None,
    Sign(char),
    Number(usize),
}

/// A paragraph.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    /// The size of the letters, in hundredths of a point.
    pub(super) size: i64,
    /// How deep in a list.
    pub(super) level: i64,
    pub(super) bullet: Bullet,
    /// Room before it, in hundredths of a point.
    pub(super) before: i64,
}

impl Line {
    /// How high it is in a column of this width.
    pub(super) fn height(&self, width: Emu) -> Emu {
        let inner = width - self.margin();
        count(&self.runs, self.size, inner) * spacing(self.size) * UNITS + self.before * UNITS
    }

    fn margin(&self) -> Emu {
        if self.bullet == Bullet::None { self.level * INDENT } else { (self.level + 1) * INDENT }
    }

    pub(super) fn write(&self, xml: &mut Xml, ink: Ink<'_>, is_right: bool) {
        xml.open("a:p").open("a:pPr");
        let hang = if self.bullet == Bullet::None { 0 } else { -INDENT };
        xml.attribute("marL", self.margin())
            .attribute("indent", hang)
            .attribute("algn", if is_right { "r" } else { "l" });
        xml.open("a:lnSpc").open("a:spcPts").attribute("val", spacing(self.size)).close().close();
        xml.open("a:spcBef").open("a:spcPts").attribute("val", self.before).close().close();
        match self.bullet {
            Bullet::None => xml.open("a:buNone").close(),
            Bullet::Sign(sign) => xml.open("a:buChar").attribute("char", sign.to_string().as_str()).close(),
            Bullet::Number(number) => {
                let number = i64::try_from(number).unwrap_or(i64::MAX).clamp(1, 32_767);
                xml.open("a:buAutoNum").attribute("type", "arabicPeriod").attribute("startAt", number).close()
            }
        };
        xml.close();
        for run in &self.runs {
            run.write(xml, self.size, ink);
        }
        if self.runs.is_empty() {
            // Otherwise it is as high as the default letters.
            xml.open("a:endParaRPr").attribute("sz", self.size).close();
        }
        xml.close();
    }
}

impl Run {
    fn write(&self, xml: &mut Xml, size: i64, ink: Ink<'_>) {
        xml.open("a:r").open("a:rPr");
        if let Some(language) = ink.language {
            xml.attribute("lang", language);
        }
        xml.attribute("sz", size).attribute("b", i64::from(self.is_bold));
        let role = match self.tone {
            Tone::Plain => TextRole::Holder,
            Tone::Strong | Tone::Good => TextRole::SeatTitle,
            Tone::Quiet => TextRole::Footer,
            Tone::Warning | Tone::Bad => TextRole::Contested,
        };
        ink.palette.fill(xml, ink.theme.ink(role, None));
        let font = if self.is_code { CODE_FONT } else { "+mn-lt" };
        xml.open("a:latin").attribute("typeface", font).close();
        xml.close();
        xml.open("a:t").words(&self.text).close();
        xml.close();
    }

    fn face(&self) -> Face {
        if self.is_bold { Face::SemiBold } else { Face::Regular }
    }
}

/// From one line to the next, in hundredths of a point.
fn spacing(size: i64) -> i64 {
    size * 6 / 5
}

/// The width of words in units of the slide. Courier is wider than what is measured here.
fn wide(text: &str, run: &Run, size: i64) -> Emu {
    let width = run.face().width(text, Px::hundredths(size)).in_hundredths() * UNITS;
    if run.is_code { width * 6 / 5 } else { width }
}

/// How wide the words are on one line.
pub(super) fn width(runs: &[Run], size: i64) -> Emu {
    runs.iter().map(|run| wide(&run.text, run, size)).sum()
}

/// How wide the widest word is.
pub(super) fn widest(runs: &[Run], size: i64) -> Emu {
    runs.iter().flat_map(|run| run.text.split(' ').map(move |word| wide(word, run, size))).max().unwrap_or(0)
}

/// How many lines the words take.
pub(super) fn count(runs: &[Run], size: i64, room: Emu) -> i64 {
    let room = room.max(1);
    let (mut lines, mut pen) = (1, 0);
    for run in runs {
        for word in run.text.split_inclusive(' ') {
            let ink = wide(word.trim_end(), run, size);
            if pen > 0 && pen + ink > room {
                lines += 1;
                pen = 0;
            }
            // A word that is wider than a line continues on the next.
            lines += (ink - 1).max(0) / room;
            pen = if ink > room { ink % room } else { pen } + wide(word, run, size).min(room);
        }
    }
    lines
}
