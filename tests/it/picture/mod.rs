//! What a picture must hold for every chart.

mod dotted;
mod geometry;
mod golden;
mod orgs;
mod pages;
mod text;
mod theme;
