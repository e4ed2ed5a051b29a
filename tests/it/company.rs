//! The company of the rules' examples, and examples added to it.

use crate::support::project;

/// What an example is read with: itself, and the company less what the example replaces.
pub(crate) fn with_company(example: &str) -> Vec<(&'static str, String)> {
    let is_whole = example.lines().any(|line| line.starts_with("rightseat:"));
    if is_whole {
        return vec![("example.yaml", example.to_owned())];
    }
    let company =
        std::fs::read_to_string(project().join("src/check/rules/company.yaml")).expect("the company is there");
    let replaced = keys(example);
    let mut left = String::new();
    let mut section = String::new();
    let mut is_kept = true;
    for line in company.lines() {
        if let Some(path) = key_path(line, &mut section) {
            is_kept = path.is_empty() || !replaced.contains(&path);
        }
        if is_kept {
            left.push_str(line);
            left.push('\n');
        }
    }
    vec![("company.yaml", left), ("example.yaml", example.to_owned())]
}

/// The keys at the top and the entries of sections: `reviewed`, `seats.lead`.
fn keys(text: &str) -> Vec<String> {
    let mut section = String::new();
    text.lines().filter_map(|line| key_path(line, &mut section)).collect()
}

/// The key that a line begins: one at the top with its value, or an entry of a section; empty for the section's own.
fn key_path(line: &str, section: &mut String) -> Option<String> {
    let trimmed = line.trim_start();
    let depth = line.len() - trimmed.len();
    let (key, rest) = trimmed.split_once(':')?;
    if trimmed.starts_with(['#', '-']) || depth > 2 {
        return None;
    }
    if depth == 0 {
        key.clone_into(section);
        // A section's own line always stays: an empty section is no mistake.
        let has_value = !rest.trim().is_empty() && !rest.trim().starts_with('#');
        return Some(if has_value { key.to_owned() } else { String::new() });
    }
    (depth == 2).then(|| format!("{section}.{key}"))
}
