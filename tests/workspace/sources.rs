//! The files of the workspace, as the tests on its shape read them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The root of the checkout.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The text of a file, by its path below the root.
pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A crate under `crates/` as its manifest tells it.
pub(crate) struct Manifest {
    /// Its folder, which is its name.
    pub(crate) name: String,
    /// The whole file.
    pub(crate) text: String,
    /// What it is built from.
    pub(crate) dependencies: BTreeSet<String>,
    /// What only its tests need.
    pub(crate) dev_dependencies: BTreeSet<String>,
}

/// The manifests of all crates, by name.
pub(crate) fn manifests() -> Vec<Manifest> {
    let folders = entries(&root().join("crates")).into_iter();
    folders
        .map(|folder| {
            let name = file_name(&folder);
            let text = read(&format!("crates/{name}/Cargo.toml"));
            let (dev_dependencies, dependencies) = dependencies(&text);
            Manifest {
                name,
                text,
                dependencies,
                dev_dependencies,
            }
        })
        .collect()
}

/// The names in the dev-dependencies of a manifest, and those in all other tables of dependencies.
fn dependencies(manifest: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut dev, mut normal) = (BTreeSet::new(), BTreeSet::new());
    let mut table = "";
    for line in manifest.lines() {
        let name = if let Some(header) = line.strip_prefix('[') {
            table = header.trim_end_matches(']');
            // `[dependencies.web-sys]` is a table of one dependency.
            let Some((head, name)) = table.rsplit_once("dependencies.") else {
                continue;
            };
            table = if head.ends_with("dev-") {
                "one of dev"
            } else {
                "one"
            };
            name
        } else {
            if !table.ends_with("dependencies") {
                continue;
            }
            line.split(['.', ' ', '=']).next().unwrap_or_default()
        };
        if name.is_empty() || name.starts_with('#') {
            continue;
        }
        let names = if table.contains("dev") {
            &mut dev
        } else {
            &mut normal
        };
        names.insert(name.to_owned());
    }
    (dev, normal)
}

/// A file of Rust.
pub(crate) struct Source {
    /// Its path below the root, with `/`.
    pub(crate) path: String,
    /// The whole file.
    pub(crate) text: String,
}

impl Source {
    /// The crate under `crates/` that it belongs to.
    pub(crate) fn crate_name(&self) -> &str {
        self.path.split('/').nth(1).unwrap_or_default()
    }

    /// The lines that are neither comments nor part of the tests at the end of the file.
    pub(crate) fn code(&self) -> impl Iterator<Item = &str> {
        let end = self
            .text
            .find("#[cfg(test)]\nmod tests {")
            .unwrap_or(self.text.len());
        let lines = self.text.get(..end).unwrap_or_default().lines();
        lines.filter(|line| !line.trim_start().starts_with("//"))
    }

    /// It is compiled for tests only, because its module is declared so.
    fn is_test(&self, all: &[Self]) -> bool {
        let (folder, file) = self.path.rsplit_once('/').unwrap_or_default();
        let declaration = format!("#[cfg(test)]\nmod {};", file.trim_end_matches(".rs"));
        let parents = [
            format!("{folder}.rs"),
            format!("{folder}/lib.rs"),
            format!("{folder}/main.rs"),
        ];
        let mut parents = all.iter().filter(|source| parents.contains(&source.path));
        parents.any(|parent| parent.text.contains(&declaration))
    }
}

/// What the crates are compiled from, tests apart.
pub(crate) fn sources() -> Vec<Source> {
    let all = rust_files();
    let is_product = |source: &&Source| source.path.split('/').nth(2) == Some("src");
    let found = all
        .iter()
        .filter(is_product)
        .filter(|source| !source.is_test(&all));
    found
        .map(|source| Source {
            path: source.path.clone(),
            text: source.text.clone(),
        })
        .collect()
}

/// Every file of Rust in `crates/` and `tests/`.
pub(crate) fn rust_files() -> Vec<Source> {
    let mut found = below(&["crates", "tests"], |path| path.ends_with(".rs"));
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Every file that is a text, but for what is built, fetched or git's own.
pub(crate) fn text_files() -> Vec<Source> {
    below(&["."], |_| true)
}

/// The texts in these folders and all below them.
fn below(folders: &[&str], is_wanted: impl Fn(&str) -> bool) -> Vec<Source> {
    let mut found = Vec::new();
    let mut open: Vec<String> = folders.iter().map(|folder| (*folder).to_owned()).collect();
    while let Some(folder) = open.pop() {
        for path in entries(&root().join(&folder)) {
            let name = file_name(&path);
            let below = format!("{folder}/{name}");
            if path.is_dir() {
                let is_ours = !["target", "dist", "node_modules", ".git"].contains(&name.as_str());
                open.extend(is_ours.then_some(below));
            } else if is_wanted(&below)
                && let Ok(text) = fs::read_to_string(&path)
            {
                found.push(Source { path: below, text });
            }
        }
    }
    found
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

#[test]
fn dependencies_are_read_from_every_kind_of_table() {
    let manifest = "[package]\nname = \"x\"\n[dependencies]\n# why\nboard.workspace = true\nclap = \"4\"\n\
        [dependencies.web-sys]\nfeatures = [\n  \"Blob\",\n]\n[target.'cfg(unix)'.dev-dependencies]\ninsta = \"1\"\n";
    let (dev, normal) = dependencies(manifest);
    assert_eq!(
        normal.into_iter().collect::<Vec<_>>(),
        ["board", "clap", "web-sys"]
    );
    assert_eq!(dev.into_iter().collect::<Vec<_>>(), ["insta"]);
}

#[test]
fn tests_are_told_from_the_product() {
    let found = sources();
    assert!(found.len() > 100);
    let is_there = |path: &str| found.iter().any(|source| source.path == path);
    assert!(is_there("crates/board/src/edit.rs"));
    assert!(!is_there("crates/board/src/file/schema.rs"));
}
