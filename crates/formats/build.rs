//! Lists the folder of extractors, so that a new form is one new file and nothing else.

use std::{env, fs, path::Path};

fn main() {
    let folder = Path::new("src/extractors");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the folder of extractors is part of the crate")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".rs").map(str::to_owned))
        .collect();
    names.sort();
    let root = env::var("CARGO_MANIFEST_DIR").expect("Cargo sets it");
    let lines = names
        .iter()
        .map(|name| format!("#[path = {:?}]\nmod {name};\n", format!("{root}/src/extractors/{name}.rs")));
    let out = env::var("OUT_DIR").expect("Cargo sets it");
    fs::write(Path::new(&out).join("extractors.rs"), lines.collect::<String>())
        .expect("the output folder is writable");
}
