//! The parts of a binary workbook, record by record, before the library reads them: it takes their lengths on trust.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// Records that the library reads, and how long each must be at least.
const LEAST: [(u16, usize); 22] = [
    (0x0000, 4),
    (0x0001, 4),
    (0x0002, 12),
    (0x0003, 9),
    (0x0004, 9),
    (0x0005, 16),
    (0x0006, 12),
    (STRING_OF_TABLE, 12),
    (0x0008, 12),
    (0x0009, 16),
    (0x000A, 9),
    (0x000B, 9),
    (STRING, 5),
    (0x0027, 17),
    (0x002C, 6),
    (0x002F, 4),
    (0x0094, 16),
    (0x0099, 1),
    (SHEET, 16),
    (0x009F, 8),
    (0x0267, 4),
    (0x0269, 4),
];
/// A cell whose text stands in the table of strings.
const STRING_OF_TABLE: u16 = 0x0007;
/// A text of that table.
const STRING: u16 = 0x0013;
/// A sheet of the workbook.
const SHEET: u16 = 0x009C;

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Refuses a workbook with a record that is cut short, a sheet without a part, or a cell without its text.
pub(super) fn check(archive: &mut Archive<'_>) -> Result<(), String> {
    let related = part(archive, "xl/_rels/workbook.bin.rels")?.unwrap_or_default();
    let related = String::from_utf8_lossy(&related).into_owned();
    let mut strings = 0;
    if let Some(bytes) = part(archive, "xl/sharedStrings.bin")? {
        each(&bytes, |kind, _| {
            strings += usize::from(kind == STRING);
            true
        })?;
    }
    let names: Vec<String> = archive.file_names().filter_map(|name| Some(name.ok()?.to_string())).collect();
    for name in names.iter().filter(|name| holds_records(name)) {
        let Some(bytes) = part(archive, name)? else { continue };
        each(&bytes, |kind, record| match kind {
            STRING_OF_TABLE => number(record, 8).is_some_and(|at| at < strings),
            SHEET => is_related(record, &related),
            _ => true,
        })?;
    }
    Ok(())
}

/// Whether a part is made of records: settings of printers and macros have the same ending, and are something else.
fn holds_records(name: &str) -> bool {
    const ALONE: [&str; 3] = ["xl/workbook.bin", "xl/sharedStrings.bin", "xl/styles.bin"];
    // Folders within those of sheets say how parts are related, in XML.
    let is_sheet = |(folder, file): (&str, &str)| folder.ends_with("sheets") && !file.contains('/');
    ALONE.contains(&name) || name.strip_prefix("xl/").and_then(|inside| inside.split_once('/')).is_some_and(is_sheet)
}

fn part(archive: &mut Archive<'_>, name: &str) -> Result<Option<Vec<u8>>, String> {
    let Some(at) = archive.index_for_name(name) else { return Ok(None) };
    let mut bytes = Vec::new();
    let mut part = archive.by_index(at).map_err(|reason| format!("the workbook is damaged: {reason}"))?;
    part.read_to_end(&mut bytes).map_err(|reason| format!("the workbook is damaged: {reason}"))?;
    Ok(Some(bytes))
}

/// Looks at each record: its kind, and what it holds.
fn each(bytes: &[u8], mut is_sound: impl FnMut(u16, &[u8]) -> bool) -> Result<(), String> {
    let damaged = || "the workbook is damaged: a record of it is cut short".to_owned();
    let mut rest = bytes;
    while !rest.is_empty() {
        let (kind, length) = (varied(&mut rest, 2).ok_or_else(damaged)?, varied(&mut rest, 4).ok_or_else(damaged)?);
        let record = rest.get(..length).ok_or_else(damaged)?;
        rest = &rest[length..];
        let kind = u16::try_from(kind).map_err(|_| damaged())?;
        let least = LEAST.iter().find(|(known, _)| *known == kind).map_or(0, |(_, least)| *least);
        if length < least || !is_sound(kind, record) {
            return Err(damaged());
        }
    }
    Ok(())
}

/// A number of at most this many bytes, seven bits in each.
fn varied(rest: &mut &[u8], most: u32) -> Option<usize> {
    let mut number = 0;
    for place in 0..most {
        let (first, others) = rest.split_first()?;
        *rest = others;
        number |= usize::from(first & 0x7F) << (7 * place);
        if first & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

fn number(record: &[u8], at: usize) -> Option<usize> {
    let bytes = record.get(at..at + 4)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(bytes)).ok()
}

/// Whether the part of a sheet is named, and the sheet is.
fn is_related(record: &[u8], related: &str) -> bool {
    // A sheet of macros has none.
    let Some(length) = number(record, 8).filter(|length| *length != 0xFFFF_FFFF) else { return record.len() >= 12 };
    let Some(id) = length.checked_mul(2).and_then(|bytes| record.get(12..12 + bytes)) else { return false };
    let units: Vec<u16> = id.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    let id = String::from_utf16_lossy(&units);
    let name = 12 + length * 2;
    let is_named = number(record, name).is_some_and(|letters| record.len() >= name + 4 + letters.saturating_mul(2));
    is_named && related.contains(&format!("Id=\"{id}\""))
}
