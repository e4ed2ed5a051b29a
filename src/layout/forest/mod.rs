//! Where the boxes of a forest stand, and the lines between them; of a box it is known how large it is.

mod block;
pub(super) mod dotted;
pub(super) mod fit;
pub(super) mod list;
mod placed;
pub(super) mod tidy;
mod tree;

pub(super) use block::{Block, blocks};
use block::{level, upright};
pub(super) use placed::Placed;
pub use tidy::Levels;
pub(super) use tree::Tree;
use tree::index;
