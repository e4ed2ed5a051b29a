//! More tables in the shapes that systems write and people keep by hand: what is easily taken for something else.

use super::rightseat;

use super::home;
use super::tables::{Case, check};

const BAKERY: &str = "Baker in chief = Nell Grey\n  Head of Bread = Tom Hart\n    Miller = Uma Fox\n";

#[test]
fn directories_name_managers_by_their_paths() {
    check(&Case {
        like: "Active Directory: distinguished names, names turned round in some rows, an account that is closed",
        table: "#TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser\nDistinguishedName,Enabled,GivenName,Manager,Name,SamAccountName,Surname,Title,Department\n\
                \"CN=Nell Grey,OU=Lead,DC=b\",True,Nell,,Nell Grey,ngrey,Grey,Baker in chief,Lead\n\
                \"CN=Hart\\, Tom,OU=Bread,DC=b\",True,Tom,\"CN=Nell Grey,OU=Lead,DC=b\",\"Hart, Tom\",thart,Hart,Head of Bread,Bread\n\
                \"CN=Uma Fox,OU=Bread,DC=b\",True,Uma,\"CN=Hart\\, Tom,OU=Bread,DC=b\",Uma Fox,ufox,Fox,Miller,Bread\n\
                \"CN=Vic Low,OU=Gone,DC=b\",False,Vic,\"CN=Hart\\, Tom,OU=Bread,DC=b\",Vic Low,vlow,Low,Miller,Bread\n",
        tree: BAKERY,
        odd: &[6],
        ..Case::default()
    });
    check(&Case {
        like: "records made flat: keys within keys",
        options: &["--map", "manager=relations.0.value"],
        table: "primaryEmail,name.givenName,name.familyName,name.fullName,organizations.0.title,organizations.0.department,relations.0.value,suspended\n\
                n@b.example,Nell,Grey,Nell Grey,Baker in chief,Lead,,False\nt@b.example,Tom,Hart,Tom Hart,Head of Bread,Bread,n@b.example,False\n\
                u@b.example,Uma,Fox,Uma Fox,Miller,Bread,t@b.example,False\nv@b.example,Vic,Low,Vic Low,Miller,Bread,t@b.example,True\n",
        tree: BAKERY,
        odd: &[5],
        ..Case::default()
    });
}

#[test]
fn payroll_knows_days_on_which_people_leave() {
    for case in [
        Case {
            like: "British payroll: `Title` is how to address people, and forenames are names",
            table: "Reference,Title,Surname,Forenames,Known As,Job Title,Line Manager,Contracted Hours,Leave Date\n1,Ms,Grey,Eleanor Ann,Nell,Baker in chief,,37.5,\n\
                    2,Mr,Hart,Tom,,Head of Bread,Nell Grey,37.5,31/12/4712\n3,Dr,Fox,Uma,,Miller,Tom Hart,30,30/06/2025\n",
            tree: BAKERY,
            odd: &[4],
            holds: &["capacity: 0.8"],
            ..Case::default()
        },
        Case {
            like: "German payroll: a day of leaving, hours a week, a line that counts",
            table: "Pers.-Nr.;Nachname;Vorname;Tätigkeit;Abteilung;Wochenarbeitszeit;Austritt;Vorgesetzter (Pers.-Nr.)\n1;Grau;Nell;Bäckerin;Leitung;40,00;;\n\
                    2;Öhm;Jörg;Leitung Brot;Brot;32,00;;1\n3;N.N.;;Müller;Brot;;;2\n4;Frey;Max;Müller;Brot;40,00;31.12.2025;2\nSumme: 4;;;;;;;\n",
            tree: "Bäckerin = Nell Grau\n  Leitung Brot = Jörg Öhm\n    Müller\n    Müller = Max Frey\n",
            odd: &[5, 6],
            holds: &["capacity: 0.8"],
            ..Case::default()
        },
        Case {
            like: "two family names, with managers listed by the first",
            table: "Código;Nombre;Primer apellido;Segundo apellido;Puesto de trabajo;Responsable directo;Tipo de contrato\nE1;Nélida;Gris;Sol;Panadera jefa;;Indefinido\n\
                    E2;Tomás;Peña;Gil;Jefe de pan;Nélida Gris Sol;Indefinido\nE3;Iván;Luz;;Molinero;Tomás Peña;Autónomo\n",
            tree: "Panadera jefa = Nélida Gris Sol\n  Jefe de pan = Tomás Peña Gil\n    Molinero = Iván Luz\n",
            odd: &[4],
            holds: &["outside: true"],
            ..Case::default()
        },
        Case {
            like: "names turned round with a remark behind them",
            table: "Payroll Name,File Number,Job Title Description,Reports To Name,Position Status\n\"Grey, Nell\",1,Baker in chief,,Active\n\"Hart, Tom (On Leave)\",2,Head of Bread,\"Grey, Nell\",Leave\n\
                    \"Fox Jr., Uma [C]\",3,Miller,\"Hart, Tom\",Active\n",
            tree: "Baker in chief = Nell Grey\n  Head of Bread = Tom Hart\n    Miller = Uma Fox Jr.\n",
            odd: &[3],
            holds: &["outside: true"],
            ..Case::default()
        },
    ] {
        check(&case);
    }
}

#[test]
fn a_half_that_stands_for_a_name_is_told() {
    let home = home(&[("staff.csv", b"Surname,Rufzeichen,Job Title,Manager\nGrey,Nell,Baker,\nHart,Tom,Head,Grey\n")]);
    let ran = rightseat(home.path(), &["import", "table", "staff.csv", "--dry-run"]);
    let told = "`Surname` is taken for the whole name, for no column seems to hold the other half: if one does, `--map \
                first-name=COLUMN`";
    assert!(ran.code == 0 && ran.out.contains(told), "{}{}", ran.out, ran.err);
    let ran =
        rightseat(home.path(), &["import", "table", "staff.csv", "-o", "chart", "--map", "first-name=Rufzeichen"]);
    assert!(ran.code == 0 && !ran.out.contains("the other half"), "{}{}", ran.out, ran.err);
}

#[test]
fn a_column_of_names_that_no_header_tells_is_found_by_managers_or_missed_aloud() {
    let table = "Xyz,Job Title,Manager\nNell,Baker,\nTom,Head,Nell\nvacant,Miller,Tom\n";
    let home = home(&[
        ("staff.csv", table.as_bytes()),
        ("posts.csv", b"Post ID,Job Title,Reports to post\nP1,Baker,\nP2,Head,P1\n"),
    ]);
    let ran = rightseat(home.path(), &["import", "table", "staff.csv", "-o", "chart"]);
    assert!(ran.code == 2 && ran.out.contains("add\n  --map name=Xyz\n"), "{}{}", ran.out, ran.err);
    let ran = rightseat(home.path(), &["import", "table", "posts.csv", "-o", "chart"]);
    let told = "no column holds names, so that all seats are vacant: if one does, `--map name=COLUMN`";
    assert!(ran.code == 0 && ran.out.contains(told), "{}{}", ran.out, ran.err);
}

#[test]
fn tables_of_east_asia_and_of_other_europe() {
    for case in [
        Case {
            like: "SmartHR",
            table: "社員番号,姓,名,役職,部署,上司の社員番号,雇用形態,在籍状況\n1,山田,花子,製パン長,経営,,正社員,在籍中\n2,佐藤,健,パン部長,パン部,1,正社員,休職中\n\
                    3,鈴木,美咲,粉挽き,パン部,2,派遣社員,在籍中\n4,高橋,誠,粉挽き,パン部,2,正社員,退職済み\n",
            tree: "製パン長 = 山田 花子\n  パン部長 = 佐藤 健\n    粉挽き = 鈴木 美咲\n",
            odd: &[3, 5],
            holds: &["outside: true", "note: 休職中"],
            ..Case::default()
        },
        Case {
            like: "a Japanese list: a space in some names, none in others",
            table: "氏名,役職,所属部署,上司\n山田 花子,製パン長,経営,\n佐藤 健,パン部長,パン部,山田　花子\n空席,粉挽き,パン部,佐藤健\n",
            tree: "製パン長 = 山田 花子\n  パン部長 = 佐藤 健\n    粉挽き\n",
            odd: &[4],
            ..Case::default()
        },
        Case {
            like: "Feishu",
            table: "工号,姓名,职务,部门,直属上级,人员类型,状态\nA1,王芳,面包师长,管理层,,正式,在职\nA2,李伟,面包总监,面包部,王芳,正式,在职\nA3,张敏,磨坊工,面包部,李伟,外包,在职\n\
                    A4,刘洋,磨坊工,面包部,李伟,正式,离职\n",
            tree: "面包师长 = 王芳\n  面包总监 = 李伟\n    磨坊工 = 张敏\n",
            odd: &[5],
            holds: &["outside: true"],
            ..Case::default()
        },
        Case {
            like: "TOTVS",
            table: "Matrícula;Nome;Cargo;Setor;Gestor;Situação\n1;Ana Souza;Padeira;Direção;;Ativo\n2;João Lima;Chefe de pão;Pão;Ana Souza;Ativo\n3;Caio Reis;Moleiro;Pão;Joao Lima;Afastado INSS\n\
                    4;Bia Melo;Moleiro;Pão;João Lima;Demitido\n",
            tree: "Padeira = Ana Souza\n  Chefe de pão = João Lima\n    Moleiro = Caio Reis\n",
            odd: &[4, 5],
            holds: &["note: Afastado INSS"],
            ..Case::default()
        },
        Case {
            like: "a Russian list in a Windows code page's order of names",
            table: "Табельный номер;ФИО;Должность;Отдел;Руководитель;Статус\n1;Иванова Анна Петровна;Пекарь;Дирекция;;Работает\n2;Смирнов Олег Ильич;Начальник хлеба;Хлеб;Иванова Анна Петровна;Работает\n\
                    3;Вакансия;Мельник;Хлеб;Смирнов Олег Ильич;\n4;Козлов Пётр Юрьевич;Мельник;Хлеб;Смирнов Олег Ильич;Уволен\n",
            tree: "Пекарь = Иванова Анна Петровна\n  Начальник хлеба = Смирнов Олег Ильич\n    Мельник\n",
            odd: &[5],
            ..Case::default()
        },
        Case {
            like: "a Korean list",
            table: "사번,이름,직책,부서,상사,재직상태\n1,김민수,제빵장,경영,,재직\n2,이지은,빵부장,빵부,김민수,재직\n3,박준,방앗간,빵부,이지은,휴직\n4,최현,방앗간,빵부,이지은,퇴사\n",
            tree: "제빵장 = 김민수\n  빵부장 = 이지은\n    방앗간 = 박준\n",
            odd: &[4, 5],
            ..Case::default()
        },
        Case {
            like: "a Finnish list",
            table: "Henkilönumero;Etunimi;Sukunimi;Tehtävänimike;Osasto;Esimies\n1;Aino;Virta;Leipuri;Johto;\n2;Pekka;Laine;Leipäpäällikkö;Leipä;Aino Virta\n3;Avoin;;Mylläri;Leipä;Pekka Laine\n",
            tree: "Leipuri = Aino Virta\n  Leipäpäällikkö = Pekka Laine\n    Mylläri\n",
            ..Case::default()
        },
        Case {
            like: "AFAS",
            table: "Medewerker;Naam;Functie;Afdeling;Leidinggevende;Uren per week;Dienstverband\n1;Grey, N. (Nell);Bakker;Directie;;40,00;Vast\n2;Hart, T. van den (Tom);Hoofd Brood;Brood;1;32,00;Vast\n\
                    3;Vacature;Molenaar;Brood;2;40,00;\n4;Vos, U. (Uma);Molenaar;Brood;2;40,00;Inhuur\n",
            tree: "Bakker = N. Grey (Nell)\n  Hoofd Brood = T. van den Hart (Tom)\n    Molenaar\n    Molenaar = U. Vos (Uma)\n",
            holds: &["capacity: 0.8", "outside: true"],
            ..Case::default()
        },
    ] {
        check(&case);
    }
}

#[test]
fn lists_that_people_keep_have_headings_and_totals_between_rows() {
    for case in [
        Case {
            like: "groups with a heading and a total each",
            table: "Name,Role,Reports to,FTE\nLEAD,,,\nNell Grey,Baker in chief,,1\nBREAD,,,\nTom Hart,Head of Bread,Nell Grey,1\nTBC,Miller,Tom Hart,0.5\nSub-total,,,2.5\n\
                    CAKE,,,\nUma Fox,Head of Cake,Nell Grey,1\nSub-total,,,1\nGrand total,,,3.5\nNotes: as of 1 November,,,\n",
            tree: "Baker in chief = Nell Grey\n  Head of Bread = Tom Hart\n    Miller\n  Head of Cake = Uma Fox\n",
            odd: &[2, 4, 7, 8, 10, 11, 12],
            ..Case::default()
        },
        Case {
            like: "a manager of whom the list says nothing but the name",
            table: "Name,Role,Reports to\nNell Grey,,\nTom Hart,Head of Bread,Nell Grey\n",
            tree: "Untitled = Nell Grey\n  Head of Bread = Tom Hart\n",
            odd: &[2],
            ..Case::default()
        },
        Case {
            like: "a small table below the totals",
            table: "Name,Title,Manager,Department,FTE\nNell Grey,Baker in chief,,Lead,1\nTom Hart,Head of Bread,Nell Grey,Bread,1\nUma Fox,Miller,Tom Hart,Bread,1\nTotal,,,,3\nBy department,,,,\n\
                    Department,Heads,FTE,Cost,\nLead,1,1,10,\nBread,2,2,20,\n",
            tree: BAKERY,
            odd: &[5, 6, 7, 8, 9],
            ..Case::default()
        },
        Case {
            like: "a manager who is still to come, and nobody above",
            table: "Name,Role,Reports to\nNell Grey,Baker in chief,none\nTom Hart,Head of Bread,Nell Grey\nUma Fox,Miller,TBD\n",
            tree: "Baker in chief = Nell Grey\n  Head of Bread = Tom Hart\nMiller = Uma Fox\n",
            odd: &[4],
            holds: &["note: 'Manager in the imported table: TBD'"],
            ..Case::default()
        },
        Case {
            like: "headers in two lines, the upper grouping the lower",
            table: "Employee,,,Position,,Manager,\nID,First name,Last name,Title,Department,ID,Name\n1,Nell,Grey,Baker in chief,Lead,,\n2,Tom,Hart,Head of Bread,Bread,1,Nell Grey\n\
                    3,Uma,Fox,Miller,Bread,2,Tom Hart\n",
            tree: BAKERY,
            ..Case::default()
        },
        Case {
            like: "degrees and forms of address",
            table: "Name;Stelle;Vorgesetzter\nDr. Jörg Öhm;Bäcker;\nProf. Dr. Käthe Groß;Leitung Brot;Jörg Öhm\nMax Frey;Müller;Groß, Käthe\nUwe Kühn;Ofen;Herr Dr. Jörg Öhm\n",
            tree: "Bäcker = Dr. Jörg Öhm\n  Leitung Brot = Prof. Dr. Käthe Groß\n    Müller = Max Frey\n  Ofen = Uwe Kühn\n",
            odd: &[3, 4, 5],
            ..Case::default()
        },
        Case {
            like: "two managers in a cell, and one of whom there is nothing else",
            table: "Name,Title,Manager\nNell Grey,Baker in chief,Board of Directors\nTom Hart,Head of Bread,Nell Grey\nIna Roe,Head of Cake,Nell Grey\nUma Fox,Miller,Tom Hart / Ina Roe\n\
                    Vic Low,Oven,\"Ina Roe; Tom Hart\"\nSol Lee,Till,Tom Hart / Bo Nym\n",
            tree: "Baker in chief = Nell Grey\n  Head of Bread = Tom Hart\n    Miller = Uma Fox\n    Till = Sol Lee\n  Head of Cake = Ina Roe\n    Oven = Vic Low\n",
            odd: &[5, 6, 7],
            holds: &["dotted_to:\n    - head-of-cake", "dotted_to:\n    - head-of-bread"],
            ..Case::default()
        },
        Case {
            like: "a list with lines drawn around it",
            table: "02.11.2026            Dynamische Listenausgabe\n\n-------------------------------------------------------\n|PersNr|Name Vorname|Planstelle|Planstellentext|PersNr Vorgesetzter|\n\
                    -------------------------------------------------------\n|0001  |Grau Nell   |5001      |Bäckerin       |                   |\n|0002  |Hart Tom    |5002      |Leitung Brot   |0001               |\n\
                    |0000  |            |5003      |Müller         |0002               |\n-------------------------------------------------------\n",
            tree: "Bäckerin = Grau Nell\n  Leitung Brot = Hart Tom\n    Müller\n",
            odd: &[5, 9],
            holds: &["ref: '5003'"],
            ..Case::default()
        },
    ] {
        check(&case);
    }
}

#[test]
fn one_post_in_several_rows_is_one_seat() {
    for case in [
        Case {
            like: "a row a manager, as matrices are exported",
            table: "Person Number,Name,Job Name,Department,Manager Name\n1,Nell Grey,Baker in chief,Lead,\n2,Tom Hart,Head of Bread,Bread,Nell Grey\n3,Uma Fox,Miller,Bread,Tom Hart\n3,Uma Fox,Miller,Bread,Nell Grey\n",
            tree: BAKERY,
            odd: &[5],
            ..Case::default()
        },
        Case {
            like: "two columns of managers, the second for dotted lines",
            table: "Name,Title,Manager 1,Manager 2\nNell Grey,Baker in chief,,\nTom Hart,Head of Bread,Nell Grey,\nUma Fox,Miller,Tom Hart,Nell Grey\n",
            tree: BAKERY,
            holds: &["dotted_to:\n    - baker-in-chief"],
            ..Case::default()
        },
        Case {
            like: "headers that stand twice",
            options: &["--map", "manager=Name (2)"],
            table: "Name,Title,Name,Title\nNell Grey,Baker in chief,,\nTom Hart,Head of Bread,Nell Grey,Baker in chief\nUma Fox,Miller,Tom Hart,Head of Bread\n",
            tree: BAKERY,
            ..Case::default()
        },
        Case {
            like: "SuccessFactors: a status of true and false, a second line of headers",
            table: "userId,firstName,lastName,jobTitle,managerId,matrixManagerId,status\nUser ID,First Name,Last Name,Job Title,Manager User ID,Matrix Manager,Employee Status\n\
                    1,Nell,Grey,Baker in chief,NO_MANAGER,,t\n2,Tom,Hart,Head of Bread,1,,t\n3,Uma,Fox,Miller,2,1,t\n4,Vic,Low,Miller,2,,f\n",
            tree: BAKERY,
            odd: &[2, 6],
            holds: &["dotted_to:\n    - baker-in-chief"],
            ..Case::default()
        },
        Case {
            like: "columns of flags that mean the reverse",
            table: "Name,Job title,Line manager name,Left?\nNell Grey,Baker in chief,,No\nTom Hart,Head of Bread,Nell Grey,No\nUma Fox,Miller,Tom Hart,No\nVic Low,Miller,Tom Hart,Yes\n",
            tree: BAKERY,
            odd: &[5],
            ..Case::default()
        },
        Case {
            like: "vacancies in the words of planners",
            table: "Name,Title,Manager\nNell Grey,Baker in chief,\nNew position,Miller,Nell Grey\nREQ-0012,Oven,Nell Grey\nReplacement for Uma Fox,Till,Nell Grey\nCurrently vacant,Yeast,Nell Grey\n\
                    Long term vacant,Salt,Nell Grey\n",
            tree: "Baker in chief = Nell Grey\n  Miller\n  Oven\n  Salt\n  Till\n  Yeast\n",
            ..Case::default()
        },
        Case {
            like: "`Position` beside the title",
            table: "Employee ID,Worker,Position,Business Title,Manager,Employment Type\n1,Nell Grey,P-1 Baker - Nell Grey,Baker in chief,,Permanent\n2,Tom Hart,P-2 Head - Tom Hart,Head of Bread,Nell Grey,Permanent\n\
                    3,Uma Fox,P-3 Miller - Uma Fox,Miller,Tom Hart,On Contract\n",
            tree: BAKERY,
            holds: &["outside: true"],
            ..Case::default()
        },
    ] {
        check(&case);
    }
}
