//! Outputs, written whole or not at all.
//!
//! A file or a folder is made beside its place, synced, and moved there in one step. `steps` holds every change to the
//! disk that the program can make; whatever else writes goes through it.

mod file;
mod folder;
mod guard;
mod place;
mod replace;
mod standing;
mod steps;
mod temporary;

pub use file::{Output, write_files};
pub use folder::{Folder, write_folder};
pub use guard::Guard;
pub use replace::{bring_back, left_behind, let_go, replace_texts};
pub use standing::{Standing, standing};
pub use steps::{Step, Steps};
