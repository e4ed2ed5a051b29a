//! `check` against the time in which `serde_yaml`, and its successor `yaml_serde`, merely parse the same bytes into
//! plain structs.
//!
//! `cargo bench --bench check` prints every bar: wall time, memory, and instructions where valgrind is there;
//! `SEATS=100000` makes the largest chart smaller. Each figure is of a process of its own, which is this program with
//! one of the words below and a folder: `benches/counted.sh` calls it so too.

use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use rightseat::cli::{Env, run};
use rightseat::load::Steps;
use rightseat::model::Date;
use serde::Deserialize;

const ROUNDS: usize = 3;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        [] => bars(),
        ["generate", folder, seats, files] => {
            let number = |word: &str| word.parse().expect("a number");
            generate(Path::new(folder), number(seats), number(files));
        }
        ["check", folder] => timed(|| whole(Path::new(folder), &[])),
        ["notes", folder] => timed(|| whole(Path::new(folder), &["--verbose"])),
        ["serde_yaml", folder] => {
            let texts = texts(Path::new(folder));
            timed(|| parse(&texts, |text| serde_yaml_0_9::from_str(text).expect("it is YAML")));
        }
        ["yaml_serde", folder] => {
            let texts = texts(Path::new(folder));
            timed(|| parse(&texts, |text| serde_yaml::from_str(text).expect("it is YAML")));
        }
        _ => panic!("generate FOLDER SEATS FILES; or check, notes, serde_yaml or yaml_serde, and FOLDER"),
    }
}

/// The whole command, to the last word of its output.
fn whole(folder: &Path, flags: &[&str]) {
    let mut out = Vec::new();
    let mut env = Env {
        stdout: &mut out,
        stderr: &mut Vec::new(),
        directory: folder.to_path_buf(),
        today: Date::parse("2026-10-20").expect("a day"),
        color: false,
        width: 100,
        is_closed: false,
        steps: Steps::default(),
    };
    let words = ["rightseat", "check", "chart", "--format", "concise"];
    let code = run(words.iter().chain(flags).map(Into::into).collect::<Vec<_>>(), &mut env);
    assert_eq!(code, 0, "{}", String::from_utf8_lossy(&out));
}

/// Prints how long something takes, and how much memory this process came to hold.
fn timed(run: impl FnOnce()) {
    let start = Instant::now();
    run();
    println!("{} {}", start.elapsed().as_secs_f64(), peak_memory().unwrap_or(0));
}

/// The most memory that this process has had, where the system says so.
fn peak_memory() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse::<usize>().ok().map(|kilobytes| kilobytes * 1024)
}

fn texts(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder.join("chart")).expect("the folder is there").flatten();
    files.map(|entry| fs::read_to_string(entry.path()).expect("it was just written")).collect()
}

/// What a program would hold that has no use for places.
#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is that it is there")]
struct Chart {
    rightseat: Option<u32>,
    organization: Option<String>,
    revision: Option<String>,
    reviewed: Option<String>,
    #[serde(default)]
    people: HashMap<String, String>,
    #[serde(default)]
    seats: HashMap<String, Seat>,
    #[serde(default)]
    priorities: HashMap<String, Priority>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is that it is there")]
struct Seat {
    title: String,
    reports_to: Option<String>,
    owner: Option<String>,
    backup: Option<String>,
    responsibilities: Vec<String>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "what matters is that it is there")]
struct Priority {
    title: String,
    owner: String,
    effort: f64,
    due: String,
}

fn parse(texts: &[String], one: impl Fn(&str) -> Chart) {
    let charts: Vec<Chart> = texts.iter().map(|text| one(text)).collect();
    assert!(charts.iter().any(|chart| !chart.seats.is_empty()));
}

fn bars() {
    let largest: usize = std::env::var("SEATS").ok().and_then(|seats| seats.parse().ok()).unwrap_or(1_000_000);
    let charts = [(10_000, 1), (100_000.min(largest), 1), (largest, (largest / 1000).max(1))];
    println!("{:44}{:>10}{:>13}{:>13}{:>9}", "", "check", "serde_yaml", "yaml_serde", "ratio");
    for (seats, files) in charts {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let bytes = generate(folder.path(), seats, files);
        let what = format!("{seats} seats, {files} files, {:.1} MB", mega(bytes));
        let [check, notes, old, new] =
            ["check", "notes", "serde_yaml", "yaml_serde"].map(|word| best(word, folder.path()));
        let row = |of: &str, [check, old, new]: [f64; 3]| {
            println!("{:44}{check:>10.3}{old:>13.3}{new:>13.3}{:>9.2}", format!("{what}: {of}"), check / old);
        };
        row("seconds", [check.0, old.0, new.0]);
        row("memory to input, all notes", [notes.1, old.1, new.1].map(|peak| peak / mega(bytes)));
        if seats > 10_000 {
            continue;
        }
        let counted = ["check", "serde_yaml", "yaml_serde"].map(|word| instructions(word, folder.path()));
        if let [Some(check), Some(old), Some(new)] = counted {
            row("10⁹ instructions", [check, old, new].map(|count| count / 1e9));
        }
    }
}

/// The shortest time of a few runs in seconds, and the memory in megabytes.
fn best(word: &str, folder: &Path) -> (f64, f64) {
    let one = |_| {
        let ran = Command::new(this()).arg(word).arg(folder).output().expect("it can be run");
        let told = String::from_utf8(ran.stdout).expect("it prints numbers");
        let (seconds, bytes) = told.trim().split_once(' ').expect("it prints two numbers");
        (seconds.parse().expect("seconds"), mega(bytes.parse().expect("bytes")))
    };
    (0..ROUNDS).map(one).min_by(|one: &(f64, f64), other| one.0.total_cmp(&other.0)).expect("there are rounds")
}

/// Instructions of a run on one thread, where valgrind is there to count them.
fn instructions(word: &str, folder: &Path) -> Option<f64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(this()).arg(word).arg(folder);
    let ran = valgrind.env("RAYON_NUM_THREADS", "1").output().ok()?;
    let told = String::from_utf8_lossy(&ran.stderr).into_owned();
    told.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok())
}

fn this() -> PathBuf {
    std::env::current_exe().expect("this program is a file")
}

#[expect(clippy::cast_precision_loss, reason = "megabytes for people to read")]
fn mega(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// Writes a sound chart of this many seats, seven reports a manager, into the folder `chart`; the number of bytes comes
/// back.
fn generate(folder: &Path, seats: usize, files: usize) -> usize {
    let folder = folder.join("chart");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let header = "rightseat: 1\norganization: Large\nrevision: 2026-Q4\nreviewed: 2026-10-06\n";
    let mut bytes = 0;
    for file in 0..files {
        let range = file * seats / files..(file + 1) * seats / files;
        let mut text = if file == 0 { header.to_owned() } else { String::new() };
        section(&mut text, range, seats);
        bytes += text.len();
        let name = if file == 0 { "chart.yaml".to_owned() } else { format!("part-{file:04}.yaml") };
        fs::write(folder.join(name), text).expect("a file can be written");
    }
    bytes
}

fn section(text: &mut String, range: std::ops::Range<usize>, seats: usize) {
    *text += "people:\n";
    for n in range.clone() {
        writeln!(text, "  person-{n}: Given{n} Family{n}").expect("a string takes all");
    }
    *text += "seats:\n";
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
    *text += "priorities:\n";
    for n in range.step_by(10) {
        writeln!(text, "  do-{n}: {{title: Finish thing {n}, owner: seat-{n}, effort: 0.2, due: 2026-12-15}}")
            .expect("a string takes all");
    }
}
