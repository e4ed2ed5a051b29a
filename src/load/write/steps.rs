//! The steps by which outputs reach the disk: every call that changes it is here.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// A change to the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A folder is made.
    MakeFolder,
    /// A file is made.
    Create,
    /// Bytes are written into a file.
    Write,
    /// A file or folder gets the permissions of the one that it replaces.
    Permit,
    /// A file or folder is synced.
    Sync,
    /// A file or folder is moved.
    Rename,
    /// A file gets a second name.
    Link,
    /// Two folders change places.
    Exchange,
    /// A file or folder is removed.
    Remove,
}

/// What is asked before a change.
type Watch<'a> = &'a dyn Fn(Step) -> io::Result<()>;

/// The way to the disk. A watcher is asked before each step and can make it fail, or end the process, so that tests
/// see what a run leaves behind that fails or is killed anywhere. The program watches nothing.
#[derive(Clone, Copy, Default)]
pub struct Steps<'a> {
    watch: Option<Watch<'a>>,
}

impl<'a> Steps<'a> {
    /// Steps, with a callback before each.
    #[must_use]
    pub fn watched(watch: Watch<'a>) -> Self {
        Self { watch: Some(watch) }
    }

    fn announce(self, step: Step) -> io::Result<()> {
        self.watch.map_or(Ok(()), |watch| watch(step))
    }

    /// Makes a folder with these permissions, less what the user's mask takes away.
    pub(super) fn make_folder(self, path: &Path, mode: u32) -> io::Result<()> {
        self.announce(Step::MakeFolder)?;
        #[cfg(unix)]
        return std::os::unix::fs::DirBuilderExt::mode(&mut fs::DirBuilder::new(), mode).create(path);
        #[cfg(not(unix))]
        {
            let _ = mode;
            fs::create_dir(path)
        }
    }

    /// Makes a file that was not there, with these permissions, less what the user's mask takes away.
    pub(super) fn create(self, path: &Path, mode: u32) -> io::Result<File> {
        self.announce(Step::Create)?;
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
        #[cfg(not(unix))]
        let _ = mode;
        options.open(path)
    }

    /// Opens a device or a pipe, at whose end is written.
    pub(super) fn open_stream(self, path: &Path) -> io::Result<File> {
        self.announce(Step::Create)?;
        File::options().append(true).open(path)
    }

    pub(super) fn write(self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        self.announce(Step::Write)?;
        file.write_all(bytes)
    }

    #[cfg(unix)]
    pub(super) fn permit(self, path: &Path, mode: u32) -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        self.announce(Step::Permit)?;
        fs::set_permissions(path, fs::Permissions::from_mode(mode))
    }

    /// Syncs a file by the handle that wrote it: another one may not be able to.
    pub(super) fn sync(self, file: &File) -> io::Result<()> {
        self.announce(Step::Sync)?;
        file.sync_all()
    }

    /// Syncs the names in a folder, where the system can.
    #[cfg(unix)]
    pub(super) fn sync_folder(self, folder: &Path) -> io::Result<()> {
        self.announce(Step::Sync)?;
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        synced.or_else(|reason| match reason.kind() {
            // A folder that can be written to and not read, and file systems that have no such call.
            io::ErrorKind::PermissionDenied | io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported => Ok(()),
            _ => Err(reason),
        })
    }

    /// This system looks after the names in a folder itself, and has no handle that could be synced.
    #[cfg(not(unix))]
    pub(super) fn sync_folder(self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn rename(self, from: &Path, to: &Path) -> io::Result<()> {
        self.announce(Step::Rename)?;
        fs::rename(from, to)
    }

    /// Gives a file a second name.
    pub(super) fn link(self, path: &Path, name: &Path) -> io::Result<()> {
        self.announce(Step::Link)?;
        fs::hard_link(path, name)
    }

    /// Copies a file to a name that nothing has.
    pub(super) fn copy(self, path: &Path, name: &Path) -> io::Result<()> {
        self.announce(Step::Create)?;
        let mut from = File::open(path)?;
        let mut to = File::options().write(true).create_new(true).open(name)?;
        io::copy(&mut from, &mut to)?;
        fs::set_permissions(name, from.metadata()?.permissions())?;
        to.sync_all()
    }

    /// Lets two folders change places in one step. `Unsupported` where the system or the file system has no such step.
    pub(super) fn exchange(self, one: &Path, other: &Path) -> io::Result<()> {
        self.announce(Step::Exchange)?;
        exchange(one, other)
    }

    pub(super) fn remove_file(self, path: &Path) -> io::Result<()> {
        self.announce(Step::Remove)?;
        fs::remove_file(path)
    }

    /// Removes a folder that holds nothing.
    pub(super) fn remove_empty(self, path: &Path) -> io::Result<()> {
        self.announce(Step::Remove)?;
        fs::remove_dir(path)
    }

    /// Removes a folder with all that it holds. Links are removed, not followed.
    pub(super) fn remove_folder(self, path: &Path) -> io::Result<()> {
        self.announce(Step::Remove)?;
        #[cfg(unix)]
        if path.symlink_metadata()?.is_dir() {
            use std::os::unix::fs::PermissionsExt;
            // It has the permissions of the one that it was to replace, which may be read alone. What can't be opened
            // can't be removed, and that is reported below.
            let _ = fs::set_permissions(path, fs::Permissions::from_mode(0o700));
        }
        fs::remove_dir_all(path)
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|errno| match errno {
        Errno::NOSYS | Errno::INVAL | Errno::NOTSUP => io::ErrorKind::Unsupported.into(),
        errno => errno.into(),
    })
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

impl fmt::Debug for Steps<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Steps").field("is_watched", &self.watch.is_some()).finish()
    }
}
