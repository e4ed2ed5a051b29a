//! The packet in windows of all sizes, without a script, on paper, and as axe sees it.

use std::path::Path;

use base64::Engine as _;
use serde_json::json;

use super::alive::Pages;
use super::browser::{Browser, DESK, View};

pub(super) fn widths(browser: &mut Browser, pages: &Pages) {
    for (width, height) in [(390, 844), (1280, 800), (1920, 1080), (320, 256)] {
        for scheme in ["light", "dark"] {
            let view = View { width, height, scheme, ..DESK };
            let mut tab = browser.open(&pages.path("packet.html"), "#seat=service-lead", view);
            tab.until("document.querySelector('.card h3')");
            tab.assert("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
            tab.done();
        }
    }
}

pub(super) fn without_script(browser: &mut Browser, pages: &Pages) {
    for (width, scheme) in [(390, "light"), (1280, "dark")] {
        let view = View { width, scheme, has_script: false, ..DESK };
        let mut tab = browser.open(&pages.path("packet.html"), "#seat=service-lead", view);
        let [left, top, right, bottom] = tab.place("[id='seat=service-lead']").expect("the box is there");
        assert!(right - left > 20.0 && bottom > top && (0.0..800.0).contains(&top), "the link leads to {top}");
        for section in
            ["decisions", "pillars", "changes", "chart", "strategy", "priorities", "load", "scorecard", "watch"]
        {
            let [.., top, _, bottom] = tab.place(&format!("#{section}")).expect("the section is there");
            assert!(bottom - top > 100.0, "{section} is {top} to {bottom}");
        }
        let [.., top, _, bottom] = tab.place("#still svg").expect("the picture stands where the chart would");
        assert!(bottom - top > 150.0);
        // Nothing is there that a script would have to bring to life.
        assert_eq!(tab.place("#live"), None);
        assert_eq!(tab.place("nav.sections button"), None);
        tab.done();
    }
}

/// How many sheets a browser prints, upright and across, with and without a script, and that none cuts a picture.
pub(super) fn print(browser: &mut Browser, pages: &Pages) {
    let (a4, letter) = ([11.69, 8.27], [11.0, 8.5]);
    for (has_script, sheets) in [(true, [a4, letter]), (false, [[a4[1], a4[0]], [letter[1], letter[0]]])] {
        for [width, height] in sheets {
            let mut tab = browser.open(&pages.path("packet.html"), "", View { has_script, ..DESK });
            let asked = json!({"paperWidth": width, "paperHeight": height, "printBackground": true});
            let pdf = tab.ask("Page.printToPDF", asked)["data"].as_str().expect("it is written").to_owned();
            let pdf = base64::engine::general_purpose::STANDARD.decode(pdf).expect("as text");
            let count = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
            assert!((8..=14).contains(&count), "{count} sheets of {width} by {height}");
            // A picture is no higher than what a sheet leaves, and is not broken.
            tab.ask("Emulation.setEmulatedMedia", json!({"media": "print"}));
            let [.., top, _, bottom] = tab.place("#chart .picture svg").expect("the picture is printed");
            assert!(bottom - top <= 158.0 / 25.4 * 96.0 + 1.0, "{}", bottom - top);
            assert_eq!(tab.place("#live"), None, "what is alive is not printed");
            tab.done();
        }
    }
}

/// Runs axe in the states of a page, where `RIGHTSEAT_AXE` names its script.
pub(super) fn accessible(browser: &mut Browser, pages: &Pages) {
    let Some(axe) = std::env::var_os("RIGHTSEAT_AXE") else { return };
    let axe = std::fs::read_to_string(Path::new(&axe)).expect("RIGHTSEAT_AXE names the script of axe");
    for (name, hash, width, scheme, does) in [
        ("as opened", "", 1280, "light", ""),
        ("dark", "", 1280, "dark", ""),
        ("with a card", "#seat=service-lead&lens=findings", 1280, "light", ""),
        ("with a card, dark", "#seat=service-lead&lens=load", 1280, "dark", ""),
        ("on a phone", "#seat=service-lead", 390, "light", ""),
        ("with the outline", "", 1280, "dark", "[...document.querySelectorAll('.tools button')].at(-1).click()"),
        (
            "while searching",
            "",
            1280,
            "light",
            "const i = document.querySelector('[role=combobox]'); i.focus(); i.value = 'head'; i.dispatchEvent(new Event('input'))",
        ),
        ("presented", "", 1280, "dark", "document.querySelector('nav.sections button').click()"),
    ] {
        let view = View { width, scheme, ..DESK };
        let mut tab = browser.open(&pages.path("packet.html"), hash, view);
        tab.until("document.querySelector('.box')");
        tab.value(&format!("{{ {does} }}"));
        tab.frames();
        tab.value(&format!("{axe}\n;true"));
        let found = tab.value(
            "axe.run({resultTypes: ['violations']}).then(found => found.violations.map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => \
             node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? node.failureSummary)).join(' | ')))",
        );
        assert_eq!(found, json!([]), "{name}");
        tab.done();
    }
}
