//! Drives `sketchlint lint` and `numbers`: what is said, where it is said, and the exit status.

use serde_json::Value;

use crate::driver::{CLEAN, COULD_NOT_RUN, FINDINGS, Folder, JUNIOR, Said, shared};

/// What the binary says in the folder of the repository.
fn sketchlint(arguments: &[&str]) -> Said {
    Folder::repository().run(arguments)
}

fn with_input(arguments: &[&str], input: &str) -> Said {
    Folder::repository().run_with(arguments, input)
}

fn rules_of(report: &Value) -> Vec<&str> {
    let findings = report["files"][0]["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|finding| finding["rule"].as_str().unwrap())
        .collect()
}

#[test]
fn senior_boards_are_clean() {
    for prompt in catalog::prompts().iter().map(|prompt| prompt.id) {
        let board = format!("diagrams/{prompt}/senior.board.json");
        let output = sketchlint(&["lint", "--fail-on", "warning", &board]);
        assert_eq!(output.status, CLEAN, "{}", output.out);
        let report = sketchlint(&["lint", "--format", "json", &board]).json();
        assert_eq!(report["files"][0]["summary"]["allowed"], 0, "{prompt}");
    }
}

#[test]
fn junior_boards_get_every_headline_finding() {
    let headlines = [
        "SCO001", "SCO002", "CON001", "OWN001", "OWN002", "OWN003", "FLR001", "JUS001",
    ];
    for prompt in catalog::prompts().iter().map(|prompt| prompt.id) {
        let board = format!("diagrams/{prompt}/junior.board.json");
        let output = sketchlint(&["lint", "--format", "json", &board]);
        assert_eq!(output.status, FINDINGS);
        let report = output.json();
        let rules = rules_of(&report);
        for headline in headlines {
            assert!(rules.contains(&headline), "{prompt}: {headline} not in {rules:?}");
        }
    }
}

#[test]
fn the_text_of_a_junior_board() {
    let output = sketchlint(&["lint", "diagrams/fraud-50k/junior.board.json"]);
    assert_eq!(output.status, FINDINGS);
    insta::assert_snapshot!(output.out);
}

#[test]
fn the_numbers_of_a_senior_board() {
    let output = sketchlint(&["numbers", "diagrams/fraud-50k/senior.board.json"]);
    assert_eq!(output.status, CLEAN);
    insta::assert_snapshot!(output.out);
}

#[test]
fn numbers_as_json_are_a_line_for_each_board() {
    let output = sketchlint(&[
        "numbers",
        "--format",
        "json",
        "diagrams/fraud-50k/senior.board.json",
    ]);
    let numbers = output.json();
    assert_eq!(numbers["cost"]["ceiling"]["stated"], 60_000.0);
    assert_eq!(numbers["latency"]["end"], "authorisation");
    let junior = sketchlint(&[
        "numbers",
        "--format",
        "json",
        "diagrams/fraud-50k/junior.board.json",
    ])
    .json();
    assert_eq!(junior["latency"]["total"], "open");
}

#[test]
fn json_is_the_documented_shape_and_the_library_s_own_bytes() {
    let path = "diagrams/fraud-50k/junior.board.json";
    let output = sketchlint(&["lint", "--format", "json", path]);
    let report = output.json();
    assert_eq!(report["version"], 1);
    assert_eq!(report["files"][0]["path"], path);
    let finding = &report["files"][0]["findings"][0];
    for key in [
        "rule", "name", "severity", "where", "message", "evidence", "fixes",
    ] {
        assert!(finding.get(key).is_some(), "{key} in {finding}");
    }
    let text = shared(path);
    let opened = board::file::read(&text).unwrap();
    let judged = lint::check(&opened.board, &lint::Options::default());
    assert_eq!(output.out, lint::json::document(&[(path, &judged)]));
}

#[test]
fn fail_on_decides_the_exit_status() {
    let junior = "diagrams/fraud-50k/junior.board.json";
    for (fail_on, expected) in [("error", FINDINGS), ("info", FINDINGS), ("never", CLEAN)] {
        assert_eq!(
            sketchlint(&["lint", "--fail-on", fail_on, junior]).status,
            expected,
            "{fail_on}"
        );
    }
    assert_eq!(
        sketchlint(&["lint", "--fail-on", "sometimes", junior]).status,
        COULD_NOT_RUN
    );
}

#[test]
fn rules_are_selected_by_code_name_and_prefix() {
    let junior = "diagrams/fraud-50k/junior.board.json";
    let report = sketchlint(&[
        "lint",
        "--format",
        "json",
        "--select",
        "OWN,missing-constraint",
        junior,
    ])
    .json();
    let rules = rules_of(&report);
    assert!(
        rules.contains(&"OWN001") && rules.contains(&"CON001") && !rules.contains(&"SCO001"),
        "{rules:?}"
    );
    let output = sketchlint(&["lint", "--ignore", "OWN01", junior]);
    assert_eq!(output.status, COULD_NOT_RUN);
    assert!(output.err.contains("Did you mean `OWN001`?"), "{}", output.err);
}

#[test]
fn folders_are_walked_in_order_and_bad_files_do_not_stop_the_others() {
    let junior = shared(JUNIOR);
    let folder = Folder::new("walk")
        .with("a/b/deep.board.json", &junior)
        .with("a/broken.board.json", "{ not json")
        .with("z.board.json", &junior)
        .with(".hidden/x.board.json", &junior)
        .with("notes.json", "{}");
    std::fs::write(folder.path("a/latin.board.json"), b"\xff\xfe").unwrap();
    let output = folder.run(&["lint", "--format", "json", "."]);
    assert_eq!(output.status, COULD_NOT_RUN);
    let report = output.json();
    let files = report["files"].as_array().unwrap();
    let names: Vec<_> = files.iter().map(|file| file["path"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(
        names[0].ends_with("deep.board.json") && names[1].ends_with("z.board.json"),
        "{names:?}"
    );
    assert!(output.err.contains("broken.board.json: line 1"), "{}", output.err);
    assert!(
        output.err.contains("latin.board.json: not UTF-8"),
        "{}",
        output.err
    );
}

#[test]
fn what_cannot_be_read_is_said() {
    let folder = Folder::new("empty");
    for path in ["no-such.board.json", "."] {
        let output = folder.run(&["lint", path]);
        assert_eq!(output.status, COULD_NOT_RUN);
        assert!(output.err.starts_with("sketchlint: "), "{}", output.err);
        assert_eq!(output.out, "");
    }
}

#[test]
fn standard_input_is_a_file() {
    let output = with_input(&["lint", "--format", "json", "-"], &shared(JUNIOR));
    assert_eq!(output.status, FINDINGS);
    assert_eq!(output.json()["files"][0]["path"], "<stdin>");
    let output = with_input(&["lint", "-"], "[]");
    assert_eq!(output.status, COULD_NOT_RUN);
    assert!(output.err.contains("<stdin>"), "{}", output.err);
}

#[test]
fn words_of_a_board_cannot_steer_the_terminal() {
    let hostile = r#"{ "sketchlint": 1, "title": "x", "track": "data-engineer",
        "boxes": [{ "id": "k", "role": "ingest", "label": "a\u001b[2Jb\u009b31m", "constraints": "fast \u202e",
        "at": [0, 0], "size": [176, 96] }], "edges": [] }"#;
    let output = with_input(&["lint", "-"], hostile);
    let said = format!("{}{}", output.out, output.err);
    assert!(!said.is_empty());
    let steering = said
        .chars()
        .find(|c| c.is_control() && *c != '\n' || *c == '\u{202e}');
    assert_eq!(steering, None, "{said:?}");
}

#[test]
fn colours_only_where_they_are_wanted() {
    let junior = "diagrams/fraud-50k/junior.board.json";
    assert!(!sketchlint(&["lint", junior]).out.contains('\u{1b}'));
    assert!(
        sketchlint(&["lint", "--color", "always", junior])
            .out
            .contains('\u{1b}')
    );
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = Folder::repository()
        .command(&["lint", "diagrams"])
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        (output.status.code(), output.stderr.as_slice()),
        (Some(FINDINGS), &b""[..])
    );
}
