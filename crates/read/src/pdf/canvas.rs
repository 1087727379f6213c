//! What a page shows, as whole numbers: characters with their places, and ruling lines.

/// One point (1/72 inch) in the unit of all places here.
pub(super) const POINT: i32 = 100;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) is_horizontal: bool,
    /// Its y when horizontal, else its x.
    pub(super) at: i32,
    pub(super) from: i32,
    pub(super) to: i32,
}

impl Rule {
    /// The rule between two points that lie on a horizontal or vertical line, or nearly.
    pub(super) fn between((x0, y0): (i32, i32), (x1, y1): (i32, i32)) -> Self {
        if (x1 - x0).abs() >= (y1 - y0).abs() {
            Self { is_horizontal: true, at: i32::midpoint(y0, y1), from: x0.min(x1), to: x0.max(x1) }
        } else {
            Self { is_horizontal: false, at: i32::midpoint(x0, x1), from: y0.min(y1), to: y0.max(y1) }
        }
    }
}

/// Everything of a page that matters to a reader of text.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rules: Vec<Rule>,
    /// The y of its upper and its lower edge.
    pub(super) edges: (i32, i32),
    /// Nothing at all is drawn on it.
    pub(super) is_empty: bool,
    /// Characters that the file does not map to Unicode.
    pub(super) unmapped: usize,
    /// Characters that are not painted: a layer that a recogniser laid over a picture.
    pub(super) invisible: usize,
}

/// The point as text that runs in direction `turn` sees it: along the line, across lines.
pub(super) const fn frame(turn: u8, (x, y): (i32, i32)) -> (i32, i32) {
    match turn {
        0 => (x, y),
        1 => (y, -x),
        2 => (-x, -y),
        _ => (-y, x),
    }
}

impl Page {
    /// Turns the page so that text in direction `turn` stands upright.
    pub(super) fn stand_up(&mut self, turn: u8, width: i32) {
        for glyph in &mut self.glyphs {
            (glyph.x, glyph.y) = frame(turn, (glyph.x, glyph.y));
            glyph.turn = (glyph.turn + 4 - turn) % 4;
        }
        for rule in &mut self.rules {
            let ends = if rule.is_horizontal {
                [(rule.from, rule.at), (rule.to, rule.at)]
            } else {
                [(rule.at, rule.from), (rule.at, rule.to)]
            };
            let [from, to] = ends.map(|end| frame(turn, end));
            *rule = Rule::between(from, to);
        }
        let corners = [(0, self.edges.0), (width, self.edges.1)].map(|corner| frame(turn, corner).1);
        self.edges = (corners[0].min(corners[1]), corners[0].max(corners[1]));
    }
}
