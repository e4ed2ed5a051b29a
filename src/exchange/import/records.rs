//! Records in JSON or YAML, a list of mappings, as one more grid: keys are headers.

use serde_yaml::Value;

use super::bytes::decode;
use super::grid::Grid;

/// What records may weigh: they are held as a tree.
const MOST_BYTES: usize = 256 << 20;

/// Reads records, where the bytes look like some.
pub(super) fn read(origin: &str, bytes: &[u8], encoding: Option<&str>) -> Option<Result<Grid, String>> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let is_json = matches!(start.first(), Some(b'[' | b'{'));
    if !is_json && !looks_like_yaml(start) {
        return None;
    }
    Some(records(origin, bytes, encoding, is_json))
}

/// The first line that says something is an entry of a list, or a key above one.
fn looks_like_yaml(start: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&start[..start.len().min(4096)]).into_owned();
    let mut lines =
        head.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#') && line.trim() != "---");
    let (Some(first), second) = (lines.next(), lines.next()) else { return false };
    let is_key = |line: &str| line.trim_end().strip_suffix(':').is_some_and(|key| !key.contains([',', ';', '\t', ':']));
    let is_entry = |line: &str| line.trim_start().starts_with("- ") && line.contains(": ");
    is_entry(first)
        || (is_key(first) && second.is_some_and(|line| is_entry(line) || (line.starts_with(' ') && line.contains(':'))))
}

fn records(origin: &str, bytes: &[u8], encoding: Option<&str>, is_json: bool) -> Result<Grid, String> {
    if bytes.len() > MOST_BYTES {
        return Err(format!("records of more than {} MiB are not read: save them as CSV", MOST_BYTES >> 20));
    }
    let decoded = decode(bytes, encoding)?;
    let text = decoded.text.trim_start_matches('\u{feff}');
    let (value, form): (Value, _) = if is_json {
        (serde_json::from_str(text).map_err(|reason| format!("this is no JSON: {reason}"))?, "records in JSON")
    } else {
        (serde_yaml::from_str(text).map_err(|reason| format!("this is no YAML: {reason}"))?, "records in YAML")
    };
    let records =
        list(&value).ok_or_else(|| "expected a list of records, such as [{\"name\": …, \"manager\": …}]".to_owned())?;
    let mut headers: Vec<String> = Vec::new();
    let mut places = std::collections::HashMap::new();
    let mut rows: Vec<Vec<(usize, String)>> = Vec::new();
    for (key, record) in &records {
        let mut row = Vec::new();
        let mut cells = Vec::new();
        if let Some(key) = key {
            cells.push(("id".to_owned(), (*key).to_owned()));
        }
        flatten("", record, &mut cells);
        for (header, cell) in cells {
            let place = *places.entry(header.clone()).or_insert_with(|| {
                headers.push(header);
                headers.len() - 1
            });
            row.push((place, cell));
        }
        rows.push(row);
    }
    let mut grid = Grid::new(origin, form.to_owned());
    for header in &headers {
        grid.cell_ends(header)?;
    }
    grid.row_ends(0)?;
    for (number, row) in (1..).zip(rows) {
        let mut cells = vec![String::new(); row.iter().map(|(place, _)| place + 1).max().unwrap_or(0)];
        for (place, cell) in row {
            cells[place] = cell;
        }
        for cell in cells {
            grid.cell_ends(&cell)?;
        }
        grid.row_ends(number)?;
    }
    Ok(grid)
}

/// The records: a list of mappings, or the first of a document's lists, or mappings by their keys.
fn list(value: &Value) -> Option<Vec<(Option<&str>, &Value)>> {
    let of_list = |values: &'_ Vec<Value>| !values.is_empty() && values.iter().all(Value::is_mapping);
    match value {
        Value::Sequence(values) if of_list(values) => Some(values.iter().map(|value| (None, value)).collect()),
        Value::Mapping(pairs) => {
            let lists = pairs.iter().filter_map(|(_, value)| value.as_sequence());
            if let Some(values) = lists.into_iter().find(|values| of_list(values)) {
                return Some(values.iter().map(|value| (None, value)).collect());
            }
            let by_key = |pairs: &serde_yaml::Mapping| {
                pairs.len() > 1 && pairs.iter().all(|(key, value)| key.is_string() && value.is_mapping())
            };
            let pairs = if by_key(pairs) {
                pairs
            } else {
                pairs.iter().filter_map(|(_, value)| value.as_mapping()).find(|pairs| by_key(pairs))?
            };
            Some(pairs.iter().map(|(key, value)| (key.as_str(), value)).collect())
        }
        _ => None,
    }
}

/// The values of a record as cells; those of a mapping in it are named after both keys.
fn flatten(prefix: &str, value: &Value, cells: &mut Vec<(String, String)>) {
    let Some(pairs) = value.as_mapping() else { return };
    for (key, value) in pairs {
        let Some(key) = scalar(key) else { continue };
        let header = if prefix.is_empty() { key } else { format!("{prefix} {key}") };
        match value {
            // Two levels are enough: what is deeper is no cell.
            Value::Mapping(_) if prefix.is_empty() => flatten(&header, value, cells),
            Value::Sequence(values) => {
                let parts: Vec<String> = values.iter().filter_map(scalar).collect();
                cells.push((header, parts.join("\n")));
            }
            value => cells.extend(scalar(value).map(|cell| (header, cell))),
        }
    }
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Option<Vec<Vec<String>>> {
        let grid = read("x", text.as_bytes(), None)?.expect(text);
        Some((0..grid.len()).map(|row| grid.cells(row).map(str::to_owned).collect()).collect())
    }

    #[test]
    fn records_are_a_grid() {
        let expected = [vec!["name", "manager id", "tags"], vec!["Ana", "", "a\nb"], vec!["Ben", "1"]];
        let json = r#"{"value": [{"name": "Ana", "manager": {"id": ""}, "tags": ["a", "b"]}, {"name": "Ben", "manager": {"id": 1}}]}"#;
        let yaml = "# staff\n- name: Ana\n  manager: {id: ''}\n  tags: [a, b]\n- name: Ben\n  manager:\n    id: 1\n";
        assert_eq!(rows(json).expect("records"), expected);
        assert_eq!(rows(yaml).expect("records"), expected);
        assert_eq!(
            rows("people:\n  ana: {name: Ana}\n  ben: {name: Ben}\n").expect("records"),
            [vec!["id", "name"], vec!["ana", "Ana"], vec!["ben", "Ben"]]
        );
        assert_eq!(rows("name,title\n- a: b,c\n"), None);
    }
}
