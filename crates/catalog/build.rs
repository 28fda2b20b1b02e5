//! Turns the data files of the catalogue into tables of Rust, and refuses what does not make sense by file and block.

#[path = "build/block.rs"]
mod block;
#[path = "build/figure.rs"]
mod figure;
#[path = "src/nature.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    clippy::enum_variant_names,
    reason = "shared with the crate, where it is public"
)]
mod nature;
#[path = "build/table.rs"]
mod table;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use block::{Block, SourceBlock};
use nature::Family;

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=components");
    println!("cargo::rerun-if-changed=sources.toml");
    let sources: BTreeMap<String, SourceBlock> = parse(Path::new("sources.toml"))?;
    let mut blocks = Vec::new();
    for &family in Family::ALL {
        let path = PathBuf::from(format!("components/{}.toml", family.as_str()));
        let file: toml::Table = parse(&path)?;
        for (id, value) in file {
            let place = format!("{}: [{id}]", path.display());
            let block: Block = value.try_into().map_err(|error| format!("{place}: {error}"))?;
            blocks.push((place, id, family, block));
        }
    }
    let folder = PathBuf::from(env::var("OUT_DIR").map_err(|error| error.to_string())?);
    let write = |name: &str, text: String| {
        fs::write(folder.join(name), text).map_err(|error| format!("{name}: {error}"))
    };
    write("components.rs", table::components(&blocks, &sources)?)?;
    write("sources.rs", table::sources(&sources)?)
}

fn parse<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}
