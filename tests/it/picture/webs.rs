//! The views that show what no tree does: who waits for whom, and who works for more than one.

use arbtest::arbtest;
use rightseat::layout::{Area, GroupKind, Mark, Options, Page, Point, Px, Scene, web_scene, web_scenes};
use rightseat::model::Language;
use rightseat::picture::{Web, WebBox, WebLine, WebLook, WebView, dependencies, matrix, web_pages};
use rightseat::render::{Theme, svg};

use crate::support::{folder, judged, project, rightseat};

use super::orgs::words;
use super::text::{is_within, seat_scale};

/// Three departments, two that wait for each other and one that is waited for; and one without any ties.
const CHART: &str = "organization: Acme\nrevision: 2026-Q4\npeople: {a: Ana, b: Bo}\nseats:\n  top: {title: Chief, owner: a}\n  \
    sales: {title: Head of Sales, reports_to: top, owner: b, function: Sales}\n  \
    rep: {title: Representative, reports_to: sales}\n  \
    make: {title: Head of Making, reports_to: top, owner: a, function: Making, dotted_to: [sales]}\n  \
    law: {title: Lawyer, reports_to: top, function: Law, owner: [a, b]}\n  \
    odd: {title: Odd jobs, reports_to: top, function: Odd}\n\
    priorities:\n  grow: {title: Grow, owner: sales, contributors: [make, rep], horizon: year}\n  \
    line: {title: New line, owner: make, supports: [grow], contributors: [law, sales]}\n  \
    old: {title: Old, owner: law, contributors: [sales], status: done}\n";

fn web(text: &str, of: impl Fn(&rightseat::graph::Graph<'_>, bool, Language) -> Web) -> Web {
    judged(&[("chart.yaml", text)], |judged| of(&judged.graph, true, judged.graph.chart().language()))
}

/// The words as they stand in a box: a line ends behind the dot alone.
fn unbroken(words: &str) -> String {
    words.replace(' ', "\u{a0}").replace("·\u{a0}", "· ")
}

fn said(web: &Web) -> Vec<String> {
    web.lines.iter().map(|line| web.words(line)).collect()
}

#[test]
fn departments_wait_for_what_serves_helps_or_works_for_them() {
    let web = web(CHART, dependencies);
    // Sales waits for Making's help, for what serves its priority and for the dotted line; Making for the help of Sales.
    assert_eq!(said(&web), ["Sales and Making wait for each other: 3 and 1", "Making waits for Law: 1"]);
    assert_eq!([web.lines[0].look, web.lines[1].look], [WebLook::Loop, WebLook::Plain]);
    assert_eq!(web.notes, ["2026-Q4", "without a line: Odd"]);
    let details: Vec<&str> = web.boxes.iter().map(|shown| shown.detail.as_str()).collect();
    assert_eq!(details, [unbroken("Bo · 2 seats"), unbroken("Ana · 1 seat"), "Ana, Bo\u{a0}· 1\u{a0}seat".to_owned()]);
    let anonymous = judged(&[("chart.yaml", CHART)], |judged| dependencies(&judged.graph, false, Language::English));
    assert!(anonymous.boxes.iter().all(|shown| shown.detail.ends_with("seats") || shown.detail == "1\u{a0}seat"));
}

#[test]
fn the_views_speak_the_language_of_the_chart() {
    let chart = format!("language: de\n{CHART}");
    let waits = web(&chart, dependencies);
    assert_eq!(waits.subject, "Welche Bereiche aufeinander warten");
    assert_eq!(waits.boxes[1].detail, unbroken("Ana · 1 Stelle"));
    let drawn = svg(&web_scene(&waits, &Options::default()), &Theme::light());
    for words in [">warten aufeinander<", ">wartet auf<", "ohne Linie: Odd"] {
        assert!(drawn.contains(words), "{words} is not in {drawn}");
    }
    assert_eq!(web(&chart, matrix).subject, "Wer für mehrere arbeitet");
}

#[test]
fn where_no_function_is_named_branches_wait_for_each_other_and_longer_loops_are_found() {
    let text = "seats:\n  top: {title: T}\n  a: {title: A, reports_to: top}\n  b: {title: B, reports_to: top}\n  c: {title: C, reports_to: top}\n  \
                a1: {title: A1, reports_to: a}\n  b1: {title: B1, reports_to: b}\n\
                priorities:\n  p: {title: P, owner: a1, contributors: [b1]}\n  q: {title: Q, owner: b, contributors: [c]}\n  \
                r: {title: R, owner: c, contributors: [a]}\n  s: {title: S, owner: top, contributors: [a1]}\n";
    let web = web(text, dependencies);
    assert_eq!(said(&web), ["T waits for A: 1", "A waits for B: 1", "B waits for C: 1", "C waits for A: 1"]);
    let loops: Vec<bool> = web.lines.iter().map(|line| line.look == WebLook::Loop).collect();
    assert_eq!(loops, [false, true, true, true]);
}

#[test]
fn only_those_who_work_for_more_than_one_are_in_the_matrix() {
    let shown = web(CHART, matrix);
    assert_eq!(said(&shown), ["Head of Making reports to Chief", "Head of Making also works for Head of Sales"]);
    let ids: Vec<&str> = shown.boxes.iter().map(|shown| shown.id.as_str()).collect();
    assert_eq!(ids, ["top", "sales", "make"]);
    // A line to one's own manager, to oneself or to nobody is none more.
    let none =
        "seats: {a: {title: A}, b: {title: B, reports_to: a, dotted_to: [a, b, x]}, c: {title: C, dotted_to: [a]}}\n";
    let none = web(none, matrix);
    assert_eq!((none.boxes.len(), none.subject.as_str()), (0, "Nobody works for more than one"));
}

/// Any web of up to this many boxes, and half as many more lines, with any words.
fn any_web(u: &mut arbtest::arbitrary::Unstructured<'_>, most: usize) -> arbtest::arbitrary::Result<Web> {
    let count = u.int_in_range(0..=most)?;
    let mut boxes = Vec::new();
    for at in 0..count {
        boxes.push(WebBox {
            id: format!("b{at}"),
            title: words(u)?,
            detail: words(u)?,
            function: Some("F".to_owned()),
            ..WebBox::default()
        });
    }
    let mut lines: Vec<WebLine> = Vec::new();
    for _ in 0..if count > 1 { u.int_in_range(0..=most * 3 / 2)? } else { 0 } {
        let (from, to) = (u.int_in_range(0..=count - 1)?, u.int_in_range(0..=count - 1)?);
        let is_new = lines.iter().all(|line| (line.from, line.to) != (from, to) && (line.to, line.from) != (from, to));
        if from != to && is_new {
            let counts = *u.choose(&[[0, 0], [1, 0], [12, 3]])?;
            lines.push(WebLine {
                from,
                to,
                look: *u.choose(&[WebLook::Plain, WebLook::Dashed, WebLook::Loop])?,
                counts,
            });
        }
    }
    // A web has no box that no line leads to.
    let joined: Vec<usize> =
        (0..count).filter(|at| lines.iter().any(|line| [line.from, line.to].contains(at))).collect();
    let boxes: Vec<WebBox> = joined.iter().map(|at| boxes[*at].clone()).collect();
    let place = |at: usize| joined.binary_search(&at).expect("its line was seen");
    for line in &mut lines {
        (line.from, line.to) = (place(line.from), place(line.to));
    }
    let view = *u.choose(&[WebView::Dependencies, WebView::Matrix])?;
    Ok(Web {
        view,
        title: words(u)?,
        subject: words(u)?,
        functions: vec!["F".to_owned()],
        boxes,
        lines,
        ..Web::default()
    })
}

/// How large boxes are drawn, in hundredths, rounded up.
fn scale(scene: &Scene) -> i64 {
    let mut boxes = scene.groups.iter().filter(|group| matches!(group.kind, GroupKind::Node { .. }));
    boxes.next().map_or(100, |group| seat_scale(group) + 1)
}

fn areas(scene: &Scene) -> Vec<Area> {
    let area = |kind: &GroupKind| match kind {
        GroupKind::Node { area, .. } => Some(*area),
        _ => None,
    };
    scene.groups.iter().filter_map(|group| area(&group.kind)).collect()
}

#[test]
fn boxes_lie_on_the_page_apart_from_each_other_and_lines_end_at_theirs() {
    arbtest(|u| {
        // Within the bounds of a page.
        let web = any_web(u, 30)?;
        let page = *u.choose(&["16:9", "a4", "300x2000", "none"])?;
        let options = Options { page: Page::parse(page).ok(), ..Options::default() };
        let scene = web_scene(&web, &options);
        assert_eq!(scene, web_scene(&web, &options));
        assert!(options.page.is_none_or(|page| page.size == scene.size), "{page}");
        let scale = scale(&scene);
        let areas = areas(&scene);
        assert_eq!(areas.len(), web.boxes.len());
        for (at, area) in areas.iter().enumerate() {
            assert!(area.left().in_hundredths() >= 0 && area.top().in_hundredths() >= 0, "{area:?}");
            assert!(area.right() <= scene.size.width && area.bottom() <= scene.size.height, "{area:?}");
            for other in &areas[..at] {
                let is_beside = area.right() <= other.left() || other.right() <= area.left();
                assert!(
                    is_beside || area.bottom() <= other.top() || other.bottom() <= area.top(),
                    "{area:?} {other:?}"
                );
            }
        }
        let curves: Vec<_> = scene
            .groups
            .iter()
            .filter(|group| matches!(group.kind, GroupKind::Figure(_)))
            .map(|group| match &group.marks[0] {
                Mark::Curve(curve) => curve,
                other => panic!("a line comes first: {other:?}"),
            })
            .collect();
        assert_eq!(curves.len(), web.lines.len());
        for (curve, line) in curves.iter().zip(&web.lines) {
            let end = curve.steps.last().expect("it leads somewhere")[2];
            for (point, at) in [(curve.start, line.from), (end, line.to)] {
                // A head is nine pixels long where boxes are as large as they were designed, and the line ends at its foot.
                let area = areas[at];
                let gap = |at: i64, from: i64, to: i64| (from - at).max(at - to).max(0);
                let (x, y) = (point.x.in_hundredths(), point.y.in_hundredths());
                let across = gap(x, area.left().in_hundredths(), area.right().in_hundredths());
                let down = gap(y, area.top().in_hundredths(), area.bottom().in_hundredths());
                assert!(across.max(down) <= 10 * scale, "{point:?} {area:?}");
            }
        }
        let text = svg(&scene, &Theme::light());
        assert!(roxmltree::Document::parse(&text).is_ok(), "{text}");
        Ok(())
    });
}

#[test]
fn figures_lie_on_no_box_and_on_no_other_figures() {
    let mut seen = 0;
    arbtest(|u| {
        let mut web = Web { view: WebView::Dependencies, ..any_web(u, 10)? };
        web.lines.iter_mut().for_each(|line| line.counts[0] += 1);
        let page = *u.choose(&["16:9", "a4", "300x2000", "none"])?;
        let least_font = Px::whole(u.int_in_range(0..=14)?);
        let scene = web_scene(&web, &Options { page: Page::parse(page).ok(), least_font, ..Options::default() });
        let marks = scene.groups.iter().filter(|group| matches!(group.kind, GroupKind::Figure(_)));
        let frames: Vec<Area> = marks
            .flat_map(|group| &group.marks)
            .filter_map(|mark| if let Mark::Rect(rect) = mark { Some(rect.area) } else { None })
            .collect();
        let bounds = Area::new(Point::default(), scene.size);
        let boxes = areas(&scene);
        for (at, frame) in frames.iter().enumerate() {
            seen += 1;
            assert!(is_within(frame, &bounds), "{frame:?} leaves the page");
            for other in boxes.iter().chain(&frames[..at]) {
                assert!(!frame.overlaps(other), "{frame:?} {other:?}");
            }
        }
        Ok(())
    })
    .size_min(2_000)
    .budget_ms(2_000);
    assert!(seen > 0, "no figures were looked at");
}

#[test]
fn views_are_drawn_as_every_kind_and_in_pages_that_can_be_read() {
    let mut chart = "seats:\n  top: {title: Top}\n".to_owned();
    for at in 0..70 {
        let dotted = (at + 7) % 70;
        chart += &format!("  s{at}: {{title: S{at}, reports_to: top, dotted_to: [s{dotted}]}}\n");
    }
    let home = crate::support::folder(&[("many.yaml", &chart), ("one.yaml", "seats: {a: {title: A}}\n")]);
    let file = |name: &str| home.path().join(name).display().to_string();
    let many = file("many.yaml");
    let ran = rightseat(project(), &["render", &many, "--view", "matrix", "-o", &file("m.svg")]);
    assert!(ran.code == 0 && ran.err.contains("pages: "), "{}", ran.err);
    let first = std::fs::read_to_string(file("m-1.svg")).expect("there is a first page");
    assert!(first.contains("more lines of these boxes on"), "{first}");
    for view in ["dependencies", "matrix"] {
        for kind in ["svg", "png", "pdf", "pptx", "dot", "mmd"] {
            let ran = rightseat(
                project(),
                &["render", "charts/northwind", "--view", view, "-o", &file(&format!("{view}.{kind}"))],
            );
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{view} {kind}");
        }
        let ran = rightseat(project(), &["render", &file("one.yaml"), "--view", view, "--format", "svg", "-o", "-"]);
        let nothing =
            if view == "matrix" { "Nobody works for more than one" } else { "No department waits for another" };
        assert!(ran.out.contains(nothing), "{}", ran.out);
    }
    let dot = std::fs::read_to_string(file("dependencies.dot")).expect("it was written");
    assert!(dot.contains("[label=\"3\u{a0}↔\u{a0}2\", color=\"#b42318\", penwidth=2, dir=both];"), "{dot}");
    let mermaid = std::fs::read_to_string(file("matrix.mmd")).expect("it was written");
    assert!(mermaid.contains("n0 --> n1\n") && mermaid.contains(" -.- "), "{mermaid}");
    let pages = web_pages(&web(&chart, matrix), 30);
    assert!(pages.len() > 2 && pages.iter().all(|page| page.boxes.len() <= 30 && page.lines.len() <= 45));
}

#[test]
fn pages_have_fewer_boxes_where_letters_would_be_too_small() {
    // Twenty heads, each with somebody who works for the next one, too: two rows of twenty.
    let mut chart = "seats:\n".to_owned();
    for at in 0..20 {
        let next = (at + 1) % 20;
        chart +=
            &format!("  h{at}: {{title: Head}}\n  r{at}: {{title: Report, reports_to: h{at}, dotted_to: [h{next}]}}\n");
    }
    let web = web(&chart, matrix);
    let of = |least_font| Options { least_font: Px::whole(least_font), ..Options::default() };
    let smallest = |scenes: &[Scene]| scenes.iter().filter_map(Scene::reading_size).min().expect("there are words");
    let (any, read) = (web_scenes(&web, &of(0)), web_scenes(&web, &of(14)));
    assert_eq!(any.len(), web_pages(&web, 30).len());
    assert!(smallest(&any) < Px::whole(14) && smallest(&read) >= Px::whole(14), "{any:?}");
    assert!(read.len() > any.len(), "{} {}", read.len(), any.len());
    // Where nothing is read, it is as large as it gets.
    assert!(smallest(&web_scenes(&web, &of(90))) >= smallest(&read));
    assert_eq!(web_scenes(&web, &Options { page: None, ..of(90) }).len(), any.len());
}

#[test]
fn departments_look_as_they_do_in_the_chart() {
    let home = folder(&[]);
    let drawn = |view: &str| {
        let file = home.path().join(format!("{view}.svg")).display().to_string();
        let ran = rightseat(project(), &["render", "charts/northwind", "--view", view, "-o", &file]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        std::fs::read_to_string(file).expect("it was written")
    };
    let (chart, dependencies) = (drawn("chart"), drawn("dependencies"));
    for function in ["People", "Operations", "Product", "Sales", "Service", "Safety"] {
        // In the chart the head of the department has it, in the view the box of that name.
        let head = &chart[chart.find(&format!("<title>Head of {function}")).expect("the head is drawn")..];
        let bar = &head[head.find("<path").expect("its bar is the first path")..];
        let fill = bar.split_once("fill=\"").expect("it has a colour").1.split_once('"').expect("it ends").0;
        let at = dependencies.find(&format!(">{function}<")).expect("a box has it");
        let group = &dependencies[dependencies[..at].rfind("<g").expect("it is in a group")..at];
        assert!(group.contains(fill), "{function}: {fill}\n{group}");
    }
}

#[test]
fn what_is_closed_is_counted_where_seats_are_hidden_and_not_in_a_branch() {
    let home = folder(&[("a.yaml", CHART)]);
    let counts = |options: &[&str]| {
        let ran = rightseat(home.path(), &[&["render", "a.yaml", "--view", "strategy", "-o", "-"], options].concat());
        assert_eq!(ran.code, 0, "{options:?}: {}", ran.err);
        ran.out.contains("1 priority done or dropped, not shown")
    };
    assert_eq!([&[][..], &["--hide", "odd"], &["--root", "sales"]].map(counts), [true, true, false]);
}

#[test]
fn letters_that_can_be_read_leave_room_for_figures() {
    // So many departments that each wait for the next three that figures crowd where boxes stand closely.
    let names = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"];
    let seats: String = names
        .iter()
        .map(|name| format!("  {name}: {{title: Head of {name}, reports_to: top, function: {name}}}\n"))
        .collect();
    let waits: String = (0..names.len())
        .map(|at| {
            let others: Vec<&str> = (1..4).map(|by| names[(at + by) % names.len()]).collect();
            format!("  p{at}: {{title: P{at}, owner: {}, contributors: [{}]}}\n", names[at], others.join(", "))
        })
        .collect();
    let chart = format!("organization: Acme\nseats:\n  top: {{title: Chief}}\n{seats}priorities:\n{waits}");
    let web = web(&chart, dependencies);
    let page = Page::parse("16:9").ok();
    let scale_at =
        |least: i64| scale(&web_scene(&web, &Options { page, least_font: Px::whole(least), ..Options::default() }));
    assert!(scale_at(0) <= scale_at(14), "{} {}", scale_at(0), scale_at(14));
    assert!(scale_at(0) < scale_at(40), "small letters with more room where any will do");
}
