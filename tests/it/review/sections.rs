//! The packet as a page: which sections it has, in which order and language.

use rightseat::model::Language;
use rightseat::phrase::{Block, Section};
use rightseat::report::review_text;
use rightseat::review::{Packet, page, review};

use crate::support::{judged, project};

/// The packet of a folder beside another, both read as charts.
fn packet<T>(folder: &str, old: Option<&str>, look: impl FnOnce(&mut Packet<'_>) -> T) -> T {
    let files = |folder: &str| -> Vec<(String, String)> {
        let listed = std::fs::read_dir(project().join(folder)).expect(folder);
        let mut paths: Vec<_> = listed.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
        paths.sort_by_key(|path| !path.ends_with("chart.yaml"));
        let read = |path: std::path::PathBuf| {
            (path.display().to_string(), std::fs::read_to_string(&path).expect("it can be read"))
        };
        paths.into_iter().map(read).collect()
    };
    let (now, then) = (files(folder), files(old.unwrap_or(folder)));
    let borrowed = |files: &'_ [(String, String)]| -> Vec<(String, String)> { files.to_vec() };
    let (now, then) = (borrowed(&now), borrowed(&then));
    let now: Vec<(&str, &str)> = now.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let then: Vec<(&str, &str)> = then.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    judged(&now, |now| judged(&then, |then| look(&mut review(now, old.is_some().then_some(then)))))
}

#[test]
fn sections_stand_in_one_order() {
    packet("charts/northwind/2026-Q4", Some("charts/northwind/2026-Q3"), |packet| {
        let sections: Vec<Section> = page(packet, 25).sections().collect();
        let none = [Section::Mend];
        let all: Vec<Section> = Section::ALL.into_iter().filter(|section| !none.contains(section)).collect();
        assert_eq!(sections, all);
    });
    packet("charts/atlas", None, |packet| {
        let sections: Vec<Section> = page(packet, 25).sections().collect();
        assert!(sections.is_sorted() && sections.contains(&Section::Mend), "{sections:?}");
        assert!(!sections.contains(&Section::Changes), "there is no revision before it");
    });
}

#[test]
fn headings_and_columns_speak_the_language_that_is_asked_for() {
    packet("charts/northwind/2026-Q4", None, |packet| {
        let mut labels = |language| {
            packet.language = language;
            let mut labels = Vec::new();
            for block in page(packet, 25).blocks {
                match block {
                    Block::Heading { text, section } if section != Some(Section::Decisions) => {
                        labels.push(text.plain());
                    }
                    Block::Table(table) => labels.extend(table.columns.iter().map(|column| column.title.to_owned())),
                    _ => {}
                }
            }
            labels
        };
        let english = labels(Language::English);
        assert!(english.contains(&"Load".to_owned()) && english.contains(&"measured by".to_owned()), "{english:?}");
        for language in [Language::German, Language::French, Language::Spanish] {
            let other = labels(language);
            assert_eq!(other.len(), english.len());
            let same = other.iter().zip(&english).filter(|(other, english)| other == english).count();
            assert!(same * 4 < english.len(), "{language}: {other:?}");
        }
    });
}

/// A chart in which two seats are vacant, the weightier one last in the alphabet.
const VACANT: &str = "people: {ana: Ana, bo: Bo}\nseats:\n  \
    top: {title: Chief, owner: ana, responsibilities: [one, two, three]}\n  \
    ops: {title: Operations, owner: bo, reports_to: top, responsibilities: [four, five, six]}\n  \
    alpha: {title: Technician, reports_to: ops, responsibilities: [seven, eight, nine]}\n  \
    zeta: {title: General Counsel, reports_to: top, responsibilities: [ten, eleven, twelve]}\n  \
    bare: {title: Bare, owner: bo, reports_to: top}\n";

#[test]
fn what_more_hangs_on_is_asked_first_and_nothing_is_figured_from_nothing() {
    judged(&[("chart.yaml", VACANT)], |now| {
        let packet = review(now, None);
        let asked: Vec<String> = packet.decisions.decisions.iter().map(|one| one.question.plain()).collect();
        assert_eq!(asked[..2], ["who covers `zeta`, until it is filled?", "who covers `alpha`, until it is filled?"]);
        let bo = packet.loads.iter().find(|row| row.person.id == "bo").expect("bo holds seats");
        assert!(bo.is_assessed);
        let asked = packet.asked();
        assert!(asked.contains_key("zeta") && !asked.contains_key("top"), "{asked:?}");
    });
}

#[test]
fn who_states_nothing_is_not_free() {
    let chart = "people: {ana: Ana, bo: Bo, cy: Cy}\nseats:\n  top: {title: Chief, owner: ana}\n  \
                 desk: {title: Desk, owner: bo, reports_to: top, responsibilities: [four, five, six]}\n  \
                 bare: {title: Desk West, owner: cy, reports_to: top}\n  \
                 gone: {title: Desk East, reports_to: top, responsibilities: [seven, eight, nine]}\n";
    judged(&[("chart.yaml", chart)], |now| {
        let packet = review(now, None);
        let question = packet.decisions.decisions.iter().find(|one| one.question.plain().contains("`gone`"));
        let options: Vec<String> =
            question.expect("it is vacant").options.iter().map(|answer| answer.text.plain()).collect();
        let (bo, cy) = ("Bo (24 % loaded)".to_owned(), "Cy (load not assessed)".to_owned());
        assert_eq!(options[..2], [bo, cy], "{options:?}");
        let cy = packet.loads.iter().find(|row| row.person.id == "cy").expect("cy holds a seat");
        assert!(!cy.is_assessed);
        let reviewed = packet.pillars[3].shares.iter().find(|share| share.name == "reviewed within the quarter");
        assert_eq!(reviewed.map(|share| share.of), Some(0), "no review is noted, and none is overdue");
    });
}

#[test]
fn a_priority_that_was_off_track_and_is_gone_asks_what_became_of_it() {
    let seats = "people: {ana: Ana}\nseats: {top: {title: Chief, owner: ana, responsibilities: [one, two, three]}}\n";
    let priorities = "priorities:\n  p: {title: Win back, owner: top, status: off-track}\n  \
                      q: {title: Keep on, owner: top, status: on-track}\n  r: {title: Stay, owner: top}\n";
    let old = format!("{seats}{priorities}");
    let new = format!("{seats}priorities:\n  r: {{title: Stay, owner: top}}\n");
    judged(&[("chart.yaml", &new)], |now| {
        judged(&[("chart.yaml", &old)], |then| {
            let packet = review(now, Some(then));
            let asked: Vec<String> = packet.decisions.decisions.iter().map(|one| one.question.plain()).collect();
            assert_eq!(asked, ["is `p` carried on, or dropped?"]);
        });
    });
}

#[test]
fn it_is_said_of_how_many_priorities_one_person_is_accountable() {
    for (statuses, words) in [
        (["done", "dropped"], "None of them is open."),
        (["done", "on-track"], "Exactly one person is accountable for the one that is open."),
        (["off-track", "on-track"], "Exactly one person is accountable for each of the 2 that are open."),
    ] {
        let [first, second] = statuses;
        let text = format!(
            "people: {{ana: Ana Ruiz}}\nseats: {{top: {{title: Head, owner: ana}}}}\npriorities:\n  \
             q: {{title: Q, owner: top, status: {first}}}\n  r: {{title: R, owner: top, status: {second}}}\n"
        );
        judged(&[("chart.yaml", &text)], |now| {
            let said = review_text(&review(now, None), 100, false);
            assert!(said.contains(words), "{said}");
        });
    }
}
