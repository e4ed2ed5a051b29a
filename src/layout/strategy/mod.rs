//! The strategy view: priorities, the seats that answer for them and the metrics, as columns with lines between them.
//!
//! `select` bounds it, `order` and `place` find the places, `boxes` and `page` draw.

mod body;
mod boxes;
mod layers;
mod legend;
mod order;
mod page;
mod pages;
mod place;

pub use page::strategy_scenes;
