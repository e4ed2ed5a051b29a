//! What a workbook would unpack to, before anything of it is read: a small file can hold more than memory does.

use std::io::{BufRead, BufReader, Cursor, Read};

use zip::ZipArchive;

use super::grid::MOST_CELLS;

/// The most that all parts may unpack to.
const MOST_BYTES: u64 = 1 << 30;
/// The most that the parts of a workbook may unpack to where a library holds one of them whole.
const MOST_HELD: u64 = 256 << 20;
/// The most parts.
const MOST_PARTS: usize = 10_000;

/// A workbook that is a zip file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packed {
    /// Excel, as XML.
    Xlsx,
    /// Excel, as binary parts.
    Xlsb,
    /// `OpenDocument`.
    Ods,
}

/// The parts of a zip file, once they are known to unpack to an acceptable size.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) kind: Packed,
    /// Whether rows or columns are hidden.
    pub(super) has_hidden: bool,
}

/// Looks at the parts of a zip file. Their sizes are the file's own claims: they are added up first, then counted.
pub(super) fn parts(bytes: &[u8]) -> Result<Parts, String> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|reason| format!("the workbook is damaged: {reason}"))?;
    if archive.len() > MOST_PARTS {
        return Err(format!("the workbook has {} parts, more than {MOST_PARTS}", archive.len()));
    }
    let has = |archive: &ZipArchive<Cursor<&[u8]>>, name: &str| archive.index_for_name(name).is_some();
    let kind = if has(&archive, "xl/workbook.xml") {
        Packed::Xlsx
    } else if has(&archive, "xl/workbook.bin") {
        Packed::Xlsb
    } else if has(&archive, "content.xml") {
        Packed::Ods
    } else {
        return Err("this is a zip file and no workbook: give the files in it".to_owned());
    };
    let mut claimed: u64 = 0;
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(|reason| format!("the workbook is damaged: {reason}"))?;
        claimed = claimed.saturating_add(part.size());
    }
    let too_much = |bytes: u64| format!("the workbook unpacks to more than {} MiB", bytes >> 20);
    if claimed > MOST_BYTES {
        return Err(too_much(MOST_BYTES));
    }
    let mut left = MOST_BYTES;
    let mut has_hidden = false;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|reason| format!("the workbook is damaged: {reason}"))?;
        let name = part.name().map_err(|reason| format!("the workbook is damaged: {reason}"))?.into_owned();
        let is_held = kind != Packed::Xlsx || name.ends_with("sharedStrings.xml") || name.ends_with("styles.xml");
        let most = if is_held { left.min(MOST_HELD) } else { left };
        let mut reader = BufReader::with_capacity(1 << 16, part.take(most + 1));
        let counted = match name.as_str() {
            "content.xml" if kind == Packed::Ods => cells_of_ods(&mut reader)?,
            name if name.starts_with("xl/worksheets/") => counted(&mut reader, &mut has_hidden)?,
            _ => counted(&mut reader, &mut false)?,
        };
        if counted > most {
            return Err(too_much(most));
        }
        left -= counted;
    }
    if kind == Packed::Xlsb {
        super::binary::check(&mut archive)?;
    }
    Ok(Parts { kind, has_hidden })
}

/// How many bytes a part has, and whether it hides rows or columns.
fn counted(reader: &mut impl BufRead, has_hidden: &mut bool) -> Result<u64, String> {
    const HIDDEN: &[u8] = b"hidden=\"1\"";
    let mut count = 0;
    loop {
        let chunk = reader.fill_buf().map_err(|reason| format!("the workbook is damaged: {reason}"))?;
        if chunk.is_empty() {
            return Ok(count);
        }
        let mut at = 0;
        while !*has_hidden && let Some(found) = chunk[at..].iter().position(|byte| *byte == b'h') {
            at += found + 1;
            *has_hidden = chunk[at - 1..].starts_with(HIDDEN);
        }
        let length = chunk.len();
        count += u64::try_from(length).expect("a chunk is small");
        reader.consume(length);
    }
}

/// How many bytes the sheets of an `OpenDocument` have; their cells are added up with all that is repeated, for the
/// library makes room for each.
fn cells_of_ods(reader: &mut impl BufRead) -> Result<u64, String> {
    let mut count: u64 = 0;
    let mut tag = Vec::new();
    let (mut column, mut row, mut row_repeat): (u64, u64, u64) = (0, 0, 1);
    let (mut widest, mut last): (u64, u64) = (0, 0);
    loop {
        tag.clear();
        let read = reader.read_until(b'>', &mut tag).map_err(|reason| format!("the workbook is damaged: {reason}"))?;
        if read == 0 {
            return Ok(count);
        }
        count += u64::try_from(read).expect("a tag is in memory");
        let start = tag.iter().rposition(|byte| *byte == b'<').unwrap_or(0);
        let text = String::from_utf8_lossy(&tag[start..]);
        let repeat = |name: &str| {
            let value = text.split_once(name).and_then(|(_, rest)| rest.strip_prefix("=\"")?.split('"').next());
            value.and_then(|value| value.parse::<u64>().ok()).unwrap_or(1).max(1)
        };
        if text.starts_with("<table:table ") {
            (column, row, widest, last) = (0, 0, 0, 0);
        } else if text.starts_with("<table:table-row") {
            (column, row_repeat) = (0, repeat("number-rows-repeated"));
        } else if text.starts_with("<table:table-cell") || text.starts_with("<table:covered-table-cell") {
            let cells = repeat("number-columns-repeated");
            column = column.saturating_add(cells);
            if text.contains("value-type") {
                widest = widest.max(column);
                last = last.max(row.saturating_add(row_repeat));
            }
            if widest.saturating_mul(last) > u64::try_from(MOST_CELLS).expect("a small number") {
                return Err(format!("a sheet has more than {MOST_CELLS} cells, repeated ones included"));
            }
        } else if text.starts_with("</table:table-row") {
            row = row.saturating_add(row_repeat);
        }
    }
}
