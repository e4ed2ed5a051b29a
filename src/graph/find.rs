//! Entries by their ids.

use crate::model::{Chart, Entries, Entry, Id};

use super::{Graph, MetricView, PersonView, PriorityView, SeatView};

/// The entries of each kind in the order of their ids.
#[derive(Debug)]
pub(super) struct ById {
    seats: Vec<u32>,
    people: Vec<u32>,
    priorities: Vec<u32>,
    metrics: Vec<u32>,
}

impl ById {
    fn of(chart: &Chart) -> Self {
        Self {
            seats: sorted(&chart.seats.entries),
            people: sorted(&chart.people.entries),
            priorities: sorted(&chart.priorities.entries),
            metrics: sorted(&chart.metrics.entries),
        }
    }
}

impl Graph<'_> {
    /// The seat with an id.
    #[must_use]
    pub fn find_seat(&self, id: &str) -> Option<SeatView<'_>> {
        let index = find(&self.chart.seats.entries, &self.by_id().seats, id)?;
        Some(SeatView { graph: self, index })
    }

    /// The person with an id.
    #[must_use]
    pub fn find_person(&self, id: &str) -> Option<PersonView<'_>> {
        let index = find(&self.chart.people.entries, &self.by_id().people, id)?;
        Some(PersonView { graph: self, index })
    }

    /// The priority with an id.
    #[must_use]
    pub fn find_priority(&self, id: &str) -> Option<PriorityView<'_>> {
        let index = find(&self.chart.priorities.entries, &self.by_id().priorities, id)?;
        Some(PriorityView { graph: self, index })
    }

    /// The metric with an id.
    #[must_use]
    pub fn find_metric(&self, id: &str) -> Option<MetricView<'_>> {
        let index = find(&self.chart.metrics.entries, &self.by_id().metrics, id)?;
        Some(MetricView { graph: self, index })
    }

    /// Who could take over which seat. Few ask, so these are no ties.
    pub(super) fn backups(&self) -> &[(u32, u32)] {
        self.backups.get_or_init(|| {
            let named = |(seat, at): (SeatView<'_>, u32)| {
                let person = seat.backup()?;
                Some((person.index, at))
            };
            let mut backups: Vec<(u32, u32)> = self.seats().zip(0..).filter_map(named).collect();
            backups.sort_unstable();
            backups
        })
    }

    fn by_id(&self) -> &ById {
        self.by_id.get_or_init(|| ById::of(self.chart))
    }
}

fn sorted<K, C>(entries: &Entries<Entry<Id<K>, C>>) -> Vec<u32> {
    let mut places: Vec<u32> = (0..super::count(entries)).collect();
    places.sort_unstable_by_key(|&at| entries[at as usize].id.value.as_str());
    places
}

fn find<K, C>(entries: &Entries<Entry<Id<K>, C>>, sorted: &[u32], id: &str) -> Option<u32> {
    sorted.binary_search_by_key(&id, |&at| entries[at as usize].id.value.as_str()).ok().map(|at| sorted[at])
}
