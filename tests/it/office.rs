//! Files of Office, taken apart: the parts of a package, and what the standard demands of each.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};
use zip::{DateTime, ZipArchive};

/// The parts of a package by name. The kinds come first, no part knows a clock, and none is related to anything outside.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a ZIP file");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("names are text").into_owned()).collect();
    let part = |name: String| {
        let mut part = archive.by_name(&name).expect("it is listed");
        assert_eq!(part.last_modified(), Some(DateTime::DEFAULT), "{name}");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("parts are text");
        (name, text)
    };
    let parts: Vec<(String, String)> = names.into_iter().map(part).collect();
    assert_eq!(parts[0].0, "[Content_Types].xml");
    let kinds = Document::parse(&parts[0].1).expect("it is XML");
    let kinds: Vec<&str> = kinds.descendants().filter_map(|node| node.attribute("PartName")).collect();
    for (name, text) in &parts {
        let document = Document::parse(text).unwrap_or_else(|reason| panic!("{name}: {reason}\n{text}"));
        let is_relations = name.contains("_rels/");
        let has_kind = kinds.contains(&format!("/{name}").as_str());
        assert!(has_kind != (is_relations || name == "[Content_Types].xml"), "{name}: {kinds:?}");
        for relation in
            document.descendants().filter(|_| is_relations).filter(|node| node.has_tag_name_of("Relationship"))
        {
            let target = relation.attribute("Target").expect("it leads somewhere");
            assert!(relation.attribute("TargetMode").is_none() && !target.contains(':'), "{name}: {target}");
            let folder = name.split_once("_rels/").expect("it is relations").0;
            let full = resolved(folder, target);
            assert!(parts.iter().any(|(name, _)| *name == full), "{name} leads to {full}");
        }
    }
    parts
}

fn resolved(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        if part == ".." {
            path.pop();
        } else {
            path.push(part);
        }
    }
    path.join("/")
}

/// Names without their namespaces.
pub(crate) trait Named {
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl Named for Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

/// What an element holds, in the standard's order (ECMA-376): `a b* c|d` are one `a`, any number of `b`, and one `c` or
/// `d`; none of them has to be there.
const SEQUENCES: &[(&str, &str)] = &[
    (
        "presentation",
        "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz defaultTextStyle extLst",
    ),
    ("sldMasterIdLst", "sldMasterId*"),
    ("sldIdLst", "sldId*"),
    ("sldLayoutIdLst", "sldLayoutId*"),
    ("sldMaster", "cSld clrMap sldLayoutIdLst transition timing hf txStyles extLst"),
    ("sldLayout", "cSld clrMapOvr transition timing hf extLst"),
    ("sld", "cSld clrMapOvr transition timing extLst"),
    ("cSld", "bg spTree custDataLst controls extLst"),
    ("bg", "bgPr|bgRef"),
    ("bgPr", "noFill|solidFill effectLst"),
    ("clrMapOvr", "masterClrMapping|overrideClrMapping"),
    ("txStyles", "titleStyle bodyStyle otherStyle"),
    ("titleStyle", "lvl1pPr"),
    ("bodyStyle", "lvl1pPr"),
    ("otherStyle", "lvl1pPr"),
    ("spTree", "nvGrpSpPr grpSpPr sp|grpSp|cxnSp|graphicFrame*"),
    ("grpSp", "nvGrpSpPr grpSpPr sp|grpSp|cxnSp|graphicFrame*"),
    ("nvGrpSpPr", "cNvPr cNvGrpSpPr nvPr"),
    ("grpSpPr", "xfrm"),
    ("sp", "nvSpPr spPr style txBody"),
    ("nvSpPr", "cNvPr cNvSpPr nvPr"),
    ("cNvSpPr", "spLocks"),
    ("nvPr", "ph"),
    ("cxnSp", "nvCxnSpPr spPr style"),
    ("nvCxnSpPr", "cNvPr cNvCxnSpPr nvPr"),
    ("cNvCxnSpPr", "cxnSpLocks stCxn endCxn"),
    ("graphicFrame", "nvGraphicFramePr xfrm graphic"),
    ("nvGraphicFramePr", "cNvPr cNvGraphicFramePr nvPr"),
    ("cNvGraphicFramePr", "graphicFrameLocks"),
    ("graphic", "graphicData"),
    ("graphicData", "tbl"),
    ("tbl", "tblPr tblGrid tr*"),
    ("tblGrid", "gridCol*"),
    ("tr", "tc*"),
    ("tc", "txBody tcPr"),
    ("tcPr", "lnL lnR lnT lnB lnTlToBr lnBlToTr cell3D noFill|solidFill"),
    ("spPr", "xfrm custGeom|prstGeom noFill|solidFill ln effectLst"),
    ("xfrm", "off ext chOff chExt"),
    ("prstGeom", "avLst"),
    ("custGeom", "avLst gdLst ahLst cxnLst rect pathLst"),
    ("avLst", "gd*"),
    ("cxnLst", "cxn*"),
    ("cxn", "pos"),
    ("pathLst", "path*"),
    ("path", "moveTo|lnTo|arcTo|close*"),
    ("moveTo", "pt"),
    ("lnTo", "pt"),
    ("solidFill", "srgbClr|schemeClr"),
    ("ln", "noFill|solidFill prstDash|custDash round|bevel|miter headEnd tailEnd"),
    ("lnL", "noFill|solidFill"),
    ("lnR", "noFill|solidFill"),
    ("lnT", "noFill|solidFill"),
    ("lnB", "noFill|solidFill"),
    ("txBody", "bodyPr lstStyle p*"),
    ("bodyPr", "noAutofit|normAutofit|spAutoFit"),
    ("p", "pPr r|br* endParaRPr"),
    ("pPr", "lnSpc spcBef spcAft buClr buSzPct buFont buNone|buAutoNum|buChar defRPr"),
    ("lvl1pPr", "lnSpc spcBef spcAft buClr buSzPct buFont buNone|buAutoNum|buChar defRPr"),
    ("lnSpc", "spcPts|spcPct"),
    ("spcBef", "spcPts|spcPct"),
    ("r", "rPr t"),
    ("rPr", "ln noFill|solidFill effectLst latin ea cs"),
    ("defRPr", "ln noFill|solidFill effectLst latin ea cs"),
    ("theme", "themeElements objectDefaults extraClrSchemeLst"),
    ("themeElements", "clrScheme fontScheme fmtScheme"),
    ("clrScheme", "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink"),
    ("fontScheme", "majorFont minorFont"),
    ("majorFont", "latin ea cs"),
    ("minorFont", "latin ea cs"),
    ("fmtScheme", "fillStyleLst lnStyleLst effectStyleLst bgFillStyleLst"),
    ("fillStyleLst", "noFill|solidFill*"),
    ("bgFillStyleLst", "noFill|solidFill*"),
    ("lnStyleLst", "ln*"),
    ("effectStyleLst", "effectStyle*"),
    ("effectStyle", "effectLst"),
];

/// Colours of a theme hold one colour, and these hold nothing.
const COLOURS: [&str; 12] =
    ["dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];

/// Says where a part of a deck breaks the standard's order.
pub(crate) fn disorder(part: &str) -> Vec<String> {
    let sequences: BTreeMap<&str, &str> = SEQUENCES.iter().copied().collect();
    let document = Document::parse(part).expect("it is XML");
    let mut wrong = Vec::new();
    for parent in document.descendants().filter(|node| node.is_element()) {
        let name = parent.tag_name().name();
        let children: Vec<&str> =
            parent.children().filter(|node| node.is_element()).map(|node| node.tag_name().name()).collect();
        let sequence = match sequences.get(name) {
            Some(sequence) => sequence,
            None if COLOURS.contains(&name) => "srgbClr|sysClr",
            None => "",
        };
        let steps: Vec<&str> = sequence.split_whitespace().collect();
        let mut step = 0;
        for child in children {
            let allows = |step: &str| step.trim_end_matches('*').split('|').any(|name| name == child);
            match steps[step.min(steps.len())..].iter().position(|step| allows(step)) {
                Some(further) => {
                    step += further;
                    step += usize::from(!steps[step].ends_with('*'));
                }
                None => wrong.push(format!("{child} in {name}")),
            }
        }
        let own_text = parent.children().any(|node| node.is_text() && !node.text().unwrap_or("").trim().is_empty());
        if own_text && name != "t" {
            wrong.push(format!("words in {name}"));
        }
    }
    wrong
}

#[test]
fn disorder_is_found() {
    for (part, wrong) in [
        ("<sp><spPr/><nvSpPr/></sp>", vec!["nvSpPr in sp"]),
        ("<spPr><ln/><solidFill/></spPr>", vec!["solidFill in spPr"]),
        ("<r><t>a</t><t>b</t></r>", vec!["t in r"]),
        ("<p>words</p>", vec!["words in p"]),
        ("<sp><hlinkClick/></sp>", vec!["hlinkClick in sp"]),
        ("<grpSp><nvGrpSpPr/><grpSpPr/><sp/><cxnSp/><sp/></grpSp>", vec![]),
    ] {
        assert_eq!(disorder(part), wrong, "{part}");
    }
}
