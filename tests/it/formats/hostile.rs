//! Charts whose every text tries to be taken for something else.

use std::fs;

use tempfile::TempDir;

use crate::support::{Ran, rightseat};

use super::FORMATS;
use super::runner::{commands, obeyed_elsewhere};

/// Texts that log readers, browsers, Markdown or spreadsheets would obey.
pub(crate) const PAYLOADS: [&str; 14] = [
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
pub(crate) fn chart(payload: &str) -> String {
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
    // What can't be read is reported on standard error, which a runner reads as well.
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

#[test]
fn no_other_output_holds_a_command_a_control_or_an_override() {
    // Written as escapes, whatever they are, so that the chart can be read.
    let escaped = |payload: &str| payload.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
    let (mut people, mut seats) = (String::new(), String::new());
    for (at, text) in PAYLOADS.map(escaped).iter().enumerate() {
        people += &format!("  p{at}: \"{text}\"\n");
        seats += &format!("  s{at}: {{title: \"{text}\", owner: p{at}, responsibilities: [\"{text}\", \"{text}\"]}}\n");
    }
    let organization = escaped(PAYLOADS[0]);
    let whole =
        format!("organization: \"{organization}\"\npeople:\n{people}seats:\n{seats}priorities: {{q: {{title: Q}}}}\n");
    let home = crate::support::folder(&[("chart.yaml", &whole)]);
    for arguments in [
        &["review", "chart.yaml"][..],
        &["review", "chart.yaml", "--format", "markdown"],
        &["review", "chart.yaml", "--format", "json"],
        &["show", "s0", "s1", "s4", "p0", "p2", "--chart", "chart.yaml"],
        &["show", "--who", "error", "--chart", "chart.yaml"],
        &["export", "csv", "chart.yaml"],
        &["export", "json", "chart.yaml"],
        &["export", "backstage", "chart.yaml"],
        &["export", "dot", "chart.yaml"],
        &["export", "mermaid", "chart.yaml"],
        &["render", "chart.yaml", "-o", "-", "--min-font", "0"],
        &["render", "chart.yaml", "-o", "-", "--format", "dot"],
        &["render", "chart.yaml", "-o", "-", "--view", "strategy"],
    ] {
        let ran = rightseat(home.path(), arguments);
        assert!(ran.code == 0 && ran.out.contains("error"), "{arguments:?}: {}", ran.err);
        let hidden = ran.out.chars().find(|&character| rightseat::text::forbidden(character));
        assert_eq!(hidden, None, "{arguments:?}: {}", ran.out);
        let is_for_people = matches!(arguments[0], "review" | "show");
        assert!(!is_for_people || commands(&ran.out).is_empty(), "{arguments:?}: {}", ran.out);
        // CSV has no escape that would keep the value of a cell.
        let is_table = arguments[1] == "csv";
        assert!(is_table || !obeyed_elsewhere(&ran.out), "{arguments:?}: {}", ran.out);
    }
}

#[test]
fn a_folder_s_name_is_no_command_to_the_terminal() {
    let home = TempDir::new().expect("a folder can be made");
    let charts = "c\u{1b}[2J";
    for (revision, text) in [("2026-Q1", "seats: {a: ["), ("2026-Q2", "seats: {a: {title: A}}\n")] {
        let folder = home.path().join(charts).join(revision);
        fs::create_dir_all(&folder).expect("a folder can be made");
        fs::write(folder.join("chart.yaml"), format!("rightseat: 1\norganization: A\nrevision: {revision}\n{text}"))
            .expect("a file can be written");
    }
    let ran = rightseat(home.path(), &["show", "a", "--chart", charts]);
    assert!(ran.code == 0 && ran.err.contains("c\\u{1b}[2J/2026-Q1 can't be read in full"), "{}", ran.err);
}

#[test]
fn a_diff_holds_no_command_either() {
    let mut told = 0;
    for payload in PAYLOADS {
        let text = serde_json::to_string(payload).expect("a string is JSON");
        let home = TempDir::new().expect("a folder can be made");
        let chart = |title: &str| {
            format!("organization: {text}\npeople: {{a: {title}}}\nseats: {{s: {{title: {title}, owner: a}}}}\n")
        };
        fs::write(home.path().join("old.yaml"), chart("Before")).expect("a file can be written");
        fs::write(home.path().join("new.yaml"), chart(&text)).expect("a file can be written");
        for format in ["text", "markdown", "json"] {
            let ran = rightseat(home.path(), &["diff", "old.yaml", "new.yaml", "--format", format]);
            told += usize::from(ran.code == 0 && ran.out.contains("Before"));
            assert_eq!(commands(&ran.out), [], "{format}: {payload:?}\n{}", ran.out);
            assert!(!obeyed_elsewhere(&ran.out) && !obeyed_elsewhere(&ran.err), "{format}: {payload:?}\n{}", ran.out);
        }
    }
    assert!(told > 30, "{told}");
}
