//! Safe mends: where a chart says what was evidently meant in words that can't be read, those words are put right.
//!
//! A mend is kept only if the chart, read again, no longer has that mistake and has no new one, differs only in the
//! entry that was mended, and still has all its comments. Anything less certain is left to people.

mod attempt;
mod find;
mod offers;
mod pieces;
mod place;
mod removed;
mod waivers;

use crate::check::{AsOf, Claimed, Judged, Norms, Rule};
use crate::model::Date;
use crate::read::{self, Input};
use crate::text::Sources;

use super::plan::Patch;
use attempt::{State, kept, round};
pub use offers::{Offer, offers};
use pieces::Pieces;

/// After this many rounds, what is left is left.
const ROUNDS: usize = 10;

/// The rules whose likely mends can be made, too, on request.
pub const GUESSED: [&str; 3] = ["unknown-reference", "invalid-value", "unused-waiver"];

/// One thing that was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The rule that found it.
    pub rule: &'static str,
    /// The file.
    pub path: String,
    /// The line, in the text that the mend was made on.
    pub line: usize,
    /// The old and the new text, in words.
    pub said: String,
}

/// A chart with what is safe to mend mended.
#[derive(Debug)]
pub struct Fixed {
    /// The texts, in the order and under the ids of those before.
    pub sources: Sources,
    /// What changes in which file.
    pub patches: Vec<Patch>,
    /// What was mended, in the order in which it was.
    pub mends: Vec<Mend>,
}

/// Mends a chart, in rounds: what one mend makes readable may show the next.
///
/// Of the rule that is given what is likely is mended too, where it is the one thing that can be offered: the nearest id,
/// a person's only seat where a seat is wanted, an owner rather than a vacancy beside it, the nearest rule that a waiver
/// may name. [`GUESSED`] has the rules for which there is such a thing.
///
/// A chart that can't be read to its end is not mended: nobody can tell what the rest of it says.
#[must_use]
pub fn fix(claimed: &Claimed<'_>, norms: &Norms, today: Date, inputs: &[Input], likely: Option<&Rule>) -> Fixed {
    let (chart, defects) = read::chart(claimed.sources, inputs);
    let copied = attempt::with(claimed.sources, |_| None);
    let mut mends = Vec::new();
    let mut pieces = Pieces::of(claimed.sources);
    let Some(sources) = copied else {
        // What was read once is not too large to be held again.
        return Fixed { sources: Sources::new(), patches: Vec::new(), mends };
    };
    let mut state = State { sources, chart, defects };
    for _ in 0..ROUNDS {
        if state.chart.is_partial {
            break;
        }
        let judged = Judged::new(state.claimed(claimed), norms, AsOf::Day(today));
        let (slips, blocked) = find::slips(&judged, inputs, likely);
        let next = kept(&state, inputs, slips).map(round).or_else(|| {
            // Whether a waiver is of use shows only where all that it could accept can be read.
            waivers::removed(&state, claimed, &judged, inputs, blocked)
        });
        let Some((next, splices, made)) = next else { break };
        pieces.splice(&splices);
        mends.extend(made);
        state = next;
    }
    Fixed { patches: pieces.patches(claimed.sources), sources: state.sources, mends }
}
