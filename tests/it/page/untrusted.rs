//! Charts whose every text tries to be markup, script or a command.

use super::{Tag, between, tags, written};
use crate::formats::hostile::PAYLOADS;

/// What may stand in a page, outside of pictures and in them.
const ELEMENTS: &[&str] = &[
    "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "p", "nav", "ul", "ol", "li",
    "main", "section", "div", "figure", "footer", "script", "table", "thead", "tbody", "tr", "th", "td", "b", "span",
    "code", "details", "summary", "dl", "dt", "dd", "pre", "svg", "desc", "rect", "g", "text", "tspan", "path",
    "polygon", "abbr",
];
const ATTRIBUTES: &[&str] = &[
    "lang",
    "http-equiv",
    "content",
    "charset",
    "name",
    "class",
    "href",
    "dir",
    "aria-label",
    "aria-labelledby",
    "id",
    "tabindex",
    "hidden",
    "type",
    "scope",
    "title",
    "xmlns",
    "width",
    "height",
    "viewbox",
    "role",
    "xml:space",
    "x",
    "y",
    "rx",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "d",
    "points",
    "font-size",
    "font-weight",
    "font-style",
    "aria-hidden",
    "colspan",
    "open",
    "preserveaspectratio",
];

/// A text as YAML takes it, which refuses some letters where they stand as they are.
fn quoted(payload: &str) -> String {
    let escaped = payload.chars().map(|letter| match letter {
        ' '..='~' if !matches!(letter, '"' | '\\') => letter.to_string(),
        _ => format!("\\u{:04x}", u32::from(letter)),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

/// A chart that says a text where ids, words of ours, days and numbers belong: the messages about it quote it.
fn wild(payload: &str) -> String {
    let text = quoted(payload);
    format!(
        "organization: Acme\nrevision: {text}\nreviewed: {text}\nlanguage: {text}\npeople:\n  ana: {{name: Ana, capacity: {text}}}\n  {text}: Bo\nseats:\n  \
         top: {{title: Top, owner: {text}, backup: {text}, {text}: x, kind: {text}, allow: [{{rule: {text}, reason: no, until: {text}}}]}}\n  \
         low: {{title: Low, reports_to: {text}, dotted_to: [{text}], interim: {text}, vacant: {{since: {text}}}}}\n  {text}: {{title: Id}}\npriorities:\n  \
         p: {{title: P, owner: {text}, supports: [{text}], status: {text}, due: {text}, effort: {text}}}\nmetrics:\n  \
         m: {{title: M, owner: {text}, perspective: {text}, kind: {text}, target: {text}, actual: {text}, measures: [{text}]}}\n"
    )
}

/// A chart that can be read to its end and says a text in every field that holds one.
pub(super) fn chart(payload: &str) -> String {
    let text = quoted(payload);
    format!(
        "organization: {text}\nrevision: 2026-Q4\nreviewed: 2026-10-01\nstrategy:\n  mission: {text}\n  vision: {text}\n  intent: {text}\n  \
         values: [{text}]\n  promise: {{text: {text}, owner: top}}\npeople:\n  ana: {text}\n  bo: {{name: {text}, note: {text}}}\n  \
         cy: {{name: {text}, capacity: 0.1}}\nseats:\n  top: {{title: {text}, owner: ana, backup: bo, function: {text}, \
         responsibilities: [{text}, {text}], note: {text}}}\n  low:\n    title: {text}\n    reports_to: top\n    function: {text}\n    \
         vacant: {{since: 2026-09-01, plan: {text}}}\n    allow: [{{rule: vacant-seat, reason: {text}, until: 2026-12-31}}]\n  \
         two: {{title: {text}, reports_to: top, owner: [ana, cy], members: [bo], responsibilities: [{text}]}}\n  \
         three: {{title: {text}, reports_to: low, interim: cy, responsibilities: [{text}]}}\npriorities:\n  \
         p: {{title: {text}, owner: two, horizon: year, status: off-track, note: {text}}}\n  \
         q: {{title: {text}, owner: top, supports: [p], due: 2026-10-01}}\nmetrics:\n  \
         m: {{title: {text}, owner: top, perspective: financial, kind: lagging, target: \">= 10\", actual: 8, measures: [p], note: {text}}}\n"
    )
}

/// The page of such a chart.
fn page(command: &str, payload: &str) -> String {
    written(&[("c.yaml", &chart(payload))], command)
}

#[test]
fn no_text_becomes_markup() {
    let command =
        "render c.yaml --show title,owner,responsibilities,function,load,priorities,metrics --findings -o c.html";
    let shape = |page: &str| -> Vec<Tag> {
        // Pictures break words into as many lines as they need.
        let outside = tags(page).into_iter().filter(|tag| {
            !["svg", "title", "desc", "rect", "g", "text", "tspan", "path", "polygon"].contains(&tag.name.as_str())
        });
        outside
            .map(|tag| Tag {
                attributes: tag.attributes.into_iter().map(|(name, _)| (name, String::new())).collect(),
                ..tag
            })
            .collect()
    };
    let harmless = shape(&page(command, "plain"));
    for payload in PAYLOADS {
        let page = page(command, payload);
        let all = tags(&page);
        assert_eq!(all.iter().filter(|tag| tag.name == "script").count(), 2, "{payload:?}");
        for tag in &all {
            assert!(ELEMENTS.contains(&tag.name.as_str()), "{payload:?}: {tag:?}");
            for (name, value) in &tag.attributes {
                assert!(ATTRIBUTES.contains(&name.as_str()), "{payload:?}: {tag:?}");
                assert!(name != "href" || value.starts_with('#'), "{payload:?}: {tag:?}");
            }
        }
        assert_eq!(shape(&page), harmless, "{payload:?}");
        let hidden = page.chars().find(|&letter| rightseat::text::forbidden(letter));
        assert_eq!(hidden, None, "{payload:?}");
        let _: serde_json::Value =
            serde_json::from_str(between(&page, "id=\"data\">", "</script>")).expect("it is JSON");
    }
}

#[test]
fn what_should_be_an_id_or_a_word_of_ours_becomes_no_markup_either() {
    let commands = [
        "render c.yaml --show title,owner,responsibilities,function,load,priorities,metrics --findings -o c.html",
        "review c.yaml -o c.html",
    ];
    for payload in PAYLOADS {
        for command in commands {
            let page = written(&[("c.yaml", &wild(payload))], command);
            let all = tags(&page);
            assert_eq!(all.iter().filter(|tag| tag.name == "script").count(), 2, "{payload:?}");
            for tag in &all {
                assert!(ELEMENTS.contains(&tag.name.as_str()) || tag.name == "bdi", "{payload:?}: {tag:?}");
                for (name, value) in &tag.attributes {
                    assert!(ATTRIBUTES.contains(&name.as_str()), "{payload:?}: {tag:?}");
                    assert!(name != "href" || value.starts_with('#'), "{payload:?}: {tag:?}");
                }
            }
            assert_eq!(page.chars().find(|&letter| rightseat::text::forbidden(letter)), None, "{payload:?}");
        }
    }
}

#[test]
fn a_page_on_standard_output_holds_no_command() {
    for payload in PAYLOADS {
        let home = crate::support::folder(&[("c.yaml", &chart(payload))]);
        let ran = crate::support::rightseat(home.path(), &["render", "c.yaml", "-o", "-", "--format", "html"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert_eq!(crate::formats::runner::commands(&ran.out), [], "{payload:?}");
        assert!(!crate::formats::runner::obeyed_elsewhere(&ran.out), "{payload:?}");
    }
}
