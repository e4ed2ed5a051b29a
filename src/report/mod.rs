//! Findings and reviews in words and in machine formats.

mod card;
mod concise;
mod diff;
mod edit;
mod explain;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod markup;
mod page;
mod ranked;
mod review;
mod sarif;
mod summary;
mod trend;

use crate::check::{Judged, Level};
use crate::edit::Offer;
use crate::phrase::Page;

pub use card::{Past, cards, hits};
pub use concise::concise;
pub use diff::{Compared, diff_json, diff_markdown, diff_text};
pub use edit::{Edited, edit_json, edit_patch, edit_text, patch, undo};
pub use explain::{rule_index, rule_list, rule_page};
pub use github::github;
pub use gitlab::gitlab;
pub use human::{Look, human};
pub(crate) use json::document;
pub use json::json;
pub use junit::junit;
pub use review::{PACKET_TITLE, Subject, review_json, review_markdown, review_page, review_text};
pub use sarif::{sarif, sarif_cut};
pub use summary::summary;
pub use trend::{trend_csv, trend_json, trend_table};

/// A file's path as machines know it: they have the files of the repository, whatever revision was checked.
fn in_repository<'p>(checked: &Judged<'_>, path: &'p str) -> &'p str {
    path.split_once(':').filter(|_| checked.at_revision).map_or(path, |(_, path)| path)
}

/// Everything that one run checked.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// The charts.
    pub charts: &'a [Judged<'a>],
    /// What can be mended in each, in their order; nothing where nobody asked.
    pub offers: &'a [Vec<Offer>],
    /// In what people read, findings below this level are only counted.
    pub lowest: Level,
    /// The lowest level of findings that fails the run.
    pub failing: Level,
    /// Why some charts could not be checked.
    pub trouble: &'a [String],
    /// In what people read, this many findings of one rule are shown.
    pub most: usize,
}

impl<'a> Run<'a> {
    /// The charts with what can be mended in them.
    fn mendable(self) -> impl Iterator<Item = (&'a Judged<'a>, &'a [Offer])> {
        let offers = self.offers.iter().map(Vec::as_slice).chain(std::iter::repeat(&[][..]));
        self.charts.iter().zip(offers)
    }
}

/// What is offered for a finding, by its place.
fn offer_for(offers: &[Offer], finding: usize) -> Option<&Offer> {
    offers.binary_search_by_key(&finding, |offer| offer.finding).ok().map(|at| &offers[at])
}

/// What a command tells people, for a terminal of this many columns.
#[must_use]
pub fn page_text(page: &Page, width: usize, color: bool) -> String {
    page::terminal(page, width, color)
}

/// A number and its noun.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
