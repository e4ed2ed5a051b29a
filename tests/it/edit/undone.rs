//! Edits of the charts that come with the project, in other styles, and what undoes them.

use std::collections::BTreeMap;

use rightseat::check::{AsOf, Claimed, Judged, Norms};
use rightseat::edit::{Intent, plan};
use rightseat::model::{Chart, Noun};
use rightseat::read::{self, Input};
use rightseat::report::undo;
use rightseat::text::{Sources, shell_command};

use super::properties::{cases, tried};
use super::wanted::wanted;
use crate::diff::company::Company;
use crate::schema::yaml_files;
use crate::support::{TODAY, day, folder, project, rightseat, sources};

/// The files of a chart in a style: as they are, with other line ends, with a byte order mark, further indented.
fn styled(style: usize, text: &str) -> String {
    let deeper = |line: &str| {
        let content = line.trim_start_matches(' ');
        " ".repeat(line.len() - content.len()) + line
    };
    match style {
        0 => text.to_owned(),
        1 => text.replace('\n', "\r\n"),
        2 => format!("\u{feff}{text}"),
        _ => text.split_inclusive('\n').map(deeper).collect(),
    }
}

fn charts() -> Vec<Vec<(String, String)>> {
    let root = project().join("charts");
    let mut charts = Vec::new();
    for place in ["northwind/2026-Q3", "northwind/2026-Q4", "atlas", "solo.yaml"] {
        let path = root.join(place);
        let files = if path.is_file() { vec![path.clone()] } else { yaml_files(&path) };
        let mut files: Vec<(String, String)> = files
            .iter()
            .map(|file| (file.display().to_string(), std::fs::read_to_string(file).expect("it is text")))
            .collect();
        files.sort_by_key(|(name, _)| !name.ends_with("chart.yaml"));
        charts.push(files);
    }
    charts
}

/// The ids of a chart, for what may be wanted of it.
fn company(chart: &Chart) -> Company {
    macro_rules! ids {
        ($table:ident) => {
            chart.$table.entries.iter().map(|entry| (entry.id.value.to_string(), BTreeMap::new())).collect()
        };
    }
    let sections = BTreeMap::from([
        ("people", ids!(people)),
        ("seats", ids!(seats)),
        ("priorities", ids!(priorities)),
        ("metrics", ids!(metrics)),
    ]);
    Company { sections, ..Company::default() }
}

fn judged<T>(
    (sources, inputs): &(Sources, Vec<Input>),
    look: impl FnOnce(&Chart, &Claimed<'_>, &Judged<'_>, &[Input]) -> T,
) -> T {
    let (chart, defects) = read::chart(sources, inputs);
    let (name, key) = ("chart", "chart");
    let claimed = Claimed { name, key, at_revision: false, revisions: 1, sources, chart: &chart, defects: &defects };
    look(&chart, &claimed, &Judged::new(claimed, &Norms::default(), AsOf::Day(day(TODAY))), inputs)
}

/// Comments that stand alone in their line, each with the next line that is none.
fn above(text: &str) -> Vec<(&str, &str)> {
    let lines: Vec<&str> = text.lines().collect();
    let comment = |at: usize| lines[at].trim_start().starts_with('#');
    let found = (0..lines.len()).filter(|at| comment(*at)).filter_map(|at| {
        let next = (at + 1..lines.len()).find(|next| !comment(*next) && !lines[*next].trim().is_empty())?;
        let key = lines[next].trim().split(':').next().unwrap_or_default();
        Some((lines[at].trim(), key))
    });
    found.collect()
}

#[test]
fn charts_as_people_write_them_are_edited_in_every_style() {
    for files in charts() {
        for style in 0..4 {
            let files: Vec<(String, String)> =
                files.iter().map(|(name, text)| (name.clone(), styled(style, text))).collect();
            let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            judged(&sources(&files), |chart, claimed, judged, inputs| {
                assert!(!chart.is_partial, "{style} {}", files[0].0);
                let company = company(chart);
                let done = std::cell::Cell::new(0);
                tried(cases() / 10, |u| {
                    let intent = wanted(&company, u)?;
                    // What changes, and that nothing else does, is proven by the plan itself.
                    match plan(claimed, judged, inputs, std::slice::from_ref(&intent)) {
                        Ok(plan) => {
                            done.set(done.get() + 1);
                            for (old, new) in claimed.sources.files().iter().zip(plan.sources.files()) {
                                let now = above(new.text());
                                let is_gone = |pair: &&(&str, &str)| !now.contains(pair);
                                let moved: Vec<_> =
                                    above(old.text()).into_iter().filter(|pair| is_gone(&pair)).collect();
                                // A comment goes with its entry, is reported, or is where a key was renamed or removed.
                                let is_expected = |(comment, _): &(&str, &str)| {
                                    plan.told.iter().any(|told| told.contains(comment))
                                        || matches!(
                                            intent,
                                            Intent::Rename { .. }
                                                | Intent::Delete { .. }
                                                | Intent::Close { .. }
                                                | Intent::Unset { .. }
                                                | Intent::Remove { .. }
                                        )
                                };
                                assert!(moved.iter().all(is_expected), "{moved:?} {intent:?}");
                            }
                        }
                        Err(refusal) => {
                            let text = refusal.to_string();
                            assert!(
                                !text.contains("which is a bug") && !text.contains("by a program"),
                                "{intent:?}: {text}"
                            );
                        }
                    }
                    Ok(())
                });
                assert!(done.get() > 3, "{} of {}", done.get(), cases() / 10);
            });
        }
    }
}

#[test]
fn the_command_that_undoes_a_plan_does() {
    let files = charts().swap_remove(1);
    let names: Vec<(String, &str)> = files
        .iter()
        .map(|(name, text)| (format!("c/{}", name.rsplit('/').next().expect("a name")), text.as_str()))
        .collect();
    let names: Vec<(&str, &str)> = names.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let company = judged(&sources(&names), |chart, _, _, _| company(chart));
    let undone = std::cell::Cell::new(0);
    tried(60, |u| {
        let intent = wanted(&company, u)?;
        let command = judged(&sources(&names), |_, claimed, judged, inputs| {
            let plan = plan(claimed, judged, inputs, std::slice::from_ref(&intent)).ok()?;
            let command = undo(judged, &plan)?;
            let files: Vec<(String, String)> =
                plan.sources.files().iter().map(|file| (file.path().to_owned(), file.text().to_owned())).collect();
            Some((command, files))
        });
        let Some((command, files)) = command else { return Ok(()) };
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let home = folder(&files);
        // The shell takes it for these words.
        let ran = std::process::Command::new("sh")
            .args(["-c", &format!("rightseat() {{ printf '%s\\n' \"$@\"; }}; {command}")])
            .output()
            .expect("there is a shell");
        let words = String::from_utf8(ran.stdout).expect("it is text");
        let words: Vec<&str> =
            words.trim_end_matches('\n').split('\n').map(|word| if word == "chart" { "c" } else { word }).collect();
        if intent_has_lines(&intent) {
            return Ok(());
        }
        let ran = rightseat(home.path(), &words);
        assert_eq!(ran.code, 0, "{intent:?}\n{command}\n{}", ran.err);
        let now: Vec<(String, String)> = names
            .iter()
            .map(|(name, _)| {
                ((*name).to_owned(), std::fs::read_to_string(home.path().join(name)).expect("it is there"))
            })
            .collect();
        let now: Vec<(&str, &str)> = now.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let edits = judged(&sources(&names), |before, _, _, _| {
            judged(&sources(&now), |after, _, _, _| rightseat::diff::edits(before, after))
        });
        let is_renamed = matches!(intent, Intent::Rename { kind: Noun::Seat, .. });
        assert!(
            edits.iter().all(|edit| is_renamed && edit.field.as_deref() == Some("formerly")),
            "{intent:?} {edits:?}"
        );
        undone.set(undone.get() + 1);
        Ok(())
    });
    assert!(undone.get() > 8, "{}", undone.get());
    assert_eq!(shell_command(["rightseat"]), "rightseat");
}

/// Whether what is wanted is said in several lines, which the shell's answer can't part.
fn intent_has_lines(intent: &Intent) -> bool {
    format!("{intent:?}").contains("\\n")
}
