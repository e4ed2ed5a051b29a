//! Text that flows from sheet to sheet.

use crate::layout::geometry::{Area, Point, Px, Scale, Size};
use crate::layout::scene::{Corners, Group, GroupKind, Line, Mark, Rect, RectRole, Scene, Text, TextRole};
use crate::layout::words::{Words, rise};
use crate::model::Language;
use crate::phrase::{Label, Prose};

use super::elements::{Element, Part};
use super::{Heading, Said, Sheets, Wish};

/// A4 in the pixels of the web, and its margin of 16 mm.
const PAPER: Size = Size::new(Px::whole(794), Px::whole(1123));
const MARGIN: Px = Px::whole(60);
/// How far down a heading and a few lines may reach so that a picture still has enough room.
const FEW_LINES: Px = Px::whole(60 + 170);
/// No more of a text than fits on one sheet is tried at once.
const LEAST: Px = Px::whole(60);

/// A picture no wider than a sheet that lies on its side.
fn on_paper(mut scene: Scene) -> Scene {
    if scene.size.width <= PAPER.height {
        return scene;
    }
    let scale = Scale::fitting(scene.size.width, PAPER.height);
    scene.groups.iter_mut().for_each(|group| group.scale(scale));
    scene.size = Size::new(scale.of(scene.size.width), scale.of(scene.size.height));
    scene.stroke = scale.of(scene.stroke);
    scene
}

/// A text in lines of at most this width.
pub(super) fn lines(text: &str, role: TextRole, width: Px) -> Vec<String> {
    let words = Words::new(text, role);
    words.filled(width).into_iter().map(|(line, hyphen)| if hyphen { format!("{line}-") } else { line }).collect()
}

/// Sheets being filled.
pub(super) struct Flow {
    title: String,
    sheets: Sheets,
    wishes: Vec<Wish>,
    marks: Vec<Mark>,
    pen: Px,
    /// Whether lines belong to the last element; those that are repeated belong to none.
    is_read: bool,
}

impl Flow {
    /// The indent of list items.
    pub(super) const INDENT: Px = Px::whole(22);
    /// Between the margins.
    pub(super) const WIDTH: Px = Px::whole(794 - 120);

    pub(super) fn new(title: String) -> Self {
        Self { title, sheets: Sheets::default(), wishes: Vec::new(), marks: Vec::new(), pen: MARGIN, is_read: false }
    }

    /// Begins an element; what is written from now on is part of it.
    pub(super) fn begin(&mut self, part: Part) {
        self.sheets.elements.push(Element { part, lines: Vec::new() });
        self.is_read = true;
    }

    /// How many elements there are so far.
    pub(super) fn elements(&self) -> usize {
        self.sheets.elements.len()
    }

    /// What is written from now on has been read before.
    pub(super) fn repeat(&mut self) {
        self.is_read = false;
    }

    /// The number of the sheet that is being filled.
    fn sheet(&self) -> usize {
        self.sheets.scenes.len()
    }

    pub(super) fn is_fresh(&self) -> bool {
        self.pen == MARGIN
    }

    fn bottom() -> Px {
        PAPER.height - MARGIN
    }

    /// Whether so much still has room on this sheet.
    pub(super) fn has_room(&self, height: Px) -> bool {
        self.pen + height <= Self::bottom()
    }

    pub(super) fn skip(&mut self, room: Px) {
        if !self.is_fresh() {
            self.pen += room;
        }
    }

    /// Begins another sheet.
    pub(super) fn turn(&mut self) {
        if self.marks.is_empty() {
            return;
        }
        let marks = std::mem::take(&mut self.marks);
        let groups = vec![Group { kind: GroupKind::Heading, marks }];
        let (title, size) = (self.title.clone(), PAPER);
        self.sheets.scenes.push(Scene {
            size,
            stroke: Px::whole(1),
            description: title.clone(),
            title,
            groups,
            joins: Vec::new(),
        });
        self.pen = MARGIN;
    }

    pub(super) fn title(&mut self, text: &str) {
        self.sheets.headings.push(Heading { title: text.to_owned(), sheet: self.sheet(), top: Px::ZERO });
        self.begin(Part::Heading(1));
        self.words(text, TextRole::PageTitle);
        self.skip(Px::whole(4));
    }

    pub(super) fn heading(&mut self, text: &str) {
        self.skip(Px::whole(24));
        if !self.has_room(LEAST * 2) {
            self.turn();
        }
        self.sheets.headings.push(Heading { title: text.to_owned(), sheet: self.sheet(), top: self.pen });
        self.begin(Part::Heading(2));
        self.words(text, TextRole::PageTitle);
        self.skip(Px::whole(6));
    }

    pub(super) fn subheading(&mut self, text: &str) {
        self.skip(Px::whole(10));
        if !self.has_room(LEAST) {
            self.turn();
        }
        self.begin(Part::Heading(3));
        self.words(text, TextRole::SeatTitle);
        self.skip(Px::whole(4));
    }

    /// Words from margin to margin.
    pub(super) fn words(&mut self, text: &str, role: TextRole) {
        self.set(text, role, Px::ZERO, Self::WIDTH);
    }

    /// A paragraph of plain words.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.begin(Part::Paragraph);
        self.words(text, TextRole::Holder);
        self.skip(Px::whole(4));
    }

    /// Prose with this indent and a sign before it.
    pub(super) fn prose(&mut self, prose: &Prose, indent: Px, sign: &str) {
        let said = Said::of(prose, TextRole::Holder, TextRole::Contested);
        if said.text.trim().is_empty() {
            return;
        }
        if !self.has_room(said.role.line_height()) {
            self.turn();
        }
        if !sign.is_empty() {
            let left = MARGIN + indent - Self::INDENT;
            self.line(sign.to_owned(), TextRole::Column, Point::new(left, self.pen));
        }
        let (sheet, top) = (self.sheet(), self.pen);
        self.set(&said.text, said.role, indent, Self::WIDTH - indent);
        if let Some(seat) = said.seat.filter(|_| sheet == self.sheet()) {
            self.wish(
                Area::new(Point::new(MARGIN + indent, top), Size::new(Self::WIDTH - indent, self.pen - top)),
                seat,
            );
        }
        self.skip(Px::whole(4));
    }

    pub(super) fn wish(&mut self, area: Area, seat: String) {
        let element = self.sheets.elements.len().saturating_sub(1);
        self.wishes.push(Wish { sheet: self.sheet(), area, seat, element });
    }

    fn set(&mut self, text: &str, role: TextRole, indent: Px, width: Px) {
        for line in lines(text, role, width) {
            if !self.has_room(role.line_height()) {
                self.turn();
            }
            self.line(line, role, Point::new(MARGIN + indent, self.pen));
            self.pen += role.line_height();
        }
    }

    /// One line whose upper left corner is here.
    pub(super) fn line(&mut self, text: String, role: TextRole, corner: Point) {
        let start = corner + Point::new(Px::ZERO, rise(role));
        let sheet = self.sheet();
        if let Some(element) = self.sheets.elements.last_mut().filter(|_| self.is_read) {
            element.lines.push((sheet, start));
        }
        self.marks.push(Mark::Text(Text { role, size: role.size(), lines: vec![Line { start, text, is_cut: false }] }));
    }

    /// A level rule below what was written.
    pub(super) fn rule(&mut self, role: RectRole) {
        let area = Area::new(Point::new(MARGIN, self.pen), Size::new(Self::WIDTH, Px::hundredths(75)));
        self.marks.push(Mark::Rect(Rect { area, corners: Corners::Square, role }));
    }

    /// The upper left corner of what comes next, this far from the margin.
    pub(super) fn corner(&self, across: Px) -> Point {
        Point::new(MARGIN + across, self.pen)
    }

    pub(super) fn advance(&mut self, height: Px) {
        self.pen += height;
    }

    /// Pictures, each on a sheet of its own; the first with the few lines of its section on it that stand before it, where
    /// the heading of the section was written.
    pub(super) fn picture(&mut self, title: &str, scenes: Vec<Scene>, is_headed: bool) {
        if scenes.is_empty() {
            return;
        }
        let is_of_section =
            self.sheets.headings.last().is_some_and(|last| (last.sheet, last.top) == (self.sheet(), MARGIN));
        let mut has_lines = is_headed && is_of_section && self.pen <= FEW_LINES;
        if !has_lines {
            self.turn();
            self.sheets.headings.push(Heading { title: title.to_owned(), sheet: self.sheet(), top: Px::ZERO });
        }
        for scene in scenes {
            let sheet = self.sheet();
            self.sheets.elements.push(Element { part: Part::Figure, lines: vec![(sheet, Point::default())] });
            let scene = if has_lines { self.below_lines(scene) } else { on_paper(scene) };
            self.sheets.scenes.push(scene);
            has_lines = false;
        }
    }

    /// The lines of this sheet with a picture below them, on paper that lies on its side.
    fn below_lines(&mut self, mut scene: Scene) -> Scene {
        let paper = Size::new(PAPER.height, PAPER.width);
        let room = Size::new(paper.width, paper.height - self.pen);
        let scale = Scale::fitting(scene.size.width, room.width).min(Scale::fitting(scene.size.height, room.height));
        let by = Point::new((room.width - scale.of(scene.size.width)).half(), self.pen);
        for group in &mut scene.groups {
            group.scale(scale);
            group.shift(by);
        }
        let marks = std::mem::take(&mut self.marks);
        scene.groups.insert(0, Group { kind: GroupKind::Heading, marks });
        (scene.size, scene.stroke) = (paper, scale.of(scene.stroke));
        self.pen = MARGIN;
        scene
    }

    /// All sheets, those of text with their number.
    pub(super) fn finish(mut self, language: Language) -> (Sheets, Vec<Wish>) {
        self.turn();
        let count = self.sheets.scenes.len();
        for (at, scene) in self.sheets.scenes.iter_mut().enumerate().filter(|(_, scene)| scene.size == PAPER) {
            let role = TextRole::Footer;
            let text = format!("{} · {}", self.title, Label::PageOf.with(language, &[&(at + 1), &count]));
            let start = Point::new(MARGIN, PAPER.height - MARGIN.half());
            let marks =
                vec![Mark::Text(Text { role, size: role.size(), lines: vec![Line { start, text, is_cut: false }] })];
            scene.groups.push(Group { kind: GroupKind::Footer, marks });
        }
        (self.sheets, self.wishes)
    }
}
