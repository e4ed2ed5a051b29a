//! What to write instead of a command line that can't be understood.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// Words that other programs have for a command, and the command.
const COMMANDS: [(&str, &str); 18] = [
    ("lint", "check"),
    ("validate", "check"),
    ("verify", "check"),
    ("test", "check"),
    ("draw", "render"),
    ("plot", "render"),
    ("picture", "render"),
    ("svg", "render"),
    ("compare", "diff"),
    ("changes", "diff"),
    ("report", "review"),
    ("packet", "review"),
    ("history", "trend"),
    ("new", "init"),
    ("create", "init"),
    ("who", "show --who"),
    ("rules", "explain"),
    ("convert", "import"),
];

/// Options that other programs have, and what to write here.
const OPTIONS: [(&str, &str); 10] = [
    ("--strict", "--fail-on warning"),
    ("--werror", "--fail-on warning"),
    ("--fail-on-warnings", "--fail-on warning"),
    ("--warnings-as-errors", "--fail-on warning"),
    ("--out", "-o FILE"),
    ("--out-file", "-o FILE"),
    ("--json", "--format json"),
    ("--markdown", "--format markdown"),
    ("--disable", "--allow RULE"),
    ("--ignore", "--allow RULE"),
];

/// One line that says what to write, where it is clear what was meant.
pub(super) fn hint(usage: &Error, command: Option<&str>) -> Option<String> {
    let word = |kind| match usage.get(kind) {
        Some(ContextValue::String(word)) => Some(word.as_str()),
        _ => None,
    };
    let of = |all: &[(&str, &'static str)], word: &str| {
        let word = word.to_lowercase();
        all.iter().find(|(other, _)| *other == word).map(|(_, ours)| *ours)
    };
    match usage.kind() {
        ErrorKind::InvalidSubcommand => {
            let ours = of(&COMMANDS, word(ContextKind::InvalidSubcommand)?)?;
            Some(format!("write `rightseat {ours}`"))
        }
        ErrorKind::UnknownArgument => {
            let unknown = word(ContextKind::InvalidArg)?;
            let is_picture = [".svg", ".png", ".pdf", ".pptx", ".dot", ".mmd"].iter().any(|ending| unknown.ends_with(ending));
            if is_picture && !unknown.starts_with('-') && command == Some("render") {
                return Some(format!("write `-o {unknown}`"));
            }
            of(&OPTIONS, unknown.split('=').next()?).map(|ours| format!("write `{ours}`"))
        }
        ErrorKind::MissingRequiredArgument if command == Some("diff") => Some(
            "name two charts, such as `rightseat diff charts/acme/2026-Q3 charts/acme/2026-Q4`, or one at a revision in \
             git and one as it is: `rightseat diff HEAD:charts/acme charts/acme`"
                .to_owned(),
        ),
        _ => None,
    }
}
