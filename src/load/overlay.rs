//! A fragment of a chart, laid over a chart that was read.

use crate::error::Error;
use crate::read::{self, DefectKind};

use super::{ChartFiles, Loaded, files};

/// Reads a fragment and lays it over a chart; no file is changed.
///
/// # Errors
/// Files that could not be read, or not to their end.
pub fn lay_over(loaded: &mut Loaded, fragment: &ChartFiles) -> Result<(), Vec<Error>> {
    let inputs = files::read(&*fragment.tree, &fragment.files, &mut loaded.sources)?;
    let (chart, defects) = read::chart(&loaded.sources, &inputs);
    let name = &fragment.name;
    if chart.is_partial {
        return Err(vec![Error::new(format!("{name} can't be read in full: `rightseat check {name}` says where"))]);
    }
    if defects.iter().filter(|defect| defect.is_of_an_empty_file()).count() == inputs.len() {
        return Err(vec![Error::new(format!("{name} is empty: write what is to be laid over the chart into it"))]);
    }
    let mut known = loaded.chart.lay_over(chart);
    known.sort_unstable();
    // What a fragment does not say about an entry comes from the chart.
    let is_said =
        |defect: &read::Defect| defect.kind == DefectKind::MissingKey && known.binary_search(&defect.span).is_ok();
    loaded.defects.extend(defects.into_iter().filter(|defect| !is_said(defect)));
    Ok(())
}
