//! `import csv`: what HR systems write becomes a chart that reads, and nothing is lost without a word.

use std::fs;

use arbtest::arbtest;
use rightseat::exchange::{Input, Request, import};
use rightseat::read;

use super::rightseat;
use crate::support::{Ran, sources};

use super::{files, home};

fn imported(csv: &str) -> (Ran, Vec<(String, String)>) {
    let home = home(&[("staff.csv", csv.as_bytes())]);
    let ran = rightseat(home.path(), &["import", "csv", "staff.csv", "-o", "chart"]);
    let files = if ran.code == 0 { files(&home.path().join("chart")) } else { Vec::new() };
    (ran, files)
}

/// The seats with their managers and owners, `seat < manager: owner`, whatever their files.
fn lines_of(files: &[(String, String)]) -> Vec<String> {
    let mut files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    files.sort_by_key(|(name, _)| *name != "chart.yaml");
    let (sources, inputs) = sources(&files);
    let (chart, defects) = read::chart(&sources, &inputs);
    assert_eq!(defects, [], "{files:?}");
    let mut lines: Vec<String> = chart
        .seats
        .entries
        .iter()
        .map(|seat| {
            let manager = seat.reports_to.get().map_or("-", |manager| manager.as_str());
            let owners: Vec<&str> = seat.owner.iter().map(|owner| owner.value.as_str()).collect();
            format!("{} < {manager}: {}", seat.id.value, owners.join("+"))
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn exports_of_the_usual_systems_are_understood() {
    let expected = ["ceo < -: ana-ruiz", "head-of-support < ceo: ben-okafor", "support-agent < head-of-support: "];
    for (system, csv) in [
        (
            "BambooHR",
            "Employee #,First Name,Last Name,Job Title,Department,Reports To\n1,Ana,Ruiz,CEO,Lead,\n2,Ben,Okafor,Head of Support,Support,Ana Ruiz\n\
             ,,,Support Agent,Support,Ben Okafor\n",
        ),
        (
            "Workday",
            "Employee ID,Worker,Business Title,Supervisory Organization,Manager\n21,Ana Ruiz,CEO,Lead,\n22,Ben Okafor,Head of Support,Support,Ana Ruiz (21)\n\
             ,Vacant,Support Agent,Support,Ben Okafor (22)\n",
        ),
        (
            "Personio",
            "Personalnummer;Vorname;Nachname;Stelle;Abteilung;E-Mail;Vorgesetzter\n1;Ana;Ruiz;CEO;Lead;ana@x.com;\n2;Ben;Okafor;Head of Support;Support;\
             ben@x.com;Ruiz, Ana\n;;;Support Agent;Support;;Okafor, Ben\n",
        ),
        (
            "HiBob",
            "Display name\tEmail\tJob title\tDepartment\tReports to email\nAna Ruiz\tana@x.com\tCEO\tLead\t\nBen Okafor\tben@x.com\tHead of Support\tSupport\t\
             ANA@x.com\nTBD\t\tSupport Agent\tSupport\tben@x.com\n",
        ),
        (
            "plain",
            "Employee ID,Manager ID,Name,Title,Department,Email\n1,,Ana Ruiz,CEO,Lead,a@x.com\n2,1,Ben Okafor,Head of Support,Support,b@x.com\n,2,,Support Agent,Support,\n",
        ),
        (
            "positions",
            "Position ID,Reports To Position,Position Title,Employee ID,Employee Name,Department\nP1,,CEO,7,Ana Ruiz,Lead\nP2,P1,Head of Support,8,Ben Okafor,Support\n\
             P3,P2,Support Agent,,,Support\n",
        ),
    ] {
        let (ran, files) = imported(csv);
        assert_eq!(ran.code, 0, "{system}: {}", ran.err);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["chart.yaml", "lead.yaml", "support.yaml"], "{system}");
        assert_eq!(lines_of(&files), expected, "{system}");
        assert!(!ran.out.contains("to look at"), "{system}: {}", ran.out);
    }
}

#[test]
fn bytes_of_every_usual_encoding_give_the_same_chart() {
    let csv = "Name;Titel;Title;Manager\nZoë Käse;x;Chefin;\n\"Müller; Ann\";y;Köchin;Zoë Käse\n";
    let two_bytes =
        |order: fn(u16) -> [u8; 2]| format!("\u{feff}{csv}").encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(csv);
    let mut charts = Vec::new();
    for bytes in [
        csv.as_bytes().to_vec(),
        ["\u{feff}", csv].concat().into_bytes(),
        two_bytes(u16::to_le_bytes),
        two_bytes(u16::to_be_bytes),
        windows.into_owned(),
        csv.replace('\n', "\r\n").into_bytes(),
        ["sep=;\r\n", csv].concat().into_bytes(),
    ] {
        let home = home(&[("staff.csv", &bytes)]);
        assert_eq!(rightseat(home.path(), &["import", "csv", "staff.csv", "-o", "chart"]).code, 0);
        charts.push(files(&home.path().join("chart")));
    }
    assert!(charts[0][0].1.contains("Zoë Käse") && charts[0][0].1.contains("  zoe-kase:"), "{:?}", charts[0]);
    charts.dedup();
    assert_eq!(charts.len(), 1);
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is said, and the chart that comes of it, are shown whole")]
fn what_is_odd_is_said_by_rows_and_nothing_is_lost() {
    let csv = "Employee ID,Manager ID,Name,Title,Department,FTE,Status,Salary\n\
         1,1,Ana Ruiz,CEO,Lead,100%,,9\n\
         2,99,Ben Okafor,Lead,Ops,80,,9\n\
         3,5,Cy Fox,Lead,Ops,1,,9\n\
         5,3,Dee Moe,Clerk,Ops,lots,,9\n\
         3,1,Eve Sun,Clerk,Ops,1,,9\n\
         6,1,Flo Ray,Clerk,Ops,1,Terminated,9\n\
         7,1,Gil Wu,,Ops,1,,9\n\
         2,99,Ben Okafor,Lead,Ops,80,,9\n\
         \n,,,,,1,,9\n\
         8,1,\"Hal\u{1b}[31m\nVo\",Clerk,Ops,1,,9,beyond\n";
    let (ran, files) = imported(csv);
    assert_eq!(imported(&csv.replace('\n', "\r\n")).0.out, ran.out);
    assert_eq!(ran.code, 0, "{}", ran.err);
    expect_test::expect![[r#"
        plan for staff.csv: comma, UTF-8, 10 rows, header in row 1

        column       read as   how sure  why
        Employee ID  number    sure      header; remembered as `ref`
        Manager ID   manager   sure      header, 7 of 9 are in `Employee ID`
        Name         name      sure      header
        Title        title     sure      header
        Department   function  sure      header
        FTE          share     sure      header
        Status       status    sure      Terminated 1 left out (row 7)
        Salary       not read

        7 seats, 0 of them vacant, 7 people
        3 seats report to nobody: ceo, lead-ben-okafor and clerk-dee-moe
        9 to look at:
        - row 3: the manager `99` is unknown, nobody here has that number, e-mail or name: kept as a note
        - row 5: expected a share such as 0.5, found `lots`: left out
        - row 5: the manager `3` may be any of 2 people or seats: kept as a note
        - row 6: `3` is both Cy Fox and Eve Sun: taken as two people
        - row 7: Flo Ray is marked as `Terminated`: left out
        - row 8: no title: called `Untitled`
        - row 9: says the same as row 3: left out
        - row 11: neither a name nor a title: left out
        - row 12: `beyond` is beyond the last column and was left out
        wrote chart, 3 files; next:
          rightseat check chart
    "#]]
    .assert_eq(&ran.out);
    expect_test::expect![[r#"
        --- chart.yaml
        # Imported from staff.csv.
        rightseat: 1
        organization: staff
        --- lead.yaml
        # Lead

        people:
          ana-ruiz:
            name: Ana Ruiz
            ref: '1'

        seats:
          ceo:
            title: CEO
            function: Lead
            owner: ana-ruiz
        --- ops.yaml
        # Ops

        people:
          ben-okafor:
            name: Ben Okafor
            capacity: 0.8
            ref: '2'
          cy-fox:
            name: Cy Fox
            ref: '3'
          dee-moe:
            name: Dee Moe
            ref: '5'
          eve-sun: Eve Sun
          gil-wu:
            name: Gil Wu
            ref: '7'
          hal-u-1b-31m-vo:
            name: Hal\u{1b}[31m Vo
            ref: '8'

        seats:
          lead-ben-okafor:
            title: Lead
            function: Ops
            owner: ben-okafor
            note: 'Manager in the imported table: 99'
          lead-cy-fox:
            title: Lead
            reports_to: clerk-dee-moe
            owner: cy-fox
          clerk-dee-moe:
            title: Clerk
            function: Ops
            owner: dee-moe
            note: 'Manager in the imported table: 3'
          clerk-eve-sun:
            title: Clerk
            reports_to: ceo
            function: Ops
            owner: eve-sun
          untitled:
            title: Untitled
            reports_to: ceo
            function: Ops
            owner: gil-wu
          clerk-hal-u-1b-31m-vo:
            title: Clerk
            reports_to: ceo
            function: Ops
            owner: hal-u-1b-31m-vo
    "#]]
    .assert_eq(&files.iter().map(|(name, text)| format!("--- {name}\n{text}")).collect::<String>());
    let lines = lines_of(&files);
    assert!(lines.contains(&"lead-cy-fox < clerk-dee-moe: cy-fox".to_owned()), "{lines:?}");
}

#[test]
fn priorities_stand_in_rows_of_their_own_or_beside_people() {
    let csv = "Name,Title,Manager,Department,Priority,Due,Priority Status,Effort,Supports,Contributors,Horizon\n\
         Ana Ruiz,CEO,,Lead,Grow,,,,,,Year\n\
         Ben Okafor,CTO,Ana Ruiz,Tech,Ship it,2026-12-15,On track,30 %,grow; Grow,Ana Ruiz; CEO; Nobody,\n\
         Ben Okafor,CTO,Ana Ruiz,Tech,Hire two,soon,fine,,Growth,,quarter\n\
         Ben Okafor,,,,Mend it,,,,Ship it,,\n\
         Cy Fox,,,,Sell more,,,,,,\n\
         Ana Ruiz,CEO,,Lead,Ship it,2026-12-31,,,,,\n\
         ,,,,Loose end,,,,,,\n";
    let (ran, files) = imported(csv);
    assert_eq!(ran.code, 0, "{}", ran.err);
    expect_test::expect![[r#"
        plan for staff.csv: comma, UTF-8, 7 rows, header in row 1

        column           read as          how sure  why
        Name             name             sure      header
        Title            title            sure      header
        Manager          manager          sure      header, 2 of 2 are in `Name`
        Department       function         sure      header
        Priority         priority         sure      header
        Due              due              sure      header
        Priority Status  priority-status  sure      header
        Effort           effort           sure      header and cells
        Supports         supports         sure      header
        Contributors     contributors     sure      header
        Horizon          horizon          sure      header

        2 seats, 0 of them vacant, 3 people, 6 priorities
        `ceo` reports to nobody
        6 to look at:
        - row 3: no contributor `Nobody`: left out
        - row 4: expected a day such as 2026-10-06, found `soon`: left out
        - row 4: expected a status such as on-track, found `fine`: left out
        - row 4: no priority `Growth` to support: left out
        - row 6: no seat `Cy Fox` to own `Sell more`: kept as a note
        - row 7: says otherwise of `Ship it` than row 3: that one was taken
        wrote chart, 3 files; next:
          rightseat check chart
    "#]]
    .assert_eq(&ran.out);
    let text: String = files.iter().map(|(name, text)| format!("--- {name}\n{text}")).collect();
    expect_test::expect![[r#"
        --- chart.yaml
        # Imported from staff.csv.
        rightseat: 1
        organization: staff

        people:
          cy-fox: Cy Fox

        priorities:
          sell-more:
            title: Sell more
            note: 'Owner in the imported table: Cy Fox'
          loose-end:
            title: Loose end
        --- lead.yaml
        # Lead

        people:
          ana-ruiz: Ana Ruiz

        seats:
          ceo:
            title: CEO
            function: Lead
            owner: ana-ruiz

        priorities:
          grow:
            title: Grow
            owner: ceo
            horizon: year
        --- tech.yaml
        # Tech

        people:
          ben-okafor: Ben Okafor

        seats:
          cto:
            title: CTO
            reports_to: ceo
            function: Tech
            owner: ben-okafor

        priorities:
          ship-it:
            title: Ship it
            owner:
            - cto
            - ceo
            supports:
            - grow
            contributors:
            - ceo
            effort: 0.3
            due: 2026-12-15
            status: on-track
          hire-two:
            title: Hire two
            owner: cto
            horizon: quarter
          mend-it:
            title: Mend it
            owner: cto
            supports:
            - ship-it
    "#]]
    .assert_eq(&text);
}

/// What is reported about the rows.
fn odd(ran: &Ran) -> Vec<&str> {
    ran.out.lines().filter_map(|line| line.strip_prefix("- row ")).collect()
}

#[test]
fn exports_of_the_other_systems_are_understood_with_their_ways() {
    let adp = "Position ID,Associate ID,Payroll Name,Job Title Description,Home Department Description,Reports To Associate ID,Position Status,Worker Category Description\n\
        ABC1,A1,\"Ruiz, Ana\",CEO,Lead,,Active,Permanent contract\nABC2,A2,\"Okafor, Ben\",CTO,Lead,A1,Active,Contractor\n\
        ABC3,A3,\"Fox, Cy\",Clerk,Lead,A2,Retired,Employee\n";
    let (ran, files) = imported(adp);
    assert_eq!(odd(&ran), ["4: Cy Fox is marked as `Retired`: left out"], "{}", ran.out);
    assert_eq!(lines_of(&files), ["ceo < -: ana-ruiz", "cto < ceo: ben-okafor"]);
    assert_eq!(files[1].1.matches("outside: true").count(), 1, "{}", files[1].1);
    // Two header rows, and a word for who has no manager.
    let success_factors = "STATUS,USERID,FIRSTNAME,LASTNAME,TITLE,DEPARTMENT,MANAGER\n\
        Status,User ID,First Name,Last Name,Title,Department,Manager\n\
        active,aruiz,Ana,Ruiz,CEO,Lead,NO_MANAGER\nactive,bokafor,Ben,Okafor,CTO,Lead,aruiz\n";
    let (ran, files) = imported(success_factors);
    assert_eq!(odd(&ran), ["2: repeats the column names: left out"], "{}", ran.out);
    assert_eq!(lines_of(&files), ["ceo < -: ana-ruiz", "cto < ceo: ben-okafor"]);
}

#[test]
fn remarks_in_brackets_are_no_part_of_a_name() {
    let csv = "Worker,Business Title,Team,Abteilung,Manager\nAna (On Leave),CEO,,Lead,\nBen [C],CTO,,Lead,Ana\nCy,Clerk,,Lead,Ben (7)\n\
        Kim (Oslo),Aide,,Lead,Ana\nKim (Rome),Cook,,Lead,Kim (Oslo)\nLee,Help,,Lead,Kim\n";
    let (ran, files) = imported(csv);
    let unclear = "7: the manager `Kim` may be any of 2 people or seats: kept as a note";
    assert_eq!(odd(&ran), ["2: Ana is marked as `On Leave`: stays, with a note", unclear], "{}", ran.out);
    let lines = lines_of(&files);
    for line in ["cto < ceo: ben", "clerk < cto: cy", "cook < aide: kim-rome", "help < -: lee"] {
        assert!(lines.iter().any(|other| other == line), "{line}: {lines:?}");
    }
    assert!(files.iter().any(|(name, _)| name == "lead.yaml"));
}

#[test]
fn a_plain_status_is_the_person_s_or_the_priority_s() {
    let (ran, files) = imported(
        "Name,Title,Reports to,Rock,Status\nAna,CEO,,Grow,Off track\nBen,CTO,Ana,Ship,Active\nCy,COO,Ana,,Inaktiv\n",
    );
    assert_eq!(odd(&ran), ["4: Cy is marked as `Inaktiv`: left out"], "{}", ran.out);
    assert!(files[0].1.contains("owner: ceo\n    status: off-track") && files[0].1.matches("status:").count() == 1);
}

#[test]
fn columns_that_name_different_managers_are_told_of() {
    let csv = "ID,Name,Title,Manager ID,Manager\n1,Ana,CEO,,\n2,Ben,CTO,1,Ana\n3,Cy,Clerk,2,Ana\n4,Dee,Aide,9,Ben\n";
    let (ran, files) = imported(csv);
    assert_eq!(odd(&ran), ["4: its columns name different managers: `cto` was taken"], "{}", ran.out);
    assert_eq!(lines_of(&files), ["aide < cto: dee", "ceo < -: ana", "clerk < cto: cy", "cto < ceo: ben"]);
}

#[test]
fn a_row_that_only_adds_may_stand_above_the_one_that_describes() {
    let csv = "Seat ID,Title,Reports To,Person ID,Name,Priority ID,Priority\n\
        ceo,,,bea,Bea Stone,,\nceo,,,,,grow,\n,,,,,,Grow fast\ncto,CTO,ceo,,,,\nceo,Chief,,ana,Ana Ruiz,,\n\
        cto,,,,,grow,Grow fast\n";
    let (ran, files) = imported(csv);
    assert_eq!(odd(&ran), [""; 0], "{}", ran.out);
    assert_eq!(lines_of(&files), ["ceo < -: bea+ana", "cto < ceo: "]);
    let text = &files[0].1;
    assert!(text.contains("title: Chief") && text.contains("title: Grow fast\n    owner:\n    - ceo\n    - cto"));
}

#[test]
fn a_name_alone_means_the_only_person_who_has_it() {
    for csv in [
        "Employee #,Email,Name,Job Title,Reports To,Rock\n,,Kim Lee,,,Ship it\n1,a@x.com,Ana,CEO,,\n2,k@x.com,Kim Lee,CTO,Ana,\n,k@x.com,Kim Lee,,,Sell\n2,,,,,Mend\n",
        "Employee #,Email,Name,Job Title,Reports To,Rock\n1,a@x.com,Ana,CEO,,\n2,k@x.com,Kim Lee,CTO,Ana,\n2,,,,,Mend\n,k@x.com,Kim Lee,,,Sell\n,,Kim Lee,,,Ship it\n",
    ] {
        let (ran, files) = imported(csv);
        assert_eq!(odd(&ran), [""; 0], "{}", ran.out);
        assert!(ran.out.contains("2 seats, 0 of them vacant, 2 people, 3 priorities"), "{}", ran.out);
        assert_eq!(files[0].1.matches("owner: cto").count(), 3, "{}", files[0].1);
    }
    // Where several have it, nobody is guessed.
    let (ran, _) = imported("ID,Name,Title,Manager,Rock\n1,Kim,CEO,,\n2,Kim,CTO,1,\n,Kim,,,Ship\n9,,,,Sell\n");
    assert_eq!(
        odd(&ran),
        ["4: no seat `Kim` to own `Ship`: kept as a note", "5: no seat `9` to own `Sell`: kept as a note"],
        "{}",
        ran.out
    );
}

#[test]
fn a_seat_that_waits_for_somebody_has_reports_by_the_number_of_who_is_missing() {
    let (ran, files) = imported(
        "ID,Name,Title,Reports To ID\n1,Ana,CEO,\n2,TBD,Head of Sales,1\n3,Bob,Seller,2\n4,,Clerk,2\n5,Cy,Aide,4\n",
    );
    assert_eq!(odd(&ran), [""; 0], "{}", ran.out);
    assert_eq!(
        lines_of(&files),
        [
            "aide < clerk: cy",
            "ceo < -: ana",
            "clerk < head-of-sales: ",
            "head-of-sales < ceo: ",
            "seller < head-of-sales: bob"
        ]
    );
}

#[test]
fn what_a_second_row_says_otherwise_is_told() {
    let csv = "Position ID,Title,Manager Position ID,Name,FTE,Interim,Vacancy Plan,Assistant,Dotted To,Rock,Contributors\n\
        P1,CEO,,Ana,0.5,,,,,,\nP2,CTO,P1,Kim,1,Ana,,Jane Doe,,,\nP2,CTO,P3,Bob,,,,,,,\nP3,COO,P1,Ana,1,,recruit,yes,Ana,,\n\
        P2,,,,,,,,,Ship,Ana\nP3,COO,P1,Ana,0.5,,,,,,\n";
    let (ran, files) = imported(csv);
    expect_test::expect![[r#"
        3: expected yes or no, found `Jane Doe`: left out
        3: owned and yet covered by `Ana`: left out
        4: says otherwise of `cto` than row 3: that one was taken
        5: Ana has a capacity of 0.5 in a row above: taken
        5: owned and yet to be filled by `recruit`: left out
        5: the dotted manager Ana holds `ceo` and `coo`: `ceo`, nearest the top, was taken
        6: the contributor Ana holds `ceo` and `coo`: `ceo`, nearest the top, was taken
    "#]]
    .assert_eq(&odd(&ran).iter().map(|line| format!("{line}\n")).collect::<String>());
    assert!(files[0].1.contains("capacity: 0.5") && files[0].1.contains("assistant: true"), "{}", files[0].1);
}

#[test]
fn an_id_of_nobody_stands_for_the_name() {
    let (ran, files) =
        imported("Seat ID,Title,Reports To,Person ID,Name\nceo,CEO,,ghost,\ncto,CTO,ceo,ana,Ana\ncio,CIO,ceo,ana,\n");
    assert_eq!(odd(&ran), ["2: no name: called `ghost`"], "{}", ran.out);
    assert_eq!(lines_of(&files), ["ceo < -: ghost", "cio < ceo: ana", "cto < ceo: ana"]);
}

#[test]
fn rows_are_counted_whatever_ends_them() {
    let csv = "Name,Title,Manager\nAna,CEO,\n\nKim,CTO,Bob\n";
    for end in ["\n", "\r\n", "\r"] {
        let (ran, _) = imported(&csv.replace('\n', end));
        let told = "4: the manager `Bob` is unknown, nobody here has that number, e-mail or name: kept as a note";
        assert_eq!(odd(&ran), [told], "{end:?}");
    }
}

#[test]
fn tables_that_say_too_little_are_refused_with_what_to_write() {
    for (csv, reason) in [
        ("", "holds no table"),
        ("Foo,Bar\n1,2\n", "write `--map name=COLUMN`; the columns are Foo, Bar"),
        ("Name,Title\nAna,CEO\n", "write `--map manager=COLUMN`"),
        ("Name,Manager\n", "no column holds titles: write `--map title=COLUMN`"),
        ("Name,Title,Manager\n", "holds no seats"),
        ("Ana Ruiz,CEO\nJo Park,Cook\n", "row 1 holds `Ana Ruiz` as the rows below could. Write a row above it"),
        ("Ana,CEO,\nJo,Cook,Ana\n", "row 1 holds `Ana` as the rows below could. Write a row above it"),
        ("1,Ana\n2,Jo\n", "rows names the columns: add one at the top, such as `Name,Title,Manager`"),
        ("<html>\n<table><tr><td>Name</td></tr></table>", "this is HTML, whatever its name says"),
        ("\u{feff}<?xml version=\"1.0\"?>\n<Workbook/>", "this is XML, whatever its name says"),
    ] {
        let (ran, _) = imported(csv);
        assert_eq!((ran.code, ran.err.contains(reason)), (2, true), "{csv:?}: {}", ran.err);
    }
    let home = home(&[("staff.csv", b"Wer,Chef,Was\nAna,,Leitung\nBen,Ana,Arbeit\n")]);
    let with = |maps: &[&str]| {
        let mut arguments = vec!["import", "csv", "staff.csv"];
        for map in maps {
            arguments.extend(["--map", map]);
        }
        rightseat(home.path(), &arguments)
    };
    assert!(with(&["name=Wer", "name=Was"]).err.contains("`name` is mapped twice"));
    assert!(with(&["nam=Wer"]).err.contains("did you mean `name`?"));
    assert!(with(&["name=Who"]).err.contains("the columns are Wer, Chef, Was"));
    assert_eq!(with(&["name=Wer", "manager=Chef", "title=Was"]).code, 0);
    let written = files(&home.path().join("charts/staff"));
    assert_eq!(lines_of(&written), ["arbeit < leitung: ben", "leitung < -: ana"]);
    // A second time it would overwrite.
    let again = with(&["name=Wer", "manager=Chef", "title=Was"]);
    assert_eq!((again.code, again.err.contains("nothing was written")), (2, true));
    assert_eq!(files(&home.path().join("charts/staff")), written);
    assert_eq!(fs::read_dir(home.path().join("charts")).expect("it is there").count(), 1);
}

#[test]
fn departments_are_safe_file_names() {
    let (_, files) = imported(
        "Name,Title,Department,Manager\nA,a,../../etc,\nB,b,CON,A\nC,c,chart,A\nD,d,rightseat,A\nE,e,R&D,A\nF,f,r d,A\nG,g,支持,A\nH,h,---,A\nI,i,LPT 9,A\nJ,j,COM3,A\n",
    );
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "chart-2.yaml",
            "chart.yaml",
            "com3-2.yaml",
            "con-2.yaml",
            "department.yaml",
            "etc.yaml",
            "lpt-9.yaml",
            "r-d-2.yaml",
            "r-d.yaml",
            "rightseat-2.yaml",
            "支持.yaml"
        ]
    );
    lines_of(&files);
}

/// Whatever stands in a table, the chart that it becomes reads without a mistake.
#[test]
fn no_table_makes_a_chart_that_does_not_read() {
    arbtest(|u| {
        let cells = [
            "",
            "Ana",
            "ana",
            "Аna",
            "Ben Okafor",
            "1",
            "2",
            "no",
            "null",
            "~",
            "=1+1",
            "'x",
            "- a: b",
            "a: b # c",
            "\"q\"\"q\"",
            "\"x\ny\"",
            "TBD",
            "é",
            "e\u{301}",
            "\u{202e}x",
            "\u{1b}[1m",
            "80%",
            "½1%",
            "-1",
            "2026-13-01",
            "coach",
            "yes",
            "a;b;c",
            "{x: y}",
            "[",
            "*x",
            "&y",
            "!z",
            "%",
            "@w",
            "`v`",
            "012",
            "1e3",
            "true",
        ];
        let header = "Seat ID,Title,Reports To,Department,Person ID,Name,FTE,Contractor,Interim,Backup,Vacant Since,Manages,Assistant,Dotted To,Responsibilities,Member Of,Priority ID,Priority,Supports,Contributors,Effort,Due";
        let header = if u.ratio(1, 2)? {
            header
        } else {
            "Employee ID,Title,Manager,Department,Email,Name,FTE,Worker Type,Status"
        };
        let width = header.split(',').count();
        let mut csv = format!("{header}\n");
        for _ in 0..u.int_in_range(0..=8)? {
            let row: Vec<&str> = (0..width).map(|_| u.choose(&cells).copied()).collect::<Result<_, _>>()?;
            csv += &format!("{}\n", row.join(","));
        }
        let request = Request { organization: "Acme: #1", ..Request::default() };
        let input = Input { origin: "x\ny.csv".to_owned(), bytes: csv.clone().into_bytes() };
        let Ok(imported) = import(vec![input], &request) else { return Ok(()) };
        let files: Vec<(&str, &str)> =
            imported.files.iter().map(|file| (file.name.as_str(), file.text.as_str())).collect();
        let (sources, inputs) = sources(&files);
        let (chart, defects) = read::chart(&sources, &inputs);
        assert_eq!(defects, [], "{csv}\n{files:?}");
        let graph = rightseat::graph::Graph::new(&chart, rightseat::graph::LoadRates::default());
        assert!(graph.dangling().is_empty(), "{csv}\n{files:?}");
        Ok(())
    });
}

#[test]
fn of_several_seats_of_a_manager_the_first_is_taken_and_that_is_said() {
    let (ran, files) = imported(
        "Name,Title,Manager,Employment Type\nAna Ruiz,CEO,,Employee\nAna Ruiz,Head of Sales,,Employee\n\
         Ben Okafor,Rep,Ana Ruiz,Non-contract\nKim Larsen,Buyer,Ben Okafor,Contractor\n",
    );
    assert!(
        ran.out.contains(
            "row 4: the manager Ana Ruiz holds `ceo` and `head-of-sales`: `ceo`, nearest the top, was taken\n"
        ),
        "{}",
        ran.out
    );
    assert_eq!(lines_of(&files)[2..], ["head-of-sales < -: ana-ruiz", "rep < ceo: ben-okafor"]);
    let text: String = files.into_iter().map(|(_, text)| text).collect();
    // Somebody who is not on a contract is not from outside.
    assert!(text.contains("  ben-okafor: Ben Okafor\n") && text.matches("outside: true").count() == 1, "{text}");
}
