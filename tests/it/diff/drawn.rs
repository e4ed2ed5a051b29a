//! The picture on which changes are marked.

use rightseat::diff::{Code, Renames};
use rightseat::layout::{Options, Page, draw};
use rightseat::model::Noun;
use rightseat::picture::{Card, ChangeKind, Changed, Content, Fate, picture, with_changes};
use rightseat::render::{Theme, svg};

use super::compared;
use crate::support::assert_file;

const OLD: &str = "\
organization: Lumen
revision: 2026-Q3
people: {ana: Ana Ruiz, ben: Ben Okafor, cleo: Cleo Marsh, dora: Dora Lind}
seats:
  lead: {title: Managing Director, owner: ana, responsibilities: [Strategy]}
  sales: {title: Head of Sales, reports_to: lead, owner: ben, function: Sales}
  shop: {title: Shop, reports_to: sales, owner: dora, responsibilities: [Till]}
  stall: {title: Market Stall, reports_to: shop}
  workshop: {title: Head of Workshop, reports_to: lead, owner: cleo, responsibilities: [Repairs, Parts]}
";

const NEW: &str = "\
organization: Lumen
revision: 2026-Q4
people: {ana: Ana Ruiz, benjamin: Ben Okafor, cleo: Cleo Marsh, emil: Emil Rask}
seats:
  lead: {title: Managing Director, owner: ana, responsibilities: [Strategy]}
  sales: {title: Head of Sales, reports_to: lead, owner: benjamin, function: Sales}
  repairs: {title: Head of Repairs, reports_to: sales, interim: cleo, formerly: [workshop], responsibilities: [Repairs, Parts]}
  fleet: {title: Fleet Manager, reports_to: sales, owner: emil, responsibilities: [Company fleets]}
";

/// The cards of the new chart with their changes, and the picture itself.
fn marked(old: &str, new: &str) -> (Vec<Card>, String) {
    compared(old, new, Renames::default(), |compared| {
        let (old, new) = (&compared.old.graph, &compared.new.graph);
        let all = picture(compared.new, &Content::default()).expect("no seat is named");
        let marked = with_changes(all, old, new, compared.diff);
        let options = Options { page: Page::parse("1200x600").ok(), ..Options::default() };
        let drawn = svg(&draw(&marked, &options), &Theme::light());
        (marked.cards, drawn)
    })
}

fn changed<'c>(cards: &'c [Card], id: &str) -> Option<&'c Changed> {
    cards.iter().find(|card| card.id == id).expect(id).changed.as_ref()
}

#[test]
fn what_is_new_gone_moved_or_handed_on_is_marked() {
    let (cards, drawn) = marked(OLD, NEW);
    assert_eq!(changed(&cards, "lead"), None);
    assert_eq!(changed(&cards, "sales"), None, "another id of the same person is no change");
    assert_eq!(changed(&cards, "fleet").map(|changed| changed.fate), Some(Fate::Added));
    let repairs = changed(&cards, "repairs").expect("it has moved");
    assert_eq!(repairs.fate, Fate::Kept);
    assert_eq!(repairs.moved_from.as_deref(), Some("Managing Director"));
    assert_eq!(repairs.former_holder.as_deref(), Some("Cleo Marsh"), "who covers a seat does not own it");
    for (ghost, manager) in [("shop", "sales"), ("stall", "shop")] {
        assert_eq!(changed(&cards, ghost).map(|changed| changed.fate), Some(Fate::Removed));
        let parent = cards.iter().find(|card| card.id == ghost).and_then(|card| card.parent);
        assert_eq!(parent.map(|parent| cards[parent].id.as_str()), Some(manager));
    }
    assert!(drawn.contains("<title>Shop, Dora Lind, gone</title>"), "{drawn}");
    assert_file("tests/golden/changes.svg", &drawn);
}

#[test]
fn only_what_has_changed_speaks() {
    let old = "\
people: {ana: Ana Ruiz, ben: Ben Okafor}
seats:
  lead: {title: Lead, owner: ana, function: Office, responsibilities: [Strategy]}
  bench: {title: Bench and Kits, reports_to: lead, owner: ben, responsibilities: [Repairs, Kits out and back]}
  kits: {title: Kits, reports_to: lead, owner: ana, responsibilities: [Kits on the shelf]}
  desk: {title: Desk, reports_to: lead, owner: ana, responsibilities: [Answers]}
";
    let new = &old
        .replace("Bench and Kits", "Bench")
        .replace(", Kits out and back]", "]")
        .replace("[Kits on", "[Kits out and back, Kits on")
        .replace("[Answers]", "[Answers], backup: ben");
    let (cards, drawn) = marked(old, new);
    let card = |id: &str| cards.iter().find(|card| card.id == id).expect(id);
    let kinds = |id: &str| card(id).changed.iter().flat_map(Changed::kinds).collect::<Vec<_>>();
    let lead = card("lead");
    assert!(lead.is_faded && lead.responsibilities.is_empty() && lead.function.is_none(), "{lead:?}");
    assert!(!drawn.contains(">Strategy<"));
    assert_eq!(kinds("bench"), [ChangeKind::Retitled, ChangeKind::NewWork]);
    let bench = card("bench").changed.as_ref().expect("it has changed");
    assert_eq!(
        (bench.former_title.as_deref(), &bench.lost[..]),
        (Some("Bench and Kits"), &["Kits out and back".to_owned()][..])
    );
    assert_eq!(card("bench").responsibilities, ["Repairs"]);
    let kits = card("kits");
    assert_eq!(kinds("kits"), [ChangeKind::NewWork]);
    assert_eq!(kits.changed.as_ref().map(|kits| &kits.gained[..]), Some(&["Kits out and back".to_owned()][..]));
    assert_eq!(kits.responsibilities, ["Kits on the shelf"], "each is said once");
    assert_eq!(kinds("desk"), [ChangeKind::Otherwise], "what the picture has no word for is no reason to stand back");
    for words in ["work changed (2)", "renamed (1)", "changed (1)", "unchanged", "as it was"] {
        assert!(drawn.contains(&format!(">{words}<")), "{words}");
    }
}

#[test]
fn a_seat_that_nobody_owns_any_more_has_no_new_owner() {
    let old = "\
people: {ana: Ana Ruiz, ben: Ben Okafor}
seats:
  lead: {title: Lead, owner: ana}
  desk: {title: Desk, reports_to: lead, owner: ben}
  bench: {title: Bench, reports_to: lead, owner: ben}
";
    let new = old
        .replace("Desk, reports_to: lead, owner: ben", "Desk, reports_to: lead, vacant: {}")
        .replace("Bench, reports_to: lead, owner: ben", "Bench, reports_to: lead, interim: ana, vacant: {}");
    let (cards, drawn) = marked(old, &new);
    for id in ["desk", "bench"] {
        let changed = changed(&cards, id).expect(id);
        assert_eq!(changed.kinds().collect::<Vec<_>>(), [ChangeKind::Vacated], "{id}");
        assert_eq!(changed.former_holder.as_deref(), Some("Ben Okafor"), "{id}");
    }
    assert!(drawn.contains(">now vacant (2)<") && !drawn.contains("new owner"), "{drawn}");
}

#[test]
fn a_chart_compared_with_itself_has_no_marks() {
    let (cards, _) = marked(OLD, OLD);
    assert_eq!(cards.len(), 5);
    assert!(cards.iter().all(|card| card.changed.is_none() && card.is_faded));
}

/// Old and new quarters of a company, one after the other: the picture shows what the words say.
#[test]
fn the_marks_agree_with_the_words() {
    let quarter = |name: &str| {
        let folder = crate::support::project().join("charts/northwind").join(name);
        let read = |file: &str| std::fs::read_to_string(folder.join(file)).unwrap_or_default();
        ["chart.yaml", "finance-people.yaml", "operations.yaml", "product.yaml", "sales.yaml", "service.yaml"].map(read)
    };
    for (old, new) in [("2026-Q1", "2026-Q2"), ("2026-Q2", "2026-Q3"), ("2026-Q3", "2026-Q4")] {
        // One text a section: sections of one name are joined.
        let (old, new) = (joined(&quarter(old)), joined(&quarter(new)));
        compared(&old, &new, Renames::default(), |compared| {
            let (old, new, diff) = (&compared.old.graph, &compared.new.graph, compared.diff);
            let all = picture(compared.new, &Content::default()).expect("no seat is named");
            let cards = with_changes(all, old, new, diff).cards;
            let count = |fate| {
                cards.iter().filter(|card| card.changed.as_ref().is_some_and(|changed| changed.fate == fate)).count()
            };
            assert_eq!(count(Fate::Added), diff.count(Code::SeatAdded) + diff.count(Code::LayerInserted));
            assert_eq!(count(Fate::Removed), diff.count(Code::SeatRemoved) + diff.count(Code::LayerRemoved));
            let moved = cards.iter().filter_map(|card| card.changed.as_ref()).filter(|card| card.moved_from.is_some());
            assert_eq!(moved.count(), diff.count(Code::SeatMoved));
            let told: Vec<&str> = diff
                .changes
                .iter()
                .flat_map(rightseat::diff::Change::all)
                .filter(|change| matches!(change.code(), Code::OwnerReplaced | Code::OwnerFilled | Code::OwnerVacated))
                .filter_map(|change| change.new.as_ref().filter(|seat| seat.kind == Noun::Seat))
                .map(|seat| seat.id.as_str())
                .collect();
            assert!(!told.is_empty());
            for seat in told {
                assert!(changed(&cards, seat).is_some_and(|changed| changed.former_holder.is_some()), "{seat}");
            }
        });
    }
}

/// The files of a chart as one text, the entries of each section together.
fn joined(files: &[String]) -> String {
    let mut sections: Vec<(String, String)> = Vec::new();
    for line in files.iter().flat_map(|file| file.lines()) {
        if line.starts_with(|first: char| first.is_ascii_lowercase()) {
            if !sections.iter().any(|(head, _)| head == line) {
                sections.push((line.to_owned(), String::new()));
            }
            let at = sections.iter().position(|(head, _)| head == line).expect("it was just added");
            let section = sections.remove(at);
            sections.push(section);
        } else if let Some((_, body)) = sections.last_mut() {
            body.push_str(line);
            body.push('\n');
        }
    }
    sections.into_iter().map(|(head, body)| format!("{head}\n{body}")).collect()
}
