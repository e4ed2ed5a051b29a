//! What a picture says: the words of every box, decided from a chart, its norms and its changes, without any place.
//!
//! `cards`, `changes`, `scope`, `strip`, `strategy/` and `web/` know a chart; their result is plain words, which
//! `layout` places.

mod badge;
mod card;
mod cards;
mod changes;
mod clean;
mod content;
mod diagram;
mod earlier;
mod functions;
mod scope;
mod strategy;
mod strip;
mod web;

pub use badge::{Badge, ChangeKind};
pub use card::{Card, Changed, Continuation, Fate, Holder, Picture};
pub(crate) use cards::holder;
pub use cards::{MOST_INITIALS, picture};
pub use changes::with_changes;
pub(crate) use clean::clean;
pub use content::{Content, Field};
pub use diagram::{Diagram, DiagramBox, DiagramLook, Flow, Link, LinkLook};
pub use earlier::{Earlier, Stood};
pub use scope::{Part, Scope, scope};
pub use strategy::{Node, NodeKind, NodeState, Strategy, Tie, TieKind, strategy};
pub use strip::{Bar, BarChart, Strip, strip};
pub use web::{Web, WebBox, WebLine, WebLook, WebView, dependencies, matrix, web_pages};
