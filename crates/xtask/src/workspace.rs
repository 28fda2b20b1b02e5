//! Where things lie: the checkout, the bundle, and the tool folder of the user.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::failure::Failure;

/// The target triple of the page.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The root of the checkout. Cargo tells it at run time; a binary started by hand falls back to
/// where it was compiled.
pub(crate) fn root() -> PathBuf {
    let manifest = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest
        .ancestors()
        .nth(2)
        .map_or_else(PathBuf::new, PathBuf::from)
}

/// The folder of the static bundle.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder of the npm package.
pub(crate) fn npm() -> PathBuf {
    root().join("target/npm")
}

/// Where cargo puts what it builds, this program among it.
pub(crate) fn target() -> PathBuf {
    let us = env::current_exe().unwrap_or_default();
    us.ancestors().nth(2).unwrap_or(Path::new("target")).to_owned()
}

/// Our command line, as built by the profile whose folder is named so, next to this program's own.
pub(crate) fn sketchlint(folder: &str) -> PathBuf {
    target().join(folder).join("sketchlint")
}

/// Where tools are kept for all checkouts of this user, each in a folder named by its version.
pub(crate) fn tool_folder() -> Result<PathBuf, Failure> {
    let absolute = |name: &str| {
        env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    absolute("XDG_CACHE_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".cache")))
        .map(|cache| cache.join("sketchlint").join("tools"))
        .ok_or(Failure::NoHome)
}

/// All files below a folder, in order of their paths; an absent folder has none.
pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => open.push(path),
                Ok(kind) if kind.is_file() => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    found
}

/// Whether a file was last written after the bundle was, so that the bundle is to be built again.
pub(crate) fn bundle_is_stale() -> bool {
    let written = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    let root = root();
    let Some(built) = written(&dist().join("index.html")) else {
        return true;
    };
    let singles = ["Cargo.toml", "Cargo.lock", "Trunk.toml"].map(|name| root.join(name));
    let sources = ["crates", "www"].map(|name| files_below(&root.join(name)));
    sources
        .into_iter()
        .flatten()
        .chain(singles)
        .filter_map(|path| written(&path))
        .any(|changed: SystemTime| changed > built)
}

/// The files in a folder itself whose names end so, in order.
pub(crate) fn files_named(folder: &Path, ending: &str) -> Vec<PathBuf> {
    files_below(folder)
        .into_iter()
        .filter(|path| path.parent() == Some(folder))
        .filter(|path| {
            let name = path.file_name().and_then(OsStr::to_str);
            name.is_some_and(|name| name.ends_with(ending))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{files_named, root};

    #[test]
    fn the_root_is_the_workspace() {
        assert!(root().join("Trunk.toml").is_file());
    }

    #[test]
    fn files_are_found_by_ending_in_the_folder_itself() {
        let found = files_named(&root().join("crates/xtask"), ".rs");
        assert!(found.is_empty(), "src/ is one level down: {found:?}");
        let sources = files_named(&root().join("crates/xtask/src"), ".rs");
        assert!(sources.iter().any(|path| path.ends_with("main.rs")));
        assert!(sources.is_sorted());
    }
}
