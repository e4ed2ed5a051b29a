//! Comparing two revisions of 100,000 seats in 100 files, with one seat in a hundred changed, against reading
//! both; and a thousand removed seats against a thousand new ones.
//!
//! `cargo bench --bench diff` prints seconds on the clock and, in brackets, of the processors, which other work on
//! the machine disturbs less; and ratios. `SEATS=1000000` takes another size.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use rightseat::check::{AsOf, Claimed, Judged, Level, Norms};
use rightseat::diff::{Renames, diff};
use rightseat::load::{Loaded, discover, load};
use rightseat::model::{Chart, Date};
use rightseat::read::{self, Input};
use rightseat::report::{Compared, Look, diff_text};
use rightseat::text::Sources;

const ROUNDS: usize = 5;

fn main() {
    let seats: usize = std::env::var("SEATS").ok().and_then(|seats| seats.parse().ok()).unwrap_or(100_000);
    let folders = [tempfile::tempdir(), tempfile::tempdir()].map(|folder| folder.expect("a folder can be made"));
    generate(folders[0].path(), seats, false);
    generate(folders[1].path(), seats, true);
    let read = || folders.each_ref().map(|folder| load_one(folder.path()));
    let reading = best(|| drop(read()));
    let [old, new] = read();
    let whole = best(|| {
        let [old, new] = read();
        assert!(compare(&old, &new).len() > 1000);
    });
    let rest = best(|| drop(compare(&old, &new)));
    println!("{seats} seats, one in a hundred changed");
    reading.print("reading both");
    rest.print("graphs, rules, diff, words");
    diff_alone(&old, &new).print("of that the diff");
    whole.print("the whole command");
    let ratio = |one: Duration, other: Duration| one.as_secs_f64() / other.as_secs_f64();
    println!(
        "whole against reading      {:.2} ({:.2})",
        ratio(whole.clock, reading.clock),
        ratio(whole.processors, reading.processors)
    );
    for count in [1000, 10_000] {
        let (old, new) = (unlike(count, "old"), unlike(count, "new"));
        let time = best(|| {
            let sources = Sources::new();
            let claimed = |chart| Claimed {
                name: "",
                key: "",
                at_revision: false,
                revisions: 1,
                sources: &sources,
                chart,
                defects: &[],
            };
            let [old, new] = [&old, &new].map(|chart| Judged::new(claimed(chart), &Norms::default(), today()));
            assert!(diff(&old, &new, Renames::default()).changes.len() >= count);
        });
        time.print(&format!("{count} removed, {count} added"));
    }
}

fn today() -> AsOf {
    AsOf::Day(Date::parse("2026-10-20").expect("a day"))
}

fn load_one(folder: &Path) -> Loaded {
    let charts = discover(folder, folder).expect("there is a chart");
    load(&charts[0]).expect("it can be read")
}

/// Everything after reading, as the command does it.
fn compare(old: &Loaded, new: &Loaded) -> String {
    let norms = Norms::default();
    let (old, new) = rayon::join(|| old.judged(&norms, today()), || new.judged(&norms, today()));
    let diff = diff(&old, &new, Renames::default());
    let compared = Compared { old: &old, new: &new, diff: &diff, lowest: Level::Warning };
    diff_text(&compared, Look { color: false, width: 80, lowest: Level::Warning })
}

fn diff_alone(old: &Loaded, new: &Loaded) -> Taken {
    let [old, new] = [old, new].map(|loaded| loaded.judged(&Norms::default(), today()));
    best(|| assert!(!diff(&old, &new, Renames::default()).is_empty()))
}

/// What a run takes.
struct Taken {
    clock: Duration,
    processors: Duration,
}

impl Taken {
    fn print(&self, what: &str) {
        println!("{what:26} {:.3} s ({:.2} s)", self.clock.as_secs_f64(), self.processors.as_secs_f64());
    }
}

fn best(mut run: impl FnMut()) -> Taken {
    let time = |_| {
        let (start, before) = (Instant::now(), processors());
        run();
        (start.elapsed(), processors().saturating_sub(before))
    };
    let rounds: Vec<_> = (0..ROUNDS).map(time).collect();
    let least = |times: &dyn Fn(&(Duration, Duration)) -> Duration| rounds.iter().map(times).min();
    let [clock, processors] = [least(&|taken| taken.0), least(&|taken| taken.1)];
    Taken { clock: clock.expect("there are rounds"), processors: processors.expect("there are rounds") }
}

/// What this process has had of the processors, where the system says so: Linux counts hundredths of a second.
fn processors() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(") ").next().unwrap_or_default().split(' ').skip(11).take(2);
    Duration::from_millis(10 * fields.filter_map(|ticks| ticks.parse::<u64>().ok()).sum::<u64>())
}

/// A chart of seats that have something in common with all others, and all of whose ids are its own.
fn unlike(count: usize, of: &str) -> Chart {
    let mut text = String::from("seats:\n");
    for n in 0..count {
        let (matter, place) = (n % 37, n % 53);
        writeln!(
            text,
            "  {of}-{n}: {{title: Head of Matter {matter}, responsibilities: [Answer for {of} {n}, Keep list {place}]}}"
        )
        .expect("a string takes all");
    }
    let mut sources = Sources::new();
    let source = sources.add("chart.yaml", text).expect("it is small");
    read::chart(&sources, &[Input { source, is_main: true, unread: None }]).0
}

/// Writes a sound chart, seven reports a manager; in the later one every hundredth seat has another owner, manager,
/// title or id, or is gone, by turns.
fn generate(folder: &Path, seats: usize, is_later: bool) {
    let revision = if is_later { "2026-Q4" } else { "2026-Q3" };
    let header = format!("rightseat: 1\norganization: Large\nrevision: {revision}\nreviewed: 2026-10-06\n");
    fs::write(folder.join("chart.yaml"), header).expect("a file can be written");
    for (file, first) in (0..seats).step_by(1000).enumerate() {
        let mut text = String::from("people:\n");
        let range = first..(first + 1000).min(seats);
        for n in range.clone() {
            writeln!(text, "  person-{n}: Given{n} Family{n}").expect("a string takes all");
        }
        text += "seats:\n";
        for n in range.clone() {
            // Leaves of the tree, so that nothing hangs on what is renamed or gone.
            let turn = if is_later && n % 100 == 99 && n > seats / 7 + 1 { n / 100 % 5 } else { 9 };
            let (owner, manager) = (if turn == 0 { (n + 7) % seats } else { n }, n.saturating_sub(1) / 7);
            let manager = if turn == 1 { (manager + 3) % (seats / 7) } else { manager };
            if turn == 4 {
                continue;
            }
            let id = if turn == 3 { "renamed" } else { "seat" };
            let title = if turn == 2 { "Chief" } else { "Head" };
            writeln!(text, "  {id}-{n}:\n    title: {title} of Matter {n}").expect("a string takes all");
            if n > 0 {
                writeln!(text, "    reports_to: seat-{manager}").expect("a string takes all");
            }
            writeln!(text, "    owner: person-{owner}\n    backup: person-{}\n    responsibilities:", (n + 1) % seats)
                .expect("a string takes all");
            writeln!(text, "      - Answer for matter {n}\n      - Keep list {n}\n      - Report on {n} each week")
                .expect("a string takes all");
        }
        text += "priorities:\n";
        for n in range.filter(|n| n % 10 == 0) {
            writeln!(text, "  do-{n}: {{title: Finish thing {n}, owner: seat-{n}, effort: 0.2, due: 2026-12-15}}")
                .expect("a string takes all");
        }
        fs::write(folder.join(format!("part-{file:04}.yaml")), text).expect("a file can be written");
    }
}
