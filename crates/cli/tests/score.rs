//! `sketchlint score` through the real binary: what it says, what moved, and the exit status.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

const SENIOR: &str = "diagrams/fraud-50k/senior.board.json";
const JUNIOR: &str = "diagrams/fraud-50k/junior.board.json";

fn score(arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut command = Command::new(env!("CARGO_BIN_EXE_sketchlint"));
    command
        .arg("score")
        .args(arguments)
        .current_dir(root)
        .output()
        .unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

#[test]
fn a_senior_passes_and_a_junior_does_not() {
    let (senior, junior) = (score(&[SENIOR]), score(&[JUNIOR]));
    assert_eq!((senior.status.code(), junior.status.code()), (Some(0), Some(1)));
    assert!(
        out(&senior).contains("Problem structuring: 5 of 5, 4 needed"),
        "{}",
        out(&senior)
    );
    assert!(
        out(&junior).contains("does not pass") && out(&junior).contains("SCO001 error on board"),
        "{}",
        out(&junior)
    );
    assert_eq!(score(&["nowhere.board.json"]).status.code(), Some(2));
}

#[test]
fn two_attempts_compare() {
    let output = score(&[SENIOR, "--against", JUNIOR]);
    assert!(
        out(&output).contains("Since the earlier attempt: +24.5"),
        "{}",
        out(&output)
    );
    assert!(
        out(&output).contains("     +1  Asks before drawing"),
        "{}",
        out(&output)
    );
    assert_eq!(
        score(&[SENIOR, "--against", "nowhere.board.json"]).status.code(),
        Some(2)
    );
}

#[test]
fn programs_get_every_point_with_its_reasons() {
    let output = score(&["--format", "json", SENIOR, JUNIOR]);
    let lines: Vec<Value> = out(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let [senior, junior] = lines.as_slice() else {
        panic!("{lines:?}")
    };
    assert_eq!(
        (senior["passes"].as_bool(), junior["passes"].as_bool()),
        (Some(true), Some(false))
    );
    let asks = &junior["dimensions"][0]["criteria"][0];
    assert_eq!(
        (asks["id"].as_str(), asks["points"].as_f64()),
        (Some("asks-first"), Some(0.0))
    );
    assert_eq!(asks["costs"][0]["rule"], "SCO001");
    assert!(asks["missing"].is_string() && asks["shown"].is_null());
    let sum: f64 = junior["dimensions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["points"].as_f64().unwrap())
        .sum();
    assert_eq!(junior["total"].as_f64(), Some(sum));
}
