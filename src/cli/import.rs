//! `rightseat import`: a chart from the table that an HR system exports.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use crate::error::Error;
use crate::exchange::{Request, import};
use crate::load::{Guard, read_file};
use crate::model::Revision;
use crate::text::{printable_line, without_commands};

use super::ending::is_folder_name;
use super::{CLEAN, Env};

/// What `import` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat import csv employees.csv")]
pub(super) struct Import {
    #[command(subcommand)]
    from: From,
}

#[derive(Debug, Subcommand)]
enum From {
    /// A table as spreadsheets and HR systems export it: one row a person or a position.
    Csv(Csv),
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat import csv employees.csv
  rightseat import csv export.csv -o charts/acme --organization Acme --revision 2026-Q4
  rightseat import csv staff.csv --map name=Worker --map manager=\"Reports to (name)\"

Columns are found by their usual names (BambooHR, Workday, Personio, HiBob and others); the manager may be given by
number, e-mail or name. What is odd is listed by rows, and nothing is left out without a word. See docs/exchange.md.")]
struct Csv {
    /// The table: commas, semicolons, tabs or bars; UTF-8, UTF-16 or Windows-1252.
    file: PathBuf,
    /// The folder to make; it must not be there yet. By default one in `charts` with the organisation's name.
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// The organisation's name; the file's where not given.
    #[arg(long, value_name = "NAME")]
    organization: Option<String>,
    /// The moment that the table describes, such as 2026-Q4.
    #[arg(long, value_name = "REVISION", value_parser = Revision::parse)]
    revision: Option<Revision>,
    /// Which column holds a field, where its name does not say so; as often as needed.
    #[arg(long, value_name = "FIELD=COLUMN")]
    map: Vec<String>,
    /// The file's encoding, where it is guessed wrong.
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
}

impl Import {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let From::Csv(csv) = &self.from;
        csv.run(env)
    }
}

impl Csv {
    /// Refuses a folder that is there, or that would be a part of another chart.
    fn guard(&self, folder: &Path, env: &Env<'_>) -> Result<(), Error> {
        if env.directory.join(folder).symlink_metadata().is_ok() {
            return Err(Error::new(format!("{} is there already; nothing was written", folder.display())));
        }
        let mut guard = Guard::new(&env.directory);
        guard.reads(&self.file, "the table");
        guard.writes_chart(folder)
    }

    fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        if let Some(folder) = &self.output {
            is_folder_name(folder, "a chart from a table")?;
            self.guard(folder, env)?;
        }
        let bytes = read_file(&env.directory, &self.file)?;
        let stem = self.file.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
        let organization = self.organization.as_deref().unwrap_or(&stem).trim();
        let origin = self.file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        let revision = self.revision.map(|revision| revision.to_string());
        let request = Request {
            origin: &origin,
            encoding: self.encoding.as_deref(),
            maps: &self.map,
            organization: if organization.is_empty() { "Organisation" } else { organization },
            revision: revision.as_deref(),
        };
        let imported =
            import(&bytes, &request).map_err(|reason| Error::new(format!("{}: {reason}", self.file.display())))?;
        let folder = self.output.clone().unwrap_or_else(|| Path::new("charts").join(imported.folder.as_str()));
        self.guard(&folder, env)?;
        let files: Vec<_> =
            imported.files.iter().map(|file| (file.name.clone(), file.text.clone().into_bytes())).collect();
        env.write_folder(&folder, &files, |_| false)?;

        let shown = folder.display();
        let files = imported.files.len();
        let mut lines = imported.summary;
        if !imported.odd.is_empty() {
            lines.push(format!("{} to look at:", imported.odd.len()));
            lines.extend(imported.odd.iter().map(|odd| format!("  {odd}")));
        }
        lines.push(format!("wrote {shown}, {files} {}", if files == 1 { "file" } else { "files" }));
        lines.push(format!("next: rightseat check {shown}"));
        let lines: Vec<_> = lines.iter().map(|line| printable_line(line)).collect();
        env.print(&without_commands(&format!("{}\n", lines.join("\n"))))?;
        Ok(CLEAN)
    }
}
