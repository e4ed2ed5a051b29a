//! Charts side by side that show one organisation at different times.

use crate::error::Error;

use super::chart_files::ChartFiles;
use super::discover::charts_in;
use super::order::in_order;
use super::passed_over::PassedOver;
use super::tree::MAIN_FILE;

/// All revisions of the organisation that a chart describes, the oldest first; the chart alone where it stands in
/// no history.
///
/// # Errors
/// A folder that can't be looked through.
pub fn history(chart: &ChartFiles) -> Result<Vec<ChartFiles>, Error> {
    // What is beside the top of a repository does not belong to it.
    let folder = chart.path.parent().filter(|_| !chart.tree.is_top(&chart.path));
    let Some(folder) = folder else { return Ok(vec![chart.clone()]) };
    let (mut family, beside) = charts_in(&chart.tree, folder)?;
    if family.iter().all(|other| other.path != chart.path) {
        family.push(chart.clone());
    }
    let mut revisions = match in_order(&family) {
        Some(order) => {
            let mut family: Vec<_> = family.into_iter().map(Some).collect();
            order.into_iter().filter_map(|at| family[at].take()).collect()
        }
        None => vec![chart.clone()],
    };
    let count = revisions.len();
    if count > 1 {
        revisions[count - 1].revisions = count;
    }
    // What may be one more revision is reported with the chart that was asked for.
    let is_revision = |passed: &PassedOver| count > 1 || passed.path.ends_with(MAIN_FILE);
    let asked = revisions.iter_mut().find(|other| other.path == chart.path).expect("it is in its family");
    let new = beside.into_iter().filter(|passed| is_revision(passed) && !asked.passed_over.contains(passed));
    let new: Vec<PassedOver> = new.collect();
    asked.passed_over.extend(new);
    Ok(revisions)
}
