//! The file that a picture goes to: its kind, and how it is written.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::error::Error;
use crate::layout::{Diagram, Scene};
use crate::load::{read_font, write_whole};
use crate::render::{Drawing, Fonts, Resolution, dot, mermaid, pdf, png, svg};

use super::Env;

/// How many letters that no font has are named.
const MOST_NAMED: usize = 12;

/// Where a picture goes, and as what.
#[derive(Debug, Args)]
pub(super) struct PictureFile {
    /// The file to write; its ending says the kind. `-` is standard output.
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// The kind of file, where the ending doesn't say it; on standard output svg where not given.
    #[arg(long, value_enum, value_name = "KIND")]
    format: Option<Kind>,
    /// PNG: pixels for each pixel of the picture's own measure. Without this and `--width`, the picture fills
    /// 1920 × 1080 and is never smaller than its own measure.
    #[arg(long, value_name = "NUMBER", value_parser = scale, conflicts_with = "width")]
    scale: Option<f64>,
    /// PNG: pixels from left to right.
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(1..))]
    width: Option<u32>,
    /// PNG and PDF: a font file for letters that the embedded typeface lacks. Can be given again.
    #[arg(long, value_name = "FILE")]
    font: Vec<PathBuf>,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    /// For slides and browsers.
    Svg,
    /// Pixels.
    Png,
    /// For print; words can be selected and searched.
    Pdf,
    /// Boxes and lines as text, for Graphviz.
    Dot,
    /// Boxes and lines as text, for Mermaid.
    Mmd,
}

impl PictureFile {
    /// The kind that `--format` or the file's ending says, if the other options are for it.
    pub(super) fn kind(&self) -> Result<Kind, Error> {
        let kind = self.named_kind()?;
        if kind != Kind::Png && (self.scale.is_some() || self.width.is_some()) {
            return Err(Error::new("`--scale` and `--width` are for .png: no other kind has pixels"));
        }
        if !matches!(kind, Kind::Png | Kind::Pdf) && !self.font.is_empty() {
            return Err(Error::new("`--font` is for .png and .pdf: other kinds leave letters to the viewer's fonts"));
        }
        Ok(kind)
    }

    fn named_kind(&self) -> Result<Kind, Error> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        if self.is_stdout() {
            return Ok(Kind::Svg);
        }
        let ending = self.output.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        Kind::from_str(ending, true).map_err(|_| {
            let kinds = ".svg, .png, .pdf, .dot or .mmd";
            Error::new(format!("{}: write a name that ends in {kinds}, or `--format`", self.output.display()))
        })
    }

    /// Writes a picture: its scene, or in a language that has no places its diagram.
    pub(super) fn write(
        &self,
        kind: Kind,
        scene: impl FnOnce() -> Scene,
        diagram: impl FnOnce() -> Diagram,
        env: &mut Env<'_>,
    ) -> Result<(), Error> {
        match kind {
            Kind::Svg => self.put(svg(&scene()).as_bytes(), env),
            Kind::Dot => self.put(dot(&diagram()).as_bytes(), env),
            Kind::Mmd => self.put(mermaid(&diagram()).as_bytes(), env),
            Kind::Png | Kind::Pdf => self.paint(kind, &scene(), env),
        }
    }

    fn paint(&self, kind: Kind, scene: &Scene, env: &mut Env<'_>) -> Result<(), Error> {
        let page = svg(scene);
        let fonts = self.fonts(env)?;
        let drawing = Drawing::new(&page, &fonts)?;
        let missing = drawing.missing();
        let bytes = match kind {
            Kind::Pdf => pdf(&[drawing], &scene.title, &fonts)?,
            _ => png(&drawing, self.resolution())?,
        };
        self.put(&bytes, env)?;
        if missing.is_empty() { Ok(()) } else { env.trouble(&note_of(&missing)) }
    }

    /// Writes the whole file, or nothing.
    fn put(&self, bytes: &[u8], env: &mut Env<'_>) -> Result<(), Error> {
        if self.is_stdout() {
            return env.print_bytes(bytes);
        }
        write_whole(&env.directory.join(&self.output), &self.output, bytes)
    }

    fn is_stdout(&self) -> bool {
        self.output == Path::new("-")
    }

    fn resolution(&self) -> Resolution {
        match (self.scale, self.width) {
            (Some(scale), _) => Resolution::Scale(scale),
            (None, Some(width)) => Resolution::Width(width),
            (None, None) => Resolution::Screen,
        }
    }

    fn fonts(&self, env: &Env<'_>) -> Result<Fonts, Error> {
        let mut fonts = Fonts::embedded();
        for path in &self.font {
            let shown = path.display();
            if !fonts.add(read_font(&env.directory.join(path), path)?) {
                return Err(Error::new(format!("{shown} is no font: name a .ttf, .otf or .ttc file")));
            }
        }
        Ok(fonts)
    }
}

/// What is said of letters that stand as empty boxes.
fn note_of(missing: &BTreeSet<char>) -> String {
    let mut named: String = missing.iter().take(MOST_NAMED).collect();
    if missing.len() > MOST_NAMED {
        named.push('…');
    }
    let (letters, have) = if missing.len() == 1 { ("letter", "is") } else { ("letters", "are") };
    format!(
        "note: {} {letters} that the embedded typeface lacks {have} drawn as empty boxes: {}\n\
         help: name a font that has them, `--font FILE`, or write an .svg, which leaves them to the viewer's fonts\n",
        missing.len(),
        crate::text::printable(&named)
    )
}

fn scale(text: &str) -> Result<f64, String> {
    let scale = text.parse::<f64>().ok().filter(|scale| scale.is_finite() && *scale > 0.0);
    scale.ok_or_else(|| "expected a number above 0, such as `2` or `0.5`".to_owned())
}
