//! `rightseat show`: a card for one entry, or the entries that some words mean.

use std::path::PathBuf;

use clap::Args;

use crate::check::AsOf;
use crate::error::Error;
use crate::graph::Graph;
use crate::load::{ChartFiles, Loaded, history, load};
use crate::model::Date;
use crate::report::{Past, cards, hits};
use crate::review::{meant, search};

use super::completions::entry_candidates;
use super::{CLEAN, Env, FAILED, chart_option, tell_of_beside, tell_of_settings, whole_chart};

/// What `show` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat show same-day
  rightseat show seat:ceo person:ana --chart charts/acme
  rightseat show --who \"returned kits\"")]
pub(super) struct Show {
    /// Seats, people, priorities or metrics, by id, title or name; `seat:ceo` if several kinds have the id.
    #[arg(value_name = "ID", required_unless_present = "who", add = entry_candidates())]
    ids: Vec<String>,
    /// The chart: a file, a folder with `chart.yaml`, or a folder of revisions (the newest is shown). Without it: the
    /// settings' `charts:`, else `charts`.
    #[arg(long, value_name = "CHART")]
    chart: Option<PathBuf>,
    /// Find seats, people, priorities and metrics by their words.
    #[arg(long, value_name = "TEXT", conflicts_with = "ids")]
    who: Option<String>,
    /// Judge dates as of this day instead of today.
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    today: Option<Date>,
}

impl Show {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let files = chart_option(self.chart.as_deref(), env)?;
        let Some(loaded) = whole_chart(&files, env)? else { return Ok(FAILED) };
        tell_of_settings(&loaded, env)?;
        let norms = loaded.settings.norms();
        let judged = loaded.judged(&norms, AsOf::Day(self.today.unwrap_or(env.today)));
        let graph = &judged.graph;
        if let Some(text) = &self.who {
            let found = search(graph, text);
            if found.is_empty() {
                return Err(Error::new(format!(
                    "no seat, person, priority or metric of {} says \"{text}\"",
                    loaded.name
                )));
            }
            env.print(&hits(&found, env.width, env.color))?;
            return Ok(CLEAN);
        }
        let named = self.ids.iter().map(|id| meant(graph, None, id)).collect::<Result<Vec<_>, _>>()?;
        let past = past(&files, env)?;
        let graphs: Vec<Graph<'_>> = past.iter().map(|old| Graph::new(&old.chart, norms.rates())).collect();
        let moments: Vec<String> = past.iter().map(moment).collect();
        let past: Vec<Past<'_>> =
            graphs.iter().zip(&moments).map(|(graph, moment)| Past { name: moment, graph }).collect();
        env.print(&cards(&judged, &named, &past, env.width, env.color))?;
        Ok(CLEAN)
    }
}

/// The revisions before a chart that can be read; one that can't is reported and left out.
fn past(chart: &ChartFiles, env: &mut Env<'_>) -> Result<Vec<Loaded>, Error> {
    let mut past = Vec::new();
    let revisions = history(chart)?;
    tell_of_beside(&revisions, chart, env)?;
    for files in revisions.iter().take_while(|other| other.path != chart.path) {
        match load(files) {
            Ok(loaded) => match loaded.whole() {
                Ok(()) => past.push(loaded),
                Err(error) => env.trouble(&format!("note: left out: {error}\n"))?,
            },
            Err(errors) => {
                for error in &errors {
                    env.report(error);
                }
            }
        }
    }
    Ok(past)
}

fn moment(chart: &Loaded) -> String {
    chart.chart.revision.get().map_or_else(|| chart.name.clone(), ToString::to_string)
}
