//! Charts that are too large for one page.

use arbtest::arbtest;
use rightseat::layout::{GroupKind, Mark, Options, Page, Px, Scene, TextRole, pages};
use rightseat::picture::Card;
use rightseat::render::{Theme, svg};

use super::orgs::{card, options, picture};
use crate::support::{folder, rightseat};

/// Twelve points at 96 pixels to the inch: some thirty seats fill a page.
const LEAST: Px = Px::whole(16);

/// The seats of a page and the words that say where the tree goes on, in order.
fn seats(scene: &Scene) -> Vec<(String, Option<String>)> {
    let marker = |mark: &Mark| match mark {
        Mark::Text(text) if text.role == TextRole::Continuation => {
            Some(text.lines.iter().map(|line| line.text.replace('\u{A0}', " ")).collect::<String>())
        }
        _ => None,
    };
    let seat = |group: &rightseat::layout::Group| match &group.kind {
        GroupKind::Seat { id, .. } => Some((id.clone(), group.marks.iter().find_map(marker))),
        _ => None,
    };
    scene.groups.iter().filter_map(seat).collect()
}

/// The size of responsibilities, by that of titles.
fn body_font(scene: &Scene) -> i64 {
    let title = |mark: &Mark| match mark {
        Mark::Text(text) if text.role == TextRole::SeatTitle => Some(text.size.in_hundredths()),
        _ => None,
    };
    let size = scene.groups.iter().flat_map(|group| &group.marks).find_map(title).expect("there is a seat");
    size * 11 / 13
}

/// Any tree of up to this many seats, none with more than eight reports.
fn tree(u: &mut arbtest::arbitrary::Unstructured<'_>, most: usize) -> arbtest::arbitrary::Result<Vec<Card>> {
    let mut cards: Vec<Card> = vec![card("0", None)];
    let mut reports = vec![0];
    for seat in 1..u.int_in_range(2..=most)? {
        let first = u.int_in_range(0..=seat - 1)?;
        let manager = (first..seat).find(|seat| reports[*seat] < 8).expect("the last one has no reports");
        reports[manager] += 1;
        reports.push(0);
        let responsibilities = vec!["Plan and budget".to_owned(); u.int_in_range(0..=5)?];
        cards.push(Card { responsibilities, ..card(&seat.to_string(), Some(manager)) });
    }
    Ok(cards)
}

#[test]
fn every_seat_has_its_page_and_every_cut_leads_both_ways() {
    arbtest(|u| {
        let cards = tree(u, 120)?;
        let count = cards.len();
        let drawn = pages(&picture(cards), &Options { least_font: LEAST, ..Options::default() });
        let pages: Vec<_> = drawn.iter().map(seats).collect();
        let mut whole = 0;
        for (number, page) in (1..).zip(&pages) {
            assert!(number == 1 || page[0].1.as_ref().is_some_and(|words| words.starts_with('◄')));
            for (id, marker) in page {
                let Some(marker) = marker else {
                    whole += 1;
                    continue;
                };
                if let Some(before) = marker.strip_prefix("◄ page ") {
                    assert!(number > 1, "nothing is above the first page");
                    let before: usize = before.parse().expect("a number");
                    assert!(before < number && pages[before - 1].iter().any(|(other, _)| other == id));
                    whole += 1;
                } else {
                    assert!(marker.starts_with('+'), "{marker}");
                    let Some((_, after)) = marker.split_once(", page ") else {
                        assert_eq!(number, 1, "the overview names heads that stand on the page of theirs");
                        continue;
                    };
                    let after: usize = after.trim_end_matches(" ►").parse().expect("a number");
                    let begins = |from: usize| (id.clone(), Some(format!("◄ page {from}")));
                    // The overview also names heads whose own heads are elsewhere.
                    let most = if number == 1 { after - 1 } else { number };
                    let goes_on = (number..=most).any(|from| pages[after - 1].contains(&begins(from)));
                    assert!(goes_on && after > number, "the branch goes on there");
                }
            }
        }
        assert_eq!(whole, count, "each seat is on one page with its reports");
        for scene in &drawn {
            let hundredths = body_font(scene);
            assert!(hundredths >= LEAST.in_hundredths() - 1, "{hundredths} is too small on {} pages", drawn.len());
        }
        Ok(())
    })
    .budget_ms(2_000);
}

#[test]
fn the_first_page_is_an_overview_and_departments_have_pages() {
    let work = |card: Card| Card { responsibilities: vec!["Plan and budget".to_owned(); 4], ..card };
    let mut cards = vec![work(card("top", None)), work(card("aide", Some(0)))];
    for department in 0..4 {
        let head = cards.len();
        cards.push(work(card(&format!("d{department}"), Some(0))));
        for team in 0..4 {
            let lead = cards.len();
            cards.push(work(card(&format!("d{department}t{team}"), Some(head))));
            cards.extend((0..3).map(|seat| work(card(&format!("d{department}t{team}s{seat}"), Some(lead)))));
        }
    }
    let drawn = pages(&picture(cards), &Options { least_font: LEAST, ..Options::default() });
    let all: Vec<_> = drawn.iter().map(seats).collect();
    assert_eq!(drawn.len(), 5, "an overview, and each department");
    let first: Vec<&str> = all[0].iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(first.len(), 2 + 4 + 16, "heads of two levels: {first:?}");
    assert_eq!(all[0][2].1.as_deref(), Some("+16 seats, page 2 ►"));
    for (department, page) in all[1..].iter().enumerate() {
        assert_eq!((page[0].0.as_str(), page.len()), (format!("d{department}").as_str(), 17));
    }
    // Its seats are large, since the heads' words stand on their own pages.
    assert!(drawn[0].reading_size() >= Some(LEAST), "{:?}", drawn[0].reading_size());
}

#[test]
fn a_forest_of_many_is_grouped_by_function_and_read() {
    let mut cards: Vec<Card> = (0..200)
        .map(|seat| Card {
            function: ["Sales", "Service", "Finance"].get(seat % 4).map(|name| (*name).to_owned()),
            responsibilities: vec!["Plan and budget".to_owned(); 3],
            ..card(&format!("lone{seat}"), None)
        })
        .collect();
    cards.insert(100, card("top", None));
    cards.extend((0..3).map(|seat| card(&format!("below{seat}"), Some(100))));
    for least_font in [Px::ZERO, LEAST] {
        let drawn = pages(&picture(cards.clone()), &Options { least_font, ..Options::default() });
        assert_eq!(drawn.len() > 1, least_font > Px::ZERO);
        let mut all: Vec<String> = drawn.iter().flat_map(seats).map(|(id, _)| id).collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 204, "each is there");
        assert!(drawn.iter().all(|page| page.reading_size() >= Some(least_font)));
        let heading = |group: &rightseat::layout::Group| match &group.kind {
            GroupKind::Node { kind: "group", label, .. } => Some(label.clone()),
            _ => None,
        };
        let headings: Vec<String> = drawn.iter().flat_map(|page| &page.groups).filter_map(heading).collect();
        let of = |name: &str| headings.iter().filter(|words| words.starts_with(name)).count();
        assert_eq!([of("Sales"), of("Service"), of("Finance"), of("Other")], [3; 4], "{headings:?}");
        assert_eq!(headings[0], "Sales · 16 seats");
        let lines = drawn.iter().flat_map(|page| &page.joins).count();
        assert_eq!(lines, 3, "no line leads to a heading");
        assert!(drawn[0].description.starts_with("Accountability chart of "), "{}", drawn[0].description);
    }
}

#[test]
fn small_branches_share_a_page() {
    let mut cards: Vec<Card> = vec![card("0", None)];
    cards.extend((1..=12).map(|head| card(&head.to_string(), Some(0))));
    cards.extend((13..=36).map(|seat| card(&seat.to_string(), Some((seat - 11) / 2))));
    for card in &mut cards {
        card.responsibilities = vec!["Plan and budget".to_owned(); 3];
    }
    let options = Options { page: Page::parse("a4-landscape").ok(), least_font: LEAST, ..Options::default() };
    let drawn: Vec<_> = pages(&picture(cards), &options).iter().map(seats).collect();
    let branches = |page: &[(String, Option<String>)]| {
        page.iter().filter(|(_, marker)| marker.as_ref().is_some_and(|marker| marker.starts_with('◄'))).count()
    };
    let counts: Vec<usize> = drawn[1..].iter().map(|page| branches(page)).collect();
    assert!(counts.len() > 1, "{counts:?}");
    let (least, most) = (counts.iter().min().expect("pages"), counts.iter().max().expect("pages"));
    assert!(*least > 1 && most - least <= 1, "{counts:?}");
}

#[test]
fn dotted_lines_to_other_pages_are_told_at_both_ends() {
    let told = |u: &mut arbtest::arbitrary::Unstructured<'_>| {
        let mut cards: Vec<Card> = vec![card("0", None)];
        cards.extend((1..=10).map(|head| card(&head.to_string(), Some(0))));
        for seat in 11..140 {
            cards.push(card(&seat.to_string(), Some(u.int_in_range(1..=10)?)));
        }
        for card in &mut cards {
            card.responsibilities = vec!["Plan and budget".to_owned(); 5];
        }
        let count = cards.len();
        let mut ties = std::collections::BTreeSet::new();
        for _ in 0..u.int_in_range(1..=12)? {
            let (from, to) = (u.int_in_range(0..=count - 1)?, u.int_in_range(0..=count - 1)?);
            if from != to && ties.insert((from.min(to), from.max(to))) {
                cards[from].dotted.push(to);
            }
        }
        let drawn = pages(&picture(cards), &Options { least_font: LEAST, ..Options::default() });
        assert!(drawn.len() > 1, "there is another page to lead to");
        // A line that is drawn counts for both of its ends.
        let drawn: Vec<usize> = drawn.iter().map(dotted_ends).collect();
        assert_eq!(drawn.iter().sum::<usize>(), ties.len() * 2, "no line is lost: {drawn:?}");
        Ok(())
    };
    // Here a page has a line of its own, and so a legend with a sample.
    arbtest(told).seed(0x70c5_eb1e_0000_0096);
    arbtest(told).budget_ms(2_000);
}

/// How many ends of dotted lines a page shows.
fn dotted_ends(scene: &Scene) -> usize {
    // The sample in a legend is no line.
    let marks = scene.groups.iter().filter(|group| group.kind != GroupKind::Legend).flat_map(|group| &group.marks);
    marks
        .map(|mark| match mark {
            Mark::Dotted(..) => 2,
            Mark::Text(text) => {
                let words: String = text.lines.iter().map(|line| line.text.replace('\u{A0}', " ")).collect();
                match words.strip_prefix("↔ ").map(|words| words.split_once(" seats")) {
                    Some(Some((count, _))) => count.parse().expect("a number"),
                    Some(None) => 1,
                    None => 0,
                }
            }
            _ => 0,
        })
        .sum()
}

#[test]
fn a_dotted_line_to_another_page_names_the_seat_and_the_page() {
    let mut cards: Vec<Card> = vec![card("0", None)];
    cards.extend((1..=10).map(|head| card(&head.to_string(), Some(0))));
    cards.extend((11..200).map(|seat| card(&seat.to_string(), Some(1 + seat % 10))));
    for card in &mut cards {
        card.responsibilities = vec!["Plan and budget".to_owned(); 5];
    }
    cards[20].dotted = vec![21];
    let drawn = pages(&picture(cards), &Options { least_font: LEAST, ..Options::default() });
    let home = |id: &str| {
        let has = |scene: &Scene| seats(scene).iter().any(|(seat, _)| seat == id);
        1 + drawn.iter().position(has).expect("it is on a page")
    };
    assert_ne!(home("20"), home("21"));
    for (id, other) in [("20", "21"), ("21", "20")] {
        let words = Some(format!("↔ Head of {other}, page {}", home(other)));
        assert!(seats(&drawn[home(id) - 1]).contains(&(id.to_owned(), words)));
    }
}

#[test]
fn a_small_chart_is_one_page_and_numbers_no_pages() {
    let drawn = pages(&picture(vec![card("a", None)]), &Options { least_font: LEAST, ..Options::default() });
    assert_eq!(drawn.len(), 1);
    assert!(!svg(&drawn[0], &Theme::light()).contains("Page 1"));
}

#[test]
fn functions_keep_their_colours_from_page_to_page() {
    let mut cards: Vec<Card> = vec![card("0", None)];
    for seat in 1..200 {
        let manager = if seat <= 10 { 0 } else { 1 + seat % 10 };
        let function = Some(if manager % 2 == 0 { "Sales" } else { "Finance" }.to_owned());
        cards.push(Card {
            function,
            responsibilities: vec!["Plan".to_owned(); 5],
            ..card(&seat.to_string(), Some(manager))
        });
    }
    let drawn = pages(&picture(cards), &Options { least_font: LEAST, ..Options::default() });
    assert!(drawn.len() > 2);
    let mut colours = std::collections::BTreeSet::new();
    for scene in &drawn {
        let legend = scene.groups.iter().find(|group| group.kind == GroupKind::Legend).expect("there are functions");
        for pair in legend.marks.chunks(2) {
            if let [Mark::Rect(swatch), Mark::Text(name)] = pair {
                colours.insert((name.lines[0].text.clone(), format!("{:?}", swatch.role)));
            }
        }
    }
    assert_eq!(colours.len(), 2, "{colours:?}");
}

#[test]
fn any_picture_can_be_split() {
    arbtest(|u| {
        let picture = super::orgs::forest(u, 60)?;
        let options = Options { least_font: Px::whole(u.int_in_range(0..=40)?), ..options(u)? };
        for scene in pages(&picture, &options) {
            super::geometry::check_lines(&scene);
            super::text::check(&scene);
        }
        Ok(())
    })
    .budget_ms(1_000);
}

#[test]
fn pages_of_an_earlier_picture_are_told_of_and_stay() {
    let mut chart = "seats:\n  top: {title: Top}\n".to_owned();
    for seat in 0..120 {
        let manager = if seat < 8 { "top".to_owned() } else { format!("s{}", seat % 8) };
        chart +=
            &format!("  s{seat}: {{title: Seat {seat}, reports_to: {manager}, responsibilities: [Plan, Budget]}}\n");
    }
    let home = folder(&[("a.yaml", &chart)]);
    let draw = |least: &str| {
        let ran = rightseat(
            home.path(),
            &["render", "a.yaml", "--show", "title,responsibilities", "--min-font", least, "-o", "p.svg"],
        );
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.err.lines().find(|line| line.contains("before")).unwrap_or_default().to_owned()
    };
    assert_eq!(draw("12"), "");
    let pages = (1..99).take_while(|page| home.path().join(format!("p-{page}.svg")).exists()).count();
    assert!(pages > 3, "{pages}");
    assert_eq!(draw("12"), "", "they are replaced");
    let earlier = std::fs::read(home.path().join(format!("p-{pages}.svg"))).expect("it is there");
    let fewer = draw("9");
    let count = (1..99).take_while(|page| !fewer.contains(&format!("p-{page}.svg"))).count();
    assert!(fewer.contains("before and") && count < pages, "{fewer}");
    assert!(
        fewer.ends_with("not a page of this picture") || fewer.contains(&format!("to p-{pages}.svg existed before")),
        "{fewer}"
    );
    assert_eq!(draw("0"), format!("note: p-1.svg to p-{pages}.svg existed before and are not pages of this picture"));
    assert!(draw("12").contains("note: p.svg existed before and is not a page of this picture"));
    assert_eq!(std::fs::read(home.path().join(format!("p-{pages}.svg"))).expect("it stays"), earlier);
    // A document has its pages in it: what is called like one of a picture is somebody else's.
    std::fs::copy(home.path().join("p-1.svg"), home.path().join("p-1.pdf")).expect("it can be copied");
    let document = rightseat(home.path(), &["render", "a.yaml", "-o", "p.pdf"]);
    assert!(document.code == 0 && !document.err.contains("before"), "{}", document.err);
}
