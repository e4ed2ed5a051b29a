//! What Chromium passes on about a picture to screen readers.

use serde_json::{Value, json};

use crate::support::{folder, project, rightseat};

use super::{BROWSER, NODE, answer};

#[test]
fn a_browser_offers_each_box_by_its_name() {
    let test = "a_browser_offers_each_box_by_its_name";
    let (Some(browser), Some(node)) = (BROWSER.found(test), NODE.found(test)) else { return };
    let home = folder(&[]);
    let file = home.path().join("chart.svg");
    let ran = rightseat(project(), &["render", "charts/northwind", "-o", file.to_str().expect("it is text")]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let asked =
        json!([{"file": file, "evaluate": "[...document.querySelectorAll('g > title')].map(t => t.textContent)"}]);
    let answer = answer(&node, "browser.js", &[browser.into()], &asked);
    let tree: Vec<(String, String)> = serde_json::from_value(answer[0]["tree"].clone()).expect("roles and names");
    let names =
        |role: &str| -> Vec<&str> { tree.iter().filter(|(of, _)| of == role).map(|(_, name)| name.as_str()).collect() };
    assert_eq!(names("graphics-document"), ["Northwind Robotics"]);
    let titles: Vec<&str> = answer[0]["value"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert!(titles.len() > 30 && names("graphics-object") == titles, "{tree:?}");
}
