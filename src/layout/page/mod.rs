//! From cards to pages: which seats stand on each, what surrounds them, and the finished scene.

mod body;
mod departments;
mod draw;
mod frame;
mod groups;
mod legend;
mod overview;
mod pages;
mod parts;
mod size;
mod strip;

pub use body::Body;
pub use draw::{draw, draw_tidy};
pub use pages::{Drawn, draw_pages, pages};
pub use size::Page;
pub use strip::strip_scene;
