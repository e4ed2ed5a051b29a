//! What a file has besides its bytes survives when it is replaced.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;

use crate::support::{folder, rightseat};

use super::{CHART, all, temporary};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it is there").mode() & 0o7777
}

fn permit(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
}

#[test]
fn permissions_stay_and_new_files_have_the_usual_ones() {
    let home = folder(&[("c.yaml", CHART)]);
    let path = |name: &str| home.path().join(name);
    fs::write(path("plain"), "").expect("it can be written");
    let usual = mode(&path("plain"));
    let draw = || assert_eq!(rightseat(home.path(), &["render", "c.yaml", "-o", "m.svg"]).code, 0);
    draw();
    assert_eq!(mode(&path("m.svg")), usual);
    for kept in [0o664, 0o600, 0o646, 0o444, 0o755] {
        permit(&path("m.svg"), kept);
        let before = fs::metadata(path("m.svg")).expect("it is there").ino();
        draw();
        assert_eq!(mode(&path("m.svg")), kept);
        assert_ne!(fs::metadata(path("m.svg")).expect("it is there").ino(), before, "it was replaced");
    }
}

#[test]
fn permissions_of_a_folder_and_of_each_file_in_it_stay() {
    let home = folder(&[("c.yaml", CHART)]);
    let path = |name: &str| home.path().join(name);
    let review = || assert_eq!(rightseat(home.path(), &["review", "c.yaml", "-o", "packet"]).code, 0);
    review();
    permit(&path("packet"), 0o2770);
    permit(&path("packet/review.md"), 0o640);
    review();
    assert_eq!((mode(&path("packet")), mode(&path("packet/review.md"))), (0o2770, 0o640));
    assert_ne!(mode(&path("packet/review.json")), 0o640);
}

/// Root may write into it all the same.
#[test]
fn a_folder_that_may_not_be_written_to_is_replaced_or_refused_and_nothing_is_left() {
    let home = folder(&[("c.yaml", CHART)]);
    let packet = home.path().join("packet");
    let review = || rightseat(home.path(), &["review", "c.yaml", "-o", "packet"]);
    assert_eq!(review().code, 0);
    let before = all(home.path());
    permit(&packet, 0o555);
    let ran = review();
    assert!(ran.code == 0 || ran.err == "error: cannot write packet: permission denied\n", "{}", ran.err);
    assert_eq!(mode(&packet), 0o555);
    permit(&packet, 0o755);
    assert!(all(home.path()) == before, "nothing temporary stays");
}

#[test]
fn a_link_stays_and_what_it_leads_to_is_replaced() {
    let home = folder(&[("c.yaml", CHART), ("far/real.svg", "old"), ("far/packet/.gone", "")]);
    let path = |name: &str| home.path().join(name);
    fs::remove_file(path("far/packet/.gone")).expect("it is there");
    for (link, to) in
        [("a.svg", "far/real.svg"), ("b.svg", "a.svg"), ("new.svg", "far/new.svg"), ("packet", "far/packet")]
    {
        symlink(to, path(link)).expect("a link can be made");
    }
    assert_eq!(rightseat(home.path(), &["render", "c.yaml", "-o", "b.svg"]).code, 0);
    assert_eq!(rightseat(home.path(), &["render", "c.yaml", "-o", "new.svg"]).code, 0);
    assert_eq!(rightseat(home.path(), &["review", "c.yaml", "-o", "packet"]).code, 0);
    let files = all(home.path());
    for (link, to) in
        [("a.svg", "far/real.svg"), ("b.svg", "a.svg"), ("new.svg", "far/new.svg"), ("packet", "far/packet")]
    {
        assert_eq!(files[link], to.as_bytes());
    }
    assert!(files["far/real.svg"].starts_with(b"<svg") && files["far/new.svg"].starts_with(b"<svg"));
    assert!(files["far/packet/review.md"].starts_with(b"# "));
    assert_eq!(temporary(&files), Vec::<&str>::new());
}

#[test]
fn a_link_in_a_circle_is_said_to_be_one() {
    let home = folder(&[("c.yaml", CHART)]);
    symlink("b.svg", home.path().join("a.svg")).expect("a link can be made");
    symlink("a.svg", home.path().join("b.svg")).expect("a link can be made");
    for arguments in [["render", "c.yaml", "-o", "a.svg"], ["man", "-o", "a.svg", "--color=never"]] {
        let ran = rightseat(home.path(), &arguments);
        assert_eq!(ran.code, 2);
    }
    let ran = rightseat(home.path(), &["render", "c.yaml", "-o", "a.svg"]);
    assert!(ran.err.contains("cannot write a.svg: the link leads in a circle"), "{}", ran.err);
}

#[test]
fn devices_and_pipes_are_written_to_and_stay() {
    let home = folder(&[("c.yaml", CHART)]);
    assert_eq!(rightseat(home.path(), &["render", "c.yaml", "--format", "svg", "-o", "/dev/null"]).code, 0);
    assert!(!fs::metadata("/dev/null").expect("it is there").is_file());
    let full = rightseat(home.path(), &["export", "csv", "c.yaml", "-o", "/dev/full"]);
    if Path::new("/dev/full").exists() {
        assert_eq!(full.code, 2);
        assert!(full.err.contains("cannot write /dev/full: no space left on device"), "{}", full.err);
    }
    // A pipe, whose other end reads: by the handle that the process has of it.
    let (mut reader, writer) = std::io::pipe().expect("a pipe can be made");
    if Path::new("/proc/self/fd").exists() {
        use std::io::Read;
        use std::os::fd::AsRawFd;
        let name = format!("/proc/self/fd/{}", writer.as_raw_fd());
        assert_eq!(rightseat(home.path(), &["export", "csv", "c.yaml", "-o", &name]).code, 0);
        drop(writer);
        let mut text = String::new();
        reader.read_to_string(&mut text).expect("it ends");
        assert_eq!(text, rightseat(home.path(), &["export", "csv", "c.yaml"]).out);
    }
    assert_eq!(
        rightseat(home.path(), &["export", "csv", "c.yaml", "-o", "/dev/stdout"]).out,
        rightseat(home.path(), &["export", "csv", "c.yaml"]).out
    );
}

#[test]
fn a_folder_that_is_missing_is_named_before_anything_is_done() {
    let home = folder(&[("c.yaml", CHART)]);
    for (command, said) in [
        (
            "render c.yaml -o gone/far/x.svg",
            "cannot write gone/far/x.svg: there is no folder gone/far; create it first",
        ),
        ("export csv c.yaml -o c.yaml/x.csv", "cannot write c.yaml/x.csv: not a directory"),
        ("check c.yaml --output json=gone/x.json", "there is no folder gone"),
        ("check c.yaml --write-baseline gone/x.json", "there is no folder gone"),
        ("render c.yaml -o x.svg/", "it is a folder's name"),
    ] {
        let ran = rightseat(home.path(), &command.split(' ').collect::<Vec<_>>());
        assert_eq!(ran.code, 2, "{command}");
        assert!(ran.err.contains(said), "{command}: {}", ran.err);
    }
}

/// The system would end the program there, and half a file would stay.
#[test]
fn a_limit_on_the_size_of_files_is_an_error_like_any_other() {
    let home = folder(&[("c.yaml", CHART), ("x.png", "old")]);
    let before = all(home.path());
    let ran = std::process::Command::new("sh")
        .args(["-c", "ulimit -f 1; exec \"$0\" render c.yaml -o x.png", env!("CARGO_BIN_EXE_rightseat")])
        .current_dir(home.path())
        .output()
        .expect("a shell can be started");
    let err = String::from_utf8_lossy(&ran.stderr);
    assert_eq!((ran.status.code(), err.as_ref()), (Some(2), "error: cannot write x.png: file too large\n"));
    assert!(all(home.path()) == before);
}
