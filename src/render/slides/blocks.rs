//! A page of blocks as slides: each section begins one, sentences, lists and tables flow over as many as they need, and a
//! picture is a slide of its own, after the one that mentions it.

use std::ops::Range;

use super::measure::{Emu, Frame, SlideSize};
use super::parts::{colours_of_master, root, tree};
use super::prose::{Bullet, Ink, Line, runs, runs_of};
use super::table::Measured;
use crate::layout::{RectRole, Scene, TextRole};
use crate::phrase::{Block, Item, Mark, Page, Prose, Table, Tone, View, ours, say};
use crate::render::xml::Xml;

/// The room around everything; where titles stand, and where the body begins.
const MARGIN: Emu = 457_200;
const TITLE: Frame = Frame { x: MARGIN, y: 320_040, width: 0, height: 480_060 };
const BODY_TOP: Emu = 990_600;
/// The same on the first slide.
const COVER: Frame = Frame { x: MARGIN * 2, y: 1_828_800, width: 0, height: 1_371_600 };
const COVER_TOP: Emu = 3_429_000;
/// Between words and a table.
const BETWEEN: Emu = 114_300;
/// The sizes of letters in hundredths of a point.
const COVER_SIZE: i64 = 2800;
const TITLE_SIZE: i64 = 2400;
const SUBHEADING: i64 = 1800;
const BODY: i64 = 1600;
const BELOW: i64 = 1400;

/// One slide of a deck.
pub(super) enum Slide<'s> {
    Words(Xml),
    /// A scene, and the section that it is in.
    Picture(&'s Scene, String),
}

/// The slides of a page; `scenes` are the available pictures for each view.
pub(super) fn slides<'s>(
    page: &Page,
    scenes: &'s [(View, Vec<Scene>)],
    size: SlideSize,
    ink: Ink<'_>,
) -> Vec<Slide<'s>> {
    let mut flow = Flow { ink, size, slides: Vec::new(), draft: Draft::default(), waiting: Vec::new() };
    for block in &page.blocks {
        match block {
            Block::Title(text) => flow.begin(text.plain(), true),
            Block::Heading { text, .. } => flow.begin(text.plain(), false),
            Block::Subheading(text) => flow.subheading(Line {
                runs: runs_of(text, Tone::Strong),
                size: SUBHEADING,
                level: 0,
                bullet: Bullet::None,
                before: SUBHEADING / 2,
            }),
            Block::Paragraph(prose) => flow.line(plain(prose)),
            Block::Item(item) => flow.item(item),
            Block::Table(table) => flow.table(table),
            Block::Code(lines) => {
                for line in lines {
                    flow.line(plain(&say![ours(line.margin()), &line.text].into()));
                }
            }
            Block::Picture(picture) => {
                let drawn = scenes.iter().find(|(view, _)| *view == picture.view).map(|(_, scenes)| scenes.as_slice());
                match drawn {
                    Some(drawn) if !drawn.is_empty() => {
                        flow.waiting.extend(drawn);
                        flow.draft.is_shown = true;
                    }
                    _ => {
                        let words = Prose::from(picture.caption.clone()).then(Tone::Plain, ": ");
                        flow.line(plain(&words.and(Prose::toned(Tone::Quiet, picture.command.clone()))));
                    }
                }
            }
        }
    }
    flow.close();
    flow.slides
}

fn plain(prose: &Prose) -> Line {
    Line { runs: runs(prose), size: BODY, level: 0, bullet: Bullet::None, before: BODY / 3 }
}

/// A slide of words in the making.
#[derive(Default)]
struct Draft {
    title: String,
    is_cover: bool,
    /// Which slide of its section it is.
    number: usize,
    shapes: Vec<Shape>,
    /// Where the next shape begins.
    pen: Emu,
    /// Whether the section is on an earlier slide, or on a picture after it.
    is_shown: bool,
}

enum Shape {
    Words(Frame, Vec<Line>),
    Table(Frame, std::rc::Rc<Measured>, Range<usize>),
}

struct Flow<'s, 'i> {
    ink: Ink<'i>,
    size: SlideSize,
    slides: Vec<Slide<'s>>,
    draft: Draft,
    /// Pictures that are shown behind the slide that is being filled.
    waiting: Vec<&'s Scene>,
}

impl Flow<'_, '_> {
    fn begin(&mut self, title: String, is_cover: bool) {
        self.close();
        let pen = if is_cover { COVER_TOP } else { BODY_TOP };
        self.draft = Draft { title, is_cover, number: 1, shapes: Vec::new(), pen, is_shown: false };
    }

    /// Ends the slide. One whose section is nothing but pictures has no words to show.
    fn close(&mut self) {
        let draft = std::mem::take(&mut self.draft);
        if !draft.shapes.is_empty() || (!draft.title.is_empty() && !draft.is_shown) {
            self.slides.push(Slide::Words(written(&draft, self.size, self.ink)));
        }
        self.slides.extend(self.waiting.drain(..).map(|scene| Slide::Picture(scene, draft.title.clone())));
        self.draft = Draft { is_cover: false, shapes: Vec::new(), pen: BODY_TOP, is_shown: true, ..draft };
    }

    /// Goes on with the same section on the next slide.
    fn turn(&mut self) {
        self.close();
        self.draft.number += 1;
    }

    fn width(&self) -> Emu {
        self.size.width - 2 * if self.draft.is_cover { COVER.x } else { MARGIN }
    }

    fn room(&self) -> Emu {
        self.size.height - MARGIN - self.draft.pen
    }

    /// Makes room, on the next slide where this one has none; one that is empty has to do.
    fn make_room(&mut self, height: Emu) {
        if height > self.room() && !self.draft.shapes.is_empty() {
            self.turn();
        }
    }

    fn line(&mut self, line: Line) {
        let height = line.height(self.width());
        self.make_room(height);
        let width = self.width();
        if !matches!(self.draft.shapes.last(), Some(Shape::Words(..))) {
            if !self.draft.shapes.is_empty() {
                self.draft.pen += BETWEEN;
            }
            let x = (self.size.width - width) / 2;
            self.draft.shapes.push(Shape::Words(Frame { x, y: self.draft.pen, width, height: 0 }, Vec::new()));
        }
        if let Some(Shape::Words(frame, lines)) = self.draft.shapes.last_mut() {
            frame.height += height;
            lines.push(line);
        }
        self.draft.pen += height;
    }

    /// No subheading stands alone at the foot of a slide.
    fn subheading(&mut self, line: Line) {
        self.make_room(line.height(self.width()) + 3 * BODY * 127);
        self.line(line);
    }

    fn item(&mut self, item: &Item) {
        let bullet = match item.mark {
            Mark::Dash => Bullet::Sign('•'),
            Mark::Number(number) => Bullet::Number(number),
            Mark::Change('-') => Bullet::Sign('−'),
            Mark::Change(sign) => Bullet::Sign(sign),
        };
        let first = Line { runs: runs(&item.prose), size: BODY, level: 0, bullet, before: BODY / 3 };
        let below = item.below.iter().map(|prose| Line {
            runs: runs(prose),
            size: BELOW,
            level: 1,
            bullet: Bullet::Sign('•'),
            before: BELOW / 6,
        });
        let lines: Vec<Line> = std::iter::once(first).chain(below).collect();
        // A point and what belongs to it stay together where they can.
        let all: Emu = lines.iter().map(|line| line.height(self.width())).sum();
        self.make_room(all);
        for line in lines {
            self.line(line);
        }
    }

    fn table(&mut self, table: &Table) {
        let measured = std::rc::Rc::new(Measured::new(table, self.size.width - 2 * MARGIN));
        let mut next = 0;
        while next < measured.len() {
            let head = measured.head_height();
            self.make_room(BETWEEN + head + measured.row_height(next));
            if !self.draft.shapes.is_empty() {
                self.draft.pen += BETWEEN;
            }
            let (start, top) = (next, self.draft.pen);
            let mut height = head;
            while next < measured.len() && (next == start || height + measured.row_height(next) <= self.room()) {
                height += measured.row_height(next);
                next += 1;
            }
            let frame = Frame { x: MARGIN, y: top, width: 0, height };
            self.draft.shapes.push(Shape::Table(frame, std::rc::Rc::clone(&measured), start..next));
            self.draft.pen += height;
        }
    }
}

/// The slide of a draft.
fn written(draft: &Draft, size: SlideSize, ink: Ink<'_>) -> Xml {
    let mut xml = root("p:sld");
    xml.open("p:cSld").attribute("name", draft.title.as_str());
    tree(&mut xml);
    title(&mut xml, draft, size, ink);
    bar(&mut xml, draft, size, ink);
    for (id, shape) in (4..).zip(&draft.shapes) {
        match shape {
            Shape::Words(frame, lines) => {
                open_words(&mut xml, id, "Text", *frame, false);
                xml.open("a:lstStyle").close();
                for line in lines {
                    line.write(&mut xml, ink, false);
                }
                xml.close().close();
            }
            Shape::Table(frame, table, rows) => table.write(&mut xml, id, *frame, rows.clone(), ink),
        }
    }
    xml.close().close();
    colours_of_master(&mut xml);
    xml.close_block();
    xml
}

/// The beginning of a shape with words, up to the room that they have.
fn open_words(xml: &mut Xml, id: i64, name: &str, frame: Frame, is_title: bool) {
    xml.open("p:sp").open("p:nvSpPr");
    xml.open("p:cNvPr").attribute("id", id).attribute("name", name).close();
    xml.open("p:cNvSpPr").close();
    xml.open("p:nvPr");
    if is_title {
        xml.open("p:ph").attribute("type", "title").close();
    }
    xml.close().close();
    xml.open("p:spPr").open("a:xfrm");
    xml.open("a:off").attribute("x", frame.x).attribute("y", frame.y).close();
    xml.open("a:ext").attribute("cx", frame.width).attribute("cy", frame.height).close();
    xml.close();
    xml.open("a:prstGeom").attribute("prst", "rect").open("a:avLst").close().close();
    xml.open("a:noFill").close().close();
    xml.open("p:txBody").open("a:bodyPr").attribute("wrap", "square");
    for side in ["lIns", "tIns", "rIns", "bIns"] {
        xml.attribute(side, 0);
    }
    xml.attribute("anchor", if is_title { "b" } else { "t" });
    xml.open("a:noAutofit").close().close();
}

fn title(xml: &mut Xml, draft: &Draft, size: SlideSize, ink: Ink<'_>) {
    let (frame, letters) = if draft.is_cover { (COVER, COVER_SIZE) } else { (TITLE, TITLE_SIZE) };
    open_words(xml, 2, "Title", Frame { width: size.width - 2 * frame.x, ..frame }, true);
    xml.open("a:lstStyle").close();
    xml.open("a:p").open("a:r").open("a:rPr");
    if let Some(language) = ink.language {
        xml.attribute("lang", language);
    }
    xml.attribute("sz", letters).attribute("b", 1);
    ink.palette.fill(xml, ink.theme.ink(TextRole::PageTitle, None));
    xml.open("a:latin").attribute("typeface", "+mj-lt").close();
    xml.close();
    let words = match draft.number {
        0 | 1 => draft.title.clone(),
        number => format!("{} ({number})", draft.title),
    };
    xml.open("a:t").words(&words).close();
    xml.close().close().close().close();
}

/// A bar in the strongest colour: beside the first title, below the others.
fn bar(xml: &mut Xml, draft: &Draft, size: SlideSize, ink: Ink<'_>) {
    let frame = if draft.is_cover {
        Frame { x: 0, y: 0, width: MARGIN / 2, height: size.height }
    } else {
        Frame { x: MARGIN, y: TITLE.y + TITLE.height + 57_150, width: size.width - 2 * MARGIN, height: 12_700 }
    };
    xml.open("p:sp").open("p:nvSpPr");
    xml.open("p:cNvPr").attribute("id", 3).attribute("name", "Bar").close();
    xml.open("p:cNvSpPr").close().open("p:nvPr").close().close();
    xml.open("p:spPr").open("a:xfrm");
    xml.open("a:off").attribute("x", frame.x).attribute("y", frame.y).close();
    xml.open("a:ext").attribute("cx", frame.width).attribute("cy", frame.height).close();
    xml.close();
    xml.open("a:prstGeom").attribute("prst", "rect").open("a:avLst").close().close();
    ink.palette.fill(xml, ink.theme.paint(RectRole::Newest).fill);
    xml.open("a:ln").open("a:noFill").close().close();
    xml.close().close();
}
