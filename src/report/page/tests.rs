//! Every writer shows every block of a page, in order.

use crate::model::Noun;
use crate::phrase::{
    Block, CodeLine, Column, Page, Phrase, Prose, Section, Tone, View, named, of_kind, percent, quoted, say, text,
};

use super::{markdown, terminal};

/// A page with a block of each kind and a part of each kind, and a word of each that has to be seen.
fn page() -> (Page, Vec<&'static str>) {
    let mut page = Page::default();
    page.title("Atitle");
    page.section(Section::Load, "Bheading");
    page.subheading("Csubheading");
    page.say(Prose::from(say!["Dwords ", text("Etext"), " ", quoted("Fquoted")]).then(Tone::Bad, " Gbad"));
    page.item(Some(3), say!["Hitem ", code("Icode"), " ", percent(117)], vec!["Jbelow".into()]);
    page.marked('+', say![of_kind(Noun::Seat, "Lid", "Ktitle"), ", ", named(Noun::Person, "ana", "Mname")]);
    page.table(&[Column::text("Ncolumn"), Column::number("Onumber")], vec![vec!["Pcell".into(), "Qcell".into()]], 9);
    page.figure(View::Chart, "Rcaption", "Scommand");
    page.command("Tcopied --as it-is");
    let words = [
        "Atitle",
        "Bheading",
        "Csubheading",
        "Dwords",
        "Etext",
        "Fquoted",
        "Gbad",
        "Hitem",
        "Icode",
        "117",
        "Jbelow",
        "Ktitle",
        "Lid",
        "Mname",
        "Ncolumn",
        "Onumber",
        "Pcell",
        "Qcell",
        "Rcaption",
        "Scommand",
        "Tcopied --as it-is",
    ];
    (page, words.to_vec())
}

/// Names every kind of block, so that a new one is added to the page above.
fn kind(block: &Block) -> &'static str {
    match block {
        Block::Title(_) => "title",
        Block::Heading { .. } => "heading",
        Block::Subheading(_) => "subheading",
        Block::Paragraph(_) => "paragraph",
        Block::Item(_) => "item",
        Block::Table(_) => "table",
        Block::Picture(_) => "picture",
        Block::Code(_) => "code",
    }
}

#[test]
fn no_writer_leaves_out_a_block_or_a_part() {
    let (page, words) = page();
    let mut kinds: Vec<&str> = page.blocks.iter().map(kind).collect();
    kinds.dedup();
    assert_eq!(kinds, ["title", "heading", "subheading", "paragraph", "item", "table", "picture", "code"]);
    for (writer, shown) in [("terminal", terminal(&page, 100, false)), ("Markdown", markdown(&page, &|_| Vec::new()))] {
        let mut rest = shown.as_str();
        for word in &words {
            // A terminal writes headings in capitals.
            let at = rest.find(word).or_else(|| rest.find(&word.to_uppercase()));
            let at = at.unwrap_or_else(|| panic!("{writer} does not show {word} in its place:\n{shown}"));
            rest = &rest[at..];
        }
    }
}

#[test]
fn a_picture_at_hand_is_shown() {
    let (page, _) = page();
    let shown = markdown(&page, &|view| vec![format!("{}.svg", view.name())]);
    assert!(shown.contains("![Rcaption](chart.svg)") && !shown.contains("Scommand"), "{shown}");
}

#[test]
fn a_cell_ends_where_it_should() {
    let mut page = Page::default();
    page.table(&[Column::text("a")], vec![vec![say![code("x | y"), text(" z|w")].into()]], 9);
    assert_eq!(markdown(&page, &|_| Vec::new()), "| a |\n|---|\n| `x \\| y` z\\|w |\n");
}

#[test]
fn a_line_of_code_is_not_broken_and_ends_no_fence() {
    let text = "```yaml and so on, ".repeat(20);
    let line = CodeLine { place: Some((7, '+')), text: Phrase::worded(&text) };
    let page = Page::of(vec![Block::Code(vec![line])]);
    assert_eq!(terminal(&page, 40, false), format!("    7  + {}\n", text.trim_end()));
    assert_eq!(markdown(&page, &|_| Vec::new()), format!("````text\n    7  + {text}\n````\n"));
}

#[test]
fn gaps_between_columns_are_narrow_before_words_are_broken() {
    let mut page = Page::default();
    page.table(&[Column::text("seat"), Column::number("reports")], vec![vec!["head-of-sales".into(), "7".into()]], 9);
    assert_eq!(terminal(&page, 22, false), "seat           reports\nhead-of-sales        7\n");
    assert_eq!(terminal(&page, 21, false), "seat          reports\nhead-of-sales       7\n");
    assert_eq!(terminal(&page, 20, false), "seat         reports\nhead-of-           7\nsales\n");
}
