//! Type-checks an organisation: accountability charts in YAML, with proof of who answers for what.
//!
//! The layers, in the order in which data flows, are those of ARCHITECTURE.md:
//! [`text`] → [`model`] → [`read`] → …

pub mod check;
pub mod config;
pub mod error;
pub mod graph;
pub mod model;
pub mod read;
pub mod text;
