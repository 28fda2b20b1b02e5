//! Many boards: in parallel from a folder, and one a line through a filter.

use serde_json::{Value, json};

use crate::driver::{CLEAN, COULD_NOT_RUN, FINDINGS, Folder, JUNIOR, SENIOR, shared};

/// The board at `path` on one line, known as `id`.
fn line(path: &str, id: &str) -> String {
    let mut board: Value = serde_json::from_str(&shared(path)).unwrap();
    board["x-id"] = json!(id);
    board.to_string()
}

fn answers(out: &str) -> Vec<Value> {
    out.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn any_number_of_jobs_says_the_same() {
    let mut folder = Folder::new("jobs");
    for number in 0..40 {
        let path = if number % 3 == 0 { SENIOR } else { JUNIOR };
        folder = folder.with(&format!("{}/{number}.board.json", number % 5), &shared(path));
    }
    let folder = folder
        .with("2/broken.board.json", "{")
        .with("4/sketchlint.toml", "rules = { SCO = \"off\" }");
    let one = folder.run(&["lint", "--jobs", "1", "--format", "json", "."]);
    assert_eq!(one.status, COULD_NOT_RUN);
    for jobs in ["2", "8"] {
        let many = folder.run(&["lint", "--jobs", jobs, "--format", "json", "."]);
        assert_eq!(
            (&many.out, &many.err, many.status),
            (&one.out, &one.err, one.status),
            "{jobs} jobs"
        );
    }
    assert!(!one.err.contains('#'), "no bar where nobody looks: {}", one.err);
    assert_eq!(folder.run(&["lint", "--jobs", "0", "."]).status, COULD_NOT_RUN);
}

#[test]
fn boards_come_in_and_findings_go_out_line_by_line() {
    let input = [
        &line(JUNIOR, "first"),
        "{ no",
        "",
        &line(SENIOR, "second"),
        "\u{FEFF}[]",
        &shared(JUNIOR).replace('\n', " "),
    ];
    let folder = Folder::new("ndjson");
    let said = folder.run_with(&["lint", "--ndjson"], &input.join("\n"));
    assert_eq!(said.status, COULD_NOT_RUN, "two lines are no boards");
    let answers = answers(&said.out);
    let told: Vec<_> = answers
        .iter()
        .map(|answer| (answer["line"].as_u64().unwrap(), &answer["id"]))
        .collect();
    assert_eq!(
        told,
        [
            (1, &json!("first")),
            (2, &Value::Null),
            (4, &json!("second")),
            (5, &Value::Null),
            (6, &Value::Null)
        ]
    );
    assert!(
        answers[1]["error"]
            .as_str()
            .unwrap()
            .starts_with("line 1, column 3"),
        "{}",
        answers[1]
    );
    assert!(answers[0].get("error").is_none() && answers[2]["findings"].as_array().unwrap().is_empty());
    let file =
        folder
            .with("a.board.json", &shared(JUNIOR))
            .run(&["lint", "--format", "json", "a.board.json"]);
    let file: Value = serde_json::from_str(&file.out).unwrap();
    for key in ["findings", "cannot_tell", "summary"] {
        assert_eq!(answers[0][key], file["files"][0][key], "{key}");
    }
}

#[test]
fn the_exit_status_of_a_stream_is_that_of_its_worst_line() {
    let folder = Folder::new("stream_status").with("lax/sketchlint.toml", "fail-on = \"never\"");
    let (junior, senior) = (line(JUNIOR, "j"), line(SENIOR, "s"));
    assert_eq!(folder.run_with(&["lint", "--ndjson"], &senior).status, CLEAN);
    assert_eq!(
        folder
            .run_with(&["lint", "--ndjson"], &format!("{senior}\n{junior}\n{senior}\n"))
            .status,
        FINDINGS
    );
    let lax = ["lint", "--ndjson", "--stdin-filename", "lax/all.ndjson"];
    assert_eq!(folder.run_with(&lax, &junior).status, CLEAN);
    assert_eq!(folder.run_with(&["lint", "--ndjson"], "").status, CLEAN);
    for wrong in [
        &["lint", "--ndjson", "."][..],
        &["lint", "--ndjson", "--format", "sarif"],
    ] {
        assert_eq!(folder.run_with(wrong, "").status, COULD_NOT_RUN, "{wrong:?}");
    }
}

/// The most memory that a run has had while it answered `count` boards, in kB.
#[cfg(target_os = "linux")]
fn most_memory(count: usize) -> u64 {
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Command, Stdio};

    let mut child = Command::new(env!("CARGO_BIN_EXE_sketchlint"))
        .args(["lint", "--ndjson", "--jobs", "2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writing = std::thread::spawn(move || {
        let board = line(JUNIOR, "j") + "\n";
        for _ in 0..count {
            stdin.write_all(board.as_bytes()).unwrap();
        }
        stdin
    });
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    assert_eq!(answers.by_ref().take(count).count(), count);
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    drop(writing.join().unwrap());
    assert_eq!(answers.count(), 0);
    child.wait().unwrap();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap();
    peak.split_whitespace().next().unwrap().parse().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn the_memory_of_a_stream_does_not_grow() {
    let (few, many) = (most_memory(100), most_memory(2_000));
    assert!(many < few * 3 / 2, "{few} kB for 100 boards, {many} kB for 2,000");
}
