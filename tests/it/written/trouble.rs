//! A check that can't run says so in every output that was asked for, whatever the reason.

use std::fs;

use crate::support::{folder, rightseat};

use super::CHART;

const FORMATS: [&str; 8] = ["human", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown"];

/// Arguments of a check that can't run, and the message.
const REASONS: &[(&str, &str)] = &[
    ("gone.yaml", "cannot read gone.yaml: no such file or directory"),
    ("c.yaml gone.yaml", "cannot read gone.yaml: no such file or directory"),
    ("c.yaml --since nosuch", "there is no git repository here to look for `nosuch` in"),
    ("c.yaml --baseline nosuch.json", "cannot read nosuch.json: no such file or directory"),
    ("c.yaml --baseline broken.json", "broken.json: "),
    ("c.yaml -A no-such-rule", "there is no rule `no-such-rule`"),
    ("c.yaml -A invalid-yaml", "`invalid-yaml` can't be turned off"),
    ("empty", "no chart in empty"),
    ("bad/c.yaml", "bad/rightseat.yaml is not UTF-8 text"),
    ("HEAD:c.yaml", "there is no file HEAD:c.yaml, and no git repository here"),
    ("c.yaml --write-baseline broken.json", "broken.json: "),
];

#[test]
fn what_can_not_run_is_written_to_every_output() {
    for (arguments, reason) in REASONS {
        let home =
            folder(&[("c.yaml", CHART), ("broken.json", "no json"), ("empty/notes.txt", ""), ("bad/c.yaml", CHART)]);
        fs::remove_dir_all(home.path().join(".git")).expect("it is there");
        fs::write(home.path().join("bad/rightseat.yaml"), b"\xff\xfe\xff").expect("it can be written");
        let files: Vec<String> = FORMATS.iter().map(|format| format!("--output={format}=out.{format}x")).collect();
        let mut all: Vec<&str> = vec!["check"];
        all.extend(arguments.split(' '));
        all.extend(files.iter().map(String::as_str));
        all.extend(["--format", "github"]);
        let ran = rightseat(home.path(), &all);
        assert_eq!(ran.code, 2, "{arguments}: {}", ran.err);
        assert!(ran.err.contains(&format!("error: {reason}")), "{arguments}: {}", ran.err);
        assert_eq!(ran.err.matches("error: ").count(), 1, "{arguments}: said once: {}", ran.err);
        let annotation = format!("::error title=rightseat::{reason}");
        assert!(ran.out.contains(&annotation), "{arguments}: {}", ran.out);
        for format in FORMATS {
            let text = fs::read_to_string(home.path().join(format!("out.{format}x"))).expect(format);
            // GitLab's report has no place for it: the job's exit code says it.
            let said = reason.replace('\'', "&#39;");
            let is_said = text.contains(reason) || format == "junit" && text.contains(&said);
            assert_eq!(is_said, format != "gitlab", "{arguments} {format}: {text}");
        }
        let alone = rightseat(home.path(), &[&["check"], &arguments.split(' ').collect::<Vec<_>>()[..]].concat());
        assert_eq!(alone.code, 2);
    }
}

#[test]
fn a_refused_file_is_left_alone_and_standard_output_says_why() {
    let home = folder(&[("c.yaml", CHART)]);
    let ran = rightseat(
        home.path(),
        &["check", "c.yaml", "--format", "github", "--output", "json=o", "--output", "sarif=./o"],
    );
    assert_eq!(ran.code, 2);
    assert!(ran.out.starts_with("::error title=rightseat::two outputs for o and ./o"), "{}", ran.out);
    assert!(!home.path().join("o").exists());
}
