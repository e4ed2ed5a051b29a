//! Where the findings of a run go, and in which formats.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::error::Error;
use crate::load::Guard;
use crate::report::{Look, Run, concise, github, gitlab, human, json, junit, sarif, summary};
use crate::text::{printable, without_commands};

use super::Env;
use super::ending::fits;
use super::written::is_stdout;

/// The width of what people read in a file.
const FILE_WIDTH: usize = 100;

/// The formats that a run asks for.
#[derive(Debug, Args)]
pub(super) struct Outputs {
    /// How findings are shown on standard output; `human` by default.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Write the findings to a file too; may be given several times. Without `=FILE`, the same as `--format`.
    #[arg(long = "output", short, value_name = "FORMAT[=FILE]", value_parser = Output::parse)]
    outputs: Vec<Output>,
}

/// A form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Each line with the place underlined, and what to write instead.
    Human,
    /// One line per finding.
    Concise,
    /// One JSON document with all findings.
    Json,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
    /// Workflow commands: annotations on the lines of a GitHub pull request.
    Github,
    /// GitLab's code quality report.
    Gitlab,
    /// XML for test reports, with one test per rule.
    Junit,
    /// A summary in Markdown.
    Markdown,
}

/// One format, and the file that it goes to; standard output where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Output {
    format: Format,
    file: Option<PathBuf>,
}

impl Output {
    fn parse(text: &str) -> Result<Self, String> {
        let (name, file) = match text.split_once('=') {
            Some((_, "")) => return Err("write a file's name after `=`".to_owned()),
            Some((name, file)) => (name, Some(PathBuf::from(file)).filter(|file| !is_stdout(file))),
            None => (text, None),
        };
        let format = Format::from_str(name, false).map_err(|_| {
            let names: Vec<String> = Format::value_variants()
                .iter()
                .filter_map(ValueEnum::to_possible_value)
                .map(|name| name.get_name().to_owned())
                .collect();
            let near = crate::text::nearest(name, names.iter().map(String::as_str));
            match near {
                _ if name == text && name.contains(['.', '/']) => {
                    format!("write the format before the file, as in `json={text}`: they are {}", names.join(", "))
                }
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the formats are {}", names.join(", ")),
            }
        })?;
        if let Some(file) = &file {
            fits(file, &format!("the format {}", format.name()), format.endings())
                .map_err(|error| error.to_string())?;
        }
        Ok(Self { format, file })
    }
}

impl Outputs {
    /// Whether findings are written to files.
    pub(super) fn writes_files(&self) -> bool {
        self.outputs.iter().any(|output| output.file.is_some())
    }

    /// The format for standard output, and the others with their files.
    ///
    /// # Errors
    /// Two formats for standard output.
    pub(super) fn settled(&self) -> Result<Settled<'_>, Error> {
        let mut shown = self.format;
        let mut files: Vec<(Format, &Path)> = Vec::new();
        for Output { format, file } in &self.outputs {
            match file {
                Some(file) => files.push((*format, file)),
                None if shown.replace(*format).is_some_and(|shown| shown != *format) => {
                    let help = "write one of them to a file, as in `--output sarif=out.sarif`";
                    return Err(Error::new(format!("two formats for standard output: {help}")));
                }
                None => {}
            }
        }
        Ok(Settled { shown: shown.unwrap_or(Format::Human), files })
    }
}

/// Formats with their places.
pub(super) struct Settled<'o> {
    shown: Format,
    files: Vec<(Format, &'o Path)>,
}

impl Settled<'_> {
    /// Refuses files that are read, or named twice.
    pub(super) fn guard(&self, guard: &mut Guard) -> Result<(), Error> {
        self.files.iter().try_for_each(|(_, file)| guard.writes(file))
    }

    /// Writes only to standard output, since the files are not to be touched.
    pub(super) fn write_no_files(&mut self) {
        self.files.clear();
    }

    /// Whether findings are written as SARIF, which holds no more than this many.
    pub(super) fn has_sarif(&self) -> bool {
        self.shown == Format::Sarif || self.files.iter().any(|(format, _)| *format == Format::Sarif)
    }

    /// Whether anything is written that says what can be mended.
    pub(super) fn says_mends(&self) -> bool {
        let formats = self.files.iter().map(|(format, _)| *format).chain([self.shown]);
        formats.into_iter().any(|format| matches!(format, Format::Human | Format::Json | Format::Sarif))
    }

    /// Whether standard output is for people to read.
    pub(super) fn is_for_people(&self) -> bool {
        self.shown == Format::Human
    }

    /// Writes the files first, so that a reader of standard output who leaves early takes none away.
    pub(super) fn write(&self, run: Run<'_>, env: &mut Env<'_>) -> Result<(), Error> {
        let look = Look { color: false, width: FILE_WIDTH, lowest: run.lowest };
        let texts = self.files.iter().map(|(format, file)| (file.to_path_buf(), format.file(run, look)));
        env.write_files(&texts.collect::<Vec<_>>())?;
        let look = Look { color: env.color, width: env.width, lowest: run.lowest };
        self.shown.pieces(run, look).try_for_each(|piece| env.print(&piece))
    }
}

impl Format {
    fn name(self) -> String {
        self.to_possible_value().expect("no format is hidden").get_name().to_owned()
    }

    /// The endings that files of this format have, where their ending is that of a kind of file.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Human | Self::Concise | Self::Github => &["txt"],
            Self::Json | Self::Gitlab => &["json"],
            Self::Sarif => &["sarif", "json"],
            Self::Junit => &["xml"],
            Self::Markdown => &["md", "txt"],
        }
    }

    /// The text of a file. It has to include what standard error says on a terminal.
    fn file(self, run: Run<'_>, look: Look) -> String {
        let mut text = String::new();
        if matches!(self, Self::Human | Self::Concise) {
            for trouble in run.trouble {
                text.push_str(&without_commands(&printable(&format!("error: {trouble}\n"))));
            }
        }
        text.extend(self.pieces(run, look));
        text
    }

    /// The text in pieces: of lines there can be a hundred thousand, which are never held at once.
    fn pieces(self, run: Run<'_>, look: Look) -> Box<dyn Iterator<Item = String> + '_> {
        let whole = match self {
            Self::Concise => return Box::new(run.charts.iter().flat_map(move |chart| concise(chart, run.lowest))),
            Self::Human => human(run, look),
            Self::Json => json(run),
            Self::Sarif => sarif(run),
            Self::Github => github(run),
            Self::Gitlab => gitlab(run),
            Self::Junit => junit(run),
            Self::Markdown => summary(run),
        };
        Box::new(std::iter::once(whole))
    }
}
