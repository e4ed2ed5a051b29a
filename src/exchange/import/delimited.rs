//! From text with commas, semicolons, tabs or bars to a grid.

use csv::{ReaderBuilder, StringRecord};

use crate::report::counted;

use super::bytes::decode;
use super::grid::Grid;

/// What may stand between cells; where lines say nothing, the first.
const DELIMITERS: [(u8, &str); 4] = [(b',', "comma"), (b';', "semicolon"), (b'\t', "tab"), (b'|', "bar")];

/// How many lines tell the delimiter.
const LOOKED_AT: usize = 50;

/// Reads a text as a table.
pub(super) fn read(origin: &str, bytes: &[u8], encoding: Option<&str>) -> Result<Grid, String> {
    let decoded = decode(bytes, encoding)?;
    let (text, skipped, noted) = without_preamble(&decoded.text);
    let delimiter = noted.unwrap_or_else(|| delimiter(text));
    let name = DELIMITERS.iter().find(|(byte, _)| *byte == delimiter).map_or("a mark of its own", |(_, name)| name);
    let mut grid = Grid::new(origin, format!("{name}, {}", decoded.encoding));
    grid.notes.extend(decoded.doubt);
    if skipped > 0 {
        grid.notes.push(format!(
            "{} above the table: skipped",
            counted(skipped, "line of settings stands", "lines of settings stand")
        ));
    }
    grid.reserve(text.len());
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    // Spreadsheets count rows, and a cell may hold several lines.
    let mut inner_lines = 0;
    while reader.read_record(&mut record).map_err(|reason| format!("this is no table: {reason}"))? {
        let number = skipped + line_of(&record, text) - inner_lines;
        for cell in &record {
            inner_lines += cell.bytes().filter(|byte| *byte == b'\n').count();
            grid.cell_ends(cell)?;
        }
        grid.row_ends(number)?;
    }
    Ok(grid)
}

/// The text without lines that programs write above a table for each other, how many they are, and the delimiter where
/// one of them is Excel's, which no spreadsheet shows or counts.
fn without_preamble(text: &str) -> (&str, usize, Option<u8>) {
    let mut rest = text;
    let mut skipped = 0;
    while let Some(line) = rest.lines().next() {
        let delimiter = separator(line);
        let is_comment = line.starts_with("##") || line.starts_with("# ") || line.starts_with("#TYPE") || line == "#";
        if delimiter.is_none() && !is_comment {
            break;
        }
        rest = rest[line.len()..].trim_start_matches('\r').strip_prefix('\n').unwrap_or("");
        if delimiter.is_some() {
            return (rest, skipped, delimiter);
        }
        skipped += 1;
    }
    (rest, skipped, None)
}

/// The delimiter that Excel notes in a line of its own.
fn separator(line: &str) -> Option<u8> {
    match line.strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter, rest @ ..]) if rest.trim_ascii().is_empty() => Some(*delimiter),
        _ => None,
    }
}

/// The delimiter that cuts the most lines into equally many cells.
fn delimiter(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut reader =
            ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
        let widths: Vec<usize> =
            reader.records().take(LOOKED_AT).map_while(Result::ok).map(|record| record.len()).collect();
        let most = widths.iter().filter(|width| **width > 1).map(|width| {
            let same = widths.iter().filter(|other| *other == width).count();
            same * (width - 1)
        });
        most.max().unwrap_or(0)
    };
    let mut best = (DELIMITERS[0].0, score(DELIMITERS[0].0));
    for (delimiter, _) in &DELIMITERS[1..] {
        let score = score(*delimiter);
        if score > best.1 {
            best = (*delimiter, score);
        }
    }
    best.0
}

/// The line that a record begins on. The reader gives the place before any blank lines that it skipped.
fn line_of(record: &StringRecord, text: &str) -> usize {
    let Some(position) = record.position() else { return 0 };
    let whole = |number: u64| usize::try_from(number).expect("a text in memory is counted in words");
    let after = text.as_bytes()[whole(position.byte())..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    whole(position.line()) + after.filter(|byte| **byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        let grid = read("x.csv", text.as_bytes(), None).expect(text);
        (0..grid.len()).map(|row| (grid.number(row), grid.cells(row).map(str::to_owned).collect())).collect()
    }

    #[test]
    fn lines_tell_the_delimiter() {
        assert_eq!(delimiter("a,b;c,d\n"), b',');
        assert_eq!(delimiter("\"a,b,c\";d\n"), b';');
        assert_eq!(delimiter("a\tb, c\td\n"), b'\t');
        assert_eq!(delimiter("Staff, all of it\nname;title;team\nRuiz, Ana;Chief;Lead\nLee, Jo;Cook;Lead\n"), b';');
        assert_eq!(delimiter("name\n"), b',');
    }

    #[test]
    fn rows_keep_their_numbers() {
        let row = |number: usize, cells: &[&str]| (number, cells.iter().map(|cell| (*cell).to_owned()).collect());
        assert_eq!(cells("sep=|\r\na|b\n"), [row(1, &["a", "b"])]);
        assert_eq!(
            cells("a,b\n\n\"x\ny\",z\n,,\nlast,\n"),
            [row(1, &["a", "b"]), row(3, &["x\ny", "z"]), row(5, &["last"])]
        );
        assert_eq!(cells("#TYPE X\n## c\n# s: \"x, y\na,b\n1,2\n"), [row(4, &["a", "b"]), row(5, &["1", "2"])]);
        // A column may be called `#`.
        assert_eq!(cells("#,Name\n1,Ana\n")[0], row(1, &["#", "Name"]));
    }
}
