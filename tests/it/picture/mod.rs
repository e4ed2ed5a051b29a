//! What a picture must hold for every chart.

mod alike;
mod diagrams;
mod dotted;
mod geometry;
mod golden;
mod kinds;
mod labels;
mod largest;
mod names;
mod orgs;
mod pages;
mod pdf;
mod sizes;
mod slides;
mod strategy;
mod subset;
mod text;
mod theme;
mod webs;
