//! PDF: one page a drawing, words as words that can be selected and searched, fonts cut down to what is used.

use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use memchr::memmem;
use resvg::tiny_skia::PathSegment;
use resvg::usvg::{self, Node, fontdb};

use super::drawing::{Drawing, Fonts};
use super::tags::Tags;
use crate::error::Error;
use crate::layout::{Area, Heading, Link, Px, Sheets};

/// A pixel in points, as CSS has it.
const POINTS_PER_PIXEL: f32 = 0.75;

/// Readers open no page that is wider or higher.
const MOST_POINTS: f32 = 14_400.0;

/// The drawings as the pages of one document. Equal drawings give equal bytes: there is no date in it.
///
/// # Errors
/// A font that can't be embedded.
pub fn pdf(pages: &[Drawing], title: &str, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    document(pages, title, &Sheets::default(), None, fonts)
}

/// Sheets as one document in a language: with an outline of their sections, with links from sheet to sheet, and with
/// tags that say what is a heading, a point, a cell or a picture.
///
/// # Errors
/// A font that can't be embedded.
pub fn pdf_sheets(pages: &[Drawing], sheets: &Sheets, language: &str, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let title = sheets.headings.first().map_or("", |heading| &heading.title);
    document(pages, title, sheets, Some(language), fonts)
}

/// What the document in these bytes is called, as its metadata write it, if it is one.
#[must_use]
pub fn pdf_title(bytes: &[u8]) -> Option<String> {
    const OPENED: &[u8] = b"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">";
    let title = &bytes[memmem::find(bytes, OPENED)? + OPENED.len()..];
    let title = &title[..memchr::memchr(b'<', title)?];
    bytes.starts_with(b"%PDF-").then(|| String::from_utf8_lossy(title).into_owned())
}

/// A document; with tags where its language is known.
fn document(
    pages: &[Drawing],
    title: &str,
    sheets: &Sheets,
    language: Option<&str>,
    fonts: &Fonts,
) -> Result<Vec<u8>, Error> {
    let settings = SerializeSettings { enable_tagging: language.is_some(), ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let metadata = Metadata::new().title(title.to_owned());
    document.set_metadata(match language {
        Some(language) => metadata.language(language.to_owned()),
        None => metadata,
    });
    let mut tags = Tags::of(sheets);
    let fonts = fonts.embeddable();
    for (sheet, drawing) in pages.iter().enumerate() {
        let (width, height) = drawing.size();
        let scale = POINTS_PER_PIXEL.min(MOST_POINTS / width.max(height));
        // Not even by a rounding is a page larger than that.
        let points = |pixels: f32| (pixels * scale).min(MOST_POINTS);
        let size = Size::from_wh(points(width), points(height)).expect("a page has an extent");
        let mut page = document.start_page_with(PageSettings::new(size));
        let mut surface = page.surface();
        surface.push_transform(&Transform::from_scale(scale, scale));
        draw(drawing, sheet, &fonts, &mut tags, &mut surface);
        surface.pop();
        surface.finish();
        for link in sheets.links.iter().filter(|link| link.sheet == sheet) {
            tags.link(link.element, page.add_tagged_annotation(annotation(link)));
        }
        page.finish();
    }
    if let Some(language) = language {
        let picture = |sheet: usize| {
            let scene = &sheets.scenes[sheet];
            format!("{}. {}", scene.title, scene.description)
        };
        document.set_tag_tree(tags.tree(&picture, language));
    }
    document.set_outline(outline_of(&sheets.headings));
    document.finish().map_err(|reason| Error::new(format!("cannot make the PDF: {reason:?}")))
}

/// Draws a page, and notes which part of the document each line is. What else is on a sheet with a picture is that;
/// elsewhere it only adorns, and is no part.
fn draw(drawing: &Drawing, sheet: usize, fonts: &[(fontdb::ID, Font)], tags: &mut Tags<'_>, surface: &mut Surface<'_>) {
    let figure = tags.figure(sheet);
    let mut drawn: Option<Option<usize>> = None;
    for node in drawing.nodes() {
        let line = if let Node::Text(text) = node { tags.line(sheet, text) } else { None };
        let element = line.or(figure);
        if drawn.is_some_and(|last| last != element) {
            surface.end_tagged();
        }
        if drawn != Some(element) {
            drawn = Some(element);
            match element {
                Some(figure) if line.is_none() => tags.draw(figure, surface.start_tagged(ContentTag::Other)),
                Some(line) => tags.draw(line, surface.start_tagged(ContentTag::Span(SpanTag::empty()))),
                None => {
                    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
                }
            }
        }
        match node {
            Node::Path(path) => shape(path, surface),
            Node::Text(text) => words(text, fonts, surface),
            Node::Group(_) | Node::Image(_) => {}
        }
    }
    if drawn.is_some() {
        surface.end_tagged();
    }
}

/// A place that leads to another, both in points.
fn annotation(link: &Link) -> Annotation {
    let Area { origin, size } = link.area;
    let rect = Rect::from_xywh(points(origin.x), points(origin.y), points(size.width), points(size.height));
    let target = destination(link.to, link.place.x, link.place.y);
    let rect = rect.expect("what is written has an extent");
    Annotation::new_link(LinkAnnotation::new(rect, Target::Destination(target.into())), None)
}

fn outline_of(headings: &[Heading]) -> Outline {
    let mut outline = Outline::new();
    for heading in headings {
        let node = OutlineNode::new(heading.title.clone(), destination(heading.sheet, Px::ZERO, heading.top));
        outline.push_child(node);
    }
    outline
}

fn destination(sheet: usize, left: Px, top: Px) -> XyzDestination {
    XyzDestination::new(sheet, Point::from_xy(points(left), points(top)))
}

fn points(pixels: Px) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "hundredths of pixels on a page")]
    let pixels = pixels.in_hundredths() as f32 / 100.0;
    pixels * POINTS_PER_PIXEL
}

fn shape(path: &usvg::Path, surface: &mut Surface<'_>) {
    let (fill, stroke) = (path.fill().map(fill), path.stroke().map(stroke));
    // With neither, krilla would fill the shape black.
    let (Some(outline), true) = (outline(path.data()), fill.is_some() || stroke.is_some()) else { return };
    surface.push_transform(&transform(path.abs_transform()));
    surface.set_fill(fill);
    surface.set_stroke(stroke);
    surface.draw_path(&outline);
    surface.pop();
}

fn outline(path: &resvg::tiny_skia::Path) -> Option<Path> {
    let mut outline = PathBuilder::new();
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => outline.move_to(to.x, to.y),
            PathSegment::LineTo(to) => outline.line_to(to.x, to.y),
            PathSegment::QuadTo(by, to) => outline.quad_to(by.x, by.y, to.x, to.y),
            PathSegment::CubicTo(by, and, to) => outline.cubic_to(by.x, by.y, and.x, and.y, to.x, to.y),
            PathSegment::Close => outline.close(),
        }
    }
    outline.finish()
}

/// Each line is set in as few runs as there are fonts in it, so that readers find whole words.
fn words(text: &usvg::Text, fonts: &[(fontdb::ID, Font)], surface: &mut Surface<'_>) {
    surface.push_transform(&transform(text.abs_transform()));
    for span in text.layouted() {
        surface.set_fill(span.fill.as_ref().map(fill));
        surface.set_stroke(None);
        for glyphs in span.positioned_glyphs.chunk_by(|one, next| one.font == next.font) {
            let font = fonts.iter().find(|(id, _)| *id == glyphs[0].font);
            let Some((_, font)) = font else { continue };
            run(glyphs, font, span.font_size.get(), surface);
        }
    }
    surface.pop();
}

/// Sets glyphs of one font, each at its place.
fn run(glyphs: &[usvg::layout::PositionedGlyph], font: &Font, size: f32, surface: &mut Surface<'_>) {
    let place = |glyph: &usvg::layout::PositionedGlyph| (glyph.transform().tx, glyph.transform().ty);
    let start = place(&glyphs[0]);
    let mut text = String::new();
    let mut set = Vec::with_capacity(glyphs.len());
    for (index, glyph) in glyphs.iter().enumerate() {
        let (x, y) = place(glyph);
        let next = glyphs.get(index + 1).map_or(x, |next| place(next).0);
        let from = text.len();
        text.push_str(&glyph.text);
        let (advance, rise) = ((next - x) / size, (start.1 - y) / size);
        let id = GlyphId::new(glyph.id.0);
        set.push(KrillaGlyph::new(id, advance, 0.0, rise, 0.0, from..text.len(), None));
    }
    share_clusters(&mut set);
    surface.draw_glyphs(Point::from_xy(start.0, start.1), &set, font.clone(), &text, size, false);
}

/// Where several glyphs represent one cluster of letters, only the last has its text; this gives it to all.
fn share_clusters(glyphs: &mut [KrillaGlyph]) {
    let mut following: Option<std::ops::Range<usize>> = None;
    for glyph in glyphs.iter_mut().rev() {
        if glyph.text_range.is_empty() {
            glyph.text_range = following.clone().unwrap_or_else(|| glyph.text_range.clone());
        }
        following = Some(glyph.text_range.clone());
    }
}

fn fill(fill: &usvg::Fill) -> Fill {
    let rule = match fill.rule() {
        usvg::FillRule::NonZero => FillRule::NonZero,
        usvg::FillRule::EvenOdd => FillRule::EvenOdd,
    };
    Fill { paint: colour(fill.paint()).into(), opacity: opacity(fill.opacity()), rule }
}

fn stroke(stroke: &usvg::Stroke) -> Stroke {
    Stroke {
        paint: colour(stroke.paint()).into(),
        width: stroke.width().get(),
        miter_limit: stroke.miterlimit().get(),
        line_cap: match stroke.linecap() {
            usvg::LineCap::Butt => LineCap::Butt,
            usvg::LineCap::Round => LineCap::Round,
            usvg::LineCap::Square => LineCap::Square,
        },
        line_join: match stroke.linejoin() {
            usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
            usvg::LineJoin::Round => LineJoin::Round,
            usvg::LineJoin::Bevel => LineJoin::Bevel,
        },
        opacity: opacity(stroke.opacity()),
        dash: stroke.dasharray().map(|array| StrokeDash { array: array.to_vec(), offset: stroke.dashoffset() }),
    }
}

fn colour(paint: &usvg::Paint) -> rgb::Color {
    match paint {
        usvg::Paint::Color(colour) => rgb::Color::new(colour.red, colour.green, colour.blue),
        usvg::Paint::LinearGradient(_) | usvg::Paint::RadialGradient(_) | usvg::Paint::Pattern(_) => {
            panic!("pictures are painted in solid colours")
        }
    }
}

fn opacity(opacity: usvg::Opacity) -> NormalizedF32 {
    NormalizedF32::new(opacity.get()).expect("both lie between 0 and 1")
}

fn transform(transform: usvg::Transform) -> Transform {
    let usvg::Transform { sx, ky, kx, sy, tx, ty } = transform;
    Transform::from_row(sx, ky, kx, sy, tx, ty)
}

impl Fonts {
    /// The fonts as krilla takes them; those that it can't read are left out.
    fn embeddable(&self) -> Vec<(fontdb::ID, Font)> {
        let font = |face: &fontdb::FaceInfo| {
            let fontdb::Source::Binary(bytes) = &face.source;
            Some((face.id, Font::new(std::sync::Arc::clone(bytes).into(), face.index)?))
        };
        self.0.faces().filter_map(font).collect()
    }
}
