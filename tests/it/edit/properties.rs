//! What holds for every edit of every chart in every style.

use arbtest::arbitrary::{Result, Unstructured};
use rightseat::diff::{Facts, edits};
use rightseat::edit::{Intent, Plan, Refusal};
use rightseat::model::Chart;

use super::styles::{Style, written};
use super::wanted::wanted;
use super::{edited, planned};
use crate::diff::company::company;

/// Tries a law on charts and intents that are the same in every run.
pub(super) fn tried(times: u32, law: impl Fn(&mut Unstructured<'_>) -> Result<()>) {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..times {
        let random = |_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()[3]
        };
        let bytes: Vec<u8> = (0..3000).map(random).collect();
        law(&mut Unstructured::new(&bytes)).expect("there are bytes enough");
    }
}

/// An edit of a chart in some style.
pub(super) fn any_edit(u: &mut Unstructured<'_>) -> Result<(String, Vec<Intent>, Style)> {
    let company = company(u)?;
    let style = Style::any(u)?;
    let text = written(&company, style, u)?;
    let mut intents = Vec::new();
    for _ in 0..u.int_in_range(1..=3)? {
        intents.push(wanted(&company, u)?);
    }
    Ok((text, intents, style))
}

/// How often the properties are tried; more where `EDIT_CASES` says so.
pub(super) fn cases() -> u32 {
    std::env::var("EDIT_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(250)
}

fn look(text: &str, intents: &[Intent], look: impl FnOnce(&Chart, Result<&Plan, &Refusal>)) {
    planned(&[("chart.yaml", text)], intents, look);
}

#[test]
fn what_is_meant_is_done_and_nothing_else() {
    let (mut done, mut refused) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    tried(cases(), |u| {
        let (text, intents, style) = any_edit(u)?;
        look(&text, &intents, |before, planned| match planned {
            Ok(plan) => {
                done.set(done.get() + 1);
                let mut facts = Facts::of(before);
                facts.apply(&plan.meant).expect("the edits are of this chart");
                assert_eq!(facts, Facts::of(&plan.chart), "{intents:?}\n{text}");
                let after = plan.sources.files()[0].text();
                assert_eq!(plan.is_nothing(), after == text);
                assert_eq!(plan.is_nothing(), plan.meant.is_empty(), "{intents:?}\n{text}\n{after}");
                assert_eq!(after.ends_with(['\n', '\r']), text.ends_with(['\n', '\r']), "{intents:?}\n{text}\n{after}");
                let ends = |text: &str| {
                    let pairs = text.matches("\r\n").count();
                    (pairs > 0, text.matches('\n').count() > pairs, text.matches('\r').count() > pairs)
                };
                if text.contains(['\n', '\r']) {
                    assert_eq!(ends(&text), ends(after), "{intents:?}\n{text}\n{after}");
                }
            }
            Err(Refusal::Unproven { .. } | Refusal::Unusual { .. }) => {
                panic!("{}\n{intents:?}\n{}", planned.expect_err("it is refused"), text.replace('\r', "\n"));
            }
            Err(Refusal::Comment { .. }) => {
                assert!(!style.is_plain && style.has_comments, "{intents:?}\n{text}");
                refused.set(refused.get() + 1);
            }
            Err(_) => refused.set(refused.get() + 1),
        });
        Ok(())
    });
    let (done, refused) = (*done.get_mut(), *refused.get_mut());
    assert!(done > refused / 2, "{done} done, {refused} refused");
}

#[test]
fn what_is_done_twice_is_done_once() {
    tried(cases() / 5, |u| {
        let (text, mut intents, _) = any_edit(u)?;
        intents.retain(|intent| {
            matches!(
                intent,
                Intent::HandOver { .. }
                    | Intent::Fill { .. }
                    | Intent::Cover { .. }
                    | Intent::Set { .. }
                    | Intent::Unset { .. }
                    | Intent::Add { .. }
                    | Intent::Allow { .. }
            )
        });
        intents.truncate(1);
        if let Ok(once) = edited(&text, &intents) {
            assert_eq!(edited(&once, &intents).as_ref(), Ok(&once), "{intents:?}\n{text}");
        }
        Ok(())
    });
}

#[test]
fn what_is_undone_says_the_same_again() {
    tried(cases() / 5, |u| {
        let (text, intents, _) = any_edit(u)?;
        look(&text, &intents, |before, planned| {
            let Ok(plan) = planned else { return };
            let back = plan.meant.iter().cloned().map(rightseat::model::Edit::inverse).collect();
            let after = plan.sources.files()[0].text().to_owned();
            look(&after, &[Intent::Exactly(back)], |_, back| match back {
                Ok(back) => assert_eq!(edits(before, &back.chart), [], "{intents:?}\n{text}\n{after}"),
                // What can't be read can't be written again.
                Err(refusal) => assert!(
                    !matches!(refusal, Refusal::Unproven { .. } | Refusal::Unusual { .. }),
                    "{refusal}\n{:?}\n{}\n{}",
                    plan.meant,
                    text.replace('\r', "\n"),
                    after.replace('\r', "\n")
                ),
            });
        });
        Ok(())
    });
}
