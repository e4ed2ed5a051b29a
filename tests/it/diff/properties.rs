//! What holds for every two charts, tried on generated ones.

use std::collections::{BTreeMap, BTreeSet};

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use rightseat::check::{Finding, Level};
use rightseat::diff::{Change, Code, Facts, Group, How, Renames, edits, introduced};
use rightseat::model::{Edit, Noun, Share};
use rightseat::report::{Look, diff_json};

use super::company::{Company, Written, company, edit, rename};
use super::{chart, codes, compared};
use crate::support::project;

/// A company and what became of it.
pub(super) fn quarter(u: &mut Unstructured<'_>) -> Result<(Company, Company)> {
    let old = company(u)?;
    let mut new = old.clone();
    for _ in 0..u.int_in_range(0..=8)? {
        edit(&mut new, u)?;
    }
    Ok((old, new))
}

#[test]
fn a_chart_does_not_differ_from_itself() {
    let mut texts: Vec<String> = ["src/check/rules/company.yaml", "charts/solo.yaml", "src/cli/init.yaml"]
        .into_iter()
        .map(|path| std::fs::read_to_string(project().join(path)).expect(path))
        .collect();
    for folder in ["charts/atlas", "charts/northwind/2026-Q1", "charts/northwind/2026-Q4"] {
        let files = std::fs::read_dir(project().join(folder)).expect(folder).flatten();
        texts.extend(files.map(|file| std::fs::read_to_string(file.path()).expect("it is text")));
    }
    for text in texts {
        compared(&text, &text, Renames::default(), |compared| {
            assert!(compared.diff.is_empty() && compared.diff.changes.is_empty(), "{:?}", compared.diff.changes);
            let findings = &compared.diff.findings;
            assert_eq!(findings.introduced.len() + findings.fixed.len() + findings.changed.len(), 0);
        });
    }
}

#[test]
fn the_way_a_chart_is_written_is_no_change() {
    arbtest(|u| {
        let company = company(u)?;
        let (one, other) = (company.yaml(), company.styled(u)?);
        compared(&one, &other, Renames::default(), |compared| {
            assert_eq!(compared.diff.edits, [], "{one}\n{other}");
            assert_eq!(compared.diff.changes, [], "{one}\n{other}");
            assert_eq!(compared.diff.loads, []);
        });
        Ok(())
    });
}

#[test]
fn edits_lead_from_the_old_chart_to_the_new_and_back() {
    arbtest(|u| {
        let (old, new) = quarter(u)?;
        let (old, new) = (chart(&old.yaml()), chart(&new.yaml()));
        let (before, after) = (Facts::of(&old), Facts::of(&new));
        let forward = edits(&old, &new);
        let mut facts = before.clone();
        facts.apply(&forward).expect("the edits are those of this chart");
        assert_eq!(facts, after);
        let back: Vec<Edit> = forward.iter().cloned().map(Edit::inverse).collect();
        facts.apply(&back).expect("the edits were just made");
        assert_eq!(facts, before);
        assert_eq!(back, edits(&new, &old));
        // What was applied is a chart again, with every value of its type.
        let applied = after.chart().expect("it was read from a chart");
        assert_eq!(Facts::of(&applied), after);
        assert_eq!(edits(&applied, &new), []);
        assert_eq!(forward.is_empty(), before == after);
        if let Some(first) = forward.first() {
            assert!(before.clone().apply(std::slice::from_ref(first)).is_ok());
            assert!(after.clone().apply(std::slice::from_ref(first)).is_err(), "{first:?}");
        }
        Ok(())
    });
}

#[test]
fn edits_pass_through_json() {
    arbtest(|u| {
        let (old, new) = quarter(u)?;
        let (old, new) = (old.yaml(), new.yaml());
        compared(&old, &new, Renames::default(), |compared| {
            let json: serde_json::Value = serde_json::from_str(&diff_json(compared)).expect("it is JSON");
            let read: Vec<Edit> = serde_json::from_value(json["edits"].clone()).expect("they are edits");
            assert_eq!(read, compared.diff.edits);
            assert_eq!(read, edits(compared.old.graph.chart(), compared.new.graph.chart()));
            let mut facts = Facts::of(compared.old.graph.chart());
            facts.apply(&read).expect("the edits are those of this chart");
            assert_eq!(facts, Facts::of(compared.new.graph.chart()));
        });
        Ok(())
    });
}

#[test]
fn every_entry_is_kept_or_added_or_removed() {
    arbtest(|u| {
        let (old, new) = quarter(u)?;
        let sections = [
            ("people", Noun::Person, [Code::PersonJoined, Code::PersonLeft]),
            ("priorities", Noun::Priority, [Code::PriorityAdded, Code::PriorityRemoved]),
            ("metrics", Noun::Metric, [Code::MetricAdded, Code::MetricRemoved]),
        ];
        let seats = [Code::SeatAdded, Code::LayerInserted, Code::SeatRemoved, Code::LayerRemoved];
        compared(&old.yaml(), &new.yaml(), Renames::default(), |compared| {
            let diff = compared.diff;
            let all: Vec<&Change> = diff.changes.iter().flat_map(Change::all).collect();
            let ids = |codes: &[Code], is_old: bool| -> Vec<String> {
                let told = all.iter().filter(|change| codes.contains(&change.code()));
                let party = told.filter_map(|change| if is_old { change.old.as_ref() } else { change.new.as_ref() });
                let mut ids: Vec<String> = party.map(|party| party.id.clone()).collect();
                ids.sort();
                ids
            };
            let sections = sections.iter().map(|(section, noun, [added, removed])| {
                (*section, *noun, ids(&[*added], false), ids(&[*removed], true))
            });
            let of_seats = ("seats", Noun::Seat, ids(&seats[..2], false), ids(&seats[2..], true));
            for (section, noun, added, removed) in sections.chain([of_seats]) {
                let renamed: Vec<_> = diff.renames.iter().filter(|rename| rename.old.kind == noun).collect();
                let (before, after) = (&old.sections[section], &new.sections[section]);
                let mut gone: Vec<String> = before.keys().filter(|id| !after.contains_key(*id)).cloned().collect();
                let mut come: Vec<String> = after.keys().filter(|id| !before.contains_key(*id)).cloned().collect();
                gone.retain(|id| renamed.iter().all(|rename| rename.old.id != *id));
                come.retain(|id| renamed.iter().all(|rename| rename.new.id != *id));
                assert_eq!((gone, come), (removed, added), "{section}");
            }
        });
        Ok(())
    });
}

#[test]
fn renames_are_the_same_read_backwards_and_leave_shared_ids_alone() {
    arbtest(|u| {
        let (old, new) = quarter(u)?;
        let pairs = |old: &Company, new: &Company| {
            compared(&old.yaml(), &new.yaml(), Renames::default(), |compared| {
                let renames = compared.diff.renames.iter();
                renames.map(|one| (one.old.kind, one.old.id.clone(), one.new.id.clone(), one.how)).collect::<Vec<_>>()
            })
        };
        let forward = pairs(&old, &new);
        let turned: BTreeSet<_> =
            pairs(&new, &old).into_iter().map(|(kind, from, to, how)| (kind, to, from, how)).collect();
        assert_eq!(forward.iter().cloned().collect::<BTreeSet<_>>(), turned);
        let (mut from, mut to) = (BTreeSet::new(), BTreeSet::new());
        for (kind, one, other, _) in forward {
            assert!(from.insert((kind, one.clone())) && to.insert((kind, other.clone())), "{one} {other}");
            let section = match kind {
                Noun::Person => "people",
                Noun::Seat => "seats",
                Noun::Priority => "priorities",
                _ => "metrics",
            };
            assert!(!new.sections[section].contains_key(&one) && !old.sections[section].contains_key(&other));
        }
        Ok(())
    });
}

/// A company whose entries each say something of their own.
fn distinct(u: &mut Unstructured<'_>) -> Result<Company> {
    let mut company = company(u)?;
    for (section, key) in [("people", "name"), ("seats", "title"), ("priorities", "title"), ("metrics", "title")] {
        for (n, entry) in company.sections.get_mut(section).expect("it is there").values_mut().enumerate() {
            entry.insert(key, Written::One(format!("{section} of the kind {n}")));
        }
    }
    Ok(company)
}

#[test]
fn other_ids_for_everything_are_renames_and_nothing_else() {
    arbtest(|u| {
        let old = distinct(u)?;
        let mut new = old.clone();
        let mut expected = 0;
        for section in ["people", "seats", "priorities", "metrics"] {
            let ids: BTreeMap<String, String> = old.sections[section]
                .keys()
                .enumerate()
                .map(|(n, id)| (id.clone(), format!("other{}", 97 * n % 101)))
                .collect();
            expected += ids.len();
            rename(&mut new, section, &ids);
        }
        compared(&old.yaml(), &new.yaml(), Renames::default(), |compared| {
            let diff = compared.diff;
            let renamed = [Code::PersonRenamed, Code::SeatRenamed, Code::PriorityRenamed, Code::MetricRenamed];
            let others: Vec<_> = diff.changes.iter().filter(|change| !renamed.contains(&change.code())).collect();
            // What refers to an id that is not there can't follow it.
            assert_eq!(others, Vec::<&Change>::new(), "{}\n{}", old.yaml(), new.yaml());
            assert_eq!(diff.changes.len(), expected);
            // What refers to each other in a circle is only as like as can be.
            assert!(diff.changes.iter().all(|change| change.what.flat().how.confidence() == 1000));
        });
        Ok(())
    });
}

#[test]
fn a_declared_rename_holds_whatever_else_changed() {
    arbtest(|u| {
        let (old, mut new) = quarter(u)?;
        let ids: Vec<String> = new.sections["seats"].keys().cloned().collect();
        let Some(id) = ids.iter().find(|id| old.sections["seats"].contains_key(*id)) else { return Ok(()) };
        rename(&mut new, "seats", &BTreeMap::from([(id.clone(), "renamed".to_owned())]));
        new.entry("seats", "renamed").insert("formerly", Written::Many(vec![id.clone()]));
        compared(&old.yaml(), &new.yaml(), Renames::Declared, |compared| {
            let renames: Vec<_> =
                compared.diff.renames.iter().map(|one| (&*one.old.id, &*one.new.id, one.how)).collect();
            assert_eq!(renames, [(id.as_str(), "renamed", How::Declared)]);
            assert_eq!(compared.diff.notes, Vec::<String>::new());
        });
        Ok(())
    });
}

#[test]
fn a_subtree_that_moves_is_one_change() {
    arbtest(|u| {
        let old = distinct(u)?;
        let seats: Vec<String> = old.sections["seats"].keys().cloned().collect();
        let moved = u.choose(&seats)?.clone();
        let manager = |id: &str| match old.sections["seats"][id].get("reports_to") {
            Some(Written::One(manager)) => Some(manager.clone()),
            _ => None,
        };
        let below = |id: &str| std::iter::successors(Some(id.to_owned()), |id| manager(id)).any(|id| id == moved);
        let others: Vec<&String> =
            seats.iter().filter(|id| !below(id) && Some(*id) != manager(&moved).as_ref()).collect();
        let Some(&to) = others.first() else { return Ok(()) };
        let mut new = old.clone();
        new.entry("seats", &moved).insert("reports_to", Written::One(to.clone()));
        compared(&old.yaml(), &new.yaml(), Renames::default(), |compared| {
            let structure = compared.diff.changes.iter().filter(|change| change.group() == Group::Structure);
            let told: Vec<_> = structure.map(|change| (change.code(), change.what.flat().count)).collect();
            let count = seats.iter().filter(|id| below(id)).count() - 1;
            assert_eq!(told, [(Code::SeatMoved, count)]);
        });
        Ok(())
    });
}

#[test]
fn findings_are_shared_out_and_loads_add_up() {
    arbtest(|u| {
        let (old, new) = quarter(u)?;
        compared(&old.yaml(), &new.yaml(), Renames::default(), |compared| {
            let delta = &compared.diff.findings;
            let both = delta.changed.iter().chain(&delta.persisting);
            let before: Vec<&Finding> = delta.fixed.iter().copied().chain(both.clone().map(|both| both.old)).collect();
            let after: Vec<&Finding> = delta.introduced.iter().copied().chain(both.map(|both| both.new)).collect();
            let places = |findings: Vec<&Finding>| -> BTreeSet<usize> {
                findings.into_iter().map(|finding| std::ptr::from_ref(finding) as usize).collect()
            };
            let of = |outcome: &rightseat::check::Outcome| places(outcome.findings.iter().collect());
            assert_eq!(
                (before.len(), after.len()),
                (compared.old.outcome.findings.len(), compared.new.outcome.findings.len())
            );
            assert_eq!((places(before), places(after)), (of(&compared.old.outcome), of(&compared.new.outcome)));
            let seats = compared.diff.loads.iter().filter(|load| load.holder.kind == Noun::Seat);
            let sum: Share = seats.map(|load| load.difference()).sum();
            let total =
                |graph: &rightseat::graph::Graph<'_>| -> Share { graph.seats().map(|seat| seat.total_load()).sum() };
            assert_eq!(sum, total(&compared.new.graph) - total(&compared.old.graph));
        });
        Ok(())
    });
}

#[test]
fn the_order_of_entries_does_not_show_in_what_is_told() {
    arbtest(|u| {
        let (old, new) = quarter(u)?;
        let told = |old: &str, new: &str| compared(old, new, Renames::default(), |compared| codes(compared.diff));
        assert_eq!(told(&old.yaml(), &new.yaml()), told(&old.styled(u)?, &new.styled(u)?));
        Ok(())
    });
}

#[test]
fn guesses_change_no_exit_code() {
    arbtest(|u| {
        let (old, new) = quarter(u)?;
        let (old, new) = (old.yaml(), new.yaml());
        let codes = [Renames::Declared, Renames::default(), Renames::Likely { limit: 0 }].map(|renames| {
            compared(&old, &new, renames, |compared| {
                let introduced = introduced(compared.old, compared.new, renames);
                let mut messages: Vec<String> = introduced.iter().map(|finding| finding.message.plain()).collect();
                messages.sort();
                (compared.diff.is_empty(), messages)
            })
        });
        assert!(codes.windows(2).all(|two| two[0] == two[1]), "{codes:?}");
        Ok(())
    });
}

/// A line of seats each below the last, a fan of them, and a ring: no seat is looked at for every other.
#[test]
fn depth_width_and_loops_do_no_harm() {
    let count = 3000;
    let seats = |of: &str, manager: &dyn Fn(usize) -> usize| -> String {
        let seat = |n: usize| {
            let owner = if n.is_multiple_of(2) { "x" } else { "y" };
            format!(
                "  {of}{n}: {{title: Seat, owner: {owner}, reports_to: {of}{}, responsibilities: [a, b]}}\n",
                manager(n)
            )
        };
        format!("people: {{x: Xena, y: Yuki}}\nseats:\n{}", (0..count).map(seat).collect::<String>())
    };
    let line = |n: usize| n.saturating_sub(1);
    let ring = |n: usize| (n + 1) % count;
    for (old, new) in [
        (seats("a", &line), seats("b", &line)),
        (seats("a", &line), seats("a", &|_| 0)),
        (seats("a", &ring), seats("b", &ring)),
        (seats("a", &|_| 0), "people: {x: Xena, y: Yuki}\n".to_owned()),
    ] {
        compared(&old, &new, Renames::default(), |compared| {
            let text = rightseat::report::diff_text(compared, Look { color: false, width: 80, lowest: Level::Error });
            assert!(!compared.diff.changes.is_empty() && !text.is_empty());
        });
    }
}
