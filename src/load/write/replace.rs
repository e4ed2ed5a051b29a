//! The files of a chart, replaced all or none, and only where they are still those that were read.
//!
//! Each old file keeps a second name, `.rightseat-NAME.old`, until all are replaced: a run that is killed in between
//! leaves it, and `bring_back` or `let_go` settles which of the two is kept.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::load::chart_files::ChartFiles;
use crate::load::discover::charts_at;
use crate::text::{Sources, shell_command, sort};

use super::file::{fill, mode, unsure};
use super::place::parent;
use super::steps::Steps;
use super::temporary::{TemporaryFile, clear};

const PREFIX: &str = ".rightseat-";
const SUFFIX: &str = ".old";

/// A file with what it is to hold.
struct Replaced<'a> {
    path: &'a Path,
    shown: &'a Path,
    text: &'a str,
}

/// Replaces those files of a chart whose texts differ.
///
/// # Errors
/// Files that changed since they were read, links, files that may not be written, and the system's reasons.
pub fn replace_texts(steps: Steps<'_>, chart: &ChartFiles, before: &Sources, after: &Sources) -> Result<(), Error> {
    if chart.commit().is_some() {
        return Err(Error::new(format!("{} is read from a revision in git, which can't be changed", chart.name)));
    }
    let texts = before.files().iter().zip(after.files());
    let changed: Vec<Replaced<'_>> = chart
        .files
        .iter()
        .zip(texts)
        .filter(|(_, (old, new))| old.text() != new.text())
        .map(|(file, (_, new))| Replaced { path: &file.path, shown: Path::new(&file.shown), text: new.text() })
        .collect();
    let failed = |file: &Replaced<'_>, reason: &io::Error| Error::io("write", file.shown, reason);
    let mut staged = Vec::with_capacity(changed.len());
    for file in &changed {
        may_be_replaced(file)?;
        clear(steps, parent(file.path));
        staged.push(stage(steps, file).map_err(|reason| failed(file, &reason))?);
    }
    unchanged(chart, before)?;
    let mut kept = Kept { steps, pairs: Vec::new() };
    for file in &changed {
        kept.keep(file.path).map_err(|reason| failed(file, &reason))?;
    }
    for (file, temporary) in changed.iter().zip(staged) {
        temporary.move_to(file.path).map_err(|reason| failed(file, &reason))?;
    }
    let mut folders: Vec<&Path> = changed.iter().map(|file| parent(file.path)).collect();
    folders.sort_unstable();
    folders.dedup();
    for folder in &folders {
        steps.sync_folder(folder).map_err(|reason| unsure(folder, &reason))?;
    }
    let pairs = std::mem::take(&mut kept.pairs);
    for (link, path) in &pairs {
        steps.remove_file(link).map_err(|reason| {
            let shown = path.file_name().unwrap_or_default().to_string_lossy();
            let keep = shell_command(["rightseat", "edit", "keep", "--chart", &chart.name]);
            Error::new(format!(
                "{shown} was written, but its old text can't be removed: {reason}; `{keep}` tries again"
            ))
        })?;
    }
    for file in &changed {
        match fs::read(file.path) {
            Ok(bytes) if bytes == file.text.as_bytes() => {}
            _ => return Err(Error::new(format!("{} does not hold what was written into it", file.shown.display()))),
        }
    }
    Ok(())
}

/// A rename would replace a link, and what may not be written.
fn may_be_replaced(file: &Replaced<'_>) -> Result<(), Error> {
    let shown = file.shown.display();
    let kind = fs::symlink_metadata(file.path).map_err(|reason| Error::io("write", file.shown, &reason))?;
    if kind.is_symlink() {
        return Err(Error::new(format!("cannot write {shown}: it is a link")));
    }
    if kind.permissions().readonly() {
        return Err(Error::new(format!("cannot write {shown}: it is read-only")));
    }
    Ok(())
}

fn stage<'s>(steps: Steps<'s>, file: &Replaced<'_>) -> io::Result<TemporaryFile<'s>> {
    let old = fs::metadata(file.path).ok();
    let mut temporary = TemporaryFile::beside(steps, parent(file.path), mode(old.as_ref()))?;
    fill(steps, &mut temporary.file, &temporary.path, old.as_ref(), file.text.as_bytes())?;
    Ok(temporary)
}

/// Whether the chart is still made of the same files, with the same bytes.
fn unchanged(chart: &ChartFiles, before: &Sources) -> Result<(), Error> {
    let meanwhile = |what: &str| Error::new(format!("{what} was changed meanwhile: run again"));
    let now = charts_at(&chart.tree, &chart.path)?;
    let paths = |chart: &ChartFiles| chart.files.iter().map(|file| file.path.clone()).collect::<Vec<_>>();
    if !now.iter().any(|now| paths(now) == paths(chart)) {
        return Err(meanwhile(&chart.name));
    }
    for (file, source) in chart.files.iter().zip(before.files()) {
        let bytes = fs::read(&file.path).map_err(|reason| Error::io("read", Path::new(&file.shown), &reason))?;
        if bytes != source.text().as_bytes() {
            return Err(meanwhile(&file.shown));
        }
    }
    Ok(())
}

/// The old files under their second names; they come back where this is dropped before it is emptied.
struct Kept<'s> {
    steps: Steps<'s>,
    pairs: Vec<(PathBuf, PathBuf)>,
}

impl Kept<'_> {
    fn keep(&mut self, path: &Path) -> io::Result<()> {
        let mut name = std::ffi::OsString::from(PREFIX);
        name.push(path.file_name().unwrap_or_default());
        name.push(SUFFIX);
        let link = parent(path).join(name);
        match self.steps.link(path, &link) {
            Err(reason) if is_unsupported(&reason) => self.steps.copy(path, &link)?,
            done => done?,
        }
        self.pairs.push((link, path.to_path_buf()));
        Ok(())
    }
}

/// Where the file system has no second names.
fn is_unsupported(reason: &io::Error) -> bool {
    matches!(reason.kind(), io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied)
}

impl Drop for Kept<'_> {
    fn drop(&mut self) {
        for (link, path) in self.pairs.iter().rev() {
            // Why the files could not be written is being told; what is left is settled by the next run.
            let _: io::Result<()> = bring(self.steps, link, path);
        }
    }
}

/// Renaming one name of a file to another of the same file does nothing, so that the second name stays.
fn bring(steps: Steps<'_>, link: &Path, path: &Path) -> io::Result<()> {
    steps.rename(link, path)?;
    if link.symlink_metadata().is_ok() { steps.remove_file(link) } else { Ok(()) }
}

/// Old files that a run left beside the files of a chart, with the names that they had.
///
/// # Errors
/// A folder that can't be looked through.
pub fn left_behind(chart: &ChartFiles) -> Result<Vec<(PathBuf, PathBuf)>, Error> {
    if chart.commit().is_some() {
        return Ok(Vec::new());
    }
    let mut folders: Vec<&Path> = chart.files.iter().map(|file| parent(&file.path)).collect();
    folders.sort_unstable();
    folders.dedup();
    let mut found = Vec::new();
    for folder in folders {
        let entries = fs::read_dir(folder).map_err(|reason| Error::io("look through", folder, &reason))?;
        for entry in entries.flatten() {
            if let Some(name) = entry.file_name().to_str().and_then(old_name) {
                found.push((entry.path(), folder.join(name)));
            }
        }
    }
    sort::by(&mut found, Ord::cmp);
    Ok(found)
}

/// The name that an old file had.
fn old_name(name: &str) -> Option<&OsStr> {
    let name = name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?;
    (!name.is_empty()).then(|| OsStr::new(name))
}

/// Brings the old files back.
///
/// # Errors
/// The system's reason.
pub fn bring_back(steps: Steps<'_>, left: &[(PathBuf, PathBuf)]) -> Result<(), Error> {
    for (link, path) in left {
        bring(steps, link, path).map_err(|reason| Error::io("bring back", path, &reason))?;
    }
    Ok(())
}

/// Lets the old files go.
///
/// # Errors
/// The system's reason.
pub fn let_go(steps: Steps<'_>, left: &[(PathBuf, PathBuf)]) -> Result<(), Error> {
    for (link, _) in left {
        steps.remove_file(link).map_err(|reason| Error::io("remove", link, &reason))?;
    }
    Ok(())
}
