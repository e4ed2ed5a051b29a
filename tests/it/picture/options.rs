//! No option of `render` is ignored silently: for every view and kind of file it has an effect, is refused, or gives a
//! note.

use crate::support::{folder, rightseat};

const OLD: &str = "organization: Acme\nrevision: 2026-Q3\nseats:\n  top: {title: Top}\n  \
                   law: {title: Law, reports_to: top, function: Law}\n  \
                   sales: {title: Sales, reports_to: top, function: Sales}\n";
const OTHER: &str = "seats:\n  top: {title: Top}\n  sales: {title: Sales, reports_to: top, function: Sales}\n  \
                     law: {title: Law, reports_to: top, function: Law}\n";

const CHART: &str = "organization: Acme
revision: 2026-Q4
reviewed: 2026-10-06
people: {ana: Ana Ruiz, bo: Bo Lind, cy: Cy Orr}
seats:
  top: {title: Chief, owner: ana, responsibilities: [Plan]}
  sales: {title: Head of Sales, reports_to: top, owner: bo, function: Sales, responsibilities: [Revenue]}
  rep: {title: Representative, reports_to: sales, owner: cy, function: Sales, dotted_to: [make]}
  shop: {title: Shop, reports_to: sales, function: Sales}
  make: {title: Head of Making, reports_to: top, owner: bo, function: Making, dotted_to: [sales]}
  lab: {title: Laboratory, reports_to: make, owner: cy, function: Laboratory, dotted_to: [law]}
  law: {title: Lawyer, reports_to: top, owner: cy, function: Law}
  clerk: {title: Clerk, reports_to: law, function: Law}
  aide: {title: Aide, reports_to: law, function: Law}
priorities:
  grow: {title: Grow, owner: sales, contributors: [make, rep], horizon: year}
  line: {title: New line, owner: make, supports: [grow], contributors: [law, lab]}
  test: {title: Test it, owner: lab, supports: [line]}
  deal: {title: Close it, owner: rep, supports: [grow]}
metrics:
  won: {title: Deals won, owner: rep, target: '>= 5'}
";

const OPTIONS: [&[&str]; 22] = [
    &["--layout", "tidy"],
    &["--page", "a4"],
    &["--theme", "dark"],
    &["--accent", "#ff0000"],
    &["--background", "none"],
    &["--legend", "off"],
    &["--teams", "on"],
    &["--language", "de"],
    &["--like", "old.yaml"],
    &["--title", "Another title"],
    &["--title", ""],
    &["--show", "title"],
    &["--show", "owner,load"],
    &["--show", "title,owner,metrics"],
    &["--findings"],
    &["--root", "make"],
    &["--hide", "lab"],
    &["--depth", "2"],
    &["--min-font", "60"],
    &["--revisions", "0"],
    &["--scale", "2"],
    &["--width", "100"],
];

#[test]
fn no_option_is_passed_over_in_any_view_and_kind_of_file() {
    // There functions are many, so that those of the chart have others' colours.
    let other = |at: usize| format!("  a{at}: {{title: A{at}, reports_to: top, function: A{at}}}\n");
    let other: String = OTHER.to_owned() + &(0..40).map(other).collect::<String>();
    let home = folder(&[("acme/2026-Q3.yaml", OLD), ("acme/2026-Q4.yaml", CHART), ("old.yaml", &other)]);
    let draw = |view: &str, kind: &str, more: &[&str]| {
        let view = if view == "chart" { vec![] } else { vec!["--view", view] };
        rightseat(home.path(), &[&["render", "acme", "-o", "-", "--format", kind], &*view, more].concat())
    };
    let views = ["chart", "strategy", "dependencies", "matrix"];
    let drawings = views.into_iter().flat_map(|view| ["svg", "dot", "mmd"].map(|kind| (view, kind)));
    for (view, kind) in drawings.chain([("chart", "html")]) {
        let plain = draw(view, kind, &[]);
        assert_eq!(plain.code, 0, "{view} {kind}: {}", plain.err);
        for option in OPTIONS {
            let ran = draw(view, kind, option);
            let shows = ran.code == 0 && ran.out != plain.out;
            // A field that boxes can't show is reported by its name.
            let field =
                if option[0] == "--show" { option[1].rsplit(',').next().unwrap_or_default() } else { option[0] };
            let is_told = ran.err != plain.err && (ran.err.contains(option[0]) || ran.err.contains(field));
            assert!(shows || is_told, "{view} {kind}: {option:?} is ignored: {}", ran.err);
            assert!([0, 2].contains(&ran.code), "{view} {kind} {option:?}: {}", ran.err);
        }
    }
    let ran = draw("html", "html", &[]);
    assert!(ran.code == 2 && !ran.err.is_empty(), "{}", ran.err);
}

#[test]
fn a_view_is_refused_what_it_has_no_use_for() {
    let home = folder(&[("a.yaml", CHART)]);
    for (options, reason) in [
        (
            &["--view", "strategy", "--layout", "tidy"][..],
            "`--layout` is for `--view chart`: the arrangement of the other views",
        ),
        (&["--view", "matrix", "--findings"], "`--findings` is for `--view chart`: the other views count no findings"),
        (
            &["--view", "strategy", "--like", "a.yaml"],
            "`--view chart`, `--view dependencies`, `--view matrix`: colours",
        ),
        (
            &["--format", "dot", "--theme", "dark"],
            "`--theme` has no effect on .dot and .mmd: the program that reads them",
        ),
        (&["--format", "html", "--like", "a.yaml"], "`--like` is for pictures: a page has its own revisions"),
        (&["--format", "html", "--background", "none"], "`--background` is for pictures: a page follows its reader"),
    ] {
        let ran = rightseat(home.path(), &[&["render", "a.yaml", "-o", "-"], options].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{options:?}");
        assert!(ran.err.contains(reason), "{options:?}: {}", ran.err);
    }
    let ran =
        rightseat(home.path(), &["render", "a.yaml", "-o", "-", "--view", "strategy", "--show", "title,load,function"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, "note: this view does not show load, function\n"));
    // The chart as .dot can say it.
    let ran = rightseat(
        home.path(),
        &["render", "a.yaml", "-o", "-", "--view", "strategy", "--show", "title,load", "--format", "dot"],
    );
    assert_eq!((ran.code, ran.err.as_str()), (0, "note: this view in this kind of file does not show load\n"));
}

#[test]
fn a_part_is_drawn_in_every_view() {
    let home = folder(&[("a.yaml", CHART)]);
    let draw = |options: &[&str]| {
        let ran =
            rightseat(home.path(), &[&["render", "a.yaml", "-o", "-", "--format", "dot", "--view"], options].concat());
        assert_eq!(ran.code, 0, "{options:?}: {}", ran.err);
        ran.out
    };
    let held = |text: &str, words: &[&str]| words.iter().map(|words| text.contains(*words)).collect::<Vec<_>>();
    // What the branch answers for, and what that serves; nothing that others answer for.
    let branch = draw(&["strategy", "--root", "Head of Making"]);
    assert_eq!(
        held(&branch, &["Head of Making", "Test it", "New line", "Grow", "Close it", "Representative", "won"]),
        [true, true, true, true, false, false, false],
        "{branch}"
    );
    let hidden = draw(&["strategy", "--hide", "rep"]);
    assert_eq!(held(&hidden, &["Close it", "Deals won", "Grow"]), [false, false, true], "{hidden}");
    // A department of the branch with those that it waits for; what is hidden is no end of a line.
    let branch = draw(&["dependencies", "--root", "law"]);
    assert_eq!(held(&branch, &["Law", "Making", "Sales"]), [true, true, false], "{branch}");
    let hidden = draw(&["dependencies", "--hide", "law"]);
    assert_eq!(held(&hidden, &["Law", "Making", "Sales"]), [false, true, true], "{hidden}");
    // Who works for two in the branch, and for whom; with one of the two hidden nobody does.
    let branch = draw(&["matrix", "--root", "sales"]);
    assert_eq!(
        held(&branch, &["Representative", "Head of Making", "Laboratory", "Chief"]),
        [true, true, false, false],
        "{branch}"
    );
    let hidden = draw(&["matrix", "--root", "sales", "--hide", "make"]);
    assert_eq!(held(&hidden, &["Representative", "None in the part that is drawn"]), [false, true], "{hidden}");
}

#[test]
fn who_carries_too_much_over_several_seats_is_seen_in_each_of_them() {
    let duties = "[a, b, c, d, e, f, g, h]";
    let chart = format!(
        "people: {{xe: Xena, yu: Yuri}}\nseats:\n  a: {{title: A, owner: xe, responsibilities: {duties}}}\n  \
         b: {{title: B, reports_to: a, owner: xe, responsibilities: {duties}}}\n  \
         c: {{title: C, reports_to: a, owner: yu, responsibilities: {duties}}}\n"
    );
    let home = folder(&[("a.yaml", &chart)]);
    let checked = rightseat(home.path(), &["check", "a.yaml", "--format", "concise"]).out;
    let share = checked.split("Xena carries ").nth(1).and_then(|rest| rest.split('%').next()).expect(&checked).trim();
    let ran = rightseat(home.path(), &["render", "a.yaml", "--show", "title,owner,load", "-o", "-"]);
    let of_all = format!("\u{a0}% · Σ\u{a0}{share}\u{a0}%<");
    assert_eq!(ran.out.matches(&of_all).count(), 2, "{checked}\n{}", ran.out);
    assert!(ran.out.contains(">load of all its holder’s seats<"), "{}", ran.out);
}
