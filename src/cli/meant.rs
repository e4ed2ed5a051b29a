//! What a chart's name means, in every command: what lies at that path, else `REV:PATH` in git, else a revision of a
//! history, and after `--since` last a revision in git.

use std::path::{Path, PathBuf};

use crate::check::chart_key;
use crate::error::Error;
use crate::load::{ChartFiles, discover, discover_at, history, knows_revision, moment, no_history};
use crate::model::Revision;

use super::{Env, named_charts};

/// The charts that a name means. Of a name that is a revision the history is that of `beside`, else that of the usual
/// charts.
pub(super) fn charts(named: &Path, beside: Option<&ChartFiles>, env: &mut Env<'_>) -> Result<Vec<ChartFiles>, Error> {
    let Some(revision) = named.to_str().and_then(|name| Revision::parse(name).ok()) else {
        return discover(&env.directory, named).map_err(|error| with_hint(error, named, beside, env));
    };
    let is_there = env.directory.join(named).symlink_metadata().is_ok();
    let of_history = of_histories(revision, beside, env);
    if is_there {
        let found = discover(&env.directory, named)?;
        if let Ok(other) = of_history
            && !found.iter().any(|chart| chart.path == other.path)
        {
            let named = named.display();
            env.trouble(&format!("note: `{named}` is taken as a path; the revision is `{}`\n", other.name))?;
        }
        return Ok(found);
    }
    of_history.map(|chart| vec![chart])
}

/// The one chart that a name means.
pub(super) fn chart(named: &Path, beside: Option<&ChartFiles>, env: &mut Env<'_>) -> Result<ChartFiles, Error> {
    <[ChartFiles; 1]>::try_from(charts(named, beside, env)?)
        .map(|[chart]| chart)
        .map_err(|charts| several(named, &charts))
}

/// The value of `--since`: a chart, or a revision in git at which the chart is looked for at its own path.
pub(super) fn since(named: &Path, now: &ChartFiles, env: &mut Env<'_>) -> Result<Vec<ChartFiles>, Error> {
    let name = named.to_str().unwrap_or_default();
    let is_there = env.directory.join(named).symlink_metadata().is_ok();
    let is_in_git = |env: &Env<'_>| knows_revision(&env.directory, name);
    let other = |what: &str| format!("note: `{name}` is {what}; the revision in git is `{name}~0`\n");
    if is_there {
        if is_in_git(env) {
            env.trouble(&other("taken as a path"))?;
        }
        return charts(named, Some(now), env);
    }
    if let Ok(revision) = Revision::parse(name) {
        match of_histories(revision, Some(now), env) {
            Ok(found) => {
                if is_in_git(env) {
                    env.trouble(&other("taken as a revision of the history"))?;
                }
                return Ok(vec![found]);
            }
            Err(error) if !is_in_git(env) => return Err(error),
            Err(_) => {}
        }
    }
    // A path with a slip of the pen is no revision.
    let is_path = name.contains(':')
        || (named.parent().is_some_and(|parent| parent != Path::new("") && env.directory.join(parent).is_dir())
            && !is_in_git(env));
    if is_path {
        return charts(named, Some(now), env);
    }
    at_revision(name, now, env).map_err(|error| if is_in_git(env) { error } else { with_revisions(error, now) })
}

/// What revisions there are, after a name that git does not know.
fn with_revisions(error: Error, now: &ChartFiles) -> Error {
    let all = history(now).unwrap_or_default();
    let known: Vec<String> = all.iter().filter_map(moment).map(|moment| format!("`{moment}`")).collect();
    match known.as_slice() {
        [] | [_] => error,
        known => Error::new(format!("{error}\nhelp: the chart's own revisions are {}", known.join(", "))),
    }
}

/// A chart as it was at a revision in git: the one at the same path, else the newest of the same history.
pub(super) fn at_revision(revision: &str, now: &ChartFiles, env: &Env<'_>) -> Result<Vec<ChartFiles>, Error> {
    let before = discover_at(&env.directory, revision, &now.name)?;
    if before.is_empty() {
        return discover_at(&env.directory, revision, chart_key(&now.name, now.revisions > 1));
    }
    Ok(before)
}

/// That a name is of several charts, and why they are not revisions of one.
pub(super) fn several(named: &Path, charts: &[ChartFiles]) -> Error {
    let found: Vec<&str> = charts.iter().map(|chart| chart.name.as_str()).collect();
    let (all, why) = (found.join(", "), not_revisions(charts));
    Error::new(format!("{} holds {} charts; name one of them: {all}{why}", named.display(), found.len()))
}

/// The line that says why charts side by side are no revisions of one; nothing where they say nothing of themselves.
pub(super) fn not_revisions(charts: &[ChartFiles]) -> String {
    no_history(charts).map_or_else(String::new, |why| format!("\nhelp: they are not revisions of one chart: {why}"))
}

/// The one revision of that moment in the histories that are meant.
fn of_histories(revision: Revision, beside: Option<&ChartFiles>, env: &Env<'_>) -> Result<ChartFiles, Error> {
    let mut starts: Vec<ChartFiles> = beside.into_iter().cloned().collect();
    if starts.is_empty() {
        for named in named_charts(&[], env)? {
            starts.extend(discover(&env.directory, &named)?);
        }
    }
    let (mut found, mut others) = (Vec::new(), Vec::new());
    for start in &starts {
        for chart in history(start)? {
            match moment(&chart) {
                Some(own) if own == revision => found.push(chart),
                own => others.extend(own),
            }
        }
    }
    if found.len() == 1 {
        return Ok(found.remove(0));
    }
    if !found.is_empty() {
        let names: Vec<&str> = found.iter().map(|chart| chart.name.as_str()).collect();
        return Err(Error::new(format!("`{revision}` is a revision of several charts: write {}", names.join(" or "))));
    }
    let names: Vec<&str> = starts.iter().map(|chart| chart.name.as_str()).collect();
    let known: Vec<String> = others.iter().map(|other| format!("`{other}`")).collect();
    let help = if known.is_empty() { String::new() } else { format!(": there are {}", known.join(", ")) };
    Err(Error::new(format!("there is no revision `{revision}` of {}{help}", names.join(", "))))
}

/// A name that leads nowhere may be a revision in git, of a chart whose path is to follow.
fn with_hint(error: Error, named: &Path, beside: Option<&ChartFiles>, env: &Env<'_>) -> Error {
    let Some(name) = named.to_str().filter(|name| !name.contains(':')) else { return error };
    if env.directory.join(named).symlink_metadata().is_ok() || !knows_revision(&env.directory, name) {
        return error;
    }
    let path = beside.filter(|chart| chart.commit().is_none()).map_or("PATH", |chart| chart.name.as_str());
    Error::new(format!("`{name}` is a revision in git: write `{name}:{path}` for the chart at it"))
}

/// The last two revisions of the history that a folder is, where one name stands for both ends of a comparison.
pub(super) fn last_two(named: &Path, env: &mut Env<'_>) -> Result<[PathBuf; 2], Error> {
    let newest = chart(named, None, env)?;
    let revisions = history(&newest)?;
    match revisions.as_slice() {
        [.., before, last] if last.path == newest.path => Ok([before, last].map(|chart| PathBuf::from(&chart.name))),
        _ => {
            let (named, name) = (named.display(), &newest.name);
            let help = format!("name two charts, such as `rightseat diff HEAD:{name} {name}`");
            Err(Error::new(format!("{named} is a single chart\nhelp: {help}")))
        }
    }
}
