//! Plain charts are read line by line, all others by the YAML library: the result is the same.
//!
//! `ARBTEST_BUDGET_MS=600000 cargo test --test it agreement` looks for a difference for ten minutes.

use std::path::{Path, PathBuf};

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use rightseat::read::{Route, agree};

use crate::properties;
use crate::support::project;

/// Every chart, settings file, page and test of the project.
fn texts() -> Vec<(PathBuf, String)> {
    let mut texts = Vec::new();
    let mut folders: Vec<PathBuf> =
        ["charts", "src", "tests", "docs", "assets", "integrations"].map(PathBuf::from).into();
    while let Some(folder) = folders.pop() {
        let mut entries: Vec<_> = std::fs::read_dir(project().join(&folder)).expect("it is there").flatten().collect();
        entries.sort_by_key(|entry| entry.file_name());
        for entry in entries {
            let path = folder.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(path);
            } else if let Ok(text) = std::fs::read_to_string(entry.path()) {
                texts.push((path, text));
            }
        }
    }
    texts
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml")
}

/// The blocks of YAML in a page, as the rules' pages show them.
fn blocks(page: &str) -> Vec<String> {
    page.split("```yaml").skip(1).filter_map(|block| block.split("```").next()).map(ToOwned::to_owned).collect()
}

#[test]
fn every_file_of_the_project_says_the_same_both_ways() {
    let (mut plain, mut examples) = (0, 0);
    for (path, text) in texts() {
        let route = agree(&text).unwrap_or_else(|difference| panic!("{}: {difference}", path.display()));
        plain += usize::from(is_yaml(&path) && route == Route::Lines);
        for block in blocks(&text) {
            examples += usize::from(agree(&block).expect("both say the same") == Route::Lines);
        }
    }
    assert!(plain >= 10 && examples >= 30, "{plain} files and {examples} examples are plain");
}

#[test]
fn what_is_plain_and_what_is_not() {
    for text in [
        "a: b\n",
        "---\na: b # said\n\n# and\n  # so on\nc:\n",
        "\u{feff}a: 'it''s'\r\nb: \"c: d # e\"\r\n",
        "a:\n- b\n- c: d\n  e: f\n-   g: [h, {i: j, }, [], {}]\nk: {l: 'm', \"n\" : o}\n",
        "  a:\n     b: -5 %\n     c: http://d/e#f\n",
        "a: null\nb: ~\nnull: c\n",
        "a: ž – “ü” 東\n",
    ] {
        assert_eq!(agree(text), Ok(Route::Lines), "{text}");
    }
    for text in [
        "",
        "# nothing\n",
        "a\n",
        "a: b\n  c\n",
        "a: b\n c: d\n",
        "a: [b,\n  c]\n",
        "a: |\n  b\n",
        "a: \"b\\n\"\n",
        "a: &b c\n",
        "a: b\n---\nc: d\n",
        "a:\tb\n",
        "a: b\rc: d\n",
        "a: b\n\u{feff}c: d\n",
        "a: b: c\n",
        "a: [b: c]\n",
        "a: [b, , c]\n",
        "a: {b}\n",
        "a: 'b\n",
        "a: 'b'c\n",
        "a: [b]c\n",
        "a: [b]#c\n",
        "- \n",
        "- - a\n",
        "? a\n: b\n",
        "a: b\n...\n",
        "%YAML 1.2\n---\na: b\n",
        "a: \u{202e}b\n",
        "a: \u{85}b\n",
    ] {
        assert_eq!(agree(text), Ok(Route::Library), "{text}");
    }
}

#[test]
fn keys_too_long_for_yaml_and_nests_too_deep_for_charts_are_the_librarys() {
    for length in [999, 1000, 1001, 1023, 1024, 1025, 1026] {
        for (before, after) in
            [("", ": b\n"), ("- ", ": b\n"), ("a: {", ": b}\n"), ("'", "': b\n"), ("a: [{'", "' : b}]\n")]
        {
            for letter in ["a", "é"] {
                let route = agree(&format!("{before}{}{after}", letter.repeat(length)));
                assert!(route.is_ok(), "{route:?}");
            }
        }
    }
    for depth in [1, 15, 16, 17, 31, 32, 33] {
        let flow = format!("a: {}{}\n", "[".repeat(depth), "]".repeat(depth));
        let maps: String = (0..depth).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
        for text in [flow, maps] {
            let is_plain = depth <= 16;
            assert_eq!(agree(&text), Ok(if is_plain { Route::Lines } else { Route::Library }), "{text}");
        }
    }
}

/// What YAML, charts and editors are made of.
const PIECES: [&str; 62] = [
    "\t", "\r", "\r\n", "\n", "\n\n", " ", "  ", ":", ": ", " : ", "#", " #", " # ", "-", "- ", "\n- ", "[", "]", "{",
    "}", ",", ", ", "'", "''", "\"", "\\", "&a ", "*a", "!t ", "!!str ", "|", "|-\n", ">", ">=", "%", "@", "`", "?",
    "? ", "~", "null", "---", "\n---\n", "--- ", "...", "\n...\n", "\u{feff}", "\u{85}", "\u{a0}", "\u{2028}",
    "\u{202e}", "é", "東", "🦀", "\u{1}", "\u{7f}", "<<", "a: b", "{a: b}", "[a, b]", "\0", "a",
];

/// Some lines of a chart.
fn excerpt(u: &mut Unstructured<'_>, charts: &[String]) -> Result<Vec<String>> {
    let generated;
    let chart = if u.ratio(1, 8)? {
        generated = properties::text(&properties::entries(u)?);
        &generated
    } else {
        u.choose(charts)?
    };
    let lines: Vec<&str> = chart.split_inclusive('\n').collect();
    let start = if u.ratio(1, 3)? { 0 } else { u.int_in_range(0..=lines.len() - 1)? };
    let count = if u.ratio(1, 10)? { lines.len() } else { u.int_in_range(1..=12)? };
    Ok(lines[start..].iter().take(count).map(|line| (*line).to_owned()).collect())
}

/// Changes a line, or its place among the others.
fn mutate(u: &mut Unstructured<'_>, lines: &mut Vec<String>) -> Result<()> {
    let at = u.int_in_range(0..=lines.len() - 1)?;
    match u.int_in_range(0..=11)? {
        0 => {
            lines.remove(at);
        }
        1 => lines.insert(at, lines[at].clone()),
        2 => {
            let other = u.int_in_range(0..=lines.len() - 1)?;
            lines.swap(at, other);
        }
        3 => lines[at].insert_str(0, u.choose(&[" ", "  ", "    ", "- ", "#", "\t", "\u{feff}"])?),
        4 => {
            let indent = lines[at].len() - lines[at].trim_start_matches(' ').len();
            lines[at].drain(..u.int_in_range(0..=indent)?);
        }
        5 => {
            let end = lines[at].trim_end_matches('\n').len();
            lines[at].replace_range(end.., u.choose(&["", "\r\n", "\r", " # said\n", " \n", "\n\n", ":\n", "\\\n"])?);
        }
        6 => {
            let letters = "é".repeat(u.int_in_range(0..=1100)?);
            let place = place(u, &lines[at])?;
            lines[at].insert_str(place, &letters);
        }
        7 => {
            let (one, other) = (place(u, &lines[at])?, place(u, &lines[at])?);
            lines[at].drain(one.min(other)..one.max(other));
        }
        _ => {
            let place = place(u, &lines[at])?;
            lines[at].insert_str(place, u.choose(&PIECES)?);
        }
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    Ok(())
}

/// A place between two characters.
fn place(u: &mut Unstructured<'_>, line: &str) -> Result<usize> {
    Ok(line.floor_char_boundary(u.int_in_range(0..=line.len())?))
}

/// The charts to change.
fn charts() -> Vec<String> {
    let of_file = |(path, text): (PathBuf, String)| if is_yaml(&path) { vec![text] } else { blocks(&text) };
    texts().into_iter().flat_map(of_file).filter(|text| !text.is_empty()).collect()
}

/// Reads some chart with some changes both ways.
fn tried(u: &mut Unstructured<'_>, charts: &[String]) -> Result<Route> {
    let mut lines = excerpt(u, charts)?;
    for _ in 0..u.int_in_range(0..=5)? {
        mutate(u, &mut lines)?;
    }
    let text = lines.concat();
    Ok(agree(&text).unwrap_or_else(|difference| panic!("{text:?}\n{difference}")))
}

#[test]
fn whatever_is_changed_in_a_chart_both_ways_say_the_same() {
    let charts = charts();
    arbtest(|u| tried(u, &charts).map(|_| ()));
}

/// As many on a slow machine as on a fast one.
#[test]
fn some_changes_leave_a_chart_plain_and_some_do_not() {
    let charts = charts();
    let (mut plain, mut others) = (0, 0);
    let mut state = 1_u64;
    for _ in 0..200 {
        let mut bytes = [0; 512];
        for byte in &mut bytes {
            // Knuth's generator of MMIX.
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = state.to_be_bytes()[0];
        }
        match tried(&mut Unstructured::new(&bytes), &charts) {
            Ok(Route::Lines) => plain += 1,
            Ok(Route::Library) => others += 1,
            Err(_) => {}
        }
    }
    assert!(plain >= 20 && others >= 20, "{plain} plain texts, {others} others");
}
