//! Nothing is built here: Cargo wants a build script beside `links`, and `links` makes it refuse two versions of this
//! crate in one program. Each would have a registry of its own, and the extractors of one would vanish.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}
