//! One page: cards are measured, boxes placed, and what surrounds them is set.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::body::legible;
use super::departments::{DepartmentMarks, Departments};
use super::frame::{Body, Frame, Grown};
use super::groups::grouped;
use super::size::Page;
use crate::layout::boxes::{Accent, Accents, CardBox, CardText, Setting};
use crate::layout::forest::dotted::{self, Dotted};
use crate::layout::forest::{
    Aim, BESIDE_PANEL, Chosen, Demand, Ground, Levels, Panel, Trail, Tree, Units, choose, scale,
};
use crate::layout::geometry::{Area, Point, Px, Scale, Size};
use crate::layout::scene::{
    Corners, Group, GroupKind, Join, JoinKind, Line, Mark, Rect, RectRole, Scene, SeatState, Text, TextRole, Tier,
};
use crate::layout::words::{Words, fitting, rise};
use crate::layout::{Arrangement, Options};
use crate::picture::{Card, Continuation, Picture, clean};

/// Where there is no page, the picture has about these proportions.
const NO_PAGE: Size = Size::new(Px::whole(1600), Px::whole(900));
/// Department names are drawn if the letters keep at least this percentage of their size without names.
const NAMED: i64 = 92;
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
    let ground = Ground {
        tree: &tree,
        texts: &texts,
        units: &units,
        singles: &singles,
        has_page: options.page.is_some(),
        measured: OnceLock::new(),
    };
    let content = Content { picture, tree: &tree, texts: &texts, accents: &accents };
    let least = legible(&picture.cards, options.least_font);
    let Some(page) = options.page else {
        let demand = Demand { least, enough: Scale::MAX };
        let chosen = choose(&ground, options.arrangement, Aim { room: NO_PAGE, demand, strips: &[] });
        let dotted = dotted::lines(&picture.cards, &chosen.placed);
        let body = body(&content, chosen, dotted, DepartmentMarks::default());
        return (
            Frame::around(body.size, picture, &accents, options.legend).compose(picture, body, Scale::ONE),
            Scale::ONE,
        );
    };
    let demand = Demand { least, enough: page.largest() };
    let plain = Surroundings { page, picture, accents: accents.clone(), legend: options.legend };
    let chosen = chosen(&ground, options, &plain, demand);
    let (frame, scale) = plain.around(chosen.placed.size());
    let with_panels = with_panels(&content, &ground, options, &plain, (scale, demand));
    let (chosen, marks, frame, scale) = with_panels.unwrap_or((chosen, DepartmentMarks::default(), frame, scale));
    let dotted = dotted::lines(&picture.cards, &chosen.placed);
    let body = body(&content, chosen, dotted, marks);
    (frame.compose(picture, body, scale), scale)
}

/// What surrounds the seats of a page.
struct Surroundings<'p> {
    page: Page,
    picture: &'p Picture,
    /// The functions that the legend explains.
    accents: Accents,
    legend: bool,
}

impl Surroundings<'_> {
    fn frame(&self, grown: Grown) -> Frame {
        Frame::on(self.page, self.picture, &self.accents, self.legend, grown)
    }

    /// The frame around seats that fill so much, and the scale at which these are drawn. Seats that are drawn large would
    /// shout down the words around them: these grow along.
    fn around(&self, size: Size) -> (Frame, Scale) {
        let first = self.frame(Grown::No);
        let enough = self.page.largest();
        let largest = enough.min(scale(size, first.room().size));
        let frame = if first.is_shouted_down(largest) { self.frame(Grown::With(largest)) } else { first };
        let scale = enough.min(scale(size, frame.room().size));
        (frame, scale)
    }
}

/// The seats at their places on a page, without names of departments.
fn chosen(ground: &Ground<'_>, options: &Options, around: &Surroundings<'_>, demand: Demand) -> Chosen {
    let first = around.frame(Grown::No);
    let aim = Aim { room: first.room().size, demand, strips: &[] };
    let mut chosen = choose(ground, options.arrangement, aim);
    if options.arrangement == Arrangement::Fit && first.is_shouted_down(scale(chosen.placed.size(), aim.room)) {
        // That takes height: what is limited by its width may then be the larger.
        let drawn = |chosen: &Chosen| around.around(chosen.placed.size()).1;
        // Where the tree can be read, it is the calmer picture.
        let is_read = options.least_font > Px::ZERO && drawn(&chosen) >= demand.least;
        let others = [Arrangement::Column, Arrangement::Tidy(Levels::Aligned)];
        for other in others.into_iter().filter(|_| !is_read) {
            let other = choose(ground, other, aim);
            if drawn(&other) > drawn(&chosen) {
                chosen = other;
            }
        }
    }
    chosen
}

/// Seats whose departments have panels with their names, where that makes them no smaller than they are without, or
/// leaves them large enough to be read.
fn with_panels<'p>(
    content: &Content<'p>,
    ground: &Ground<'_>,
    options: &Options,
    plain: &Surroundings<'p>,
    (before, demand): (Scale, Demand),
) -> Option<(Chosen, DepartmentMarks, Frame, Scale)> {
    if options.arrangement != Arrangement::Fit || !options.legend {
        return None;
    }
    let departments = Departments::of(&content.picture.cards, content.tree, ground.units, content.accents)?;
    let around = Surroundings { accents: content.accents.only(|name| !departments.tells(name)), ..*plain };
    let strips = departments.strips(ground.units);
    let aim = Aim { room: around.frame(Grown::No).room().size, demand, strips: &strips };
    let chosen = choose(ground, Arrangement::Fit, aim);
    let panels = departments.marks(&chosen.placed.departments)?;
    let (frame, scale) = around.around(chosen.placed.size());
    let is_read = options.least_font > Px::ZERO && scale >= demand.least && scale >= before.per_cent(NAMED);
    // Panels reach a little into the margin.
    let is_on_page = scale.of(BESIDE_PANEL) <= frame.room().left();
    (is_on_page && (scale >= before || is_read)).then_some((chosen, panels, frame, scale))
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
fn body(content: &Content<'_>, chosen: Chosen, dotted: Vec<Dotted>, departments: DepartmentMarks) -> Body {
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
    let (grounds, names) = departments;
    let around = [
        (GroupKind::Departments, grounds),
        (GroupKind::Dotted, dotted),
        (GroupKind::Connectors, connectors),
        // The lines lead to the panels, and under their names to the heads.
        (GroupKind::DepartmentNames, names),
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
        (text.set(tier(tree, seat, text.card()), accent, Px::whole(width), settings[seat]), area.origin)
    };
    let boxes: Vec<(CardBox, Point)> = texts.par_iter().zip(&placed.areas).enumerate().map(seat).collect();
    // All boxes of a picture have initials, or none: those on some of its pages would look like a mark.
    let with_initials = content.picture.number.is_none() && !boxes.iter().any(|(card, _)| card.lacks_room());
    groups.par_extend(boxes.into_par_iter().map(|(card, origin)| card.into_group(origin, with_initials)));
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
    /// Whose reports a column continues with: as much of the chain as there is room for, the nearest last.
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
