//! `sketchlint stress` through the real binary: what it says, the exit status, and how it refuses.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const SENIOR: &str = "diagrams/fraud-50k/senior.board.json";

fn stress(arguments: &[&str]) -> Output {
    run(arguments, "")
}

/// With `board`, a sketch, on standard input.
fn run(arguments: &[&str], board: &str) -> Output {
    run_in("C.UTF-8", arguments, board)
}

fn run_in(locale: &str, arguments: &[&str], board: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sketchlint"));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    command
        .arg("stress")
        .args(arguments)
        .current_dir(root)
        .env("LC_ALL", locale);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let board = board::sketch::read(board).unwrap();
    // What is refused at once reads nothing.
    let _ = child
        .stdin
        .take()
        .unwrap()
        .write_all(board::file::write(&board, &[]).as_bytes());
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

#[test]
fn what_happens_to_a_senior_board_is_told() {
    let asked: [&[&str]; 5] = [
        &["--spike", "30x", "--for", "10m"],
        &["--kill", "Card features (Flink)"],
        &["--deploy", "features", "--for", "60s", "--plain"],
        &["--slow", "scorer", "--factor", "3", "--for", "1h"],
        &["--halve-cost"],
    ];
    let mut told = String::new();
    for question in asked {
        let output = stress(&[&[SENIOR], question].concat());
        told += &format!(
            "$ sketchlint stress {}\n{}{}",
            question.join(" "),
            out(&output),
            err(&output)
        );
    }
    insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(told) });
}

#[test]
fn a_broken_promise_is_status_1_and_what_holds_is_0() {
    assert_eq!(status(&stress(&[SENIOR, "--spike", "10x", "--for", "10m"])), 0);
    assert_eq!(status(&stress(&[SENIOR, "--spike", "30x", "--for", "10m"])), 1);
}

#[test]
fn programs_get_the_same_as_one_line() {
    let output = stress(&[SENIOR, "--spike", "30x", "--for", "10m", "--format", "json"]);
    assert_eq!(out(&output).lines().count(), 1);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let buffer = &answer["buffers"]["rows"][0];
    assert_eq!(
        (buffer["at"].as_str(), buffer["most"].as_f64()),
        (Some("kafka"), Some(6e8))
    );
    assert_eq!(answer["promises"]["rows"][0]["kind"], "latency");
    assert_eq!(
        (answer["kind"].as_str(), answer["lasts"].as_f64()),
        (Some("spike"), Some(600.0))
    );
}

#[test]
fn a_box_that_is_not_there_and_a_board_that_says_nothing_are_answered_with_what_to_do() {
    let unknown = stress(&[SENIOR, "--kill", "kafak"]);
    assert_eq!(status(&unknown), 2);
    assert!(
        err(&unknown).contains("no box is called `kafak`. Did you mean `kafka`?"),
        "{}",
        err(&unknown)
    );
    let silent = run(
        &["-", "--spike", "10x"],
        "[ingest] Gate\n[process] Job\nGate -> Job",
    );
    assert_eq!(status(&silent), 2);
    let words =
        "does not say what comes in. Write first: `? ev/s average, ? ev/s peak` in the answer `volume`";
    assert!(err(&silent).contains(words), "{}", err(&silent));
    let free = run(&["-", "--halve-cost"], "[ingest] Gate");
    assert!(
        err(&free).contains("Write first: what each box costs"),
        "{}",
        err(&free)
    );
    let empty = run(&["-", "--spike", "2x"], "scope volume: 5 ev/s");
    assert!(err(&empty).contains("nothing is drawn"), "{}", err(&empty));
}

#[test]
fn a_question_is_asked_once_and_has_its_figures() {
    let refused: [&[&str]; 5] = [
        &[],
        &["--spike", "10x", "--kill", "kafka"],
        &["--slow", "kafka"],
        &["--spike", "ten"],
        &["--kill", "kafka", "--for", "10"],
    ];
    for question in refused {
        let output = stress(&[&[SENIOR], question].concat());
        assert_eq!(status(&output), 2, "{question:?}");
        assert!(
            err(&output).contains("For more information, try '--help'"),
            "{question:?}: {}",
            err(&output)
        );
    }
}

#[test]
fn plain_charts_are_ascii() {
    let output = stress(&[SENIOR, "--spike", "30x", "--for", "10m", "--plain"]);
    let chart = out(&output).lines().find(|line| line.contains('@')).unwrap();
    assert!(chart.is_ascii(), "{chart}");
    // So they are where the locale says that nothing else is shown.
    let old = run_in(
        "de_DE.ISO-8859-1",
        &[SENIOR, "--spike", "30x", "--for", "10m"],
        "",
    );
    assert!(out(&old).contains(chart), "{}", out(&old));
}
