//! Where boxes and lines lie: properties of any forest.

use arbtest::arbtest;
use rightseat::layout::{Area, Arrangement, Levels, Options, Point, Px, Scene, Segment, draw, draw_tidy};
use rightseat::picture::{Card, Picture};
use rightseat::render::{Theme, svg};

use super::orgs::{boxes, card, families, forest, lines, options, picture};
use super::text::is_within;

const GAP: i64 = 1600;
const LEVEL_GAP: i64 = 3200;
const ALL_LEVELS: [Levels; 2] = [Levels::Aligned, Levels::Hanging];

/// How far apart two boxes lie from left to right, if both cross some level line (with the gap below each).
fn distance(left: &Area, right: &Area) -> Option<i64> {
    let gap = Px::hundredths(LEVEL_GAP);
    let side_by_side = left.top() < right.bottom() + gap && right.top() < left.bottom() + gap;
    side_by_side.then(|| (right.left() - left.right()).in_hundredths())
}

fn check(picture: &Picture, scene: &Scene) {
    let boxes = boxes(scene);
    assert_eq!(boxes.len(), picture.cards.len());
    for (seat, area) in boxes.iter().enumerate() {
        assert!(area.left() >= Px::ZERO && area.top() >= Px::ZERO, "left of or above the page");
        assert!(area.right() <= scene.size.width && area.bottom() <= scene.size.height, "right of or below the page");
        for other in &boxes[..seat] {
            let gap = distance(area, other).into_iter().chain(distance(other, area)).max();
            assert!(gap.is_none_or(|gap| gap >= GAP), "{area:?} and {other:?} are too close");
        }
        if let Some(parent) = picture.cards[seat].parent {
            assert!((area.top() - boxes[parent].bottom()).in_hundredths() >= LEVEL_GAP, "not below its parent");
        }
    }
    for (seat, children) in families(&picture.cards).into_iter().enumerate() {
        for pair in children.windows(2) {
            assert!(boxes[pair[0]].right() < boxes[pair[1]].left(), "siblings are out of order");
            assert_eq!(boxes[pair[0]].top(), boxes[pair[1]].top(), "siblings are on one line");
        }
        if let (Some(parent), [first, .., last] | [first @ last]) = (boxes.get(seat), children.as_slice()) {
            let middle = (boxes[*first].centre() + boxes[*last].centre()).half();
            let off = (parent.centre() - middle).in_hundredths().abs();
            assert!(off <= 50, "a parent is {off} off the middle of its children");
        }
    }
    check_lines(scene);
}

pub(super) fn check_lines(scene: &Scene) {
    let boxes = boxes(scene);
    for line in lines(scene) {
        assert!(line.from.x == line.to.x || line.from.y == line.to.y, "neither upright nor level");
        assert!(boxes.iter().all(|area| !crosses(&line, area)), "{line:?} crosses a box");
    }
}

/// Whether a line has a point inside a box; its edge does not count.
fn crosses(line: &Segment, area: &Area) -> bool {
    let (left, right) = (line.from.x.min(line.to.x), line.from.x.max(line.to.x));
    let (top, bottom) = (line.from.y.min(line.to.y), line.from.y.max(line.to.y));
    left < area.right() && right > area.left() && top < area.bottom() && bottom > area.top()
}

/// What holds however seats are arranged.
fn check_any(picture: &Picture, scene: &Scene) {
    let boxes = boxes(scene);
    assert_eq!(boxes.len(), picture.cards.len());
    let page = Area::new(Point::default(), scene.size);
    for (seat, area) in boxes.iter().enumerate() {
        assert!(is_within(area, &page), "{area:?} is not on the page");
        for other in &boxes[..seat] {
            assert!(!area.overlaps(other), "{area:?} and {other:?} overlap");
        }
    }
    for (manager, reports) in families(&picture.cards).into_iter().enumerate() {
        for pair in reports.windows(2).filter(|pair| pair.iter().all(|seat| !is_beside(picture, *seat))) {
            let (one, other) = (&boxes[pair[0]], &boxes[pair[1]]);
            let is_after = other.left() >= one.right() || (other.top() >= one.bottom() && manager < boxes.len());
            assert!(is_after || manager == boxes.len(), "siblings are out of order: {one:?}, {other:?}");
        }
    }
    check_lines(scene);
}

/// Whether a seat stands beside its manager.
fn is_beside(picture: &Picture, seat: usize) -> bool {
    let is_parent = picture.cards.iter().any(|card| card.parent == Some(seat));
    picture.cards[seat].assistant && picture.cards[seat].parent.is_some() && !is_parent
}

/// At every place between two siblings, the subtrees on both sides touch: none could come closer.
fn check_minimal(cards: &[Card], boxes: &[Area]) {
    let families = families(cards);
    let mut subtrees: Vec<Vec<usize>> = (0..cards.len()).map(|seat| vec![seat]).collect();
    for seat in (0..cards.len()).rev() {
        if let Some(parent) = cards[seat].parent {
            let below = subtrees[seat].clone();
            subtrees[parent].extend(below);
        }
    }
    for siblings in &families {
        for cut in 1..siblings.len() {
            let (before, after) = siblings.split_at(cut);
            let left = before.iter().flat_map(|sibling| &subtrees[*sibling]);
            let least = left
                .flat_map(|left| {
                    let right = after.iter().flat_map(|sibling| &subtrees[*sibling]);
                    right.filter_map(|right| distance(&boxes[*left], &boxes[*right]))
                })
                .min()
                .expect("siblings lie on one line");
            // Moves are shared out in whole pixels.
            assert!(least <= GAP, "siblings could be {} closer", least - GAP);
        }
    }
}

#[test]
fn boxes_and_lines_lie_well() {
    arbtest(|u| {
        let mut picture = forest(u, 40)?;
        // Beside an assistant the rules of the tidy tree hold for the two together.
        picture.cards.iter_mut().for_each(|card| card.assistant = false);
        for levels in ALL_LEVELS {
            let scene =
                draw(&picture, &Options { arrangement: Arrangement::Tidy(levels), page: None, ..Options::default() });
            check(&picture, &scene);
            check_minimal(&picture.cards, &boxes(&scene));
        }
        Ok(())
    })
    .budget_ms(1_000);
}

#[test]
fn every_arrangement_on_every_page_is_sound() {
    arbtest(|u| {
        let picture = forest(u, 60)?;
        check_any(&picture, &draw(&picture, &options(u)?));
        Ok(())
    })
    .budget_ms(2_000);
}

#[test]
fn a_wide_team_beside_a_seat_without_reports_leaves_no_hole() {
    // The code published with van der Ploeg 2014 never pulls the second seat back over the first.
    let mut cards = vec![card("root", None), card("lonely", Some(0)), card("busy", Some(0))];
    cards.extend((0..5).map(|report| card(&report.to_string(), Some(2))));
    for levels in ALL_LEVELS {
        let picture = picture(cards.clone());
        let scene =
            draw(&picture, &Options { arrangement: Arrangement::Tidy(levels), page: None, ..Options::default() });
        check(&picture, &scene);
        let boxes = boxes(&scene);
        assert_eq!((boxes[2].left() - boxes[1].right()).in_hundredths(), GAP);
        let width = boxes.iter().map(Area::right).max().expect("eight boxes") - boxes[3].left();
        assert_eq!(width, Px::whole(5 * 168 + 4 * 16), "no wider than the team");
    }
}

#[test]
fn small_teams_between_large_ones_are_spread() {
    let mut cards = vec![card("root", None)];
    cards.extend((0..5).map(|seat| card(&format!("seat{seat}"), Some(0))));
    for manager in [1, 5] {
        cards.extend((0..9).map(|report| card(&format!("{manager}-{report}"), Some(manager))));
    }
    let picture = picture(cards);
    let scene = draw_tidy(&picture);
    check(&picture, &scene);
    let boxes = boxes(&scene);
    let gaps: Vec<i64> = (1..5).map(|seat| (boxes[seat + 1].left() - boxes[seat].right()).in_hundredths()).collect();
    let (least, most) = (gaps.iter().min().expect("four gaps"), gaps.iter().max().expect("four gaps"));
    assert!(most - least <= 400, "{gaps:?} are not alike");
}

#[test]
fn no_head_of_a_team_stands_at_the_foot_of_a_column() {
    arbtest(|u| {
        let mut cards = vec![card("lead", None)];
        for manager in 0..u.int_in_range(2..=12)? {
            let place = cards.len();
            cards.push(card(&manager.to_string(), Some(0)));
            for _ in 0..u.int_in_range(2..=6)? {
                let responsibilities = vec!["Plan and budget".to_owned(); u.int_in_range(0..=6)?];
                cards.push(Card { responsibilities, ..card("report", Some(place)) });
            }
        }
        let options = Options { arrangement: Arrangement::Column, ..options(u)? };
        let boxes = boxes(&draw(&picture(cards.clone()), &options));
        for report in (2..cards.len()).filter(|report| cards[*report].parent == Some(report - 1)) {
            let (manager, report, before) = (&boxes[report - 1], &boxes[report], &boxes[report - 2]);
            let is_first = before.right() <= manager.left();
            assert!(report.top() > manager.top() || is_first, "the reports begin on the next column");
        }
        Ok(())
    })
    .budget_ms(500);
}

#[test]
fn trees_with_assistants_leave_each_other_room() {
    // Small charts are drawn no larger than they need: what is left of the page is given to their trees.
    let of = |parents: &[Option<usize>], assistants: &[usize]| {
        let seat = |(at, parent): (usize, &Option<usize>)| Card {
            assistant: assistants.contains(&at),
            ..card(&format!("s{at}"), *parent)
        };
        picture(parents.iter().enumerate().map(seat).collect())
    };
    let parents = [None, Some(0), Some(0), Some(0), None, Some(1), None, Some(4), Some(7), Some(7), Some(9), None];
    let trees = of(&[&parents[..], &[Some(2), Some(4)]].concat(), &[1, 3, 7]);
    check_any(&trees, &draw(&trees, &Options { teams: Some(false), ..Options::default() }));
    arbtest(|u| {
        let mut parents = vec![None];
        for seat in 1..u.int_in_range(2..=24)? {
            parents.push(if u.ratio(1, 5)? { None } else { Some(u.int_in_range(0..=seat - 1)?) });
        }
        let mut assistants = Vec::new();
        for seat in 0..parents.len() {
            assistants.extend(u.ratio(1, 4)?.then_some(seat));
        }
        let trees = of(&parents, &assistants);
        check_any(&trees, &draw(&trees, &options(u)?));
        Ok(())
    })
    .budget_ms(500);
}

#[test]
fn roots_stand_side_by_side() {
    let picture = picture(vec![card("a", None), card("b", Some(0)), card("c", None), card("d", Some(7))]);
    let scene = draw_tidy(&picture);
    let boxes = boxes(&scene);
    assert_eq!(boxes[0].top(), boxes[2].top());
    assert_eq!(boxes[0].top(), boxes[3].top(), "a parent that comes later is none");
    assert_eq!((boxes[2].left() - boxes[0].right()).in_hundredths(), GAP);
}

#[test]
fn an_empty_chart_is_a_page_too() {
    let scene = draw_tidy(&picture(Vec::new()));
    assert!(scene.groups.is_empty());
    assert!(svg(&scene, &Theme::light()).contains("Accountability chart of 0 seats."));
}

#[test]
fn a_chain_of_any_length_needs_no_stack() {
    let cards = (0..5_000_usize).map(|seat| card("x", seat.checked_sub(1))).collect();
    let picture = picture(cards);
    for arrangement in [Arrangement::Fit, Arrangement::Tidy(Levels::Aligned), Arrangement::Column] {
        let picture = picture.clone();
        let draw = move || svg(&draw(&picture, &Options { arrangement, ..Options::default() }), &Theme::light()).len();
        let thread = std::thread::Builder::new().stack_size(256 * 1024).spawn(draw).expect("a thread starts");
        assert!(thread.join().expect("the small stack suffices") > 5_000);
    }
}

#[test]
fn equal_pictures_give_equal_bytes() {
    arbtest(|u| {
        let (picture, options) = (forest(u, 15)?, options(u)?);
        assert_eq!(
            svg(&draw(&picture, &options), &Theme::light()),
            svg(&draw(&picture.clone(), &options), &Theme::light())
        );
        Ok(())
    })
    .budget_ms(500);
}
