//! `import table --into`: the next table, into an existing chart.

use std::collections::BTreeSet;
use std::path::Path;

use crate::check::{AsOf, Judged};
use crate::diff::{Group, Renames, diff, lines};
use crate::edit::{Intent, Plan, Refusal, Rollover, next, plan};
use crate::error::Error;
use crate::exchange::{Input, Request, Update, update};
use crate::load::{ChartFiles, Guard, Loaded};
use crate::model::{Noun, Revision};
use crate::phrase::{Page, Phrase, count, row, say, text};
use crate::read::Outline;

use super::super::next::{Place, is_committed, write_at};
use super::super::{CLEAN, Env, FAILED, one_chart, tell_of_settings, whole_chart};
use super::{only_guessed, wrote};

/// What is to become of a chart.
pub(super) struct Into<'a> {
    pub(super) chart: &'a Path,
    pub(super) revision: Option<Revision>,
    pub(super) is_pruned: bool,
    pub(super) is_dry: bool,
    pub(super) may_be_dirty: bool,
    /// The tables, as they were named.
    pub(super) read: &'a [std::path::PathBuf],
}

/// What happens to the chart.
struct Done<'a> {
    loaded: &'a Loaded,
    judged: &'a Judged<'a>,
    rollover: Option<&'a Rollover>,
    plan: &'a Plan,
}

impl Into<'_> {
    pub(super) fn run(&self, inputs: Vec<Input>, request: &Request<'_>, env: &mut Env<'_>) -> Result<u8, Error> {
        let files = one_chart(Some(self.chart), env)?;
        if files.commit().is_some() {
            return Err(Error::new(format!("{} is read from a revision in git, which can't be changed", files.name)));
        }
        let Some(loaded) = whole_chart(&files, env)? else { return Ok(FAILED) };
        tell_of_settings(&loaded, env)?;
        let judged = loaded.judged(&loaded.settings.norms(), AsOf::Day(env.today));
        let rollover = self.rollover(&judged)?;
        let place = match &rollover {
            Some(rollover) => Place::of(&files, rollover.from, self.revision.unwrap_or(rollover.from))?,
            None => Place::Here,
        };
        if rollover.is_some() && matches!(place, Place::Here) && !self.may_be_dirty {
            is_committed(&files, env)?;
        }
        if let Place::Beside(path) = &place {
            let mut guard = Guard::new(&env.directory);
            self.read.iter().for_each(|file| guard.reads(file, "the table"));
            guard.writes_chart(path)?;
        }
        let rolled = rollover.as_ref().map(|rollover| rollover.intents.clone()).unwrap_or_default();
        let claimed = loaded.claimed();
        let before = plan(&claimed, &judged, &loaded.inputs, &rolled).map_err(|why| refused(&why))?;
        let update = update(inputs, request, &before.judged(&judged), self.is_pruned)?;
        let intents: Vec<Intent> = rolled.into_iter().chain([Intent::Exactly(update.edits.clone())]).collect();
        let plan = plan(&claimed, &judged, &loaded.inputs, &intents).map_err(|why| refused(&why))?;
        let is_guess = !update.guesses.is_empty();
        let is_written = !self.is_dry && !is_guess && !plan.is_nothing();
        if is_written {
            write_at(&place, (&files, &loaded), &plan, env)?;
        }
        let done = Done { loaded: &loaded, judged: &judged, rollover: rollover.as_ref(), plan: &plan };
        let mut page = told(&update, &done, &place, &files)?;
        ending(&mut page, self, &update, (&place, &files), (&plan, is_written));
        env.show(&page)?;
        Ok(if is_guess { FAILED } else { CLEAN })
    }

    /// The new revision, unless the chart is of it already.
    fn rollover(&self, judged: &Judged<'_>) -> Result<Option<Rollover>, Error> {
        let now = judged.graph.chart().head.revision.get();
        let wanted = self.revision.filter(|revision| now != Some(revision));
        wanted.map(|revision| next(judged, revision).map_err(|why| refused(&why))).transpose()
    }
}

fn refused(why: &Refusal) -> Error {
    Error::new(format!("refused: {why}; nothing was written"))
}

/// How the tables were understood, what changes, what a person should look at, and what is kept.
fn told(update: &Update, done: &Done<'_>, place: &Place, files: &ChartFiles) -> Result<Page, Error> {
    let mut page = update.summary.clone();
    let revision = done.judged.graph.chart().head.revision.get();
    let revision = revision.map(|revision| say![" (", text(revision), ")"]);
    page.say(match place {
        Place::Beside(_) => say!["chart ", text(&files.name), revision, " -> ", text(place.shown(files).display())],
        Place::Here => say!["chart ", text(&files.name), revision, ", in place"],
    });
    for text in done.rollover.iter().flat_map(|rollover| &rollover.told) {
        page.item(None, Phrase::worded(text), Vec::new());
    }
    let after = done.plan.judged(done.judged);
    let diff = diff(done.judged, &after, Renames::Declared);
    for group in Group::ALL {
        for one in lines(&diff, group) {
            page.marked(one.mark, one.phrase);
        }
    }
    for note in &done.plan.told {
        page.item(None, Phrase::worded(note), Vec::new());
    }
    page.blocks.extend(update.odd.blocks.iter().cloned());
    let kept = kept(done)?;
    if !kept.is_empty() {
        page.say(say!["kept as written: ", row(kept, ", ")]);
    }
    Ok(page)
}

fn ending(
    page: &mut Page,
    into: &Into<'_>,
    update: &Update,
    (place, files): (&Place, &ChartFiles),
    (plan, is_written): (&Plan, bool),
) {
    if !update.guesses.is_empty() {
        only_guessed(&update.guesses, page);
    } else if plan.is_nothing() {
        page.say("the chart already says so: there is nothing to write");
    } else if into.is_dry {
        page.say("nothing written (--dry-run)");
    } else if is_written {
        let count = if matches!(place, Place::Here) { plan.patches.len() } else { files.files.len() };
        wrote(&place.shown(files).display().to_string(), count, page);
    }
}

/// What people have written that is as it was.
fn kept(done: &Done<'_>) -> Result<Vec<Phrase>, Error> {
    let changed: BTreeSet<(Noun, &str, Option<&str>)> =
        done.plan.meant.iter().map(|edit| (edit.kind, edit.id.as_str(), edit.field.as_deref())).collect();
    let chart = done.judged.graph.chart();
    let is_kept = |kind: Noun, id: &str, key: &str| {
        !changed.contains(&(kind, id, None)) && !changed.contains(&(kind, id, Some(key)))
    };
    let (mut responsibilities, mut notes, mut waivers, mut comments) = (0, 0, 0, 0);
    let mut look = |kind: Noun, id: &str, has_note: bool, allowed: usize| {
        notes += usize::from(has_note && is_kept(kind, id, "note"));
        waivers += if is_kept(kind, id, "allow") { allowed } else { 0 };
    };
    for person in &chart.people.entries {
        look(Noun::Person, person.id.value.as_str(), person.note.get().is_some(), 0);
    }
    for seat in &chart.seats.entries {
        let id = seat.id.value.as_str();
        look(Noun::Seat, id, seat.note.get().is_some(), seat.allow.len());
        responsibilities += if is_kept(Noun::Seat, id, "responsibilities") { seat.responsibilities.len() } else { 0 };
    }
    for priority in &chart.priorities.entries {
        look(Noun::Priority, priority.id.value.as_str(), priority.note.get().is_some(), priority.allow.len());
    }
    for metric in &chart.metrics.entries {
        look(Noun::Metric, metric.id.value.as_str(), metric.note.get().is_some(), metric.allow.len());
    }
    let touched: BTreeSet<(Noun, &str)> = changed.iter().map(|(kind, id, _)| (*kind, *id)).collect();
    let untouched = |kind: Noun, id: &str| !touched.contains(&(kind, id));
    let priorities = chart.priorities.entries.iter().filter(|one| untouched(Noun::Priority, one.id.value.as_str()));
    let metrics = chart.metrics.entries.iter().filter(|one| untouched(Noun::Metric, one.id.value.as_str()));
    let (priorities, metrics) = (priorities.count(), metrics.count());
    for (old, new) in done.loaded.sources.files().iter().zip(done.plan.sources.files()) {
        // A file without a hash sign has no comments.
        if old.text().contains('#') {
            let outline = Outline::of(new).map_err(|_| Error::new(format!("{} can't be read again", new.path())))?;
            comments += outline.comments.len();
        }
    }
    let counts = [
        (responsibilities, "responsibility", "responsibilities"),
        (priorities, "priority", "priorities"),
        (metrics, "metric", "metrics"),
        (notes, "note", "notes"),
        (waivers, "waiver", "waivers"),
        (comments, "comment", "comments"),
    ];
    let said = counts.into_iter().filter(|(count, ..)| *count > 0);
    Ok(said.map(|(number, one, many)| count(number, one, many)).collect())
}
