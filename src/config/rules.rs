//! Levels and limits of rules, by their ids.

use crate::check::{Adjustment, Level, Pillar, RULES, Rule, RuleSettings, rule};
use crate::error::Error;
use crate::model::{Claim, Text};
use crate::phrase::{Phrase, code, either, row, say};
use crate::read::{Defect, DefectKind};
use crate::text::{Span, Spanned, nearest};

use super::choice::{Choice, Pairs};

/// How many rules are named where a word is in several.
const NEAR: usize = 4;

/// The words for levels in settings.
pub(super) const LEVELS: [(&str, Option<Level>); 4] =
    [("off", None), ("info", Some(Level::Info)), ("warning", Some(Level::Warning)), ("error", Some(Level::Error))];

/// The rule with an id.
///
/// # Errors
/// Says which id may have been meant.
pub fn find_rule(id: &str) -> Result<&'static Rule, Error> {
    let help = || match nearest(id, RULES.iter().map(|rule| rule.id.as_str())) {
        Some(near) => format!("did you mean `{near}`?"),
        None if !holding(id).is_empty() => format!("did you mean {}?", holding(id).join(" or ")),
        None => "see `rightseat explain` for the rules".to_owned(),
    };
    rule(id).ok_or_else(|| Error::new(help()))
}

/// The rules whose ids hold a word.
fn holding(word: &str) -> Vec<String> {
    let word = word.to_lowercase();
    let holds = |rule: &&&Rule| word.len() >= 3 && rule.id.as_str().contains(&word);
    RULES.iter().filter(holds).take(NEAR).map(|rule| format!("`{}`", rule.id)).collect()
}

/// A rule's level, where it may have it.
///
/// # Errors
/// A reading rule can't be turned off or down: what can't be read can't be checked.
pub fn level(rule: &Rule, level: Option<Level>) -> Result<Option<Level>, Error> {
    let lowest = if rule.id.as_str() == "unused-waiver" { None } else { Some(rule.level) };
    if rule.pillar == Pillar::Reading && level < lowest {
        let why = "can't be turned off or down: what can't be read can't be checked";
        return Err(Error::new(format!("`{}` {why}", rule.id)));
    }
    Ok(level)
}

pub(super) fn settle(chosen: &Pairs<Choice>, defects: &mut Vec<Defect>) -> RuleSettings {
    let mut settings = RuleSettings::default();
    for (id, choice) in &chosen.0 {
        let rule = match find_rule(id.value.as_str()) {
            Ok(rule) => rule,
            Err(help) => {
                let defect = Defect::new(DefectKind::UnknownKey, id.span(), say!["there is no rule ", code(&id.value)]);
                defects.push(defect.help(Phrase::worded(help.as_str())).about(format!("rules.{}", id.value)));
                continue;
            }
        };
        let Claim::Given(choice) = choice else { continue };
        let mut adjustment = Adjustment::default();
        match &choice.value {
            Choice::Level(word) => adjustment.level = read_level(rule, word, choice.span(), defects),
            Choice::Keys(keys) => {
                for (key, value) in &keys.0 {
                    if let Some(value) = value.spanned() {
                        read_key(rule, key, value, &mut adjustment, defects);
                    }
                }
            }
        }
        settings.adjust(rule, adjustment);
    }
    settings
}

fn read_key(
    rule: &'static Rule,
    key: &Spanned<Text>,
    value: &Spanned<Text>,
    adjustment: &mut Adjustment,
    defects: &mut Vec<Defect>,
) {
    let name = key.value.as_str();
    if name == "level" {
        adjustment.level = read_level(rule, value.value.as_str(), value.span(), defects);
        return;
    }
    let Some(limit) = rule.limits.iter().find(|limit| limit.key == name) else {
        let keys = std::iter::once("level").chain(rule.limits.iter().map(|limit| limit.key));
        let help = match nearest(name, keys.clone()) {
            Some(near) => say!["did you mean ", code(near), "?"],
            None => say!["the keys here are ", row(keys.map(code), ", ")],
        };
        let defect = Defect::new(DefectKind::UnknownKey, key.span(), say!["unknown key ", code(name)]).help(help);
        defects.push(defect.about(format!("rules.{}.{name}", rule.id)));
        return;
    };
    if let Ok(number) = value.value.as_str().parse() {
        adjustment.limits.insert(limit.key, number);
    } else {
        let message = say!["expected a whole number, found ", code(&value.value)];
        let help = say![code(limit.key), " is the number of ", limit.meaning, ", by default ", limit.default];
        let defect = Defect::new(DefectKind::InvalidValue, value.span(), message).help(help);
        defects.push(defect.about(format!("rules.{}.{name}: {}", rule.id, value.value)));
    }
}

#[expect(clippy::option_option, reason = "no level chosen, and the level `off`, are two things")]
fn read_level(rule: &'static Rule, word: &str, span: Span, defects: &mut Vec<Defect>) -> Option<Option<Level>> {
    let Some((_, chosen)) = LEVELS.iter().find(|(name, _)| *name == word) else {
        let message =
            say!["expected ", either(LEVELS.map(|(name, _)| code(name)), LEVELS.len()), ", found ", code(word)];
        let defect = Defect::new(DefectKind::InvalidValue, span, message).about(format!("rules.{}: {word}", rule.id));
        defects.push(match nearest(word, LEVELS.map(|(name, _)| name)) {
            Some(near) => defect.help(say!["did you mean ", code(near), "?"]),
            None => defect,
        });
        return None;
    };
    match level(rule, *chosen) {
        Ok(level) => Some(level),
        Err(reason) => {
            let defect =
                Defect::new(DefectKind::InvalidValue, span, Phrase::worded(reason.as_str())).help("remove the line");
            defects.push(defect.about(format!("rules.{}: {word}", rule.id)));
            None
        }
    }
}
