//! Words can be read and functions told apart, whatever the theme.

use std::collections::BTreeMap;

use rightseat::config::{Base, UNLIKE};
use rightseat::layout::{
    Accenting, Area, GroupKind, Hue, Mark, Options, Px, Rect, RectRole, Scene, SeatState, TextRole, Tier, draw,
};
use rightseat::picture::{Card, ChangeKind, Changed, Content, Picture};
use rightseat::render::{Colour, Theme, Width, svg};

use super::orgs::{card, picture};
use crate::support::{day, folder, project, rightseat};

fn themes() -> [(&'static str, Theme); 5] {
    let pale = Colour::parse("#ffe9a8").expect("a colour");
    let middling = Colour::parse("#1f6feb").expect("a colour");
    [
        ("light", Theme::light()),
        ("dark", Theme::dark()),
        ("print", Theme::print()),
        ("light with a pale accent", Theme::light().with_accent(pale)),
        ("dark with a middling accent", Theme::dark().with_accent(middling)),
    ]
}

fn seats() -> impl Iterator<Item = (SeatState, Tier)> {
    let states = [SeatState::Held, SeatState::Contested, SeatState::Vacant];
    states.into_iter().flat_map(|state| [Tier::Head, Tier::Manager, Tier::Leaf].map(|tier| (state, tier)))
}

#[test]
fn words_have_the_contrast_of_level_aa() {
    for (name, theme) in themes() {
        for seat in seats() {
            let fill = theme.paint(RectRole::Seat(seat.0, seat.1)).fill;
            for role in [
                TextRole::SeatTitle,
                TextRole::Holder,
                TextRole::Contested,
                TextRole::Vacant,
                TextRole::Responsibility,
                TextRole::Section,
                TextRole::Continuation,
            ] {
                let contrast = theme.ink(role, Some(seat)).contrast(fill);
                assert!(contrast >= 4.5, "{name}: {role:?} on {seat:?} has {contrast:.2}");
            }
        }
        for (role, behind) in [
            (TextRole::Badge, RectRole::Badge),
            (TextRole::Alarm, RectRole::Alarm),
            (TextRole::Initials, RectRole::Initials),
        ] {
            let contrast = theme.ink(role, None).contrast(theme.paint(behind).fill);
            assert!(contrast >= 4.5, "{name}: {role:?} has {contrast:.2}");
        }
        for role in [TextRole::PageTitle, TextRole::Legend, TextRole::Footer] {
            assert!(theme.ink(role, None).contrast(theme.page()) >= 4.5, "{name}: {role:?}");
        }
    }
}

#[test]
fn shapes_have_the_contrast_of_level_aa() {
    for (name, theme) in themes() {
        let page = theme.page();
        assert!(theme.line().contrast(page) >= 3.0, "{name}: lines");
        for (state, tier) in seats() {
            let paint = theme.paint(RectRole::Seat(state, tier));
            let edge = paint.outline.expect("boxes have an outline").colour;
            let is_seen = edge.contrast(page).max(paint.fill.contrast(page)) >= 3.0;
            // A pale accent is somebody's choice; its words are readable all the same.
            assert!(is_seen || (name.contains("pale") && tier == Tier::Head), "{name}: {state:?} {tier:?}");
        }
        for hue in (0..Hue::COUNT).map(Hue::nth) {
            for tier in [Tier::Manager, Tier::Leaf] {
                let bar = theme.paint(RectRole::Accent(hue)).fill;
                let fill = theme.paint(RectRole::Seat(SeatState::Held, tier)).fill;
                assert!(bar.contrast(fill) >= 3.0, "{name}: {hue:?} on {tier:?}");
            }
            // The head of a tree may have a bar of its own colour, which then lies on another.
            let bar = theme.paint(RectRole::Accent(hue)).fill;
            assert!(bar.contrast(theme.paint(RectRole::Bed).fill) >= 3.0, "{name}: {hue:?} in a head");
        }
    }
}

#[test]
fn who_held_the_head_before_is_struck_through_to_be_seen() {
    let changed = Changed { former_holder: Some("Bo Lind".to_owned()), ..Changed::default() };
    let cards = vec![Card { changed: Some(changed), ..card("0", None) }, card("1", Some(0))];
    let scene = draw(&picture(cards), &Options::default());
    for (name, theme) in themes() {
        let written = svg(&scene, &theme);
        let fills = written.lines().filter(|line| line.starts_with("<rect")).map(|line| {
            let fill = line.split("fill=\"").nth(1).and_then(|rest| rest.get(..7)).expect("rectangles are filled");
            Colour::parse(fill).expect("a colour")
        });
        // The page, two signs in the legend, the head, its badge, the line through its former holder.
        let [_, _, _, head, _, strike] = fills.take(6).collect::<Vec<_>>()[..] else { panic!("{written}") };
        assert!(strike.contrast(head) >= 4.5, "{name}: {:.2}", strike.contrast(head));
    }
}

#[test]
fn the_function_of_a_head_can_be_told() {
    let function = Some("Sales".to_owned());
    let cards = vec![Card { function: function.clone(), ..card("0", None) }, Card { function, ..card("1", Some(0)) }];
    let scene = draw(&picture(cards), &Options::default());
    let seats = scene.groups.iter().filter(|group| matches!(group.kind, GroupKind::Seat { .. }));
    let roles: Vec<Vec<RectRole>> = seats
        .map(|seat| {
            let role = |mark: &Mark| if let Mark::Rect(rect) = mark { Some(rect.role) } else { None };
            seat.marks.iter().filter_map(role).skip(1).collect()
        })
        .collect();
    let bar = roles[1][0];
    assert!(matches!(bar, RectRole::Accent(_)), "{bar:?}");
    assert_eq!(roles, [vec![RectRole::Bed, bar], vec![bar]], "a bar on its bed, and one that needs none");
}

#[test]
fn each_change_is_seen_and_its_word_is_read() {
    for (name, theme) in themes() {
        let page = theme.page();
        let mut colours = Vec::new();
        for kind in ChangeKind::ALL {
            let badge = theme.paint(RectRole::Change(kind)).fill;
            let word = theme.ink(TextRole::Change, None);
            assert!(word.contrast(badge) >= 4.5, "{name}: {kind:?} {:.2}", word.contrast(badge));
            let edge = theme.paint(RectRole::Changed(kind, SeatState::Held, Tier::Leaf)).outline.expect("an outline");
            assert!(edge.width == Width::Thick && edge.colour.contrast(page) >= 3.0, "{name}: {kind:?}");
            colours.push(edge.colour);
        }
        colours.dedup();
        assert!(colours.len() == ChangeKind::ALL.len() || colours.len() == 1, "{name}: kinds look alike");
        let faded = theme.paint(RectRole::Faded(SeatState::Held));
        let edge = faded.outline.expect("boxes have an outline").colour;
        assert!(edge.contrast(page) < colours[0].contrast(page), "{name}: what is unchanged stands back");
        for role in [TextRole::FadedTitle, TextRole::FadedHolder] {
            assert!(theme.ink(role, RectRole::Faded(SeatState::Held).seat()).contrast(faded.fill) >= 4.5, "{name}");
        }
    }
}

/// How people without green or red receptors see a colour, as light: the matrices of G. Machado and others, "A
/// physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (2009), at full severity.
const DEUTERANOPIA: [[f64; 3]; 3] =
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];
const PROTANOPIA: [[f64; 3]; 3] =
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];
const ALL_RECEPTORS: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

/// A colour in CIE Lab, as somebody sees it.
fn seen(colour: Colour, by: [[f64; 3]; 3]) -> [f64; 3] {
    let light = colour.channels().map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    let sum = |row: [f64; 3]| row.iter().zip(light).map(|(one, other)| one * other).sum::<f64>().clamp(0.0, 1.0);
    let [red, green, blue] = by.map(sum);
    let [x, y, z] = [
        (0.412_456 * red + 0.357_576 * green + 0.180_438 * blue) / 0.950_47,
        0.212_673 * red + 0.715_152 * green + 0.072_175 * blue,
        (0.019_334 * red + 0.119_192 * green + 0.950_304 * blue) / 1.088_83,
    ]
    .map(|part: f64| if part > 0.008_856 { part.cbrt() } else { 7.787 * part + 16.0 / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(one: [f64; 3], other: [f64; 3]) -> f64 {
    one.iter().zip(other).map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
}

/// The least distance between two of some colours, for whoever sees them least well.
fn least(colours: &[Colour]) -> f64 {
    let mut least = f64::MAX;
    for by in [ALL_RECEPTORS, DEUTERANOPIA, PROTANOPIA] {
        for (at, one) in colours.iter().enumerate() {
            for other in &colours[..at] {
                least = least.min(distance(seen(*one, by), seen(*other, by)));
            }
        }
    }
    least
}

#[test]
fn functions_are_told_apart_without_red_or_green() {
    for theme in [Theme::light(), Theme::dark()] {
        let hues: Vec<Colour> = (0..Hue::COUNT).map(|hue| theme.paint(RectRole::Accent(Hue::nth(hue))).fill).collect();
        // Side by side a distance of 2.3 can just be seen; these are looked up in a legend.
        assert!(least(&hues) >= 15.0, "{:.1}", least(&hues));
        for (at, one) in hues.iter().enumerate() {
            assert!(hues[..at].iter().all(|other| one.distance(*other) >= 0.19), "{one:?}");
        }
    }
    let red_and_green = [Colour::parse("#b04a3f").expect("red"), Colour::parse("#6a7a2a").expect("green")];
    assert!(least(&red_and_green) < 15.0, "the test knows what it looks for: {:.1}", least(&red_and_green));
}

/// What marks the function of each seat of a page: the colours and, as seen from the first, the places of its bars.
fn marks_of_functions(picture: &Picture, scene: &Scene, theme: &Theme) -> BTreeMap<String, (Colour, Vec<(i64, i64)>)> {
    let seats = scene.groups.iter().filter(|group| matches!(group.kind, GroupKind::Seat { .. }));
    let mut marks = BTreeMap::new();
    for (card, seat) in picture.cards.iter().zip(seats) {
        let bars: Vec<_> = seat
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Rect(rect) if matches!(rect.role, RectRole::Accent(_)) => Some(rect),
                _ => None,
            })
            .collect();
        if let (Some(function), Some(first)) = (&card.function, bars.first()) {
            let from = |rect: &Rect| {
                let by = [rect.area.left() - first.area.left(), rect.area.top() - first.area.top()];
                // In pixels: where a bar is rounded to differs by hundredths.
                (by[0].in_pixels_down(), by[1].in_pixels_down())
            };
            let places = bars.iter().take(4).map(|rect| from(rect)).collect();
            marks.entry(function.clone()).or_insert((theme.paint(first.role).fill, places));
        }
    }
    marks
}

#[test]
fn no_two_functions_of_a_chart_look_alike() {
    let charts = ["solo.yaml", "atlas", "northwind/2026-Q1", "northwind/2026-Q2", "northwind/2026-Q3", "northwind"];
    let mut compared = 0;
    for chart in charts {
        let loaded = rightseat::open(project().join("charts").join(chart)).expect("it can be read");
        let picture = rightseat::picture::picture(&loaded.judge(day("2026-10-06")), &Content::default())
            .expect("no seat is named");
        for base in Base::ALL {
            let (theme, accenting) = loaded.settings.theme.theme(Some(base));
            let scene = draw(&picture, &Options { accenting, teams: Some(false), ..Options::default() });
            let marks: Vec<_> = marks_of_functions(&picture, &scene, &theme).into_iter().collect();
            for (at, (name, (colour, bars))) in marks.iter().enumerate() {
                for (other_name, (other, other_bars)) in &marks[..at] {
                    let apart = colour.distance(*other);
                    let is_unlike = if base == Base::Print { bars != other_bars } else { apart >= UNLIKE };
                    assert!(is_unlike, "{chart} {base:?}: {name} and {other_name}, {apart:.3}");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn a_function_keeps_away_from_the_colours_that_settings_give() {
    // The colour of the palette that would be the next to be given, and one that looks nearly like it.
    let [red, green, blue] = Theme::light().hues().next().expect("there is a palette").channels();
    let of_palette = format!("#{red:02x}{green:02x}{blue:02x}");
    let (start, end) = of_palette.split_at(of_palette.len() - 1);
    let near = format!("{start}{}", if end == "0" { "1" } else { "0" });
    let settings = &format!("theme: {{functions: {{Sales: \"{near}\"}}}}\n");
    let seats: String = ["Sales", "Law", "People", "Service", "Safety", "Making", "Buying"]
        .iter()
        .enumerate()
        .map(|(at, function)| format!("  s{at}: {{title: S{at}, function: {function}}}\n"))
        .collect();
    let home = folder(&[("rightseat.yaml", settings), ("a.yaml", &format!("seats:\n{seats}"))]);
    let ran = rightseat(home.path(), &["render", "a.yaml", "-o", "-"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains(&near) && !ran.out.contains(&of_palette), "{}", ran.out);
}

#[test]
fn a_function_may_have_the_colour_of_lines() {
    let chart = "seats:\n  top: {title: Top}\n  a: {title: A, reports_to: top, function: Sales}\n  b: {title: B, reports_to: \
                 a}\n  c: {title: C, reports_to: top, function: Law}\n  d: {title: D, reports_to: c}\n";
    let [red, green, blue] = Theme::light().line().channels();
    let white = |colour: String| {
        let settings = format!("theme: {{functions: {{Sales: \"{colour}\"}}}}\n");
        let home = folder(&[("rightseat.yaml", &*settings), ("a.yaml", chart)]);
        let ran = rightseat(home.path(), &["render", "a.yaml", "-o", "-"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        ran.out.matches("fill=\"#ffffff\"").count()
    };
    let near = format!("#{red:02x}{green:02x}{:02x}", blue ^ 1);
    assert_eq!(white(format!("#{red:02x}{green:02x}{blue:02x}")), white(near));
}

#[test]
fn no_two_functions_of_a_legend_look_alike() {
    // As many as there are patterns; on a page without departments, which would name them.
    let seat = |at: usize| {
        let manager = at.checked_sub(1).map(|before| before / 4);
        Card { function: Some(format!("Function {at}")), ..card(&at.to_string(), manager) }
    };
    let picture = picture((0..16).map(seat).collect());
    let accenting = Accenting { by_pattern: true, ..Accenting::default() };
    let scene = draw(&picture, &Options { accenting, ..Options::default() });
    let legend = scene.groups.iter().find(|group| group.kind == GroupKind::Legend).expect("there is a legend");
    let mut looks: Vec<Vec<Area>> = vec![Vec::new()];
    for mark in &legend.marks {
        match mark {
            Mark::Rect(rect) => looks.last_mut().expect("one is begun").push(rect.area),
            _ => looks.push(Vec::new()),
        }
    }
    looks.retain(|look| !look.is_empty());
    assert_eq!(looks.len(), 16);
    let from_first = |look: &Vec<Area>| -> Vec<[i64; 4]> {
        let pixels = |length: Px| length.in_pixels_down();
        let first = look[0].origin;
        let part = |area: &Area| [area.left() - first.x, area.top() - first.y, area.size.width, area.size.height];
        look.iter().map(|area| part(area).map(pixels)).collect()
    };
    let looks: Vec<_> = looks.iter().map(from_first).collect();
    for (at, look) in looks.iter().enumerate() {
        assert!(!looks[..at].contains(look), "{at}: {look:?}");
    }
}
