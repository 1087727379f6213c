//! The tree of a page: what html5ever builds, kept as small nodes with only what reading needs.

use super::kind::Kind;
use super::styles::{Look, Unseen};
use gongkai_text::Span;
use html5ever::interface::{ElementFlags, ExpandedName, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, QualName, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

/// How deep elements may be nested: browsers stop at about as many.
pub(crate) const MOST_DEPTH: u32 = 512;

/// How many nodes a page may have.
pub(crate) const MOST_NODES: usize = 4_000_000;

/// Text that is held back is looked for so many bytes before the place where it is given out.
const NEAR: usize = 1024;

/// No node.
pub(crate) const NONE: u32 = u32::MAX;

/// What a node is.
#[derive(Debug)]
pub(crate) enum Data {
    /// An element, or the document.
    Element(Kind),
    /// Characters, and where they come from in the source: a place as long as they are when they stand there as they
    /// are, that of an entity, or the empty place near which they must be.
    Text(StrTendril, Span),
}

/// A node and its place among the others.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) data: Data,
    pub(crate) parent: u32,
    pub(crate) first: u32,
    pub(crate) last: u32,
    pub(crate) next: u32,
    pub(crate) prev: u32,
    /// Where its content begins in the source.
    pub(crate) begins: u32,
    depth: u32,
}

/// A parsed page. Node 0 is the document.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
    /// The title that the page's metadata give, and its place in the source.
    pub(crate) title: Option<(String, Span)>,
}

/// A node as html5ever holds it.
#[derive(Clone)]
pub(super) struct Handle {
    id: u32,
    name: Rc<QualName>,
}

pub(super) struct Sink {
    source: StrTendril,
    base: u32,
    unseen: Unseen,
    nodes: RefCell<Vec<Node>>,
    title: RefCell<Option<(String, Span)>>,
    /// The piece of the source that is being read; text found in it moves the start on.
    piece: Cell<(u32, u32)>,
    /// The entity before it, where the parser has not given it out yet: it does so once it sees what follows.
    entity: Cell<Option<(u32, u32)>>,
    /// There is more of the page than is read.
    pub(super) overflow: Cell<bool>,
    nameless: Rc<QualName>,
}

impl Sink {
    pub(super) fn new(source: StrTendril, base: u32, unseen: Unseen) -> Self {
        let sink = Self {
            source,
            base,
            unseen,
            nodes: RefCell::new(Vec::with_capacity(1024)),
            title: RefCell::new(None),
            piece: Cell::new((0, 0)),
            entity: Cell::new(None),
            overflow: Cell::new(false),
            nameless: Rc::new(QualName::new(None, ns!(), LocalName::from(""))),
        };
        sink.node(Data::Element(Kind::Inline));
        sink
    }

    /// The tree that was built.
    pub(super) fn into_tree(self) -> Tree {
        Tree { nodes: self.nodes.into_inner(), title: self.title.into_inner() }
    }

    fn node(&self, data: Data) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        if nodes.len() >= MOST_NODES {
            self.overflow.set(true);
        }
        let begins = self.base + self.piece.get().1;
        nodes.push(Node {
            data,
            parent: NONE,
            first: NONE,
            last: NONE,
            next: NONE,
            prev: NONE,
            begins,
            depth: 0,
        });
        nodes.len() as u32 - 1
    }

    fn nameless(&self, data: Data) -> Handle {
        Handle { id: self.node(data), name: Rc::clone(&self.nameless) }
    }

    fn text(&self, text: StrTendril) -> u32 {
        let place = self.place(&text);
        self.node(Data::Text(text, Span::new(self.base + place.start, self.base + place.end)))
    }

    /// Begins the next piece.
    pub(super) fn begin(&self, piece: &Range<usize>) {
        let before = self.piece.replace((piece.start as u32, piece.end as u32));
        let is_entity = before.0 < before.1 && self.source.as_bytes().get(before.0 as usize) == Some(&b'&');
        self.entity.set(Some(before).filter(|_| is_entity));
    }

    /// Where `text`, which the parser gives out now, comes from; it moves the start of the piece on.
    fn place(&self, text: &str) -> Span {
        if let Some((start, end)) = self.entity.take() {
            return Span::new(start, end);
        }
        let (start, end) = self.piece.get();
        let source: &str = &self.source;
        let rest = source.get(start as usize..end as usize).unwrap_or_default();
        let len = text.len() as u32;
        if rest.starts_with(text) {
            self.piece.set((start + len, end));
            return Span::new(start, start + len);
        }
        match rest.as_bytes() {
            // The parser takes the end of a line for one character.
            [b'\r', after @ ..] if text == "\n" => {
                self.piece.set((start + 1 + u32::from(after.first() == Some(&b'\n')), end));
                Span::new(start, start + 1)
            }
            [b'&', ..] => {
                self.piece.set((end, end));
                Span::new(start, end)
            }
            _ => {
                // Text that a table does not take is held back until its next tag.
                let mut from = (start as usize).saturating_sub(NEAR);
                while !source.is_char_boundary(from) {
                    from += 1;
                }
                let held = source.get(from..start as usize).and_then(|before| before.rfind(text));
                let start = held.map_or(start, |at| (from + at) as u32);
                Span::new(start, if held.is_some() { start + len } else { start })
            }
        }
    }

    fn id(&self, child: NodeOrText<Handle>) -> u32 {
        match child {
            NodeOrText::AppendNode(node) => node.id,
            NodeOrText::AppendText(text) => self.text(text),
        }
    }

    /// Takes `id` from its parent.
    fn detach(nodes: &mut [Node], id: u32) {
        let Node { parent, next, prev, .. } = nodes[id as usize];
        if parent == NONE {
            return;
        }
        match prev {
            NONE => nodes[parent as usize].first = next,
            prev => nodes[prev as usize].next = next,
        }
        match next {
            NONE => nodes[parent as usize].last = prev,
            next => nodes[next as usize].prev = prev,
        }
        let node = &mut nodes[id as usize];
        (node.parent, node.next, node.prev) = (NONE, NONE, NONE);
    }

    /// Puts `id` under `parent`, before its child `before` or at the end.
    fn attach(&self, parent: u32, id: u32, before: u32) {
        let mut nodes = self.nodes.borrow_mut();
        Self::detach(&mut nodes, id);
        let prev = match before {
            NONE => std::mem::replace(&mut nodes[parent as usize].last, id),
            before => std::mem::replace(&mut nodes[before as usize].prev, id),
        };
        match prev {
            NONE => nodes[parent as usize].first = id,
            prev => nodes[prev as usize].next = id,
        }
        let depth = nodes[parent as usize].depth + 1;
        if depth > MOST_DEPTH {
            self.overflow.set(true);
        }
        let node = &mut nodes[id as usize];
        (node.parent, node.next, node.prev, node.depth) = (parent, before, prev, depth);
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Self;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { id: 0, name: Rc::clone(&self.nameless) }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        if &*name.local == "meta" && self.title.borrow().is_none() {
            let title = metadata_title(&attributes);
            *self.title.borrow_mut() = title.map(|title| {
                let (start, end) = self.piece.get();
                let tag = self.source.get(start as usize..end as usize).unwrap_or_default();
                let at = tag.find(&title).map_or(0, |at| at as u32);
                let start = self.base + start + at;
                let len = title.len() as u32;
                (title, Span::new(start, start + len))
            });
        }
        let by_class = !self.unseen.is_empty() && !attributes.is_empty();
        let look = if by_class { self.unseen.look(&name.local, &attributes) } else { Look::Shown };
        let kind = Kind::of(&name, &attributes, look);
        let id = self.node(Data::Element(kind));
        if kind == Kind::Control
            && let Some(value) = attributes.iter().find(|attribute| &*attribute.name.local == "value")
        {
            let (start, end) = self.piece.get();
            let tag = self.source.get(start as usize..end as usize).unwrap_or_default();
            let at = tag.find(&*value.value).map_or(0, |at| at as u32);
            let start = self.base + start + at;
            let text = self
                .node(Data::Text(value.value.clone(), Span::new(start, start + value.value.len() as u32)));
            self.attach(id, text, NONE);
        }
        Handle { id, name: Rc::new(name) }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.nameless(Data::Element(Kind::Hidden))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.nameless(Data::Element(Kind::Hidden))
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.attach(parent.id, self.id(child), NONE);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.nodes.borrow()[element.id as usize].parent != NONE;
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, left: &Handle, right: &Handle) -> bool {
        left.id == right.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, new: NodeOrText<Handle>) {
        let id = self.id(new);
        let parent = self.nodes.borrow()[sibling.id as usize].parent;
        if parent != NONE && id != sibling.id {
            self.attach(parent, id, sibling.id);
        }
    }

    fn add_attrs_if_missing(&self, _: &Handle, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &Handle) {
        Self::detach(&mut self.nodes.borrow_mut(), target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        loop {
            let first = self.nodes.borrow()[node.id as usize].first;
            if first == NONE {
                return;
            }
            self.attach(new_parent.id, first, NONE);
        }
    }
}

/// The title in a page's metadata: `<meta name="ArticleTitle" content="…">`, as the standard for government sites
/// asks for.
fn metadata_title(attributes: &[Attribute]) -> Option<String> {
    let value = |name: &str| {
        let mut found = attributes.iter().filter(|attribute| &*attribute.name.local == name);
        found.next().map(|attribute| &*attribute.value)
    };
    let named = value("name").is_some_and(|name| name.eq_ignore_ascii_case("ArticleTitle"));
    let title = value("content").filter(|_| named)?.trim();
    (!title.is_empty()).then(|| title.to_owned())
}

/// A step of a walk.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// Before the children.
    Enter(u32),
    /// After the children.
    Leave(u32),
}

impl Tree {
    /// What node `id` is.
    pub(crate) fn data(&self, id: u32) -> &Data {
        &self.nodes[id as usize].data
    }

    /// Where the content of node `id` begins in the source.
    pub(crate) fn begins(&self, id: u32) -> u32 {
        self.nodes[id as usize].begins
    }

    /// The children of node `id`.
    pub(crate) fn children(&self, id: u32) -> impl Iterator<Item = u32> + '_ {
        let first = Some(self.nodes[id as usize].first).filter(|&id| id != NONE);
        std::iter::successors(first, |&id| Some(self.nodes[id as usize].next).filter(|&id| id != NONE))
    }

    /// Walks what stands at and below `root` in reading order, without recursion; `visit` says on entering a node
    /// whether its children are visited.
    pub(crate) fn walk(&self, root: u32, mut visit: impl FnMut(Step) -> bool) {
        let mut at = root;
        loop {
            let node = &self.nodes[at as usize];
            let down = visit(Step::Enter(at)) && node.first != NONE;
            if down {
                at = node.first;
                continue;
            }
            loop {
                visit(Step::Leave(at));
                if at == root {
                    return;
                }
                let node = &self.nodes[at as usize];
                if node.next != NONE {
                    at = node.next;
                    break;
                }
                at = node.parent;
            }
        }
    }
}
