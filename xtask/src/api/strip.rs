//! Items without what users do not see: bodies, values, private fields, documentation.

use syn::{Attribute, Expr, Fields, ImplItem, Item, Stmt, TraitItem, Visibility, parse_quote};

/// What stands for a private field until the text is written.
pub(super) const PRIVATE: &str = "__private";

/// What stands for the value of a constant until the text is written.
pub(super) const VALUE: &str = "__value";

/// The name of an item that can be public.
pub(super) fn name(item: &Item) -> Option<String> {
    Some(match item {
        Item::Const(it) => it.ident.to_string(),
        Item::Enum(it) => it.ident.to_string(),
        Item::Fn(it) => it.sig.ident.to_string(),
        Item::Static(it) => it.ident.to_string(),
        Item::Struct(it) => it.ident.to_string(),
        Item::Trait(it) => it.ident.to_string(),
        Item::Type(it) => it.ident.to_string(),
        Item::Union(it) => it.ident.to_string(),
        _ => return None,
    })
}

/// Whether an item that has a name is public.
pub(super) fn is_public(item: &Item) -> bool {
    let visibility = match item {
        Item::Const(it) => &it.vis,
        Item::Enum(it) => &it.vis,
        Item::Fn(it) => &it.vis,
        Item::Static(it) => &it.vis,
        Item::Struct(it) => &it.vis,
        Item::Trait(it) => &it.vis,
        Item::Type(it) => &it.vis,
        Item::Union(it) => &it.vis,
        Item::Use(it) => &it.vis,
        _ => return false,
    };
    matches!(visibility, Visibility::Public(_))
}

/// Attributes that users see the effect of.
pub(super) fn attributes(attributes: &mut Vec<Attribute>) {
    const KEPT: [&str; 7] = ["cfg", "cfg_attr", "deprecated", "derive", "must_use", "non_exhaustive", "repr"];
    attributes.retain(|attribute| KEPT.iter().any(|kept| attribute.path().is_ident(kept)));
    // How a type is serialised is the business of the JSON schema, whose tests hold it.
    attributes.retain(|attribute| {
        let text = attribute.meta.require_list().map(|list| list.tokens.to_string()).unwrap_or_default();
        !attribute.path().is_ident("cfg_attr") || text.contains("derive")
    });
}

/// What users see of `item`.
pub(super) fn item(mut item: Item) -> Item {
    let value = || -> Box<Expr> { Box::new(parse_quote!(__value)) };
    match &mut item {
        Item::Const(it) => {
            attributes(&mut it.attrs);
            it.expr = value();
        }
        Item::Static(it) => {
            attributes(&mut it.attrs);
            it.expr = value();
        }
        Item::Fn(it) => {
            attributes(&mut it.attrs);
            it.block.stmts.clear();
        }
        Item::Enum(it) => {
            attributes(&mut it.attrs);
            for variant in &mut it.variants {
                attributes(&mut variant.attrs);
                for field in &mut variant.fields {
                    attributes(&mut field.attrs);
                }
            }
        }
        Item::Struct(it) => {
            attributes(&mut it.attrs);
            fields(&mut it.fields);
        }
        Item::Trait(it) => {
            attributes(&mut it.attrs);
            for member in &mut it.items {
                match member {
                    TraitItem::Fn(it) => {
                        attributes(&mut it.attrs);
                        if let Some(body) = &mut it.default {
                            body.stmts.clear();
                        }
                    }
                    TraitItem::Const(it) => attributes(&mut it.attrs),
                    TraitItem::Type(it) => attributes(&mut it.attrs),
                    _ => {}
                }
            }
        }
        Item::Type(it) => attributes(&mut it.attrs),
        Item::Use(it) => attributes(&mut it.attrs),
        Item::Impl(it) => {
            attributes(&mut it.attrs);
            it.items.retain(|member| match member {
                ImplItem::Fn(it) => matches!(it.vis, Visibility::Public(_)),
                ImplItem::Const(it) => matches!(it.vis, Visibility::Public(_)),
                _ => false,
            });
            for member in &mut it.items {
                match member {
                    ImplItem::Fn(it) => {
                        attributes(&mut it.attrs);
                        it.block.stmts = Vec::<Stmt>::new();
                    }
                    ImplItem::Const(it) => {
                        attributes(&mut it.attrs);
                        it.expr = *value();
                    }
                    _ => {}
                }
            }
        }
        _ => {}
    }
    item
}

/// Public fields, and a placeholder where there are others.
fn fields(fields: &mut Fields) {
    let is_public = |field: &syn::Field| matches!(field.vis, Visibility::Public(_));
    let has_private = fields.iter().any(|field| !is_public(field));
    match fields {
        Fields::Named(named) => {
            named.named = std::mem::take(&mut named.named).into_iter().filter(is_public).collect();
            if has_private {
                named.named.push(parse_quote!(__private: __private));
            }
        }
        Fields::Unnamed(unnamed) if has_private => {
            unnamed.unnamed.clear();
            unnamed.unnamed.push(parse_quote!(__private));
        }
        _ => {}
    }
    for field in fields.iter_mut() {
        attributes(&mut field.attrs);
    }
}
