//! `check` against the time in which others merely parse the same bytes: `serde_yaml`, and its successor `yaml_serde`,
//! into plain structs, and `PyYAML` by its C library into dictionaries.
//!
//! `cargo bench --bench check` prints every bar as a table in Markdown: seconds on the clock, memory, and instructions
//! where valgrind is there; `SEATS=100000` makes the largest chart smaller. Each figure is of a process of its own,
//! which is this program with one of the words below and a folder: `benches/counted.sh` calls it so too.

use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
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
    let mut env = Env {
        stdout: &mut std::io::sink(),
        stderr: &mut Vec::new(),
        directory: folder.to_path_buf(),
        today: Date::parse("2026-10-20").expect("a day"),
        color: false,
        width: 100,
        is_closed: false,
        steps: Steps::default(),
        is_last: false,
    };
    let words = ["rightseat", "check", "chart", "--format", "concise"];
    let code = run(words.iter().chain(flags).map(Into::into).collect::<Vec<_>>(), &mut env);
    assert_eq!(code, 0, "the chart is sound");
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

/// Peers, as the columns say them, with the words that run them here; `PyYAML` is asked for apart.
const PEERS: [&str; 2] = ["serde_yaml", "yaml_serde"];

fn bars() {
    let largest: usize = std::env::var("SEATS").ok().and_then(|seats| seats.parse().ok()).unwrap_or(1_000_000);
    println!("| | check | serde_yaml | yaml_serde | PyYAML | check to serde_yaml | bar |");
    println!("|---|---|---|---|---|---|---|");
    let mut growth = Vec::new();
    for (seats, files) in [(1_000, 1), (10_000, 1), (100_000.min(largest), 1), (largest, (largest / 1000).max(1))] {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let bytes = generate(folder.path(), seats, files);
        let what = format!("{} seats in {}, {:.1} MB", grouped(seats), plural(files, "file"), mega(bytes));
        let [check, notes, old, new] =
            ["check", "notes", PEERS[0], PEERS[1]].map(|word| best(ROUNDS, &mut called(word, folder.path())));
        growth.push((seats, files, check.0, notes.1 / mega(bytes)));
        if seats == 1_000 {
            continue;
        }
        // Dictionaries of all that is in the largest chart fill the memory of a small machine.
        let python = if seats > 100_000 { None } else { python(folder.path()) };
        // In a small chart the program itself is most of it.
        let [seconds, most] = [0.5, 3.0].map(|bar| (seats > 10_000).then_some(bar));
        row(&format!("{what}: seconds"), check.0, [Some(old.0), Some(new.0), python.map(|taken| taken.0)], seconds, 3);
        let peers = [Some(old.1), Some(new.1), python.map(|taken| taken.1)].map(|peak| Some(peak? / mega(bytes)));
        memory(&format!("{what}: memory to input, all notes on"), notes.1 / mega(bytes), peers, most);
        if seats == 10_000 {
            counted(&what, folder.path());
        }
    }
    println!("\n| growth | seconds | millionths of a second a seat | memory to input |\n|---|---|---|---|");
    for (seats, files, seconds, memory) in growth {
        let each = seconds * 1e6 / f64::from(u32::try_from(seats).expect("it is a count of seats"));
        println!("| {} seats in {} | {seconds:.3} | {each:.2} | {memory:.2} |", grouped(seats), plural(files, "file"));
    }
    program();
}

fn row(what: &str, check: f64, peers: [Option<f64>; 3], bar: Option<f64>, digits: usize) {
    let cells = peers.map(|peer| peer.map_or_else(|| "–".to_owned(), |peer| format!("{peer:.digits$}")));
    let ratio = peers[0].map_or_else(|| "–".to_owned(), |peer| format!("{:.2}", check / peer));
    println!("| {what} | {check:.digits$} | {} | {ratio} | {} |", cells.join(" | "), bar_of(bar));
}

fn memory(what: &str, check: f64, peers: [Option<f64>; 3], bar: Option<f64>) {
    let cells = peers.map(|peer| peer.map_or_else(|| "–".to_owned(), |peer| format!("{peer:.2}")));
    println!("| {what} | {check:.2} | {} | | {} |", cells.join(" | "), bar_of(bar).replace('≤', "check ≤"));
}

fn bar_of(bar: Option<f64>) -> String {
    bar.map_or_else(String::new, |bar| format!("≤ {bar}"))
}

/// Instructions of the chart, and of the same chart with one letter beyond ASCII.
fn counted(what: &str, folder: &Path) {
    let [check, old, new] = ["check", PEERS[0], PEERS[1]].map(|word| instructions(&called(word, folder)));
    let Some(check) = check else {
        println!("| {what}: instructions | valgrind is not installed | | | | | ≤ 0.5 |");
        return;
    };
    row(&format!("{what}: 10⁹ instructions"), check, [old, new, None], Some(0.5), 3);
    let file = folder.join("chart/chart.yaml");
    let text = fs::read_to_string(&file).expect("it was just written");
    fs::write(&file, text.replacen("Given0 Family0", "Gíven0 Family0", 1)).expect("a file can be written");
    if let Some(accented) = instructions(&called("check", folder)) {
        println!("| one accent in it, to none: instructions | {:.3} | | | | | ≤ 1.02 |", accented / check);
    }
}

/// The program as it is published, where RUSTFLAGS are those of `packaging/rustflags.sh`: its size, and a check of a
/// small chart against saying its version.
fn program() {
    let program = Path::new(env!("CARGO_BIN_EXE_rightseat"));
    let size = fs::metadata(program).map_or(0, |data| data.len());
    let northwind = Path::new(env!("CARGO_MANIFEST_DIR")).join("charts/northwind/2026-Q4");
    let took = |words: &[&str]| {
        let mut command = Command::new(program);
        command.args(words).arg(&northwind);
        let one = |_| {
            let start = Instant::now();
            command.output().expect("it can be run");
            start.elapsed().as_secs_f64() * 1e3
        };
        (0..50).map(one).min_by(f64::total_cmp).expect("there are rounds")
    };
    let (version, check) = (took(&["--version"]), took(&["check"]));
    println!("\n| the program | | bar |\n|---|---|---|");
    let flags = if std::env::var_os("RUSTFLAGS").is_some() { "" } else { ", without packaging/rustflags.sh" };
    println!("| size{flags} | {:.1} MB | ≤ 18 MB |", mega(usize::try_from(size).unwrap_or(usize::MAX)));
    println!("| check of northwind, whole process, to `--version` | {check:.1} ms to {version:.1} ms | ≤ 2 |");
}

fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| str::from_utf8(group).unwrap_or_default()).collect();
    groups.join(",")
}

fn plural(count: usize, of: &str) -> String {
    if count == 1 { format!("one {of}") } else { format!("{} {of}s", grouped(count)) }
}

/// This program, to be run with a word and a folder.
fn called(word: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program is a file"));
    command.arg(word).arg(folder);
    command
}

/// The shortest time of a few runs in seconds, and the memory in megabytes.
fn best(rounds: usize, command: &mut Command) -> (f64, f64) {
    let one = |_| tell(command).expect("it prints two numbers");
    (0..rounds).map(one).min_by(|one: &(f64, f64), other| one.0.total_cmp(&other.0)).expect("there are rounds")
}

/// The seconds and the megabytes that a program prints of itself.
fn tell(command: &mut Command) -> Option<(f64, f64)> {
    let told = String::from_utf8(command.output().ok()?.stdout).ok()?;
    let (seconds, bytes) = told.trim().split_once(' ')?;
    Some((seconds.parse().ok()?, mega(bytes.parse().ok()?)))
}

/// `PyYAML` with its C library, where Python has both.
fn python(folder: &Path) -> Option<(f64, f64)> {
    let program = r#"
import pathlib, resource, sys, time, yaml
texts = [path.read_text(encoding="utf-8") for path in pathlib.Path(sys.argv[1], "chart").iterdir()]
start = time.perf_counter()
charts = [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts]
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"#;
    tell(Command::new("python3").args(["-c", program]).arg(folder))
}

/// Instructions of a run on one thread, in thousand millions, where valgrind is there to count them.
fn instructions(command: &Command) -> Option<f64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(command.get_program());
    let ran = valgrind.args(command.get_args()).env("RAYON_NUM_THREADS", "1").output().ok()?;
    let told = String::from_utf8_lossy(&ran.stderr).into_owned();
    let count = told.lines().find_map(|line| line.split_once("Collected : "))?.1.trim().parse::<f64>().ok()?;
    Some(count / 1e9)
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
