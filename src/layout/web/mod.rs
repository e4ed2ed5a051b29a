//! The pages of webs: boxes and lines placed by layout-rs, with title, legend and footer around them.

mod boxes;
mod figures;
mod frame;
mod lines;
mod place;

use rayon::prelude::*;

use super::Options;
use super::boxes::Accent;
use super::geometry::{Point, Px, Scale, Size};
use super::scene::{Join, JoinKind, Scene, TextRole};
use crate::picture::{Web, WebBox, WebLine, WebView, clean, web_pages};
use figures::settle;
use place::{Places, Wish, place, place_closely};

/// How many boxes a page has at most: fewer where letters come out too small.
const MOST_BOXES: [usize; 3] = [30, 20, 14];
/// How wide boxes are tried, in whole pixels.
const WIDTHS: [i64; 6] = [132, 154, 176, 204, 240, 290];
/// Where letters come out too small to be read, room for figures between the levels is given up only if that makes them
/// larger than this percentage of their size.
const ROOM_FOR_FIGURES: i64 = 125;
/// Narrower boxes, which leave room for lines, are taken if letters keep at least this percentage of the best size.
const ROOM_FOR_LINES: i64 = 95;
/// How wide they are where there is no page to fill.
const USUAL_WIDTH: i64 = 176;
/// How far everything is stretched where the page is wider, at most, in hundredths.
const WIDEST: Scale = Scale::hundredths(200);
const STROKE: Px = Px::hundredths(115);

/// Lays out a web on the fewest pages on which it can be read, or can be read best.
#[must_use]
pub fn web_scenes(web: &Web, options: &Options) -> Vec<Scene> {
    let smallest = |scenes: &[Scene]| scenes.iter().filter_map(Scene::reading_size).min();
    let mut best: Vec<Scene> = Vec::new();
    for most in MOST_BOXES {
        let scenes: Vec<Scene> = web_pages(web, most).iter().map(|page| web_scene(page, options)).collect();
        if best.is_empty() || smallest(&scenes) > smallest(&best) {
            best = scenes;
        }
        if options.page.is_none() || smallest(&best) >= Some(options.least_font) {
            break;
        }
    }
    best
}

/// Lays out one page. Equal webs give equal scenes.
#[must_use]
pub fn web_scene(web: &Web, options: &Options) -> Scene {
    let functions = web.functions.iter().map(String::as_str);
    let slots = options.accenting.slots(&[functions.filter(|name| !name.trim().is_empty()).collect()]);
    let accent = |name: &str| -> Option<Accent> { Some(options.accenting.accent(name, *slots.get(name)?)) };
    let (frame, places, scale) = if let Some(page) = options.page {
        let frame = frame::on(page, web, options.legend);
        let room = frame.room();
        let least = Scale::fitting(TextRole::Holder.size(), options.least_font);
        let places = settle(largest(web, room, page.largest(), least), &frames(web));
        let scale = scale(&places, room, page.largest());
        let spare = Scale::fitting(scale.of(places.extent().size.width), room.width).min(WIDEST).max(Scale::ONE);
        (frame, places.widened(spare), scale)
    } else {
        let places = ways(web).map(|is_level| placed(web, USUAL_WIDTH, is_level, false));
        let places = places.min_by_key(|places| places.extent().size.width).expect("there is a way");
        let places = settle(places, &frames(web));
        (frame::around(web, options.legend, places.extent().size), places, Scale::ONE)
    };
    let body = places.extent();
    let mut groups = Vec::with_capacity(web.lines.len() + web.boxes.len());
    for (line, course) in web.lines.iter().zip(&places.courses) {
        groups.push(lines::group(web, line, course));
    }
    for (shown, area) in web.boxes.iter().zip(&places.areas) {
        groups.push(boxes::group(shown, web, shown.function.as_deref().and_then(accent), *area));
    }
    for group in &mut groups {
        group.shift(Point::new(-body.left(), -body.top()));
    }
    let joins = web.lines.iter().map(|line| Join { from: line.from, to: line.to, kind: JoinKind::Curve }).collect();
    let title =
        if web.title.is_empty() { web.subject.clone() } else { format!("{}: {}", clean(&web.title), web.subject) };
    let words = web.lines.iter().map(|line| web.words(line));
    let description = words.map(|words| clean(&words).into_owned() + ". ").collect::<String>().trim_end().to_owned();
    let (size, groups) = frame.compose(groups, body.size, scale);
    Scene { size, stroke: scale.of(STROKE).max(Px::whole(1)), title, description, groups, joins }
}

/// The ways in which lines may run: from top to bottom and, where nobody leads anybody, from left to right.
fn ways(web: &Web) -> impl Iterator<Item = bool> {
    // The head of a department goes on top.
    let levels = if web.view == WebView::Matrix { [false].iter() } else { [false, true].iter() };
    levels.copied()
}

/// The places in boxes of one width, level by level from top to bottom, or from left to right.
fn placed(web: &Web, width: i64, is_level: bool, is_close: bool) -> Places {
    let size = |shown: &WebBox| Size::new(Px::whole(width), boxes::height(shown, web, Px::whole(width)));
    let sizes: Vec<Size> = web.boxes.iter().map(size).collect();
    let wish = |line: &WebLine| Wish { from: line.from, to: line.to, letters: Web::figures(line).chars().count() };
    let wishes: Vec<Wish> = web.lines.iter().map(wish).collect();
    if is_close { place_closely(&sizes, &wishes, is_level) } else { place(&sizes, &wishes, is_level) }
}

/// How large the figures of each line are.
fn frames(web: &Web) -> Vec<Option<Size>> {
    web.lines.iter().map(lines::frame_of).collect()
}

/// How large places can be drawn in a room.
fn scale(places: &Places, room: Size, enough: Scale) -> Scale {
    let Size { width, height } = places.extent().size;
    Scale::fitting(width, room.width).min(Scale::fitting(height, room.height)).min(enough)
}

/// The places that can be drawn largest in a room; from `least` on letters can be read.
fn largest(web: &Web, room: Size, enough: Scale, least: Scale) -> Places {
    let scaled = |places: Places| {
        let scale = scale(&places, room, enough);
        (places, scale)
    };
    let all = |is_close: bool| {
        // Many boxes that stand closely stand below each other, since words are wider than high.
        let first = if is_close { ways(web).count() - 1 } else { 0 };
        let tried: Vec<(bool, i64)> =
            ways(web).skip(first).flat_map(|is_level| WIDTHS.map(|width| (is_level, width))).collect();
        let tried = tried.into_par_iter();
        tried.map(|(is_level, width)| scaled(placed(web, width, is_level, is_close))).collect::<Vec<_>>()
    };
    // Among equals those tried last: lines from left to right are calmer, and wider boxes break fewer words.
    let roomy = all(false).into_iter().max_by_key(|(_, scale)| *scale).expect("there is a way");
    if roomy.1 >= least {
        return roomy.0;
    }
    let close = all(true);
    let best = close.iter().map(|(_, scale)| *scale).max().expect("there is a way");
    if best < least && best <= roomy.1.per_cent(ROOM_FOR_FIGURES) {
        return roomy.0;
    }
    // The narrowest boxes win, since they leave room for lines.
    let narrowest = close.into_iter().find(|(_, scale)| *scale >= best.per_cent(ROOM_FOR_LINES));
    narrowest.expect("the best is one of them").0
}
