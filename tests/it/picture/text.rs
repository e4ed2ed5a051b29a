//! Words stay in their boxes, and any words make a document that readers accept.

use std::collections::HashSet;

use arbtest::arbtest;
use rightseat::layout::{Area, Face, Group, GroupKind, Mark, Point, Px, Scene, Size, Text, draw, draw_tidy};
use rightseat::picture::Picture;
use rightseat::render::{Theme, svg};

use super::orgs::{WORDS, card, forest, options, picture};

/// The room that a text covers when it is drawn with our font and four per cent of slack.
pub(super) fn covers(text: &Text) -> impl Iterator<Item = Area> {
    let (face, size) = (text.role.face(), text.size);
    text.lines.iter().map(move |line| {
        let width = face.width(line.text.trim_end(), size).in_hundredths() * 104 / 100;
        let scaled =
            |units: u32| Px::hundredths(i64::from(units) * size.in_hundredths() / i64::from(Face::UNITS_PER_EM));
        let top = line.start.y - scaled(Face::ASCENT);
        let height = scaled(Face::ASCENT) + scaled(Face::DESCENT);
        Area::new(Point::new(line.start.x, top), Size::new(Px::hundredths(width), height))
    })
}

pub(super) fn is_within(inner: &Area, outer: &Area) -> bool {
    inner.left() >= outer.left()
        && inner.right() <= outer.right()
        && inner.top() >= outer.top()
        && inner.bottom() <= outer.bottom()
}

pub(super) fn check(scene: &Scene) {
    let page = Area::new(Point::default(), scene.size);
    for group in &scene.groups {
        let (room, padding) = match &group.kind {
            // Words keep clear of the edge; what is rounded on the way to the page may take a few hundredths.
            GroupKind::Seat { area, .. } => {
                let clear = if is_cell(group, area) { 6 } else { 8 };
                (area, Px::hundredths(clear * seat_scale(group) - 5))
            }
            GroupKind::Node { area, .. } => (area, Px::hundredths(6 * seat_scale(group) - 5)),
            _ => (&page, Px::ZERO),
        };
        let inner = Area::new(
            room.origin + Point::new(padding, padding),
            Size::new(room.size.width - padding * 2, room.size.height - padding * 2),
        );
        let mut below = Px::ZERO;
        for mark in &group.marks {
            match mark {
                Mark::Text(text) => {
                    for area in covers(text) {
                        assert!(is_within(&area, &inner), "{text:?} leaves {inner:?}");
                        if matches!(group.kind, GroupKind::Seat { .. }) && !text.role.is_figure() {
                            assert!(area.bottom() >= below, "{text:?} is above the text before");
                            below = area.bottom();
                        }
                    }
                }
                Mark::Rect(rect) => assert!(is_within(&rect.area, room), "{rect:?} leaves {room:?}"),
                Mark::Warning(corners) => {
                    assert!(corners.iter().all(|corner| is_within(&Area::new(*corner, Size::default()), &inner)));
                }
                Mark::Lines(_) | Mark::Dotted(..) | Mark::Swing(_) | Mark::Curve(_) | Mark::Head(..) => {}
            }
        }
    }
}

/// Whether a seat is a cell of a panel: these stand closer, and their own marks lie within them.
fn is_cell(group: &Group, area: &Area) -> bool {
    matches!(group.marks.first(), Some(Mark::Rect(rect)) if rect.area.size != area.size)
}

/// How large a box is drawn, in hundredths: what became of the size of its title.
pub(super) fn seat_scale(group: &Group) -> i64 {
    let title = group.marks.iter().find_map(|mark| match mark {
        Mark::Text(text) => Some(text.size.in_hundredths() * 100 / text.role.size().in_hundredths()),
        _ => None,
    });
    title.expect("every box has a title")
}

/// A small reader of XML, only as strict as this test needs: balanced tags, quoted attributes, known entities, no
/// forbidden characters. Returns the ids.
pub(super) fn read(document: &str) -> Vec<String> {
    let mut open = Vec::new();
    let mut ids = Vec::new();
    let mut rest = document;
    while let Some(start) = rest.find('<') {
        check_words(&rest[..start]);
        let end = rest.find('>').expect("a tag ends");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "tags are balanced");
            continue;
        }
        let inner = tag.strip_suffix('/').unwrap_or(tag);
        let name = inner.split(' ').next().expect("a tag has a name");
        let mut parts = inner[name.len()..].split('"');
        while let (Some(attribute), Some(value)) = (parts.next(), parts.next()) {
            assert!(attribute.starts_with(' ') && attribute.ends_with('='), "{attribute:?} in {tag:?}");
            check_words(value);
            ids.extend((attribute == " id=").then(|| value.to_owned()));
        }
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    check_words(rest);
    assert!(open.is_empty(), "all elements are closed");
    ids
}

fn check_words(words: &str) {
    assert!(!words.contains(['<', '>']), "{words:?} is not escaped");
    assert!(!words.contains(|letter: char| letter != '\n' && letter.is_control()), "{words:?} has control characters");
    assert!(!words.contains(['\u{FFFE}', '\u{FFFF}']), "{words:?} has characters that XML forbids");
    for (at, _) in words.match_indices('&') {
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
        assert!(known.iter().any(|entity| words[at..].starts_with(entity)), "{words:?} has a bare ampersand");
    }
}

#[test]
fn no_text_leaves_its_box_and_every_document_is_sound() {
    arbtest(|u| {
        let scene = draw(&forest(u, 12)?, &options(u)?);
        check(&scene);
        let ids = read(&svg(&scene, &Theme::light()));
        assert_eq!(ids.len(), ids.iter().collect::<HashSet<_>>().len(), "ids are unique");
        Ok(())
    })
    .budget_ms(1_000);
}

#[test]
fn the_checks_notice_what_they_look_for() {
    let fails = |check: fn()| std::panic::catch_unwind(check).is_err();
    assert!(fails(|| {
        read("<a>\0</a>");
    }));
    assert!(fails(|| {
        read("<a>]]></a>");
    }));
    assert!(fails(|| {
        read("<a><b></a></b>");
    }));
    assert!(fails(|| {
        let mut scene = draw_tidy(&picture(vec![card("a", None)]));
        scene.groups[0].marks[1].shift(Point::new(Px::whole(90), Px::ZERO));
        check(&scene);
    }));
}

#[test]
fn every_hostile_word_is_drawn_everywhere() {
    for words in WORDS {
        let mut hostile = card(words, None);
        hostile.title = (*words).to_owned();
        hostile.function = Some((*words).to_owned());
        hostile.responsibilities = vec![(*words).to_owned(); 2];
        let picture = Picture {
            title: (*words).to_owned(),
            subtitle: (*words).to_owned(),
            cards: vec![hostile],
            ..Picture::default()
        };
        let scene = draw_tidy(&picture);
        check(&scene);
        read(&svg(&scene, &Theme::light()));
    }
}

#[test]
fn ids_stay_unique_when_seats_come_twice() {
    let scene = draw_tidy(&picture(vec![card("a b", None), card("a b", Some(0)), card("a_20_b", Some(0))]));
    assert_eq!(read(&svg(&scene, &Theme::light())), ["seat-a_20_b", "seat-a_20_b_2", "seat-a_5f_20_5f_b"]);
}

#[test]
fn nothing_that_slide_tools_drop_is_written() {
    arbtest(|u| {
        let document = svg(&draw(&forest(u, 12)?, &options(u)?), &Theme::light());
        let elements = ["svg", "title", "desc", "g", "rect", "path", "polygon", "text"];
        for tag in document.split('<').skip(1).filter(|tag| !tag.starts_with('/')) {
            let name = tag.split([' ', '>', '/']).next().expect("a tag has a name");
            assert!(elements.contains(&name), "<{name}> is not in our subset");
        }
        assert!(!document.contains(" style=") && !document.contains(" class="));
        Ok(())
    })
    .budget_ms(500);
}
