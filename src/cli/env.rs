//! What a command sees of the world.

use std::fmt;
use std::io::{self, Write};
use std::path::PathBuf;

use crate::error::Error;
use crate::load::Steps;
use crate::model::Date;
use crate::phrase::{Block, Page, Phrase};
use crate::report::page_text;
use crate::text::{printable, without_commands};

use super::FAILED;

/// Output, directory, day and terminal: all that a command takes from outside its arguments.
pub struct Env<'a> {
    /// Where results go.
    pub stdout: &'a mut dyn Write,
    /// Where trouble with the run goes.
    pub stderr: &'a mut dyn Write,
    /// The directory from which paths are meant and shown.
    pub directory: PathBuf,
    /// The day on which dates are judged.
    pub today: Date,
    /// Whether the terminal takes colour.
    pub color: bool,
    /// Its columns.
    pub width: usize,
    /// Whether the reader of the output has gone away; then there is nothing more to say.
    pub is_closed: bool,
    /// How outputs reach the disk.
    pub steps: Steps<'a>,
    /// Whether the process ends with the command. What the command holds is then left to the system, which frees it at
    /// once and not piece by piece.
    pub is_last: bool,
}

impl Env<'_> {
    /// Says a sentence on standard output.
    pub(super) fn tell(&mut self, said: Phrase) -> Result<(), Error> {
        self.show(&Page::of(vec![Block::Paragraph(said.into())]))
    }

    /// Shows a page on standard output.
    pub(super) fn show(&mut self, page: &Page) -> Result<(), Error> {
        self.print(&page_text(page, self.width, self.color))
    }

    /// Writes to standard output. A reader that has gone away, as `head` does, is no error.
    pub(super) fn print(&mut self, text: &str) -> Result<(), Error> {
        self.print_bytes(text.as_bytes())
    }

    /// Lets go of something large that is no longer needed.
    pub(super) fn leave<T>(&self, done: T) {
        if self.is_last {
            std::mem::forget(done);
        }
    }

    /// The same for what is no text.
    pub(super) fn print_bytes(&mut self, bytes: &[u8]) -> Result<(), Error> {
        if self.is_closed {
            return Ok(());
        }
        let written = self.stdout.write_all(bytes);
        self.settle(written)
    }

    pub(super) fn flush(&mut self) -> Result<(), Error> {
        if self.is_closed {
            return Ok(());
        }
        let flushed = self.stdout.flush();
        self.settle(flushed)
    }

    fn settle(&mut self, written: io::Result<()>) -> Result<(), Error> {
        match written {
            Err(reason) if reason.kind() == io::ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(())
            }
            Err(reason) => Err(Error::new(format!("cannot write the output: {reason}"))),
            Ok(()) => Ok(()),
        }
    }

    /// Writes to standard error, escaped: the text may hold folder names that somebody else chose.
    pub(super) fn trouble(&mut self, text: &str) -> Result<(), Error> {
        self.say(&printable(text))
    }

    /// Writes to standard error a text that is already safe for a terminal.
    pub(super) fn say(&mut self, text: &str) -> Result<(), Error> {
        let text = without_commands(text);
        match self.stderr.write_all(text.as_bytes()) {
            // Nobody is reading any more.
            Err(reason) if reason.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => written.map_err(|reason| Error::new(format!("cannot write to standard error: {reason}"))),
        }
    }

    /// Tells of an error and returns its exit code.
    pub(super) fn report(&mut self, error: &Error) -> u8 {
        // With standard error gone there is nobody left to tell.
        let _: Result<(), Error> = self.trouble(&format!("error: {error}\n"));
        FAILED
    }
}

impl fmt::Debug for Env<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Env").field("directory", &self.directory).field("today", &self.today).finish_non_exhaustive()
    }
}
