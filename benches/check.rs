//! Checking 100,000 seats in 100 files against the bare event loop of the YAML library over the same bytes.
//!
//! `cargo bench` prints seconds, ratios and peak memory of this process. `SEATS=1000000 cargo bench` takes
//! another size.

use std::fmt::Write;
use std::fs;
use std::time::{Duration, Instant};

use rightseat::check::{AsOf, Norms};
use rightseat::load::{discover, load};
use rightseat::model::Date;

const ROUNDS: usize = 5;

fn main() {
    let seats: usize = std::env::var("SEATS").ok().and_then(|seats| seats.parse().ok()).unwrap_or(100_000);
    let files = (seats / 1000).max(1);
    let folder = tempfile::tempdir().expect("a folder can be made");
    let bytes = generate(folder.path(), seats, files);
    println!("{seats} seats in {files} files, {:.1} MB", mega(bytes));

    let whole = || {
        let charts = discover(folder.path(), folder.path()).expect("there is a chart");
        let loaded = load(&charts[0]).expect("it can be read");
        let today = Date::parse("2026-10-20").expect("a day");
        let outcome = loaded.judged(&Norms::default(), AsOf::Day(today)).outcome;
        assert_eq!(outcome.count(rightseat::check::Level::Error), 0);
    };
    whole();
    let peak = peak_memory();
    let whole = best(whole);
    let texts: Vec<String> = fs::read_dir(folder.path())
        .expect("the folder is there")
        .flatten()
        .map(|entry| fs::read_to_string(entry.path()).expect("it was just written"))
        .collect();
    let events = best(|| {
        for text in &texts {
            let mut options = granit_parser::Options::default();
            options.set_emit_comments(false);
            let events = granit_parser::Parser::new_from_str_with_options(text, options);
            assert!(events.into_iter().all(|event| event.is_ok()));
        }
    });
    println!("whole check, two cores      {:.3} s", whole.as_secs_f64());
    println!(
        "bare event loop, one core   {:.3} s, {:.0} MB/s",
        events.as_secs_f64(),
        mega(bytes) / events.as_secs_f64()
    );
    println!("ratio                       {:.2}", whole.as_secs_f64() / events.as_secs_f64());
    if let Some(peak) = peak {
        println!("peak memory                 {:.1} MB, {:.2} times the input", mega(peak), mega(peak) / mega(bytes));
    }
}

fn best(mut run: impl FnMut()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..ROUNDS).map(time).min().expect("there are rounds")
}

#[expect(clippy::cast_precision_loss, reason = "megabytes for people to read")]
fn mega(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// The most memory that this process has had, where the system says so.
fn peak_memory() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse::<usize>().ok().map(|kilobytes| kilobytes * 1024)
}

/// Writes a sound chart of so many seats, seven reports a manager; the number of bytes comes back.
fn generate(folder: &std::path::Path, seats: usize, files: usize) -> usize {
    let header = "rightseat: 1\norganization: Large\nrevision: 2026-Q4\nreviewed: 2026-10-06\n";
    fs::write(folder.join("chart.yaml"), header).expect("a file can be written");
    let mut bytes = header.len();
    for file in 0..files {
        let range = file * seats / files..(file + 1) * seats / files;
        let mut text = String::from("people:\n");
        for n in range.clone() {
            writeln!(text, "  person-{n}: Given{n} Family{n}").expect("a string takes all");
        }
        text += "seats:\n";
        for n in range.clone() {
            writeln!(text, "  seat-{n}:\n    title: Head of Matter {n}").expect("a string takes all");
            if n > 0 {
                writeln!(text, "    reports_to: seat-{}", (n - 1) / 7).expect("a string takes all");
            }
            writeln!(text, "    owner: person-{n}\n    backup: person-{}\n    responsibilities:", (n + 1) % seats)
                .expect("a string takes all");
            writeln!(text, "      - Answer for matter {n}\n      - Keep list {n}\n      - Report on {n} each week")
                .expect("a string takes all");
        }
        text += "priorities:\n";
        for n in range.step_by(10) {
            writeln!(text, "  do-{n}: {{title: Finish thing {n}, owner: seat-{n}, effort: 0.2, due: 2026-12-15}}")
                .expect("a string takes all");
        }
        bytes += text.len();
        fs::write(folder.join(format!("part-{file:04}.yaml")), text).expect("a file can be written");
    }
    bytes
}
