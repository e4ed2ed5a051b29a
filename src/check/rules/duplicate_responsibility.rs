//! `duplicate-responsibility`: the same responsibility in two seats.

use crate::phrase::{listed, quoted, say};
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use compact_str::CompactString;

use super::words::SHOWN;

use crate::graph::SeatView;
use crate::model::{Chart, Entries, Seat, Text, repeated};
use crate::text::Spanned;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("duplicate-responsibility"),
    summary: "the same responsibility in two seats",
    pillar: Pillar::Structure,
    level: Level::Warning,
    docs: include_str!("duplicate_responsibility.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let graph = context.graph;
    let all = All::of(graph.chart());
    let mut shared: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, first) in repeated(all.seat_of.len(), |at| Some(ByLetters(all.get(at).value.as_str()))) {
        shared.entry(first).or_insert_with(|| vec![first]).push(at);
    }
    for places in shared.into_values() {
        let claim = |at| {
            let text = all.get(at);
            Some(Claimed { seat: graph.seat_answering_at(text.span())?, text })
        };
        let claims: Vec<Claimed<'_>> = places.into_iter().filter_map(claim).collect();
        if context.waivers.all().is_empty() {
            tell(claims, findings);
            continue;
        }
        // A waiver in one seat accepts what that seat claims, and no more.
        let is_waived = |claim: &Claimed<'_>| context.waivers.accepts(&RULE, &claim.seat.into());
        let (waived, open): (Vec<_>, Vec<_>) = claims.iter().partition(|claim| is_waived(claim));
        if open.len() < 2 {
            tell(claims, findings);
            continue;
        }
        for one in waived {
            tell(vec![open[0], one], findings);
        }
        tell(open, findings);
    }
}

/// A responsibility where a seat claims it.
#[derive(Clone, Copy)]
struct Claimed<'g> {
    seat: SeatView<'g>,
    text: &'g Spanned<Text>,
}

/// One finding for all who claim one responsibility, in whatever order they stand.
fn tell(mut claims: Vec<Claimed<'_>>, findings: &mut Findings<'_>) {
    claims.sort_by_key(|claim| (claim.seat.id(), claim.text.span()));
    let Some(&main) = claims.iter().max_by_key(|claim| claim.text.span()) else { return };
    let mut seats: Vec<SeatView<'_>> = claims.iter().map(|claim| claim.seat).collect();
    seats.dedup();
    let others: Vec<SeatView<'_>> = seats.iter().copied().filter(|seat| *seat != main.seat).collect();
    let whose = match (others.len(), claims.len()) {
        (0, 2) => "twice".into(),
        (0, count) => say![count, " times"],
        (1, _) => say!["and so does ", others[0]],
        _ => say!["and so do ", listed(&others, SHOWN)],
    };
    let mut finding = findings
        .at(main.text.span(), say![main.seat, " answers for ", quoted(&main.text.value), ", ", whose])
        .count(claims.len())
        .help("let one seat answer for it, or say which part is whose");
    for claim in claims.iter().filter(|claim| claim.text.span() != main.text.span()).take(SHOWN) {
        finding = finding.other(claim.text.span(), "also here");
    }
    // Two claims of one seat are about that seat twice.
    if let [only] = seats.as_slice() {
        finding = finding.on(*only);
    }
    for seat in seats {
        finding = finding.on(seat);
    }
    drop(finding);
}

/// The responsibilities of all seats in one row, without a list of them.
struct All<'c> {
    seats: &'c Entries<Seat>,
    /// The seat of each, and where among all those of a seat begin.
    seat_of: Vec<u32>,
    starts: Vec<u32>,
}

impl<'c> All<'c> {
    fn of(chart: &'c Chart) -> Self {
        let seats = &chart.seats.entries;
        let total = seats.iter().map(|seat| seat.responsibilities.len()).sum();
        let mut all = Self { seats, seat_of: Vec::with_capacity(total), starts: Vec::with_capacity(seats.len()) };
        for (seat, place) in seats.iter().zip(0..) {
            all.starts.push(u32::try_from(all.seat_of.len()).expect("what 4 GiB hold is counted in 32 bits"));
            all.seat_of.extend(seat.responsibilities.iter().map(|_| place));
        }
        all
    }

    fn get(&self, at: usize) -> &'c Spanned<Text> {
        let seat = self.seat_of[at] as usize;
        &self.seats[seat].responsibilities[at - self.starts[seat] as usize]
    }
}

/// The letters and digits of a text: case, space and punctuation make no other responsibility. A text
/// without any stays unchanged.
pub(crate) fn letters(text: &str) -> CompactString {
    let mut letters = String::with_capacity(text.len());
    each_letter(text, |letter| letters.push(letter));
    if letters.is_empty() { text.into() } else { letters.into() }
}

fn each_letter(text: &str, mut take: impl FnMut(char)) {
    for c in text.chars() {
        if c.is_ascii() {
            let letter = ASCII_LETTERS[c as usize];
            if letter != 0 {
                take(letter.into());
            }
        } else if c.is_alphanumeric() {
            c.to_lowercase().for_each(&mut take);
        }
    }
}

/// The letter or digit that each byte of ASCII stands for; 0 where it is none.
static ASCII_LETTERS: [u8; 128] = {
    let mut letters = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            letters[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    letters
};

/// A text that is known by its letters, which are only written down where two may be the same.
struct ByLetters<'t>(&'t str);

impl PartialEq for ByLetters<'_> {
    fn eq(&self, other: &Self) -> bool {
        letters(self.0) == letters(other.0)
    }
}

impl Eq for ByLetters<'_> {}

impl Hash for ByLetters<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let mut letters = Letters { bytes: [0; ROOM], filled: 0, state };
        if self.0.is_ascii() {
            self.0.bytes().for_each(|byte| letters.add_ascii(ASCII_LETTERS[byte as usize]));
        } else {
            each_letter(self.0, |letter| letters.add(letter));
        }
        letters.finish();
    }
}

/// How many bytes of letters are hashed together.
const ROOM: usize = 64;

/// Letters on their way into a hash: the same ones come in the same portions, whatever stood between them.
struct Letters<'h, H> {
    bytes: [u8; ROOM],
    filled: usize,
    state: &'h mut H,
}

impl<H: Hasher> Letters<'_, H> {
    fn add(&mut self, letter: char) {
        self.make_room(letter.len_utf8());
        self.filled += letter.encode_utf8(&mut self.bytes[self.filled..]).len();
    }

    /// Adds a letter of ASCII; 0 is none. Without a branch, since which bytes are letters can't be foreseen.
    #[inline]
    fn add_ascii(&mut self, letter: u8) {
        self.make_room(usize::from(letter != 0));
        if let Some(next) = self.bytes.get_mut(self.filled) {
            *next = letter;
        }
        self.filled += usize::from(letter != 0);
    }

    #[inline]
    fn make_room(&mut self, length: usize) {
        if self.filled + length > ROOM {
            self.state.write(&self.bytes[..self.filled]);
            self.filled = 0;
        }
    }

    fn finish(self) {
        self.state.write(&self.bytes[..self.filled]);
    }
}

#[cfg(test)]
mod tests {
    use std::hash::BuildHasher;

    use super::{ByLetters, letters};

    #[test]
    fn texts_of_the_same_letters_are_the_same_whatever_stands_between() {
        let hash = foldhash::fast::FixedState::with_seed(7);
        for length in 1..150 {
            let plain = "Aa7".repeat(length);
            let signs: String = plain.chars().flat_map(|letter| [letter, '–', ' ', '.']).collect();
            assert_eq!(letters(&plain), letters(&signs), "{length}");
            assert_eq!(hash.hash_one(ByLetters(&plain)), hash.hash_one(ByLetters(&signs)), "{length}");
        }
    }
}
