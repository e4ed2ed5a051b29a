//! Packages of XML parts, the files of Office (ECMA-376, part 2): a ZIP file whose parts say what kind they are and
//! which others they need.
//!
//! Equal parts give equal bytes: every part has the first day that a ZIP file can.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::xml::Xml;
use crate::model::Date;

/// What all kinds of parts of Office begin with, and all kinds of relations.
const KIND: &str = "application/vnd.openxmlformats-officedocument.";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

const CORE_KIND: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const CORE_RELATION: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// No longer is the part in which a title is looked for.
const LONGEST_CORE: u64 = 1 << 16;

/// A package in the making.
#[derive(Debug, Default)]
pub(crate) struct Package {
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    name: String,
    /// None for the relations, which all packages know.
    kind: Option<String>,
    text: String,
}

/// One part needs another.
#[derive(Clone, Debug)]
pub(crate) struct Relation {
    /// What the other is to it, such as `slide`.
    pub(crate) kind: &'static str,
    /// Where the other is, as seen from the folder of the one.
    pub(crate) target: String,
}

impl Relation {
    /// The relation of this kind to the part at `target`.
    pub(crate) fn new(kind: &'static str, target: impl Into<String>) -> Self {
        Self { kind, target: target.into() }
    }
}

impl Package {
    /// A package whose main part has this name and kind, with this title and the day that it describes.
    pub(crate) fn new((main, kind): (&str, &str), text: Xml, title: &str, day: Option<Date>) -> Self {
        let mut package = Self::default();
        let relations = [(format!("{RELATION}officeDocument"), main), (CORE_RELATION.to_owned(), "docProps/core.xml")];
        package.add("_rels/.rels".to_owned(), None, relations_text(&relations));
        package.part(main, kind, text);
        package.add("docProps/core.xml".to_owned(), Some(CORE_KIND.to_owned()), core(title, day));
        package
    }

    /// Adds a part; the kind is given without the prefix that all kinds of Office share.
    pub(crate) fn part(&mut self, name: impl Into<String>, kind: &str, text: Xml) {
        self.add(name.into(), Some(format!("{KIND}{kind}+xml")), text);
    }

    /// Says which others a part needs. The first of them is `rId1` in it.
    pub(crate) fn relations(&mut self, of: &str, relations: &[Relation]) {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let listed: Vec<_> =
            relations.iter().map(|one| (format!("{RELATION}{}", one.kind), one.target.as_str())).collect();
        self.add(format!("{folder}/_rels/{file}.rels"), None, relations_text(&listed));
    }

    /// The bytes of the file.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Deflated);
        let types = Part { name: "[Content_Types].xml".to_owned(), kind: None, text: self.types().finish() };
        // The kinds come first: by them the file is known for what it is.
        for part in std::iter::once(&types).chain(&self.parts) {
            zip.start_file(part.name.as_str(), options).expect("names are short, and each is given once");
            let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
            for text in [head, &part.text] {
                zip.write_all(text.as_bytes()).expect("memory takes all");
            }
        }
        zip.finish().expect("memory takes all").into_inner()
    }

    fn add(&mut self, name: String, kind: Option<String>, text: Xml) {
        self.parts.push(Part { name, kind, text: text.finish() });
    }

    fn types(&self) -> Xml {
        let mut xml = Xml::default();
        xml.open("Types").attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.open("Default").attribute("Extension", "rels").attribute("ContentType", relations).close();
        for (name, kind) in self.parts.iter().filter_map(|part| Some((part.name.as_str(), part.kind.as_deref()?))) {
            xml.open("Override");
            xml.attribute("PartName", format!("/{name}").as_str()).attribute("ContentType", kind).close();
        }
        xml.close_block();
        xml
    }
}

fn relations_text(relations: &[(String, &str)]) -> Xml {
    let mut xml = Xml::default();
    xml.open("Relationships").attribute("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
    for (number, (kind, target)) in (1..).zip(relations) {
        xml.open("Relationship").attribute("Id", format!("rId{number}").as_str());
        xml.attribute("Type", kind.as_str()).attribute("Target", *target).close();
    }
    xml.close_block();
    xml
}

/// What the package in these bytes is called, if it is one that says so.
pub(super) fn title_of(bytes: &[u8]) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    archive.by_name("docProps/core.xml").ok()?.take(LONGEST_CORE).read_to_string(&mut text).ok()?;
    let (_, rest) = text.split_once("<dc:title>")?;
    let (title, _) = rest.split_once("</dc:title>")?;
    // The other way round than it was written.
    let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#91;", "["), ("&amp;", "&")];
    Some(escapes.iter().fold(title.to_owned(), |title, (escape, letter)| title.replace(escape, letter)))
}

/// What the file is called, and which day it describes. It has no creation date, which would differ each time.
fn core(title: &str, day: Option<Date>) -> Xml {
    let mut xml = Xml::default();
    xml.open("cp:coreProperties")
        .attribute("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
        .attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .attribute("xmlns:dcterms", "http://purl.org/dc/terms/")
        .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    xml.open("dc:title").words(title).close();
    for (kind, day) in ["dcterms:created", "dcterms:modified"].into_iter().filter_map(|kind| Some((kind, day?))) {
        let moment = format!("{day}T00:00:00Z");
        xml.open(kind).attribute("xsi:type", "dcterms:W3CDTF").words(&moment).close();
    }
    xml.close_block();
    xml
}
