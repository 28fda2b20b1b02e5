//! The house style, as far as a machine can see it and clippy does not look.

use crate::sources::{manifests, read, rust_files, sources, text_files};

/// The most lines of a file; a file of one idea has fewer.
const MOST_LINES: usize = 400;

#[test]
fn every_file_opens_with_why_it_exists() {
    for source in rust_files() {
        let first = source.text.lines().next().unwrap_or_default();
        assert!(
            first.starts_with("//! ") && first.len() > 12,
            "{}: {first}",
            source.path
        );
    }
}

#[test]
fn no_file_outgrows_one_idea() {
    // Tests are apart. A table of data that has to be longer would be named here, with the reason.
    for source in sources() {
        let lines = source.text.lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", source.path);
    }
}

#[test]
fn files_are_named_for_what_they_hold() {
    let says_nothing = [
        "common",
        "constants",
        "helpers",
        "misc",
        "mod",
        "shared",
        "types",
        "utils",
    ];
    for source in rust_files() {
        let name = source
            .path
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".rs");
        assert!(!says_nothing.contains(&name), "{}", source.path);
    }
}

#[test]
fn every_crate_keeps_the_rules_of_the_workspace() {
    let root = read("Cargo.toml");
    for lint in [
        "missing_docs",
        "unreachable_pub",
        "unwrap_used",
        "expect_used",
        "too_many_lines",
    ] {
        assert!(root.contains(&format!("\n{lint} = \"warn\"\n")), "{lint}");
    }
    assert!(root.contains("\nunsafe_code = \"forbid\"\n"));
    assert!(read("clippy.toml").contains("too-many-lines-threshold = 60"));
    for manifest in manifests() {
        let (name, text) = (&manifest.name, &manifest.text);
        assert!(text.contains("[lints]\nworkspace = true"), "{name}: lints");
        assert!(
            text.contains(&format!("\nname = \"{name}\"\n")),
            "{name}: folder and crate have one name"
        );
        assert!(text.contains("\ndescription = \""), "{name}: description");
        for key in ["version", "edition", "rust-version", "license", "publish"] {
            assert!(
                text.contains(&format!("\n{key}.workspace = true\n")),
                "{name}: {key}"
            );
        }
    }
}

#[test]
fn no_merge_is_left_half_done() {
    let files = text_files();
    assert!(files.len() > 500, "only {} files", files.len());
    for file in files {
        let is_mark = |line: &&str| {
            let mut marks = ["<<<<<<<", "|||||||", ">>>>>>>"].iter();
            marks.any(|mark| {
                line.strip_prefix(mark)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            })
        };
        assert_eq!(file.text.lines().find(is_mark), None, "{}", file.path);
    }
}

#[test]
fn versions_are_told_in_one_place() {
    for manifest in manifests() {
        let told = manifest.text.lines().find(|line| {
            let is_version = line.split_once(" = \"").is_some_and(|(_, value)| {
                value.starts_with(|c: char| c.is_ascii_digit() || "=^~<>".contains(c))
            });
            is_version || line.contains("version = ") || line.contains("path = \"../")
        });
        assert_eq!(told, None, "{}", manifest.name);
    }
    assert!(
        read("Cargo.toml").contains("\nwasm-bindgen = \"="),
        "it must equal wasm-bindgen-cli"
    );
    assert!(read("Cargo.lock").contains("name = \"wasm-bindgen\""));
}

#[test]
fn npm_packages_are_pinned() {
    let package: serde_json::Value = serde_json::from_str(&read("tests/package.json")).unwrap_or_default();
    let packages = package["devDependencies"].as_object();
    let versions: Vec<_> = packages.into_iter().flatten().collect();
    assert!(!versions.is_empty());
    let lock = read("tests/package-lock.json");
    for (name, version) in versions {
        let version = version.as_str().unwrap_or_default();
        assert!(
            version.starts_with(|c: char| c.is_ascii_digit()),
            "{name}: {version}"
        );
        assert!(
            lock.contains(&format!("\"{name}\": \"{version}\"")),
            "{name} in the lock file"
        );
    }
}
