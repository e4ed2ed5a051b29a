//! Gives everything on a picture its place: cards are measured as boxes, boxes are placed, places become a [`Scene`].
//!
//! Roles leave this layer, colours don't: how a role looks is the renderer's business. `cards` says
//! what of a chart is written; nothing else here knows a chart.

mod accent;
mod badges;
mod block;
mod card;
mod card_box;
mod cards;
mod changes;
mod clean;
mod column;
mod content;
mod diagram;
mod dotted;
mod draw;
mod fit;
mod frame;
mod geometry;
mod legend;
mod list;
mod page;
mod pages;
mod parts;
mod pieces;
mod placed;
mod scene;
mod strategy;
mod strip;
mod tidy;
mod tree;
mod typeface;
mod wrap;

pub use accent::Accenting;
pub use card::{Badge, Card, Changed, Continuation, Fate, Holder, Picture};
pub use cards::picture;
pub use changes::with_changes;
pub use content::{Content, Field};
pub use diagram::{Diagram, DiagramBox, DiagramLook, Flow, Link};
pub use draw::{draw, tidy};
pub use geometry::{Area, Point, Px, Scale, Size};
pub use page::Page;
pub use pages::pages;
pub use scene::{
    Corners, Group, GroupKind, Hue, Line, Mark, Rect, RectRole, Scene, SeatState, Segment, Swing, SwingRole, Text,
    TextRole, Tier,
};
pub use strategy::{Entry, EntryKind, EntryState, Strategy, Tie, TieKind, strategy, strategy_scene};
pub use strip::strip;
pub use tidy::Levels;
pub use typeface::Face;

/// How a picture is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// How seats are arranged.
    pub arrangement: Arrangement,
    /// The page that the picture fills; without one it is as large as it needs to be.
    pub page: Option<Page>,
    /// Pages on which responsibilities would be smaller are split.
    pub least_font: Px,
    /// How functions are told apart.
    pub accenting: Accenting,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            arrangement: Arrangement::Fit,
            page: Some(Page::SLIDE),
            least_font: Px::ZERO,
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
