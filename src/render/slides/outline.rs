//! The outlines of shapes: those that Office has, and those with places of their own for lines to end at.

use super::measure::{Emu, Frame};
use super::wire::Side;
use crate::render::xml::Xml;

/// How the corners of a shape look.
#[derive(Clone, Copy, Debug)]
pub(super) enum Corners {
    Square,
    Round(Emu),
    RoundLeft(Emu),
}

/// A quarter of a circle in sixtieths of a thousandth of a degree.
const QUARTER: i64 = 5_400_000;

/// Writes the outline of a shape of this frame.
pub(super) fn outline(xml: &mut Xml, frame: Frame, corners: Corners, sites: &[(Side, Emu)]) {
    match corners {
        Corners::Square if sites.is_empty() => preset(xml, "rect", None),
        Corners::Round(radius) if sites.is_empty() => {
            let shorter = frame.width.min(frame.height).max(1);
            preset(xml, "roundRect", Some((radius * 100_000 / shorter).min(50_000)));
        }
        Corners::Square => path(xml, frame, [0; 2], sites),
        Corners::Round(radius) => path(xml, frame, [radius; 2], sites),
        Corners::RoundLeft(radius) => path(xml, frame, [radius, 0], sites),
    }
}

/// A triangle that stands on its longest side.
pub(super) fn triangle(xml: &mut Xml) {
    preset(xml, "triangle", None);
}

fn preset(xml: &mut Xml, name: &str, adjusted: Option<i64>) {
    xml.open("a:prstGeom").attribute("prst", name).open("a:avLst");
    if let Some(value) = adjusted {
        xml.open("a:gd").attribute("name", "adj").attribute("fmla", format!("val {value}").as_str()).close();
    }
    xml.close().close();
}

/// A rectangle whose left and right corners have these radii. The room for words is named, not measured: `LibreOffice`
/// would not break lines in it otherwise.
fn path(xml: &mut Xml, frame: Frame, [left, right]: [Emu; 2], sites: &[(Side, Emu)]) {
    let (width, height) = (frame.width, frame.height);
    let most = (width / 2).min(height / 2);
    let (left, right) = (left.min(most), right.min(most));
    xml.open("a:custGeom");
    for empty in ["a:avLst", "a:gdLst", "a:ahLst"] {
        xml.open(empty).close();
    }
    xml.open("a:cxnLst");
    for (angle, x, y) in [("3cd4", "hc", "t"), ("cd2", "l", "vc"), ("cd4", "hc", "b"), ("0", "r", "vc")] {
        site(xml, angle, x, y);
    }
    for (side, x) in sites {
        let (angle, y) = if *side == Side::Top { ("3cd4", "t") } else { ("cd4", "b") };
        site(xml, angle, &x.to_string(), y);
    }
    xml.close();
    xml.open("a:rect").attribute("l", "l").attribute("t", "t").attribute("r", "r").attribute("b", "b").close();
    xml.open("a:pathLst").open("a:path").attribute("w", width).attribute("h", height);
    to(xml, "a:moveTo", left, 0);
    to(xml, "a:lnTo", width - right, 0);
    corner(xml, right, 3 * QUARTER);
    to(xml, "a:lnTo", width, height - right);
    corner(xml, right, 0);
    to(xml, "a:lnTo", left, height);
    corner(xml, left, QUARTER);
    to(xml, "a:lnTo", 0, left);
    corner(xml, left, 2 * QUARTER);
    xml.open("a:close").close();
    xml.close().close().close();
}

fn site(xml: &mut Xml, angle: &str, x: &str, y: &str) {
    xml.open("a:cxn").attribute("ang", angle).open("a:pos").attribute("x", x).attribute("y", y).close().close();
}

fn to(xml: &mut Xml, step: &'static str, x: Emu, y: Emu) {
    xml.open(step).open("a:pt").attribute("x", x).attribute("y", y).close().close();
}

/// A quarter of a circle with the clock, from where it begins on the circle.
fn corner(xml: &mut Xml, radius: Emu, from: i64) {
    if radius > 0 {
        xml.open("a:arcTo").attribute("wR", radius).attribute("hR", radius);
        xml.attribute("stAng", from).attribute("swAng", QUARTER).close();
    }
}
