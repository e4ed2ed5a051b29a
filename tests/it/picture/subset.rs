//! The SVG that every slide tool draws, as an independent reader sees it.

use arbtest::arbtest;
use resvg::usvg::roxmltree::{self, Document};
use resvg::usvg::{self, Options, Tree};
use rightseat::layout::{self, draw_tidy, strategy_scenes};
use rightseat::picture::{Node, NodeKind, Strategy, Tie, TieKind};
use rightseat::render::{Theme, svg};

use super::orgs::forest;

/// The elements that all of them draw, with the attributes that are written on each.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("svg", &["width", "height", "viewBox", "role", "space"]),
    ("title", &[]),
    ("desc", &[]),
    ("g", &["id", "role", "aria-hidden"]),
    ("rect", &["x", "y", "width", "height", "rx"]),
    ("path", &["d", "stroke-linecap"]),
    ("polygon", &["points"]),
    ("text", &["x", "y", "font-family", "font-size", "font-weight", "font-style"]),
];
const PAINT: &[&str] = &["fill", "stroke", "stroke-width", "stroke-dasharray"];

fn check(document: &str) {
    let tree = Document::parse(document).expect("an independent reader takes it");
    let root = tree.root_element();
    assert_eq!(
        (root.attribute("role"), root.attribute("viewBox").is_some()),
        (Some("graphics-document document"), true)
    );
    let heads: Vec<&str> =
        root.children().filter(roxmltree::Node::is_element).take(2).map(|node| node.tag_name().name()).collect();
    assert_eq!(heads, ["title", "desc"]);
    for node in tree.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        let (_, allowed) = ELEMENTS.iter().find(|(element, _)| *element == name).expect(name);
        for attribute in node.attributes() {
            let (key, value) = (attribute.name(), attribute.value());
            assert!(allowed.contains(&key) || PAINT.contains(&key), "<{name} {key}> is not in the subset");
            let is_paint = matches!(key, "fill" | "stroke");
            assert!(!is_paint || value == "none" || is_colour(value), "{key}={value:?} is no solid colour");
            assert!(!value.contains("url(") && !value.contains("://"), "{value:?} leads out of the file");
        }
        if node.attribute("role") == Some("graphics-object group") {
            let first = node.children().find(roxmltree::Node::is_element).map(|node| node.tag_name().name());
            assert_eq!(first, Some("title"), "what can be read alone has a name");
        }
        // Each line has its own place: none depends on how wide the viewer's font is.
        assert!(
            name != "text" || (node.has_attribute("x") && node.has_attribute("y")),
            "a line of words without a place"
        );
    }
    assert!(!document.contains("<!") && !document.contains("<?"), "no entities, no style sheets");
}

fn is_colour(value: &str) -> bool {
    value.len() == 7 && value.starts_with('#') && value[1..].bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Every shape arrives in a renderer's own tree: none is dropped as unknown or broken.
fn check_drawn(document: &str) {
    let tree = Tree::from_str(document, &Options::default()).expect("a renderer takes it");
    let mut groups = vec![tree.root()];
    let mut shapes = 0;
    while let Some(group) = groups.pop() {
        for node in group.children() {
            match node {
                usvg::Node::Group(group) => groups.push(group),
                usvg::Node::Path(_) => shapes += 1,
                usvg::Node::Image(_) | usvg::Node::Text(_) => {}
            }
        }
    }
    let written = ["<rect ", "<path ", "<polygon "].map(|shape| document.matches(shape).count());
    assert_eq!(shapes, written.iter().sum::<usize>());
}

#[test]
fn every_picture_keeps_to_the_subset() {
    arbtest(|u| {
        let document = svg(&draw_tidy(&forest(u, 6)?), &Theme::light());
        check(&document);
        check_drawn(&document);
        Ok(())
    })
    .budget_ms(1_000);
}

#[test]
fn the_strategy_view_keeps_to_the_subset() {
    let entry = |column, kind| Node { column, kind, id: column.to_string(), lane: Some("cost"), ..Node::default() };
    let scenes = strategy_scenes(
        &Strategy {
            title: "Acme".to_owned(),
            headings: vec!["One".to_owned(), "Two".to_owned(), "Three".to_owned()],
            nodes: vec![entry(0, NodeKind::Priority), entry(1, NodeKind::Seat), entry(2, NodeKind::Metric)],
            ties: vec![Tie { from: 0, to: 1, kind: TieKind::Serves }, Tie { from: 0, to: 2, kind: TieKind::Owns }],
            ..Strategy::default()
        },
        &layout::Options::default(),
    );
    let document = svg(&scenes[0], &Theme::light());
    check(&document);
    check_drawn(&document);
    let order: Vec<usize> =
        ["priority-0", "seat-1", "metric-2"].map(|id| document.find(id).expect("all are there")).into();
    assert!(order.is_sorted(), "read from column to column");
}

#[test]
fn what_is_not_in_the_subset_is_noticed() {
    for wrong in [
        "<style/>",
        "<g class='a'/>",
        "<image href='https://a'/>",
        "<rect fill='url(#a)'/>",
        "<text>a</text>",
        "<text x='0' y='0'><tspan x='0' y='9'>a</tspan></text>",
    ] {
        let document = format!("<svg role='graphics-document document' viewBox='0 0 1 1'><title/><desc/>{wrong}</svg>");
        assert!(std::panic::catch_unwind(|| check(&document)).is_err(), "{wrong}");
    }
    check("<svg role='graphics-document document' viewBox='0 0 1 1'><title/><desc/></svg>");
}
