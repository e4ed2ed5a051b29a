//! Workbooks: sheets become tables, cells text, and what would unpack to too much is refused before it is read.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::rightseat;

use super::{files, home};

/// A workbook for Excel with sheets of cells; a cell that begins with `=` is a number, one with `d` before it a day.
fn workbook(sheets: &[(&str, &str, &[&[&str]])]) -> Vec<u8> {
    let mut parts: Vec<(String, String)> = Vec::new();
    let mut named = String::new();
    let mut related = String::new();
    for (number, (name, state, rows)) in (1..).zip(sheets) {
        named += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" state=\"{state}\" r:id=\"rId{number}\"/>");
        related += &format!(
            "<Relationship Id=\"rId{number}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        let mut body = String::new();
        for (row, cells) in (1..).zip(*rows) {
            body += &format!("<row r=\"{row}\">");
            for (column, cell) in ('A'..).zip(*cells) {
                body += &match (cell.strip_prefix('='), cell.strip_prefix("d=")) {
                    _ if cell.is_empty() => String::new(),
                    (_, Some(day)) => format!("<c r=\"{column}{row}\" s=\"1\"><v>{day}</v></c>"),
                    (Some("f"), _) => format!("<c r=\"{column}{row}\"><f>A1&amp;B1</f></c>"),
                    (Some(number), _) => format!("<c r=\"{column}{row}\"><v>{number}</v></c>"),
                    _ => format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
                };
            }
            body += "</row>";
        }
        let sheet = format!(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{body}</sheetData></worksheet>"
        );
        parts.push((format!("xl/worksheets/sheet{number}.xml"), sheet));
    }
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    parts.push(("[Content_Types].xml".to_owned(), types.to_owned()));
    let root = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    parts.push(("_rels/.rels".to_owned(), root.to_owned()));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{related}</Relationships>")));
    parts.push(("xl/workbook.xml".to_owned(), format!("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{named}</sheets></workbook>")));
    let styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    parts.push(("xl/styles.xml".to_owned(), styles.to_owned()));
    zipped(&parts)
}

/// A binary workbook, record by record: no free program writes one. A cell that is a number is one.
fn binary_workbook(rows: &[&[&str]], record: impl Fn(u16, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let wide = |text: &str| -> Vec<u8> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let length = u32::try_from(units.len()).expect("short").to_le_bytes();
        length.into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
    };
    let numbers = |all: &[u32]| all.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<u8>>();
    let sheet = [numbers(&[0, 1]), wide("rId1"), wide("Staff")].concat();
    let book =
        [record(0x83, vec![]), record(0x8F, vec![]), record(0x9C, sheet), record(0x90, vec![]), record(0x84, vec![])];
    let mut body = [record(0x81, vec![]), record(0x94, numbers(&[0, 9, 0, 9])), record(0x91, vec![])].concat();
    for (row, cells) in (0..).zip(rows) {
        body.extend(record(0, [numbers(&[row, 0]), vec![0; 9]].concat()));
        for (column, cell) in (0..).zip(*cells).filter(|(_, cell)| !cell.is_empty()) {
            let place = numbers(&[column, 0]);
            body.extend(match cell.parse::<f64>() {
                Ok(number) => record(5, [place, number.to_le_bytes().to_vec()].concat()),
                Err(_) => record(6, [place, wide(cell)].concat()),
            });
        }
    }
    body.extend([record(0x92, vec![]), record(0x82, vec![])].concat());
    let related = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.bin\"/></Relationships>";
    zipped(&[
        ("xl/workbook.bin".to_owned(), book.concat()),
        ("xl/worksheets/sheet1.bin".to_owned(), body),
        ("xl/_rels/workbook.bin.rels".to_owned(), related.as_bytes().to_vec()),
        // What spreadsheet programs add, in formats of its own.
        ("xl/printerSettings/printerSettings1.bin".to_owned(), b"\x50\0\xFF\xFF\xFF\x7F".to_vec()),
        ("xl/vbaProject.bin".to_owned(), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\xFF".to_vec()),
    ])
}

/// A record of a binary workbook: its kind and length, seven bits in each byte, and what it holds.
fn whole_record(kind: u16, bytes: Vec<u8>) -> Vec<u8> {
    let low = u8::try_from(kind & 0x7F).expect("seven bits");
    let kind = if kind < 0x80 { vec![low] } else { vec![low | 0x80, u8::try_from(kind >> 7).expect("seven bits")] };
    let length = u8::try_from(bytes.len()).expect("short records");
    let length = if length < 0x80 { vec![length] } else { vec![length | 0x80, 1] };
    [kind, length, bytes].concat()
}

#[test]
fn a_binary_workbook_is_a_table_and_a_damaged_one_is_refused() {
    let rows: [&[&str]; 3] = [
        &["Employee ID", "Name", "Job Title", "Manager ID", "FTE"],
        &["101", "Ana Ruiz", "Director", "", "1"],
        &["102", "Kim Larsen", "Buyer", "101", "0.8"],
    ];
    let import = |bytes: &[u8]| {
        let home = home(&[("staff.xlsb", bytes)]);
        let ran = rightseat(home.path(), &["import", "table", "staff.xlsb", "-o", "chart"]);
        let text = if ran.code == 0 { files(&home.path().join("chart")).remove(0).1 } else { String::new() };
        (ran, text)
    };
    let (ran, text) = import(&binary_workbook(&rows, whole_record));
    assert_eq!(ran.code, 0, "{}", ran.err);
    for words in ["    capacity: 0.8\n    ref: '102'\n", "    title: Buyer\n    reports_to: director\n"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    // Whichever record is cut short, nothing breaks.
    for short in [0x00, 0x05, 0x06, 0x94, 0x9C] {
        let cut = |kind: u16, mut bytes: Vec<u8>| {
            bytes.truncate(if kind == short { 2 } else { usize::MAX });
            whole_record(kind, bytes)
        };
        let (ran, _) = import(&binary_workbook(&rows, cut));
        assert!(ran.code == 2 && ran.err.contains("a record of it is cut short"), "{short:#x}: {}", ran.err);
    }
}

fn zipped(parts: &[(String, impl AsRef<[u8]>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("memory takes all");
        writer.write_all(text.as_ref()).expect("memory takes all");
    }
    writer.finish().expect("memory takes all").into_inner()
}

#[test]
fn sheets_are_tables_and_cells_are_what_they_show() {
    let bytes = workbook(&[
        (
            "Staff",
            "visible",
            &[
                &["Our staff"],
                &["Employee ID", "Name", "Job Title", "Reports to", "FTE"],
                &["=1", "Nell Grey", "Baker in chief", "", "=1"],
                &["=2", "Tom Hart", "Head of Bread", "=1", "=0.8"],
                &["=3", "", "Miller", "=2", ""],
            ],
        ),
        ("Rocks", "visible", &[&["Rock", "Owner", "Due Date"], &["New oven", "Tom Hart", "d=46387"]]),
        ("Lists", "hidden", &[&["Status"], &["Active"]]),
        ("Notes", "visible", &[&["Remember the milk"]]),
    ]);
    let home = home(&[("company.bin", &bytes)]);
    let ran = rightseat(home.path(), &["import", "table", "company.bin", "-o", "chart"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text: String = files(&home.path().join("chart")).into_iter().map(|(_, text)| text).collect();
    for words in [
        "    name: Tom Hart\n    capacity: 0.8\n    ref: '2'\n",
        "  miller:\n    title: Miller\n    reports_to: head-of-bread\n",
        "  new-oven:\n    title: New oven\n    owner: head-of-bread\n    due: 2026-12-31\n",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    for words in ["sheet \"Lists\" is hidden: skipped; --sheet Lists=people reads it", "sheet `Notes`"] {
        assert!(ran.out.contains(words), "{words}\n{}", ran.out);
    }
    let ran = rightseat(home.path(), &["import", "table", "company.bin", "-o", "other", "--sheet", "Rocks=skip"]);
    assert!(ran.code == 0 && !ran.out.contains("priority"), "{}", ran.out);
    let ran = rightseat(home.path(), &["import", "table", "company.bin", "-o", "third", "--sheet", "Rock=skip"]);
    assert!(ran.code == 2 && ran.err.contains("the sheets are Staff, Rocks, Lists, Notes"), "{}", ran.err);
}

/// One table as `LibreOffice` 7.4 saves it: a heading, days, shares, a hidden sheet, a department merged over three rows.
#[test]
fn one_table_is_the_same_chart_in_every_format() {
    const TEAM: [(&str, &[u8]); 3] = [
        ("team.xlsx", include_bytes!("books/team.xlsx")),
        ("team.xls", include_bytes!("books/team.xls")),
        ("team.ods", include_bytes!("books/team.ods")),
    ];
    let home = home(&TEAM.map(|(name, bytes)| (name, bytes)));
    let charts = TEAM.map(|(name, _)| {
        let folder = name.replace('.', "-");
        let ran = rightseat(home.path(), &["import", "table", name, "-o", &folder]);
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        assert!(ran.out.contains("sheet \"Salaries\" is hidden: skipped"), "{name}: {}", ran.out);
        // The reader of ODS does not say what is merged.
        let told = "E4 to E6 are merged: the value counts only for row 4";
        assert_eq!(ran.out.contains(told), !name.contains("ods"), "{name}: {}", ran.out);
        let written = files(&home.path().join(folder)).into_iter();
        written.map(|(file, text)| (file, text.replace(name, "the table"))).collect::<Vec<_>>()
    });
    let text: String = charts[0].iter().map(|(_, text)| text.as_str()).collect();
    for words in [
        "    name: Kim Larsen\n    capacity: 0.8\n    ref: '102'\n",
        "    title: Head of Sales\n    reports_to: managing-director\n",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert_eq!(charts[0], charts[1]);
    assert_eq!(charts[0], charts[2]);
}

#[test]
fn a_formula_without_a_value_is_told() {
    let bytes = workbook(&[(
        "Staff",
        "visible",
        &[&["Name", "Title", "Manager"], &["Nell Grey", "Baker", ""], &["Tom Hart", "Miller", "=f"]],
    )]);
    let home = home(&[("staff.xlsx", &bytes)]);
    let ran = rightseat(home.path(), &["import", "table", "staff.xlsx", "--dry-run"]);
    let told = "row 3: the formula in C has no stored value: open and save the workbook";
    assert!(ran.out.contains(told), "{}{}", ran.out, ran.err);
}

#[test]
fn what_unpacks_to_too_much_or_is_no_workbook_is_refused() {
    let bomb = "0".repeat(300 << 20);
    let ods = "<office:spreadsheet><table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"1000\"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>";
    let part = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    for (bytes, reason) in [
        (zipped(&[part("xl/workbook.xml", ""), part("xl/sharedStrings.xml", &bomb)]), "unpacks to more than 256 MiB"),
        (zipped(&[part("content.xml", ods)]), "more than 20000000 cells"),
        (zipped(&[part("readme.txt", "hello")]), "a zip file and no workbook"),
        (b"PK\x03\x04 nothing".to_vec(), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 nothing".to_vec(), "can't be read"),
    ] {
        let home = home(&[("x.xlsx", &bytes)]);
        let ran = rightseat(home.path(), &["import", "table", "x.xlsx"]);
        assert!(ran.code == 2 && ran.err.contains(reason), "{reason}: {}{}", ran.err, ran.out);
    }
}
