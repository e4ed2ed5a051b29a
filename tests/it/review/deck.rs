//! `review -o deck.pptx`: the whole packet as slides, section by section, with real tables and pictures that can be edited.

use std::fs;

use roxmltree::{Document, Node};

use crate::formats::hostile;
use crate::office::{Named, disorder, parts};
use crate::support::{folder, project, rightseat};

/// The slides of a deck, each part checked against the standard.
fn slides(bytes: &[u8]) -> Vec<String> {
    let parts = parts(bytes);
    for (name, text) in parts.iter().filter(|(name, _)| name.starts_with("ppt/") && !name.contains("_rels/")) {
        assert_eq!(disorder(text), [""; 0], "{name}");
    }
    let slides = parts.into_iter().filter(|(name, _)| name.starts_with("ppt/slides/slide"));
    slides.map(|(_, text)| text).collect()
}

fn texts(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(|node| node.has_tag_name_of("t"));
    texts.filter_map(|node| node.text()).collect()
}

/// What a slide is called in lists.
fn name(slide: &Document<'_>) -> String {
    let slide = slide.descendants().find(|node| node.has_tag_name_of("cSld")).expect("each has one");
    slide.attribute("name").expect("it is given").to_owned()
}

#[test]
fn the_packet_is_a_deck_in_its_one_order() {
    let home = folder(&[]);
    let file = home.path().join("q4.pptx").display().to_string();
    let run = || rightseat(project(), &["review", "charts/northwind", "-o", &file, "--force"]);
    assert_eq!((run().code, run().err.as_str()), (0, ""));
    let bytes = fs::read(&file).expect("it was written");
    run();
    assert_eq!(bytes, fs::read(&file).expect("it was written"), "the same packet gives the same bytes");
    let slides = slides(&bytes);
    let documents: Vec<Document<'_>> = slides.iter().map(|slide| Document::parse(slide).expect("it is XML")).collect();
    let names: Vec<String> = documents.iter().map(name).collect();
    assert!(names[0].contains(": the quarterly review"), "{names:?}");
    // The sections of the same packet in Markdown.
    let markdown = rightseat(project(), &["review", "charts/northwind", "--format", "markdown"]).out;
    let bare = |heading: &str| heading.replace(['\\', '\u{200b}'], "");
    let sections: Vec<String> = markdown.lines().filter_map(|line| line.strip_prefix("## ")).map(bare).collect();
    let mut found: Vec<&str> = names[1..].iter().map(String::as_str).collect();
    found.dedup();
    assert_eq!(found, sections);
    assert!(sections.len() > 10, "{sections:?}");
    // Each slide has a title, and nothing on it leaves the slide.
    for (slide, name) in documents.iter().zip(&names) {
        let titles = slide.descendants().filter(|node| node.attribute("type") == Some("title")).count();
        assert_eq!(titles, 1, "{name}");
        let tops =
            slide.descendants().filter(|node| node.has_tag_name_of("sp") || node.has_tag_name_of("graphicFrame"));
        for shape in tops {
            let number = |tag: &str, of: &str| -> i64 {
                let node = shape.descendants().find(|node| node.has_tag_name_of(tag)).expect("it has a place");
                node.attribute(of).expect("it is given").parse().expect("a number")
            };
            assert!(number("off", "x") >= 0 && number("off", "x") + number("ext", "cx") <= 12_192_000, "{name}");
            assert!(number("off", "y") >= 0 && number("off", "y") + number("ext", "cy") <= 6_858_000, "{name}");
        }
    }
    // Tables are tables, with their header on each slide.
    let heads: Vec<String> = documents
        .iter()
        .filter(|slide| name(slide) == "Load")
        .flat_map(|slide| {
            slide.descendants().filter(|node| node.has_tag_name_of("tr")).take(1).map(texts).collect::<Vec<_>>()
        })
        .collect();
    assert!(heads.len() > 1 && heads.iter().all(|head| head.starts_with("person") && *head == heads[0]), "{heads:?}");
    let lines = slides.iter().map(|slide| slide.matches("<p:cxnSp>").count()).filter(|count| *count > 5).count();
    assert!(lines >= 4, "chart, changes, strategy and dependencies are drawn: {lines}");
}

#[test]
fn without_pictures_at_hand_and_for_a_what_if_all_words_are_there() {
    let home = folder(&[]);
    let file = home.path().join("if.pptx").display().to_string();
    let ran = rightseat(project(), &["review", "charts/northwind", "--without", "farah", "-o", &file]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let slides = slides(&fs::read(&file).expect("it was written"));
    let all: String = slides.iter().map(|slide| texts(Document::parse(slide).expect("it is XML").root())).collect();
    assert!(all.contains("Farah Aziz"), "{all}");
}

#[test]
fn whatever_a_chart_says_is_text_in_a_deck() {
    let mut written = 0;
    for payload in hostile::PAYLOADS {
        let home = folder(&[("chart.yaml", &hostile::chart(payload))]);
        let ran = rightseat(home.path(), &["review", "chart.yaml", "-o", "deck.pptx"]);
        // Some are no YAML at all.
        if ran.err.contains("can't be read in full") {
            continue;
        }
        assert_eq!(ran.code, 0, "{payload:?}: {}", ran.err);
        written += 1;
        for slide in slides(&fs::read(home.path().join("deck.pptx")).expect("it was written")) {
            let document = Document::parse(&slide).expect("it is XML");
            for node in document.descendants().filter(|node| node.is_element()) {
                let name = node.tag_name().name();
                assert!(!["fld", "hlinkClick", "hlinkHover", "snd", "blip", "oleObj"].contains(&name), "{name}");
            }
        }
    }
    assert!(written > 8, "{written}");
}

#[test]
fn a_file_with_another_packet_is_replaced_only_on_demand() {
    let home = folder(&[
        ("a.yaml", "organization: '[A] & <Co>'\nrevision: 2026-Q4\nseats: {s: {title: S}}\n"),
        ("b.yaml", "organization: B\nrevision: 2026-Q4\nseats: {s: {title: S}}\n"),
    ]);
    for ending in ["html", "json", "md", "pdf", "pptx"] {
        let file = format!("packet.{ending}");
        let run = |chart: &str, more: &[&str]| {
            let mut arguments = vec!["review", chart, "-o", &file];
            arguments.extend(more);
            rightseat(home.path(), &arguments)
        };
        assert_eq!([run("a.yaml", &[]).code, run("a.yaml", &[]).code], [0, 0], "{ending}");
        let refused = run("b.yaml", &[]);
        assert!(
            refused.code == 2 && refused.err.contains("holds the packet of another chart or quarter"),
            "{ending}: {}",
            refused.err
        );
        assert_eq!([run("b.yaml", &["--force"]).code, run("b.yaml", &[]).code], [0, 0], "{ending}");
        let mine = home.path().join(&file);
        std::fs::write(mine, "nothing that a review has written").expect("a file can be written");
        let ran = run("a.yaml", &[]);
        assert_eq!(ran.code, 0, "{ending}: {}", ran.err);
    }
}
