//! The files by which teams put rightseat into their CI: they use only options that exist, and run nothing from a pull
//! request as code.

use std::collections::BTreeSet;
use std::fs;

use serde_yaml::Value;

use crate::support::project;

fn read(path: &str) -> String {
    fs::read_to_string(project().join(path)).expect(path)
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).expect("it is YAML")
}

/// The YAML blocks of the page on CI.
fn blocks() -> Vec<String> {
    let page = read("docs/ci.md");
    let blocks = page.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap_or_default().to_owned());
    blocks.collect()
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_mapping().into_iter().flat_map(|mapping| mapping.keys()).filter_map(Value::as_str).collect()
}

const ACTIONS: [(&str, &str); 2] = [
    ("action.yml", "OWNER/rightseat@"),
    ("integrations/github/comment/action.yml", "OWNER/rightseat/integrations/github/comment@"),
];

#[test]
fn no_step_of_an_action_holds_text_from_outside() {
    for (path, _) in ACTIONS {
        let action = yaml(&read(path));
        assert_eq!(action["runs"]["using"], "composite");
        let inputs = keys(&action["inputs"]);
        let mut used = BTreeSet::new();
        for step in action["runs"]["steps"].as_sequence().expect("there are steps") {
            // What another action does is fixed by its commit: tests/it/packaging/workflows.rs.
            if step["uses"].is_string() {
                continue;
            }
            let run = step["run"].as_str().expect("each runs a script");
            assert!(!run.contains("${{") && step["shell"] == "bash", "{path}: {run}");
            let (script, _) = run.trim_start_matches('"').split_once('"').expect("the script's path is quoted");
            let script = script.replace("$GITHUB_ACTION_PATH", path.strip_suffix("/action.yml").unwrap_or("."));
            let script = script.replace("comment/../", "");
            let text = read(&script);
            assert!(text.starts_with("#!/usr/bin/env bash\n") && text.contains("\nset -euo pipefail\n"), "{script}");
            for (name, value) in step["env"].as_mapping().into_iter().flatten() {
                let name = name.as_str().expect("a name");
                assert!(text.contains(&format!("${{{name}")) || name == "GH_TOKEN", "{script} does not use {name}");
                used.extend(
                    value
                        .as_str()
                        .and_then(|value| value.strip_prefix("${{ inputs.")?.strip_suffix(" }}").map(str::to_owned)),
                );
            }
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                let mode = fs::metadata(project().join(&script)).expect("it is there").permissions().mode();
                assert_eq!(mode & 0o111, 0o111, "{script} can be run");
            }
        }
        assert_eq!(used.iter().map(String::as_str).collect::<BTreeSet<_>>(), inputs, "{path}");
    }
}

#[test]
fn the_workflows_on_the_page_fit_the_actions_and_have_few_rights() {
    let workflows: Vec<Value> =
        blocks().iter().map(|block| yaml(block)).filter(|block| !block["jobs"].is_null()).collect();
    assert_eq!(workflows.len(), 2);
    let mut seen = 0;
    for workflow in &workflows {
        assert_eq!(workflow["permissions"], Value::from(serde_yaml::Mapping::new()), "rights are given job by job");
        let on = serde_yaml::to_string(&workflow["on"]).expect("it is YAML");
        assert!(!on.contains("pull_request_target"), "{on}");
        for (_, job) in workflow["jobs"].as_mapping().expect("there are jobs") {
            let writes = keys(&job["permissions"]).into_iter().filter(|key| job["permissions"][*key] == "write");
            let on_fork = on.trim() == "pull_request";
            assert_eq!(writes.collect::<Vec<_>>(), if on_fork { vec![] } else { vec!["pull-requests"] });
            for step in job["steps"].as_sequence().expect("there are steps") {
                assert!(!step["run"].as_str().unwrap_or_default().contains("${{"), "{step:?}");
                let uses = step["uses"].as_str().unwrap_or_default();
                for (path, name) in ACTIONS {
                    if uses.starts_with(name) {
                        seen += 1;
                        let action = yaml(&read(path));
                        assert!(keys(&step["with"]).is_subset(&keys(&action["inputs"])), "{uses}");
                    }
                }
            }
        }
    }
    assert_eq!(seen, 2);
}

#[test]
fn every_option_that_is_named_exists() {
    let reference = rightseat::cli::reference();
    let mut texts: Vec<String> = [
        "integrations/github/check.sh",
        "integrations/github/comment.sh",
        "integrations/gitlab.yml",
        "docs/ci.md",
        "docs/exchange.md",
    ]
    .map(read)
    .into();
    texts.push(read(".pre-commit-hooks.yaml"));
    let mut named = 0;
    for text in &texts {
        let ours = |line: &&str| ["rightseat ", "arguments", "`--"].iter().any(|sign| line.contains(sign));
        for line in text.lines().filter(ours).filter(|line| !line.contains("docker") && !line.contains("cargo")) {
            for word in line.split([' ', '`', '"', '(', ')', '=', ',', '.', ';', ':']).filter(|word| is_option(word)) {
                named += 1;
                assert!(
                    reference.contains(&format!("{word} ")) || reference.contains(&format!("{word}\n")),
                    "`{word}` in: {line}"
                );
            }
        }
    }
    assert!(named > 20);
}

#[test]
fn the_hook_and_the_job_call_the_command() {
    let hooks = yaml(&read(".pre-commit-hooks.yaml"));
    assert_eq!((hooks[0]["id"].as_str(), hooks[0]["entry"].as_str()), (Some("rightseat"), Some("rightseat check")));
    let job = yaml(&read("integrations/gitlab.yml"));
    let script = job["rightseat"]["script"][0].as_str().expect("a command");
    for (format, report) in [("gitlab", "codequality"), ("junit", "junit")] {
        let file = job["rightseat"]["artifacts"]["reports"][report].as_str().expect(report);
        assert!(script.contains(&format!("--output {format}={file}")), "{script}");
    }
}

/// A program built on a newer release does not find its C library on an older one.
#[test]
fn the_image_is_built_on_the_release_that_it_runs_on() {
    let text = read("Dockerfile");
    let bases = text.lines().filter_map(|line| line.strip_prefix("FROM ")?.split(' ').next());
    let [unpacked, build, _, runtime] = bases.collect::<Vec<_>>()[..] else { panic!("four stages: {text}") };
    assert_eq!(unpacked, runtime);
    let release = runtime.strip_prefix("debian:").and_then(|tag| tag.strip_suffix("-slim")).expect(runtime);
    assert!(build.starts_with("rust:") && build.ends_with(&format!("-slim-{release}")), "{build} {runtime}");
}

fn is_option(word: &str) -> bool {
    let name = word.strip_prefix("--").unwrap_or_default();
    name.starts_with(|letter: char| letter.is_ascii_lowercase())
        && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
}
