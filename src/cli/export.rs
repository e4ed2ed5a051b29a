//! `rightseat export`: a chart in the forms of other tools.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::check::{AsOf, Judged};
use crate::error::Error;
use crate::exchange::{backstage, document, table};
use crate::layout::{Content, Diagram, picture};
use crate::load::write_whole;
use crate::render::{dot, mermaid};

use super::{CLEAN, Env, FAILED, one_chart, whole_chart};

/// What `export` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat export csv charts/northwind -o northwind.csv
  rightseat export csv charts/northwind --bom -o for-excel.csv
  rightseat export json charts/northwind | jq '.seats | length'
  rightseat export mermaid charts/northwind -o northwind.mmd
  rightseat export backstage charts/northwind -o catalog-info.yaml")]
pub(super) struct Export {
    /// The form.
    #[arg(value_enum)]
    form: Form,
    /// A file, a folder with `chart.yaml`, or a folder of revisions (the newest is taken).
    #[arg(value_name = "CHART")]
    chart: Option<PathBuf>,
    /// The file to write; standard output where not given.
    #[arg(long, short, value_name = "FILE", default_value = "-", hide_default_value = true)]
    output: PathBuf,
    /// Begin CSV with a byte order mark, by which Excel knows that it is UTF-8.
    #[arg(long)]
    bom: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A flat table, a row a seat; `import csv` reads it back.
    Csv,
    /// The whole chart as one JSON document, which is a chart again.
    Json,
    /// The reporting tree for Graphviz.
    Dot,
    /// The reporting tree for Mermaid.
    Mermaid,
    /// Groups and users for Backstage's catalog.
    Backstage,
}

impl Export {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        if self.bom && self.form != Form::Csv {
            return Err(Error::new("`--bom` is for csv: other forms are UTF-8 for all their readers"));
        }
        let files = one_chart(self.chart.as_deref(), env)?;
        let Some(loaded) = whole_chart(&files, env)? else { return Ok(FAILED) };
        let judged = loaded.judged(&loaded.settings.norms(), AsOf::Day(env.today));
        let graph = &judged.graph;
        let text = match self.form {
            Form::Csv => table(graph, self.bom),
            Form::Json => document(&loaded.chart),
            Form::Dot => dot(&diagram(&judged)?),
            Form::Mermaid => mermaid(&diagram(&judged)?),
            Form::Backstage => backstage(graph),
        };
        if self.output == Path::new("-") {
            env.print(&text)?;
        } else {
            write_whole(&env.directory.join(&self.output), &self.output, text.as_bytes())?;
        }
        Ok(CLEAN)
    }
}

/// The reporting tree as boxes and lines, for programs that place them themselves.
fn diagram(judged: &Judged<'_>) -> Result<Diagram, Error> {
    Ok(Diagram::of_tree(&picture(judged, &Content::default())?))
}
