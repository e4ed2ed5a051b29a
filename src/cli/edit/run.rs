//! Planned, shown, and written where that was said.

use crate::check::Judged;
use crate::diff::{Renames, diff, introduced};
use crate::edit::{Intent, plan};
use crate::error::Error;
use crate::load::{ChartFiles, Loaded, replace_texts};
use crate::phrase::Item;
use crate::report::{Edited, edit_json, edit_patch, edit_text};
use crate::text::shell_command;

use super::super::{CLEAN, Env, FINDINGS};
use super::{Format, Options};

/// What was asked for.
pub(in crate::cli) struct Asked {
    /// In people's words, shown first.
    pub(in crate::cli) lines: Vec<Item>,
    pub(in crate::cli) intents: Vec<Intent>,
    /// The words of the command that asked, to be shown with `--write`.
    pub(in crate::cli) words: Vec<String>,
}

/// Shows the result of intents, and writes it if asked to.
pub(in crate::cli) fn carry_out(
    (files, loaded, judged): (&ChartFiles, &Loaded, &Judged<'_>),
    asked: &Asked,
    options: &Options,
    env: &mut Env<'_>,
) -> Result<u8, Error> {
    let is_on_disk = files.commit().is_none();
    if options.write && !is_on_disk {
        return Err(Error::new(format!("{} is read from a revision in git, which can't be changed", files.name)));
    }
    let plan = plan(&loaded.claimed(), judged, &loaded.inputs, &asked.intents)
        .map_err(|refusal| Error::new(format!("refused: {refusal}; nothing was written")))?;
    let after = plan.judged(judged);
    // Whoever gets another id is the same for a reader; what fails rests on no likeness.
    let diff = diff(judged, &after, Renames::default());
    let floor = options.fail_on.map(super::FailOn::level);
    let is_failing = floor.is_some_and(|floor| {
        introduced(judged, &after, Renames::Declared).iter().any(|finding| finding.level >= floor)
    });
    let is_written = options.write && !is_failing && !plan.is_nothing();
    if is_written {
        replace_texts(env.steps, files, judged.sources, &plan.sources)?;
    }
    let command = command(&asked.words);
    let command = is_on_disk.then_some(command.as_str());
    let lines = asked.lines.as_slice();
    let edited = Edited { old: judged, new: &after, plan: &plan, diff: &diff, asked: lines, is_written, command };
    env.print(&match options.format {
        Format::Text => edit_text(&edited, env.width, env.color),
        Format::Json => edit_json(&edited),
        Format::Diff => edit_patch(&edited),
    })?;
    Ok(if is_failing { FINDINGS } else { CLEAN })
}

/// The command that writes what these words show.
fn command(words: &[String]) -> String {
    let words = words.iter().map(String::as_str).filter(|word| *word != "--write");
    // What stands after two dashes is no option.
    let (mut options, mut rest) = (Vec::new(), Vec::new());
    for word in words {
        if rest.is_empty() && word != "--" { options.push(word) } else { rest.push(word) }
    }
    shell_command(["rightseat"].into_iter().chain(options).chain(["--write"]).chain(rest))
}
