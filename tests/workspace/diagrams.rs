//! The boards in `diagrams/` are files that a person can open, save and find unchanged.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The folder of boards drawn from what others published, which answer no prompt.
const PUBLISHED: &str = "published";

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../diagrams")
}

/// Every board with its path below `diagrams/`, sorted.
pub(crate) fn boards() -> Vec<(String, String)> {
    let mut boards = Vec::new();
    for path in entries(&folder())
        .iter()
        .filter(|path| path.is_dir())
        .flat_map(|path| entries(path))
    {
        let name = path
            .strip_prefix(folder())
            .unwrap()
            .to_string_lossy()
            .into_owned();
        assert!(name.ends_with(".board.json"), "{name} is not a board");
        boards.push((name, std::fs::read_to_string(path).unwrap()));
    }
    boards
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn reading_and_writing_changes_nothing() {
    for (name, text) in boards() {
        let opened = board::file::read(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(opened.dropped, [], "{name}");
        assert_eq!(
            board::file::write(&opened.board, &opened.log),
            text,
            "{name} is not as it would be saved"
        );
    }
}

#[test]
fn a_component_is_said_only_where_the_label_does_not_name_it() {
    for (name, text) in boards() {
        let opened = board::file::read(&text).unwrap();
        for (id, record) in opened.board.boxes() {
            let named = catalog::recognise(&record.label).map(|named| named.component.id);
            if record.component.is_some() {
                assert_ne!(
                    named,
                    record.component.as_deref(),
                    "{name}: {id} says twice what it is"
                );
            }
        }
    }
}

#[test]
fn every_prompt_has_a_senior_and_a_junior_board_of_its_own() {
    for (name, text) in boards() {
        let (prompt, file) = name.split_once('/').unwrap();
        if prompt == PUBLISHED {
            continue;
        }
        assert!(
            ["senior.board.json", "junior.board.json"].contains(&file),
            "{name}"
        );
        let opened = board::file::read(&text).unwrap();
        assert_eq!(opened.board.brief().prompt.as_deref(), Some(prompt), "{name}");
    }
    let all = boards();
    for prompt in catalog::prompts() {
        for by in ["senior", "junior"] {
            let wanted = format!("{}/{by}.board.json", prompt.id);
            assert!(all.iter().any(|(name, _)| *name == wanted), "{wanted} is missing");
        }
    }
}

#[test]
fn every_published_board_names_its_sources() {
    let published = format!("{PUBLISHED}/");
    let mut seen = 0;
    for (name, text) in boards()
        .into_iter()
        .filter(|(name, _)| name.starts_with(&published))
    {
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        let sources = json["x-source"].as_array().unwrap();
        assert!(!sources.is_empty(), "{name}");
        for source in sources {
            for key in ["title", "url", "date"] {
                assert!(source[key].is_string(), "{name}: {key} of a source");
            }
        }
        seen += 1;
    }
    assert!(seen >= 3, "{seen} boards of published systems");
}

#[test]
fn no_two_boxes_lie_on_each_other() {
    for (name, text) in boards() {
        let board = board::file::read(&text).unwrap().board;
        let mut taken = BTreeSet::new();
        for (id, record) in board.boxes() {
            // Columns and rows leave room for the constraints beneath a box.
            let (column, row) = ((record.at.x / 280.0).floor(), (record.at.y / 220.0).floor());
            assert!(
                taken.insert((column as i64, row as i64)),
                "{name}: {id} shares its place"
            );
        }
    }
}

#[test]
fn the_readme_names_every_board() {
    let readme = std::fs::read_to_string(folder().join("README.md")).unwrap();
    for (name, _) in boards() {
        assert!(readme.contains(&format!("`{name}`")), "{name}");
    }
}
