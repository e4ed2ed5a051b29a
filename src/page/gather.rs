//! From judged charts to the page's data: each state of a seat once, and who is who from revision to revision.

use std::collections::HashMap;

use crate::check::{Burden, Judged};
use crate::diff::{Renames, diff};
use crate::error::Error;
use crate::graph::SeatView;
use crate::layout::{Accenting, Hue};
use crate::model::{Language, Noun, Share};
use crate::picture::{Card, Content, Continuation, Field, Holder, holder, picture};

use super::data::{Data, Finding, Function, Metric, Priority, Revision, Seat, VERSION, Vacancy, some, words};
use super::shown;
use super::wording::words as worded;

/// One revision of the chart, or why it could not be read.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// What it is called.
    pub name: &'a str,
    /// The chart.
    pub chart: Result<&'a Judged<'a>, &'a str>,
}

/// What a page says about the seats.
#[derive(Clone, Debug)]
pub struct Shows {
    /// Which seats and fields.
    pub content: Content,
    /// Whether it also tells what only a review does: load, who could take over, who works where, plans.
    pub is_review: bool,
    /// How functions are told apart.
    pub accenting: Accenting,
}

/// Gathers what a page knows of some revisions, the oldest first; the last is the one that is shown first.
///
/// # Errors
/// A seat is named that the newest chart does not have.
///
/// # Panics
/// Without a newest chart that was read.
pub fn gather(moments: &[Moment<'_>], shows: &Shows) -> Result<Data, Error> {
    let newest = moments.last().and_then(|moment| moment.chart.ok()).expect("the newest chart is the one asked for");
    picture(newest, &shows.content)?;
    let language = shows.content.language.unwrap_or_else(|| newest.graph.chart().language());
    let mut gathering = Gathering {
        shows,
        language,
        seats: Vec::new(),
        known: HashMap::new(),
        last: HashMap::new(),
        functions: Vec::new(),
        newest: 0,
    };
    let keys = keys(moments);
    let mut revisions: Vec<Revision> =
        moments.iter().zip(&keys).rev().map(|(moment, keys)| gathering.revision(moment, keys)).collect();
    revisions.reverse();
    let organization = newest.graph.chart().organization.get().map_or(newest.name, |name| name.as_str());
    Ok(Data {
        page: VERSION,
        tool: env!("CARGO_PKG_VERSION").to_owned(),
        organization: shown(shows.content.title.as_deref().unwrap_or(organization)),
        today: newest.today.to_string(),
        current: revisions.len() - 1,
        shows: shows.names(),
        functions: gathering.functions(),
        language,
        words: words(language),
        seats: gathering.seats,
        revisions,
    })
}

impl Shows {
    fn has(&self, field: Field) -> bool {
        self.is_review || self.content.fields.contains(&field)
    }

    fn has_findings(&self) -> bool {
        self.is_review || self.content.counts_findings
    }

    fn names(&self) -> Vec<&'static str> {
        let fields = [
            ("function", self.has(Field::Function)),
            ("responsibilities", self.has(Field::Responsibilities)),
            ("load", self.has(Field::Load)),
            ("findings", self.has_findings()),
            ("priorities", self.has(Field::Priorities)),
            ("metrics", self.has(Field::Metrics)),
        ];
        fields.into_iter().filter(|(_, is_shown)| *is_shown).map(|(name, _)| name).collect()
    }
}

/// A key for each seat of each revision, by id. From the newest backwards, so that a seat keeps its key under all its
/// names as far as it is sure which was which.
fn keys<'a>(moments: &[Moment<'a>]) -> Vec<HashMap<&'a str, i64>> {
    let mut keys: Vec<HashMap<&str, i64>> = vec![HashMap::new(); moments.len()];
    let mut next = 0;
    let mut newer: Option<usize> = None;
    for at in (0..moments.len()).rev() {
        let Ok(chart) = moments[at].chart else { continue };
        let mut known: HashMap<&str, i64> = HashMap::new();
        if let Some((later, there)) = newer.and_then(|later| Some((later, moments[later].chart.ok()?))) {
            let renames = diff(chart, there, Renames::default()).renames;
            let sure = renames.into_iter().filter(|one| one.old.kind == Noun::Seat && one.how.confidence() == 1000);
            let new_ids: HashMap<String, String> = sure.map(|one| (one.old.id, one.new.id)).collect();
            for seat in chart.graph.seats() {
                let id = seat.id().as_str();
                let its = new_ids.get(id).map_or(id, String::as_str);
                if let Some(&key) = keys[later].get(its) {
                    known.insert(id, key);
                }
            }
        }
        for seat in chart.graph.tree() {
            known.entry(seat.id().as_str()).or_insert_with(|| {
                next += 1;
                next - 1
            });
        }
        keys[at] = known;
        newer = Some(at);
    }
    keys
}

struct Gathering<'s> {
    shows: &'s Shows,
    language: Language,
    /// What is shown of each state.
    seats: Vec<Seat>,
    /// The places of states, by their JSON. Looked up only, never walked through.
    known: HashMap<String, usize>,
    /// The last state of each seat and its place, by the seat's key. Looked up only.
    last: HashMap<i64, (usize, Seat)>,
    /// In order of appearance, and whether they occur on a seat that is shown.
    functions: Vec<(String, bool)>,
    /// How many of them are of the newest chart.
    newest: usize,
}

impl Gathering<'_> {
    fn revision(&mut self, moment: &Moment<'_>, keys: &HashMap<&str, i64>) -> Revision {
        let mut revision = Revision { name: shown(moment.name), day: None, tree: None, unread: None };
        let drawn = moment.chart.map_err(str::to_owned).and_then(|chart| {
            let picture = picture(chart, &self.shows.content).map_err(|error| error.to_string())?;
            Ok((chart, picture))
        });
        match drawn {
            Err(reason) => revision.unread = Some(shown(&reason)),
            Ok((chart, picture)) => {
                revision.day = Some(chart.today.to_string());
                for name in picture.functions.iter().filter(|_| self.shows.has(Field::Function)) {
                    let function = shown(name);
                    let occurs = picture.cards.iter().any(|card| card.function.as_ref() == Some(name));
                    match self.functions.iter_mut().find(|(known, _)| *known == function) {
                        Some(known) => known.1 |= occurs,
                        None => self.functions.push((function, occurs)),
                    }
                }
                // The newest comes first.
                if self.seats.is_empty() {
                    self.newest = self.functions.len();
                }
                let about = about(chart, self.shows);
                let mut tree = Vec::with_capacity(3 * picture.cards.len());
                for card in &picture.cards {
                    let seat = chart.graph.find_seat(&card.id).expect("cards are made of seats");
                    let state = self.state(chart, seat, card, &picture.cards, &about);
                    let parent = card.parent.map_or(-1, |parent| i64::try_from(parent).expect("a place is small"));
                    let key = keys[card.id.as_str()];
                    let place = i64::try_from(self.place(state, key)).expect("a place is small");
                    tree.extend([place, parent, key]);
                }
                revision.tree = Some(tree);
            }
        }
        revision
    }

    /// Where a state stands among all, which it joins where it is new: as what differs from the last one of its seat,
    /// where that can be said in fewer words.
    fn place(&mut self, state: Seat, key: i64) -> usize {
        let json = |seat: &Seat| serde_json::to_string(seat).expect("strings and numbers are JSON");
        let whole = json(&state);
        if let Some(&place) = self.known.get(&whole) {
            return place;
        }
        let place = self.seats.len();
        let beside = self.last.get(&key).and_then(|(earlier, last)| state.beside(*earlier, last));
        let beside = beside.filter(|beside| json(beside).len() < whole.len());
        self.seats.push(beside.unwrap_or_else(|| state.clone()));
        self.known.insert(whole, place);
        self.last.insert(key, (place, state));
        place
    }

    fn state(&self, chart: &Judged<'_>, seat: SeatView<'_>, card: &Card, cards: &[Card], about: &About<'_>) -> Seat {
        let shows = self.shows;
        let claims = seat.claims();
        let texts = |texts: &[String]| some(texts.iter().map(|text| shown(text)).collect());
        let load = load(chart, seat).filter(|_| shows.has(Field::Load));
        let priorities = seat.priorities().filter(|one| shows.has(Field::Priorities) && one.claims().is_open());
        let metrics = about.metrics.get(card.id.as_str()).into_iter().flatten();
        let findings = about.findings.get(card.id.as_str()).into_iter().flatten();
        let mut state = Seat {
            id: card.id.clone(),
            title: shows.has(Field::Title).then(|| shown(seat.title())),
            function: card.function.as_deref().filter(|_| shows.has(Field::Function)).map(shown),
            assistant: card.assistant.then_some(true),
            dotted: some(card.dotted.iter().map(|at| cards[*at].id.clone()).collect()),
            responsibilities: texts(&card.responsibilities),
            load: load.map(|(percent, _)| percent),
            step: load.map(|(_, step)| step),
            terms: load.map(|_| shown(&seat.load().to_string())),
            band: chart.norms.band(seat).filter(|_| seat.reports().next().is_some()).map(|band| (band.min, band.max)),
            more: match card.continuation {
                Some(Continuation::Below { seats, .. }) => Some(seats),
                _ => None,
            },
            priorities: some(priorities.map(priority).collect()),
            metrics: some(metrics.filter(|_| shows.has(Field::Metrics)).cloned().collect()),
            findings: some(findings.filter(|_| shows.has_findings()).cloned().collect()),
            ..Seat::default()
        };
        self.holding(&mut state, seat);
        if shows.is_review {
            state.backup = seat.backup().map(|person| shown(person.name()));
            state.members = some(seat.members().map(|person| shown(person.name())).collect());
            let noted = claims.vacant.get();
            if let (Some(vacant), Some(noted)) = (&mut state.vacant, noted) {
                vacant.since = noted.since.get().map(ToString::to_string);
                vacant.plan = noted.plan.get().map(|plan| shown(plan.as_str()));
            }
        }
        state
    }

    /// Who holds the seat; without names where the page shows none.
    fn holding(&self, state: &mut Seat, seat: SeatView<'_>) {
        let who = holder(seat);
        let who = if self.shows.has(Field::Owner) { who } else { who.without_names() };
        let named = |name: &str| (!name.is_empty()).then(|| shown(name));
        match &who {
            Holder::Owner(name) => state.owner = named(name),
            Holder::Interim(name) => {
                state.interim = named(name);
                state.vacant = Some(Vacancy::default());
            }
            Holder::Vacant => state.vacant = Some(Vacancy::default()),
            Holder::Several(_) | Holder::Missing(_) | Holder::Unreadable => {
                state.contested = who.contested(self.language).map(|words| shown(&words.join(", ")));
            }
        }
    }

    fn functions(&self) -> Vec<Function> {
        let Accenting { own, near, earlier, .. } = &self.shows.accenting;
        let of_page = |names: &[String]| names.iter().map(|name| shown(name)).collect::<Vec<_>>();
        // The colours are those of the static pictures, which show the newest chart; what only earlier ones have follows.
        let names: Vec<&str> = self.functions.iter().map(|(name, _)| name.as_str()).collect();
        let earlier = earlier.iter().map(|set| of_page(set)).collect();
        let accenting = Accenting { by_pattern: false, own: of_page(own), near: near.clone(), earlier };
        let slots = accenting.slots(&[names[..self.newest].to_vec(), names.clone()]);
        let hue = |name: &str| match accenting.own.iter().position(|own| own == name) {
            Some(own) => Hue::COUNT + own,
            None => slots.get(name).map_or(0, |slot| slot % Hue::COUNT),
        };
        let all = self.functions.iter().filter(|(_, occurs)| *occurs);
        all.map(|(name, _)| Function { name: name.clone(), hue: hue(name) }).collect()
    }
}

/// What other entries say about seats, by the seats' ids. Looked up only.
struct About<'a> {
    metrics: HashMap<&'a str, Vec<Metric>>,
    findings: HashMap<&'a str, Vec<Finding>>,
}

fn about<'a>(chart: &'a Judged<'a>, shows: &Shows) -> About<'a> {
    let mut about = About { metrics: HashMap::new(), findings: HashMap::new() };
    for metric in chart.graph.metrics() {
        let claims = metric.claims();
        let (target, actual) = (claims.target.get(), claims.actual.get());
        let told = Metric {
            id: metric.id().as_str().to_owned(),
            title: shown(metric.title()),
            target: target.map(|target| shown(&target.to_string())),
            actual: actual.map(|actual| shown(&actual.to_string())),
            met: target.zip(actual).and_then(|(target, actual)| target.is_met_by(actual)),
        };
        for owner in &claims.owner {
            about.metrics.entry(owner.value.as_str()).or_default().push(told.clone());
        }
    }
    for finding in &chart.outcome.findings {
        let told = Finding {
            level: finding.level.name(),
            rule: finding.rule.id.to_string(),
            // The words of a finding name what a picture may leave out.
            message: if shows.is_review { worded(&finding.message) } else { shown(finding.rule.summary) },
            help: finding.help.as_ref().filter(|_| shows.is_review).map(worded),
        };
        for subject in finding.subjects.iter().filter(|subject| subject.kind == Noun::Seat) {
            about.findings.entry(subject.id.as_str()).or_default().push(told.clone());
        }
    }
    about
}

fn priority(priority: crate::graph::PriorityView<'_>) -> Priority {
    let claims = priority.claims();
    Priority {
        id: priority.id().as_str().to_owned(),
        title: shown(priority.title()),
        status: claims.status.get().map(|status| status.name()),
        due: claims.due.get().map(ToString::to_string),
        strategic: claims.is_strategic(),
    }
}

/// What a seat carries in per cent of what its holder can, and how much that is.
fn load(chart: &Judged<'_>, seat: SeatView<'_>) -> Option<(i64, u8)> {
    let person = seat.holding().person();
    let capacity = person.map_or(Share::ONE, |person| person.claims().capacity());
    let percent = seat.total_load().percent_of(capacity)?;
    let is_much = person.is_some_and(|person| chart.norms.burden(person) == Burden::Much);
    let step = match () {
        () if chart.norms.is_alarming(seat) => 3,
        () if is_much => 2,
        () if percent >= 50 => 1,
        () => 0,
    };
    Some((percent, step))
}
