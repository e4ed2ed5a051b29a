//! From a chart to the words of its picture.

use std::collections::HashMap;

use crate::check::{Finding, Judged, Level, Norms};
use crate::error::Error;
use crate::graph::{Graph, Holding, PersonView, SeatView};
use crate::model::{Language, Noun, Share};
use crate::phrase::Label;

use super::clean::cut;
use super::earlier::keep_order;
use super::functions::functions;
use super::scope::{Shown, branch, known, shown};
use super::{Badge, Card, Content, Continuation, Field, Holder, Picture};

/// The picture of a chart's seats. Those that no root leads to stand beside the tree, as roots.
///
/// # Errors
/// Says which seat is named that the chart does not have.
pub fn picture(judged: &Judged<'_>, content: &Content) -> Result<Picture, Error> {
    let graph = &judged.graph;
    let content = &known(graph, content)?;
    let chart = graph.chart();
    let organization = chart.organization.get().map(|name| cut(name.as_str()).into_owned());
    let revision = chart.revision.get().map(ToString::to_string);
    let language = content.language.unwrap_or_else(|| chart.language());
    let reviewed = chart.reviewed.get().map(|day| Label::Reviewed.with(language, &[day]));
    let footer = organization.clone().into_iter().chain(revision).chain(reviewed);
    Ok(Picture {
        title: content.title.clone().or_else(|| branch(graph, content)).or(organization).unwrap_or_default(),
        subtitle: footer.collect::<Vec<_>>().join(" · "),
        number: None,
        language,
        hyphens: chart.language.get().copied(),
        functions: functions(graph),
        earlier_functions: Vec::new(),
        cards: keep_order(Cards::new(judged, content, language).collect(), graph, &content.order),
    })
}

/// With more boxes nobody finds a person by initials, and there are none.
pub const MOST_INITIALS: usize = 1_000;

struct Cards<'g> {
    graph: &'g Graph<'g>,
    norms: &'g Norms,
    content: &'g Content,
    language: Language,
    /// Numbers of findings by seat, and whether one of them is an error.
    findings: HashMap<&'g str, (usize, bool)>,
    /// The titles of metrics by the seats that own them.
    metrics: HashMap<&'g str, Vec<String>>,
}

impl<'g> Cards<'g> {
    fn new(judged: &'g Judged<'g>, content: &'g Content, language: Language) -> Self {
        let graph = &judged.graph;
        let mut metrics: HashMap<&str, Vec<String>> = HashMap::new();
        if content.fields.contains(&Field::Metrics) {
            for metric in graph.metrics() {
                for owner in &metric.claims().owner {
                    metrics.entry(owner.value.as_str()).or_default().push(cut(metric.title()).into_owned());
                }
            }
        }
        let findings = if content.counts_findings {
            count(&judged.outcome.findings)
        } else {
            content.asked.iter().map(|(seat, asked)| (seat.as_str(), *asked)).collect()
        };
        Self { graph, norms: &judged.norms, content, language, findings, metrics }
    }

    /// The cards of the seats that are drawn, in tree order.
    fn collect(&self) -> Vec<Card> {
        let shown = shown(self.graph, self.content);
        let places: HashMap<&str, usize> =
            shown.iter().enumerate().map(|(place, shown)| (shown.seat.id().as_str(), place)).collect();
        let has_initials = shown.len() <= MOST_INITIALS && self.content.fields.contains(&Field::Initials);
        let card = |Shown { seat, above, cut }: &Shown<'_>| {
            let targets = seat.claims().dotted_to.iter().filter_map(|id| places.get(id.value.as_str()));
            let continuation = (*cut > 0).then_some(Continuation::Below { seats: *cut, page: None });
            Card { dotted: targets.copied().collect(), continuation, ..self.card(*seat, *above, has_initials) }
        };
        shown.iter().map(card).collect()
    }

    fn card(&self, seat: SeatView<'_>, parent: Option<usize>, has_initials: bool) -> Card {
        let shows = |field| self.content.fields.contains(&field);
        let claims = seat.claims();
        let id = seat.id().as_str();
        let holder = holder(seat);
        let title = if shows(Field::Title) { cut(seat.title()).into_owned() } else { holder.words(self.language) };
        // Left out here, so that no form of the picture can hold a name that it does not show.
        let holder = if shows(Field::Owner) { holder } else { holder.without_names() };
        let responsibilities = claims.responsibilities.iter().filter(|_| shows(Field::Responsibilities));
        let priorities = seat.priorities().filter(|priority| shows(Field::Priorities) && priority.claims().is_open());
        Card {
            id: id.to_owned(),
            title,
            initials: if has_initials && shows(Field::Title) { holder.initials() } else { None },
            holder,
            anonymous: !shows(Field::Owner) || !shows(Field::Title),
            badges: self.badges(seat),
            responsibilities: responsibilities
                .map(|responsibility| cut(responsibility.value.as_str()).into_owned())
                .collect(),
            priorities: priorities.map(|priority| cut(priority.title()).into_owned()).collect(),
            metrics: self.metrics.get(id).cloned().unwrap_or_default(),
            function: seat.function().filter(|_| shows(Field::Function)).map(|function| cut(function).into_owned()),
            parent,
            assistant: claims.assistant.get() == Some(&true),
            dotted: Vec::new(),
            elsewhere: Vec::new(),
            continuation: None,
            changed: None,
            is_heading: false,
            is_faded: false,
        }
    }

    fn badges(&self, seat: SeatView<'_>) -> Vec<Badge> {
        let shows = |field| self.content.fields.contains(&field);
        let load = self.load(seat).filter(|_| shows(Field::Load));
        let members = Some(seat.claims().members.len()).filter(|&members| members > 0 && shows(Field::Owner));
        let findings = self.findings.get(seat.id().as_str());
        let findings = findings.map(|&(count, severe)| {
            if self.content.counts_findings {
                Badge::Findings { count, severe }
            } else {
                Badge::Asked { count, severe }
            }
        });
        members.map(Badge::Members).into_iter().chain(load).chain(findings).collect()
    }

    /// What a seat carries, as the norms judge it.
    fn load(&self, seat: SeatView<'_>) -> Option<Badge> {
        let holder = seat.holding().person();
        let capacity = holder.map_or(Share::ONE, |person| person.claims().capacity());
        let percent = seat.total_load().percent_of(capacity)?;
        let holds_several =
            |person: &PersonView<'_>| person.held().filter(|held| held.total_load() > Share::ZERO).nth(1).is_some();
        let over = holder.filter(|person| self.norms.is_over(*person) && holds_several(person));
        let of_all = over.and_then(|person| person.total_load().percent_of(capacity));
        Some(Badge::Load { percent, of_all, is_over: self.norms.is_alarming(seat) })
    }
}

/// Counts the warnings and errors about each seat.
fn count(findings: &[Finding]) -> HashMap<&str, (usize, bool)> {
    let mut counts: HashMap<&str, (usize, bool)> = HashMap::new();
    for finding in findings.iter().filter(|finding| finding.level > Level::Info) {
        for subject in finding.subjects.iter().filter(|subject| subject.kind == Noun::Seat) {
            let (count, severe) = counts.entry(subject.id.as_str()).or_default();
            *count += 1;
            *severe |= finding.level == Level::Error;
        }
    }
    counts
}

/// Who sits in a seat, as a picture says it.
pub(crate) fn holder(seat: SeatView<'_>) -> Holder {
    match seat.holding() {
        Holding::Owned(person) => Holder::Owner(cut(person.name()).into_owned()),
        Holding::Interim(person) => Holder::Interim(cut(person.name()).into_owned()),
        Holding::Shared => {
            Holder::Several(seat.owners().map(PersonView::name).map(|name| cut(name).into_owned()).collect())
        }
        Holding::Vacant => Holder::Vacant,
        Holding::Dangling => {
            let claims = seat.claims();
            let claimed = claims.owner.first().or(claims.interim.spanned());
            Holder::Missing(claimed.map_or_else(String::new, |id| id.value.to_string()))
        }
        Holding::Unknown => Holder::Unreadable,
    }
}
