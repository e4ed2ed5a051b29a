//! Who holds a seat, as a circle of initials beside the first words of its box, where those leave the room.

use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{Corners, Line, Mark, Rect, RectRole, Text, TextRole};
use crate::layout::words::{Words, rise};

const DIAMETER: Px = Px::whole(22);
/// Beside title and holder where each is one line: in the middle between top and bottom of the two.
const DROP: Px = Px::hundredths(575);
/// Between the words and the circle, at least.
const GAP: Px = Px::whole(8);
/// No initials are wider.
const WIDEST: Px = Px::whole(20);
/// What a line may take more of than it is measured at: viewers may draw with another font.
const SLACK: i64 = 104;

/// The circle in a box with these marks, whose words begin at `top` and may reach as far as `right`; nothing where there
/// is no room for it.
pub(super) fn circle(initials: &Words<'_>, marks: &[Mark], top: Px, right: Px) -> Vec<Mark> {
    let area = Area::new(Point::new(right - DIAMETER, top + DROP), Size::new(DIAMETER, DIAMETER));
    if initials.width() > WIDEST || marks.iter().any(|mark| is_near(mark, area)) {
        return Vec::new();
    }
    let role = TextRole::Initials;
    let drop = (DIAMETER - role.line_height()).half() + rise(role);
    let start = area.origin + Point::new((DIAMETER - role.face().width(initials.text(), role.size())).half(), drop);
    let lines = vec![Line { start, text: initials.text().to_owned(), is_cut: false }];
    let frame = Rect { area, corners: Corners::Round(DIAMETER.half()), role: RectRole::Initials };
    vec![Mark::Rect(frame), Mark::Text(Text { role, size: role.size(), lines })]
}

/// Whether words or a figure come too near.
fn is_near(mark: &Mark, circle: Area) -> bool {
    match mark {
        Mark::Text(text) => text.lines.iter().any(|line| {
            let top = line.start.y - rise(text.role);
            let is_beside = top < circle.bottom() && top + text.role.line_height() > circle.top();
            let width = text.role.face().width(line.text.trim_end(), text.size).in_hundredths() * SLACK / 100;
            is_beside && line.start.x + Px::hundredths(width) + GAP > circle.left()
        }),
        Mark::Rect(Rect { area, .. }) => {
            area.top() < circle.bottom() && area.bottom() > circle.top() && area.right() + GAP > circle.left()
        }
        _ => false,
    }
}
