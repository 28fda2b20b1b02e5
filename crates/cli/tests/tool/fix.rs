//! Drives `sketchlint fix`: what it writes, what it leaves alone, what it says and where.

use std::fs;
use std::path::PathBuf;

use crate::driver::{COULD_NOT_RUN, FINDINGS, Folder, Said};

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

fn fix(arguments: &[&str], input: &str) -> Said {
    Folder::repository().run_with(&[&["fix"], arguments].concat(), input)
}

/// A file of this test's own, alone in its folder.
fn file(name: &str, text: &str) -> PathBuf {
    Folder::new(&format!("fix-{name}"))
        .with("a.board.json", text)
        .path("a.board.json")
}

#[test]
fn writes_what_is_safe_and_says_what_is_left() {
    let path = file("safe", BOARD);
    let output = fix(&[path.to_str().unwrap()], "");
    assert_eq!(output.status, FINDINGS, "{}", output.err);
    let said = output.out;
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
        again.out.starts_with("nothing to mend without asking"),
        "{}",
        again.out
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), written);
}

#[test]
fn lint_tells_what_fix_would_do() {
    let path = file("told", BOARD);
    let lint = Folder::repository().run(&["lint", path.to_str().unwrap()]);
    assert!(
        lint.out
            .contains("`sketchlint fix` mends 1 finding without asking."),
        "{}",
        lint.out
    );
}

#[test]
fn makes_other_fixes_by_name_and_for_one_place() {
    let path = file("named", BOARD);
    let output = fix(&["--apply", "FLR001:job", path.to_str().unwrap()], "");
    assert!(output.out.contains("FLR001 on job"), "{}", output.out);
    let opened = board::file::read(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(opened.board.boxes().len(), 3);
    assert_eq!(opened.log.last().unwrap().label, "Fix FLR001, OWN001");
}

#[test]
fn shows_without_writing() {
    let path = file("dry", BOARD);
    let dry = fix(&["--dry-run", path.to_str().unwrap()], "");
    assert!(dry.out.contains("1 fix would be made"), "{}", dry.out);
    let diff = fix(&["--diff", path.to_str().unwrap()], "");
    assert!(
        diff.out.contains("\n+      \"owner\": \"Risk\"\n"),
        "{}",
        diff.out
    );
    assert!(diff.err.contains("1 fix would be made"), "{}", diff.err);
    assert_eq!(fs::read_to_string(&path).unwrap(), BOARD);
    let none = fix(&["--diff", "--ignore", "OWN001", path.to_str().unwrap()], "");
    assert_eq!(none.out, "");
}

#[test]
fn reads_from_a_pipe_and_writes_to_one() {
    let output = fix(&["-"], BOARD);
    let opened = board::file::read(&output.out).unwrap();
    assert_eq!(opened.board.edges().next().unwrap().1.owner, "Risk");
    assert!(
        output.err.contains("<stdin>: Name Risk (OWN001 on e1)"),
        "{}",
        output.err
    );
    let untouched = fix(&["--select", "CON", "-"], BOARD);
    assert_eq!(untouched.out, BOARD);
}

#[test]
fn leaves_alone_what_it_would_lose() {
    let faulty = BOARD.replace("\"process\"", "\"proces\"");
    let unknown = BOARD.replace("\"sketchlint\": 1,", "\"sketchlint\": 1, \"colour\": 3,");
    for (name, text) in [("faulty", faulty), ("unknown", unknown)] {
        let path = file(name, &text);
        let output = fix(&[path.to_str().unwrap()], "");
        assert_eq!(output.status, COULD_NOT_RUN, "{}", output.out);
        assert!(output.err.contains("a.board.json: "), "{}", output.err);
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
    let output = fix(&["--apply", "FLR01", "-"], BOARD);
    assert_eq!(output.status, COULD_NOT_RUN);
    assert!(output.err.contains("Did you mean `FLR001`?"), "{}", output.err);
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
    assert!(output.out.contains("1 fix made"), "{}", output.err);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&path).unwrap().contains("\"owner\": \"Risk\""));
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
}
