//! Drives `sketchlint fix`: what it writes, what it leaves alone, what it says and where.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const FINDINGS: i32 = 1;
const COULD_NOT_RUN: i32 = 2;

/// An edge that nobody owns between two boxes that Risk owns, in a session.
const BOARD: &str = r#"{
  "sketchlint": 1,
  "boxes": [
    { "id": "k", "role": "ingest", "label": "K", "owner": "Risk", "at": [0, 0] },
    { "id": "job", "role": "process", "label": "Job", "owner": "Risk", "at": [300, 0] }
  ],
  "edges": [{ "id": "e1", "from": "k", "to": "job" }],
  "log": [{ "at_ms": 60000, "label": "Place K" }]
}
"#;

fn fix(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sketchlint"))
        .arg("fix")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Where the arguments alone are refused, nobody reads and the pipe may be closed already.
    if let Err(error) = child.stdin.take().unwrap().write_all(input.as_bytes()) {
        assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe);
    }
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// A file of this test's own, alone in its folder.
fn file(name: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fix-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("a.board.json");
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn writes_what_is_safe_and_says_what_is_left() {
    let path = file("safe", BOARD);
    let output = fix(&[path.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(FINDINGS), "{}", err(&output));
    let said = out(&output);
    assert!(said.contains("Name Risk (OWN001 on e1)"), "{said}");
    assert!(
        said.contains("1 fix made; left: ") && said.contains("FLR001 (2)"),
        "{said}"
    );
    let opened = board::file::read(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(opened.board.edges().next().unwrap().1.owner, "Risk");
    assert_eq!(opened.board.boxes().len(), 2);
    let last = opened.log.last().unwrap();
    assert_eq!(
        (opened.log.len(), last.at_ms, last.label.as_str()),
        (2, 60_000, "Name Risk")
    );
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);

    let written = fs::read_to_string(&path).unwrap();
    let again = fix(&[path.to_str().unwrap()], "");
    assert!(
        out(&again).starts_with("nothing to mend without asking"),
        "{}",
        out(&again)
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), written);
}

#[test]
fn lint_tells_what_fix_would_do() {
    let path = file("told", BOARD);
    let lint = Command::new(env!("CARGO_BIN_EXE_sketchlint"))
        .arg("lint")
        .arg(&path)
        .output()
        .unwrap();
    assert!(
        out(&lint).contains("`sketchlint fix` mends 1 finding without asking."),
        "{}",
        out(&lint)
    );
}

#[test]
fn makes_other_fixes_by_name_and_for_one_place() {
    let path = file("named", BOARD);
    let output = fix(&["--apply", "FLR001:job", path.to_str().unwrap()], "");
    assert!(out(&output).contains("FLR001 on job"), "{}", out(&output));
    let opened = board::file::read(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(opened.board.boxes().len(), 3);
    assert_eq!(opened.log.last().unwrap().label, "Fix FLR001, OWN001");
}

#[test]
fn shows_without_writing() {
    let path = file("dry", BOARD);
    let dry = fix(&["--dry-run", path.to_str().unwrap()], "");
    assert!(out(&dry).contains("1 fix would be made"), "{}", out(&dry));
    let diff = fix(&["--diff", path.to_str().unwrap()], "");
    assert!(
        out(&diff).contains("\n+      \"owner\": \"Risk\"\n"),
        "{}",
        out(&diff)
    );
    assert!(err(&diff).contains("1 fix would be made"), "{}", err(&diff));
    assert_eq!(fs::read_to_string(&path).unwrap(), BOARD);
    let none = fix(&["--diff", "--ignore", "OWN001", path.to_str().unwrap()], "");
    assert_eq!(out(&none), "");
}

#[test]
fn reads_from_a_pipe_and_writes_to_one() {
    let output = fix(&["-"], BOARD);
    let opened = board::file::read(out(&output)).unwrap();
    assert_eq!(opened.board.edges().next().unwrap().1.owner, "Risk");
    assert!(
        err(&output).contains("<stdin>: Name Risk (OWN001 on e1)"),
        "{}",
        err(&output)
    );
    let untouched = fix(&["--select", "CON", "-"], BOARD);
    assert_eq!(out(&untouched), BOARD);
}

#[test]
fn leaves_alone_what_it_would_lose() {
    let faulty = BOARD.replace("\"process\"", "\"proces\"");
    let unknown = BOARD.replace("\"sketchlint\": 1,", "\"sketchlint\": 1, \"colour\": 3,");
    for (name, text) in [("faulty", faulty), ("unknown", unknown)] {
        let path = file(name, &text);
        let output = fix(&[path.to_str().unwrap()], "");
        assert_eq!(output.status.code(), Some(COULD_NOT_RUN), "{}", out(&output));
        assert!(err(&output).contains("a.board.json: "), "{}", err(&output));
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
    let output = fix(&["--apply", "FLR01", "-"], BOARD);
    assert_eq!(output.status.code(), Some(COULD_NOT_RUN));
    assert!(
        err(&output).contains("Did you mean `FLR001`?"),
        "{}",
        err(&output)
    );
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let path = file("link", BOARD);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let link = path.with_file_name("link.board.json");
    symlink(&path, &link).unwrap();
    let output = fix(&[link.to_str().unwrap()], "");
    assert!(out(&output).contains("1 fix made"), "{}", err(&output));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&path).unwrap().contains("\"owner\": \"Risk\""));
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
}
