//! Spans of control and layers against the published norms.

use serde::Serialize;

use crate::check::{Band, Judged};
use crate::graph::SeatView;
use crate::text::sort;

use super::Entry;

/// How many lead how many, in how many layers.
#[derive(Clone, Debug, Serialize)]
pub struct Spans<'a> {
    /// Layers from the top.
    pub layers: usize,
    /// The fewest layers that hold the headcount at [`Spans::layer_span`] reports per manager.
    pub layers_needed: usize,
    /// The span by which the need is counted.
    pub layer_span: usize,
    /// The headcount by which the need is counted: seats and the members in them.
    pub places: usize,
    /// The mean number of reports, in tenths, rounded half up; none without a manager.
    pub mean_tenths: Option<usize>,
    /// The median number of reports, in halves.
    pub median_halves: Option<usize>,
    /// The seats with reports: those outside their band first, then the widest.
    pub managers: Vec<Manager<'a>>,
}

/// A seat with reports.
#[derive(Clone, Debug, Serialize)]
pub struct Manager<'a> {
    /// The seat.
    pub seat: Entry<'a>,
    /// Who holds it.
    pub person: Option<Entry<'a>>,
    /// What is shown where there is not exactly one person.
    #[serde(skip)]
    pub instead: &'static str,
    /// How many report to it.
    pub reports: usize,
    /// The band for its kind of manager; none where that could not be read.
    pub band: Option<Band>,
    /// Whether the reports are within the band.
    pub fits: Option<bool>,
    /// Graicunas' relations among a manager and the reports, n(2^(n-1) + n - 1): a figure, never a gate. None where
    /// it passes what a reader can take in.
    pub relations: Option<u64>,
}

pub(super) fn spans<'a>(side: &'a Judged<'a>) -> Spans<'a> {
    let mut managers: Vec<Manager<'a>> = side.managers().map(|seat| manager(side, seat)).collect();
    sort::by_key(&mut managers, |one| (one.fits != Some(false), std::cmp::Reverse(one.reports), one.seat.id));
    let mut counts: Vec<usize> = managers.iter().map(|manager| manager.reports).collect();
    counts.sort_unstable();
    let (count, sum) = (counts.len(), counts.iter().sum::<usize>());
    let shape = side.norms.shape(&side.graph);
    Spans {
        layers: shape.layers,
        layers_needed: shape.needed,
        layer_span: shape.span,
        places: shape.places,
        mean_tenths: (count > 0).then(|| (sum * 20 + count) / (count * 2)),
        median_halves: (count > 0).then(|| counts[count / 2] + counts[(count - 1) / 2]),
        managers,
    }
}

fn manager<'a>(side: &'a Judged<'a>, seat: SeatView<'a>) -> Manager<'a> {
    let reports = seat.reports().count();
    let band = side.norms.band(seat);
    Manager {
        seat: side.entry(seat),
        person: seat.holding().person().map(|person| side.entry(person)),
        instead: seat.holding().instead(),
        reports,
        band,
        fits: band.map(|band| band.holds(reports)),
        relations: relations(reports),
    }
}

fn relations(reports: usize) -> Option<u64> {
    let n = u64::try_from(reports).ok().filter(|n| (1..=40).contains(n))?;
    Some(n * ((1 << (n - 1)) + n - 1))
}

#[cfg(test)]
mod tests {
    use super::relations;

    #[test]
    fn relations_are_those_of_graicunas() {
        for (reports, count) in [(3, 18), (5, 100), (8, 1080), (10, 5210)] {
            assert_eq!(relations(reports), Some(count));
        }
        assert_eq!(relations(0), None);
        assert_eq!(relations(1000), None);
    }
}
