//! Managers' cells that lead to no seat.

use std::fmt;

/// A manager's cell that leads to no seat.
#[derive(Debug)]
pub(super) struct Unknown {
    pub(super) text: String,
    pub(super) why: Why,
}

/// Why a manager's cell leads to no seat.
#[derive(Debug)]
pub(super) enum Why {
    /// This many match it.
    Several(usize),
    /// A person does who has no seat in the table.
    Seatless,
    /// Nobody does; perhaps somebody's name is nearly the same.
    Nobody { near: Option<String> },
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the manager `{}` ", self.text)?;
        match &self.why {
            Why::Several(count) => write!(f, "may be any of {count} people or seats"),
            Why::Seatless => f.write_str("has no seat here"),
            Why::Nobody { near } => {
                f.write_str("is unknown, nobody here has that number, e-mail or name")?;
                near.as_ref().map_or(Ok(()), |near| write!(f, " (did you mean {near}?)"))
            }
        }
    }
}
