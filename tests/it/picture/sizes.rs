//! How large responsibilities come out on a slide: what the pictures have reached, so that they do not shrink again.

use rightseat::layout::{Area, Arrangement, GroupKind, Mark, Options, Px, Scene, TextRole, draw, draw_pages};
use rightseat::picture::{Card, Content, Holder, Picture, picture};

use crate::support::{day, project};

const TITLES: [&str; 8] = [
    "Head of Sales",
    "Support Desk Lead",
    "Firmware Engineer",
    "Supply and Planning Lead",
    "Key Accounts",
    "Quality Engineer",
    "Head of Customer Success",
    "Field Engineer North",
];
const DUTIES: [&str; 12] = [
    "Yearly plan and its budget",
    "Hiring and training",
    "Answers within one working day",
    "Stock counts",
    "Cause and cure of returned kits",
    "Renewal of service plans",
    "Price list",
    "Installation and first test on site",
    "Accident reports",
    "Dealings with the notified body",
    "Tools and fixtures",
    "Quotes, orders and changes to orders",
];

/// A chart of these managers, with functions below its root and two or three responsibilities a seat.
fn chart(parents: &[Option<usize>]) -> Picture {
    let functions = ["Sales", "Operations", "Engineering", "Finance", "People", "Service"];
    let mut cards: Vec<Card> = Vec::new();
    for (seat, parent) in parents.iter().copied().enumerate() {
        let function = parent.and_then(|manager| match parents[manager] {
            None => Some(functions[seat % functions.len()].to_owned()),
            Some(_) => cards[manager].function.clone(),
        });
        let duties = [1, 2, 5, 2, 3, 2][seat % 6];
        let duty = |at: usize| DUTIES[(seat * 7 + at * 5) % DUTIES.len()].to_owned();
        cards.push(Card {
            id: format!("s{seat}"),
            title: TITLES[seat * 3 % TITLES.len()].to_owned(),
            holder: Holder::Owner("Chiara Bianchi".to_owned()),
            responsibilities: (0..duties).map(duty).collect(),
            function,
            parent,
            ..Card::default()
        });
    }
    let (title, subtitle) = ("Fifty seats".to_owned(), "2026-Q4".to_owned());
    Picture { title, subtitle, cards, ..Picture::default() }
}

/// Level by level, with spans of three to nine.
fn balanced(count: usize) -> Vec<Option<usize>> {
    let (mut parents, mut manager, mut left) = (vec![None], 0, 6);
    while parents.len() < count {
        if left == 0 {
            manager += 1;
            left = 3 + manager * 5 % 7;
        }
        left -= 1;
        parents.push(Some(manager));
    }
    parents
}

fn team_of_thirty() -> Vec<Option<usize>> {
    let mut parents = vec![None];
    parents.extend([Some(0); 5]);
    for manager in 1..5 {
        parents.extend([Some(manager); 6]);
    }
    parents.extend([Some(5); 29]);
    parents
}

/// Three departments of nine with two responsibilities a seat, where fifteen people work for a second head too. The first
/// release drew it in 13.4 pixels, and as a list in 14.75.
fn matrix() -> Picture {
    let mut parents = vec![None, Some(0), Some(0), Some(0)];
    parents.extend((0..27).map(|seat| Some(1 + seat % 3)));
    let mut picture = chart(&parents);
    for (seat, card) in picture.cards.iter_mut().enumerate() {
        card.responsibilities = [0, 5].map(|at| DUTIES[(seat * 7 + at) % DUTIES.len()].to_owned()).to_vec();
        if (4..19).contains(&seat) {
            card.dotted = vec![1 + (seat - 3) % 3];
        }
    }
    picture
}

fn northwind() -> Picture {
    let loaded = rightseat::open(project().join("charts/northwind")).expect("it can be read");
    picture(&loaded.judge(day("2026-10-06")), &Content::default()).expect("no seat is named")
}

fn all() -> [(&'static str, Picture, i64); 5] {
    let chain: Vec<Option<usize>> = (0..9_usize).map(|seat| seat.checked_sub(1)).collect();
    [
        // In hundredths of a pixel of 1920 × 1080, everything shown.
        ("northwind", northwind(), 1190),
        ("balanced fifty", chart(&balanced(50)), 1080),
        ("a team of thirty", chart(&team_of_thirty()), 1120),
        ("a matrix", matrix(), 1650),
        ("a chain of nine", chart(&chain), 2000),
    ]
}

fn responsibilities(scene: &Scene) -> Px {
    let marks = scene.groups.iter().flat_map(|group| &group.marks);
    let sizes = marks.filter_map(|mark| match mark {
        Mark::Text(text) if text.role == TextRole::Responsibility => Some(text.size),
        _ => None,
    });
    sizes.min().expect("something is written")
}

fn covered(scene: &Scene) -> i64 {
    let area = |kind: &GroupKind| match kind {
        GroupKind::Seat { area: Area { size, .. }, .. } => size.width.in_hundredths() * size.height.in_hundredths(),
        _ => 0,
    };
    let boxes: i64 = scene.groups.iter().map(|group| area(&group.kind)).sum();
    boxes * 100 / (scene.size.width.in_hundredths() * scene.size.height.in_hundredths())
}

#[test]
fn everything_is_as_large_as_it_has_been() {
    for (name, picture, least) in all() {
        let scene = draw(&picture, &Options::default());
        let fit = responsibilities(&scene);
        assert!(fit.in_hundredths() >= least, "{name}: {fit:?}");
        let list =
            responsibilities(&draw(&picture, &Options { arrangement: Arrangement::Column, ..Options::default() }));
        assert!(fit >= list, "{name}: {list:?} as a list, {fit:?}");
    }
    let covered = covered(&draw(&northwind(), &Options::default()));
    assert!(covered >= 47, "boxes cover {covered} % of the page");
}

#[test]
fn up_to_sixty_seats_are_read_on_one_page() {
    let least_font = Px::whole(14);
    let shapes = (1..=60).step_by(7).chain([60]).map(|count| ("balanced", chart(&balanced(count))));
    for (name, picture) in all().into_iter().map(|(name, picture, _)| (name, picture)).chain(shapes) {
        let drawn = draw_pages(&picture, &Options { least_font, may_shorten: true, ..Options::default() });
        let (seats, smallest) = (picture.cards.len(), drawn.pages[0].reading_size());
        assert!(drawn.pages.len() == 1 && smallest >= Some(least_font), "{name} of {seats}: {smallest:?}");
    }
}
