//! Edits: what is wanted is what the files say afterwards, and nothing else changes.

mod commands;
mod decide;
mod examples;
mod fix;
mod next;
mod properties;
mod second_reader;
mod styles;
mod undone;
mod wanted;

use rightseat::check::{AsOf, Claimed, Judged, Norms};
use rightseat::edit::{Intent, Plan, Refusal, plan};
use rightseat::model::Chart;
use rightseat::read;

use crate::support::{TODAY, day, sources};

/// Plans edits of a chart of these files, and hands plan and chart to `look`.
pub(crate) fn planned<T>(
    files: &[(&str, &str)],
    intents: &[Intent],
    look: impl FnOnce(&Chart, Result<&Plan, &Refusal>) -> T,
) -> T {
    let (sources, inputs) = sources(files);
    let (chart, defects) = read::chart(&sources, &inputs);
    let name = files[0].0;
    let claimed = Claimed {
        name,
        key: name,
        at_revision: false,
        revisions: 1,
        sources: &sources,
        chart: &chart,
        defects: &defects,
    };
    let judged = Judged::new(claimed, &Norms::default(), AsOf::Day(day(TODAY)));
    let planned = plan(&claimed, &judged, &inputs, intents);
    look(&chart, planned.as_ref())
}

/// One file after an edit, or why there is none.
pub(crate) fn edited(text: &str, intents: &[Intent]) -> Result<String, String> {
    planned(&[("chart.yaml", text)], intents, |_, plan| match plan {
        Ok(plan) => Ok(plan.sources.files()[0].text().to_owned()),
        Err(refusal) => Err(refusal.to_string()),
    })
}
