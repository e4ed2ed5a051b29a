//! `check` over a repository of 300 small charts, as a team's CI runs it.
//!
//! `cargo bench --bench many` prints milliseconds, output included; `CHARTS=3000` takes another number.

use std::fmt::Write;
use std::fs;
use std::time::Instant;

use rightseat::cli::{Env, run};
use rightseat::model::Date;

const ROUNDS: usize = 10;

fn main() {
    let charts: usize = std::env::var("CHARTS").ok().and_then(|charts| charts.parse().ok()).unwrap_or(300);
    let home = tempfile::tempdir().expect("a folder can be made");
    fs::create_dir(home.path().join(".git")).expect("a folder can be made");
    for chart in 0..charts {
        let folder = home.path().join(format!("charts/team-{chart}"));
        fs::create_dir_all(&folder).expect("a folder can be made");
        fs::write(folder.join("chart.yaml"), text(chart)).expect("a file can be written");
    }
    for arguments in [vec!["concise"], vec!["sarif"], vec!["human", "--output", "sarif=out.sarif"]] {
        let mut fastest = f64::INFINITY;
        let mut written = 0;
        for _ in 0..ROUNDS {
            let start = Instant::now();
            let mut out = Vec::new();
            let mut env = Env {
                stdout: &mut out,
                stderr: &mut Vec::new(),
                directory: home.path().to_path_buf(),
                today: Date::parse("2026-10-20").expect("a day"),
                color: false,
                width: 100,
                is_closed: false,
                steps: rightseat::load::Steps::default(),
                is_last: false,
            };
            let words = ["rightseat", "check", "charts", "--format"].iter().chain(&arguments);
            let code = run(words.map(Into::into).collect::<Vec<_>>(), &mut env);
            assert_eq!(code, 1, "each chart has one error");
            written = out.len();
            fastest = fastest.min(start.elapsed().as_secs_f64() * 1e3);
        }
        println!("{charts} charts, --format {:36} {fastest:7.1} ms, {written} bytes", arguments.join(" "));
    }
}

/// A team of ten, with a few findings.
fn text(chart: usize) -> String {
    let mut text =
        format!("rightseat: 1\norganization: Team {chart}\nrevision: 2026-Q4\nreviewed: 2026-10-06\npeople:\n");
    for person in 0..10 {
        writeln!(text, "  p{person}: Given{person} Family{chart}").expect("a string takes all");
    }
    text += "seats:\n";
    for seat in 0..10 {
        let manager = if seat == 0 { String::new() } else { format!("reports_to: s{}, ", (seat - 1) / 3) };
        writeln!(text, "  s{seat}: {{title: Head of {seat}, {manager}owner: p{seat}, responsibilities: [a{seat}, b{seat}, c{seat}]}}")
            .expect("a string takes all");
    }
    text += "priorities:\n  one: {title: Do one thing, owner: s1, horizon: year}\n  two: {title: Do another, supports: [one]}\n";
    text
}
