//! What edits write is read alike by another reader of YAML: `PyYAML`, where Python has it.

use serde_json::{Value, json};

use rightseat::diff::edits;
use rightseat::model::Chart;

use super::planned;
use super::properties::{any_edit, cases, tried};
use crate::consumers::{PYYAML, answer};

#[test]
fn another_reader_takes_what_is_written_for_what_we_take_it_for() {
    let Some(python) = PYYAML.found("another_reader_takes_what_is_written_for_what_we_take_it_for") else { return };
    let asked = std::cell::RefCell::new(Vec::new());
    tried(cases(), |u| {
        let (text, intents, _) = any_edit(u)?;
        planned(&[("chart.yaml", &text)], &intents, |_, planned| {
            let Ok(plan) = planned else { return };
            // PyYAML ends lines at a lone carriage return, but not comments.
            let text = plan.sources.files()[0].text().to_owned();
            if text.contains('\r') && !text.contains('\n') {
                return;
            }
            let claims = json!(edits(&Chart::default(), &plan.chart));
            asked.borrow_mut().push(json!({"text": text, "claims": claims, "meant": plan.meant}));
        });
        Ok(())
    });
    let asked = asked.into_inner();
    assert!(asked.len() > cases() as usize / 5, "{}", asked.len());
    let answer = answer(&python, "pyyaml.py", &[], &json!(asked));
    let troubles = answer.as_array().expect("one answer each");
    assert_eq!(troubles.len(), asked.len());
    for (asked, trouble) in asked.iter().zip(troubles) {
        assert_eq!(*trouble, Value::Null, "{}", asked["text"].as_str().unwrap_or_default());
    }
}
