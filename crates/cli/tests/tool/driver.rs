//! Runs the binary in a folder of the test's own, and keeps what it says.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A board that the tests share, by its path in the repository.
pub(crate) const JUNIOR: &str = "diagrams/fraud-50k/junior.board.json";

/// A board without findings.
pub(crate) const SENIOR: &str = "diagrams/fraud-50k/senior.board.json";

/// The status of a run that found nothing to fail.
pub(crate) const CLEAN: i32 = 0;
/// The status of a run that found what was asked to fail.
pub(crate) const FINDINGS: i32 = 1;
/// The status of a run that could not do all that was asked.
pub(crate) const COULD_NOT_RUN: i32 = 2;

/// A folder of one test's own, or that of the repository.
pub(crate) struct Folder(PathBuf);

/// What a run said.
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) status: i32,
}

impl Folder {
    /// An empty folder.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tool").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// The folder of the repository, which no test changes.
    pub(crate) fn repository() -> Self {
        Self(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
    }

    /// Where the file `name` is.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// With `text` as the file `name`.
    pub(crate) fn with(self, name: &str, text: &str) -> Self {
        self.write(name, text);
        self
    }

    /// Writes `text` to the file `name`.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// What the file `name` holds.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// Takes the file `name` away.
    pub(crate) fn remove(&self, name: &str) {
        fs::remove_file(self.0.join(name)).unwrap();
    }

    /// Runs the binary here.
    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        self.run_with(arguments, "")
    }

    /// Runs the binary here, with `input` on standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &str) -> Said {
        Said::by(self.command(arguments), input)
    }

    /// The binary here, not yet run.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sketchlint"));
        command
            .args(arguments)
            .current_dir(&self.0)
            .env_remove("NO_COLOR")
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }
}

impl Said {
    /// Runs `command` with `input` on standard input.
    pub(crate) fn by(mut command: Command, input: &str) -> Self {
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_owned();
        // Who reads and answers line by line would otherwise wait for a reader, as the test for it.
        let writing = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
        let output = child.wait_with_output().unwrap();
        // Where the arguments alone are refused, nobody reads.
        let _ = writing.join().unwrap();
        Self {
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
            status: output.status.code().unwrap(),
        }
    }

    /// The answer, which is JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap()
    }
}

/// The text of a file of the repository.
pub(crate) fn shared(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)).unwrap()
}

/// The codes that a JSON report finds, by file.
pub(crate) fn codes(json: &str) -> Vec<Vec<String>> {
    let report: serde_json::Value = serde_json::from_str(json).unwrap();
    let of = |file: &serde_json::Value| {
        let findings = file["findings"].as_array().unwrap();
        let codes = findings
            .iter()
            .map(|finding| finding["rule"].as_str().unwrap().to_owned());
        codes.collect()
    };
    report["files"].as_array().unwrap().iter().map(of).collect()
}

/// HTML that the binary wrote, as XML: without its first line, and with its void elements closed.
pub(crate) fn as_xml(html: &str) -> String {
    let html = html.replace("<!doctype html>", "").replace("<br>", "<br/>");
    let mut parts = html.split("<meta ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let (attributes, rest) = part.split_once('>').unwrap();
        format!("{text}<meta {attributes}/>{rest}")
    })
}
