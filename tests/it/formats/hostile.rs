//! Charts whose every text tries to be taken for something else.

use std::fs;

use tempfile::TempDir;

use crate::support::{Ran, rightseat};

use super::FORMATS;
use super::runner::{commands, obeyed_elsewhere};

/// Texts that log readers, browsers, Markdown or spreadsheets would obey.
pub(super) const PAYLOADS: [&str; 14] = [
    "::error::pwned",
    "x\n::set-env name=PATH::/tmp\n",
    "x\r::add-mask::a",
    "a ##[set-env name=PATH]/tmp",
    "##vso[task.setvariable variable=x]y ##teamcity[message text='x']",
    "%0A::stop-commands::t%0D",
    "@torvalds #1 GH-2 www.evil.example https://evil.example",
    "``` `x` [a](javascript:alert(1)) | b | ![i](//evil.example/x.png)",
    "<script>alert(1)</script><!-- & -->",
    "]]> \" ' < > & \u{85}::error::x",
    "\u{1b}]0;title\u{7}\u{1b}[2J\u{9b}1m",
    "\u{202e}drow\u{2028}::error::y",
    "{0} {{x}} ${{ secrets.TOKEN }} $(id)",
    "\u{ffff}\u{fffe}",
];

/// A chart that says a payload wherever it can, so that as many messages as possible hold it.
fn chart(payload: &str) -> String {
    let text = serde_json::to_string(payload).expect("a string is JSON");
    format!(
        "organization: {text}\nreviewed: {text}\nstrategy:\n  intent: {text}\n  lane: {text}\n  {text}: {text}\n  values: [a]\n  \
         promise: {{text: {text}, owner: {text}}}\npeople:\n  ana: {text}\n  bo: {text}\n  {text}: {text}\n  cy: {{name: {text}, \
         capacity: {text}}}\nseats:\n  top: {{title: {text}, owner: [ana, bo, {text}], responsibilities: [{text}]}}\n  low:\n    \
         title: {text}\n    reports_to: {text}\n    responsibilities: [{text}, {text}]\n    fit: {text}\n    note: {text}\n    \
         allow: [{{rule: {text}, reason: {text}, until: {text}}}]\n  {text}: {{title: {text}}}\npriorities:\n  p:\n    title: {text}\n    \
         owner: {text}\n    supports: [{text}]\n    status: {text}\n  {text}: 1\nmetrics:\n  m: {{title: {text}, target: {text}, \
         actual: {text}, measures: [{text}]}}\n{text}: {text}\n"
    )
}

/// Runs `check` on the chart of a payload, in a file whose name is hostile too.
pub(super) fn checked(payload: &str, format: &str) -> Ran {
    let home = TempDir::new().expect("a folder can be made");
    fs::create_dir(home.path().join(".git")).expect("a folder can be made");
    for name in ["::error file=x::y,z:%0A`a`@b.yaml", "plain.yaml"] {
        fs::write(home.path().join(name), chart(payload)).expect("a file can be written");
    }
    // What can't be read is told on standard error, which a runner reads as well.
    std::os::unix::fs::symlink("nowhere", home.path().join("x\n::error::y ##[error]z.yaml"))
        .expect("a link can be made");
    rightseat(home.path(), &["check", ".", "--verbose", "--format", format])
}

#[test]
fn no_format_holds_a_command_for_a_ci_system() {
    for payload in PAYLOADS {
        for format in FORMATS {
            let ran = checked(payload, format);
            assert_eq!(commands(&ran.err), [], "{format}: {payload:?}");
            assert!(!obeyed_elsewhere(&ran.err) && !obeyed_elsewhere(&ran.out), "{format}: {payload:?}\n{}", ran.out);
            if format != "github" {
                assert_eq!(commands(&ran.out), [], "{format}: {payload:?}\n{}", ran.out);
            }
        }
    }
}

#[test]
fn no_format_holds_a_control_or_an_override() {
    for payload in PAYLOADS {
        for format in FORMATS {
            let ran = checked(payload, format);
            for text in [ran.out, ran.err] {
                let hidden = text.chars().find(|&character| rightseat::text::forbidden(character));
                assert_eq!(hidden, None, "{format}: {payload:?}");
            }
        }
    }
}

#[test]
fn the_payloads_reach_many_messages() {
    let ran = checked(PAYLOADS[0], "concise");
    let rules: std::collections::BTreeSet<&str> =
        ran.out.lines().filter_map(|line| line.split('[').nth(1)?.split(']').next()).collect();
    assert!(rules.len() > 10 && ran.out.matches("pwned").count() > 20, "{rules:?}\n{}", ran.out);
}
