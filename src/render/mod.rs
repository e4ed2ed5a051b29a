//! Turns scenes into bytes, and nothing else: every decision about places was made in `layout`.

mod colour;
mod dom_id;
mod dot;
#[cfg(feature = "picture")]
mod drawing;
mod mermaid;
pub(crate) mod package;
#[cfg(feature = "picture")]
mod pdf;
#[cfg(feature = "picture")]
mod png;
mod slides;
mod svg;
#[cfg(feature = "picture")]
mod tags;
mod theme;
mod value;
pub(crate) mod xml;

pub use colour::Colour;
pub use dom_id::{Naming, fragment};
pub use dot::dot;
#[cfg(feature = "picture")]
pub use drawing::{Drawing, Fonts};
pub use mermaid::mermaid;
#[cfg(feature = "picture")]
pub use pdf::{pdf, pdf_sheets, pdf_title};
#[cfg(feature = "picture")]
pub use png::{Resolution, png};
pub use slides::{About, deck, deck_title, pptx};
pub use svg::{svg, svg_parts};
pub use theme::{Outline, Paint, Theme, Width};
