//! Which keys an entry of each kind has, and their values.

use crate::model::{MetricClaims, PersonClaims, PriorityClaims, SeatClaims, Strategy};

use super::value::{Fields, Value, many, one};

/// An entry whose claims can be put by their keys.
pub(in crate::diff) trait Keyed {
    fn fields(&self) -> Fields;

    fn value(&self) -> Value {
        Value::Map(self.fields())
    }
}

impl Keyed for PersonClaims {
    fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        one(&mut fields, "name", &self.name);
        one(&mut fields, "capacity", &self.capacity);
        one(&mut fields, "outside", &self.outside);
        one(&mut fields, "ref", &self.refs);
        one(&mut fields, "note", &self.note);
        fields
    }
}

impl Keyed for SeatClaims {
    fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        one(&mut fields, "title", &self.title);
        one(&mut fields, "reports_to", &self.reports_to);
        many(&mut fields, "owner", &self.owner);
        many(&mut fields, "responsibilities", &self.responsibilities);
        one(&mut fields, "function", &self.function);
        one(&mut fields, "backup", &self.backup);
        one(&mut fields, "interim", &self.interim);
        one(&mut fields, "vacant", &self.vacant);
        many(&mut fields, "members", &self.members);
        many(&mut fields, "dotted_to", &self.dotted_to);
        one(&mut fields, "manages", &self.manages);
        one(&mut fields, "assistant", &self.assistant);
        one(&mut fields, "fit", &self.fit);
        many(&mut fields, "formerly", &self.formerly);
        one(&mut fields, "ref", &self.refs);
        many(&mut fields, "allow", &self.allow);
        one(&mut fields, "note", &self.note);
        fields
    }
}

impl Keyed for PriorityClaims {
    fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        one(&mut fields, "title", &self.title);
        many(&mut fields, "owner", &self.owner);
        one(&mut fields, "horizon", &self.horizon);
        one(&mut fields, "lane", &self.lane);
        many(&mut fields, "supports", &self.supports);
        many(&mut fields, "contributors", &self.contributors);
        one(&mut fields, "effort", &self.effort);
        one(&mut fields, "due", &self.due);
        one(&mut fields, "status", &self.status);
        many(&mut fields, "allow", &self.allow);
        one(&mut fields, "note", &self.note);
        fields
    }
}

impl Keyed for MetricClaims {
    fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        one(&mut fields, "title", &self.title);
        many(&mut fields, "owner", &self.owner);
        many(&mut fields, "measures", &self.measures);
        one(&mut fields, "perspective", &self.perspective);
        one(&mut fields, "kind", &self.kind);
        one(&mut fields, "target", &self.target);
        one(&mut fields, "actual", &self.actual);
        many(&mut fields, "allow", &self.allow);
        one(&mut fields, "note", &self.note);
        fields
    }
}

impl Keyed for Strategy {
    fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        one(&mut fields, "mission", &self.mission);
        one(&mut fields, "vision", &self.vision);
        many(&mut fields, "values", &self.values);
        one(&mut fields, "intent", &self.intent);
        one(&mut fields, "lane", &self.lane);
        one(&mut fields, "promise", &self.promise);
        fields
    }
}
