//! Workflows and actions: what they use is fixed, they have few rights, and no text from outside becomes a command.

use std::fs;
use std::process::Command;

use serde_yaml::Value;

use super::read;
use crate::support::project;

/// Workflows, then actions, by path.
fn files() -> Vec<String> {
    let folder = fs::read_dir(project().join(".github/workflows")).expect("there are workflows").flatten();
    let mut files: Vec<String> =
        folder.map(|entry| format!(".github/workflows/{}", entry.file_name().to_string_lossy())).collect();
    files.sort();
    files.extend(["action.yml", "integrations/github/comment/action.yml"].map(str::to_owned));
    files
}

fn steps(file: &Value) -> Vec<&Value> {
    let jobs = file["jobs"].as_mapping().into_iter().flat_map(|jobs| jobs.values());
    jobs.map(|job| &job["steps"]).chain([&file["runs"]["steps"]]).filter_map(Value::as_sequence).flatten().collect()
}

/// What is wrong with a workflow or an action.
fn faults(text: &str) -> Vec<String> {
    let file: Value = serde_yaml::from_str(text).expect("it is YAML");
    let mut faults = Vec::new();
    if !file["jobs"].is_null() && file["permissions"] != Value::from(serde_yaml::Mapping::new()) {
        faults.push("rights are not given job by job".to_owned());
    }
    for job in file["jobs"].as_mapping().into_iter().flat_map(|jobs| jobs.values()) {
        if job["permissions"].as_mapping().is_none() {
            faults.push("a job does not say its rights".to_owned());
        }
    }
    for step in steps(&file) {
        if let Some(uses) = step["uses"].as_str() {
            let commit = uses.split_once('@').map_or("", |(_, commit)| commit);
            let is_commit =
                commit.len() == 40 && commit.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
            let line = text.lines().find(|line| line.contains(uses)).unwrap_or_default();
            if !is_commit || !line.contains(&format!("{uses} # v")) {
                faults.push(format!("{uses} is no commit with its version beside it"));
            }
            if uses.starts_with("actions/checkout@") && step["with"]["persist-credentials"] != false {
                faults.push("a checkout leaves its token on the disk".to_owned());
            }
        }
        if step["run"].as_str().is_some_and(|run| run.contains("${{")) {
            faults.push(format!("text from outside becomes a command: {:?}", step["run"]));
        }
    }
    if text.contains("pull_request_target") {
        faults.push("pull_request_target".to_owned());
    }
    faults
}

#[test]
fn workflows_are_fixed_and_have_few_rights() {
    let files = files();
    assert_eq!(files.len(), 4, "{files:?}");
    for path in files {
        let text = read(&path);
        assert_eq!(faults(&text), Vec::<String>::new(), "{path}");
        assert!(!steps(&serde_yaml::from_str(&text).expect("it is YAML")).is_empty(), "{path}");
    }
}

#[test]
fn a_loose_workflow_is_noticed() {
    let text =
        "on: push\njobs:\n  one:\n    steps:\n      - uses: actions/checkout@v4\n      - run: echo ${{ github.ref }}\n";
    let faults = faults(text);
    assert_eq!(faults.len(), 5, "{faults:?}");
}

#[test]
fn only_a_tag_publishes_and_only_after_everything_was_tried() {
    let release: Value = serde_yaml::from_str(&read(".github/workflows/release.yml")).expect("it is YAML");
    let jobs = release["jobs"].as_mapping().expect("there are jobs");
    let needs = |job: &Value| match &job["needs"] {
        Value::Sequence(needs) => needs.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        need => need.as_str().map(str::to_owned).into_iter().collect::<Vec<_>>(),
    };
    let mut publishing = 0;
    for (name, job) in jobs {
        let name = name.as_str().expect("a name");
        let mut before = needs(job);
        let mut at = 0;
        while at < before.len() {
            before.extend(needs(&release["jobs"][before[at].as_str()]));
            at += 1;
        }
        let rights = job["permissions"].as_mapping().expect("it says them");
        let publishes = rights.values().any(|right| right == "write")
            || serde_yaml::to_string(job).is_ok_and(|job| job.contains("secrets."));
        if publishes {
            publishing += 1;
            assert_eq!(job["environment"], "release", "{name}");
            assert!(name == "draft" || before.iter().any(|other| other == "draft"), "{name}");
        }
        if name == "draft" {
            assert_eq!(job["if"], "github.ref_type == 'tag'");
            for other in ["check", "wheel", "pack", "try", "image"] {
                assert!(before.iter().any(|before| before == other), "{other} comes before anything is published");
            }
        }
    }
    assert_eq!(publishing, 5);
    assert_eq!(release["jobs"]["publish"]["needs"][1], "registry");
}

/// The step before the build is run for each target, as on the forge.
#[cfg(unix)]
#[test]
fn a_published_program_is_built_with_the_flags_of_one_script() {
    let release: Value = serde_yaml::from_str(&read(".github/workflows/release.yml")).expect("it is YAML");
    let steps = release["jobs"]["wheel"]["steps"].as_sequence().expect("there are steps");
    let build = steps.iter().position(|step| step["with"]["command"] == "build").expect("it is built");
    assert_eq!(steps[build]["env"]["RUSTFLAGS"], "${{ steps.flags.outputs.rust }}");
    let flags = steps[..build].iter().find(|step| step["id"] == "flags").expect("they are told before");
    assert_eq!(flags["env"]["TARGET"], "${{ matrix.target }}");
    let run = flags["run"].as_str().expect("it is a command");
    for target in super::targets() {
        let output = tempfile::NamedTempFile::new().expect("a file");
        let mut bash = Command::new("bash");
        bash.args(["-c", run]).current_dir(project()).env("TARGET", &target).env("GITHUB_OUTPUT", output.path());
        assert!(bash.status().expect("there is a bash").success());
        let told = fs::read_to_string(output.path()).expect("it is told");
        let told: Vec<&str> =
            told.strip_prefix("rust=").and_then(|told| told.strip_suffix('\n')).expect(&told).split(' ').collect();
        assert!(told.contains(&r"--remap-path-prefix=C:\Users\runneradmin\.cargo=/cargo"), "{told:?}");
        let folds = told.contains(&"-Clink-arg=-Wl,--icf=all");
        assert_eq!(folds, target == "x86_64-unknown-linux-gnu", "{target}: {told:?}");
    }
    assert!(read("benches/performance.sh").contains("packaging/rustflags.sh"));
}

/// Programs that know more than these tests, where they are installed.
#[test]
fn linters_find_nothing_where_they_are_installed() {
    let scripts = "shellcheck packaging/*.sh integrations/github/*.sh";
    let workflows = "zizmor --offline --quiet --no-progress .github action.yml integrations/github/comment/action.yml";
    for line in [scripts, workflows, "actionlint"] {
        let program = line.split(' ').next().expect("a program");
        let guarded = format!("command -v {program} >/dev/null || exit 0; {line}");
        let Ok(ran) = Command::new("sh").args(["-c", &guarded]).current_dir(project()).output() else { continue };
        assert!(
            ran.status.success(),
            "{}{}",
            String::from_utf8_lossy(&ran.stdout),
            String::from_utf8_lossy(&ran.stderr)
        );
    }
}
