//! Drives `sketchlint stress`: what it says, the exit status, and how it refuses.

use serde_json::Value;

use crate::driver::{CLEAN, COULD_NOT_RUN, FINDINGS, Folder, SENIOR, Said};

fn stress(arguments: &[&str]) -> Said {
    Folder::repository().run(&[&["stress"], arguments].concat())
}

/// With `board`, a sketch, on standard input.
fn run(arguments: &[&str], board: &str) -> Said {
    let board = board::sketch::read(board).unwrap();
    Folder::repository().run_with(
        &[&["stress"], arguments].concat(),
        &board::file::write(&board, &[]),
    )
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
            output.out,
            output.err
        );
    }
    insta::with_settings!({ omit_expression => true }, { insta::assert_snapshot!(told) });
}

#[test]
fn a_broken_promise_is_status_1_and_what_holds_is_0() {
    assert_eq!(stress(&[SENIOR, "--spike", "10x", "--for", "10m"]).status, CLEAN);
    assert_eq!(
        stress(&[SENIOR, "--spike", "30x", "--for", "10m"]).status,
        FINDINGS
    );
}

#[test]
fn programs_get_the_same_as_one_line() {
    let output = stress(&[SENIOR, "--spike", "30x", "--for", "10m", "--format", "json"]);
    assert_eq!(output.out.lines().count(), 1);
    let answer: Value = output.json();
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
    assert_eq!(unknown.status, COULD_NOT_RUN);
    assert!(
        unknown
            .err
            .contains("no box is called `kafak`. Did you mean `kafka`?"),
        "{}",
        unknown.err
    );
    let silent = run(
        &["-", "--spike", "10x"],
        "[ingest] Gate\n[process] Job\nGate -> Job",
    );
    assert_eq!(silent.status, COULD_NOT_RUN);
    let words =
        "does not say what comes in. Write first: `? ev/s average, ? ev/s peak` in the answer `volume`";
    assert!(silent.err.contains(words), "{}", silent.err);
    let free = run(&["-", "--halve-cost"], "[ingest] Gate");
    assert!(
        free.err.contains("Write first: what each box costs"),
        "{}",
        free.err
    );
    let empty = run(&["-", "--spike", "2x"], "scope volume: 5 ev/s");
    assert!(empty.err.contains("nothing is drawn"), "{}", empty.err);
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
        assert_eq!(output.status, 2, "{question:?}");
        assert!(
            output.err.contains("For more information, try '--help'"),
            "{question:?}: {}",
            output.err
        );
    }
}

#[test]
fn plain_charts_are_ascii() {
    let output = stress(&[SENIOR, "--spike", "30x", "--for", "10m", "--plain"]);
    let chart = output.out.lines().find(|line| line.contains('@')).unwrap();
    assert!(chart.is_ascii(), "{chart}");
    // So they are where the locale says that nothing else is shown.
    let mut old = Folder::repository().command(&["stress", SENIOR, "--spike", "30x", "--for", "10m"]);
    old.env("LC_ALL", "de_DE.ISO-8859-1");
    let old = Said::by(old, "");
    assert!(old.out.contains(chart), "{}", old.out);
}
