//! A run that is killed before any of its steps leaves the old output or the new one, and the next run clears the rest.

use std::cell::Cell;
use std::path::Path;
use std::process::Command;

use rightseat::load::{Folder, Output, Step, Steps, write_files, write_folder};

use super::{all, temporary};

/// What the process to be killed is given: at which step, whether folders can change places, and where.
const TOLD: &str = "RIGHTSEAT_TEST_ENDS";
/// How it ends.
const ENDED: i32 = 86;

/// Writes two files and replaces a folder; the number of steps.
fn write(home: &Path, exchanges: bool, at_each: &dyn Fn(usize)) -> usize {
    let at = Cell::new(0);
    let watch = |step| {
        at_each(at.replace(at.get() + 1));
        if step == Step::Exchange && !exchanges { Err(std::io::ErrorKind::Unsupported.into()) } else { Ok(()) }
    };
    let steps = Steps::watched(&watch);
    let (one, other) = (home.join("one.svg"), home.join("other.svg"));
    let outputs = [
        Output { path: &one, shown: Path::new("one.svg"), bytes: b"new one" },
        Output { path: &other, shown: Path::new("other.svg"), bytes: b"new other" },
    ];
    write_files(steps, &outputs).expect("it is only watched");
    let path = home.join("packet");
    let files = [("review.md".to_owned(), b"new".to_vec()), ("chart.svg".to_owned(), b"new".to_vec())];
    let folder = Folder { path: &path, shown: Path::new("packet"), files: &files };
    write_folder(steps, &folder, |_| true).expect("it is only watched");
    at.get()
}

fn home() -> tempfile::TempDir {
    crate::support::folder(&[("one.svg", "old"), ("packet/review.md", "old"), ("packet/chart-2.svg", "old")])
}

/// The process that is started to end; of a usual run of the tests it is no part.
#[test]
fn the_process_that_ends() {
    let Some(told) = std::env::var_os(TOLD) else { return };
    let told = told.into_string().expect("it is text");
    let mut parts = told.splitn(3, ' ');
    let mut next = || parts.next().expect("three are told");
    let (at, exchanges, home) = (next(), next() == "true", next());
    let end: usize = at.parse().expect("it is a number");
    write(Path::new(home), exchanges, &|at| {
        if at == end {
            // Nothing is dropped, as if it were killed.
            std::process::exit(ENDED);
        }
    });
}

#[test]
fn a_run_that_is_killed_leaves_the_old_or_the_new() {
    for exchanges in [true, false] {
        let first = home();
        let before = all(first.path());
        let steps = write(first.path(), exchanges, &|_| ());
        let after = all(first.path());
        assert!(steps > 20 && temporary(&after).is_empty(), "{steps}");
        for at in 0..steps {
            let case = format!("killed before step {at} of {steps}, exchanges: {exchanges}");
            let home = home();
            let child = Command::new(std::env::current_exe().expect("it runs"))
                .args(["written::killed::the_process_that_ends", "--exact", "--test-threads=1"])
                .env(TOLD, format!("{at} {exchanges} {}", home.path().display()))
                .output()
                .expect("it can be started");
            assert_eq!(child.status.code(), Some(ENDED), "{case}: {}", String::from_utf8_lossy(&child.stderr));
            let now = all(home.path());
            for name in ["one.svg", "other.svg"] {
                assert!(now.get(name) == before.get(name) || now.get(name) == after.get(name), "{case}: {name}");
            }
            let packet = |files: &std::collections::BTreeMap<String, Vec<u8>>| -> Vec<String> {
                files.keys().filter(|name| name.starts_with("packet/")).cloned().collect()
            };
            let is_whole = packet(&now) == packet(&before) || packet(&now) == packet(&after);
            // Without an exchange it is away between two renames, and the next run has it.
            assert!(is_whole || !exchanges && packet(&now).is_empty(), "{case}: {:?}", packet(&now));
            let standing = rightseat::load::standing(
                Steps::default(),
                &home.path().join("packet"),
                Path::new("packet"),
                "review.md",
            );
            assert!(standing.is_ok_and(|standing| standing != rightseat::load::Standing::Nothing), "{case}");
            let cleared = all(home.path());
            assert_eq!(temporary(&cleared), Vec::<&str>::new(), "{case}");
            assert!(packet(&cleared) == packet(&before) || packet(&cleared) == packet(&after), "{case}");
            write(home.path(), exchanges, &|_| ());
            assert!(all(home.path()) == after, "{case}");
        }
    }
}
