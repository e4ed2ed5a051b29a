//! The quarterly review: its figures, its forms, and what always holds.

mod deck;
mod forms;
mod laws;
mod raw;
mod recomputed;
mod what_if;
