//! PDF files of a few objects, written by hand.

use std::fmt::Write;

/// One page: drawn with y downwards from the top of A4, in points.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    content: String,
    /// Entries of the page's dictionary besides the usual ones.
    pub(crate) entries: &'static str,
}

const HEIGHT: i32 = 842;

impl Page {
    /// Text of 10 points from `x` on the baseline `y`.
    pub(crate) fn text(mut self, x: i32, y: i32, text: &str) -> Self {
        let codes = text.encode_utf16().fold(String::new(), |codes, unit| codes + &format!("{unit:04X}"));
        writeln!(self.content, "BT /F1 10 Tf 1 0 0 1 {x} {} Tm <{codes}> Tj ET", HEIGHT - y)
            .expect("a string takes all");
        self
    }

    /// Lines of text, 14 points apart.
    pub(crate) fn lines(self, x: i32, y: i32, lines: &[&str]) -> Self {
        (0..).zip(lines).fold(self, |page, (at, line)| page.text(x, y + 14 * at, line))
    }

    /// A stroke.
    pub(crate) fn stroke(mut self, x0: i32, y0: i32, x1: i32, y1: i32) -> Self {
        writeln!(self.content, "{x0} {} m {x1} {} l S", HEIGHT - y0, HEIGHT - y1)
            .expect("a string takes all");
        self
    }

    /// A filled rectangle.
    pub(crate) fn fill(mut self, x: f64, y: f64, width: f64, height: f64) -> Self {
        let bottom = f64::from(HEIGHT) - y - height;
        writeln!(self.content, "{x} {bottom} {width} {height} re f").expect("a string takes all");
        self
    }

    /// Operators as they are.
    pub(crate) fn raw(mut self, operators: &str) -> Self {
        self.content.push_str(operators);
        self
    }

    /// Strokes along all of `xs` and `ys`.
    pub(crate) fn grid(self, xs: &[i32], ys: &[i32]) -> Self {
        let (left, right) = (xs[0], xs[xs.len() - 1]);
        let (top, bottom) = (ys[0], ys[ys.len() - 1]);
        let page = ys.iter().fold(self, |page, &y| page.stroke(left, y, right, y));
        xs.iter().fold(page, |page, &x| page.stroke(x, top, x, bottom))
    }

    /// Strokes around cells of 60 by 20 points from (100, `y`), and their text in one line each.
    pub(crate) fn table(self, y: i32, rows: &[&[&str]]) -> Self {
        let columns = rows.iter().map(|row| row.len()).max().unwrap_or_default() as i32;
        let xs: Vec<i32> = (0..=columns).map(|at| 100 + 60 * at).collect();
        let ys: Vec<i32> = (0..=rows.len() as i32).map(|at| y + 20 * at).collect();
        self.grid(&xs, &ys).words(y, rows)
    }

    /// The text of such a table alone.
    pub(crate) fn words(mut self, y: i32, rows: &[&[&str]]) -> Self {
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(*cells) {
                self = self.text(105 + 60 * column, y + 14 + 20 * row, cell);
            }
        }
        self
    }
}

/// The file with `pages`, its font not embedded, its cross-reference table whole.
pub(crate) fn pdf(pages: &[Page]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", 6 + 2 * at)).collect();
    let kids = kids.join(" ");
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {}/Kids[{kids}]/MediaBox[0 0 595 842]>>", pages.len()),
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>".to_owned(),
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)\
         /Supplement 0>>/FontDescriptor 5 0 R/DW 1000/W[1 95 500]>>"
            .to_owned(),
        "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800\
         /Descent -200/CapHeight 800/StemV 80>>"
            .to_owned(),
    ];
    for (at, page) in pages.iter().enumerate() {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents {} 0 R{}>>",
            7 + 2 * at,
            page.entries
        ));
        objects.push(format!("<</Length {}>>\nstream\n{}\nendstream", page.content.len(), page.content));
    }
    file(&objects)
}

/// The file with numbered `objects`, the first of which is the catalogue.
pub(crate) fn file(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = String::new();
    for (at, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", file.len()).expect("a string takes all");
        writeln!(file, "{} 0 obj\n{object}\nendobj", at + 1).expect("a string takes all");
    }
    let (start, size) = (file.len(), objects.len() + 1);
    let head = format!("xref\n0 {size}\n0000000000 65535 f \n{table}");
    let tail = format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    [file, head, tail].concat().into_bytes()
}
