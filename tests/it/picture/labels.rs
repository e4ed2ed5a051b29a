//! Our words on pictures, in each language.

use rightseat::layout::{Face, Px};
use rightseat::model::Language;
use rightseat::phrase::{Label, PageLabel};
use rightseat::picture::{Continuation, Holder};

use crate::support::{folder, rightseat};

/// The widest that words of a badge, of a box and outside of boxes may be, in pixels at their own size.
const BADGE: i64 = 88;
const BOX: i64 = 212;
const LEGEND: i64 = 190;
/// What stands alone on a line of a page, and on a field or button of one that lives.
const LINE: i64 = 400;
const BUTTON: i64 = 230;

fn limit(label: Label) -> (Face, i64, i64) {
    match label {
        Label::New
        | Label::Gone
        | Label::Moved
        | Label::Retitled
        | Label::NewHolder
        | Label::NowVacant
        | Label::NewWork => (Face::SemiBold, 10, BADGE),
        Label::StrategicPriorities | Label::ServingPriorities | Label::QuarterPriorities | Label::AnsweringSeats => {
            (Face::SemiBold, 11, BOX)
        }
        Label::WhichWait
        | Label::NoneWaits
        | Label::NobodySeveral
        | Label::OneMoreLine
        | Label::MoreLines
        | Label::ManyPages
        | Label::OneClosed
        | Label::Closed
        | Label::RevisionsFromTo
        | Label::Unread => (Face::Regular, 12, LINE),
        _ if label.has_places() => (Face::Regular, 12, BOX),
        _ => (Face::Regular, 11, LEGEND),
    }
}

#[test]
fn labels_find_their_room_in_each_language() {
    // Heads of tables come after those that stand on pictures: a table takes what room they need.
    for label in Label::ALL.iter().take_while(|label| **label != Label::ToMend) {
        let (face, size, most) = limit(*label);
        for language in Language::ALL {
            let words = label.words(language).replace("{}", "88");
            let width = face.width(&words, Px::whole(size));
            assert!(width <= Px::whole(most), "{words:?} is {width:?} wide");
        }
    }
}

#[test]
fn words_of_the_living_page_find_their_room_in_each_language() {
    // These are said by screen readers, shown when a pointer rests on a button, or stand in a paragraph, which is broken.
    let is_said = |label: PageLabel| {
        matches!(label, PageLabel::Stage | PageLabel::PresentHow | PageLabel::CollapseAll | PageLabel::WrittenBy)
    };
    for label in PageLabel::ALL.iter().filter(|label| !is_said(**label)) {
        for language in Language::ALL {
            let words = label.words(language).replace("{}", "88");
            let width = Face::Regular.width(&words, Px::whole(13));
            // What is named below a picture has a line of the page.
            let most = if *label == PageLabel::NotPictured { LINE } else { BUTTON };
            assert!(width <= Px::whole(most), "{words:?} is {width:?} wide");
        }
    }
}

#[test]
fn the_living_page_gets_its_words_with_its_data() {
    let chart = "language: de\norganization: Acme\npeople: {ana: Ana}\nseats:\n  top: {title: Leitung, owner: ana}\n";
    let home = folder(&[("chart.yaml", chart)]);
    let page = |options: &[&str]| {
        rightseat(home.path(), &[&["render", "chart.yaml", "--format", "html", "-o", "-"], options].concat()).out
    };
    let german = page(&[]);
    for words in ["<html lang=\"de\">", "Zum Inhalt springen", "\"ExpandAll\":\"Alle öffnen\"", ">Der Plan<"] {
        assert!(german.contains(words), "{words} is not in the page");
    }
    assert!(page(&["--language", "fr"]).contains("Aller au contenu"));
    let packet = rightseat(home.path(), &["review", "chart.yaml", "-o", "p.html", "--language", "es"]);
    assert_eq!(packet.code, 0, "{}", packet.err);
    let packet = std::fs::read_to_string(home.path().join("p.html")).expect("it was written");
    assert!(packet.contains("<html lang=\"es\">") && packet.contains(">Decisiones<"));
}

#[test]
fn cards_speak_the_language_of_their_picture() {
    assert_eq!(Holder::Vacant.words(Language::German), "Unbesetzt");
    assert_eq!(Holder::Interim("Ana Ruiz".to_owned()).words(Language::French), "Ana Ruiz (par intérim)");
    let below = Continuation::Below { seats: 7, page: Some(3) };
    assert_eq!(below.words(Language::Spanish), "+7\u{a0}puestos, página\u{a0}3\u{a0}►");
}

#[test]
fn the_chart_says_the_language_and_an_option_another() {
    let chart = "language: de\norganization: Acme\nreviewed: 2026-10-06\nseats:\n  top: {title: Leitung}\n";
    let home = folder(&[("chart.yaml", chart)]);
    let drawn =
        |options: &[&str]| rightseat(home.path(), &[&["render", "chart.yaml", "-o", "-"], options].concat()).out;
    assert!(drawn(&[]).contains(">Unbesetzt<") && drawn(&[]).contains("geprüft 2026-10-06"));
    assert!(drawn(&["--language", "es"]).contains(">Vacante<"));
    assert!(drawn(&["--format", "dot", "--language", "fr"]).contains("Vacant"));
}
