//! `rightseat render`: the picture.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::error::Error;
use crate::layout::{Arrangement, Levels, Options, Page, draw, picture};
use crate::load::{discover, load, write_whole};
use crate::render::svg;

use super::{CLEAN, Env, FAILED, named_charts};

/// What `render` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat render charts/northwind -o northwind.svg
  rightseat render charts/northwind --page a4 --layout column -o list.svg
  rightseat render charts/northwind/2026-Q3 -o - > last-quarter.svg
  rightseat render HEAD~20:charts/acme -o before.svg")]
pub(super) struct Render {
    /// A file, a folder with `chart.yaml`, or a folder of revisions (the newest is drawn); `REV:PATH` in git.
    #[arg(value_name = "CHART")]
    chart: Option<PathBuf>,
    /// The SVG file to write; `-` is standard output.
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// How seats are arranged.
    #[arg(long, value_enum, default_value_t = Layout::Fit)]
    layout: Layout,
    /// The page to fill: 16:9, 4:3, a4, a4-landscape, letter, letter-landscape, a size in pixels such as 1280x720, or
    /// `none` for a picture of its own size.
    #[arg(long, value_name = "PAGE", default_value = "16:9")]
    page: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Layout {
    /// Rows, lists and columns, whichever make the picture largest on its page.
    Fit,
    /// Reports in a row below their manager.
    Tidy,
    /// An indented list.
    Column,
}

impl Render {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let to_stdout = self.output == Path::new("-");
        if !to_stdout && self.output.extension().is_none_or(|ending| ending != "svg") {
            return Err(Error::new(format!("{}: only pictures that end in .svg are drawn", self.output.display())));
        }
        let options = self.options()?;
        let named: Vec<PathBuf> = self.chart.iter().cloned().collect();
        let mut charts = Vec::new();
        for named in named_charts(&named, env)? {
            charts.extend(discover(&env.directory, &named)?);
        }
        let [chart] = charts.as_slice() else {
            let found: Vec<&str> = charts.iter().map(|chart| chart.name.as_str()).collect();
            return Err(Error::new(format!("{} charts here, name one of them: {}", found.len(), found.join(", "))));
        };
        let loaded = match load(chart) {
            Ok(loaded) => loaded,
            Err(errors) => {
                for error in &errors {
                    env.report(error);
                }
                return Ok(FAILED);
            }
        };
        if loaded.chart.is_partial {
            let name = &loaded.name;
            return Err(Error::new(format!("{name} can't be read in full: `rightseat check {name}` says where")));
        }
        let drawn = svg(&draw(&picture(&loaded.graph()), &options));
        if to_stdout {
            env.print(&drawn)?;
        } else {
            write_whole(&env.directory.join(&self.output), &self.output, drawn.as_bytes())?;
        }
        Ok(CLEAN)
    }
    fn options(&self) -> Result<Options, Error> {
        let arrangement = match self.layout {
            Layout::Fit => Arrangement::Fit,
            Layout::Tidy => Arrangement::Tidy(Levels::Aligned),
            Layout::Column => Arrangement::Column,
        };
        let page = match self.page.as_str() {
            "none" => None,
            page => Some(Page::parse(page).map_err(|help| Error::new(format!("there is no page `{page}`: {help}")))?),
        };
        Ok(Options { arrangement, page })
    }
}
