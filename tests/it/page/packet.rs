//! The quarter's packet as a page and as sheets of paper.

use std::collections::BTreeMap;
use std::io::Read as _;

use flate2::read::ZlibDecoder;
use rightseat::layout::{
    Area, Corners, Group, GroupKind, Mark, Pictures, Point, Px, Rect, RectRole, Scene, SheetPart, Sheets, Size, sheets,
};
use rightseat::model::Language;
use rightseat::phrase::{Page, Section, View};

use crate::formats::hostile::PAYLOADS;
use crate::support::{folder, project, rightseat};

use super::document::company;
use super::untrusted::chart;
use super::{CHART, between, read, tags, written};

fn northwind(name: &str) -> Vec<u8> {
    let home = folder(&[]);
    let file = home.path().join(name);
    let ran = rightseat(project(), &["review", "charts/northwind", "-o", file.to_str().expect("it is text")]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    std::fs::read(file).expect("it was written")
}

fn page() -> String {
    String::from_utf8(northwind("packet.html")).expect("a page is text")
}

#[test]
fn every_section_of_the_packet_is_on_the_page_in_its_order() {
    let page = page();
    let sections: Vec<String> = tags(&page)
        .iter()
        .filter(|tag| tag.name == "section")
        .filter_map(|tag| tag.get("id").map(str::to_owned))
        .collect();
    let words = String::from_utf8(northwind("packet.md")).expect("Markdown is text");
    let headings = words.lines().filter(|line| line.starts_with("## ")).count();
    assert_eq!(sections.len(), headings, "{sections:?}");
    let first = ["decisions", "pillars", "changes", "chart", "strategy"];
    assert_eq!(sections.iter().filter(|id| first.contains(&id.as_str())).collect::<Vec<_>>(), first);
    for id in &sections {
        assert!(page.contains(&format!("<a href=\"#{id}\">")), "no link to {id}");
    }
    // What Markdown has in tables stands in tables here.
    let rows = words.lines().filter(|line| line.starts_with("| ")).count();
    assert!(tags(&page).iter().filter(|tag| tag.name == "tr").count() * 10 > rows * 7, "{rows}");
}

#[test]
fn what_has_a_place_is_a_link_and_links_lead_somewhere() {
    let page = page();
    let all = tags(&page);
    let ids: Vec<&str> = all.iter().filter_map(|tag| tag.get("id")).collect();
    let hrefs: Vec<&str> = all.iter().filter_map(|tag| tag.get("href")).collect();
    for (noun, most) in [("seat", 60), ("priority", 40), ("person", 60), ("metric", 20)] {
        let count = hrefs.iter().filter(|href| href.starts_with(&format!("#{noun}="))).count();
        assert!(count > most, "{count} links to a {noun}");
    }
    for href in hrefs {
        assert!(ids.contains(&&href[1..]), "{href} leads nowhere");
    }
    assert_eq!(ids.len(), ids.iter().collect::<std::collections::BTreeSet<_>>().len(), "an id comes twice");
}

#[test]
fn links_to_seats_that_no_picture_shows_lead_somewhere_too() {
    let page = written(&[("c.yaml", &company(400))], "review c.yaml -o packet.html");
    let all = tags(&page);
    let ids: Vec<&str> = all.iter().filter_map(|tag| tag.get("id")).collect();
    let seats: Vec<&str> = all.iter().filter_map(|tag| tag.get("href")).filter(|to| to.starts_with("#seat=")).collect();
    assert!(seats.len() > 100, "{}", seats.len());
    for href in &seats {
        assert_eq!(ids.iter().filter(|id| **id == &href[1..]).count(), 1, "{href}");
    }
    let left_out = between(&page, "<p class=\"unpictured quiet\">Named on this page and not in the picture:", "</p>");
    assert!(left_out.contains(" dir=\"auto\">Position number 100</span>"), "{left_out}");
    assert!(!left_out.contains("<span id=\"seat=s0\""), "the top is in the picture");
    let by_id = left_out.split("</span>").filter(|span| span.contains(" dir=\"auto\">s")).count();
    assert!(left_out.contains("</span> · <span ") && by_id == 0, "{by_id} are named by their ids");
    assert!(left_out.matches("<span ").count() < 300, "only those that are named");
}

#[test]
fn what_is_supposed_has_no_chart_to_lead_to() {
    let page = written(&[("c.yaml", CHART)], "review c.yaml --without bo -o packet.html");
    let all = tags(&page);
    let ids: Vec<&str> = all.iter().filter_map(|tag| tag.get("id")).collect();
    assert!(!ids.contains(&"live") && page.contains("<bdi title=\"sales\">Sales</bdi>"));
    for href in all.iter().filter_map(|tag| tag.get("href")) {
        assert!(ids.contains(&&href[1..]), "{href} leads nowhere");
    }
}

#[test]
fn a_table_that_is_cut_names_the_command_that_has_all() {
    let page = written(&[("c.yaml", &company(150))], "review c.yaml -o packet.html");
    assert!(page.contains("… and 50 more: <code>rightseat review c.yaml --format json</code> has all"));
}

#[test]
fn people_are_led_to_wherever_their_names_stand_among_the_changes() {
    let page = page();
    let changes = between(&page, "<section id=\"changes\"", "</section>");
    let words = changes.rsplit_once("</figure>").expect("the changes begin with a picture").1;
    assert!(words.matches("<a href=\"#person=").count() > 3, "{words}");
}

#[test]
fn the_head_says_how_what_was_found_has_changed() {
    let broken = CHART.replace("owner: bo, ", "owner: nobody, ").replace("reviewed: 2026-10-01\n", "");
    let files = [("acme/2026-Q3.yaml", CHART.replace("2026-Q4", "2026-Q3")), ("acme/2026-Q4.yaml", broken)];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let page = written(&files, "review acme -o packet.html");
    let head = between(&page, "<header class=\"head\">", "</header>");
    let figures = |of: &str| -> (usize, String) {
        let (before, after) = head.split_once(&format!(" {of}")).unwrap_or_else(|| panic!("no {of}: {head}"));
        let count = before.rsplit(|letter: char| !letter.is_ascii_digit()).next().and_then(|count| count.parse().ok());
        (count.expect("a number"), between(after, "(", ")").to_owned())
    };
    let alone = written(&[("c.yaml", CHART)], "review c.yaml -o packet.html");
    assert!(!between(&alone, "<header class=\"head\">", "</header>").contains('('), "nothing to compare with");
    let (errors, change) = figures("error");
    assert!(errors > 0 && change == format!("+{errors}"), "{errors} ({change})");
    assert_eq!(figures("seats"), (4, "=".to_owned()));
}

#[test]
fn cards_speak_of_seats_by_their_titles() {
    let chart = CHART.replace(", responsibilities: [Deals]", "");
    let page = written(&[("c.yaml", &chart)], "review c.yaml -o packet.html");
    let data: serde_json::Value =
        serde_json::from_str(between(&page, "id=\"data\">", "</script>")).expect("the data is JSON");
    let seats = data["seats"].as_array().expect("a list");
    let sales = seats.iter().find(|seat| seat["id"] == "sales").expect("it is there");
    let findings = sales["findings"].as_array().expect("a list");
    let thin = findings.iter().find(|finding| finding["rule"] == "thin-seat").expect("it has no responsibilities");
    assert_eq!(thin["message"], "Sales has no responsibilities");
    assert_eq!(thin["help"], "say what the seat answers for under responsibilities:");
}

#[test]
fn a_packet_of_four_quarters_is_small() {
    let page = page();
    assert!(page.len() < 300_000, "{}", page.len());
}

#[test]
fn no_text_of_a_packet_becomes_markup() {
    let names = |page: &str| {
        let all = tags(page).into_iter();
        let outside = all.filter(|tag| {
            !["title", "desc", "rect", "g", "text", "tspan", "path", "polygon"].contains(&tag.name.as_str())
        });
        outside.map(|tag| tag.name).collect::<Vec<_>>()
    };
    let page = |payload: &str| {
        let (old, new) = (chart("before"), chart(payload));
        let files = [("acme/2026-Q3.yaml", old.replace("2026-Q4", "2026-Q3")), ("acme/2026-Q4.yaml", new)];
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        written(&files, "review acme/2026-Q4.yaml --since acme/2026-Q3.yaml -o packet.html")
    };
    let harmless = names(&page("plain"));
    for payload in PAYLOADS {
        let page = page(payload);
        // How many words a text has changes which sentences of a diff quote it: the kinds of element stay.
        let kinds: std::collections::BTreeSet<String> = names(&page).into_iter().collect();
        let known: std::collections::BTreeSet<String> = harmless.iter().cloned().collect();
        let odd: Vec<&String> =
            kinds.difference(&known).filter(|name| !["bdi", "code", "span"].contains(&name.as_str())).collect();
        assert_eq!(odd, Vec::<&String>::new(), "{payload:?}");
        assert_eq!(tags(&page).iter().filter(|tag| tag.name == "script").count(), 2, "{payload:?}");
        for tag in tags(&page) {
            for (name, value) in &tag.attributes {
                assert!(!name.starts_with("on") && name != "style" && name != "src", "{payload:?}: {tag:?}");
                assert!(name != "href" || value.starts_with('#'), "{payload:?}: {tag:?}");
            }
        }
        assert_eq!(page.chars().find(|&letter| rightseat::text::forbidden(letter)), None, "{payload:?}");
    }
}

#[test]
fn the_folder_holds_the_page_and_another_packet_is_not_replaced() {
    let old = CHART.replace("2026-Q4", "2026-Q3");
    let home = folder(&[("acme/2026-Q3.yaml", &old), ("acme/2026-Q4.yaml", CHART)]);
    let run = |arguments: &str| rightseat(home.path(), &arguments.split(' ').collect::<Vec<_>>());
    assert_eq!(run("review acme -o packet").code, 0);
    assert!(read(&home.path().join("packet/packet.html")).contains("Bo Müller"));
    assert_eq!(run("review acme -o packet.html").code, 0);
    assert_eq!(run("review acme -o packet.html").code, 0);
    let other = run("review acme/2026-Q3.yaml -o packet.html");
    assert!(other.code == 2 && other.err.contains("holds the packet of another chart or quarter"), "{}", other.err);
    assert_eq!(run("review acme/2026-Q3.yaml -o packet.html --force").code, 0);
    let shown = run("review acme --format html");
    assert!(shown.code == 0 && shown.out.starts_with("<!DOCTYPE html>"), "{}", shown.err);
    let supposed = run("review acme --without bo -o without.html");
    assert_eq!(supposed.code, 0, "{}", supposed.err);
}

/// What stands in the streams of a PDF, unpacked.
fn streams(pdf: &[u8]) -> String {
    let mut all = String::from_utf8_lossy(pdf).into_owned();
    let mut rest = pdf;
    let find = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).position(|window| window == word);
    while let Some(at) = find(rest, b"stream\n") {
        rest = &rest[at + 7..];
        let end = find(rest, b"endstream").unwrap_or(rest.len());
        let mut text = Vec::new();
        if ZlibDecoder::new(&rest[..end]).read_to_end(&mut text).is_ok() {
            all += &String::from_utf8_lossy(&text);
        }
        rest = &rest[end..];
    }
    all
}

#[test]
fn sheets_hold_the_sections_an_outline_and_links_and_no_action() {
    let pdf = northwind("packet.pdf");
    assert!(pdf.starts_with(b"%PDF-"));
    let all = streams(&pdf);
    let titles = all.matches("/Title").count();
    assert!(titles > 10, "{titles} entries in the outline");
    assert!(all.matches("/Subtype /Link").count() + all.matches("/Subtype/Link").count() > 20);
    // What a screen reader goes by: the language, headings, points, heads of columns, pictures with words for them.
    for tag in
        ["/StructTreeRoot", "/Lang(en)", "/S/H1", "/S/H2", "/S/LI", "/S/TH", "/S/TD", "/S/Link", "/S/Figure", "/Alt"]
    {
        assert!(all.contains(tag), "{tag}");
    }
    assert_eq!(all.matches("/S/H1").count(), 1);
    for word in ["/JavaScript", "/JS", "/Launch", "/URI", "/SubmitForm", "/EmbeddedFile"] {
        assert!(!all.contains(word), "{word}");
    }
    assert_eq!(pdf, northwind("packet.pdf"), "equal packets are equal bytes");
}

#[test]
fn sheets_take_any_text() {
    for payload in PAYLOADS {
        let home = folder(&[("c.yaml", &chart(payload))]);
        let ran = rightseat(home.path(), &["review", "c.yaml", "-o", "p.pdf"]);
        assert_eq!(ran.code, 0, "{payload:?}: {}", ran.err);
    }
    let page = between(&page(), "<title>", "</title>").to_owned();
    assert_eq!(page, "Northwind Robotics: the quarterly review 2026-Q4");
}

#[test]
fn each_answer_that_can_be_written_shows_its_command() {
    let home = folder(&[]);
    let file = home.path().join("packet.html").display().to_string();
    let ran = rightseat(project(), &["review", "charts/northwind", "-o", &file]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let page = std::fs::read_to_string(&file).expect("it was written");
    let commands: Vec<&str> = page
        .split("<code class=\"command\">")
        .skip(1)
        .map(|rest| rest.split_once("</code>").expect("it ends").0)
        .collect();
    // Of each only what is shown, so that nothing is written here; words in capitals are for people to replace.
    let mut tried = 0;
    for command in &commands {
        let words: Vec<&str> = command.split(' ').collect();
        assert_eq!((words[0], words.last()), ("rightseat", Some(&"--write")), "{command}");
        if !command.contains("TEXT") && !command.contains("SEAT") && !command.contains('\'') {
            let ran = rightseat(project(), &words[1..words.len() - 1]);
            assert!(ran.code == 0 && ran.out.contains("Not written."), "{command}: {}", ran.err);
            tried += 1;
        }
    }
    assert!(commands.len() > tried && tried > 3, "{commands:?}");
}

#[test]
fn a_few_lines_and_their_picture_share_a_sheet() {
    let area = Area::new(Point::new(Px::whole(1000), Px::whole(500)), Size::new(Px::whole(180), Px::whole(60)));
    let rect = Rect { area, corners: Corners::Square, role: RectRole::Badge };
    let scene = Scene {
        size: Size::new(Px::whole(1280), Px::whole(720)),
        stroke: Px::whole(1),
        title: "Acme".to_owned(),
        description: "Who waits for whom".to_owned(),
        groups: vec![Group { kind: GroupKind::Panels, marks: vec![Mark::Rect(rect)] }],
        joins: Vec::new(),
    };
    let mut page = Page::default();
    page.title("Acme");
    page.section(Section::Dependencies, "Who waits for whom");
    page.figure(View::Dependencies, "who waits", "rightseat render");
    let drawn = |note| {
        let pictures = Pictures { scenes: vec![scene.clone(), scene.clone()], note };
        sheets(&page, Language::English, BTreeMap::from([(View::Dependencies, pictures)]))
    };
    let on = |sheets: &Sheets, sheet| -> Vec<SheetPart> {
        let elements = sheets.elements.iter().filter(|element| element.lines.iter().any(|(on, _)| *on == sheet));
        elements.map(|element| element.part).collect()
    };
    let alone = drawn(None);
    assert_eq!(on(&alone, 1), [SheetPart::Figure]);
    let noted = drawn(Some("Half of it.".to_owned()));
    assert_eq!(on(&noted, 1), [SheetPart::Heading(2), SheetPart::Paragraph, SheetPart::Figure]);
    assert_eq!(on(&noted, 2), [SheetPart::Figure]);
    let (below, size) = (&noted.scenes[1].groups[1].marks[0], noted.scenes[1].size);
    let Mark::Rect(Rect { area, .. }) = below else { panic!("{below:?}") };
    let end = area.origin + Point::new(area.size.width, area.size.height);
    assert!(area.origin.y > Px::whole(140) && end.x <= size.width && end.y <= size.height, "{area:?} on {size:?}");
    assert_eq!(noted.headings.iter().filter(|heading| heading.title == "Who waits for whom").count(), 1);
    // The lines of a section without a picture are not those of the next.
    page.section(Section::Matrix, "Who works for several");
    page.figure(View::Matrix, "several lines", "rightseat render");
    let none = Pictures { scenes: Vec::new(), note: Some("Too large.".to_owned()) };
    let some = Pictures { scenes: vec![scene.clone()], note: None };
    let both = sheets(&page, Language::English, BTreeMap::from([(View::Dependencies, none), (View::Matrix, some)]));
    let headings: Vec<(&str, usize)> = both.headings.iter().map(|one| (one.title.as_str(), one.sheet)).collect();
    let [.., (first, before), (second, after)] = headings[..] else { panic!("{headings:?}") };
    assert_eq!((first, second), ("Who waits for whom", "Who works for several"));
    assert!(before < after && on(&both, after) == [SheetPart::Figure], "{headings:?}");
}

/// A chart with priorities that fill some pages of the view of the strategy.
fn planned(priorities: usize) -> String {
    let lines = (0..priorities).map(|n| match n % 20 {
        0 => format!("  p{n}: {{title: Priority number {n}, owner: top, horizon: long}}\n"),
        _ => format!("  p{n}: {{title: Priority number {n}, owner: top, supports: [p{}]}}\n", n / 20 * 20),
    });
    let head = "organization: Acme\nrevision: 2026-Q4\npeople: {a: Ana}\nseats: {top: {title: Chief, owner: a}}\n";
    format!("{head}priorities:\n{}", lines.collect::<String>())
}

#[test]
fn many_pages_of_a_view_are_folded_below_the_first() {
    let pictures = |priorities: usize| {
        let page = written(&[("c.yaml", &planned(priorities))], "review c.yaml -o packet.html");
        let strategy = between(&page, "<section id=\"strategy\"", "</section>").to_owned();
        let (shown, folded) = strategy.split_once("<details class=\"pages\">").unwrap_or((&strategy, ""));
        let count = |part: &str| part.matches("<figure class=\"picture\">").count();
        if !folded.is_empty() {
            assert!(folded.contains(&format!("<summary>{} more pages</summary>", count(folded))), "{priorities}");
        }
        (count(shown), count(folded))
    };
    assert_eq!(pictures(50), (3, 0));
    assert_eq!(pictures(60), (1, 3));
}
