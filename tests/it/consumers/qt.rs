//! Qt's SVG, which many viewers and desktops share, draws each line of words in its own place.

use std::ffi::OsString;

use roxmltree::Document;
use serde_json::{Value, json};

use crate::support::{project, rightseat};

use super::{PYTHON, answer};

/// The box of the first letters of each line of words.
fn boxes(svg: &str) -> Vec<[f64; 4]> {
    let document = Document::parse(svg).expect("it is XML");
    let lines = document.descendants().filter(|node| node.text().is_some_and(|text| !text.trim().is_empty()));
    let lines = lines.filter(|node| node.has_tag_name("text") || node.has_tag_name("tspan"));
    let number = |text: Option<&str>| text.expect("it is given").parse::<f64>().expect("it is a number");
    lines
        .map(|line| {
            let size = line.ancestors().find_map(|node| node.attribute("font-size"));
            let size = number(size);
            [number(line.attribute("x")), number(line.attribute("y")) - size * 0.75, size * 0.75, size * 0.75]
        })
        .collect()
}

#[test]
fn qt_draws_each_line_where_it_belongs() {
    let Some(python) = PYTHON.found("qt_draws_each_line_where_it_belongs") else { return };
    let drawn = |arguments: &[&str]| {
        let ran = rightseat(project(), arguments);
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out
    };
    let pictures = [
        drawn(&["render", "charts/northwind", "--format", "svg", "-o", "-"]),
        drawn(&["render", "charts/northwind", "--view", "strategy", "--min-font", "0", "--format", "svg", "-o", "-"]),
    ];
    let mut asked: Vec<Value> = pictures.iter().map(|svg| json!({"svg": svg, "boxes": boxes(svg)})).collect();
    assert!(pictures.iter().all(|svg| boxes(svg).len() > 50));
    // Two lines in one element are what Qt can't place: the check would see it.
    let piled = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'><text font-size='20' \
                 font-family='Inter'><tspan x='10' y='30'>One</tspan><tspan x='10' y='80'>Two</tspan></text></svg>";
    asked.push(json!({"svg": piled, "boxes": boxes(piled)}));
    let fonts = ["Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-Italic.ttf"];
    let fonts: Vec<OsString> = fonts.iter().map(|name| project().join("assets/fonts").join(name).into()).collect();
    let blank = answer(&python, "qt.py", &fonts, &Value::Array(asked));
    for (svg, blank) in pictures.iter().zip(blank.as_array().expect("a list")) {
        assert_eq!(blank, &json!([]), "{svg}");
    }
    assert_ne!(blank[2], json!([]));
}
