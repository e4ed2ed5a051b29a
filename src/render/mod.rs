//! Turns scenes into bytes, and nothing else: every decision about places was made in `layout`.

mod colour;
mod dom_id;
mod dot;
mod drawing;
mod mermaid;
pub(crate) mod package;
mod pdf;
mod png;
mod slides;
mod svg;
mod theme;
mod value;
pub(crate) mod xml;

pub use colour::Colour;
pub use dom_id::{Naming, seat_fragment};
pub use dot::dot;
pub use drawing::{Drawing, Fonts};
pub use mermaid::mermaid;
pub use pdf::{pdf, pdf_sheets};
pub use png::{Resolution, png};
pub use slides::pptx;
pub use svg::{svg, svg_parts};
pub use theme::{Outline, Paint, Theme, Width};
