//! The file that a picture goes to: its kind, and how it is written.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::error::Error;
use crate::layout::Scene;
use crate::load::{Guard, read_font};
use crate::model::Chart;
use crate::picture::Diagram;
use crate::render::{About, Drawing, Fonts, Resolution, Theme, dot, mermaid, pdf, png, pptx, svg};

use super::Env;
use super::ending::ending;
use super::written::is_stdout;

/// How many letters that no font has are named.
const MOST_NAMED: usize = 12;

/// Where a picture goes, and as what.
#[derive(Debug, Args)]
pub(super) struct PictureFile {
    /// The file to write; its ending decides the kind. `-` is standard output.
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// The kind of file, if the ending doesn't say it; on standard output svg by default.
    #[arg(long, value_enum, value_name = "KIND")]
    format: Option<Kind>,
    /// PNG: how many times its own size the picture is drawn. Without this and `--width`, it fills 1920 × 1080 and is
    /// never smaller than its own size.
    #[arg(long, value_name = "NUMBER", value_parser = scale, conflicts_with = "width")]
    scale: Option<f64>,
    /// PNG: the width in pixels.
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(1..))]
    width: Option<u32>,
    /// PNG and PDF: a font file for letters that the built-in typeface lacks. May be given several times.
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
    /// A page for browsers: the chart to explore, and the strategy.
    Html,
    /// Slides whose boxes, words and lines can be edited.
    Pptx,
    /// Boxes and lines as text, for Graphviz.
    Dot,
    /// Boxes and lines as text, for Mermaid.
    Mmd,
}

impl Kind {
    fn name(self) -> String {
        self.to_possible_value().expect("no kind is hidden").get_name().to_owned()
    }
}

impl PictureFile {
    /// The file of this name, its kind by its ending.
    pub(super) fn named(output: PathBuf) -> Self {
        Self { output, format: None, scale: None, width: None, font: Vec::new() }
    }

    /// The kind that `--format` or the file's ending says, if the other options are for it.
    pub(super) fn kind(&self) -> Result<Kind, Error> {
        let kind = self.named_kind()?;
        if let Some(other) = self.kind_of_ending().filter(|other| *other != kind) {
            let (output, kind, other) = (self.output.display(), kind.name(), other.name());
            return Err(Error::new(format!(
                "{output}: `--format {kind}` is not a .{other} file: write a name that ends in .{kind}, or leave out the \
                 format"
            )));
        }
        if kind != Kind::Png && (self.scale.is_some() || self.width.is_some()) {
            return Err(Error::new("`--scale` and `--width` are for .png: only that kind has pixels"));
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
        self.kind_of_ending().ok_or_else(|| {
            let kinds = ".svg, .png, .pdf, .pptx, .html, .dot or .mmd";
            Error::new(format!("{}: write a name that ends in {kinds}, or add `--format`", self.output.display()))
        })
    }

    fn kind_of_ending(&self) -> Option<Kind> {
        ending(&self.output).and_then(|ending| Kind::from_str(&ending, true).ok())
    }

    /// Says what is read besides the chart, and what is written.
    pub(super) fn guard(&self, guard: &mut Guard) -> Result<(), Error> {
        for font in &self.font {
            guard.reads(font, "a font");
        }
        if self.is_stdout() { Ok(()) } else { guard.writes(&self.output) }
    }

    /// Writes a picture: its pages, or in a language that has no places its diagram.
    pub(super) fn write(
        &self,
        kind: Kind,
        pages: impl FnOnce() -> Vec<Scene>,
        diagram: impl FnOnce() -> Diagram,
        (theme, of): (&Theme, Option<&Chart>),
        guard: &mut Guard,
        env: &mut Env<'_>,
    ) -> Result<(), Error> {
        match kind {
            Kind::Dot => self.put(&[dot(&diagram())], guard, env),
            Kind::Mmd => self.put(&[mermaid(&diagram())], guard, env),
            Kind::Svg | Kind::Png | Kind::Pdf | Kind::Pptx => {
                let pages = pages();
                self.draw(kind, &pages, (theme, of), guard, env)?;
                env.leave(pages);
                Ok(())
            }
            Kind::Html => unreachable!("a page is made of more than pictures"),
        }
    }

    /// Writes a page.
    pub(super) fn write_page(&self, page: &str, guard: &mut Guard, env: &mut Env<'_>) -> Result<(), Error> {
        self.put(&[page], guard, env)
    }

    /// Writes the pages of a picture as a kind that has places.
    pub(super) fn draw(
        &self,
        kind: Kind,
        pages: &[Scene],
        (theme, of): (&Theme, Option<&Chart>),
        guard: &mut Guard,
        env: &mut Env<'_>,
    ) -> Result<(), Error> {
        let title = pages.first().map(|page| page.title.clone()).unwrap_or_default();
        if kind == Kind::Pptx {
            let language = of.map(|chart| chart.language().name());
            let reviewed = of.and_then(|chart| chart.reviewed.get().copied());
            return self.put(&[pptx(pages, theme, &About { title: &title, language, reviewed })], guard, env);
        }
        let drawn: Vec<String> = pages.iter().map(|page| svg(page, theme)).collect();
        if kind == Kind::Svg {
            return self.put_pages(&drawn, guard, env);
        }
        self.paint(kind, &drawn, &title, guard, env)
    }

    fn paint(
        &self,
        kind: Kind,
        pages: &[String],
        title: &str,
        guard: &mut Guard,
        env: &mut Env<'_>,
    ) -> Result<(), Error> {
        let fonts = self.fonts(env)?;
        let drawings = pages.par_iter().map(|page| Drawing::new(page, &fonts)).collect::<Result<Vec<_>, _>>()?;
        if kind == Kind::Pdf {
            self.put(&[pdf(&drawings, title, &fonts)?], guard, env)?;
        } else {
            let painted = drawings.par_iter().map(|drawing| png(drawing, self.resolution()));
            self.put_pages(&painted.collect::<Result<Vec<_>, _>>()?, guard, env)?;
        }
        let missing: BTreeSet<char> = drawings.iter().flat_map(Drawing::missing).collect();
        if missing.is_empty() { Ok(()) } else { env.trouble(&note_of(&missing, OTHER_FONT)) }
    }

    /// Writes pages that are files of their own.
    fn put_pages(&self, pages: &[impl AsRef<[u8]>], guard: &mut Guard, env: &mut Env<'_>) -> Result<(), Error> {
        self.put(pages, guard, env)?;
        if self.is_stdout() { Ok(()) } else { self.tell_of_others(pages.len(), env) }
    }

    /// Writes all files whole, or none; several are numbered.
    fn put(&self, files: &[impl AsRef<[u8]>], guard: &mut Guard, env: &mut Env<'_>) -> Result<(), Error> {
        match files {
            [file] if self.is_stdout() => env.print_bytes(file.as_ref()),
            [file] => env.write_file(&self.output, file.as_ref()),
            files if self.is_stdout() => {
                let help =
                    "name a file, such as `-o chart.svg`, write a .pdf or .pptx, or give `--min-font 0` for one page";
                Err(Error::new(format!("the chart needs {} pages to be readable: {help}", files.len())))
            }
            files => {
                let names = (1..).map(|page| numbered(&self.output, page));
                let pages: Vec<_> = names.zip(files).collect();
                pages.iter().try_for_each(|(name, _)| guard.writes(name))?;
                env.write_files(&pages)?;
                let (first, last) = (numbered(&self.output, 1), numbered(&self.output, files.len()));
                env.trouble(&format!("{} pages: {} to {}\n", files.len(), first.display(), last.display()))
            }
        }
    }

    /// Names files that look like pages of this picture but are not, such as those of an earlier one that had more. They may
    /// be somebody else's: they are not removed.
    fn tell_of_others(&self, pages: usize, env: &mut Env<'_>) -> Result<(), Error> {
        let is_there = |name: &PathBuf| env.directory.join(name).exists();
        let whole = Some(self.output.clone()).filter(|name| pages > 1 && is_there(name));
        let first = if pages > 1 { pages + 1 } else { 1 };
        let mut others: Vec<PathBuf> = Vec::new();
        while let Some(next) = Some(numbered(&self.output, first + others.len())).filter(is_there) {
            others.push(next);
        }
        let range = match others.as_slice() {
            [] => None,
            [one] => Some(one.display().to_string()),
            [one, .., last] => Some(format!("{} to {}", one.display(), last.display())),
        };
        let names: Vec<String> = whole.iter().map(|whole| whole.display().to_string()).chain(range).collect();
        let names = names.join(", ");
        match whole.iter().len() + others.len() {
            0 => Ok(()),
            1 => env.trouble(&format!("note: {names} existed before and is not a page of this picture\n")),
            _ => env.trouble(&format!("note: {names} existed before and are not pages of this picture\n")),
        }
    }

    fn is_stdout(&self) -> bool {
        is_stdout(&self.output)
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
                return Err(Error::new(format!("{shown} is not a font: name a .ttf, .otf or .ttc file")));
            }
        }
        Ok(fonts)
    }
}

/// The name of one page's file: `chart-2.svg`.
fn numbered(path: &Path, page: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map_or_else(String::new, |ending| format!(".{}", ending.to_string_lossy()));
    path.with_file_name(format!("{stem}-{page}{ending}"))
}

/// What shows every letter where a picture is written.
const OTHER_FONT: &str = "name a font that has them, `--font FILE`, or write an .svg, which leaves them to the viewer's \
                          fonts";

/// What is said of letters that stand as empty boxes; `help` is what shows them.
pub(super) fn note_of(missing: &BTreeSet<char>, help: &str) -> String {
    let mut named: String = missing.iter().take(MOST_NAMED).collect();
    if missing.len() > MOST_NAMED {
        named.push('…');
    }
    let (letters, have) = if missing.len() == 1 { ("letter", "is") } else { ("letters", "are") };
    format!(
        "note: {} {letters} that the embedded typeface lacks {have} drawn as empty boxes: {}\n\
         help: {help}\n",
        missing.len(),
        named
    )
}

fn scale(text: &str) -> Result<f64, String> {
    let scale = text.parse::<f64>().ok().filter(|scale| scale.is_finite() && *scale > 0.0);
    scale.ok_or_else(|| "expected a number above 0, such as `2` or `0.5`".to_owned())
}
