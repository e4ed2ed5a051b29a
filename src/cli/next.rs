//! `rightseat next`: the quarter rolled over.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::check::{AsOf, Judged};
use crate::diff::{Renames, diff};
use crate::edit::{Plan, Rollover, next, plan};
use crate::error::Error;
use crate::load::{ChartFiles, Loaded, history, replace_texts, uncommitted};
use crate::model::{Date, Revision};
use crate::phrase::{Item, Mark, Page, Phrase, count, say, text};
use crate::report::{Edited, edit_json, edit_patch};
use crate::text::shell_command;

use super::{CLEAN, Env, FAILED, chart_option, tell_of_settings, whole_chart};

/// What `next` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat next 2027-Q1 --chart charts/northwind
  rightseat next 2027-Q1 --chart charts/northwind --write

If the chart is one of several revisions, a new one is written beside them and the old one stays unchanged; otherwise \
the chart is edited in place, and the old quarter remains in git.

Exit code: 0 shown or written; 2 refused or could not run, and nothing is written.")]
pub(super) struct Next {
    /// The new revision, such as 2027-Q1, 2027-01 or 2027-01-15.
    #[arg(value_name = "REVISION", value_parser = Revision::parse)]
    revision: Revision,
    /// The chart: a file, a folder with `chart.yaml`, or a folder of revisions (the newest is rolled over). Without it:
    /// the settings' `charts:`, else `charts`.
    #[arg(long, value_name = "CHART")]
    chart: Option<PathBuf>,
    /// Write the new revision.
    #[arg(long)]
    write: bool,
    /// Edit in place even if files of the chart have uncommitted changes.
    #[arg(long)]
    allow_dirty: bool,
    /// How the plan is shown.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    format: Format,
    /// Judge dates as of this day instead of today.
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    today: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// One JSON document.
    Json,
    /// What changes in the files, as a patch.
    Diff,
}

/// Where a new revision goes.
pub(super) enum Place {
    /// A file or folder beside the others.
    Beside(PathBuf),
    /// The files of the old one.
    Here,
}

impl Place {
    /// Beside the other revisions, or where the name says that they will be there.
    pub(super) fn of(files: &ChartFiles, from: Revision, to: Revision) -> Result<Self, Error> {
        let name = files.path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let is_history = files.revisions > 1 || history(files)?.len() > 1;
        let renamed = named_after(name, from, to);
        let name = match (renamed, is_history) {
            (Some(name), _) => name,
            (None, false) => return Ok(Self::Here),
            (None, true) if files.path.is_dir() => to.to_string(),
            (None, true) => format!("{to}.yaml"),
        };
        let path = files.path.with_file_name(name);
        if path.symlink_metadata().is_ok() {
            return Err(Error::new(format!("{} exists already", shown(&path, files).display())));
        }
        Ok(Self::Beside(path))
    }

    /// Its path, as the chart's own is shown.
    pub(super) fn shown(&self, files: &ChartFiles) -> PathBuf {
        match self {
            Self::Beside(path) => shown(path, files),
            Self::Here => PathBuf::from(&files.name),
        }
    }
}

/// Writes a chart with what changes in it.
pub(super) fn write_at(
    place: &Place,
    (files, loaded): (&ChartFiles, &Loaded),
    plan: &Plan,
    env: &Env<'_>,
) -> Result<(), Error> {
    match place {
        Place::Beside(path) => write_beside(path, files, plan, env),
        Place::Here => replace_texts(env.steps, files, &loaded.sources, &plan.sources),
    }
}

impl Next {
    pub(super) fn run(&self, words: &[String], env: &mut Env<'_>) -> Result<u8, Error> {
        let files = chart_option(self.chart.as_deref(), env)?;
        if files.commit().is_some() {
            return Err(Error::new(format!("{} is read from a revision in git, which can't be changed", files.name)));
        }
        let Some(loaded) = whole_chart(&files, env)? else { return Ok(FAILED) };
        tell_of_settings(&loaded, env)?;
        let judged = loaded.judged(&loaded.settings.norms(), AsOf::Day(self.today.unwrap_or(env.today)));
        let refused = |refusal: crate::edit::Refusal| Error::new(format!("refused: {refusal}; nothing was written"));
        let rollover = next(&judged, self.revision).map_err(refused)?;
        let plan = plan(&loaded.claimed(), &judged, &loaded.inputs, &rollover.intents).map_err(refused)?;
        let place = Place::of(&files, rollover.from, self.revision)?;
        if matches!(place, Place::Here) && !self.allow_dirty {
            is_committed(&files, env)?;
        }
        if self.write {
            write_at(&place, (&files, &loaded), &plan, env)?;
        }
        let command = shell_command(
            ["rightseat"]
                .into_iter()
                .chain(words.iter().map(String::as_str).filter(|word| *word != "--write"))
                .chain(["--write"]),
        );
        self.show((&files, &loaded, &judged), (&rollover, &plan, &place), &command, env)?;
        Ok(CLEAN)
    }

    fn show(
        &self,
        (files, loaded, judged): (&ChartFiles, &Loaded, &Judged<'_>),
        (rollover, plan, place): (&Rollover, &Plan, &Place),
        command: &str,
        env: &mut Env<'_>,
    ) -> Result<(), Error> {
        if self.format != Format::Text {
            let after = plan.judged(judged);
            let diff = diff(judged, &after, Renames::Declared);
            let told = rollover.told.iter().map(|line| Item {
                mark: Mark::Dash,
                prose: Phrase::worded(line).into(),
                below: Vec::new(),
                commands: Vec::new(),
            });
            let (asked, is_written, command) = (&told.collect::<Vec<_>>(), self.write, Some(command));
            let edited = Edited { old: judged, new: &after, plan, diff: &diff, asked, is_written, command };
            let text = if self.format == Format::Json { edit_json(&edited) } else { edit_patch(&edited) };
            return env.print(&text);
        }
        let mut page = Page::default();
        let count = count(files.files.len(), "file", "files");
        page.say(match place {
            Place::Beside(_) => say![text(place.shown(files).display()), ", from ", text(rollover.from), ": ", count],
            Place::Here => say![text(&loaded.name), ", in place: ", count],
        });
        for line in rollover.told.iter().chain(&plan.told) {
            page.item(None, Phrase::worded(line), Vec::new());
        }
        if let Place::Beside(_) = place {
            for name in others(files)? {
                page.item(None, say!["not copied: ", text(name), ", no part of the chart"], Vec::new());
            }
        } else {
            page.say(say!["To find ", text(rollover.from), " again, before it is written:"]);
            page.command(&shell_command(["git", "tag", &rollover.from.to_string()]));
        }
        if self.write {
            page.say("Written.");
        } else {
            page.say("Not written. To write:");
            page.command(command);
        }
        env.show(&page)
    }
}

/// A file or folder that is named after a revision, named after another.
fn named_after(name: &str, from: Revision, to: Revision) -> Option<String> {
    let (from, to) = (from.to_string(), to.to_string());
    let short = |text: &str| text.split_once('-').map(|(_, rest)| rest.to_owned()).filter(|rest| rest.starts_with('Q'));
    let forms = |text: &str| {
        let mut forms = vec![text.to_owned(), text.to_lowercase()];
        for parted in ["", "_", "."] {
            forms.extend([text.replace('-', parted), text.replace('-', parted).to_lowercase()]);
        }
        let short = short(text);
        forms.extend(short.iter().map(String::clone));
        forms.extend(short.iter().map(|short| short.to_lowercase()));
        forms
    };
    let pairs = forms(&from).into_iter().zip(forms(&to));
    let found = pairs.into_iter().find(|(old, _)| name.contains(old.as_str()));
    found.map(|(old, new)| name.replacen(&old, &new, 1))
}

/// A path as the chart's own is shown.
fn shown(path: &Path, files: &ChartFiles) -> PathBuf {
    Path::new(&files.name).with_file_name(path.file_name().unwrap_or_default())
}

/// When edited in place, the old quarter is only in commits.
pub(super) fn is_committed(files: &ChartFiles, env: &Env<'_>) -> Result<(), Error> {
    let help = "or pass --allow-dirty to go on anyway";
    match uncommitted(&env.directory, files)? {
        None => Err(Error::new(format!(
            "{} is not in a git repository and would be edited in place, so its old quarter would be lost; {help}",
            files.name
        ))),
        Some(dirty) if dirty.is_empty() => Ok(()),
        Some(dirty) => Err(Error::new(format!("{} has uncommitted changes: commit them, {help}", dirty.join(", ")))),
    }
}

/// The chart's files with what changes in them, in a new place.
fn write_beside(path: &Path, files: &ChartFiles, plan: &Plan, env: &Env<'_>) -> Result<(), Error> {
    let texts = files.files.iter().zip(plan.sources.files());
    if files.files.len() == 1 && files.files[0].path == files.path {
        let bytes = plan.sources.files()[0].text().as_bytes();
        return env.write_file(path, bytes);
    }
    let below = |path: &Path| {
        let names: Vec<String> = path
            .strip_prefix(&files.path)
            .unwrap_or(path)
            .iter()
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        names.join("/")
    };
    let parts: Vec<(String, Vec<u8>)> =
        texts.map(|(file, source)| (below(&file.path), source.text().as_bytes().to_vec())).collect();
    env.write_folder(path, &parts, |_| false)
}

/// What lies in the chart's folder and is no part of it.
fn others(files: &ChartFiles) -> Result<Vec<String>, Error> {
    if !files.path.is_dir() {
        return Ok(Vec::new());
    }
    let entries = std::fs::read_dir(&files.path).map_err(|reason| Error::io("look through", &files.path, &reason))?;
    let mut others: Vec<String> = entries
        .flatten()
        .filter(|entry| files.files.iter().all(|file| !file.path.starts_with(entry.path())))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.'))
        .collect();
    others.sort();
    Ok(others)
}
