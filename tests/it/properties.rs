//! What holds for every chart, tried on generated ones.

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use rightseat::check::{Level, Norms};
use rightseat::graph::{Accountable, Answer, Graph, LoadRates};
use rightseat::model::Share;
use rightseat::read;
use rightseat::report::{Look, Run, concise, human, json};

use crate::support::{checked, judged_by, sources};

/// Some seats, people and priorities with references that mostly hold.
pub(crate) fn entries(u: &mut Unstructured<'_>) -> Result<Vec<(&'static str, String)>> {
    let seats = u.int_in_range(0..=8)?;
    let mut entries = Vec::new();
    for n in 0..seats {
        let mut claims = format!("title: Seat {n}");
        if u.ratio(4, 5)? {
            claims += &format!(", reports_to: s{}", u.int_in_range(0..=seats)?);
        }
        if u.ratio(3, 4)? {
            claims += &format!(", owner: p{}", u.int_in_range(0..=4)?);
        }
        if u.ratio(1, 4)? {
            claims += ", responsibilities: [one, two, three]";
        }
        entries.push(("seats", format!("s{n}: {{{claims}}}")));
    }
    for n in 0..4 {
        entries.push(("people", format!("p{n}: Person {n}")));
    }
    for n in 0..u.int_in_range(0..=5)? {
        let mut claims = format!("title: Do {n}, owner: s{}", u.int_in_range(0..=seats)?);
        if u.ratio(1, 2)? {
            claims += &format!(", supports: [q{}]", u.int_in_range(0..=4)?);
        }
        if u.ratio(1, 2)? {
            claims += ", horizon: year";
        }
        entries.push(("priorities", format!("q{n}: {{{claims}}}")));
    }
    Ok(entries)
}

pub(crate) fn text(entries: &[(&'static str, String)]) -> String {
    let mut text = String::from("organization: Test\n");
    for section in ["seats", "people", "priorities"] {
        text += &format!("{section}:\n");
        for (_, entry) in entries.iter().filter(|(of, _)| *of == section) {
            text += &format!("  {entry}\n");
        }
    }
    text
}

/// What was found, as rules and subjects: what identifies a finding, whatever its place.
fn identities(files: &[(&str, &str)]) -> Vec<(String, Vec<rightseat::check::Subject>)> {
    checked(files, |_, _, outcome| {
        let found = outcome.findings.iter();
        let identity = |finding: &rightseat::check::Finding| {
            let mut subjects = finding.subjects.clone();
            subjects.sort();
            (finding.rule.id.to_string(), subjects)
        };
        let mut identities: Vec<_> = found.map(identity).collect();
        identities.sort();
        identities
    })
}

#[test]
fn the_order_of_entries_and_files_does_not_show() {
    arbtest(|u| {
        let mut entries = entries(u)?;
        let straight = text(&entries);
        let cut = u.int_in_range(0..=entries.len())?;
        let (one, two) = (text(&entries[..cut]), text(&entries[cut..]).replace("organization: Test\n", ""));
        entries.reverse();
        let reversed = text(&entries);
        let expected = identities(&[("chart.yaml", &straight)]);
        assert_eq!(identities(&[("chart.yaml", &reversed)]), expected, "{straight}");
        assert_eq!(identities(&[("chart.yaml", &one), ("more.yaml", &two)]), expected, "{straight}");
        assert_eq!(identities(&[("chart.yaml", &straight.replace('\n', "\r\n"))]), expected);
        Ok(())
    });
}

#[test]
fn each_priority_has_one_answer_and_the_proof_agrees() {
    arbtest(|u| {
        let text = text(&entries(u)?);
        let (sources, inputs) = sources(&[("chart.yaml", &text)]);
        let (chart, _) = read::chart(&sources, &inputs);
        let graph = Graph::new(&chart, LoadRates::default());
        let failing =
            graph.priorities().filter(|priority| !matches!(priority.answer(), Answer::Accountable { .. })).count();
        match Accountable::prove(&graph) {
            Ok(proof) => assert_eq!((failing, proof.charges().len()), (0, graph.priorities().len())),
            Err(unproven) => assert_eq!(unproven.len(), failing),
        }
        let by_seat: Share = graph.seats().map(|seat| seat.load().total()).sum();
        let unheld: Share =
            graph.seats().filter(|seat| seat.holding().person().is_none()).map(|seat| seat.total_load()).sum();
        let by_person: Share = graph.people().map(|person| person.total_load()).sum();
        assert_eq!(by_seat, by_person + unheld);
        assert_eq!(graph.tree().count(), graph.seats().len());
        Ok(())
    });
}

#[test]
fn no_text_makes_it_panic() {
    arbtest(|u| {
        let words = [
            "seats:", "people:", "\n", "  ", "a", ":", " ", "[", "]", "{", "}", "- ", "&x", "*x", "!t", "|", ">", "'",
            "\"", "#", "\t", "ž", "~", "owner: ", "title: T", "---", "\r", "\r\n", "\u{1b}", "\u{feff}", "<<: ",
        ];
        let mut text = String::new();
        for _ in 0..u.int_in_range(0..=40)? {
            text += u.choose(&words)?;
        }
        let (sources, inputs) = sources(&[("chart.yaml", &text)]);
        let (chart, defects) = read::chart(&sources, &inputs);
        let judged = judged_by("chart.yaml", &sources, (&chart, &defects), &Norms::default());
        let look = Look { color: false, width: 80, lowest: Level::Info };
        assert_eq!(concise(&judged, Level::Info).count(), judged.outcome.findings.len(), "{text:?}");
        let (charts, lowest, failing) = ([judged], Level::Info, Level::Error);
        let run = Run { charts: &charts, offers: &[], lowest, failing, trouble: &[], most: usize::MAX };
        let (human, json) = (human(run, look), json(run));
        assert!(human.contains("chart.yaml: ") && json.ends_with("}\n"), "{text:?}");
        Ok(())
    });
}

/// The library that reads and one of another family agree on what is YAML.
#[test]
fn a_second_reader_agrees_on_the_charts() {
    let company =
        std::fs::read_to_string(crate::support::project().join("src/check/rules/company.yaml")).expect("it is there");
    let value: serde_yaml::Value = serde_yaml::from_str(&company).expect("the second reader takes it");
    let (sources, inputs) = sources(&[("company.yaml", &company)]);
    let (chart, defects) = read::chart(&sources, &inputs);
    assert_eq!(defects, []);
    for seat in &chart.seats.entries {
        let other = &value["seats"][seat.id.value.as_str()];
        assert_eq!(seat.title.get().map(|title| title.as_str()), other["title"].as_str());
        let ours: Vec<&str> = seat.responsibilities.iter().map(|one| one.value.as_str()).collect();
        let theirs: Vec<&str> =
            other["responsibilities"].as_sequence().into_iter().flatten().filter_map(|one| one.as_str()).collect();
        assert_eq!(ours, theirs);
    }
    assert_eq!(chart.seats.entries.len(), value["seats"].as_mapping().map_or(0, serde_yaml::Mapping::len));
}
