//! Tables as the sheets of one workbook for Excel: text as text, and no formulas.

use std::borrow::Cow;
use std::collections::HashMap;

use super::tables::TABLES;
use crate::error::Error;
use crate::graph::Graph;
use crate::render::package::{Package, Relation};
use crate::render::xml::Xml;
use crate::text::{needs_armour, printable};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What one cell and one sheet hold at most, in UTF-16 units and rows.
const MOST_UNITS: usize = 32_767;
const MOST_ROWS: usize = 1 << 20;
/// How wide columns are, in letters.
const NARROWEST: usize = 8;
const WIDEST: usize = 60;
/// The styles of cells, as `styles` lists them.
const HEADER_STYLE: i64 = 1;
const TEXT_STYLE: i64 = 2;

/// The tables of a chart as one workbook. `import table` reads it back.
///
/// # Errors
/// Says what does not fit in a workbook.
pub fn workbook(graph: &Graph<'_>) -> Result<Vec<u8>, Error> {
    let chart = graph.chart();
    let title = chart.organization.get().map_or("", |name| name.as_str());
    let mut package = Package::new(("xl/workbook.xml", "spreadsheetml.sheet.main"), book(), title, None);
    let mut texts = Texts::default();
    let mut relations = Vec::new();
    for (number, table) in (1..).zip(&TABLES) {
        let mut measures = Measures::default();
        (table.rows)(graph, &mut |row| measures.measure(row));
        measures.fits(table.name)?;
        let mut sheet = Sheet::new(&measures);
        (table.rows)(graph, &mut |row| sheet.row(row, &mut texts));
        package.part(format!("xl/worksheets/sheet{number}.xml"), "spreadsheetml.worksheet", sheet.finish());
        relations.push(Relation::new("worksheet", format!("worksheets/sheet{number}.xml")));
    }
    relations.extend([Relation::new("styles", "styles.xml"), Relation::new("sharedStrings", "sharedStrings.xml")]);
    package.part("xl/styles.xml", "spreadsheetml.styles", styles());
    package.part("xl/sharedStrings.xml", "spreadsheetml.sharedStrings", texts.finish());
    package.relations("xl/workbook.xml", &relations);
    Ok(package.finish())
}

/// The list of sheets.
fn book() -> Xml {
    let mut xml = Xml::default();
    xml.open("workbook").attribute("xmlns", MAIN).attribute("xmlns:r", RELATIONS);
    xml.open("sheets");
    for (number, table) in (1..).zip(&TABLES) {
        let name = table.name[..1].to_uppercase() + &table.name[1..];
        xml.open("sheet").attribute("name", name.as_str()).attribute("sheetId", number);
        xml.attribute("r:id", format!("rId{number}").as_str()).close();
    }
    xml.close_block().close_block();
    xml
}

/// A table before it is written: how wide its columns are, and what is too much in it.
#[derive(Default)]
struct Measures {
    widths: Vec<usize>,
    rows: usize,
    /// The first row with a cell that is too long, and how long that is.
    too_long: Option<(usize, usize)>,
}

impl Measures {
    fn measure(&mut self, row: &[String]) {
        self.rows += 1;
        self.widths.resize(self.widths.len().max(row.len()), 0);
        for (width, cell) in self.widths.iter_mut().zip(row) {
            let longest = cell.lines().map(|line| line.chars().count()).max().unwrap_or(0);
            *width = longest.max(*width);
            let units = written(cell).encode_utf16().count();
            if units > MOST_UNITS && self.too_long.is_none() {
                self.too_long = Some((self.rows, units));
            }
        }
    }

    fn fits(&self, table: &str) -> Result<(), Error> {
        let instead = "`export csv -o FOLDER/` has no such bound";
        if self.rows > MOST_ROWS {
            let rows = self.rows;
            return Err(Error::new(format!("the table of {table} has {rows} rows, a sheet {MOST_ROWS}: {instead}")));
        }
        if let Some((row, units)) = self.too_long {
            return Err(Error::new(format!(
                "row {row} of the table of {table} has a text of {units} letters, a cell of a workbook holds \
                 {MOST_UNITS}: {instead}"
            )));
        }
        Ok(())
    }
}

/// One sheet in the making.
struct Sheet {
    xml: Xml,
    columns: Vec<String>,
    rows: i64,
}

impl Sheet {
    fn new(measures: &Measures) -> Self {
        let mut xml = Xml::default();
        xml.open("worksheet").attribute("xmlns", MAIN);
        xml.open("sheetViews").open("sheetView").attribute("workbookViewId", 0);
        xml.open("pane").attribute("ySplit", 1).attribute("topLeftCell", "A2");
        xml.attribute("activePane", "bottomLeft").attribute("state", "frozen").close();
        xml.close_block().close_block();
        xml.open("cols");
        for (number, width) in (1..).zip(&measures.widths) {
            let width = i64::try_from((width + 2).clamp(NARROWEST, WIDEST)).expect("it is small");
            xml.open("col").attribute("min", number).attribute("max", number);
            xml.attribute("width", width).attribute("customWidth", 1).close();
        }
        xml.close_block();
        xml.open("sheetData");
        Self { xml, columns: (0..measures.widths.len()).map(letters).collect(), rows: 0 }
    }

    fn row(&mut self, cells: &[String], texts: &mut Texts) {
        self.rows += 1;
        let style = if self.rows == 1 { HEADER_STYLE } else { TEXT_STYLE };
        self.xml.open("row").attribute("r", self.rows);
        for (column, cell) in self.columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            let place = format!("{column}{}", self.rows);
            self.xml.open("c").attribute("r", place.as_str()).attribute("s", style).attribute("t", "s");
            self.xml.open("v").words(&texts.place(cell).to_string()).close().close();
        }
        self.xml.close_block();
    }

    /// The finished sheet. Numbers that are texts here are meant to be: nothing is to warn of them.
    fn finish(mut self) -> Xml {
        let last = self.columns.last().map_or("A", String::as_str);
        let all = format!("A1:{last}{}", self.rows);
        self.xml.close_block();
        self.xml.open("ignoredErrors").open("ignoredError");
        self.xml.attribute("sqref", all.as_str()).attribute("numberStoredAsText", 1).close();
        self.xml.close_block().close_block();
        self.xml
    }
}

/// The texts of all cells, each once.
#[derive(Default)]
struct Texts {
    places: HashMap<String, i64>,
    all: Vec<String>,
    uses: i64,
}

impl Texts {
    fn place(&mut self, cell: &str) -> i64 {
        self.uses += 1;
        let text = written(cell);
        if let Some(place) = self.places.get(&*text) {
            return *place;
        }
        let place = i64::try_from(self.all.len()).expect("texts are counted in memory");
        self.places.insert(text.clone().into_owned(), place);
        self.all.push(text.into_owned());
        place
    }

    fn finish(self) -> Xml {
        let mut xml = Xml::default();
        let unique = i64::try_from(self.all.len()).expect("texts are counted in memory");
        xml.open("sst").attribute("xmlns", MAIN).attribute("count", self.uses).attribute("uniqueCount", unique);
        for text in &self.all {
            xml.open("si").open("t").attribute("xml:space", "preserve").lines(text).close().close();
        }
        xml.close_block();
        xml
    }
}

/// A text as a cell holds it. What would be read as an escape is one; and `import` takes away an apostrophe that guards
/// a formula in CSV, so that a literal one gets another.
fn written(cell: &str) -> Cow<'_, str> {
    let cell = printable(cell);
    let guarded = match cell.strip_prefix('\'') {
        Some(rest) if needs_armour(rest) => Cow::Owned(format!("'{cell}")),
        _ => cell,
    };
    let is_escape = |at: usize| {
        let digits = guarded.as_bytes().get(at + 2..at + 7);
        digits.is_some_and(|digits| digits[4] == b'_' && digits[..4].iter().all(u8::is_ascii_hexdigit))
    };
    let escapes: Vec<usize> = guarded.match_indices("_x").map(|(at, _)| at).filter(|at| is_escape(*at)).collect();
    if escapes.is_empty() {
        return guarded;
    }
    let mut out = String::with_capacity(guarded.len() + escapes.len() * 6);
    let mut from = 0;
    for at in escapes {
        out.extend([&guarded[from..at], "_x005F"]);
        from = at;
    }
    out.push_str(&guarded[from..]);
    Cow::Owned(out)
}

/// The letters of a column, counted from nought.
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).expect("it is below 26")));
        match (column / 26).checked_sub(1) {
            Some(next) => column = next,
            None => return letters.into_iter().rev().collect(),
        }
    }
}

/// The looks of cells: none, the header's, and that of text, which stays text when somebody edits it.
fn styles() -> Xml {
    let mut xml = Xml::default();
    xml.open("styleSheet").attribute("xmlns", MAIN);
    xml.open("fonts").attribute("count", 2);
    for is_bold in [false, true] {
        xml.open("font");
        if is_bold {
            xml.open("b").close();
        }
        xml.open("sz").attribute("val", 11).close();
        xml.open("name").attribute("val", "Calibri").close();
        xml.close_block();
    }
    xml.close_block();
    // Every reader expects these two.
    xml.open("fills").attribute("count", 2);
    for pattern in ["none", "gray125"] {
        xml.open("fill").open("patternFill").attribute("patternType", pattern).close().close();
    }
    xml.close_block();
    xml.open("borders").attribute("count", 1).open("border");
    for side in ["left", "right", "top", "bottom", "diagonal"] {
        xml.open(side).close();
    }
    xml.close_block().close_block();
    let look = |xml: &mut Xml, number: i64, font: i64, wraps: i64| {
        xml.open("xf").attribute("numFmtId", number).attribute("fontId", font).attribute("fillId", 0);
        xml.attribute("borderId", 0);
        if wraps == 1 {
            xml.attribute("xfId", 0).attribute("applyNumberFormat", 1).attribute("applyAlignment", 1);
            xml.open("alignment").attribute("vertical", "top").attribute("wrapText", 1).close();
        }
        xml.close_block();
    };
    xml.open("cellStyleXfs").attribute("count", 1);
    look(&mut xml, 0, 0, 0);
    xml.close_block();
    // 49 is the format of text.
    xml.open("cellXfs").attribute("count", 3);
    for (number, font, wraps) in [(0, 0, 0), (49, 1, 1), (49, 0, 1)] {
        look(&mut xml, number, font, wraps);
    }
    xml.close_block();
    xml.open("cellStyles").attribute("count", 1);
    xml.open("cellStyle").attribute("name", "Normal").attribute("xfId", 0).attribute("builtinId", 0).close();
    xml.close_block();
    xml.close_block();
    xml
}

#[cfg(test)]
mod tests {
    use super::{letters, written};

    #[test]
    fn columns_have_letters() {
        let places = [(0, "A"), (25, "Z"), (26, "AA"), (34, "AI"), (701, "ZZ"), (702, "AAA")];
        for (place, expected) in places {
            assert_eq!(letters(place), expected);
        }
    }

    #[test]
    fn what_a_reader_would_take_for_an_escape_is_one() {
        assert_eq!(written("a_x000D_b _x00e9_ _x12_ _xyzzy_"), "a_x005F_x000D_b _x005F_x00e9_ _x12_ _xyzzy_");
        assert_eq!(written("_x005F_x0041_"), "_x005F_x005F_x005F_x0041_");
        for (text, cell) in [("=1", "=1"), ("'=1", "''=1"), ("'a", "'a"), ("''a", "'''a")] {
            assert_eq!(written(text), cell);
        }
    }
}
