//! The colours and strokes of roles.

use super::colour::Colour;
use crate::layout::{CurveRole, Hue, RectRole, SeatState, SwingRole, TextRole, Tier};
use crate::picture::ChangeKind;

/// Looked for in this order; the last is whatever the viewer has.
pub(super) const FONT_FAMILY: &str = "Inter, Helvetica, Arial, sans-serif";

/// How much of its function's colour the ground of a department has, in per cent, and that of its name.
const TINT: u32 = 6;
const NAME_TINT: u32 = 18;

/// How everything on a picture is coloured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The background.
    page: Colour,
    /// The boxes of managers and of leaves.
    manager: Colour,
    leaf: Colour,
    /// The heads of trees, and where a tree continues.
    accent: Colour,
    /// From the strongest words to the faintest.
    strong: Colour,
    plain: Colour,
    faint: Colour,
    /// Lines between seats, and the outlines of boxes.
    line: Colour,
    outline: Colour,
    /// What is wrong with a seat, and the background of its figure.
    warning: Colour,
    alarm: Colour,
    badge: Colour,
    /// Words and outlines that stand back.
    faded: [Colour; 2],
    /// What has changed, by its kind.
    changes: [Colour; ChangeKind::ALL.len()],
    hues: [Colour; Hue::COUNT],
    /// The colours that settings give to functions, in the order in which layout knows these.
    functions: Vec<Colour>,
    has_background: bool,
}

impl Theme {
    /// Dark words on a white page, one accent.
    #[must_use]
    pub fn light() -> Self {
        Self {
            page: Colour::hex(0xff_ff_ff),
            manager: Colour::hex(0xf1_f5_f9),
            leaf: Colour::hex(0xff_ff_ff),
            accent: Colour::hex(0x1e_3a_5f),
            strong: Colour::hex(0x0f_17_2a),
            plain: Colour::hex(0x33_41_55),
            faint: Colour::hex(0x47_55_69),
            line: Colour::hex(0x64_74_8b),
            outline: Colour::hex(0x82_90_a5),
            warning: Colour::hex(0xb4_23_18),
            alarm: Colour::hex(0xfe_e4_e2),
            badge: Colour::hex(0xe2_e8_f0),
            faded: [0x6b_72_80, 0xc3_ca_d5].map(Colour::hex),
            changes: [0x15_80_3d, 0x9f_12_39, 0x1d_4e_d8, 0xa8_4a_00, 0x6a_5a_00, 0x7e_22_ce, 0x0f_6b_76, 0x47_55_69]
                .map(Colour::hex),
            hues: [0x20_4f_a8, 0x06_a4_08, 0x0d_99_b5, 0xcd_21_6e, 0x8c_3f_f5, 0x85_5f_19, 0x61_00_5d, 0x16_08_0b]
                .map(Colour::hex),
            functions: Vec::new(),
            has_background: true,
        }
    }

    /// Light words on a dark page.
    #[must_use]
    pub fn dark() -> Self {
        Self {
            page: Colour::hex(0x0f_17_2a),
            manager: Colour::hex(0x29_36_4a),
            leaf: Colour::hex(0x1b_25_36),
            accent: Colour::hex(0xbf_db_fe),
            strong: Colour::hex(0xf8_fa_fc),
            plain: Colour::hex(0xe2_e8_f0),
            faint: Colour::hex(0xcb_d5_e1),
            line: Colour::hex(0x94_a3_b8),
            outline: Colour::hex(0x7b_8a_a0),
            warning: Colour::hex(0xff_a4_9b),
            alarm: Colour::hex(0x5c_1f_1a),
            badge: Colour::hex(0x43_52_68),
            faded: [0x8a_96_a9, 0x3b_48_5c].map(Colour::hex),
            changes: [0x4a_de_80, 0xfb_8b_a0, 0x7a_b5_ff, 0xfb_ad_4b, 0xe4_e0_5c, 0xd0_a2_ff, 0x4f_d8_e4, 0xb8_c4_d4]
                .map(Colour::hex),
            hues: [0x41_c3_ff, 0x5c_d7_82, 0x7a_84_49, 0xf9_7c_aa, 0x91_77_e8, 0xed_a3_0b, 0xf5_d2_ff, 0xff_ff_9f]
                .map(Colour::hex),
            functions: Vec::new(),
            has_background: true,
        }
    }

    /// Black on white, for printers without colour: functions are told apart by the patterns that layout gives them.
    #[must_use]
    pub fn print() -> Self {
        let (black, white) = (Colour::hex(0), Colour::hex(0xff_ff_ff));
        Self {
            page: white,
            manager: white,
            leaf: white,
            accent: black,
            strong: black,
            plain: black,
            faint: black,
            line: black,
            outline: black,
            warning: black,
            alarm: white,
            badge: white,
            faded: [Colour::hex(0x5f_5f_5f), Colour::hex(0x9a_9a_9a)],
            changes: [black; ChangeKind::ALL.len()],
            hues: [black; Hue::COUNT],
            functions: Vec::new(),
            has_background: true,
        }
    }

    /// The theme without a background.
    #[must_use]
    pub fn without_background(self) -> Self {
        Self { has_background: false, ..self }
    }

    /// Whether there is a background.
    #[must_use]
    pub fn has_background(&self) -> bool {
        self.has_background
    }

    /// The theme with another accent.
    #[must_use]
    pub fn with_accent(self, accent: Colour) -> Self {
        Self { accent, ..self }
    }

    /// The theme with colours for the functions that have one of their own, in the order in which layout knows these.
    #[must_use]
    pub fn with_functions(self, functions: Vec<Colour>) -> Self {
        Self { functions, ..self }
    }

    /// The colours of functions: those of the palette, then those that settings give.
    pub fn hues(&self) -> impl Iterator<Item = Colour> {
        self.hues.iter().chain(&self.functions).copied()
    }

    /// The background.
    #[must_use]
    pub fn page(&self) -> Colour {
        self.page
    }

    /// The lines between seats.
    #[must_use]
    pub fn line(&self) -> Colour {
        self.line
    }

    /// The shapes that warn.
    #[must_use]
    pub fn warning(&self) -> Colour {
        self.warning
    }

    /// The colours of words, page, the strongest and the faintest boxes.
    pub(super) fn grounds(&self) -> [Colour; 4] {
        [self.strong, self.page, self.accent, self.manager]
    }

    /// How a rectangle of this role is painted.
    #[must_use]
    pub fn paint(&self, role: RectRole) -> Paint {
        match role {
            RectRole::Accent(hue) => Paint { fill: self.hue(hue), outline: None },
            RectRole::Cell => Paint { fill: self.leaf, outline: None },
            RectRole::Panel => {
                let outline = Some(self.outline(SeatState::Held, Tier::Leaf));
                Paint { fill: self.leaf, outline }
            }
            RectRole::Hairline => {
                let fill = if self.badge == self.leaf { self.line } else { self.badge };
                Paint { fill, outline: None }
            }
            RectRole::Department(hue) => self.tinted(hue, TINT),
            RectRole::DepartmentName(hue) => self.tinted(hue, NAME_TINT),
            RectRole::Bed | RectRole::Heading => Paint { fill: self.page, outline: None },
            RectRole::Badge | RectRole::Initials | RectRole::OwnLane => {
                Paint { fill: self.badge, outline: self.frame(self.badge) }
            }
            RectRole::Alarm => Paint { fill: self.alarm, outline: self.frame(self.alarm) },
            RectRole::Past => Paint { fill: self.outline, outline: None },
            RectRole::Newest => Paint { fill: self.accent, outline: None },
            RectRole::Gap => Paint { fill: self.page, outline: Some(self.outline(SeatState::Vacant, Tier::Leaf)) },
            RectRole::Ghost => {
                let colour = self.change(ChangeKind::Removed);
                Paint { fill: self.page, outline: Some(Outline { colour, width: Width::Thick, dashes: Some((2, 3)) }) }
            }
            RectRole::Changed(kind, state, tier) => {
                let Outline { dashes, .. } = self.outline(state, tier);
                let outline = Outline { colour: self.change(kind), width: Width::Thick, dashes };
                Paint { fill: self.fill(state, tier), outline: Some(outline) }
            }
            RectRole::Faded(state) => {
                let Outline { dashes, .. } = self.outline(state, Tier::Leaf);
                let outline = Outline { colour: self.faded[1], width: Width::Thin, dashes };
                Paint { fill: self.leaf, outline: Some(outline) }
            }
            RectRole::Change(kind) => Paint { fill: self.change(kind), outline: None },
            RectRole::Strike => Paint { fill: self.ink(TextRole::Former, None), outline: None },
            RectRole::OtherLane => {
                let dotted = Outline { colour: self.line, width: Width::Thin, dashes: Some((2, 2)) };
                Paint { fill: self.leaf, outline: Some(dotted) }
            }
            RectRole::Seat(state, tier) | RectRole::Node(state, tier) => {
                Paint { fill: self.fill(state, tier), outline: Some(self.outline(state, tier)) }
            }
        }
    }

    /// How a line of the strategy view is drawn.
    #[must_use]
    pub fn swing(&self, role: SwingRole) -> Outline {
        match role {
            SwingRole::Serves(hue) => Outline { colour: self.hue(hue), width: Width::Thick, dashes: None },
            SwingRole::Owns => Outline { colour: self.line, width: Width::Thin, dashes: None },
            SwingRole::Contests => Outline { colour: self.warning, width: Width::Thick, dashes: Some((5, 3)) },
        }
    }

    /// How a line of a web is drawn.
    #[must_use]
    pub fn curve(&self, role: CurveRole) -> Outline {
        match role {
            CurveRole::Leads => Outline { colour: self.line, width: Width::Thin, dashes: None },
            CurveRole::AlsoServes => Outline { colour: self.line, width: Width::Thin, dashes: Some((5, 3)) },
            CurveRole::Loops => Outline { colour: self.warning, width: Width::Thick, dashes: None },
        }
    }

    /// The colour of words in a box, or outside of boxes.
    #[must_use]
    pub fn ink(&self, role: TextRole, seat: Option<(SeatState, Tier)>) -> Colour {
        let on = seat.map_or(self.page, |(state, tier)| self.fill(state, tier));
        match role {
            TextRole::PageTitle | TextRole::SeatTitle => on.readable(&[self.strong, self.page]),
            // The grounds of names are nearly as light, or as dark, as the page.
            TextRole::Department => self.page.readable(&[self.strong]),
            TextRole::Holder | TextRole::Section | TextRole::Column => on.readable(&[self.plain, self.page]),
            TextRole::FadedTitle | TextRole::FadedHolder => on.readable(&[self.faded[0], self.faint, self.page]),
            TextRole::Vacant | TextRole::Responsibility | TextRole::Legend | TextRole::Trail | TextRole::Footer => {
                on.readable(&[self.faint, self.page])
            }
            TextRole::Lane => self.leaf.readable(&[self.plain, self.page]),
            TextRole::Badge | TextRole::Initials => self.badge.readable(&[self.plain, self.page]),
            TextRole::Alarm => self.alarm.readable(&[self.warning, self.strong]),
            TextRole::Contested | TextRole::Amiss => on.readable(&[self.warning, self.strong, self.page]),
            TextRole::GhostTitle | TextRole::Former | TextRole::Lost => on.readable(&[self.faint, self.page]),
            TextRole::Origin => on.readable(&[self.change(ChangeKind::Moved), self.strong, self.page]),
            TextRole::Gained => on.readable(&[self.change(ChangeKind::NewWork), self.strong, self.page]),
            // All of their colours are as dark as each other, or as light.
            TextRole::Change => self.change(ChangeKind::Added).readable(&[self.page, self.strong]),
            TextRole::Continuation => on.readable(&[self.accent, self.strong, self.page]),
        }
    }

    fn change(&self, kind: ChangeKind) -> Colour {
        self.changes[kind as usize]
    }

    fn hue(&self, hue: Hue) -> Colour {
        match hue.own() {
            Some(own) => self.functions.get(own).copied().unwrap_or(self.plain),
            None => self.hues[hue.index()],
        }
    }

    /// Only a seat that is properly held has the accent: the others need to stand out.
    fn fill(&self, state: SeatState, tier: Tier) -> Colour {
        match (state, tier) {
            (SeatState::Held, Tier::Head) => self.accent,
            (_, Tier::Head | Tier::Manager) => self.manager,
            (_, Tier::Leaf) => self.leaf,
        }
    }

    fn outline(&self, state: SeatState, tier: Tier) -> Outline {
        let width = Width::Thin;
        match state {
            SeatState::Held if tier == Tier::Head => Outline { colour: self.accent, width, dashes: None },
            SeatState::Held => Outline { colour: self.outline, width, dashes: None },
            SeatState::Vacant => Outline { colour: self.line, width, dashes: Some((5, 3)) },
            SeatState::Contested => Outline { colour: self.warning, width: Width::Thick, dashes: None },
        }
    }

    /// The page in a shade of a function's colour; without colours an outline.
    fn tinted(&self, hue: Hue, per_cent: u32) -> Paint {
        if self.hues.iter().all(|hue| *hue == self.line) {
            let outline = Outline { colour: self.line, width: Width::Thin, dashes: None };
            return Paint { fill: self.page, outline: Some(outline) };
        }
        Paint { fill: self.page.mixed(self.hue(hue), per_cent), outline: None }
    }

    /// A frame around a figure that stands on its own colour.
    fn frame(&self, fill: Colour) -> Option<Outline> {
        (fill == self.leaf).then_some(Outline { colour: self.line, width: Width::Thin, dashes: None })
    }
}

/// How a rectangle is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    /// Its inside.
    pub fill: Colour,
    /// Its edge.
    pub outline: Option<Outline>,
}

/// How an outline is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Its colour.
    pub colour: Colour,
    /// Its width.
    pub width: Width,
    /// Dash and gap, in thin lines' widths.
    pub dashes: Option<(i64, i64)>,
}

/// How wide an outline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// As wide as a connector.
    Thin,
    /// Twice as wide.
    Thick,
}
