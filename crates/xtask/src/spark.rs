//! Boards on Spark, as part of `cargo xtask soak`: a hundred thousand go through `sketchlint lint --ndjson`, and none is lost.

use std::process::Command;

use crate::command::{cargo, found, run};
use crate::debian;
use crate::failure::Failure;
use crate::say::say;
use crate::scripts::script;
use crate::tools::{PYSPARK, ensure};
use crate::workspace::sketchlint;

const BOARDS: &str = "100000";
const BY_HAND: &str = "install a Java runtime, 17 or newer (on Debian: apt install default-jre-headless)";

/// Installs Spark and what it runs on, and lets it lint.
pub(crate) fn lint_boards() -> Result<(), Failure> {
    if found("java").is_none() {
        debian::install("a Java runtime", "java", &[&["default-jre-headless"]], BY_HAND)?;
    }
    let python = ensure(&PYSPARK)?.join("python");
    let remedy = "mend what it names and try again";
    run(
        cargo("build").args(["--release", "--package", "cli"]),
        "Building the command line",
        remedy,
    )?;
    say("A hundred thousand boards on Spark (takes some minutes).");
    let mut job = Command::new(&python);
    job.arg(script("spark/lint_boards.py")?)
        .arg(sketchlint("release"))
        .arg(BOARDS)
        .env("PYSPARK_PYTHON", &python)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        // It talks to itself alone.
        .env("SPARK_LOCAL_IP", "127.0.0.1");
    run(&mut job, "Linting on Spark", remedy)
}
