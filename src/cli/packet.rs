//! The files of a packet: its folder, its pictures, its slides.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use crate::check::Judged;
use crate::config::Look;
use crate::error::Error;
use crate::layout::{Accenting, Scene};
use crate::phrase::{View, say, text};
use crate::render::{About, Drawing, Fonts, Resolution, deck, png, svg};
use crate::report::{review_json, review_markdown, review_page};
use crate::review::Packet;

use super::Env;
use super::past::Past;
use super::picture_file::note_of;
use super::points::legible;
use super::views::Views;

/// Writes the folder and says what is in it.
pub(super) fn write(
    folder: &Path,
    packet: &Packet<'_>,
    (now, past, page): (&Judged<'_>, &Past, String),
    look: &Look,
    env: &mut Env<'_>,
) -> Result<(), Error> {
    let (drawn, missing) = pictures(packet, (now, past), look)?;
    let pictures_of =
        |view: View| drawn.iter().map(|(name, _)| name).filter(|name| shows(name, view)).cloned().collect();
    let mut files = vec![
        ("review.md".to_owned(), review_markdown(packet, &pictures_of).into_bytes()),
        ("review.json".to_owned(), review_json(packet).into_bytes()),
        ("review.pptx".to_owned(), slides(packet, (now, past), look)?),
        ("packet.html".to_owned(), page.into_bytes()),
    ];
    files.extend(drawn);
    env.write_folder(folder, &files, is_ours)?;
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    env.tell(say!["wrote ", text(names.join(", ")), " into ", text(folder.display())])?;
    if missing.is_empty() {
        Ok(())
    } else {
        env.trouble(&note_of(&missing, "packet.html and the .svg pictures leave them to the viewer's fonts"))
    }
}

/// Whether a file is the picture of a view, or one of its pages, in the kind that a page shows.
fn shows(name: &str, view: View) -> bool {
    let page = name.strip_suffix(".svg").and_then(|stem| stem.strip_prefix(view.name()));
    page.is_some_and(|page| page.is_empty() || page.starts_with('-'))
}

/// Files by their names.
type Files = Vec<(String, Vec<u8>)>;

/// The pictures, each as SVG and PNG, and the letters that no font has.
fn pictures(
    packet: &Packet<'_>,
    (now, past): (&Judged<'_>, &Past),
    look: &Look,
) -> Result<(Files, BTreeSet<char>), Error> {
    let (theme, accenting) = look.theme(None);
    let scenes =
        scenes(packet, (now, past), accenting)?.into_iter().flat_map(|(view, scenes)| numbered(view.name(), scenes));
    let scenes: Vec<(String, Scene)> = scenes.collect();
    let fonts = Fonts::embedded();
    let paint = |(name, scene): &(String, Scene)| -> Result<_, Error> {
        let drawn = svg(scene, &theme);
        let drawing = Drawing::new(&drawn, &fonts)?;
        let pixels = png(&drawing, Resolution::Screen)?;
        let files = [(format!("{name}.svg"), drawn.into_bytes()), (format!("{name}.png"), pixels)];
        Ok((files, drawing.missing()))
    };
    let painted = scenes.par_iter().map(paint).collect::<Result<Vec<_>, Error>>()?;
    let missing = painted.iter().flat_map(|(_, missing)| missing).copied().collect();
    Ok((painted.into_iter().flat_map(|(files, _)| files).collect(), missing))
}

/// The pages of each view that says something.
fn scenes(
    packet: &Packet<'_>,
    (now, past): (&Judged<'_>, &Past),
    accenting: Accenting,
) -> Result<Vec<(View, Vec<Scene>)>, Error> {
    let views = Views::new(packet, (now, past), &legible(accenting));
    let mut drawn = Vec::new();
    for view in [View::Chart, View::Changes, View::Strategy, View::Dependencies, View::Matrix] {
        let scenes = views.scenes(view)?;
        if !scenes.is_empty() {
            drawn.push((view, scenes));
        }
    }
    Ok(drawn)
}

/// The packet as slides.
pub(super) fn slides(packet: &Packet<'_>, (now, past): (&Judged<'_>, &Past), look: &Look) -> Result<Vec<u8>, Error> {
    let (theme, accenting) = look.theme(None);
    let scenes = scenes(packet, (now, past), accenting)?;
    let page = review_page(packet);
    let title = page.name();
    let reviewed = now.graph.chart().reviewed.get().copied();
    let about = About { title: &title, language: Some(packet.language.name()), reviewed };
    Ok(deck(&page, &scenes, &theme, &about))
}

/// The pages of a picture by name, numbered where there are several.
fn numbered(name: &str, scenes: Vec<Scene>) -> impl Iterator<Item = (String, Scene)> {
    let several = scenes.len() > 1;
    let named = move |(at, scene)| {
        let name = if several { format!("{name}-{at}") } else { name.to_owned() };
        (name, scene)
    };
    (1..).zip(scenes).map(named)
}

/// Whether a review writes files of this name.
fn is_ours(name: &str) -> bool {
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let (picture, number) = stem.split_once('-').unwrap_or((stem, "1"));
    match ending {
        "md" | "json" | "pptx" => stem == "review",
        "html" => stem == "packet",
        "svg" | "png" => {
            matches!(picture, "chart" | "changes" | "strategy" | "dependencies" | "matrix")
                && number.bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => false,
    }
}
