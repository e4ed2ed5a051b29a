//! One small picture with every state, byte for byte.

use std::path::Path;

use rightseat::layout::{Card, Holder, Picture, tidy};
use rightseat::render::{Theme, svg};

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
    let drawn = svg(&tidy(&picture), &Theme::light());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/states.svg");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &drawn).expect("the golden file can be written");
    }
    let expected = std::fs::read_to_string(&path).expect("the golden file is there; UPDATE_EXPECT=1 writes it");
    assert!(drawn == expected, "UPDATE_EXPECT=1 takes the new picture; look at it first");
}
