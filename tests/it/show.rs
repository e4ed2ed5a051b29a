//! `show`: cards for entries, and entries for words.

use std::fs;

use tempfile::TempDir;

use crate::support::{Ran, project, rightseat};

fn northwind(arguments: &[&str]) -> Ran {
    rightseat(project(), &[&["show", "--chart", "charts/northwind"], arguments].concat())
}

#[test]
fn a_priority_tells_who_answers_and_what_it_is_for() {
    let ran = northwind(&["west-van"]);
    expect_test::expect![[r#"
        priority `west-van`: The west covered, with its van, stock and rota
        charts/northwind/2026-Q4/service.yaml:117

        answered by    Farah Aziz `farah`, 117 % loaded
        owner          Head of Service (service-lead) (Farah Aziz)
        answers to     Head of Service (service-lead) (Farah Aziz) → Integrator (integrator) (Ben Okafor) →
                       Visionary (visionary) (Ana Ruiz)
        helped by      Field Engineer West (field-west) (Sam Keller), Field Engineer North (field-north)
                       (Nils Brandt)
        status         on-track
        due            2026-12-31, in 72 days
        effort         0.2 of one person's quarter
        lane           service
        line of sight  The west covered, with its van, stock and rota (west-van) → A stopped machine running
                       again within two working days (two-days), which is strategic
        history        2026-Q1: not in the chart
                       2026-Q4: Head of Service (service-lead) (Farah Aziz), on-track, due 2026-12-31
    "#]]
    .assert_eq(&ran.out);
}

#[test]
fn a_seat_tells_its_load_term_by_term_and_what_it_was() {
    let ran = northwind(&["field-south", "support-lead"]);
    expect_test::expect![[r#"
        seat `field-south`: Field Engineer South
        charts/northwind/2026-Q4/service.yaml:49

        owner        vacant
        function     Service
        answers to   Field Engineer South (field-south) (vacant) → Head of Service (service-lead) (Farah
                     Aziz) → Integrator (integrator) (Ben Okafor) → Visionary (visionary) (Ana Ruiz)
        answers for  Repair visits in the south
                     Installation and first test in the south
                     Stock of the southern van
        helps with   Van stock that fixes nine faults in ten on the first visit (van-stock) (done, due
                     2026-09-25)
        load         3 responsibilities × 0.08 = 0.24
        findings     info Field Engineer South (field-south) has no line of sight to a strategic priority
                     [unlinked-seat]
                     warning nobody owns the seat Field Engineer South (field-south) [vacant-seat]
        history      2026-Q1: Field Engineer South (field-south), Carla Mendes, under Service Manager
                     (service-manager), load 0.26
                     2026-Q3: Field Engineer South (field-south), Carla Mendes, under Head of Service
                     (service-lead), load 0.26
                     2026-Q4: Field Engineer South (field-south), vacant, under Head of Service
                     (service-lead), load 0.24

        seat `support-lead`: Support Desk Lead
        charts/northwind/2026-Q4/service.yaml:30

        owner          Priya Nair `priya`, 52 % loaded
        members        Lee Tan, Mo Bashir
        function       Service
        answers to     Support Desk Lead (support-lead) (Priya Nair) → Head of Service (service-lead) (Farah
                       Aziz) → Integrator (integrator) (Ben Okafor) → Visionary (visionary) (Ana Ruiz)
        dotted to      Head of Product (product-lead) (Wen Zhao)
        answers for    First answer to every question
                       Remote diagnosis
                       Known faults and their fixes
                       Dealers' technical questions
        owns           Fifty tested answers that the desk can send at once (answers-library) (on-track, due
                       2026-12-31)
        keeps          Median time to the first answer (first-reply)
        line of sight  Fifty tested answers that the desk can send at once (answers-library) → Every
                       customer answered by a person the same day (same-day), which is strategic
        load           4 responsibilities × 0.08 + 1 priority of effort 0.2 = 0.52
        history        2026-Q1: Support Desk Lead (support-lead), vacant, under Service Manager
                       (service-manager), load 0.32
                       2026-Q2: Support Desk Lead (support-lead), Priya Nair, under Service Manager
                       (service-manager), load 0.47
                       2026-Q3: Support Desk Lead (support-lead), Priya Nair, under Head of Service
                       (service-lead), load 0.52
    "#]]
    .assert_eq(&ran.out);
}

#[test]
fn a_person_and_a_metric_have_cards_too() {
    let ran = northwind(&["person:yuki", "plan-share"]);
    expect_test::expect![[r#"
        person `yuki`: Yuki Tanaka
        charts/northwind/2026-Q4/product.yaml:8

        load        0.62 of a capacity of 1
                    Firmware Engineer (firmware-engineer): 4 responsibilities × 0.08 + 2 contributions ×
                    0.02 = 0.36
                    App Developer (app-developer): 3 responsibilities × 0.08 + 1 contribution × 0.02 = 0.26
        owns        App Developer (app-developer)
        covers      Firmware Engineer (firmware-engineer)
        answers to  Firmware Engineer (firmware-engineer) (Yuki Tanaka, interim) → Head of Product
                    (product-lead) (Wen Zhao) → Integrator (integrator) (Ben Okafor) → Visionary (visionary)
                    (Ana Ruiz)
                    App Developer (app-developer) (Yuki Tanaka) → Head of Product (product-lead) (Wen Zhao)
                    → Integrator (integrator) (Ben Okafor) → Visionary (visionary) (Ana Ruiz)
        history     2026-Q1: holds App Developer (app-developer), load 0.54 of 1
                    2026-Q2: holds App Developer (app-developer), load 0.24 of 1
                    2026-Q3: holds App Developer (app-developer), load 0.26 of 1
                    2026-Q4: holds Firmware Engineer (firmware-engineer), App Developer (app-developer),
                    load 0.62 of 1

        metric `plan-share`: Customers on a service plan
        charts/northwind/2026-Q4/sales.yaml:86

        owner          Head of Sales (sales-lead) (Grace Adeyemi)
        answers to     Head of Sales (sales-lead) (Grace Adeyemi) → Integrator (integrator) (Ben Okafor) →
                       Visionary (visionary) (Ana Ruiz)
        perspective    financial
        kind           lagging
        stands at      29 %, target >= 40 %, which it misses
        measures       Four customers in ten on a service plan (service-plans) (on-track, due 2026-12-31)
        line of sight  Four customers in ten on a service plan (service-plans), which is strategic
        findings       info Customers on a service plan (plan-share) is 29 %, the target >= 40 %
                       [missed-target]
        history        2026-Q1: 18 %, target >= 40 %
                       2026-Q2: 20 %, target >= 40 %
                       2026-Q3: 24 %, target >= 40 %
                       2026-Q4: 29 %, target >= 40 %
    "#]]
    .assert_eq(&ran.out);
}

const TWINS: &str = "people: {ana: Ana Ruiz, ceo: Chloë Éo}\nseats:\n  ceo: {title: Chief, owner: ana, responsibilities: [Plan]}\n  \
                     ana: {title: Assistant, reports_to: ceo, owner: ceo}\npriorities:\n  a: {title: A, owner: ceo, supports: [b]}\n  \
                     b: {title: B, owner: ceo, supports: [a]}\n";

fn twins(arguments: &[&str]) -> Ran {
    let home = TempDir::new().expect("a folder can be made");
    fs::create_dir(home.path().join(".git")).expect("a folder can be made");
    fs::write(home.path().join("twins.yaml"), TWINS).expect("a file can be written");
    rightseat(home.path(), &[&["show", "--chart", "twins.yaml"], arguments].concat())
}

#[test]
fn what_an_id_could_be_is_said() {
    for (id, said) in [
        ("ceo", "`ceo` is several: write seat:ceo or person:ceo"),
        ("coe", "did you mean `ceo`?"),
        ("person:an", "nothing has the id `person:an`"),
        ("priority:ceo", "nothing has the id `priority:ceo`"),
        ("zzzzzzzz", "`rightseat show --who \"zzzzzzzz\"` searches by words"),
    ] {
        let ran = twins(&[id]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{id}");
        assert!(ran.err.contains(said), "{id}: {}", ran.err);
    }
    for (id, said) in [
        ("seat:ceo", "Chief"),
        ("person:ana", "Ana Ruiz"),
        ("Chloe Eo", "person `ceo`: Chloë Éo"),
        ("a", "A (a) → B (b), which leads back to itself"),
    ] {
        let ran = twins(&[id]);
        assert!(ran.code == 0 && ran.out.contains(said), "{id}: {}{}", ran.out, ran.err);
    }
    assert_eq!(twins(&[]).code, 2, "without an id there is nothing to show");
}

#[test]
fn words_find_seats_people_and_responsibilities() {
    let found = |text: &str| -> Vec<String> {
        let out = northwind(&["--who", text]).out;
        out.lines()
            .skip(1)
            .filter(|line| !line.starts_with(' '))
            .filter_map(|line| line.split("  ").next().map(str::to_owned))
            .collect()
    };
    assert_eq!(found("returned kits"), ["seat:quality-engineer", "seat:repair-bench"]);
    assert_eq!(found("Who repairs returned kits?"), ["seat:repair-bench", "seat:quality-engineer"]);
    assert_eq!(found("grace adeyemi"), ["person:grace"]);
    assert_eq!(found("SUPPORT DESK"), ["seat:support-lead"]);
    let none = northwind(&["--who", "quantum teleportation"]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("says \"quantum teleportation\""), "{}", none.err);
}
