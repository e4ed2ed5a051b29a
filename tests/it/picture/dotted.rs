//! Dotted lines: drawn while they are few, numbered when they are many.

use arbtest::arbtest;
use rightseat::layout::{GroupKind, Mark, Options, Scene, Segment, draw};
use rightseat::picture::Card;
use rightseat::render::{Theme, svg};

use super::orgs::{boxes, card, picture};

fn dotted(scene: &Scene) -> Vec<Vec<Segment>> {
    let marks = scene.groups.iter().filter(|group| group.kind == GroupKind::Dotted).flat_map(|group| &group.marks);
    let line = |mark: &Mark| match mark {
        Mark::Dotted(_, segments) => segments.clone(),
        other => panic!("{other:?} is no dotted line"),
    };
    marks.map(line).collect()
}

#[test]
fn a_few_lines_lead_round_the_boxes_from_side_to_side() {
    arbtest(|u| {
        let count = u.int_in_range(4..=40)?;
        let mut cards = vec![card("0", None)];
        for seat in 1..count {
            cards.push(card(&seat.to_string(), Some(u.int_in_range(0..=seat - 1)?)));
        }
        let mut ends = Vec::new();
        for _ in 0..u.int_in_range(1..=6)? {
            let (from, to) = (u.int_in_range(0..=count - 1)?, u.int_in_range(0..=count - 1)?);
            let is_new = from != to && !ends.contains(&(from, to)) && !ends.contains(&(to, from));
            if is_new {
                cards[from].dotted.push(to);
                ends.push((from, to));
            }
        }
        ends.sort_by_key(|(from, _)| *from);
        let scene = draw(&picture(cards), &Options::default());
        super::geometry::check_lines(&scene);
        let (boxes, lines) = (boxes(&scene), dotted(&scene));
        assert_eq!(lines.len(), ends.len(), "every line finds a way");
        for (line, (from, to)) in lines.iter().zip(ends) {
            for (point, area) in [(line[0].from, boxes[from]), (line[line.len() - 1].to, boxes[to])] {
                let near =
                    |one: rightseat::layout::Px, other: rightseat::layout::Px| (one - other).in_hundredths().abs() <= 2;
                assert!(
                    near(point.x, area.left()) || near(point.x, area.right()),
                    "{point:?} is at no side of {area:?}"
                );
                assert!(point.y > area.top() && point.y < area.bottom());
            }
            assert!(line.windows(2).all(|pair| pair[0].to == pair[1].from), "the line is in one piece");
        }
        Ok(())
    })
    .budget_ms(1_000);
}

#[test]
fn many_lines_are_numbers_at_both_ends() {
    let mut cards: Vec<Card> = vec![card("0", None)];
    cards.extend((1..10).map(|seat| Card { dotted: vec![seat + 1], ..card(&seat.to_string(), Some(0)) }));
    let scene = draw(&picture(cards), &Options::default());
    assert!(dotted(&scene).is_empty());
    let drawn = svg(&scene, &Theme::light());
    for frame in [">↔\u{a0}1<", ">↔\u{a0}1\u{a0}2<", ">↔\u{a0}7\u{a0}8<", ">↔\u{a0}8<"] {
        assert_eq!(drawn.matches(frame).count(), 1, "{frame}: {drawn}");
    }
}
