//! How one diff relates to others: of the same charts read elsewhere, of three charts, of a single edit.

use std::collections::BTreeSet;

use arbtest::arbitrary::Unstructured;
use arbtest::arbtest;
use rightseat::check::Level;
use rightseat::diff::{Change, Code, Renames, edits};
use rightseat::model::{Edit, Noun};
use rightseat::report::{Look, diff_json, diff_markdown, diff_text};

use super::company::{Written, edit};
use super::properties::quarter;
use super::{chart, compared};
use crate::git::Repository;
use crate::support::rightseat;

#[test]
fn neither_the_number_of_threads_nor_the_seed_of_hashes_shows() {
    let pools = [1, 2, 7]
        .map(|threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be made"));
    arbtest(|u| {
        let (old, new) = quarter(u)?;
        let (old, new) = (old.yaml(), new.yaml());
        let look = Look { color: false, width: 80, lowest: Level::Info };
        let written = || {
            compared(&old, &new, Renames::default(), |compared| {
                [diff_json(compared), diff_text(compared, look), diff_markdown(compared)]
            })
        };
        let expected = written();
        for pool in &pools {
            assert_eq!(pool.install(written), expected);
        }
        Ok(())
    });
}

#[test]
fn a_folder_a_commit_and_another_checkout_differ_in_the_same_way() {
    let data = (0..4096).flat_map(|n: u32| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect::<Vec<u8>>();
    let (old, new) = quarter(&mut Unstructured::new(&data)).expect("there are enough bytes");
    let home = Repository::of(&[("charts/old.yaml", &old.yaml()), ("charts/new.yaml", &new.yaml())]);
    let elsewhere = tempfile::TempDir::new().expect("a folder can be made");
    let checkout = elsewhere.path().join("größe and blank");
    home.git(&["clone", "--quiet", ".", checkout.to_str().expect("it is text")]);
    let told = |folder: &std::path::Path, prefix: &str, format: &str| {
        let paths = [format!("{prefix}old.yaml"), format!("{prefix}new.yaml")];
        let ran = rightseat(folder, &["diff", &paths[0], &paths[1], "--format", format]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        // The first line names the two, and is broken where their names need it.
        let (_, told) = ran.out.split_once("Findings: ").expect("some are counted");
        told.replace(prefix, "")
    };
    for format in ["text", "markdown"] {
        let expected = told(home.path(), "charts/", format);
        assert!(expected.lines().count() > 5, "{expected}");
        assert_eq!(told(&home.join("charts"), "./", format), expected);
        assert_eq!(told(home.path(), "HEAD:charts/", format), expected);
        assert_eq!(told(&home.join("charts"), "main:./", format), expected);
        assert_eq!(told(&checkout, "charts/", format), expected);
    }
}

/// What an edit touches; an entry as a whole where it came or went.
fn touched(edit: &Edit) -> (Noun, &str, Option<&str>) {
    (edit.kind, &edit.id, edit.field.as_deref())
}

#[test]
fn on_the_way_round_nothing_is_touched_that_no_step_touches() {
    arbtest(|u| {
        let (first, second) = quarter(u)?;
        let mut third = second.clone();
        for _ in 0..u.int_in_range(0..=8)? {
            edit(&mut third, u)?;
        }
        let [first, second, third] = [first, second, third].map(|company| chart(&company.yaml()));
        let steps = [edits(&first, &second), edits(&second, &third)].concat();
        let steps: BTreeSet<_> = steps.iter().map(touched).collect();
        for edit in edits(&first, &third) {
            let (kind, id, field) = touched(&edit);
            // An entry that went and came again may come back with other claims, and one that came may be edited.
            let is_touched = |&(one, name, key): &(Noun, &str, Option<&str>)| {
                (one, name) == (kind, id) && (key.is_none() || key == field)
            };
            assert!(steps.iter().any(is_touched), "{edit:?}");
        }
        Ok(())
    });
}

#[test]
fn one_edit_is_told_as_one_and_of_nothing_else() {
    arbtest(|u| {
        let (old, other) = quarter(u)?;
        let section = *u.choose(&["people", "seats", "priorities", "metrics"])?;
        let ids: Vec<&String> =
            old.sections[section].keys().filter(|id| other.sections[section].contains_key(*id)).collect();
        if ids.is_empty() {
            return Ok(());
        }
        let id = (*u.choose(&ids)?).clone();
        let keys: Vec<&str> = other.sections[section][&id].keys().copied().collect();
        let key = *u.choose(&keys)?;
        let mut new = old.clone();
        let value: Written = other.sections[section][&id][key].clone();
        new.entry(section, &id).insert(key, value);
        compared(&old.yaml(), &new.yaml(), Renames::Off, |compared| {
            let diff = compared.diff;
            let edits: Vec<_> = diff.edits.iter().map(|edit| (edit.id.as_str(), edit.field.as_deref())).collect();
            assert!(edits.is_empty() || edits == [(id.as_str(), Some(key))], "{edits:?}");
            assert!(diff.changes.is_empty() || !edits.is_empty(), "{:?}", diff.changes);
            for change in diff.changes.iter().flat_map(Change::all) {
                // Who answers for a priority depends on its seat, on that seat's line upwards, and on what it supports.
                let is_derived = matches!(change.code(), Code::PriorityOrphaned | Code::PriorityAdopted);
                // Of two seats with one responsibility, one may have handed it on.
                let ends = [&change.old, &change.new].map(|party| party.as_ref().map(|party| party.id.as_str()));
                assert!(is_derived || ends == [Some(id.as_str()); 2], "{change:?}");
            }
            for load in &diff.loads {
                let is_own = load.holder.id == id;
                let has_load = !matches!((section, key), ("people", "name") | ("metrics", _));
                assert!(is_own || has_load, "{load:?}");
            }
        });
        Ok(())
    });
}
