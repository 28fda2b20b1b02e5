//! What the documents say is so: links lead somewhere, commands and keys exist, and what they show is what comes out.

use std::path::Path;

use crate::sources::{manifests, read, root};

const DOCUMENTS: [&str; 5] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "diagrams/README.md",
];

/// The parts of `text` that stand between `open` and `close`.
fn between<'t>(text: &'t str, open: &'t str, close: &'t str) -> impl Iterator<Item = &'t str> {
    let rest = text.split(open).skip(1);
    rest.filter_map(move |rest| rest.split_once(close).map(|(part, _)| part))
}

/// The pieces of code within the lines of a document; its blocks of code are apart.
fn code_spans(text: &str) -> Vec<&str> {
    let prose = text.split("```").step_by(2);
    prose
        .flat_map(|prose| prose.split('`').skip(1).step_by(2))
        .collect()
}

#[test]
fn links_lead_somewhere() {
    for document in DOCUMENTS {
        let text = read(document);
        let folder = Path::new(document).parent().unwrap_or(Path::new(""));
        for link in between(&text, "](", ")") {
            let path = link.split('#').next().unwrap_or_default();
            if path.is_empty() || path.starts_with("http") {
                continue;
            }
            assert!(
                root().join(folder).join(path).exists(),
                "{document} links to {path}"
            );
        }
    }
}

#[test]
fn files_that_are_named_exist() {
    for document in DOCUMENTS {
        let text = read(document);
        for span in code_spans(&text) {
            let is_path = ["crates/", "tests/", "www/", "diagrams/"]
                .iter()
                .any(|top| span.starts_with(top));
            if is_path && !span.contains(|c: char| c.is_uppercase() || c == '*' || c == ' ') {
                assert!(root().join(span).exists(), "{document} names {span}");
            }
        }
    }
}

#[test]
fn the_map_shows_every_crate_and_where_to_begin() {
    let map = read("ARCHITECTURE.md");
    for manifest in manifests() {
        let row = format!("| [`{0}`](crates/{0}) |", manifest.name);
        assert!(map.contains(&row), "no row begins {row}");
    }
}

#[test]
fn every_dependency_has_a_reason() {
    let reasons = read("ARCHITECTURE.md");
    let reasons = reasons.split("## Dependencies").nth(1).unwrap_or_default();
    let told: Vec<_> = reasons.split([' ', ',', '|']).collect();
    let workspace = read("Cargo.toml");
    let crates = workspace.split("[workspace.dependencies]").nth(1);
    let crates = crates
        .and_then(|rest| rest.split("[workspace.lints").next())
        .unwrap_or_default();
    let foreign = crates
        .lines()
        .filter(|line| !line.contains("path = ") && !line.starts_with('#'));
    let package = read("tests/package.json");
    let packages = between(&package, "\"devDependencies\": {", "}")
        .next()
        .unwrap_or_default();
    let names: Vec<_> = foreign
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name)
        .chain(packages.lines().filter_map(|line| line.split('"').nth(1)))
        .collect();
    assert!(names.len() > 20, "only {names:?}");
    for name in names {
        assert!(told.contains(&name), "ARCHITECTURE.md does not say why {name}");
    }
}

#[test]
fn commands_that_are_named_exist() {
    let xtask = read("crates/xtask/src/main.rs");
    let arguments = read("crates/cli/src/arguments.rs");
    let commands = arguments
        .split("pub(crate) enum Command {")
        .nth(1)
        .unwrap_or_default()
        .to_ascii_lowercase();
    for document in DOCUMENTS {
        let text = read(document);
        let first_word = |rest: &str| {
            rest.split(|c: char| !c.is_ascii_lowercase())
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        for word in text.split("cargo xtask ").skip(1).map(first_word) {
            assert!(
                xtask.contains(&format!("\"{word}\" => ")),
                "{document}: cargo xtask {word}"
            );
        }
        let typed = text
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("sketchlint "));
        for word in typed.map(first_word).filter(|word| !word.is_empty()) {
            assert!(
                commands.contains(&format!("    {word}({word})")),
                "{document}: sketchlint {word}"
            );
        }
    }
}

#[test]
fn keys_that_the_readme_lists_are_bound() {
    let readme = read("README.md");
    let table = readme
        .split("| keys |")
        .nth(1)
        .and_then(|rest| rest.split("\n\n").next())
        .unwrap_or_default();
    let keys: Vec<_> = table
        .lines()
        .filter_map(|row| row.split('|').nth(1))
        .flat_map(code_spans)
        .collect();
    assert!(keys.len() >= 20, "only {keys:?}");
    let bound = read("crates/editor/src/keymap.rs");
    for key in keys {
        assert!(
            bound.contains(&format!("\"{key}\"")),
            "no command has the key {key}"
        );
    }
}

#[test]
fn the_findings_that_the_readme_shows_are_found() {
    let readme = read("README.md");
    let board = board::file::read(&read("diagrams/fraud-50k/junior.board.json"));
    let report = board
        .map(|opened| lint::check(&opened.board, &lint::Options::default()))
        .unwrap_or_default();
    let shown: Vec<_> = readme
        .lines()
        .filter(|line| line.starts_with("error[") || line.starts_with("warning["))
        .collect();
    assert!(shown.len() >= 3, "{shown:?}");
    for line in shown {
        let is_it = |finding: &&lint::Finding| {
            let rule = finding.rule;
            line == format!(
                "{}[{} {}]: {}",
                finding.severity.as_str(),
                rule.code,
                rule.name,
                finding.message
            )
        };
        assert!(report.findings.iter().any(|finding| is_it(&finding)), "{line}");
    }
}

#[test]
fn the_board_that_the_readme_shows_can_be_opened() {
    let readme = read("README.md");
    let shown: Vec<_> = between(&readme, "```json\n", "```").collect();
    assert_eq!(shown.len(), 1);
    for text in shown {
        let opened = board::file::read(text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((opened.dropped.len(), opened.board.boxes().len()), (0, 1));
    }
}

#[test]
fn the_changelog_knows_the_version() {
    let root = read("Cargo.toml");
    let version = root
        .lines()
        .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    let heading = format!("## [{}]", version.unwrap_or_default());
    assert!(read("CHANGELOG.md").contains(&heading), "{heading}");
}
