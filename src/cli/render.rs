//! `rightseat render`: the picture.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::error::Error;
use crate::layout::{Diagram, picture, strategy, strategy_scene, tidy};
use crate::load::{discover, load};

use super::picture_file::PictureFile;
use super::{CLEAN, Env, FAILED, named_charts};

/// What `render` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat render charts/northwind -o northwind.svg
  rightseat render charts/northwind -o northwind.png --width 3840
  rightseat render charts/northwind --view strategy -o strategy.pdf
  rightseat render charts/northwind/2026-Q3 -o - --format pdf > last-quarter.pdf")]
pub(super) struct Render {
    /// A file, a folder with `chart.yaml`, or a folder of revisions (the newest is drawn).
    #[arg(value_name = "CHART")]
    chart: Option<PathBuf>,
    /// What is drawn.
    #[arg(long, value_enum, default_value_t = View::Chart)]
    view: View,
    #[command(flatten)]
    file: PictureFile,
}

/// What of a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum View {
    /// The reporting tree.
    Chart,
    /// Strategic priorities, those that serve them, the seats that answer for them, and metrics.
    Strategy,
}

impl Render {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let kind = self.file.kind()?;
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
        match self.view {
            View::Chart => {
                let picture = picture(&loaded.graph());
                self.file.write(kind, || tidy(&picture), || Diagram::of_tree(&picture), env)?;
            }
            View::Strategy => {
                let strategy = strategy(&loaded.graph());
                self.file.write(kind, || strategy_scene(&strategy), || Diagram::of_strategy(&strategy), env)?;
            }
        }
        Ok(CLEAN)
    }
}
