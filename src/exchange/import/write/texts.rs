//! The texts of a chart's files.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::model::{Horizon, Lane, Manages, MetricKind, Perspective, Share, Status};

use super::super::refs::Refs;
use super::super::waivers::WaiverText;

/// The format's version, then what the chart says of itself, in the order of its keys.
pub(super) struct Header<'a>(pub(super) Vec<(&'static str, &'a str)>);

impl Serialize for Header<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len() + 1))?;
        map.serialize_entry("rightseat", &1)?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// Entries by their ids, each made when it is written: all at once they would take more room than the table.
pub(super) struct Section<F>(pub(super) usize, pub(super) F);

impl<'a, T: Serialize, F: Fn(usize) -> (&'a str, T)> Serialize for Section<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0))?;
        for at in 0..self.0 {
            let (id, entry) = (self.1)(at);
            map.serialize_entry(id, &entry)?;
        }
        map.end()
    }
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum PersonText<'a> {
    Name(&'a str),
    Details {
        name: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        capacity: Option<Share>,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        outside: bool,
        #[serde(rename = "ref", skip_serializing_if = "Refs::is_empty")]
        refs: Refs<'a>,
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
}

#[derive(Serialize)]
pub(super) struct SeatText<'a> {
    pub(super) title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reports_to: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) dotted_to: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) function: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) owner: Option<Owner<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) vacant: Option<Vacancy<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) interim: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) backup: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) members: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) manages: Option<Manages>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) assistant: bool,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub(super) responsibilities: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) fit: Option<FitText>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    pub(super) formerly: &'a [String],
    #[serde(rename = "ref", skip_serializing_if = "Refs::is_empty")]
    pub(super) refs: Refs<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) allow: Vec<WaiverText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<String>,
}

#[derive(Serialize)]
pub(super) struct FitText {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) head: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) heart: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) briefcase: Option<bool>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Owner<'a> {
    One(&'a str),
    Several(Vec<&'a str>),
}

impl<'a> Owner<'a> {
    pub(super) fn of(ids: &[&'a str]) -> Option<Self> {
        match ids {
            [] => None,
            [id] => Some(Self::One(id)),
            ids => Some(Self::Several(ids.to_vec())),
        }
    }
}

#[derive(Serialize)]
pub(super) struct Vacancy<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) plan: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct PriorityText<'a> {
    pub(super) title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) owner: Option<Owner<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) horizon: Option<Horizon>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lane: Option<Lane>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) supports: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) contributors: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) effort: Option<Share>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<Status>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) allow: Vec<WaiverText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<String>,
}

#[derive(Serialize)]
pub(super) struct MetricText<'a> {
    pub(super) title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) owner: Option<Owner<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) measures: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) perspective: Option<Perspective>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<MetricKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) target: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) actual: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) allow: Vec<WaiverText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<String>,
}

#[derive(Serialize)]
pub(super) struct StrategyText<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mission: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) vision: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) values: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) intent: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lane: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) promise: Option<PromiseText<'a>>,
}

#[derive(Serialize)]
pub(super) struct PromiseText<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) owner: Option<&'a str>,
}
