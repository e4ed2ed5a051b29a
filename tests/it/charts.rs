//! The charts that come with the project show what they are meant to show.

use crate::support::{assert_file, project, rightseat};

fn found(chart: &str, today: &str) -> Vec<String> {
    let ran = rightseat(project(), &["check", chart, "--verbose", "--today", today, "--format", "concise"]);
    let rule = |line: &str| Some(line.split_once('[')?.1.split_once(']')?.0.to_owned());
    ran.out.lines().filter_map(rule).collect()
}

#[test]
fn northwind_ends_its_year_without_errors() {
    let ran = rightseat(project(), &["check", "charts/northwind", "--format", "concise"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    expect_test::expect![[r#"
        charts/northwind/2026-Q4/service.yaml:16:3: warning[overloaded-seat] `service-lead` carries 117 % of one full-time person
        charts/northwind/2026-Q4/service.yaml:49:3: warning[vacant-seat] nobody owns the seat `field-south`
    "#]]
    .assert_eq(&ran.out);
}

#[test]
fn northwind_mends_its_errors_over_the_year() {
    let errors = |quarter: &str, today: &str| {
        let ran = rightseat(
            project(),
            &["check", &format!("charts/northwind/{quarter}"), "--today", today, "--format", "concise"],
        );
        ran.out.lines().filter(|line| line.contains(": error[")).count()
    };
    assert_eq!(errors("2026-Q1", "2026-01-08"), 3);
    assert_eq!(errors("2026-Q2", "2026-04-09"), 2);
    assert_eq!(errors("2026-Q3", "2026-07-07"), 1);
}

#[test]
fn solo_shows_a_founder_with_three_seats() {
    let found = found("charts/solo.yaml", "2026-10-20");
    assert!(
        found.contains(&"scattered-person".to_owned()) && found.contains(&"overloaded-person".to_owned()),
        "{found:?}"
    );
}

#[test]
fn atlas_shows_most_rules() {
    let mut found = found("charts/atlas", "2026-10-20");
    found.sort();
    found.dedup();
    assert!(found.len() >= 40, "{} rules: {found:?}", found.len());
}

#[test]
fn the_published_pictures_are_those_that_render_draws() {
    let pictures: [(&str, &[&str]); 3] = [
        ("northwind", &[]),
        ("northwind-dark", &["--theme", "dark", "--show", "title,owner,load,function", "--findings"]),
        ("northwind-print", &["--page", "a4", "--theme", "print", "--show", "title,owner,function"]),
    ];
    for (name, options) in pictures {
        let arguments: Vec<&str> = ["render", "charts/northwind", "-o", "-"].iter().chain(options).copied().collect();
        assert_file(&format!("docs/pictures/{name}.svg"), &rightseat(project(), &arguments).out);
    }
}
