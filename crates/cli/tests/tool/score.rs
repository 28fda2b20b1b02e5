//! Drives `sketchlint score`: what it says, what moved, and the exit status.

use serde_json::Value;

use crate::driver::{CLEAN, COULD_NOT_RUN, FINDINGS, Folder, JUNIOR, SENIOR, Said};

fn score(arguments: &[&str]) -> Said {
    Folder::repository().run(&[&["score"], arguments].concat())
}

#[test]
fn a_senior_passes_and_a_junior_does_not() {
    let (senior, junior) = (score(&[SENIOR]), score(&[JUNIOR]));
    assert_eq!((senior.status, junior.status), (CLEAN, FINDINGS));
    assert!(
        senior.out.contains("Problem structuring: 5 of 5, 4 needed"),
        "{}",
        senior.out
    );
    assert!(
        junior.out.contains("of 25, not yet\n") && junior.out.contains("SCO001 error on board"),
        "{}",
        junior.out
    );
    assert_eq!(score(&["nowhere.board.json"]).status, COULD_NOT_RUN);
}

#[test]
fn two_attempts_compare() {
    let output = score(&[SENIOR, "--against", JUNIOR]);
    assert!(
        output.out.contains("Since the earlier attempt: +24.5"),
        "{}",
        output.out
    );
    assert!(
        output.out.contains("     +1  Asks before drawing"),
        "{}",
        output.out
    );
    assert_eq!(
        score(&[SENIOR, "--against", "nowhere.board.json"]).status,
        COULD_NOT_RUN
    );
}

#[test]
fn programs_get_every_point_with_its_reasons() {
    let output = score(&["--format", "json", SENIOR, JUNIOR]);
    let lines: Vec<Value> = output
        .out
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
