//! What a rule is.

use std::fmt;

use super::limits::Limits;

/// One way in which a chart can be wrong.
#[derive(Debug)]
pub struct Rule {
    /// Its name in settings, waivers and findings.
    pub id: RuleId,
    /// What it reports, in a line.
    pub summary: &'static str,
    /// What it serves.
    pub pillar: Pillar,
    /// How much it matters.
    pub level: Level,
    /// How much it matters in the milder case that its page describes, where it has one.
    pub mild: Option<Level>,
    /// The numbers that settings may change.
    pub limits: &'static [Limit],
    /// Whether a finding of it covers several entries that are each a case of their own: a baseline knows each by
    /// itself.
    pub is_of_each: bool,
    /// Whether it reports what is absent, and so can't be judged while a file could not be read.
    pub needs_whole: bool,
    /// The release that brought it.
    pub since: &'static str,
    /// Its page, with a failing and a passing example.
    pub docs: &'static str,
}

impl Rule {
    /// A rule's usual parts; the registry's rules state the others.
    pub(super) const BLANK: Self = Self {
        id: RuleId::new("rule"),
        summary: "",
        pillar: Pillar::Reading,
        level: Level::Error,
        mild: None,
        limits: &[],
        is_of_each: false,
        needs_whole: false,
        since: "0.1.0",
        docs: "",
    };
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// A rule's id: lower-case words joined by hyphens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(&'static str);

impl RuleId {
    /// An id; anything but lower-case words joined by hyphens does not compile in a rule.
    ///
    /// # Panics
    /// On any other text.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        let bytes = id.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            assert!(
                bytes[at].is_ascii_lowercase() || bytes[at] == b'-',
                "a rule's id is lower-case words joined by hyphens"
            );
            at += 1;
        }
        Self(id)
    }

    /// The id's text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing; shown on request.
    Info,
    /// Worth mending.
    Warning,
    /// Must be mended.
    Error,
}

impl Level {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// What a rule serves: one of the six pillars of execution, or that the chart can be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pillar {
    /// That the chart can be read.
    Reading,
    /// Strategic understanding.
    Understanding,
    /// Leadership.
    Leadership,
    /// Balanced metrics.
    Metrics,
    /// Activities and structure.
    Structure,
    /// Human capital.
    HumanCapital,
    /// Market alignment.
    Market,
}

impl Pillar {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Reading,
        Self::Understanding,
        Self::Leadership,
        Self::Metrics,
        Self::Structure,
        Self::HumanCapital,
        Self::Market,
    ];

    /// The word for it in machine output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Understanding => "understanding",
            Self::Leadership => "leadership",
            Self::Metrics => "metrics",
            Self::Structure => "structure",
            Self::HumanCapital => "human-capital",
            Self::Market => "market",
        }
    }

    /// The name as people say it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Reading => "Reading",
            Self::Understanding => "Strategic understanding",
            Self::Leadership => "Leadership",
            Self::Metrics => "Balanced metrics",
            Self::Structure => "Activities and structure",
            Self::HumanCapital => "Human capital",
            Self::Market => "Market alignment",
        }
    }
}

/// A number that settings may change.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// Its key under the rule in `rightseat.yaml`.
    pub key: &'static str,
    /// Its value where settings say nothing.
    pub default: u32,
    /// What it counts and what passing it means.
    pub meaning: &'static str,
    /// Where its settled value stands.
    pub(super) field: fn(&mut Limits) -> &mut usize,
}
