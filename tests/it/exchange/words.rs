//! Words that say something in one table and are somebody's name, title or headline in another.

use std::fs;

use super::rightseat;

use super::{files, home};

/// What `import csv` makes of tables: the chart's texts in one, and what was reported.
fn imported(tables: &[(&str, &str)]) -> (String, String) {
    let bytes: Vec<(&str, &[u8])> = tables.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let home = home(&bytes);
    let names: Vec<&str> = tables.iter().map(|(name, _)| *name).collect();
    let ran = rightseat(home.path(), &[&["import", "csv"], &names[..], &["-o", "chart"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let texts: Vec<String> = files(&home.path().join("chart")).into_iter().map(|(_, text)| text).collect();
    fs::remove_dir_all(home.path().join("chart")).expect("it was just written");
    (texts.join("\n"), ran.out)
}

#[test]
fn a_title_that_begins_as_a_vacancy_does_owns_what_it_owns() {
    let staff = "Name,Title,Manager\nAna Ruiz,CEO,\nBen Noe,Requisition Manager,Ana Ruiz\nCy Ox,Open Source Lead,Ana Ruiz\n\
                 Dee Po,Vacant Property Manager,Ana Ruiz\n";
    let rocks = "Rock,Owner\nHire ten people,Requisition Manager\nPublish the parser,Open Source Lead\n\
                 Sell the old site,Vacant Property Manager\nFind a name,Vacant\n";
    let measures =
        "Measurable,Owner,Goal\nOpen requests,Requisition Manager,5\nEmpty houses,Vacant Property Manager,2\n";
    let (chart, told) = imported(&[("staff.csv", staff), ("rocks.csv", rocks), ("scorecard.csv", measures)]);
    for (owner, times) in [("requisition-manager", 2), ("open-source-lead", 1), ("vacant-property-manager", 2)] {
        assert_eq!(chart.matches(&format!("owner: {owner}")).count(), times, "{owner}: {chart}\n{told}");
    }
}

#[test]
fn names_are_no_words() {
    let staff = "Name;Title;Manager\nAna Ruiz;CEO;\n\"Offen, Anna\";Leiterin Vertrieb;Ana Ruiz\n\
                 Vágó István;Leiter Einkauf;Ana Ruiz\nNew C.;Leiter Lager;Ana Ruiz\nIvan Petrov (Orlov);Leiter Technik;Ana Ruiz\n";
    let (chart, told) = imported(&[("staff.csv", staff)]);
    assert_eq!(chart.matches("owner: ").count(), 5, "{chart}\n{told}");
    assert!(!chart.contains("vacant:") && !chart.contains("away"), "{chart}");
}

#[test]
fn a_disability_is_no_closed_account() {
    let staff = "Name,Title,Manager,Disabled,Disabled Veteran\nAna Ruiz,CEO,,No,No\nBen Noe,Head of Sales,Ana Ruiz,Yes,Yes\n\
                 Cy Ox,Head of Service,Ana Ruiz,No,No\n";
    let (chart, told) = imported(&[("staff.csv", staff)]);
    assert!(chart.contains("ben-noe") && !told.contains("left out as"), "{chart}\n{told}");
}

#[test]
fn a_matrix_of_tasks_may_have_anybodys_name_above_a_column() {
    let staff =
        "Name,Title,Manager\nAmir Aziz,CEO,\nAda Noe,Head of Sales,Amir Aziz\nBen Ox,Head of Service,Amir Aziz\n";
    let tasks = "Task,Amir,Ada,Ben\nClose the books,A,R,C\nSign the lease,A,I,R\nSettle complaints,I,A,R\nPlan the year,A,C,C\n";
    let (chart, told) = imported(&[("staff.csv", staff), ("tasks.csv", tasks)]);
    assert_eq!(chart.matches("Close the books").count(), 1, "{chart}\n{told}");
    assert_eq!(chart.matches("title: CEO").count(), 1, "{chart}\n{told}");
    assert!(!chart.contains("title: Close the books\n    owner: a\n"), "{chart}");
}

#[test]
fn what_is_recorded_of_somebody_is_not_their_number() {
    let staff = "Nombre;Puesto;Responsable;Tipo de registro;Hora de registro\nAna Ruiz;Directora;;Alta;09:00\n\
                 Ben Noe;Jefe de ventas;Ana Ruiz;Modificación;10:00\nCy Ox;Jefa de servicio;Ana Ruiz;Traslado;11:00\n";
    let (chart, told) = imported(&[("staff.csv", staff)]);
    assert!(
        !chart.contains("ref: Alta") && !chart.contains("Modificación") && !chart.contains("10:00"),
        "{chart}\n{told}"
    );
    let (chart, _) =
        imported(&[("staff.csv", &staff.replace("Tipo de registro", "Registro do empregado").replace("Alta;", "17;"))]);
    assert!(chart.contains("17"), "{chart}");
}

#[test]
fn a_flag_is_read_the_way_round_that_its_header_asks() {
    for (header, stays, left) in [
        ("Ist ausgeschieden", "nein", "ja"),
        ("isTerminated", "false", "true"),
        ("AccountDisabled", "No", "Yes"),
        ("User suspended", "no", "yes"),
        ("user.isSuspended", "FALSE", "TRUE"),
        ("Left?", "no", "yes"),
        ("Is active", "yes", "no"),
        ("accountEnabled", "true", "false"),
        ("Currently employed", "yes", "no"),
    ] {
        let staff = format!(
            "Name,Title,Manager,{header}\nAna Ruiz,CEO,,{stays}\nBen Noe,Head of Sales,Ana Ruiz,{left}\nCy Ox,Head of \
             Service,Ana Ruiz,{stays}\n"
        );
        let (chart, told) = imported(&[("staff.csv", &staff)]);
        let has = ["ana-ruiz", "ben-noe", "cy-ox"].map(|id| chart.contains(id));
        assert_eq!(has, [true, false, true], "{header}: {chart}\n{told}");
    }
}

#[test]
fn letters_for_full_time_and_temporary_are_no_flags() {
    let staff = "Name,Title,Manager,Employment Status\nAna Ruiz,CEO,,F\nBen Noe,Head of Sales,Ana Ruiz,F\n\
                 Cy Ox,Head of Service,Ana Ruiz,T\n";
    let (chart, told) = imported(&[("staff.csv", staff)]);
    assert!(chart.contains("ana-ruiz") && chart.contains("ben-noe"), "{chart}\n{told}");
}

#[test]
fn what_stands_above_a_table_groups_nothing_unless_it_makes_columns_known() {
    for above in ["Company,Acme,,,", "Acme GmbH,Stand 2026,,,"] {
        let staff =
            format!("{above}\nName,Title,Manager,Notes,Notes\nAna Ruiz,CEO,,a,b\nBen Noe,Head of Sales,Ana Ruiz,c,d\n");
        let (chart, told) = imported(&[("staff.csv", &staff)]);
        assert!(chart.contains("owner: ana-ruiz") && chart.contains("owner: ben-noe"), "{above}: {chart}\n{told}");
    }
}

#[test]
fn whoever_is_first_and_has_no_address_is_no_header() {
    for missing in ["none", "012", "on leave", "ask HR"] {
        let staff = format!(
            "Name,Title,Manager,Email\nAna Ruiz,CEO,,{missing}\nBen Noe,CTO,Ana Ruiz,ben@x.com\n\
             Cy Fox,CFO,Ana Ruiz,cy@x.com\nDi Roe,COO,Ana Ruiz,di@x.com\n"
        );
        let (chart, told) = imported(&[("staff.csv", &staff)]);
        assert_eq!(chart.matches("title: ").count(), 4, "{missing}: {chart}\n{told}");
    }
}

#[test]
fn a_header_that_is_repeated_is_known_though_its_columns_have_one_name() {
    let staff = "Name,Title,Manager,Notes,Notes\nAna Ruiz,CEO,,a,b\nName,Title,Manager,Notes,Notes\n\
                 Ben Noe,Head of Sales,Ana Ruiz,c,d\n";
    let (chart, told) = imported(&[("staff.csv", staff)]);
    assert!(told.contains("row 3: repeats the column names: left out"), "{told}");
    assert_eq!(chart.matches("title: ").count(), 2, "{chart}");
}

#[test]
fn of_several_managers_those_who_have_seats_are_told_once() {
    let staff = |cell: &str| {
        format!(
            "Name,Title,Manager\nAna Ruiz,CEO,\nBea Noe,CTO,{cell}\nZed Ox,,Ana Ruiz\nDee Po,COO,Ana Ruiz\nEli Fu,Lead,\
             Dee Po; Ana Ruiz; Dee Po\n"
        )
    };
    let (chart, told) = imported(&[("staff.csv", &staff("Bea Noe; Ana Ruiz"))]);
    assert!(chart.contains("title: CTO\n    reports_to: ceo\n"), "{chart}");
    assert!(told.contains("row 3: names several managers: Ana Ruiz was taken\n"), "{told}");
    assert!(told.contains("names several managers: Dee Po was taken, with a dotted line to Ana Ruiz\n"), "{told}");
}

#[test]
fn sums_are_known_however_their_numbers_are_written() {
    let staff = "Name;Titel;Vorgesetzter;FTE;Anteil\nAna Ruiz;Leitung;;1,0;100%\nBen Noe;Vertrieb;Ana Ruiz;0,5;50%\n\
                 Summe;;;1,5;75,0\n";
    let (chart, told) = imported(&[("staff.csv", staff)]);
    assert!(!chart.contains("summe"), "{chart}\n{told}");
    assert!(told.contains("`Summe 1,5 75,0` is below the table: left out"), "{told}");
}

#[test]
fn nan_is_a_name() {
    let staff = "First Name,Last Name,Title,Manager\nNan,Goldin,CEO,\nNan,Inf,Head of Sales,Nan Goldin\nNan,Ox,Seller,Nan \
                 Inf\n";
    let (chart, told) = imported(&[("staff.csv", staff)]);
    assert!(chart.contains("owner: nan-goldin") && chart.contains("owner: nan-inf"), "{chart}\n{told}");
}

#[test]
fn a_last_day_that_never_comes_is_none() {
    let staff = "Name,Title,Manager,Termination Date\nAna Ruiz,CEO,,9999-12-31\nBen Noe,Head of Sales,Ana Ruiz,31.12.2099\n\
                 Cy Ox,Head of Service,Ana Ruiz,2026-12-31\n";
    let (_, told) = imported(&[("staff.csv", staff)]);
    assert_eq!(told.matches("kept, though").count(), 1, "{told}");
    assert!(told.contains("row 4: kept, though `Termination Date` says 2026-12-31"), "{told}");
}

#[test]
fn a_sum_with_several_numbers_below_a_table_is_no_seat() {
    let staff = "Name;Titel;Vorgesetzter;FTE;Anteil\nAna Ruiz;Leitung;;1,0;100%\nBen Noe;Vertrieb;Ana Ruiz;0,5;50%\n\
                 ;Summe;;1,5;150%\n";
    let (chart, told) = imported(&[("staff.csv", staff)]);
    assert!(!chart.contains("Summe"), "{chart}\n{told}");
    assert!(told.contains("`Summe 1,5 150%` is below the table: left out"), "{told}");
}

#[test]
fn a_key_of_many_levels_is_a_column_like_any_other() {
    let deep = "1.".repeat(900) + "x";
    let staff = format!(
        "employees.0.name,employees.0.job.title,user.data.manager,{deep}\nAna Ruiz,CEO,,{deep}\nBen Noe,Head of Sales,Ana \
         Ruiz,{deep}\n"
    );
    let (chart, told) = imported(&[("staff.csv", &staff)]);
    for line in ["    title: CEO\n    owner: ana-ruiz\n", "    reports_to: ceo\n    owner: ben-noe\n"] {
        assert!(chart.contains(line), "{line}\n{chart}\n{told}");
    }
}

#[test]
fn why_a_column_is_not_taken_is_said() {
    let staff = "Name,Title,Manager,Email,Department,Division\nAna Ruiz,CEO,,by post,Lead,Europe\n\
                 Ben Noe,Head of Sales,Ana Ruiz,by phone,Sales,Europe\nCy Ox,Seller,Ben Noe,not at all,Sales,Europe\n\
                 Dee Po,Head of Service,Ana Ruiz,by post,Service,Asia\nEli Fu,Fitter,Dee Po,by post,Service,Asia\n";
    let (_, told) = imported(&[("staff.csv", staff)]);
    let said = |header: &str| told.lines().find(|line| line.contains(header)).unwrap_or_default().to_owned();
    assert!(said("Email").ends_with("its cells do not fit `email`"), "{told}");
    assert!(said("Division").ends_with("not needed"), "{told}");
}

#[test]
fn a_manager_among_several_who_has_left_gets_no_line() {
    let staff = "Name,Title,Manager,Status\nAna Ruiz,CEO,,Active\nZed Ox,CTO,Ana Ruiz,Terminated\nDee Po,COO,Ana Ruiz,Active\n\
                 Eli Fu,Lead,Dee Po; Zed Ox,Active\n";
    let (chart, told) = imported(&[("staff.csv", staff)]);
    assert!(told.contains("names several managers: Dee Po was taken; who held `cto` has left\n"), "{told}");
    assert!(!chart.contains("dotted_to"), "{chart}");
}

#[test]
fn a_header_in_two_lines_is_known_where_it_is_repeated() {
    let staff = "Person,,,Manager,\nID,Name,Title,ID,Name\n1,Ana Ruiz,CEO,,\nID,Name,Title,ID,Name\n2,Ben Noe,Head of \
                 Sales,1,Ana Ruiz\n";
    let (chart, told) = imported(&[("staff.csv", staff)]);
    assert!(told.contains("row 4: repeats the column names: left out"), "{told}");
    assert_eq!(chart.matches("title: ").count(), 2, "{chart}");
}

#[test]
fn a_table_without_a_header_asks_for_one() {
    let home =
        home(&[("staff.csv", b"Ana Ruiz,CEO,\nBen Noe,CTO,Ana Ruiz\nCy Ox,COO,Ana Ruiz\nDee Po,CFO,Ana Ruiz\n")]);
    let ran = rightseat(home.path(), &["import", "csv", "staff.csv", "-o", "chart"]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.err.contains("no row seems to name the columns: row 1 holds `Ana Ruiz`"), "{}", ran.err);
}
