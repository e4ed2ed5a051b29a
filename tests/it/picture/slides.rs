//! Slides that can be edited: lines meet the boxes that they are glued to, words are whole, every part is as the standard
//! has it, and no text of a chart is anything but text.

use std::collections::{BTreeMap, BTreeSet};

use arbtest::arbtest;
use rightseat::layout::{Arrangement, GroupKind, JoinKind, Levels, Options, Page, Scene, draw};
use rightseat::picture::Picture;
use rightseat::render::{About, Theme, pptx};
use roxmltree::{Document, Node};

use crate::office::{Named, disorder, parts};
use crate::support::{folder, project, rightseat};

use super::orgs::{card, forest, options, picture};

/// The slides of a deck.
fn slides(bytes: &[u8]) -> Vec<String> {
    let parts = parts(bytes);
    for (name, text) in parts.iter().filter(|(name, _)| name.starts_with("ppt/") && !name.contains("_rels/")) {
        assert_eq!(disorder(text), [""; 0], "{name}");
    }
    let slides = parts.into_iter().filter(|(name, _)| name.starts_with("ppt/slides/slide"));
    slides.map(|(_, text)| text).collect()
}

fn drawn(scene: Scene) -> String {
    slides(&pptx(&[scene], &Theme::light(), &About { title: "T", ..About::default() })).remove(0)
}

fn number(node: Node<'_, '_>, name: &str) -> i64 {
    node.attribute(name).map_or(0, |text| text.parse().expect("a number"))
}

fn one<'a, 'd>(node: Node<'a, 'd>, name: &str) -> Option<Node<'a, 'd>> {
    node.descendants().find(|node| node.has_tag_name_of(name))
}

/// The places at which lines can end at each shape, by its id.
fn sites(slide: &Document<'_>) -> BTreeMap<i64, Vec<(i64, i64)>> {
    let shapes = slide.descendants().filter(|node| node.has_tag_name_of("sp"));
    shapes
        .map(|shape| {
            let id = number(one(shape, "cNvPr").expect("it has a name"), "id");
            let (off, ext) = (one(shape, "off").expect("a place"), one(shape, "ext").expect("a size"));
            let (x, y, width, height) = (number(off, "x"), number(off, "y"), number(ext, "cx"), number(ext, "cy"));
            let place = |name: &str| match name {
                "l" | "t" => 0,
                "r" => width,
                "b" => height,
                "hc" => width / 2,
                "vc" => height / 2,
                digits => digits.parse().expect("a length"),
            };
            let own = shape.descendants().filter(|node| node.has_tag_name_of("pos"));
            let own: Vec<_> = own
                .map(|pos| {
                    let at = |name| place(pos.attribute(name).expect("it is given"));
                    (x + at("x"), y + at("y"))
                })
                .collect();
            let middles = [("hc", "t"), ("l", "vc"), ("hc", "b"), ("r", "vc")];
            let sites = match one(shape, "prstGeom").and_then(|geometry| geometry.attribute("prst")) {
                Some("rect" | "roundRect") => {
                    middles.map(|(across, down)| (x + place(across), y + place(down))).to_vec()
                }
                Some(_) => Vec::new(),
                None => own,
            };
            (id, sites)
        })
        .collect()
}

/// A line as it is drawn: the corners of the preset's path, flipped, then turned about the middle of its frame.
fn path(line: Node<'_, '_>) -> Vec<(i64, i64)> {
    let xfrm = one(line, "xfrm").expect("it has a place");
    let (off, ext) = (one(xfrm, "off").expect("a place"), one(xfrm, "ext").expect("a size"));
    let (width, height) = (number(ext, "cx"), number(ext, "cy"));
    let geometry = one(line, "prstGeom").expect("it is a preset");
    let adjusted: Vec<i64> = geometry
        .descendants()
        .filter_map(|node| node.attribute("fmla"))
        .map(|formula| formula.strip_prefix("val ").expect("a value").parse().expect("a number"))
        .collect();
    let x = |at: usize| width * adjusted[at] / 100_000;
    let y = |at: usize| height * adjusted[at] / 100_000;
    // As presetShapeDefinitions.xml of the standard has them.
    let (count, corners) = match geometry.attribute("prst").expect("a name") {
        // Of a line that swings the ends alone are of interest.
        "straightConnector1" | "curvedConnector2" | "curvedConnector3" => (0, vec![(0, 0), (width, height)]),
        "bentConnector2" => (0, vec![(0, 0), (width, 0), (width, height)]),
        "bentConnector3" => (1, vec![(0, 0), (x(0), 0), (x(0), height), (width, height)]),
        "bentConnector4" => (2, vec![(0, 0), (x(0), 0), (x(0), y(1)), (width, y(1)), (width, height)]),
        "bentConnector5" => (3, vec![(0, 0), (x(0), 0), (x(0), y(1)), (x(2), y(1)), (x(2), height), (width, height)]),
        other => panic!("{other} is no line"),
    };
    let is_curve = geometry.attribute("prst").is_some_and(|name| name.starts_with("curved"));
    assert!(is_curve || adjusted.len() == count, "{geometry:?}");
    let flips = |name| xfrm.attribute(name) == Some("1");
    let turned = |(x, y): (i64, i64)| {
        let x = if flips("flipH") { width - x } else { x };
        let y = if flips("flipV") { height - y } else { y };
        // From the middle, in halves.
        let (across, down) = (2 * x - width, 2 * y - height);
        let (across, down) = match xfrm.attribute("rot") {
            None => (across, down),
            Some("5400000") => (-down, across),
            Some("16200000") => (down, -across),
            Some(other) => panic!("turned by {other}"),
        };
        let middle = (2 * number(off, "x") + width, 2 * number(off, "y") + height);
        (i64::midpoint(middle.0, across), i64::midpoint(middle.1, down))
    };
    corners.into_iter().map(turned).collect()
}

/// The ends of all lines of a slide: how many are glued, and how far the farthest is from the site it is glued to.
fn glued(slide: &str) -> (usize, i64) {
    let slide = Document::parse(slide).expect("it is XML");
    let sites = sites(&slide);
    let (mut count, mut gap) = (0, 0);
    for line in slide.descendants().filter(|node| node.has_tag_name_of("cxnSp")) {
        let path = path(line);
        for (name, end) in [("stCxn", path[0]), ("endCxn", path[path.len() - 1])] {
            let Some(glue) = one(line, name) else { continue };
            let site = usize::try_from(number(glue, "idx")).expect("it counts");
            let site = sites[&number(glue, "id")][site];
            count += 1;
            gap = gap.max((site.0 - end.0).abs()).max((site.1 - end.1).abs());
        }
    }
    (count, gap)
}

/// A tenth of a point: what a line without extent gets, so that it can say where it bends; and roundings.
const LEAST_GAP: i64 = 1270 + 2;

#[test]
fn lines_meet_the_sites_of_the_boxes_that_they_are_glued_to() {
    arbtest(|u| {
        let picture = forest(u, 24)?;
        let scene = draw(&picture, &options(u)?);
        let slide = drawn(scene);
        let (_, gap) = glued(&slide);
        assert!(gap <= LEAST_GAP, "{gap}");
        Ok(())
    });
}

/// A forest without texts that could make a difference.
fn plain(parents: &[Option<usize>]) -> Picture {
    picture(parents.iter().enumerate().map(|(at, parent)| card(&format!("s{at}"), *parent)).collect())
}

#[test]
fn each_report_is_glued_to_its_manager() {
    let arrangements = [Arrangement::Fit, Arrangement::Tidy(Levels::Aligned), Arrangement::Tidy(Levels::Hanging)];
    arbtest(|u| {
        let count = u.int_in_range(2..=40)?;
        let mut parents = vec![None];
        for seat in 1..count {
            parents.push(if u.ratio(1, 15)? { None } else { Some(u.int_in_range(0..=seat - 1)?) });
        }
        let mut picture = plain(&parents);
        for card in &mut picture.cards {
            card.assistant = u.ratio(1, 6)?;
        }
        // The seats of a team share a line.
        let options = Options { arrangement: *u.choose(&arrangements)?, teams: Some(false), ..Options::default() };
        let scene = draw(&picture, &options);
        let reports = scene.joins.iter().filter(|join| join.kind == JoinKind::Reports).count();
        assert_eq!(reports, parents.iter().flatten().count());
        // A list that goes on in another column has lines that begin at its top.
        let is_broken = scene.groups.iter().any(|group| group.kind == GroupKind::Trails);
        let slide = drawn(scene);
        let (ends, gap) = glued(&slide);
        if is_broken {
            assert!(ends >= reports && gap <= LEAST_GAP, "{ends} ends of {reports} lines, {gap}");
            return Ok(());
        }
        assert_eq!((ends, gap <= LEAST_GAP), (2 * reports, true), "{gap}");
        // Each line is one of them: none is left over.
        assert_eq!(slide.matches("<p:cxnSp>").count(), reports);
        Ok(())
    });
}

#[test]
fn in_a_list_each_report_hangs_by_its_line() {
    let parents: Vec<Option<usize>> = (0..60_usize).map(|seat| seat.checked_sub(1).map(|above| above / 4)).collect();
    let scene =
        draw(&plain(&parents), &Options { arrangement: Arrangement::Column, teams: Some(false), ..Options::default() });
    let slide = drawn(scene);
    let ends = slide.matches("<a:endCxn ").count();
    assert!(ends >= 59, "{ends}");
    assert!(glued(&slide).1 <= LEAST_GAP);
}

#[test]
fn whatever_a_chart_says_is_text() {
    arbtest(|u| {
        let mut scenes = vec![draw(&forest(u, 12)?, &options(u)?)];
        scenes.push(draw(&forest(u, 5)?, &options(u)?));
        let theme = u.choose(&[Theme::light(), Theme::dark(), Theme::print()])?.clone();
        let title = super::orgs::words(u)?;
        let reviewed = rightseat::model::Date::parse("2026-10-06").ok();
        let about = About { title: &title, language: Some("de"), reviewed };
        let deck = pptx(&scenes, &theme, &about);
        assert_eq!(deck, pptx(&scenes, &theme, &about));
        let core = parts(&deck).into_iter().find(|(name, _)| name == "docProps/core.xml").expect("it is there").1;
        assert_eq!(core.matches(">2026-10-06T00:00:00Z<").count(), 2, "the day of the review, and no clock");
        let slides = slides(&deck);
        assert_eq!(slides.len(), scenes.len());
        for slide in &slides {
            let document = Document::parse(slide).expect("it is XML");
            let ids: Vec<i64> = document
                .descendants()
                .filter(|node| node.has_tag_name_of("cNvPr"))
                .map(|node| number(node, "id"))
                .collect();
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "each shape has an id of its own");
            for node in document.descendants().filter(|node| node.is_element()) {
                let name = node.tag_name().name();
                assert!(
                    !["fld", "hlinkClick", "hlinkHover", "snd", "blip", "oleObj", "control"].contains(&name),
                    "{name}"
                );
                assert!(
                    name == "sldId" || node.attributes().all(|attribute| attribute.namespace().is_none()),
                    "{name}"
                );
                for size in
                    node.attributes().filter(|attribute| ["cx", "cy", "w", "h", "sz"].contains(&attribute.name()))
                {
                    assert!(size.value().parse::<i64>().is_ok_and(|size| size >= 0), "{name} {size:?}");
                }
            }
        }
        Ok(())
    });
}

/// The paragraphs of each shape by the name of its group.
fn words(slide: &str) -> BTreeMap<String, Vec<String>> {
    let document = Document::parse(slide).expect("it is XML");
    let groups = document.descendants().filter(|node| node.has_tag_name_of("grpSp"));
    let paragraphs = |group: Node<'_, '_>| {
        let shape = group.children().find(|node| node.has_tag_name_of("sp")).expect("the box comes first");
        let paragraphs = shape.descendants().filter(|node| node.has_tag_name_of("p"));
        paragraphs
            .map(|paragraph| {
                let texts = paragraph.descendants().filter(|node| node.has_tag_name_of("t"));
                texts.filter_map(|node| node.text()).collect::<String>()
            })
            .collect()
    };
    groups
        .map(|group| {
            let name = one(group, "cNvPr").and_then(|node| node.attribute("name")).expect("it has a name");
            (name.to_owned(), paragraphs(group))
        })
        .collect()
}

#[test]
fn words_are_whole_whatever_lines_they_were_broken_into() {
    let mut head = card("head", None);
    head.title = "Head of Verantwortungs\u{AD}bereichs\u{AD}leiterinnenangelegenheiten and of a stand-in".to_owned();
    head.responsibilities = [
        "Owns the stand-in for every critical job in all of the regions".to_owned(),
        "漢".repeat(60),
        " • ".to_owned(),
    ]
    .to_vec();
    let scene = draw(&picture(vec![head, card("b", Some(0))]), &Options::default());
    let words = words(&drawn(scene));
    assert_eq!(
        words["head"],
        [
            "Head of Verantwortungsbereichsleiterinnenangelegenheiten and of a stand-in".to_owned(),
            "Ana Ruiz".to_owned(),
            "Owns the stand-in for every critical job in all of the regions".to_owned(),
            "漢".repeat(60),
            "•".to_owned(),
        ]
    );
}

#[test]
fn every_picture_has_slides() {
    let home = folder(&[]);
    let path = |name: &str| home.path().join(name).display().to_string();
    let trend = path("trend.pptx");
    let commands: [(&str, Vec<&str>, usize); 7] = [
        ("dependencies.pptx", vec!["render", "charts/northwind", "--view", "dependencies"], 1),
        ("matrix.pptx", vec!["render", "charts/northwind", "--view", "matrix"], 1),
        ("chart.pptx", vec!["render", "charts/northwind"], 1),
        ("split.pptx", vec!["render", "charts/northwind", "--min-font", "16"], 2),
        ("strategy.pptx", vec!["render", "charts/northwind", "--view", "strategy"], 1),
        ("changes.pptx", vec!["diff", "charts/northwind/2026-Q3", "charts/northwind/2026-Q4"], 1),
        ("trend.pptx", vec!["trend", "charts/northwind"], 1),
    ];
    for (name, mut arguments, least) in commands {
        let file = path(name);
        arguments.extend(["-o", &file]);
        let ran = rightseat(project(), &arguments);
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        let bytes = std::fs::read(&file).expect("it was written");
        let slides = slides(&bytes);
        assert!(slides.len() >= least, "{name}: {}", slides.len());
        for slide in &slides {
            assert!(glued(slide).1 <= LEAST_GAP, "{name}");
            assert_eq!(slide.matches("<p:ph type=\"title\"/>").count(), 1, "{name}");
        }
    }
    let slide = slides(&std::fs::read(path("strategy.pptx")).expect("it was written")).remove(0);
    assert!(glued(&slide).0 > 40);
    let slide = slides(&std::fs::read(&trend).expect("it was written")).remove(0);
    assert!(slide.matches("<p:grpSp>").count() == 12);
}

#[test]
fn functions_have_the_colours_of_the_theme() {
    let mut cards: Vec<_> =
        (0..9_usize).map(|at| card(&format!("s{at}"), at.checked_sub(1).map(|above| above / 4))).collect();
    for (at, card) in cards.iter_mut().enumerate() {
        card.function = Some(format!("F{at}"));
    }
    let scene = draw(&picture(cards), &Options { page: Some(Page::SLIDE), ..Options::default() });
    let slide = drawn(scene);
    for accent in 1..=6 {
        assert!(slide.contains(&format!("<a:schemeClr val=\"accent{accent}\"/>")), "{accent}");
    }
    // Words and boxes take the deck's colours, too.
    for name in ["tx1", "bg1", "bg2", "tx2"] {
        assert!(slide.contains(&format!("<a:schemeClr val=\"{name}\"/>")), "{name}");
    }
    assert!(slide.contains("<a:latin typeface=\"+mn-lt\"/>") && !slide.contains("Inter"));
}
