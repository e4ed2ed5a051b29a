//! `check --baseline`: findings that are known, so that only new ones fail.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::check::{Accepted, Baseline, Judged, Level};
use crate::error::Error;
use crate::load::{Guard, read_file};

use super::Env;
use super::ending::fits;
use super::written::is_stdout;

/// How many entries that no longer occur are named.
const NAMED: usize = 10;

/// What `check` takes of baselines.
#[derive(Debug, Args)]
pub(super) struct Baselines {
    /// Report and fail only on findings that this file does not list.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write what is found now into a file for `--baseline`: errors and warnings, and with `--verbose` also notes.
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,
    /// Remove from the baseline what no longer occurs.
    #[arg(long, requires = "baseline")]
    prune_baseline: bool,
}

impl Baselines {
    /// Whether a baseline is written.
    pub(super) fn writes(&self) -> bool {
        self.write_baseline.is_some() || self.prune_baseline
    }

    /// Says what is read and what is written. A baseline that is rewritten is both.
    pub(super) fn guard(&self, guard: &mut Guard) -> Result<(), Error> {
        match (&self.write_baseline, &self.baseline) {
            (Some(file), _) => {
                if is_stdout(file) {
                    return Err(Error::new("a baseline is read back later: name a file such as `baseline.json`"));
                }
                guard.writes(file)?;
                fits(file, "a baseline", &["json"])
            }
            (None, Some(file)) if self.prune_baseline => guard.writes(file),
            (None, Some(file)) => {
                guard.reads(file, "the baseline");
                Ok(())
            }
            (None, None) => Ok(()),
        }
    }

    /// Whether the run reads or writes a baseline.
    pub(super) fn is_used(&self) -> bool {
        self.baseline.is_some() || self.write_baseline.is_some()
    }

    /// Takes known findings out of the outcomes; `whole` says that every chart that was named could be checked.
    pub(super) fn apply(
        &self,
        charts: &mut [Judged<'_>],
        lowest: Level,
        whole: bool,
        env: &mut Env<'_>,
    ) -> Result<(), Error> {
        if let Some(file) = &self.write_baseline {
            return write(file, charts, lowest, whole, env);
        }
        let Some(file) = &self.baseline else { return Ok(()) };
        let mut baseline = read(file, env)?;
        let Accepted { occurs, left: gone } = accept(&baseline, charts);
        let pruned = self.prune_baseline && whole;
        if pruned && (gone.count() > 0 || baseline.is_old()) {
            baseline.keep_others(&keys(charts));
            baseline.extend(occurs);
            env.write_file(file, baseline.text().as_bytes())?;
        }
        if gone.count() == 0 { Ok(()) } else { env.trouble(&told(&gone, file, pruned)) }
    }
}

/// Takes known findings out; what was known comes back, by whether it occurs.
fn accept(baseline: &Baseline, charts: &mut [Judged<'_>]) -> Accepted {
    let mut all = Accepted::default();
    for chart in charts {
        let Accepted { occurs, left } = baseline.accept(chart.key, &mut chart.outcome, chart.sources);
        all.occurs.extend(occurs);
        // Where a file could not be read, an absence proves nothing.
        if chart.graph.chart().is_partial { all.occurs.extend(left) } else { all.left.extend(left) }
    }
    all
}

fn keys<'a>(charts: &[Judged<'a>]) -> BTreeSet<&'a str> {
    charts.iter().map(|chart| chart.key).collect()
}

fn write(file: &Path, charts: &mut [Judged<'_>], lowest: Level, whole: bool, env: &mut Env<'_>) -> Result<(), Error> {
    if !whole || charts.iter().any(|chart| chart.graph.chart().is_partial) {
        let help = "a baseline can't list what can't be read: mend it first";
        return env.trouble(&format!("{} was not written: {help}\n", file.display()));
    }
    let path = env.directory.join(file);
    // What the file says of charts outside this run stays.
    let mut baseline = if path.exists() { read(file, env)? } else { Baseline::default() };
    baseline.keep_others(&keys(charts));
    for chart in charts.iter() {
        baseline.add(chart.key, &chart.outcome, lowest);
    }
    env.write_file(file, baseline.text().as_bytes())?;
    let _: Accepted = accept(&baseline, charts);
    let file = file.display();
    env.trouble(&format!("wrote {file}: with `--baseline {file}`, only new findings are shown and fail\n"))
}

fn read(file: &Path, env: &Env<'_>) -> Result<Baseline, Error> {
    let bytes = read_file(&env.directory, file)?;
    let text = String::from_utf8(bytes).map_err(|_| Error::new(format!("{} is not UTF-8 text", file.display())))?;
    Baseline::read(&text).map_err(|reason| Error::new(format!("{}: {reason}", file.display())))
}

fn told(gone: &Baseline, file: &Path, pruned: bool) -> String {
    let count = gone.count();
    let (entries, occur) = if count == 1 { ("entry", "occurs") } else { ("entries", "occur") };
    let done = if pruned { "removed" } else { "`--prune-baseline` removes them" };
    let mut text = format!("{}: {count} {entries} no longer {occur}; {done}\n", file.display());
    for identity in gone.identities().take(NAMED) {
        text.push_str(&crate::text::printable_line(&format!("  {identity}")));
        text.push('\n');
    }
    if count > NAMED {
        text.push_str("  …\n");
    }
    if let unsaid @ 1.. = gone.without_entry() {
        let those = if unsaid == 1 { "1 of them knows a mistake" } else { &format!("{unsaid} of them know mistakes") };
        text.extend([
            those,
            " of reading by the message alone, as the first release wrote it: that could stand in any entry, so it counts \
             for nothing; look at what is found, then `check --write-baseline` notes it with its entry\n",
        ]);
    }
    text
}
