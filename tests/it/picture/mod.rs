//! What a picture must hold for every chart.

mod alike;
mod departments;
mod diagrams;
mod dotted;
mod geometry;
mod golden;
mod initials;
mod kinds;
mod labels;
mod largest;
mod names;
mod options;
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
