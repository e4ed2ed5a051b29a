//! A picture without names holds none: not in the text for screen readers, not in its description, in no kind or view.

use std::fs;

use crate::support::{any_size, folder, project, rightseat};

/// The names of the people of the example company.
fn names() -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(project().join("charts/northwind/2026-Q4")).expect("the example is there") {
        let text = fs::read_to_string(entry.expect("it can be listed").path()).expect("it can be read");
        let mut is_people = false;
        for line in text.lines().filter(|line| !line.is_empty()) {
            if line.starts_with([' ', '#']) {
                let name = line.split_once(": ").filter(|_| is_people).map(|(_, name)| name.replace("{name: ", ""));
                names.extend(name.map(|name| name.split([',', '}', '#']).next().unwrap_or_default().trim().to_owned()));
            } else {
                is_people = line.starts_with("people:");
            }
        }
    }
    names.retain(|name| name.contains(' ') && name.chars().all(|letter| letter.is_alphabetic() || letter == ' '));
    names
}

#[test]
fn a_picture_without_names_holds_none() {
    let names = names();
    assert!(names.len() > 15, "{names:?}");
    let home = folder(&[]);
    let chart = project().join("charts/northwind");
    let chart = chart.to_str().expect("paths of the project are text");
    for view in ["chart", "strategy"] {
        for file in ["p.svg", "p.dot", "p.mmd", "p.pdf"] {
            let drawn = |show: &str| {
                let options = ["--view", view, "--show", show, "-o", file];
                let ran = rightseat(home.path(), &[&["render", chart], &options[..], any_size(file)].concat());
                assert_eq!(ran.code, 0, "{}", ran.err);
                let bytes = fs::read(home.path().join(file)).expect("it is written");
                String::from_utf8_lossy(&bytes).into_owned()
            };
            let held = |text: &str| names.iter().filter(|name| text.contains(name.as_str())).count();
            assert_eq!(held(&drawn("title,function")), 0, "{file} {view}");
            // In a PDF words are compressed.
            assert!(file == "p.pdf" || held(&drawn("title,owner")) > 5, "{file} {view}");
        }
    }
}

#[test]
fn a_diagram_shows_what_is_asked_for() {
    let home = folder(&[(
        "a.yaml",
        "people: {x: Xena Ash}\nseats: {s: {title: Sales, owner: x}}\npriorities: {p: {title: Win, owner: s}}\n",
    )]);
    for (show, line) in [
        ("title", "n0 [label=\"Sales\"]"),
        ("owner", "n0 [label=\"Xena Ash\"]"),
        ("title,owner", "n0 [label=\"Sales\\nXena Ash\"]"),
        ("title,priorities,load", "n0 [label=\"Sales\\n6 %\\nWin\"]"),
    ] {
        let ran = rightseat(home.path(), &["render", "a.yaml", "-o", "-", "--format", "dot", "--show", show]);
        assert!(ran.out.contains(line), "{show}: {}", ran.out);
    }
}
