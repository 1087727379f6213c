//! A walk over XML in document order, within bounds.

use crate::{Phrase, ReadError};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The deepest nesting that is followed.
const DEEPEST: usize = 512;

/// One step of the walk.
pub(crate) enum Node<'e> {
    /// An element begins.
    Open(&'e Tag<'e>),
    /// The element of this name ends.
    Close(&'e str),
    /// Characters, entities resolved.
    Text(&'e str),
}

/// The beginning of an element.
pub(crate) struct Tag<'e>(&'e BytesStart<'e>);

impl Tag<'_> {
    /// Prefix and name as written.
    pub(crate) fn name(&self) -> &str {
        self.0.name().into_inner()
    }

    /// The attribute with this name behind its prefix, entities resolved.
    pub(crate) fn attribute(&self, local: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        let found = attributes.flatten().find(|attribute| attribute.key.local_name().as_ref() == local)?;
        let raw: &str = &found.value;
        Some(quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), std::borrow::Cow::into_owned))
    }

    /// The attribute as a number.
    pub(crate) fn number(&self, local: &str) -> Option<u32> {
        self.attribute(local)?.trim().parse().ok()
    }

    /// The element as a switch: there, and not said to be off.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off"))
    }
}

/// What to do with the element that begins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// Go into it.
    Enter,
    /// Leave it out, end included.
    Skip,
}

const MALFORMED: Phrase = Phrase::new("XML that is not well-formed", "XML格式有误");
const ENTITY: Phrase = Phrase::new("XML with an entity that nothing defines", "XML含未定义的实体");
const CUT: Phrase = Phrase::new("XML that ends too early", "XML不完整");

/// Walks `xml`, a part of a file of `kind`; `visit` says for each element whether to go into it.
pub(crate) fn walk(
    xml: &str,
    kind: Phrase,
    mut visit: impl FnMut(Node<'_>) -> Result<Next, ReadError>,
) -> Result<(), ReadError> {
    let damaged = |why| ReadError::Damaged { kind, why };
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{FEFF}'));
    reader.config_mut().allow_dangling_amp = true;
    let mut depth = 0_usize;
    // The depth of the element that is left out.
    let mut skipped: Option<usize> = None;
    loop {
        let event = reader.read_event().map_err(|_| damaged(MALFORMED))?;
        match event {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(ReadError::TooTangled);
                }
                if skipped.is_none() && visit(Node::Open(&Tag(&start)))? == Next::Skip {
                    skipped = Some(depth);
                }
            }
            Event::Empty(start) if skipped.is_none() => {
                let next = visit(Node::Open(&Tag(&start)))?;
                if next == Next::Enter {
                    visit(Node::Close(start.name().into_inner()))?;
                }
            }
            Event::End(end) => {
                match skipped {
                    Some(at) if at == depth => skipped = None,
                    Some(_) => {}
                    None => {
                        visit(Node::Close(end.name().into_inner()))?;
                    }
                }
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) if skipped.is_none() => {
                visit(Node::Text(&text.xml10_content()))?;
            }
            Event::CData(text) if skipped.is_none() => {
                visit(Node::Text(&text.xml10_content()))?;
            }
            Event::GeneralRef(reference) if skipped.is_none() => {
                if let Ok(Some(c)) = reference.resolve_char_ref() {
                    visit(Node::Text(c.encode_utf8(&mut [0; 4])))?;
                } else if let Some(text) = quick_xml::escape::resolve_predefined_entity(&reference) {
                    visit(Node::Text(text))?;
                } else if &*reference == "nbsp" {
                    visit(Node::Text("\u{A0}"))?;
                } else {
                    // What it stands for may be a figure, or a bomb.
                    return Err(damaged(ENTITY));
                }
            }
            Event::Eof if depth > 0 => return Err(damaged(CUT)),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
