//! Where the boxes of a forest are, and the lines between them; the sizes of the boxes are given.

mod block;
mod choice;
pub(super) mod dotted;
mod fit;
mod list;
mod placed;
mod tidy;
mod tree;
mod units;

pub(super) use choice::{Aim, Chosen, Ground, choose};
pub(super) use fit::{BESIDE_PANEL, Demand, Markers, homes, scale};
pub(super) use placed::{Department, Panel, Trail};
pub use tidy::Levels;
pub(super) use tree::Tree;
pub(super) use units::{Measured, Units};
