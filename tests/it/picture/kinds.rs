//! Pixels and PDF pages.

use rightseat::layout::{Options, Px, Scene, draw_tidy, pages};
use rightseat::picture::{Badge, Card, Changed, Fate, Holder, Picture};
use rightseat::render::{Drawing, Fonts, Resolution, Theme, pdf, png, svg};

use super::orgs::{WORDS, card, picture};

fn drawing(scene: &Scene) -> Drawing {
    Drawing::new(&svg(scene, &Theme::light()), &Fonts::embedded()).expect("it is small")
}

fn small() -> Scene {
    let mut cards = vec![card("ceo", None), card("sales", Some(0)), card("tech", Some(0))];
    cards[1].responsibilities = vec!["Annual recurring revenue".to_owned()];
    cards[2].holder = Holder::Vacant;
    draw_tidy(&Picture { title: "Acme".to_owned(), ..picture(cards) })
}

/// Width and height from the header of a PNG.
fn extent(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..16], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
fn a_png_has_the_pixels_that_are_asked_for() {
    let scene = small();
    let drawing = drawing(&scene);
    let own = |length: Px| u32::try_from(length.in_pixels_up()).expect("a small page");
    let (width, height) = (own(scene.size.width), own(scene.size.height));
    let drawn = |resolution| extent(&png(&drawing, resolution).expect("it is small"));
    assert_eq!(drawn(Resolution::Scale(1.0)), (width, height));
    assert_eq!(drawn(Resolution::Scale(2.0)), (2 * width, 2 * height));
    assert_eq!(drawn(Resolution::Width(1000)).0, 1000);
    let (width, height) = drawn(Resolution::Screen);
    assert!((width == 1920 && height <= 1080) || (width <= 1920 && height == 1080), "{width} × {height}");
}

#[test]
fn a_picture_larger_than_the_screen_keeps_its_own_measure() {
    let mut cards = vec![card("ceo", None)];
    cards.extend((0..20).map(|report| card(&report.to_string(), Some(0))));
    let scene = draw_tidy(&picture(cards));
    let (width, _) = extent(&png(&drawing(&scene), Resolution::Screen).expect("it is small"));
    assert_eq!(i64::from(width), scene.size.width.in_pixels_up());
}

#[test]
fn a_png_of_too_many_pixels_is_refused_with_a_scale_that_works() {
    let drawing = drawing(&small());
    let refused = png(&drawing, Resolution::Width(60_000)).expect_err("60,000 pixels are too many").to_string();
    let scale = refused.split("`--scale ").nth(1).and_then(|rest| rest.split('`').next()).expect(&refused);
    let scale: f64 = scale.parse().expect(&refused);
    assert!(png(&drawing, Resolution::Scale(scale * 1.1)).is_err(), "{refused}");
    // Nearly a hundred million pixels take long to paint: the twentieth part of the scale shows that it is one.
    assert!(png(&drawing, Resolution::Scale(scale / 20.0)).is_ok());
    assert!(png(&drawing, Resolution::Scale(1e-9)).is_err());
}

#[test]
fn equal_pictures_give_equal_bytes_of_every_kind() {
    let (one, other) = (drawing(&small()), drawing(&small()));
    let painted = |drawing| png(drawing, Resolution::Scale(1.0)).expect("it is small");
    assert_eq!(painted(&one), painted(&other));
    let fonts = Fonts::embedded();
    let (one, other) = (pdf(&[one], "Acme", &fonts), pdf(&[other], "Acme", &fonts));
    let (one, other) = (one.expect("small"), other.expect("small"));
    assert_eq!(one, other);
    let text = String::from_utf8_lossy(&one);
    assert!(text.starts_with("%PDF-") && text.contains("+Inter-SemiBold") && text.contains("/FontFile2"));
    assert!(!text.contains("Date"), "nothing in it depends on the day");
}

#[test]
fn letters_that_no_font_has_are_told() {
    let mut seat = card("a", None);
    seat.title = "営業 Größe Ωμέγα Їжак ✓".to_owned();
    let missing = drawing(&draw_tidy(&picture(vec![seat]))).missing();
    assert_eq!(missing.into_iter().collect::<String>(), "営業");
}

#[test]
fn no_font_is_needed_for_signs_of_ours() {
    let badges = vec![
        Badge::Load { percent: 120, of_all: Some(140), is_over: true },
        Badge::Members(2),
        Badge::Findings { count: 3, severe: true },
        Badge::Dotted(4),
    ];
    let some = |word: &str| Some(word.to_owned());
    let changed = Changed {
        moved_from: some("Sales"),
        former_title: some("Shop"),
        former_holder: some("Bo"),
        gained: vec!["Till".to_owned()],
        is_otherwise: true,
        ..Changed::default()
    };
    let fate = |fate| Some(Changed { fate, ..Changed::default() });
    let seat = Card { badges, changed: Some(changed), ..card("a", None) };
    let (new, gone) = (
        Card { changed: fate(Fate::Added), ..card("b", None) },
        Card { changed: fate(Fate::Removed), ..card("c", None) },
    );
    let missing = drawing(&draw_tidy(&picture(vec![seat, new, gone]))).missing();
    assert!(missing.is_empty(), "{missing:?}");
    // Pages with their markers both ways, and dotted lines between them.
    let mut cards = vec![card("0", None)];
    cards.extend((1..=10).map(|head| card(&head.to_string(), Some(0))));
    cards.extend((11..200).map(|seat| Card { dotted: vec![seat - 1], ..card("report", Some(1 + seat % 10)) }));
    let pages = pages(&picture(cards), &Options { least_font: Px::whole(16), ..Options::default() });
    let written: Vec<String> = pages.iter().map(|page| svg(page, &Theme::light())).collect();
    for sign in ['◄', '►', '↔'] {
        assert!(written.iter().any(|page| page.contains(sign)), "{sign}");
    }
    for page in &pages {
        let missing = drawing(page).missing();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn any_words_can_be_painted() {
    let cards: Vec<Card> = WORDS
        .iter()
        .map(|words| Card {
            title: (*words).to_owned(),
            responsibilities: vec![(*words).to_owned()],
            ..card(words, None)
        })
        .collect();
    let drawing = drawing(&draw_tidy(&picture(cards)));
    assert!(png(&drawing, Resolution::Scale(0.5)).is_ok());
    assert!(pdf(&[drawing], "", &Fonts::embedded()).is_ok());
}
