//! The formats of findings: what each says of one board, and what must hold of all of them.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::driver::{CLEAN, COULD_NOT_RUN, FINDINGS, Folder, JUNIOR, Said, shared};

/// A board with a finding that has a fix, one that is allowed, one of words, and a figure that is missing.
const BOARD: &str = r#"{
  "sketchlint": 1,
  "title": "Orders, 100 % <live>",
  "scope": {
    "latency": { "text": "p99 ≤ 200 ms" }
  },
  "boxes": [
    { "id": "shop", "role": "source", "label": "Shop", "at": [0, 0] },
    { "id": "kafka", "role": "ingest", "label": "Kafka",
      "constraints": "≥ 50k ev/s, highly available", "owner": "Orders", "at": [300, 0] },
    { "id": "desk", "role": "consumer", "label": "Desk", "at": [600, 0] }
  ],
  "edges": [
    { "id": "e1", "from": "shop", "to": "kafka", "owner": "Orders" },
    { "id": "e2", "from": "kafka", "to": "desk" }
  ],
  "allow": [{ "rule": "FLR001", "on": "kafka", "why": "it is replayed from the shop" }]
}
"#;
const ASKED: &str = "CON002,CON001,FLR001,OWN001,NUM001,NUM002,SCO001";

fn lint(name: &str, format: &str) -> Said {
    let folder = Folder::new(name)
        .with("a b.board.json", BOARD)
        .with("broken.board.json", "{ no");
    folder.run(&["lint", "--select", ASKED, "--format", format, "."])
}

fn sarif(said: &Said) -> Value {
    serde_json::from_str(&said.out).unwrap()
}

#[test]
fn each_format_says_it_in_its_own_way() {
    for format in ["github", "junit", "markdown", "text"] {
        let said = lint(&format!("says_{format}"), format);
        assert_eq!(said.status, COULD_NOT_RUN, "a file is broken");
        insta::assert_snapshot!(format, said.out);
    }
    let mut sarif = sarif(&lint("says_sarif", "sarif"));
    let driver = &mut sarif["runs"][0]["tool"]["driver"];
    assert_eq!(driver["rules"].as_array().unwrap().len(), lint::RULES.len());
    driver["rules"].take();
    driver["version"].take();
    driver["semanticVersion"].take();
    insta::assert_snapshot!("sarif", format!("{sarif:#}"));
}

#[test]
fn standard_input_has_the_name_that_it_is_given() {
    let folder = Folder::new("stdin").with("boards/sketchlint.toml", "[rules]\nall = \"off\"\n");
    let plain = folder.run_with(&["lint", "--format", "github", "-"], BOARD);
    assert!(
        plain.out.contains("file=<stdin>,") && plain.status == FINDINGS,
        "{}",
        plain.out
    );
    let named = [
        "lint",
        "--format",
        "sarif",
        "--stdin-filename",
        "boards/x.board.json",
        "-",
    ];
    let named = folder.run_with(&named, BOARD);
    assert_eq!(named.status, CLEAN, "the settings beside that name hold");
    let artifact = &sarif(&named)["runs"][0]["artifacts"][0];
    assert_eq!(artifact["location"]["uri"], "boards/x.board.json");
}

#[test]
fn every_rule_is_described_whether_it_speaks_or_not() {
    let folder = Folder::new("rules").with("a.board.json", BOARD);
    let said = folder.run(&[
        "lint",
        "--format",
        "sarif",
        "--rule-book",
        "https://example.org/rules.html",
        ".",
    ]);
    let log = sarif(&said);
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    for (described, rule) in rules.iter().zip(lint::RULES) {
        assert_eq!(
            (&described["id"], &described["name"]),
            (&rule.code.into(), &rule.name.into())
        );
        assert_eq!(
            described["helpUri"],
            format!("https://example.org/rules.html#{}", rule.code)
        );
        assert_eq!(described["help"]["markdown"], rule.page());
        let full = described["fullDescription"]["text"].as_str().unwrap();
        assert!(
            full.len() > 30 && full.ends_with(['.', ':']),
            "{}: {full}",
            rule.code
        );
    }
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
}

/// The fingerprints of all results.
fn fingerprints(log: &Value) -> BTreeSet<String> {
    let results = log["runs"][0]["results"].as_array().unwrap();
    let named = |result: &Value| result["partialFingerprints"].to_string();
    let set: BTreeSet<String> = results.iter().map(named).collect();
    assert_eq!(set.len(), results.len(), "each is told from the others");
    set
}

#[test]
fn fingerprints_survive_moves_of_boxes_and_lines() {
    let text = shared(JUNIOR);
    let mut moved: Value = serde_json::from_str(&text).unwrap();
    for record in moved["boxes"].as_array_mut().unwrap() {
        record["at"] = serde_json::json!([record["at"][0].as_f64().unwrap() + 500.0, -40]);
    }
    // Keys in another order, and all on one line.
    let moved = moved.to_string();
    let folder = Folder::new("moves").with("a.board.json", &text);
    let run = |text: &str| {
        folder.write("a.board.json", text);
        sarif(&folder.run(&["lint", "--format", "sarif", "a.board.json"]))
    };
    let (before, after) = (run(&text), run(&moved));
    assert_eq!(fingerprints(&before), fingerprints(&after));
    let line = |log: &Value| {
        log.pointer("/runs/0/results/3/locations/0/physicalLocation/region/startLine")
            .cloned()
    };
    assert_ne!(line(&before), line(&after));
}

/// The byte of `text` that a region begins or ends at, as SARIF counts.
fn byte(text: &str, line: &Value, column: &Value) -> usize {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let begin: usize = text
        .split_inclusive('\n')
        .take(number(line) - 1)
        .map(str::len)
        .sum();
    let before = text[begin..].chars().take(number(column) - 1);
    begin + before.map(char::len_utf8).sum::<usize>()
}

fn range(text: &str, region: &Value) -> std::ops::Range<usize> {
    byte(text, &region["startLine"], &region["startColumn"])
        ..byte(text, &region["endLine"], &region["endColumn"])
}

#[test]
fn regions_are_the_words_themselves() {
    let log = sarif(&lint("regions", "sarif"));
    let results = log["runs"][0]["results"].as_array().unwrap();
    let mut words = Vec::new();
    for result in results {
        let region = result.pointer("/locations/0/physicalLocation/region").unwrap();
        let snippet = region["snippet"]["text"].as_str().unwrap();
        assert_eq!(&BOARD[range(BOARD, region)], snippet);
        words.push((result["ruleId"].as_str().unwrap(), snippet));
    }
    assert!(words.contains(&("CON002", "highly available")), "{words:?}");
    assert!(words.contains(&("OWN001", "e2")), "{words:?}");
    assert!(words.contains(&("SCO001", "Orders, 100 % <live>")), "{words:?}");
}

#[test]
fn replacements_do_what_fix_does() {
    let folder = Folder::new("replacements");
    let mut made = 0;
    for board in [shared(JUNIOR), BOARD.to_owned()] {
        folder.write("a.board.json", &board);
        let log = sarif(&folder.run(&["lint", "--format", "sarif", "a.board.json"]));
        for result in log["runs"][0]["results"].as_array().unwrap() {
            for fix in result["fixes"].as_array().into_iter().flatten() {
                let mut text = board.clone();
                let change = &fix["artifactChanges"][0];
                // From the end, so that what is before stays where it is.
                for replacement in change["replacements"].as_array().unwrap().iter().rev() {
                    let inserted = replacement["insertedContent"]["text"].as_str().unwrap();
                    text.replace_range(range(&board, &replacement["deletedRegion"]), inserted);
                }
                let mended = board::file::read(&text).unwrap_or_else(|error| panic!("{error} in {text}"));
                assert!(mended.dropped.is_empty());
                assert_eq!(
                    text,
                    board::file::write(&mended.board, &mended.log),
                    "{}",
                    fix["description"]
                );
                made += 1;
            }
        }
    }
    assert!(made > 10, "{made} fixes");
}

#[test]
fn junit_is_xml_whose_counts_are_true() {
    for format in ["error", "warning", "never"] {
        let folder = Folder::new("junit")
            .with("a.board.json", &shared(JUNIOR))
            .with("b.board.json", BOARD);
        let said = folder.run(&["lint", "--format", "junit", "--fail-on", format, "."]);
        let tree = roxmltree::Document::parse(&said.out).unwrap();
        let count = |name: &str| tree.descendants().filter(|node| node.has_tag_name(name)).count();
        let suites = tree.root_element();
        for (attribute, elements) in [
            ("tests", "testcase"),
            ("failures", "failure"),
            ("skipped", "skipped"),
        ] {
            assert_eq!(
                suites.attribute(attribute),
                Some(count(elements).to_string().as_str()),
                "{attribute}"
            );
        }
        let has_failed = count("failure") > 0;
        assert_eq!(
            has_failed,
            said.status == FINDINGS,
            "a dashboard and the exit status agree"
        );
    }
}

#[test]
fn hostile_words_stay_words() {
    let hostile = BOARD.replace(
        "highly available",
        "highly available \\u001b[2J ]]>\\n::error::x</failure> @all `x` \\ufffe",
    );
    let folder = Folder::new("hostile").with("a.board.json", &hostile);
    let junit = folder.run(&["lint", "--format", "junit", "."]);
    assert!(roxmltree::Document::parse(&junit.out).is_ok(), "{}", junit.out);
    let github = folder.run(&["lint", "--format", "github", "."]);
    let commands = github.out.lines().filter(|line| line.starts_with("::"));
    assert!(
        commands.clone().all(|line| line.contains("file=a.board.json")),
        "{}",
        github.out
    );
    let markdown = folder.run(&["lint", "--format", "markdown", "."]);
    assert!(
        !markdown.out.contains("@all") && !markdown.out.contains('\u{1b}'),
        "{}",
        markdown.out
    );
}
