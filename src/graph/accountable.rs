//! The view whose existence proves that every open priority has exactly one accountable person.

use super::{Answer, Graph, PersonView, PriorityView, SeatView};

/// A graph in which exactly one person answers for each open priority.
///
/// [`Accountable::prove`] is the only way to get one, so functions that take it need no check of their own.
#[derive(Debug)]
pub struct Accountable<'g> {
    charges: Vec<Charge<'g>>,
}

/// A priority and the one who answers for it.
#[derive(Clone, Copy, Debug)]
pub struct Charge<'g> {
    /// The priority.
    pub priority: PriorityView<'g>,
    /// The seat that owns it.
    pub seat: SeatView<'g>,
    /// The person who owns or covers the seat.
    pub person: PersonView<'g>,
}

impl<'g> Accountable<'g> {
    /// The proof, or the priorities for which it fails, in the order of the files.
    ///
    /// A priority that is done or dropped needs nobody. In a chart that could only be read in part,
    /// nothing is proven about what was not read.
    ///
    /// # Errors
    /// The open priorities that have not exactly one accountable person.
    pub fn prove(graph: &'g Graph<'g>) -> Result<Self, Vec<PriorityView<'g>>> {
        let mut charges = Vec::new();
        let mut failing = Vec::new();
        for priority in graph.priorities().filter(|priority| priority.claims().is_open()) {
            match priority.answer() {
                Answer::Accountable { seat, person } => charges.push(Charge { priority, seat, person }),
                _ => failing.push(priority),
            }
        }
        if failing.is_empty() { Ok(Self { charges }) } else { Err(failing) }
    }

    /// Each open priority with its person, in the order of the files.
    #[must_use]
    pub fn charges(&self) -> &[Charge<'g>] {
        &self.charges
    }
}
