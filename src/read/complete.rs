//! What types alone can't say: keys that must be there, and values that contradict each other.

use std::collections::HashMap;
use std::hash::Hash;

use serde::de::DeserializeOwned;

use crate::model::{
    Claim, Claims, Id, Kind, MetricClaims, OneOrMany, PersonClaims, PriorityClaims, SeatClaims, Text, Waiver,
};
use crate::phrase::{Phrase, code, say};
use crate::text::{Placed, Span};

use super::defect::{Defect, DefectKind, Defects};
use super::node::{Kind as Shape, Node};
use super::typed;

/// An entry that knows when it is whole.
pub(super) trait Complete: DeserializeOwned + Default + Placed {
    /// The entry in its short form, where the format has one.
    fn short(_node: Node<'_, '_>, _defects: &mut Defects) -> Option<Claim<Self>> {
        None
    }

    /// Reports what is missing or contradicts itself; `id` is where the entry begins.
    fn complete(&mut self, id: Span, defects: &mut Defects);
}

impl Complete for PersonClaims {
    fn short(node: Node<'_, '_>, defects: &mut Defects) -> Option<Claim<Self>> {
        matches!(node.kind(), Shape::Plain(_) | Shape::Quoted(_)).then(|| match typed::read(node, defects) {
            Claim::Given(name) => {
                let span = name.span();
                let value = Self { name: Claim::Given(name), ..Self::default() };
                Claim::Given(crate::text::Spanned::new(value, span))
            }
            Claim::Absent => Claim::Absent,
            Claim::Wrong => Claim::Wrong,
        })
    }

    fn complete(&mut self, id: Span, defects: &mut Defects) {
        required(&self.name, "name", "a person", id, defects);
    }
}

impl Complete for SeatClaims {
    fn complete(&mut self, id: Span, defects: &mut Defects) {
        required(&self.title, "title", "a seat", id, defects);
        if let OneOrMany::Other(Some(owners)) = &mut self.owner {
            once(owners, defects);
        }
        if let Some(details) = self.details.said_mut() {
            once(&mut details.members, defects);
            once(&mut details.dotted_to, defects);
            once(&mut details.formerly, defects);
        }
        waivers(&self.allow, defects);
        let Some(owner) = self.owner.first() else { return };
        let contradictions =
            [(self.vacant.span(), "vacant", "is vacant"), (self.interim.span(), "interim", "has an interim")];
        for (span, key, state) in contradictions {
            let Some(span) = span else { continue };
            let message = say!["the seat ", state, ", yet ", &owner.value, " owns it"];
            let help = say!["remove ", code(key), ", or the owner"];
            defects.push(
                Defect::new(DefectKind::InvalidValue, span, message)
                    .help(help)
                    .other(owner.span(), "owned here")
                    .about(owner.value.as_str()),
            );
        }
    }
}

impl Complete for PriorityClaims {
    fn complete(&mut self, id: Span, defects: &mut Defects) {
        required(&self.title, "title", "a priority", id, defects);
        if let OneOrMany::Other(Some(owners)) = &mut self.owner {
            once(owners, defects);
        }
        once(&mut self.supports, defects);
        once(&mut self.contributors, defects);
        waivers(&self.allow, defects);
    }
}

impl Complete for MetricClaims {
    fn complete(&mut self, id: Span, defects: &mut Defects) {
        required(&self.title, "title", "a metric", id, defects);
        if let OneOrMany::Other(Some(owners)) = &mut self.owner {
            once(owners, defects);
        }
        once(&mut self.measures, defects);
        waivers(&self.allow, defects);
        if let (Some(target), Some(actual)) = (self.target.spanned(), self.actual.spanned())
            && target.value.is_met_by(&actual.value).is_none()
        {
            let unit = |unit: &str| match unit {
                "" => Phrase::from("a bare number"),
                unit => say!["in ", code(unit)],
            };
            let (of_target, of_actual) = (unit(target.value.amount.unit()), unit(actual.value.unit()));
            let message = say!["the target is ", of_target, ", the actual ", of_actual];
            let defect = Defect::new(DefectKind::InvalidValue, actual.span(), message);
            defects.push(defect.help("write both in one unit").other(target.span(), "the target"));
        }
    }
}

fn required(claim: &Claim<Text>, key: &'static str, of: &'static str, id: Span, defects: &mut Defects) {
    if claim.is_absent() {
        let message = say![of, " needs a ", code(key)];
        defects.push(
            Defect::new(DefectKind::MissingKey, id, message)
                .help(say!["add ", code(format_args!("{key}: …"))])
                .about(key),
        );
    }
}

/// Reports ids that a list names again, and keeps the first.
fn once<K: Kind>(ids: &mut Claims<Id<K>>, defects: &mut Defects) {
    if ids.len() < 2 {
        return;
    }
    keep_first(
        ids,
        |id| id.value.clone(),
        |again, first, id| {
            let message = say![id, " is listed twice"];
            defects.push(
                Defect::new(DefectKind::InvalidValue, again, message)
                    .help("remove one of the two")
                    .other(first, "first here"),
            );
        },
    );
}

fn keep_first<T: Placed, K: Hash + Eq>(
    values: &mut Claims<T>,
    key: impl Fn(&crate::text::Spanned<T>) -> K,
    mut report: impl FnMut(Span, Span, &T),
) {
    let mut first: HashMap<K, Span> = HashMap::new();
    values.retain(|value| match first.insert(key(value), value.span()) {
        None => true,
        Some(earlier) => {
            report(value.span(), earlier, &value.value);
            first.insert(key(value), earlier);
            false
        }
    });
}

fn waivers(waivers: &Claims<Waiver>, defects: &mut Defects) {
    for waiver in waivers {
        let missing = [
            (waiver.value.rule.is_absent(), "rule", "rule: RULE"),
            (waiver.value.reason.is_absent(), "reason", "reason: why it is accepted"),
            (waiver.value.until.is_absent(), "until", "until: 2027-01-31"),
        ];
        for (_, key, example) in missing.into_iter().filter(|(is_missing, ..)| *is_missing) {
            let article = if key == "until" { "an" } else { "a" };
            let message = say!["a waiver needs ", article, " ", code(key)];
            let of = waiver.value.rule.get().map_or("", |rule| rule.as_str());
            let defect = Defect::new(DefectKind::MissingKey, waiver.span(), message).help(say!["add ", code(example)]);
            defects.push(defect.about(format!("{key} {of}").trim_end()));
        }
    }
}
