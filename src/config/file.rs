//! From the file to the settings, and the schema for editors.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Deserialize;
use serde_json::Value;

use crate::exchange::describe_keys_alone;
use crate::graph::LoadRates;
use crate::model::{Claim, Claims, Share, Text};
use crate::phrase::{Phrase, code, say};
use crate::read::{Defect, DefectKind, document};
use crate::render::Colour;
use crate::text::{Source, Spanned, placed_beside};

use super::choice::{Choice, Pairs};
use super::{Base, Look, Settings, rules, schema};

/// What a team has settled about its charts.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, title = "Settings of rightseat")]
struct File {
    /// The charts to take where none is named, as paths from here downwards.
    charts: Claims<Text>,
    /// Levels and limits of rules.
    rules: Claim<Pairs<Choice>>,
    /// How load is counted.
    load: Claim<Load>,
    /// How pictures look.
    theme: Claim<Theme>,
}

/// The share of one full-time person that each thing takes.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
struct Load {
    /// A responsibility.
    responsibility: Claim<Share>,
    /// A priority that is owned and states no effort.
    priority: Claim<Share>,
    /// A priority that is contributed to.
    contribution: Claim<Share>,
    /// A direct report.
    report: Claim<Share>,
}

/// How pictures look.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
struct Theme {
    /// The colours to start from.
    #[schemars(schema_with = "schema::base")]
    base: Claim<Text>,
    /// The colour of accents, such as "#1f6feb".
    #[schemars(schema_with = "schema::color")]
    accent: Claim<Text>,
    /// The colours of functions.
    #[schemars(schema_with = "schema::colors")]
    functions: Claim<Pairs<Text>>,
}

placed_beside!(File, Load, Theme, Choice, Pairs<Choice>, Pairs<Text>);

/// The schema of `rightseat.yaml`.
#[must_use]
pub fn settings_schema() -> Value {
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<File>().to_value();
    describe_keys_alone(&mut schema);
    schema
}

pub(super) fn read(source: &Source) -> (Settings, Vec<Defect>) {
    let (value, mut defects) = document::<File>(source);
    let mut settings = Settings::default();
    if let Claim::Given(file) = value {
        let File { charts, rules: chosen, load, theme } = file.value;
        settings.charts = charts.iter().filter_map(|path| inside(path, &mut defects)).collect();
        if let Claim::Given(chosen) = chosen {
            settings.rules = rules::settle(&chosen.value, &mut defects);
        }
        settings.load = load.get().map_or_else(LoadRates::default, rates);
        settings.theme = theme.get().map_or_else(Look::default, |theme| look(theme, &mut defects));
    }
    defects.sort_by_key(|defect| defect.span);
    (settings, defects)
}

fn rates(load: &Load) -> LoadRates {
    let default = LoadRates::default();
    let rate = |claim: &Claim<Share>, default| claim.get().copied().unwrap_or(default);
    LoadRates {
        responsibility: rate(&load.responsibility, default.responsibility),
        priority: rate(&load.priority, default.priority),
        contribution: rate(&load.contribution, default.contribution),
        report: rate(&load.report, default.report),
        ..default
    }
}

/// A path that stays below the settings' folder.
fn inside(path: &Spanned<Text>, defects: &mut Vec<Defect>) -> Option<String> {
    let text = path.value.as_str();
    let stays =
        !text.starts_with(['/', '\\']) && !text.contains(':') && !text.split(['/', '\\']).any(|part| part == "..");
    if !stays {
        let message = say![code(text), " leads out of the settings' folder"];
        defects.push(
            Defect::new(DefectKind::InvalidValue, path.span(), message)
                .help("write a path from here downwards, such as charts/acme")
                .about(format!("charts: {text}")),
        );
    }
    stays.then(|| text.to_owned())
}

fn look(theme: &Theme, defects: &mut Vec<Defect>) -> Look {
    let mut look =
        Look { accent: theme.accent.spanned().and_then(|accent| color("accent", accent, defects)), ..Look::default() };
    if let Some(base) = theme.base.spanned() {
        look.base = Base::ALL.into_iter().find(|known| known.name() == base.value.as_str());
        if look.base.is_none() {
            let message = say![
                "expected ",
                code("light"),
                ", ",
                code("dark"),
                " or ",
                code("print"),
                ", found ",
                code(&base.value)
            ];
            let defect = Defect::new(DefectKind::InvalidValue, base.span(), message);
            defects.push(defect.about(format!("theme.base: {}", base.value)));
        }
    }
    for (function, color_of) in theme.functions.get().map_or(&[][..], |functions| &functions.0) {
        if let Some(color) = color_of.spanned().and_then(|text| color(function.value.as_str(), text, defects)) {
            look.functions.push((function.value.to_string(), color));
        }
    }
    look
}

fn color(of: &str, text: &Spanned<Text>, defects: &mut Vec<Defect>) -> Option<Colour> {
    match Colour::parse(text.value.as_str()) {
        Ok(colour) => Some(colour),
        Err(message) => {
            defects.push(
                Defect::new(DefectKind::InvalidValue, text.span(), Phrase::worded(message.as_str()))
                    .help("write # and six hexadecimal digits, in quotes")
                    .about(format!("theme.{of}: {}", text.value)),
            );
            None
        }
    }
}
