//! The wheel, where maturin is installed: made of the program at hand, installed without an index, and run.

use std::fs;
use std::path::Path;

use super::read;
use super::scripts::{Bench, installed};
use crate::support::project;

/// A cargo that compiles nothing: asked for the program, it names the one that was built for these tests.
const CARGO: &str = r#"case "$1" in
  rustc)
    printf '{"reason":"compiler-artifact","package_id":"%s","manifest_path":"%s","target":{"kind":["bin"],"crate_types":["bin"],"name":"rightseat","src_path":"%s/src/main.rs","edition":"2024","doc":true,"doctest":false,"test":true},"profile":{"opt_level":"0","debuginfo":0,"debug_assertions":false,"overflow_checks":false,"test":false},"features":[],"filenames":["%s"],"executable":"%s","fresh":true}\n' "$PACKAGE" "$MANIFEST" "$PROJECT" "$PROGRAM" "$PROGRAM"
    ;;
  *) exec "$REAL_CARGO" "$@" ;;
esac"#;

fn text(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}

#[test]
fn a_wheel_of_the_program_installs_and_runs() {
    if !(installed("maturin") && installed("strip")) {
        return;
    }
    let bench = Bench::new();
    // Without its line tables, which would take longer to pack than all else.
    let strip = bench.script("strip.sh", "strip -o \"$1\" \"$2\"");
    let program = bench.write("at-hand/rightseat", "");
    assert_eq!(bench.run(&strip, &[text(&program), env!("CARGO_BIN_EXE_rightseat")], &[]).code, 0);
    // maturin reads the project beside it, so the texts of the wheel are laid in a copy of its folder.
    for file in [
        "Cargo.toml",
        "Cargo.lock",
        "packaging/texts.sh",
        "packaging/python/pyproject.toml",
        "README.md",
        "LICENSE-MIT",
        "THIRD-PARTY.txt",
        "assets/fonts/OFL.txt",
    ] {
        bench.write(&format!("project/{file}"), &read(file));
    }
    bench.write("project/src/lib.rs", "");
    bench.write("project/src/main.rs", "fn main() {}");
    for entry in fs::read_dir(project().join("benches")).expect("it is there").flatten() {
        bench.write(&format!("project/benches/{}", entry.file_name().to_string_lossy()), "");
    }
    let texts = bench.run(&bench.at("project/packaging/texts.sh"), &[], &[]);
    assert_eq!(texts.code, 0, "{}", texts.err);
    let readme = bench.text("project/packaging/python/README.md");
    assert!(!readme.contains("](docs/") && readme.contains("/blob/HEAD/docs/"), "links lead into the repository");

    let cargo = bench.script("cargo-stand-in", CARGO);
    let real = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let build = bench.script(
        "build.sh",
        "cd project/packaging/python && exec maturin build --offline --out ../../dist --skip-auditwheel",
    );
    let project_folder = fs::canonicalize(bench.at("project")).expect("it was made");
    let manifest = format!("{}/Cargo.toml", text(&project_folder));
    let package = format!("path+file://{}#rightseat@{}", text(&project_folder), super::version());
    let path = std::env::var("PATH").expect("there is a path");
    let home = std::env::var("HOME").unwrap_or_default();
    let variables = [
        ("PATH", path.as_str()),
        ("HOME", &home),
        ("CARGO", text(&cargo)),
        ("REAL_CARGO", &real),
        ("PROGRAM", text(&program)),
        ("PROJECT", text(&project_folder)),
        ("MANIFEST", &manifest),
        ("PACKAGE", &package),
    ];
    let ended = bench.run(&build, &[], &variables);
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    let wheels: Vec<_> =
        fs::read_dir(bench.at("project/dist")).expect("it was made").flatten().map(|entry| entry.path()).collect();
    let [wheel] = &wheels[..] else { panic!("one wheel: {wheels:?}") };
    assert!(text(wheel).contains("-py3-none-"), "{}", text(wheel));

    let listed = bench.run(&bench.script("list.sh", "unzip -Z1 \"$1\""), &[text(wheel)], &[]).out;
    for licence in ["LICENSE-MIT", "LICENSE-OFL-Inter.txt", "THIRD-PARTY.txt"] {
        assert!(listed.lines().any(|line| line.ends_with(&format!(".dist-info/licenses/{licence}"))), "{listed}");
    }
    let taken = bench.run(&project().join("packaging/from-wheel.sh"), &[text(wheel), text(&bench.at("taken"))], &[]);
    assert_eq!(taken.code, 0, "{}", taken.err);
    assert!(fs::read(taken.out.trim_end()).ok() == fs::read(&program).ok(), "the same file comes out");

    let install = "python3 -m venv --without-pip fresh && maturin=$(command -v maturin) && \
        \"$(dirname \"$maturin\")/python3\" -m pip --python fresh/bin/python install --quiet --no-index --no-deps \"$1\"";
    let installed = bench.run(&bench.script("install.sh", install), &[text(wheel)], &variables);
    assert_eq!(installed.code, 0, "{}{}", installed.out, installed.err);
    let run = |line: &str| {
        let ran = bench.run(
            &bench.script("run.sh", &format!("{}/fresh/bin/rightseat {line}", bench.folder.path().display())),
            &[],
            &[],
        );
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out
    };
    assert_eq!(run("--version"), format!("rightseat {}\n", super::version()));
    let chart = project().join("charts/northwind");
    assert!(run(&format!("review {}", text(&chart))).contains("THE SIX PILLARS"));
}
