//! The plan: what is meant, what changes in which file, and the resulting chart.

use std::collections::BTreeSet;

use crate::check::{AsOf, Claimed, Judged};
use crate::model::{Chart, Edit, Noun, Value};
use crate::read::{self, Defect, DefectKind, Input, Oddity, Outline};
use crate::text::{SourceId, Sources};

use super::draft::{Draft, Task, meant};
use super::files::Files;
use super::home::last_sibling;
use super::intent::Intent;
use super::lower::lower;
use super::prove;
use super::refusal::Refusal;
use super::splice::{Splicing, is_unreadable};
use super::window::Windows;
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
    planned(claimed, judged, inputs, intents, false)
}

/// Plans; with `is_whole` large files are looked at from end to end.
pub(super) fn planned(
    claimed: &Claimed<'_>,
    judged: &Judged<'_>,
    inputs: &[Input],
    intents: &[Intent],
    is_whole: bool,
) -> Result<Plan, Refusal> {
    if claimed.chart.is_partial {
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
    let windows = if is_whole {
        Windows::none()
    } else {
        Windows::of(claimed.sources, inputs, claimed.chart, &touched(&draft, &tasks))
    };
    let asked = Asked { draft: &draft, tasks: &tasks, meant: &meant, renames: &renames };
    let done = match asked.done(claimed, inputs, &windows) {
        // What can't be told from a part of a file is asked of the whole.
        Err(_) if !windows.is_none() => asked.done(claimed, inputs, &Windows::none())?,
        done => done?,
    };
    told.extend(done.told);
    let Done { patches, sources, chart, defects, .. } = done;
    Ok(Plan { meant, patches, sources, chart, defects, told, renames })
}

/// The places in the texts that tasks touch: entries that change, and those beside which new ones go.
fn touched(draft: &Draft<'_>, tasks: &[Task]) -> BTreeSet<u32> {
    let places = tasks.iter().filter_map(|(kind, _, entry)| match &entry.origin {
        Some(origin) => draft.place(*kind, origin),
        None => last_sibling(draft, entry.after.as_ref()?),
    });
    places.map(|span| span.start()).collect()
}

/// What is to be done, in terms of the draft.
struct Asked<'a, 'c> {
    draft: &'a Draft<'c>,
    tasks: &'a [Task],
    meant: &'a [Edit],
    renames: &'a [(Noun, String, String)],
}

/// What came of it.
struct Done {
    patches: Vec<Patch>,
    sources: Sources,
    chart: Chart,
    defects: Vec<Defect>,
    told: Vec<String>,
}

/// A file that changes: its text, and comments that go.
struct Rewritten {
    splices: Vec<Splice>,
    text: String,
    gone: Vec<String>,
}

impl Asked<'_, '_> {
    /// Splices files, and proves the result.
    fn done(&self, claimed: &Claimed<'_>, inputs: &[Input], windows: &Windows) -> Result<Done, Refusal> {
        let files = Files::new(claimed.sources, inputs).within(windows);
        let mut splicing = Splicing::new(&files, self.renames);
        for task in self.tasks {
            splicing.task(self.draft, task, self.tasks)?;
        }
        if self.draft.says_version {
            splicing.version()?;
        }
        splicing.finish()?;
        let mut rewritten = Vec::new();
        for (file, sheet) in splicing.sheets {
            rewritten.push((file, rewrite(&files, file, sheet.finish())?));
        }
        let (sources, patches) = apply(claimed.sources, &files, &rewritten)?;
        let (chart, defects) = read::chart(&sources, inputs);
        prove::claims(claimed.chart, &chart, self.meant)?;
        prove::mistakes(claimed.defects, &defects, self.renames)?;
        let told = tell(&files, &rewritten, self.renames)?;
        Ok(Done { patches, sources, chart, defects, told })
    }
}

/// A file with its splices made, proven on its own.
fn rewrite(files: &Files<'_>, file: usize, one: Spliced) -> Result<Rewritten, Refusal> {
    let text = files.text(file);
    let gone = one.gone.iter().map(|comment| text[comment.clone()].trim_end().to_owned()).collect();
    if one.splices.is_empty() {
        return Ok(Rewritten { splices: Vec::new(), text: String::new(), gone });
    }
    prove::bytes(text, &one.splices, &one.text)?;
    let too_large = || Refusal::Value("the files together would be larger than 4 GiB".to_owned());
    let mut new = Sources::new();
    let id = new.add(files.path(file), one.text.clone()).ok_or_else(too_large)?;
    prove::file(new.file(id), &one)?;
    let Some((window, _)) = files.window(file) else {
        return Ok(Rewritten { splices: one.splices, text: one.text, gone });
    };
    let lost = || Refusal::unusual(files.path(file), Oddity::Unknown);
    let splices = window.outside(&one.splices).ok_or_else(lost)?;
    let whole = files.whole(file).text();
    let (mut text, mut from) = (String::with_capacity(whole.len() + one.text.len()), 0);
    for splice in &splices {
        text.push_str(whole.get(from..splice.bytes.start).ok_or_else(lost)?);
        text.push_str(&splice.text);
        from = splice.bytes.end;
    }
    text.push_str(whole.get(from..).ok_or_else(lost)?);
    prove::bytes(whole, &splices, &text)?;
    Ok(Rewritten { splices, text, gone })
}

/// What can't be read can't be written either, and an id defined twice does not say which entry is meant.
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

/// The texts with the splices made.
fn apply(
    before: &Sources,
    files: &Files<'_>,
    rewritten: &[(usize, Rewritten)],
) -> Result<(Sources, Vec<Patch>), Refusal> {
    let mut sources = Sources::new();
    let mut patches = Vec::new();
    for source in before.files() {
        let found =
            rewritten.iter().find(|(file, one)| !one.splices.is_empty() && std::ptr::eq(files.whole(*file), source));
        let text = found.map_or(source.text(), |(_, one)| &one.text).to_owned();
        let too_large = || Refusal::Value("the files together would be larger than 4 GiB".to_owned());
        let id = sources.add(source.path(), text).ok_or_else(too_large)?;
        patches.extend(found.map(|(_, one)| Patch { source: id, splices: one.splices.clone() }));
    }
    Ok((sources, patches))
}

/// Says which comments go, and which still name what is called otherwise now.
fn tell(
    files: &Files<'_>,
    rewritten: &[(usize, Rewritten)],
    renames: &[(Noun, String, String)],
) -> Result<Vec<String>, Refusal> {
    let mut told = Vec::new();
    for (file, one) in rewritten {
        told.extend(one.gone.iter().map(|comment| format!("{}: a comment is removed: {comment}", files.path(*file))));
    }
    for (_, old, new) in renames {
        let mut places = Vec::new();
        for file in 0..files.count() {
            let source = files.whole(file);
            let text = source.text();
            if !text.contains('#') || !text.contains(old.as_str()) {
                continue;
            }
            let outline = Outline::of(source).map_err(|oddity| Refusal::unusual(source.path(), oddity))?;
            for comment in outline.comments.iter().filter(|comment| names(&text[(*comment).clone()], old)) {
                places.push(format!(
                    "{}:{}",
                    files.path(file),
                    text[..comment.start].split_inclusive(['\n', '\r']).count()
                ));
            }
        }
        if !places.is_empty() {
            let count = if places.len() == 1 {
                "a comment names".to_owned()
            } else {
                format!("{} comments name", places.len())
            };
            told.push(format!("{count} still `{old}`, which is now `{new}`: {}", places.join(", ")));
        }
    }
    Ok(told)
}

/// Whether a text names an id, as a word of its own.
fn names(text: &str, id: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '/' | '.');
    text.match_indices(id).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(is_part);
        let after = text[at + id.len()..].chars();
        // A full stop after it ends a sentence.
        let after =
            after.clone().next().is_some_and(|c| is_part(c) && (c != '.' || after.clone().nth(1).is_some_and(is_part)));
        !before && !after
    })
}
