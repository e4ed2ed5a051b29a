//! Objects of a repository, by their ids: looked at, then read.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::Arc;

use tempfile::NamedTempFile;

use crate::error::Error;
use crate::read::LARGEST_FILE;

use super::program::{Git, failed, said};

/// The objects of one repository, through runs of git that wait for ids.
#[derive(Debug)]
pub(super) struct Objects {
    git: Git,
    sizes: Option<Pipe>,
    whole: Option<Pipe>,
    /// The folders that were read. Looked up only.
    folders: HashMap<String, Arc<Folder>>,
}

/// Id, kind and size of an object.
type Head = (String, String, u64);

/// What a tree object holds, by name.
pub(super) type Folder = BTreeMap<String, Entry>;

/// One name in a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) mode: Mode,
    pub(super) id: String,
}

/// What a name in a tree refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    File,
    Folder,
    Link,
    Submodule,
    /// Nothing that git writes today.
    Other,
}

impl Mode {
    fn of(digits: &[u8]) -> Self {
        match digits {
            b"100644" | b"100755" => Self::File,
            b"40000" => Self::Folder,
            b"120000" => Self::Link,
            b"160000" => Self::Submodule,
            _ => Self::Other,
        }
    }
}

impl Objects {
    pub(super) fn of(git: Git) -> Self {
        Self { git, sizes: None, whole: None, folders: HashMap::new() }
    }

    /// What an id, or an id with a suffix such as `^{tree}`, refers to.
    pub(super) fn look(&mut self, id: &str) -> Result<Head, Error> {
        let mut pipe = Pipe::of(&mut self.sizes, &self.git, "--batch-check")?;
        let head = pipe.ask(id)?;
        self.sizes = Some(pipe);
        Ok(head)
    }

    /// The bytes of files, by id and size. They are read in a run of their own that ends with them: git passes a
    /// damaged file on with fewer bytes than it announced, and who waits for the others waits for ever.
    pub(super) fn files(&self, wanted: &[(String, u64)]) -> Vec<Result<Vec<u8>, Error>> {
        let mut read = Vec::with_capacity(wanted.len());
        while read.len() < wanted.len() {
            let left = &wanted[read.len()..];
            if let Err(error) = self.run(left, &mut read) {
                read.push(Err(error));
            }
        }
        read
    }

    /// Reads files until one can't be read.
    fn run(&self, wanted: &[(String, u64)], read: &mut Vec<Result<Vec<u8>, Error>>) -> Result<(), Error> {
        let ids: String = wanted.iter().flat_map(|(id, _)| [id, "\n"]).collect();
        let mut input = tempfile::tempfile().map_err(|reason| failed(&reason))?;
        input.write_all(ids.as_bytes()).and_then(|()| input.rewind()).map_err(|reason| failed(&reason))?;
        let mut pipe = Pipe::open(&self.git, "--batch", input.into())?;
        for (id, size) in wanted {
            let (_, kind, announced) = pipe.head(id)?;
            if kind != "blob" || announced != *size {
                return Err(pipe.broken(id));
            }
            read.push(Ok(pipe.bytes(id, *size)?));
        }
        Ok(())
    }

    /// The bytes of an object that is no file: those git passes on whole or not at all.
    fn bytes(&mut self, id: &str, wanted: &str) -> Result<Vec<u8>, Error> {
        let (_, kind, size) = self.look(id)?;
        if kind != wanted || size > LARGEST_FILE {
            return Err(Error::new(format!(
                "object {id} is not a {wanted} that can be read, but a {kind} of {size} bytes"
            )));
        }
        let mut pipe = Pipe::of(&mut self.whole, &self.git, "--batch")?;
        let (_, _, size) = pipe.ask(id)?;
        let bytes = pipe.bytes(id, size)?;
        self.whole = Some(pipe);
        Ok(bytes)
    }

    /// The commit that an id refers to, and when it was made, in seconds since 1970.
    pub(super) fn committed(&mut self, id: &str) -> Result<(String, i64), Error> {
        let (id, _, _) = self.look(&format!("{id}^{{commit}}"))?;
        let bytes = self.bytes(&id, "commit")?;
        let text = String::from_utf8_lossy(&bytes);
        let line = text.lines().find_map(|line| line.strip_prefix("committer "));
        let at = line.and_then(|line| line.rsplit(' ').nth(1)?.parse().ok());
        at.map(|at| (id.clone(), at)).ok_or_else(|| Error::new(format!("commit {id} does not say when it was made")))
    }

    /// What a tree object holds; each is read once.
    pub(super) fn folder(&mut self, id: &str) -> Result<Arc<Folder>, Error> {
        if let Some(folder) = self.folders.get(id) {
            return Ok(Arc::clone(folder));
        }
        let bytes = self.bytes(id, "tree")?;
        let folder = Arc::new(parse(&bytes, id.len() / 2).ok_or_else(|| {
            Error::new(format!(
                "tree {id} is malformed or holds a name such as `..` or `.git`: git did not write it, so it is not read"
            ))
        })?);
        self.folders.insert(id.to_owned(), Arc::clone(&folder));
        Ok(folder)
    }
}

/// Reads a tree object. `None` for names that no honest tree holds: empty, doubled, with a slash, `.`, `..`, `.git`.
fn parse(mut bytes: &[u8], id_length: usize) -> Option<Folder> {
    let mut folder = Folder::new();
    while !bytes.is_empty() {
        let blank = bytes.iter().position(|&byte| byte == b' ')?;
        let end = blank + 1 + bytes[blank + 1..].iter().position(|&byte| byte == 0)?;
        let id = bytes.get(end + 1..end + 1 + id_length)?;
        let name = String::from_utf8_lossy(&bytes[blank + 1..end]).into_owned();
        let is_hostile =
            matches!(name.as_str(), "" | "." | "..") || name.eq_ignore_ascii_case(".git") || name.contains('/');
        let id = id.iter().fold(String::new(), |id, byte| id + &format!("{byte:02x}"));
        let entry = Entry { mode: Mode::of(&bytes[..blank]), id };
        if is_hostile || folder.insert(name, entry).is_some() {
            return None;
        }
        bytes = &bytes[end + 1 + id_length..];
    }
    Some(folder)
}

/// A run of `git cat-file` that answers one id after another.
#[derive(Debug)]
struct Pipe {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    /// Where git says what is wrong; a file, so that it never waits for us to read.
    trouble: File,
}

impl Pipe {
    /// The run that is open, or a new one. It is put back after each good answer: one that broke is not used again.
    fn of(open: &mut Option<Self>, git: &Git, mode: &str) -> Result<Self, Error> {
        if let Some(pipe) = open.take() {
            return Ok(pipe);
        }
        Self::open(git, mode, Stdio::piped())
    }

    fn open(git: &Git, mode: &str, input: Stdio) -> Result<Self, Error> {
        let file = NamedTempFile::new().map_err(|reason| failed(&reason))?;
        let trouble = file.reopen().map_err(|reason| failed(&reason))?;
        let mut command = git.command(&["cat-file", mode]);
        command.stdin(input).stdout(Stdio::piped()).stderr(file.into_file());
        let mut child = command.spawn().map_err(|reason| failed(&reason))?;
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().expect("it is piped"));
        Ok(Self { child, input, output, trouble })
    }

    /// Sends an id and reads the head of the answer.
    fn ask(&mut self, id: &str) -> Result<Head, Error> {
        let input = self.input.as_mut().expect("it is open while the run lives");
        match writeln!(input, "{id}").and_then(|()| input.flush()) {
            Ok(()) => self.head(id),
            Err(_) => Err(self.broken(id)),
        }
    }

    fn head(&mut self, id: &str) -> Result<Head, Error> {
        let mut line = String::new();
        let read = self.output.by_ref().take(4096).read_line(&mut line);
        let head = |line: &str| {
            let mut words = line.trim_end().split(' ').map(str::to_owned);
            Some((words.next()?, words.next()?, words.next()?.parse().ok()?))
        };
        read.ok().and_then(|_| head(&line)).ok_or_else(|| self.broken(id))
    }

    /// What follows a head, and the line end after it.
    fn bytes(&mut self, id: &str, size: u64) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        let read = self.output.by_ref().take(size).read_to_end(&mut bytes);
        let end = read.and_then(|_| self.output.read_exact(&mut [0]));
        if end.is_ok() && bytes.len() as u64 == size { Ok(bytes) } else { Err(self.broken(id)) }
    }

    /// Why an object could not be read.
    fn broken(&mut self, id: &str) -> Error {
        let said = said(&mut self.trouble);
        let reason =
            said.lines().last().map(|line| format!(" ({})", line.trim_start_matches("fatal: "))).unwrap_or_default();
        Error::new(format!(
            "object {id} is missing or damaged{reason}: `git fsck` says more; a partial clone lacks files, fetch it in full"
        ))
    }
}

impl Drop for Pipe {
    fn drop(&mut self) {
        // At the end of its input git ends, too.
        self.input = None;
        let _: std::io::Result<()> = self.child.kill();
        let _: std::io::Result<std::process::ExitStatus> = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(entries: &[(&str, &str)]) -> Vec<u8> {
        let entry = |(mode, name): &(&str, &str)| [format!("{mode} {name}\0").as_bytes(), &[7; 20]].concat();
        entries.iter().flat_map(entry).collect()
    }

    #[test]
    fn an_honest_tree_is_read_name_by_name() {
        let folder = parse(&raw(&[("100644", "a b.yaml"), ("40000", "größe"), ("160000", "m"), ("120000", "..l")]), 20);
        let folder = folder.expect("it is sound");
        let modes: Vec<(&str, Mode)> = folder.iter().map(|(name, entry)| (name.as_str(), entry.mode)).collect();
        let expected = [("..l", Mode::Link), ("a b.yaml", Mode::File), ("größe", Mode::Folder), ("m", Mode::Submodule)];
        assert_eq!(modes, expected);
        assert_eq!(folder["m"].id, "07".repeat(20));
        assert_eq!(parse(b"", 20), Some(Folder::new()));
    }

    #[test]
    fn no_bytes_make_it_panic_and_no_cut_tree_is_whole() {
        let whole = raw(&[("100644", "chart.yaml"), ("40000", "x")]);
        for end in 1..whole.len() {
            let is_entry = end == whole.len() - raw(&[("40000", "x")]).len();
            assert_eq!(parse(&whole[..end], 20).is_some(), is_entry, "{end}");
        }
        arbtest::arbtest(|u| {
            let mut bytes = whole.clone();
            for _ in 0..u.int_in_range(1..=4)? {
                let at = u.choose_index(bytes.len())?;
                bytes[at] = u.arbitrary()?;
            }
            let names = parse(&bytes, 20).map(|folder| folder.into_keys().collect::<Vec<_>>()).unwrap_or_default();
            assert!(names.iter().all(|name| !name.contains('/') && !matches!(name.as_str(), "" | "." | "..")));
            Ok(())
        });
    }
}
