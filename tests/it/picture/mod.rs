//! What a picture must hold for every chart.

mod geometry;
mod golden;
mod orgs;
mod text;
mod theme;
