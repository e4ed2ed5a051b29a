//! Who stands above whom: the managers' cells, resolved; leavers' seats; loops.

use std::collections::HashMap;

use crate::text::{Word, is_word};

use super::Odd;
use super::fields::Field;
use super::ladder::{Ladder, Meant, Who};
use super::people::People;
use super::rows::Rows;
use super::seats::{Seats, differs, same};
use super::signs::{Points, Sign};
use super::statuses::Statuses;
use super::unknown::{Unknown, Why};

/// Whether a manager's cell says that nobody stands above.
fn is_top(text: &str) -> bool {
    matches!(text.trim(), "-1" | "0") || is_word(Word::Top, text) || !text.chars().any(char::is_alphanumeric)
}

/// Whether a manager's cell names nobody: there is meant to be none, or there is none yet.
pub(super) fn names_nobody(text: &str) -> bool {
    is_top(text) || is_word(Word::Vacant, text)
}

/// Where each table's managers' columns point, the likeliest column first.
pub(super) type Pointing = Vec<Vec<(usize, Option<Points>)>>;

/// What a managers' cell leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    None,
    Seat(usize),
    /// One of the seats of a person.
    Of(usize),
}

/// All that lines are made from.
#[derive(Clone, Copy)]
pub(super) struct Lines<'r, 't> {
    pub(super) rows: &'r Rows<'t>,
    pub(super) people: &'r People,
    pub(super) statuses: &'r Statuses,
    pub(super) pointing: &'r Pointing,
}

/// Where somebody whom a manager's cell means leads; nowhere where they have no seat.
pub(super) fn leads(seats: &Seats<'_>, who: Who) -> Option<Link> {
    match who {
        Who::Seat(manager) => Some(Link::Seat(manager)),
        Who::Person(person) => match seats.of_person(person).collect::<Vec<_>>().as_slice() {
            [] => None,
            [manager] => Some(Link::Seat(*manager)),
            _ => Some(Link::Of(person)),
        },
    }
}

impl Lines<'_, '_> {
    /// The lines between seats, and what the table says of seats whose holders have left.
    pub(super) fn draw(self, seats: &mut Seats<'_>, signs: Vec<Sign>, odd: &mut Vec<Odd>) {
        let ladder = Ladder::new(self.rows, self.people, seats, signs);
        let mut unknown: Vec<(usize, Unknown)> = Vec::new();
        let mut dotted: Vec<(usize, Vec<usize>)> = Vec::new();
        let links: Vec<Link> = (0..seats.all.len())
            .map(|seat| match self.several(&ladder, seats, seat) {
                Some((link, meant)) => {
                    dotted.push((seat, self.beside(seats, (seat, seats.all[seat].head), &meant, odd)));
                    link
                }
                None => self.link(&ladder, seats, seat, &mut unknown, odd),
            })
            .collect();
        let chosen = self.chosen(seats, &links, odd);
        for (seat, manager) in chosen.into_iter().enumerate() {
            seats.all[seat].reports_to = manager;
        }
        for (seat, unknown) in unknown {
            seats.all[seat].unknown_manager = Some(Box::new(unknown));
        }
        for (seat, others) in dotted.into_iter().filter(|(_, others)| !others.is_empty()) {
            seats.all[seat].rarely().dotted_to = others;
        }
        for row in 0..self.rows.len() {
            let Some(seat) = seats.of_row(row).filter(|&seat| seats.all[seat].head != row) else { continue };
            let head = seats.all[seat].head;
            if self.rows.at(row).0.columns.has(Field::Title) && differs(self.rows, row, head) {
                let message = format!(
                    "says otherwise of `{}` than row {}: that one was taken",
                    seats.all[seat].id,
                    self.rows.number(head)
                );
                odd.push(self.rows.odd(row, message));
            }
        }
    }

    /// Where a seat's managers' cells lead.
    fn link(
        self,
        ladder: &Ladder<'_, '_>,
        seats: &Seats<'_>,
        seat: usize,
        unknown: &mut Vec<(usize, Unknown)>,
        odd: &mut Vec<Odd>,
    ) -> Link {
        let head = seats.all[seat].head;
        let is_left = seats.all[seat].is_left;
        let (table, at) = self.rows.at(head);
        let columns = &self.pointing[self.rows.all[head].table as usize];
        let mut found: Option<(Link, usize)> = None;
        let mut missing: Option<(String, Meant)> = None;
        for (column, points) in columns {
            let Some(text) = super::managers::text(table, at, *column) else { continue };
            let sign = points.as_ref().map(|points| points.sign);
            let meant = ladder.meant(&text, sign);
            let link = if let Meant::One(who, _) = &meant { leads(seats, *who) } else { None };
            match (link, &found) {
                (Some(link), None) => {
                    if let Meant::One(who, Some(how)) = &meant
                        && !is_left
                    {
                        let called = self.called(seats, *who);
                        odd.push(self.rows.odd(head, format!("the manager `{text}` was taken for {called}, {how}")));
                    }
                    found = Some((link, *column));
                }
                (Some(Link::Seat(other)), Some((Link::Seat(manager), _))) if other != *manager && !is_left => {
                    let message =
                        format!("its columns name different managers: `{}` was taken", seats.all[*manager].id);
                    odd.push(self.rows.odd(head, message));
                }
                (None, _) if missing.is_none() && !is_top(&text) => missing = Some((text.into_owned(), meant)),
                _ => {}
            }
        }
        if let Some((link, _)) = found {
            return match link {
                Link::Seat(manager) if manager == seat => Link::None,
                link => link,
            };
        }
        if let Some((text, meant)) = missing.filter(|_| !is_left) {
            let why = match meant {
                Meant::Several(count) => Why::Several(count),
                Meant::One(..) => Why::Seatless,
                Meant::Nobody => Why::Nobody { near: ladder.nearest(&text) },
            };
            unknown.push((seat, Unknown { text, why }));
        }
        Link::None
    }

    pub(super) fn called(self, seats: &Seats<'_>, who: Who) -> String {
        match who {
            Who::Person(person) => self.people.all[person].name.clone(),
            Who::Seat(seat) => format!("`{}`", seats.all[seat].id),
        }
    }

    /// Settles which of several seats of a manager is meant: that of the row's function, else that from which the
    /// function is reached, else the one nearest the top.
    fn chosen(self, seats: &Seats<'_>, links: &[Link], odd: &mut Vec<Odd>) -> Vec<Option<usize>> {
        let mut above: Vec<Option<usize>> = links
            .iter()
            .map(|link| match link {
                Link::Seat(manager) => Some(*manager),
                Link::None | Link::Of(_) => None,
            })
            .collect();
        if !links.iter().any(|link| matches!(link, Link::Of(_))) {
            return above;
        }
        let depths = depths(&above);
        let mut of_function: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, seat) in seats.all.iter().enumerate() {
            if let Some(function) = seat.department.as_deref() {
                let known = of_function.entry(function).or_default();
                if known.len() < 50 {
                    known.push(at);
                }
            }
        }
        let settled = above.clone();
        for (seat, link) in links.iter().enumerate() {
            let Link::Of(person) = *link else { continue };
            let of_them: Vec<usize> = seats
                .of_person(person)
                .filter(|&manager| manager != seat && !is_below(&settled, manager, seat))
                .collect();
            let own = seats.all[seat].department.as_deref();
            let mut same_function = of_them.iter().copied().filter(|&manager| {
                own.zip(seats.all[manager].department.as_deref()).is_some_and(|(one, other)| same(one, other))
            });
            if let (Some(manager), None) = (same_function.next(), same_function.next()) {
                above[seat] = Some(manager);
                continue;
            }
            let reached = own.and_then(|function| {
                let starts = of_function.get(function)?.iter().filter(|&&start| start != seat);
                starts.flat_map(|&start| chain(&settled, start)).find(|manager| of_them.contains(manager))
            });
            let nearest = of_them.iter().copied().min_by_key(|&manager| (depths[manager], manager));
            above[seat] = reached.or(nearest);
            if let (Some(manager), [_, _, ..]) = (above[seat], of_them.as_slice()) {
                let titles: Vec<String> = of_them.iter().map(|&other| format!("`{}`", seats.all[other].id)).collect();
                let why = if reached.is_some() { "which leads to its function" } else { "nearest the top" };
                let message = format!(
                    "the manager {} holds {}: `{}`, {why}, was taken",
                    self.people.all[person].name,
                    titles.join(" and "),
                    seats.all[manager].id
                );
                odd.push(self.rows.odd(seats.all[seat].head, message));
            }
        }
        above
    }

    /// Leaves out the seats of people who have left, except where others report to them or the table is one of
    /// positions; all is reported.
    pub(super) fn leavers(self, seats: &mut Seats<'_>, is_of_positions: bool, odd: &mut Vec<Odd>) {
        if !seats.all.iter().any(|seat| seat.is_left) {
            return;
        }
        let mut keep: Vec<bool> = seats.all.iter().map(|seat| !seat.is_left || is_of_positions).collect();
        let mut reports = vec![0; seats.all.len()];
        // Whoever stays keeps all that stand above.
        for seat in 0..seats.all.len() {
            let mut at = seats.all[seat].reports_to.filter(|_| keep[seat] && !seats.all[seat].is_left);
            if let Some(manager) = at {
                reports[manager] += 1;
            }
            while let Some(manager) = at.filter(|&manager| !keep[manager]) {
                keep[manager] = true;
                at = seats.all[manager].reports_to;
                if let Some(next) = at {
                    reports[next] += 1;
                }
            }
        }
        for (at, seat) in seats.all.iter().enumerate().filter(|(_, seat)| seat.is_left) {
            let name = Sign::Name.text(self.rows, seat.head);
            let name = if name.is_empty() { format!("`{}`", seat.title) } else { name.into_owned() };
            let said = self.statuses.said(seat.head);
            let message = match (keep[at], reports[at]) {
                (false, _) => format!("{name} is marked as `{said}`: left out"),
                (true, 0) => format!("{name} is marked as `{said}`: `{}` is vacant", seat.id),
                (true, 1) => format!("{name} has left (`{said}`); `{}` is vacant, 1 reports to it", seat.id),
                (true, count) => format!("{name} has left (`{said}`); `{}` is vacant, {count} report to it", seat.id),
            };
            odd.push(self.rows.odd(seat.head, message));
        }
        seats.retain(&keep);
    }
}

/// The managers above a seat, at most as many as make a loop end.
fn chain(above: &[Option<usize>], from: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(above[from], |&at| above[at]).take(64)
}

fn is_below(above: &[Option<usize>], seat: usize, root: usize) -> bool {
    chain(above, seat).any(|manager| manager == root)
}

/// How far each seat is from its root.
pub(super) fn depths(above: &[Option<usize>]) -> Vec<usize> {
    const UNKNOWN: usize = usize::MAX;
    let mut depths = vec![UNKNOWN; above.len()];
    let mut way = Vec::new();
    for start in 0..above.len() {
        let mut at = Some(start);
        way.clear();
        let mut base = 0;
        while let Some(seat) = at {
            if depths[seat] != UNKNOWN {
                base = if depths[seat] == UNKNOWN - 1 { 0 } else { depths[seat] + 1 };
                break;
            }
            // On the way: a loop ends here.
            depths[seat] = UNKNOWN - 1;
            way.push(seat);
            at = above[seat];
        }
        for (height, &seat) in way.iter().rev().enumerate() {
            depths[seat] = base + height;
        }
    }
    depths
}

/// The loops of managers, each once.
pub(super) fn circles(above: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut circles = Vec::new();
    // The walk in which a seat was first met.
    let mut walk_of = vec![usize::MAX; above.len()];
    for walk in 0..above.len() {
        let mut at = Some(walk);
        while let Some(seat) = at.filter(|&seat| walk_of[seat] == usize::MAX) {
            walk_of[seat] = walk;
            at = above[seat];
        }
        let Some(start) = at.filter(|&seat| walk_of[seat] == walk) else { continue };
        let next = |&seat: &usize| above[seat].filter(|&next| next != start);
        circles.push(std::iter::successors(Some(start), next).collect());
    }
    circles
}

/// Marks the seats whose chain of managers is a loop, and reports it.
pub(super) fn loops(rows: &Rows<'_>, seats: &mut Seats<'_>, odd: &mut Vec<Odd>) {
    let above: Vec<Option<usize>> = seats.all.iter().map(|seat| seat.reports_to).collect();
    for circle in circles(&above) {
        for &seat in &circle {
            seats.all[seat].is_in_loop = true;
        }
        let ids: Vec<&str> = circle.iter().map(|&seat| seats.all[seat].id.as_str()).collect();
        let message = format!("{} report to each other in a loop; `check` will say so", ids.join(", "));
        odd.push(rows.odd(seats.all[circle[0]].head, message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loops_and_depths_are_found_whatever_the_order() {
        let above = [Some(1), Some(2), None, Some(4), Some(3), Some(3)];
        assert_eq!(circles(&above), [vec![3, 4]]);
        assert_eq!(depths(&above)[..3], [2, 1, 0]);
        assert_eq!(circles(&[Some(0)]), [vec![0]]);
    }

    #[test]
    fn words_for_nobody_above_are_known() {
        for text in ["NO_MANAGER", "NO_MGR", "None", "n/a", "XX", "-1", "0", "-", "Board", "NULL", "itself"] {
            assert!(is_top(text), "{text}");
        }
        assert!(!is_top("Ana Ruiz") && !is_top("1042"));
    }
}
