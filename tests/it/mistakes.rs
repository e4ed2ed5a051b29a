//! Mistakes that people make, and what each message says to write: could somebody who doesn't program act on it?

use crate::support::{checked, folder, lines, rightseat};
use rightseat::phrase::Phrase;

/// A chart with nothing wrong in its reading, with gaps for more keys of its entries.
fn chart(seat: &str, priority: &str, metric: &str) -> String {
    format!(
        "people:\n  kim: Kim Larsen\n  ana: Ana Ruiz\n  f1: Farah\nseats:\n  head:\n    title: Head of Sales\n    \
         owner: kim\n  integrator: {{title: Integrator, reports_to: head, owner: ana}}\n  desk:\n    title: Desk\n    \
         {seat}\npriorities:\n  grow:\n    title: Grow\n    {priority}\n  win: {{title: Win accounts, owner: head}}\n\
         metrics:\n  calls:\n    title: Calls\n    {metric}\n"
    )
}

/// What each finding of reading says, with its help.
fn said(text: &str) -> String {
    checked(&[("chart.yaml", text)], |_, _, outcome| {
        let told = outcome.findings.iter().map(|finding| {
            format!(
                "{}: {} | {}\n",
                finding.rule.id,
                finding.message,
                finding.help.as_ref().map(Phrase::plain).unwrap_or_default()
            )
        });
        told.collect()
    })
}

/// Mistakes in the lines of a seat, and the message for each.
const SEATS: [(&str, &str); 66] = [
    ("title: \"Head", "the quote of this line is never closed | write the closing quote"),
    ("title: 'Head", "the quote of this line is never closed | write the closing quote"),
    ("title: \"Head\n    note: \"x\"", "the quote on this line is not closed | write the closing quote"),
    ("title: [Support] Head", "a text that begins with `[` needs quotes | write `\"[Support] Head\"`"),
    ("title: {Support} Head", "a text that begins with `{` needs quotes | write `\"{Support} Head\"`"),
    ("title: \"Head\" of Sales", "text follows the closing quote | write `'\"Head\" of Sales'`"),
    ("title: 'Head' of Sales", "text follows the closing quote | write `\"'Head' of Sales\"`"),
    ("title: \"The \"real\" Head\"", "text follows the closing quote | write `'\"The \"real\" Head\"'`"),
    ("responsibilities: [One, Two", "the bracket of this line is never closed | write the closing bracket"),
    ("responsibilities: [One, \"Two]", "the bracket of this line is never closed | write the closing bracket"),
    ("responsibilities: - One", "a list can't begin behind a key | write the entries in lines of their own"),
    ("note: ? x", "a value can't begin with `? ` | put the value in quotes"),
    ("title: Sales: Head", "put a text that holds a colon in quotes"),
    (
        "function: Sales team #1",
        "lost-text: the text ends here: YAML takes what follows for a comment | put the text in quotes",
    ),
    ("note: #7 in the market", "lost-text: nothing is said here: YAML takes what follows for a comment"),
    ("responsibilities:\n      - Win account #7 back", "lost-text: the text ends here"),
    ("reports_to: #head", "lost-text: nothing is said here"),
    ("owner: Kim Larsen", "`Kim Larsen` is `kim`: write `kim`"),
    ("owner: kim larsen", "`kim larsen` is `kim`: write `kim`"),
    ("owner: Farah", "`Farah` is `f1`: write `f1`"),
    ("owner: Kim Larson", "did you mean `kim`?"),
    ("owner: Kim", "did you mean `kim`?"),
    ("owner: Head of Sales", "`Head of Sales` is the seat `head`, owned by `kim`: write `kim`"),
    ("owner: head", "`head` is a seat, owned by `kim`; name the person"),
    ("owner: kim and ana", "name one person: write `kim` or `ana`"),
    ("owner: kim & ana", "name one person: write `kim` or `ana`"),
    ("owner: kim/ana", "name one person: write `kim` or `ana`"),
    ("owner: Kim Larsen, Ana Ruiz", "name one person: write `kim` or `ana`"),
    ("owner: kim and somebody", "name one person, such as `kim`"),
    ("owner: TBD", "`TBD` is nobody: remove the line, and say `vacant: {since: …, plan: …}`"),
    ("backup: TBD", "`TBD` names nothing: leave it out"),
    ("backup: Ana Ruiz", "`Ana Ruiz` is `ana`: write `ana`"),
    ("interim: Ana Ruiz", "`Ana Ruiz` is `ana`: write `ana`"),
    ("members: [Ana Ruiz]", "`Ana Ruiz` is `ana`: write `ana`"),
    ("members: [kim and ana]", "write each by itself: `[kim, ana]`"),
    ("members: kim, ana", "write `[kim, ana]`, or one entry a line"),
    ("reports_to: Head of Sales", "`Head of Sales` is `head`: write `head`"),
    ("reports_to: Ana Ruiz", "`Ana Ruiz` is the person `ana`, who owns `integrator`: write `integrator`"),
    ("reports_to: Farah", "`Farah` is the person `f1`, who owns no seat: name a seat"),
    ("reports_to: \"head, integrator\"", "name one seat: write `head` or `integrator`"),
    ("dotted_to: [Head of Sales]", "`Head of Sales` is `head`: write `head`"),
    ("manager: head", "write `reports_to`"),
    ("Reports To: head", "did you mean `reports_to`?"),
    ("boss: head", "write `reports_to`"),
    ("Vorgesetzter: head", "write `reports_to`"),
    ("berichtet_an: head", "write `reports_to`"),
    ("jefe: head", "write `reports_to`"),
    ("deputy: ana", "write `backup`"),
    ("Stellvertreterin: ana", "write `backup`"),
    ("holder: ana", "write `owner`"),
    ("titulaire: ana", "write `owner`"),
    ("duties: [one]", "write `responsibilities`"),
    ("Aufgaben: [one]", "write `responsibilities`"),
    ("department: Sales", "write `function`"),
    ("acting: ana", "write `interim`"),
    ("comment: new", "write `note`"),
    ("vacant: true", "write `vacant: {since: 2026-10-01}`, with the first day without an owner"),
    ("vacant: false", "remove the line: a seat that has an owner is not vacant"),
    ("vacant: 2026-09-01", "write `vacant: {since: 2026-09-01}`"),
    ("vacant: {since: 31.12.2026}", "write 2026-12-31"),
    ("assistant: \"true\"", "found text in quotes | write `true`, without quotes"),
    ("assistant: yes", "write `true`, without quotes"),
    ("function: [Support]", "write one text, or `\"[Support]\"`: a text in brackets needs quotes"),
    ("manages: Player Coach", "write `player-coach`"),
    ("fit: true", "write `fit: {head: true, heart: true, briefcase: false}`"),
    ("allow: [thin-seat]", "write `{rule: RULE, reason: why it is accepted, until: 2027-01-31}`"),
];

/// Mistakes in the lines of a priority.
const PRIORITIES: [(&str, &str); 17] = [
    ("owner: TBD", "`TBD` names nothing: leave it out"),
    ("owner: Head of Sales", "`Head of Sales` is `head`: write `head`"),
    ("owner: Kim Larsen", "`Kim Larsen` is the person `kim`, who owns `head`: write `head`"),
    ("owner: \"head, integrator\"", "name one seat: write `head` or `integrator`"),
    ("owner: kim and ana", "name one seat: write `head` or `integrator`"),
    ("contributors: [Integrator]", "did you mean `integrator`?"),
    ("supports: [Win accounts]", "`Win accounts` is `win`: write `win`"),
    ("status: at risk", "write `off-track`"),
    ("status: in progress", "write `on-track`"),
    ("status: On track", "write `on-track`"),
    ("status: completed", "write `done`"),
    ("status: erledigt", "write `done`"),
    ("horizon: annual", "write `year`"),
    ("deadline: 2026-12-31", "write `due`"),
    ("due: 31.12.2026", "write 2026-12-31"),
    ("due: Q4 2026", "write one day, such as its last, 2026-12-31"),
    ("effort: 20%", "write 0.2"),
];

/// Mistakes in the lines of a metric.
const METRICS: [(&str, &str); 11] = [
    ("target: \">= 1.000 Stück\"", "write `>= 1,000 Stück` for thousands, or `>= 1 Stück`"),
    ("actual: 1'000", "write `1,000`"),
    ("actual: 1_000", "write `1,000`"),
    ("actual: 1 000", "write `1,000`"),
    ("actual: 1:30 h", "write `90 min`"),
    ("actual: 1e3", "write the number out"),
    ("actual: \"1.180\"", "write `1,180` for thousands, or `1.18`"),
    ("actual: € 500", "write `500 €`"),
    ("target: 95 %", "write `at least 95 %` or `at most 95 %`"),
    ("kind: lead", "write `leading`"),
    ("perspective: Customers", "write `customer`"),
];

/// Mistakes at the top of a file.
const FILES: [(&str, &str); 13] = [
    ("goals: {}\n", "write `priorities`"),
    ("rocks: {}\n", "write `priorities`"),
    ("okrs: {}\n", "write `priorities`"),
    ("Ziele: {}\n", "write `priorities`"),
    ("roles: {}\n", "write `seats`"),
    ("postes: {}\n", "write `seats`"),
    ("kpis: {}\n", "write `metrics`"),
    ("organisation: Acme\n", "did you mean `organization`?"),
    ("language: Deutsch\n", "write `de`"),
    ("language: de_AT\n", "write `de`"),
    ("language: it\n", "expected one of `en`, `de`, `fr` and `es`, found `it`"),
    ("sprache: de\n", "write `language`"),
    ("revision: Q4 2026\n", "write 2026-Q4"),
];

#[test]
fn each_mistake_is_told_what_to_write() {
    let seats = SEATS.iter().map(|(line, told)| (chart(line, "", ""), *line, *told));
    let priorities = PRIORITIES.iter().map(|(line, told)| (chart("", line, ""), *line, *told));
    let metrics = METRICS.iter().map(|(line, told)| (chart("", "", line), *line, *told));
    let files = FILES.iter().map(|(text, told)| (format!("{text}{}", chart("", "", "")), *text, *told));
    let missed: Vec<String> = seats
        .chain(priorities)
        .chain(metrics)
        .chain(files)
        .filter_map(|(text, mistake, told)| {
            let said = said(&text);
            (!said.contains(told)).then(|| format!("{mistake}: {told}\n{said}"))
        })
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// Whoever leaves out a key that an entry must have meets the next mistake.
#[test]
fn a_key_that_is_required_is_not_to_be_left_out() {
    let blank = "people: {kim: {name: \"\"}}\nseats:\n  a:\n    title: ' '\n    owner: kim\n    allow: [{rule: \
                 thin-seat, reason: \"\", until: 2027-01-01}, {rule: \"\", reason: new, until: 2027-01-01}]\n";
    let found = said(blank);
    assert_eq!(found.matches("invalid-value: expected text, found none: write something | \n").count(), 4, "{found}");
    assert!(!found.contains("leave the key out") && !found.contains("missing-key"), "{found}");
    let found = said(&chart("function: \"\"", "", ""));
    assert!(found.contains("found none: write something or leave the key out"), "{found}");
}

#[test]
fn without_mistakes_reading_says_nothing() {
    let found = lines(&[("chart.yaml", &chart("", "", ""))]);
    for rule in ["[unknown-key]", "[unknown-reference]", "[invalid-value]", "[invalid-yaml]"] {
        assert!(!found.contains(rule), "{found}");
    }
}

#[test]
fn a_synonym_stands_for_what_it_means() {
    let text = "people:\n  kim: Kim Larsen\nroles:\n  head: {title: Head, holder: kim}\n  desk: {title: Desk, manager: head, \
                owner: kim}\n";
    let found = said(text);
    assert!(!found.contains("second-root") && !found.contains("vacant-seat"), "{found}");
}

/// Command lines that can't be understood, and the message for each.
const COMMANDS: [(&[&str], &str); 15] = [
    (&["lint", "c.yaml"], "help: write `rightseat check`"),
    (&["validate"], "help: write `rightseat check`"),
    (&["compare", "a", "b"], "help: write `rightseat diff`"),
    (&["check", "--strict", "c.yaml"], "help: write `--fail-on warning`"),
    (&["check", "--json", "c.yaml"], "help: write `--format json`"),
    (&["render", "c.yaml", "out.png"], "help: write `-o out.png`"),
    (&["diff", "c.yaml"], "help: name two charts"),
    (&["explain", "overload"], "did you mean `overloaded-person` or `overloaded-seat`?"),
    (&["check", "org.csv"], "`rightseat import table org.csv` makes one of it"),
    (&["check", "org.xlsx"], "`rightseat import table org.xlsx` makes one of it"),
    (&["check", "empty"], "`rightseat init` writes a chart to start from"),
    (&["render", "c.yaml", "--root", "Head of Marketing", "-o", "x.svg"], "there is no seat `Head of Marketing`"),
    (
        &["edit", "move", "desk", "none", "--chart", "c.yaml"],
        "`edit unset seat:desk reports_to` makes it report to nobody",
    ),
    (&["edit", "move", "desk", "", "--chart", "c.yaml"], "`edit unset seat:desk reports_to` makes it report to nobody"),
    (&["render", "c.yaml", "--root", "f1", "-o", "x.svg"], "there is no seat `f1`"),
];

#[test]
fn each_slip_on_the_command_line_is_told_what_to_write() {
    let chart = chart("", "", "");
    let home =
        folder(&[("c.yaml", chart.as_str()), ("org.csv", "Name\nAda\n"), ("org.xlsx", "PK"), ("empty/x.txt", "")]);
    for (arguments, told) in COMMANDS {
        let ran = rightseat(home.path(), arguments);
        assert!(ran.code == 2 && ran.err.contains(told), "{arguments:?}: {told}\n{}", ran.err);
    }
}

#[test]
fn a_colour_that_reaches_no_seat_is_told() {
    let settings = |theme: &str| {
        let chart = chart("function: Sales", "", "");
        let home = folder(&[("c.yaml", chart.as_str()), ("rightseat.yaml", theme)]);
        let render = rightseat(home.path(), &["render", "c.yaml", "-o", "x.svg"]);
        let check = rightseat(home.path(), &["check", "c.yaml"]);
        assert_eq!(render.code, 0, "{}", render.err);
        (render.err, check.out)
    };
    let (render, _) = settings("theme: {functions: {Sale: \"#112233\"}}\n");
    assert!(
        render.contains("the theme gives a colour to the function `Sale`, which no seat has; did you mean `Sales`?")
    );
    let (render, _) = settings("theme: {functions: {Sales: \"#112233\"}}\n");
    assert!(!render.contains("the theme gives a colour"), "{render}");
    let (render, check) = settings("theme:\n  accent: #E2001A\n");
    assert!(render.contains("a mistake in rightseat.yaml, ignored"), "{render}");
    assert!(check.contains("lost-text") && check.contains("rightseat.yaml:2:9"), "{check}");
}

#[test]
fn a_title_or_a_name_is_taken_where_it_is_clear() {
    let chart = chart("", "", "");
    let home = folder(&[("c.yaml", chart.as_str())]);
    let ran = rightseat(home.path(), &["show", "Head of Sales", "--chart", "c.yaml"]);
    assert_eq!(ran.out, rightseat(home.path(), &["show", "head", "--chart", "c.yaml"]).out);
    let drawn =
        |root: &str| rightseat(home.path(), &["render", "c.yaml", "--root", root, "--format", "svg", "-o", "-"]);
    let by_id = drawn("head");
    assert_eq!(by_id.code, 0, "{}", by_id.err);
    for root in ["Head of Sales", "head of sales", "Kim Larsen", "kim"] {
        assert_eq!((drawn(root).code, drawn(root).out), (0, by_id.out.clone()), "{root}");
    }
}
