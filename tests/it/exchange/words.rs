//! Words that say something in one table and are somebody's name, title or headline in another.

use std::fs;

use crate::support::rightseat;

use super::{files, home};

/// What `import csv` makes of tables: the chart's texts in one, and what was told.
fn imported(tables: &[(&str, &str)]) -> (String, String) {
    let bytes: Vec<(&str, &[u8])> = tables.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let home = home(&bytes);
    let names: Vec<&str> = tables.iter().map(|(name, _)| *name).collect();
    let ran = rightseat(home.path(), &[&["import", "csv"], &names[..], &["-o", "chart"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let texts: Vec<String> = files(&home.path().join("chart")).into_iter().map(|(_, text)| text).collect();
    fs::remove_dir_all(home.path().join("chart")).expect("it was just written");
    (texts.join("\n"), ran.err)
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
