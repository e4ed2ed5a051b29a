//! The keys of each kind of entry in the format's order, and the types of their values.

use crate::model::Noun;

/// The type of a key's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// Text for people.
    Text,
    /// A number, a day, a flag or a word of the format: never in quotes.
    Bare,
    /// One of these words of the format.
    Word(&'static [&'static str]),
    /// An amount, with or without a unit: a number alone is written without quotes.
    Amount,
    /// The id of an entry.
    Id(Noun),
    /// The id of an entry, or a list of them where several claim it.
    OneOrMany(Noun),
    /// Ids of entries.
    Ids(Noun),
    /// Ids that nothing has any more.
    OldIds,
    /// Texts for people.
    Texts,
    /// Numbers in other systems: one, several, or one a system.
    References,
    /// Mappings with these keys.
    Maps(&'static [(&'static str, Type)]),
    /// A mapping with these keys, written in braces.
    Map(&'static [(&'static str, Type)]),
    /// A mapping with these keys, a line each.
    Lines(&'static [(&'static str, Type)]),
}

impl Type {
    pub(crate) const fn is_list(self) -> bool {
        matches!(self, Self::OneOrMany(_) | Self::Ids(_) | Self::OldIds | Self::Texts | Self::Maps(_))
    }

    /// What its ids name.
    pub(crate) const fn refers_to(self) -> Option<Noun> {
        match self {
            Self::Id(noun) | Self::OneOrMany(noun) | Self::Ids(noun) => Some(noun),
            _ => None,
        }
    }

    /// Whether it is written without quotes, whatever it says.
    pub(crate) const fn is_bare(self) -> bool {
        matches!(self, Self::Bare | Self::Word(_))
    }

    /// The keys of the mapping that it is, or that its items are.
    pub(crate) const fn keys(self) -> &'static [(&'static str, Type)] {
        match self {
            Self::Maps(keys) | Self::Map(keys) | Self::Lines(keys) => keys,
            _ => &[],
        }
    }

    /// The type of a key's value in it, or of an item of it.
    pub(crate) fn within(self, key: &str) -> Self {
        self.keys().iter().find(|(name, _)| *name == key).map_or(Self::Text, |(_, of)| *of)
    }

    pub(crate) const fn item(self) -> Self {
        match self {
            Self::OneOrMany(noun) | Self::Ids(noun) => Self::Id(noun),
            Self::OldIds => Self::Id(Noun::Seat),
            Self::Maps(keys) => Self::Map(keys),
            _ => Self::Text,
        }
    }
}

const HORIZON: &[&str] = &["quarter", "year", "long"];
const LANE: &[&str] = &["cost", "innovation", "service"];
const STATUS: &[&str] = &["on-track", "off-track", "done", "dropped"];
const MANAGES: &[&str] = &["player-coach", "coach", "supervisor", "facilitator", "coordinator"];
const PERSPECTIVE: &[&str] = &["financial", "customer", "operational", "people"];
const KIND: &[&str] = &["leading", "lagging"];
const WAIVER: &[(&str, Type)] = &[("rule", Type::Text), ("reason", Type::Text), ("until", Type::Bare)];
const VACANCY: &[(&str, Type)] = &[("since", Type::Bare), ("plan", Type::Text)];
const FIT: &[(&str, Type)] = &[("head", Type::Bare), ("heart", Type::Bare), ("briefcase", Type::Bare)];
const PROMISE: &[(&str, Type)] = &[("text", Type::Text), ("owner", Type::Id(Noun::Seat))];

const CHART: &[(&str, Type)] =
    &[("organization", Type::Text), ("revision", Type::Bare), ("reviewed", Type::Bare), ("language", Type::Bare)];
const STRATEGY: &[(&str, Type)] = &[
    ("mission", Type::Text),
    ("vision", Type::Text),
    ("values", Type::Texts),
    ("intent", Type::Text),
    ("lane", Type::Word(LANE)),
    ("promise", Type::Lines(PROMISE)),
];
const PERSON: &[(&str, Type)] = &[
    ("name", Type::Text),
    ("capacity", Type::Bare),
    ("outside", Type::Bare),
    ("ref", Type::References),
    ("note", Type::Text),
];
const SEAT: &[(&str, Type)] = &[
    ("title", Type::Text),
    ("reports_to", Type::Id(Noun::Seat)),
    ("owner", Type::OneOrMany(Noun::Person)),
    ("responsibilities", Type::Texts),
    ("function", Type::Text),
    ("backup", Type::Id(Noun::Person)),
    ("interim", Type::Id(Noun::Person)),
    ("vacant", Type::Map(VACANCY)),
    ("members", Type::Ids(Noun::Person)),
    ("dotted_to", Type::Ids(Noun::Seat)),
    ("manages", Type::Word(MANAGES)),
    ("assistant", Type::Bare),
    ("fit", Type::Map(FIT)),
    ("formerly", Type::OldIds),
    ("ref", Type::References),
    ("allow", Type::Maps(WAIVER)),
    ("note", Type::Text),
];
const PRIORITY: &[(&str, Type)] = &[
    ("title", Type::Text),
    ("owner", Type::OneOrMany(Noun::Seat)),
    ("horizon", Type::Word(HORIZON)),
    ("lane", Type::Word(LANE)),
    ("supports", Type::Ids(Noun::Priority)),
    ("contributors", Type::Ids(Noun::Seat)),
    ("effort", Type::Bare),
    ("due", Type::Bare),
    ("status", Type::Word(STATUS)),
    ("allow", Type::Maps(WAIVER)),
    ("note", Type::Text),
];
const METRIC: &[(&str, Type)] = &[
    ("title", Type::Text),
    ("owner", Type::OneOrMany(Noun::Seat)),
    ("measures", Type::Ids(Noun::Priority)),
    ("perspective", Type::Word(PERSPECTIVE)),
    ("kind", Type::Word(KIND)),
    ("target", Type::Amount),
    ("actual", Type::Amount),
    ("allow", Type::Maps(WAIVER)),
    ("note", Type::Text),
];

/// The keys of a kind.
pub(crate) const fn keys(kind: Noun) -> &'static [(&'static str, Type)] {
    match kind {
        Noun::Chart => CHART,
        Noun::Strategy => STRATEGY,
        Noun::Promise => PROMISE,
        Noun::Person => PERSON,
        Noun::Seat => SEAT,
        Noun::Priority => PRIORITY,
        Noun::Metric => METRIC,
    }
}

/// The type of a key of a kind; `None` where the kind has no such key.
pub(crate) fn type_of(kind: Noun, key: &str) -> Option<Type> {
    keys(kind).iter().find(|(name, _)| *name == key).map(|(_, of)| *of)
}

/// The keys of a kind as commands name them: nested ones with their parent, such as `vacant.plan`.
#[must_use]
pub fn written_keys(kind: Noun) -> Vec<String> {
    let within = |(key, of): &(&str, Type)| match of {
        Type::Map(keys) | Type::Lines(keys) => keys.iter().map(|(within, _)| format!("{key}.{within}")).collect(),
        _ => Vec::new(),
    };
    keys(kind).iter().flat_map(|pair| std::iter::once(pair.0.to_owned()).chain(within(pair))).collect()
}

/// What a key of a kind names, where it holds ids; `promise.owner` is a key within one.
#[must_use]
pub fn refers_to(kind: Noun, key: &str) -> Option<Noun> {
    let mut steps = key.split('.');
    let first = type_of(kind, steps.next()?)?;
    steps.fold(first, Type::within).refers_to()
}

/// The sections of a chart and its other keys, in the format's order.
pub(crate) const TOP: &[&str] = &[
    "rightseat",
    "organization",
    "revision",
    "reviewed",
    "language",
    "strategy",
    "people",
    "seats",
    "priorities",
    "metrics",
];

#[cfg(test)]
mod tests {
    use super::{Type, keys};
    use crate::model::{
        Fit, Head, Horizon, Key, Keyed, Lane, Manages, MetricClaims, MetricKind, Noun, PersonClaims, Perspective,
        PriorityClaims, Promise, SeatClaims, Status, Strategy, Vacancy, Waiver,
    };

    /// This table says how a value is written; which keys there are, and whom they name, is stated only once.
    fn same(format: &[Key], known: &[(&str, Type)]) {
        let format: Vec<_> = format.iter().map(|key| (key.name, key.names)).collect();
        let of = |of: &Type| match of {
            Type::OldIds => Some(Noun::Seat),
            of => of.refers_to(),
        };
        let known: Vec<_> = known.iter().map(|(name, of_key)| (*name, of(of_key))).collect();
        assert_eq!(format, known);
    }

    #[test]
    fn words_of_the_format_are_those_that_it_reads() {
        fn words<T: serde::de::DeserializeOwned>(words: &[&str]) {
            for word in words {
                let read: Result<T, _> = serde_json::from_value(serde_json::Value::String((*word).to_owned()));
                assert!(read.is_ok(), "{word}");
            }
            let schema = |error: serde_json::Error| error.to_string().matches('`').count() / 2 - 1;
            let unknown: Result<T, _> = serde_json::from_value(serde_json::Value::String("no such word".to_owned()));
            assert_eq!(unknown.err().map(schema), Some(words.len()), "all of them");
        }
        words::<Horizon>(super::HORIZON);
        words::<Lane>(super::LANE);
        words::<Status>(super::STATUS);
        words::<Manages>(super::MANAGES);
        words::<Perspective>(super::PERSPECTIVE);
        words::<MetricKind>(super::KIND);
    }

    #[test]
    fn all_keys_of_the_format_can_be_written() {
        same(Head::KEYS, keys(Noun::Chart));
        same(Strategy::KEYS, keys(Noun::Strategy));
        same(Promise::KEYS, keys(Noun::Promise));
        same(PersonClaims::KEYS, keys(Noun::Person));
        same(SeatClaims::KEYS, keys(Noun::Seat));
        same(PriorityClaims::KEYS, keys(Noun::Priority));
        same(MetricClaims::KEYS, keys(Noun::Metric));
        same(Vacancy::KEYS, super::VACANCY);
        same(Fit::KEYS, super::FIT);
        same(Waiver::KEYS, super::WAIVER);
    }
}
