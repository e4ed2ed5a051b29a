//! Small pictures with every state and every mark, byte for byte.

use std::path::Path;

use rightseat::layout::{Accenting, Options, Page, draw, draw_tidy};
use rightseat::picture::{Badge, Card, Continuation, Holder, Picture};
use rightseat::render::{Theme, svg};

use crate::support::{assert_file, project, rightseat};

fn card(id: &str, title: &str, holder: Holder, function: &str, parent: Option<usize>) -> Card {
    Card {
        id: id.to_owned(),
        title: title.to_owned(),
        holder,
        function: (!function.is_empty()).then(|| function.to_owned()),
        parent,
        ..Card::default()
    }
}

#[test]
fn every_state_is_drawn_as_reviewed() {
    let owner = |name: &str| Holder::Owner(name.to_owned());
    let several = Holder::Several(vec!["Ben Oko".to_owned(), "Chiara Bianchi".to_owned()]);
    let mut cards = vec![
        card("ceo", "Chief Executive", owner("Ana Ruiz"), "", None),
        card("sales", "Head of Sales & Customer Success", several, "Sales", Some(0)),
        card("tech", "Head of Technology", Holder::Interim("Eva Müller".to_owned()), "Technology", Some(0)),
        card("dach", "Regional Lead DACH", Holder::Vacant, "Sales", Some(1)),
    ];
    cards[0].responsibilities = vec!["Strategy".to_owned(), "Annual recurring revenue above 10 M€".to_owned()];
    let picture = Picture {
        title: "Northwind: who answers for what".to_owned(),
        subtitle: "Revision 4f2a9c1 · reviewed 2025-11-03".to_owned(),
        cards,
        ..Picture::default()
    };
    assert_golden("states.svg", &svg(&draw_tidy(&picture), &Theme::light()));
}

#[test]
fn a_slide_is_drawn_as_reviewed() {
    let owner = |name: &str| Holder::Owner(name.to_owned());
    let list = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>();
    let mut cards = vec![
        card("ceo", "Chief Executive", owner("Ana Ruiz"), "", None),
        Card { assistant: true, ..card("aide", "Executive Assistant", owner("Jo Whitfield"), "", Some(0)) },
        card("sales", "Head of Sales", owner("Ben Oko"), "Sales", Some(0)),
        card("desk", "Support Desk Lead", owner("Priya Nair"), "Service", Some(0)),
        card("dach", "Regional Lead DACH", Holder::Vacant, "Sales", Some(2)),
        card("north", "Regional Lead North", owner("Nils Brandt"), "Sales", Some(2)),
    ];
    cards[0].responsibilities = list(&["Strategy", "Annual recurring revenue above 10 M€"]);
    cards[2].priorities = list(&["Four customers in ten on a service plan"]);
    cards[2].metrics = list(&["Customers on a service plan"]);
    cards[2].badges =
        vec![Badge::Load { percent: 117, of_all: None, is_over: true }, Badge::Findings { count: 2, severe: false }];
    cards[3].badges = vec![Badge::Members(3)];
    cards[3].continuation = Some(Continuation::Below { seats: 12, page: Some(2) });
    cards[5].dotted = vec![3];
    let picture = Picture {
        title: "Northwind Robotics".to_owned(),
        subtitle: "Northwind Robotics · 2026-Q4".to_owned(),
        number: Some((1, 2)),
        cards,
        ..Picture::default()
    };
    let page = Page::parse("800x450").expect("a page");
    let scene = draw(&picture, &Options { page: Some(page), ..Options::default() });
    assert_golden("slide.svg", &svg(&scene, &Theme::light()));
    assert_golden("slide-print.svg", &{
        let accenting = Accenting { by_pattern: true, ..Accenting::default() };
        svg(&draw(&picture, &Options { page: Some(page), accenting, ..Options::default() }), &Theme::print())
    });
}

fn assert_golden(name: &str, drawn: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, drawn).expect("the golden file can be written");
    }
    let expected = std::fs::read_to_string(&path).expect("the golden file is there; UPDATE_EXPECT=1 writes it");
    assert!(drawn == expected, "UPDATE_EXPECT=1 takes the new {name}; look at it first");
}

#[test]
fn the_strategy_of_northwind_is_drawn_as_reviewed() {
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join("strategy.svg");
    let file = file.to_str().expect("a name in Unicode");
    let drawn = rightseat(project(), &["render", "charts/northwind", "--view", "strategy", "-o", file]);
    assert_eq!(drawn.code, 0, "{}", drawn.err);
    let first = std::fs::read_to_string(home.path().join("strategy-1.svg")).expect("the first of several pages");
    assert_file("docs/northwind-strategy.svg", &first);
    let drawn =
        rightseat(project(), &["render", "charts/northwind", "--view", "dependencies", "--format", "svg", "-o", "-"]);
    assert_file("docs/northwind-dependencies.svg", &drawn.out);
}
