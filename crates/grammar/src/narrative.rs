//! Narrative: the figures that sentences give, and what the sentences say about how they relate.
//!
//! Prose outside the tables is normalised, cut into sentences and clauses, and searched for quantities; only the
//! words beside a quantity are looked up. What was counted is named by an indicator where the words leave no doubt
//! (`lexicon`), and by its noun phrase anyway. Nothing here compares figures: a [`Statement`] says what a sentence
//! claims, with every admissible choice of figures where the words leave it open.

mod averages;
mod body;
mod claim;
mod closure;
mod complement;
mod distribute;
mod entries;
mod figures;
mod growth;
mod known;
mod lexicon;
mod marks;
mod mentions;
mod outcomes;
mod parts;
mod period;
mod phrase;
mod portions;
mod prose;
mod rule;
mod sentence;
mod settle;
mod shares;
mod sides;
mod statements;
mod totals;
mod vocabulary;
mod wholes;
mod writer;
mod zero;

use crate::narrative::lexicon::Lexicon;
use crate::narrative::marks::Passage;
use crate::narrative::prose::Prose;
use crate::narrative::writer::{Figures, Writer};
use gongkai_document::Document;
use gongkai_model::{Mention, Statement};
use gongkai_text::Span;

/// A chapter of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Its number.
    pub number: u32,
    /// Where it begins in the source.
    pub start: u32,
    /// Its heading speaks of applications for information.
    pub applications: bool,
    /// Its heading speaks of reviews and litigation.
    pub proceedings: bool,
}

/// What is known of a report before its prose is read.
#[derive(Clone, Copy, Default)]
pub struct Frame<'a> {
    /// Where its tables stand in the source; what they cover is no prose.
    pub tables: &'a [Span],
    /// The chapters, in order.
    pub chapters: &'a [Chapter],
    /// Report year.
    pub year: Option<u16>,
    /// Whether a government reports, with departments and lower levels below it.
    pub is_government: bool,
    /// Whether the tables have a cell of an indicator: of several ids for one thing that one is taken.
    pub has: Option<&'a dyn Fn(&str) -> bool>,
}

impl std::fmt::Debug for Frame<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { tables, chapters, year, is_government, has } = self;
        f.debug_struct("Frame")
            .field("tables", tables)
            .field("chapters", chapters)
            .field("year", year)
            .field("is_government", is_government)
            .field("has", &has.is_some())
            .finish()
    }
}

/// What the prose of a document says in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrative {
    /// Every figure, in reading order.
    pub mentions: Vec<Mention>,
    /// What is said about them; numbers are positions in `mentions`.
    pub statements: Vec<Statement>,
}

/// Reads the prose of `document`.
///
/// ```
/// use gongkai_document::Builder;
/// use gongkai_grammar::narrative::{Frame, narrative};
/// use gongkai_text::{Carrier, Span};
///
/// let text = "全年收到政府信息公开申请12件，其中自然人9件、商业企业2件、其他1件。";
/// let mut builder = Builder::new(text, Carrier::Text);
/// builder.paragraph(Span::new(0, text.len() as u32));
/// let found = narrative(&builder.finish(), &Frame::default());
/// assert_eq!(found.mentions[0].indicator.as_deref(), Some("applications.received.total"));
/// assert_eq!((found.mentions.len(), found.statements.len()), (4, 1));
/// ```
pub fn narrative(document: &Document, frame: &Frame<'_>) -> Narrative {
    let lexicon = Lexicon::get();
    let read = |prose: Prose| {
        let marks = lexicon.marks(prose.text());
        let figures = figures::figures(prose.text());
        (prose, marks, figures)
    };
    let runs: Vec<_> = Prose::of(document, frame.tables).into_iter().map(read).collect();
    let figures = runs.iter().map(|(_, _, (quantities, _))| quantities.len()).sum();
    let mut writer = Writer::new(document, frame, figures);
    for (prose, marks, (quantities, stray)) in &runs {
        writer.run(prose, Passage::new(prose.text(), marks), Figures { quantities, stray });
    }
    writer.finish()
}
