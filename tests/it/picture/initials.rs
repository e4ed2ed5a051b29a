//! Who holds a seat, as initials: the right ones, on all boxes or none, and never at the cost of anything else.

use arbtest::arbtest;
use rightseat::layout::{Mark, Options, Px, Rect, RectRole, Scene, TextRole, draw, draw_pages};
use rightseat::picture::{Card, Content, Holder};

use super::orgs::{card, forest, options, picture};
use super::text::covers;
use crate::support::{folder, judged, rightseat};

fn is_circle(mark: &Mark) -> bool {
    matches!(mark, Mark::Rect(Rect { role: RectRole::Initials, .. }))
}

/// The initials on a page.
fn written(scene: &Scene) -> Vec<&str> {
    let marks = scene.groups.iter().flat_map(|group| &group.marks);
    marks
        .filter_map(|mark| match mark {
            Mark::Text(text) if text.role == TextRole::Initials => Some(&*text.lines[0].text),
            _ => None,
        })
        .collect()
}

fn held(id: &str, parent: Option<usize>, holder: Holder) -> Card {
    Card { initials: holder.initials(), holder, ..card(id, parent) }
}

#[test]
fn initials_are_the_first_letters_of_the_first_and_the_last_word() {
    for (name, initials) in [
        ("Ana Ruiz", Some("AR")),
        ("José Ángel Núñez", Some("JN")),
        ("  Kim  ", Some("K")),
        ("Jean-Luc Picard", Some("JP")),
        ("E\u{301}mile Zola", Some("E\u{301}Z")),
        ("\"Bo\" Ana van Lind (on leave)", Some("AL")),
        ("ana de la cruz", Some("ac")),
        ("(Ana) Ruiz", Some("AR")),
        ("3M Liaison", Some("3L")),
        ("Ελένη Παπαδοπούλου", Some("ΕΠ")),
        ("Ольга Петренко", Some("ОП")),
        // Letters that would join each other.
        ("عمر خالد", Some("ع\u{200C}خ")),
        ("田中 雪", Some("田雪")),
        ("王小明", Some("王")),
        ("क्षमा शर्मा", Some("क्षश")),
        ("김 민준", Some("김민")),
        ("", None),
        ("(?)", None),
        ("👩‍👩‍👧", None),
    ] {
        for holder in [Holder::Owner(name.to_owned()), Holder::Interim(name.to_owned())] {
            assert_eq!(holder.initials().as_deref(), initials, "{name}");
        }
    }
    let nobody = [
        Holder::Vacant,
        Holder::Several(vec!["Ana Ruiz".to_owned()]),
        Holder::Missing("ana".to_owned()),
        Holder::Unreadable,
    ];
    assert!(nobody.iter().all(|holder| holder.initials().is_none()));
}

#[test]
fn all_boxes_have_initials_or_none() {
    let held = |id, parent| held(id, parent, Holder::Owner("Ana Ruiz".to_owned()));
    let roomy =
        vec![held("all", None), held("sales", Some(0)), Card { holder: Holder::Vacant, ..card("law", Some(0)) }];
    assert_eq!(written(&draw(&picture(roomy.clone()), &Options::default())), ["AR", "AR"]);
    let narrow = Card { title: "Sales and Marketing, ".repeat(9), ..held("narrow", Some(0)) };
    let one_narrow = [&roomy[..], &[narrow]].concat();
    assert!(written(&draw(&picture(one_narrow), &Options::default())).is_empty());
    // Pages of one picture are alike, too, whatever there is room for on one of them.
    let many = (0..400_usize).map(|seat| held("a", seat.checked_sub(1).map(|before| before / 7))).collect();
    let drawn = draw_pages(&picture(many), &Options { least_font: Px::whole(14), ..Options::default() });
    assert!(drawn.pages.len() > 5 && drawn.pages.iter().all(|page| written(page).is_empty()));
}

#[test]
fn a_picture_in_which_nobody_looks_for_initials_has_none() {
    for (seats, has_some) in [(1_000, true), (1_001, false)] {
        let seat = |n: usize| format!("  s{n}: {{title: Seat {n}, owner: ann, reports_to: s{}}}\n", n / 7);
        let seats: String = (1..seats).map(seat).collect();
        let text = format!("people: {{ann: Ann Lee}}\nseats:\n  s0: {{title: Root, owner: ann}}\n{seats}");
        judged(&[("chart.yaml", &text)], |judged| {
            let picture = rightseat::picture::picture(judged, &Content::default()).expect("no seat is named");
            assert_eq!(picture.cards.iter().filter(|card| card.initials.is_some()).count() > 0, has_some);
        });
    }
}

#[test]
fn initials_change_nothing_else_and_touch_no_words() {
    let mut seen = 0;
    arbtest(|u| {
        let (with, options) = (forest(u, 5)?, options(u)?);
        let mut without = with.clone();
        without.cards.iter_mut().for_each(|card| card.initials = None);
        let mut scene = draw(&with, &options);
        for group in &mut scene.groups {
            let circle = group.marks.iter().position(is_circle);
            let circle = circle.map(|at| group.marks.drain(at..=at + 1).collect::<Vec<_>>());
            for circle in circle.into_iter().flatten() {
                let Mark::Rect(circle) = circle else { continue };
                seen += 1;
                for mark in &group.marks {
                    let areas = match mark {
                        Mark::Text(text) => covers(text).collect(),
                        Mark::Rect(rect) if rect.role == RectRole::Badge => vec![rect.area],
                        _ => Vec::new(),
                    };
                    assert!(!areas.iter().any(|area| area.overlaps(&circle.area)), "{mark:?} under {circle:?}");
                }
            }
        }
        assert_eq!(scene, draw(&without, &options));
        Ok(())
    })
    .budget_ms(1_000);
    assert!(seen > 0, "no circle was looked at");
}

#[test]
fn initials_are_shown_where_show_says_so() {
    let chart = "people: {ana: {name: Ana Ruiz}}\nseats: {top: {title: Top, owner: ana}}\n";
    let home = folder(&[("a.yaml", chart)]);
    for (show, has_initials) in [
        (None, true),
        (Some("title,owner,initials"), true),
        (Some("title,owner"), false),
        (Some("title,initials"), false),
    ] {
        let show = show.map_or_else(Vec::new, |fields| vec!["--show", fields]);
        let ran = rightseat(home.path(), &[&["render", "a.yaml", "-o", "-"], &*show].concat());
        assert_eq!((ran.code, ran.out.contains(">AR<")), (0, has_initials), "{show:?}");
    }
    let ran = rightseat(home.path(), &["render", "a.yaml", "-o", "a.dot", "--show", "title,owner,initials"]);
    assert_eq!(ran.err, "note: this kind of file does not show initials\n");
}

#[test]
fn initials_that_were_asked_for_and_are_not_shown_are_told() {
    let people = "people: {ana: {name: Ana Ruiz}}\n";
    let seat = |n: usize| format!("  s{n}: {{title: Seat {n}, owner: ana, reports_to: s{}}}\n", (n - 1) / 7);
    let many: String = (1..1_001).map(seat).collect();
    let home = folder(&[
        ("few.yaml", &format!("{people}seats:\n  s0: {{title: Top, owner: ana}}\n")),
        ("many.yaml", &format!("{people}seats:\n  s0: {{title: Top, owner: ana}}\n{many}")),
    ]);
    let render = |chart: &str, show: &[&str]| {
        let ran = rightseat(home.path(), &[&["render", chart, "-o", "-", "--min-font", "0"], show].concat());
        (ran.code, ran.err.contains("initials are not shown"))
    };
    for (chart, show, is_told) in [
        ("few.yaml", &[][..], false),
        ("few.yaml", &["--show", "title,owner,initials"], false),
        ("few.yaml", &["--show", "title,initials"], true),
        ("many.yaml", &["--show", "title,owner,initials"], true),
        // Nobody asked.
        ("many.yaml", &[], false),
    ] {
        assert_eq!(render(chart, show), (0, is_told), "{chart} {show:?}");
    }
}
