//! The characters of each page with where they are painted.

use std::collections::VecDeque;

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, BezPath, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, SoftMask, TransformExt, interpret_page,
};

use super::super::Document;

/// A character, and where it is painted: from the left and the top of the page, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Painted {
    pub(super) c: char,
    pub(super) x: f64,
    /// Where its line stands.
    pub(super) y: f64,
    /// Where the next one stands if nothing else is said.
    pub(super) end: f64,
    /// The size of its letters.
    pub(super) size: f64,
}

/// The characters of each page, in the order in which they are painted.
pub(super) fn pages(bytes: Vec<u8>) -> Result<Vec<Vec<Painted>>, String> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            "it has a password; save it without one".to_owned()
        }
        LoadPdfError::Decryption(_) => "it is encrypted in a way that is not known here".to_owned(),
        LoadPdfError::Invalid => "it is damaged".to_owned(),
    })?;
    let cache = InterpreterCache::new();
    let mut pages = Vec::new();
    // Every character becomes a byte or more, and a document may have so many.
    let mut left = usize::try_from(Document::MAX_BYTES).unwrap_or(usize::MAX) / BYTES_EACH;
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let transform = page.initial_transform(true).to_kurbo();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let settings = InterpreterSettings::default();
        let mut context = Context::new(transform, bounds, &cache, pdf.xref(), settings);
        let mut painter = Painter {
            painted: Vec::new(),
            left,
            last: VecDeque::new(),
        };
        interpret_page(page, &mut context, &mut painter);
        left = painter.left;
        if left == 0 {
            return Err("it holds more characters than one document may have; split it".to_owned());
        }
        pages.push(painter.painted);
    }
    Ok(pages)
}

/// What is kept of a character while its page is put together.
const BYTES_EACH: usize = size_of::<Painted>();

/// Takes what is painted for text, and no picture of it.
struct Painter {
    painted: Vec<Painted>,
    /// So many characters more are taken.
    left: usize,
    /// What was painted last.
    last: VecDeque<Painted>,
}

/// Some programs paint a word twice, a hair apart, to make it bold; it is as long as this at the most.
const TWICE: usize = 64;

impl Painter {
    fn take(&mut self, c: char, place: Affine, advance: f64) {
        let [a, b, down, up, x, y] = place.as_coeffs();
        let (along, size) = (a.hypot(b) * EM, down.hypot(up) * EM);
        let is_level = b.abs() <= a.abs() * SLANT && a > 0.0;
        let all = [x, y, along, size, advance];
        // What is turned is a mark across the page or along its margin.
        if !is_level || !all.iter().all(|n| n.is_finite()) || size < SMALLEST {
            return;
        }
        let painted = Painted {
            c,
            x,
            y,
            end: x + along * advance / EM,
            size,
        };
        let is_again =
            |old: &Painted| old.c == c && (old.x - x).abs() + (old.y - y).abs() < size * HAIR;
        if self.left == 0 || c != ' ' && self.last.iter().any(is_again) {
            return;
        }
        self.left -= 1;
        self.painted.push(painted);
        self.last.push_back(painted);
        if self.last.len() > TWICE {
            self.last.pop_front();
        }
    }
}

/// Letters are drawn on a square of this width.
const EM: f64 = 1000.0;

/// A line may rise or fall by so much of its length, as on pages that were scanned.
const SLANT: f64 = 0.1;

/// Smaller letters, in points, are not for reading.
const SMALLEST: f64 = 1.0;

/// How far apart the same letter is when it is painted twice, in its size.
const HAIR: f64 = 0.1;

/// The width of a letter whose font does not say it, in its size.
const USUAL_WIDTH: f32 = 0.5;

impl<'a> Device<'a> for Painter {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let advance = f64::from(advance.unwrap_or(USUAL_WIDTH * EM as f32));
            match glyph.as_unicode() {
                Some(BfString::Char(c)) => self.take(c, place, advance),
                Some(BfString::String(text)) => {
                    let each = advance / text.chars().count().max(1) as f64;
                    for (c, number) in text.chars().zip(0_u32..) {
                        let shift = Affine::translate((each * f64::from(number), 0.0));
                        self.take(c, place * shift, each);
                    }
                }
                // A letter that cannot be read must not be passed over: "4?0" is not "40".
                None => self.take('\u{fffd}', place, advance),
            }
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// Letters of half their size in width, from a place on.
#[cfg(test)]
pub(super) fn painted(text: &str, x: f64, y: f64, size: f64) -> Vec<Painted> {
    let places = text.chars().zip(0_u32..);
    let at = |n: u32| x + f64::from(n) * size / 2.0;
    let letters = places.map(|(c, n)| Painted {
        c,
        x: at(n),
        y,
        end: at(n + 1),
        size,
    });
    letters.collect()
}
