//! How large pictures come out on a slide, and how long they take.
//!
//! `cargo bench --bench picture` prints the size of 50 seats on one 1920 × 1080 page, seconds for up to 500,000 seats and
//! a chain of 100,000, and, where `dot` is installed, what both whole programs take of the processor for 5,000 seats.

use std::fmt::Write as _;
use std::process::Command;
use std::time::{Duration, Instant};

use rightseat::layout::{Area, Arrangement, GroupKind, Levels, Options, Scene, TextRole, draw};
use rightseat::picture::{Card, Holder, Picture};
use rightseat::render::{Theme, svg};

const ROUNDS: usize = 5;
const TITLES: [&str; 8] = [
    "Head of Sales",
    "Support Desk Lead",
    "Firmware Engineer",
    "Supply and Planning Lead",
    "Key Accounts",
    "Quality Engineer",
    "Head of Customer Success",
    "Field Engineer North",
];
const RESPONSIBILITIES: [&str; 12] = [
    "Yearly plan and its budget",
    "Hiring and training",
    "Answers within one working day",
    "Stock counts",
    "Cause and cure of returned kits",
    "Renewal of service plans",
    "Price list",
    "Installation and first test on site",
    "Accident reports",
    "Dealings with the notified body",
    "Tools and fixtures",
    "Quotes, orders and changes to orders",
];

fn main() {
    println!("50 seats on 1920 × 1080, spans of 3 to 9; responsibilities, and the page that boxes cover:");
    for (name, few) in [("up to five each, 2.5 on average", true), ("exactly five each", false)] {
        for (arrangement, layout) in
            [(Arrangement::Fit, "fit"), (Arrangement::Tidy(Levels::Aligned), "tidy"), (Arrangement::Column, "column")]
        {
            let scene = draw(&picture(50, few), &Options { arrangement, ..Options::default() });
            println!("  {layout:6} {name:32} {:5.2} px  {:2} %", body_size(&scene), covered(&scene));
        }
    }
    println!("Layout and SVG of one page, fastest of {ROUNDS}:");
    let mut seconds = Vec::new();
    for seats in [50, 500, 5_000, 50_000, 500_000] {
        let picture = picture(seats, true);
        let took = best(if seats > 50_000 { 2 } else { ROUNDS }, || {
            drop(svg(&draw(&picture, &Options::default()), &Theme::light()));
        });
        println!("  {seats:7} seats   {:8.4} s", took.as_secs_f64());
        seconds.push(took.as_secs_f64());
    }
    println!("  500,000 took {:.1} times as long as 50,000", seconds[4] / seconds[3]);
    let chain = Picture {
        cards: (0..100_000_usize).map(|seat| card(seat, seat.checked_sub(1), 2)).collect(),
        ..Picture::default()
    };
    let took = best(2, || drop(svg(&draw(&chain, &Options::default()), &Theme::light())));
    println!("  chain of 100,000 {:5.2} s", took.as_secs_f64());
    let folder = tempfile::tempdir().expect("a folder");
    let crowd = picture(5_000, true);
    // Not `chart.yaml`, whose earlier revisions would be looked for beside its folder, among whatever lies there.
    let (chart, graph) = (folder.path().join("crowd.yaml"), folder.path().join("crowd.dot"));
    std::fs::write(&chart, yaml(&crowd)).expect("it can be written");
    std::fs::write(&graph, dot(&crowd)).expect("it can be written");
    let program = env!("CARGO_BIN_EXE_rightseat").to_owned();
    let named = |path: &std::path::Path| path.to_string_lossy().into_owned();
    let ours = [
        program,
        "render".to_owned(),
        named(&chart),
        "-o".to_owned(),
        "-".to_owned(),
        "--min-font".to_owned(),
        "0".to_owned(),
    ];
    let theirs = ["dot".to_owned(), "-Tsvg".to_owned(), named(&graph)];
    match (processor(&ours), processor(&theirs)) {
        (Some(ours), Some(theirs)) => {
            println!(
                "5,000 seats, user and system time of the whole: {ours:.3} s; dot {theirs:.2} s, {:.0} times as long",
                theirs / ours
            );
        }
        (Some(ours), None) => {
            println!("5,000 seats, user and system time of the whole: {ours:.3} s; dot is not installed");
        }
        _ => println!("5,000 seats: nothing could be measured"),
    }
}

/// The size of responsibilities on the page.
fn body_size(scene: &Scene) -> f64 {
    let mut marks = scene.groups.iter().flat_map(|group| &group.marks);
    let size = |mark: &rightseat::layout::Mark| match mark {
        rightseat::layout::Mark::Text(text) if text.role == TextRole::Responsibility => Some(text.size),
        _ => None,
    };
    marks.find_map(size).map_or(0.0, |size| hundredths(size) / 100.0)
}

/// How much of the page boxes cover, in per cent.
fn covered(scene: &Scene) -> i64 {
    let area = |kind: &GroupKind| match kind {
        GroupKind::Seat { area: Area { size, .. }, .. } => size.width.in_hundredths() * size.height.in_hundredths(),
        _ => 0,
    };
    let boxes: i64 = scene.groups.iter().map(|group| area(&group.kind)).sum();
    boxes * 100 / (scene.size.width.in_hundredths() * scene.size.height.in_hundredths())
}

#[expect(clippy::cast_precision_loss, reason = "pixels for people to read")]
fn hundredths(length: rightseat::layout::Px) -> f64 {
    length.in_hundredths() as f64
}

/// A tree with spans of 3 to 9, level by level.
fn picture(seats: usize, few: bool) -> Picture {
    let mut cards = vec![card(0, None, 3)];
    let mut parent = 0;
    let mut left = 6;
    while cards.len() < seats {
        if left == 0 {
            parent += 1;
            left = 3 + parent * 5 % 7;
        }
        left -= 1;
        let seat = cards.len();
        cards.push(card(seat, Some(parent), if few { [1, 2, 5, 2, 3, 2][seat % 6] } else { 5 }));
    }
    Picture { title: "Fifty seats".to_owned(), subtitle: "2026-Q4".to_owned(), cards, ..Picture::default() }
}

fn card(seat: usize, parent: Option<usize>, responsibilities: usize) -> Card {
    let responsibility = |at: usize| RESPONSIBILITIES[(seat * 7 + at * 5) % RESPONSIBILITIES.len()].to_owned();
    Card {
        id: seat.to_string(),
        title: TITLES[seat * 3 % TITLES.len()].to_owned(),
        holder: Holder::Owner("Chiara Bianchi".to_owned()),
        responsibilities: (0..responsibilities).map(responsibility).collect(),
        parent,
        ..Card::default()
    }
}

fn best(rounds: usize, mut run: impl FnMut()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..rounds).map(time).min().expect("there are rounds")
}

/// The fewest seconds of the processor that a program takes in five runs, its own and the system's.
fn processor(command: &[String]) -> Option<f64> {
    let script = "TIMEFORMAT='%U %S'; time \"$@\" 2> /dev/null > /dev/null";
    let run = || {
        let ran = Command::new("bash").args(["-c", script, "bash"]).args(command).output().ok()?;
        let told = String::from_utf8(ran.stderr).ok()?;
        let seconds = told.split_whitespace().map(|part| part.parse::<f64>().ok()).sum::<Option<f64>>();
        seconds.filter(|_| ran.status.success())
    };
    (0..5).map(|_| run()).collect::<Option<Vec<f64>>>()?.into_iter().reduce(f64::min)
}

/// The same boxes for `dot`.
fn dot(picture: &Picture) -> String {
    let mut graph = String::from("digraph { node [shape=box]\n");
    for (seat, card) in picture.cards.iter().enumerate() {
        let words = card.responsibilities.join("\\l");
        writeln!(graph, "s{seat} [label=\"{}\\n{words}\"]", card.title).expect("a string takes everything");
        if let Some(parent) = card.parent {
            writeln!(graph, "s{parent} -> s{seat}").expect("a string takes everything");
        }
    }
    graph.push_str("}\n");
    graph
}

/// The same boxes as a chart.
fn yaml(picture: &Picture) -> String {
    let mut chart = String::from("organization: Large\nrevision: 2026-Q4\npeople: {chiara: Chiara Bianchi}\nseats:\n");
    for (seat, card) in picture.cards.iter().enumerate() {
        let manager = card.parent.map_or(String::new(), |parent| format!("    reports_to: s{parent}\n"));
        let duties: String =
            card.responsibilities.iter().fold(String::new(), |all, duty| format!("{all}      - {duty}\n"));
        writeln!(
            chart,
            "  s{seat}:\n    title: {}\n    owner: chiara\n{manager}    responsibilities:\n{duties}",
            card.title
        )
        .expect("a string takes everything");
    }
    chart
}
