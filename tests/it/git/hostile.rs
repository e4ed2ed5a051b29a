//! Repositories made to run something, to hide something, or to break the reader.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::support::{Ran, rightseat};

use super::{CLEAN, Repository, SHARED};

fn check(folder: &Path, chart: &str) -> Ran {
    rightseat(folder, &["check", "--format", "concise", "--", chart])
}

fn refused(folder: &Path, chart: &str, reason: &str) {
    let ran = check(folder, chart);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{chart}");
    assert!(ran.err.contains(reason), "{chart}: {}", ran.err);
}

/// A program that leaves a trace when it is run.
fn trap(home: &Repository, name: &str) -> String {
    home.write(name, &format!("#!/bin/sh\ntouch '{}'\ncat\n", home.join("sprung").display()));
    let path = home.join(name);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it was just written");
    path.display().to_string()
}

#[test]
fn nothing_that_a_repository_configures_is_run() {
    let home = Repository::of(&[
        ("charts/acme.yaml", SHARED),
        (".gitattributes", "*.yaml filter=trap diff=trap export-ignore ident eol=crlf\n"),
    ]);
    let trap_file = trap(&home, ".git/trap");
    for hook in ["post-checkout", "pre-auto-gc", "reference-transaction", "post-index-change", "fsmonitor-watchman"] {
        trap(&home, &format!(".git/hooks/{hook}"));
    }
    for key in [
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.editor",
        "core.gitProxy",
        "core.alternateRefsCommand",
        "diff.external",
        "diff.trap.textconv",
        "diff.trap.command",
        "filter.trap.clean",
        "filter.trap.smudge",
        "filter.trap.process",
        "pager.rev-parse",
        "pager.cat-file",
        "credential.helper",
        "gpg.program",
    ] {
        home.git(&["config", key, &trap_file]);
    }
    for command in ["rev-parse", "cat-file", "for-each-ref", "rev-list"] {
        home.git(&["config", &format!("alias.{command}"), &format!("!{trap_file}")]);
    }
    // The traps are set: git itself springs them.
    home.git(&["status"]);
    assert!(home.join("sprung").exists(), "a trap that can't be sprung shows nothing");
    fs::remove_file(home.join("sprung")).expect("it is there");
    for chart in ["HEAD:charts", "main:charts/acme.yaml", "mian:charts", "HEAD~4:charts"] {
        let ran = check(home.path(), chart);
        assert_eq!(ran.code, if chart.contains("mian") || chart.contains('~') { 2 } else { 1 }, "{}", ran.err);
    }
    assert!(!home.join("sprung").exists(), "something in the repository was run");
}

#[test]
fn no_git_that_lies_where_we_are_is_run_and_no_variable_leads_astray() {
    let home = Repository::of(&[("chart.yaml", SHARED)]);
    let other = Repository::of(&[("chart.yaml", CLEAN)]);
    trap(&home, "git");
    trap(&home, "bin/git");
    let path = std::env::var("PATH").expect("git is found by it");
    let here = home.path().display();
    let ran = Command::new(env!("CARGO_BIN_EXE_rightseat"))
        .args(["check", "HEAD:chart.yaml", "--format", "concise"])
        .current_dir(home.path())
        .env("PATH", format!(".:bin:{here}:{here}/bin::{path}"))
        .env("GIT_DIR", other.join(".git"))
        .env("GIT_OBJECT_DIRECTORY", other.join(".git/objects"))
        .env("GIT_CONFIG_COUNT", "1")
        .env("GIT_CONFIG_KEY_0", "core.worktree")
        .env("GIT_CONFIG_VALUE_0", "/nowhere")
        .env("GIT_TRACE", home.join("sprung"))
        .output()
        .expect("the program runs");
    let out = String::from_utf8(ran.stdout).expect("output is UTF-8");
    assert!(out.starts_with("HEAD:chart.yaml:2:28: error[shared-seat]"), "{out}");
    assert!(!home.join("sprung").exists());
    let ran = Command::new(env!("CARGO_BIN_EXE_rightseat"))
        .args(["check", "HEAD:chart.yaml"])
        .current_dir(home.path())
        .env("PATH", format!(".:{here}"))
        .output()
        .expect("the program runs");
    assert_eq!(ran.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("install git"), "{ran:?}");
}

#[test]
fn a_ref_named_like_an_option_is_refused_and_has_another_name() {
    let home = Repository::of(&[("chart.yaml", SHARED)]);
    home.git(&["update-ref", "refs/heads/--output=sprung", "HEAD"]);
    refused(home.path(), "--output=sprung:chart.yaml", "looks like an option");
    assert_eq!(check(home.path(), "heads/--output=sprung:chart.yaml").code, 1);
    assert!(!home.join("sprung").exists());
}

#[test]
fn replacements_and_grafts_change_nothing() {
    let home = Repository::of(&[("chart.yaml", SHARED)]);
    home.commit(&[("chart.yaml", CLEAN)]);
    let [old, new] = ["HEAD~1:chart.yaml", "HEAD:chart.yaml"].map(|name| home.git(&["rev-parse", name]));
    home.git(&["replace", &old, &new]);
    home.git(&["replace", "HEAD~1", "HEAD"]);
    home.write(".git/info/grafts", &format!("{}\n", home.git(&["rev-parse", "HEAD"])));
    assert_eq!(check(home.path(), "HEAD~1:chart.yaml").code, 1);
}

#[test]
fn a_missing_or_damaged_object_is_an_error() {
    let files = [("acme/chart.yaml", "organization: Acme\n"), ("acme/seats.yaml", SHARED)];
    for name in ["HEAD:acme/seats.yaml", "HEAD:acme/chart.yaml", "HEAD:acme", "HEAD^{tree}", "HEAD"] {
        for damage in [Some(&b""[..]), Some(b"nonsense"), None] {
            let home = Repository::of(&files);
            let id = home.git(&["rev-parse", name]);
            match damage {
                Some(bytes) => home.damage(&id, bytes),
                None => fs::remove_file(home.loose(&id)).expect("the object is there"),
            }
            let ran = check(home.path(), "HEAD:acme");
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{name}: {}", ran.err);
            assert!(ran.err.contains("HEAD") && !ran.err.contains("hint"), "{name}: {}", ran.err);
        }
    }
    let home = Repository::of(&files);
    // Half of the packed text is gone.
    let id = home.git(&["rev-parse", "HEAD:acme/seats.yaml"]);
    let bytes = fs::read(home.loose(&id)).expect("the object is there");
    home.damage(&id, &bytes[..bytes.len() / 2]);
    refused(home.path(), "HEAD:acme", "is missing or damaged");
}

#[test]
fn a_partial_clone_fetches_nothing() {
    let home = Repository::of(&[("chart.yaml", SHARED)]);
    home.git(&["config", "uploadpack.allowFilter", "true"]);
    let url = format!("file://{}", home.path().display());
    home.git(&["clone", "--quiet", "--no-checkout", "--filter=blob:none", &url, "partial"]);
    let trap = trap(&home, ".git/trap");
    home.git(&["-C", "partial", "config", "remote.origin.uploadpack", &trap]);
    home.git(&["-C", "partial", "config", "protocol.file.allow", "always"]);
    refused(&home.join("partial"), "HEAD:chart.yaml", "a partial clone lacks files");
    assert!(!home.join("sprung").exists());
}

#[test]
fn links_and_submodules_are_said() {
    let home = Repository::of(&[("real/chart.yaml", SHARED), ("acme/chart.yaml", CLEAN)]);
    for (target, link) in
        [("../real/chart.yaml", "acme/link.yaml"), ("real", "folder"), ("real/chart.yaml", "file.yaml")]
    {
        std::os::unix::fs::symlink(target, home.join(link)).expect("a link can be made");
    }
    let commit = home.commit(&[]);
    home.git(&["update-index", "--add", "--cacheinfo", &format!("160000,{commit},module")]);
    home.git(&["update-index", "--add", "--cacheinfo", &format!("160000,{commit},acme/module.yaml")]);
    home.git(&["commit", "--quiet", "--message=modules"]);
    for (chart, reason) in [
        ("HEAD~1:acme", "HEAD~1:acme/link.yaml is a link"),
        ("HEAD:acme", "HEAD:acme/module.yaml is a submodule"),
        ("HEAD:folder", "HEAD:folder is a link"),
        ("HEAD:folder/chart.yaml", "HEAD:folder is a link"),
        ("HEAD:file.yaml", "HEAD:file.yaml is a link"),
        ("HEAD:module", "HEAD:module is a submodule"),
        ("HEAD:module/charts", "HEAD:module is a submodule"),
    ] {
        refused(home.path(), chart, reason);
    }
    assert_eq!(check(home.path(), "HEAD:real").code, 1);
}

#[test]
fn names_that_no_honest_tree_holds_are_refused() {
    let home = Repository::of(&[("chart.yaml", SHARED)]);
    let blob = home.git(&["rev-parse", "HEAD:chart.yaml"]);
    let inner = home.tree(&[("100644", "chart.yaml", &blob)]);
    let hostile: [&[(&str, &str, &str)]; 9] = [
        &[("40000", "..", &inner)],
        &[("40000", ".", &inner)],
        &[("40000", ".git", &inner)],
        &[("40000", ".GIT", &inner)],
        &[("100644", "", &blob)],
        &[("100644", "a/chart.yaml", &blob)],
        &[("100644", "chart.yaml", &blob), ("100644", "chart.yaml", &blob)],
        &[("100644", r"a\chart.yaml", &blob)],
        &[("100644", "a\u{1b}[31m.yaml", &blob)],
    ];
    for (at, entries) in hostile.into_iter().enumerate() {
        home.branch("evil", &home.tree(entries));
        let ran = check(home.path(), "evil:");
        assert_eq!(ran.code, 2, "{at}: {}{}", ran.out, ran.err);
        assert!(!ran.err.contains('\u{1b}'), "{}", ran.err);
    }
    home.branch("odd", &home.tree(&[("100666", "chart.yaml", &blob)]));
    refused(home.path(), "odd:chart.yaml", "odd:chart.yaml is not a regular file");
    home.branch("liar", &home.tree(&[("100644", "chart.yaml", &inner)]));
    refused(home.path(), "liar:chart.yaml", "but is a tree");
    home.branch("cut", &home.object("tree", b"100644 chart.yaml\0short"));
    refused(home.path(), "cut:chart.yaml", "is malformed");
}

#[test]
fn a_tree_of_trees_is_no_bomb() {
    let home = Repository::of(&[("chart.yaml", SHARED)]);
    let blob = home.git(&["rev-parse", "HEAD:chart.yaml"]);
    let names: Vec<String> = (0..100).map(|n| format!("{n}.yaml")).collect();
    let mut tree = home.tree(&names.iter().map(|name| ("100644", name.as_str(), blob.as_str())).collect::<Vec<_>>());
    for _ in 0..5 {
        tree = home.tree(&names.iter().map(|name| ("40000", name.as_str(), tree.as_str())).collect::<Vec<_>>());
    }
    home.branch("bomb", &tree);
    refused(home.path(), "bomb:", "more than a million names");
}

/// A loose object that says of itself how large it is, in a stored block.
fn object_that_claims(size: u64) -> Vec<u8> {
    let text = format!("blob {size}\0seats: {{}}\n");
    let length = u16::try_from(text.len()).expect("it is short");
    let mut bytes = vec![0x78, 0x01, 0x01];
    bytes.extend(length.to_le_bytes());
    bytes.extend((!length).to_le_bytes());
    bytes.extend(text.bytes());
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in text.bytes() {
        low = (low + u32::from(byte)) % 65521;
        high = (high + low) % 65521;
    }
    bytes.extend((high << 16 | low).to_be_bytes());
    bytes
}

#[test]
fn the_size_of_a_file_is_known_before_it_is_read() {
    let home = Repository::of(&[("huge.yaml", SHARED), ("liar.yaml", CLEAN)]);
    home.damage(&home.git(&["rev-parse", "HEAD:huge.yaml"]), &object_that_claims(5 << 30));
    let ran = check(home.path(), "HEAD:huge.yaml");
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("HEAD:huge.yaml:1:1: error[invalid-yaml]") && ran.out.contains("1024 MiB"), "{}", ran.out);
    // One that holds less than it claims is damaged.
    home.damage(&home.git(&["rev-parse", "HEAD:liar.yaml"]), &object_that_claims(60 << 20));
    refused(home.path(), "HEAD:liar.yaml", "is missing or damaged");
}
