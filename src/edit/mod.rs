//! From what somebody wants of a chart to the bytes of its files that change, with proof that nothing else does.
//!
//! An [`Intent`] means exact claims; claims become splices; the result is read again, and must differ from the
//! chart before in exactly those claims. What can't be proven is a [`Refusal`], and nothing is edited.
//!
//! Pure: texts come in and texts go out; `load` writes them.
//!
//! ```
//! use rightseat::check::{AsOf, Claimed, Judged, Norms};
//! use rightseat::edit::{Intent, plan};
//! use rightseat::model::Date;
//! use rightseat::read::{self, Input};
//! use rightseat::text::Sources;
//!
//! let mut sources = Sources::new();
//! let text = "people: {ana: Ana, ben: Ben}\nseats:\n  ceo:\n    title: Chief\n    owner: ana   # since May\n";
//! let source = sources.add("chart.yaml", text.to_owned()).expect("it is small");
//! let inputs = [Input { source, is_main: true, unread: None }];
//! let (chart, defects) = read::chart(&sources, &inputs);
//! let (name, key) = ("chart.yaml", "chart.yaml");
//! let claimed =
//!     Claimed { name, key, at_revision: false, revisions: 1, sources: &sources, chart: &chart, defects: &defects };
//! let judged = Judged::new(claimed, &Norms::default(), AsOf::Day(Date::parse("2026-11-30")?));
//!
//! // What somebody wants, in the chart's terms: nothing is written, all of it is proven.
//! let fill = Intent::Fill { seat: "ceo".to_owned(), person: "ben".to_owned() };
//! let plan = plan(&claimed, &judged, &inputs, &[fill])?;
//! let now = plan.sources.files()[0].text();
//! assert_eq!(now, text.replace("owner: ana", "owner: ben"));
//! assert_eq!((plan.meant.len(), plan.patches[0].splices.len()), (1, 1));
//!
//! // What follows: the chart that would be, judged like the one before.
//! let after = plan.judged(&judged);
//! let seat = after.graph.find_seat("ceo").expect("it is still there");
//! assert_eq!(seat.claims().owner[0].value.as_str(), "ben");
//!
//! // What can't be done is refused, and says why.
//! let close = Intent::Close { seat: "cto".to_owned(), to: None };
//! let refused = rightseat::edit::plan(&claimed, &judged, &inputs, &[close]).expect_err("there is no such seat");
//! assert_eq!(refused.to_string(), "there is no seat `cto`: did you mean `ceo`?");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod draft;
mod files;
mod fix;
mod home;
mod intent;
mod keys;
mod lower;
mod mistakes;
mod next;
mod plan;
mod prove;
mod refusal;
mod splice;
mod window;
mod yaml;

pub use fix::{Fixed, GUESSED, Mend, Offer, fix, offers};
pub use intent::Intent;
pub use keys::{refers_to, written_keys};
pub use next::{Rollover, next};
pub use plan::{Patch, Plan, plan};
pub use refusal::Refusal;
pub use yaml::Splice;
