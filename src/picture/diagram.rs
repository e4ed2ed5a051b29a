//! Boxes and lines without places, for programs that find the places themselves.

use std::borrow::Cow;

use super::badge::Badge;
use super::card::{Holder, Picture};
use super::clean::clean;
use super::strategy::{NodeState, Strategy};
use super::web::{Web, WebLook};

/// What a diagram language can say of a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagram {
    /// The name of the whole.
    pub title: String,
    /// The way that the lines run.
    pub flow: Flow,
    /// The boxes.
    pub boxes: Vec<DiagramBox>,
    /// The lines.
    pub links: Vec<Link>,
}

/// The way that lines run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flow {
    /// From top to bottom.
    #[default]
    Down,
    /// From left to right.
    Right,
}

/// One box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiagramBox {
    /// Its words, line by line, without control characters.
    pub lines: Vec<String>,
    /// How it looks.
    pub look: DiagramLook,
}

/// How a box of a diagram looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiagramLook {
    /// As it should be.
    Plain,
    /// Nobody is there.
    Empty,
    /// Something is wrong with it.
    Wrong,
}

/// A line between two boxes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Index of the box where it starts.
    pub from: usize,
    /// Index of the box where it ends.
    pub to: usize,
    /// What stands at it.
    pub words: String,
    /// How it looks.
    pub look: LinkLook,
}

/// How a line of a diagram looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LinkLook {
    /// As most do.
    #[default]
    Plain,
    /// Dotted in the chart.
    Dashed,
    /// A part of a loop.
    Wrong,
    /// A loop of two: each end waits for the other.
    BothWays,
}

impl Diagram {
    /// The reporting tree: titles and holders, solid and dotted lines.
    #[must_use]
    pub fn of_tree(picture: &Picture) -> Self {
        let boxes = picture.cards.iter().map(|card| {
            let look = match card.holder {
                Holder::Owner(_) | Holder::Interim(_) => DiagramLook::Plain,
                Holder::Vacant => DiagramLook::Empty,
                Holder::Several(_) | Holder::Missing(_) | Holder::Unreadable => DiagramLook::Wrong,
            };
            let holder = if card.anonymous && card.holder != Holder::Vacant {
                String::new()
            } else {
                card.holder.words(picture.language)
            };
            let mut lines = vec![clean(card.name()).into_owned(), clean(&holder).into_owned()];
            lines.extend(card.badges.iter().filter_map(|badge| match badge {
                Badge::Load { .. } => Some(badge.words(picture.language).replace('\u{A0}', " ")),
                Badge::Findings { count, .. } => Some(format!("▲ {count}")),
                _ => None,
            }));
            lines.extend(card.priorities.iter().chain(&card.metrics).map(|words| clean(words).into_owned()));
            lines.retain(|line| !line.is_empty());
            lines.dedup();
            DiagramBox { lines, look }
        });
        let above = |seat: usize| picture.cards[seat].parent.filter(|parent| *parent < seat);
        let solid =
            (0..picture.cards.len()).filter_map(|seat| Some(Link { from: above(seat)?, to: seat, ..Link::default() }));
        let dotted = picture.cards.iter().enumerate().flat_map(|(seat, card)| {
            let to = move |from: &usize| Link { from: *from, to: seat, look: LinkLook::Dashed, ..Link::default() };
            card.dotted.iter().map(to)
        });
        Self {
            title: clean(&picture.title).into_owned(),
            flow: Flow::Down,
            boxes: boxes.collect(),
            links: solid.chain(dotted).collect(),
        }
    }

    /// A web: titles, details, and the figures of lines.
    #[must_use]
    pub fn of_web(web: &Web) -> Self {
        let boxes = web.boxes.iter().map(|shown| {
            let look = match shown.state {
                NodeState::Sound => DiagramLook::Plain,
                NodeState::Vacant => DiagramLook::Empty,
                NodeState::Wrong => DiagramLook::Wrong,
            };
            let title = if shown.title.trim().is_empty() { &shown.id } else { &shown.title };
            let words = [title, &shown.detail].into_iter().map(|words| clean(words).into_owned());
            DiagramBox { lines: words.filter(|words| !words.is_empty()).collect(), look }
        });
        let links = web.lines.iter().map(|line| {
            let look = match line.look {
                WebLook::Plain => LinkLook::Plain,
                WebLook::Dashed => LinkLook::Dashed,
                WebLook::Loop if line.counts[1] > 0 => LinkLook::BothWays,
                WebLook::Loop => LinkLook::Wrong,
            };
            Link { from: line.from, to: line.to, words: Web::figures(line), look }
        });
        let title = [clean(&web.title), clean(&web.subject)];
        let title = title.iter().filter(|words| !words.is_empty()).map(|words| &**words).collect::<Vec<_>>().join(": ");
        Self { title, flow: Flow::Down, boxes: boxes.collect(), links: links.collect() }
    }

    /// The strategy view: titles and details.
    #[must_use]
    pub fn of_strategy(strategy: &Strategy) -> Self {
        let boxes = strategy.nodes.iter().map(|entry| {
            let title = if entry.title.trim().is_empty() { &entry.id } else { &entry.title };
            let words = [title, &entry.detail, &entry.alarm, &entry.note].into_iter().map(|words| clean(words));
            let look = match entry.state {
                NodeState::Sound => DiagramLook::Plain,
                NodeState::Vacant => DiagramLook::Empty,
                NodeState::Wrong => DiagramLook::Wrong,
            };
            DiagramBox { lines: words.filter(|words| !words.is_empty()).map(Cow::into_owned).collect(), look }
        });
        Self {
            title: clean(&strategy.title).into_owned(),
            flow: Flow::Right,
            boxes: boxes.collect(),
            links: strategy.ties.iter().map(|tie| Link { from: tie.from, to: tie.to, ..Link::default() }).collect(),
        }
    }
}
