//! Drives what teaches: `read`, `rules`, `explain`, `new`, `components` and the help.

use serde_json::Value;

use crate::driver::{CLEAN, COULD_NOT_RUN, Folder, Said};

/// What the binary says in the folder of the repository.
fn sketchlint(arguments: &[&str]) -> Said {
    Folder::repository().run(arguments)
}

#[test]
fn read_prints_the_documented_json() {
    let output = sketchlint(&["read", "--format", "json", "p99 ≤ 200 ms", "exactly-once"]);
    assert_eq!(output.status, CLEAN);
    let lines: Vec<Value> = output
        .out
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
        output.out.contains(r#""percentile":99,"#),
        "whole numbers are written whole"
    );
    assert_eq!(lines[1]["quantities"][0]["value"], "exactly-once");
}

#[test]
fn read_underlines_for_people() {
    let output = sketchlint(&["read", "p99 ≤ 200 ms, 7-day replay", "nothing here"]);
    insta::assert_snapshot!(output.out);
}

#[test]
fn rules_and_explain_know_every_rule() {
    let listed = sketchlint(&["rules", "--format", "json"]).json();
    let rules = listed["rules"].as_array().unwrap();
    assert_eq!(rules.len(), lint::RULES.len());
    let text = sketchlint(&["rules"]);
    for rule in rules {
        let (code, name) = (rule["code"].as_str().unwrap(), rule["name"].as_str().unwrap());
        assert!(text.out.contains(code), "{code}");
        let page = sketchlint(&["explain", &code.to_ascii_lowercase()]);
        assert!(page.out.starts_with(&format!("{code} {name}")), "{code}");
        assert_eq!(page.out, sketchlint(&["explain", name]).out, "{name}");
    }
}

#[test]
fn explain_asks_what_was_meant() {
    let output = sketchlint(&["explain", "unowned-edges"]);
    assert_eq!(output.status, COULD_NOT_RUN);
    assert!(
        output.err.contains("Did you mean `unowned-edge`?"),
        "{}",
        output.err
    );
}

#[test]
fn new_boards_open_and_never_overwrite() {
    let (folder, path) = (Folder::new("new"), "fraud.board.json");
    let output = folder.run(&["new", "--prompt", "fraud-50k", "--output", path]);
    assert_eq!(output.status, CLEAN, "{}", output.err);
    let written = folder.read(path);
    assert_eq!(
        board::file::read(&written)
            .unwrap()
            .board
            .brief()
            .prompt
            .as_deref(),
        Some("fraud-50k")
    );
    assert_eq!(sketchlint(&["new", "--prompt", "fraud-50k"]).out, written);
    let again = folder.run(&["new", "--prompt", "logs-10tb", "--output", path]);
    assert_eq!(again.status, COULD_NOT_RUN);
    assert!(again.err.contains("left alone"), "{}", again.err);
    assert_eq!(folder.read(path), written);
}

#[test]
fn every_prompt_begins_an_empty_board_and_is_read_out() {
    for prompt in catalog::prompts() {
        let (folder, path) = (Folder::new(&format!("new-{}", prompt.id)), "new.board.json");
        let output = folder.run(&["new", "--prompt", prompt.id, "--output", path]);
        assert_eq!(output.status, CLEAN, "{}", output.err);
        assert!(output.out.contains(prompt.text), "{}", prompt.id);
        let board = board::file::read(&folder.read(path)).unwrap().board;
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
    assert_eq!(help.status, CLEAN);
    for word in [
        "Examples:",
        "Exit status:",
        "lint",
        "explain",
        "new",
        "read",
        "rules",
    ] {
        assert!(help.out.contains(word), "{word}");
    }
    for wrong in [&["lnit"][..], &["lint"], &["new", "--prompt", "fraud-51k"], &[]] {
        assert_eq!(sketchlint(wrong).status, COULD_NOT_RUN, "{wrong:?}");
    }
}

#[test]
fn components_are_listed_and_told_with_their_sources() {
    let answer = sketchlint(&["components"]);
    let listed = answer.out;
    for known in catalog::components() {
        assert!(listed.contains(known.id), "{}", known.id);
    }
    let told = sketchlint(&["components", "Kinesis"]);
    assert_eq!(told.status, CLEAN);
    let page = told.out;
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
    assert_eq!(unknown.status, COULD_NOT_RUN);
    assert!(
        unknown.err.contains("Did you mean `amazon-kinesis`?"),
        "{}",
        unknown.err
    );
}
