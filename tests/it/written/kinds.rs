//! An output is of the kind that its name says, or is refused with the kinds that there are.

use std::fs;

use crate::support::{folder, rightseat};

use super::{CHART, all};

const OLD: &str = "organization: Acme\nrevision: 2026-Q3\npeople: {x: Xena}\nseats: {a: {title: A, owner: x}}\n";

fn home() -> tempfile::TempDir {
    folder(&[("acme/2026-Q3.yaml", OLD), ("acme/2026-Q4.yaml", CHART), ("table.csv", "Name,Title,Manager\nXena,A,\n")])
}

#[test]
fn another_kind_is_refused() {
    for (command, reason) in [
        ("review acme -o packet.svg", "packet.svg: a packet can't be a .svg file: name a folder"),
        ("review acme -o packet.docx", "a file that ends in .html, .pdf, .md, .json or .pptx"),
        ("review acme -o -", "standard output is not a folder"),
        (
            "export csv acme -o o.xlsx",
            "o.xlsx: the form csv is not a .xlsx file: write a name that ends in .csv or .txt",
        ),
        ("export csv acme -o o.JSON", "the form csv is not a .json file"),
        ("export mermaid acme -o o.md", "write a name that ends in .mmd or .mermaid"),
        ("export dot acme -o o.svg", "write a name that ends in .dot or .gv"),
        ("export json acme -o o.csv", "the form json is not a .csv file"),
        ("export backstage acme -o o.json", "write a name that ends in .yaml or .yml"),
        ("render acme -o x.docx", "write a name that ends in .svg, .png, .pdf, .pptx, .html, .dot or .mmd"),
        ("render acme -o x", "write a name that ends in .svg, .png, .pdf, .pptx, .html, .dot or .mmd"),
        ("render acme --format svg -o x.PNG", "x.PNG: `--format svg` is not a .png file"),
        (
            "diff acme/2026-Q3.yaml acme -o x.txt",
            "write a name that ends in .svg, .png, .pdf or .pptx; the changes in words go",
        ),
        ("diff acme/2026-Q3.yaml acme -o x.dot", "write a name that ends in .svg, .png, .pdf or .pptx"),
        ("trend acme -o x.xlsx", "x.xlsx: use the ending .svg, .png, .pdf, .pptx, .csv, .json or .txt"),
        ("trend acme -o x", "use the ending .svg"),
        ("trend acme --format csv -o x.svg", "x.svg: use the ending .csv for this format"),
        ("trend acme --format json -o x.yaml", "x.yaml: this format is not a .yaml file"),
        (
            "check acme --output sarif=x.pdf",
            "the format sarif is not a .pdf file: write a name that ends in .sarif or .json",
        ),
        ("check acme --output json=x.sarif", "the format json is not a .sarif file"),
        ("check acme --output junit=x.json", "the format junit is not a .json file"),
        ("check acme --output x.sarif", "write the format before the file, as in `json=x.sarif`"),
        ("import csv table.csv -o acme.yaml", "acme.yaml: a chart from a table is a folder, not a .yaml file"),
        ("init new.yaml", "new.yaml: a chart to start from is a folder, not a .yaml file"),
        ("check acme --write-baseline b.csv", "b.csv: a baseline is not a .csv file: write a name that ends in .json"),
        ("check acme --write-baseline -", "a baseline is read back later: name a file such as `baseline.json`"),
        ("import csv table.csv -o -", "standard output is not a folder: a chart from a table is one, write its name"),
        ("init -", "standard output is not a folder"),
        ("man -o -", "standard output is not a folder"),
        ("man -o man.pdf", "man.pdf: what is written for all commands is a folder, not a .pdf file"),
    ] {
        let home = home();
        let before = all(home.path());
        let ran = rightseat(home.path(), &command.split(' ').collect::<Vec<_>>());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command}: {}", ran.err);
        assert!(ran.err.contains(reason), "{command}: {}", ran.err);
        assert_eq!(all(home.path()), before, "{command}");
    }
}

#[test]
fn the_ending_says_the_kind_in_any_case() {
    let home = home();
    for (command, file, begins) in [
        ("trend acme -o x.png", "x.png", &b"\x89PNG"[..]),
        ("trend acme -o x.PDF", "x.PDF", b"%PDF-"),
        ("trend acme -o x.Svg", "x.Svg", b"<svg"),
        ("trend acme -o x.JSON", "x.JSON", b"{\n"),
        ("trend acme --format png -o x.picture", "x.picture", b"\x89PNG"),
        ("render acme -o y.PNG", "y.PNG", b"\x89PNG"),
        ("render acme --format dot -o y.graph", "y.graph", b"digraph"),
        ("diff acme/2026-Q3.yaml acme -o z.Pdf", "z.Pdf", b"%PDF-"),
        ("review acme -o packet.md", "packet.md", b"# "),
        ("review acme -o packet.json", "packet.json", b"{\n"),
        ("review acme -o packet-1.0", "packet-1.0/review.md", b"# "),
        ("export csv acme -o o.CSV", "o.CSV", b"Seat ID,"),
        ("export csv acme -o table", "table", b"Seat ID,"),
        ("check acme --output sarif=o.json", "o.json", b"{\n"),
        ("check acme --output json=report.out", "report.out", b"{\n"),
    ] {
        let ran = rightseat(home.path(), &command.split(' ').collect::<Vec<_>>());
        assert_eq!(ran.code, 0, "{command}: {}", ran.err);
        let bytes = fs::read(home.path().join(file)).expect(command);
        assert!(bytes.starts_with(begins), "{command}: {}", String::from_utf8_lossy(&bytes[..bytes.len().min(40)]));
    }
}

#[test]
fn the_slide_of_a_trend_is_drawn_like_any_picture() {
    let home = home();
    assert_eq!(rightseat(home.path(), &["trend", "acme", "-o", "x.svg"]).code, 0);
    let drawn = fs::read_to_string(home.path().join("x.svg")).expect("it was written");
    assert_eq!(rightseat(home.path(), &["trend", "acme", "--format", "svg"]).out, drawn);
    let fonts = rightseat::render::Fonts::embedded();
    let drawing = rightseat::render::Drawing::new(&drawn, &fonts).expect("it is ours");
    let painted = rightseat::render::png(&drawing, rightseat::render::Resolution::Screen).expect("it is small");
    assert_eq!(rightseat(home.path(), &["trend", "acme", "-o", "x.png"]).code, 0);
    assert_eq!(fs::read(home.path().join("x.png")).expect("it was written"), painted);
}
