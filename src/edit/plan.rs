//! The plan: what is meant, what changes in which file, and the chart that comes of it.

use crate::check::{AsOf, Claimed, Judged};
use crate::model::{Chart, Edit, Noun, Value};
use crate::read::{self, Defect, DefectKind, Input};
use crate::text::{SourceId, Sources};

use super::draft::{Draft, Task, meant};
use super::files::Files;
use super::intent::Intent;
use super::lower::lower;
use super::prove;
use super::refusal::Refusal;
use super::splice::{Splicing, is_unreadable};
use super::yaml::{Splice, Spliced};

/// What changes in one file.
#[derive(Clone, Debug)]
pub struct Patch {
    /// The file.
    pub source: SourceId,
    /// What changes, in the order of the text; none touches another.
    pub splices: Vec<Splice>,
}

/// An edit that is proven and not yet written.
#[derive(Debug)]
pub struct Plan {
    /// The claims that change.
    pub meant: Vec<Edit>,
    /// What changes in which file.
    pub patches: Vec<Patch>,
    /// The texts as they would be, in the order and under the ids of those before.
    pub sources: Sources,
    /// The chart that they make.
    pub chart: Chart,
    /// What is wrong in it.
    pub defects: Vec<Defect>,
    /// What else somebody should know.
    pub told: Vec<String>,
    /// Entries that have another id: their kind, the id that they had and the one that they have.
    pub renames: Vec<(Noun, String, String)>,
}

impl Plan {
    /// Whether the chart says all of it already.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.patches.is_empty()
    }

    /// The chart that would be, judged as the one before was.
    #[must_use]
    pub fn judged<'p>(&'p self, before: &Judged<'p>) -> Judged<'p> {
        let Judged { name, key, at_revision, revisions, .. } = *before;
        let (sources, chart, defects) = (&self.sources, &self.chart, self.defects.as_slice());
        let claimed = Claimed { name, key, at_revision, revisions, sources, chart, defects };
        Judged::new(claimed, &before.norms, AsOf::Day(before.today))
    }
}

/// Plans one intent after another, each on what the one before left, and proves the whole.
///
/// # Errors
/// Why it is not done.
pub fn plan(claimed: &Claimed<'_>, judged: &Judged<'_>, inputs: &[Input], intents: &[Intent]) -> Result<Plan, Refusal> {
    let chart = claimed.chart;
    if chart.is_partial {
        return Err(Refusal::Partial);
    }
    let mut draft = Draft::new(judged);
    for intent in intents {
        lower(&mut draft, intent)?;
    }
    let renames = std::mem::take(&mut draft.renames);
    let (tasks, mut told) = draft.take_tasks();
    let meant = meant(&tasks);
    check(&tasks, claimed.defects)?;
    let files = Files::new(claimed.sources, inputs);
    let mut splicing = Splicing::new(&files, &renames);
    for task in &tasks {
        splicing.task(&draft, task, &tasks)?;
    }
    splicing.finish()?;
    let spliced: Vec<(usize, Spliced)> =
        splicing.sheets.into_iter().map(|(file, sheet)| (file, sheet.finish())).collect();
    let (sources, patches) = apply(claimed.sources, &files, &spliced)?;
    let (after, defects) = read::chart(&sources, inputs);
    prove::claims(chart, &after, &meant)?;
    prove::mistakes(claimed.defects, &defects, &renames)?;
    tell(&files, &spliced, &renames, &mut told)?;
    Ok(Plan { meant, patches, sources, chart: after, defects, told, renames })
}

/// What can't be read can't be written either, and of what is there twice nobody knows which is meant.
fn check(tasks: &[Task], defects: &[Defect]) -> Result<(), Refusal> {
    for (kind, id, entry) in tasks {
        let twice = |id: &&String| {
            defects.iter().any(|defect| {
                defect.kind == DefectKind::DuplicateId
                    && defect.entries.iter().any(|(of, other)| (of, other) == (kind, *id))
            })
        };
        if let Some(id) = entry.origin.as_ref().filter(twice) {
            return Err(Refusal::Twice { kind: *kind, id: id.clone() });
        }
        let written = |(key, value): &(&String, &Value)| {
            let before = entry.before.as_ref().and_then(|before| before.get(*key));
            // Items that can't be read stay where they are.
            let is_kept = matches!((before, value), (Some(Value::List(before)), Value::List(now))
                if before.iter().filter(|item| is_unreadable(item)).eq(now.iter().filter(|item| is_unreadable(item))));
            is_unreadable(value) && before != Some(*value) && !is_kept
        };
        if let Some((key, _)) = entry.after.iter().flatten().find(written) {
            let id = id.as_ref().or(entry.origin.as_ref()).map_or("", String::as_str);
            return Err(Refusal::Value(format!("what `{key}` of the {kind} `{id}` says can't be read")));
        }
    }
    Ok(())
}

/// The texts with the splices made, each file proven by itself.
fn apply(before: &Sources, files: &Files<'_>, spliced: &[(usize, Spliced)]) -> Result<(Sources, Vec<Patch>), Refusal> {
    let mut sources = Sources::new();
    let mut patches = Vec::new();
    for source in before.files() {
        let found = spliced.iter().find(|(file, one)| {
            !one.splices.is_empty() && std::ptr::eq(before.file(files.input(*file).source), source)
        });
        let text = found.map_or(source.text(), |(_, one)| &one.text).to_owned();
        let too_large = || Refusal::Value("the files together would be larger than 4 GiB".to_owned());
        let id = sources.add(source.path(), text).ok_or_else(too_large)?;
        if let Some((_, one)) = found {
            prove::bytes(source.text(), one)?;
            prove::file(sources.file(id), one)?;
            patches.push(Patch { source: id, splices: one.splices.clone() });
        }
    }
    Ok((sources, patches))
}

/// Says which comments go, and which still name what is called otherwise now.
fn tell(
    files: &Files<'_>,
    spliced: &[(usize, Spliced)],
    renames: &[(Noun, String, String)],
    told: &mut Vec<String>,
) -> Result<(), Refusal> {
    for (file, one) in spliced {
        let text = files.text(*file);
        for comment in &one.gone {
            told.push(format!("{}: a comment goes: {}", files.path(*file), text[comment.clone()].trim_end()));
        }
    }
    for (_, old, new) in renames {
        let mut places = Vec::new();
        for file in 0..files.count() {
            let text = files.text(file);
            if !text.contains('#') || !text.contains(old.as_str()) {
                continue;
            }
            let outline = files.outline(file)?;
            for comment in outline.comments.iter().filter(|comment| names(&text[(*comment).clone()], old)) {
                let line = text[..comment.start].split_inclusive(['\n', '\r']).count();
                places.push(format!("{}:{}", files.path(file), line));
            }
        }
        if !places.is_empty() {
            let count = if places.len() == 1 {
                "a comment names".to_owned()
            } else {
                format!("{} comments name", places.len())
            };
            told.push(format!("{count} `{old}` still, which is `{new}` now: {}", places.join(", ")));
        }
    }
    Ok(())
}

/// Whether a text names an id, as a word of its own.
fn names(text: &str, id: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '/' | '.');
    text.match_indices(id).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(is_part);
        let after = text[at + id.len()..].chars();
        // A full stop behind it ends a sentence.
        let after =
            after.clone().next().is_some_and(|c| is_part(c) && (c != '.' || after.clone().nth(1).is_some_and(is_part)));
        !before && !after
    })
}
