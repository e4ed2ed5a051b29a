//! Which branches are departments: each has a panel with its name, so that its colour needs no legend.

use std::collections::{BTreeMap, BTreeSet};

use crate::layout::boxes::{Accent, Accents};
use crate::layout::forest::{Department, Tree, Units};
use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{Corners, Line, Mark, Rect, RectRole, Text, TextRole};
use crate::layout::words::{Words, rise};
use crate::picture::Card;

/// The room for a name above the head of a department, and how much of it the name's ground fills.
const STRIP: i64 = 18;
const GROUND: Px = Px::whole(15);
/// Between the edge of the ground and the name.
const PADDING: Px = Px::whole(6);
const RADIUS: Px = Px::whole(5);
const ROLE: TextRole = TextRole::Department;
/// Larger pictures are not read branch by branch.
const MOST_SEATS: usize = 400;

/// The grounds of panels, which lie under the lines between seats, and the names, which lie above them.
pub(super) type DepartmentMarks = (Vec<Mark>, Vec<Mark>);

/// The departments of a page, by the seats that head them.
pub(super) struct Departments<'p> {
    names: BTreeMap<usize, (Words<'p>, Accent)>,
    /// The functions whose seats are all in a panel with the function's name.
    told: BTreeSet<&'p str>,
}

impl<'p> Departments<'p> {
    /// The largest branches of one function each, where there are two or more of them unlike each other.
    pub(super) fn of(cards: &'p [Card], tree: &Tree, units: &Units, accents: &Accents) -> Option<Self> {
        if cards.len() > MOST_SEATS {
            return None;
        }
        // The one function of each branch; none where there is none, or more than one.
        let mut said: Vec<BTreeSet<&str>> =
            cards.iter().map(|card| card.function.as_deref().into_iter().collect()).collect();
        for seat in (0..cards.len()).rev() {
            if let Some(manager) = tree.parent(seat) {
                let below = std::mem::take(&mut said[seat]);
                said[manager].extend(&below);
                said[seat] = below;
            }
        }
        let function = |seat: usize| said[seat].first().copied().filter(|_| said[seat].len() == 1);
        let single = |unit: usize| if let [seat] = units.seats(unit) { Some(*seat as usize) } else { None };
        let alone: BTreeSet<usize> = (0..units.len()).filter_map(single).collect();
        let is_head = |seat: &usize| {
            let above = tree.parent(*seat).map(function);
            function(*seat).is_some() && above != Some(function(*seat)) && alone.contains(seat)
        };
        let (leading, lone): (Vec<usize>, Vec<usize>) =
            (0..cards.len()).filter(is_head).partition(|seat| !tree.children(*seat).is_empty());
        // Many panels of one seat each would be a second outline around every box.
        let lone = if lone.len() > leading.len() { Vec::new() } else { lone };
        let heads = leading.into_iter().chain(lone).filter(|head| !tree.is_assistant(*head) && !tree.is_heading(*head));
        let mut names: BTreeMap<usize, &str> =
            heads.map(|head| (head, function(head).expect("a head has one"))).collect();
        let (strays, untold) = outside(cards, tree, &names);
        // A department is in its panels as a whole, except for those who lead them.
        names.retain(|_, function| !strays.contains(*function));
        let told: BTreeSet<&str> = names.values().copied().collect();
        let all: BTreeSet<&str> = cards.iter().filter_map(|card| card.function.as_deref()).collect();
        // Where most functions stay in the legend, panels would be a second one.
        if told.len() < 2 || told.len() * 2 < all.len() {
            return None;
        }
        let measured = |(head, name)| Some((head, (Words::new(name, ROLE), accents.of_function(name)?)));
        let names = names.into_iter().filter_map(measured).collect();
        Some(Self { names, told: told.difference(&untold).copied().collect() })
    }

    /// Whether a function needs no legend.
    pub(super) fn tells(&self, function: &str) -> bool {
        self.told.contains(function)
    }

    /// The room for a name above each unit.
    pub(super) fn strips(&self, units: &Units) -> Vec<i64> {
        let strip = |unit| match units.seats(unit) {
            [seat] if self.names.contains_key(&(*seat as usize)) => STRIP,
            _ => 0,
        };
        (0..units.len()).map(strip).collect()
    }

    /// The grounds of panels, and their names on grounds of their own; nothing where a name finds no room.
    pub(super) fn marks(&self, panels: &[Department]) -> Option<DepartmentMarks> {
        let (mut grounds, mut names) = (Vec::new(), Vec::new());
        for panel in panels {
            let (words, accent) = &self.names[&(panel.head as usize)];
            let Area { origin, size } = panel.area;
            if words.width() > size.width - PADDING * 2 {
                return None;
            }
            let rect = |area, role| Mark::Rect(Rect { area, corners: Corners::Round(RADIUS), role });
            grounds.push(rect(panel.area, RectRole::Department(accent.hue())));
            names.push(rect(Area::new(origin, Size::new(size.width, GROUND)), RectRole::DepartmentName(accent.hue())));
            let start = origin + Point::new(PADDING, (GROUND - ROLE.line_height()).half() + rise(ROLE));
            let line = Line { start, text: words.text().to_owned(), is_cut: false };
            names.push(Mark::Text(Text { role: ROLE, size: ROLE.size(), lines: vec![line] }));
        }
        Some((grounds, names))
    }
}

/// The functions of seats that are in no panel below these heads: of those that lead nobody who heads one, and of all.
fn outside<'p>(
    cards: &'p [Card],
    tree: &Tree,
    names: &BTreeMap<usize, &str>,
) -> (BTreeSet<&'p str>, BTreeSet<&'p str>) {
    let mut leads = vec![false; cards.len()];
    for seat in (0..cards.len()).rev() {
        if let Some(manager) = tree.parent(seat) {
            leads[manager] |= leads[seat] || names.contains_key(&seat);
        }
    }
    let mut is_inside = vec![false; cards.len()];
    let (mut strays, mut untold) = (BTreeSet::new(), BTreeSet::new());
    for (seat, card) in cards.iter().enumerate() {
        is_inside[seat] = names.contains_key(&seat) || tree.parent(seat).is_some_and(|manager| is_inside[manager]);
        let function = card.function.as_deref().filter(|_| !is_inside[seat]);
        strays.extend(function.filter(|_| !leads[seat]));
        untold.extend(function);
    }
    (strays, untold)
}
