//! The file itself: whole without a script, small, closed to the world, and silent on what was not asked for.

use base64::Engine as _;
use rightseat::page::page_schema;
use rightseat::render::Colour;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::{assert_file, folder, project, rightseat};

use super::{CHART, between, read, tags, written};

const EVERYTHING: &str =
    "render c.yaml --show title,owner,responsibilities,function,load,priorities,metrics --findings -o c.html";

fn page() -> String {
    written(&[("c.yaml", CHART)], "render c.yaml -o c.html")
}

fn data(page: &str) -> Value {
    serde_json::from_str(between(page, "id=\"data\">", "</script>")).expect("the data is JSON")
}

#[test]
fn a_small_page_reads_as_it_should() {
    let page = page();
    let (style, script) = (between(&page, "<style>", "</style>"), between(&page, "<script>", "</script>"));
    let policy = between(&page, "content=\"", "\"");
    let svg = between(&page, "<figure class=\"picture\">", "</figure>");
    let readable = page.replace(style, "…").replace(script, "…").replace(policy, "…").replace(svg, "<svg>…</svg>");
    let strategy = between(&readable, "id=\"title-strategy\"", "</section>").to_owned();
    let readable = readable.replace(&strategy, "…").replace("><", ">\n<");
    assert_file("tests/golden/page.html", &readable);
}

#[test]
fn the_data_is_as_its_schema_says() {
    let text = serde_json::to_string_pretty(&page_schema()).expect("a schema is JSON") + "\n";
    assert_file("docs/page.schema.json", &text);
    let validator = jsonschema::validator_for(&page_schema()).expect("it is a schema");
    let northwind = rightseat_page("charts/northwind", "--findings");
    for page in [page(), written(&[("c.yaml", CHART)], EVERYTHING), northwind] {
        let errors: Vec<String> = validator.iter_errors(&data(&page)).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
    }
}

fn rightseat_page(chart: &str, option: &str) -> String {
    let home = folder(&[]);
    let file = home.path().join("c.html");
    let mut arguments = vec!["render", chart, "-o", file.to_str().expect("it is text")];
    arguments.extend(Some(option).filter(|option| !option.is_empty()));
    let ran = rightseat(project(), &arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    read(&file)
}

#[test]
fn the_policy_names_the_script_and_the_style_and_nothing_else() {
    let page = page();
    let all = tags(&page);
    let meta = all.iter().find(|tag| tag.name == "meta").expect("there is one");
    assert_eq!(meta.get("http-equiv"), Some("Content-Security-Policy"), "the policy comes first");
    let hash = |text: &str| {
        format!("sha256-{}", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text.as_bytes())))
    };
    let (script, style) = (hash(between(&page, "<script>", "</script>")), hash(between(&page, "<style>", "</style>")));
    let policy =
        format!("default-src 'none'; script-src '{script}'; style-src '{style}'; base-uri 'none'; form-action 'none'");
    assert_eq!(meta.get("content"), Some(policy.as_str()));
}

#[test]
fn nothing_is_loaded() {
    for page in [page(), rightseat_page("charts/northwind", "--findings")] {
        for tag in tags(&page) {
            for (name, value) in &tag.attributes {
                let name = name.as_str();
                assert!(!name.starts_with("on") && name != "style", "{tag:?}");
                assert!(!matches!(name, "src" | "srcset" | "action" | "data" | "poster" | "background"), "{tag:?}");
                if name == "href" {
                    assert!(tag.name == "a" && (value.starts_with('#') || value.starts_with("https:")), "{tag:?}");
                }
            }
        }
        assert!(!page.contains("url(") && !page.contains("@import"));
    }
}

#[test]
fn links_lead_somewhere_and_no_id_comes_twice() {
    let page = rightseat_page("charts/northwind", "");
    let all = tags(&page);
    let mut ids: Vec<&str> = all.iter().filter_map(|tag| tag.get("id")).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    assert!(ids.contains(&"seat=service-lead"));
    for href in all.iter().filter_map(|tag| tag.get("href")) {
        assert!(ids.contains(&&href[1..]), "{href} leads nowhere");
    }
}

#[test]
fn what_is_not_shown_is_not_in_the_file() {
    for (show, absent) in [
        ("title", vec!["Ana Ruiz", "Müller", "Cy Example", "Everything", "Calls", "Hire by December", "\"load\""]),
        ("owner", vec!["Open seat", "Desk", "Everything", "Sales"]),
        (
            "title,owner",
            vec!["Everything", "Calls", "Hire by December", "\"Lead\",\"hue\"", "\"load\"", "\"findings\""],
        ),
    ] {
        let page = written(&[("c.yaml", CHART)], &format!("render c.yaml --show {show} --findings -o c.html"));
        let told = format!("{}{}", between(&page, "id=\"still\">", "</section>"), data(&page));
        for text in absent.iter().filter(|text| **text != "\"findings\"") {
            assert!(!told.contains(text), "--show {show} tells {text}");
        }
    }
    let hidden = written(&[("c.yaml", CHART)], "render c.yaml --hide sales -o c.html");
    for text in ["sales", "Sales", "Müller", "Desk", "Grow in the south", "Deals"] {
        assert!(!hidden.contains(text), "--hide sales tells {text}");
    }
    let plain = page();
    let told = data(&plain);
    assert_eq!(told["shows"], serde_json::json!(["function", "responsibilities"]));
    for key in ["load", "terms", "backup", "members", "priorities", "metrics", "findings"] {
        assert!(told["seats"].as_array().expect("a list").iter().all(|seat| seat.get(key).is_none()), "{key}");
    }
    let home = folder(&[("c.yaml", CHART)]);
    assert!(!plain.contains(home.path().to_str().expect("it is text")) && !plain.contains("/tmp"));
}

#[test]
fn revisions_are_told_apart_and_seats_known_again() {
    let old = CHART.replace("2026-Q4", "2026-Q3").replace("desk:", "bench:").replace("title: Desk", "title: Bench");
    let new = CHART.replace("desk: {", "desk: {formerly: [bench], ");
    let files = [
        ("acme/2026-Q2.yaml", "organization: Acme\nrevision: 2026-Q2\nseats: ["),
        ("acme/2026-Q3.yaml", &old),
        ("acme/2026-Q4.yaml", &new),
    ];
    let told = data(&written(&files, "render acme -o c.html"));
    let revisions = told["revisions"].as_array().expect("a list");
    assert_eq!(revisions.len(), 3, "{revisions:?}");
    assert!(
        revisions[0]["unread"].as_str().is_some_and(|reason| reason.contains("2026-Q2.yaml:3:8")),
        "{}",
        revisions[0]
    );
    let key = |revision: usize, id: &str| {
        let tree = revisions[revision]["tree"].as_array().expect("it was read");
        let row =
            tree.chunks(3).find(|row| told["seats"][usize::try_from(row[0].as_u64().unwrap()).unwrap()]["id"] == id);
        row.expect("the seat is there")[2].clone()
    };
    assert_eq!(key(1, "bench"), key(2, "desk"));
    assert_ne!(key(1, "sales"), key(2, "desk"));
    for (number, count) in [("0", 1), ("1", 1), ("2", 2)] {
        let told = data(&written(&files, &format!("render acme --revisions {number} -o c.html")));
        assert_eq!(told["revisions"].as_array().map(Vec::len), Some(count), "--revisions {number}");
    }
}

#[test]
fn pages_are_small() {
    let page = rightseat_page("charts/northwind", "--findings");
    assert!(page.len() < 300_000, "{}", page.len());
    let own = between(&page, "<style>", "</style>").len() + between(&page, "<script>", "</script>").len();
    assert!(own < 120_000, "{own}");
    for (seats, most) in [(500, 600_000), (5000, 3_500_000)] {
        let page = written(&[("c.yaml", &company(seats))], EVERYTHING);
        assert!(page.len() < most, "{seats} seats take {}", page.len());
    }
}

/// A company in which each seat leads seven.
pub(super) fn company(seats: usize) -> String {
    let mut text = String::from("organization: Large\nrevision: 2026-Q4\npeople:\n");
    (0..seats).for_each(|n| text += &format!("  p{n}: Person {n}\n"));
    text += "seats:\n";
    for n in 0..seats {
        let above = if n == 0 { String::new() } else { format!("reports_to: s{}, ", (n - 1) / 7) };
        text += &format!(
            "  s{n}: {{title: Position number {n}, {above}owner: p{n}, function: F{}, responsibilities: [First thing {n}, Second \
             thing {n}]}}\n",
            n % 6
        );
    }
    text
}

#[test]
fn a_large_chart_shows_its_top_and_says_how_to_print_the_rest() {
    let page = written(&[("c.yaml", &company(5000))], "render c.yaml -o c.html");
    let still = between(&page, "id=\"still\">", "</section>");
    assert!(still.contains("The picture shows the first 3 levels of 5000 seats"), "{}", &still[still.len() - 300..]);
    assert!(still.contains("rightseat render c.yaml -o chart.pdf"));
    assert!(still.len() < 100_000, "{}", still.len());
}

#[test]
fn options_that_mean_nothing_are_refused() {
    let home = folder(&[("c.yaml", CHART)]);
    for (options, reason) in [
        ("--theme dark -o c.html", "a page follows its reader's choice of light or dark"),
        ("--view strategy -o c.html", "a page shows the chart and the strategy"),
        ("--revisions 2 -o c.svg", "`--revisions` is for .html"),
        ("--scale 2 -o c.html", "are for .png"),
        ("--root nobody -o c.html", "there is no seat `nobody`"),
    ] {
        let arguments: Vec<&str> = ["render", "c.yaml"].into_iter().chain(options.split(' ')).collect();
        let ran = rightseat(home.path(), &arguments);
        assert!(ran.code == 2 && ran.err.contains(reason), "{options}: {}", ran.err);
        assert!(!home.path().join("c.html").exists());
    }
    let ran = rightseat(home.path(), &["render", "c.yaml", "-o", "-", "--format", "html"]);
    assert!(ran.code == 0 && ran.out.starts_with("<!DOCTYPE html>"), "{}", ran.err);
}

/// What the style sheet dresses is there, in the hypertext or in what the script makes.
#[test]
fn the_style_sheet_holds_nothing_that_is_not_used() {
    let read = |folder: &str, ending: &str| -> String {
        let files = std::fs::read_dir(project().join(folder)).expect("the folder is there").flatten();
        let files = files.filter(|file| file.path().extension().is_some_and(|known| known == ending));
        files.map(|file| std::fs::read_to_string(file.path()).expect("it is text")).collect()
    };
    let (css, source) = (read("assets/page", "css"), read("assets/page", "js") + &read("src/page", "rs"));
    let selectors = css.lines().filter(|line| line.contains('{')).filter_map(|line| line.split('{').next());
    let mut classes = std::collections::BTreeSet::new();
    for class in selectors.flat_map(|selector| selector.split('.').skip(1)) {
        let name: String =
            class.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
        classes.insert(name);
    }
    assert!(classes.len() > 40, "{classes:?}");
    // Those that end in a word or number that only the data know are made from their beginning.
    let made = ["tint-", "level-", "n", "b", "w"];
    let is_made = |class: &str| {
        made.iter().any(|begin| {
            let end = class.strip_prefix(begin);
            end.is_some_and(|end| begin.ends_with('-') || end.parse::<u32>().is_ok())
        })
    };
    let is_used = |class: &str| source.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| word == class);
    let idle: Vec<_> = classes.iter().filter(|class| !is_made(class) && !is_used(class)).collect();
    assert_eq!(idle, Vec::<&String>::new());
}

/// Each pair of colours in which words stand on a ground, in both schemes.
#[test]
fn words_are_readable_on_their_grounds() {
    let css = std::fs::read_to_string(project().join("assets/page/page.css")).expect("the style sheet is there");
    let light = between(&css, ":root {", "}");
    let dark = between(&css, "@media screen and (prefers-color-scheme: dark) {\n  :root {", "}");
    let colour = |block: &str, token: &str| {
        let value = block.split(&format!("--{token}: ")).nth(1).and_then(|rest| rest.split(';').next());
        let value = value.unwrap_or_else(|| panic!("no --{token}"));
        Colour::parse(value).unwrap_or_else(|error| panic!("--{token}: {error}"))
    };
    for block in [light, dark] {
        let contrast = |one: &str, other: &str| colour(block, one).contrast(colour(block, other));
        for ground in ["ground", "paper", "box", "button"] {
            for ink in ["text", "quiet"] {
                assert!(contrast(ink, ground) >= 4.5, "{ink} on {ground}: {}", contrast(ink, ground));
            }
        }
        for ground in ["paper", "box", "ground"] {
            for ink in ["link", "bad", "warn", "good", "new"] {
                assert!(contrast(ink, ground) >= 4.5, "{ink} on {ground}: {}", contrast(ink, ground));
            }
        }
        for mark in ["edge", "line", "focus", "bad", "warn", "good", "step-1", "step-2", "step-3"] {
            assert!(contrast(mark, "ground") >= 3.0, "{mark}: {}", contrast(mark, "ground"));
        }
        assert!(contrast("paper", "text") >= 4.5 && contrast("paper", "bad") >= 4.5);
    }
}
