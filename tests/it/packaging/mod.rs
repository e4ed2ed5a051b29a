//! What a release is made of, and how it gets to where it is used: scripts, tables, workflows. No test here needs a
//! network: a folder stands for the releases, small scripts for other programs and other machines.

#[cfg(unix)]
mod action;
#[cfg(unix)]
mod archive;
mod build;
#[cfg(unix)]
mod install;
mod licences;
#[cfg(unix)]
mod templates;
#[cfg(unix)]
mod wheel;
mod workflows;

use std::fs;

use crate::support::project;

/// A file of the project.
fn read(path: &str) -> String {
    fs::read_to_string(project().join(path)).expect(path)
}

/// The table of targets.
fn targets() -> Vec<String> {
    read("packaging/targets.txt").lines().map(str::to_owned).collect()
}

/// The value of the first line `key = "value"` in a TOML file of the project.
fn toml(path: &str, key: &str) -> String {
    let start = format!("{key} = \"");
    let text = read(path);
    let line = text.lines().find_map(|line| line.strip_prefix(&start));
    line.and_then(|rest| rest.strip_suffix('"')).unwrap_or_else(|| panic!("{path} has no {key}")).to_owned()
}

fn version() -> String {
    toml("Cargo.toml", "version")
}

#[cfg(unix)]
mod scripts {
    //! Running the project's scripts with stand-ins for other programs.

    use std::fs;
    use std::io::Write;
    use std::os::unix::fs::PermissionsExt;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use tempfile::TempDir;

    /// A folder of stand-ins and whatever else a script needs, with a clean environment.
    pub(super) struct Bench {
        pub(super) folder: TempDir,
        path: Option<PathBuf>,
    }

    /// How a script ended, and what it said on both streams.
    pub(super) struct Ended {
        pub(super) code: i32,
        pub(super) out: String,
        pub(super) err: String,
    }

    impl Bench {
        pub(super) fn new() -> Self {
            let folder = TempDir::new().expect("a folder can be made");
            fs::create_dir(folder.path().join("bin")).expect("a folder can be made");
            Self { folder, path: None }
        }

        pub(super) fn at(&self, name: &str) -> PathBuf {
            self.folder.path().join(name)
        }

        pub(super) fn write(&self, name: &str, text: &str) -> PathBuf {
            let path = self.at(name);
            fs::create_dir_all(path.parent().expect("it has a folder")).expect("a folder can be made");
            fs::write(&path, text).expect("a file can be written");
            path
        }

        pub(super) fn script(&self, name: &str, text: &str) -> PathBuf {
            let path = self.write(name, &format!("#!/bin/sh\n{text}\n"));
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("modes can be set");
            path
        }

        /// A program that is found before the system's.
        pub(super) fn stand_in(&self, program: &str, text: &str) {
            self.script(&format!("bin/{program}"), text);
        }

        /// What a file holds; nothing where there is none.
        pub(super) fn text(&self, name: &str) -> String {
            fs::read_to_string(self.at(name)).unwrap_or_default()
        }

        pub(super) fn run(&self, script: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Ended {
            let system = "/usr/bin:/bin:/usr/sbin:/sbin";
            let bin = self.at("bin");
            let path = self.path.clone().unwrap_or(bin);
            let ran = Command::new("bash")
                .arg(script)
                .args(arguments)
                .env_clear()
                .env("PATH", format!("{}:{system}", path.display()))
                .env("RUNNER_TEMP", self.folder.path())
                .env("GITHUB_PATH", self.at("path"))
                .env("GITHUB_OUTPUT", self.at("output"))
                .envs(variables.iter().copied())
                .current_dir(self.folder.path())
                .output()
                .expect("bash is there");
            let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("scripts write text");
            Ended { code: ran.status.code().unwrap_or(-1), out: text(ran.stdout), err: text(ran.stderr) }
        }
    }

    /// Whether a program is installed; if not, says so past the capture of test output.
    pub(super) fn installed(program: &str) -> bool {
        let found = Command::new("sh").args(["-c", &format!("command -v {program}")]).output();
        let is_installed = found.is_ok_and(|found| found.status.success());
        if !is_installed {
            let line = format!("SKIPPED what of packaging is tested with {program}: it is not installed\n");
            std::io::stderr().write_all(line.as_bytes()).expect("the terminal takes a line");
        }
        is_installed
    }
}
