//! `import table --into`: the next table brings a chart up to date, and leaves alone what people have written.

use std::fs;
use std::path::Path;

use super::rightseat;
use crate::support::Ran;

use super::{files, home};

const STAFF: &str = "\
Employee ID,Name,Email,Job Title,Department,Manager ID,Status
B1,Ana Ruiz,ana@x.example,Managing Director,Lead,,Active
B2,Kim Larsen,kim@x.example,Head of Light,Light,B1,Active
B3,Jo Park,jo@x.example,Wick Maker,Light,B2,Active
B4,Sol Lee,sol@x.example,Wick Trimmer,Light,B2,Active
B5,Mo Diaz,mo@x.example,Head of Oil,Oil,B1,Active
";

/// A folder with the chart of a table, some of its lines written otherwise since, and the next table.
fn written(table: &str, lines: &[(&str, &str)], next: &str) -> tempfile::TempDir {
    let home = home(&[("staff.csv", table.as_bytes()), ("next.csv", next.as_bytes())]);
    let ran = rightseat(home.path(), &["import", "table", "staff.csv", "-o", "chart", "--revision", "2026-Q4"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    for (path, text) in files(&home.path().join("chart")) {
        let text = lines.iter().fold(text, |text, (old, new)| text.replace(old, new));
        fs::write(home.path().join("chart").join(path), text).expect("it can be written");
    }
    home
}

fn into(home: &Path, options: &[&str]) -> Ran {
    rightseat(home, &[&["import", "table", "next.csv", "--into", "chart"], options].concat())
}

fn text(home: &Path) -> String {
    files(&home.join("chart")).into_iter().map(|(_, text)| text).collect()
}

fn holds(text: &str, all: &[&str]) {
    for one in all {
        assert!(text.contains(one), "no {one:?} in\n{text}");
    }
}

fn lacks(text: &str, all: &[&str]) {
    for one in all {
        assert!(!text.contains(one), "{one:?} in\n{text}");
    }
}

#[test]
fn what_people_have_written_stays_to_the_byte() {
    let lines = [
        (
            "    title: Head of Light\n",
            "    title: Head of Light   # since May\n    responsibilities: [Bright days, 'Short nights']\n    \
             note: Kim asked for a deputy.\n    backup: jo-park\n",
        ),
        ("    title: Wick Trimmer\n", "    # Sol came from Oil.\n    title: Wick Trimmer\n"),
    ];
    let next = STAFF
        .replace("Kim Larsen,", "Kim Larsen-Berg,")
        .replace("Wick Trimmer,Light", "Senior Trimmer,Light")
        .replace("Oil,B1,Active\n", "Oil,B1,Active\nB6,Ida Berg,ida@x.example,Oil Tester,Oil,B5,Active\n");
    let home = written(STAFF, &lines, &next);
    let before = files(&home.path().join("chart"));
    let ran = into(home.path(), &[]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let after = files(&home.path().join("chart"));
    let changed: Vec<(String, String)> = before
        .iter()
        .zip(&after)
        .flat_map(|((_, old), (_, new))| {
            let gone = old.lines().filter(|line| !new.lines().any(|other| other == *line)).map(|line| ("-", line));
            let came = new.lines().filter(|line| !old.lines().any(|other| other == *line)).map(|line| ("+", line));
            gone.chain(came).map(|(sign, line)| (sign.to_owned(), line.to_owned())).collect::<Vec<_>>()
        })
        .collect();
    let changed: Vec<String> = changed.into_iter().map(|(sign, line)| sign + &line).collect();
    assert_eq!(
        changed,
        [
            "-    name: Kim Larsen",
            "-    title: Wick Trimmer",
            "+    name: Kim Larsen-Berg",
            "+    title: Senior Trimmer",
            "+  ida-berg:",
            "+    name: Ida Berg",
            "+    ref: B6",
            "+  oil-tester:",
            "+    title: Oil Tester",
            "+    reports_to: head-of-oil",
            "+    owner: ida-berg",
        ]
    );
    holds(
        &ran.out,
        &[
            "was called \"Kim Larsen\"",
            "kept as written: 2 responsibilities, 1 note, 6 comments",
            "wrote chart, 2 files",
        ],
    );
}

#[test]
fn a_table_that_says_the_same_changes_nothing() {
    let home = written(STAFF, &[], STAFF);
    let before = files(&home.path().join("chart"));
    let ran = into(home.path(), &[]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    holds(&ran.out, &["the chart already says so: there is nothing to write"]);
    assert_eq!(files(&home.path().join("chart")), before);
}

#[test]
fn a_chart_s_own_tables_change_nothing_in_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for chart in ["2026-Q3", "2026-Q4"] {
        let home = home(&[]);
        let path = root.join("charts/northwind").join(chart);
        let copied = home.path().join("chart");
        fs::create_dir(&copied).expect("a folder can be made");
        for (name, text) in files(&path) {
            fs::write(copied.join(name), text).expect("it can be written");
        }
        let ran = rightseat(home.path(), &["export", "csv", "chart", "-o", "next.csv"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let ran = into(home.path(), &["--dry-run"]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        holds(&ran.out, &["the chart already says so"]);
    }
}

#[test]
fn seats_are_known_again_by_position_number_holder_title_and_manager() {
    let table = "\
Position ID,Position Title,Employee ID,Name,Department,Reports To Position
P-1,Director,1,Ana Ruiz,Lead,
P-2,Head of Light,2,Kim Larsen,Light,P-1
P-3,Wick Maker,3,Jo Park,Light,P-2
P-4,Wick Maker,4,Sol Lee,Light,P-2
P-5,Oil Tester,5,Mo Diaz,Light,P-2
";
    // P-2 has another title and holder, P-3 moves, P-4 is empty, P-5 is no more, P-6 is new.
    let next = "\
Position ID,Position Title,Employee ID,Name,Department,Reports To Position
P-1,Director,1,Ana Ruiz,Lead,
P-2,Head of Lamps,6,Ida Berg,Light,P-1
P-3,Wick Maker,3,Jo Park,Lead,P-1
P-4,Wick Maker,,,Light,P-2
P-6,Buyer,2,Kim Larsen,Light,P-2
";
    let home = written(table, &[("    title: Oil Tester\n", "    title: Oil Tester\n    backup: kim-larsen\n")], next);
    let ran = into(home.path(), &[]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let text = text(home.path());
    holds(
        &text,
        &[
            "  head-of-light:\n    title: Head of Lamps\n    reports_to: director\n    function: Light\n    owner: ida-berg\n",
            "  wick-maker:\n    title: Wick Maker\n    reports_to: director\n    owner: jo-park\n",
            "  wick-maker-2:\n    title: Wick Maker\n    reports_to: head-of-light\n    ref: P-4\n",
            "  buyer:\n    title: Buyer\n    reports_to: head-of-light\n    owner: kim-larsen\n    ref: P-6\n",
        ],
    );
    lacks(&text, &["oil-tester", "mo-diaz", "sol-lee"]);
}

#[test]
fn seats_without_numbers_are_known_by_who_holds_them_or_who_held_them() {
    // Kim is promoted, Jo left and Ida came, Sol went to another team.
    let next = STAFF
        .replace("Kim Larsen,kim@x.example,Head of Light", "Kim Larsen,kim@x.example,Director of Light")
        .replace("B3,Jo Park,jo@x.example", "B6,Ida Berg,ida@x.example")
        .replace("Wick Trimmer,Light,B2", "Oil Tester,Oil,B5");
    let home = written(STAFF, &[], &next);
    let ran = into(home.path(), &[]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let text = text(home.path());
    holds(
        &text,
        &[
            "  head-of-light:\n    title: Director of Light\n",
            "  wick-maker:\n    title: Wick Maker\n    reports_to: head-of-light\n    owner: ida-berg\n",
            "  oil-tester:\n    title: Oil Tester\n    reports_to: head-of-oil\n    owner: sol-lee\n",
        ],
    );
    lacks(&text, &["wick-trimmer", "jo-park"]);
}

#[test]
fn people_are_known_by_e_mail_and_by_names_however_they_are_written() {
    let table = "Name,Email,Title,Manager\nAna Ruiz,ana@x.example,Director,\nKäthe Groß,kg@x.example,Buyer,Ana Ruiz\n\
                 Kim B. Larsen,kim@x.example,Tester,Ana Ruiz\n";
    let next = "Name,Email,Title,Manager\n\"Ruiz, Ana\",ana@x.example,Director,\nKaethe Gross,kg@y.example,Buyer,\"Ruiz, Ana\"\n\
                Kim Larsen-Berg,kim@x.example,Tester,\"Ruiz, Ana\"\n";
    let home = home(&[("staff.csv", table.as_bytes()), ("next.csv", next.as_bytes())]);
    let options = ["import", "table", "staff.csv", "-o", "chart", "--remember", "email"];
    assert_eq!(rightseat(home.path(), &options).code, 0);
    let ran = into(home.path(), &["--remember", "email"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let text = text(home.path());
    // Whose e-mail is the same is called otherwise now; whose name alone is the same keeps the spelling of the chart.
    holds(
        &text,
        &[
            "  kim-b-larsen:\n    name: Kim Larsen-Berg\n",
            "name: Käthe Groß\n    ref: kg@y.example\n",
            "name: Ana Ruiz\n",
        ],
    );
    lacks(&text, &["Kaethe", "Ruiz, Ana"]);
}

#[test]
fn what_the_table_no_longer_has_goes_unless_people_have_built_upon_it() {
    let lines = [
        ("    title: Head of Oil\n", "    title: Head of Oil\n    responsibilities: [Oil]\n"),
        (
            "\nseats:\n  managing-director:\n",
            "  pat: Pat Vane\n\nseats:\n  adviser:\n    title: Adviser\n    reports_to: managing-director\n    owner: pat\n    \
             backup: jo-park\n  fire-warden:\n    title: Fire Warden\n    reports_to: managing-director\n    \
             owner: kim-larsen\n    responsibilities: [Drills]\n  managing-director:\n",
        ),
    ];
    let next: String = STAFF
        .lines()
        .filter(|line| !line.contains("Diaz") && !line.contains("Jo Park"))
        .fold(String::new(), |all, line| all + line + "\n");
    let home = written(STAFF, &lines, &next);
    let ran = into(home.path(), &[]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let kept = text(home.path());
    holds(
        &kept,
        &[
            "  head-of-oil:\n    title: Head of Oil\n    responsibilities: [Oil]\n    reports_to: managing-director\n    function: Oil\n",
            "  adviser:\n    title: Adviser\n    reports_to: managing-director\n    owner: pat\n",
            "    title: Fire Warden\n    reports_to: managing-director\n    owner: kim-larsen\n",
        ],
    );
    lacks(&kept, &["mo-diaz", "wick-maker", "jo-park"]);
    holds(
        &ran.out,
        &[
            "`head-of-oil` is not in the table any more and stays, vacant, since it has 1 responsibility",
            "`fire-warden` is not in the table any more and stays unchanged, since it has 1 responsibility",
            "`jo-park` is gone, and was the backup of `adviser`",
            "1 seat and 1 person are in no table and stay: adviser, pat; --prune takes them for gone",
        ],
    );
    let ran = into(home.path(), &["--prune"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    lacks(&text(home.path()), &["adviser", "pat:"]);
}

#[test]
fn what_goes_is_not_counted_as_kept() {
    let lines = [(
        "\nseats:\n  managing-director:\n",
        "  pat: Pat Vane\n\nseats:\n  adviser:\n    title: Adviser\n    reports_to: managing-director\n    owner: pat\n    \
         note: Twice a month.\n    allow: [{rule: thin-seat, reason: Part time}]\n  managing-director:\n    note: Founder.\n",
    )];
    let home = written(STAFF, &lines, &STAFF.replace("Wick Maker", "Wick Dipper"));
    let kept = |options: &[&str]| {
        let ran = into(home.path(), &[&["--dry-run"], options].concat());
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        ran.out.lines().find(|line| line.starts_with("kept as written")).unwrap_or_default().to_owned()
    };
    holds(&kept(&[]), &["2 notes, 1 waiver"]);
    let pruned = kept(&["--prune"]);
    holds(&pruned, &["1 note"]);
    lacks(&pruned, &["waiver"]);
}

#[test]
fn a_blank_cell_changes_nothing_but_at_the_top_and_in_a_position() {
    let lines = [("    name: Sol Lee\n", "    name: Sol Lee\n    capacity: 0.5\n    outside: true\n")];
    let next = STAFF.replace("Wick Trimmer,Light,B2", "Wick Trimmer,,");
    let home = written(STAFF, &lines, &next);
    let ran = into(home.path(), &[]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let text = text(home.path());
    holds(
        &text,
        &["    title: Wick Trimmer\n    reports_to: head-of-light\n", "    capacity: 0.5\n    outside: true\n"],
    );
    holds(&ran.out, &["row 5: no manager: `wick-trimmer` stays below `head-of-light`"]);
}

#[test]
fn a_manager_who_is_in_the_chart_alone_is_found_there() {
    let lines = [(
        "\nseats:\n  managing-director:\n",
        "  pat: Pat Vane\n\nseats:\n  chair:\n    title: Chair\n    owner: pat\n  managing-director:\n",
    )];
    let next = STAFF.replace("Lead,,Active", "Lead,Pat Vane,Active")
        + "B6,Ida Berg,ida@x.example,Porter,Lead,Pat Vane,Active\n";
    let home = written(STAFF, &lines, &next);
    let ran = into(home.path(), &[]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let now = text(home.path());
    holds(&now, &["title: Managing Director\n    reports_to: chair\n", "title: Porter\n    reports_to: chair\n"]);
    lacks(&now, &["Manager in the imported table"]);
    lacks(&ran.out, &["is unknown"]);
}

#[test]
fn a_manager_whom_the_table_calls_otherwise_elsewhere_is_told_of_every_time() {
    let table = "Employee ID,Name,Title,Manager\n1,Ana Ruiz,CEO,\n2,Kim Lee,Head,Ana Ruiz\n3,Jo Park,Agent,Kim Lee\n";
    let next = table.replace("2,Kim Lee", "2,Kimberly Lee") + "4,Sol Diaz,Clerk,Bo Nym\n";
    let home = written(table, &[], &next);
    let unknown =
        |name: &str| format!("the manager `{name}` is unknown, nobody here has that number, e-mail or name: ");
    let ran = into(home.path(), &[]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let kim = unknown("Kim Lee") + "taken for `head`, found under that name in the chart";
    holds(&ran.out, &[&kim, &(unknown("Bo Nym") + "kept as a note"), "2 seats report to nobody: ceo and clerk\n"]);
    let now = text(home.path());
    holds(&now, &["title: Agent\n    reports_to: head\n", "note: \"Manager in the imported table: Bo Nym\""]);
    // Now the chart does not know the name either.
    let ran = into(home.path(), &[]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let kim = unknown("Kim Lee") + "`agent` stays below `head`";
    holds(&ran.out, &[&kim, &(unknown("Bo Nym") + "left out"), "2 seats report to nobody: ceo and clerk\n"]);
    assert_eq!(text(home.path()), now);
}

#[test]
fn people_who_change_places_change_no_seat() {
    let table = "Name,Title,Manager\nAna Ruiz,CEO,\nKim Lee,Head of Light,Ana Ruiz\nIda Berg,Head of Oil,Ana Ruiz\nJo Park,Clerk,Kim Lee\n";
    let lines = [("    title: Head of Light\n", "    title: Head of Light\n    responsibilities: [Bright days]\n")];
    for (next, said) in [
        // Each takes the other's seat; Kim takes Ida's, who leaves, and Bo comes for Kim.
        (
            table.replace("Kim", "X").replace("Ida Berg", "Kim Lee").replace("X Lee", "Ida Berg"),
            ["ida-berg", "kim-lee"],
        ),
        (
            table.replace("Kim Lee,H", "Bo Nym,H").replace("Ida Berg", "Kim Lee").replace("k,Kim Lee", "k,Bo Nym"),
            ["bo-nym", "kim-lee"],
        ),
    ] {
        let home = written(table, &lines, &next);
        let ran = into(home.path(), &[]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        let now = text(home.path());
        let [light, oil] = said;
        holds(
            &now,
            &[
                &format!(
                    "  head-of-light:\n    title: Head of Light\n    responsibilities: [Bright days]\n    reports_to: ceo\n    owner: {light}\n"
                ),
                &format!("  head-of-oil:\n    title: Head of Oil\n    reports_to: ceo\n    owner: {oil}\n"),
            ],
        );
    }
}

#[test]
fn numbers_are_known_again_as_numbers_and_stay_as_they_were() {
    let table =
        "ID,Name,Title,Manager\n00012,Ana Ruiz,CEO,\n00013,Kim Lee,Head,Ana Ruiz\n00014,Jo Park,Clerk,Kim Lee\n";
    let home = written(table, &[], &table.replace("000", "").replace(",Ana Ruiz,", ".0,Ana Ruiz,"));
    let ran = into(home.path(), &[]);
    assert_eq!((ran.code, ran.out.contains("the chart already says so")), (0, true), "{}{}", ran.out, ran.err);
}

#[test]
fn several_managers_in_a_cell_add_to_the_dotted_lines_of_the_chart() {
    let table = "ID,Name,Title,Manager\n1,Ana Ruiz,CEO,\n2,Kim Lee,Light,Ana Ruiz\n3,Ida Berg,Oil,Ana Ruiz\n4,Jo Park,Clerk,Kim Lee\n";
    let lines = [("    title: Clerk\n", "    title: Clerk\n    dotted_to: [ceo]\n")];
    let home = written(table, &lines, &table.replace("Clerk,Kim Lee", "Clerk,Kim Lee / Ida Berg"));
    let ran = into(home.path(), &[]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    holds(&text(home.path()), &["dotted_to: [ceo, oil]\n", "reports_to: light\n"]);
    holds(&ran.out, &["row 5: names several managers: Kim Lee was taken, with a dotted line to Ida Berg"]);
}

#[test]
fn a_history_gets_a_new_revision_rolled_over_first() {
    let home = written(STAFF, &[], &STAFF.replace("Wick Trimmer", "Senior Trimmer"));
    let history = home.path().join("acme");
    fs::create_dir(&history).expect("a folder can be made");
    fs::rename(home.path().join("chart"), history.join("2026-Q4")).expect("it can be moved");
    let path = history.join("2026-Q4/light.yaml");
    let closed = "\npriorities:\n  lamps:\n    title: Ten lamps\n    owner: head-of-light\n    status: done\n";
    fs::write(&path, fs::read_to_string(&path).expect("it is text") + closed).expect("it can be written");
    let command = ["import", "table", "next.csv", "--into", "acme", "--revision", "2027-Q1"];
    let dry = rightseat(home.path(), &[&command[..], &["--dry-run"]].concat());
    assert_eq!(dry.code, 0, "{}{}", dry.out, dry.err);
    holds(&dry.out, &["chart acme/2026-Q4 (2026-Q4) -> acme/2027-Q1", "nothing written (--dry-run)"]);
    assert!(!history.join("2027-Q1").exists());
    let ran = rightseat(home.path(), &command);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    holds(&ran.out, &["1 priority left behind: lamps (done)", "wrote acme/2027-Q1, 4 files"]);
    let now = fs::read_to_string(history.join("2027-Q1/light.yaml")).expect("it is there");
    holds(&now, &["title: Senior Trimmer"]);
    lacks(&now, &["lamps"]);
    holds(&fs::read_to_string(path).expect("it is there"), &["title: Wick Trimmer", "lamps"]);
    // A second time it is brought up to date in place.
    let again = rightseat(home.path(), &command);
    assert_eq!(again.code, 0, "{}{}", again.out, again.err);
    holds(&again.out, &["the chart already says so"]);
}

#[test]
fn tables_of_priorities_and_metrics_alone_go_into_a_chart() {
    let lines = [(
        "\nseats:\n  head-of-oil:\n",
        "\npriorities:\n  ten:\n    title: Ten lamps\n    owner: head-of-oil   # for now\n    status: on-track\n    effort: 0.2\n\n\
         metrics:\n  lit:\n    title: Lamps lit\n    owner: head-of-oil\n    target: \">= 9\"\n    actual: 7\n\nseats:\n  head-of-oil:\n",
    )];
    let rocks = "Rock,Owner,Due Date,Status\nTen lamps,Kim Larsen,2027-03-31,Off track\nLess oil,Head of Oil,2027-03-31,On track\n";
    let home = written(STAFF, &lines, rocks);
    let ran = into(home.path(), &[]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let now = text(home.path());
    holds(
        &now,
        &[
            "    title: Ten lamps\n    owner: head-of-light   # for now\n    status: off-track\n    effort: 0.2\n    due: 2027-03-31\n",
            "  less-oil:\n    title: Less oil\n    owner: head-of-oil\n    due: 2027-03-31\n    status: on-track\n",
        ],
    );
    let scores = "Measurable,Who,Goal,2027-01-04,2027-01-11\nLamps lit,Mo Diaz,>= 10,8,11\nOil left,Mo Diaz,<= 3,2,1\n";
    fs::write(home.path().join("next.csv"), scores).expect("it can be written");
    let ran = into(home.path(), &[]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    holds(
        &text(home.path()),
        &["    title: Lamps lit\n    owner: head-of-oil\n    target: \">= 10\"\n    actual: 11\n", "  oil-left:\n"],
    );
}

#[test]
fn what_is_only_guessed_writes_nothing() {
    let next = "A,B,C,D\n1,Ana Ruiz,Managing Director,\n2,Kim Larsen,Head of Light,1\n3,Jo Park,Wick Maker,2\n";
    let home = written(STAFF, &[], next);
    let before = files(&home.path().join("chart"));
    let ran = into(home.path(), &["--map", "title=C"]);
    assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
    assert_eq!(files(&home.path().join("chart")), before);
}

#[test]
fn withheld_names_are_remembered_by_their_posts() {
    let table = "Position ID,Position Title,Name,Reports To Position\nP1,Director,Ana Ruiz,\nP2,Buyer,N/D,P1\nP3,Buyer,N/D,P1\n";
    let next = "Position ID,Position Title,Name,Reports To Position\nP1,Director,Ana Ruiz,\nP2,Head Buyer,N/D,P1\nP3,Buyer,Jo Park,P1\n";
    let home = written(table, &[], next);
    let before = text(home.path());
    let ran = into(home.path(), &[]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let now = text(home.path());
    assert_eq!(before.matches("Name withheld").count(), 2);
    holds(&now, &["    title: Head Buyer\n    reports_to: director\n    owner: name-withheld\n", "owner: jo-park\n"]);
}

#[test]
fn titles_that_begin_as_vacancies_do_find_their_priorities() {
    let chart = "organization: Acme\npeople: {ana: Ana Ruiz}\nseats: {ceo: {title: CEO, owner: ana}}\npriorities:\n  \
                 erp: {title: Replacing the ERP, owner: ceo}\n  roles: {title: New role model for sales, owner: ceo}\nmetrics:\n  \
                 open: {title: Open requisitions, owner: ceo}\n";
    let next = "Rock,Owner\nReplacing the ERP,Ana Ruiz\nNew role model for sales,Ana Ruiz\n";
    let home = home(&[("next.csv", next.as_bytes())]);
    fs::create_dir(home.path().join("chart")).expect("a folder can be made");
    fs::write(home.path().join("chart/chart.yaml"), chart).expect("a file can be written");
    let ran = into(home.path(), &[]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert_eq!(text(home.path()), chart, "{}", ran.out);
}
