//! `rightseat man`: the help of every command as manual pages, and as one page of Markdown.

use std::fmt::Write;
use std::path::PathBuf;

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man as Page;

use crate::error::Error;
use crate::load::Guard;
use crate::phrase::{say, text};

use super::ending::is_folder_name;
use super::{Arguments, CLEAN, Env};

/// The width of help in files.
const WIDTH: usize = 100;

/// What `man` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat man | man -l -
  rightseat man check | man -l -
  rightseat man -o ~/.local/share/man/man1")]
pub(super) struct Man {
    /// The command to describe; by default the whole program.
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
    /// Write one page per command into this folder instead.
    #[arg(long, short, value_name = "DIR", conflicts_with = "command")]
    output: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let pages = pages();
        let Some(folder) = &self.output else {
            let name = ["rightseat"].into_iter().chain(self.command.iter().map(String::as_str));
            let name = name.collect::<Vec<_>>().join("-");
            let known = pages.iter().map(|(known, _)| known.as_str());
            let Some((_, page)) = pages.iter().find(|(known, _)| *known == name) else {
                return Err(Error::new(format!("no page {name}: there are {}", known.collect::<Vec<_>>().join(", "))));
            };
            env.print(page)?;
            return Ok(CLEAN);
        };
        is_folder_name(folder, "what is written for all commands")?;
        let mut guard = Guard::new(&env.directory);
        let files = pages.iter().map(|(name, page)| (format!("{name}.1"), page));
        if env.directory.join(folder).is_dir() {
            // Beside the pages of other programs.
            let files: Vec<_> = files.map(|(name, page)| (folder.join(name), page)).collect();
            files.iter().try_for_each(|(file, _)| guard.writes(file))?;
            env.write_files(&files)?;
        } else {
            guard.writes_folder(folder)?;
            let files = files.map(|(name, page)| (name, page.clone().into_bytes()));
            env.write_folder(folder, &files.collect::<Vec<_>>(), |_| false)?;
        }
        env.tell(say!["wrote ", pages.len(), " pages into ", text(folder.display())])?;
        Ok(CLEAN)
    }
}

/// Each command with its full name, the program first.
fn commands() -> Vec<(String, Command)> {
    let mut left = vec![("rightseat".to_owned(), Arguments::command().term_width(WIDTH).disable_help_subcommand(true))];
    left[0].1.build();
    let mut commands = Vec::new();
    while let Some((name, command)) = left.pop() {
        for below in command.get_subcommands().collect::<Vec<_>>().into_iter().rev() {
            left.push((format!("{name} {}", below.get_name()), below.clone()));
        }
        commands.push((name, command));
    }
    commands
}

fn pages() -> Vec<(String, String)> {
    let page = |(name, command): (String, Command)| {
        let name = name.replace(' ', "-");
        let mut page = Vec::new();
        Page::new(command).render(&mut page).expect("memory takes all");
        (name, String::from_utf8(page).expect("pages are text"))
    };
    commands().into_iter().map(page).collect()
}

/// The help of every command as Markdown.
#[must_use]
pub fn reference() -> String {
    let mut out = String::from("# Commands\n\nWhat `--help` says of each.\n");
    for (name, mut command) in commands() {
        let help = command.render_long_help().to_string();
        let help: Vec<&str> = help.trim().lines().map(str::trim_end).collect();
        write!(out, "\n## {name}\n\n```text\n{}\n```\n", help.join("\n")).expect("a string takes all");
    }
    out
}
