//! `import dot`: diagrams in the usual styles, and what bounds them.

use crate::support::rightseat;

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
