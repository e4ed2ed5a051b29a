//! Type-checks an organisation: accountability charts in YAML, with proof of who answers for what.
//!
//! The layers, in the order in which data flows: [`text`] → [`model`] → [`phrase`] → [`read`] → [`graph`] → [`check`] → [`diff`] →
//! [`edit`] → [`trend`] → [`review`] → [`picture`] → [`layout`] → [`render`] → [`report`] → [`exchange`] → [`page`] → [`config`] → [`load`] → [`cli`].
//! ARCHITECTURE.md says what each is for; a module uses only what stands to its left.
//!
//! The feature `cli` has the commands, and `picture` PNG and PDF; both are on, and who embeds the library can do without.
//!
//! [`open`] reads a chart, and [`judge`](load::Loaded::judge) proves what follows from it:
//!
//! ```
//! use rightseat::model::{Date, Noun};
//!
//! let chart = rightseat::open("charts/northwind")?;
//! let judged = chart.judge(Date::parse("2026-10-06")?);
//! for finding in &judged.outcome.findings {
//!     let place = chart.sources.place(finding.span);
//!     println!("{}:{}: {}[{}] {}", place.path, place.line, finding.level, finding.rule.id, finding.message);
//! }
//! let person = judged.graph.people().max_by_key(|person| person.total_load()).expect("somebody works there");
//! assert!(judged.graph.find(Noun::Person, person.id().as_str()).is_some());
//! # Ok::<(), rightseat::error::Error>(())
//! ```
//!
//! A text that is in no file is read by the layers below:
//!
//! ```
//! use rightseat::check::{AsOf, Claimed, Judged, Norms};
//! use rightseat::model::Date;
//! use rightseat::read::{self, Input};
//! use rightseat::text::Sources;
//!
//! let mut sources = Sources::new();
//! let text = "seats:\n  ceo: {title: CEO, owner: ana}\n";
//! let source = sources.add("chart.yaml", text.to_owned()).expect("it is small");
//! let (chart, defects) = read::chart(&sources, &[Input { source, is_main: true, unread: None }]);
//! let name = "chart.yaml";
//! let claimed = Claimed { name, key: name, at_revision: false, revisions: 1, sources: &sources, chart: &chart, defects: &defects };
//! let judged = Judged::new(claimed, &Norms::default(), AsOf::Day(Date::parse("2026-10-06")?));
//! let unknown = judged.outcome.findings.iter().find(|finding| finding.rule.id.as_str() == "unknown-reference");
//! assert_eq!(unknown.map(|finding| finding.message.plain()).as_deref(), Some("no person `ana`"));
//! # Ok::<(), rightseat::error::Error>(())
//! ```

pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
pub mod diff;
pub mod edit;
pub mod error;
pub mod exchange;
pub mod graph;
pub mod layout;
pub mod load;
pub mod model;
pub mod page;
pub mod phrase;
pub mod picture;
pub mod read;
pub mod render;
pub mod report;
pub mod review;
pub mod text;
pub mod trend;

pub use load::open;
