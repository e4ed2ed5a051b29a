//! One run, several formats.

use std::fs;

use tempfile::TempDir;

use crate::support::rightseat;

use super::FORMATS;

const CHART: &str = "seats:\n  a: {title: A, owner: [x, y]}\npeople: {x: Xena, y: Yuki}\n";

fn home() -> TempDir {
    let home = TempDir::new().expect("a folder can be made");
    fs::write(home.path().join("shared.yaml"), CHART).expect("a file can be written");
    home
}

#[test]
fn one_run_writes_several_formats() {
    let home = home();
    let alone: Vec<String> = FORMATS
        .iter()
        .map(|format| rightseat(home.path(), &["check", "shared.yaml", "--format", format]).out)
        .collect();
    let mut arguments = vec!["check".to_owned(), "shared.yaml".to_owned(), "--output".to_owned(), "concise".to_owned()];
    for format in FORMATS {
        arguments.extend(["--output".to_owned(), format!("{format}=out.{format}")]);
    }
    let ran = rightseat(home.path(), &arguments.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!((ran.code, ran.out.as_str()), (1, alone[1].as_str()));
    for (format, alone) in FORMATS.iter().zip(&alone) {
        let file = fs::read_to_string(home.path().join(format!("out.{format}"))).expect("it was written");
        assert_eq!(&file, alone, "{format}");
    }
}

#[test]
fn the_format_never_changes_the_exit_code() {
    let home = home();
    fs::write(home.path().join("clean.yaml"), CHART.replace("[x, y]", "x")).expect("a file can be written");
    for format in FORMATS {
        for (arguments, code) in [
            (["check", "shared.yaml", "--format", format], 1),
            (["check", "clean.yaml", "--format", format], 0),
            (["check", "nowhere.yaml", "--format", format], 2),
        ] {
            assert_eq!(rightseat(home.path(), &arguments).code, code, "{arguments:?}");
        }
    }
}

#[test]
fn outputs_that_make_no_sense_are_refused_before_anything_is_written() {
    let home = home();
    for (arguments, reason) in [
        (vec!["--output", "json", "--output", "sarif"], "two formats for standard output"),
        (vec!["--format", "json", "--output", "human=-"], "two formats for standard output"),
        (vec!["--output", "json=x", "--output", "sarif=x"], "two outputs for x"),
        (vec!["--output", "sarif=./x", "--output", "json=x"], "two outputs for ./x and x, which are the same file"),
        (vec!["--output", "json=X", "--output", "sarif=x"], "two outputs for X and x, which are the same file"),
        (vec!["--output", "json=./shared.yaml"], "the format json is not a .yaml file"),
        (vec!["--output", "sarf=x"], "did you mean `sarif`?"),
        (vec!["--output", "sarif="], "a file's name"),
    ] {
        let mut all = vec!["check", "shared.yaml"];
        all.extend(&arguments);
        let ran = rightseat(home.path(), &all);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains(reason) && ran.out.is_empty(), "{arguments:?}: {}", ran.err);
    }
    assert_eq!(fs::read_dir(home.path()).expect("a folder can be read").count(), 1);
    assert_eq!(fs::read_to_string(home.path().join("shared.yaml")).expect("it is there"), CHART);
}
