//! The bytes of a PDF file to the marks on its pages.
//!
//! The only module that knows the library which interprets PDF files, because that breaks its interface with every
//! release. Panics in it end here. It offers no way to stop, so what has drawn too much is unwound.

use super::PDF;
use super::bounds::{self, MOST_MARKS, MOST_PAGES};
use super::canvas::{Glyph, POINT, Page, Rule, frame};
use crate::unprinted::is_unprinted;
use crate::{Phrase, ReadError};
use gongkai_text::width::plain;
use hayro_interpret::font::{Glyph as Shape, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, RenderContent, SoftMask, TransformExt, interpret_page,
};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// Filled shapes up to this thickness, and strokes up to it, are ruling lines.
const THICKEST: i32 = 3 * POINT;

/// Nothing on a page is farther out, in points; sums of such places stay far from overflow.
const FARTHEST: f64 = 100_000.0;

/// A form that is drawn costs as much as so many marks.
const FORM: u32 = 32;

/// Unwinds out of the library.
struct Overdrawn;

/// The marks on every page of the file.
pub(super) fn pages(bytes: &[u8]) -> Result<Vec<Page>, ReadError> {
    bounds::check_growth(bytes)?;
    match catch_unwind(AssertUnwindSafe(|| interpret(bytes))) {
        Ok(result) => result,
        Err(cause) if cause.is::<Overdrawn>() => Err(bounds::overfull()),
        Err(_) => Err(damaged()),
    }
}

fn interpret(bytes: &[u8]) -> Result<Vec<Page>, ReadError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadError::Locked { kind: PDF },
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => damaged(),
    })?;
    if pdf.pages().is_empty() {
        return Err(damaged());
    }
    if pdf.pages().len() > MOST_PAGES {
        return Err(bounds::overfull());
    }
    let cache = InterpreterCache::new();
    let settings =
        InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
    let mut marks = MOST_MARKS;
    let mut pages = Vec::with_capacity(pdf.pages().len());
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let upright = page.initial_transform(true).to_kurbo();
        let frame = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(upright, frame, &cache, pdf.xref(), settings.clone());
        let mut canvas = Canvas {
            page: Page { edges: (0, unit(f64::from(height))), ..Page::default() },
            width: unit(f64::from(width)),
            sideways: [0; 4],
            marks,
        };
        interpret_page(page, &mut context, &mut canvas);
        canvas.page.is_empty = canvas.marks == marks;
        marks = canvas.marks;
        pages.push(canvas.finish());
    }
    // Not a scan: its contents are lost.
    if pages.iter().all(|page| page.is_empty) {
        return Err(damaged());
    }
    Ok(pages)
}

const fn damaged() -> ReadError {
    let why = Phrase::new("one that is cut off or broken", "残缺或损坏的文件");
    ReadError::Damaged { kind: PDF, why }
}

/// Points to whole units.
fn unit(points: f64) -> i32 {
    (points.clamp(-FARTHEST, FARTHEST) * f64::from(POINT)).round() as i32
}

fn place(point: Point) -> (i32, i32) {
    (unit(point.x), unit(point.y))
}

/// Collects the marks of one page.
struct Canvas {
    page: Page,
    width: i32,
    /// Characters in each direction, vertical writing apart.
    sideways: [usize; 4],
    /// How many more marks the document may hold.
    marks: u32,
}

impl Canvas {
    fn count(&mut self, marks: u32) {
        match self.marks.checked_sub(marks) {
            Some(left) => self.marks = left,
            None => resume_unwind(Box::new(Overdrawn)),
        }
    }

    fn finish(mut self) -> Page {
        let turn = (1..4).find(|&turn| self.sideways[turn] * 2 > self.page.glyphs.len());
        if let Some(turn) = turn {
            self.page.stand_up(turn as u8, self.width);
        }
        self.page
    }

    fn rule(&mut self, from: (i32, i32), to: (i32, i32)) {
        self.count(1);
        let (width, height) = ((from.0 - to.0).abs(), (from.1 - to.1).abs());
        if width.min(height) <= POINT / 2 && width.max(height) > 0 {
            self.page.rules.push(Rule::between(from, to));
        }
    }

    /// A filled shape: a ruling line when it is thin.
    fn fill(&mut self, first: (i32, i32), last: (i32, i32)) {
        self.count(1);
        let (width, height) = ((first.0 - last.0).abs(), (first.1 - last.1).abs());
        let middle = (i32::midpoint(first.0, last.0), i32::midpoint(first.1, last.1));
        if height <= THICKEST && height <= width {
            self.rule((first.0, middle.1), (last.0, middle.1));
        }
        if width <= THICKEST && width <= height {
            self.rule((middle.0, first.1), (middle.0, last.1));
        }
    }

    /// The pieces of a path: their straight lines when stroked, their bounds when filled.
    fn path(&mut self, path: &BezPath, transform: Affine, is_stroke: bool) {
        let mut first = (0, 0);
        let mut last = (0, 0);
        let mut bounds: Option<[i32; 4]> = None;
        let mut curved = false;
        for element in path.elements() {
            let next = match *element {
                PathEl::MoveTo(point) => {
                    if let Some([x0, y0, x1, y1]) = bounds.take()
                        && !is_stroke
                    {
                        self.fill((x0, y0), (x1, y1));
                    }
                    first = place(transform * point);
                    last = first;
                    bounds = Some([first.0, first.1, first.0, first.1]);
                    continue;
                }
                PathEl::LineTo(point) => place(transform * point),
                PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => {
                    curved = true;
                    place(transform * point)
                }
                PathEl::ClosePath => first,
            };
            if is_stroke && !curved {
                self.rule(last, next);
            }
            curved = false;
            last = next;
            bounds = bounds
                .map(|[x0, y0, x1, y1]| [x0.min(next.0), y0.min(next.1), x1.max(next.0), y1.max(next.1)]);
        }
        if let Some([x0, y0, x1, y1]) = bounds
            && !is_stroke
        {
            self.fill((x0, y0), (x1, y1));
        }
    }

    /// One character, whose glyph space (1000 to the em) `transform` takes to the page.
    fn glyph(&mut self, shape: &Shape<'_>, transform: Affine, is_vertical: bool) {
        self.count(1);
        let code = shape.as_unicode().unwrap_or_else(|| {
            self.page.unmapped += 1;
            BfString::Char(char::REPLACEMENT_CHARACTER)
        });
        let mut one = [0; 4];
        let text: &str = match &code {
            BfString::Char(c) => c.encode_utf8(&mut one),
            BfString::String(text) => text,
        };
        let advance = match shape {
            Shape::Outline(outline) => outline.advance_width(),
            Shape::Type3(drawn) => drawn.advance_width(),
        };
        let usual = if text.is_ascii() { 500.0 } else { 1000.0 };
        let advance = advance.map_or(usual, f64::from);
        let advance = if advance > 0.0 { advance } else { usual };
        let width = advance / f64::from(text.chars().count().max(1) as u32);
        for (at, letter) in (0_u32..).zip(text.chars()) {
            let left = width * f64::from(at);
            let ends = [left, left + width].map(|x| transform * Point::new(x, 0.0));
            self.char(letter, ends, transform, is_vertical);
        }
    }

    fn char(&mut self, c: char, [left, right]: [Point; 2], transform: Affine, is_vertical: bool) {
        let c = match c {
            c if is_unprinted(c) => return,
            c if c.is_whitespace() => ' ',
            c if c.is_control() => return,
            '\u{2E80}'..='\u{2FDF}' => plain(c),
            c => c,
        };
        let up = transform * Point::new(0.0, 1000.0) - transform * Point::ORIGIN;
        let middle = left.midpoint(right) + up * 0.35;
        let (x, y) = place(middle);
        if x < 0 || y < 0 || x > self.width || y > self.page.edges.1 {
            return;
        }
        let size = unit(up.hypot()).max(1);
        let run = right - left;
        let turn = if is_vertical {
            1
        } else if run.x.abs() >= run.y.abs() {
            if run.x >= 0.0 { 0 } else { 2 }
        } else if run.y > 0.0 {
            1
        } else {
            3
        };
        let (start, end, base) = if is_vertical {
            let (along, across) = frame(1, (x, y));
            (along - size / 2, along + size / 2, across)
        } else {
            self.sideways[usize::from(turn)] += 1;
            let (start, base) = frame(turn, place(left));
            let (end, _) = frame(turn, place(right));
            (start, end, base)
        };
        self.page.glyphs.push(Glyph { c, x, y, start, end: end.max(start), base, size, turn });
    }
}

impl<'a> Device<'a> for Canvas {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        match mode {
            DrawMode::Fill(_) => self.path(path, props.transform, false),
            DrawMode::Stroke(_) | DrawMode::FillAndStroke(..) => self.path(path, props.transform, true),
            DrawMode::Invisible => {}
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let is_vertical = run.writing_mode() == WritingMode::Vertical;
        if matches!(mode, DrawMode::Invisible) {
            self.page.invisible += run.glyphs().len();
        }
        for glyph in run.glyphs() {
            self.glyph(glyph, props.transform * glyph.transform(), is_vertical);
        }
    }

    // Forms come through here, each at a cost of its own, and may draw forms: so that those end.
    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count(FORM);
    }

    fn push_clip_rect(&mut self, _: &Rect) {
        self.count(1);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.count(1);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
