//! Behaviour of the whole library, and of the commands run in process.

#![allow(
    clippy::format_push_string,
    clippy::format_collect,
    clippy::needless_raw_string_hashes,
    reason = "tests build small texts, and expected ones are rewritten by machine"
)]

mod adoption;
mod agreement;
mod architecture;
mod baseline;
mod charts;
mod commands;
mod company;
mod consequences;
mod consumers;
mod diff;
mod edit;
mod examples;
mod exchange;
mod flood;
mod formats;
mod fuzz;
mod git;
mod history;
mod hostile;
mod identity;
mod keys;
mod laws;
mod limits;
mod meant;
mod mistakes;
mod norms;
mod office;
mod packaging;
mod page;
mod phrases;
mod picture;
mod promises;
mod properties;
mod reading;
mod review;
mod rules;
mod schema;
mod shell;
mod show;
mod standing;
mod support;
mod trend;
mod unreadable;
mod written;
