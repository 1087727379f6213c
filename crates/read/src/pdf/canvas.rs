//! What a page shows, as whole numbers: characters with their places, and ruling lines.
//!
//! The only module, with [`super::open`], that knows the library which interprets PDF files.

use hayro_interpret::font::{Glyph as Shape, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};

/// One point (1/72 inch) in the unit of all places here.
pub(super) const POINT: i32 = 100;

/// Filled shapes up to this thickness, and strokes, are ruling lines.
const THICKEST: i32 = 3 * POINT;

/// Places outside this are no places on a page; sums of a few of them stay far from overflow.
const FARTHEST: f64 = 1e7;

/// A character where it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    /// The character; a blank for every kind of blank.
    pub(super) c: char,
    /// Its middle on the page, y downwards.
    pub(super) x: i32,
    pub(super) y: i32,
    /// Along the line of text: where it begins and ends.
    pub(super) start: i32,
    pub(super) end: i32,
    /// Across lines: its baseline.
    pub(super) base: i32,
    /// Height of the type.
    pub(super) size: i32,
    /// Direction of the line in quarter turns clockwise; vertical writing is 1.
    pub(super) turn: u8,
}

/// A ruling line, horizontal or vertical.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rule {
    pub(super) is_horizontal: bool,
    /// Its y when horizontal, else its x.
    pub(super) at: i32,
    pub(super) from: i32,
    pub(super) to: i32,
}

/// Everything of a page that matters to a reader of text.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rules: Vec<Rule>,
    pub(super) height: i32,
    /// Characters that the file does not map to Unicode.
    pub(super) unmapped: u32,
    /// Characters that are not painted: a layer laid over a picture by a recogniser.
    pub(super) invisible: u32,
}

/// The middle and the line of a point in the frame of text that runs in direction `turn`: along, across.
pub(super) const fn frame(turn: u8, x: i32, y: i32) -> (i32, i32) {
    match turn {
        0 => (x, y),
        1 => (y, -x),
        2 => (-x, -y),
        _ => (-y, x),
    }
}

impl Page {
    /// Turns a page on which nearly all text lies on its side, so that it stands upright.
    pub(super) fn stand_up(&mut self, sideways: [usize; 4]) {
        let Some(turn) = (1..4_u8).find(|&turn| sideways[turn as usize] * 2 > self.glyphs.len()) else {
            return;
        };
        for glyph in &mut self.glyphs {
            (glyph.x, glyph.y) = frame(turn, glyph.x, glyph.y);
            glyph.turn = (glyph.turn + 4 - turn) % 4;
        }
        for rule in &mut self.rules {
            let (along, across) = match (turn, rule.is_horizontal) {
                (2, _) => ((-rule.to, -rule.from), -rule.at),
                (1, true) | (3, false) => ((-rule.to, -rule.from), rule.at),
                (1, false) => ((rule.from, rule.to), -rule.at),
                (_, _) => ((rule.from, rule.to), rule.at),
            };
            // Along y becomes along x and the reverse; the direction that is turned away from counts backwards.
            *rule = if turn == 2 {
                Rule { is_horizontal: rule.is_horizontal, at: across, from: along.0, to: along.1 }
            } else {
                turned(*rule, turn)
            };
        }
        // Every place is relative to the page's own frame from here on.
        self.height = 0;
    }
}

/// `rule` in the frame of text that runs in direction `turn`, 1 or 3.
fn turned(rule: Rule, turn: u8) -> Rule {
    let ends = if rule.is_horizontal {
        [(rule.from, rule.at), (rule.to, rule.at)]
    } else {
        [(rule.at, rule.from), (rule.at, rule.to)]
    };
    let [(x0, y0), (x1, y1)] = ends.map(|(x, y)| frame(turn, x, y));
    if rule.is_horizontal {
        Rule { is_horizontal: false, at: x0, from: y0.min(y1), to: y0.max(y1) }
    } else {
        Rule { is_horizontal: true, at: y0, from: x0.min(x1), to: x0.max(x1) }
    }
}
