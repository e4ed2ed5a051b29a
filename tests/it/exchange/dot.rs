//! `import dot`: diagrams in the usual styles, and what bounds them.

use super::rightseat;

use super::{files, home};

fn imported(dot: &str, options: &[&str]) -> (crate::support::Ran, String) {
    let home = home(&[("org.gv", dot.as_bytes())]);
    let arguments: Vec<&str> = ["import", "dot", "org.gv", "-o", "chart"].iter().chain(options).copied().collect();
    let ran = rightseat(home.path(), &arguments);
    let text = if ran.code == 0 {
        files(&home.path().join("chart")).into_iter().map(|(_, text)| text).collect()
    } else {
        String::new()
    };
    (ran, text)
}

#[test]
fn diagrams_in_the_usual_styles_are_read() {
    let expected =
        ["title: Chief\n", "title: Head of Bread\n    reports_to: ceo\n", "title: Miller\n    reports_to: bread\n"];
    for dot in [
        "digraph { ceo [label=\"Chief\"]; bread [label=\"Head of Bread\"]; mill [label=\"Miller\"]; ceo -> bread -> mill }",
        "/* org */ strict digraph \"Org\" {\n// c\n# line 1\n  rankdir=LR\n  node [shape=box][color=red]\n  ceo [label=Chief]\n  bread [label=\"Head of \" + \"Bread\"]\n  mill [label=\"Miller\"]\n  ceo:s -> bread:n\n  bread -> {mill}\n}\n",
        "digraph { ceo [label=<<b>Chief</b>>]; bread [label=<Head of Bread>]; mill [label=<<table><tr><td>Miller</td></tr></table>>]; ceo -> {bread} ; {bread} -> {mill} }",
        "graph { ceo [label=\"{Chief}\", shape=record]; bread [label=\"{<p> Head of Bread}\"]; mill [label=Miller]; ceo -- bread; bread -- mill }",
    ] {
        let (ran, text) = imported(dot, &[]);
        assert_eq!(ran.code, 0, "{dot}: {}", ran.err);
        for words in expected {
            assert!(text.contains(words), "{dot}: {words}\n{text}");
        }
    }
}

#[test]
fn a_diagram_of_ours_brings_back_who_holds_what_under_whom() {
    let root = crate::support::project();
    let tree = |chart: &str, folder: &std::path::Path| {
        let ran = rightseat(folder, &["export", "json", chart]);
        let chart: serde_json::Value = serde_json::from_str(&ran.out).expect("it is JSON");
        let title = |id: &serde_json::Value| chart["seats"][id.as_str().unwrap_or_default()]["title"].clone();
        let name = |id: &serde_json::Value| {
            let person = &chart["people"][id.as_str().unwrap_or_default()];
            person["name"].as_str().or(person.as_str()).unwrap_or_default().to_owned()
        };
        let seats = chart["seats"].as_object().expect("there are seats").values();
        let mut lines: Vec<String> = seats
            .map(|seat| {
                let dotted =
                    seat["dotted_to"].as_array().into_iter().flatten().map(title).map(|title| title.to_string());
                let mut dotted: Vec<String> = dotted.collect();
                dotted.sort();
                format!("{} {} {} {dotted:?}", seat["title"], name(&seat["owner"]), title(&seat["reports_to"]))
            })
            .collect();
        lines.sort();
        lines
    };
    for chart in ["charts/northwind/2026-Q3", "charts/northwind/2026-Q4"] {
        let home = home(&[]);
        let dot = home.path().join("org.dot");
        assert_eq!(rightseat(root, &["export", "dot", chart, "-o", &dot.display().to_string()]).code, 0);
        let ran = rightseat(home.path(), &["import", "dot", "org.dot", "-o", "chart"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert_eq!(tree("chart", home.path()), tree(chart, root));
    }
}

#[test]
fn labels_clusters_and_styles_say_more() {
    let dot = "digraph {\n  subgraph cluster_0 { label=\"Bread\"; b [label=\"Head of Bread\\nTom Hart\"]; m [label=\"Miller\\nTBD\"] }\n  a [label=\"Baker\\nNell Grey\"]\n  a -> b -> m\n  a -> m [style=dashed]\n  x [label=\"Clerk\\nIna Roe\"]\n  a -> x; b -> x\n}\n";
    let (ran, text) = imported(dot, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for words in [
        "title: Head of Bread\n    reports_to: a\n    function: Bread\n    owner: tom-hart",
        "dotted_to:\n    - a\n",
        "title: Clerk\n    reports_to: a\n",
        "  nell-grey: Nell Grey",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert!(ran.out.contains("`x` has solid lines to `a` and to `b`: the first was taken"), "{}", ran.out);
    let (_, flipped) = imported("digraph { a -> b }", &["--flip"]);
    assert!(flipped.contains("title: a\n    reports_to: b\n"), "{flipped}");
}

#[test]
fn what_is_no_diagram_is_refused_at_its_line() {
    let deep = format!("digraph {{ {} a {} }}", "{ ".repeat(70), "} ".repeat(70));
    for (dot, reason) in [
        ("hello", "line 1: expected `digraph {` or `graph {`"),
        ("digraph {\n  a -> \"b\n}", "line 2: a text without an end"),
        ("digraph {\n a -> b", "a group without an end"),
        ("digraph {\n\n a -> ! }", "line 3: `!` is no part of DOT here"),
        (&deep, "groups nest deeper than 64"),
        ("digraph { }", "holds no boxes"),
    ] {
        let (ran, _) = imported(dot, &[]);
        assert!(ran.code == 2 && ran.err.contains(reason), "{reason}: {}", ran.err);
    }
}
