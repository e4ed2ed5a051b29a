//! How commands write files and folders.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::load::{ChartFiles, Folder, Guard, Output, write_files, write_folder};

use super::{Env, named_charts};

/// Whether a file's name means standard output.
pub(super) fn is_stdout(named: &Path) -> bool {
    named == Path::new("-") || cfg!(unix) && named == Path::new("/dev/stdout")
}

/// The guard over what these charts are made of, by the names that were given for them.
pub(super) fn guard<'c>(
    named: &[PathBuf],
    charts: impl IntoIterator<Item = &'c ChartFiles>,
    env: &Env<'_>,
) -> Result<Guard, Error> {
    let mut guard = Guard::new(&env.directory);
    for chart in charts {
        guard.chart(chart);
    }
    for named in named_charts(named, env)? {
        guard.named(&named);
    }
    Ok(guard)
}

impl Env<'_> {
    /// Writes a file whole, or not at all.
    pub(super) fn write_file(&self, named: &Path, bytes: &[u8]) -> Result<(), Error> {
        self.write_files(&[(named.to_path_buf(), bytes)])
    }

    /// Writes files whole; where one can't be written, none is replaced.
    pub(super) fn write_files(&self, files: &[(PathBuf, impl AsRef<[u8]>)]) -> Result<(), Error> {
        let paths: Vec<PathBuf> = files.iter().map(|(named, _)| self.directory.join(named)).collect();
        let outputs = files.iter().zip(&paths);
        let outputs: Vec<Output<'_>> =
            outputs.map(|((shown, bytes), path)| Output { path, shown, bytes: bytes.as_ref() }).collect();
        write_files(self.steps, &outputs)
    }

    /// Writes a folder whole, or not at all.
    pub(super) fn write_folder(
        &self,
        named: &Path,
        files: &[(String, Vec<u8>)],
        is_ours: impl Fn(&str) -> bool,
    ) -> Result<(), Error> {
        let path = self.directory.join(named);
        write_folder(self.steps, &Folder { path: &path, shown: named, files }, is_ours)
    }
}
