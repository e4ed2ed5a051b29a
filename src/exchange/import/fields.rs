//! What a column can say of a person, a seat, a priority or a metric.

use crate::text::nearest;

macro_rules! fields {
    ($($field:ident $name:literal $($other:literal)*;)*) => {
        /// What a column can say.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(super) enum Field {
            $($field,)*
        }

        /// Each field, its name in the vocabulary, in plans and in `--map`, and further names for `--map`.
        pub(super) const FIELDS: &[(Field, &str, &[&str])] = &[$((Field::$field, $name, &[$($other),*]),)*];
    };
}

fields! {
    Seat "seat";
    Position "position";
    Title "title";
    TitleOrPosition "title-or-position";
    ManagerSeat "manager-seat";
    ManagerPosition "manager-position";
    ManagerId "manager-id";
    ManagerEmail "manager-email";
    Manager "manager" "reports-to";
    ManagerFirst "manager-first-name";
    ManagerLast "manager-last-name";
    Department "department" "function";
    WideDepartment "wide-department";
    CostCentre "cost-centre";
    Person "person";
    Number "number" "id";
    Name "name";
    NameOrNumber "name-or-number";
    First "first-name";
    Preferred "preferred-name";
    Last "last-name";
    SecondLast "second-last-name";
    OtherName "other-name";
    Email "email";
    Capacity "capacity" "share";
    Hours "hours";
    Outside "outside";
    Status "status";
    Account "account";
    LastDay "last-day";
    Interim "interim";
    Backup "backup";
    VacantSince "vacant-since";
    VacantPlan "vacancy-plan";
    Manages "manages";
    Assistant "assistant";
    Shape "shape";
    DottedTo "dotted-to";
    Responsibilities "responsibilities";
    MemberOf "member-of";
    SeatRef "seat-ref";
    PersonRef "person-ref";
    SeatNote "seat-note";
    PersonNote "person-note";
    FormerIds "former-ids";
    Fit "fit";
    Gwc "gwc";
    PriorityId "priority-id";
    Priority "priority";
    Horizon "horizon";
    Lane "lane";
    Supports "supports";
    Contributors "contributors";
    Effort "effort";
    Due "due";
    PriorityStatus "priority-status";
    PriorityNote "priority-note";
    PriorityOwner "priority-owner" "owner";
    MetricId "metric-id";
    Metric "metric";
    Target "target";
    Comparison "comparison";
    Actual "actual";
    Unit "unit";
    Measures "measures";
    Perspective "perspective";
    MetricKind "metric-kind";
    MetricNote "metric-note";
    Circle "circle";
    Purpose "purpose";
    Domains "domains";
    Waivers "waivers";
    StatesFunction "states-function";
    Ignored "ignored";
}

impl Field {
    /// The field of a name in the vocabulary.
    pub(super) fn named(name: &str) -> Option<Self> {
        FIELDS.iter().find(|(_, own, _)| *own == name).map(|(field, ..)| *field)
    }

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        FIELDS.iter().find(|(field, ..)| *field == self).map_or("", |(_, name, _)| name)
    }

    /// The field that `--map` names, or what to write instead.
    pub(super) fn mapped(name: &str) -> Result<Self, String> {
        let found = FIELDS.iter().find(|(_, own, others)| *own == name || others.contains(&name));
        found.map(|(field, ..)| *field).ok_or_else(|| {
            let names =
                || FIELDS.iter().flat_map(|(_, name, others)| std::iter::once(*name).chain(others.iter().copied()));
            let help = nearest(name, names()).map_or_else(
                || format!("the fields are {}", FIELDS.iter().map(|(_, name, _)| *name).collect::<Vec<_>>().join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            format!("no field `{name}`: {help}")
        })
    }

    /// Whether it names who stands above.
    pub(super) fn is_manager(self) -> bool {
        matches!(self, Self::ManagerSeat | Self::ManagerPosition | Self::ManagerId | Self::ManagerEmail | Self::Manager)
    }

    /// Whether several columns may hold it.
    pub(super) fn is_shared(self) -> bool {
        self.is_manager()
            || matches!(
                self,
                Self::Status | Self::Account | Self::Outside | Self::Number | Self::Email | Self::DottedTo
            )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vocabulary_s_fields_are_these() {
        let spelled = crate::text::spellings();
        for field in spelled.keys() {
            assert!(Field::named(field).is_some(), "{field}");
        }
        for (_, name, _) in FIELDS {
            assert!(spelled.contains_key(*name), "{name}");
        }
    }
}
