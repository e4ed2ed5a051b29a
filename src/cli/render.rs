//! `rightseat render`: the picture.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::check::{AsOf, Judged, Level};
use crate::config::{Base, Look};
use crate::error::Error;
use crate::graph::Graph;
use crate::layout::{
    Accenting, Arrangement, Body, Levels, Options, Page, Px, Scene, draw_pages, strategy_scenes, web_scenes,
};
use crate::load::{ChartFiles, Guard, Loaded, history};
use crate::model::{Chart, Date, Language};
use crate::page::Life;
use crate::picture::{Content, Diagram, Earlier, Field, Strategy, Web, dependencies, matrix, picture, scope, strategy};
use crate::text::{nearest, printable_line};

use crate::render::{Colour, Theme};

use super::completions::seat_candidates;
use super::page::chart_page;
use super::past::{Past, REVISIONS};
use super::picture_file::{Kind, PictureFile};
use super::points::{LEGIBLE, Points};
use super::suits::{Background, Layout, Switch, View, no_initials, suits, unshown};
use super::written::guard;
use super::{CLEAN, Env, FAILED, one_chart, tell_of_errors, tell_of_nothing, tell_of_settings, whole_chart};

/// What `render` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat render charts/northwind -o northwind.svg
  rightseat render charts/northwind --page a4 --layout column -o list.svg
  rightseat render charts/northwind --root service-lead --show title,owner,load --findings -o service.svg
  rightseat render charts/northwind -o northwind.pptx
  rightseat render charts/northwind --view strategy -o strategy.png --width 3840
  rightseat render charts/northwind -o chart.html
  rightseat render charts/northwind/2026-Q3 -o - --format pdf > last-quarter.pdf
  rightseat render HEAD~20:charts/acme -o before.svg")]
pub(super) struct Render {
    /// A file, a folder with `chart.yaml`, or a folder of revisions (the newest is drawn); `REV:PATH` in git.
    #[arg(value_name = "CHART")]
    chart: Option<PathBuf>,
    #[command(flatten)]
    file: PictureFile,
    /// What to draw; by default the chart.
    #[arg(long, value_enum, value_name = "VIEW")]
    view: Option<View>,
    /// How seats are arranged; `fit` by default.
    #[arg(long, value_enum, value_name = "LAYOUT")]
    layout: Option<Layout>,
    /// The page to fill: 16:9 (the default), 16:10, 4:3, a4, a3, letter, paper also with `-landscape`; a
    /// size such as 1280x720 or 210x297mm; or `none` for a picture of its own size.
    #[arg(long, value_name = "PAGE")]
    page: Option<String>,
    /// Colours; by default those of the settings.
    #[arg(long, value_enum, value_name = "THEME")]
    theme: Option<Base>,
    /// The accent, such as #1f6feb, instead of the theme's.
    #[arg(long, value_name = "COLOUR", value_parser = Colour::parse)]
    accent: Option<Colour>,
    /// The background: the theme's colour (the default), or nothing.
    #[arg(long, value_enum, value_name = "BACKGROUND")]
    background: Option<Background>,
    /// Whether to explain colours and marks; on by default.
    #[arg(long, value_enum, value_name = "WHEN")]
    legend: Option<Switch>,
    /// Whether a manager's reports without reports of their own share a panel; by default from 20 seats up.
    #[arg(long, value_enum, value_name = "WHEN")]
    teams: Option<Switch>,
    /// The language of the labels; by default the chart's.
    #[arg(long, value_name = "LANGUAGE", value_parser = PossibleValuesParser::new(Language::ALL.map(Language::name)))]
    language: Option<String>,
    /// An earlier revision, whose colours of functions and order of siblings are kept. In a history they are kept from
    /// revision to revision unless another is named.
    #[arg(long, value_name = "OLD")]
    like: Option<PathBuf>,
    /// The title, or `""` for none; by default the organisation's name, or the title of the seat given by --root.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// What is written in the boxes; by default title, owner, responsibilities and function. Then responsibilities are
    /// left out, first those of seats without reports, if words would be smaller than --min-font.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "FIELD,…")]
    show: Vec<Field>,
    /// Count the errors and warnings of each seat in its box.
    #[arg(long)]
    findings: bool,
    /// Begin with this seat.
    #[arg(long, value_name = "SEAT", add = seat_candidates())]
    root: Option<String>,
    /// Leave out this seat and all below it; may be given several times.
    #[arg(long, value_name = "SEAT", add = seat_candidates())]
    hide: Vec<String>,
    /// Draw this many levels.
    #[arg(long, value_name = "LEVELS", value_parser = clap::value_parser!(u16).range(1..))]
    depth: Option<u16>,
    /// Split the picture over pages when words would be smaller than this many points, 7 by default; 0 never splits.
    /// A slide counts as 7.5 inches high, paper as its real size.
    #[arg(long, value_name = "POINTS")]
    min_font: Option<Points>,
    /// Judge findings as of this day instead of today.
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    today: Option<Date>,
    /// HTML: this many revisions of the chart's history, the newest ones; 0 for this one alone; 12 by default.
    #[arg(long, value_name = "NUMBER")]
    revisions: Option<usize>,
}

impl Render {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let kind = self.file.kind()?;
        suits(&self.given(), self.view(), kind)?;
        let page = self.page()?;
        let chart = one_chart(self.chart.as_deref(), env)?;
        let mut guard = guard(self.chart.as_slice(), [&chart], env)?;
        history(&chart)?.iter().for_each(|other| guard.chart(other));
        let like = self.like.as_deref().map(|old| one_chart(Some(old), env)).transpose()?;
        if let Some(old) = &like {
            guard.chart(old);
        }
        self.file.guard(&mut guard)?;
        let Some(loaded) = whole_chart(&chart, env)? else { return Ok(FAILED) };
        tell_of_settings(&loaded, env)?;
        tell_of_colours(&loaded, env)?;
        let day = AsOf::Day(self.today.unwrap_or(env.today));
        // Where findings aren't shown, only errors are told.
        let least = if kind == Kind::Html || self.findings { Level::Info } else { Level::Error };
        let judged = loaded.judged_down_to(least, &loaded.settings.norms(), day);
        if kind == Kind::Html {
            self.page_file(&chart, (&loaded, &judged), page, &mut guard, env)?;
        } else {
            let Some(earlier) = Self::earlier(&chart, like.as_ref(), env)? else { return Ok(FAILED) };
            self.drawing((kind, page), (&loaded, &judged), earlier, &mut guard, env)?;
        }
        tell_of_errors(&judged, env)?;
        env.leave(judged);
        env.leave(loaded);
        Ok(CLEAN)
    }

    /// Writes the picture of a view.
    fn drawing(
        &self,
        (kind, page): (Kind, Option<Page>),
        (loaded, judged): (&Loaded, &Judged<'_>),
        earlier: Earlier,
        guard: &mut Guard,
        env: &mut Env<'_>,
    ) -> Result<(), Error> {
        let (theme, accenting) = self.look(loaded, earlier.functions);
        let look = (&theme, Some(&loaded.chart));
        let how = (kind, page, self.options(page, accenting));
        match self.view() {
            View::Chart => {
                let picture = picture(judged, &Content { order: earlier.order, ..self.content()? })?;
                let (mut body, mut has_initials) = (Body::All, true);
                let scenes = |options: &Options| {
                    let drawn = draw_pages(&picture, options);
                    body = drawn.body;
                    has_initials = drawn.pages.iter().any(Scene::has_initials);
                    drawn.pages
                };
                let is_read = self.view_file(how, scenes, || Diagram::of_tree(&picture), look, guard, env)?;
                if picture.cards.is_empty() {
                    tell_of_nothing("seat", env)?;
                }
                if !has_initials && self.show.contains(&Field::Initials) {
                    env.trouble(&no_initials())?;
                }
                if is_read {
                    env.trouble(&self.left_out(body))?;
                }
                env.leave(picture);
            }
            View::Strategy => {
                let strategy = self.strategy(&judged.graph)?;
                let scenes = |options: &Options| strategy_scenes(&strategy, options);
                self.view_file(how, scenes, || Diagram::of_strategy(&strategy), look, guard, env)?;
                if strategy.nodes.is_empty() {
                    tell_of_nothing("priority", env)?;
                }
            }
            View::Dependencies | View::Matrix => {
                let web = self.web(&judged.graph)?;
                let scenes = |options: &Options| web_scenes(&web, options);
                self.view_file(how, scenes, || Diagram::of_web(&web), look, guard, env)?;
            }
        }
        env.trouble(&unshown(&self.show, self.view(), kind))
    }

    /// Writes the pictures of a view. Says whether their letters can be read, and if not, tells so.
    fn view_file(
        &self,
        (kind, page, options): (Kind, Option<Page>, Options),
        scenes: impl FnOnce(&Options) -> Vec<Scene>,
        diagram: impl FnOnce() -> Diagram,
        look: (&Theme, Option<&Chart>),
        guard: &mut Guard,
        env: &mut Env<'_>,
    ) -> Result<bool, Error> {
        let mut smallest = None;
        let scenes = || {
            let scenes = scenes(&options);
            smallest = scenes.iter().filter_map(Scene::reading_size).min();
            scenes
        };
        self.file.write(kind, scenes, diagram, look, guard, env)?;
        let Some((size, page)) = smallest.filter(|size| *size < options.least_font).zip(page) else { return Ok(true) };
        env.trouble(&self.too_small(size, page))?;
        Ok(false)
    }

    /// What the chart means to reach, and who answers for it.
    fn strategy(&self, graph: &Graph<'_>) -> Result<Strategy, Error> {
        let (with_names, language) = (self.fields().contains(&Field::Owner), self.language_of(graph.chart()));
        Ok(strategy(graph, with_names, language).within(&scope(graph, &self.content()?)?))
    }

    /// What no tree shows.
    fn web(&self, graph: &Graph<'_>) -> Result<Web, Error> {
        let (with_names, language) = (self.fields().contains(&Field::Owner), self.language_of(graph.chart()));
        let of = if self.view() == View::Matrix { matrix } else { dependencies };
        let web = of(graph, with_names, language).within(&scope(graph, &self.content()?)?, graph);
        // Where functions are not shown, nothing has their colours.
        Ok(if self.fields().contains(&Field::Function) { web } else { web.without_functions() })
    }

    /// What is said of responsibilities that are not written.
    fn left_out(&self, body: Body) -> String {
        let whose = match body {
            Body::All => return String::new(),
            Body::Managers => "the responsibilities of seats without reports",
            Body::Names => "responsibilities",
        };
        format!(
            "note: {whose} are not shown: with them letters would be smaller than {} pt\n\
             help: `--min-font 0` shows them on one page, `--show title,owner,responsibilities,function` on as many as it \
             takes\n",
            self.min_font()
        )
    }

    /// The options that were given and do not suit every view and kind of file.
    fn given(&self) -> Vec<&'static str> {
        let all = [
            ("--view", self.view() != View::Chart),
            ("--revisions", self.revisions.is_some()),
            ("--layout", self.layout.is_some()),
            ("--teams", self.teams.is_some()),
            ("--findings", self.findings),
            ("--like", self.like.is_some()),
            ("--page", self.page.is_some()),
            ("--min-font", self.min_font.is_some()),
            ("--legend", self.legend.is_some()),
            ("--theme", self.theme.is_some()),
            ("--background", self.background.is_some()),
            ("--accent", self.accent.is_some()),
        ];
        all.into_iter().filter(|(_, is_given)| *is_given).map(|(option, _)| option).collect()
    }

    /// Writes the page of the chart and the revisions before it.
    fn page_file(
        &self,
        chart: &ChartFiles,
        (loaded, judged): (&Loaded, &Judged<'_>),
        page: Option<Page>,
        guard: &mut Guard,
        env: &mut Env<'_>,
    ) -> Result<(), Error> {
        let look = &loaded.settings.theme;
        let look = &Look { accent: self.accent.or(look.accent), ..look.clone() };
        let options = self.options(page, look.theme(None).1);
        let past = Past::before(chart, self.revisions.unwrap_or(REVISIONS))?;
        let (page, is_empty) = chart_page(judged, &past, &self.content()?, &options, look, Life::File)?;
        self.file.write_page(&page, guard, env)?;
        if is_empty { tell_of_nothing("seat", env) } else { Ok(()) }
    }

    /// What is said of letters that few can read.
    fn too_small(&self, size: Px, page: Page) -> String {
        let split = if self.layout() == Layout::Fit { "" } else { "`--layout fit` splits it over pages, " };
        let less = if self.view() == View::Chart { "`--show title,owner` less of each seat, " } else { "" };
        format!(
            "note: letters are as small as {} pt, below --min-font {}\n\
             help: {split}`--root` and `--depth` draw a part, {less}`--page none` all at its full size\n",
            Points::of(size, page),
            self.min_font(),
        )
    }

    /// The theme, and how functions are told apart, those of earlier revisions as they were.
    fn look(&self, loaded: &Loaded, earlier: Vec<Vec<String>>) -> (Theme, Accenting) {
        let (theme, accenting) = loaded.settings.theme.theme(self.theme);
        let theme = self.accent.map_or(theme.clone(), |accent| theme.with_accent(accent));
        let theme = if self.background == Some(Background::None) { theme.without_background() } else { theme };
        (theme, Accenting { earlier, ..accenting })
    }

    /// What earlier pictures of the chart looked like: those of the revision that is named, else those of its history.
    fn earlier(chart: &ChartFiles, like: Option<&ChartFiles>, env: &mut Env<'_>) -> Result<Option<Earlier>, Error> {
        let Some(old) = like else { return Ok(Some(Past::before(chart, REVISIONS)?.earlier())) };
        let before = Past::before(old, REVISIONS)?.earlier();
        Ok(whole_chart(old, env)?.map(|old| before.then(&old.graph())))
    }

    /// What of the chart is shown.
    fn content(&self) -> Result<Content, Error> {
        let content = Content {
            title: self.title.clone(),
            language: self.language(),
            order: Vec::new(),
            fields: self.fields(),
            counts_findings: self.findings,
            asked: BTreeMap::new(),
            root: self.root.clone(),
            hidden: self.hide.clone(),
            depth: self.depth.map(usize::from),
        };
        if !content.fields.contains(&Field::Title) && !content.fields.contains(&Field::Owner) {
            return Err(Error::new("a box needs a name: add `title` or `owner` to --show"));
        }
        Ok(content)
    }

    fn options(&self, page: Option<Page>, accenting: Accenting) -> Options {
        let arrangement = match self.layout() {
            Layout::Fit => Arrangement::Fit,
            Layout::Tidy => Arrangement::Tidy(Levels::Aligned),
            Layout::Column => Arrangement::Column,
        };
        Options {
            arrangement,
            page,
            least_font: page.map_or(Px::ZERO, |page| self.min_font().on(page)),
            may_shorten: self.show.is_empty(),
            teams: self.teams.map(|teams| teams == Switch::On),
            legend: self.legend != Some(Switch::Off),
            accenting,
        }
    }

    fn fields(&self) -> BTreeSet<Field> {
        if self.show.is_empty() { Content::default().fields } else { self.show.iter().copied().collect() }
    }

    /// The language that was asked for, or the chart's.
    fn language_of(&self, chart: &Chart) -> Language {
        self.language().unwrap_or_else(|| chart.language())
    }

    fn language(&self) -> Option<Language> {
        self.language.as_ref().map(|language| language.parse().expect("one of the possible values"))
    }

    fn view(&self) -> View {
        self.view.unwrap_or(View::Chart)
    }

    fn layout(&self) -> Layout {
        self.layout.unwrap_or(Layout::Fit)
    }

    fn min_font(&self) -> Points {
        self.min_font.unwrap_or(LEGIBLE)
    }

    fn page(&self) -> Result<Option<Page>, Error> {
        match self.page.as_deref() {
            Some("none") => Ok(None),
            None => Ok(Some(Page::SLIDE)),
            Some(page) => match Page::parse(page) {
                Ok(page) => Ok(Some(page)),
                Err(help) => Err(Error::new(format!("there is no page size `{page}`: {help}"))),
            },
        }
    }
}

/// Says which functions have a colour in the settings and no seat.
fn tell_of_colours(loaded: &Loaded, env: &mut Env<'_>) -> Result<(), Error> {
    let seats = &loaded.chart.seats.entries;
    let known: BTreeSet<&str> = seats.iter().filter_map(|seat| Some(seat.claims.function.get()?.as_str())).collect();
    let unknown = loaded.settings.theme.functions.iter().filter(|(name, _)| !known.contains(name.as_str()));
    unknown.into_iter().try_for_each(|(name, _)| {
        let help =
            nearest(name, known.iter().copied()).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        let name = printable_line(name);
        env.trouble(&format!("note: the theme gives a colour to the function `{name}`, which no seat has{help}\n"))
    })
}
