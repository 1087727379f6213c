//! From the root of a crate to everything its users can name.

use super::krate::{Child, Module, is_left_out};
use super::strip::{self, PRIVATE, VALUE};
use std::collections::{BTreeMap, BTreeSet};
use syn::{Item, ItemImpl, Type, UseTree, Visibility};

/// A public item, and the module that it is defined in.
#[derive(Debug)]
struct Found<'k> {
    item: &'k Item,
    home: &'k Module,
    /// Its name where it is public: `use` may rename it.
    name: String,
}

/// What users of `krate` see, as the text of Rust without bodies.
pub(super) fn skeleton(krate: &Module) -> String {
    let mut types = BTreeSet::new();
    collect_types(krate, krate, &mut types);
    let items = items_of(krate, krate, &types);
    let text = prettyplease::unparse(&file(items));
    let mut out = String::new();
    for line in text.lines() {
        if line.contains(PRIVATE) {
            let indent = &line[..line.len() - line.trim_start().len()];
            match line.split_once('(') {
                Some((before, _)) => out.extend([before, "(/* private */);"]),
                None => out.extend([indent, "// and private fields"]),
            }
        } else {
            out.push_str(&line.replace(&format!(" = {VALUE}"), ""));
        }
        out.push('\n');
    }
    out
}

fn file(items: Vec<Item>) -> syn::File {
    syn::File { shebang: None, attrs: Vec::new(), items }
}

/// One item as text, to sort by.
fn text(item: &Item) -> String {
    prettyplease::unparse(&file(vec![item.clone()]))
}

/// Every type and trait that users can name: the module it is defined in, and its name there.
fn collect_types(krate: &Module, module: &Module, types: &mut BTreeSet<(Vec<String>, String)>) {
    for found in public(krate, module) {
        if matches!(found.item, Item::Struct(_) | Item::Enum(_) | Item::Trait(_) | Item::Union(_)) {
            types.insert((found.home.path.clone(), strip::name(found.item).unwrap_or_default()));
        }
    }
    for child in public_modules(krate, module).into_values() {
        collect_types(krate, &child.module, types);
    }
}

/// The modules that users can name in `module`: its own, and those it takes from further down.
fn public_modules<'k>(krate: &'k Module, module: &'k Module) -> BTreeMap<String, &'k Child> {
    let own = module.modules.iter().map(|(name, child)| (name.clone(), child));
    let mut all: BTreeMap<String, &Child> =
        own.filter(|(_, child)| matches!(child.declared.vis, Visibility::Public(_))).collect();
    for item in module.items.iter().filter(|item| strip::is_public(item)) {
        let Item::Use(it) = item else { continue };
        all.extend(leaves(&it.tree).into_iter().filter_map(|(path, name)| {
            let (last, folders) = path.split_last()?;
            Some((name, module_at(krate, module, folders)?.modules.get(last)?))
        }));
    }
    all
}

/// The module that the path `folders`, written in `module`, names in this crate.
fn module_at<'k>(krate: &'k Module, module: &'k Module, folders: &[String]) -> Option<&'k Module> {
    let mut at = module;
    for folder in folders {
        at = match folder.as_str() {
            "crate" => krate,
            "self" => at,
            "super" => krate.at(at.path.get(..at.path.len().saturating_sub(1))?)?,
            name => &at.modules.get(name)?.module,
        };
    }
    Some(at)
}

/// The public items of `module`, its own and those it takes from modules of the crate, by name.
fn public<'k>(krate: &'k Module, module: &'k Module) -> Vec<Found<'k>> {
    let mut found = Vec::new();
    for item in module.items.iter().filter(|item| strip::is_public(item)) {
        match item {
            Item::Use(it) if !is_left_out(&it.attrs) => {
                for (path, name) in leaves(&it.tree) {
                    if let Some((item, home)) = resolve(krate, module, &path) {
                        found.push(Found { item, home, name });
                    }
                }
            }
            Item::Use(_) => {}
            _ => found.push(Found { item, home: module, name: strip::name(item).unwrap_or_default() }),
        }
    }
    found.sort_by(|left, right| left.name.cmp(&right.name));
    found
}

/// The paths that a `use` names, each with the name it gets.
fn leaves(tree: &UseTree) -> Vec<(Vec<String>, String)> {
    match tree {
        UseTree::Path(it) => leaves(&it.tree)
            .into_iter()
            .map(|(mut path, name)| {
                path.insert(0, it.ident.to_string());
                (path, name)
            })
            .collect(),
        UseTree::Name(it) => vec![(vec![it.ident.to_string()], it.ident.to_string())],
        UseTree::Rename(it) => vec![(vec![it.ident.to_string()], it.rename.to_string())],
        UseTree::Glob(_) => vec![(vec!["*".to_owned()], "*".to_owned())],
        UseTree::Group(it) => it.items.iter().flat_map(leaves).collect(),
    }
}

/// The item that `path`, written in `module`, names in this crate; `None` when it is another crate's.
fn resolve<'k>(krate: &'k Module, module: &'k Module, path: &[String]) -> Option<(&'k Item, &'k Module)> {
    let (name, folders) = path.split_last()?;
    let at = module_at(krate, module, folders)?;
    if let Some(item) = at.items.iter().find(|item| strip::name(item).as_ref() == Some(name)) {
        return Some((item, at));
    }
    // Taken from a module further down.
    at.items.iter().find_map(|item| {
        let Item::Use(it) = item else { return None };
        let (path, _) = leaves(&it.tree).into_iter().find(|(_, known)| known == name)?;
        // A path that names itself would go round in a circle.
        (path.len() > 1).then(|| resolve(krate, at, &path))?
    })
}

/// What users see of `module`: re-exported crates first, then its items by name, each type with what is done for it.
fn items_of(krate: &Module, module: &Module, types: &BTreeSet<(Vec<String>, String)>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for item in &module.items {
        let Item::Use(it) = item else { continue };
        if !matches!(it.vis, Visibility::Public(_)) || is_left_out(&it.attrs) {
            continue;
        }
        for (path, name) in leaves(&it.tree) {
            if resolve(krate, module, &path).is_none() && !public_modules(krate, module).contains_key(&name) {
                let is_same = path.last() == Some(&name);
                let path = path.join("::");
                let text =
                    if is_same { format!("pub use {path};") } else { format!("pub use {path} as {name};") };
                items.extend(syn::parse_str::<Item>(&text));
            }
        }
    }
    items.sort_by_key(text);
    for item in &module.items {
        if let Item::Macro(it) = item
            && it.attrs.iter().any(|attribute| attribute.path().is_ident("macro_export"))
            && let Some(name) = &it.ident
        {
            items.extend(syn::parse_str::<Item>(&format!("macro_rules! {name} {{ () => {{}}; }}")));
        }
    }
    for found in public(krate, module) {
        let own = strip::name(found.item).unwrap_or_default();
        let mut shown = strip::item(found.item.clone());
        if own != found.name {
            rename(&mut shown, &found.name);
        }
        items.push(shown);
        if types.contains(&(found.home.path.clone(), own.clone())) {
            items.extend(impls(krate, found.home, &own, types));
        }
    }
    let modules = public_modules(krate, module);
    for (name, child) in &modules {
        let mut declared = child.declared.clone();
        strip::attributes(&mut declared.attrs);
        if let Ok(name) = syn::parse_str(name) {
            declared.ident = name;
        }
        declared.semi = None;
        declared.content = Some((syn::token::Brace::default(), items_of(krate, &child.module, types)));
        items.push(Item::Mod(declared));
    }
    items
}

fn rename(item: &mut Item, name: &str) {
    let Ok(name) = syn::parse_str::<syn::Ident>(name) else { return };
    match item {
        Item::Fn(it) => it.sig.ident = name,
        Item::Struct(it) => it.ident = name,
        Item::Enum(it) => it.ident = name,
        _ => {}
    }
}

/// The public methods of a type, and the traits that it implements.
fn impls(krate: &Module, home: &Module, name: &str, types: &BTreeSet<(Vec<String>, String)>) -> Vec<Item> {
    let mut inherent: Vec<Item> = Vec::new();
    let mut traits: Vec<(String, Item)> = Vec::new();
    for module in krate.all() {
        // A module with a type of this name of its own means that one.
        let means_another = module.path != home.path
            && module.items.iter().any(|item| strip::name(item).as_deref() == Some(name));
        if means_another {
            continue;
        }
        for item in &module.items {
            let Item::Impl(it) = item else { continue };
            if subject(it).as_deref() != Some(name) || is_left_out(&it.attrs) {
                continue;
            }
            let is_hidden_trait = it.trait_.as_ref().is_some_and(|(_, path, _)| {
                let last = path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
                let is_ours = krate.all().iter().any(|module| {
                    module.items.iter().any(|item| matches!(item, Item::Trait(it) if it.ident == last))
                });
                is_ours && !types.iter().any(|(_, known)| *known == last)
            });
            if is_hidden_trait {
                continue;
            }
            let shown = strip::item(item.clone());
            let Item::Impl(stripped) = &shown else { continue };
            if it.trait_.is_some() {
                traits.push((text(&shown), shown));
            } else if !stripped.items.is_empty() {
                inherent.push(shown);
            }
        }
    }
    traits.sort_by(|left, right| left.0.cmp(&right.0));
    inherent.into_iter().chain(traits.into_iter().map(|it| it.1)).collect()
}

/// The name of the type that an `impl` is for.
fn subject(it: &ItemImpl) -> Option<String> {
    let Type::Path(path) = &*it.self_ty else { return None };
    path.path.segments.last().map(|last| last.ident.to_string())
}
