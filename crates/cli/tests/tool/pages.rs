//! What is told of rules and commands: `explain`, the rule book, completions, the manual.

use crate::driver::{CLEAN, COULD_NOT_RUN, Folder, as_xml};

#[test]
fn explain_lays_pages_out_for_a_terminal() {
    let folder = Folder::new("explain");
    insta::assert_snapshot!("explain", folder.run(&["explain", "OWN001"]).out);
    let family = folder.run(&["explain", "own"]);
    assert!(family.out.starts_with("OWN001 ") && family.out.contains("\n\nOWN006 owner-misspelt"));
    let two = folder.run(&["explain", "unowned-edge", "con001"]);
    assert!(two.out.contains("CON001 missing-constraint") && two.out.contains("OWN001 unowned-edge"));
    for rule in lint::RULES {
        let said = folder.run(&["explain", rule.code]);
        assert_eq!(said.status, CLEAN);
        let is_prose = |line: &&str| line.starts_with("  ") && !line.starts_with("    ");
        let lengths = said.out.lines().filter(is_prose).map(|line| line.chars().count());
        assert!(lengths.max().unwrap() <= 101, "{}", rule.code);
        assert!(
            !said.out.contains("```") && !said.out.contains("**"),
            "{}",
            said.out
        );
    }
    let wrong = folder.run(&["explain", "OWN001", "OWN99"]);
    assert_eq!((wrong.status, wrong.out.as_str()), (COULD_NOT_RUN, ""));
}

#[test]
fn the_rule_book_is_whole_and_linked_by_code() {
    let folder = Folder::new("rulebook");
    let said = folder.run(&["rulebook", "--output", "rules.html"]);
    assert_eq!(said.status, CLEAN, "{}", said.err);
    let book = folder.read("rules.html");
    assert_eq!(book, folder.run(&["rulebook"]).out);
    // What is well-formed XML but for the first line and its void elements is well-formed HTML, too.
    let xml = as_xml(&book);
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let ids: std::collections::BTreeSet<_> = tree
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect();
    for rule in lint::RULES {
        assert!(
            ids.contains(rule.code) && ids.contains(rule.name),
            "{}",
            rule.code
        );
    }
    for link in tree.descendants().filter_map(|node| node.attribute("href")) {
        assert!(
            link.strip_prefix('#').is_some_and(|id| ids.contains(id)),
            "{link} leads nowhere"
        );
    }
    let boards = tree.descendants().filter(|node| node.has_tag_name("pre")).count();
    assert_eq!(boards, 2 * lint::RULES.len());
    assert!(
        !book.contains("http:") && !book.contains("https:") && !book.contains("src="),
        "it stands alone"
    );
}

#[test]
fn shells_and_the_manual_know_every_command() {
    let folder = Folder::new("shells");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = folder.run(&["completions", shell]);
        assert_eq!(script.status, CLEAN);
        for command in ["lint", "fix", "baseline", "rulebook"] {
            assert!(script.out.contains(command), "{shell}: {command}");
        }
    }
    let page = folder.run(&["man"]);
    assert!(
        page.out.contains(".TH sketchlint 1") && page.out.contains("sketchlint\\-lint(1)"),
        "{}",
        page.out
    );
    let said = folder.run(&["man", "pages/man1"]);
    assert_eq!(said.status, CLEAN, "{}", said.err);
    assert!(
        folder
            .read("pages/man1/sketchlint-baseline-prune.1")
            .contains("\\-\\-file")
    );
}
