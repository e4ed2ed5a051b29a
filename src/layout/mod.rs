//! Gives everything on a picture its place: cards are measured as boxes, boxes are placed, places become a [`Scene`].
//!
//! Roles leave this layer, colours don't: how a role looks is the renderer's business. What is written was decided in
//! `picture`: nothing here knows a chart.

mod boxes;
mod forest;
mod frame;
mod geometry;
mod page;
mod scene;
mod sheets;
mod strategy;
mod web;
mod words;

pub use boxes::Accenting;
pub use forest::Levels;
pub use geometry::{Area, Point, Px, Scale, Size};
pub use page::{Body, Drawn, Page, draw, draw_pages, draw_tidy, pages, strip_scene};
pub use scene::{
    Corners, Curve, CurveRole, Group, GroupKind, Hue, Join, JoinKind, Line, Mark, Rect, RectRole, Scene, SeatState,
    Segment, Swing, SwingRole, Text, TextRole, Tier,
};
pub use sheets::{Element, Heading, Link, Pictures, SheetPart, Sheets, sheets};
pub use strategy::strategy_scenes;
pub use web::{web_scene, web_scenes};
pub use words::Face;

/// How a picture is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// How seats are arranged.
    pub arrangement: Arrangement,
    /// The page that the picture fills; without one it is as large as it needs to be.
    pub page: Option<Page>,
    /// Pages on which words in boxes would be smaller are split.
    pub least_font: Px,
    /// Whether less is written in the boxes before a page is split.
    pub may_shorten: bool,
    /// Whether the reports of a manager that have none of their own share a panel; from twenty seats where not given.
    pub teams: Option<bool>,
    /// Whether marks are explained.
    pub legend: bool,
    /// How functions are told apart.
    pub accenting: Accenting,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            arrangement: Arrangement::Fit,
            page: Some(Page::SLIDE),
            least_font: Px::ZERO,
            may_shorten: false,
            teams: None,
            legend: true,
            accenting: Accenting::default(),
        }
    }
}

/// How seats are arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// Each branch as a row, a list or columns, whichever makes the whole largest on its page.
    Fit,
    /// Reports in rows below their managers.
    Tidy(Levels),
    /// An indented list.
    Column,
}
