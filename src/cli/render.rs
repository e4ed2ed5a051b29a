//! `rightseat render`: the picture.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::error::Error;
use crate::layout::{picture, tidy};
use crate::load::write_whole;
use crate::render::svg;

use super::{CLEAN, Env, FAILED, one_chart, whole_chart};

/// What `render` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat render charts/northwind -o northwind.svg
  rightseat render charts/northwind/2026-Q3 -o - > last-quarter.svg
  rightseat render HEAD~20:charts/acme -o before.svg")]
pub(super) struct Render {
    /// A file, a folder with `chart.yaml`, or a folder of revisions (the newest is drawn); `REV:PATH` in git.
    #[arg(value_name = "CHART")]
    chart: Option<PathBuf>,
    /// The SVG file to write; `-` is standard output.
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
}

impl Render {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let to_stdout = self.output == Path::new("-");
        if !to_stdout && self.output.extension().is_none_or(|ending| ending != "svg") {
            return Err(Error::new(format!("{}: only pictures that end in .svg are drawn", self.output.display())));
        }
        let chart = one_chart(self.chart.as_deref(), env)?;
        let Some(loaded) = whole_chart(&chart, env)? else { return Ok(FAILED) };
        let drawn = svg(&tidy(&picture(&loaded.graph())));
        if to_stdout {
            env.print(&drawn)?;
        } else {
            write_whole(&env.directory.join(&self.output), &self.output, drawn.as_bytes())?;
        }
        Ok(CLEAN)
    }
}
