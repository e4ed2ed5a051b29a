//! The layers of ARCHITECTURE.md: a module uses only what stands to its left.

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
