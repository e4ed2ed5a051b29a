//! Which contents of a chart the strategy view shows: priorities, the seats that own them, the metrics of these seats.

use std::collections::{HashMap, HashSet};

use crate::graph::{Graph, PriorityView};
use crate::model::{Horizon, Language, Status};
use crate::phrase::Label;

use super::super::clean::cut;
use super::nodes::{metric_node, priority_node, seat_node};
use super::{Node, NodeKind, Strategy, Tie, TieKind};

/// The strategy of a chart, with the names of those who hold its seats or without, labelled in a language. What is done or dropped is left out
/// and counted.
#[must_use]
pub fn strategy(graph: &Graph<'_>, with_names: bool, language: Language) -> Strategy {
    let chart = graph.chart();
    let revision = chart.revision.get().map(ToString::to_string);
    let reviewed = chart.reviewed.get().map(|day| Label::Reviewed.with(language, &[day]));
    let closed = |status| graph.priorities().filter(|priority| priority.claims().status.get() == Some(&status)).count();
    let stated = chart.strategy.get();
    let mut content = Content {
        graph,
        with_names,
        places: HashMap::new(),
        strategy: Strategy {
            title: chart.organization.get().map(|name| cut(name.as_str()).into_owned()).unwrap_or_default(),
            intent: stated
                .and_then(|strategy| strategy.intent.get())
                .map(|intent| cut(intent.as_str()).into_owned())
                .unwrap_or_default(),
            subtitle: revision.into_iter().chain(reviewed).collect::<Vec<_>>().join(" · "),
            language,
            hyphens: chart.language.get().copied(),
            lane: stated.and_then(|strategy| strategy.lane.get()).map(|lane| Label::lane(*lane).words(language)),
            closed: closed(Status::Done) + closed(Status::Dropped),
            ..Strategy::default()
        },
    };
    content.priorities();
    content.seats_and_metrics();
    content.strategy
}

/// A strategy in the making.
struct Content<'g> {
    graph: &'g Graph<'g>,
    /// Whether seats say who holds them.
    with_names: bool,
    /// Where each node is, by kind and id. Looked up only.
    places: HashMap<(NodeKind, &'g str), usize>,
    strategy: Strategy,
}

impl<'g> Content<'g> {
    /// Strategic priorities in the first column, others that reach beyond the quarter in the next, then the quarter's.
    fn priorities(&mut self) {
        let language = self.strategy.language;
        let open: Vec<_> = self.graph.priorities().filter(|priority| priority.claims().is_open()).collect();
        let served: HashSet<&str> =
            open.iter().flat_map(|priority| priority.supports()).map(|priority| priority.id().as_str()).collect();
        let has_strategic = open.iter().any(|priority| priority.claims().is_strategic());
        for rank in [Rank::Strategic, Rank::Long, Rank::Quarter] {
            let column = self.strategy.headings.len();
            let mut here = open.iter().filter(|priority| Rank::of(**priority) == rank).peekable();
            if here.peek().is_none() {
                continue;
            }
            for priority in here {
                let note = match rank {
                    Rank::Strategic if !served.contains(priority.id().as_str()) => Some(Label::NothingServes),
                    Rank::Long | Rank::Quarter if has_strategic && supports_nothing(*priority) => {
                        Some(Label::ServesNothing)
                    }
                    _ => None,
                };
                let plain = priority_node(*priority, column, language);
                let note = note.map_or(String::new(), |note| note.words(language).to_owned());
                self.add(priority.id().as_str(), Node { note, ..plain });
            }
            let heading = match rank {
                Rank::Strategic => Label::StrategicPriorities,
                Rank::Long => Label::ServingPriorities,
                Rank::Quarter => Label::QuarterPriorities,
            };
            self.strategy.headings.push(heading.words(language).to_owned());
        }
        self.supports(&open);
    }

    /// Who serves whom: a line from column to column, words within one.
    fn supports(&mut self, open: &[PriorityView<'g>]) {
        let mut serving = vec![Vec::new(); self.strategy.nodes.len()];
        for priority in open {
            let to = self.places[&(NodeKind::Priority, priority.id().as_str())];
            let mut beside = Vec::new();
            for supported in priority.supports() {
                let Some(&from) = self.places.get(&(NodeKind::Priority, supported.id().as_str())) else { continue };
                serving[from].push(to);
                if self.strategy.nodes[from].column < self.strategy.nodes[to].column {
                    self.strategy.ties.push(Tie { from, to, kind: TieKind::Serves });
                } else {
                    beside.push(supported.title());
                }
            }
            if let [first, rest @ ..] = beside.as_slice() {
                let language = self.strategy.language;
                let more = if rest.is_empty() {
                    String::new()
                } else {
                    format!(" {}", Label::AndMore.with(language, &[&rest.len()]))
                };
                self.strategy.nodes[to].note = format!("{}{more}", Label::ServesIt.with(language, &[&cut(first)]));
            }
        }
        // From each strategic priority to all that serves it and belongs to none before.
        let strategic = open.iter().filter(|priority| priority.claims().is_strategic());
        for (root, priority) in strategic.enumerate() {
            let place = self.places[&(NodeKind::Priority, priority.id().as_str())];
            let mut stack = vec![place];
            while let Some(place) = stack.pop() {
                let belongs = &mut self.strategy.nodes[place].root;
                if belongs.is_none() {
                    *belongs = Some(root);
                    stack.extend(&serving[place]);
                }
            }
        }
    }

    /// The seats that own what is shown, in tree order, and the metrics.
    fn seats_and_metrics(&mut self) {
        let (column, language) = (self.strategy.headings.len(), self.strategy.language);
        let keepers: HashSet<&str> = self
            .graph
            .metrics()
            .flat_map(|metric| metric.claims().owner.iter())
            .map(|owner| owner.value.as_str())
            .collect();
        for seat in self.graph.tree() {
            let open = seat.priorities().filter(|priority| priority.claims().is_open());
            let owned: Vec<usize> =
                open.map(|priority| self.places[&(NodeKind::Priority, priority.id().as_str())]).collect();
            if !owned.is_empty() || keepers.contains(seat.id().as_str()) {
                let to = self.add(seat.id().as_str(), seat_node(seat, column, self.with_names, language));
                self.strategy.ties.extend(owned.into_iter().map(|from| Tie { from, to, kind: TieKind::Owns }));
            }
        }
        let is_empty = self.strategy.nodes.last().is_none_or(|node| node.column < column);
        if !is_empty {
            self.strategy.headings.push(Label::AnsweringSeats.words(language).to_owned());
        }
        let column = self.strategy.headings.len();
        for metric in self.graph.metrics() {
            let to = self.add(metric.id().as_str(), metric_node(metric, column, language));
            for owner in &metric.claims().owner {
                let from = self.places.get(&(NodeKind::Seat, owner.value.as_str())).copied();
                self.strategy.ties.extend(from.map(|from| Tie { from, to, kind: TieKind::Owns }));
            }
        }
        if self.graph.metrics().len() > 0 {
            self.strategy.headings.push(Label::Metrics.words(language).to_owned());
        }
    }

    fn add(&mut self, id: &'g str, node: Node) -> usize {
        let place = self.strategy.nodes.len();
        self.places.insert((node.kind, id), place);
        self.strategy.nodes.push(node);
        place
    }
}

fn supports_nothing(priority: PriorityView<'_>) -> bool {
    let supports = &priority.claims().supports;
    supports.is_empty() && !supports.is_wrong()
}

/// Which column a priority stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rank {
    Strategic,
    Long,
    Quarter,
}

impl Rank {
    fn of(priority: PriorityView<'_>) -> Self {
        match priority.claims().horizon() {
            _ if priority.claims().is_strategic() => Self::Strategic,
            Horizon::Quarter => Self::Quarter,
            Horizon::Year | Horizon::Long => Self::Long,
        }
    }
}
