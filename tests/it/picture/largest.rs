//! How large pictures are drawn, and how much they say.

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use rightseat::layout::{
    Arrangement, Body, GroupKind, Levels, Mark, Options, Page, Px, Scene, TextRole, draw, draw_pages,
};
use rightseat::picture::{Card, Picture};

use super::orgs::{card, forest, picture};

/// The size of seats' titles, by which pictures are compared.
fn size(scene: &Scene) -> Px {
    let marks = scene.groups.iter().filter(|group| matches!(group.kind, GroupKind::Seat { .. }));
    let is_title = |role| matches!(role, TextRole::SeatTitle | TextRole::GhostTitle | TextRole::FadedTitle);
    let title = |mark: &Mark| match mark {
        Mark::Text(text) if is_title(text.role) => Some(text.size),
        _ => None,
    };
    marks.flat_map(|group| &group.marks).find_map(title).expect("there is a seat")
}

fn options(arrangement: Arrangement, page: &str) -> Options {
    Options { arrangement, page: Page::parse(page).ok(), ..Options::default() }
}

/// Forests as people have them, which are wider and deeper than those of chance.
fn company(u: &mut Unstructured<'_>) -> Result<Picture> {
    let count = u.int_in_range(1..=80)?;
    let reach = u.int_in_range(2..=12)?;
    let has_functions = u.ratio(1, 2)?;
    let mut cards: Vec<Card> = Vec::new();
    for seat in 0..count {
        let parent =
            if seat == 0 { None } else { Some(u.int_in_range(seat / reach..=(seat - 1).min(seat / reach + 2))?) };
        let work = u.int_in_range(0..=5)?;
        let responsibilities = (0..work).map(|at| ["Yearly plan and its budget", "Price list"][at % 2].to_owned());
        let function = match parent {
            Some(0) if has_functions => Some(format!("Function {}", seat % 5)),
            Some(manager) => cards[manager].function.clone(),
            None => None,
        };
        cards.push(Card { responsibilities: responsibilities.collect(), function, ..card(&seat.to_string(), parent) });
    }
    Ok(picture(cards))
}

#[test]
fn nothing_is_drawn_larger_than_by_fit() {
    let largest = |u: &mut Unstructured<'_>| {
        let picture = if u.ratio(1, 2)? { company(u)? } else { forest(u, 60)? };
        let page = *u.choose(&["16:9", "4:3", "a4", "500x900", "3000x500"])?;
        let fit = size(&draw(&picture, &options(Arrangement::Fit, page)));
        for other in [Arrangement::Column, Arrangement::Tidy(Levels::Aligned)] {
            let other_size = size(&draw(&picture, &options(other, page)));
            assert!(fit >= other_size, "{other:?} on {page}: {other_size:?} is larger than {fit:?}");
        }
        Ok(())
    };
    // Here the words around the seats grow along with them, and take height that the list can spare.
    arbtest(largest).seed(0xa0dd_56ac_0000_0028);
    arbtest(largest).budget_ms(2_000);
}

#[test]
fn nothing_is_split_that_another_arrangement_draws_on_one_page() {
    arbtest(|u| {
        let picture = company(u)?;
        let least_font = Px::whole(u.int_in_range(4..=24)?);
        let may_shorten = u.ratio(1, 2)?;
        let options = |arrangement| Options { arrangement, least_font, may_shorten, ..Options::default() };
        let fit = draw_pages(&picture, &options(Arrangement::Fit));
        for other in [Arrangement::Column, Arrangement::Tidy(Levels::Aligned)] {
            let drawn = draw_pages(&picture, &options(other));
            let is_legible = drawn.pages[0].reading_size().is_some_and(|size| size >= least_font);
            assert!(!is_legible || (fit.pages.len() == 1 && fit.body <= drawn.body), "{other:?}: {:?}", drawn.body);
        }
        Ok(())
    })
    .budget_ms(2_000);
}

#[test]
fn less_is_said_before_a_page_is_split() {
    let mut cards = vec![card("0", None)];
    let mut last = Body::All;
    for seat in 1..200_usize {
        let work = vec!["Yearly plan and its budget".to_owned(); 3];
        cards.push(Card { responsibilities: work, ..card(&seat.to_string(), Some((seat - 1) / 6)) });
        if seat % 20 > 0 {
            continue;
        }
        let options = Options { least_font: Px::whole(14), may_shorten: true, ..Options::default() };
        let drawn = draw_pages(&picture(cards.clone()), &options);
        if drawn.pages.len() > 1 {
            assert_eq!(drawn.body, Body::All, "pages say everything");
            assert!(last == Body::Names && seat > 60, "{seat} seats are split");
            return;
        }
        assert!(drawn.body >= last && drawn.pages[0].reading_size() >= Some(Px::whole(14)), "{seat} seats");
        last = drawn.body;
    }
    panic!("nothing is split");
}

#[test]
fn a_small_chart_fills_its_page() {
    let few = picture((0..4_usize).map(|seat| card(&seat.to_string(), seat.checked_sub(1).map(|_| 0))).collect());
    let scene = draw(&few, &Options::default());
    // Fourteen points for responsibilities are 28 pixels of a slide, and 33.09 for titles; the words around the seats
    // have grown along, and leave them a little less room.
    assert!((3200..=3309).contains(&size(&scene).in_hundredths()), "{:?}", size(&scene));
}

#[test]
fn a_long_list_ends_with_how_many_more_there_are() {
    let long = |count: usize| {
        let responsibilities = (1..=count).map(|duty| format!("Duty {duty}")).collect();
        let drawn = draw(&picture(vec![Card { responsibilities, ..card("a", None) }]), &Options::default());
        rightseat::render::svg(&drawn, &rightseat::render::Theme::light())
    };
    let drawn = long(145);
    assert!(drawn.contains(">and 133 more<") && drawn.contains(">Duty 12<") && !drawn.contains(">Duty 13<"));
    assert!(long(13).contains(">Duty 13<") && !long(13).contains("more<"));
}

#[test]
fn a_report_that_hangs_alone_stands_in() {
    let cards = vec![card("boss", None), card("m1", Some(0)), card("m2", Some(0)), card("r1", Some(1))];
    for arrangement in [Arrangement::Fit, Arrangement::Column] {
        let scene = draw(&picture(cards.clone()), &options(arrangement, "500x900"));
        let boxes = super::orgs::boxes(&scene);
        let lefts = [boxes[1].left(), boxes[2].left(), boxes[3].left()];
        assert!(lefts[2] > lefts[0] && lefts[2] > lefts[1], "{arrangement:?}: {lefts:?}");
    }
}
