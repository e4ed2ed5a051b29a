//! From a chart to the words of its picture.

use std::collections::{HashMap, HashSet};

use crate::check::{Finding, Judged, Level, Norms};
use crate::error::Error;
use crate::graph::{EntryView, Graph, Holding, PersonView, SeatView};
use crate::model::{Language, Noun, Share};
use crate::phrase::Label;
use crate::review::meant;

use super::clean::cut;
use super::earlier::keep_order;
use super::functions::functions;
use super::{Badge, Card, Content, Continuation, Field, Holder, Picture};

/// The picture of a chart's seats. Those that no root leads to stand beside the tree, as roots.
///
/// # Errors
/// Says which seat is named that the chart does not have.
pub fn picture(judged: &Judged<'_>, content: &Content) -> Result<Picture, Error> {
    let graph = &judged.graph;
    let content = &Content {
        root: content.root.as_deref().map(|id| known(graph, id)).transpose()?,
        hidden: content.hidden.iter().map(|id| known(graph, id)).collect::<Result<_, _>>()?,
        ..content.clone()
    };
    let chart = graph.chart();
    let organization = chart.organization.get().map(|name| cut(name.as_str()).into_owned());
    let revision = chart.revision.get().map(ToString::to_string);
    let language = content.language.unwrap_or_else(|| chart.language());
    let reviewed = chart.reviewed.get().map(|day| Label::Reviewed.with(language, &[day]));
    // A branch is called like the seat at its top.
    let branch = content.root.as_deref().and_then(|id| graph.seats().find(|seat| seat.id().as_str() == id));
    let branch = branch.map(|seat| cut(seat.title()).into_owned());
    let footer = organization.clone().into_iter().chain(revision).chain(reviewed);
    Ok(Picture {
        title: content.title.clone().or(branch).or(organization).unwrap_or_default(),
        subtitle: footer.collect::<Vec<_>>().join(" · "),
        number: None,
        language,
        hyphens: chart.language.get().copied(),
        functions: functions(graph),
        earlier_functions: Vec::new(),
        cards: keep_order(Cards::new(judged, content, language).collect(), graph, &content.order),
    })
}

/// The id of the seat that is meant: by its id or title, or by the one person who owns no other.
fn known(graph: &Graph<'_>, text: &str) -> Result<String, Error> {
    let seat = meant(graph, Some(Noun::Seat), text).or_else(|error| {
        let person = meant(graph, Some(Noun::Person), text);
        let owned =
            person.ok().and_then(|entry| if let EntryView::Person(person) = entry { Some(person) } else { None });
        let mut owned = owned.into_iter().flat_map(PersonView::owned);
        match (owned.next(), owned.next()) {
            (Some(seat), None) => Ok(EntryView::Seat(seat)),
            _ => Err(error),
        }
    })?;
    Ok(seat.id().to_owned())
}

struct Cards<'g> {
    graph: &'g Graph<'g>,
    norms: &'g Norms,
    content: &'g Content,
    language: Language,
    hidden: HashSet<&'g str>,
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
        let hidden = content.hidden.iter().map(String::as_str).collect();
        let findings = if content.counts_findings {
            count(&judged.outcome.findings)
        } else {
            content.asked.iter().map(|(seat, asked)| (seat.as_str(), *asked)).collect()
        };
        Self { graph, norms: &judged.norms, content, language, hidden, findings, metrics }
    }

    /// The cards of the seats that are drawn, in tree order.
    fn collect(&self) -> Vec<Card> {
        // Of each seat that is drawn: its card's place and its level from the top.
        let mut places: HashMap<&str, (usize, usize)> = HashMap::with_capacity(self.graph.tree().len());
        let mut seen: HashSet<&str> = HashSet::with_capacity(self.graph.tree().len());
        let mut cards: Vec<Card> = Vec::new();
        let mut drawn = Vec::new();
        for seat in self.graph.tree() {
            let id = seat.id().as_str();
            let manager = seat.manager().map(|manager| manager.id().as_str());
            let is_top = match &self.content.root {
                Some(root) => id == root,
                // A manager that does not come before the seat is one that it is in a loop with, or the seat itself.
                None => manager.is_none_or(|manager| !seen.contains(manager)),
            };
            seen.insert(id);
            let manager = manager.and_then(|manager| places.get(manager).copied());
            if self.hidden.contains(id) || (manager.is_none() && !is_top) {
                continue;
            }
            let level = manager.map_or(1, |(_, level)| level + 1);
            if self.content.depth.is_some_and(|depth| level > depth) {
                let above = manager.expect("the first level is drawn").0;
                cut_below(&mut cards[above], seat.count_below() + 1);
                continue;
            }
            places.insert(id, (cards.len(), level));
            cards.push(self.card(seat, manager.filter(|_| !is_top).map(|(place, _)| place)));
            drawn.push(seat);
        }
        for (card, seat) in cards.iter_mut().zip(drawn) {
            let targets = seat.claims().dotted_to.iter().filter_map(|id| places.get(id.value.as_str()));
            card.dotted = targets.map(|(place, _)| *place).collect();
        }
        cards
    }

    fn card(&self, seat: SeatView<'_>, parent: Option<usize>) -> Card {
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
        let capacity = seat.holding().person().map_or(Share::ONE, |person| person.claims().capacity());
        let load = seat.total_load().percent_of(capacity).filter(|_| shows(Field::Load));
        let members = Some(seat.claims().members.len()).filter(|&members| members > 0 && shows(Field::Owner));
        let findings = self.findings.get(seat.id().as_str());
        let findings = findings.map(|&(count, severe)| {
            if self.content.counts_findings {
                Badge::Findings { count, severe }
            } else {
                Badge::Asked { count, severe }
            }
        });
        members
            .map(Badge::Members)
            .into_iter()
            .chain(load.map(|percent| Badge::Load { percent, is_over: self.norms.is_alarming(seat) }))
            .chain(findings)
            .collect()
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

/// Notes that seats below a card are not drawn.
fn cut_below(card: &mut Card, more: usize) {
    let before = match card.continuation {
        Some(Continuation::Below { seats, .. }) => seats,
        _ => 0,
    };
    card.continuation = Some(Continuation::Below { seats: before + more, page: None });
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
