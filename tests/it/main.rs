//! Behaviour of the whole library, and of the commands run in process.

mod architecture;
mod charts;
mod commands;
mod company;
mod examples;
mod hostile;
mod picture;
mod properties;
mod reading;
mod rules;
mod support;
