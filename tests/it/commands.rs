//! The commands as people run them, in process.

use std::fs;

use crate::git::Repository;
use crate::support::{folder, project, rightseat};

const CLEAN: &str = "seats:\n  a: {title: A, owner: x, responsibilities: [one, two, three]}\npeople: {x: Xena}\n";
const SHARED: &str =
    "seats:\n  a: {title: A, owner: [x, y], responsibilities: [one, two, three]}\npeople: {x: Xena, y: Yuki}\n";

#[test]
fn check_exits_by_the_level_found() {
    let home = folder(&[
        ("clean.yaml", CLEAN),
        ("shared.yaml", SHARED),
        ("thin.yaml", &CLEAN.replace("[one, two, three]", "[]")),
    ]);
    for (arguments, code) in [
        (vec!["check", "clean.yaml"], 0),
        (vec!["check", "shared.yaml"], 1),
        (vec!["check", "thin.yaml"], 0),
        (vec!["check", "thin.yaml", "--fail-on", "warning"], 1),
        (vec!["check", "thin.yaml", "-D", "thin-seat"], 1),
        (vec!["check", "shared.yaml", "-W", "shared-seat"], 0),
        (vec!["check", "shared.yaml", "-A", "shared-seat", "--fail-on", "warning"], 0),
        (vec!["check", "."], 1),
        (vec!["check", "nowhere"], 2),
        (vec!["check"], 2),
        (vec!["check", "clean.yaml", "-A", "invalid-yaml"], 2),
        (vec!["check", "clean.yaml", "-A", "shared-saet"], 2),
        (vec!["check", "--nonsense"], 2),
        (vec!["--version"], 0),
    ] {
        let ran = rightseat(home.path(), &arguments);
        assert_eq!(ran.code, code, "{arguments:?}\n{}{}", ran.out, ran.err);
    }
    assert!(
        rightseat(home.path(), &["check", "clean.yaml", "-A", "shared-saet"])
            .err
            .contains("did you mean `shared-seat`?")
    );
}

#[test]
fn findings_show_the_line_and_both_places() {
    let home = folder(&[("shared.yaml", SHARED)]);
    let ran = rightseat(home.path(), &["check", "shared.yaml"]);
    expect_test::expect![[r#"
        error[shared-seat]: the seat `a` has 2 owners: if more than one is accountable, nobody is
         --> shared.yaml:2:28
          |
        2 |   a: {title: A, owner: [x, y], responsibilities: [one, two, three]}
          |                         -  ^
          |                         |
          |                         and here
          |
          = help: keep one person under `owner:` and list the others under `members:`, or split the seat

        shared.yaml: 1 error, 0 warnings, 2 notes (shown by --verbose) in 1 seat, 2 people, 0 priorities, 0 metrics
    "#]]
    .assert_eq(&ran.out);
    let ran = rightseat(home.path(), &["check", "shared.yaml", "--format", "concise"]);
    assert_eq!(
        ran.out,
        "shared.yaml:2:28: error[shared-seat] the seat `a` has 2 owners: if more than one is accountable, nobody is\n"
    );
}

#[test]
fn json_fits_its_schema() {
    let schema = fs::read_to_string(project().join("docs/check.schema.json")).expect("the schema is there");
    let schema = serde_json::from_str(&schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    for chart in ["charts/atlas", "charts/northwind", "charts/solo.yaml"] {
        let ran = rightseat(project(), &["check", chart, "--format", "json"]);
        let output: serde_json::Value = serde_json::from_str(&ran.out).expect("the output is JSON");
        let errors: Vec<String> = validator.iter_errors(&output).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{chart}");
        assert!(output["charts"][0]["findings"].as_array().is_some_and(|findings| findings.len() > 5));
    }
    let slips = "people: {ana: Ana Ruiz}\nseats: {chief: {title: A, ownr: ana}, b: {title: B, reports_to: chieff, owner: ana}}\n";
    let home = folder(&[("slips.yaml", slips)]);
    let ran = rightseat(home.path(), &["check", "slips.yaml", "--format", "json"]);
    let output: serde_json::Value = serde_json::from_str(&ran.out).expect("the output is JSON");
    assert_eq!(validator.iter_errors(&output).count(), 0, "{}", ran.out);
    let findings = output["charts"][0]["findings"].as_array().expect("a list");
    let fixes: Vec<&serde_json::Value> =
        findings.iter().map(|finding| &finding["fix"]).filter(|fix| !fix.is_null()).collect();
    assert_eq!(fixes.len(), 2, "{}", ran.out);
    assert_eq!((&fixes[0]["safe"], &fixes[1]["safe"]), (&true.into(), &false.into()));
    // What is offered, made at its bytes, is what `--fix` makes.
    let splice = &fixes[0]["splices"][0];
    let at = |key: &str| usize::try_from(splice[key].as_u64().expect("a number")).expect("small");
    let mended = format!("{}{}{}", &slips[..at("start")], splice["text"].as_str().expect("text"), &slips[at("end")..]);
    assert_eq!(rightseat(home.path(), &["check", "slips.yaml", "--fix"]).code, 1);
    assert_eq!(fs::read_to_string(home.path().join("slips.yaml")).expect("it is there"), mended);
    let mut wrong: serde_json::Value = serde_json::json!({"version": 1, "tool": {}, "trouble": [], "charts": []});
    assert!(!validator.is_valid(&wrong));
    wrong["tool"] = serde_json::json!({"name": "rightseat", "version": "0.1.0"});
    assert!(validator.is_valid(&wrong));
}

#[test]
fn a_folder_is_one_chart_a_history_or_several() {
    let header = |revision: &str| format!("rightseat: 1\norganization: Acme\nrevision: {revision}\n{CLEAN}");
    let (old, new) = (header("2026-Q3"), header("2026-Q4"));
    let home = Repository::of(&[
        ("acme/2026-Q3/chart.yaml", &old.replace("owner: x", "owner: [x, y]")),
        ("acme/2026-Q4/chart.yaml", &new),
        ("acme/2026-Q4/more/people.yaml", "people: {y: Yuki}\n"),
        ("other.yaml", CLEAN),
        ("ignored.yaml", SHARED),
        (".hidden.yaml", SHARED),
        (".gitignore", "ignored.yaml\n"),
        ("rightseat.yaml", "rules:\n  seatless-person: off\n"),
    ]);
    let names = |arguments: &[&str]| {
        let out = rightseat(home.path(), arguments).out;
        out.lines()
            .filter_map(|line| line.split_once(": 0 errors").map(|(name, _)| name.to_owned()))
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&["check", "acme"]), ["acme/2026-Q4 (newest of 2 revisions)"]);
    assert_eq!(names(&["check", "."]), ["acme/2026-Q4 (newest of 2 revisions)", "other.yaml"]);
    assert_eq!(names(&["check", "acme/2026-Q4/more/people.yaml"]), ["acme/2026-Q4"]);
    assert_eq!(rightseat(home.path(), &["check", "acme/2026-Q3"]).code, 1);
}

#[test]
fn settings_change_levels_limits_and_rates_and_their_mistakes_have_places() {
    let settings = "charts: [clean.yaml, ../out]\nrules:\n  thin-seat: {level: error, min: 4}\n  narow-span: off\n  invalid-yaml: off\n  \
                    wide-span: {mx: 3, max: many}\n  deep-chart: loud\nload: {report: -1}\nthem: {}\n";
    let home = folder(&[("clean.yaml", CLEAN), ("rightseat.yaml", settings)]);
    let ran = rightseat(home.path(), &["check", "clean.yaml", "--format", "concise"]);
    expect_test::expect![[r#"
        clean.yaml:2:3: error[thin-seat] `a` has 3 responsibilities, fewer than 4
        rightseat.yaml:1:22: error[invalid-value] `../out` leads out of the settings' folder
        rightseat.yaml:4:3: error[unknown-key] there is no rule `narow-span`
        rightseat.yaml:5:17: error[invalid-value] `invalid-yaml` can't be turned off or down: what can't be read can't be checked
        rightseat.yaml:6:15: error[unknown-key] unknown key `mx`
        rightseat.yaml:6:27: error[invalid-value] expected a whole number, found `many`
        rightseat.yaml:7:15: error[invalid-value] expected `off`, `info`, `warning` or `error`, found `loud`
        rightseat.yaml:8:16: error[invalid-value] expected a share such as 0.5, found `-1`: it can't be negative
        rightseat.yaml:9:1: error[unknown-key] unknown key `them`
    "#]]
    .assert_eq(&ran.out);
    fs::write(home.path().join("rightseat.yaml"), "charts: [clean.yaml]\n").expect("a file can be written");
    assert_eq!(rightseat(home.path(), &["check"]).code, 0);
}

#[test]
fn today_decides_what_is_late() {
    let text = format!("{CLEAN}priorities:\n  p: {{title: P, owner: a, due: 2026-11-01}}\n");
    let home = folder(&[("chart.yaml", &text)]);
    let late = |day: &str| rightseat(home.path(), &["check", "--today", day, "--format", "concise", "chart.yaml"]).out;
    assert!(!late("2026-11-01").contains("overdue-priority"));
    assert!(late("2026-11-02").contains("`p` was due 1 day ago"));
}

#[test]
fn render_writes_the_whole_picture_or_nothing() {
    let home = folder(&[("clean.yaml", CLEAN), ("broken.yaml", "seats: [\n")]);
    assert_eq!(rightseat(home.path(), &["render", "clean.yaml", "-o", "out.svg"]).code, 0);
    let drawn = fs::read_to_string(home.path().join("out.svg")).expect("it was written");
    assert!(drawn.contains(">Xena<"), "{drawn}");
    assert_eq!(rightseat(home.path(), &["render", "clean.yaml", "-o", "-"]).out, drawn);
    for arguments in [
        ["render", "broken.yaml", "-o", "bad.svg"],
        ["render", "clean.yaml", "-o", "bad.jpg"],
        ["render", ".", "-o", "bad.svg"],
    ] {
        assert_eq!(rightseat(home.path(), &arguments).code, 2, "{arguments:?}");
    }
    let left: Vec<_> =
        fs::read_dir(home.path()).expect("a folder can be read").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left.len(), 4, "{left:?}");
}

#[test]
fn the_ending_or_the_format_says_the_kind_of_file() {
    let home = folder(&[("clean.yaml", CLEAN)]);
    let drawn = |arguments: &[&str]| {
        let ran = rightseat(home.path(), &[&["render", "clean.yaml"], arguments].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
        fs::read(home.path().join(arguments[1])).expect("it was written")
    };
    assert!(drawn(&["-o", "a.png"]).starts_with(b"\x89PNG"));
    assert!(drawn(&["-o", "a.PDF"]).starts_with(b"%PDF-"));
    assert!(drawn(&["-o", "picture", "--format", "png", "--width", "640"]).starts_with(b"\x89PNG"));
    let refused = rightseat(home.path(), &["render", "clean.yaml", "-o", "a.jpg"]);
    assert!(
        refused.err.contains("a.jpg: write a name that ends in .svg, .png, .pdf, .pptx, .html, .dot or .mmd"),
        "{}",
        refused.err
    );
    for (ending, option) in [("svg", "--scale"), ("pdf", "--width"), ("dot", "--font")] {
        let ran = rightseat(home.path(), &["render", "clean.yaml", "-o", &format!("b.{ending}"), option, "2"]);
        assert!(ran.code == 2 && ran.err.contains("for .png"), "{}", ran.err);
    }
    for wrong in [["--scale", "0"], ["--scale", "nan"], ["--width", "0"], ["--font", "clean.yaml"]] {
        let ran = rightseat(home.path(), &["render", "clean.yaml", "-o", "b.png", wrong[0], wrong[1]]);
        assert_eq!(ran.code, 2, "{wrong:?}");
    }
}

#[test]
fn letters_without_a_font_are_noted() {
    let text = "seats:\n  a: {title: 営業, owner: x}\npeople: {x: Xena}\n";
    let home = folder(&[("chart.yaml", text)]);
    let ran = rightseat(home.path(), &["render", "chart.yaml", "-o", "a.png"]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.err.contains("2 letters that the embedded typeface lacks are drawn as empty boxes: 営業"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("`--font FILE`, or write an .svg"), "{}", ran.err);
    assert_eq!(rightseat(home.path(), &["render", "chart.yaml", "-o", "a.svg"]).err, "");
    // A packet takes no font and is no .svg.
    let packet = rightseat(home.path(), &["review", "chart.yaml", "-o", "a.pdf"]);
    assert_eq!(packet.code, 0);
    assert!(
        packet.err.ends_with("\nhelp: write an .html, which leaves them to the viewer's fonts\n"),
        "{}",
        packet.err
    );
    assert_eq!(rightseat(home.path(), &["review", "chart.yaml", "-o", "a.html"]).err, "");
}

#[test]
fn init_writes_a_clean_chart_once() {
    let home = folder(&[]);
    assert_eq!(rightseat(home.path(), &["init"]).code, 0);
    let ran = rightseat(home.path(), &["check", "--verbose", "--fail-on", "warning", "--format", "concise"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    let before = fs::read(home.path().join("charts/chart.yaml")).expect("it was written");
    let again = rightseat(home.path(), &["init"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("nothing was written"), "{}", again.err);
    assert_eq!(fs::read(home.path().join("charts/chart.yaml")).expect("it is there"), before);
}

#[test]
fn slips_of_the_hand_are_told_with_what_to_write() {
    let chart = "people:\n  jana: Jana Köhler\n  eva: {name: Eva, capacity: 60%}\n  ann: {name: Ann, capacity: 0,8}\n  \
                 bo:\n    name: Bo\n    capacity: 0,75\nseats:\n  ceo:\n    title: CEO\n    owner: Jana Köhler\n    \
                 responsibilities:\n    - Legal: contracts\n    - Money\n    - Menu\n  second shop: {title: Shop}\n  \
                 cook: {title: Cook, reports_to: ceo, owner: TBD}\n  \
                 bar: {title: Bar, reports_to: ceo, owner: bar}\nmetrics:\n  \
                 m: {title: M, owner: ceo, target: '>= 6,5 %', actual: '1.000.000 %'}\n";
    let home = folder(&[("slips.yaml", chart), ("deep.yaml", "seats:\n  a:\n    reports_to: b\n      owner: x\n")]);
    let ran = rightseat(home.path(), &["check", "slips.yaml", "deep.yaml"]);
    for said in [
        "found `60%`: write 0.6",
        "help: a comma ends the value here: write a point before decimals, or put the value in quotes",
        "found `0,75`: write 0.75",
        "help: `Jana Köhler` is `jana`: write `jana`",
        "help: write `\"Legal: contracts\"`: a text that holds a colon needs quotes",
        "`second shop` can't be the id of a seat: it holds spaces; write the id under `seats:`, or a new one such as `second-shop`",
        "help: indent it like its neighbours",
        "help: `TBD` is nobody: remove the line, and say `vacant: {since: …, plan: …}` in the seat",
        "help: `bar` is a seat; name a person",
        "found `>= 6,5 %`: write `>= 6.5 %`",
        "found `1.000.000 %`: write `1,000,000 %`",
    ] {
        assert!(ran.out.contains(said), "{said} in\n{}", ran.out);
    }
}

#[test]
fn settings_that_can_not_be_read_are_told_by_who_uses_them() {
    let home =
        folder(&[("chart.yaml", CLEAN), ("rightseat.yaml", "rules: {narow-span: off}\ntheme: {accent: blue}\n")]);
    for arguments in [
        vec!["review", "chart.yaml"],
        vec!["show", "seat:a", "--chart", "chart.yaml"],
        vec!["render", "chart.yaml", "-o", "a.svg"],
    ] {
        let ran = rightseat(home.path(), &arguments);
        let note = "note: 2 mistakes in rightseat.yaml, ignored: `rightseat check .` shows what to write\n";
        assert_eq!((ran.code, ran.err.as_str()), (0, note), "{arguments:?}");
    }
}

#[test]
fn of_few_hands_only_what_is_answered_for_is_counted() {
    let chart = CLEAN.to_owned() + "priorities:\n  p: {title: P, owner: a}\n  q: {title: Q, owner: a}\n";
    let home = folder(&[("all.yaml", &chart), ("some.yaml", &(chart.clone() + "  r: {title: R}\n"))]);
    for (file, said) in
        [("all.yaml", "2 of 2 priorities would"), ("some.yaml", "2 of 2 priorities that somebody answers for would")]
    {
        let ran = rightseat(home.path(), &["check", file, "--verbose"]);
        assert!(ran.out.contains(&format!("info[few-hands]: {said} have nobody if Xena left")), "{}", ran.out);
    }
}

#[test]
fn init_keeps_charts_apart() {
    let home = folder(&[("plain/notes.txt", "")]);
    for (arguments, code, said) in [
        (["init", "charts/acme"], 0, ""),
        (["init", "charts"], 2, "charts holds charts/acme, and every YAML file below a `chart.yaml`"),
        (["init", "charts/acme/sales"], 2, "charts/acme/sales is in the chart of charts/acme/chart.yaml"),
        (["init", "charts/acme/../beta"], 0, ""),
        (["init", "plain"], 0, ""),
        (["init", "."], 2, ". holds "),
    ] {
        let ran = rightseat(home.path(), &arguments);
        assert_eq!(ran.code, code, "{arguments:?} {}", ran.err);
        assert!(ran.err.contains(said), "{arguments:?} {}", ran.err);
    }
    assert_eq!(rightseat(home.path(), &["check", "charts", "--format", "concise"]).out, "");
}

#[test]
fn explain_knows_every_rule() {
    let table = rightseat(project(), &["explain"]).out;
    for rule in rightseat::check::RULES {
        assert!(table.contains(rule.id.as_str()), "{}", rule.id);
        let page = rightseat(project(), &["explain", rule.id.as_str()]);
        assert!(page.out.starts_with(&format!("# {}\n", rule.id)) && page.out.contains("## Passes"), "{}", rule.id);
    }
    let wrong = rightseat(project(), &["explain", "wide-spam"]);
    assert_eq!(
        (wrong.code, wrong.err.as_str()),
        (2, "error: there is no rule `wide-spam`: did you mean `wide-span`?\n")
    );
}

#[test]
fn nothing_in_a_chart_reaches_the_terminal_raw() {
    let text = "people:\n  x: \"a\\e[31mb\"\nseats:\n  a: {title: A, owner: x, \"ow\\u001b]0;x\\u0007\": x}\n";
    let raw = "people:\n  x: \u{1b}[31mred\u{9b}1m\u{7} \u{202e}back # \u{1b}]0;title\u{7}\n  y\u{1b}c: Yuki\n";
    let home = folder(&[("escaped.yaml", text), ("raw.yaml", raw)]);
    for chart in ["escaped.yaml", "raw.yaml"] {
        for format in ["human", "concise", "json"] {
            let out = rightseat(home.path(), &["check", chart, "--verbose", "--format", format]).out;
            let hidden = out.chars().find(|&character| rightseat::text::forbidden(character));
            assert_eq!(hidden, None, "{chart} {format}: {out:?}");
        }
    }
}

#[test]
fn settings_hold_below_their_folder_and_nowhere_else() {
    let thin = CLEAN.replace("[one, two, three]", "[]");
    let home = folder(&[
        ("here/rightseat.yaml", "rules: {thin-seat: error}\n"),
        ("here/in.yaml", &thin),
        ("there/out.yaml", &thin),
    ]);
    let here = home.path().join("here");
    // The repository is the folder itself: what lies beside it is another one's.
    fs::rename(home.path().join(".git"), here.join(".git")).expect("a folder can be moved");
    assert_eq!(rightseat(&here, &["check", "in.yaml"]).code, 1);
    let outside = rightseat(&here, &["check", "../there/out.yaml", "--format", "concise"]);
    assert_eq!(outside.code, 0, "{}", outside.out);
    assert!(outside.out.starts_with("../there/out.yaml:"), "{}", outside.out);
    assert_eq!(rightseat(&here, &["check", "../here/../here/in.yaml"]).code, 1);
}

#[test]
fn a_mistake_in_the_settings_is_said_once_for_all_charts() {
    let home = folder(&[("a.yaml", CLEAN), ("b.yaml", CLEAN), ("c.yaml", CLEAN), ("rightseat.yaml", "rulez: {}\n")]);
    let ran = rightseat(home.path(), &["check", ".", "--format", "concise"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, "rightseat.yaml:1:1: error[unknown-key] unknown key `rulez`\n"));
}

#[test]
fn every_file_that_cannot_be_read_is_named_and_the_others_are_checked() {
    let home = folder(&[("acme/chart.yaml", CLEAN), ("shared.yaml", SHARED)]);
    for name in ["one.yaml", "two.yaml"] {
        // A link that leads nowhere can't be read whoever runs the tests.
        std::os::unix::fs::symlink("nowhere", home.path().join("acme").join(name)).expect("a link can be made");
    }
    for arguments in [vec!["check", "."], vec!["render", "acme", "-o", "out.svg"]] {
        let ran = rightseat(home.path(), &arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(
            ran.err.contains("acme/one.yaml is a link") && ran.err.contains("acme/two.yaml is a link"),
            "{}",
            ran.err
        );
    }
    assert!(rightseat(home.path(), &["check", "."]).out.contains("shared-seat"));
}

#[test]
fn output_that_cannot_be_written_is_an_error_and_a_closed_pipe_is_none() {
    struct Broken(std::io::ErrorKind);
    impl std::io::Write for Broken {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    for (kind, code) in [(std::io::ErrorKind::BrokenPipe, 0), (std::io::ErrorKind::StorageFull, 2)] {
        let mut env = rightseat::cli::Env {
            stdout: &mut Broken(kind),
            stderr: &mut Vec::new(),
            directory: project().to_path_buf(),
            today: crate::support::day(crate::support::TODAY),
            color: false,
            width: 100,
            is_closed: false,
            steps: rightseat::load::Steps::default(),
            is_last: false,
        };
        assert_eq!(rightseat::cli::run(["rightseat", "explain"].map(Into::into), &mut env), code);
    }
}

#[test]
fn render_fills_the_page_that_is_asked_for() {
    let home = folder(&[("clean.yaml", CLEAN)]);
    let draw = |options: &[&str]| {
        let arguments: Vec<&str> = ["render", "clean.yaml", "-o", "-"].iter().chain(options).copied().collect();
        rightseat(home.path(), &arguments)
    };
    assert!(draw(&[]).out.contains("viewBox=\"0 0 1920 1080\""));
    for layout in ["fit", "tidy", "column"] {
        assert!(draw(&["--layout", layout, "--page", "a4"]).out.contains("viewBox=\"0 0 794 1123\""), "{layout}");
    }
    let own = draw(&["--page", "none"]).out;
    assert!(own.contains(">Xena<") && !own.contains("1920"), "{own}");
    let wrong = draw(&["--page", "a5"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("there is no page size `a5`: write 16:9, 16:10, 4:3, a3"), "{}", wrong.err);
}

/// A tree of three levels with something for every option of `render`.
const LEVELS: &str = "\
organization: Acme
revision: 2026-Q4
people: {ana: Ana Ruiz, kim: {name: Kim Larsen, capacity: 0.5}, lee: Lee Wong}
seats:
  boss: {title: Boss, owner: ana, function: Lead, responsibilities: [Budget, Plan, Hire]}
  sales: {title: Sales Lead, owner: kim, members: [lee, ana], reports_to: boss, responsibilities: [Price list, Fairs, Deals]}
  field: {title: Field Rep, reports_to: sales, function: Field, responsibilities: [Visits, Calls, Demos]}
  desk: {title: Desk Rep, owner: [ana, lee], reports_to: sales}
  aide: {title: Aide, owner: lee, reports_to: boss, assistant: true}
priorities:
  win: {title: Win ten workshops, owner: sales, horizon: year}
  old: {title: Old matter, owner: sales, status: done}
metrics:
  quota: {title: Quota reached, owner: sales}
";

fn render(options: &[&str]) -> crate::support::Ran {
    let home = folder(&[("acme.yaml", LEVELS)]);
    let arguments: Vec<&str> = ["render", "acme.yaml", "-o", "-"].iter().chain(options).copied().collect();
    rightseat(home.path(), &arguments)
}

#[test]
fn render_shows_in_boxes_what_is_asked_for() {
    let usual = render(&[]).out;
    for shown in
        [">Sales Lead<", ">Kim Larsen<", ">Price list<", ">+2<", ">Vacant<", ">Lead<", ">Field<", ">Acme · 2026-Q4<"]
    {
        assert!(usual.contains(shown), "{shown} in {usual}");
    }
    for hidden in ["Win ten", "Quota", " %<", "Old matter"] {
        assert!(!usual.contains(hidden), "{hidden} in {usual}");
    }
    let other = render(&["--show", "title,load,priorities,metrics", "--title", "Who does what"]).out;
    for shown in
        [">Sales Lead<", ">Priorities<", ">Win ten workshops<", ">Metrics<", ">Quota reached<", ">Who does what<"]
    {
        assert!(other.contains(shown), "{shown} in {other}");
    }
    // 3 responsibilities, 1 open priority and 2 reports are 0.37 of one person, who has half the time.
    assert!(other.contains(">74\u{a0}%<"), "{other}");
    for hidden in [">Kim Larsen<", "Price list", ">Lead<", "Old matter"] {
        assert!(!other.contains(hidden), "{hidden} in {other}");
    }
    let people = render(&["--show", "owner"]).out;
    assert!(people.contains(">Kim Larsen<") && !people.contains(">Sales Lead<"), "{people}");
    assert!(render(&["--show", "load"]).err.contains("add `title` or `owner`"));
}

#[test]
fn render_draws_the_part_that_is_asked_for() {
    let seats = |options: &[&str]| {
        let out = render(options).out;
        let ids = out.split("id=\"seat-").skip(1).map(|rest| rest.split('"').next().expect("ids end").to_owned());
        ids.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(seats(&[]), "boss sales field desk aide");
    assert_eq!(seats(&["--root", "sales"]), "sales field desk");
    assert_eq!(seats(&["--hide", "field", "--hide", "aide"]), "boss sales desk");
    assert_eq!(seats(&["--hide", "sales"]), "boss aide");
    assert_eq!(seats(&["--depth", "2"]), "boss sales aide");
    assert!(render(&["--depth", "2"]).out.contains(">+2\u{a0}seats<"));
    assert!(render(&["--depth", "1"]).out.contains(">+4\u{a0}seats<"));
    for option in ["--root", "--hide"] {
        let ran = render(&[option, "sale"]);
        assert_eq!((ran.code, ran.err.as_str()), (2, "error: there is no seat `sale`: did you mean `sales`?\n"));
    }
    assert_eq!(render(&["--depth", "0"]).code, 2);
}

#[test]
fn functions_keep_their_colours_on_a_picture_of_a_part() {
    let chart = "seats:\n  a: {title: A, function: Sales}\n  b: {title: B, function: Service, reports_to: a}\n";
    let folder = folder(&[("chart.yaml", chart)]);
    let render = |options: &[&str]| {
        let arguments: Vec<&str> = ["render", "chart.yaml", "-o", "-"].iter().chain(options).copied().collect();
        rightseat(folder.path(), &arguments).out
    };
    let (whole, part) = (render(&[]), render(&["--root", "b"]));
    let colour = |function: &str| {
        let before = &whole[..whole.find(&format!(">{function}<")).expect("the legend has it")];
        let bar = &before[before.rfind("<rect").expect("a bar stands before it")..];
        bar.split_once("fill=").expect("it has a colour").1.split_once("/>").expect("it ends").0
    };
    let (sales, service) = (colour("Sales"), colour("Service"));
    assert_ne!(sales, service);
    assert!(!part.contains(sales) && part.contains(service), "{part}");
    assert!(part.contains(">Service<") && !part.contains(">Sales<"), "the legend has what occurs");
}

#[test]
fn render_draws_seats_in_loops() {
    let chart = "seats:\n  a: {title: A}\n  b: {title: B, reports_to: b}\n  c: {title: C, reports_to: d}\n  \
                 d: {title: D, reports_to: c}\n";
    let folder = folder(&[("chart.yaml", chart)]);
    let out = rightseat(folder.path(), &["render", "chart.yaml", "-o", "-"]).out;
    for seat in ["a", "b", "c", "d"] {
        assert!(out.contains(&format!("id=\"seat-{seat}\"")), "{seat} in {out}");
    }
}

#[test]
fn render_counts_findings_and_follows_themes() {
    // The desk is shared, which is an error; the empty field seat is worth a warning.
    let out = render(&["--findings", "--show", "title"]).out;
    let figure = |seat: &str| {
        let group = out.split("<g ").find(|group| group.contains(&format!("seat-{seat}\""))).expect("it is drawn");
        group.contains("<polygon")
    };
    assert!(figure("desk") && figure("field") && !out.contains("+2"), "{out}");
    let home = folder(&[
        ("acme.yaml", LEVELS),
        ("rightseat.yaml", "theme: {accent: \"#7a1fa2\", functions: {Field: \"#0b6e4f\"}}\n"),
    ]);
    let draw = |theme: &[&str]| {
        let arguments: Vec<&str> = ["render", "acme.yaml", "-o", "-"].iter().chain(theme).copied().collect();
        rightseat(home.path(), &arguments).out
    };
    assert!(draw(&[]).contains("#7a1fa2") && draw(&[]).contains("#0b6e4f"));
    assert!(draw(&["--theme", "dark"]).contains("#0f172a\"/>"), "the page is dark");
    assert!(!draw(&["--theme", "print"]).contains("#7a1fa2"), "print has no colours");
    fs::write(home.path().join("rightseat.yaml"), "theme: {base: drak, functions: {Field: green}}\n").expect("written");
    let ran = rightseat(home.path(), &["check", "acme.yaml", "--format", "concise"]);
    assert!(ran.out.contains("expected `light`, `dark` or `print`, found `drak`"), "{}", ran.out);
    assert!(ran.out.contains("expected a colour such as #1f6feb, found `green`"), "{}", ran.out);
}

#[test]
fn a_picture_of_changes_is_not_mixed_with_their_words() {
    let home = folder(&[("a.yaml", "seats: {a: {title: A}}\n")]);
    let ran = rightseat(home.path(), &["diff", "a.yaml", "a.yaml", "-o", "-"]);
    assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains("`-o changes.svg`"), "{}", ran.err);
}

#[test]
fn render_splits_what_could_not_be_read() {
    let mut text = "people: {x: Xena}\nseats:\n  top: {title: Top, owner: x}\n".to_owned();
    for seat in 0..200 {
        let manager = if seat < 10 { "top".to_owned() } else { format!("s{}", seat % 10) };
        text += &format!(
            "  s{seat}: {{title: Seat {seat}, owner: x, reports_to: {manager}, responsibilities: [a, b, c]}}\n"
        );
    }
    let home = folder(&[("large.yaml", &text)]);
    let split = rightseat(home.path(), &["render", "large.yaml", "-o", "out.svg"]);
    assert!(split.code == 0 && split.err.contains(" pages: out-1.svg to out-"), "{}", split.err);
    let page = |name: &str| fs::read_to_string(home.path().join(name)).unwrap_or_default();
    assert!(page("out-1.svg").contains("page\u{a0}2\u{a0}►") && page("out-2.svg").contains("◄\u{a0}page\u{a0}1"));
    assert!(page("out-1.svg").contains(">Page 1 of ") && page("out.svg").is_empty());
    let named = rightseat(home.path(), &["render", "large.yaml", "-o", "no-ending", "--format", "svg"]);
    assert!(named.code == 0 && !page("no-ending-1").is_empty(), "{}", named.err);
    let piped = rightseat(home.path(), &["render", "large.yaml", "-o", "-"]);
    assert!(piped.code == 2 && piped.err.contains("pages to be readable: name a file"), "{}", piped.err);
    let changes = rightseat(home.path(), &["diff", "large.yaml", "large.yaml", "-o", "changes.svg"]);
    assert!(changes.code == 0 && changes.err.contains(" pages: changes-1.svg to"), "{}", changes.err);
    assert_eq!(rightseat(home.path(), &["render", "large.yaml", "-o", "one.svg", "--min-font", "0"]).code, 0);
    assert!(page("one.svg").contains(">Seat 199<"));
    let tidy = rightseat(home.path(), &["render", "large.yaml", "-o", "tidy.svg", "--layout", "tidy"]);
    let small = "note: letters are as small as 0.29 pt, below --min-font 7\n";
    assert!(tidy.code == 0 && tidy.err.starts_with(small) && tidy.err.contains("--layout fit"), "{}", tidy.err);
    let unbounded = ["render", "large.yaml", "-o", "tidy.svg", "--layout", "tidy", "--page", "none"];
    assert_eq!(rightseat(home.path(), &unbounded).err, "");
    assert_eq!(rightseat(home.path(), &["render", "large.yaml", "-o", "x.svg", "--min-font", "tiny"]).code, 2);
}

/// The first page that a newcomer reads, followed word by word in an empty folder.
#[test]
fn the_first_ten_minutes_are_as_they_are_told() {
    let page = include_str!("../../docs/start.md");
    let blocks = |kind: &str| -> Vec<&str> {
        page.split(&format!("\n```{kind}\n")).skip(1).filter_map(|rest| rest.split("\n```\n").next()).collect()
    };
    let home = folder(&[("staff.csv", blocks("csv")[0])]);
    let run = |line: &str| {
        let words: Vec<&str> = line.split(' ').skip(1).collect();
        rightseat(home.path(), &words)
    };
    let shells = blocks("sh");
    let [table, init, check, mend, review] = shells.as_slice() else { panic!("{shells:?}") };
    for line in table.lines() {
        assert_eq!(run(line).code, 0, "{line}");
    }
    let path = home.path().join("charts/acme/2026-Q4/chart.yaml");
    let chart = fs::read_to_string(&path).expect("it was written");
    let yaml = blocks("yaml");
    assert!(chart.contains(yaml[0]), "{chart}");
    fs::write(&path, format!("{chart}\n{}\n", yaml[1])).expect("it can be written");
    let checked = run(check);
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains(blocks("text")[0]), "{}", checked.out);
    assert_eq!(run(mend).code, 0);
    let next = page.split("`rightseat ").skip(1).filter_map(|rest| rest.split('`').next());
    let next: Vec<String> = next.filter(|line| line.contains("acme")).map(|line| format!("rightseat {line}")).collect();
    assert!(next.len() >= 5, "{next:?}");
    for line in review.lines().chain(next.iter().map(String::as_str)) {
        let ran = run(line);
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
    }
    // Whoever has nothing begins without a finding.
    let empty = folder(&[]);
    assert_eq!(rightseat(empty.path(), &init.split(' ').skip(1).collect::<Vec<_>>()).code, 0);
    let checked = rightseat(empty.path(), &["check", "charts/acme", "--format", "concise"]);
    assert_eq!((checked.code, checked.out.as_str()), (0, ""));
}

/// A loop, a manager that nobody knows, and a key that means nothing.
const BROKEN: &str = "people: {x: Xena}\nseats:\n  a: {title: A, owner: x, reports_to: b}\n  b: {title: B, owner: x, reports_to: a}\n  \
                      c: {title: C, owner: x, reports_to: nobody}\n  d: {title: D, owner: x, colour: red}\n";

#[test]
fn what_is_drawn_or_written_of_a_chart_with_errors_says_so() {
    let home = folder(&[("broken.yaml", BROKEN), ("one.yaml", SHARED), ("clean.yaml", CLEAN)]);
    let runs = |chart: &'static str| {
        let mut runs = Vec::new();
        for kind in ["svg", "png", "pdf", "pptx", "html", "dot", "mmd"] {
            let file = format!("{chart}.{kind}");
            runs.push(vec!["render".to_owned(), chart.to_owned(), "-o".to_owned(), file]);
        }
        for view in ["strategy", "dependencies", "matrix"] {
            let words = ["render", chart, "--format", "svg", "-o", "-", "--view", view];
            runs.push(words.map(str::to_owned).to_vec());
        }
        for form in ["csv", "json", "dot", "mermaid", "backstage"] {
            runs.push(["export", form, chart].map(str::to_owned).to_vec());
        }
        for (form, name) in [("csv", "tables/"), ("xlsx", "book.xlsx")] {
            let name = format!("{}-{name}", chart.trim_end_matches(".yaml"));
            runs.push(["export", form, chart, "-o", &name].map(str::to_owned).to_vec());
        }
        runs
    };
    for (chart, errors) in [("broken.yaml", Some("3 errors")), ("one.yaml", Some("1 error")), ("clean.yaml", None)] {
        for words in runs(chart) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let ran = rightseat(home.path(), &words);
            let note =
                errors.map(|errors| format!("note: the chart has {errors}: `rightseat check {chart}` says where\n"));
            assert_eq!(ran.code, 0, "{words:?}: {}", ran.err);
            let told = ran.err.lines().filter(|line| line.contains("note: the chart has")).collect::<Vec<_>>();
            assert_eq!(told, note.iter().map(|note| note.trim_end()).collect::<Vec<_>>(), "{words:?}: {}", ran.err);
        }
    }
}

#[test]
fn a_table_says_what_it_leaves_out_of_a_chart() {
    let whole = format!(
        "organization: Acme\nrevision: 2026-Q4\nstrategy: {{mission: Sell, values: [Care, Speed]}}\n{CLEAN}\
         metrics: {{m: {{title: M, owner: a}}, n: {{title: N, owner: a}}}}\n"
    );
    let home = folder(&[("whole.yaml", &whole), ("seats.yaml", CLEAN)]);
    let note = "note: not in this table: 2 metrics, 3 lines of the strategy, `organization` and `revision`: \
                `export csv -o FOLDER/` and `export xlsx -o FILE` hold the whole chart\n";
    for (words, told) in [
        ("export csv whole.yaml", note),
        ("export csv whole.yaml -o whole.csv", note),
        ("export csv whole.yaml -o whole/", ""),
        ("export xlsx whole.yaml -o whole.xlsx", ""),
        ("export json whole.yaml", ""),
        ("export csv seats.yaml", ""),
    ] {
        let ran = rightseat(home.path(), &words.split(' ').collect::<Vec<_>>());
        assert_eq!((ran.code, ran.err.as_str()), (0, told), "{words}");
    }
}

#[test]
fn a_picture_without_boxes_says_why() {
    let home = folder(&[("clean.yaml", CLEAN), ("none.yaml", "organization: Acme\npeople: {x: Xena}\n")]);
    let none = "note: there is no seat to draw\n";
    for (words, told) in [
        ("render clean.yaml -o a.svg --hide a", none),
        ("render clean.yaml -o a.html --hide a", none),
        ("render none.yaml -o b.svg", none),
        ("render none.yaml -o b.pptx", none),
        ("render none.yaml -o b.html", none),
        ("render none.yaml -o b.dot", none),
        ("export mermaid none.yaml", none),
        ("export dot none.yaml", none),
        ("render none.yaml -o b.svg --view strategy", "note: there is no priority to draw\n"),
        ("render clean.yaml -o a.svg", ""),
        ("render clean.yaml -o a.html", ""),
        ("export dot clean.yaml", ""),
    ] {
        let ran = rightseat(home.path(), &words.split(' ').collect::<Vec<_>>());
        assert_eq!((ran.code, ran.err.as_str()), (0, told), "{words}");
    }
}
