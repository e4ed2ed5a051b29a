//! `install.sh`: the right archive for each machine, verified; or a build, where there is none.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::scripts::{Bench, Ended, installed};
use super::{read, targets};

/// A copy of the action at a version, a folder of releases, a machine, and a `cargo` that only notes how it was called.
struct Action {
    bench: Bench,
    version: &'static str,
}

impl Action {
    fn new(version: &'static str) -> Self {
        let bench = Bench::new();
        bench.write("action/Cargo.toml", &format!("[package]\nname = \"rightseat\"\nversion = \"{version}\"\n"));
        bench.write("action/integrations/github/install.sh", &read("integrations/github/install.sh"));
        let program = r#"mkdir -p "$6/bin"; printf '#!/bin/sh\necho rightseat built\n' >"$6/bin/rightseat"; chmod 755 "$6/bin/rightseat""#;
        bench.stand_in("cargo", &format!("echo \"$@\" >>\"$RUNNER_TEMP/cargo-was-called\"\n{program}"));
        let action = Self { bench, version };
        action.machine("Linux", "x86_64", "ldd (Debian GLIBC 2.36-9+deb12u10) 2.36");
        action
    }

    fn machine(&self, system: &str, machine: &str, ldd: &str) {
        self.bench.stand_in("uname", &format!("case $1 in -m) echo {machine} ;; *) echo {system} ;; esac"));
        let musl = "echo 'musl libc (x86_64)' >&2; exit 1";
        self.bench.stand_in("ldd", &if ldd.is_empty() { musl.to_owned() } else { format!("echo '{ldd}'") });
    }

    fn release(&self) -> PathBuf {
        self.bench.at(&format!("releases/v{}", self.version))
    }

    /// Publishes an archive whose program says which it is.
    fn publish(&self, target: &str) -> String {
        let name = format!("rightseat-{}-{target}", self.version);
        let (program, archive) = match target {
            "x86_64-pc-windows-msvc" => ("rightseat.exe", format!("{name}.zip")),
            _ => ("rightseat", format!("{name}.tar.gz")),
        };
        self.bench.script(&format!("packed/{name}/{program}"), &format!("echo rightseat {target}"));
        fs::create_dir_all(self.release()).expect("a folder can be made");
        let pack = match target {
            "x86_64-pc-windows-msvc" => "zip -q -r \"$1\" \"$2\"",
            _ => "tar -czf \"$1\" \"$2\"",
        };
        let script =
            self.bench.script("pack.sh", &format!("cd packed\n{pack}\ncd \"$3\"\nsha256sum rightseat-* >SHA256SUMS"));
        let file = self.release().join(&archive);
        let packed = self.bench.run(&script, &[&text(&file), &name, &text(&self.release())], &[]);
        assert_eq!((packed.code, packed.err.as_str()), (0, ""));
        archive
    }

    fn run(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Ended {
        let releases = format!("file://{}", text(&self.bench.at("releases")));
        let script = self.bench.at("action/integrations/github/install.sh");
        self.bench.run(&script, arguments, &[&[("RELEASES", releases.as_str())], variables].concat())
    }

    fn cargo_was_called(&self) -> bool {
        self.bench.at("cargo-was-called").exists()
    }

    /// What the program that later steps find says of itself.
    fn on_the_path(&self) -> Option<String> {
        let path = self.bench.text("path");
        let folder = path.strip_suffix('\n')?;
        let ran = Command::new(format!("{folder}/rightseat")).output();
        let said = ran.or_else(|_| Command::new(format!("{folder}/rightseat.exe")).output()).ok()?;
        Some(String::from_utf8(said.stdout).expect("it says a line").trim_end().to_owned())
    }
}

fn text(path: &std::path::Path) -> String {
    path.to_str().expect("temporary folders have plain names").to_owned()
}

/// How each machine of the table describes itself.
fn machines() -> Vec<(&'static str, [&'static str; 3])> {
    let (old, new) = ("ldd (GNU libc) 2.27", "ldd (GNU libc) 2.28");
    vec![
        ("x86_64-unknown-linux-gnu", ["Linux", "x86_64", new]),
        ("x86_64-unknown-linux-gnu", ["Linux", "x86_64", "ldd (Ubuntu GLIBC 2.39-0ubuntu8.4) 2.39"]),
        ("aarch64-unknown-linux-gnu", ["Linux", "aarch64", new]),
        ("x86_64-unknown-linux-musl", ["Linux", "x86_64", old]),
        ("x86_64-unknown-linux-musl", ["Linux", "x86_64", ""]),
        ("aarch64-unknown-linux-musl", ["Linux", "aarch64", ""]),
        ("x86_64-apple-darwin", ["Darwin", "x86_64", ""]),
        ("aarch64-apple-darwin", ["Darwin", "arm64", ""]),
        ("x86_64-pc-windows-msvc", ["MINGW64_NT-10.0-26100", "x86_64", ""]),
    ]
}

#[test]
fn every_machine_of_the_table_gets_its_archive() {
    let mut known: Vec<&str> = machines().iter().map(|(target, _)| *target).collect();
    known.dedup();
    let mut table = targets();
    table.sort();
    known.sort_unstable();
    assert_eq!(known, table);
    for (target, [system, machine, ldd]) in machines() {
        if target.contains("windows") && !(installed("zip") && installed("unzip")) {
            continue;
        }
        let action = Action::new("1.2.3");
        for other in targets() {
            if !other.contains("windows") || target.contains("windows") {
                action.publish(&other);
            }
        }
        action.machine(system, machine, ldd);
        let ended = action.run(&[], &[]);
        assert_eq!((ended.code, action.on_the_path()), (0, Some(format!("rightseat {target}"))), "{}", ended.err);
        assert!(!action.cargo_was_called());
        assert_eq!(
            fs::read_dir(action.bench.folder.path())
                .expect("it is there")
                .flatten()
                .filter(|entry| { entry.file_name().to_string_lossy().starts_with("fetched") })
                .count(),
            0,
            "nothing is left behind"
        );
    }
}

#[test]
fn a_changed_byte_ends_it_and_nothing_is_installed_or_built() {
    for arguments in [&[][..], &["fetch"]] {
        let action = Action::new("1.2.3");
        let archive = action.release().join(action.publish("x86_64-unknown-linux-gnu"));
        let mut bytes = fs::read(&archive).expect("it was packed");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&archive, bytes).expect("it can be written");
        let ended = action.run(arguments, &[]);
        assert_eq!(ended.code, 2);
        assert!(ended.out.contains("::error") && ended.out.contains("checksum"), "{}", ended.out);
        assert_eq!((action.on_the_path(), action.cargo_was_called()), (None, false));
        assert!(!action.bench.at("rightseat").exists() && action.bench.text("output").is_empty());
    }
}

/// Ways in which there is nothing to fetch, and the message for each.
fn nothing_to_fetch() -> Vec<(&'static str, Action)> {
    let target = "x86_64-unknown-linux-gnu";
    let development = Action::new("1.2.3-dev");
    development.publish(target);
    let unpublished = Action::new("1.2.3");
    let without_sum = Action::new("1.2.3");
    without_sum.publish(target);
    fs::write(without_sum.release().join("SHA256SUMS"), "").expect("it can be written");
    let without_archive = Action::new("1.2.3");
    let archive = without_archive.publish(target);
    fs::remove_file(without_archive.release().join(archive)).expect("it was there");
    let unknown = Action::new("1.2.3");
    unknown.publish(target);
    unknown.machine("FreeBSD", "amd64", "");
    vec![
        ("version 1.2.3-dev has no release", development),
        ("SHA256SUMS can't be fetched", unpublished),
        ("no checksum for rightseat-1.2.3-x86_64-unknown-linux-gnu.tar.gz", without_sum),
        ("gnu.tar.gz can't be fetched", without_archive),
        ("no archive for FreeBSD on amd64", unknown),
    ]
}

#[test]
fn where_there_is_nothing_to_fetch_it_is_built() {
    for (why, action) in nothing_to_fetch() {
        let ended = action.run(&[], &[]);
        assert_eq!((ended.code, action.on_the_path().as_deref()), (0, Some("rightseat built")), "{}", ended.err);
        assert!(ended.out.contains("::notice") && ended.out.contains(why), "{}", ended.out);
        let call = action.bench.text("cargo-was-called");
        assert!(call.starts_with("install --locked --path ") && !call.contains("--quiet"), "{call}");
    }
}

#[test]
fn a_job_with_a_cache_is_told_to_build_and_then_builds_what_the_cache_lacks() {
    for (_, action) in nothing_to_fetch() {
        let ended = action.run(&["fetch"], &[]);
        assert_eq!((ended.code, action.bench.text("output").as_str()), (0, "build=true\n"));
        assert_eq!((action.on_the_path(), action.cargo_was_called()), (None, false));
    }
    let action = Action::new("1.2.3-dev");
    assert_eq!(action.run(&["build"], &[]).code, 0);
    assert!(action.cargo_was_called());

    let action = Action::new("1.2.3-dev");
    action.bench.script("rightseat/bin/rightseat", "echo rightseat cached");
    assert_eq!(action.run(&["build"], &[]).code, 0);
    assert_eq!((action.on_the_path().as_deref(), action.cargo_was_called()), (Some("rightseat cached"), false));
}

#[test]
fn what_is_installed_is_taken_as_it_is() {
    let action = Action::new("1.2.3");
    action.publish("x86_64-unknown-linux-gnu");
    action.bench.stand_in("rightseat", "echo rightseat of the runner");
    let ended = action.run(&[], &[]);
    assert_eq!((ended.code, ended.out.as_str()), (0, "rightseat of the runner\n"));
    assert_eq!((action.on_the_path(), action.cargo_was_called()), (None, false));
}

#[test]
fn an_archive_that_is_not_attested_is_refused_where_that_is_asked() {
    for (verdict, code, says) in [("exit 0", 0, Some("rightseat x86_64-unknown-linux-gnu")), ("exit 1", 2, None)] {
        let action = Action::new("1.2.3");
        action.publish("x86_64-unknown-linux-gnu");
        action.bench.stand_in("gh", &format!("echo \"$@\" >\"$RUNNER_TEMP/asked\"; {verdict}"));
        let ended = action.run(&[], &[("ATTESTED", "true"), ("ACTION_REPOSITORY", "acme/rightseat")]);
        assert_eq!((ended.code, action.on_the_path().as_deref()), (code, says), "{}", ended.out);
        let asked = action.bench.text("asked");
        assert!(asked.starts_with("attestation verify ") && asked.ends_with("--repo acme/rightseat\n"), "{asked}");
    }
}

#[test]
fn the_address_is_that_of_the_actions_own_repository() {
    let action = Action::new("1.2.3");
    action.bench.stand_in("curl", "echo \"$@\" >>\"$RUNNER_TEMP/asked\"; exit 22");
    let script = action.bench.at("action/integrations/github/install.sh");
    let variables = [("ACTION_REPOSITORY", "acme/rightseat"), ("GITHUB_SERVER_URL", "https://git.example")];
    action.bench.run(&script, &["fetch"], &variables);
    let asked = action.bench.text("asked");
    assert!(asked.contains(" https://git.example/acme/rightseat/releases/download/v1.2.3/SHA256SUMS\n"), "{asked}");
}
