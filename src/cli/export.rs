//! `rightseat export`: a chart in the forms of other tools.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::check::{AsOf, Judged, Level};
use crate::error::Error;
use crate::exchange::{backstage, document, left_out, table, tables, workbook};
use crate::picture::{Content, Diagram, picture};
use crate::render::{dot, mermaid};

use super::ending::{fits, is_folder_name};
use super::written::{guard, is_stdout};
use super::{CLEAN, Env, FAILED, one_chart, tell_of_errors, tell_of_nothing, whole_chart};

/// What `export` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat export csv charts/northwind -o northwind.csv
  rightseat export csv charts/northwind --bom -o for-excel.csv
  rightseat export csv charts/northwind -o northwind-tables/
  rightseat export xlsx charts/northwind -o northwind.xlsx
  rightseat export json charts/northwind | jq '.seats | length'
  rightseat export mermaid charts/northwind -o northwind.mmd
  rightseat export backstage charts/northwind -o catalog-info.yaml")]
pub(super) struct Export {
    /// The format.
    #[arg(value_enum)]
    form: Form,
    /// A file, a folder with `chart.yaml`, or a folder of revisions (the newest is taken).
    #[arg(value_name = "CHART")]
    chart: Option<PathBuf>,
    /// The file to write instead of standard output. For csv, a folder (a name that ends with `/`) gets separate
    /// tables for seats, metrics and the strategy, so that nothing is lost.
    #[arg(long, short, value_name = "FILE", default_value = "-", hide_default_value = true)]
    output: PathBuf,
    /// Begin CSV with a byte order mark, which tells Excel that it is UTF-8.
    #[arg(long)]
    bom: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A flat table with one row per seat; `import table` reads it back.
    Csv,
    /// All tables as the sheets of one workbook; `import table` reads it back.
    Xlsx,
    /// The whole chart as one JSON document, which is itself a valid chart.
    Json,
    /// The reporting tree for Graphviz.
    Dot,
    /// The reporting tree for Mermaid.
    Mermaid,
    /// Groups and users for Backstage's catalog.
    Backstage,
}

impl Form {
    fn name(self) -> String {
        self.to_possible_value().expect("no form is hidden").get_name().to_owned()
    }

    /// The endings that files of this form have.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Csv => &["csv", "txt"],
            Self::Xlsx => &["xlsx"],
            // A chart again, since YAML holds JSON.
            Self::Json => &["json", "yaml", "yml"],
            Self::Dot => &["dot", "gv"],
            Self::Mermaid => &["mmd", "mermaid"],
            Self::Backstage => &["yaml", "yml"],
        }
    }
}

impl Export {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        if self.bom && self.form != Form::Csv {
            return Err(Error::new("`--bom` is for csv: programs read the other formats as UTF-8 anyway"));
        }
        let is_printed = is_stdout(&self.output);
        if is_printed && self.form == Form::Xlsx {
            return Err(Error::new("a workbook can't be shown on a terminal: name a file, such as `-o chart.xlsx`"));
        }
        let is_folder = self.form == Form::Csv && self.output.as_os_str().to_string_lossy().ends_with(['/', '\\']);
        if is_folder {
            is_folder_name(&self.output, "a chart as tables")?;
        } else if !is_printed {
            fits(&self.output, &format!("the form {}", self.form.name()), self.form.endings())?;
        }
        let files = one_chart(self.chart.as_deref(), env)?;
        if is_folder {
            if env.directory.join(&self.output).symlink_metadata().is_ok() {
                let shown = self.output.display();
                return Err(Error::new(format!("{shown} exists already; nothing was written")));
            }
            guard(self.chart.as_slice(), [&files], env)?.writes_folder(&self.output)?;
        } else if !is_printed {
            guard(self.chart.as_slice(), [&files], env)?.writes(&self.output)?;
        }
        let Some(loaded) = whole_chart(&files, env)? else { return Ok(FAILED) };
        // Only errors among the findings are reported.
        let judged = loaded.judged_down_to(Level::Error, &loaded.settings.norms(), AsOf::Day(env.today));
        let graph = &judged.graph;
        if is_folder {
            let tables = tables(graph, self.bom).into_iter();
            let files: Vec<_> = tables.map(|(name, text)| (name, text.into_bytes())).collect();
            env.write_folder(&self.output, &files, |_| false)?;
            return tell_of_errors(&judged, env).map(|()| CLEAN);
        }
        let bytes = match self.form {
            Form::Xlsx => workbook(graph)?,
            Form::Csv => table(graph, self.bom).into_bytes(),
            Form::Json => document(&loaded.chart).into_bytes(),
            Form::Dot => dot(&diagram(&judged)?).into_bytes(),
            Form::Mermaid => mermaid(&diagram(&judged)?).into_bytes(),
            Form::Backstage => backstage(graph).into_bytes(),
        };
        if is_printed {
            env.print_bytes(&bytes)?;
        } else {
            env.write_file(&self.output, &bytes)?;
        }
        if self.form == Form::Csv {
            tell_of_left_out(&left_out(graph), env)?;
        }
        if matches!(self.form, Form::Dot | Form::Mermaid) && graph.seats().next().is_none() {
            tell_of_nothing("seat", env)?;
        }
        tell_of_errors(&judged, env)?;
        Ok(CLEAN)
    }
}

/// Says what one table does not hold of a chart.
fn tell_of_left_out(left_out: &[String], env: &mut Env<'_>) -> Result<(), Error> {
    let Some((last, others)) = left_out.split_last() else { return Ok(()) };
    let all = if others.is_empty() { last.clone() } else { format!("{} and {last}", others.join(", ")) };
    env.trouble(&format!(
        "note: not in this table: {all}: `export csv -o FOLDER/` and `export xlsx -o FILE` hold the whole chart\n"
    ))
}

/// The reporting tree as boxes and lines, for programs that place them themselves.
fn diagram(judged: &Judged<'_>) -> Result<Diagram, Error> {
    Ok(Diagram::of_tree(&picture(judged, &Content::default())?))
}
