//! The colours and strokes of roles.

use crate::layout::{Hue, RectRole, SeatState, TextRole, Tier};

/// Behind everything.
pub(super) const PAGE: &str = "#ffffff";
/// Lines between seats.
pub(super) const CONNECTOR: &str = "#94a3b8";
/// What is wrong with a seat.
pub(super) const WARNING: &str = "#b42318";

/// Looked for in this order; the last is whatever the viewer has.
pub(super) const FONT_FAMILY: &str = "Inter, Helvetica, Arial, sans-serif";

/// How a rectangle is painted.
pub(super) struct Paint {
    pub(super) fill: &'static str,
    pub(super) outline: Option<Outline>,
}

/// How an outline is drawn.
pub(super) struct Outline {
    pub(super) colour: &'static str,
    pub(super) width: &'static str,
    pub(super) dashes: Option<&'static str>,
}

/// The colours of M. Okabe and K. Ito, "Color Universal Design" (2008), which people with deuteranopia and protanopia
/// tell apart, their black as slate; the two lightest come last, so that few pictures need them.
const HUES: [&str; Hue::COUNT] =
    ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#334155", "#56b4e9", "#f0e442"];

/// How a rectangle of this role is painted.
pub(super) fn paint(role: RectRole) -> Paint {
    match role {
        RectRole::Accent(hue) => Paint { fill: HUES[hue.index()], outline: None },
        RectRole::Past => Paint { fill: "#cbd5e1", outline: None },
        RectRole::Newest => Paint { fill: HUES[0], outline: None },
        RectRole::Gap => Paint { fill: PAGE, outline: Some(outline(SeatState::Vacant)) },
        RectRole::Seat(state, tier) => Paint { fill: tint(tier), outline: Some(outline(state)) },
    }
}

fn tint(tier: Tier) -> &'static str {
    match tier {
        Tier::Head => "#e2e8f0",
        Tier::Manager => "#f1f5f9",
        Tier::Leaf => "#ffffff",
    }
}

fn outline(state: SeatState) -> Outline {
    match state {
        SeatState::Held => Outline { colour: "#94a3b8", width: "1", dashes: None },
        SeatState::Vacant => Outline { colour: "#64748b", width: "1", dashes: Some("5 3") },
        SeatState::Contested => Outline { colour: WARNING, width: "2", dashes: None },
    }
}

/// The colour of words.
pub(super) fn ink(role: TextRole) -> &'static str {
    match role {
        TextRole::PageTitle | TextRole::SeatTitle => "#0f172a",
        TextRole::Holder => "#334155",
        TextRole::Contested => WARNING,
        TextRole::Vacant | TextRole::Responsibility | TextRole::Legend => "#475569",
        TextRole::Footer => "#64748b",
    }
}
