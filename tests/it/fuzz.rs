//! What the fuzzers in `fuzz/` ask of every input, asked of their corpus and of inputs made from it. Which inputs are
//! tried is the same on every machine; `RIGHTSEAT_FUZZ_CASES` says how many for each of them.

#[allow(unreachable_pub, reason = "there it is a library")]
#[path = "../../fuzz/src/lib.rs"]
mod bodies;

use std::fs;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;

use crate::support::project;

/// As many inputs are made for each fuzzer where nobody asks for more.
const CASES: u64 = 40;

/// Random letters that go into the making of one input.
const SIZE: u64 = 512;

/// Put in where an input is changed.
const WORDS: [&str; 24] = [
    "\n",
    "  ",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "#",
    "|\n",
    "&x ",
    "*x",
    "!t ",
    "\t",
    "\r",
    "---\n",
    "~",
    "\u{feff}",
    "\u{202e}",
    "\n=====\n",
    "\ncommit\n",
    "\nrun check .\n",
];

fn corpus(fuzzer: &str) -> Vec<Vec<u8>> {
    let folder = project().join("fuzz/corpus").join(fuzzer);
    let files = fs::read_dir(folder).expect("each fuzzer has a corpus");
    let mut paths: Vec<_> = files.map(|file| file.expect("it can be read").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("it can be read")).collect()
}

/// One of the seeds with some cuts, repetitions and words put in.
fn changed(u: &mut Unstructured<'_>, seeds: &[Vec<u8>]) -> Result<Vec<u8>> {
    let mut bytes = u.choose(seeds)?.clone();
    for _ in 0..u.int_in_range(1..=6)? {
        let from = u.int_in_range(0..=bytes.len())?;
        let to = u.int_in_range(from..=bytes.len().min(from + 40))?;
        let put = match u.int_in_range(0..=4)? {
            0 => Vec::new(),
            1 => bytes[from..to].repeat(2),
            2 => vec![u.arbitrary()?],
            3 => {
                let other = u.choose(seeds)?;
                let start = u.int_in_range(0..=other.len())?;
                other[start..other.len().min(start + 60)].to_vec()
            }
            _ => u.choose(&WORDS)?.as_bytes().to_vec(),
        };
        bytes.splice(from..to, put);
    }
    Ok(bytes)
}

fn try_all(fuzzer: &str, body: fn(&[u8])) {
    let seeds = corpus(fuzzer);
    assert!(seeds.len() >= 3, "{fuzzer}");
    for seed in &seeds {
        body(seed);
    }
    let asked = std::env::var("RIGHTSEAT_FUZZ_CASES").map(|cases| cases.parse().expect("it is a number"));
    for case in 0..asked.unwrap_or(CASES) {
        // A failure names the seed of its input, whose lower half is the size.
        let property = |u: &mut Unstructured<'_>| {
            let input = changed(u, &seeds)?;
            body(&input);
            Ok(())
        };
        arbtest(property).seed((case << 32) | SIZE).run();
    }
}

#[test]
fn any_text_is_read_checked_told_and_drawn() {
    try_all("chart", bodies::chart);
}

#[test]
fn any_table_becomes_a_chart_or_says_why_not() {
    try_all("table", bodies::table);
}

#[test]
fn any_diagram_becomes_a_chart_or_says_why_not() {
    try_all("diagram", bodies::diagram);
}

#[test]
fn any_two_texts_are_compared() {
    try_all("pair", bodies::pair);
}

#[test]
fn any_folder_or_repository_is_read_and_left_as_it_was() {
    try_all("story", bodies::story);
}
