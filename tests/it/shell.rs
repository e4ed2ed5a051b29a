//! What a shell and its manual know of the commands.

use std::process::Command;

use tempfile::TempDir;

use crate::support::{assert_file, project, rightseat};

/// The commands, as the help names them.
fn commands() -> Vec<String> {
    let help = rightseat(project(), &["--help"]).out;
    let section = help.split("Commands:\n").nth(1).expect("it lists them").split("\n\n").next().expect("it ends");
    let names = section.lines().filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn the_published_reference_is_fresh() {
    assert_file("docs/cli.md", &rightseat::cli::reference());
}

#[test]
fn every_command_shows_examples_that_parse() {
    let commands = commands();
    assert!(commands.len() > 8, "{commands:?}");
    for command in commands {
        let name = if command == "import" { vec!["import", "table"] } else { vec![command.as_str()] };
        let help = rightseat(project(), &[&name[..], &["--help"]].concat()).out;
        let examples = help.split("Examples:\n").nth(1).unwrap_or_default();
        let shown: Vec<&str> = examples.lines().filter(|line| line.contains("rightseat ")).collect();
        assert!(!shown.is_empty(), "{command} shows no example:\n{help}");
        for line in shown {
            let called = line.split("rightseat ").nth(1).expect("filtered").split(['|', '>', '&', ')', '#']).next();
            let arguments: Vec<&str> = called.unwrap_or_default().split_whitespace().collect();
            let known: Vec<&str> = arguments.iter().filter(|word| word.starts_with("--")).copied().collect();
            for flag in known {
                let flag = flag.split('=').next().unwrap_or(flag);
                assert!(help.contains(flag), "{line}: `{flag}` is not in the help");
            }
            assert_eq!(arguments.first(), name.first(), "{line}");
        }
    }
}

#[test]
fn a_script_for_each_shell_asks_the_program() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = rightseat(project(), &["completions", shell]);
        assert!(ran.code == 0 && ran.out.contains("COMPLETE") && ran.out.contains("rightseat"), "{shell}: {}", ran.out);
    }
    assert_eq!(rightseat(project(), &["completions", "dash"]).code, 2);
}

#[test]
fn the_program_answers_a_shell() {
    let asked = |words: &[&str]| {
        let at = (words.len() - 1).to_string();
        let mut command = Command::new(env!("CARGO_BIN_EXE_rightseat"));
        command.args(["--"]).args(words).envs([
            ("COMPLETE", "bash"),
            ("_CLAP_COMPLETE_INDEX", &at),
            ("_CLAP_IFS", "\n"),
        ]);
        let ran = command.current_dir(project()).output().expect("it was built for this test");
        assert!(ran.status.success());
        let out = String::from_utf8(ran.stdout).expect("words are text");
        out.split('\n').map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(asked(&["rightseat", "explain", "overl"]), ["overloaded-person", "overloaded-seat"]);
    assert_eq!(asked(&["rightseat", "check", "-D", "wide"]), ["wide-span"]);
    assert_eq!(asked(&["rightseat", "check", "--format", "s"]), ["sarif"]);
    assert_eq!(asked(&["rightseat", "check", "charts/no"]), ["charts/northwind/"]);
    assert_eq!(asked(&["rightseat", "show", "same-d"]), ["same-day"]);
    assert_eq!(asked(&["rightseat", "render", "--root", "field-n"]), ["field-north"]);
    assert_eq!(asked(&["rightseat", "review", "--without", "fara"]), ["farah"]);
    assert!(asked(&["rightseat", ""]).contains(&"import".to_owned()));
    let north = ["--chart", "charts/northwind"];
    let edit = |words: &[&str]| asked(&[&["rightseat", "edit"][..], &words[..1], &north, &words[1..]].concat());
    assert_eq!(edit(&["set", "seat:field-n"]), ["seat:field-north"]);
    assert_eq!(edit(&["set", "field-north", "vac"]), ["vacant", "vacant.plan", "vacant.since"]);
    assert_eq!(edit(&["set", "stra"]), ["strategy"]);
    assert_eq!(edit(&["new", "metr"]), ["metric:"]);
    assert_eq!(edit(&["new", "seat:x", "reports_"]), ["reports_to="]);
    assert_eq!(edit(&["hand-over", "same-d"]), ["same-day"]);
    let decisions = asked(&["rightseat", "decide", "--chart", "charts/northwind", "overloaded-seat:"]);
    assert!(decisions.contains(&"overloaded-seat:service-lead=west-van".to_owned()), "{decisions:?}");
}

#[test]
fn every_command_has_a_manual_page() {
    let home = TempDir::new().expect("a folder can be made");
    assert_eq!(rightseat(home.path(), &["man", "-o", "man1"]).code, 0);
    for name in commands() {
        let page = std::fs::read_to_string(home.path().join(format!("man1/rightseat-{name}.1"))).expect(&name);
        assert!(page.contains(&format!(".TH rightseat-{name} 1")) && page.contains("Examples:"), "{name}");
        let alone = rightseat(home.path(), &["man", &name]).out;
        assert_eq!(alone, page);
    }
    assert!(rightseat(home.path(), &["man"]).out.contains(".TH rightseat 1"));
    assert_eq!(rightseat(home.path(), &["man", "chek"]).code, 2);
}
