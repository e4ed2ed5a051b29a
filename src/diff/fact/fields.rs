//! Which keys an entry of each kind has, and their values. Each takes its claims apart in full, so that a key that is
//! forgotten here does not compile.

use crate::model::{MetricClaims, PersonClaims, PersonDetails, PriorityClaims, SeatClaims, SeatDetails, Strategy};

use super::value::{Fields, Value, many, one};

/// An entry whose claims can be put by their keys.
pub(crate) trait Keyed {
    fn fields(&self) -> Fields;

    fn value(&self) -> Value {
        Value::Map(self.fields())
    }
}

impl Keyed for PersonClaims {
    fn fields(&self) -> Fields {
        let Self { name, details: _ } = self;
        let PersonDetails { capacity, outside, refs, note } = &**self;
        let mut fields = Fields::new();
        one(&mut fields, "name", name);
        one(&mut fields, "capacity", capacity);
        one(&mut fields, "outside", outside);
        one(&mut fields, "ref", refs);
        one(&mut fields, "note", note);
        fields
    }
}

impl Keyed for SeatClaims {
    fn fields(&self) -> Fields {
        let Self { title, reports_to, owner, responsibilities, function, backup, details: _ } = self;
        let SeatDetails { interim, vacant, members, dotted_to, manages, assistant, fit, formerly, refs, allow, note } =
            &**self;
        let mut fields = Fields::new();
        one(&mut fields, "title", title);
        one(&mut fields, "reports_to", reports_to);
        many(&mut fields, "owner", owner);
        many(&mut fields, "responsibilities", responsibilities);
        one(&mut fields, "function", function);
        one(&mut fields, "backup", backup);
        one(&mut fields, "interim", interim);
        one(&mut fields, "vacant", vacant);
        many(&mut fields, "members", members);
        many(&mut fields, "dotted_to", dotted_to);
        one(&mut fields, "manages", manages);
        one(&mut fields, "assistant", assistant);
        one(&mut fields, "fit", fit);
        many(&mut fields, "formerly", formerly);
        one(&mut fields, "ref", refs);
        many(&mut fields, "allow", allow);
        one(&mut fields, "note", note);
        fields
    }
}

impl Keyed for PriorityClaims {
    fn fields(&self) -> Fields {
        let Self { title, owner, horizon, lane, supports, contributors, effort, due, status, allow, note } = self;
        let mut fields = Fields::new();
        one(&mut fields, "title", title);
        many(&mut fields, "owner", owner);
        one(&mut fields, "horizon", horizon);
        one(&mut fields, "lane", lane);
        many(&mut fields, "supports", supports);
        many(&mut fields, "contributors", contributors);
        one(&mut fields, "effort", effort);
        one(&mut fields, "due", due);
        one(&mut fields, "status", status);
        many(&mut fields, "allow", allow);
        one(&mut fields, "note", note);
        fields
    }
}

impl Keyed for MetricClaims {
    fn fields(&self) -> Fields {
        let Self { title, owner, measures, perspective, kind, target, actual, allow, note } = self;
        let mut fields = Fields::new();
        one(&mut fields, "title", title);
        many(&mut fields, "owner", owner);
        many(&mut fields, "measures", measures);
        one(&mut fields, "perspective", perspective);
        one(&mut fields, "kind", kind);
        one(&mut fields, "target", target);
        one(&mut fields, "actual", actual);
        many(&mut fields, "allow", allow);
        one(&mut fields, "note", note);
        fields
    }
}

impl Keyed for Strategy {
    fn fields(&self) -> Fields {
        let Self { mission, vision, values, intent, lane, promise } = self;
        let mut fields = Fields::new();
        one(&mut fields, "mission", mission);
        one(&mut fields, "vision", vision);
        many(&mut fields, "values", values);
        one(&mut fields, "intent", intent);
        one(&mut fields, "lane", lane);
        one(&mut fields, "promise", promise);
        fields
    }
}
