//! The script and the style of a page, and the policy that lets these run and nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The style sheet; colours of functions and pictures are added to it.
pub(super) const STYLE: &str = include_str!("../../assets/page/page.css");

/// A module of the script: its name and its text.
type Module = (&'static str, &'static str);

macro_rules! modules {
    ($($name:literal),*) => {
        &[$(($name, include_str!(concat!("../../assets/page/", $name)))),*]
    };
}

/// The modules in the order of their imports.
const MODULES: &[Module] = modules![
    "words.js",
    "data.js",
    "dom.js",
    "copy.js",
    "layout.js",
    "lens.js",
    "search.js",
    "boxes.js",
    "lines.js",
    "revisions.js",
    "stage.js",
    "card.js",
    "outline.js",
    "present.js",
    "hands.js",
    "main.js"
];

/// The modules as one text: without what ties them together and without comments and indents, which the source keeps
/// for its readers, in one function, so that no name reaches the page.
pub(super) fn script(further: &[&str]) -> String {
    let mut joined = String::from("\"use strict\";\n(() => {\n");
    for text in MODULES.iter().map(|(_, text)| *text).chain(further.iter().copied()) {
        let mut in_comment = false;
        for line in text.lines().filter(|line| !line.starts_with("import ")) {
            let trimmed = line.trim_start();
            in_comment |= trimmed.starts_with("/**");
            let is_said = !in_comment && !trimmed.starts_with("//") && !trimmed.is_empty();
            in_comment &= !trimmed.contains("*/");
            if !is_said {
                continue;
            }
            joined.push_str(&untyped(trimmed.strip_prefix("export ").unwrap_or(trimmed)));
            joined.push('\n');
        }
    }
    joined.push_str("})();\n");
    joined
}

/// A line without the types that are noted in it.
fn untyped(line: &str) -> String {
    let mut rest = line;
    let mut plain = String::with_capacity(line.len());
    while let Some((before, after)) = rest.split_once("/** @type ") {
        plain.push_str(before);
        let (_, after) = after.split_once("*/").expect("a note of a type ends on its line");
        rest = after.trim_start();
    }
    plain + rest
}

/// The policy of a page with this script and this style. `connect` is where the script may ask, if anywhere.
pub(super) fn policy(script: &str, style: &str, connect: Option<&str>) -> String {
    let connect = connect.map_or_else(String::new, |connect| format!(" connect-src {connect};"));
    format!(
        "default-src 'none'; script-src '{}'; style-src '{}';{connect} base-uri 'none'; form-action 'none'",
        hash(script),
        hash(style)
    )
}

/// A text by its hash, as policies name it.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::phrase::PageLabel;

    /// What a module declares at its top, and which of that it exports.
    fn declared(text: &str) -> (Vec<String>, BTreeSet<String>) {
        let mut all = Vec::new();
        let mut exported = BTreeSet::new();
        for line in text.lines() {
            let rest = line.strip_prefix("export ").unwrap_or(line);
            let Some((_, rest)) = ["function ", "const ", "let ", "class "]
                .iter()
                .find_map(|word| rest.strip_prefix(word).map(|rest| (word, rest)))
            else {
                continue;
            };
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '$').collect();
            assert!(!name.is_empty(), "a name stands alone in `{line}`");
            if line.starts_with("export ") {
                exported.insert(name.clone());
            }
            all.push(name);
        }
        (all, exported)
    }

    #[test]
    fn modules_join_without_a_clash() {
        let mut exports: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let mut names = BTreeSet::new();
        for (module, text) in MODULES {
            for line in text.lines().filter(|line| line.starts_with("import ")) {
                let (wanted, from) = line
                    .strip_prefix("import { ")
                    .and_then(|line| line.strip_suffix("\";"))
                    .and_then(|line| line.split_once(" } from \"./"))
                    .unwrap_or_else(|| panic!("{module}: an import stands on one line: {line}"));
                for name in wanted.split(", ") {
                    assert!(exports.get(from).is_some_and(|all| all.contains(name)), "{module}: {from} has no {name}");
                }
            }
            let (all, exported) = declared(text);
            for name in all {
                assert!(names.insert(name.clone()), "{module}: `{name}` is declared twice");
            }
            exports.insert(module, exported);
        }
    }

    #[test]
    fn comments_stand_on_lines_of_their_own() {
        for (module, text) in MODULES {
            for line in text.lines().filter(|line| line.contains("/**") && line.contains("*/")) {
                let is_alone = line.trim_start().starts_with("/**") && line.trim_end().ends_with("*/");
                let after = line.rsplit("*/").next().unwrap_or_default();
                assert!(
                    is_alone || !line.trim_start().starts_with("/**") || !after.trim().is_empty(),
                    "{module}: {line}"
                );
                assert!(!line.trim_start().starts_with("/**") || is_alone, "{module}: {line}");
            }
        }
    }

    #[test]
    fn no_text_runs_over_several_lines() {
        // Its indents would be part of it.
        for (module, text) in MODULES {
            for line in text.lines() {
                assert_eq!(line.matches('`').count() % 2, 0, "{module}: {line}");
            }
        }
    }

    #[test]
    fn types_are_for_readers_of_the_source() {
        let line = "const at = (/** @type {number} */ seat) => (/** @type {Tree} */ (this.tree)).kids[seat];";
        assert_eq!(untyped(line), "const at = (seat) => ((this.tree)).kids[seat];");
        assert!(!script(&[]).contains("/*"));
    }

    #[test]
    fn the_script_writes_no_markup() {
        for (module, text) in MODULES {
            let never = [
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "document.write",
                "eval(",
                "Function(",
                "localStorage",
                "Math.max(...",
                "Math.min(...",
                "import(\"http",
            ];
            for word in never {
                assert!(!text.contains(word), "{module} uses {word}");
            }
        }
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
    }

    #[test]
    fn the_script_says_what_is_in_the_table_of_labels() {
        let keys: BTreeSet<&str> = PageLabel::of_script().map(PageLabel::key).collect();
        let mut said = BTreeSet::new();
        for (module, text) in MODULES {
            for (at, _) in text.match_indices("say(\"") {
                let label = text[at + 5..].split('"').next().unwrap_or_default();
                assert!(keys.contains(label), "{module} says `{label}`, which is no label");
                said.insert(label);
            }
        }
        assert!(said.len() > 50, "{said:?}");
        // Some are used by a name that is looked up.
        let is_there = |label: &str| MODULES.iter().any(|(_, text)| text.contains(&format!("\"{label}\"")));
        let unsaid: Vec<&str> = keys.into_iter().filter(|label| !is_there(label)).collect();
        assert_eq!(unsaid, Vec::<&str>::new());
        // Nothing that is shown is written in the script itself.
        for (module, text) in MODULES {
            for word in ["aria-label\": \"", "title: \"", "placeholder: \"", "words: \""] {
                assert!(!text.contains(word), "{module} writes words of its own after `{word}`");
            }
        }
    }

    #[test]
    fn hashes_are_those_that_browsers_compute() {
        // The example of the specification of subresource integrity.
        assert_eq!(hash("alert('Hello, world.');"), "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=");
    }
}
