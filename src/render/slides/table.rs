//! Tables of slides: real ones, whose columns are as wide as their words.

use std::ops::Range;

use super::measure::{Emu, Frame, scaled};
use super::prose::{Bullet, Ink, Line, Run, count, runs, widest, width};
use crate::layout::{RectRole, TextRole};
use crate::phrase::{Table, Tone};
use crate::render::xml::Xml;

const SIZE: i64 = 1100;
/// Around the words of a cell: beside, and above and below.
const BESIDE: Emu = 68_580;
const ABOVE: Emu = 34_290;
const LINE: Emu = 6350;

/// The width of words with some room for a font whose figures are wider.
fn slack(width: Emu) -> Emu {
    width + width / 16 + SIZE
}

/// A table that is measured.
pub(super) struct Measured {
    heads: Vec<Vec<Run>>,
    rows: Vec<Vec<Vec<Run>>>,
    is_number: Vec<bool>,
    widths: Vec<Emu>,
}

impl Measured {
    /// A table in a room of this width; columns that can be spared are left out where not
    /// all of them have room.
    pub(super) fn new(table: &Table, room: Emu) -> Self {
        let mut kept: Vec<usize> = (0..table.columns.len()).collect();
        loop {
            let measured = Self::of(table, &kept, room);
            let wished: Emu = (0..kept.len()).map(|column| measured.natural(column)).sum();
            let spare = kept.iter().rposition(|column| table.columns[*column].is_spare);
            match spare {
                Some(spare) if wished > room => kept.remove(spare),
                _ => return measured,
            };
        }
    }

    fn of(table: &Table, kept: &[usize], room: Emu) -> Self {
        let head = |column: &usize| {
            let title = table.columns[*column].title;
            runs(&crate::phrase::Prose::toned(Tone::Strong, title))
        };
        let mut measured = Self {
            heads: kept.iter().map(head).collect(),
            rows: table.rows.iter().map(|row| kept.iter().map(|column| runs(&row[*column])).collect()).collect(),
            is_number: kept.iter().map(|column| table.columns[*column].is_number).collect(),
            widths: Vec::new(),
        };
        let columns = 0..kept.len();
        let least: Vec<Emu> = columns.clone().map(|column| measured.least(column)).collect();
        let natural: Vec<Emu> = columns.map(|column| measured.natural(column).max(least[column])).collect();
        let (fixed, wished): (Emu, Emu) = (least.iter().sum(), natural.iter().sum());
        let spare = (room - fixed).max(0);
        let widths = least.iter().zip(&natural).map(|(least, natural)| {
            if wished <= room { *natural } else { least + scaled(natural - least, spare, (wished - fixed).max(1)) }
        });
        measured.widths = widths.collect();
        // What is left goes to the columns of words.
        let words: Vec<usize> = (0..kept.len()).filter(|column| !measured.is_number[*column]).collect();
        let left = (room - measured.widths.iter().sum::<Emu>()).max(0);
        if let Ok(count) = Emu::try_from(words.len())
            && count > 0
        {
            for column in words {
                measured.widths[column] += left / count;
            }
        }
        measured
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &Vec<Run>> {
        std::iter::once(&self.heads[column]).chain(self.rows.iter().map(move |row| &row[column]))
    }

    fn least(&self, column: usize) -> Emu {
        let of = if self.is_number[column] { width } else { widest };
        slack(self.cells(column).map(|cell| of(cell, SIZE)).max().unwrap_or(0)) + 2 * BESIDE
    }

    fn natural(&self, column: usize) -> Emu {
        slack(self.cells(column).map(|cell| width(cell, SIZE)).max().unwrap_or(0)) + 2 * BESIDE
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// How high the header is, and how high a row.
    pub(super) fn head_height(&self) -> Emu {
        self.height(&self.heads)
    }

    pub(super) fn row_height(&self, row: usize) -> Emu {
        self.height(&self.rows[row])
    }

    fn height(&self, cells: &[Vec<Run>]) -> Emu {
        let lines = cells.iter().zip(&self.widths).map(|(cell, width)| count(cell, SIZE, width - 2 * BESIDE));
        lines.max().unwrap_or(1) * SIZE * 6 / 5 * 127 + 2 * ABOVE
    }

    /// Writes the header and some of the rows as a frame of this id.
    pub(super) fn write(&self, xml: &mut Xml, id: i64, at: Frame, rows: Range<usize>, ink: Ink<'_>) {
        xml.open("p:graphicFrame").open("p:nvGraphicFramePr");
        xml.open("p:cNvPr").attribute("id", id).attribute("name", "Table").close();
        xml.open("p:cNvGraphicFramePr").open("a:graphicFrameLocks").attribute("noGrp", 1).close().close();
        xml.open("p:nvPr").close().close();
        xml.open("p:xfrm");
        xml.open("a:off").attribute("x", at.x).attribute("y", at.y).close();
        xml.open("a:ext").attribute("cx", self.widths.iter().sum::<Emu>()).attribute("cy", at.height).close();
        xml.close();
        let uri = "http://schemas.openxmlformats.org/drawingml/2006/table";
        xml.open("a:graphic").open("a:graphicData").attribute("uri", uri).open("a:tbl");
        xml.open("a:tblPr").attribute("firstRow", 1).close();
        xml.open("a:tblGrid");
        for width in &self.widths {
            xml.open("a:gridCol").attribute("w", *width).close();
        }
        xml.close();
        self.row(xml, &self.heads, true, ink);
        for row in &self.rows[rows] {
            self.row(xml, row, false, ink);
        }
        xml.close().close().close().close();
    }

    fn row(&self, xml: &mut Xml, cells: &[Vec<Run>], is_head: bool, ink: Ink<'_>) {
        xml.open("a:tr").attribute("h", self.height(cells));
        for (cell, is_number) in cells.iter().zip(&self.is_number) {
            xml.open("a:tc").open("a:txBody");
            xml.open("a:bodyPr").close();
            xml.open("a:lstStyle").close();
            let line = Line { runs: cell.clone(), size: SIZE, level: 0, bullet: Bullet::None, before: 0 };
            line.write(xml, ink, *is_number);
            xml.close();
            xml.open("a:tcPr");
            for (name, length) in [("marL", BESIDE), ("marR", BESIDE), ("marT", ABOVE), ("marB", ABOVE)] {
                xml.attribute(name, length);
            }
            for side in ["a:lnL", "a:lnR", "a:lnT"] {
                xml.open(side).attribute("w", 0).open("a:noFill").close().close();
            }
            let colour = if is_head { ink.theme.ink(TextRole::SeatTitle, None) } else { ink.theme.line() };
            xml.open("a:lnB").attribute("w", if is_head { LINE * 2 } else { LINE });
            ink.palette.fill(xml, colour);
            xml.close();
            if is_head {
                let badge = ink.theme.paint(RectRole::Badge).fill;
                ink.palette.fill(xml, badge);
            } else {
                xml.open("a:noFill").close();
            }
            xml.close().close();
        }
        xml.close();
    }
}
