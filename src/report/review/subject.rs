//! Which packet this is, as stated in its JSON, so that no packet is mistaken for another.

use std::fmt;

use serde_json::Value;

use crate::review::Packet;
use crate::text::printable_line;

/// What a packet is about.
#[derive(Clone, Debug)]
pub struct Subject {
    organization: Option<String>,
    /// The path of the chart, from wherever the run was started.
    chart: String,
    revision: Option<String>,
    /// Who is supposed to leave, and which plans to hold; none of a chart as it stands.
    supposed: Option<Vec<String>>,
}

impl Subject {
    /// What a packet is about.
    #[must_use]
    pub fn of(packet: &Packet<'_>) -> Self {
        let headline = &packet.headline;
        let supposed = packet.what_if.as_ref().map(|supposed| {
            let left = supposed.without.iter().map(|leaving| leaving.person.id.to_owned());
            left.chain(supposed.with.iter().map(ToString::to_string)).collect()
        });
        Self {
            organization: headline.organization.map(str::to_owned),
            chart: headline.chart.to_owned(),
            revision: headline.revision.clone(),
            supposed,
        }
    }

    /// The same from the JSON of a packet; `None` where it is not a packet.
    #[must_use]
    pub fn read(json: &[u8]) -> Option<Self> {
        let document: Value = serde_json::from_slice(json).ok()?;
        if document["tool"]["name"] != "rightseat" {
            return None;
        }
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let (headline, what_if) = (&document["headline"], &document["what_if"]);
        let supposed = what_if.as_object().map(|supposed| {
            let list = |key: &str| supposed.get(key).and_then(Value::as_array).into_iter().flatten();
            let left = list("without").filter_map(|leaving| text(&leaving["person"]["id"]));
            left.chain(list("with").filter_map(text)).collect()
        });
        Some(Self {
            organization: text(&headline["organization"]),
            chart: text(&headline["chart"])?,
            revision: text(&headline["revision"]),
            supposed,
        })
    }

    /// What identifies the chart: its organisation, else its path.
    fn name(&self) -> &str {
        self.organization.as_deref().unwrap_or(&self.chart)
    }
}

impl PartialEq for Subject {
    fn eq(&self, other: &Self) -> bool {
        (self.name(), &self.revision, &self.supposed) == (other.name(), &other.revision, &other.supposed)
    }
}

impl Eq for Subject {}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", printable_line(self.name()))?;
        if let Some(revision) = &self.revision {
            write!(f, ", {}", printable_line(revision))?;
        }
        match &self.supposed {
            Some(supposed) => write!(f, ", supposing {}", printable_line(&supposed.join(", "))),
            None => Ok(()),
        }
    }
}
