//! Panels of departments: what is in them, and that they stand for the legend.

use arbtest::arbtest;
use rightseat::layout::{Area, GroupKind, Mark, Options, Page, Point, Px, RectRole, Scene, Size, draw, draw_pages};
use rightseat::picture::{Card, Picture};

use super::orgs::{boxes, card, picture};
use super::text::is_within;

/// The panels of a page.
fn panels(scene: &Scene) -> Vec<Area> {
    let marks = scene.groups.iter().filter(|group| group.kind == GroupKind::Departments).flat_map(|group| &group.marks);
    let area = |mark: &Mark| match mark {
        Mark::Rect(rect) if matches!(rect.role, RectRole::Department(_)) => Some(rect.area),
        _ => None,
    };
    marks.filter_map(area).collect()
}

/// All words of the groups of one kind.
fn words(scene: &Scene, kind: &GroupKind) -> Vec<String> {
    let marks = scene.groups.iter().filter(|group| group.kind == *kind).flat_map(|group| &group.marks);
    let text = |mark: &Mark| match mark {
        Mark::Text(text) => Some(text.lines.iter().map(|line| line.text.clone()).collect::<String>()),
        _ => None,
    };
    marks.filter_map(text).collect()
}

/// A top with heads of these functions, each with two reports.
fn firm(functions: &[&str]) -> Picture {
    let mut cards = vec![card("top", None)];
    for (at, function) in functions.iter().enumerate() {
        let (function, head) = (Some((*function).to_owned()), cards.len());
        cards.push(Card { function: function.clone(), ..card(&format!("head {at}"), Some(0)) });
        for report in 0..2 {
            cards.push(Card { function: function.clone(), ..card(&format!("report {at} {report}"), Some(head)) });
        }
    }
    picture(cards)
}

#[test]
fn departments_have_their_names_on_panels_and_no_legend() {
    // Where nobody says how small words may be, they are as large as they can be.
    let read = Options { least_font: Px::whole(14), ..Options::default() };
    let of = |functions: &[&str]| draw(&firm(functions), &read);
    let scene = of(&["Sales", "Making", "Law"]);
    assert_eq!(panels(&scene).len(), 3);
    assert_eq!(words(&scene, &GroupKind::DepartmentNames), ["Sales", "Making", "Law"]);
    assert_eq!(words(&scene, &GroupKind::Legend), [""; 0]);
    // Where all have the same function, there is nothing to tell apart.
    assert_eq!(panels(&of(&["Sales", "Sales"])).len(), 0);
    let off = Options { legend: false, ..read.clone() };
    assert_eq!(panels(&draw(&firm(&["Sales", "Making"]), &off)).len(), 0);
    // A function that is elsewhere, too, stays in the legend.
    let mut mixed = firm(&["Sales", "Making", "Law"]);
    mixed.cards[0].function = Some("Sales".to_owned());
    let scene = draw(&mixed, &read);
    assert_eq!((panels(&scene).len(), words(&scene, &GroupKind::Legend)), (3, vec!["Sales".to_owned()]));
}

#[test]
fn functions_have_panels_only_where_these_tell_them_apart() {
    let read = Options { least_font: Px::whole(1), ..Options::default() };
    let with = |functions: &[&str], more: &[Card]| {
        let mut firm = firm(functions);
        firm.cards.extend_from_slice(more);
        panels(&draw(&firm, &read)).len()
    };
    let lone = |function: &str| Card { function: Some(function.to_owned()), ..card(function, Some(0)) };
    let beside = |function: &str| Card { assistant: true, ..lone(function) };
    let (two, three): (&[&str], &[&str]) = (&["Sales", "Making"], &["Sales", "Making", "Law"]);
    // An assistant has no panel: then nobody of the function has one.
    assert_eq!([with(three, &[]), with(three, &[beside("Law")])], [3, 2]);
    // More heads without reports than with: they would be outlined twice.
    assert_eq!([2, 3].map(|count| with(two, &vec![lone("People"); count])), [4, 2]);
    // More functions without a panel than with one.
    assert_eq!([2, 3].map(|count| with(two, &["A", "B", "C"].map(beside)[..count])), [2, 0]);
    // A name that is wider than its panel.
    let wide = "Everything that nobody else wants to have anything to do with ".repeat(2);
    assert_eq!(with(&["Sales", "Making", &wide], &[]), 0);
    // So many seats that nobody reads them branch by branch.
    let report = Card { function: Some("Sales".to_owned()), ..card("more", Some(1)) };
    assert_eq!([393, 394].map(|count| with(two, &vec![report.clone(); count])), [2, 0]);
}

#[test]
fn panels_cost_a_little_of_the_size_where_that_can_be_read() {
    let firm = Picture { title: "Firm".to_owned(), ..firm(&["Sales", "Making", "Law"]) };
    let at = |page: &str, least_font: Px| {
        let scene = draw(&firm, &Options { least_font, page: Page::parse(page).ok(), ..Options::default() });
        (panels(&scene).len(), scene.reading_size().expect("there are words"))
    };
    // As large as can be, and as small as may be.
    let ((none, largest), (all, smaller)) = (at("16:9", Px::ZERO), at("16:9", Px::whole(1)));
    assert!((none, all) == (0, 3) && smaller < largest, "{none} {largest:?} {all} {smaller:?}");
    assert_eq!([smaller, largest].map(|least| at("16:9", least).0), [3, 0]);
    // On a low page they would cost more than a twelfth.
    assert_eq!(at("1000x200", Px::whole(1)), at("1000x200", Px::ZERO));
}

/// Holds what is in each panel against what is not.
fn check(scene: &Scene) -> usize {
    let (panels, boxes) = (panels(scene), boxes(scene));
    for (at, panel) in panels.iter().enumerate() {
        assert!(panels[..at].iter().all(|other| !panel.overlaps(other)), "{panel:?} lies on another");
        assert!(is_within(panel, &Area::new(Point::default(), scene.size)), "{panel:?} leaves the page");
        for area in &boxes {
            assert!(is_within(area, panel) || !panel.overlaps(area), "{area:?} is partly in {panel:?}");
        }
    }
    // What is written at the edge of the page is above, below or beside them.
    let is_edge = |kind: &GroupKind| matches!(kind, GroupKind::Heading | GroupKind::Legend | GroupKind::Footer);
    for mark in scene.groups.iter().filter(|group| is_edge(&group.kind)).flat_map(|group| &group.marks) {
        let Mark::Text(text) = mark else { continue };
        for line in &text.lines {
            let begin = Area::new(line.start + Point::new(Px::ZERO, -text.size), Size::new(Px::whole(9), text.size));
            assert!(panels.iter().all(|panel| !panel.overlaps(&begin)), "{:?} lies under a panel", line.text);
        }
    }
    panels.len()
}

#[test]
fn departments_at_the_top_leave_room_for_the_title() {
    let mut firm =
        Picture { title: "Firm".to_owned(), subtitle: "2026-Q4".to_owned(), ..firm(&["Sales", "Making", "Law"]) };
    firm.cards.remove(0);
    firm.cards.iter_mut().for_each(|card| card.parent = card.parent.and_then(|up| up.checked_sub(1)));
    // On low pages the seats fill all the height that the title leaves.
    for page in ["16:9", "a4", "1000x400", "1280x400"] {
        let options = Options { least_font: Px::whole(4), page: Page::parse(page).ok(), ..Options::default() };
        assert_eq!(check(&draw(&firm, &options)), 3, "{page}");
    }
}

#[test]
fn a_department_of_one_seat_has_room_for_its_name() {
    let mut firm = firm(&["Sales", "Making", "Law"]);
    for (at, function) in ["People", "Money"].into_iter().enumerate() {
        firm.cards.insert(4, Card { function: Some(function.to_owned()), ..card(&format!("lone {at}"), Some(0)) });
        firm.cards.iter_mut().skip(5).for_each(|card| card.parent = card.parent.map(|up| up + usize::from(up > 3)));
    }
    for page in ["16:9", "a4", "a3-landscape"] {
        let options = Options { least_font: Px::whole(4), page: Page::parse(page).ok(), ..Options::default() };
        assert_eq!(check(&draw(&firm, &options)), 5, "{page}");
    }
}

#[test]
fn a_panel_holds_its_branch_and_nothing_else() {
    let drawn = std::cell::Cell::new(0);
    arbtest(|u| {
        let mut picture = Picture { title: "Firm".to_owned(), ..firm(&["Sales", "Making"]) };
        for _ in 0..u.int_in_range(0..=30)? {
            let manager = u.int_in_range(0..=picture.cards.len() - 1)?;
            let own = Some((*u.choose(&["Sales", "Making", "Law", "People"])?).to_owned());
            let function = picture.cards[manager].function.clone().filter(|_| u.ratio(5, 6).unwrap_or(true)).or(own);
            picture.cards.push(Card { function, ..card("more", Some(manager)) });
        }
        let least_font = Px::whole(*u.choose(&[14, 8, 4, 0])?);
        for scene in draw_pages(&picture, &Options { least_font, ..Options::default() }).pages {
            drawn.set(drawn.get() + check(&scene));
        }
        Ok(())
    })
    .budget_ms(1_500);
    assert!(drawn.get() > 0, "there are departments");
}
