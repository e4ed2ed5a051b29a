//! `rightseat review`: the quarter's packet.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::check::{AsOf, Judged};
use crate::config::Look;
use crate::error::Error;
use crate::graph::{EntryView, Graph};
use crate::load::{ChartFiles, Loaded, Standing, discover, history, lay_over, read_file, standing};
use crate::model::{Date, Language, Noun};
use crate::page::Life;
use crate::render::{deck_title, pdf_title};
use crate::report::{PACKET_TITLE, Subject, review_json, review_markdown, review_text};
use crate::review::{Packet, WhatIf, meant as entry_meant, review};

use super::completions::person_candidates;
use super::ending::known_ending;
use super::packet::{slides, write};
use super::page::{packet_page, packet_sheets};
use super::past::{Past, REVISIONS};
use super::picture_file::note_of;
use super::written::{guard, is_stdout};
use super::{
    CLEAN, Env, FAILED, meant, one_chart, tell_of_another, tell_of_beside, tell_of_passed_over, tell_of_settings,
    whole_chart,
};

/// What `review` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat review charts/northwind
  rightseat review charts/northwind --since charts/northwind/2026-Q1 --format markdown > review.md
  rightseat review charts/northwind -o review-2026-Q4
  rightseat review charts/northwind -o packet.html
  rightseat review charts/northwind -o packet.pdf
  rightseat review charts/northwind -o review-2026-Q4.pptx
  rightseat review charts/northwind --without farah
  rightseat review charts/northwind --with plans/second-service-lead.yaml")]
pub(super) struct Review {
    /// A file, a folder with `chart.yaml`, or a folder of revisions (the newest is reviewed).
    #[arg(value_name = "CHART")]
    chart: Option<PathBuf>,
    /// The chart to compare with, a revision of the chart's history such as `2026-Q1`, or a revision in git; by default
    /// the previous one in the history.
    #[arg(long, value_name = "OLD")]
    since: Option<PathBuf>,
    /// Judge dates as of this day instead of today.
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    today: Option<Date>,
    /// How the packet is shown.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// What if this person left: what would have nobody, be overloaded or be unlinked. May be given several times.
    #[arg(long, value_name = "PERSON", conflicts_with = "since", add = person_candidates())]
    without: Vec<String>,
    /// What if this were so: a YAML file with a planned seat or a hand-over, laid over the chart. No file is changed. May
    /// be given several times.
    #[arg(long, value_name = "FILE", conflicts_with = "since")]
    with: Vec<PathBuf>,
    /// The language of headings, columns and labels: en, de, fr or es; by default the chart's.
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<Language>,
    /// Write the packet into this folder: review.md, review.json, review.pptx, packet.html, and as SVG and PNG the chart,
    /// the strategy, who waits for whom, who works for more than one and, if there is something to compare with, the
    /// changes. A name that ends in .html, .pdf, .md, .json or .pptx is that file alone. Mail may quarantine HTML, and
    /// phones show it without its script: a shared folder, a CI artifact or a .pdf avoids both.
    #[arg(long, short, value_name = "DIR|FILE", conflicts_with = "format")]
    output: Option<PathBuf>,
    /// HTML: this many revisions of the chart's history, the newest ones; 0 for this one alone.
    #[arg(long, value_name = "NUMBER", default_value_t = REVISIONS)]
    revisions: usize,
    /// Replace a folder or file that holds the packet of another revision or chart.
    #[arg(long, requires = "output")]
    force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For this terminal.
    Text,
    /// For a wiki or a pull request.
    Markdown,
    /// One JSON document with every figure.
    Json,
    /// A page for browsers.
    Html,
}

impl Review {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let form = self.output.as_deref().map(Form::of).transpose()?;
        let files = one_chart(self.chart.as_deref(), env)?;
        if let (Some(output), Some(form)) = (&self.output, form) {
            self.guard(&files, output, form, env)?;
        }
        let Some(loaded) = whole_chart(&files, env)? else { return Ok(FAILED) };
        tell_of_settings(&loaded, env)?;
        let now = loaded.judged(&loaded.settings.norms(), AsOf::Day(self.today.unwrap_or(env.today)));
        let is_supposed = !self.without.is_empty() || !self.with.is_empty();
        let look = &loaded.settings.theme;
        if is_supposed { self.what_if(&files, &now, look, env) } else { self.compared(&files, &now, look, env) }
    }

    /// The chart beside the revision before, where there is one.
    fn compared(&self, files: &ChartFiles, now: &Judged<'_>, look: &Look, env: &mut Env<'_>) -> Result<u8, Error> {
        let Some(old) = revision_before(self.since.as_deref(), files, env)? else {
            return self.hand_out(&self.labelled(review(now, None)), (now, files), look, env);
        };
        let Some(old) = whole_chart(&old, env)? else { return Ok(FAILED) };
        tell_of_another(&old, now, env)?;
        let old = old.judged(&now.norms, AsOf::ItsTime(now.today));
        self.hand_out(&self.labelled(review(now, Some(&old))), (now, files), look, env)
    }

    /// The chart as it might be, beside the chart as it stands.
    fn what_if(&self, files: &ChartFiles, stands: &Judged<'_>, look: &Look, env: &mut Env<'_>) -> Result<u8, Error> {
        let left = self.leaving(&stands.graph)?;
        let Some((supposed, with)) = self.supposed(files, &left, env)? else { return Ok(FAILED) };
        let supposed = supposed.judged(&stands.norms, AsOf::Day(stands.today));
        let mut packet = review(&supposed, Some(stands));
        packet.what_if = Some(WhatIf::of(stands, &left, with.iter().map(String::as_str).collect()));
        self.hand_out(&self.labelled(packet), (&supposed, files), look, env)
    }

    /// The packet in the language that was asked for.
    fn labelled<'p>(&self, packet: Packet<'p>) -> Packet<'p> {
        Packet { language: self.language.unwrap_or(packet.language), ..packet }
    }

    /// The ids of those who are supposed to leave.
    fn leaving<'g>(&self, graph: &'g Graph<'g>) -> Result<Vec<&'g str>, Error> {
        let one = |text: &String| entry_meant(graph, Some(Noun::Person), text).map(EntryView::id);
        self.without.iter().map(one).collect()
    }

    /// The supposed chart, and the names of the fragments; `None` when trouble was reported.
    fn supposed(
        &self,
        files: &ChartFiles,
        left: &[&str],
        env: &mut Env<'_>,
    ) -> Result<Option<(Loaded, Vec<String>)>, Error> {
        let Some(mut supposed) = whole_chart(files, env)? else { return Ok(None) };
        for person in left {
            supposed.chart.take_out(person);
        }
        let mut names = Vec::new();
        for named in &self.with {
            let fragment = one_chart(Some(named), env)?;
            if fragment.path == files.path {
                let (name, chart) = (named.display(), &files.name);
                return Err(Error::new(format!(
                    "{name} is a part of {chart} already: write the fragment outside of it"
                )));
            }
            if let Err(errors) = lay_over(&mut supposed, &fragment) {
                for error in &errors {
                    env.report(error);
                }
                return Ok(None);
            }
            names.push(fragment.name);
        }
        Ok(Some((supposed, names)))
    }

    /// Refuses a place that holds what is read: the chart, what it is compared with, or plans.
    fn guard(&self, files: &ChartFiles, output: &Path, form: Form, env: &mut Env<'_>) -> Result<(), Error> {
        let mut guard = guard(self.chart.as_slice(), [files], env)?;
        for named in &self.with {
            guard.reads(named, "a plan");
        }
        for named in &self.with {
            discover(&env.directory, named)?.iter().for_each(|chart| guard.chart(chart));
        }
        if let Some(since) = &self.since {
            meant::since(since, files, env)?.iter().for_each(|chart| guard.chart(chart));
        }
        if self.since.is_none() {
            history(files)?.iter().for_each(|chart| guard.chart(chart));
        }
        if form == Form::Folder { guard.writes_folder(output) } else { guard.writes(output) }
    }

    /// Prints the packet, or writes the folder or file.
    fn hand_out(
        &self,
        packet: &Packet<'_>,
        (now, files): (&Judged<'_>, &ChartFiles),
        look: &Look,
        env: &mut Env<'_>,
    ) -> Result<u8, Error> {
        let page = || packet_page(packet, now, &Past::before(files, self.revisions)?, look, Life::File);
        let past = || Past::before(files, REVISIONS);
        match (&self.output, self.format) {
            (Some(output), _) => {
                let mut missing = BTreeSet::new();
                let form = Form::of(output)?;
                let bytes = match form {
                    Form::Folder => {
                        self.refuse_other(output, packet, env)?;
                        write(output, packet, (now, &past()?, page()?), look, env)?;
                        return Ok(CLEAN);
                    }
                    Form::Sheets => {
                        let (bytes, letters) = packet_sheets(packet, now, &past()?, look)?;
                        missing = letters;
                        bytes
                    }
                    Form::Deck => slides(packet, (now, &past()?), look)?,
                    Form::Json => review_json(packet).into_bytes(),
                    Form::Page => page()?.into_bytes(),
                    Form::Markdown => review_markdown(packet, &|_| Vec::new()).into_bytes(),
                };
                self.refuse_other_file(output, form, &bytes, env)?;
                env.write_file(output, &bytes)?;
                if !missing.is_empty() {
                    env.trouble(&note_of(&missing, "write an .html, which leaves them to the viewer's fonts"))?;
                }
            }
            (None, Format::Text) => env.print(&review_text(packet, env.width, env.color))?,
            (None, Format::Markdown) => env.print(&review_markdown(packet, &|_| Vec::new()))?,
            (None, Format::Json) => env.print(&review_json(packet))?,
            (None, Format::Html) => env.print(&page()?)?,
        }
        Ok(CLEAN)
    }

    /// Refuses a folder that holds no packet, and without `--force` one that holds another packet.
    fn refuse_other(&self, folder: &Path, packet: &Packet<'_>, env: &Env<'_>) -> Result<(), Error> {
        let path = env.directory.join(folder);
        let Standing::Folder(bytes) = standing(env.steps, &path, folder, "review.json")? else { return Ok(()) };
        let shown = folder.display();
        let Some(standing) = bytes.and_then(|bytes| Subject::read(&bytes)) else {
            let help = "name a folder that is new, empty, or an earlier review";
            return Err(Error::new(format!("{shown} exists already and holds no packet: {help}")));
        };
        let subject = Subject::of(packet);
        if standing == subject || self.force {
            return Ok(());
        }
        let help = "name another folder, or add `--force` to replace it";
        Err(Error::new(format!("{shown} holds the packet of {standing}, but this is the packet of {subject}: {help}")))
    }

    /// Refuses a file that holds another packet, without `--force`; any other file is replaced, as by each command.
    fn refuse_other_file(&self, file: &Path, form: Form, bytes: &[u8], env: &Env<'_>) -> Result<(), Error> {
        if self.force || !env.directory.join(file).is_file() {
            return Ok(());
        }
        let standing = read_file(&env.directory, file)?;
        let is_other = if form == Form::Json {
            Subject::read(&standing).is_some_and(|standing| Some(standing) != Subject::read(bytes))
        } else {
            let standing = form.title(&standing).filter(|title| title.contains(PACKET_TITLE));
            standing.is_some() && form.title(bytes) != standing
        };
        if !is_other {
            return Ok(());
        }
        let help = "name another file, or add `--force` to replace it";
        Err(Error::new(format!("{} holds the packet of another chart or quarter: {help}", file.display())))
    }
}

/// The chart to compare with: the one named, else the revision before.
pub(super) fn revision_before(
    since: Option<&Path>,
    chart: &ChartFiles,
    env: &mut Env<'_>,
) -> Result<Option<ChartFiles>, Error> {
    if let Some(since) = since {
        let found = meant::since(since, chart, env)?;
        let [old] = <[ChartFiles; 1]>::try_from(found).map_err(|found| match found.as_slice() {
            [] => Error::new(format!("there is no {} at `{}`", chart.name, since.display())),
            found => meant::several(since, found),
        })?;
        tell_of_passed_over(&old.passed_over, env)?;
        return Ok(Some(old));
    }
    let mut revisions = history(chart)?;
    tell_of_beside(&revisions, chart, env)?;
    let at = revisions.iter().position(|other| other.path == chart.path);
    let before = at.and_then(|at| at.checked_sub(1)).map(|at| revisions.swap_remove(at));
    tell_of_passed_over(before.iter().flat_map(|before| &before.passed_over), env)?;
    Ok(before)
}

/// What `--output` means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// All that a packet has.
    Folder,
    /// Its words.
    Markdown,
    /// Its figures.
    Json,
    /// A page for browsers.
    Page,
    /// Sheets of paper, as PDF.
    Sheets,
    /// Its words and pictures as slides.
    Deck,
}

impl Form {
    fn of(output: &Path) -> Result<Self, Error> {
        if is_stdout(output) {
            let help = "without `-o` the packet goes there, in the form that `--format` says";
            return Err(Error::new(format!("standard output is not a folder: {help}")));
        }
        match known_ending(output).as_deref() {
            None => Ok(Self::Folder),
            Some("md") => Ok(Self::Markdown),
            Some("json") => Ok(Self::Json),
            Some("html" | "htm") => Ok(Self::Page),
            Some("pdf") => Ok(Self::Sheets),
            Some("pptx") => Ok(Self::Deck),
            Some(other) => {
                let output = output.display();
                let help =
                    "name a folder, which gets pictures too, or a file that ends in .html, .pdf, .md, .json or .pptx";
                Err(Error::new(format!("{output}: a packet can't be a .{other} file: {help}")))
            }
        }
    }

    /// The file name for this form.
    fn title(self, bytes: &[u8]) -> Option<String> {
        let text = || String::from_utf8_lossy(bytes);
        match self {
            Self::Deck => deck_title(bytes),
            Self::Sheets => pdf_title(bytes),
            Self::Page => Some(text().split_once("<title>")?.1.split('<').next()?.to_owned()),
            Self::Folder | Self::Markdown | Self::Json => text().lines().next().map(str::to_owned),
        }
    }
}
