//! Drives the real binary: what it says, where it says it, and the exit status.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const CLEAN: i32 = 0;
const FINDINGS: i32 = 1;
const COULD_NOT_RUN: i32 = 2;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn sketchlint(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sketchlint"));
    command.args(arguments).current_dir(root()).env_remove("NO_COLOR");
    command
}

fn with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
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
        assert_eq!(status(&output), CLEAN, "{}", out(&output));
        let report = json(&sketchlint(&["lint", "--format", "json", &board]));
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
        assert_eq!(status(&output), FINDINGS);
        let report = json(&output);
        let rules = rules_of(&report);
        for headline in headlines {
            assert!(rules.contains(&headline), "{prompt}: {headline} not in {rules:?}");
        }
    }
}

#[test]
fn the_text_of_a_junior_board() {
    let output = sketchlint(&["lint", "diagrams/fraud-50k/junior.board.json"]);
    assert_eq!(status(&output), FINDINGS);
    insta::assert_snapshot!(out(&output));
}

#[test]
fn the_numbers_of_a_senior_board() {
    let output = sketchlint(&["numbers", "diagrams/fraud-50k/senior.board.json"]);
    assert_eq!(status(&output), CLEAN);
    insta::assert_snapshot!(out(&output));
}

#[test]
fn numbers_as_json_are_a_line_for_each_board() {
    let output = sketchlint(&[
        "numbers",
        "--format",
        "json",
        "diagrams/fraud-50k/senior.board.json",
    ]);
    let numbers = json(&output);
    assert_eq!(numbers["cost"]["ceiling"]["stated"], 60_000.0);
    assert_eq!(numbers["latency"]["end"], "authorisation");
    let junior = json(&sketchlint(&[
        "numbers",
        "--format",
        "json",
        "diagrams/fraud-50k/junior.board.json",
    ]));
    assert_eq!(junior["latency"]["total"], "open");
}

#[test]
fn json_is_the_documented_shape_and_the_library_s_own_bytes() {
    let path = "diagrams/fraud-50k/junior.board.json";
    let output = sketchlint(&["lint", "--format", "json", path]);
    let report = json(&output);
    assert_eq!(report["version"], 1);
    assert_eq!(report["files"][0]["path"], path);
    let finding = &report["files"][0]["findings"][0];
    for key in [
        "rule", "name", "severity", "where", "message", "evidence", "fixes",
    ] {
        assert!(finding.get(key).is_some(), "{key} in {finding}");
    }
    let text = std::fs::read_to_string(root().join(path)).unwrap();
    let opened = board::file::read(&text).unwrap();
    let judged = lint::check(&opened.board, &lint::Options::default());
    assert_eq!(out(&output), lint::json::document(&[(path, &judged)]));
}

#[test]
fn fail_on_decides_the_exit_status() {
    let junior = "diagrams/fraud-50k/junior.board.json";
    for (fail_on, expected) in [("error", FINDINGS), ("info", FINDINGS), ("never", CLEAN)] {
        assert_eq!(
            status(&sketchlint(&["lint", "--fail-on", fail_on, junior])),
            expected,
            "{fail_on}"
        );
    }
    assert_eq!(
        status(&sketchlint(&["lint", "--fail-on", "sometimes", junior])),
        COULD_NOT_RUN
    );
}

#[test]
fn rules_are_selected_by_code_name_and_prefix() {
    let junior = "diagrams/fraud-50k/junior.board.json";
    let report = json(&sketchlint(&[
        "lint",
        "--format",
        "json",
        "--select",
        "OWN,missing-constraint",
        junior,
    ]));
    let rules = rules_of(&report);
    assert!(
        rules.contains(&"OWN001") && rules.contains(&"CON001") && !rules.contains(&"SCO001"),
        "{rules:?}"
    );
    let output = sketchlint(&["lint", "--ignore", "OWN01", junior]);
    assert_eq!(status(&output), COULD_NOT_RUN);
    assert!(
        err(&output).contains("Did you mean `OWN001`?"),
        "{}",
        err(&output)
    );
}

#[test]
fn folders_are_walked_in_order_and_bad_files_do_not_stop_the_others() {
    let folder = folder("walk");
    let junior = std::fs::read(root().join("diagrams/fraud-50k/junior.board.json")).unwrap();
    std::fs::create_dir_all(folder.join("a/b")).unwrap();
    std::fs::create_dir_all(folder.join(".hidden")).unwrap();
    std::fs::write(folder.join("a/b/deep.board.json"), &junior).unwrap();
    std::fs::write(folder.join("a/broken.board.json"), b"{ not json").unwrap();
    std::fs::write(folder.join("a/latin.board.json"), b"\xff\xfe").unwrap();
    std::fs::write(folder.join("z.board.json"), &junior).unwrap();
    std::fs::write(folder.join(".hidden/x.board.json"), &junior).unwrap();
    std::fs::write(folder.join("notes.json"), b"{}").unwrap();
    let output = sketchlint(&["lint", "--format", "json", folder.to_str().unwrap()]);
    assert_eq!(status(&output), COULD_NOT_RUN);
    let report = json(&output);
    let files = report["files"].as_array().unwrap();
    let names: Vec<_> = files.iter().map(|file| file["path"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(
        names[0].ends_with("deep.board.json") && names[1].ends_with("z.board.json"),
        "{names:?}"
    );
    assert!(
        err(&output).contains("broken.board.json: line 1"),
        "{}",
        err(&output)
    );
    assert!(
        err(&output).contains("latin.board.json: not UTF-8"),
        "{}",
        err(&output)
    );
}

#[test]
fn what_cannot_be_read_is_said() {
    let empty = folder("empty");
    for path in ["no-such.board.json", empty.to_str().unwrap()] {
        let output = sketchlint(&["lint", path]);
        assert_eq!(status(&output), COULD_NOT_RUN);
        assert!(err(&output).starts_with("sketchlint: "), "{}", err(&output));
        assert_eq!(out(&output), "");
    }
}

#[test]
fn standard_input_is_a_file() {
    let junior = std::fs::read(root().join("diagrams/fraud-50k/junior.board.json")).unwrap();
    let output = with_input(&["lint", "--format", "json", "-"], &junior);
    assert_eq!(status(&output), FINDINGS);
    assert_eq!(json(&output)["files"][0]["path"], "<stdin>");
    let output = with_input(&["lint", "-"], b"[]");
    assert_eq!(status(&output), COULD_NOT_RUN);
    assert!(err(&output).contains("<stdin>"), "{}", err(&output));
}

#[test]
fn words_of_a_board_cannot_steer_the_terminal() {
    let hostile = r#"{ "sketchlint": 1, "title": "x", "track": "data-engineer",
        "boxes": [{ "id": "k", "role": "ingest", "label": "a\u001b[2Jb\u009b31m", "constraints": "fast \u202e",
        "at": [0, 0], "size": [176, 96] }], "edges": [] }"#;
    let output = with_input(&["lint", "-"], hostile.as_bytes());
    let said = format!("{}{}", out(&output), err(&output));
    assert!(!said.is_empty());
    let steering = said
        .chars()
        .find(|c| c.is_control() && *c != '\n' || *c == '\u{202e}');
    assert_eq!(steering, None, "{said:?}");
}

#[test]
fn colours_only_where_they_are_wanted() {
    let junior = "diagrams/fraud-50k/junior.board.json";
    assert!(!out(&sketchlint(&["lint", junior])).contains('\u{1b}'));
    assert!(out(&sketchlint(&["lint", "--color", "always", junior])).contains('\u{1b}'));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = command(&["lint", "diagrams"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(status(&output), FINDINGS);
    assert_eq!(err(&output), "");
}

#[test]
fn read_prints_the_documented_json() {
    let output = sketchlint(&["read", "--format", "json", "p99 ≤ 200 ms", "exactly-once"]);
    assert_eq!(status(&output), CLEAN);
    let lines: Vec<Value> = out(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let expected: Value = serde_json::from_str(
        r#"{"text":"p99 ≤ 200 ms","quantities":[{"dimension":"latency","value":0.2,"compare":"at_most","percentile":99,
        "qualifier":null,"start":0,"end":12,"canonical":"p99 ≤ 200 ms"}],"unread":[]}"#,
    )
    .unwrap();
    assert_eq!(lines[0], expected);
    assert!(
        out(&output).contains(r#""percentile":99,"#),
        "whole numbers are written whole"
    );
    assert_eq!(lines[1]["quantities"][0]["value"], "exactly-once");
}

#[test]
fn read_underlines_for_people() {
    let output = sketchlint(&["read", "p99 ≤ 200 ms, 7-day replay", "nothing here"]);
    insta::assert_snapshot!(out(&output));
}

#[test]
fn rules_and_explain_know_every_rule() {
    let listed = json(&sketchlint(&["rules", "--format", "json"]));
    let rules = listed["rules"].as_array().unwrap();
    assert_eq!(rules.len(), lint::RULES.len());
    let text = sketchlint(&["rules"]);
    for rule in rules {
        let (code, name) = (rule["code"].as_str().unwrap(), rule["name"].as_str().unwrap());
        assert!(out(&text).contains(code), "{code}");
        let page = sketchlint(&["explain", &code.to_ascii_lowercase()]);
        assert!(out(&page).starts_with(&format!("{code} {name}")), "{code}");
        assert_eq!(page.stdout, sketchlint(&["explain", name]).stdout, "{name}");
    }
}

#[test]
fn explain_asks_what_was_meant() {
    let output = sketchlint(&["explain", "unowned-edges"]);
    assert_eq!(status(&output), COULD_NOT_RUN);
    assert!(
        err(&output).contains("Did you mean `unowned-edge`?"),
        "{}",
        err(&output)
    );
}

#[test]
fn new_boards_open_and_never_overwrite() {
    let path = folder("new").join("fraud.board.json");
    let path = path.to_str().unwrap();
    let output = sketchlint(&["new", "--prompt", "fraud-50k", "--output", path]);
    assert_eq!(status(&output), CLEAN, "{}", err(&output));
    let written = std::fs::read_to_string(path).unwrap();
    assert_eq!(
        board::file::read(&written)
            .unwrap()
            .board
            .brief()
            .prompt
            .as_deref(),
        Some("fraud-50k")
    );
    assert_eq!(out(&sketchlint(&["new", "--prompt", "fraud-50k"])), written);
    let again = sketchlint(&["new", "--prompt", "logs-10tb", "--output", path]);
    assert_eq!(status(&again), COULD_NOT_RUN);
    assert!(err(&again).contains("left alone"), "{}", err(&again));
    assert_eq!(std::fs::read_to_string(path).unwrap(), written);
}

#[test]
fn every_prompt_begins_an_empty_board_and_is_read_out() {
    for prompt in catalog::prompts() {
        let path = folder(&format!("new-{}", prompt.id)).join("new.board.json");
        let path = path.to_str().unwrap();
        let output = sketchlint(&["new", "--prompt", prompt.id, "--output", path]);
        assert_eq!(status(&output), CLEAN, "{}", err(&output));
        assert!(out(&output).contains(prompt.text), "{}", prompt.id);
        let board = board::file::read(&std::fs::read_to_string(path).unwrap())
            .unwrap()
            .board;
        assert_eq!(board.brief().prompt.as_deref(), Some(prompt.id));
        assert_eq!(
            (board.brief().title.as_str(), board.brief().track),
            (prompt.title, prompt.track)
        );
        assert_eq!(board.boxes().len(), 0);
        let given: Vec<_> = board
            .scope()
            .map(|(question, answer)| (question, answer.text.as_str()))
            .collect();
        assert_eq!(given, prompt.given, "{}", prompt.id);
    }
}

#[test]
fn help_teaches_and_wrong_words_are_answered() {
    let help = sketchlint(&["--help"]);
    assert_eq!(status(&help), CLEAN);
    for word in [
        "Examples:",
        "Exit status:",
        "lint",
        "explain",
        "new",
        "read",
        "rules",
    ] {
        assert!(out(&help).contains(word), "{word}");
    }
    for wrong in [&["lnit"][..], &["lint"], &["new", "--prompt", "fraud-51k"], &[]] {
        assert_eq!(status(&sketchlint(wrong)), COULD_NOT_RUN, "{wrong:?}");
    }
}

#[test]
fn components_are_listed_and_told_with_their_sources() {
    let answer = sketchlint(&["components"]);
    let listed = out(&answer);
    for known in catalog::components() {
        assert!(listed.contains(known.id), "{}", known.id);
    }
    let told = sketchlint(&["components", "Kinesis"]);
    assert_eq!(status(&told), CLEAN);
    let page = out(&told);
    for words in [
        "Amazon Kinesis Data Streams (amazon-kinesis)",
        "1 d to 365 d\n",
        "70 ms to 1 s\n",
        "99.9 %\n",
        "1 MB/s, 1000/s per shard",
        "https://docs.aws.amazon.com/streams/",
    ] {
        assert!(page.contains(words), "{words} in {page}");
    }
    let unknown = sketchlint(&["components", "amazon-kinesys"]);
    assert_eq!(status(&unknown), 2);
    let said = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert!(said.contains("Did you mean `amazon-kinesis`?"), "{said}");
}
