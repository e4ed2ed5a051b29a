//! From the verbs of the command line to intents.

use crate::check::{Judged, Pillar};
use crate::diff::edits;
use crate::edit::Intent;
use crate::error::Error;
use crate::load::{ChartFiles, Loaded, lay_over};
use crate::model::Noun;

use super::super::{Env, one_chart, rule_named, whole_chart};
use super::Verb;
use super::named::{entry, fresh, one, values};

impl Verb {
    pub(super) fn intents(
        &self,
        judged: &Judged<'_>,
        loaded: &Loaded,
        files: &ChartFiles,
        env: &mut Env<'_>,
    ) -> Result<Vec<Intent>, Error> {
        let graph = &judged.graph;
        let [seat, person] = [Noun::Seat, Noun::Person].map(|kind| move |text: &str| one(graph, kind, text));
        Ok(vec![match self {
            Self::HandOver { priority, seat: to } => {
                Intent::HandOver { priority: one(graph, Noun::Priority, priority)?, seat: seat(to)? }
            }
            Self::Fill { seat: of, person: by } => Intent::Fill { seat: seat(of)?, person: person(by)? },
            Self::Cover { seat: of, person: by } => Intent::Cover { seat: seat(of)?, person: person(by)? },
            Self::Vacate { seat: of, since, plan } => {
                Intent::Vacate { seat: seat(of)?, since: *since, plan: plan.clone() }
            }
            Self::Move { seat: of, manager } => moved(seat(of)?, manager, seat(manager))?,
            Self::Rename { entry: of, new } => {
                let (kind, id) = entry(graph, of)?;
                Intent::Rename { kind, id, new: new.clone() }
            }
            Self::Close { seat: of, to } => Intent::Close { seat: seat(of)?, to: to.as_deref().map(seat).transpose()? },
            Self::Set { entry: of, key, value } => {
                let (kind, id) = entry(graph, of)?;
                let values = values(graph, kind, key, value)?;
                Intent::Set { kind, id, key: key.clone(), values }
            }
            Self::Unset { entry: of, key } => {
                let (kind, id) = entry(graph, of)?;
                Intent::Unset { kind, id, key: key.clone() }
            }
            Self::Add { entry: of, key, value } => {
                let (kind, id) = entry(graph, of)?;
                let values = values(graph, kind, key, value)?;
                Intent::Add { kind, id, key: key.clone(), values }
            }
            Self::Remove { entry: of, key, value } => {
                let (kind, id) = entry(graph, of)?;
                // What is in no chart any more goes under the id that is written.
                let values = values(graph, kind, key, value).unwrap_or_else(|_| value.clone());
                Intent::Remove { kind, id, key: key.clone(), values }
            }
            Self::New { entry: of, values: said } => {
                let (kind, id) = fresh(of)?;
                let said = by_key(said)?.into_iter();
                let said = said.map(|(key, said)| Ok((key.clone(), values(graph, kind, &key, &said)?)));
                Intent::New { kind, id, values: said.collect::<Result<_, Error>>()? }
            }
            Self::Delete { entry: of } => {
                let (kind, id) = entry(graph, of)?;
                Intent::Delete { kind, id }
            }
            Self::Allow { rule, entry: of, reason, until } => {
                let (kind, id) = entry(graph, of)?;
                Intent::Allow { rule: acceptable(rule)?, kind, id, reason: reason.clone(), until: *until }
            }
            Self::Disallow { rule, entry: of } => {
                let (kind, id) = entry(graph, of)?;
                Intent::Disallow { rule: rule.clone(), kind, id }
            }
            Self::Apply { file } => return applied(file, loaded, files, env),
            Self::Undo | Self::Keep => Vec::new().into_iter().next().expect("they edit nothing"),
        }])
    }
}

fn moved(seat: String, said: &str, manager: Result<String, Error>) -> Result<Intent, Error> {
    let manager = manager.map_err(|unknown| to_nobody(&seat, said).unwrap_or(unknown))?;
    Ok(Intent::Move { seat, manager })
}

/// What to write for a seat that is to report to nobody, where that is what was said for its manager.
fn to_nobody(seat: &str, manager: &str) -> Option<Error> {
    let nobody = ["", "none", "nobody", "null", "-"].contains(&manager.trim().to_lowercase().as_str());
    let help = format!("`edit unset seat:{seat} reports_to` makes it report to nobody");
    nobody.then(|| Error::new(format!("`{manager}` is not a seat\nhelp: {help}")))
}

/// The id of a rule whose findings can be accepted.
fn acceptable(rule: &str) -> Result<String, Error> {
    let known = rule_named(rule)?;
    match known.pillar {
        Pillar::Reading => Err(Error::new(format!("findings of `{rule}` can't be accepted: mend them"))),
        _ => Ok(known.id.to_string()),
    }
}

/// `KEY=VALUE` words by their keys, in order.
fn by_key(words: &[String]) -> Result<Vec<(String, Vec<String>)>, Error> {
    let mut values: Vec<(String, Vec<String>)> = Vec::new();
    for word in words {
        let Some((key, value)) = word.split_once('=') else {
            return Err(Error::new(format!("`{word}` is not of the form KEY=VALUE")));
        };
        match values.iter_mut().find(|(known, _)| known == key) {
            Some((_, values)) => values.push(value.to_owned()),
            None => values.push((key.to_owned(), vec![value.to_owned()])),
        }
    }
    Ok(values)
}

/// What a fragment says that the chart does not.
fn applied(
    file: &std::path::Path,
    loaded: &Loaded,
    files: &ChartFiles,
    env: &mut Env<'_>,
) -> Result<Vec<Intent>, Error> {
    let fragment = one_chart(Some(file), env)?;
    let name = file.display();
    if fragment.path == files.path {
        return Err(Error::new(format!("{name} is the chart itself: name the fragment")));
    }
    let unread = || Error::new(format!("{name} can't be laid over the chart"));
    let mut laid = whole_chart(files, env)?.ok_or_else(unread)?;
    let known = laid.defects.len();
    lay_over(&mut laid, &fragment).map_err(|errors| errors.into_iter().next().unwrap_or_else(unread))?;
    if let Some(defect) = laid.defects.get(known) {
        let place = laid.sources.place(defect.span);
        return Err(Error::new(format!("{}:{}: {}", place.path, place.line, defect.message)));
    }
    Ok(vec![Intent::Exactly(edits(&loaded.chart, &laid.chart))])
}
