//! One page: cards are measured, boxes placed, and what surrounds them is set.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::body::legible;
use super::frame::{Body, Frame, Grown};
use super::groups::grouped;
use crate::layout::boxes::{Accent, Accents, CardText, Setting};
use crate::layout::forest::dotted::{self, Dotted};
use crate::layout::forest::{Chosen, Demand, Ground, Levels, Panel, Trail, Tree, Units, choose, scale};
use crate::layout::geometry::{Area, Point, Px, Scale, Size};
use crate::layout::scene::{
    Corners, Group, GroupKind, Join, JoinKind, Line, Mark, Rect, RectRole, Scene, SeatState, Text, TextRole, Tier,
};
use crate::layout::words::{Words, fitting, rise};
use crate::layout::{Arrangement, Options};
use crate::picture::{Card, Continuation, Picture, clean};

/// Where there is no page, the picture has about these proportions.
const NO_PAGE: Size = Size::new(Px::whole(1600), Px::whole(900));
/// From this many seats on, reports without reports of their own share a panel.
const WITH_TEAMS: usize = 20;

/// Lays out a picture as a tidy tree of its own size, all seats of one depth on one line.
#[must_use]
pub fn draw_tidy(picture: &Picture) -> Scene {
    draw(picture, &Options { arrangement: Arrangement::Tidy(Levels::Aligned), page: None, ..Options::default() })
}

/// Lays out a picture on one page, however small it gets. Equal pictures give equal scenes.
#[must_use]
pub fn draw(picture: &Picture, options: &Options) -> Scene {
    draw_with(&grouped(picture), &Accents::of(picture, &options.accenting), options).0
}

/// Lays out one page with the accents of the whole picture, and says at which scale.
pub(super) fn draw_with(picture: &Picture, accents: &Accents, options: &Options) -> (Scene, Scale) {
    let accents = accents.on(&picture.cards);
    let tree = Tree::new(&picture.cards);
    let texts = texts(picture);
    let (units, singles) = (units(picture, &tree, options), Units::single(&tree));
    let frame = |grown| options.page.map(|page| Frame::on(page, picture, &accents, options.legend, grown));
    let first = frame(Grown::No);
    let room = first.as_ref().map_or(NO_PAGE, |frame| frame.room().size);
    let enough = options.page.map_or(Scale::MAX, |page| page.largest());
    let demand = Demand { least: legible(&picture.cards, options.least_font), enough };
    let has_page = first.is_some();
    let ground = Ground { tree: &tree, texts: &texts, units: &units, singles: &singles, room, demand, has_page };
    // Seats that are drawn large would shout down the words around them: these grow along.
    let in_frame = |size: Size| {
        let first = frame(Grown::No)?;
        let largest = enough.min(scale(size, first.room().size));
        let frame = if first.is_shouted_down(largest) { frame(Grown::With(largest))? } else { first };
        let scale = enough.min(scale(size, frame.room().size));
        Some((frame, scale))
    };
    let mut chosen = choose(&ground, options.arrangement);
    if options.arrangement == Arrangement::Fit
        && first.is_some_and(|first| first.is_shouted_down(scale(chosen.placed.size(), first.room().size)))
    {
        // That takes height: what is limited by its width may then be the larger.
        let drawn = |chosen: &Chosen| in_frame(chosen.placed.size()).map(|(_, scale)| scale);
        // Where the tree can be read, it is the calmer picture.
        let is_read = options.least_font > Px::ZERO && drawn(&chosen) >= Some(demand.least);
        let others = [Arrangement::Column, Arrangement::Tidy(Levels::Aligned)];
        for other in others.into_iter().filter(|_| !is_read) {
            let other = choose(&ground, other);
            if drawn(&other) > drawn(&chosen) {
                chosen = other;
            }
        }
    }
    let dotted = dotted::lines(&picture.cards, &chosen.placed);
    let body = body(&Content { picture, tree: &tree, texts: &texts, accents: &accents }, chosen, dotted);
    let Some((frame, scale)) = in_frame(body.size) else {
        return (
            Frame::around(body.size, picture, &accents, options.legend).compose(picture, body, Scale::ONE),
            Scale::ONE,
        );
    };
    (frame.compose(picture, body, scale), scale)
}

/// The seats with those that share a panel.
pub(super) fn units(picture: &Picture, tree: &Tree, options: &Options) -> Units {
    if !options.teams.unwrap_or(picture.cards.len() >= WITH_TEAMS)
        || matches!(options.arrangement, Arrangement::Tidy(_))
    {
        return Units::single(tree);
    }
    // A line needs a way to each of its ends.
    let ends: BTreeSet<usize> = dotted::drawn(&picture.cards).into_iter().flat_map(|(from, to)| [from, to]).collect();
    Units::joined(tree, |seat| picture.cards[seat].continuation.is_none() && !ends.contains(&seat))
}

/// The words of all cards, measured.
pub(super) fn texts(picture: &Picture) -> Vec<CardText<'_>> {
    let numbers = dotted::numbers(&picture.cards);
    let text = |(seat, card)| {
        CardText::new(card, numbers.get(&seat).map_or(&[], Vec::as_slice), (picture.language, picture.hyphens))
    };
    picture.cards.par_iter().enumerate().map(text).collect()
}

/// What is drawn.
struct Content<'c> {
    picture: &'c Picture,
    tree: &'c Tree,
    texts: &'c [CardText<'c>],
    accents: &'c Accents,
}

/// The boxes with their words, and the lines.
fn body(content: &Content<'_>, chosen: Chosen, dotted: Vec<Dotted>) -> Body {
    let Content { tree, texts, accents, .. } = content;
    let Chosen { width, placed } = chosen;
    let size = placed.size();
    let manager = |seat| tree.parent(seat).filter(|manager| !tree.is_heading(*manager));
    let reports = (0..texts.len()).filter_map(|to| Some(Join { from: manager(to)?, to, kind: JoinKind::Reports }));
    let works_for = dotted.iter().map(|line| Join { from: line.from, to: line.to, kind: JoinKind::Dotted });
    let joins = reports.chain(works_for).collect();
    let mark = |line: Dotted| Mark::Dotted(accents.get(texts[line.from].card()).map(Accent::hue), line.segments);
    let dotted = dotted.into_iter().map(mark).collect::<Vec<_>>();
    let connectors = placed.lines.into_iter().map(Mark::Lines).collect::<Vec<_>>();
    let trails = placed.trails.iter().map(|trail| content.trail(*trail)).collect::<Vec<_>>();
    let stands_back = content.picture.cards.iter().any(|card| card.is_faded);
    let outline = if stands_back { RectRole::Faded(SeatState::Held) } else { RectRole::Panel };
    let panels = placed.panels.iter().flat_map(|team| panel(team, outline)).collect::<Vec<_>>();
    let mut groups = Vec::with_capacity(texts.len() + 4);
    let around = [
        (GroupKind::Dotted, dotted),
        (GroupKind::Connectors, connectors),
        (GroupKind::Trails, trails),
        (GroupKind::Panels, panels),
    ];
    groups.extend(around.into_iter().filter(|(_, marks)| !marks.is_empty()).map(|(kind, marks)| Group { kind, marks }));
    let mut settings = vec![Setting::Own; texts.len()];
    for seat in placed.panels.iter().flat_map(|panel| &panel.seats) {
        settings[*seat as usize] = Setting::Cell;
    }
    let seat = |(seat, (text, area)): (usize, (&CardText<'_>, &Area))| {
        let accent = accents.get(text.card());
        text.set(tier(tree, seat, text.card()), accent, Px::whole(width), settings[seat]).into_group(area.origin)
    };
    groups.par_extend(texts.par_iter().zip(&placed.areas).enumerate().map(seat));
    Body { size, groups, joins }
}

/// The outline of a team, and the lines between its cells.
fn panel(panel: &Panel, role: RectRole) -> Vec<Mark> {
    let corners = Corners::Round(Px::whole(5));
    let outline = Mark::Rect(Rect { area: panel.area, corners, role });
    let hairline = |area: &Area| Mark::Rect(Rect { area: *area, corners: Corners::Square, role: RectRole::Hairline });
    std::iter::once(outline).chain(panel.hairlines.iter().map(hairline)).collect()
}

impl Content<'_> {
    /// Whose reports a column goes on with: as much of the chain as there is room for, the nearest last.
    fn trail(&self, trail: Trail) -> Mark {
        let name = |seat: usize| self.picture.cards[seat].name();
        let room = trail.area.size.width;
        let mut words = format!("{} ›", clean(name(trail.manager)));
        let mut above = self.tree.parent(trail.manager);
        while let Some(seat) = above {
            let longer = format!("{} › {words}", clean(name(seat)));
            if Words::cleaned((&*longer).into(), TextRole::Trail).width() > room {
                break;
            }
            words = longer;
            above = self.tree.parent(seat);
        }
        let start = trail.area.origin + Point::new(Px::ZERO, rise(TextRole::Trail));
        let line = Line { start, text: fitting(TextRole::Trail, &words, room), is_cut: false };
        Mark::Text(Text { role: TextRole::Trail, size: TextRole::Trail.size(), lines: vec![line] })
    }
}

fn tier(tree: &Tree, seat: usize, card: &Card) -> Tier {
    let has_reports = !tree.children(seat).is_empty() || matches!(card.continuation, Some(Continuation::Below { .. }));
    match (has_reports, tree.parent(seat)) {
        (false, _) => Tier::Leaf,
        (true, None) => Tier::Head,
        (true, Some(_)) => Tier::Manager,
    }
}
