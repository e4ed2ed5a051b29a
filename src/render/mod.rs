//! Turns scenes into bytes, and nothing else: every decision about places was made in `layout`.

mod colour;
mod dom_id;
mod svg;
mod theme;
mod value;
mod xml;

pub use colour::Colour;
pub use svg::svg;
pub use theme::{Outline, Paint, Theme, Width};
