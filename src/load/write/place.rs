//! Where an output really goes.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// How many links in a row are followed, as the system does.
const MOST_LINKS: usize = 40;

/// Where a path leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A file, there or not, that is replaced as a whole; links that lead to it stay.
    File(PathBuf),
    /// A folder.
    Folder(PathBuf),
    /// A device, a pipe, or a file that the process has open already: bytes go into it one by one.
    Stream(PathBuf),
}

impl Place {
    /// The place that a path means, past links; what they lead to need not be there.
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let mut path = path.to_path_buf();
        for _ in 0..MOST_LINKS {
            if is_open_already(&path) {
                return Ok(Self::Stream(path));
            }
            match fs::symlink_metadata(&path) {
                Ok(kind) if kind.is_symlink() => path = parent(&path).join(fs::read_link(&path)?),
                Ok(kind) if kind.is_file() => return Ok(Self::File(path)),
                Ok(kind) if kind.is_dir() => return Ok(Self::Folder(path)),
                Ok(_) => return Ok(Self::Stream(path)),
                Err(reason) if reason.kind() == io::ErrorKind::NotFound => return Ok(Self::File(path)),
                Err(reason) => return Err(reason),
            }
        }
        Err(io::Error::other("the link leads in a circle"))
    }
}

/// Whether a name refers to something that the process has open, such as `/dev/fd/3`, which may be a file.
fn is_open_already(path: &Path) -> bool {
    cfg!(unix) && (path.starts_with("/proc") || path.starts_with("/dev/fd"))
}

/// The folder that a path is in.
pub(super) fn parent(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A path by which the same file is always known, also one that is not there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Real {
    /// Without links, `.` and `..`.
    pub(super) path: PathBuf,
    /// What the system tells files apart by, whatever their names.
    inode: Option<(u64, u64)>,
}

impl Real {
    pub(super) fn of(path: &Path) -> Self {
        let mut left = path;
        let mut below: Vec<OsString> = Vec::new();
        loop {
            if let Ok(mut real) = left.canonicalize() {
                for name in below.iter().rev() {
                    if name == ".." {
                        real.pop();
                    } else {
                        real.push(name);
                    }
                }
                let inode = if below.is_empty() { inode(&real) } else { None };
                return Self { path: real, inode };
            }
            let mut parts = left.components();
            match parts.next_back() {
                Some(name) => below.push(name.as_os_str().to_owned()),
                None => return Self { path: path.to_path_buf(), inode: None },
            }
            left = parts.as_path();
        }
    }

    /// Whether two paths are one file: by name, by another name of it, or where it tells names apart by more than case.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.path == other.path || self.inode.is_some() && self.inode == other.inode
    }

    /// Whether two files that are not there yet would be one where upper and lower case are the same.
    pub(super) fn is_but_for_case(&self, other: &Self) -> bool {
        let folded = |path: &Path| path.to_string_lossy().to_lowercase();
        self.inode.is_none() && other.inode.is_none() && folded(&self.path) == folded(&other.path)
    }
}

#[cfg(unix)]
fn inode(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|kind| (kind.dev(), kind.ino()))
}

/// The canonical path has the case that the disk has; other names of a file are not known here.
#[cfg(not(unix))]
fn inode(_: &Path) -> Option<(u64, u64)> {
    None
}

#[cfg(test)]
mod tests {
    use super::{Place, Real};

    #[test]
    fn a_file_that_is_not_there_is_known_by_its_folder() {
        let home = tempfile::TempDir::new().expect("a folder can be made");
        std::fs::create_dir(home.path().join("a")).expect("a folder can be made");
        let (one, other) = (home.path().join("a/../x"), home.path().join("./x"));
        assert!(Real::of(&one).is(&Real::of(&other)));
        assert!(Real::of(&home.path().join("gone/../x")).is(&Real::of(&other)));
        assert!(!Real::of(&home.path().join("gone/x")).is(&Real::of(&other)));
        assert!(Real::of(&home.path().join("X")).is_but_for_case(&Real::of(&other)));
    }

    #[test]
    fn another_name_of_a_file_is_that_file() {
        let home = tempfile::TempDir::new().expect("a folder can be made");
        let (one, other) = (home.path().join("one"), home.path().join("other"));
        std::fs::write(&one, "").expect("it can be written");
        std::fs::hard_link(&one, &other).expect("it can have two names");
        assert!(Real::of(&one).is(&Real::of(&other)) || cfg!(not(unix)));
        assert_eq!(Place::of(&one).expect("it is there"), Place::File(one));
    }
}
