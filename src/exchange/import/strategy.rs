//! What our own export says about the strategy and the chart as a whole.

use super::table::{Kind, Table};

/// Keys with their values, in the order of the table.
#[derive(Debug, Default)]
pub(super) struct Strategy {
    pairs: Vec<(String, String)>,
}

/// Reads the tables that hold it.
pub(super) fn strategy(tables: &[Table]) -> Strategy {
    let mut strategy = Strategy::default();
    for table in tables.iter().filter(|table| table.kind == Kind::Strategy) {
        for row in table.rows() {
            if let Some(key) = table.line(row, 0) {
                strategy.pairs.push((key.into_owned(), table.raw(row, 1).to_owned()));
            }
        }
    }
    strategy
}

impl Strategy {
    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.pairs.iter().find(|(own, value)| own == key && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    /// All values of a key.
    pub(super) fn all<'s>(&'s self, key: &'s str) -> impl Iterator<Item = &'s str> {
        self.pairs.iter().filter(move |(own, _)| own == key).map(|(_, value)| value.as_str())
    }

    /// Whether it says anything.
    pub(super) fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }
}
