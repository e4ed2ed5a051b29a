//! The strategy view: what it says, and where its boxes and lines lie.

use std::collections::HashSet;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use rightseat::graph::{Graph, LoadRates};
use rightseat::layout::{
    Area, GroupKind, Mark, Options, Page, Point, Px, Scene, Size, Swing, SwingRole, TextRole, strategy_scenes,
};
use rightseat::model::Language;
use rightseat::picture::{Diagram, Node, NodeKind, NodeState, Strategy, Tie, TieKind, strategy};
use rightseat::read;
use rightseat::render::{Theme, svg};

use super::orgs::words;
use super::text;
use crate::support::sources;

/// All of a strategy on one slide.
fn one_page(strategy: &Strategy) -> Scene {
    let mut pages = strategy_scenes(strategy, &Options::default());
    assert_eq!(pages.len(), 1);
    pages.remove(0)
}

/// The size of the smallest words in the boxes, those on marks of lanes aside.
fn smallest(scene: &Scene) -> Px {
    let nodes = scene.groups.iter().filter(|group| matches!(group.kind, GroupKind::Node { .. }));
    let sizes = nodes.flat_map(|group| &group.marks).filter_map(|mark| match mark {
        Mark::Text(text) if text.role != TextRole::Lane => Some(text.size),
        _ => None,
    });
    sizes.min().expect("there are boxes")
}

/// The strategy of a chart.
fn of(text: &str) -> Strategy {
    let (sources, inputs) = sources(&[("chart.yaml", text)]);
    let (chart, _) = read::chart(&sources, &inputs);
    strategy(&Graph::new(&chart, LoadRates::default()), true, Language::English)
}

fn node<'s>(strategy: &'s Strategy, id: &str) -> &'s Node {
    strategy.nodes.iter().find(|node| node.id == id).expect(id)
}

/// Each line as `from > to`.
fn ties(strategy: &Strategy) -> Vec<String> {
    let id = |node: usize| &strategy.nodes[node].id;
    strategy.ties.iter().map(|tie| format!("{} > {}", id(tie.from), id(tie.to))).collect()
}

const CHART: &str = "
organization: Acme
strategy: {lane: service, intent: Be there first.}
people: {x: Xena, y: Yuri}
seats:
  top: {title: Top, owner: x}
  desk: {title: Desk, owner: y, reports_to: top}
  empty: {title: Empty, reports_to: top}
  loose: {title: Loose, owner: y, reports_to: loose}
priorities:
  fast: {title: Fast, owner: top, horizon: year, lane: service}
  alone: {title: Alone, owner: top, horizon: year}
  step: {title: Step, owner: desk, supports: [fast], status: off-track, due: 2026-12-31, lane: cost}
  year: {title: Year step, owner: desk, horizon: year, supports: [fast]}
  part: {title: Part, owner: desk, supports: [step]}
  adrift: {title: Adrift, owner: desk}
  nobody: {title: Nobody, supports: [fast]}
  both: {title: Both, owner: [top, desk], supports: [fast]}
  vacant: {title: Vacant, owner: empty, supports: [fast]}
  cut: {title: Cut, owner: loose, supports: [fast]}
  missing: {title: Missing, owner: nosuch, supports: [fast]}
  dropped: {title: Dropped, owner: top, horizon: year, status: dropped}
  purposeless: {title: Purposeless, owner: top, supports: [dropped]}
  done: {title: Done, owner: desk, supports: [fast], status: done}
metrics:
  wait: {title: Wait, owner: desk, measures: [fast], target: <= 2 h, actual: 3 h}
  lost: {title: Lost, target: '>= 5 %', actual: 5 %}
";

#[test]
fn priorities_stand_in_columns_and_lines_say_who_serves_and_answers() {
    let strategy = of(CHART);
    assert_eq!(
        strategy.headings,
        [
            "Strategic priorities",
            "Priorities that serve them",
            "Priorities of the quarter",
            "Seats that answer for them",
            "Metrics"
        ]
    );
    let column = |id| node(&strategy, id).column;
    assert_eq!([column("fast"), column("year"), column("part"), column("desk"), column("wait")], [0, 1, 2, 3, 4]);
    let ties = ties(&strategy);
    for tie in ["fast > step", "fast > year", "step > desk", "fast > top", "both > top", "both > desk", "desk > wait"] {
        assert!(ties.contains(&tie.to_owned()), "{tie} is not in {ties:?}");
    }
    assert_eq!(strategy.closed, 2);
    assert!(!strategy.nodes.iter().any(|node| node.id == "done" || node.id == "dropped"));
    assert_eq!(node(&strategy, "part").note, "serves Step");
    let root = |id| node(&strategy, id).root;
    assert_eq!([root("fast"), root("part"), root("alone"), root("adrift")], [Some(0), Some(0), Some(1), None]);
}

#[test]
fn what_nobody_answers_for_says_why() {
    let strategy = of(CHART);
    for (id, alarm) in [
        ("nobody", "nobody answers for it"),
        ("both", "2 seats share it"),
        ("vacant", "its seat is vacant"),
        ("cut", "its seat is cut off from the top"),
        ("missing", "its owner is not in the chart"),
        ("purposeless", "what it served was dropped"),
        ("lost", "no seat answers for it"),
    ] {
        let node = node(&strategy, id);
        assert_eq!((node.alarm.as_str(), node.state), (alarm, NodeState::Wrong), "{id}");
    }
    for (id, note) in [("alone", "nothing serves it now"), ("adrift", "serves no strategic priority"), ("fast", "")] {
        let node = node(&strategy, id);
        assert_eq!((node.note.as_str(), node.state), (note, NodeState::Sound), "{id}");
    }
    assert_eq!(node(&strategy, "empty").state, NodeState::Vacant);
    let step = node(&strategy, "step");
    assert_eq!((step.detail.as_str(), step.is_late), ("off track · due 2026-12-31", true));
    let wait = node(&strategy, "wait");
    assert_eq!((wait.detail.as_str(), wait.is_late), ("3 h, target ≤ 2 h", true));
    assert!(!node(&strategy, "lost").is_late);
    let scene = one_page(&strategy);
    let contested = swings(&scene).filter(|swing| swing.role == SwingRole::Contests).count();
    assert_eq!(contested, 2, "both owners of what is shared");
    assert_eq!(
        scene.description,
        "Strategy: 12 priorities, 4 seats and 2 metrics; not exactly one answers for 7 of them."
    );
}

#[test]
fn priorities_that_serve_one_another_in_a_loop_are_shown_once() {
    let strategy = of("priorities: {a: {title: A, supports: [b]}, b: {title: B, supports: [a]}}");
    assert_eq!(node(&strategy, "a").note, "serves B");
    assert_eq!(strategy.nodes.len(), 2);
    assert_eq!(strategy.headings, ["Priorities of the quarter"]);
}

#[test]
fn what_is_said_twice_is_drawn_once_and_no_line_is_left_out() {
    let twice = "x: {title: X, horizon: year}, y: {title: Y, supports: [x, x, x]}";
    assert_eq!(swings(&one_page(&of(&format!("priorities: {{{twice}}}")))).count(), 1);
    let mut chart = "seats: {top: {title: Top}}\npriorities:\n".to_owned();
    let all: Vec<String> = (0..20).map(|top| format!("t{top}")).collect();
    for top in &all {
        chart.push_str(&format!("  {top}: {{title: T, horizon: year, owner: top}}\n"));
    }
    for step in 0..20 {
        chart.push_str(&format!("  s{step}: {{title: S, owner: top, supports: [{}]}}\n", all.join(", ")));
    }
    let scene = one_page(&of(&chart));
    assert_eq!(swings(&scene).count(), 440);
    assert_eq!(swings(&scene).filter(|swing| swing.role == SwingRole::Owns).count(), 40);
}

#[test]
fn an_empty_strategy_is_a_page_too() {
    let scene = one_page(&of("organization: Acme"));
    assert!(svg(&scene, &Theme::light()).contains("Strategy: 0 priorities, 0 seats and 0 metrics."));
}

/// A large strategy: one strategic priority that thirty others serve, thirty that serve none, and metrics.
fn large() -> Strategy {
    let mut chart = "people: {x: Xena}\nseats:\n".to_owned();
    for seat in 0..60 {
        chart.push_str(&format!("  s{seat}: {{title: Seat {seat}, owner: x}}\n"));
    }
    chart.push_str("priorities:\n  top: {title: Top, owner: s0, horizon: year}\n");
    for priority in 0..60 {
        let served = if priority % 2 == 0 { ", supports: [top]" } else { "" };
        chart.push_str(&format!("  p{priority}: {{title: Priority {priority}, owner: s{priority}{served}}}\n"));
    }
    chart.push_str("metrics:\n  m: {title: Of the last, owner: s59}\n  n: {title: Of nobody}\n");
    of(&chart)
}

#[test]
fn a_large_strategy_is_told_on_pages_with_nothing_left_out() {
    let strategy = large();
    let slide = Options { least_font: Px::whole(14), ..Options::default() };
    let pages = strategy_scenes(&strategy, &slide);
    assert!((3..=9).contains(&pages.len()), "{} pages", pages.len());
    let documents: Vec<String> = pages.iter().map(|page| svg(page, &Theme::light())).collect();
    for page in &pages {
        check(page, Page::SLIDE.size);
        assert!(smallest(page) >= Px::whole(14), "{:?}", smallest(page));
    }
    for node in &strategy.nodes {
        let id = match node.kind {
            NodeKind::Priority => format!("id=\"priority-{}\"", node.id),
            NodeKind::Seat => format!("id=\"seat-{}\"", node.id),
            NodeKind::Metric => format!("id=\"metric-{}\"", node.id),
        };
        let times = documents.iter().filter(|document| document.contains(&id)).count();
        // The one that the others serve stands on each of their pages.
        assert!(if node.id == "top" { times > 1 } else { times == 1 }, "{id}: {times} times");
    }
    let drawn: usize = pages.iter().map(|page| swings(page).count()).sum();
    let repeated = documents.iter().filter(|document| document.contains("id=\"priority-top\"")).count() - 1;
    assert!(drawn >= strategy.ties.len() && drawn <= strategy.ties.len() + repeated, "{drawn}");
    assert!(documents[0].contains(&format!(">Page 1 of {}<", pages.len())));
    let whole = one_page(&strategy);
    assert_eq!(boxes(&whole).len(), strategy.nodes.len());
    check(&whole, Page::SLIDE.size);
}

#[test]
fn the_strategy_fills_the_page_that_is_asked_for() {
    let strategy = of(CHART);
    for page in ["16:9", "4:3", "a4", "a4-landscape", "500x900", "3000x500"] {
        let page = Page::parse(page).expect("a page");
        for scene in strategy_scenes(&strategy, &Options { page: Some(page), ..Options::default() }) {
            check(&scene, page.size);
        }
    }
    let own = strategy_scenes(&strategy, &Options { page: None, ..Options::default() });
    check(&own[0], own[0].size);
}

#[test]
fn boxes_use_the_width_of_the_page() {
    let scene = one_page(&of(CHART));
    let width: i64 = {
        let mut columns: Vec<(Px, Px)> = boxes(&scene).iter().map(|area| (area.left(), area.size.width)).collect();
        columns.sort_unstable();
        columns.dedup_by_key(|(left, _)| *left);
        columns.iter().map(|(_, width)| width.in_hundredths()).sum()
    };
    assert!(width * 100 >= scene.size.width.in_hundredths() * 60, "boxes take {width} of the width");
}

/// Any strategy of up to four columns with any words.
fn any(u: &mut Unstructured<'_>) -> Result<Strategy> {
    let columns = u.int_in_range(1..=4)?;
    let mut nodes = Vec::new();
    for column in 0..columns {
        for _ in 0..u.int_in_range(1..=12)? {
            let lane = if u.ratio(1, 3)? { Some(*u.choose(&["cost", "innovation", "service"])?) } else { None };
            let alarm = if u.ratio(1, 6)? { words(u)? } else { String::new() };
            nodes.push(Node {
                kind: *u.choose(&[NodeKind::Priority, NodeKind::Seat, NodeKind::Metric])?,
                id: words(u)?,
                column,
                title: words(u)?,
                detail: words(u)?,
                note: if u.ratio(1, 4)? { words(u)? } else { String::new() },
                alarm,
                lane,
                state: *u.choose(&[NodeState::Sound, NodeState::Vacant, NodeState::Wrong])?,
                is_late: u.ratio(1, 4)?,
                root: if u.ratio(1, 2)? { Some(u.int_in_range(0..=20)?) } else { None },
            });
        }
    }
    let mut ties = Vec::new();
    for _ in 0..u.int_in_range(0..=nodes.len() * 2)? {
        let (from, to) = (u.choose_index(nodes.len())?, u.choose_index(nodes.len())?);
        if nodes[from].column < nodes[to].column {
            ties.push(Tie { from, to, kind: *u.choose(&[TieKind::Serves, TieKind::Owns])? });
        }
    }
    Ok(Strategy {
        language: Language::English,
        hyphens: None,
        title: words(u)?,
        intent: words(u)?,
        subtitle: words(u)?,
        lane: Some("service"),
        closed: u.int_in_range(0..=3)?,
        headings: (0..columns).map(|column| format!("Column {column}")).collect(),
        nodes,
        ties,
    })
}

fn boxes(scene: &Scene) -> Vec<Area> {
    let area = |kind: &GroupKind| match kind {
        GroupKind::Node { area, .. } => Some(*area),
        _ => None,
    };
    scene.groups.iter().filter_map(|group| area(&group.kind)).collect()
}

fn swings(scene: &Scene) -> impl Iterator<Item = &Swing> {
    let lines = scene.groups.iter().filter(|group| group.kind == GroupKind::Connectors);
    lines.flat_map(|group| &group.marks).filter_map(|mark| match mark {
        Mark::Swing(swing) => Some(swing),
        _ => None,
    })
}

/// Points on a line from one of its points to the next, as the SVG draws it.
fn along(from: Point, to: Point) -> impl Iterator<Item = Point> {
    (1..32_i64).map(move |step| {
        let (t, rest) = (step, 32 - step);
        let weights = [rest * rest * rest, 3 * rest * rest * t, 3 * rest * t * t, t * t * t];
        let middle = from.x + (to.x - from.x).half();
        let sum = |places: [Px; 4]| {
            let sum: i64 = places.iter().zip(weights).map(|(place, weight)| place.in_hundredths() * weight).sum();
            Px::hundredths(sum / 32_i64.pow(3))
        };
        Point::new(sum([from.x, middle, middle, to.x]), sum([from.y, from.y, to.y, to.y]))
    })
}

fn overlap(one: &Area, other: &Area) -> bool {
    one.left() < other.right() && other.left() < one.right() && one.top() < other.bottom() && other.top() < one.bottom()
}

fn check(scene: &Scene, size: Size) {
    text::check(scene);
    let page = Area::new(Point::default(), scene.size);
    assert_eq!(scene.size, size, "the page is the one that was asked for");
    let boxes = boxes(scene);
    for (index, area) in boxes.iter().enumerate() {
        assert!(text::is_within(area, &page), "{area:?} leaves the page");
        assert!(boxes[..index].iter().all(|other| !overlap(area, other)), "{area:?} overlaps another box");
    }
    for swing in swings(scene) {
        for pair in swing.points.windows(2) {
            for point in along(pair[0], pair[1]) {
                let spot = Area::new(point, Size::new(Px::hundredths(1), Px::hundredths(1)));
                assert!(boxes.iter().all(|area| !overlap(&spot, area)), "{swing:?} crosses a box at {point:?}");
            }
        }
    }
    for group in &scene.groups {
        let texts = group.marks.iter().filter_map(|mark| match mark {
            Mark::Text(text) => Some(text),
            _ => None,
        });
        let covered: Vec<Area> = texts.flat_map(text::covers).filter(|area| area.size.width > Px::ZERO).collect();
        for (index, area) in covered.iter().enumerate() {
            assert!(covered[..index].iter().all(|other| !overlap(area, other)), "words overlap in {group:?}");
        }
    }
}

#[test]
fn boxes_lines_and_words_lie_well() {
    arbtest(|u| {
        let strategy = any(u)?;
        let name = *u.choose(&["16:9", "4:3", "a4", "200x3000", "3000x300"])?;
        let page = Page::parse(name).expect("a page");
        let options = Options { page: Some(page), ..Options::default() };
        let scene = strategy_scenes(&strategy, &options).remove(0);
        check(&scene, page.size);
        assert_eq!(boxes(&scene).len(), strategy.nodes.len());
        let pairs: HashSet<_> = strategy.ties.iter().map(|tie| (tie.from, tie.to)).collect();
        assert_eq!(swings(&scene).count(), pairs.len());
        let document = svg(&scene, &Theme::light());
        text::read(&document);
        assert_eq!(
            document,
            svg(&strategy_scenes(&strategy.clone(), &options)[0], &Theme::light()),
            "equal strategies give equal bytes"
        );
        Ok(())
    })
    .budget_ms(2_000);
}

#[test]
fn lines_are_untangled() {
    // Each of six boxes on the left leads to the one at the same height, named in another order.
    let node = |column, id: usize| Node { column, id: id.to_string(), ..Node::default() };
    let mut nodes: Vec<Node> = (0..6).map(|id| node(0, id)).collect();
    nodes.extend([3, 0, 5, 2, 4, 1].map(|id| node(1, id)));
    let at = |id: usize| (6..12).find(|place| nodes[*place].id == id.to_string()).expect("there are six");
    let ties = (0..6).map(|from| Tie { from, to: at(from), kind: TieKind::Serves }).collect();
    let headings = vec!["Left".to_owned(), "Right".to_owned()];
    let scene = one_page(&Strategy { headings, nodes, ties, ..Strategy::default() });
    assert!(swings(&scene).all(|swing| swing.points.windows(2).all(|pair| pair[0].y == pair[1].y)), "all are level");
}

#[test]
fn the_diagram_has_the_same_boxes_and_lines() {
    let strategy = of(CHART);
    let diagram = Diagram::of_strategy(&strategy);
    assert_eq!(diagram.boxes.len(), strategy.nodes.len());
    assert_eq!(diagram.links.len(), strategy.ties.len());
    assert!(diagram.boxes.iter().any(|part| part.lines == ["Nobody", "nobody answers for it"]));
}
