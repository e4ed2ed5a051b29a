//! What python-pptx and openpyxl, with which people fill in decks and tables, read in ours.

use serde_json::{Value, json};

use crate::support::{folder, project, rightseat};

use super::{OFFICE, answer};

#[test]
fn python_reads_slides_and_sheets_as_they_are_meant() {
    let Some(python) = OFFICE.found("python_reads_slides_and_sheets_as_they_are_meant") else { return };
    let odd = "organization: '=1'\npeople: {a: '_x0041_', b: '0012'}\nseats:\n  s: {title: '=1+1', owner: a, responsibilities: ['a; b', '&']}\n  \
               t: {title: 'T', reports_to: s, owner: b, note: \"One.\\nTwo.\"}\n";
    let home = folder(&[("odd.yaml", odd)]);
    let path = |name: &str| home.path().join(name).display().to_string();
    let (chart, sheets) = (path("chart.pptx"), path("odd.xlsx"));
    for arguments in [
        ["render", "charts/northwind", "--min-font", "0", "--layout", "tidy", "-o", &chart].as_slice(),
        ["export", "xlsx", &path("odd.yaml"), "-o", &sheets].as_slice(),
    ] {
        let ran = rightseat(project(), arguments);
        assert_eq!(ran.code, 0, "{}", ran.err);
    }
    let answer = answer(&python, "office.py", &[], &json!({"decks": [chart], "workbooks": [sheets]}));
    let slides = answer["decks"][0].as_array().expect("a list");
    let of = |slide: &Value, name: &str| slide[name].as_u64().expect("a number");
    assert_eq!(slides.len(), 1);
    let slide = &slides[0];
    assert_eq!(slide["title"], "Northwind Robotics");
    let groups = slide["groups"].as_array().expect("a list").len();
    // Each seat but the first hangs below another; a few lines more are dotted.
    let lines = of(slide, "lines");
    assert!(groups == 33 && (groups as u64 - 1..groups as u64 + 6).contains(&lines), "{groups} {lines}");
    // The legend shows a dotted line that joins nothing.
    assert_eq!(of(slide, "glued"), (lines - 1) * 2);
    let box_of = json!([
        "Head of Sales",
        "Grace Adeyemi",
        "Yearly sales plan",
        "Price list and discounts",
        "Pipeline and forecast",
        "Terms of sale"
    ]);
    assert!(slide["texts"].as_array().expect("a list").contains(&box_of), "{}", slide["texts"]);
    let seats = &answer["workbooks"][0]["Seats"];
    assert_eq!((&seats["frozen"], &seats["kinds"]), (&json!("A2"), &json!(["s"])));
    for text in ["=1+1", "0012", "_x0041_", "One.\nTwo."] {
        assert!(seats["cells"].as_array().expect("a list").contains(&json!(text)), "{text}: {seats}");
    }
}
