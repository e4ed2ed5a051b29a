//! DOT and Mermaid: what readers of these languages get back is what the chart says.

use arbtest::arbtest;
use rightseat::picture::{Diagram, DiagramBox, DiagramLook, Flow, Link};
use rightseat::render::{dot, mermaid};

use super::orgs::{WORDS, forest};

/// Words that mean something in one of the languages, or once did in a program that read them.
const TRAPS: &[&str] = &[
    "\"]; n9 [label=\"owned\"]; //",
    "ends in a backslash \\",
    "\\\\\" \\n \\N \\G \\l \\\"",
    "<b>bold</b><script>alert(1)</script>",
    "]} --> n0; subgraph x; end",
    "end",
    "# &amp; &#60; &lt; #quot; #35; #",
    "%%{init: {\"theme\": \"dark\"}}%% %% comment",
    "style n0 fill:#f00; classDef x:#1;#2;",
    "`markdown **bold**` _under_ $$x^2$$",
    "---\ntitle: x\n---\nclick n0 href \"javascript:alert(1)\"",
    "ﬂ°°60¶ß and ﬂ°quot¶ß",
    "A & B | C : D ; E @{ shape: circ } ~~~ ::: x",
];

/// The statements of a DOT text, each as its tokens; a quoted token keeps its opening quote as a mark. After the
/// grammar of Graphviz: in quotes `\"` is a quote, a backslash keeps the next character company, all else is itself.
fn dot_statements(text: &str) -> Vec<Vec<String>> {
    let mut statements = vec![Vec::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let token = match letter {
            '"' => {
                let mut token = String::from('"');
                loop {
                    match letters.next().expect("a string is closed") {
                        '"' => break,
                        '\\' => token.extend(['\\', letters.next().expect("a string is closed")]),
                        letter => token.push(letter),
                    }
                }
                token
            }
            ';' | '{' | '}' => {
                statements.push(Vec::new());
                continue;
            }
            letter if letter.is_whitespace() => continue,
            letter if letter.is_ascii_alphanumeric() => {
                let mut token = String::from(letter);
                while let Some(letter) = letters.next_if(|next| next.is_ascii_alphanumeric()) {
                    token.push(letter);
                }
                token
            }
            '-' if letters.next_if_eq(&'>').is_some() => "->".to_owned(),
            '[' | ']' | ',' | '=' => letter.to_string(),
            other => panic!("{other:?} stands outside of quotes"),
        };
        statements.last_mut().expect("there is one").push(token);
    }
    statements.retain(|statement| !statement.is_empty());
    statements
}

/// The lines of a label, as Graphviz shows it.
fn dot_label(token: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut letters = token.strip_prefix('"').expect("labels are quoted").chars();
    while let Some(letter) = letters.next() {
        let line = lines.last_mut().expect("there is one");
        match letter {
            '\\' => match letters.next().expect("an escape is whole") {
                'n' => lines.push(String::new()),
                letter @ ('\\' | '"') => line.push(letter),
                other => panic!("Graphviz would replace \\{other}"),
            },
            '&' => {
                let entity: String = letters.by_ref().take(4).collect();
                assert_eq!(entity, "amp;", "Graphviz would replace it");
                line.push('&');
            }
            letter => line.push(letter),
        }
    }
    lines
}

/// The boxes and lines of a DOT text of ours.
fn read_dot(text: &str) -> (Vec<Vec<String>>, Vec<(usize, usize)>) {
    let number =
        |name: &str| name.strip_prefix('n').and_then(|digits| digits.parse().ok()).expect("boxes have numbers");
    let mut boxes = Vec::new();
    let mut links = Vec::new();
    let statements = dot_statements(text);
    assert_eq!(statements[0], ["digraph", "chart"]);
    for statement in &statements[4..] {
        match statement.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            [from, "->", to] | [from, "->", to, "[", "style", "=", "dashed", ..] => {
                links.push((number(from), number(to)));
            }
            [name, "[", "label", "=", label, ..] => {
                assert_eq!(number(name), boxes.len());
                boxes.push(dot_label(label));
            }
            other => panic!("{other:?}"),
        }
    }
    (boxes, links)
}

/// The words of a Mermaid label: codes as the characters that they stand for.
fn mermaid_words(text: &str) -> String {
    let harmful = |letter: char| "\"`<>&[]{}|;:%\\$_*~@^=".contains(letter);
    let mut words = String::new();
    for (index, part) in text.split('#').enumerate() {
        let rest = if index == 0 {
            part
        } else {
            let (code, rest) = part.split_once(';').expect("a code is closed");
            let code = code.parse().expect("a code is a number");
            words.push(char::from_u32(code).expect("a code is a character"));
            rest
        };
        assert!(!rest.contains(harmful), "{rest:?} is not escaped");
        words.push_str(rest);
    }
    // What Mermaid reads when the codes are resolved has a joiner behind it.
    for sign in ['\\', '$', 'ﬂ', '¶'] {
        let joined = format!("{sign}\u{2060}");
        assert_eq!(words.matches(sign).count(), words.matches(&joined).count(), "{words:?} is not kept apart");
        words = words.replace(&joined, &sign.to_string());
    }
    words
}

/// The boxes and lines of a Mermaid text of ours.
fn read_mermaid(text: &str) -> (Vec<Vec<String>>, Vec<(usize, usize)>) {
    let mut boxes = Vec::new();
    let mut links = Vec::new();
    let mut rows = text.lines().map(str::trim_start);
    assert!(rows.next().is_some_and(|row| row.starts_with("flowchart ")));
    let mut rows = rows.peekable();
    if let Some(title) = rows.next_if(|row| row.starts_with("accTitle: ")) {
        mermaid_words(&title["accTitle: ".len()..]);
    }
    for line in rows.take_while(|line| !line.starts_with("class")) {
        if let Some((from, to)) = line.split_once(" --> ").or_else(|| line.split_once(" -.- ")) {
            let number = |name: &str| name[1..].parse().expect("boxes have numbers");
            links.push((number(from), number(to)));
            continue;
        }
        let label = line.strip_prefix(&format!("n{}[\"", boxes.len())).and_then(|rest| rest.strip_suffix("\"]"));
        boxes.push(label.expect(line).split("<br/>").map(mermaid_words).collect());
    }
    (boxes, links)
}

fn check(diagram: &Diagram) {
    // A box whose words can't be written has a label without letters.
    let shown = |lines: &[String]| if lines.is_empty() { vec![String::new()] } else { lines.to_vec() };
    let boxes: Vec<_> = diagram.boxes.iter().map(|part| shown(&part.lines)).collect();
    let links: Vec<_> = diagram.links.iter().map(|link| (link.from, link.to)).collect();
    assert_eq!(read_dot(&dot(diagram)), (boxes.clone(), links.clone()));
    assert_eq!(read_mermaid(&mermaid(diagram)), (boxes, links));
}

#[test]
fn trees_are_read_back_as_they_are() {
    arbtest(|u| {
        check(&Diagram::of_tree(&forest(u, 12)?));
        Ok(())
    })
    .budget_ms(500);
}

#[test]
fn no_word_leaves_its_quotes() {
    for words in TRAPS.iter().chain(WORDS) {
        let words = words.replace(|letter: char| letter.is_control(), " ");
        let part = |look| DiagramBox { lines: vec![words.clone(), words.clone()], look };
        check(&Diagram {
            title: words.clone(),
            flow: Flow::Right,
            boxes: vec![part(DiagramLook::Plain), part(DiagramLook::Empty), part(DiagramLook::Wrong)],
            links: vec![Link { from: 0, to: 2, ..Link::default() }],
        });
    }
}

#[test]
fn the_readers_notice_what_they_look_for() {
    let fails = |check: fn()| std::panic::catch_unwind(check).is_err();
    assert!(fails(|| drop(read_dot("digraph chart {\n a;b;c;\n n0 [label=\"a\\\"];\n}"))));
    assert!(fails(|| drop(read_dot("digraph chart {\n a;b;c;\n n0 [label=\"a\\N\"];\n}"))));
    assert!(fails(|| drop(read_dot("digraph chart {\n a;b;c;\n n0 [label=<b>];\n}"))));
    assert!(fails(|| drop(read_mermaid("flowchart TD\naccTitle: x\nn0[\"a\"]; click\"]"))));
}

#[test]
fn states_have_shapes() {
    let part = |look| DiagramBox { lines: vec!["A".to_owned()], look };
    let boxes = vec![part(DiagramLook::Plain), part(DiagramLook::Empty), part(DiagramLook::Wrong)];
    let diagram = Diagram { boxes, ..Diagram::default() };
    let (graphviz, mermaid) = (dot(&diagram), mermaid(&diagram));
    assert!(graphviz.contains("n1 [label=\"A\", style=\"rounded,dashed\"];"), "{graphviz}");
    assert!(graphviz.contains("n2 [label=\"A\", color=\"#b42318\", penwidth=2];"), "{graphviz}");
    assert!(mermaid.contains("class n1 empty\n") && mermaid.contains("class n2 wrong\n"), "{mermaid}");
}
