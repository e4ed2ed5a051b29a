//! The layers of ARCHITECTURE.md: a module uses only what stands to its left.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::support::project;

/// The one line that names the layers in order.
fn layers() -> Vec<String> {
    let page = std::fs::read_to_string(project().join("ARCHITECTURE.md")).expect("the page is there");
    let line = page.lines().find(|line| line.contains("text → model")).expect("the page lists the layers");
    line.split('→').map(|layer| layer.trim().to_owned()).collect()
}

fn rust_files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut left = vec![folder.to_path_buf()];
    while let Some(folder) = left.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder can be read").flatten() {
            let path = entry.path();
            if path.is_dir() {
                left.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push((path.display().to_string(), std::fs::read_to_string(&path).expect("source is text")));
            }
        }
    }
    found.sort();
    found
}

/// The layers that a text names as `crate::layer`, also in braces.
fn used(text: &str, layers: &[String]) -> Vec<usize> {
    let mut used = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        let group = rest.strip_prefix('{').and_then(|rest| rest.split('}').next()).unwrap_or("");
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        used.extend(layers.iter().position(|layer| {
            *layer == name || group.split([',', ' ']).any(|part| part.split("::").next() == Some(layer))
        }));
    }
    used
}

fn wrong_imports(layer: usize, text: &str, layers: &[String]) -> Vec<String> {
    used(text, layers).into_iter().filter(|&other| other > layer).map(|other| layers[other].clone()).collect()
}

#[test]
fn imports_point_left() {
    let layers = layers();
    for (at, layer) in layers.iter().enumerate() {
        let files = rust_files(&project().join("src").join(layer));
        assert!(!files.is_empty(), "{layer} is listed and not there");
        for (path, text) in files {
            assert_eq!(wrong_imports(at, &text, &layers), Vec::<String>::new(), "{path}");
        }
    }
}

#[test]
fn every_folder_is_a_layer() {
    let mut folders: Vec<String> = std::fs::read_dir(project().join("src"))
        .expect("the folder is there")
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    let mut layers = layers();
    folders.sort();
    layers.sort();
    assert_eq!(folders, layers);
}

#[test]
fn an_import_to_the_right_is_noticed() {
    let layers = layers();
    assert_eq!(wrong_imports(0, "use crate::model::Chart;", &layers), ["model"]);
    assert_eq!(wrong_imports(0, "use crate::{error::Error, cli::run};", &layers), ["cli"]);
    assert_eq!(wrong_imports(1, "use crate::text::Span;", &layers), Vec::<String>::new());
}

/// Above these the world begins: files, clock, environment, output.
#[test]
fn what_stands_before_load_is_pure() {
    let layers = layers();
    let pure = layers.iter().take_while(|layer| *layer != "load");
    for (path, text) in pure.flat_map(|layer| rust_files(&project().join("src").join(layer))) {
        for word in ["std::fs", "std::env::", "println!", "SystemTime", "ZonedDateTime", "std::process", "std::net"] {
            assert!(!text.contains(word), "{path} uses {word}");
        }
    }
}

/// The licences are shown as they are.
const VERBATIM: &str = "/src/cli/licenses.rs";

/// What a command prints is a page (`Env::show`), or comes from the writer of a format in `report`, `render` or
/// `exchange`: none has words, lines or tables of its own.
#[test]
fn what_commands_print_is_written_elsewhere() {
    for (path, text) in rust_files(&project().join("src/cli")) {
        let path = path.replace('\\', "/");
        let worded: Vec<&str> = printed(&text).into_iter().filter(|printed| printed.contains('"')).collect();
        assert!(worded.is_empty() || path.ends_with(VERBATIM), "{path} prints {worded:?}");
        for word in ["writeln!", "join(\"\\n\")", "\" \".repeat"] {
            // The manual's pages are a format, too.
            assert!(!text.contains(word) || path.ends_with("/man.rs"), "{path} makes lines by {word}");
        }
    }
}

/// What is handed to standard output, call by call.
fn printed(text: &str) -> Vec<&str> {
    let calls = text.split(".print(").skip(1).map(|rest| {
        let mut depth = 1;
        let end = rest.find(|letter| {
            depth += i32::from(letter == '(') - i32::from(letter == ')');
            depth == 0
        });
        &rest[..end.unwrap_or(rest.len())]
    });
    calls.collect()
}

#[test]
fn words_that_are_printed_are_noticed() {
    let text = "env.print(&format!(\"{}\", a(b)))?; \"apart\"; env.print(&json(run))?;";
    assert_eq!(printed(text), ["&format!(\"{}\", a(b))", "&json(run)"]);
}

/// A reader sees a file whole after some turning of a wheel, and a function on one screen.
#[test]
fn files_and_functions_are_short() {
    for (path, text) in rust_files(&project().join("src")) {
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.len() <= 400, "{path} has {} lines", lines.len());
        for (name, length) in functions(&lines) {
            assert!(length <= 70, "{path}: `{name}` has {length} lines");
        }
    }
}

/// The functions of a formatted file with their lengths: each ends at a brace as far in as it begins.
fn functions<'t>(lines: &[&'t str]) -> Vec<(&'t str, usize)> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some((before, rest)) = line.split_once("fn ") else { continue };
        let is_head =
            before.trim().split(' ').all(|word| word.is_empty() || word.starts_with("pub") || word == "const");
        let indent = before.len() - before.trim_start().len();
        let ends = |line: &&str| line.len() == indent + 1 && line.trim_start() == "}";
        if let Some(length) = lines[at..].iter().position(ends).filter(|_| is_head) {
            found.push((rest.split(['(', '<']).next().unwrap_or(rest), length + 1));
        }
    }
    found
}

#[test]
fn a_long_function_is_noticed() {
    let long =
        format!("impl A {{\n    pub(super) const fn f<'a>(\n    ) {{\n{}    }}\n}}\n", "        x();\n".repeat(70));
    assert_eq!(functions(&long.lines().collect::<Vec<_>>()), [("f", 73)]);
}

#[test]
fn files_of_a_layer_use_each_other_in_one_direction() {
    let files: BTreeMap<String, String> = rust_files(&project().join("src"))
        .into_iter()
        .filter_map(|(path, text)| {
            let path = path.replace('\\', "/");
            let (_, inside) = path.rsplit_once("/src/")?;
            let name = inside.strip_suffix(".rs")?;
            Some((name.strip_suffix("/mod").unwrap_or(name).to_owned(), text))
        })
        .collect();
    let uses: BTreeMap<&str, BTreeSet<&str>> =
        files.keys().map(|file| (file.as_str(), used_by(file, &files))).collect();
    let reached = |from: &str| {
        let (mut seen, mut left) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(file) = left.pop() {
            for next in &uses[file.as_str()] {
                if seen.insert(*next) {
                    left.push((*next).to_owned());
                }
            }
        }
        seen
    };
    let reach: BTreeMap<&str, BTreeSet<&str>> = uses.keys().map(|file| (*file, reached(file))).collect();
    for (file, others) in &reach {
        let circle: Vec<&str> = others.iter().copied().filter(|other| reach[other].contains(file)).collect();
        assert_eq!(circle, [""; 0], "{file} uses itself by way of these");
    }
}

/// The files whose names a file takes in, through the names that a folder hands on. The folder itself, which holds what
/// its files have in common, is none of them.
fn used_by<'f>(file: &str, files: &'f BTreeMap<String, String>) -> BTreeSet<&'f str> {
    let text = files[file].split("#[cfg(test)]").next().unwrap_or_default();
    let imports = statements(text).filter(|(is_public, _)| !is_public).flat_map(|(_, tree)| paths(tree));
    let found = imports.filter_map(|path| home(file, &path, files, 8));
    found.filter(|other| *other != file && !file.starts_with(&format!("{other}/"))).collect()
}

/// The trees of `use` statements, and whether they hand on.
fn statements(text: &str) -> impl Iterator<Item = (bool, &str)> {
    let starts = text.match_indices("use ").filter(|(at, _)| {
        let before = text[..*at].rsplit('\n').next().unwrap_or_default();
        before.is_empty() || before.starts_with("pub")
    });
    starts.filter_map(move |(at, _)| {
        let is_public = !text[..at].ends_with('\n') && at > 0;
        Some((is_public, text[at + 4..].split_once(';')?.0))
    })
}

/// `a::{b, c::d}` as `a::b` and `a::c::d`.
fn paths(tree: &str) -> Vec<Vec<String>> {
    let (mut found, mut prefix, mut marks, mut word) = (Vec::new(), Vec::new(), Vec::new(), String::new());
    for letter in tree.chars().chain([',']) {
        match letter {
            '{' => {
                let steps = word.split("::").map(str::trim).filter(|step| !step.is_empty()).map(str::to_owned);
                marks.push(prefix.len());
                prefix.extend(steps.collect::<Vec<String>>());
                word.clear();
            }
            ',' | '}' => {
                let name = word.split(" as ").next().unwrap_or_default().trim().to_owned();
                if !name.is_empty() {
                    found.push(prefix.iter().cloned().chain(name.split("::").map(str::to_owned)).collect());
                }
                word.clear();
                if letter == '}' {
                    prefix.truncate(marks.pop().unwrap_or(0));
                }
            }
            _ => word.push(letter),
        }
    }
    found
}

/// The file in which the name at the end of a path is at home.
fn home<'f>(from: &str, path: &[String], files: &'f BTreeMap<String, String>, depth: usize) -> Option<&'f str> {
    let mut at: Vec<&str> = from.split('/').collect();
    let mut steps = path.iter().map(String::as_str).peekable();
    match steps.peek()? {
        &"crate" => {
            at.clear();
            steps.next();
        }
        &"super" => {}
        &"self" => {
            steps.next();
        }
        first if files.contains_key(&[&at[..], &[*first]].concat().join("/")) => {}
        _ => return None,
    }
    while steps.next_if_eq(&"super").is_some() {
        at.pop();
    }
    while let Some(step) = steps.next_if(|step| files.contains_key(&[&at[..], &[*step]].concat().join("/"))) {
        at.push(step);
    }
    let (here, text) = files.get_key_value(&at.join("/"))?;
    let Some(name) = steps.next().filter(|_| depth > 0) else { return Some(here) };
    let handed_on = statements(text).filter(|(is_public, _)| *is_public).flat_map(|(_, tree)| paths(tree));
    let mut further = handed_on.filter(|path| path.last().is_some_and(|last| last == name));
    further.find_map(|path| home(here, &path, files, depth - 1)).or(Some(here))
}

#[test]
fn a_circle_of_files_is_noticed() {
    let files = [("a", "pub use b::B;"), ("a/b", "use super::{c::C, B};"), ("a/c", "use crate::a::B;\nuse std::fmt;")];
    let files: BTreeMap<String, String> = files.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
    assert_eq!(used_by("a/b", &files), BTreeSet::from(["a/c"]));
    assert_eq!(used_by("a/c", &files), BTreeSet::from(["a/b"]));
    assert_eq!(used_by("a", &files), BTreeSet::new());
}
