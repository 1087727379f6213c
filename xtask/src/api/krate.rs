//! The modules of one crate, read from its files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use syn::{Attribute, Item, Meta};

/// A module: its items, and the modules in it.
#[derive(Debug)]
pub(super) struct Module {
    /// The names from the crate's root to here.
    pub(super) path: Vec<String>,
    /// Items, the modules left out.
    pub(super) items: Vec<Item>,
    /// Modules in it by name, tests left out.
    pub(super) modules: BTreeMap<String, Child>,
}

/// A module in another.
#[derive(Debug)]
pub(super) struct Child {
    /// The declaration without its items, for its visibility and attributes.
    pub(super) declared: syn::ItemMod,
    /// What is in it.
    pub(super) module: Module,
}

/// Reads the crate whose root is the file `source`.
pub(super) fn load(source: &Path) -> Result<Module, Vec<String>> {
    let folder = source.parent().unwrap_or(source);
    module(parse(source)?, folder, Vec::new())
}

fn parse(file: &Path) -> Result<Vec<Item>, Vec<String>> {
    let text = fs::read_to_string(file).map_err(|error| vec![format!("{}: {error}", file.display())])?;
    let parsed = syn::parse_file(&text).map_err(|error| vec![format!("{}: {error}", file.display())])?;
    Ok(parsed.items)
}

/// A module whose items are `all` and whose files stand in `folder`.
fn module(all: Vec<Item>, folder: &Path, path: Vec<String>) -> Result<Module, Vec<String>> {
    let (mut items, mut modules) = (Vec::new(), BTreeMap::new());
    for item in all {
        let Item::Mod(mut declared) = item else {
            items.push(item);
            continue;
        };
        let name = declared.ident.to_string();
        if is_left_out(&declared.attrs) {
            continue;
        }
        let own = folder.join(&name);
        let inside = match declared.content.take() {
            Some((_, items)) => items,
            None => parse(&folder.join(format!("{name}.rs")))?,
        };
        let path = path.iter().cloned().chain([name.clone()]).collect();
        modules.insert(name, Child { declared, module: module(inside, &own, path)? });
    }
    Ok(Module { path, items, modules })
}

/// Whether an item is for tests or documentation runs only, or hidden from users.
pub(super) fn is_left_out(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => {
            ["test", "doctest"].contains(&list.tokens.to_string().as_str())
        }
        Meta::List(list) if list.path.is_ident("doc") => list.tokens.to_string() == "hidden",
        _ => false,
    })
}

impl Module {
    /// Every module of the crate, this one first.
    pub(super) fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        for child in self.modules.values() {
            all.extend(child.module.all());
        }
        all
    }

    /// The module at `path` below this one.
    pub(super) fn at(&self, path: &[String]) -> Option<&Self> {
        match path.split_first() {
            None => Some(self),
            Some((first, rest)) => self.modules.get(first)?.module.at(rest),
        }
    }
}
