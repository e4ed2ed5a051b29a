//! Pages that can be read: where there are more boxes or lines, the part with the most lines comes first.

use std::collections::{BTreeMap, BTreeSet};

use super::{Web, WebLine};
use crate::phrase::Label;

/// With more lines a box on a page, they cross and lead far.
fn most_lines(most_boxes: usize) -> usize {
    most_boxes * 3 / 2
}

/// The web in pages of at most this many boxes (two or more), each line on one of them. A box whose lines are on
/// several pages is on each of them, and the footer says how many lines are elsewhere.
#[must_use]
pub fn web_pages(web: &Web, most_boxes: usize) -> Vec<Web> {
    let mut left: BTreeSet<usize> = (0..web.lines.len()).collect();
    let mut parts: Vec<Vec<usize>> = Vec::new();
    while !left.is_empty() {
        let part = part(web, &left, most_boxes);
        for line in &part {
            left.remove(line);
        }
        parts.push(part);
    }
    if parts.len() < 2 {
        return vec![web.clone()];
    }
    let total = parts.len();
    let page = |(at, part): (usize, &Vec<usize>)| {
        let mut page = of_lines(web, part.iter().map(|line| web.lines[*line]));
        page.number = Some((at + 1, total));
        let elsewhere = elsewhere(web, &parts, at);
        if !elsewhere.is_empty() {
            page.notes.push(elsewhere);
        }
        page
    };
    parts.iter().enumerate().map(page).collect()
}

/// The lines of a page, from those that are left: all between boxes that are taken one after the other, the first with
/// most lines, each next with most lines to those before it.
fn part(web: &Web, left: &BTreeSet<usize>, most_boxes: usize) -> Vec<usize> {
    let mut near: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &line in left {
        for end in [web.lines[line].from, web.lines[line].to] {
            near.entry(end).or_default().push(line);
        }
    }
    let other = |line: usize, end: usize| web.lines[line].from + web.lines[line].to - end;
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut lines: BTreeSet<usize> = BTreeSet::new();
    // For each box not yet on the page, how many lines it has to boxes that are.
    let mut ties: BTreeMap<usize, usize> = BTreeMap::new();
    loop {
        // Among equals the first; where none has a line to those on the page, another part begins.
        let most = |boxes: &mut dyn Iterator<Item = (usize, usize)>| {
            boxes.max_by_key(|(at, count)| (*count, std::cmp::Reverse(*at)))
        };
        let next = most(&mut ties.iter().map(|(at, count)| (*at, *count)));
        let others = &mut near.iter().filter(|(at, _)| !taken.contains(at)).map(|(at, lines)| (*at, lines.len()));
        let Some((next, _)) = next.or_else(|| most(others)) else { break };
        let new: Vec<usize> = near[&next].iter().copied().filter(|line| taken.contains(&other(*line, next))).collect();
        let room = most_lines(most_boxes) - lines.len();
        if taken.len() == most_boxes || (new.len() > room && !new.is_empty()) {
            break;
        }
        ties.remove(&next);
        taken.insert(next);
        lines.extend(new);
        for line in &near[&next] {
            let end = other(*line, next);
            if !taken.contains(&end) {
                *ties.entry(end).or_default() += 1;
            }
        }
    }
    lines.into_iter().collect()
}

/// The web of some of the lines, with the boxes that they join.
pub(super) fn of_lines(web: &Web, lines: impl Iterator<Item = WebLine>) -> Web {
    let mut lines: Vec<WebLine> = lines.collect();
    let ends: BTreeSet<usize> = lines.iter().flat_map(|line| [line.from, line.to]).collect();
    let places: BTreeMap<usize, usize> = ends.iter().enumerate().map(|(place, at)| (*at, place)).collect();
    for line in &mut lines {
        (line.from, line.to) = (places[&line.from], places[&line.to]);
    }
    Web { boxes: ends.iter().map(|at| web.boxes[*at].clone()).collect(), lines, ..web.clone() }
}

/// How many lines of a page's boxes are on other pages, and on which.
fn elsewhere(web: &Web, parts: &[Vec<usize>], at: usize) -> String {
    let ends = |part: &[usize]| -> BTreeSet<usize> {
        part.iter().flat_map(|line| [web.lines[*line].from, web.lines[*line].to]).collect()
    };
    let here = ends(&parts[at]);
    let is_here = |line: &usize| here.contains(&web.lines[*line].from) || here.contains(&web.lines[*line].to);
    let mut count = 0;
    let mut pages = Vec::new();
    for (page, part) in (1..).zip(parts).filter(|(page, _)| *page != at + 1) {
        let lines = part.iter().filter(|line| is_here(line)).count();
        count += lines;
        if lines > 0 {
            pages.push(page.to_string());
        }
    }
    let of = |label: Label, arguments: &[&dyn std::fmt::Display]| label.with(web.language, arguments);
    let pages = match pages.as_slice() {
        [] => return String::new(),
        [page] => of(Label::OnPage, &[page]),
        [first, .., last] if pages.len() > 3 => of(Label::ManyPages, &[&pages.len(), first, last]),
        [before @ .., last] => of(Label::OnPages, &[&of(Label::And, &[&before.join(", "), last])]),
    };
    of(if count == 1 { Label::OneMoreLine } else { Label::MoreLines }, &[&count, &pages])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{WebBox, WebLook};

    fn web(boxes: usize, lines: impl Iterator<Item = (usize, usize)>) -> Web {
        let line = |(from, to)| WebLine { from, to, look: WebLook::Plain, counts: [1, 0] };
        let name = |at: usize| WebBox { id: at.to_string(), ..WebBox::default() };
        Web { boxes: (0..boxes).map(name).collect(), lines: lines.map(line).collect(), ..Web::default() }
    }

    #[test]
    fn each_line_is_on_one_page_that_can_be_read() {
        let all: Vec<(usize, usize)> =
            (0..80).flat_map(|from| [1, 7, 31].map(|step| (from, from + step))).filter(|(_, to)| *to < 80).collect();
        let whole = web(80, all.iter().copied());
        for most in [30, 12, 2] {
            each_line_is_on_one(&whole, most, &all);
        }
    }

    fn each_line_is_on_one(whole: &Web, most: usize, all: &[(usize, usize)]) {
        let pages = web_pages(whole, most);
        let mut drawn = Vec::new();
        for (at, page) in pages.iter().enumerate() {
            assert!(page.boxes.len() <= most && (1..=most_lines(most)).contains(&page.lines.len()), "{page:?}");
            assert_eq!(page.number, Some((at + 1, pages.len())));
            let id = |at: usize| page.boxes[at].id.parse::<usize>().expect("a number");
            drawn.extend(page.lines.iter().map(|line| (id(line.from), id(line.to))));
        }
        assert!(pages[0].notes[0].contains(" more lines of these boxes on "), "{:?}", pages[0].notes);
        drawn.sort_unstable();
        let mut all = all.to_vec();
        all.sort_unstable();
        assert_eq!(drawn, all);
    }

    #[test]
    fn a_seat_for_which_everybody_works_has_several_pages() {
        let pages = web_pages(&web(101, (1..101).map(|to| (0, to))), 30);
        let lines: Vec<usize> = pages.iter().map(|page| page.lines.len()).collect();
        assert_eq!(lines, [29, 29, 29, 13]);
        let few = web(3, [(0, 1), (1, 2)].into_iter());
        assert_eq!(web_pages(&few, 30), [few]);
        assert_eq!(web_pages(&web(0, std::iter::empty()), 30).len(), 1);
    }
}
