//! The quarterly review: its figures, its forms, and what always holds.

mod deck;
mod forms;
mod laws;
mod raw;
mod recomputed;
mod sections;
mod what_if;
