//! Tables in the shapes that systems write, with invented people: the chart is what the table says, and oddities are
//! reported by row.

use rightseat::read;

use super::rightseat;
use crate::support::sources;

use super::{files, home};

/// A table, and what it must come to.
#[derive(Default)]
pub(super) struct Case {
    /// Whose table it is like.
    pub(super) like: &'static str,
    /// The options besides the file.
    pub(super) options: &'static [&'static str],
    pub(super) table: &'static str,
    /// The tree: two spaces a level, `Title = Owner`, or `Title` where it is vacant.
    pub(super) tree: &'static str,
    /// The rows that are reported.
    pub(super) odd: &'static [usize],
    /// Words that the chart must hold.
    pub(super) holds: &'static [&'static str],
}

/// The seats of a folder as a tree, siblings in the order of the alphabet.
fn tree(files: &[(String, String)]) -> String {
    let mut files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    files.sort_by_key(|(name, _)| *name != "chart.yaml");
    let (sources, inputs) = sources(&files);
    let (chart, defects) = read::chart(&sources, &inputs);
    assert_eq!(defects, [], "{files:?}");
    let name = |id: &str| {
        let person = chart.people.entries.iter().find(|person| person.id.value.as_str() == id).expect("it is there");
        person.name.get().expect("each has a name").to_string()
    };
    let line = |seat: &rightseat::model::Seat| {
        let owners: Vec<String> = seat.owner.iter().map(|owner| name(owner.value.as_str())).collect();
        let title = seat.title.get().expect("each has a title");
        if owners.is_empty() { title.to_string() } else { format!("{title} = {}", owners.join(" + ")) }
    };
    let below = |manager: Option<&str>| {
        let mut below: Vec<_> = chart
            .seats
            .entries
            .iter()
            .filter(|seat| seat.reports_to.get().map(|manager| manager.as_str()) == manager)
            .map(|seat| (line(seat), seat.id.value.as_str()))
            .collect();
        below.sort();
        below
    };
    let mut text = String::new();
    let mut left: Vec<(usize, (String, &str))> = below(None).into_iter().rev().map(|seat| (0, seat)).collect();
    while let Some((depth, (line, id))) = left.pop() {
        text += &format!("{}{line}\n", "  ".repeat(depth));
        left.extend(below(Some(id)).into_iter().rev().map(|seat| (depth + 1, seat)));
    }
    text
}

/// The rows that a plan lists as odd.
fn told(out: &str) -> Vec<usize> {
    let odd = out.split_once(" to look at:\n").map_or("", |(_, odd)| odd);
    let mut rows = Vec::new();
    for line in odd.lines().filter_map(|line| line.strip_prefix("- row")) {
        let list = line.trim_start_matches('s').split(':').next().expect("a colon ends the rows");
        for part in list.split(", ") {
            let ends: Vec<usize> =
                part.split(" to ").map(|row| row.trim().parse().expect("rows are numbers")).collect();
            rows.extend(ends[0]..=*ends.last().expect("there is one"));
        }
    }
    rows.sort_unstable();
    rows.dedup();
    rows
}

pub(super) fn check(case: &Case) {
    let home = home(&[("staff.csv", case.table.as_bytes())]);
    let arguments: Vec<&str> =
        ["import", "table", "staff.csv", "-o", "chart"].iter().chain(case.options).copied().collect();
    let ran = rightseat(home.path(), &arguments);
    assert_eq!(ran.code, 0, "{}: {}{}", case.like, ran.err, ran.out);
    let files = files(&home.path().join("chart"));
    assert_eq!(tree(&files), case.tree, "{}\n{}", case.like, ran.out);
    assert_eq!(told(&ran.out), case.odd, "{}\n{}", case.like, ran.out);
    let text: String = files.iter().map(|(_, text)| text.as_str()).collect();
    for words in case.holds {
        assert!(text.contains(words), "{}: {words} in {text}", case.like);
    }
}

const BAKERY: &str = "Baker in chief = Nell Grey\n  Head of Bread = Tom Hart\n    Miller = Uma Fox\n";

#[test]
fn tables_of_english_systems() {
    for case in [
        Case {
            like: "Workday",
            table: "Active Workers\nRun by,Somebody\n\nEmployee ID,Worker,Business Title,Supervisory Organization,Manager ID,Worker Type,FTE\n\
                    7001,Nell Grey,Baker in chief,Lead (Nell Grey),,Employee,100%\n7002,Tom Hart (On Leave),Head of Bread,Bread (Tom Hart (On Leave)),7001,Employee,100%\n\
                    7003,Uma Fox [C],Miller,Bread (Tom Hart (On Leave)),7002,Contingent Worker,60%\n7004,Vic Low (Terminated),Miller,Bread (Tom Hart (On Leave)),7002,Employee,100%\n",
            tree: BAKERY,
            odd: &[6, 8],
            holds: &["note: On Leave", "capacity: 0.6", "outside: true", "function: Bread\n", "ref: '7001'"],
            ..Case::default()
        },
        Case {
            like: "Workday, positions",
            table: "Position ID,Job Posting Title,Position Title,Staffing Status,Worker,Parent Position ID\nP-1,x,Baker in chief,Filled,Nell Grey,\n\
                    P-2,x,Head of Bread,Filled,Tom Hart,P-1\nP-10,x,Miller,Unfilled,,P-2\nP-9,x,Miller,Filled,Uma Fox,P-2\nP-11,x,Oven,Closed,,P-2\n",
            tree: "Baker in chief = Nell Grey\n  Head of Bread = Tom Hart\n    Miller\n    Miller = Uma Fox\n",
            odd: &[6],
            // The lower number has the plain id.
            holds: &[
                "  miller:\n    title: Miller\n    reports_to: head-of-bread\n    owner: uma-fox",
                "  miller-2:",
                "ref: P-10",
            ],
            ..Case::default()
        },
        Case {
            like: "UKG",
            table: "Employee Number,Employee Name,Job Title,Org Level 1,Org Level 2,Supervisor ID,Employment Status\n0001,\"Grey, Nell\",Baker in chief,Bakery,Lead,,A\n\
                    0002,\"Hart, Tom\",Head of Bread,Bakery,Bread,0001,L\n0003,\"Fox, Uma\",Miller,Bakery,Bread,0002,A\n0004,\"Low, Vic\",Miller,Bakery,Bread,0002,T\n",
            tree: BAKERY,
            odd: &[3, 5],
            holds: &["note: L", "function: Bread", "ref: '0003'"],
            ..Case::default()
        },
        Case {
            like: "ADP",
            table: "Legal First Name,Legal Last Name,Preferred First Name,Payroll Name,Associate ID,Position ID,Job Title Description,Home Department,Reports To Associate ID,Position Status\n\
                    Eleanor,Grey,Nell,\"Grey, Eleanor\",A1,X1,Baker in chief,Lead,,Active\nTom,Hart,,\"Hart, Tom\",A2,X2,Head of Bread,Bread,A1,Active\nUma,Fox,,\"Fox, Uma\",A3,X3,Miller,Bread,A2,Active\n",
            tree: BAKERY,
            holds: &["ref: A3"],
            ..Case::default()
        },
        Case {
            like: "Rippling",
            table: "Employee name,Work email,Title,Department,Manager - Work email,Employment status\nNell Grey,nell@b.example,Baker in chief,Lead,,Active\n\
                    Tom Hart,tom@b.example,Head of Bread,Bread,NELL@b.example,Active\nUma Fox,uma@b.example,Miller,Bread,tom@b.example,Hired\n",
            tree: BAKERY,
            ..Case::default()
        },
        Case {
            like: "HiBob, and a manager who is known by another name",
            table: "Employee ID,Display name,Legal first name,Legal last name,Job title,Reports to,Lifecycle status\nB1,Nell Grey,Eleanor,Grey,Baker in chief,,Employed\n\
                    B2,Tom Hart,Thomas,Hart,Head of Bread,Eleanor Grey,Employed\nB3,Uma Fox,Uma,Fox,Miller,Tom Hart,Employed\n",
            tree: BAKERY,
            odd: &[3],
            ..Case::default()
        },
        Case {
            like: "Zoho",
            table: "EmployeeID,First Name,Last Name,Department,Designation,Reporting To,Employee Status\nZ1,Nell,Grey,Lead,Baker in chief,,Active\nZ2,Tom,Hart,Bread,Head of Bread,Nell Grey Z1,Active\n\
                    Z3,Uma,Fox,Bread,Miller,Tom Hart Z2,Resigned on 1 May\nZ4,Ina,Roe,Bread,Miller,Tom Hart Z2,Active\n",
            tree: "Baker in chief = Nell Grey\n  Head of Bread = Tom Hart\n    Miller = Ina Roe\n",
            odd: &[4],
            ..Case::default()
        },
    ] {
        check(&case);
    }
}

#[test]
fn tables_of_directories_drawing_tools_and_hand() {
    for case in [
        Case {
            like: "Okta",
            table: "login,firstName,lastName,email,title,department,employeeNumber,managerId,manager,status\nn@b.example,Nell,Grey,n@b.example,Baker in chief,Lead,1,,,ACTIVE\n\
                    t@b.example,Tom,Hart,t@b.example,Head of Bread,Bread,2,1,Nell Grey,ACTIVE\nu@b.example,Uma,Fox,u@b.example,Miller,Bread,3,2,Tom Hart,STAGED\nv@b.example,Vic,Low,v@b.example,Miller,Bread,4,2,Tom Hart,DEPROVISIONED\n",
            tree: BAKERY,
            odd: &[5],
            ..Case::default()
        },
        Case {
            like: "Visio",
            table: "Unique_ID,Name,Title,Reports_To,Master_Shape\n1,Nell Grey,Baker in chief,,Executive\n2,Tom Hart,Head of Bread,1,Manager\n3,Uma Fox,Miller,2,Consultant\n4,Ina Roe,Clerk,1,Assistant\n",
            tree: "Baker in chief = Nell Grey\n  Clerk = Ina Roe\n  Head of Bread = Tom Hart\n    Miller = Uma Fox\n",
            holds: &["assistant: true", "outside: true"],
            ..Case::default()
        },
        Case {
            like: "an organisation chart by boss",
            table: "ID,Name,Role Title,Boss ID,Dotted_IDs\n10,Nell Grey,Baker in chief,-1,\n11,Tom Hart,Head of Bread,10,\n12,Uma Fox,Miller,11,10:11\n",
            tree: BAKERY,
            holds: &["dotted_to:\n    - baker-in-chief"],
            ..Case::default()
        },
        Case {
            like: "a list with totals below and a comment above",
            table: "Staff list,,,\n,,,\nName,Title,Reports to,Hours per week\nNell Grey,Baker in chief,Nell Grey,40\nTom Hart,Head of Bread,Nell Grey,40\nUma Fox,Miller,Tom Hart,32\nTotal,,,112\n",
            tree: BAKERY,
            odd: &[7],
            holds: &["capacity: 0.8"],
            ..Case::default()
        },
        Case {
            like: "several people in one cell, and one seat for two",
            table: "Seat,Owner,Reports to\nBaker in chief,Nell Grey,\nHead of Bread,Tom Hart & Ina Roe,Baker in chief\nMiller,Uma Fox,Tom Hart\nSales & Marketing,TBD 2,Baker in chief\n",
            tree: "Baker in chief = Nell Grey\n  Head of Bread = Tom Hart + Ina Roe\n    Miller = Uma Fox\n  Sales & Marketing\n",
            odd: &[3],
            ..Case::default()
        },
        Case {
            like: "a government's posts",
            table: "Post Unique Reference,Name,Job Title,Reports to Senior Post,FTE\n11,Nell Grey,Baker in chief,XX,1\n12,N/D,Head of Bread,11,1\n13,Vacant,Miller,12,1\n14,Eliminated,Miller,12,0\n",
            tree: "Baker in chief = Nell Grey\n  Head of Bread = Name withheld\n    Miller\n",
            odd: &[5],
            holds: &["ref: '13'"],
            ..Case::default()
        },
    ] {
        check(&case);
    }
}

#[test]
fn tables_with_leavers_and_statuses() {
    for case in [
        Case {
            like: "managers of every kind, and numbers that became floats",
            table: "Employee No,Name,Job Title,Manager\n001,Nell Grey,Baker in chief,\n002,Tom Hart,Head of Bread,1.0\n003,Uma Fox,Miller,Tom Hart - 002\n004,Ina Roe,Oven,\"Hart, Tom\"\n",
            tree: "Baker in chief = Nell Grey\n  Head of Bread = Tom Hart\n    Miller = Uma Fox\n    Oven = Ina Roe\n",
            odd: &[3],
            ..Case::default()
        },
        Case {
            like: "a leaver with reports",
            table: "ID,Name,Job Title,Manager ID,Status\n1,Nell Grey,Baker in chief,,Active\n2,Tom Hart,Head of Bread,1,Left\n3,Uma Fox,Miller,2,Active\n",
            tree: "Baker in chief = Nell Grey\n  Head of Bread\n    Miller = Uma Fox\n",
            odd: &[3],
            ..Case::default()
        },
        Case {
            like: "statuses of one's own",
            options: &["--gone", "Alumni", "--keep", "Retired"],
            table: "Name,Job Title,Manager,Status\nNell Grey,Baker in chief,,Retired\nTom Hart,Head of Bread,Nell Grey,Furry\nUma Fox,Miller,Tom Hart,\nVic Low,Miller,Tom Hart,Alumni\n",
            tree: BAKERY,
            odd: &[5],
            ..Case::default()
        },
        Case {
            like: "accounts that are closed",
            table: "displayName,mail,jobTitle,department,accountEnabled,userType,manager\nNell Grey,n@b.example,Baker in chief,Lead,TRUE,Member,\nTom Hart,t@b.example,Head of Bread,Bread,TRUE,Member,n@b.example\n\
                    Uma Fox,u@b.example,Miller,Bread,TRUE,Guest,t@b.example\nVic Low,v@b.example,Miller,Bread,FALSE,Member,t@b.example\n",
            tree: BAKERY,
            odd: &[5],
            holds: &["outside: true"],
            ..Case::default()
        },
    ] {
        check(&case);
    }
}

#[test]
fn tables_of_other_languages() {
    for case in [
        Case {
            like: "Personio",
            table: "Personalnummer;Vorname;Nachname;Position;Abteilung;Vorgesetzte/r;Status;Beschäftigungsart;Wöchentliche Arbeitszeit\n1;Käthe;Groß;Bäckerin;Leitung;;Aktiv;Interne Mitarbeiterin;40,00\n\
                    2;Jörg;Öhm;Leitung Brot;Brot;Kaethe Gross;Elternzeit;Interner Mitarbeiter;32,00\n3;N.N.;;Müller;Brot;Jörg Öhm;;;\n4;Max;Frey;Müller;Brot;Jörg Öhm;gekündigt zum 1.1.;;40,00\n5;Änne;Wolf;Müller;Brot;Joerg Oehm;Aktiv;Externe Beraterin;40,00\n",
            tree: "Bäckerin = Käthe Groß\n  Leitung Brot = Jörg Öhm\n    Müller\n    Müller = Änne Wolf\n",
            odd: &[3, 5, 6],
            holds: &["note: Elternzeit", "capacity: 0.8", "outside: true"],
            ..Case::default()
        },
        Case {
            like: "Lucca",
            table: "Matricule;Nom;Prénom;Emploi;Service;N+1;ETP;Situation\nM1;GRIS;Nell;Boulangère;Direction;GRIS Nell;1;Présente\nM2;LEBON;Hervé;Chef du pain;Pain;GRIS Nell;0,8;Congé parental\nM3;À pourvoir;;Meunier;Pain;LEBON Herve;;\nM4;VIDE;Luc;Meunier;Pain;LEBON Hervé;1;Sorti le 3 mai\n",
            tree: "Boulangère = Nell GRIS\n  Chef du pain = Hervé LEBON\n    Meunier\n",
            odd: &[3, 4, 5],
            holds: &["note: Congé parental", "capacity: 0.8"],
            ..Case::default()
        },
        Case {
            like: "Factorial",
            table: "Identificador,Nombre,Apellidos,Puesto,Equipo,Responsable,Estado,Jornada\n1,Nélida,Gris Sol,Panadera jefa,Dirección,,Activo,100%\n2,Tomás,Peña,Jefe de pan,Pan,Nelida Gris Sol,Activo,50%\n3,Vacante,,Molinero,Pan,Tomás Peña,,\n4,Iván,Luz,Molinero,Pan,Tomás Peña,Baja,100%\n",
            tree: "Panadera jefa = Nélida Gris Sol\n  Jefe de pan = Tomás Peña\n    Molinero\n",
            odd: &[3, 5],
            holds: &["capacity: 0.5"],
            ..Case::default()
        },
        Case {
            like: "a Spanish list in which a name is whole",
            table: "Nombre;Cargo;Reporta a\nNélida Gris;Panadera;\nTomás Peña;Jefe de pan;Nélida Gris\n",
            tree: "Panadera = Nélida Gris\n  Jefe de pan = Tomás Peña\n",
            ..Case::default()
        },
        Case {
            like: "Name beside Vorname",
            table: "Personal-Nr;Name;Vorname;Stelle;Bereich;Führungskraft\n1;Grau;Nell;Bäckerin;Leitung;\n2;Hart;Tom;Leitung Brot;Brot;Grau, Nell\n",
            tree: "Bäckerin = Nell Grau\n  Leitung Brot = Tom Hart\n",
            ..Case::default()
        },
    ] {
        check(&case);
    }
}

#[test]
fn assignments_choose_the_seat_of_their_function() {
    check(&Case {
        like: "Oracle",
        table: "Person Number,Name,Assignment Name,Assignment Status,Department Name,Line Manager Person Number\n1,\"Grey, Nell\",Baker in chief,Active - Payroll Eligible,Lead,\n\
                2,\"Hart, Tom\",Head of Bread,Active - Payroll Eligible,Bread,1\n2,\"Hart, Tom\",Head of Cake,Active - Payroll Eligible,Cake,1\n3,\"Fox, Uma\",Confectioner,Active - Payroll Eligible,Cake,2\n\
                4,\"Roe, Ina\",Clerk,Suspended - Payroll Eligible,Post,2\n5,\"Low, Vic\",Clerk,Inactive - Payroll Eligible,Post,2\n",
        tree: "Baker in chief = Nell Grey\n  Head of Bread = Tom Hart\n    Clerk = Ina Roe\n  Head of Cake = Tom Hart\n    Confectioner = Uma Fox\n",
        odd: &[6, 7],
        ..Case::default()
    });
}

#[test]
fn several_tables_become_one_chart() {
    let home = home(&[
        ("people.csv", "Seat,Owner,Reports to,Roles\nVisionary,Nell Grey,,\"Big ideas; Culture\"\nIntegrator,Tom Hart,Visionary,\nFinance,Tom Hart,Integrator,\n".as_bytes()),
        ("rocks.csv", "Rock,Owner,Due Date,Status\nOpen a second shop,Tom Hart,31/12/2026,On Track\nNew oven,\"Nell Grey, Tom Hart\",15/12/2026,At risk\nNobody's,,,Done\n".as_bytes()),
        ("scorecard.csv", "Measurable,Who,Goal,2026-10-05,2026-10-12\nLoaves a day,Tom Hart,>= 900,880,910\nWaste,Visionary,< 5 %,0.04,\nPraise,Nell Grey,30,1,2\n".as_bytes()),
        ("raci.csv", "Task,Nell Grey,Integrator\nHire a miller,A,R\nPay the rent,I,A/R\n".as_bytes()),
    ]);
    let ran = rightseat(
        home.path(),
        &["import", "table", "rocks.csv", "people.csv", "scorecard.csv", "raci.csv", "-o", "chart"],
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text: String = files(&home.path().join("chart")).into_iter().map(|(_, text)| text).collect();
    for words in [
        "  open-a-second-shop:\n    title: Open a second shop\n    owner: integrator\n    due: 2026-12-31\n    status: on-track\n",
        "  new-oven:\n    title: New oven\n    owner:\n    - visionary\n    - integrator\n    due: 2026-12-15\n    status: off-track\n",
        "  nobodys:\n    title: Nobody's\n    status: done\n",
        "  loaves-a-day:\n    title: Loaves a day\n    owner: integrator\n    target: '>= 900'\n    actual: '910'\n",
        "    target: < 5 %\n    actual: 4 %\n",
        "    note: 'Goal in the imported table: 30'\n",
        "  hire-a-miller:\n    title: Hire a miller\n    owner: visionary\n    contributors:\n    - integrator\n",
        "  pay-the-rent:\n    title: Pay the rent\n    owner: integrator\n",
    ] {
        assert!(text.contains(words), "{words}\n{text}\n{}", ran.out);
    }
    assert!(ran.out.contains("rocks.csv, row 3: `At risk` was taken for off-track"), "{}", ran.out);
    let alone = rightseat(home.path(), &["import", "table", "rocks.csv"]);
    assert!(alone.code == 2 && alone.err.contains("no table holds people"), "{}", alone.err);
}

#[test]
fn circles_report_through_their_leads() {
    check(&Case {
        like: "Holaspirit",
        table: "Circle,Role,Filled by,Accountabilities\nBakery,Circle Lead,Nell Grey,\nBakery,Bread,,\nBakery,Secretary,Uma Fox,\"Taking notes\nKeeping the book\"\nBread,Circle Lead,Tom Hart,\nBread,Miller,Ina Roe,Milling\n",
        tree: "Bakery Circle Lead = Nell Grey\n  Bread Circle Lead = Tom Hart\n    Miller = Ina Roe\n  Secretary = Uma Fox\n",
        holds: &["- Taking notes\n    - Keeping the book"],
        ..Case::default()
    });
}

#[test]
fn records_are_tables_too() {
    for (name, text) in [
        (
            "team.json",
            r#"[{"name": "Nell Grey", "title": "Baker in chief"}, {"name": "Tom Hart", "title": "Head of Bread", "manager": "Nell Grey"}]"#,
        ),
        (
            "team.yml",
            "- name: Nell Grey\n  title: Baker in chief\n- name: Tom Hart\n  title: Head of Bread\n  manager: Nell Grey\n",
        ),
    ] {
        let home = home(&[(name, text.as_bytes())]);
        let ran = rightseat(home.path(), &["import", "table", name, "-o", "chart"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let files = files(&home.path().join("chart"));
        assert_eq!(tree(&files), "Baker in chief = Nell Grey\n  Head of Bread = Tom Hart\n", "{name}");
    }
}

#[test]
fn guesses_stop_and_say_what_to_add() {
    let home = home(&[("staff.csv", "Kopf,Rolle,Boss of it all,Nr\nNell Grey,Bäckerin,,1\nTom Hart,Leitung,1,2\nUma Fox,Müllerin,2,3\nIna Roe,Müllerin,2,4\n".as_bytes())]);
    let ran = rightseat(home.path(), &["import", "table", "staff.csv", "-o", "chart"]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.out.contains("--map name=Kopf --map manager=\"Boss of it all\"\n"), "{}", ran.out);
    assert!(!home.path().join("chart").exists());
    let ran = rightseat(
        home.path(),
        &["import", "table", "staff.csv", "-o", "chart", "--map", "name=Kopf", "--map", "manager=Boss of it all"],
    );
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let files = files(&home.path().join("chart"));
    assert_eq!(
        tree(&files),
        "Bäckerin = Nell Grey\n  Leitung = Tom Hart\n    Müllerin = Ina Roe\n    Müllerin = Uma Fox\n"
    );
}

#[test]
fn a_plan_writes_nothing() {
    let home = home(&[("staff.csv", b"Name,Title,Manager\nNell Grey,Baker,\nTom Hart,Miller,Nell Grey\n")]);
    let ran = rightseat(home.path(), &["import", "csv", "staff.csv", "--dry-run"]);
    assert!(ran.code == 0 && ran.out.ends_with("nothing written (--dry-run)\n"), "{}", ran.out);
    assert!(!home.path().join("charts").exists());
    let ran = rightseat(home.path(), &["import", "staff.csv"]);
    assert!(ran.code == 2 && ran.err.contains("rightseat import table staff.csv"), "{}", ran.err);
}
