//! What every deck has besides its slides: theme, master, one layout.

use super::measure::SlideSize;
use super::palette::{Palette, plain};
use crate::render::xml::Xml;

pub(super) const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
pub(super) const PRESENTATION: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";
pub(super) const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Every computer has it, and it is narrower than the typeface that words were measured in: none takes more room.
const FONT: &str = "Arial";

/// The first slide's id is the least that there may be; those of master and layout have a range of their own.
const FIRST_SLIDE: i64 = 256;
const MASTER: i64 = 2_147_483_648;

/// The list of slides, which are the second relation and those after it.
pub(super) fn presentation(slides: i64, size: SlideSize) -> Xml {
    let mut xml = root("p:presentation");
    xml.open("p:sldMasterIdLst").open("p:sldMasterId").attribute("id", MASTER).attribute("r:id", "rId1");
    xml.close().close();
    xml.open("p:sldIdLst");
    for slide in 0..slides {
        xml.open("p:sldId").attribute("id", FIRST_SLIDE + slide);
        xml.attribute("r:id", format!("rId{}", slide + 2).as_str()).close();
    }
    xml.close();
    xml.open("p:sldSz").attribute("cx", size.width).attribute("cy", size.height).close();
    xml.open("p:notesSz").attribute("cx", 6_858_000).attribute("cy", 9_144_000).close();
    xml.close_block();
    xml
}

/// The beginning of a part of this kind.
pub(super) fn root(name: &'static str) -> Xml {
    let mut xml = Xml::default();
    xml.open(name).attribute("xmlns:a", DRAWING).attribute("xmlns:r", RELATIONS).attribute("xmlns:p", PRESENTATION);
    xml
}

/// The beginning of what lies on a slide, a layout or a master.
pub(super) fn tree(xml: &mut Xml) {
    xml.open("p:spTree").open("p:nvGrpSpPr");
    xml.open("p:cNvPr").attribute("id", 1).attribute("name", "").close();
    xml.open("p:cNvGrpSpPr").close();
    xml.open("p:nvPr").close().close();
    xml.open("p:grpSpPr").open("a:xfrm");
    for (name, [x, y]) in
        [("a:off", ["x", "y"]), ("a:ext", ["cx", "cy"]), ("a:chOff", ["x", "y"]), ("a:chExt", ["cx", "cy"])]
    {
        xml.open(name).attribute(x, 0).attribute(y, 0).close();
    }
    xml.close().close();
}

/// Colours, fonts, and the lists of looks without which `PowerPoint` repairs a file.
pub(super) fn theme(palette: &Palette) -> Xml {
    let mut xml = Xml::default();
    xml.open("a:theme").attribute("xmlns:a", DRAWING).attribute("name", "rightseat");
    xml.open("a:themeElements").open("a:clrScheme").attribute("name", "rightseat");
    for (name, colour) in palette.scheme() {
        xml.open(name);
        plain(&mut xml, colour);
        xml.close();
    }
    xml.close();
    xml.open("a:fontScheme").attribute("name", "rightseat");
    for kind in ["a:majorFont", "a:minorFont"] {
        xml.open(kind).open("a:latin").attribute("typeface", FONT).close();
        for script in ["a:ea", "a:cs"] {
            xml.open(script).attribute("typeface", "").close();
        }
        xml.close();
    }
    xml.close();
    xml.open("a:fmtScheme").attribute("name", "rightseat");
    for list in ["a:fillStyleLst", "a:lnStyleLst", "a:effectStyleLst", "a:bgFillStyleLst"] {
        xml.open(list);
        for width in [6350, 12_700, 19_050] {
            match list {
                "a:lnStyleLst" => {
                    xml.open("a:ln").attribute("w", width);
                    placeholder_colour(&mut xml);
                    xml.close();
                }
                "a:effectStyleLst" => {
                    xml.open("a:effectStyle").open("a:effectLst").close().close();
                }
                _ => placeholder_colour(&mut xml),
            }
        }
        xml.close();
    }
    xml.close().close().close_block();
    xml
}

fn placeholder_colour(xml: &mut Xml) {
    xml.open("a:solidFill").open("a:schemeClr").attribute("val", "phClr").close().close();
}

/// What slides have in common: the page's colour, a place for the title, the styles of words.
pub(super) fn master(size: SlideSize) -> Xml {
    let mut xml = root("p:sldMaster");
    xml.open("p:cSld").open("p:bg").open("p:bgPr");
    xml.open("a:solidFill").open("a:schemeClr").attribute("val", "bg1").close().close();
    xml.open("a:effectLst").close().close().close();
    tree(&mut xml);
    title(&mut xml, size);
    xml.close().close();
    xml.open("p:clrMap");
    for (name, colour) in [("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2")] {
        xml.attribute(name, colour);
    }
    for accent in ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"] {
        xml.attribute(accent, accent);
    }
    xml.close();
    xml.open("p:sldLayoutIdLst").open("p:sldLayoutId").attribute("id", MASTER + 1).attribute("r:id", "rId1");
    xml.close().close();
    xml.open("p:txStyles");
    for (style, size, font) in
        [("p:titleStyle", 2000, "+mj-lt"), ("p:bodyStyle", 1400, "+mn-lt"), ("p:otherStyle", 1400, "+mn-lt")]
    {
        xml.open(style).open("a:lvl1pPr").attribute("algn", "l");
        xml.open("a:buNone").close();
        xml.open("a:defRPr").attribute("sz", size);
        xml.open("a:solidFill").open("a:schemeClr").attribute("val", "tx1").close().close();
        xml.open("a:latin").attribute("typeface", font).close();
        xml.close().close().close();
    }
    xml.close().close_block();
    xml
}

/// The one layout: a title, and room.
pub(super) fn layout(size: SlideSize) -> Xml {
    let mut xml = root("p:sldLayout");
    xml.attribute("type", "titleOnly").attribute("preserve", 1);
    xml.open("p:cSld").attribute("name", "Title Only");
    tree(&mut xml);
    title(&mut xml, size);
    xml.close().close();
    colours_of_master(&mut xml);
    xml.close_block();
    xml
}

/// What follows the shapes of a slide or layout.
pub(super) fn colours_of_master(xml: &mut Xml) {
    xml.open("p:clrMapOvr").open("a:masterClrMapping").close().close();
}

/// The place of titles.
fn title(xml: &mut Xml, size: SlideSize) {
    xml.open("p:sp").open("p:nvSpPr");
    xml.open("p:cNvPr").attribute("id", 2).attribute("name", "Title").close();
    xml.open("p:cNvSpPr").open("a:spLocks").attribute("noGrp", 1).close().close();
    xml.open("p:nvPr").open("p:ph").attribute("type", "title").close().close();
    xml.close();
    let margin = size.height / 30;
    xml.open("p:spPr").open("a:xfrm");
    xml.open("a:off").attribute("x", margin).attribute("y", margin).close();
    xml.open("a:ext").attribute("cx", size.width - 2 * margin).attribute("cy", margin * 2).close();
    xml.close();
    xml.open("a:prstGeom").attribute("prst", "rect").open("a:avLst").close().close();
    xml.close();
    xml.open("p:txBody").open("a:bodyPr").attribute("lIns", 0).attribute("tIns", 0).attribute("rIns", 0);
    xml.attribute("bIns", 0).attribute("anchor", "t").open("a:normAutofit").close().close();
    xml.open("a:lstStyle").close();
    xml.open("a:p").open("a:r").open("a:rPr").close().open("a:t").words("Title").close().close().close();
    xml.close().close();
}
