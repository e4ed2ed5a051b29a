//! One card as a box: its words, figures, outline, and the mark of its function.

mod accent;
mod badges;
mod card_box;
mod initials;
mod slots;

pub use accent::Accenting;
pub(super) use accent::{Accent, Accents, BAR_WIDTH};
pub(super) use card_box::{CardBox, CardText, MARKER, Setting};
