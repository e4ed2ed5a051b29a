//! Pages in a browser: by keys, pointer and links alone, in several sizes and both schemes.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::consumers::BROWSER;
use crate::support::{folder, project, rightseat};

use super::CHART;
use super::browser::{Browser, DESK, Tab, View};
use super::document::company;
use super::everywhere::{accessible, print, widths, without_script};

/// The pages that are looked at.
pub(super) struct Pages {
    home: tempfile::TempDir,
}

impl Pages {
    fn write() -> Self {
        let before =
            CHART.replace("2026-Q4", "2026-Q3").replace("desk:", "bench:").replace("title: Desk", "title: Bench");
        let after = CHART.replace(
            "desk: {title: Desk, reports_to: sales",
            "desk: {formerly: [bench], title: Desk, reports_to: lead",
        );
        let home = folder(&[
            ("acme.yaml", CHART),
            ("large.yaml", &company(5000)),
            ("acme/2026-Q3.yaml", &before),
            ("acme/2026-Q4.yaml", &after),
        ]);
        let northwind = project().join("charts/northwind");
        let northwind = northwind.to_str().expect("it is text");
        for arguments in [
            vec!["render", "acme.yaml", "-o", "acme.html"],
            vec!["render", "large.yaml", "-o", "large.html"],
            vec!["render", "acme", "-o", "history.html"],
            vec!["review", northwind, "-o", "packet.html"],
            vec!["review", northwind, "--without", "farah", "-o", "supposed.html"],
            vec![
                "render",
                northwind,
                "--findings",
                "--show",
                "title,owner,responsibilities,function,load,priorities,metrics",
                "-o",
                "northwind.html",
            ],
        ] {
            let ran = rightseat(home.path(), &arguments);
            assert_eq!(ran.code, 0, "{}", ran.err);
        }
        Self { home }
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }
}

type Scene = (&'static str, fn(&mut Browser, &Pages));

const SCENES: &[Scene] = &[
    ("a link opens what it names", links),
    ("search folds accents and goes to the seat", search),
    ("a fold moves its own box by no pixel, and no two overlap", folds),
    ("lenses say in words what they colour", lenses),
    ("branches are shown alone and left again", branches),
    ("the outline is walked by keys", outline),
    ("revisions turn there and back", revisions),
    ("a presentation goes from section to section", presentation),
    ("a seat that was renamed and moved glides", renames),
    ("the command of an answer is copied", commands),
    ("a page without a living chart presents and copies", supposed),
    ("a page in a frame without an address of its own works", framed),
    ("rows of tables are led to, also while presented", rows),
    ("pages are as wide as their windows", widths),
    ("a page is whole without a script", without_script),
    ("print shows the pictures whole", print),
    ("boxes glide where motion is welcome", motion),
    ("a large chart keeps its page small", large),
    ("nothing offends axe", accessible),
];

#[test]
fn pages_live_in_a_browser() {
    let Some(program) = BROWSER.found("pages_live_in_a_browser") else { return };
    let pages = Pages::write();
    let mut browser = Browser::start(&program);
    let mut failed = Vec::new();
    for (name, scene) in SCENES {
        if catch_unwind(AssertUnwindSafe(|| scene(&mut browser, &pages))).is_err() {
            failed.push(*name);
        }
    }
    assert_eq!(failed, Vec::<&str>::new());
}

/// The boxes that are elements: their titles and where they are on the screen.
fn boxes(tab: &mut Tab<'_>) -> Vec<(String, [f64; 4])> {
    let found = tab.value(
        "[...document.querySelectorAll('.box:not([hidden])')].map(box => { const r = box.getBoundingClientRect(); return \
         [box.firstChild.textContent, [r.left, r.top, r.width, r.height]]; })",
    );
    serde_json::from_value(found).expect("titles and places")
}

fn links(browser: &mut Browser, pages: &Pages) {
    let mut tab = browser.open(&pages.path("northwind.html"), "#seat=service-lead&lens=load", DESK);
    tab.until("document.querySelector('.card h3')?.textContent === 'Head of Service'");
    tab.assert("document.querySelector('.tools select').value === 'load'");
    tab.assert("document.querySelector('.box.selected span').textContent === 'Head of Service'");
    tab.value("document.querySelector('.card dl a').click()");
    tab.until("document.querySelector('.card h3').textContent === 'Integrator'");
    tab.assert("location.hash === '#seat=integrator&lens=load'");
    tab.value("location.hash = '#seat=service-lead'");
    tab.until("document.querySelector('.card h3').textContent === 'Head of Service'");
    tab.key("Escape");
    tab.assert("document.querySelector('.card').hidden && location.hash === '#lens=load'");
    tab.done();
    let nonsense = "#seat=nobody&lens=__proto__&revision=constructor&branch=%ff&x";
    let mut tab = browser.open(&pages.path("northwind.html"), nonsense, DESK);
    tab.until("document.querySelector('.box')");
    tab.assert("document.querySelector('.card').hidden");
    tab.done();
}

fn search(browser: &mut Browser, pages: &Pages) {
    let mut tab = browser.open(&pages.path("acme.html"), "", DESK);
    tab.until("document.querySelector('.box')");
    tab.key("/");
    tab.assert("document.activeElement.getAttribute('role') === 'combobox' && document.activeElement.value === ''");
    tab.write("muller");
    tab.assert("document.querySelector('[role=status]').textContent === '1 found'");
    tab.assert("document.querySelector('[role=option][aria-selected=true] span').textContent === 'Bo Müller'");
    let dim = "[...document.querySelectorAll('.box.dim:not([hidden])')].map(box => box.firstChild.textContent).sort()";
    assert_eq!(tab.value(dim), json!(["Desk", "Lead", "Open seat"]), "what is not found");
    tab.key("Enter");
    tab.until("document.querySelector('.card h3')?.textContent === 'Sales'");
    tab.frames();
    assert_eq!(tab.value(dim), json!([]), "the search is over");
    tab.assert("document.activeElement === document.querySelector('.card h3')");
    tab.key("Escape");
    tab.assert("document.activeElement.getAttribute('role') === 'combobox'");
    tab.write("nobody of this name");
    tab.assert("document.querySelector('[role=status]').textContent === '0 found'");
    tab.done();
}

fn folds(browser: &mut Browser, pages: &Pages) {
    let view = View { width: 1920, height: 1200, ..DESK };
    let mut tab = browser.open(&pages.path("northwind.html"), "", view);
    tab.until("document.querySelectorAll('.box:not([hidden])').length > 30");
    let folding: Vec<String> =
        serde_json::from_value(tab.value(
            "[...document.querySelectorAll('.box.folding:not([hidden])')].map(box => box.firstChild.textContent)",
        ))
        .expect("titles");
    assert!(folding.len() > 5, "{folding:?}");
    for title in folding {
        let mut before = boxes(&mut tab);
        let all = before.len();
        for _ in 0..2 {
            let place =
                |boxes: &[(String, [f64; 4])]| boxes.iter().find(|(other, _)| *other == title).expect("it is seen").1;
            let [left, top, width, height] = place(&before);
            tab.click(left + width - 8.0, top + height - 8.0);
            let after = boxes(&mut tab);
            let moved = place(&after);
            assert!((moved[0] - left).abs() < 1.0 && (moved[1] - top).abs() < 1.0, "{title}: {left} {top}, {moved:?}");
            assert_apart(&after);
            assert_ne!(after.len(), before.len(), "{title} folds");
            before = after;
        }
        tab.value("document.querySelector('.zoom').lastChild.click()");
        tab.frames();
        assert_eq!(boxes(&mut tab).len(), all, "{title}");
    }
    tab.done();
}

fn assert_apart(boxes: &[(String, [f64; 4])]) {
    for (at, (one, [x, y, width, height])) in boxes.iter().enumerate() {
        for (other, place) in &boxes[at + 1..] {
            let apart = (x - place[0]).abs() >= width - 0.5 || (y - place[1]).abs() >= height - 0.5;
            assert!(apart, "{one} and {other} overlap");
        }
    }
}

fn lenses(browser: &mut Browser, pages: &Pages) {
    let mut tab = browser.open(&pages.path("northwind.html"), "", DESK);
    tab.until("document.querySelector('.box')");
    let lenses = tab.value("[...document.querySelector('.tools select').options].map(option => option.value)");
    assert_eq!(lenses, json!(["function", "load", "vacancies", "findings", "priorities", "span"]));
    for lens in ["load", "vacancies", "findings", "priorities", "span"] {
        tab.value(&format!(
            "{{ const s = document.querySelector('.tools select'); s.value = '{lens}'; s.dispatchEvent(new Event('change')); }}"
        ));
        tab.frames();
        tab.assert(&format!("location.hash === '#lens={lens}'"));
        // Coloured boxes have a badge; those without one are dimmed.
        tab.assert(
            "[...document.querySelectorAll('.box:not([hidden])')].every(box => (box.dataset.badge !== '') === \
             !box.classList.contains('dim'))",
        );
        tab.assert(
            "document.querySelectorAll('.box.badged').length > 0 && document.querySelectorAll('.legend li').length > 1",
        );
    }
    tab.done();
}

fn branches(browser: &mut Browser, pages: &Pages) {
    let mut tab = browser.open(&pages.path("northwind.html"), "#branch=service-lead", DESK);
    tab.until("document.querySelector('.crumbs b')?.textContent === 'Head of Service'");
    tab.frames();
    let shown = boxes(&mut tab);
    assert!(shown.iter().all(|(title, _)| title != "Integrator") && shown.len() > 5, "{shown:?}");
    tab.value("[...document.querySelectorAll('.crumbs button')].at(-1).click()");
    tab.until("document.querySelector('.crumbs b').textContent === 'Integrator'");
    tab.value("document.querySelector('.crumbs button').click()");
    tab.until("!document.querySelector('.crumbs b') && location.hash === ''");
    tab.done();
}

fn outline(browser: &mut Browser, pages: &Pages) {
    let mut tab = browser.open(&pages.path("acme.html"), "", DESK);
    tab.until("document.querySelector('.box')");
    tab.value("[...document.querySelectorAll('.tools button')].at(-1).click()");
    tab.assert("document.querySelectorAll('[role=tree] [tabindex=\"0\"]').length === 1");
    tab.value("document.querySelector('[role=tree] [tabindex=\"0\"]').focus()");
    let focused = "document.activeElement.querySelector('b').textContent";
    for (key, expected) in [
        ("ArrowDown", "Sales"),
        ("ArrowRight", "Sales"),
        ("ArrowRight", "Desk"),
        ("End", "Open seat"),
        ("ArrowLeft", "Sales"),
        ("Home", "Lead"),
        ("o", "Open seat"),
        ("ArrowUp", "Desk"),
    ] {
        tab.key(key);
        assert_eq!(tab.value(focused), Value::from(expected), "{key}");
    }
    tab.assert("document.activeElement.getAttribute('aria-level') === '3' && document.activeElement.getAttribute('aria-setsize') === '2'");
    tab.key("Enter");
    tab.until("document.querySelector('.card h3')?.textContent === 'Desk'");
    tab.key("Escape");
    assert_eq!(tab.value(focused), Value::from("Desk"));
    tab.done();
}

fn revisions(browser: &mut Browser, pages: &Pages) {
    let mut tab = browser.open(&pages.path("northwind.html"), "", DESK);
    tab.until("document.querySelector('.box')");
    let now = boxes(&mut tab);
    let turn = |tab: &mut Tab<'_>, to: usize| {
        tab.value(&format!(
            "{{ const s = document.querySelectorAll('.tools select')[1]; s.selectedIndex = {to}; s.dispatchEvent(new Event('change')); }}"
        ));
        tab.frames();
    };
    turn(&mut tab, 0);
    tab.assert("location.hash === '#revision=2026-Q1'");
    assert_ne!(boxes(&mut tab), now);
    turn(&mut tab, 3);
    tab.assert("location.hash === ''");
    let mut again = boxes(&mut tab);
    let mut before = now.clone();
    again.sort_by(|one, other| one.0.cmp(&other.0));
    before.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(again, before);
    tab.done();
}

fn renames(browser: &mut Browser, pages: &Pages) {
    let mut tab = browser.open(&pages.path("history.html"), "", View { is_still: false, ..DESK });
    tab.until(
        "[...document.querySelectorAll('.box:not([hidden])')].some(box => box.firstChild.textContent === 'Desk')",
    );
    // The element that is the seat's box, and all places where it is seen on its way.
    let seen = tab.value(
        "new Promise(done => { const titled = (title) => [...document.querySelectorAll('.box:not([hidden])')].find(box => \
         box.firstChild.textContent === title); const box = titled('Desk'); const seen = new Set(); const end = performance.now() + 700; \
         const s = document.querySelectorAll('.tools select')[1]; s.selectedIndex = 0; s.dispatchEvent(new Event('change')); \
         const look = () => { seen.add(Math.round(box.getBoundingClientRect().left)); performance.now() < end ? \
         requestAnimationFrame(look) : done({ places: seen.size, isSame: titled('Bench') === box, isGone: titled('Desk') === undefined }); }; look(); })",
    );
    assert!(seen["places"].as_u64() > Some(3) && seen["isSame"] == true && seen["isGone"] == true, "{seen}");
    tab.assert("location.hash === '#revision=2026-Q3'");
    tab.done();
}

fn commands(browser: &mut Browser, pages: &Pages) {
    let copy =
        "document.querySelector('.answers details').open = true; document.querySelector('.answers button').click()";
    // Where the browser does not allow copying, the text is selected instead.
    browser.clipboard("denied");
    let mut tab = browser.open(&pages.path("packet.html"), "", DESK);
    tab.value(copy);
    tab.until("getSelection().toString().startsWith('rightseat decide ')");
    tab.assert("document.querySelector('.answers button').textContent === 'Copy'");
    tab.done();
    browser.clipboard("granted");
    let mut tab = browser.open(&pages.path("packet.html"), "", DESK);
    tab.ask("Page.bringToFront", json!({}));
    tab.value(copy);
    tab.until("document.querySelector('.answers button').textContent === 'Copied'");
    tab.assert("getSelection().toString() === ''");
    let command = tab.value("document.querySelector('.answers .command').textContent");
    assert!(command.as_str().is_some_and(|command| command.starts_with("rightseat decide ")), "{command}");
    assert_eq!(tab.value("navigator.clipboard.readText()"), command);
    tab.done();
}

fn supposed(browser: &mut Browser, pages: &Pages) {
    browser.clipboard("granted");
    let mut tab = browser.open(&pages.path("supposed.html"), "", DESK);
    tab.ask("Page.bringToFront", json!({}));
    tab.assert("document.getElementById('live') === null");
    tab.value(
        "document.querySelector('.answers details').open = true; document.querySelector('.answers button').click()",
    );
    tab.until("document.querySelector('.answers button').textContent === 'Copied'");
    tab.value("scrollTo(0, 0); document.querySelector('nav.sections button').click()");
    tab.assert("document.querySelector('.presenter [role=status]').textContent.startsWith('1 of ')");
    tab.key("PageDown");
    tab.assert("document.querySelector('.presenter [role=status]').textContent.startsWith('2 of ')");
    tab.done();
}

fn framed(browser: &mut Browser, pages: &Pages) {
    let page = std::fs::read_to_string(pages.path("acme.html")).expect("it was written");
    let inside = page.replace('&', "&amp;").replace('"', "&quot;");
    let frame = format!("<!doctype html><iframe width=1200 height=700 srcdoc=\"{inside}\"></iframe>");
    std::fs::write(pages.path("frame.html"), frame).expect("it can be written");
    let mut tab = browser.open(&pages.path("frame.html"), "", DESK);
    tab.value("globalThis.page = document.querySelector('iframe').contentDocument");
    tab.until("page.querySelector('.box')");
    let place = tab.value(
        "(() => { const frame = document.querySelector('iframe').getBoundingClientRect(); const sales = \
         [...page.querySelectorAll('.box')].find(box => box.firstChild.textContent === 'Sales'); \
         sales.scrollIntoView({ block: 'center' }); const box = sales.getBoundingClientRect(); \
         return [frame.left + box.left + box.width / 2, frame.top + box.top + box.height / 2]; })()",
    );
    let [x, y]: [f64; 2] = serde_json::from_value(place).expect("it has a place");
    tab.click(x, y);
    tab.until("page.querySelector('.card h3')?.textContent === 'Sales'");
    tab.assert("page.location.href === 'about:srcdoc'");
    tab.done();
}

fn presentation(browser: &mut Browser, pages: &Pages) {
    let mut tab = browser.open(&pages.path("northwind.html"), "", DESK);
    tab.until("document.querySelector('.box')");
    tab.key("p");
    tab.until("document.documentElement.classList.contains('presenting')");
    let count =
        tab.value("document.querySelectorAll('header.head, main > section').length").as_u64().expect("a number");
    // At the top of the page it begins with the first section.
    tab.assert(&format!("document.querySelector('.presenter [role=status]').textContent === '1 of {count}'"));
    tab.key("End");
    tab.key("Home");
    for at in 1..=count {
        tab.assert(&format!("document.querySelector('.presenter [role=status]').textContent === '{at} of {count}'"));
        tab.assert("document.querySelector('.slide').contains(document.activeElement)");
        tab.assert("document.querySelectorAll('.slide').length === 1");
        tab.key("PageDown");
    }
    tab.key("PageUp");
    tab.key("Escape");
    tab.until("!document.documentElement.classList.contains('presenting') && !document.querySelector('.slide')");
    tab.done();
}

fn rows(browser: &mut Browser, pages: &Pages) {
    let mut tab = browser.open(&pages.path("packet.html"), "#seat=product-lead", DESK);
    tab.until("document.querySelector('.card a[href=\"#priority=halt-3\"]')");
    tab.value("document.querySelector('.card a[href=\"#priority=halt-3\"]').click()");
    tab.until("location.hash === '#priority=halt-3'");
    let seen = "(() => { const { top, bottom } = document.getElementById('priority=halt-3').getBoundingClientRect(); return top >= 0 && bottom > top && bottom <= innerHeight; })()";
    tab.until(seen);
    // The link leads to another section than the one that is presented.
    tab.value("scrollTo(0, 0); document.querySelector('nav.sections button').click()");
    tab.assert("document.querySelector('.presenter [role=status]').textContent.startsWith('1 of ')");
    tab.value("location.hash = '#person=farah'");
    tab.until("document.querySelector('.slide').id === 'load'");
    tab.done();
}

fn motion(browser: &mut Browser, pages: &Pages) {
    let view = View { is_still: false, ..DESK };
    let mut tab = browser.open(&pages.path("acme.html"), "", view);
    tab.until("document.querySelector('.box')");
    // While the branch below Sales folds, its boxes are somewhere between where they were and their manager.
    let seen = tab.value(
        "new Promise(done => { const seen = new Set(); const end = performance.now() + 600; const look = () => { for (const box of \
         document.querySelectorAll('.box:not([hidden])')) seen.add(box.firstChild.textContent + Math.round(box.getBoundingClientRect().top)); \
         performance.now() < end ? requestAnimationFrame(look) : done(seen.size); }; \
         [...document.querySelectorAll('.tools button')][0].click(); \
         const s = document.querySelector('.crumbs'); location.hash = '#branch=sales'; look(); })",
    );
    assert!(seen.as_u64() > Some(8), "{seen}");
    tab.until("document.querySelector('.crumbs b')?.textContent === 'Sales'");
    tab.done();
}

fn large(browser: &mut Browser, pages: &Pages) {
    let mut tab = browser.open(&pages.path("large.html"), "", DESK);
    tab.until("document.querySelector('.box')");
    let count = "document.querySelectorAll('#live .stage *').length";
    assert!(tab.value(count).as_u64() <= Some(250), "{}", tab.value(count));
    tab.value("[...document.querySelectorAll('.tools button')][0].click()");
    tab.frames();
    assert!(tab.value(count).as_u64() <= Some(250), "{}", tab.value(count));
    tab.value("location.hash = '#seat=s4999'");
    tab.until("document.querySelector('.card h3')?.textContent === 'Position number 4999'");
    tab.frames();
    let shown = boxes(&mut tab);
    assert!(shown.iter().any(|(title, _)| title == "Position number 4999"), "{shown:?}");
    assert_apart(&shown);
    tab.done();
}
