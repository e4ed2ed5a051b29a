//! Pixels: the picture as PNG.

use resvg::tiny_skia::{Pixmap, Transform};

use super::drawing::Drawing;
use crate::error::Error;

/// More pixels than this are refused: they would take 400 MB of memory, and few programs open them.
const MOST_PIXELS: f64 = 100_000_000.0;

/// The screen that a picture fills by default.
const SCREEN: (f64, f64) = (1920.0, 1080.0);

/// How many pixels a picture gets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Resolution {
    /// As many as fill a screen of 1920 × 1080, and no fewer than the picture's own measure.
    Screen,
    /// The picture's own measure times this.
    Scale(f64),
    /// The number from left to right.
    Width(u32),
}

/// Paints a drawing. Equal drawings give equal bytes.
///
/// # Errors
/// A resolution that makes no picture, or one of more than a hundred million pixels.
pub fn png(drawing: &Drawing, resolution: Resolution) -> Result<Vec<u8>, Error> {
    let (width, height) = drawing.size();
    let own = (f64::from(width), f64::from(height));
    let scale = match resolution {
        Resolution::Screen => (SCREEN.0 / own.0).min(SCREEN.1 / own.1).max(1.0),
        Resolution::Scale(scale) => scale,
        Resolution::Width(pixels) => f64::from(pixels) / own.0,
    };
    let pixels = ((own.0 * scale).round(), (own.1 * scale).round());
    if pixels.0 * pixels.1 > MOST_PIXELS {
        let fitting = (MOST_PIXELS / (own.0 * own.1)).sqrt();
        return Err(Error::new(format!(
            "the picture would be {} × {} pixels, more than 100 million: write `--scale {}` or less, or draw an .svg",
            pixels.0,
            pixels.1,
            rounded_down(fitting)
        )));
    }
    let mut canvas = pixmap(pixels).ok_or_else(|| {
        Error::new(format!("the picture would be {} × {} pixels: write a larger `--scale`", pixels.0, pixels.1))
    })?;
    #[expect(clippy::cast_possible_truncation, reason = "the painter counts in single precision")]
    let scale = scale as f32;
    resvg::render(&drawing.tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
    encoded(canvas).map_err(|reason| Error::new(format!("cannot make the PNG: {reason}")))
}

/// The file. Pictures are flat: without filters a light compression finds as much in them as a thorough one behind
/// filters. A page without a background keeps its transparency; others have none.
fn encoded(canvas: Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let (width, height) = (canvas.width(), canvas.height());
    let is_opaque = canvas.pixels().iter().all(|pixel| pixel.alpha() == u8::MAX);
    let (colour, pixels) = if is_opaque {
        let pixels = canvas.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]);
        (png::ColorType::Rgb, pixels.collect())
    } else {
        (png::ColorType::Rgba, canvas.take_demultiplied())
    };
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(colour);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_deflate_compression(png::DeflateCompression::Level(3));
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(file)
}

fn pixmap((width, height): (f64, f64)) -> Option<Pixmap> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within bounds, or refused")]
    let side = |length: f64| (1.0..=MOST_PIXELS).contains(&length).then_some(length as u32);
    Pixmap::new(side(width)?, side(height)?)
}

/// A scale in two digits, none above what was given.
fn rounded_down(scale: f64) -> f64 {
    let unit = 10_f64.powf(scale.log10().floor() - 1.0);
    let rounded = (scale / unit).floor() * unit;
    // Away with what binary fractions add to the digits.
    format!("{rounded:.6}").parse().unwrap_or(rounded)
}
